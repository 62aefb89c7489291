"""``culturex prompts replies`` and ``compare``: what models replied, and how it compares with the suggester."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import InputError, NotFoundError
from culturex.store.store import Store

_HEADERS = ("id", "article", "part", "model", "template", "version", "status", "tokens", "answered", "reason")


def replies(
    context: Context,
    article: Annotated[
        Optional[int],  # noqa: UP045
        typer.Argument(metavar="[ARTICLE]", help="Only replies about this article.", show_default=False),
    ] = None,
    number: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--reply", metavar="N", help="Print this reply whole.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Show the replies of models that the store keeps, those that could not be used too, and why."""
    from culturex.store import completions

    with context.reading() as store:
        if number is not None:
            _whole(store, number, as_json)
            return
        rows = completions.listing(store.connection, article)
    if as_json:
        output.emit_json([dict(zip(completions.LISTED, row, strict=True)) for row in rows])
        return
    shown = [
        (n, about, f"{part}/{parts}", model, template, version, status, _tokens(came, went), answered, reason)
        for n, about, part, parts, model, template, version, status, came, went, answered, reason in rows
    ]
    optional = ("version", "answered", "part", "template")
    output.emit_rows(_HEADERS, shown, flexible=("reason", "model"), optional=optional)


def _tokens(came: int | None, went: int | None) -> str:
    return "" if came is None and went is None else f"{came or 0}+{went or 0}"


def _whole(store: Store, number: int, as_json: bool) -> None:
    from culturex.store import completions

    found = completions.by_number(store.connection, [number]).get(number)
    if found is None:
        raise NotFoundError(f"There is no reply {number}.", "culturex prompts replies shows the numbers.")
    if as_json:
        output.emit_json(asdict(found))
        return
    for sentence in (found.reason, *found.repairs, *found.refusals):
        if sentence:
            output.note(sentence)
    output.emit_text(found.reply or "")


def compare(
    context: Context,
    article: Annotated[int, typer.Argument(metavar="ARTICLE", help="Number of an article.", show_default=False)],
    model: Annotated[
        str, typer.Option("--model", metavar="NAME", help="Whose events; needed where there are several.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Put the events that a model saw in an article beside the suggester's, field by field, each with its evidence."""
    from culturex.ask import compare as side_by_side
    from culturex.cli.comparison import comparison_to_dict, print_comparison, summary
    from culturex.workflow.suggesting import known_from, suggest_for

    with context.reading() as store:
        stored = store.article(article)
        asked = _model(store, article, model)
        proposed = [r.event for r in store.events_of(article) if r.coder == f"model:{asked}" and r.review != "rejected"]
        suggested = suggest_for(stored, known_from(store)).events
    pairs = side_by_side(suggested, proposed)
    if as_json:
        output.emit_json(comparison_to_dict(pairs))
        return
    print_comparison(pairs)
    output.note(summary(pairs))


def _model(store: Store, article: int, model: str) -> str:
    """Return the model whose events are meant; raise InputError where that cannot be told."""
    coders = {r.coder or "" for r in store.events_of(article)}
    models = sorted(c.removeprefix("model:") for c in coders if c.startswith("model:"))
    if model or len(models) == 1:
        return model or models[0]
    if not models:
        raise InputError(f"No model has events in article {article}.", "culturex tag --model NAME asks one.")
    raise InputError(
        f"Several models have events in article {article}.", f"Name one with --model: {', '.join(models)}."
    )
