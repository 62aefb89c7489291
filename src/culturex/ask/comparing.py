"""A model's events beside the suggester's: what each says, which has the evidence, and how one fills the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from culturex.ask.schema import BARE, asked, inner
from culturex.likeness import DEFAULT_SCORE, likeness
from culturex.model.event import CountryRole, Event, Evidence
from culturex.model.fields import FieldSpec
from culturex.model.kinds import Own

# Values of the suggester that are less sure than this are left to the model by ``fill``.
UNSURE = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """One field of two events: the values of each as texts, and whether the text bears each of them out.

    A mark of evidence is ``yes`` (every value has a quote that says it), ``some``, ``no``, or empty (no value, or none
    that wants a quote).
    """

    field: str
    suggested: tuple[str, ...]
    proposed: tuple[str, ...]
    same: bool
    suggested_evidence: str
    proposed_evidence: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An event of the suggester and the model's event that is the same; None where one of them saw none."""

    suggested: Event | None
    proposed: Event | None
    rows: tuple[Row, ...]


def compare(suggested: Sequence[Event], proposed: Sequence[Event]) -> list[Pair]:
    """Return the events side by side: pairs that are the same, then those that one side lacks.

    The main events of both are side by side however they differ: an article has but one.
    """
    matched = _paired(suggested, proposed, lambda one, other: True)
    pairs: list[tuple[Event | None, Event | None]] = [
        (one, proposed[matched[at]] if at in matched else None) for at, one in enumerate(suggested)
    ]
    pairs += [(None, other) for at, other in enumerate(proposed) if at not in matched.values()]
    return [Pair(one, other, tuple(_rows(one, other))) for one, other in pairs]


def fill(suggested: Sequence[Event], proposed: Sequence[Event], *, unsure: float = UNSURE) -> list[Event]:
    """Return the *suggested* events with what is empty, or less sure than *unsure*, taken from the *proposed* ones.

    Only supported values are taken, with their evidence; themes and the title only where there are none. Events that
    the suggester did not see come in only where it saw none at all, and only those without an unsupported value.
    """
    from culturex.model.support import is_supported

    if not suggested:
        return [event for event in proposed if is_supported(event)]
    matched = _paired(suggested, proposed, lambda one, other: one.type == other.type)
    return [_filled(one, proposed[matched[at]], unsure) if at in matched else one for at, one in enumerate(suggested)]


def _paired(
    suggested: Sequence[Event], proposed: Sequence[Event], mains: Callable[[Event, Event], bool]
) -> dict[int, int]:
    """Return which of *proposed* each of *suggested* is, by position: the likest pairs first.

    The main events of both are a pair where *mains* says so, whatever they are like.
    """
    scores = sorted(
        ((likeness(a, b).score, -i, -j) for i, a in enumerate(suggested) for j, b in enumerate(proposed)), reverse=True
    )
    found: dict[int, int] = {}
    for score, i, j in scores:
        one, other = suggested[-i], proposed[-j]
        same = score >= DEFAULT_SCORE or (one.main and other.main and mains(one, other))
        if same and -i not in found and -j not in found.values():
            found[-i] = -j
    return found


def _rows(one: Event | None, other: Event | None) -> Iterator[Row]:
    for spec in asked():
        mine, theirs = _texts(one, spec), _texts(other, spec)
        if mine or theirs:
            same = sorted(mine) == sorted(theirs)
            yield Row(spec.name, mine, theirs, same, _borne(one, spec, mine), _borne(other, spec, theirs))


def _texts(event: Event | None, spec: FieldSpec) -> tuple[str, ...]:
    """Return the values of a field as texts: names alone, countries with their role."""
    value = getattr(event, spec.name) if event else None
    if value in (None, (), False) or value == {}:
        return ()
    if isinstance(spec.kind, Own):
        return tuple(f"{name}={text}" for name, text in value.items())
    return tuple(_text(spec, part) for part in (value if spec.many else (value,)))


def _text(spec: FieldSpec, part: Any) -> str:
    if isinstance(part, CountryRole):
        return f"{part.code}:{part.role}"
    return str(getattr(part, "name", None) or inner(spec).format(part))


def _borne(event: Event | None, spec: FieldSpec, texts: Sequence[str]) -> str:
    if event is None or not texts or spec.name in BARE:
        return ""
    borne = sum(any(_bears(e) for e in _about(event, spec.name, text)) for text in texts)
    return "yes" if borne == len(texts) else "some" if borne else "no"


def _bears(evidence: Evidence) -> bool:
    return bool(evidence.quote) and evidence.start is not None and evidence.supported is not False


def _about(event: Event, name: str, text: str) -> list[Evidence]:
    """Return the evidence for one value of a field; the words that name a country support either role."""
    if name == "values":
        own, _, text = text.partition("=")
        name = f"values.{own}"
    bare = text.partition(":")[0] if name == "countries" else text
    return [e for e in event.evidence if e.field == name and e.value is not None and _bare(name, e.value) == bare]


def _bare(name: str, value: str) -> str:
    return value.partition(":")[0].strip() if name == "countries" else value


def _filled(one: Event, other: Event, unsure: float) -> Event:
    changes: dict[str, Any] = {}
    evidence = list(one.evidence)
    for spec in asked():
        if spec.name in BARE:
            if not getattr(one, spec.name) and spec.name != "main":
                changes[spec.name] = getattr(other, spec.name)
            continue
        if isinstance(spec.kind, Own):
            continue
        value, gone, come = _better(one, other, spec, unsure)
        if come:
            changes[spec.name] = value
            evidence = [e for e in evidence if e not in gone] + come
            if spec.name == "date":
                changes["date_basis"] = other.date_basis
    return replace(one, **changes, evidence=tuple(evidence))


def _better(one: Event, other: Event, spec: FieldSpec, unsure: float) -> tuple[Any, list[Evidence], list[Evidence]]:
    """Return the value of a field once the other event has filled it, the evidence that goes and that which comes."""
    mine = _parts(one, spec)
    proof = {part: _about(one, spec.name, _text(spec, part)) for part in mine}
    doubtful = [p for p in mine if proof[p] and max(e.confidence or 1.0 for e in proof[p]) < unsure]
    if mine and not doubtful:
        return None, [], []
    kept = [p for p in mine if p not in doubtful]
    known = {_bare(spec.name, _text(spec, p)) for p in kept}
    new = [
        p for p in _parts(other, spec) if _bare(spec.name, _text(spec, p)) not in known and _is_borne(other, spec, p)
    ]
    come = [e for p in new for e in _about(other, spec.name, _text(spec, p)) if _bears(e)]
    if not spec.many:
        return (new[0] if new else None), [e for p in doubtful for e in proof[p]], come
    # What the model does not say either stays as it is: nothing is taken away but for something better.
    said = {_bare(spec.name, _text(spec, p)) for p in new}
    gone = [e for p in doubtful if _bare(spec.name, _text(spec, p)) in said for e in proof[p]]
    left = [p for p in mine if p in kept or _bare(spec.name, _text(spec, p)) not in said]
    return (*left, *new), gone, come


def _parts(event: Event, spec: FieldSpec) -> list[Any]:
    value = getattr(event, spec.name)
    return list(value) if spec.many else [] if value is None else [value]


def _is_borne(event: Event, spec: FieldSpec, part: Any) -> bool:
    return any(_bears(e) for e in _about(event, spec.name, _text(spec, part)))
