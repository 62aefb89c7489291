"""A terminal that is closed while somebody is being asked, and a program that is told to end: both are like Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

from culturex.cli.streams import silence

# Windows has no SIGHUP.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))


class Hangup:
    """A block in which a closed terminal (the file number *terminal*) ends in KeyboardInterrupt.

    The signal may come while something is written, or what is written may fail before the signal comes: an error of
    the closed terminal counts as the signal.
    """

    def __init__(self, terminal: int | None) -> None:
        self._terminal = terminal if terminal is not None and os.isatty(terminal) else None
        self._was_told = False
        self._before: dict[int, Any] = {}
        # What goes to a file or a pipe is still wanted there.
        self._shown = [stream for stream in (sys.stdout, sys.stderr) if stream.isatty()]

    @property
    def is_gone(self) -> bool:
        """Whether the terminal is closed, or the program was told to end."""
        return self._was_told or (self._terminal is not None and not os.isatty(self._terminal))

    def __enter__(self) -> Self:
        with suppress(ValueError):  # signals belong to the main thread
            for number in _SIGNALS:
                self._before[number] = signal.signal(number, self._end)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._shown and self._terminal is not None and not os.isatty(self._terminal):
            silence(*self._shown)
        if isinstance(error, OSError | EOFError) and self.is_gone:
            raise KeyboardInterrupt from None

    def _end(self, number: int, frame: FrameType | None) -> None:
        # Once is enough: what follows is putting the terminal in order.
        if not self._was_told:
            self._was_told = True
            raise KeyboardInterrupt
