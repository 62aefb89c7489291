"""Decisions made again: lines of a record, or written by hand or by a program, into the store."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby

from culturex.errors import InputError, NotFoundError
from culturex.model.certainty import check_of, is_checked
from culturex.model.event import Event
from culturex.model.fields import specs
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.workflow.decisions import REVIEWS, Outcome, Recorded, read_line
from culturex.workflow.keeping import put_to, without_event
from culturex.workflow.resolving import article_of, event_of, find_event, not_there, number_of
from culturex.workflow.tally import BATCH, BATCH_SECONDS, Tally, counted

# States of an article that is still to do: a decision moves it on, and never back from where somebody else put it.
_TO_DO = ("new", "skipped")


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of one line: its number, the action and the event that it was about, or why it failed."""

    line: int
    action: str | None
    event: int | None = None
    reason: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A line as it was read: a decision, or what is wrong with it; *coder* is who decided."""

    line: int
    found: Recorded | InputError
    coder: str | None


class _Rehearsed(Exception):
    """All of it was tried, and none of it is to be kept."""


def apply_decisions(
    store: Store,
    lines: Iterable[str],
    *,
    command: str,
    dry_run: bool = False,
    report: Callable[[Applied], None] = lambda applied: None,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Make the decisions of *lines* (JSON Lines), in order, and return how many there were of each action.

    The decisions of one coder in a row are one deed of *command*, so that an undo takes back the whole file. A line
    that fails stores nothing, is reported and counted as ``failed``, and the next goes on. With *dry_run*, all is tried
    and nothing kept. *stop* is asked before each line.
    """
    tally = Tally()
    found = _read(store, lines)
    if dry_run:
        with suppress(_Rehearsed), store.deed(command):
            _batch(store, found, tally, report, stop)
            raise _Rehearsed
        return tally
    for coder, lines_of_coder in groupby(found, key=lambda read: read.coder):
        _deed(store, Deed(command, coder=coder), lines_of_coder, tally, report, stop)
        if tally.interrupted:
            break
    return tally


def _deed(
    store: Store,
    deed: Deed,
    found: Iterator[_Read],
    tally: Tally,
    report: Callable[[Applied], None],
    stop: Callable[[], bool],
) -> None:
    """Make the decisions of one coder, in one deed of as many transactions as it takes."""
    made, is_last = 0, False
    while not is_last:
        with store.deed(deed):
            batch = _batch(store, found, tally, report, stop, limited=True)
            made, is_last = made + batch.made, batch.is_last
            deed.summary = f"made {counted(made, 'decision')} again"


def _read(store: Store, lines: Iterable[str]) -> Iterator[_Read]:
    """Yield what each line says; one that cannot be read goes with the coder of the line before."""
    codebook = store.codebook()
    coder = store.coder
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            recorded = read_line(line, codebook)
        except InputError as error:
            yield _Read(number, error, coder)
            continue
        coder = recorded.coder or store.coder
        yield _Read(number, recorded, coder)


@dataclass(frozen=True, slots=True)
class _Batch:
    made: int
    is_last: bool


def _batch(
    store: Store,
    found: Iterator[_Read],
    tally: Tally,
    report: Callable[[Applied], None],
    stop: Callable[[], bool],
    *,
    limited: bool = False,
) -> _Batch:
    """Make decisions inside the deed that is open: all, or as many as one transaction should hold."""
    latest = time.monotonic() + BATCH_SECONDS
    made = tried = 0
    while not stop():
        read = next(found, None)
        if read is None:
            return _Batch(made, is_last=True)
        applied = _applied(store, read)
        tally.add("failed" if applied.reason else applied.action or "")
        made += not applied.reason
        tried += 1
        report(applied)
        if limited and (tried == BATCH or time.monotonic() > latest):
            return _Batch(made, is_last=False)
    tally.interrupted = True
    return _Batch(made, is_last=True)


def _applied(store: Store, read: _Read) -> Applied:
    if isinstance(read.found, InputError):
        return Applied(read.line, None, None, read.found.message, read.found.hint)
    action = read.found.action
    try:
        with store.attempt():
            return Applied(read.line, action, _make(store, read.found, read.coder))
    except (InputError, NotFoundError) as error:
        return Applied(read.line, action, None, error.message, error.hint)
    except UnicodeEncodeError:
        return Applied(read.line, action, None, "It holds characters that cannot be stored.", "Write it as UTF-8.")


# -- one decision


def _make(store: Store, recorded: Recorded, coder: str | None) -> int | None:
    """Make one decision and return the number of the event that it was about, None for none."""
    if recorded.action == "skip":
        return None
    article = article_of(store, recorded)
    if recorded.action in ("no_event", "done"):
        _end_article(store, recorded, article)
        return None
    number = find_event(store, recorded.outcome)
    if article is None and number is not None:
        article = next((a.id for a in store.event(number).articles), None)
    before = store.article(article).state if article is not None else None
    if recorded.action == "undo":
        for outcome in (recorded.outcome, *recorded.also):
            _put_back(store, recorded, outcome, article, coder)
    elif recorded.into.event is not None or recorded.into.uid is not None:
        number = _merge(store, recorded, number, article)
    else:
        number = _decide(store, recorded, number, article, coder)
    if article is not None and recorded.state and (recorded.action == "undo" or before in _TO_DO):
        store.set_article_state(article, recorded.state)
    return number


def _end_article(store: Store, recorded: Recorded, article: int | None) -> None:
    if article is None:
        raise InputError("The article is missing.", "Give article or sha256.")
    if recorded.action == "done":
        if store.events_of(article):
            store.set_article_state(article, "tagged")
        return
    there = [r.id for r in store.events_of(article) if r.review == "accepted"]
    if there:
        raise InputError(f"Article {article} has events already: {', '.join(map(str, there))}.", "Delete them first.")
    without_event(store, article)


def _decide(store: Store, recorded: Recorded, number: int | None, article: int | None, coder: str | None) -> int:
    """Accept, reject or check an event, or store a new one; return its number."""
    if recorded.action == "merge":
        raise InputError("The known event is missing.", "Give into or into_uid.")
    outcome = recorded.outcome
    if number is None and recorded.action != "new" and not recorded.is_new:
        raise not_there(outcome)
    review = REVIEWS[recorded.action]
    event = event_of(store, recorded, outcome, number, article)
    if recorded.action == "check":
        event = _checked(event, recorded.fields)
    if not event.type and (review or "accepted" if number is None else review) == "accepted":
        raise InputError("An event needs a type.", f"Allowed: {', '.join(store.codebook().codes('types'))}.")
    if number is not None:
        store.replace_event(number, event, review=review, article=article)
        return number
    if article is None:
        raise InputError("The article is missing.", "Give article or sha256.")
    return store.add_event(event, article, review=review or "accepted", coder=coder, uid=outcome.uid)


def _checked(event: Event, names: Sequence[str]) -> Event:
    """Return *event* with a person's word that the fields *names* are right as they are."""
    known = {s.name: s.name for s in specs(Event) if s.flag} | {s.flag: s.name for s in specs(Event) if s.flag}
    strange = next((n for n in names if n not in known), None)
    if strange is not None:
        raise InputError(f"An event has no field {strange!r}.", f"Allowed: {', '.join(known)}.")
    marks = tuple(check_of(known[n]) for n in names if not is_checked(event, known[n]))
    return replace(event, evidence=(*event.evidence, *marks))


def _merge(store: Store, recorded: Recorded, gone: int | None, article: int | None) -> int:
    """Put what an article tells to a known event; return the number of that."""
    known = find_event(store, recorded.into)
    if known is None:
        raise not_there(recorded.into)
    if article is None:
        raise InputError("The article is missing.", "Give article or sha256.")
    if gone is None and recorded.outcome.uid is not None:
        raise not_there(recorded.outcome)
    event = event_of(store, recorded, recorded.outcome, gone, article)
    put_to(store, known, event, article, gone=gone, take=recorded.take)
    return known


def _put_back(store: Store, recorded: Recorded, outcome: Outcome, article: int | None, coder: str | None) -> None:
    """Let an event be again what an undo has left: as it was, or gone."""
    if outcome.event is None and outcome.uid is None:
        return
    number = find_event(store, outcome)
    if outcome.decided is None:
        if number is None:
            raise not_there(outcome)
        store.delete_event(number)
        return
    event = event_of(store, recorded, outcome, number, article)
    if number is None:
        review = outcome.review or "unreviewed"
        number = store.add_event(event, article, review=review, coder=outcome.coder or coder, uid=outcome.uid)
    else:
        store.replace_event(number, event, review=outcome.review)
    if outcome.reports is not None:
        reports = {number_of(store, recorded, n, article): main for n, main in outcome.reports.items()}
        store.set_reports(number, {n: main for n, main in reports.items() if n is not None})
