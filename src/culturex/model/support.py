"""Which values of an event rest on a quote that says them.

What a person codes, and what the rules find, is not asked for here: only what a language model said is checked, when
its reply is read (``culturex.ask.verify``), and the outcome stays with the evidence.
"""

from __future__ import annotations

from culturex.model.event import Event, Evidence


def unsupported(event: Event) -> tuple[Evidence, ...]:
    """Return the evidence of those values of *event* that nothing supports, in order.

    A value counts as supported as soon as one piece of its evidence does, or was not made by a language model.
    """
    borne = {(e.field, e.value) for e in event.evidence if e.supported is not False}
    return tuple(e for e in event.evidence if e.supported is False and (e.field, e.value) not in borne)


def is_supported(event: Event) -> bool:
    """Tell whether no value of *event* lacks support: only then may it be accepted without a person looking at it."""
    return not unsupported(event)
