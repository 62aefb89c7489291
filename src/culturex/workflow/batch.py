"""Events accepted without a question: those that are certain enough. The rest is left, and said why."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from culturex.errors import NotFoundError
from culturex.model.certainty import Certainty, certainty
from culturex.model.event import Event, EventRecord
from culturex.model.support import unsupported
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.workflow.deciding import Card, Decider, Decision
from culturex.workflow.joining import accepted_like
from culturex.workflow.tally import BATCH, BATCH_SECONDS, Tally, counted

# The confidence from which on an event is accepted where none is given. docs/tagging.md says what it was measured with.
CERTAIN = 0.65


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of one event: *reason* says why it was left, None where it was accepted."""

    record: EventRecord
    reason: str | None = None

    @property
    def article(self) -> int | None:
        """The article that reports the event first."""
        return self.record.articles[0].id if self.record.articles else None


def why_not(event: Event, least: float) -> str | None:
    """Return in a few words why *event* is not to be accepted at confidence *least*; None where it is."""
    if not event.type:
        return "it has no type"
    if doubted := unsupported(event):
        # Regions and own fields too, which otherwise want no quote.
        return f"no quote bears out {' '.join(filter(None, (doubted[0].field, doubted[0].value)))}"
    found = certainty(event)
    # A value that rests on no quote is never accepted, however low the limit.
    return None if found.confidence >= least and found.confidence > 0 else _said(found)


def _said(found: Certainty) -> str:
    if not found.confidence:
        return f"no quote bears out {found.of}"
    return f"{round(found.confidence * 100)}% sure of {found.of}"


def accept_certain(
    store: Store,
    events: Sequence[int],
    least: float = CERTAIN,
    *,
    deed: Deed,
    report: Callable[[Looked], None] = lambda looked: None,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Accept those of *events* that are unreviewed and certain enough, and leave the others; return how many of each.

    All of it is one *deed*, which may have begun with something else, in several transactions. *report* is told of each
    event when that is stored; *stop* is asked before each.
    """
    tally = Tally()
    begun = deed.summary
    queue = deque(dict.fromkeys(events))
    while queue and not tally.interrupted:
        looked: list[Looked] = []
        with store.deed(deed):
            latest = time.monotonic() + BATCH_SECONDS
            while queue and len(looked) < BATCH and time.monotonic() <= latest:
                if stop():
                    tally.interrupted = True
                    break
                if (found := _look_at(store, queue.popleft(), least)) is not None:
                    tally.add("left" if found.reason else "accepted")
                    looked.append(found)
            deed.summary = "; ".join(filter(None, (begun, f"accepted {counted(tally['accepted'], 'event')}")))
        for found in looked:
            report(found)
    return tally


def _look_at(store: Store, number: int, least: float) -> Looked | None:
    """Accept an event that is certain enough; return what became of it, None where it is there for review no more."""
    try:
        record = store.event(number)
    except NotFoundError:
        return None
    if record.review != "unreviewed":
        return None
    reason = why_not(record.event, least) or _why_not_new(store, record)
    if reason is None:
        store.set_review(number, "accepted")
        record = store.event(number)
    return Looked(record, reason)


def _why_not_new(store: Store, record: EventRecord) -> str | None:
    """Return which accepted event a stored one could be: a person says whether it is; None where there is none."""
    same = accepted_like(store, record)
    return None if same is None else f"it could be event {same}"


class Confident:
    """A Decider that accepts by itself what is certain enough, and asks another one about the rest.

    What was taken back or is being edited, and what could be an event that is known, is asked about, however certain it
    is.
    """

    def __init__(self, decider: Decider, least: float) -> None:
        self.decider = decider
        self.least = least
        self._accepted: set[tuple[int, int | None, str | None]] = set()

    def decide(self, card: Card) -> Decision:
        """Answer one card."""
        key = _key(card)
        is_open = card.event is not None and (card.record is None or card.record.review == "unreviewed")
        is_mine = card.draft is not None or key in self._accepted
        if not is_open or card.known or is_mine or why_not(card.event or Event(), self.least) is not None:
            return self.decider.decide(card)
        self._accepted.add(key)
        return Decision("accept")


def _key(card: Card) -> tuple[int, int | None, str | None]:
    """Return what tells one card of an article from another, when it comes again."""
    event = card.event
    start = next((e.start for e in event.evidence if e.field == "event"), None) if event else None
    return card.article.id, start, event.title if event else None
