"""When two names, two dates or two quotes count as the same, and how names are paired one to one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_MARKS = re.compile("['’‘`\"“”«»]")
_NO_WORD = re.compile(r"[^\w]+")
_SPACE = re.compile(r"\s+")
_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_EMPTY = frozenset({"the", "of"})

# What two names of bodies must share to count as the same, from 0 to 1: words of one in the other, words of both in
# all words, letters.
_PART, _WORDS, _LETTERS = 0.5, 0.6, 0.85

_Day = tuple[int, int, int]
_FIRST: _Day = (1, 1, 1)
_LAST: _Day = (9999, 12, 31)


@lru_cache(maxsize=8192)
def plain(text: str | None) -> str:
    """Return *text* for comparing: no case, diacritics, quotation marks or punctuation, single spaces.

    >>> plain("Musée d’Art  – «Orsay»")
    'musee dart orsay'
    """
    folded = unicodedata.normalize("NFKD", text or "")
    letters = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    return _NO_WORD.sub(" ", _MARKS.sub("", letters)).strip()


def squash(text: str | None) -> str:
    """Return *text* with white space folded, for looking up quotes: letters and marks must be the same."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text or "")).strip()


def same(one: str, other: str) -> bool:
    """Tell whether two codes are the same."""
    return one == other


def same_place(one: str | None, other: str | None) -> bool:
    """Tell whether two names of places are the same; "City" at the end does not count."""
    a, b = plain(one), plain(other)
    return bool(a) and (a == b or a.removesuffix(" city") == b.removesuffix(" city"))


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names of people are the same: in any order, or one a part of the other of two words or more."""
    a, b = plain(one).split(), plain(other).split()
    if not a or not b:
        return False
    small, big = sorted((a, b), key=len)
    return sorted(a) == sorted(b) or (len(small) >= 2 and set(small) <= set(big))


def same_organization(one: str | None, other: str | None) -> bool:
    """Tell whether two names of bodies (or titles of people) are the same.

    They are when they are equal; when one holds all words of the other, which has two or more and at least half as
    many; when they share 0.6 of all their words ("the" and "of" left out) or 0.85 of their letters.
    """
    a, b = plain(one), plain(other)
    if not a or not b:
        return False
    if a == b:
        return True
    words, others = set(a.split()) - _EMPTY, set(b.split()) - _EMPTY
    if not words or not others:
        return False
    small, big = sorted((words, others), key=len)
    if len(small) >= 2 and small <= big and len(small) / len(big) >= _PART:
        return True
    return share(words, others) >= _WORDS or _letters_alike(a, b)


def _letters_alike(a: str, b: str) -> bool:
    matcher = SequenceMatcher(None, a, b)
    # The two quick ratios are never below the true one, and most names fail them at once.
    return all(ratio() >= _LETTERS for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def share(one: set[str] | frozenset[str], other: set[str] | frozenset[str]) -> float:
    """Return what two sets have in common as a share of all they have (Jaccard); 1.0 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


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
