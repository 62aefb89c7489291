"""``culturex review``: go through unreviewed events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.batch import accept_quietly, session
from culturex.cli.context import Context
from culturex.cli.decision_files import adding_to, apply_file
from culturex.cli.flags import SHOWN, Order, in_order
from culturex.cli.manner_flags import Manner
from culturex.errors import UsageError
from culturex.store.coders import without_support, without_type
from culturex.store.history import Deed
from culturex.store.query import Query
from culturex.store.queues import not_checked
from culturex.store.store import Store

if TYPE_CHECKING:
    from culturex.model.fields import FieldSpec


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
    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="FIELD,...", help="Check these fields alone, event after event.", show_default=False
        ),
    ] = "",
    field: Annotated[
        str,
        typer.Option(
            "--field", metavar="FIELD", help="Fill this field, event after event, reviewed or not.", show_default=False
        ),
    ] = "",
    again: Annotated[bool, typer.Option("--again", help="With --only, --field: also what was checked before.")] = False,
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
    names = _fields(only, field, how, decided=accept or reject)
    if again and not names:
        raise UsageError("--again is for --only and --field.", "--review accepted goes through what was accepted.")
    if how.apply and (numbers or names or accept or reject or query != Query(review=SHOWN)):
        raise UsageError("--apply makes the decisions of its file, and nothing else.", "culturex review --apply FILE")
    from culturex.workflow.coding import no_type

    with context.writing() as store:
        if how.apply:
            return apply_file(store, how.apply, command="review --apply", dry_run=how.dry_run, as_json=as_json)
        queue = _queue(store, query, numbers, reviewed=bool(field))
        if names and not numbers and not again:
            queue = not_checked(store.connection, queue, [s.name for s in names])
        if accept or reject:
            queue = queue[: query.limit]
            # Who names an event has looked at it; who accepts all of them has not.
            doubted = without_support(store.connection, queue) if accept and not numbers else frozenset()
            lacking = without_type(store.connection, queue) if accept else frozenset()
            kept = [n for n in queue if n not in doubted | lacking]
            if kept or not lacking:
                _all(store, kept, "accept" if accept else "reject", how.record, as_json, left=len(doubted - lacking))
            if lacking:
                raise no_type(store.codebook(), sorted(lacking))
            return 0
        if how.quiet:
            return accept_quietly(store, queue[: query.limit], how, Deed("review --quiet"), as_json=as_json)
        # Events that are named come as they are named, and --sort counts where there is no --order.
        order = "uncertain" if uncertain else order or ("" if numbers or query.sort else "number")
        queue = (events_in_order(store, queue, order) if order else queue)[: query.limit]
        return _with_prompts(store, queue, how, names, fill=bool(field))


def _queue(store: Store, query: Query, numbers: list[int] | None, *, reviewed: bool) -> list[int]:
    """Return the events that are named, or else those that the filters choose.

    Where the filters do not say, these are unreviewed ones, and with *reviewed* accepted ones, too.
    """
    if numbers:
        return [store.event(n).id for n in dict.fromkeys(numbers)]
    review = ("unreviewed",) if query.review == SHOWN and not reviewed else query.review
    return store.event_ids(replace(query, review=review, limit=None))


def _fields(only: str, field: str, how: Manner, *, decided: bool) -> tuple[FieldSpec, ...]:
    """Return the fields that are to be looked at alone; raise UsageError where other flags exclude that."""
    if not only and not field:
        return ()
    from culturex.cli.wording import named_fields

    if (only and field) or how.quiet or decided:
        raise UsageError("--only and --field ask about fields.", "Give one of them, and neither --accept nor --quiet.")
    names = named_fields(only or field)
    if field and len(names) > 1:
        raise UsageError("--field takes one field.", f"For several: culturex review --only {field}")
    return names


def events_in_order(store: Store, queue: list[int], order: str) -> list[int]:
    """Return the events of a queue in one of the orders of ``--order``."""
    from culturex.store import queues

    if order == "uncertain":
        return queues.least_certain(store.connection, queue)
    return queues.events_in_order(store.connection, queue, order)


def _all(store: Store, queue: list[int], action: str, record: str, as_json: bool, *, left: int) -> None:
    from culturex.workflow import review_all

    with adding_to(record) as write:
        state = review_all(store, queue, action, write=write)
    if as_json:
        output.emit_json([{"id": n, "review": state} for n in queue])
    output.note(f"{state.capitalize()} {output.count(len(queue), 'event')}.")
    if left:
        lack = f"{output.count(left, 'event')} with values that the text does not bear out"
        output.note(f"Left {lack}; culturex review goes through them, and --accept EVENT accepts one.")


def _with_prompts(store: Store, queue: list[int], how: Manner, names: tuple[FieldSpec, ...], *, fill: bool) -> int:
    from culturex.cli.prompts import Terminal, require_terminal
    from culturex.workflow import review_with

    if not queue:
        output.note(_nothing(names))
        return 0
    require_terminal("culturex review --accept EVENT ..., --reject EVENT ..., --quiet, or --apply FILE")
    made: Terminal
    if names:
        from culturex.cli.prompts_single import FieldsTerminal

        made = FieldsTerminal(store, names, fill=fill)
        # How certain an event is does not say that somebody has looked at a field.
        how = replace(how, least=None)
    else:
        made = Terminal(store, is_review=True)
    with made as terminal, session(store, terminal, terminal.stored, how) as (decider, report):
        tally = review_with(store, queue, decider, report=report, wait=terminal.wait, finish=terminal.finish)
    output.note(terminal.summary(tally))
    return 0


def _nothing(names: tuple[FieldSpec, ...]) -> str:
    if names:
        labels = ", ".join(s.label for s in names)
        return f"No event is left of which nobody has checked {labels}; --again asks about all of them."
    return "No unreviewed events. culturex tag --auto suggests some."
