"""Stepping back through the decisions of sessions, this one and those before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from culturex.errors import InputError, NotFoundError
from culturex.likeness import as_told
from culturex.model.event import Event, EventRecord
from culturex.store import taking_back
from culturex.store.history import DeedRecord
from culturex.store.store import Store

# The commands whose deeds are decisions about events: those of a session, and of flags that decide the same.
_DECISIONS = ("tag", "review", "edit", "merge")


@dataclass(frozen=True, slots=True)
class Back:
    """A decision that was taken back.

    *article* is the one it was about. *number* is the event as the store holds it again, None where that decision had
    made it or where it was about no event; *event* is the event as it had been decided.
    """

    deed: DeedRecord
    article: int
    number: int | None = None
    event: Event | None = None


def step_back(store: Store, *, until: int, own: Collection[int]) -> Back:
    """Take back the last decision of the store's coder and return it; one deed, of the command undo.

    The deeds that count are those up to number *until* (what was done before the session) and the session's *own*.
    Raise InputError, which says what to do, where the last of them is no decision about one article.
    """
    last = taking_back.last(store.connection, until=until, own=own)
    if last is None:
        raise InputError("Nothing is left to take back.")
    said = last.summary or last.command
    if last.command not in _DECISIONS:
        raise InputError(f"What was done last is no decision: {said}.", "culturex undo takes it back.")
    if last.coder != store.coder:
        raise InputError(f"What was done last is a decision of {last.coder}: {said}.", "culturex undo takes it back.")
    touched, articles = taking_back.touched(store.connection, last.id)
    before = {record.id: record for record in (_event(store, n) for n in touched) if record}
    if last.command == "merge":
        return _take_merge_back(store, last, before)
    about = set(articles) or {record.articles[0].id for record in before.values() if record.articles}
    if len(about) != 1:
        raise InputError(f"What was done last was done to many at once: {said}.", "culturex undo takes it back.")
    store.undo(last.id)
    decided = next(iter(before.values())) if len(before) == 1 else None
    if decided is None:
        return Back(last, about.pop())
    is_there = _event(store, decided.id) is not None
    return Back(last, about.pop(), decided.id if is_there else None, decided.event)


def _take_merge_back(store: Store, merge: DeedRecord, before: dict[int, EventRecord]) -> Back:
    """Take a merge back: what was merged is asked about again, the event itself or what the article told."""
    articles = taking_back.linked(store.connection, merge.id)
    touched, _ = taking_back.touched(store.connection, merge.id)
    store.undo(merge.id)
    gone = next((n for n in touched if n not in before and _event(store, n)), None)
    if gone is not None:
        return Back(merge, store.event(gone).articles[0].id, gone)
    kept = next(iter(before.values()))
    article = articles[0] if articles else kept.articles[0].id
    return Back(merge, article, None, as_told(kept.event, article, main=kept.event.main))


def _event(store: Store, number: int) -> EventRecord | None:
    try:
        return store.event(number)
    except NotFoundError:
        return None
