"""Find lists of other articles whose titles are printed twice: in the picture's stead, and again as the link."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from culturex.suggest.page import lines as shapes
from culturex.suggest.page.sheet import Sheet

# A title of fewer words may be an exclamation ("Long live the choir! ...").
_WORDS = 3
# A teaser has a title and so many lines at most; two of them are a list.
_LINES, _LEAST = 4, 2


def said_twice(text: str) -> str | None:
    """Return the phrase that *text* is, printed twice in a row; None for other texts.

    >>> said_twice("• Choir of Nida in Tartu Choir of Nida in Tartu")
    'Choir of Nida in Tartu'
    """
    words = text.lstrip(shapes.BULLETS).split()
    half = len(words) // 2
    if half < _WORDS or words[:half] != words[half:]:
        return None
    return " ".join(words[:half])


def find(sheet: Sheet, title: int | None) -> set[int]:
    """Return the numbers of the lines of such lists below the text, *title* being the headline's line."""
    titles = [n for n in range(sheet.first_prose + 1, len(sheet.lines)) if n != title and said_twice(_text(sheet, n))]
    found: set[int] = set(titles)
    for items in _lists(titles):
        size = max(below - above for above, below in pairwise(items))
        above = items[0] - 1
        first = above if not sheet.prose[above] and shapes.word_count(_text(sheet, above)) <= _WORDS else items[0]
        found.update(range(first, min(items[-1] + size, len(sheet.lines))))
    return found


def _text(sheet: Sheet, number: int) -> str:
    return sheet.lines[number].text


def _lists(titles: Sequence[int]) -> list[list[int]]:
    """Return the runs of *titles* that stand close together."""
    runs: list[list[int]] = []
    for number in titles:
        if runs and number - runs[-1][-1] <= _LINES:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run for run in runs if len(run) >= _LEAST]
