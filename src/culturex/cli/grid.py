"""Tables in the terminal: as wide as the screen, a thousand rows in a few milliseconds.

rich lays a table out cell by cell, which takes it half a millisecond a row; for a list of events that is the wrong
price. Here only the widths of characters come from rich, and only where a text is not ASCII.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from culturex.text import one_line

GAP = 2
# Columns that a flexible column wants at least before an optional one has to go: about two words.
_ROOM = 20
_LEAST = 8


def lines(
    headers: Sequence[str],
    rows: Sequence[Sequence[Any]],
    width: int,
    *,
    flexible: Sequence[str] = (),
    optional: Sequence[str] = (),
) -> Iterator[str]:
    """Yield the lines of a table of at most *width* columns: the headers, a rule, the rows.

    The *flexible* columns wrap between words; the *optional* ones are left out where there is no room, the first
    named first. A table whose fixed columns alone are wider than the screen runs over its edge.
    """
    texts = [[_text(value) for value in row] for row in rows]
    natural = [max([cells(h), *(cells(row[i]) for row in texts)]) for i, h in enumerate(headers)]
    shown = _fitting(headers, natural, width, flexible, optional)
    widths = _shared(shown, natural, [headers[i] in flexible for i in shown], width)
    yield _line([headers[i] for i in shown], widths)
    yield "─" * (sum(widths) + GAP * (len(widths) - 1))
    for row in texts:
        yield from _row([row[i] for i in shown], widths)


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes.

    >>> cells("abc"), cells("长春")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    """Return *text* cut between words into lines of at most *width* columns; a longer word is cut inside.

    >>> wrap("Days of Armenia in Kazakhstan", 10)
    ['Days of', 'Armenia in', 'Kazakhstan']
    """
    if cells(text) <= width:
        return [text]
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            found.append(line)
        *whole, line = _cut(word, width)
        found += whole
    return [*found, line]


def _cut(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _text(value: Any) -> str:
    if value is None:
        return ""
    text = str(value)
    return text if text.isprintable() else one_line(text)


def _fitting(
    headers: Sequence[str], natural: list[int], width: int, flexible: Sequence[str], optional: Sequence[str]
) -> list[int]:
    """Return the columns to show so that every flexible one has room."""
    shown = list(range(len(headers)))
    wanted = [min(n, _ROOM) if h in flexible else n for n, h in zip(natural, headers, strict=True)]
    for name in optional:
        if sum(wanted[i] + GAP for i in shown) - GAP <= width:
            break
        shown = [i for i in shown if headers[i] != name]
    return shown


def _shared(shown: list[int], natural: list[int], wraps: list[bool], width: int) -> list[int]:
    """Return the width of each shown column: the fixed ones whole, the others a fair share of what is left."""
    widths = [natural[i] for i in shown]
    left = width - GAP * (len(shown) - 1) - sum(w for w, wrapping in zip(widths, wraps, strict=True) if not wrapping)
    narrowest_first = sorted((w, at) for at, w in enumerate(widths) if wraps[at])
    for done, (wanted, at) in enumerate(narrowest_first):
        share = left // (len(narrowest_first) - done)
        widths[at] = min(wanted, max(share, _LEAST))
        left -= widths[at]
    return widths


def _row(texts: list[str], widths: list[int]) -> Iterator[str]:
    if all(cells(text) <= width for text, width in zip(texts, widths, strict=True)):
        yield _line(texts, widths)
        return
    wrapped = [wrap(text, width) for text, width in zip(texts, widths, strict=True)]
    for at in range(max(map(len, wrapped))):
        yield _line([part[at] if at < len(part) else "" for part in wrapped], widths)


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    padded = [text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True)]
    return (" " * GAP).join(padded).rstrip()
