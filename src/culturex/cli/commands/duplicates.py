"""``culturex duplicates``: events that could be the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store.query import Query

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook
    from culturex.workflow import Pair

# The score that culturex.likeness takes where none is given, written here so that help need not load it.
_SCORE = 0.7
# A lower one, to name where nothing is found.
_LESS = 0.5
_HEADERS = ("score", "event", "other", "date", "other date", "title", "other title", "why", "differs")
_FLEXIBLE = ("title", "other title", "why")
_OPTIONAL = ("other title", "other date", "why")


def duplicates(
    context: Context,
    query: Query,
    score: Annotated[
        float, typer.Option("--score", min=0.0, max=1.0, metavar="S", help="Least likeness, 0 to 1.")
    ] = _SCORE,
    side_by_side: Annotated[
        bool, typer.Option("--side-by-side", help="Each pair field by field, with what differs set off.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Pairs with score, reasons and differences.")] = False,
) -> None:
    """List pairs of events that could be the same real event, the likeliest first.

    One event of a pair at least matches the filters; --limit counts pairs. Rejected events are left out, and events
    that one article tells as two.
    """
    from culturex.workflow import duplicates as find

    with context.reading() as store:
        pairs = find(store, replace(query, limit=None, sort="id"), least=score)[: query.limit]
        book = store.codebook()
    if as_json:
        output.emit_json([_as_dict(pair) for pair in pairs])
        return
    if side_by_side:
        _print_side_by_side(pairs, book)
        return
    columns = _HEADERS[: -1 if output.is_terminal() else None]
    output.emit_rows(columns, [_row(p)[: len(columns)] for p in pairs], flexible=_FLEXIBLE, optional=_OPTIONAL)
    if pairs:
        a, b = pairs[0].first.id, pairs[0].second.id
        output.note(
            f"culturex merge {a} {b} makes one event of the first pair; culturex show {b} shows its second event."
        )
    elif store.is_there:
        less = f" --score {_LESS} shows pairs that are less alike." if score > _LESS else ""
        output.note(f"No two events look like the same one.{less}")


def _print_side_by_side(pairs: list[Pair], codebook: Codebook) -> None:
    from culturex.cli.side_by_side import likeness_line, side_by_side
    from culturex.cli.tables import console

    screen, colour = console(), output.wants_colour()
    for pair in pairs:
        one, other = pair.first, pair.second
        screen.print(likeness_line(pair.likeness))
        names = f"event {one.id}", f"event {other.id}"
        screen.print(side_by_side(one.event, other.event, codebook, names, colour=colour))
        screen.print()


def _row(pair: Pair) -> tuple[Any, ...]:
    one, other = pair.first, pair.second
    said = pair.likeness.agreements
    why = ", ".join(r.field for r in said) if output.is_terminal() else "; ".join(r.words for r in said)
    differs = "; ".join(d.field for d in pair.likeness.differences)
    dates, titles = (one.event.date, other.event.date), (one.event.title, other.event.title)
    return f"{pair.likeness.score:.2f}", one.id, other.id, *dates, *titles, why, differs


def _as_dict(pair: Pair) -> dict[str, Any]:
    like = pair.likeness
    return {
        "score": round(like.score, 4),
        "events": [
            {
                "id": r.id,
                "title": r.event.title,
                "type": r.event.type,
                "date": r.event.date,
                "countries": [c.code for c in r.event.countries],
                "review": r.review,
                "articles": [a.id for a in r.articles],
            }
            for r in (pair.first, pair.second)
        ],
        "reasons": [{"field": r.field, "weight": round(r.weight, 2), "text": r.text} for r in like.reasons],
        "differences": [{"field": d.field, "values": [d.first, d.second]} for d in like.differences],
    }
