"""The forms of date expressions, each written once for all languages over the letters of ``dates/words.py``.

To add a form, add a line to FORMS: the rule's name, the shape (how ``dates/readings.py`` reads the words), and the
pattern in the names of ATOMS, where ``?`` after a name means that it may be missing and ``*`` that it may repeat.
A line stands before those that match a part of it: the first that fits wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

ATOMS = {
    "weekday": r"[Wv]\.?,?a?",  # Monday, / Mon. / Saturday the
    "weekday_alone": r"W",
    "on_the": r"(?<=[wGgtF])a",
    "ordinal": r"O",
    "quarter": r"(?:a?[Op]-?u|a?U)",
    "dot": r"\.?",
    "day": r"a?[DO]\.?z?",
    "this_day": r"(?:[aH]?[Op]u|a?U)",  # "this tenth day" of May, "the latter half" of it
    "worded_day": r"a?p",  # "first" of May
    "month": r"[Mm]\.?(?:/[Mm])?",
    "full_month": r"M",
    "any_month": r"[Mm]",
    "year": r",?[of]?a?c?k?K?[Yy](?:\.?K\.?)?",
    "nth": r"a?[OpL]",
    "of_every": r"[oi]?V",
    "in_month": r"[oi]a?[Mm]",
    "bracketed": r"\(u?j?a?(?:[Mm]\.?,?a?[DO]|[DO]\.?[oi]?[Mm]\.?|P\.?|S)",
    "not_span": r"(?![-/&]|ta?[DOMmP])",
    "many_dated": r"(?=,?\(?a?(?:[Mm]\.?,?a?[DO][-/&,t]+a?[DO]|[DO]\.?z?(?:[-/&,t]+a?[DO]\.?)+[oi]?[Mm]))",
    "and_or_to": r"(?:,?&|[-t])a?",
    "apposed": r"(?:,?\(?[Wv]\.?\)?(?![-&,t]*a?[DOMm]))",
    "since": r"g",
    "at": r"[ti]a?",
    "in_or_from": r"[fbgi],?a?",
    "of_month": r"(?:[oif]a?(?:[HLXQ]a?[uj]|[uj][HLXQ])|(?<=[.z])[HLXQ]a?[uj]|(?<=[.z])R|[oif]R)",
    "the_year": r"(?:oak|K\.?)",  # "the second half of the year"
    "this_year": r",?o?a?(?:[HLXQ][kK]|[kK][HLXQ])",
    "y": r"(?:,?[of]?a?c?k?K?[Yy](?:\.?K\.?)?|,?[oif]?a?(?:[HLXQ][kK]|[kK][HLXQ]|Ý))",
    "marked_year": r"Y\.?K\.?",
    "bare_year": r"Y",
    "label": r"a?[ckK~]{1,2}",
    "of": r"[oi]?",
    "the": r"a?",
    "from": r"[fbFgo]?,?",
    "between": r"b",
    "from_needed": r"[fb]",
    "to": r"(?:\.?-|,?&?ta?|/)",
    "dash": r"[-/t]",
    "stroke": r"[-/]",
    "and": r",?&a?",
    "cjk_and": r"[,&]",
    "months_on": r"[Mm]\.?(?:,[Mm]\.?){1,12},?&[Mm]\.?",
    "item": r"(?:,a?[DO]\.?){0,12}",
    "days_on": r"(?:,a?[DO]){1,12}",
    "comma": r",?",
    "open": r"\(u?j?",
    "close": r"\)",
    "weekday_after": r"(?:,?\(?a?[Wv]\.?\)?)",
    "cjk_year": r"(?:YK|[RÝ]|@[nDN]K)",
    "hyphen": r"-",
    "jm": r"Dj",
    "jd": r"Dz",
    "vi": r"DJD(?:,?k?Y)?",
    "iso": r"I",
    "slashed": r"S",
    "pair": r"P\.?",
    "in_before": r"(?<=[iwf])",
    "pair_dotted": r"P\.",
    "not_month": r"(?!\.?o?[Mm])",
    "not_day": r"(?!\.?[DO](?!\d))",
    "phase": r"(?:[eBC]a?o?a?-?)",
    "phase_of_the": r"(?:[eBC]ia|ea)",
    "season": r"q",
    "season_in": r"q(?<=[iwf]q)",  # begins with its letter, so that ``re`` passes it by fast
    "decade": r"a?E",
    # años 80, 80-е годы, les années 1980, 80年代
    "years_of_decade": r"(?:(?<![nDN])k[NyD](?![ukM])|[Oy][kK]|~[YNyD](?![-/&ukM])|[YND]~)",
    "short_decade": r"a?d",  # "80s", "eighties"
    "holiday": r"h",
    "past": r"l",
    "worded_year": r"\^n-?n?",  # nineteen ninety-eight
    "short_year": r"(?<=[igGto])y",  # in '98
    "years_on_end": r"Y(?:(?:,Y){1,12}(?:,?&Y)?|,?&Y)",
    "era_year": r"@[nDN]K",
    "other_month": r"%\.?",
    "other_year": r",?[of]?a?c?[YN]c?",
    "not_a_day": r"(?![DNn])",
    "not_unit": r"(?![-ukKj])",
    "no_unit": r"(?![ukKjqMm])",  # "for three days last week"
    "for": r"i",
    "days": r"u",
    "possessive": r"'",
    "in_the": r"(?<=[iGg])a",
    "shift_before": r"(?<=[LQ])a",  # el próximo día 20
    "day_alone": r"[DO](?![-/&,tu]?a?[DONMmu]|o?[Mm])",
    "not_of": r"(?!o)",
    "not_dated": r"(?!,?a?[DO]\.?z?[oi]?[Mm]|,?[Mm]\.?,?[DO])",  # "next Sunday, 17 November" is that day
    "undated": r"(?!a?[DO](?![\d:-])|[DO])",
    "weekend": r"(?<=[iwG])a?u",
    "shift": r"[LHXQ]",
    "unit": r"[ukKj]",
    "count": r"[naDN^]",
    "ago": r"A",
    "earlier": r"(?:B|(?<=[ukK])G)",
    "later": r"[CF]",
    "from_now": r"Z",
    "on": r"w",
    "of_same": r"[oif]?a?r",
    "beside": r"[GF]a?",
    "weekday_or_end": r"a?[Wvu]",
    "every": r"V",
    "relative": r"[RÝ]",
    "year_told": r"Ý",
    "anaphora": r"r",
    "year_mark": r"\.?K\.?",
    "cue": r"(?:(?<=[iegGftbockKF~])a?c?k?K?|(?<=Y&))",
    "the_before": r"(?<=a)",
    "more_years": r"(?:,Y){0,12}(?:,?&Y)?",
    "short_number": r"[DN]",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form of date expression: *rule* names it in mentions, *shape* says how its words are read."""

    rule: str
    shape: str
    pattern: str


FORMS = (
    # Recurring and counted times are swallowed, so that no shorter form finds a date in them.
    Form("", "none", "every nth? weekday_alone"),
    Form("", "none", "nth weekday_alone of_every unit"),
    Form("", "none", "every unit"),
    Form("span", "length", "the shift count unit"),
    Form("span", "length", "the past count? unit"),
    # Spans of days.
    Form("range", "range", "from weekday? iso to weekday? iso"),
    Form("range", "range", "from weekday? slashed to weekday? slashed"),
    Form("range", "range", "from day to slashed"),
    Form("range", "range", "from pair to slashed"),
    Form("range", "range", "from weekday? day of month y? comma to weekday? day of month y?"),
    Form("range", "range", "from weekday? month comma day y? comma to weekday? month comma day y?"),
    Form("range", "range", "from weekday? day to weekday? day of month y?"),
    Form("range", "range", "between weekday? day and weekday? day of month y?"),
    Form("range", "range", "between weekday? day of month y? and weekday? day of month y?"),
    Form("range", "range", "from weekday? month day to weekday? day not_month y?"),
    Form("range", "range", "between month day y? and month? day y?"),
    Form("range", "range", "from cjk_year? jm jd to jm? jd"),
    Form("range", "range", "from cjk_year? jm day to jm? jd"),
    Form("range", "range", "jd to jd"),
    Form("range", "range", "month open day to day close y?"),
    Form("list", "list", "month open day and day close y?"),
    Form("", "none", "weekday_alone and_or_to weekday_alone many_dated"),
    Form("range", "range", "since weekday? day at weekday? day of month y?"),
    Form("range", "range", "since weekday_alone at weekday? day of month y?"),
    Form("range", "strokes", "from day stroke day to slashed"),
    Form("range", "days_of_month", "from day to day of_month"),
    Form("range", "days_of_month", "day and day of_month"),
    Form("range", "days_of_month", "from_needed the ordinal to the ordinal not_of"),
    Form("range", "range", "from weekday_alone to weekday? month comma day y?"),
    Form("range", "range", "from weekday_alone to weekday? day of month y?"),
    Form("range", "range", "from weekday_alone dot to weekday_alone"),
    Form("range", "range", "between weekday_alone and weekday_alone"),
    Form("range", "lasting", "from_needed weekday? month comma day y? for count days"),
    Form("range", "lasting", "from_needed weekday? day of month y? for count days"),
    Form("range", "lasting", "from_needed weekday_alone for count days"),
    Form("range", "lasting_from", "for count days in_or_from weekday? month comma day y?"),
    Form("range", "lasting_from", "for count days in_or_from weekday? day of month y?"),
    Form("range", "lasting_from", "for count days in_or_from weekday_alone not_dated"),
    # Lists of days.
    Form("list", "list", "day item and day of month y?"),
    Form("list", "list", "weekday day and weekday day of month y?"),
    Form("list", "list", "month day item and day not_month y?"),
    Form("list", "list", "month day days_on year"),
    Form("list", "list", "cjk_year? jm jd cjk_and jd"),
    # Days.
    Form("relative", "beside", "weekday_or_end beside holiday y?"),
    Form("relative", "beside", "weekday_or_end beside weekday? day of month y?"),
    Form("relative", "beside", "weekday_or_end beside weekday? month comma day not_month y?"),
    Form("explicit", "single", "weekday? iso"),
    Form("explicit", "single", "weekday? slashed"),
    Form("explicit", "single", "weekday? vi"),
    Form("explicit", "single", "cjk_year? jm jd weekday_after?"),
    Form("explicit", "single", "weekday? day of the month y? weekday_after?"),
    Form("explicit", "short_year", "day hyphen any_month hyphen short_number"),
    Form("explicit", "single", "weekday? day hyphen any_month hyphen? year?"),
    Form("explicit", "single", "weekday? worded_day of month y?"),
    Form("explicit", "this_day", "this_day of month y?"),
    Form("explicit", "single", "weekday? month the worded_day comma worded_year not_unit"),
    Form("explicit", "single", "weekday? month the worded_day y?"),
    Form("month", "single", "phase? month comma worded_year not_unit"),
    Form("other_calendar", "other_calendar", "day? of other_month other_year"),
    Form("other_calendar", "other_calendar", "other_month day other_year"),
    Form("explicit", "single", "year dot of month comma day weekday_after?"),
    Form("explicit", "single", "year comma month comma day weekday_after"),
    Form("explicit", "single", "marked_year hyphen? day hyphen? month"),
    Form("explicit", "single", "year_told day of month"),
    Form("explicit", "single", "month day stroke year"),  # "October 13/2022"
    Form("explicit", "single", "weekday? month comma day not_month y? apposed?"),
    Form("explicit", "single", "weekday pair"),
    Form("explicit", "single", "weekday_alone bracketed year? close? not_span"),
    Form("explicit", "nth_weekday", "nth weekday_alone in_month y?"),
    Form("explicit", "single", "in_before pair_dotted"),
    Form("day", "day_of_same", "day of_same"),
    Form("day", "day_of_month", "day of_month"),
    Form("day", "day_of_month", "worded_day of_month"),
    Form("day", "relative_day", "relative jd"),
    Form("day", "single", "on_the ordinal"),
    Form("day", "single", "shift_before day_alone"),
    Form("day", "single", "jd"),
    Form("quarter", "quarter", "quarter of y"),
    Form("quarter", "quarter", "this_year possessive quarter"),
    Form("quarter", "quarter", "relative quarter"),
    Form("quarter", "quarter", "quarter of relative"),
    Form("quarter", "quarter_now", "quarter the_year"),
    Form("quarter", "quarter", "bare_year possessive? quarter"),
    Form("holiday", "holiday", "shift? holiday y?"),
    Form("holiday", "holiday", "holiday shift"),
    # Months.
    Form("months", "range", "from any_month y? to any_month y"),
    Form("months", "range", "since any_month y? at any_month y?"),
    Form("months", "range", "from phase? any_month y? to phase any_month not_day y?"),
    Form("months", "range", "from phase any_month y? to any_month not_day y?"),
    Form("months", "range", "cjk_year? jm to cjk_year? jm not_a_day"),
    Form("months", "list", "months_on y?"),
    Form("months", "list", "any_month and any_month y"),
    Form("months", "range", "between any_month y? and any_month y?"),
    Form("months", "list", "in_before any_month and any_month"),
    Form("months", "range", "from_needed any_month to any_month"),
    Form("months", "range", "from full_month dash full_month"),
    Form("month", "single", "phase? month y"),
    Form("month", "single", "cjk_year jm"),
    Form("month", "single", "year_told month undated"),
    Form("month", "single", "year of full_month"),
    Form("relative_month", "shifted_month", "phase? shift any_month undated"),
    Form("relative_month", "shifted_month", "phase? any_month shift"),
    Form("month_alone", "single", "phase any_month not_day"),
    Form("month_alone", "month_alone", "any_month"),
    Form("month_alone", "single", "jm not_a_day"),
    # Seasons.
    Form("season", "season", "phase? season of the y hyphen short_number"),
    Form("season", "season", "phase? season of the y"),
    Form("season", "season", "marked_year season"),
    Form("season", "season", "phase? shift season"),
    Form("season", "season", "phase? season shift"),
    Form("season", "season_alone", "in_the season not_of"),
    Form("season", "season_alone", "season_in not_of"),
    # Years, decades, centuries.
    Form("years", "range", "from the label? bare_year hyphen bare_year year_mark?"),
    Form("years", "years_short", "from the label? bare_year stroke short_number"),
    Form("years", "range", "from label? bare_year year_mark? to label? bare_year year_mark?"),
    Form("years", "range", "from phase? bare_year to phase bare_year"),
    Form("years", "range", "between label? bare_year and bare_year year_mark?"),
    Form("year", "years", "cue bare_year more_years year_mark?"),
    Form("year", "years", "bare_year year_mark"),
    Form("year", "years", "phase bare_year"),
    Form("year", "year_list", "years_on_end"),
    Form("year", "single", "phase? worded_year not_unit"),
    Form("year", "single", "short_year"),
    Form("year", "single", "era_year"),
    Form("decade", "literal", "phase? decade"),
    Form("decade", "decade", "phase? short_decade"),
    Form("decade", "years_of_decade", "phase? the years_of_decade"),
    Form("quarter", "ordinal_unit", "phase? quarter"),
    # Relative to the page's date or to the date named before.
    Form("relative", "relative", "phase? relative of weekday_alone"),
    Form("relative", "weekday_of_week", "weekday_alone of the shift unit"),
    Form("relative", "weekday_of_week", "the shift unit weekday_alone"),
    Form("relative", "relative", "phase? relative"),
    Form("relative", "ago", "count unit ago"),
    Form("relative", "ago", "ago count unit"),
    Form("relative", "from_now", "count unit from_now"),
    Form("anaphora", "earlier", "count unit earlier"),
    Form("anaphora", "later", "count unit later"),
    Form("anaphora", "years_on", "count unit on"),
    Form("anaphora", "anaphora", "anaphora"),
    Form("relative", "shifted_unit", "phase? the shift unit"),
    Form("relative", "this_unit", "phase_of_the unit"),
    Form("relative", "shifted_unit", "phase? the unit shift no_unit"),
    Form("relative", "weekend", "weekend"),
    Form("weekday", "weekday", "phase? shift weekday_alone not_dated"),
    Form("weekday", "weekday", "weekday_alone shift"),
    Form("weekday", "weekday", "weekday_alone"),
    Form("year", "year_before_noun", "the_before bare_year"),
    Form("year", "year_of_name", "bare_year"),
)


def compiled(pattern: str) -> str:
    """Return the regular expression of a pattern written in the names of ATOMS."""
    out = []
    for name in pattern.split():
        bare = name.rstrip("?*")
        fragment = ATOMS[bare]
        out.append(f"(?:{fragment}){name[len(bare) :]}" if name != bare else fragment)
    return "".join(out)


@cache
def pattern() -> re.Pattern[str]:
    """Return all forms as one pattern; the (empty) group that took part in the match is a key of BY_GROUP.

    The groups stand at the end because ``re`` skips an alternative fast only if it begins with a letter.
    """
    return re.compile("|".join(f"{compiled(form.pattern)}(?P<f{i}>)" for i, form in enumerate(FORMS)))


BY_GROUP = {f"f{i}": form for i, form in enumerate(FORMS)}

# A stretch of the row with no strange word in it, and what one must hold to be a date: a word that tells a time.
STRETCH = re.compile(r"[^x]+")
TELLING = re.compile(r"[MmWYyISPERÝrqukKjzhdU^@%~]|[wGgtF]aO|[LQ]aD")
