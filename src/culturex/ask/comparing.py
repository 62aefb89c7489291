"""A model's events beside the suggester's: what each says, and which has the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from culturex.model.event import Event

# Values of the suggester that are less sure than this are left to the model by ``fill``.
UNSURE = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """One field of two events: the values of each as texts, and whether the text bears each of them out.

    A mark of evidence is ``yes`` (a quote that says it), ``no`` (none that does) or empty (no value).
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
    """Return the events side by side: pairs that are the same, then those that one side lacks."""
    raise NotImplementedError


def fill(suggested: Sequence[Event], proposed: Sequence[Event], *, unsure: float = UNSURE) -> list[Event]:
    """Return the *suggested* events with what is empty, or less sure than *unsure*, taken from the *proposed* ones.

    Only supported values are taken, with their evidence.
    """
    raise NotImplementedError
