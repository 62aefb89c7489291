"""``culturex suggest``: what the suggester sees; stores nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import UsageError
from culturex.model.article import Article


def suggest(
    context: Context,
    sources: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="FILE|ARTICLE...", help="Files, numbers of articles, or - for standard input."),
    ] = None,
    published: Annotated[
        str,
        typer.Option("--published", metavar="DAY", help="Date of files that do not show theirs.", show_default=False),
    ] = "",
    mentions: Annotated[bool, typer.Option("--mentions", help="Also everything that is named in the text.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Why each value, and why nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object per article.")] = False,
) -> int:
    """Show the events that the suggester finds in files or stored articles, each value with its quote."""
    from culturex import edtf
    from culturex.cli.cards import print_suggestion
    from culturex.suggest import prepare, to_dict
    from culturex.suggest import suggest as run

    if published:
        edtf.parse(published)
    if not sources or "" in sources:
        raise UsageError("Nothing to look at.", "Name files or numbers of articles, or - for standard input.")
    failed = False
    for article in _articles(context, sources):
        if not isinstance(article, Article):
            output.note(" ".join(filter(None, (article.reason, article.hint))))
            failed = True
            continue
        facts = {} if article.published or not published else {"published": published}
        suggestion = run(prepare(article, **facts))
        if as_json:
            output.emit_json([to_dict(suggestion, mentions=mentions)], lines=True)
        else:
            print_suggestion(suggestion, mentions=mentions, explain=explain)
    return 1 if failed else 0


def _articles(context: Context, sources: list[str]) -> Iterator[Article]:
    from culturex.importers import find_files, read_bytes, read_file

    for source in sources:
        if source == "-":
            yield from read_bytes(sys.stdin.buffer.read(), name="standard input")  # type: ignore[misc]
        elif source.isdecimal() and not Path(source).exists():
            with context.reading() as store:
                yield store.article(int(source)).article
        else:
            for file in find_files([Path(source)]):
                yield from read_file(file) if isinstance(file, Path) else [file]  # type: ignore[misc]
