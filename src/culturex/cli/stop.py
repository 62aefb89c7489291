"""Ctrl-C in a long piece of work: the first asks it to end after the article at hand, a second ends it at once."""

from __future__ import annotations

import os
import signal
from types import FrameType, TracebackType
from typing import Any, Self


class Stop:
    """Answers whether Ctrl-C was pressed since the block began. *message* is said when it is, to who has to wait."""

    def __init__(self, message: str = "") -> None:
        self._asked = False
        self._message = message
        self._before: Any = None

    def __call__(self) -> bool:
        return self._asked

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
        if self._message:
            # Not through sys.stderr: the signal may have come while that was being written to.
            os.write(2, f"\r\x1b[K{self._message}\n".encode() if os.isatty(2) else f"{self._message}\n".encode())
