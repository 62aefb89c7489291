"""The command line reference, as Markdown, from the commands themselves."""

from __future__ import annotations

import contextlib
import io

from culturex.cli import app


def commands() -> str:
    """Return the help of every command under a heading of its own."""
    return "\n".join(f"## culturex {name}\n\n```\n{_help(name)}```\n" for name in names())


def names() -> list[str]:
    """Return the names of all commands as they are typed, those of a group (``prompts list``) after the group's."""
    return [
        full for name in app.COMMANDS for full in (name, *(f"{name} {inner}" for inner in app.GROUPS.get(name, ())))
    ]


def _help(name: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        app.run([*name.split(), "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines()) + "\n"
