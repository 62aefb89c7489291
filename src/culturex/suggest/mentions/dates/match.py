"""What a matched form says, before it is known which day that is: a point, a span, or a step from another date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from culturex.suggest.mentions.dates.rows import Row

SHIFT_KINDS = {"L": "last", "H": "this", "X": "next", "Q": "coming"}


class Point(NamedTuple):
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

    *shape* is ``point`` (with *first*), ``span`` (*first* and *last*), ``literal`` (*text* is EDTF), ``holiday``
    (*text* is its code), ``beside`` (the *unit*, a weekday or weekend, next to *first* or a holiday) or ``step``
    (*offset* times *unit* away from *anchor*: ``page``, or ``text`` for the date named before).
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

    def over(self, start: int, end: int) -> Reading:
        """Return what this says as said at characters ``start:end``."""
        return Reading(
            self.rule, self.shape, start, end, self.first, self.last, self.unit, self.offset, self.anchor, self.text,
            self.phase, self.kind,
        )  # fmt: skip


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
        for at, letter in enumerate(self.letters, self.begin):
            if letter in letters:
                return self.row.values[at]
        return None

    def reading(self, shape: str, **facts: Any) -> Reading:
        """Return a reading over the whole match."""
        phase = self.value_of("eBC") or ""
        return Reading(
            self.rule, shape, self.row.starts[self.begin], self.row.ends[self.stop - 1], phase=phase, **facts
        )

    def part(self, begin: int, stop: int) -> Match:
        """Return the match narrowed to letters ``begin:stop`` of itself."""
        return Match(self.row, self.begin + begin, self.begin + stop, self.rule, self.order)


# What the value of a letter is by itself, and the letters of which that takes more to tell.
_PLAIN = {
    **dict.fromkeys("Mm", "month"),
    **dict.fromkeys("Yy", "year"),
    **dict.fromkeys("Wv", "weekday"),
    **dict.fromkeys("HLXQ", "shift"),
}
_TO_READ = frozenset("DOpÝPIS")


def point(match: Match) -> Point | None:
    """Return the day, month or year that the words of *match* name; None where no such day can be."""
    found: dict[str, int] = {}
    letters, values = match.letters, match.values
    for at, (letter, value) in enumerate(zip(letters, values, strict=True)):
        if letter in _PLAIN:
            found.setdefault(_PLAIN[letter], value)
        elif letter in _TO_READ:
            for name, number in _facts(letter, value, letters[at + 1 : at + 2], letters[:at], match.order):
                found.setdefault(name, number)
    if "@" in letters:
        found["year"] = values[letters.index("@")] + (values[letters.index("@") + 1] or 0)
    elif "^" in letters:
        found["year"] = _worded_year(values[letters.index("^") :])
    return Point(**found) if _possible(found) else None


def _facts(letter: str, value: Any, after: str, before: str, order: str) -> Iterator[tuple[str, int]]:
    if letter in "DOp":
        if not before.endswith("@"):
            yield ("month" if after == "j" or before.endswith("J") else "day"), value
    elif letter == "Ý":
        yield "shift", value[1]
    elif letter == "P":
        yield from (("day", value[0]), ("month", value[1]))
    elif letter == "I":
        yield from zip(("year", "month", "day"), value, strict=True)
    elif letter == "S":
        yield from _slashed(value, order)


def _worded_year(values: Sequence[Any]) -> int:
    """Return the year of "nineteen ninety-eight" from its numbers; 0, which is none, where these are no such year."""
    century, *numbers = [v for v in values if v]
    is_year = numbers and 10 <= numbers[0] < 100 and (len(numbers) == 1 or (numbers[0] > 19 and numbers[1] < 10))
    return century * 100 + sum(numbers) if is_year else 0


def _slashed(value: tuple[int, int, int, str], order: str) -> Iterator[tuple[str, int]]:
    first, second, year, separator = value
    day_first = separator == "." or order == "dmy"
    if first > 12 or second > 12:
        day_first = first > 12
    yield "day", first if day_first else second
    yield "month", second if day_first else first
    yield "year", whole_year(year)


def whole_year(year: int) -> int:
    """Return the year that the last two digits of one stand for."""
    return year + (0 if year > 99 else 1900 if year > 45 else 2000)


def _possible(found: dict[str, int]) -> bool:
    month, day = found.get("month"), found.get("day")
    if not 1 <= (month or 1) <= 12 or not 1 <= found.get("year", 2000) <= 2999:
        return False
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[(month or 1) - 1]
    return day is None or 1 <= day <= longest
