"""A folder of reference codings: ``NAME.json`` for each article, and the articles ``NAME.*`` that they are for."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from culturex.errors import InputError
from culturex.importers import FORMATS, Failure, read_file
from culturex.importers.decode import decode
from culturex.importers.source import Source, shown
from culturex.importers.walk import refused
from culturex.model.article import Article
from culturex.text import one_line


class Reference(NamedTuple):
    """A reference coding by the *name* of its article: *data* are its JSON values, unchecked."""

    name: str
    data: Any


def read_references(folder: Path) -> Iterator[Reference | Failure]:
    """Yield the codings in *folder* sorted by name, and a Failure for each file that cannot be read.

    Raise InputError where *folder* is no folder or holds no ``.json`` file.
    """
    files = [f for f in _files(folder) if f.suffix.lower() == ".json"]
    if not files:
        raise InputError(f"{_label(folder)} holds no reference codings.", "They are called NAME.json, one an article.")
    for file in files:
        try:
            yield Reference(shown(file.stem), _read_json(file))
        except (InputError, OSError, RecursionError, ValueError) as error:
            yield _failure(file, error)


def find_articles(references: Path, articles: Path | None = None) -> dict[str, Path]:
    """Return the files of the articles by name: those in *articles*, else beside the folder *references*.

    Beside means in ``articles`` next to it, then in the folder itself. Where a name has files of several formats, the
    first of ``FORMATS`` is taken. Raise InputError where *articles* is no folder.
    """
    folders = [articles] if articles else [references.absolute().parent / "articles", references]
    found: dict[str, Path] = {}
    order = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    for folder in folders:
        if not articles and not folder.is_dir():
            continue
        known = [f for f in _files(folder) if f.suffix.lower() in order]
        if _is_same(folder, references):
            known = [f for f in known if f.suffix.lower() != ".json"]
        for file in sorted(known, key=lambda f: order.index(f.suffix.lower())):
            found.setdefault(shown(file.stem), file)
    return found


def read_articles(names: Iterable[str], files: Mapping[str, Path]) -> Iterator[tuple[str, Article] | Failure]:
    """Yield the name and the article of each of *names*; a Failure where it has no file or cannot be read."""
    for name in names:
        if name not in files:
            yield Failure(name, f"There is no article for {one_line(name)}.json.", "Name its folder with --articles.")
            continue
        article = next(iter(read_file(files[name])), None)
        if isinstance(article, Article):
            yield name, article
        else:
            yield article or Failure(name, f"{_label(files[name])} holds no article.")


def _files(folder: Path) -> list[Path]:
    """Return the files in *folder* that are not hidden, sorted by name; raise InputError where it is no folder."""
    try:
        return sorted(f for f in folder.iterdir() if not f.name.startswith(".") and f.is_file())
    except (OSError, ValueError) as error:
        hint = "Check the spelling; paths start from the current folder."
        if isinstance(error, FileNotFoundError):
            raise InputError(f"There is no folder {_label(folder)}.", hint) from None
        if isinstance(error, NotADirectoryError):
            raise InputError(f"{_label(folder)} is no folder.", "Name the folder that holds NAME.json files.") from None
        raise InputError(refused(shown(folder), error).reason, hint) from None


def _read_json(file: Path) -> Any:
    source = Source(shown(file), file)
    return json.loads(decode(source, source.read()))


def _failure(file: Path, error: Exception) -> Failure:
    if isinstance(error, OSError):
        return refused(shown(file), error)
    if isinstance(error, InputError):
        return Failure(shown(file), error.message, error.hint)
    why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return Failure(
        shown(file), f"{_label(file)} is no valid JSON: {why}.", "docs/evaluate.md shows a reference coding."
    )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _label(path: Path) -> str:
    return one_line(shown(os.fspath(path)))
