"""Bytes to articles. One module for each format, all in the table ``FORMATS``.

To add a format: one module with a function of the shape ``Reader``, one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from culturex.errors import InputError, UsageError
from culturex.importers import csv_rows, json_files, markdown, plain, walk, webpage
from culturex.importers.recognize import recognize
from culturex.importers.source import Failure, Source, shown
from culturex.model.article import Article

__all__ = ["FORMATS", "SUFFIXES", "Failure", "Format", "find_files", "read_bytes", "read_file"]

Reader = Callable[[Source], Iterator[Article | Failure]]
"""Takes a source, yields its articles one by one.

A part that cannot be read (a line, a row) is yielded as a Failure, and the others follow. Raise InputError where the
whole cannot be read; OSError may pass through.
"""


class Format(NamedTuple):
    """How the files of a format end, and what reads them."""

    suffixes: tuple[str, ...]
    read: Reader


FORMATS: dict[str, Format] = {
    "txt": Format((".txt", ".text"), plain.read),
    "md": Format((".md", ".markdown"), markdown.read),
    "html": Format((".html", ".htm", ".xhtml"), webpage.read),
    "json": Format((".json",), json_files.read),
    "jsonl": Format((".jsonl", ".ndjson"), json_files.read_lines),
    "csv": Format((".csv", ".tsv"), csv_rows.read),
}
SUFFIXES: dict[str, str] = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}


def find_files(paths: Iterable[Path]) -> Iterator[Path | Failure]:
    """Yield the files that *paths* mean: files as given, and those of known formats in folders.

    Folders are walked recursively, their files sorted by name and before their folders. Hidden files and stores are
    passed over, no folder is entered twice. What is missing or cannot be opened is a Failure, and the walk goes on.
    """
    return walk.walk(paths, frozenset(SUFFIXES))


def read_file(path: Path, *, format: str | None = None) -> Iterator[Article | Failure]:  # noqa: A002
    """Yield the articles of the file at *path*, and a Failure for whatever of it cannot be read.

    *format* is a key of ``FORMATS``; without it, the suffix tells, and the content where the suffix is unknown.
    """
    name = shown(path)
    kind = format or SUFFIXES.get(path.suffix.lower())
    try:
        if kind is None or not _can_reopen(path, kind):
            return read_bytes(Source(name, path).read(), name=name, format=kind)
    except (OSError, ValueError) as error:
        return iter([walk.refused(name, error)])
    return _read(Source(name, path), kind)


def read_bytes(data: bytes, *, name: str, format: str | None = None) -> Iterator[Article | Failure]:  # noqa: A002
    """Yield the articles in *data*, and a Failure for whatever of it cannot be read.

    *name* becomes their source. *format* is a key of ``FORMATS``; without it the content tells (never CSV).
    """
    source = Source(name, data=data)
    return _read(source, format or recognize(data))


def _can_reopen(path: Path, kind: str) -> bool:
    """Tell whether a file may be opened twice, as the formats that are streamed do; a pipe may not."""
    return kind not in ("csv", "jsonl") or path.is_file()


def _read(source: Source, kind: str) -> Iterator[Article | Failure]:
    """Yield what the reader of *kind* yields, known errors as Failures."""
    if kind not in FORMATS:
        raise UsageError(f"{kind!r} is no format that can be imported.", f"Formats: {', '.join(FORMATS)}.")
    try:
        yield from FORMATS[kind].read(source)
    except InputError as error:
        yield Failure(source.name, error.message, error.hint)
    except OSError as error:
        yield walk.refused(source.name, error)
