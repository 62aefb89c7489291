"""How the words of each form are read: days, months, years, and spans of them; ``dates/steps.py`` reads the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from culturex.suggest.mentions.dates import steps
from culturex.suggest.mentions.dates.holidays import WEEKDAYS
from culturex.suggest.mentions.dates.match import SHIFT_KINDS, Match, Point, Reading, point, whole_year
from culturex.suggest.mentions.dates.rows import Row

_PUNCTUATION = ",.-/("
_CONNECTORS = "-/t&"
_PAIR = 2
_MONTHS, _WEEKS = 12, 5
# Numbers further apart are those of a law: "2017-86".
_LONGEST = 60
# What a whole date may begin with, and a day among the words of a length.
_WHOLE, _DAY = "DOPpISMmYyW", "WvMmDOP"


def readings(rule: str, shape: str, row: Row, begin: int, stop: int, order: str) -> list[Reading]:
    """Return what the form of *shape* found at letters ``begin:stop`` of *row* says."""
    first = begin - 1 if begin else 0  # a month alone is read with the word before it
    told = _told(rule, shape, row.letters[first:stop], row.values[first:stop], begin - first, order)
    return [reading.over(row.starts[first + reading.start], row.ends[first + reading.end - 1]) for reading in told]


@lru_cache(maxsize=8192)
def _told(rule: str, shape: str, letters: str, values: tuple[Any, ...], begin: int, order: str) -> tuple[Reading, ...]:
    """Return the readings of a form that begins at *begin*, with letters for characters: pages repeat their dates."""
    stop = len(letters)
    while begin < stop and letters[begin] in _PUNCTUATION:
        begin += 1
    while stop > begin and letters[stop - 1] in _PUNCTUATION:
        stop -= 1
    row = Row(letters, values, range(len(letters)), range(1, len(letters) + 1))
    return tuple(SHAPES[shape](Match(row, begin, stop, rule, order))) if begin < stop else ()


def _single(match: Match) -> Iterator[Reading]:
    when = point(match)
    if when:
        yield match.reading("point", first=when)


def _this_day(match: Match) -> Iterator[Reading]:
    """Read "this tenth day of May"; of "the first week of May" the month."""
    behind = next(at for at, letter in enumerate(match.letters, 1) if letter in "uU")
    month = behind + (match.letters[behind] in "oi")  # "of" may be missing
    yield from _single(match if match.value_of("u") == "day" else match.part(month, match.stop - match.begin))


def _short_year(match: Match) -> Iterator[Reading]:
    """Read "14-May-87"."""
    when, year = point(match.part(0, match.stop - match.begin - 1)), match.values[-1]
    if when and year is not None and year < 100:
        yield match.reading("point", first=when._replace(year=whole_year(year)))


def _connector(letters: str) -> int:
    """Return where the word or dash stands that joins the two ends of a span; 0 where there is none."""
    begun = False
    for at, letter in enumerate(letters):
        if begun and letter in _CONNECTORS and not (letter == "/" and letters[at + 1 : at + 2] in ("M", "m")):
            return at
        begun = begun or letter in _WHOLE
    return letters.find("i", 1) if letters.startswith("g") else 0  # "da lunedì 3 a venerdì 7"


def _range(match: Match) -> Iterator[Reading]:
    at = _connector(match.letters)
    first, last = point(match.part(0, at)), point(match.part(at + 1, match.stop - match.begin))
    if first is None or last is None or not at:
        return
    first, last = _shared(first, last)
    if _in_order(first, last):
        yield match.reading("span", first=first, last=last)


def _lasting(match: Match) -> Iterator[Reading]:
    """Read "from Monday for three days" as a span of so many days."""
    at = next(i for i in range(len(match.letters) - 1, 0, -1) if match.letters[i] == "i")
    yield from _from_on(match, match.part(0, at), match.part(at, match.stop - match.begin))


def _lasting_from(match: Match) -> Iterator[Reading]:
    """Read "for three days from Monday"."""
    at = match.letters.index("u") + 1
    yield from _from_on(match, match.part(at, match.stop - match.begin), match.part(0, at))


def _from_on(match: Match, begin: Match, length: Match) -> Iterator[Reading]:
    first, unit, count = point(begin), length.value_of("u"), length.value_of("nDN^") or 1
    if first and unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        yield match.reading("span", first=first, kind="lasting", offset=days - 1)
    elif first:  # months are no exact length: the first day alone is told
        rule = "explicit" if first.month else "weekday"
        day = next(at for at, letter in enumerate(begin.letters) if letter in _DAY)
        yield replace(begin.part(day, begin.stop - begin.begin), rule=rule).reading("point", first=first)


def _strokes(match: Match) -> Iterator[Reading]:
    """Read "05/04 - 02/05/2018"."""
    one, other = [v for c, v in zip(match.letters, match.values, strict=True) if c in "DO"]
    order = "dmy" if one > _MONTHS else "mdy" if other > _MONTHS else match.order
    month, day = (other, one) if order == "dmy" else (one, other)
    end = replace(match.part(match.letters.index("S"), match.stop - match.begin), order=order)
    first, last = Point(month=month, day=day), point(end)
    if last and month <= _MONTHS:
        first, last = _shared(first, last)
        if _in_order(first, last):
            yield match.reading("span", first=first, last=last)


def _days_of_month(match: Match) -> Iterator[Reading]:
    """Read "from the 20th to the 22nd of this month"; of no month the days alone."""
    first, last = [v for c, v in zip(match.letters, match.values, strict=True) if c in "DO"]
    kind = steps.shift_of(match)
    if first < last and match.value_of("uj") in ("month", None) and kind is not None:
        yield match.reading("span", first=Point(day=first), last=Point(day=last), kind=kind)


def _nth_weekday(match: Match) -> Iterator[Reading]:
    """Read "the first Sunday of May" as the code of a holiday."""
    number, last = match.value_of("Op"), match.value_of("L")
    when = point(match)
    if when and when.month and when.weekday and (last or (number and number <= _WEEKS)):
        code = f"{when.month:02}-{WEEKDAYS[when.weekday - 1]}-{0 if last else number}"
        yield match.reading("holiday", first=Point(year=when.year, shift=None if last else when.shift), text=code)


def _shared(first: Point, last: Point) -> tuple[Point, Point]:
    """Give each end what only the other end says: "June 13-17", "28 October - 2 November 2020"."""
    if first.month is None and first.day:
        first = first._replace(month=last.month)
    if last.month is None and last.day:
        last = last._replace(month=first.month)
    wraps = bool(first.month and last.month and first.month > last.month)
    if not first.has_year:
        year = last.year - wraps if last.year else None
        first = first._replace(year=year, shift=last.shift - wraps if last.shift is not None else None)
    if not last.has_year:
        year = first.year + wraps if first.year else None
        last = last._replace(year=year, shift=first.shift + wraps if first.shift is not None else None)
    return first, last


def _in_order(first: Point, last: Point) -> bool:
    if first.year and last.year:
        return (first.year, first.month or 1, first.day or 1) < (last.year, last.month or 12, last.day or 31)
    return first.month != last.month or (first.day or 0) < (last.day or 32)


def _list(match: Match) -> Iterator[Reading]:
    """Read "8, 9 and 10 May" as a span where the days follow one another, else as dates of their own.

    More than two months are told one by one: "in April, May and June".
    """
    whole = point(match)
    letters, numbered = match.letters, "DO" if whole and whole.day else "Mm"
    spots = [at for at, c in enumerate(letters) if c in numbered and letters[at + 1 : at + 2] != "j"]
    name = "day" if whole and whole.day else "month"
    if whole is None or len(spots) < 2:
        return
    numbers = [match.values[at] for at in spots]
    points = [whole._replace(**{name: number}, weekday=None) for number in numbers]
    if any(b - a != 1 for a, b in pairwise(numbers)) or (name == "month" and len(spots) > _PAIR):
        last = len(spots) - 1
        for i, (at, when) in enumerate(zip(spots, points, strict=True)):
            begin = 0 if i == 0 else at
            stop = match.stop - match.begin if i == last else at + 1
            yield match.part(begin, stop).reading("point", first=when)
    else:
        yield match.reading("span", first=points[0], last=points[-1])


def _month_alone(match: Match) -> Iterator[Reading]:
    """Read a month with nothing beside it; months that are other words too need a word such as "in" before them."""
    letters = match.row.letters
    before = letters[match.begin - 1 : match.begin]
    if match.letters == "m" and before not in ("i", "g", "G", "f", "F"):
        return
    kind = "cued" if before and before in "iogGfFteBC" else "bare"
    yield match.reading("point", first=Point(month=match.value_of("Mm")), kind=kind)


def _season(match: Match) -> Iterator[Reading]:
    when = point(match)
    if when:
        yield match.reading("point", first=when._replace(season=match.value_of("q")))


def _shifted_month(match: Match) -> Iterator[Reading]:
    kind = next(SHIFT_KINDS[c] for c in match.letters if c in SHIFT_KINDS)
    yield match.reading("point", first=Point(month=match.value_of("Mm")), kind=kind)


def _weekday(match: Match) -> Iterator[Reading]:
    if match.row.letters[match.begin : match.stop] == "v":
        return
    kind = next((SHIFT_KINDS[c] for c in match.letters if c in SHIFT_KINDS), "")
    day = match.value_of("W")
    if day:
        yield match.reading("point", first=Point(weekday=day), kind=kind)


def _years(match: Match) -> Iterator[Reading]:
    spots = [at for at, c in enumerate(match.letters) if c == "Y"]
    if len(spots) == 1:
        yield match.reading("point", first=Point(year=match.value_of("Y")))
        return
    for at in spots:
        yield match.part(at, at + 1).reading("point", first=Point(year=match.values[at]))


def _year_list(match: Match) -> Iterator[Reading]:
    """Read "2008, 2009 and 2010"; other numbers in a row count something."""
    if all(1900 <= v <= 2100 for c, v in zip(match.letters, match.values, strict=True) if c == "Y"):
        yield from _years(match)


def _years_short(match: Match) -> Iterator[Reading]:
    """Read "2018/19" and "1998-99"."""
    year = match.value_of("Y")
    tail = match.values[-1]
    last = year // 100 * 100 + tail if tail is not None and tail < 100 else 0
    if last > year and (last - year == 1 or ("-" in match.letters and last - year <= _LONGEST)):
        yield match.reading("span", first=Point(year=year), last=Point(year=last))


def _year_before_noun(match: Match) -> Iterator[Reading]:
    if 1900 <= match.value_of("Y") <= 2100:
        yield match.reading("point", first=Point(year=match.value_of("Y")), kind="before_noun")


def _year_of_name(match: Match) -> Iterator[Reading]:
    if 1900 <= match.value_of("Y") <= 2100:
        yield match.reading("point", first=Point(year=match.value_of("Y")), kind="of_name")


SHAPES: dict[str, Callable[[Match], Iterator[Reading]]] = {
    "none": lambda match: iter(()),
    "single": _single,
    "this_day": _this_day,
    "short_year": _short_year,
    "range": _range,
    "lasting": _lasting,
    "lasting_from": _lasting_from,
    "strokes": _strokes,
    "days_of_month": _days_of_month,
    "nth_weekday": _nth_weekday,
    "list": _list,
    "month_alone": _month_alone,
    "season": _season,
    "shifted_month": _shifted_month,
    "weekday": _weekday,
    "years": _years,
    "years_short": _years_short,
    "year_list": _year_list,
    "year_before_noun": _year_before_noun,
    "year_of_name": _year_of_name,
} | steps.SHAPES
