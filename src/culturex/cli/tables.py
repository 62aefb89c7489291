"""The console, bars and marked text, with rich. Loaded only where standard output is a terminal."""

from __future__ import annotations

import os
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from culturex.cli.output import wants_colour
from culturex.text import harmless


class _Measure(Console):
    """Tells the size of a terminal that calls itself dumb as well, where rich takes 80 columns for granted."""

    @property
    def is_dumb_terminal(self) -> bool:
        return False


def console(*, stderr: bool = False) -> Console:
    """Return a console that takes no text for markup or emoji, without colour where it is not wanted."""
    size = _Measure(stderr=stderr).size if os.environ.get("TERM") in ("dumb", "unknown") else None
    return Console(
        stderr=stderr,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=bool(os.environ.get("NO_COLOR")),
        soft_wrap=False,
        width=size.width if size else None,
        height=size.height if size else None,
    )


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
