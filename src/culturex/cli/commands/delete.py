"""``culturex delete``: delete events or articles."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import UsageError


def delete(
    context: Context,
    events: Annotated[
        Optional[list[int]],  # noqa: UP045
        typer.Argument(metavar="[EVENT]...", help="Numbers of events.", show_default=False),
    ] = None,
    article: Annotated[
        Optional[list[int]],  # noqa: UP045
        typer.Option(
            "--article",
            metavar="ARTICLE",
            help="An article, with events that no other one reports.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was deleted, as JSON.")] = False,
) -> None:
    """Delete events, or articles with their events. culturex undo brings them back, under the same numbers."""
    from culturex.workflow import delete as run

    if not events and not article:
        raise UsageError("Nothing to delete.", "culturex delete EVENT, or culturex delete --article ARTICLE")
    gone = list(dict.fromkeys(events or ()))
    articles = list(dict.fromkeys(article or ()))
    with context.writing() as store:
        run(store, gone, articles)
    if as_json:
        output.emit_json({"events": gone, "articles": articles})
    counts = [output.count(len(gone), "event")] * bool(gone) + [output.count(len(articles), "article")] * bool(articles)
    them = "it" if len(gone) + len(articles) == 1 else "them"
    output.note(f"Deleted {' and '.join(counts)}. culturex undo brings {them} back.")
