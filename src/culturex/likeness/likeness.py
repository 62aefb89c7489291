"""Two events compared: a score from 0 to 1, what speaks for and against, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from culturex.likeness.compare import START, Reason, score_of, weigh
from culturex.likeness.profile import profile
from culturex.model.event import Event
from culturex.model.fields import FieldSpec, specs
from culturex.model.parts import Many

DEFAULT_SCORE = 0.7
"""The score from which on two events are proposed as the same."""

# Fields in which two tellings of one event need not agree.
_NOT_COMPARED = frozenset({"main", "date_basis", "summary", "notes", "evidence"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two events do not agree in, its value in each as ``kind.format`` writes it; None where it is empty.

    Of a field of several values only those are named that the other event has not.
    """

    field: str
    first: str | None
    second: str | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two events are the same: *score* is 0 to 1; *reasons* in the order of their weight, heaviest first."""

    score: float
    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...]

    @property
    def agreements(self) -> tuple[Reason, ...]:
        """The reasons that speak for it."""
        return tuple(r for r in self.reasons if r.weight > 0)

    @property
    def doubts(self) -> tuple[Reason, ...]:
        """The reasons that speak against it."""
        return tuple(r for r in self.reasons if r.weight < 0)


def likeness(a: Event, b: Event) -> Likeness:
    """Return how likely *a* and *b* are the same real event. The score is the same whichever comes first."""
    return judged(a, b, weigh(profile(a), profile(b)))


def judged(a: Event, b: Event, reasons: Sequence[Reason]) -> Likeness:
    """Return the likeness of two events that were weighed."""
    ordered = tuple(sorted(reasons, key=lambda r: -abs(r.weight)))
    return Likeness(score(reasons), ordered, differences(a, b))


def score(reasons: Sequence[Reason]) -> float:
    """Return the score, 0 to 1, of what was weighed."""
    return score_of(START + sum(r.weight for r in reasons))


def differences(a: Event, b: Event) -> tuple[Difference, ...]:
    """Return the fields that two events do not agree in, in their order."""
    from culturex.likeness.tellings import match

    found = []
    for spec in specs(Event):
        one, other = getattr(a, spec.name), getattr(b, spec.name)
        if spec.name in _NOT_COMPARED or one == other:
            continue
        if isinstance(spec.kind, Many):
            pairs = match(one, other)
            if spec.name == "countries":
                # A country in another role is the same country, but no agreement.
                pairs = {i: j for i, j in pairs.items() if one[i] == other[j]}
            one = tuple(v for i, v in enumerate(one) if i not in pairs)
            other = tuple(v for i, v in enumerate(other) if i not in pairs.values())
        first, second = _text(spec, one), _text(spec, other)
        if first != second:
            found.append(Difference(spec.name, first, second))
    return tuple(found)


def _text(spec: FieldSpec, value: object) -> str | None:
    return spec.kind.format(value) or None
