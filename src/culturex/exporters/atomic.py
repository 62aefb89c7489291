"""Write a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from culturex.errors import InputError
from culturex.text import one_line

# What the system says when the disk is the reason, wherever in the writing it shows.
_DISK = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO))

# How every SQLite file begins (sqlite.org/fileformat.html).
_SQLITE = b"SQLite format 3\x00"


@contextmanager
def atomic_write(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside *path* for writing; put it in the place of *path* once all is written.

    Whatever goes wrong, the new file is removed and the old one stays. A link is followed, the permissions of an
    existing file are kept, and a pipe or device is written to directly. Raise InputError where *path* is a folder or
    a database, its folder is missing, or the system refuses.
    """
    target = Path(os.path.realpath(path))
    label = one_line(str(path))
    if os.path.isdir(target):  # noqa: PTH112 - Path.is_dir raises where it may not look, and opening says it better
        raise InputError(f"{label} is a folder.", "Name a file in it.")
    if not os.path.isdir(target.parent):  # noqa: PTH112
        raise InputError(f"The folder {one_line(str(target.parent))} does not exist.", "Make it first.")
    if os.path.exists(target) and not os.path.isfile(target):  # noqa: PTH110, PTH113
        try:
            with target.open("wb") as out:
                yield out
        except OSError as error:
            raise refusal(error, path) or error from None
        return
    if _is_database(target):
        raise InputError(f"{label} is a database, and is not written over.", "Name another file.")
    beside = target.with_name(f".culturex-{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if os.path.exists(target):  # noqa: PTH110
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except OSError as error:
        _remove(beside)
        raise refusal(error, path) or error from None
    except BaseException:
        _remove(beside)
        raise


def _is_database(path: Path) -> bool:
    """Tell whether there is an SQLite file at *path*, such as the store that is being exported."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def refusal(error: OSError, path: Path) -> InputError | None:
    """Return the InputError for an *error* in writing to *path*, or None where it has another cause."""
    named = error.filename
    folder = os.path.realpath(path.parent)
    # In the folder, or a folder above it that could not be made.
    ours = isinstance(named, str) and os.path.commonpath((found := os.path.realpath(named), folder)) in (found, folder)
    if not ours and error.errno not in _DISK:
        return None
    hint = "Choose another place. What was there before is unchanged."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        hint = "Make room on the disk, or write elsewhere. What was there before is unchanged."
    return InputError(f"{one_line(str(path))} cannot be written: {error.strerror}.", hint)
