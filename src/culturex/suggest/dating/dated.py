"""A date chosen for an event: which types go on for days, and how near to what tells an event a date stands."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.suggest.mentions import Mention
from culturex.suggest.signals import Signal

# A date is held for an event's own up to this many characters from its signal.
REACH = 170
# A date before its signal counts as if this much farther away: "in 2014 a program was signed; the visit in May".
_BEFORE = 1.25
# How long a date to the day is.
DAY = 10
# Types of what goes on for days or months once it has begun.
GOING_ON = frozenset({"exhibition", "festival", "exchange", "course", "research", "competition", "visit", "conference"})
# Types of what may go on so: tours and the shooting of films, too.
LASTING = GOING_ON | {"performance", "media"}
# Types of what goes from town to town.
TOURING = frozenset({"performance", "exhibition", "festival"})


# Not frozen, though nobody changes one: making a frozen one takes five times as long, and each signal may have one.
@dataclass(slots=True, unsafe_hash=True)
class Dated:
    """A date chosen for an event: its EDTF value and basis, the mention it rests on, those it beat, and the rule.

    *likelihood* is the probability of the date of the main event among the dates of its page.
    """

    value: str
    basis: str
    mention: Mention
    rule: str
    likelihood: float
    rivals: tuple[Mention, ...] = ()


def distance(signal: Signal, mention: Mention) -> float:
    """Return how many characters lie between a *signal* and a date; more where the date stands first."""
    if mention.start >= signal.end:
        return float(mention.start - signal.end)
    if mention.end <= signal.start:
        return (signal.start - mention.end) * _BEFORE
    return 0.0


def basis_of(mention: Mention) -> str:
    """Return how a date is known: stated, resolved or inferred."""
    return str((mention.extra or {}).get("basis") or "stated")
