"""What of an article is to be decided: its suggested events and those that the store holds, each a Turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from culturex.model.article import StoredArticle
from culturex.model.event import Event, EventRecord, Evidence
from culturex.store.merging import told_by
from culturex.store.store import Store
from culturex.workflow.suggesting import known_from, suggest_for

# Share of the evidence in common from which on two codings of an article tell of the same event.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing to decide: the stored event *number*, or *event* as the suggester sees it, or neither (then *reason*
    says why).

    *draft* is what a person has made of it: it was decided so and taken back, or could not be stored. Alone it is an
    event of the person's own. *review* is where the review of the stored event stood when it came into the queue, None
    where it is asked whatever its state. *position* counts from 1; 0 is for what does not stand in the queue. *nth*
    counts the events *of* the article that came with it; 0 where they were not counted.
    """

    article: int
    position: int
    number: int | None = None
    event: Event | None = None
    draft: Event | None = None
    review: str | None = None
    reason: str | None = None
    nth: int = 0
    of: int = 0

    @property
    def is_open(self) -> bool:
        """Whether an event waits to be decided."""
        return self.number is not None or self.event is not None or self.draft is not None


def turns_of(
    store: Store, stored: StoredArticle, position: int, *, again: bool = False, unaided: bool = False
) -> list[Turn]:
    """Return a turn for each event of an article that nobody has decided about, or one that says why there is none.

    An event that the store holds unreviewed comes as it is stored; with *again*, so do those decided about. *unaided*
    leaves out what the suggester sees.
    """
    if unaided:
        return [Turn(stored.id, position, reason="the suggester was not asked")]
    suggestion = suggest_for(stored, known_from(store))
    # As this article tells them: the quotes of other articles have other places.
    there = [replace(r, event=told_by(store, r, stored.id)) for r in store.events_of(stored.id)]
    told = tellings(suggestion.events, there, stored.id)
    turns: list[Turn] = []
    for place, event in enumerate(suggestion.events):
        record = told.get(place)
        if record is None:
            turns.append(Turn(stored.id, position, event=event))
        elif again or record.review == "unreviewed":
            turns.append(_of_record(record, stored.id, position))
    coded = {r.id for r in told.values()}
    turns += [
        _of_record(r, stored.id, position) for r in there if r.id not in coded and (again or r.review == "unreviewed")
    ]
    if turns:
        return [replace(turn, nth=i, of=len(turns)) for i, turn in enumerate(turns, 1)]
    reason = suggestion.reasons[0] if suggestion.reasons else "what the suggester sees is decided already"
    return [Turn(stored.id, position, reason=reason)]


def origin_of(store: Store, stored: StoredArticle, turn: Turn) -> tuple[Event | None, bool]:
    """Return the suggestion that the draft of *turn* was made of, None for a person's own event or a stored one, and
    whether the article is to be tagged and has more to decide than that.
    """
    others = [t for t in turns_of(store, stored, 0) if t.is_open and (t.number is None or t.number != turn.number)]
    fresh = [t.event for t in others if t.event is not None] if turn.number is None and turn.draft else []
    graded = [(sameness(event, turn.draft, stored.id), event) for event in fresh if turn.draft]
    score, origin = max(graded, key=lambda g: g[0], default=(0.0, None))
    origin = origin if score >= SAME else None
    is_open = stored.state in ("new", "skipped") and len(others) > (origin is not None)
    return origin, is_open


def _of_record(record: EventRecord, article: int, position: int) -> Turn:
    return Turn(article, position, number=record.id, review=record.review)


def tellings(suggested: Sequence[Event], records: Sequence[EventRecord], article: int) -> dict[int, EventRecord]:
    """Return which stored event is which suggestion, by the place of the suggestion: those that tell of the same.

    Of an event that several articles tell, what *article* tells counts.
    """
    pairs = sorted(
        ((sameness(event, record.event, article), -place, -record.id, record)
         for place, event in enumerate(suggested) for record in records),
        key=lambda p: p[:3],
        reverse=True,
    )  # fmt: skip
    found: dict[int, EventRecord] = {}
    for score, place, _, record in pairs:
        if score >= SAME and -place not in found and record not in found.values():
            found[-place] = record
    return found


def sameness(suggested: Event, coded: Event, article: int) -> float:
    """Return how surely an event was coded from a suggestion (0 to 1): 1 where the quotes that show them stand at the
    same place, else the share of the evidence in common, for the quote may have been changed with the rest.
    """
    mine, theirs = _in(suggested, article), _in(coded, article)
    if _whole(mine, suggested.title) == _whole(theirs, coded.title):
        return 1.0
    places, others = _places(mine), _places(theirs)
    return len(places & others) / len(places | others) if places and others else 0.0


def _in(event: Event, article: int) -> list[Evidence]:
    return [e for e in event.evidence if e.article in (None, article)]


def _whole(evidence: Sequence[Evidence], title: str | None) -> tuple[int | None, int | None, str | None]:
    """Return the place of the quote that shows an event; where there is none, its title must do."""
    whole = next((e for e in evidence if e.field == "event"), None)
    return (whole.start, whole.end, None) if whole else (None, None, title)


def _places(evidence: Sequence[Evidence]) -> set[tuple[str, int | None, int | None]]:
    return {(e.field, e.start, e.end) for e in evidence if e.start is not None and e.field != "event"}
