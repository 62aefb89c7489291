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
# What --todo, --unreviewed and --without-events ask for.
_CONDITIONS = ("(state IN ('new', 'skipped') OR unreviewed > 0)", "unreviewed > 0", "events = 0")
# State -> the word of the summary.
_SAID = {
    "new": "new",
    "tagged": "tagged",
    "no_event": "without event",
    "skipped": "in which the suggester saw none",
}
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
    todo: Annotated[
        bool, typer.Option("--todo", help="Only those with something left to do: to be tagged, or to be reviewed.")
    ] = False,
    unreviewed: Annotated[bool, typer.Option("--unreviewed", help="Only those with unreviewed events.")] = False,
    without_events: Annotated[bool, typer.Option("--without-events", help="Only those without any event.")] = False,
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
        conditions = [sql for sql, asked in zip(_CONDITIONS, (todo, unreviewed, without_events), strict=True) if asked]
        where = " AND ".join(("? IN ('', state)", *conditions))
        rows = store.connection.execute(
            f"SELECT {', '.join(columns)} FROM article_list WHERE {where} ORDER BY id LIMIT ?",
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
            if output.is_terminal():
                output.note(_summary(store))


def _summary(store: Store) -> str:
    """Return how many articles there are in each state, in one line."""
    counted = store.connection.execute("SELECT state, count(*), sum(unreviewed > 0) FROM article_list GROUP BY state")
    found = {row[0]: (row[1], row[2]) for row in counted}
    told = [f"{found[state][0]:,} {words}" for state, words in _SAID.items() if state in found]
    said = output.count(sum(number for number, _ in found.values()), "article")
    waiting = sum(open_ for _, open_ in found.values())
    left = f"; {waiting:,} with unreviewed events" if waiting else ""
    return f"{said}: {', '.join(told)}{left}." if told else f"{said}."


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
