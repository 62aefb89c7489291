"""Read a day that a page sets in lines of their own, one above the other: "17", "JUL", "2017"."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest.page.lines import Line
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.suggest.page.stamps import has_year, stamps
from culturex.text import Span

# The day stands in two or three lines, each as short as the longest month with a number beside it.
_FEWEST, _MOST = 2, 3
_LONGEST = 16


def find(sheet: Sheet) -> list[tuple[range, Fact]]:
    """Return the days that stand so above the text, each with the numbers of its lines."""
    found: list[tuple[range, Fact]] = []
    for first in range(sheet.head.stop):
        if found and first in found[-1][0]:
            continue
        for lines in _stacks(sheet, first):
            value = _day(lines, sheet.table.languages)
            if value:
                span = Span(lines[0].start, lines[-1].end)
                found.append((range(first, first + len(lines)), Fact(value, span, "published.stacked")))
                break
    return found


def _stacks(sheet: Sheet, first: int) -> Iterator[list[Line]]:
    """Give the few short lines from line *first* on, as far as they stand above the text."""
    for count in range(_FEWEST, _MOST + 1):
        lines = sheet.lines[first : min(first + count, sheet.first_prose)]
        if len(lines) == count and all(len(line.text) <= _LONGEST for line in lines):
            yield lines


def _day(lines: list[Line], codes: tuple[str, ...]) -> str | None:
    """Return the day that the *lines* give together, None where they give more or less than that."""
    text = " ".join(line.text for line in lines)
    if not has_year(text) or not any(line.text.isdigit() for line in lines):
        return None
    found = stamps(text, codes)
    whole = len(found) == 1 and found[0].gives_day and (found[0].start, found[0].end) == (0, len(text))
    return found[0].value if whole else None
