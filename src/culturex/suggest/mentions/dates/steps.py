"""How the words of dates told from another date are read, and those of quarters, decades, centuries and holidays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from culturex.suggest.mentions.dates.calendars import days_of
from culturex.suggest.mentions.dates.holidays import WEEKDAYS
from culturex.suggest.mentions.dates.match import SHIFT_KINDS, Match, Point, Reading, point

# How many months the parts of a year have; a "part" is half of a year only where that year is named.
PARTS = {"quarter": 3, "half": 6, "part": 6}


def _literal(match: Match) -> Iterator[Reading]:
    yield match.reading("literal", text=match.value_of("E"))


def _other_calendar(match: Match) -> Iterator[Reading]:
    """Read a day or month of the Islamic or the Iranian calendar; a year of ours is none of theirs."""
    calendar, month = match.value_of("%")
    year, day = match.value_of("YN") or 0, match.value_of("DO")
    if not 1200 <= year <= 1499:
        return
    try:
        first, last = days_of(calendar, year, month, day)
    except ValueError:
        return
    about = "~" if calendar == "lunar" else ""
    text = f"{first}{about}" if first == last else f"{first}{about}/{last}{about}"
    yield match.reading("literal", text=text)


def _decade(match: Match) -> Iterator[Reading]:
    """Read "the '80s" and "the eighties"; "in his 80s" tells an age."""
    if match.value_of("a") != "own":
        yield match.reading("literal", text=match.value_of("d"), kind="short")


def _ordinal_unit(match: Match) -> Iterator[Reading]:
    """Read "the 19th century", and "the third quarter" of no year that is named."""
    unit, number = _part(match)
    if unit == "century" and 1 < number <= 21:
        yield replace(match, rule="century").reading("literal", text=f"{number - 1:02}XX")
    elif unit in PARTS and unit != "part" and 1 <= number <= 12 // PARTS[unit]:
        yield match.reading("step", unit=unit, offset=number, kind="named")


def _holiday(match: Match) -> Iterator[Reading]:
    """Read "Christmas 1989", "Christmas last year" and "last Christmas"."""
    when = point(match)
    kind = next((SHIFT_KINDS[c] for c in match.letters if c in SHIFT_KINDS), "")
    if when and kind and not {"k", "K"} & set(match.letters):
        when = when._replace(shift=None)
    if when:
        yield match.reading("holiday", first=when, text=match.value_of("h"), kind="" if when.has_year else kind)


def _day_of_month(match: Match) -> Iterator[Reading]:
    """Read "the 21st of next month"; of another unit what stands behind the day."""
    kind = shift_of(match)
    if kind and match.value_of("uj") in ("month", None):
        yield match.reading("point", first=Point(day=match.value_of("DOp")), kind=kind)
    elif "R" in match.letters:
        yield from _relative(replace(match.part(match.letters.index("R"), match.stop - match.begin), rule="relative"))
    elif "u" in match.letters and kind:
        begin = next(at for at, c in enumerate(match.letters) if c in "HLXQu")
        yield from _shifted_unit(replace(match.part(begin, match.stop - match.begin), rule="relative"))


def _day_of_same(match: Match) -> Iterator[Reading]:
    """Read "the 30th of the same month"; of another unit what stands behind the day."""
    if match.value_of("r") == ("month", 0):
        yield match.reading("point", first=Point(day=match.value_of("DOp")), kind="same")
    else:
        yield from _anaphora(replace(match.part(match.letters.index("r"), match.stop - match.begin), rule="anaphora"))


def _beside(match: Match) -> Iterator[Reading]:
    """Read "the Saturday before Easter" and "the weekend after 3 October"."""
    at = next(at for at, letter in enumerate(match.letters) if letter in "GF")
    unit = WEEKDAYS[weekday - 1] if (weekday := match.part(0, at).value_of("Wv")) else match.value_of("u")
    anchor = match.part(at, match.stop - match.begin)
    when = point(anchor)
    if when and (weekday or unit == "weekend"):
        offset = 1 if match.letters[at] == "F" else -1
        yield match.reading("beside", first=when, text=anchor.value_of("h") or "", unit=unit, offset=offset)


def shift_of(match: Match) -> str | None:
    """Return which month is told by "last", "this month" and the like, nothing where none is; None for another unit."""
    if told := match.value_of("R"):
        return {-1: "last", 0: "this", 1: "next"}.get(told[1]) if told[0] == "month" else None
    return next((SHIFT_KINDS[c] for c in match.letters if c in SHIFT_KINDS), "")


def _length(match: Match) -> Iterator[Reading]:
    """Read "the past two years" and "the next three days": from or up to the page's date."""
    unit, shift = match.value_of("ukKj") or "month", match.value_of("lLXQ")
    if unit in ("day", "week", "month", "year", "decade") and shift:
        yield match.reading("step", unit=unit, offset=shift * _count(match), kind="length")


def _season_alone(match: Match) -> Iterator[Reading]:
    yield match.reading("point", first=Point(season=match.value_of("q")))


def _relative(match: Match) -> Iterator[Reading]:
    """Read "yesterday", and the Friday of a week that is told so."""
    unit, offset = match.value_of("RÝ")
    if unit == "week" and (weekday := match.value_of("W")):
        unit = WEEKDAYS[weekday - 1]
    yield match.reading("step", unit=unit, offset=offset)


def _relative_day(match: Match) -> Iterator[Reading]:
    """Read "the 5th of next month" where that is one word, as in Japanese; of another unit only the word."""
    if kind := shift_of(match):
        yield match.reading("point", first=Point(day=match.value_of("D")), kind=kind)
    else:
        yield from _relative(match)


def _weekday_of_week(match: Match) -> Iterator[Reading]:
    """Read "Friday of last week"; a weekday of a month or year is one beside it."""
    weekday, unit = match.value_of("W"), match.value_of("ukKj")
    if unit == "week":
        yield match.reading("step", unit=WEEKDAYS[weekday - 1], offset=match.value_of("HLXQ"))
    else:
        yield replace(match, rule="weekday").reading("point", first=Point(weekday=weekday))


def _years_of_decade(match: Match) -> Iterator[Reading]:
    """Read "les années 80" and "80-е годы"."""
    number = match.value_of("YNyDO") or 0
    if number % 10 == 0 and 20 <= number <= 90:
        yield match.reading("literal", text=f"19{number // 10}X")
    elif number % 10 == 0 and number >= 1000:
        yield match.reading("literal", text=f"{number // 10}X")
    elif number >= 1000 and "Y" in match.letters:
        yield replace(match, rule="year").reading("point", first=Point(year=number))


def _weekend(match: Match) -> Iterator[Reading]:
    if match.value_of("u") == "weekend":
        yield match.reading("step", unit="weekend", kind="near")


def _anaphora(match: Match) -> Iterator[Reading]:
    unit, offset = match.value_of("r")
    yield match.reading("step", unit=unit, offset=offset, anchor="text")


def _shifted_unit(match: Match) -> Iterator[Reading]:
    unit = match.value_of("ukKj") or "month"
    offset = match.value_of("HLXQ")
    kind = "coming" if "Q" in match.letters else ""
    # A day or decade so named is no date ("these days", "this century"); "this week" is.
    if unit in ("week", "month", "year", "quarter", "weekend"):
        yield match.reading("step", unit=unit, offset=offset, kind=kind)


def _this_unit(match: Match) -> Iterator[Reading]:
    """Read "the end of the year" and "later in the week"."""
    unit = match.value_of("ukKj") or "month"
    if unit in ("day", "week", "month", "year", "decade"):
        yield match.reading("step", unit=unit)


def _quarter(match: Match) -> Iterator[Reading]:
    """Read "the first quarter of 2018" and "the second half of last year"."""
    when = point(match)
    if when and when.has_year:
        yield from _part_of(match, when)


def _quarter_now(match: Match) -> Iterator[Reading]:
    """Read "the second half of the year", which is the page's own."""
    yield from _part_of(match, Point(shift=0))


def _part_of(match: Match, when: Point) -> Iterator[Reading]:
    unit, number = _part(match)
    if unit in PARTS and 1 <= number <= 12 // PARTS[unit]:
        last = number * PARTS[unit]
        first = when._replace(month=last - PARTS[unit] + 1, day=None)
        yield match.reading("span", first=first, last=first._replace(month=last))


def _part(match: Match) -> tuple[str, int]:
    """Return the unit and number of "Q3", "third-quarter" or "the 19th century"."""
    named: tuple[str, int] | None = match.value_of("U")
    return named or (match.value_of("u"), match.value_of("Op"))


def _count(match: Match) -> int:
    return next((v for c, v in zip(match.letters, match.values, strict=True) if c in "nDN^" and v), 1)


def _steps(direction: int, anchor: str) -> Callable[[Match], Iterator[Reading]]:
    def read(match: Match) -> Iterator[Reading]:
        unit = match.value_of("ukKj") or "month"
        if unit not in ("quarter", "weekend"):
            yield match.reading("step", unit=unit, offset=direction * _count(match), anchor=anchor, kind="counted")

    return read


def _years_on(match: Match) -> Iterator[Reading]:
    if match.value_of("kK"):
        yield from _steps(1, "text")(match)


SHAPES: dict[str, Callable[[Match], Iterator[Reading]]] = {
    "literal": _literal,
    "decade": _decade,
    "other_calendar": _other_calendar,
    "ordinal_unit": _ordinal_unit,
    "holiday": _holiday,
    "quarter": _quarter,
    "quarter_now": _quarter_now,
    "season_alone": _season_alone,
    "day_of_month": _day_of_month,
    "relative": _relative,
    "relative_day": _relative_day,
    "day_of_same": _day_of_same,
    "beside": _beside,
    "weekday_of_week": _weekday_of_week,
    "years_of_decade": _years_of_decade,
    "anaphora": _anaphora,
    "shifted_unit": _shifted_unit,
    "this_unit": _this_unit,
    "length": _length,
    "weekend": _weekend,
    "ago": _steps(-1, "page"),
    "from_now": _steps(1, "page"),
    "earlier": _steps(-1, "text"),
    "later": _steps(1, "text"),
    "years_on": _years_on,
}
