"""The year of a page without a date, by arithmetic: "twinned since 1986", told "three decades after", is of 2016.

A year and a number of years make a sum; one is believed where more speaks for it: a day told with its weekday fits
that year, an anniversary of the number is kept, the number is told again or near the year, the page names no other
year, or names the sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from culturex.suggest.document import Document
from culturex.suggest.languages import table
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.rows import Row

# "30 years", "three decades" and "the 30th anniversary" as letters of a row.
_COUNTED = re.compile(r"[DNn](?=-?k)")
_DECADES = re.compile(r"[DNn](?=u)")
_KEPT = re.compile(r"[ODNn](?=(?:-?k)?s)")
_DECADE = 10
# Fewer years are told of much else; more than that no cooperation has lasted.
_FEWEST, _MOST = 5, 200
# The sums that are a year in which a page can have been written begin here.
_FIRST = 1990
_TOGETHER = 80
# How much must speak for a sum, and how much a day does whose weekday fits.
_ENOUGH, _WEEKDAY = 2, 2


class Told(NamedTuple):
    """A year that a page tells of itself by arithmetic, and where the number of years stands (letters of the row)."""

    year: int
    start: int
    end: int


class _Count(NamedTuple):
    years: int
    start: int
    end: int
    kept: bool


def year_of(document: Document, letters: Row, found: Iterable[Reading], today: date) -> Told | None:
    """Return the year in which a page without a date was written, as its numbers of years tell; None if none does."""
    counts = [*_counts(letters), *_phrases(document)]
    if not counts:
        return None
    read = list(found)
    years = {r.first.year for r in read if r.first.year and r.shape in ("point", "span") and r.kind != "of_name"}
    if not years:
        return None
    latest = max(years)
    sums = {y + c.years for y in years for c in counts if max(_FIRST, latest) <= y + c.years <= today.year}
    weighed = sorted(((_weight(s, counts, years, read), s) for s in sums), reverse=True)
    if not weighed or weighed[0][0] < _ENOUGH or (len(weighed) > 1 and weighed[1][0] == weighed[0][0]):
        return None
    year = weighed[0][1]
    count = next(c for c in counts if year - c.years in years)
    return Told(year, count.start, count.end)


def _counts(letters: Row) -> Iterable[_Count]:
    """Yield the numbers of years and the anniversaries of a row."""
    row, values = letters.letters, letters.values
    for form, times, kept in ((_COUNTED, 1, False), (_DECADES, _DECADE, False), (_KEPT, 1, True)):
        for match in form.finditer(row):
            at = match.start()
            last = at + 1 + (row[at + 1] == "-")
            if not isinstance(values[at], int) or (not kept and values[last] != _UNITS[times]):
                continue
            if _FEWEST <= values[at] * times <= _MOST:
                yield _Count(values[at] * times, letters.starts[at], letters.ends[last], kept)


_UNITS: Mapping[int, Any] = {1: "year", _DECADE: "decade"}


def _phrases(document: Document) -> Iterable[_Count]:
    """Yield what tells a number of years without one: "half a century"."""
    lowered = ""
    for number, phrases in table(document.language, "dates").get("jubilees", {}).items():
        for phrase in phrases:
            lowered = lowered or document.body.lower()
            at = lowered.find(phrase)
            if at >= 0:
                yield _Count(int(number), at, at + len(phrase), kept=False)


def _weight(year: int, counts: list[_Count], years: set[int], found: list[Reading]) -> int:
    """Return how much speaks for a *year*; less than nothing where days with their weekdays speak against it."""
    fits = [_fits(r, year) for r in found if r.first.weekday and r.first.day and r.first.month and not r.first.has_year]
    if fits and not any(fits):
        return -1
    own = [c for c in counts if year - c.years in years]
    told = {(c.start, c.end) for c in own}
    return (
        _WEEKDAY * any(fits)
        + any(c.kept for c in own)
        + (len({c.years for c in own if c.kept} & {c.years for c in own if not c.kept}) > 0)
        + (len(told) > 1)
        + any(_are_told_together(c, r, year) for c in own for r in found)
        + (len(years) == 1)
        + (year in years)
    )


def _are_told_together(count: _Count, reading: Reading, year: int) -> bool:
    """Tell whether a number of years stands near the year it is counted from ("since 1998, so it is 20 years")."""
    return reading.first.year == year - count.years and abs(reading.start - count.start) <= _TOGETHER


def _fits(reading: Reading, year: int) -> bool:
    when = reading.first
    try:
        return date(year, when.month or 1, when.day or 1).isoweekday() == when.weekday
    except ValueError:
        return False
