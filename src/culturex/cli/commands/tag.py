"""``culturex tag``: record the events of articles."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.asking_flags import Asking
from culturex.cli.batch import accept_quietly, session
from culturex.cli.context import Context
from culturex.cli.decision_files import apply_file
from culturex.cli.flags import Fields, Order, in_order
from culturex.cli.manner_flags import Manner
from culturex.cli.streams import readable
from culturex.errors import UsageError
from culturex.store.queues import narrowed
from culturex.store.store import Store, only


def tag(
    context: Context,
    asking: Asking,
    how: Manner,
    fields: Fields,
    numbers: Annotated[
        Optional[list[int]],  # noqa: UP045
        typer.Argument(metavar="[ARTICLE]...", help="Numbers of articles; all new ones otherwise.", show_default=False),
    ] = None,
    auto: Annotated[bool, typer.Option("--auto", help="Store what the suggester sees, as unreviewed.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="With --auto, --model: so many at once.", metavar="N")
    ] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Start over: ask the person, or the model, also what was answered before.")
    ] = False,
    unaided: Annotated[
        bool, typer.Option("--unaided", help="With prompts: show no suggestions, for coding that they cannot sway.")
    ] = False,
    text: Annotated[
        str,
        typer.Option("--text", metavar="WORDS", help="Only articles with these words.", show_default=False),
    ] = "",
    outlet: Annotated[
        str,
        typer.Option(
            "--outlet", metavar="NAME", help="Only articles of this outlet, or part of its name.", show_default=False
        ),
    ] = "",
    order: Order = "",
    uncertain: Annotated[bool, typer.Option("--uncertain", help="The same as --order uncertain.")] = False,
    no_event: Annotated[bool, typer.Option("--no-event", help="Record that the articles report no event.")] = False,
    limit: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--limit", "-n", min=0, help="At most so many articles.", metavar="N", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the event that was stored, as JSON.")] = False,
) -> int:
    """Record the events of articles.

    With prompts in a terminal (one suggested event after the other); with a flag for each field, for one article;
    with --auto, for unreviewed events by the suggester; or with --model, for unreviewed events by a language model,
    each value held against the text.
    """
    in_order(order)
    ways = sum((auto, how.quiet, no_event, bool(fields), bool(asking)))
    if ways > 1:
        names = "--auto, --quiet, --model, --no-event and the flags of an event"
        raise UsageError(f"{names} exclude each other.", "Give one of them.")
    if ways and unaided:
        raise UsageError("--unaided is for the prompts.", "Leave the other flags out.")
    if how.apply and (ways or again or numbers):
        raise UsageError("--apply makes the decisions of its file, and nothing else.", "culturex tag --apply FILE")
    if (how.record or how.log) and ways and not how.quiet:
        raise UsageError("--record and --log are for the prompts and --quiet.", "Leave them out.")
    if asking:
        from culturex.cli.commands.tag_model import ask_model

        return ask_model(context, asking, numbers or [], jobs=jobs, again=again, limit=limit, as_json=as_json)
    if ways and again:
        raise UsageError("--again is for the prompts and --model.", "culturex tag --auto ARTICLE suggests anew for it.")
    with context.writing() as store:
        if how.apply:
            return apply_file(store, how.apply, command="tag --apply", dry_run=how.dry_run, as_json=as_json)
        if fields:
            return _by_hand(store, numbers or [], fields, as_json)
        # A person also looks at articles in which the suggester saw nothing.
        states = ("new",) if auto or how.quiet else () if again else ("new", "skipped")
        queue = only(numbers, store.article_ids(), "article") if numbers else store.article_ids(*states)
        queue = narrowed(store.connection, queue, words=readable(text), outlet=readable(outlet))
        if no_event:
            return _without(store, queue[:limit], bool(numbers))
        if auto:
            return _auto(store, queue[:limit], jobs, as_json)
        if how.quiet:
            return _quiet(store, queue[:limit], jobs, how, as_json)
        # Articles that are named come as they are named.
        order = "uncertain" if uncertain else order or ("" if numbers else "number")
        return _with_prompts(store, queue, how, order=order, limit=limit, again=again, unaided=unaided)


def _by_hand(store: Store, numbers: list[int], fields: Fields, as_json: bool) -> int:
    from culturex.model.schema import record_to_dict
    from culturex.workflow import add_by_hand

    if len(numbers) != 1:
        raise UsageError(
            "The flags of an event belong to one article.", "culturex tag ARTICLE --type ... --country ..."
        )
    number = add_by_hand(store, numbers[0], fields.given, fields.quotes)
    if as_json:
        output.emit_json(record_to_dict(store.event(number)))
    output.note(f"Stored event {number}. culturex show {number} shows it; culturex undo takes it back.")
    return 0


def _without(store: Store, queue: list[int], named: bool) -> int:
    from culturex.workflow import no_event

    if not named:
        raise UsageError("--no-event needs the numbers of the articles.", "culturex tag ARTICLE --no-event")
    no_event(store, queue)
    verb = "reports" if len(queue) == 1 else "report"
    output.note(f"Recorded that {output.count(len(queue), 'article')} {verb} no event.")
    return 0


def _auto(store: Store, queue: list[int], jobs: int, as_json: bool) -> int:
    if not queue and not as_json:
        output.note("No new articles. culturex import takes some in; culturex tag --auto ARTICLE goes back to one.")
        return 0
    from culturex.cli.progress import Progress
    from culturex.cli.stop import Stop
    from culturex.workflow import tag_auto

    with Progress("articles", len(queue)) as progress, Stop() as stop:
        tally = tag_auto(store, queue, jobs=jobs, report=lambda article, events: progress.step(), stop=stop)
    if as_json:
        output.emit_json({"articles": tally["articles"], "events": tally["events"]})
    stopped = "Interrupted. " if tally.interrupted else ""
    events, articles = tally["events"], output.count(tally["articles"], "article")
    them = "it" if events == 1 else "them"
    output.note(
        f"{stopped}Suggested {output.count(events, 'event')} in {articles}; "
        f"culturex list shows {them}, culturex review goes through {them}."
        if events
        else f"{stopped}Saw no event in {articles}; culturex suggest ARTICLE --explain says why."
    )
    return 130 if tally.interrupted else 0


def _quiet(store: Store, queue: list[int], jobs: int, how: Manner, as_json: bool) -> int:
    """Store what the suggester sees, and accept what is certain enough: one deed."""
    from culturex.cli.progress import Progress
    from culturex.cli.stop import Stop
    from culturex.store.history import Deed
    from culturex.workflow import tag_auto
    from culturex.workflow.suggesting import SUGGESTER

    deed = Deed("tag --quiet")
    with Progress("articles", len(queue)) as progress, Stop() as stop:
        tally = tag_auto(store, queue, jobs=jobs, deed=deed, report=lambda *_: progress.step(), stop=stop)
    if tally.interrupted:
        output.note(f"Interrupted. Suggested {output.count(tally['events'], 'event')}; accepted none.")
        return 130
    suggested = [event for number in queue for event in store.unreviewed_by(number, SUGGESTER)]
    return accept_quietly(store, suggested, how, deed, as_json=as_json)


def _with_prompts(
    store: Store, queue: list[int], how: Manner, *, order: str, limit: int | None, again: bool, unaided: bool
) -> int:
    from culturex.cli.prompts import Terminal, require_terminal
    from culturex.workflow import articles_in_order, tag_with

    if not queue:
        output.note("No new articles. culturex import takes some in; culturex tag --again starts over.")
        return 0
    require_terminal("culturex tag ARTICLE --type ... --country ..., or culturex tag --auto")
    queue = (articles_in_order(store, queue, order) if order else queue)[:limit]
    with (
        Terminal(store, unaided=unaided) as terminal,
        session(store, terminal, terminal.stored, how) as (decider, report),
    ):
        tally = tag_with(
            store,
            queue,
            decider,
            again=again,
            unaided=unaided,
            report=report,
            wait=terminal.wait,
            finish=terminal.finish,
        )
    output.note(terminal.summary(tally))
    return 0
