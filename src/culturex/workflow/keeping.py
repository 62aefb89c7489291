"""Decisions into the store: each is one deed, held against what other programs have stored meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.errors import InputError, NotFoundError
from culturex.model.event import Event
from culturex.store import history
from culturex.store.store import Store
from culturex.workflow.coding import with_evidence
from culturex.workflow.deciding import Card, Decision
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
    ask: what was decided about is gone, or stands as it was decided.
    """

    told: str
    number: int | None = None
    is_settled: bool = False


def keep(store: Store, card: Card, decision: Decision, *, state: str | None) -> Kept | Clash:
    """Store a *decision* about *card*, in one deed; where another program was first, store nothing and say so.

    *state* is where the article stands after it, None where that follows from the decision.
    """
    number = card.article.id
    with store.deed("review" if card.record else "tag") as deed:
        if (clash := _clash(store, card, decision)) is not None:
            return clash
        if decision.action == "no_event":
            without_event(store, number)
            deed.summary, event = f"no event in article {number}", None
        else:
            event = _keep_event(store, card, decision)
            if state is not None:
                store.set_article_state(number, state)
            review = "rejected" if decision.action == "reject" else "accepted"
            is_old = card.record is not None and decision.action != "new"
            deed.summary = f"{review} event {event}" + ("" if is_old else f" in article {number}")
    return Kept(deed.id, event)


def close(store: Store, article: int) -> int | None:
    """Record that an article of which something was coded has nothing more to be coded; return the deed, if any."""
    if not store.events_of(article):
        return None
    with store.deed("tag", f"done with article {article}") as deed:
        store.set_article_state(article, "tagged")
    return deed.id


def without_event(store: Store, number: int) -> None:
    """Record inside the deed that is open that an article reports no event; its unreviewed ones are deleted.

    An event that other articles report too stays with what they tell.
    """
    for record in store.events_of(number):
        if record.review == "unreviewed":
            store.forget_telling(record.id, number)
    store.set_article_state(number, "no_event")


def _keep_event(store: Store, card: Card, decision: Decision) -> int:
    """Store the event of a decision and return its number."""
    event = decision.event or card.event
    if event is None:
        raise InputError("There is no event to store.", "Choose new to write one.")
    is_new = decision.action == "new"
    before = card.event if card.event is not None and not is_new else Event()
    event = with_evidence(event, before, card.article.article, method="prompt")
    review = "rejected" if decision.action == "reject" else "accepted"
    if card.record is None or is_new:
        return store.add_event(event, card.article.id, review=review)
    store.replace_event(card.record.id, event, article=card.article.id)
    store.set_review(card.record.id, review)
    return card.record.id


# -- not alone


def _clash(store: Store, card: Card, decision: Decision) -> Clash | None:
    """Return what stands in the way of a decision: what was stored since the card was made."""
    number = card.article.id
    try:
        stored = store.article(number)
    except NotFoundError:
        return Clash(f"Meanwhile another program deleted article {number}; nothing was stored.", is_settled=True)
    if decision.action == "new":
        return None
    if card.record is not None:
        return _clash_with(store, card, card.record.id, decision)
    if stored.state == "no_event" != card.article.state:
        return Clash(f"Meanwhile another program recorded that article {number} reports no event.")
    known = {record.id for record in card.coded}
    added = [record for record in store.events_of(number) if record.id not in known]
    if card.event is not None and (same := tellings([card.event], added)):
        return _clash_with(store, card, same[0].id, decision)
    if decision.action == "no_event" and added:
        return Clash(f"{told(store, added[0].id)} Nothing was stored.")
    return None


def _clash_with(store: Store, card: Card, number: int, decision: Decision) -> Clash | None:
    """Hold a decision against the stored event *number*: the one that the card shows, or one added meanwhile."""
    was_edited = decision.event is not None and decision.event != card.event
    try:
        now = store.event(number)
    except NotFoundError:
        said = f"Meanwhile another program deleted event {number}."
        return Clash(f"{said} The card shows it as you have it." if was_edited else said, is_settled=not was_edited)
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
