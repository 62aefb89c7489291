"""How certain an event is as a whole: as certain as the least certain of its values.

A value counts with its quote only, or with a person's word: what rests on neither is not certain at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from culturex.model.event import Event, Evidence
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Kind
from culturex.model.parts import Many

# The methods of evidence that are a person's word.
BY_PERSON = ("hand", "prompt")


@dataclass(frozen=True, slots=True)
class Certainty:
    """The least certain value of an event: its confidence (0 to 1) and what it is of, in a few words.

    0 stands for a value without a quote, or with none that the text bears out.
    """

    confidence: float
    of: str


def certainty(event: Event) -> Certainty:
    """Return how certain *event* is: the lowest confidence of its values in the fields that want evidence.

    That it is an event at all counts as a value as well. A value with several quotes is as certain as the best of
    them; one that a person gave or looked at is certain (1).
    """
    found = [Certainty(_confidence("event", None, event), "that it is an event")]
    for spec in specs(Event):
        if spec.evidenced:
            found += [
                Certainty(_confidence(spec.name, text, event), f"{spec.label} {text}")
                for text in value_texts(spec, event)
            ]
    return min(found, key=lambda c: c.confidence)


def is_checked(event: Event, field: str) -> bool:
    """Tell whether a person has looked at *field* of *event* as a whole, and let it stand."""
    return any(is_check(e) and e.field == field for e in event.evidence)


def check_of(field: str) -> Evidence:
    """Return the evidence that says so: a person's word for a field, whatever its values, without a quote."""
    return Evidence(field=field, method="prompt")


def is_check(evidence: Evidence) -> bool:
    """Tell whether *evidence* is of that sort."""
    return evidence.value is None and not evidence.quote and evidence.method in BY_PERSON


def value_texts(spec: FieldSpec, event: Event) -> list[str]:
    """Return the values of a field as evidence names them; nothing for own fields, which are named one by one."""
    value = getattr(event, spec.name)
    if value is None or value == () or isinstance(value, Mapping):
        return []
    kind: Kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
    return [str(getattr(v, "name", None) or kind.format(v)) for v in (value if isinstance(value, tuple) else (value,))]


def same_value(one: str, other: str) -> bool:
    """Tell whether two texts write the same value: ``KZ: host`` and ``KZ:host`` do."""
    return "".join(one.split()) == "".join(other.split())


def _confidence(field: str, text: str | None, event: Event) -> float:
    """Return the best confidence among the evidence for one value; 0 where there is none that counts."""
    best = 0.0
    for evidence in event.evidence:
        if evidence.field != field or not (text is None or evidence.value is None or same_value(evidence.value, text)):
            continue
        if evidence.method in BY_PERSON:
            return 1.0
        if evidence.quote and evidence.supported is not False:
            best = max(best, evidence.confidence or 0.0)
    return best
