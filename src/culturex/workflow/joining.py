"""Events that could be one: proposed, merged, taken apart again, and chosen among where their articles differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from culturex.errors import InputError
from culturex.likeness import DEFAULT_SCORE, Choice, Likeness, chosen, differing, likeness, taken
from culturex.likeness.compare import reaches
from culturex.likeness.profile import profile
from culturex.model.event import Event, EventRecord
from culturex.model.fields import specs
from culturex.store import merging
from culturex.store.query import Query
from culturex.store.store import Store

# Known events that are shown with one that is decided about, and how many are looked at for them: nobody wants to wait.
_SHOWN, _LOOKED_AT = 5, 300
# Events read at once where the first that is alike will do.
_FEW = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stored events that could be one, the one with the lower number *first*."""

    first: EventRecord
    second: EventRecord
    likeness: Likeness


def known_like(
    store: Store,
    event: Event,
    article: int | None = None,
    *,
    number: int | None = None,
    least: float = DEFAULT_SCORE,
    among: int | None = None,
) -> list[tuple[EventRecord, Likeness]]:
    """Return the stored events that could be *event*, the likeliest first, none below the score *least*.

    *article* is the number of the article that tells *event*: what it reports already is left out, for an article
    that tells two events means two. *number* is that of *event* itself where it is stored. Rejected events are left
    out too. Somebody who waits for the answer looks *among* so many near ones at most, the newest.
    """
    from culturex.store.candidates import candidates

    near = candidates(store.connection, event, article=article, but=number)
    near = near if among is None else near[-among:]
    ready = profile(event)
    records = store.events(Query(ids=tuple(near))) if near else ()
    kept = [(r, likeness(event, r.event)) for r in records if reaches(ready, profile(r.event), least)]
    return sorted(kept, key=lambda pair: (-pair[1].score, pair[0].id))


def likeliest(
    store: Store, event: Event, article: int, *, number: int | None
) -> tuple[tuple[EventRecord, Likeness], ...]:
    """Return the few known events that a person who decides about *event* wants to see, the likeliest first."""
    return tuple(known_like(store, event, article, number=number, among=_LOOKED_AT)[:_SHOWN])


def accepted_like(store: Store, record: EventRecord, *, least: float = DEFAULT_SCORE) -> int | None:
    """Return the number of an accepted event that a stored one could be, None where there is none.

    It is the first that is found, and need not be the likeliest: whoever asks wants to know whether there is any.
    """
    from culturex.store.candidates import candidates

    article = record.articles[0].id if record.articles else None
    near = candidates(store.connection, record.event, article=article, but=record.id)
    accepted = store.event_ids(Query(ids=tuple(near), review=("accepted",), sort="id")) if near else []
    ready = profile(record.event)
    for begin in range(0, len(accepted), _FEW):
        for other in store.events(Query(ids=tuple(accepted[begin : begin + _FEW]), sort="id")):
            if reaches(ready, profile(other.event), least):
                return other.id
    return None


def duplicates(store: Store, wanted: Query | None = None, *, least: float = DEFAULT_SCORE) -> list[Pair]:
    """Return the pairs of events that could be one, the likeliest first, none below the score *least*.

    At least one event of each pair is *wanted*. Rejected events, and pairs that one article reports, are left out; of
    events that are certainly the same there are as many pairs as join them.
    """
    from culturex.workflow.pairing import likely_pairs

    ids = None if wanted is None else set(store.event_ids(wanted))
    return [_pair(store, first, second) for _, first, second in likely_pairs(store, ids, least)]


def _pair(store: Store, first: int, second: int) -> Pair:
    one, other = store.event(first), store.event(second)
    return Pair(one, other, likeness(one.event, other.event))


def merge(store: Store, keep: int, gone: int, take: Sequence[str] = ()) -> EventRecord:
    """Make one event of two: *keep* stays, *gone* goes into it; return it as stored. One deed.

    Where they differ *keep* counts, but for the fields in *take*, which are as *gone* has them. Raise InputError where
    the two are one, one of them is rejected, or a field is none.
    """
    with store.deed("merge") as deed:
        _, other = store.event(keep), store.event(gone)
        merging.merge(store, keep, gone)
        for field in take:
            _take_from(store, keep, field, other.event)
        deed.summary = f"merged event {gone} into event {keep}"
    return store.event(keep)


def link(store: Store, number: int, event: Event, article: int, take: Sequence[str] = ()) -> EventRecord:
    """Record that *article* tells event *number* too, as *event* has it; return it as stored. One deed.

    As ``merge`` for an event that is not stored. Inside a deed that is open already, ``merging.link`` does it.
    """
    with store.deed("merge") as deed:
        merging.link(store, number, event, article)
        for field in take:
            _take_from(store, number, field, event)
        deed.summary = f"merged what article {article} tells into event {number}"
    return store.event(number)


def split(store: Store, number: int, article: int) -> EventRecord:
    """Make an event of its own of what *article* tells of event *number*; return the new one. One deed."""
    with store.deed("split") as deed:
        new = merging.split(store, number, article)
        deed.summary = f"split event {new} (article {article}) from event {number}"
    return store.event(new)


def choices(store: Store, number: int) -> tuple[Choice, ...]:
    """Return what the articles of event *number* tell otherwise than the event has it."""
    return differing(store.event(number).event)


def choose(store: Store, number: int, picks: Mapping[str, int]) -> EventRecord:
    """Let fields of event *number* be as one of its articles tells them; return the event as stored. One deed.

    *picks* is the article by field (its name, its flag, or ``values.NAME``). Raise InputError where an article says
    nothing of its own about a field.
    """
    with store.deed("edit") as deed:
        for field, article in picks.items():
            event = chosen(store.event(number).event, field_named(field), article)
            store.replace_event(number, event)
        deed.summary = f"took {', '.join(picks)} of event {number} from another article"
    return store.event(number)


def _take_from(store: Store, number: int, field: str, other: Event) -> None:
    store.replace_event(number, taken(store.event(number).event, other, field_named(field)))


def field_named(name: str) -> str:
    """Return the field of an event that *name*, its name or its flag, means; raise InputError where it is none."""
    allowed = {s.flag: s.name for s in specs(Event) if s.flag and s.name not in ("main", "values")}
    names = {**allowed, **{n: n for n in allowed.values()}}
    if name.startswith("values.") or name in names:
        return names.get(name, name)
    raise InputError(f"An event has no field {name!r} that could be taken.", f"Allowed: {', '.join(allowed)}.")
