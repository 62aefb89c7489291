"""Which files are meant: those given, and all of known formats in the folders given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from culturex.importers.source import Failure, shown
from culturex.text import one_line

_Identity = tuple[int, int]


def walk(paths: Iterable[Path], suffixes: frozenset[str]) -> Iterator[Path | Failure]:
    """Yield files as given, and those with one of *suffixes* in folders, recursively, sorted within each folder.

    Hidden files and stores are passed over; no folder is entered twice, whatever the links. What is missing or
    cannot be opened is a Failure, and the walk goes on.
    """
    for path in paths:
        try:
            is_folder = path.is_dir()
            there = is_folder or path.exists()
        except (OSError, ValueError) as error:
            yield _failure(path, error)
            continue
        if is_folder:
            yield from _folder(path, suffixes)
        elif there:
            yield path
        else:
            hint = "Check the spelling; paths start from the current folder."
            yield Failure(shown(path), f"There is no file or folder {one_line(shown(path))}.", hint)


def _folder(top: Path, suffixes: frozenset[str]) -> Iterator[Path | Failure]:
    entered: set[_Identity] = set()
    waiting = [str(top)]
    empty = True
    while waiting:
        folder = waiting.pop()
        try:
            identity = os.stat(folder)  # noqa: PTH116 - a str walks three times as fast as a Path
            if (identity.st_dev, identity.st_ino) in entered:
                continue
            entered.add((identity.st_dev, identity.st_ino))
            files, folders = _listed(folder, suffixes)
        except OSError as error:
            empty = False
            yield _failure(folder, error)
            continue
        for name in files:
            empty = False
            yield Path(folder, name)
        waiting.extend(os.path.join(folder, name) for name in reversed(folders))  # noqa: PTH118
    if empty:
        known = ", ".join(sorted(suffixes))
        yield Failure(shown(top), f"{one_line(shown(top))} holds no file of a known format.", f"Known: {known}.")


def _listed(folder: str, suffixes: frozenset[str]) -> tuple[list[str], list[str]]:
    """Return the names of the files with a known suffix and of the folders in *folder*, each sorted."""
    files, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith((".", "culturex.db")):
                continue
            if os.path.splitext(name)[1].lower() in suffixes:  # noqa: PTH122
                if not _is_special(entry):
                    files.append(name)
            elif _is_folder(entry):
                folders.append(name)
    return sorted(files), sorted(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Tell whether reading might never end: a pipe, a device. A broken link is let through, to be reported."""
    try:
        return not entry.is_file() and not entry.is_symlink()
    except OSError:
        return False


def _failure(path: Path | str, error: OSError | ValueError) -> Failure:
    return refused(shown(path), error)


def refused(name: str, error: OSError | ValueError) -> Failure:
    """Return the Failure of a file or folder called *name* that the system would not open."""
    label = one_line(name)
    if isinstance(error, PermissionError):
        return Failure(
            name, f"{label} may not be read: permission denied.", "Change its permissions, or ask its owner."
        )
    if isinstance(error, FileNotFoundError):
        return Failure(name, f"{label} is not there, or is a link to something that is not.", None)
    if isinstance(error, IsADirectoryError):
        return Failure(name, f"{label} is a folder.", None)
    return Failure(name, f"{label} cannot be read: {getattr(error, 'strerror', None) or error}.", None)
