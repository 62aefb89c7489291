"""Events put before a Decider, one after the other; every decision is stored before the next card is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from culturex.errors import InputError, NotFoundError
from culturex.model.article import StoredArticle
from culturex.model.event import Event, EventRecord
from culturex.store.store import Store
from culturex.workflow.coding import with_evidence
from culturex.workflow.suggesting import known_from, suggest_for
from culturex.workflow.tally import Tally


@dataclass(frozen=True, slots=True)
class Card:
    """One event put before a Decider: the article, the event as suggested, and where in the queue it stands.

    *record* is the stored event for a review, None for a fresh suggestion; *event* is None where the suggester saw
    nothing and *reason* says why.
    """

    article: StoredArticle
    event: Event | None
    record: EventRecord | None
    position: int
    total: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a Decider wants. *action* is accept, reject, new, skip, done, no_event or quit.

    *event* is the event to store for accept (as suggested or edited) and new.
    """

    action: str
    event: Event | None = None


class Decider(Protocol):
    """Who decides about events: the terminal, a script of flags, a test. The core cannot tell them apart.

    ``decide`` is given one Card after the other and answers with a Decision. ``accept`` stores the event as accepted,
    ``reject`` keeps it as rejected, ``new`` stores another event of the same article and asks about the same card
    again, ``skip`` leaves the card for later, ``done`` goes to the next article, ``no_event`` records that the article
    reports none, ``quit`` stops; each decision is stored before the next card is shown. Nothing needs to be inherited.
    """

    def decide(self, card: Card) -> Decision:
        """Answer one card."""
        ...


def tag_with(store: Store, articles: Sequence[int], decider: Decider) -> Tally:
    """Put the suggested events of *articles* before *decider*, one after the other; every decision is one deed."""
    tally = Tally()
    for index, number in enumerate(articles, 1):
        cards = _cards(store, store.article(number), index, len(articles))
        for card in cards:
            action = _ask(store, card, decider, tally, is_last=card is cards[-1])
            if action == "quit":
                return tally
            if action == "done":
                _close(store, number)
            if action in ("done", "no_event"):
                break
    return tally


def _cards(store: Store, stored: StoredArticle, index: int, total: int) -> list[Card]:
    """Return a card for each suggested event that nobody has decided about, or one that says why there is none.

    An event that the store holds unreviewed comes as it is stored.
    """
    suggestion = suggest_for(stored, known_from(store))
    there = {_told_by(r.event): r for r in store.events_of(stored.id)}
    cards = []
    for event in suggestion.events:
        record = there.get(_told_by(event))
        if record is None:
            cards.append(Card(stored, event, None, index, total))
        elif record.review == "unreviewed":
            cards.append(Card(stored, record.event, record, index, total))
    if cards:
        return cards
    reason = suggestion.reasons[0] if suggestion.reasons else "what the suggester sees is decided already"
    return [Card(stored, None, None, index, total, reason)]


def _told_by(event: Event) -> tuple[int | None, int | None, str | None]:
    """Return what tells one suggestion of an article from another: the place of the quote that shows it."""
    whole = next((e for e in event.evidence if e.field == "event"), None)
    return (whole.start, whole.end, None) if whole else (None, None, event.title)


def _close(store: Store, number: int) -> None:
    """Record that an article of which something was coded has nothing more to be coded."""
    if store.events_of(number):
        with store.deed("tag", f"done with article {number}"):
            store.set_article_state(number, "tagged")


def review_with(store: Store, events: Sequence[int], decider: Decider) -> Tally:
    """Put stored events before *decider*, one after the other; every decision is one deed."""
    tally = Tally()
    done: set[int] = set()
    for index, number in enumerate(events, 1):
        try:
            record = store.event(number)
        except NotFoundError:
            # Deleted since the queue was made: by the answer "no event", or by another program.
            continue
        if not record.articles or record.articles[0].id in done:
            continue
        stored = store.article(record.articles[0].id)
        action = _ask(store, Card(stored, record.event, record, index, len(events)), decider, tally)
        if action == "quit":
            break
        if action in ("done", "no_event"):
            done.add(stored.id)
    return tally


def _ask(store: Store, card: Card, decider: Decider, tally: Tally, *, is_last: bool = True) -> str:
    """Ask until the card is dealt with; return the action that did.

    An article stays new until its last card is dealt with, so that whoever stops before finds it again.
    """
    while True:
        decision = decider.decide(card)
        tally.add(decision.action)
        if decision.action in ("skip", "done", "quit"):
            return decision.action
        to_do = card.record is None and (not is_last or (decision.action == "new" and card.event is not None))
        _store_decision(store, card, decision, to_do=to_do)
        if decision.action != "new":
            return decision.action


def _store_decision(store: Store, card: Card, decision: Decision, *, to_do: bool) -> None:
    number = card.article.id
    command = "review" if card.record else "tag"
    with store.deed(command) as deed:
        if decision.action == "no_event":
            for record in store.events_of(number):
                if record.review == "unreviewed":
                    store.delete_event(record.id)
            store.set_article_state(number, "no_event")
            deed.summary = f"no event in article {number}"
            return
        event = decision.event or card.event
        if event is None:
            raise InputError("There is no event to store.", "Choose new to write one.")
        if card.event is not None and decision.action != "new":
            event = with_evidence(event, card.event, card.article.article, method="prompt")
        else:
            event = with_evidence(event, Event(), card.article.article, method="prompt")
        review = "rejected" if decision.action == "reject" else "accepted"
        if card.record is not None and decision.action != "new":
            store.replace_event(card.record.id, event)
            store.set_review(card.record.id, review)
            deed.summary = f"{review} event {card.record.id}"
        else:
            stored = store.add_event(event, number, review=review)
            deed.summary = f"{review} event {stored} in article {number}"
            if to_do:
                store.set_article_state(number, "new")
