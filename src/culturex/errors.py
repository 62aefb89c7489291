"""The few kinds of known failure. Each reads as one sentence, with a hint of what to do next.

The exit codes are a contract with scripts; docs/cli.md lists them.
"""

from __future__ import annotations


class CulturexError(Exception):
    """A known failure: one sentence for the user, and a hint where there is something to do.

    *message* says what and where, without a trailing newline; *hint* says what to type or change next.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(CulturexError):
    """What the user gave cannot be used: a file, a value, a text (exit code 1)."""

    exit_code = 1


class UsageError(CulturexError):
    """The command was put together wrongly: flags that exclude each other, a missing argument (exit code 2)."""

    exit_code = 2


class NotFoundError(CulturexError):
    """There is no article or event of that number (exit code 3)."""

    exit_code = 3


class StoreError(CulturexError):
    """The store is locked, damaged, foreign or newer than this program (exit code 4)."""

    exit_code = 4


class BusyError(StoreError):
    """Another program holds the store for longer than a command waits (exit code 4)."""
