"""Two streams: data to standard output, everything said to a person to standard error.

Data is a rich table in a terminal, and plain lines with tabs between the cells in a pipe. Text from articles is made
harmless first, and is never read as markup.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import IO, Any

from culturex.text import harmless, harmless_json, one_line


def is_terminal(stream: IO[str] | None = None) -> bool:
    """Tell whether *stream* (standard output) is a terminal."""
    return bool((stream or sys.stdout).isatty())


def has_keyboard() -> bool:
    """Tell whether a person can be asked: standard input and standard error are terminals."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def wants_colour(stream: IO[str] | None = None) -> bool:
    """Tell whether *stream* gets colour: a terminal that knows it, and NO_COLOR is not set (https://no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def note(message: str) -> None:
    """Say *message* to the person, on standard error."""
    print(harmless(message), file=sys.stderr, flush=True)


def emit_json(value: Any, *, lines: bool = False) -> None:
    """Print *value* as JSON: indented in a terminal, else compact; a list as JSON Lines with *lines*."""
    import json

    # An encoding that cannot write all characters gets them as the escapes of JSON.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf16", "utf32")
    if lines:
        for item in value:
            print(harmless_json(json.dumps(item, ensure_ascii=plain)))
        return
    print(harmless_json(json.dumps(value, ensure_ascii=plain, indent=2 if is_terminal() else None)))


def emit_rows(
    headers: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    flexible: Sequence[str] = (),
    optional: Sequence[str] = (),
) -> None:
    """Print *rows*: a table in a terminal, tab-separated lines with a header line in a pipe.

    In a narrow terminal the *flexible* columns wrap, and the *optional* ones are left out, the first named first.
    """
    if is_terminal():
        _emit_table(headers, list(rows), flexible, optional)
        return
    write = sys.stdout.write
    write("\t".join(headers) + "\n")
    for row in rows:
        write("\t".join(_cell(value) for value in row) + "\n")


def _emit_table(
    headers: Sequence[str], rows: list[Sequence[Any]], flexible: Sequence[str], optional: Sequence[str]
) -> None:
    import shutil

    from culturex.cli import grid

    head, *body = grid.lines(headers, rows, shutil.get_terminal_size().columns, flexible=flexible, optional=optional)
    # SGR 1 and 0 (ECMA-48): bold on and all off.
    print(f"\x1b[1m{head}\x1b[0m" if wants_colour() else head)
    print("\n".join(body))


def emit_text(text: str) -> None:
    """Print *text*, made harmless."""
    print(harmless(text))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = str(value)
    # Nearly all cells hold nothing but letters, marks and plain spaces; the rest goes the slow way.
    return text if text.isprintable() else one_line(text)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "article"), count(1200, "article"), count(2, "country", "countries")
    ('1 article', '1,200 articles', '2 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
