"""A session written down while it goes on: each decision a line, once it is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from culturex.errors import NotFoundError
from culturex.model.certainty import is_check
from culturex.model.event import EventRecord
from culturex.store import taking_back
from culturex.store.coders import without_type
from culturex.store.history import now
from culturex.store.store import Store
from culturex.workflow.coding import no_type
from culturex.workflow.deciding import Card, Decider, Decision, Report
from culturex.workflow.decisions import Outcome, Recorded, line_of
from culturex.workflow.keeping import decided_event
from culturex.workflow.tally import counted

# Actions that decide nothing which could be decided again.
_NOTHING = ("quit", "undo")


class Recorder:
    """A Decider that lets another one decide, and gives *write* a line of JSON for every decision that was stored.

    Its ``stored`` is the report of the session; it passes on to *report*. What the session took back gets a line of its
    own, before the next card.
    """

    def __init__(self, store: Store, decider: Decider, write: Callable[[str], None], report: Report) -> None:
        self.store = store
        self.decider = decider
        self.write = write
        self.report = report
        self._newest = taking_back.newest(store.connection)

    def decide(self, card: Card) -> Decision:
        """Answer one card."""
        self.finish()
        return self.decider.decide(card)

    def finish(self) -> None:
        """Write down what was taken back; called after the session, for its last answer may be an undo."""
        for undo, undone in taking_back.undone_since(self.store.connection, self._newest, self.store.coder):
            self._newest = undo
            recorded = _undone(self.store, undone)
            if recorded is not None:
                self.write(line_of(recorded))

    def stored(self, card: Card, decision: Decision, event: int | None) -> None:
        """Write down a decision, and pass on that it is stored."""
        if decision.known is not None:
            self.write(line_of(_merged(self.store, card, decision)))
        elif decision.action not in _NOTHING:
            is_new = event is not None and (card.record is None or decision.action == "new")
            self._write(decision, card.article.id, event, is_new=is_new)
        self.report(card, decision, event)

    def _write(self, decision: Decision, article: int, event: int | None, *, is_new: bool) -> None:
        # Another program may delete at once what was decided here.
        with suppress(NotFoundError):
            record = self.store.event(event) if event is not None else None
            fields = _checked(record) if record and decision.action == "check" else ()
            found = decided(self.store, decision.action, article, record, is_new=is_new, fields=fields)
            self.write(line_of(found))


def review_all(
    store: Store, events: Sequence[int], action: str, *, write: Callable[[str], None] = lambda line: None
) -> str:
    """Accept or reject *events*, as *action* says, and *write* each down; return their new review state. One deed.

    Raise InputError where one that is to be accepted has no type.
    """
    review = "accepted" if action == "accept" else "rejected"
    if action == "accept" and (lacking := without_type(store.connection, events)):
        raise no_type(store.codebook(), sorted(lacking))
    with store.deed("review") as deed:
        for number in events:
            store.set_review(number, review)
        deed.summary = f"{review} {counted(len(events), 'event')}"
    for number in events:
        write_down(store, action, store.event(number), write)
    return review


def write_down(store: Store, action: str, record: EventRecord, write: Callable[[str], None]) -> None:
    """Write down what was decided about a stored event; one that no article reports cannot be decided again."""
    if record.articles:
        write(line_of(decided(store, action, record.articles[0].id, record)))


def decided(
    store: Store,
    action: str,
    article: int,
    record: EventRecord | None,
    *,
    is_new: bool = False,
    fields: tuple[str, ...] = (),
) -> Recorded:
    """Return what a decision about an article, and about the stored event *record*, has come to."""
    stored = store.article(article)
    return Recorded(
        action=action,
        article=article,
        sha256=stored.article.sha256,
        outcome=_outcome(record) if record else Outcome(),
        is_new=is_new,
        state=stored.state,
        fields=fields,
        cited=_cited(store, article, [record] if record else []),
        coder=store.coder,
        time=now(),
    )


def _checked(record: EventRecord) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.field for e in record.event.evidence if is_check(e)))


def _merged(store: Store, card: Card, decision: Decision) -> Recorded:
    """Return a decision that put what an article tells to a known event: what it was put to, and what was put."""
    gone = card.record if decision.action == "merge" else None
    event = decided_event(card, decision)
    stored = store.article(card.article.id)
    known = _record(store, decision.known or 0)
    cited = {e.article for e in event.evidence if e.article not in (None, stored.id)}
    return Recorded(
        action=decision.action,
        article=stored.id,
        sha256=stored.article.sha256,
        outcome=Outcome(gone.id if gone else None, gone.uid if gone else None, None, event),
        into=Outcome(decision.known, known.uid if known else None),
        take=decision.take,
        state=stored.state,
        cited=_fingerprints(store, cited),
        coder=store.coder,
        time=now(),
    )


def _outcome(record: EventRecord, reports: Mapping[int, bool] | None = None) -> Outcome:
    return Outcome(record.id, record.uid, record.review, record.event, coder=record.coder, reports=reports)


def _fingerprints(store: Store, articles: Iterable[int | None]) -> dict[int, str]:
    return {n: store.article(n).article.sha256 for n in sorted(n for n in articles if n is not None)}


def _cited(store: Store, article: int, records: Sequence[EventRecord]) -> dict[int, str]:
    """Return the fingerprints of the articles, other than *article*, that tell *records*."""
    numbers = {e.article for r in records for e in r.event.evidence} | {a.id for r in records for a in r.articles}
    return _fingerprints(store, numbers - {article})


def _undone(store: Store, deed: int) -> Recorded | None:
    """Return how things stand again after *deed* was taken back; None where that is about no article any more."""
    events, articles = taking_back.touched(store.connection, deed)
    outcomes, records = [], []
    for number in events:
        record = _record(store, number)
        if record is None:
            uid, article = taking_back.deleted(store.connection, number)
            outcomes.append(Outcome(number, uid))
            articles += [article] if article is not None else []
        else:
            records.append(record)
            outcomes.append(_outcome(record, store.reports_of(number)))
            articles += [a.id for a in record.articles]
    if not articles:
        return None
    article = articles[0]
    stored = store.article(article)
    return Recorded(
        action="undo",
        article=article,
        sha256=stored.article.sha256,
        outcome=outcomes[0] if outcomes else Outcome(),
        also=tuple(outcomes[1:]),
        state=stored.state,
        cited=_cited(store, article, records),
        coder=store.coder,
        time=now(),
    )


def _record(store: Store, number: int) -> EventRecord | None:
    try:
        return store.event(number)
    except NotFoundError:
        return None
