"""A line that shows how far a long piece of work is. It appears only when the work lasts, and only in a terminal."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import Self

from culturex.cli.output import is_terminal
from culturex.text import harmless

# Seconds before the line appears, and between two of its changes.
_PATIENCE = 1.0
_PACE = 0.1


class Progress:
    """Count steps and show them on standard error: ``1,200 articles, 1,640 a second``.

    *noun* is what is counted, in the plural; *total* is given where it is known. What takes seconds for each step
    tells more than its pace: ``tell("2 failed")`` shows ``17 of 30 articles, 2 failed`` from the start.
    """

    def __init__(self, noun: str, total: int | None = None) -> None:
        self.noun = noun
        self.total = total
        self.done = 0
        self._begun = time.monotonic()
        self._shown = 0.0
        self._visible = False
        self._terminal = is_terminal(sys.stderr)
        self._told: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._clear()

    def step(self) -> None:
        """Count one more."""
        self.done += 1
        now = time.monotonic()
        if now - self._begun > _PATIENCE and now - self._shown > _PACE:
            self._show(self._told or f"{self.done / (now - self._begun):,.0f} a second")

    def tell(self, what: str) -> None:
        """Show *what* at the end of the line, at once."""
        self._told = what
        self._show(what)

    def _show(self, end: str) -> None:
        if self._terminal:
            self._shown = time.monotonic()
            self._visible = True
            of = f" of {self.total:,}" if self.total else ""
            line = f"{self.done:,}{of} {self.noun}, {harmless(end)}"
            # A line that wraps could not be taken back.
            sys.stderr.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
            sys.stderr.flush()

    def say(self, message: str) -> None:
        """Print *message* above the line."""
        self._clear()
        print(harmless(message), file=sys.stderr)

    def _clear(self) -> None:
        if self._visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._visible = False
