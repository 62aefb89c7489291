"""The command line reference, as Markdown, from the commands themselves."""

from __future__ import annotations

import contextlib
import io

from culturex.cli import app


def commands() -> str:
    """Return the help of every command under a heading of its own."""
    return "\n".join(f"## culturex {name}\n\n```\n{_help(name)}```\n" for name in app.COMMANDS)


def _help(name: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        app.run([name, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines()) + "\n"
