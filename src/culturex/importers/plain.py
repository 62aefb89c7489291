"""Plain text: one file, one article, kept as it is."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.importers.decode import decode
from culturex.importers.facts import clean_name
from culturex.importers.source import Failure, Source
from culturex.model.article import Article


def read(source: Source) -> Iterator[Article | Failure]:
    """Yield the one article of a text file."""
    yield Article.of(decode(source, source.read()), source=clean_name(source.name), format="txt")
