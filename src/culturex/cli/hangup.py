"""A terminal that is closed while somebody is being asked, and a program that is told to end: both are like Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from threading import Timer
from types import FrameType, TracebackType
from typing import Any, Self

from culturex.cli.streams import silence

# Windows has no SIGHUP.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
# Seconds that a session has for its end: the event loop of a prompt can wait for ever on a terminal that is gone.
_PATIENCE = 5.0
# The exit code of what a signal ends, less the number of the signal.
_BY_SIGNAL = 128


class Hangup:
    """A block in which a closed terminal (the file number *terminal*) ends in KeyboardInterrupt.

    The signal may come while something is written, or what is written may fail before the signal comes: an error of
    the closed terminal counts as the signal. Whoever has not come to an end some seconds after the signal is ended: all
    that was entered is stored by then.
    """

    def __init__(self, terminal: int | None) -> None:
        self._terminal = terminal if terminal is not None and os.isatty(terminal) else None
        self._was_told = False
        self._before: dict[int, Any] = {}
        self._limit: Timer | None = None
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
        if self._limit is not None:
            self._limit.cancel()
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
            self._limit = Timer(_PATIENCE, os._exit, (_BY_SIGNAL + number,))
            self._limit.daemon = True
            self._limit.start()
            raise KeyboardInterrupt
