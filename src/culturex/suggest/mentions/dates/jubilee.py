"""The year of a page without a date, by arithmetic: "twinned since 1986", told "three decades after", is of 2016.

A year and a number of years make a sum; one is believed where more speaks for it: a day told with its weekday fits
that year, an anniversary of the number is kept, the number is told again or near the year, the page names no other
year, or names the sum.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from culturex.suggest.document import Document
from culturex.suggest.languages import table
from culturex.suggest.mentions.dates.checks import is_inexact
from culturex.suggest.mentions.dates.match import Point, Reading
from culturex.suggest.mentions.dates.rows import Row, lowered
from culturex.suggest.mentions.dates.words import Vocabulary

# "30 years", "three decades" and "the 30th anniversary" as letters of a row.
_COUNTED = re.compile(r"[DNn](?=-?k)")
_DECADES = re.compile(r"[DNn](?=u)")
_KEPT = re.compile(r"[ODNn](?=[-.]?(?:k-?)?s)")
# How many years each unit has that is counted.
_DECADE = 10
_UNITS: Mapping[int, str] = {1: "year", _DECADE: "decade"}
# Fewer years are told of much else; more than that no cooperation has lasted.
_FEWEST, _MOST = 5, 200
# The sums that are a year in which a page can have been written begin here.
_FIRST = 1990
# A year and what is counted from it are told within so many characters.
_TOGETHER = 80
# How much must speak for a sum, and how much a day does whose weekday fits.
_ENOUGH, _WEEKDAY = 2, 2


class Told(NamedTuple):
    """A year that a page tells of itself by arithmetic; the number of years stands at characters ``start:end``."""

    year: int
    start: int
    end: int


class _Count(NamedTuple):
    """A number of years at characters ``start:end``; *kept* where it is that of an anniversary."""

    years: int
    start: int
    end: int
    kept: bool


def has_count(letters: Row) -> bool:
    """Tell whether a row tells a number of years or an anniversary."""
    return any(form.search(letters.letters) for form in (_COUNTED, _DECADES, _KEPT))


def year_of(document: Document, words: Vocabulary, letters: Row, found: Iterable[Reading], today: date) -> Told | None:
    """Return the year in which a page without a date was written, as its numbers of years tell; None if none does."""
    counts = [*_counts(document, words, letters), *_phrases(document, words)]
    if not counts:
        return None
    read = list(found)
    years = {
        r.first.year
        for r in read
        # Where years need a word before them, one without is of a name.
        if r.first.year and r.shape in ("point", "span") and (words.bare_years or r.kind != "of_name")
    }
    if not years:
        return None
    latest = max(years)
    numbers = {c.years for c in counts}
    sums = {y + n for y in years for n in numbers if max(_FIRST, latest) <= y + n <= today.year}
    near = _told_together(counts, [r for r in read if r.first.year in years]) if sums else set()
    weighed = sorted(((_weight(s, counts, years, read, near), s) for s in sums), reverse=True)
    if not weighed or weighed[0][0] < _ENOUGH or (len(weighed) > 1 and weighed[1][0] == weighed[0][0]):
        return None
    year = weighed[0][1]
    count = next(c for c in counts if year - c.years in years)
    return Told(year, count.start, count.end)


def _counts(document: Document, words: Vocabulary, letters: Row) -> Iterator[_Count]:
    """Yield the numbers of years and the anniversaries of a row; "more than 30 years" is no number."""
    row, values = letters.letters, letters.values
    for form, times, kept in ((_COUNTED, 1, False), (_DECADES, _DECADE, False), (_KEPT, 1, True)):
        for match in form.finditer(row):
            at = match.start()
            start = letters.starts[at]
            last = at + 1 + (row[at + 1] in "-.")
            if not isinstance(values[at], int) or (not kept and values[last] != _UNITS[times]):
                continue
            is_about = not kept and is_inexact(document, start, words)
            if _FEWEST <= values[at] * times <= _MOST and not is_about:
                yield _Count(values[at] * times, start, letters.ends[last], kept)


def _phrases(document: Document, words: Vocabulary) -> Iterator[_Count]:
    """Yield what tells a number of years without one: "half a century"."""
    lowers = ""
    for number, phrases in table(document.language, "dates").get("jubilees", {}).items():
        for phrase in phrases:
            lowers = lowers or lowered(document.body)
            at = lowers.find(phrase)
            if at >= 0 and (words.run_on or not lowers[at - 1 : at].isalpha()):  # not "behalf a century"
                yield _Count(int(number), at, at + len(phrase), kept=False)


def _weight(year: int, counts: list[_Count], years: set[int], found: list[Reading], near: set[int]) -> int:
    """Return how much speaks for a *year*; less than nothing where days with their weekdays speak against it.

    *near* are the sums of numbers of years and years that stand together.
    """
    fits = [_fits(r.first, year) for r in found if r.first.weekday and not r.first.has_year]
    if (days := [fit for fit in fits if fit is not None]) and not any(days):
        return -1
    own = [c for c in counts if year - c.years in years]
    kept = {c.years for c in own if c.kept}
    return (
        _WEEKDAY * any(days)
        + bool(kept)
        + any(c.years in kept for c in own if not c.kept)
        + (len({(c.start, c.end) for c in own}) > 1)
        + (year in near)
        + (len(years) == 1)
        + (year in years)
    )


def _told_together(counts: list[_Count], found: list[Reading]) -> set[int]:
    """Return the sums of numbers of years and the years near them that they are counted from.

    "Since 1998, so it is 20 years. Seven more ..." makes 2018: the nearest number is that of the year.
    """
    ordered = sorted(counts, key=lambda c: c.start)
    starts = [c.start for c in ordered]
    sums = set()
    for reading in found:
        beside = ordered[
            bisect_left(starts, reading.start - _TOGETHER) : bisect_right(starts, reading.start + _TOGETHER)
        ]
        if beside:
            nearest = min(beside, key=lambda c: abs(c.start - reading.start))
            sums.add((reading.first.year or 0) + nearest.years)
    return sums


def _fits(when: Point, year: int) -> bool | None:
    """Tell whether a day of a *year* has the weekday told with it; None where no month and day are told."""
    if not (when.month and when.day):
        return None
    try:
        return date(year, when.month, when.day).isoweekday() == when.weekday
    except ValueError:
        return False
