"""``culturex review``: go through unreviewed events."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.batch import accept_quietly, session
from culturex.cli.context import Context
from culturex.cli.decision_files import adding_to, apply_file
from culturex.cli.flags import SHOWN, Order, in_order
from culturex.cli.manner_flags import Manner
from culturex.errors import UsageError
from culturex.store.coders import without_support
from culturex.store.history import Deed
from culturex.store.query import Query
from culturex.store.store import Store


def review(
    context: Context,
    query: Query,
    how: Manner,
    numbers: Annotated[
        Optional[list[int]],  # noqa: UP045
        typer.Argument(
            metavar="[EVENT]...", help="Numbers of events; all unreviewed ones otherwise.", show_default=False
        ),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Accept them without asking.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Reject them without asking.")] = False,
    order: Order = "",
    uncertain: Annotated[bool, typer.Option("--uncertain", help="The same as --order uncertain.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers and the new state, as JSON.")] = False,
) -> int:
    """Go through unreviewed events with prompts, or accept or reject them all with a flag.

    The filters choose which, --review also those of another state; numbers name events whatever their state.
    """
    if accept + reject + how.quiet > 1:
        raise UsageError("--accept, --reject and --quiet exclude each other.", "Give one of them.")
    in_order(order)
    if how.apply and (numbers or accept or reject or query != Query(review=SHOWN)):
        raise UsageError("--apply makes the decisions of its file, and nothing else.", "culturex review --apply FILE")
    with context.writing() as store:
        if how.apply:
            return apply_file(store, how.apply, command="review --apply", dry_run=how.dry_run, as_json=as_json)
        queue = _queue(store, query, numbers)
        if accept or reject:
            queue = queue[: query.limit]
            # Who names an event has looked at it; who accepts all of them has not.
            doubted = without_support(store.connection, queue) if accept and not numbers else frozenset()
            kept = [n for n in queue if n not in doubted]
            return _all(store, kept, "accept" if accept else "reject", how.record, as_json, left=len(doubted))
        if how.quiet:
            return accept_quietly(store, queue[: query.limit], how, Deed("review --quiet"), as_json=as_json)
        # Events that are named come as they are named, and --sort counts where there is no --order.
        order = "uncertain" if uncertain else order or ("" if numbers or query.sort else "number")
        return _with_prompts(store, (events_in_order(store, queue, order) if order else queue)[: query.limit], how)


def _queue(store: Store, query: Query, numbers: list[int] | None) -> list[int]:
    """Return the events that are named, or else those that the filters choose; unreviewed ones otherwise."""
    if numbers:
        return [store.event(n).id for n in dict.fromkeys(numbers)]
    return store.event_ids(
        replace(query, review=("unreviewed",) if query.review == SHOWN else query.review, limit=None)
    )


def events_in_order(store: Store, queue: list[int], order: str) -> list[int]:
    """Return the events of a queue in one of the orders of ``--order``."""
    from culturex.store import queues

    if order == "uncertain":
        return queues.least_certain(store.connection, queue)
    return queues.events_in_order(store.connection, queue, order)


def _all(store: Store, queue: list[int], action: str, record: str, as_json: bool, *, left: int = 0) -> int:
    from culturex.workflow import review_all

    with adding_to(record) as write:
        state = review_all(store, queue, action, write=write)
    if as_json:
        output.emit_json([{"id": n, "review": state} for n in queue])
    output.note(f"{state.capitalize()} {output.count(len(queue), 'event')}.")
    if left:
        lack = f"{output.count(left, 'event')} with values that the text does not bear out"
        output.note(f"Left {lack}; culturex review goes through them, and --accept EVENT accepts one.")
    return 0


def _with_prompts(store: Store, queue: list[int], how: Manner) -> int:
    from culturex.cli.prompts import Terminal, require_terminal
    from culturex.workflow import review_with

    if not queue:
        output.note("No unreviewed events. culturex tag --auto suggests some.")
        return 0
    require_terminal("culturex review --accept EVENT ..., --reject EVENT ..., or --quiet")
    with (
        Terminal(store, is_review=True) as terminal,
        session(store, terminal, terminal.stored, how) as (decider, report),
    ):
        tally = review_with(store, queue, decider, report=report, wait=terminal.wait)
    output.note(terminal.summary(tally))
    return 0
