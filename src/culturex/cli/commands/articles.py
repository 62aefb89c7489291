"""``culturex articles``: what is imported, and what is still to do."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import InputError
from culturex.store.connect import row_number
from culturex.store.store import Store

STATES = ("new", "tagged", "no_event", "skipped")
_OPTIONAL = ("language", "outlet", "unreviewed", "published")
_HEADERS = ("id", "published", "language", "outlet", "title", "state", "events", "unreviewed")


def articles(
    context: Context,
    number: Annotated[
        Optional[int],  # noqa: UP045
        typer.Argument(metavar="[ARTICLE]", help="Show this article with its text.", show_default=False),
    ] = None,
    state: Annotated[
        str,
        typer.Option("--state", metavar="STATE", help=f"Only these: {', '.join(STATES)}.", show_default=False),
    ] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many; 0 for all.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Show which articles are there, and what is still to do: new, tagged, without event, unreviewed."""
    if state and state not in STATES:
        raise InputError(f"{state!r} is no state of an article.", f"Allowed: {', '.join(STATES)}.")
    with context.reading() as store:
        if number is not None:
            _show(store, number, as_json)
            return
        columns = (*_HEADERS, "characters", "source", "url")
        rows = store.connection.execute(
            f"SELECT {', '.join(columns)} FROM article_list WHERE ? IN ('', state) ORDER BY id LIMIT ?",
            (state, row_number(limit) or -1),
        ).fetchall()
        if as_json:
            output.emit_json([dict(zip(columns, row, strict=True)) for row in rows])
        else:
            output.emit_rows(
                _HEADERS,
                [tuple(row)[: len(_HEADERS)] for row in rows],
                flexible=("outlet", "title"),
                optional=_OPTIONAL,
            )


def _show(store: Store, number: int, as_json: bool) -> None:
    from culturex.model.schema import article_to_dict

    stored = store.article(number)
    facts = {
        "id": stored.id,
        **article_to_dict(stored.article),
        "state": stored.state,
        "imported": stored.imported,
    }
    if as_json:
        spans = [list(s) for s in stored.article.furniture]
        output.emit_json({**facts, "text": stored.article.text, "furniture": spans})
        return
    for name, value in facts.items():
        if value is not None:
            output.emit_text(f"{name}: {value}")
    output.emit_text(f"\n{stored.article.text}")
