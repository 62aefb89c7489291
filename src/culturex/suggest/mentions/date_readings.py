"""What a matched form says, before it is known which day that is: points, spans, and steps from another date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from culturex.suggest.mentions.date_rows import Row

_PUNCTUATION = ",.-/("
_CONNECTORS = "-/t&"
_SHIFT_KINDS = {"L": "last", "H": "this", "X": "next", "Q": "coming"}
_WHOLE = "DOPpISMmYy"


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season or year as far as the words tell it. *shift* counts years from the page's year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    shift: int | None = None

    @property
    def has_year(self) -> bool:
        """Tell whether the words give the year, or its place beside the page's year."""
        return self.year is not None or self.shift is not None


NOWHEN = Point()


@dataclass(slots=True)
class Reading:
    """A date expression at characters ``start:end``.

    *shape* is ``point`` (with *first*), ``span`` (*first* and *last*), ``literal`` (*text* is EDTF) or ``step``
    (*offset* times *unit* away from *anchor*: ``page``, or ``text`` for the date named before it).
    """

    rule: str
    shape: str
    start: int
    end: int
    first: Point = NOWHEN
    last: Point = NOWHEN
    unit: str = ""
    offset: int = 0
    anchor: str = "page"
    text: str = ""
    phase: str = ""
    kind: str = ""


@dataclass(slots=True)
class Match:
    """A form found in a row, at letters ``begin:stop``; *order* tells how slashed dates are read (``dmy``, ``mdy``)."""

    row: Row
    begin: int
    stop: int
    rule: str
    order: str

    @property
    def letters(self) -> str:
        """The letters of the match."""
        return self.row.letters[self.begin : self.stop]

    @property
    def values(self) -> Sequence[Any]:
        """The values of the letters."""
        return self.row.values[self.begin : self.stop]

    def value_of(self, letters: str) -> Any:
        """Return the value of the first letter that is one of *letters*; None where there is none."""
        return next((v for c, v in zip(self.letters, self.values, strict=True) if c in letters), None)

    def reading(self, shape: str, **facts: Any) -> Reading:
        """Return a reading over the whole match."""
        phase = self.value_of("eBC") or ""
        return Reading(
            self.rule, shape, self.row.starts[self.begin], self.row.ends[self.stop - 1], phase=phase, **facts
        )

    def part(self, begin: int, stop: int) -> Match:
        """Return the match narrowed to letters ``begin:stop`` of itself."""
        return replace(self, begin=self.begin + begin, stop=self.begin + stop)


def readings(rule: str, shape: str, row: Row, begin: int, stop: int, order: str) -> list[Reading]:
    """Return what the form of *shape* found at letters ``begin:stop`` of *row* says."""
    while begin < stop and row.letters[begin] in _PUNCTUATION:
        begin += 1
    while stop > begin and row.letters[stop - 1] in _PUNCTUATION:
        stop -= 1
    return list(SHAPES[shape](Match(row, begin, stop, rule, order))) if begin < stop else []


def point(match: Match) -> Point | None:
    """Return the day, month or year that the words of *match* name; None where no such day can be."""
    found: dict[str, int] = {}
    letters, values = match.letters, match.values
    for at, (letter, value) in enumerate(zip(letters, values, strict=True)):
        for name, number in _facts(letter, value, letters[at + 1 : at + 2], letters[:at], match.order):
            found.setdefault(name, number)
    return Point(**found) if _possible(found) else None


def _facts(letter: str, value: Any, after: str, before: str, order: str) -> Iterator[tuple[str, int]]:
    if letter in "Mm":
        yield "month", value
    elif letter in "DOp":
        yield ("month" if after == "j" or before.endswith("J") else "day"), value
    elif letter in "Yy":
        yield "year", value
    elif letter in "Wv":
        yield "weekday", value
    elif letter in "HLXQ":
        yield "shift", value
    elif letter == "R" and value[0] == "year":
        yield "shift", value[1]
    elif letter == "P":
        yield from (("day", value[0]), ("month", value[1]))
    elif letter == "I":
        yield from zip(("year", "month", "day"), value, strict=True)
    elif letter == "S":
        yield from _slashed(value, order)


def _slashed(value: tuple[int, int, int, str], order: str) -> Iterator[tuple[str, int]]:
    first, second, year, separator = value
    day_first = separator == "." or order == "dmy"
    if first > 12 or second > 12:
        day_first = first > 12
    yield "day", first if day_first else second
    yield "month", second if day_first else first
    yield "year", year + (0 if year > 99 else 1900 if year > 45 else 2000)


def _possible(found: dict[str, int]) -> bool:
    month, day = found.get("month"), found.get("day")
    if not 1 <= (month or 1) <= 12 or not 1 <= found.get("year", 2000) <= 2999:
        return False
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[(month or 1) - 1]
    return day is None or 1 <= day <= longest


def _single(match: Match) -> Iterator[Reading]:
    when = point(match)
    if when:
        yield match.reading("point", first=when)


def _connector(letters: str) -> int:
    """Return where the word or dash stands that joins the two ends of a span; 0 where there is none."""
    begun = False
    for at, letter in enumerate(letters):
        if begun and letter in _CONNECTORS and not (letter == "/" and letters[at + 1 : at + 2] in ("M", "m")):
            return at
        begun = begun or letter in _WHOLE
    return 0


def _range(match: Match) -> Iterator[Reading]:
    at = _connector(match.letters)
    first, last = point(match.part(0, at)), point(match.part(at + 1, match.stop - match.begin))
    if first is None or last is None or not at:
        return
    first, last = _shared(first, last)
    if _in_order(first, last):
        yield match.reading("span", first=first, last=last)


def _shared(first: Point, last: Point) -> tuple[Point, Point]:
    """Give each end what only the other end says: "June 13-17", "28 October - 2 November 2020"."""
    if first.month is None and first.day:
        first = replace(first, month=last.month)
    if last.month is None and last.day:
        last = replace(last, month=first.month)
    wraps = bool(first.month and last.month and first.month > last.month)
    if not first.has_year:
        year = last.year - wraps if last.year else None
        first = replace(first, year=year, shift=last.shift - wraps if last.shift is not None else None)
    if not last.has_year:
        year = first.year + wraps if first.year else None
        last = replace(last, year=year, shift=first.shift + wraps if first.shift is not None else None)
    return first, last


def _in_order(first: Point, last: Point) -> bool:
    if first.year and last.year:
        return (first.year, first.month or 1, first.day or 1) < (last.year, last.month or 12, last.day or 31)
    return first.month != last.month or (first.day or 0) < (last.day or 32)


def _list(match: Match) -> Iterator[Reading]:
    """Read "8, 9 and 10 May" as a span where the days follow one another, else as dates of their own."""
    whole = point(match)
    spots = [at for at, c in enumerate(match.letters) if c in ("DO" if whole and whole.day else "Mm")]
    name = "day" if whole and whole.day else "month"
    if whole is None or len(spots) < 2:
        return
    numbers = [match.values[at] for at in spots]
    points = [replace(whole, **{name: number}, weekday=None) for number in numbers]
    if any(b - a != 1 for a, b in pairwise(numbers)):
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
        yield match.reading("point", first=replace(when, season=match.value_of("q")))


def _shifted_month(match: Match) -> Iterator[Reading]:
    kind = next(_SHIFT_KINDS[c] for c in match.letters if c in _SHIFT_KINDS)
    yield match.reading("point", first=Point(month=match.value_of("Mm")), kind=kind)


def _weekday(match: Match) -> Iterator[Reading]:
    if match.row.letters[match.begin : match.stop] == "v":
        return
    kind = next((_SHIFT_KINDS[c] for c in match.letters if c in _SHIFT_KINDS), "")
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


def _years_short(match: Match) -> Iterator[Reading]:
    """Read "2018/19" and "1998-99"."""
    year = match.value_of("Y")
    tail = match.values[-1]
    last = year // 100 * 100 + tail if tail is not None and tail < 100 else 0
    if last > year and (last - year == 1 or "-" in match.letters):
        yield match.reading("span", first=Point(year=year), last=Point(year=last))


def _year_before_noun(match: Match) -> Iterator[Reading]:
    if 1900 <= match.value_of("Y") <= 2100:
        yield match.reading("point", first=Point(year=match.value_of("Y")), kind="before_noun")


def _year_of_name(match: Match) -> Iterator[Reading]:
    if 1900 <= match.value_of("Y") <= 2100:
        yield match.reading("point", first=Point(year=match.value_of("Y")), kind="of_name")


def _literal(match: Match) -> Iterator[Reading]:
    yield match.reading("literal", text=match.value_of("E"))


def _century(match: Match) -> Iterator[Reading]:
    number = match.value_of("Op")
    if match.value_of("u") == "century" and 1 < number <= 21:
        yield match.reading("literal", text=f"{number - 1:02}XX")


def _relative(match: Match) -> Iterator[Reading]:
    unit, offset = match.value_of("R")
    yield match.reading("step", unit=unit, offset=offset)


def _anaphora(match: Match) -> Iterator[Reading]:
    unit, offset = match.value_of("r")
    yield match.reading("step", unit=unit, offset=offset, anchor="text")


def _shifted_unit(match: Match) -> Iterator[Reading]:
    unit = match.value_of("ukKj") or "month"
    offset = match.value_of("HLXQ")
    # A day or decade so named is no date ("these days", "this century"); "this week" is.
    if unit in ("week", "month", "year", "quarter", "weekend"):
        yield match.reading("step", unit=unit, offset=offset)


def _this_unit(match: Match) -> Iterator[Reading]:
    """Read "the end of the year" and "later in the week"."""
    unit = match.value_of("ukKj") or "month"
    if unit in ("day", "week", "month", "year", "decade"):
        yield match.reading("step", unit=unit)


def _quarter(match: Match) -> Iterator[Reading]:
    """Read "the first quarter of 2018"."""
    number = match.value_of("Op")
    when = point(match)
    if match.value_of("u") == "quarter" and when and 1 <= number <= 4:
        when = replace(when, day=None)
        last = replace(when, month=number * 3)
        yield match.reading("span", first=replace(when, month=number * 3 - 2), last=last)


def _count(match: Match) -> int:
    return next((v for c, v in zip(match.letters, match.values, strict=True) if c in "nDN" and v), 1)


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
    "none": lambda match: iter(()),
    "single": _single,
    "range": _range,
    "list": _list,
    "month_alone": _month_alone,
    "season": _season,
    "shifted_month": _shifted_month,
    "weekday": _weekday,
    "years": _years,
    "years_short": _years_short,
    "year_before_noun": _year_before_noun,
    "year_of_name": _year_of_name,
    "literal": _literal,
    "century": _century,
    "relative": _relative,
    "anaphora": _anaphora,
    "shifted_unit": _shifted_unit,
    "this_unit": _this_unit,
    "quarter": _quarter,
    "ago": _steps(-1, "page"),
    "from_now": _steps(1, "page"),
    "earlier": _steps(-1, "text"),
    "later": _steps(1, "text"),
    "years_on": _years_on,
}
