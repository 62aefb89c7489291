"""One event of two, and two of one: what an article tells goes to another event, to an event of its own, or away.

All of it happens inside the deed that is open on the store.
"""

from __future__ import annotations

from dataclasses import replace

from culturex.errors import InputError
from culturex.model.event import Event, EventRecord
from culturex.store import rows
from culturex.store.store import Store


def merge(store: Store, keep: int, gone: int) -> None:
    """Put what event *gone* tells to event *keep*, with its articles, and delete it.

    Event *keep* stays as it is where the two differ; what *gone* has otherwise stays as evidence. Raise InputError for
    one and the same event and for a rejected one, NotFoundError where one is not there.
    """
    kept, other = store.event(keep), store.event(gone)
    if keep == gone:
        raise InputError(f"Event {keep} cannot be merged with itself.", "Name two events: culturex merge 3 7.")
    for record in (kept, other):
        _refuse_rejected(record)
    from culturex.likeness import united

    event = united(kept.event, other.event, first_article(kept), first_article(other))
    reports = rows.reports_of(store.connection, keep)
    for article, main in rows.reports_of(store.connection, gone).items():
        rows.set_report(store.connection, keep, article, main=main or reports.get(article, False))
    store.delete_event(gone)
    store.replace_event(keep, event)


def link(store: Store, number: int, event: Event, article: int) -> None:
    """Put what *article* tells of event *number*, in *event*, to it."""
    record = store.event(number)
    _refuse_rejected(record)
    from culturex.likeness import united

    ours = first_article(record)
    whole = united(record.event, event, article if ours is None else ours, article)
    was_main = rows.reports_of(store.connection, number).get(article, False)
    rows.set_report(store.connection, number, article, main=event.main or was_main)
    store.set_article_state(article, "tagged")
    store.replace_event(number, whole)


def split(store: Store, number: int, article: int) -> int:
    """Make an event of its own of what *article* tells of event *number*; return its number.

    Raise InputError where the article does not report the event, or no other one does.
    """
    record = store.event(number)
    reports = rows.reports_of(store.connection, number)
    if article not in reports:
        store.article(article)
        told = " and ".join(map(str, reports)) or "none"
        raise InputError(f"Article {article} does not report event {number}.", f"Articles that do: {told}.")
    if len(reports) == 1:
        raise InputError(
            f"Article {article} is the only one that reports event {number}: nothing would be left.",
            "culturex edit changes the event, culturex delete deletes it.",
        )
    event = told_by(store, record, article)
    take_out(store, record, article)
    return store.add_event(event, article, review=record.review, coder=record.coder)


def told_by(store: Store, record: EventRecord, article: int) -> Event:
    """Return an event as *article*, one of those that report it, tells it."""
    if all(a.id == article for a in record.articles):
        return record.event
    from culturex.likeness import as_told

    return as_told(record.event, article, main=rows.reports_of(store.connection, record.id).get(article, False))


def forget(store: Store, record: EventRecord, article: int) -> None:
    """Take *article* out of an event, or delete the event where no other article reports it."""
    if all(a.id == article for a in record.articles):
        store.delete_event(record.id)
    else:
        take_out(store, record, article)


def delete_article(store: Store, number: int) -> None:
    """Delete article *number*, what it tells of events, and the events that no other article reports."""
    store.article(number)
    for record in store.events_of(number):
        forget(store, record, number)
    store.connection.execute("DELETE FROM articles WHERE id = ?", (number,))


def take_out(store: Store, record: EventRecord, article: int) -> None:
    """Take *article*, and what only it tells, out of an event that other articles report too."""
    from culturex.likeness import without

    left = without(record.event, article)
    store.connection.execute("DELETE FROM reports WHERE event = ? AND article = ?", (record.id, article))
    # Whether it is the main event of the others is said there already.
    store.replace_event(record.id, replace(left, main=any(rows.reports_of(store.connection, record.id).values())))


def first_article(record: EventRecord) -> int | None:
    """Return the number of the first article that reports an event, None where there is none."""
    return record.articles[0].id if record.articles else None


def _refuse_rejected(record: EventRecord) -> None:
    if record.review == "rejected":
        raise InputError(
            f"Event {record.id} was rejected, and cannot be merged.",
            f"culturex review --accept {record.id} takes it back in.",
        )
