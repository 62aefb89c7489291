"""The three streams as a command finds them: closed, in an old encoding, or with a disk behind them that is full."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

# What the system says when it takes no more bytes.
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))


def prepare() -> None:
    r"""Make the streams safe to use.

    A closed one (``>&-``) is replaced by the null device: else SQLite's file could get its number. What the encoding of
    an open one cannot write is written as an escape, ``\u0434``.
    """
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
        elif name != "stdin" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def readable(text: str) -> str:
    r"""Return an argument or variable as text that can be stored: bytes that are no UTF-8 become U+FFFD.

    >>> readable("caf\udcc3\udca9"), readable("\udcff")
    ('café', '\ufffd')
    """
    if text.isascii():
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()


def silence(*streams: IO[str]) -> None:
    """Send to nowhere what Python would still flush to *streams* (standard output) at its end."""
    for stream in streams or (sys.stdout,):
        with suppress(OSError):  # no file behind it: nothing is flushed
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def told(error: OSError) -> tuple[str, str] | None:
    """Return the sentence and the hint for an *error* of the system that is no mistake of ours; None for others."""
    if error.errno in _FULL:
        silence()
        return f"The output could not be written: {error.strerror}.", "Make room, or write elsewhere."
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename} may not be used: {error.strerror}.", "Check its permissions, or name another file."
    try:
        Path.cwd()
    except OSError:
        return "The current folder is not there any more.", "Change to another folder, and try again."
    return None
