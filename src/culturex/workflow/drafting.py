"""What somebody has changed on a card and not yet decided about: kept in the store, and put on the card again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from culturex.errors import InputError, NotFoundError
from culturex.model.article import StoredArticle
from culturex.model.certainty import is_check
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
from culturex.model.fields import specs
from culturex.model.schema import event_from_dict, event_to_dict, part_to_dict
from culturex.store import drafts
from culturex.store.drafts import Draft
from culturex.store.store import Store
from culturex.workflow.deciding import Card, Decision
from culturex.workflow.turns import SAME, sameness, turns_of

# Quotes are kept as those that came and those that went, for many rest on values that nobody has changed.
_QUOTES = "quote"


@dataclass(frozen=True, slots=True)
class Kept:
    """An event with what was changed of it before: the number of the draft and the names of the fields."""

    event: Event
    draft: int
    fields: tuple[str, ...]


def keep_draft(store: Store, card: Card, event: Event, draft: int | None) -> int | None:
    """Keep what *event* has otherwise than the event of *card*, in the place of *draft*; return the draft's number.

    Where it has nothing otherwise, forget the draft and return None.
    """
    return _keep(store, card.article.id, card.record.id if card.record else None, card.origin, event, draft)


def keep_begun(store: Store, article: int, event: Event, draft: int | None) -> int | None:
    """Keep a new *event* that a person is writing, in the place of *draft*; return the draft's number."""
    return _keep(store, article, None, None, event, draft)


def forget_draft(store: Store, draft: int) -> None:
    """Drop a draft for good."""
    drafts.drop(store, draft)


def begun(store: Store, article: int, *, but: int | None = None) -> tuple[int, Event] | None:
    """Return the new event of an article that was begun last, with the number of its draft; None where there is none.

    *but* is a draft that does not count.
    """
    for draft in drafts.undecided(store, article):
        if draft.origin is None and draft.id not in (None, but):
            return draft.id or 0, _edited(Event(), draft.edits, store.codebook())
    return None


def kept_of(store: Store, stored: StoredArticle, origin: Event, number: int | None) -> Kept | None:
    """Return *origin* as the coder has changed it; None where not. *number* is its own, None for a suggestion."""
    found = _find(store, stored, origin, number)
    if found is None:
        return None
    event = _edited(origin, found.edits, store.codebook())
    return Kept(event, found.id or 0, tuple(found.edits)) if event != origin else None


def kept_again(
    store: Store, stored: StoredArticle, origin: Event | None, number: int | None, event: Event
) -> tuple[Event, int | None]:
    """Keep *event*, which comes back to be decided about again; return it and the number of its draft.

    What was changed besides, and was not part of that decision, is on it too.
    """
    if origin is None:
        # The decision has given the values evidence that they did not have while they were written.
        written = _without(_changes(event, Event()), (_QUOTES,))
        there = (d for d in drafts.undecided(store, stored.id) if d.origin is None)
        found = next((d for d in there if _without(d.edits, (_QUOTES,)) == written), None)
    else:
        found = _find(store, stored, origin, number)
        others = {k: v for k, v in (found.edits if found else {}).items() if k not in _changes(event, origin)}
        event = _edited(event, others, store.codebook())
    return event, _keep(store, stored.id, number, origin, event, found.id if found else None)


def decided_by(store: Store, deed: int, origin: Event | None) -> Event | None:
    """Return the event that a *deed* was about as the person had it, made of *origin*; None where nobody can tell."""
    draft = drafts.settled_by(store, deed)
    return _edited(origin or Event(), draft.edits, store.codebook()) if draft else origin


def settle(store: Store, card: Card, decision: Decision, deed: int | None) -> None:
    """Say inside the deed that is open that a decision was made about its draft.

    A check is about some fields only: what was changed in others waits for its decision.
    """
    if decision.draft is None:
        return
    if decision.action == "check" and decision.event is not None:
        checked = {e.field for e in decision.event.evidence if is_check(e)}
        mine = next((d for d in drafts.undecided(store, card.article.id) if d.id == decision.draft), None)
        rest = _without(mine.edits, checked) if mine else {}
        if mine and rest:
            drafts.keep(store, replace(mine, edits=rest))
            return
    drafts.settle(store.connection, decision.draft, deed)


# -- which draft


def _keep(
    store: Store, article: int, number: int | None, origin: Event | None, event: Event, draft: int | None
) -> int | None:
    edits = _changes(event, origin or Event())
    if edits:
        return drafts.keep(store, Draft(article, number, _known_by(origin) if origin else None, edits, draft))
    if draft is not None:
        drafts.drop(store, draft)
    return None


def _find(store: Store, stored: StoredArticle, origin: Event, number: int | None) -> Draft | None:
    """Return the draft about the event *origin*: by its number, or else by what it rests on.

    The suggester may see an event a little otherwise than before: the draft belongs to the event that is most like the
    one that was changed.
    """
    there = [d for d in drafts.undecided(store, stored.id) if d.origin is not None]
    if mine := next((d for d in there if d.event is not None and d.event == number), None):
        return mine
    free = [d for d in there if d.event is None or not _is_stored(store, d.event)]
    known_by = _known_by(origin)
    if not free or (mine := next((d for d in free if d.origin == known_by), None)):
        return mine
    codebook = store.codebook()
    near = [
        (d, before) for d in free if sameness(origin, before := event_from_dict(d.origin, codebook), stored.id) >= SAME
    ]
    # Looking for others takes as long as the article is long.
    others = [e for e in _events_in(store, stored) if _known_by(e) != known_by] if near else []
    return next((d for d, before in near if _is_nearest(before, origin, others, stored.id)), None)


def _is_nearest(before: Event, origin: Event, others: list[Event], article: int) -> bool:
    """Tell whether *before* is rather *origin* than one of the *others*."""
    like, told = sameness(origin, before, article), _known_by(before)
    return all(_known_by(e) != told and sameness(e, before, article) < like for e in others)


def _events_in(store: Store, stored: StoredArticle) -> list[Event]:
    """Return the events of an article, stored or suggested."""
    turns = turns_of(store, stored, 0, again=True)
    found = [t.event if t.number is None else store.event(t.number).event for t in turns]
    return [event for event in found if event is not None]


def _is_stored(store: Store, number: int) -> bool:
    try:
        store.event(number)
    except NotFoundError:
        return False
    return True


# -- what was changed


def _known_by(event: Event) -> dict[str, Any]:
    """Return by what an event is known again, stored or not."""
    return {"title": event.title, "evidence": [_mark(e) for e in event.evidence]}


def _mark(evidence: Evidence) -> dict[str, Any]:
    """Return what tells a quote from the others of its event, also before it is stored."""
    return {name: getattr(evidence, name) for name in ("field", "value", "quote", "start", "end")}


def _changes(event: Event, before: Event) -> dict[str, Any]:
    """Return what *event* has otherwise than *before*, as JSON values by the name of the field."""
    values = event_to_dict(event)
    names = [s.name for s in specs(Event) if s.name != "evidence"]
    changed = {name: values[name] for name in names if getattr(event, name) != getattr(before, name)}
    now, then = [_mark(e) for e in event.evidence], [_mark(e) for e in before.evidence]
    added = [part_to_dict(e) for e in event.evidence if _mark(e) not in then and not is_check(e)]
    removed = [mark for mark in then if mark not in now]
    return {**changed, _QUOTES: {"added": added, "removed": removed}} if added or removed else changed


def _without(edits: Mapping[str, Any], fields: Collection[str]) -> dict[str, Any]:
    """Return the *edits* of a draft but for those of *fields*."""
    rest = {name: value for name, value in edits.items() if name not in fields}
    if _QUOTES in rest:
        quotes = {k: [q for q in given if q["field"] not in fields] for k, given in rest.pop(_QUOTES).items()}
        rest |= {_QUOTES: quotes} if any(quotes.values()) else {}
    return rest


def _edited(event: Event, edits: Mapping[str, Any], codebook: Codebook) -> Event:
    """Return *event* with the *edits* of a draft; what the codebook does not allow any more is left out."""
    for name, value in edits.items():
        with suppress(InputError):
            if name == _QUOTES:
                added = event_from_dict({"evidence": value["added"]}, codebook).evidence
                there = [_mark(e) for e in event.evidence]
                kept = tuple(e for e in event.evidence if _mark(e) not in value["removed"])
                event = replace(event, evidence=(*(e for e in added if _mark(e) not in there), *kept))
            else:
                event = replace(event, **{name: getattr(event_from_dict({name: value}, codebook), name)})
    return event
