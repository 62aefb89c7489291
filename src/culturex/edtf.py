"""Dates that admit doubt: Extended Date/Time Format (EDTF, ISO 8601-2), levels 0 and 1.

Understood are days, months and years (``2016-10-14``, ``2010-04``, ``2017``), level 1 seasons (``2019-21`` spring to
``2019-24`` winter), digits not known (``201X``, ``2004-XX``, ``2004-10-XX``), the qualifiers ``~`` (about), ``?``
(uncertain) and ``%`` (both), and intervals of two of these, open (``..``) or unknown (nothing) at either end.
Specification: https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from culturex.errors import InputError

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%])?", re.ASCII)
# EDTF level 1 season codes and the months they begin with and end with on the northern half of the earth. A winter
# is taken for December of the year named and January and February of the next.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
_MEANING = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_MONTHS = "January February March April May June July August September October November December".split()
_SEASON_NAMES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season, year or decade with its first and last day and its qualifier (``~ ? %`` or none)."""

    text: str
    first: date
    last: date
    qualifier: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. *start* or *end* is None where that end is open (``..``) or unknown."""

    text: str
    start: Point | None
    end: Point | None

    @property
    def earliest(self) -> date | None:
        """The earliest day this may mean; None where the start is open or unknown."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """The latest day this may mean; None where the end is open or unknown."""
        return self.end.last if self.end else None

    @property
    def is_interval(self) -> bool:
        """Tell whether this was written as an interval."""
        return "/" in self.text

    def __str__(self) -> str:
        return self.text


# News repeats its days; what is refused is not kept.
@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Return the date that *text* writes in EDTF level 0 or 1; raise InputError where it is none.

    >>> d = parse("2014/2016")
    >>> d.earliest.isoformat(), d.latest.isoformat()
    ('2014-01-01', '2016-12-31')
    >>> parse("2020/..").latest is None
    True
    """
    written = text.strip()
    left, slash, right = written.partition("/")
    if not slash:
        point = _point(left, written)
        return Edtf(point.text, point, point)
    if "/" in right or {left, right} <= {"", ".."}:
        raise _refusal(written)
    start = None if left in ("", "..") else _point(left, written)
    end = None if right in ("", "..") else _point(right, written)
    if start and end and start.first > end.last:
        raise InputError(f"The date {written!r} ends before it begins.", "Write the earlier day first: 2014/2016.")
    return Edtf(written, start, end)


def is_valid(text: str) -> bool:
    """Tell whether *text* is a date in EDTF level 0 or 1."""
    try:
        parse(text)
    except InputError:
        return False
    return True


def describe(text: str) -> str:
    """Return the EDTF date *text* in words, for a person to check what was understood.

    >>> describe("2022-11-14/2022-11-18")
    '14 November 2022 to 18 November 2022'
    """
    value = parse(text)
    if not value.is_interval:
        return _words(value.start)
    left, _, right = text.strip().partition("/")
    before = {"": "unknown start", "..": "open start"}.get(left) or _words(value.start)
    after = {"": "unknown end", "..": "open end"}.get(right) or _words(value.end)
    return f"{before} to {after}"


def _words(point: Point | None) -> str:
    if point is None:
        return ""
    year, month, day = [*point.text.rstrip("~?%").split("-"), "", ""][:3]
    name = _SEASON_NAMES.get(month) or (_MONTHS[int(month) - 1] if month.isdigit() else "")
    decade = f"{year.replace('X', '0')}s" if "X" in year else year
    parts = [str(int(day)) if day.isdigit() else "", name, decade]
    return _MEANING.get(point.qualifier, "") + " ".join(p for p in parts if p)


def _refusal(written: str) -> InputError:
    return InputError(
        f"{written!r} is no date that can be stored.",
        "Write EDTF: 2024-05-08, 2010-04, 2017, 2014/2016, 2020/.. ; add ~ for about, ? for uncertain.",
    )


def _point(part: str, written: str) -> Point:
    match = _POINT.fullmatch(part)
    if not match:
        raise _refusal(written)
    year, month, day, qualifier = match.groups()
    try:
        first, last = _bounds(year, month, day)
    except ValueError:
        raise _refusal(written) from None
    return Point(part, first, last, qualifier or "")


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    if "X" in year and (month or day):
        raise ValueError("digits unknown in the year leave no month")
    if month in _SEASONS and day is None:
        begin, finish = _SEASONS[month]
        after = date(high + (finish < begin), finish, 1)
        return date(low, begin, 1), _month_end(after.year, after.month)
    if month is None or month == "XX":
        if day and day != "XX":
            raise ValueError("a day without its month")
        return date(low, 1, 1), date(high, 12, 31)
    if day is None or day == "XX":
        return date(low, int(month), 1), _month_end(high, int(month))
    exact = date(low, int(month), int(day))
    return exact, exact


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def from_days(first: date, last: date) -> str:
    """Return the shortest EDTF for the days *first* to *last*, inclusive.

    >>> from_days(date(2016, 2, 1), date(2016, 2, 29)), from_days(date(2016, 1, 1), date(2016, 12, 31))
    ('2016-02', '2016')
    """
    if first == last:
        return first.isoformat()
    if first.day == 1 and last + timedelta(days=1) == _next_month(first):
        return first.isoformat()[:7]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _next_month(day: date) -> date:
    return date(day.year + 1, 1, 1) if day.month == 12 else date(day.year, day.month + 1, 1)
