"""What is read: a file or bytes at hand, and what is said when that fails."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from culturex.text import one_line


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read: where, why (a sentence), and what to do about it."""

    source: str
    reason: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its *path*, or the *data* of one. *name* becomes the source of its articles."""

    name: str
    path: Path | None = None
    data: bytes | None = None

    @property
    def label(self) -> str:
        """The name for sentences: one line, no control characters."""
        return one_line(self.name)

    def read(self) -> bytes:
        """Return all bytes; raise OSError."""
        if self.data is not None:
            return self.data
        with open(self._path, "rb", buffering=0) as file:  # noqa: PTH123 - half the time of Path.open
            return file.read()

    def open(self) -> IO[bytes]:
        """Return a stream over the bytes, from the beginning; raise OSError."""
        return io.BytesIO(self.data) if self.data is not None else self._path.open("rb")

    @property
    def _path(self) -> Path:
        if self.path is None:
            raise ValueError("a source needs a path or data")
        return self.path


def shown(path: str | os.PathLike[str]) -> str:
    r"""Return *path* as text that can be stored: bytes that are no characters of the file system become U+FFFD.

    >>> shown("caf\udce9.txt") == "caf\ufffd.txt"
    True
    """
    name = os.fspath(path)
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "replace")
