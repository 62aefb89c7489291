"""Which values of an event rest on a quote that says them.

What a person codes, and what the rules find, is not asked for here: only what a language model said is checked, when
its reply is read (``culturex.ask.verifying``), and the outcome stays with the evidence.
"""

from __future__ import annotations

import re
from typing import Any

from culturex.model.certainty import is_checked
from culturex.model.event import CountryRole, Event, Evidence
from culturex.model.fields import specs

# What no words of an article say outright: that it is an event, and of which sort. The quote shows what that rests on,
# so it must have some words: letters and digits are counted, and a character of a script that writes a word in one or
# two (Chinese, Japanese, Korean) twice.
JUDGED = frozenset({"event", "type", "status", "mode"})
SHORTEST = 7
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


def is_telling(quote: str) -> bool:
    """Tell whether a *quote* is long enough to show what a judgement rests on.

    >>> is_telling("was held"), is_telling("举行展览"), is_telling("opened"), is_telling("举行")
    (True, True, False, False)
    """
    return sum(map(str.isalnum, quote)) + len(_DENSE.findall(quote)) >= SHORTEST


def unsupported(event: Event) -> tuple[Evidence, ...]:
    """Return the evidence of those values of *event* that nothing supports, in order; that of the event itself too.

    A value counts as supported as soon as one piece of its evidence does, or was not made by a language model, and when
    a person has looked at its field and let it stand.
    """
    doubted = [e for e in event.evidence if e.supported is False]
    if not doubted:
        return ()
    borne = {_key(e.field, e.value) for e in event.evidence if e.supported is not False}
    there = {("event", ""), *(_key(field, text) for field, text in _values(event))}
    left = (e for e in doubted if (key := _key(e.field, e.value)) in there and key not in borne)
    return tuple(e for e in left if not is_checked(event, e.field))


def is_supported(event: Event) -> bool:
    """Tell whether *event* has a type and no value lacks support: only then may it be accepted without being looked at.

    What a person codes or the rules find is always supported.
    """
    return bool(event.type) and not unsupported(event)


def _key(field: str, text: str | None) -> tuple[str, str]:
    """Return what two pieces of evidence for one value share: the words that name a country support either role."""
    return field, (text or "").partition(":")[0].strip() if field == "countries" else text or ""


def _values(event: Event) -> list[tuple[str, str]]:
    """Return the values of *event* as evidence writes them, each with its field."""
    found: list[tuple[str, str]] = [(f"values.{name}", value) for name, value in event.values.items()]
    for spec in specs(Event):
        value = getattr(event, spec.name)
        if spec.name not in ("evidence", "values") and value not in (None, ()):
            parts: tuple[Any, ...] = value if isinstance(value, tuple) else (value,)
            found += [(spec.name, _text(part)) for part in parts]
    return found


def _text(part: Any) -> str:
    return part.code if isinstance(part, CountryRole) else str(getattr(part, "name", part))
