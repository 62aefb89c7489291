"""Tables, panels and bars for the terminal, with rich. Loaded only where standard output is a terminal."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from culturex.cli.output import wants_colour
from culturex.text import harmless, one_line


def console(*, stderr: bool = False) -> Console:
    """Return a console that takes no text for markup or emoji, without colour where it is not wanted."""
    return Console(
        stderr=stderr,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=bool(os.environ.get("NO_COLOR")),
        soft_wrap=False,
    )


def cell(value: Any) -> Text:
    """Return *value* as one line of harmless text."""
    return Text("" if value is None else one_line(str(value)))


# Columns that a flexible column wants at least before an optional one has to go: about two words.
_ROOM = 20


def print_table(
    headers: Sequence[str], rows: Sequence[Sequence[Any]], *, flexible: Sequence[str] = (), optional: Sequence[str] = ()
) -> None:
    """Print a table as wide as the terminal; *flexible* columns wrap, *optional* ones go where there is no room."""
    screen = console()
    cells = [[cell(v) for v in row] for row in rows]
    shown = _fitting(headers, cells, screen.width, flexible, optional)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), collapse_padding=True, header_style="bold")
    for index in shown:
        wraps = headers[index] in flexible
        table.add_column(headers[index], overflow="fold", no_wrap=not wraps, min_width=8 if wraps else None)
    for row in cells:
        table.add_row(*(row[index] for index in shown))
    screen.print(table)


def _fitting(
    headers: Sequence[str], cells: list[list[Text]], width: int, flexible: Sequence[str], optional: Sequence[str]
) -> list[int]:
    """Return the columns to show so that every flexible one has room."""
    shown = list(range(len(headers)))
    natural = [max([len(h), *(row[i].cell_len for row in cells)]) for i, h in enumerate(headers)]
    wanted = [min(n, _ROOM) if h in flexible else n for n, h in zip(natural, headers, strict=True)]
    for name in optional:
        if sum(wanted[i] + 2 for i in shown) <= width:
            break
        shown = [i for i in shown if headers[i] != name]
    return shown


def bar(number: int, largest: int, width: int) -> str:
    """Return a bar of block characters, *width* columns for *largest*, in eighths.

    >>> bar(3, 4, 4)
    '███'
    """
    eighths = round(number * width * 8 / largest) if largest else 0
    return "█" * (eighths // 8) + ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")[eighths % 8]


def marked(text: str, spans: Sequence[tuple[int, int]], style: str) -> Text:
    """Return *text* with the stretches *spans* in *style*; in brackets where there is no colour."""
    plain = harmless(text)
    if wants_colour():
        shown = Text(plain)
        for start, end in spans:
            shown.stylize(style, start, end)
        return shown
    out = plain
    for start, end in sorted(spans, reverse=True):
        out = f"{out[:start]}[{out[start:end]}]{out[end:]}"
    return Text(out)
