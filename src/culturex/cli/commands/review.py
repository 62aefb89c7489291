"""``culturex review``: go through unreviewed events."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.cli.decision_files import Apply, DryRun, Record, adding_to, apply_file, recorded
from culturex.cli.flags import SHOWN, Order, in_order
from culturex.errors import UsageError
from culturex.store.query import Query
from culturex.store.store import Store


def review(
    context: Context,
    query: Query,
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
    record: Record = "",
    apply: Apply = "",
    dry_run: DryRun = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers and the new state, as JSON.")] = False,
) -> int:
    """Go through unreviewed events with prompts, or accept or reject them all with a flag.

    The filters choose which, --review also those of another state; numbers name events whatever their state.
    """
    if accept and reject:
        raise UsageError("--accept and --reject exclude each other.", "Give one of them.")
    in_order(order)
    if apply and (numbers or accept or reject or record or query != Query(review=SHOWN)):
        raise UsageError("--apply makes the decisions of its file, and nothing else.", "culturex review --apply FILE")
    if dry_run and not apply:
        raise UsageError("--dry-run is for --apply.", "culturex review --apply FILE --dry-run")
    with context.writing() as store:
        if apply:
            return apply_file(store, apply, command="review --apply", dry_run=dry_run, as_json=as_json)
        if numbers:
            queue = [store.event(n).id for n in dict.fromkeys(numbers)]
        else:
            queue = store.event_ids(replace(query, review=("unreviewed",)) if query.review == SHOWN else query)
        if accept or reject:
            return _all(store, queue, "accept" if accept else "reject", record, as_json)
        # Events that are named come as they are named, and --sort counts where there is no --order.
        order = "uncertain" if uncertain else order or ("" if numbers or query.sort else "number")
        return _with_prompts(store, events_in_order(store, queue, order) if order else queue, record)


def events_in_order(store: Store, queue: list[int], order: str) -> list[int]:
    """Return the events of a queue in one of the orders of ``--order``."""
    from culturex.store import queues

    if order == "uncertain":
        return queues.least_certain(store.connection, queue)
    return queues.events_in_order(store.connection, queue, order)


def _all(store: Store, queue: list[int], action: str, record: str, as_json: bool) -> int:
    from culturex.workflow import review_all

    with adding_to(record) as write:
        state = review_all(store, queue, action, write=write)
    if as_json:
        output.emit_json([{"id": n, "review": state} for n in queue])
    output.note(f"{state.capitalize()} {output.count(len(queue), 'event')}.")
    return 0


def _with_prompts(store: Store, queue: list[int], record: str) -> int:
    from culturex.cli.prompts import Terminal, require_terminal
    from culturex.workflow import review_with

    if not queue:
        output.note("No unreviewed events. culturex tag --auto suggests some.")
        return 0
    require_terminal("culturex review --accept EVENT ... or --reject EVENT ...")
    with (
        Terminal(store, is_review=True) as terminal,
        recorded(store, terminal, terminal.stored, record) as (decider, report),
    ):
        tally = review_with(store, queue, decider, report=report, wait=terminal.wait)
    output.note(terminal.summary(tally))
    return 0
