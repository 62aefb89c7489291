"""Decisions into the store: each is one deed, held against what other programs have stored meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from culturex.errors import InputError, NotFoundError
from culturex.likeness import taken
from culturex.model.event import Event
from culturex.store import history, merging
from culturex.store.store import Store
from culturex.workflow.coding import no_type, with_evidence
from culturex.workflow.deciding import Card, Decision
from culturex.workflow.drafting import settle
from culturex.workflow.turns import tellings


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision that was stored: its deed (None where it changed nothing) and the event it is about, if any."""

    deed: int | None
    event: int | None


@dataclass(frozen=True, slots=True)
class Clash:
    """What another program did while a card was shown, in a sentence, and what that leaves to decide.

    *number* is the event that stands there now, None where there is none. *is_settled* tells that nothing is left to
    ask: what was decided about is gone, or stands as it was decided. *is_gone* tells that the stored event is deleted.
    """

    told: str
    number: int | None = None
    is_settled: bool = False
    is_gone: bool = False


def keep(store: Store, card: Card, decision: Decision, *, state: str | None) -> Kept | Clash:
    """Store a *decision* about *card*, in one deed; where another program was first, store nothing and say so.

    *state* is where the article stands after it, None where that follows from the decision.
    """
    number = card.article.id
    with store.deed(_command(card, decision)) as deed:
        if (clash := _clash(store, card, decision)) is not None:
            return clash
        if decision.action == "no_event":
            without_event(store, number)
            deed.summary, event = f"no event in article {number}", None
        else:
            event = _merged(store, card, decision) if decision.known is not None else _keep_event(store, card, decision)
            deed.summary = _summary(card, decision, event)
            if state is not None:
                store.set_article_state(number, state)
        settle(store, card, decision, deed.id)
    return Kept(deed.id, event)


def _command(card: Card, decision: Decision) -> str:
    return "merge" if decision.known is not None else "review" if card.record else "tag"


def _summary(card: Card, decision: Decision, event: int) -> str:
    if decision.known is not None:
        gone = f"event {card.record.id}" if card.record and decision.action == "merge" else "what it tells"
        return f"merged {gone} in article {card.article.id} into event {event}"
    verbs = {"reject": "rejected", "check": "checked"}
    review = verbs.get(decision.action, "accepted")
    is_old = card.record is not None and decision.action != "new"
    return f"{review} event {event}" + ("" if is_old else f" in article {card.article.id}")


def close(store: Store, card: Card, decision: Decision) -> int | None:
    """Record that an article of which something was coded has nothing more to be coded; return the deed, if any."""
    article = card.article.id
    if not store.events_of(article):
        return None
    with store.deed("tag", f"done with article {article}") as deed:
        store.set_article_state(article, "tagged")
        settle(store, card, decision, deed.id)
    return deed.id


def without_event(store: Store, number: int) -> None:
    """Record inside the deed that is open that an article reports no event; its unreviewed ones are deleted.

    An event that other articles report too stays with what they tell.
    """
    for record in store.events_of(number):
        if record.review == "unreviewed":
            merging.forget(store, record, number)
    store.set_article_state(number, "no_event")


def decided_event(card: Card, decision: Decision) -> Event:
    """Return the event of a decision, with evidence for what the person changed; raise InputError where it has none."""
    # What is rejected is what was suggested, and not what the person was about to make of it.
    was = card.origin if decision.action == "reject" else None
    event = decision.event or was or card.event
    if event is None:
        raise InputError("There is no event to store.", "Choose new to write one.")
    before = card.origin if card.origin is not None and decision.action != "new" else Event()
    return with_evidence(event, before, card.article.article, method="prompt")


def _keep_event(store: Store, card: Card, decision: Decision) -> int:
    """Store the event of a decision and return its number."""
    event = decided_event(card, decision)
    review = "rejected" if decision.action == "reject" else "accepted"
    if not event.type and decision.action in ("accept", "new"):
        raise no_type(store.codebook())
    if card.record is None or decision.action == "new":
        suggested = card.suggested if decision.action != "new" else None
        if suggested is None or suggested == event:
            return store.add_event(event, card.article.id, review=review)
        # What was suggested comes first, so that the history tells what became of it.
        number = store.add_event(suggested, card.article.id, review=review)
        store.replace_event(number, event, article=card.article.id)
        return number
    store.replace_event(card.record.id, event, article=card.article.id)
    if decision.action != "check":
        store.set_review(card.record.id, review)
    return card.record.id


def _merged(store: Store, card: Card, decision: Decision) -> int:
    """Put the event of a decision to the one that is known, and return the number of that."""
    assert decision.known is not None
    gone = card.record.id if card.record and decision.action == "merge" else None
    event = decided_event(card, decision)
    put_to(store, decision.known, event, card.article.id, gone=gone, take=decision.take)
    return decision.known


def put_to(store: Store, known: int, event: Event, article: int, *, gone: int | None, take: Sequence[str]) -> None:
    """Put *event*, as *article* tells it, to event *known* inside the deed that is open, with the fields in *take*.

    *gone* is its number where it is stored itself; it is deleted.
    """
    if gone is None:
        merging.link(store, known, event, article)
    else:
        store.replace_event(gone, event)
        merging.merge(store, known, gone)
    for field in take:
        store.replace_event(known, taken(store.event(known).event, event, field))


# -- not alone


def _clash(store: Store, card: Card, decision: Decision) -> Clash | None:
    """Return what stands in the way of a decision: what was stored since the card was made."""
    number = card.article.id
    try:
        stored = store.article(number)
    except NotFoundError:
        return Clash(f"Meanwhile another program deleted article {number}; nothing was stored.", is_settled=True)
    if decision.known is not None and (clash := _clash_with_known(store, decision.known)) is not None:
        return clash
    if decision.action == "new":
        return None
    if card.record is not None:
        return _clash_with(store, card, card.record.id, decision)
    if stored.state == "no_event" != card.article.state:
        return Clash(f"Meanwhile another program recorded that article {number} reports no event.")
    known = {record.id for record in card.coded}
    added = [record for record in store.events_of(number) if record.id not in known]
    if card.event is not None and (same := tellings([card.event], added, number)):
        return _clash_with(store, card, same[0].id, decision)
    if decision.action == "no_event" and added:
        return Clash(f"{told(store, added[0].id)} Nothing was stored.")
    return None


def _clash_with_known(store: Store, known: int) -> Clash | None:
    """Return what stands in the way of merging something into the event *known*."""
    try:
        review = store.event(known).review
    except NotFoundError:
        return Clash(f"There is no event {known} any more. Nothing was stored.")
    return Clash(f"Event {known} was rejected. Nothing was stored.") if review == "rejected" else None


def _clash_with(store: Store, card: Card, number: int, decision: Decision) -> Clash | None:
    """Hold a decision against the stored event *number*: the one that the card shows, or one added meanwhile."""
    was_edited = decision.action == "accept" and (decision.event or card.event) != card.origin
    try:
        now = store.event(number)
    except NotFoundError:
        said = f"Meanwhile another program deleted event {number}."
        return Clash(
            f"{said} The card shows it as you have it." if was_edited else said, None, not was_edited, is_gone=True
        )
    if card.record and (now.event, now.review) == (card.record.event, card.record.review):
        return None
    wanted = {"accept": "accepted", "reject": "rejected"}.get(decision.action)
    # The sentence is all there is to say where both decided the same.
    if now.review == wanted and not was_edited:
        return Clash(told(store, number), number, is_settled=True)
    as_you = " The card shows it as you have it; accepting puts it in place of theirs." if was_edited else ""
    return Clash(told(store, number) + (as_you or " Nothing was stored yet."), number)


def told(store: Store, number: int) -> str:
    """Return in a sentence what another program did last to event *number*."""
    last = next(iter(history.deeds(store.connection, event=number, limit=1)), None)
    if last is None:
        return f"Meanwhile another program changed event {number}."
    who = f" by {last.coder}" if last.coder else ""
    return f"Meanwhile, in another program{who}: {last.summary or last.command}."
