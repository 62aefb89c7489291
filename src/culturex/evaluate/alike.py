"""When two dates or two quotes count as the same, and how names are paired one to one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from culturex.likeness.names import plain

_SPACE = re.compile(r"\s+")
_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_Day = tuple[int, int, int]
_FIRST: _Day = (1, 1, 1)
_LAST: _Day = (9999, 12, 31)


def squash(text: str | None) -> str:
    """Return *text* with white space folded, for looking up quotes: letters and marks must be the same."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text or "")).strip()


def same(one: str, other: str) -> bool:
    """Tell whether two codes are the same."""
    return one == other


class Pairing(NamedTuple):
    """Names of a reference and a coding taken together: what matches, what is *missing*, what is too many (*extra*)."""

    pairs: list[tuple[str, str]]
    missing: list[str]
    extra: list[str]


def pair_up(reference: Sequence[str], coding: Sequence[str], alike: Callable[[str, str], bool]) -> Pairing:
    """Pair names one to one, each with the first that fits: those of the same ``plain`` form, then those *alike*."""
    left, missing = list(coding), list(reference)
    pairs: list[tuple[str, str]] = []
    for test in (lambda a, b: plain(a) == plain(b), alike):
        waiting, missing = missing, []
        for name in waiting:
            at = next((i for i, other in enumerate(left) if test(name, other)), None)
            if at is None:
                missing.append(name)
            else:
                pairs.append((name, left.pop(at)))
    return Pairing(pairs, missing, left)


def same_date(one: str | None, other: str | None) -> bool:
    """Tell whether two EDTF dates are the same: as written, or from the same first day to the same last one."""
    return (one or None) == (other or None) or (_span(one) is not None and _span(one) == _span(other))


def dates_touch(one: str | None, other: str | None) -> bool:
    """Tell whether two EDTF dates may mean the same day; True where one is not known."""
    a, b = _span(one), _span(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _span(date: str | None) -> tuple[_Day, _Day] | None:
    """Return the first and last day that an EDTF date may mean, as (year, month, day); None where it has none.

    Qualifiers (``~ ? %``) do not count, an open or unknown end is as far away as can be, and dates with digits
    unknown have no days. A month ends with 31, whatever its length, and a season is a thirteenth month and more:
    enough to compare dates of the same kind, and the same for whoever scores without a calendar.
    """
    first, slash, last = (date or "").partition("/")
    begin = _FIRST if slash and first in ("", "..") else _day(first, (1, 1))
    end = _LAST if slash and last in ("", "..") else _day(last if slash else first, (12, 31))
    return (begin, end) if begin and end else None


def _day(point: str, default: tuple[int, int]) -> _Day | None:
    match = _POINT.fullmatch(point)
    if not match:
        return None
    year, month, day = match.groups()
    return int(year), int(month or default[0]), int(day or default[1])
