"""Check an event against its articles and the codebook before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from culturex import edtf
from culturex.errors import InputError
from culturex.model.event import MATCHES, Event
from culturex.model.fields import specs
from culturex.model.kinds import Choice
from culturex.model.parts import Many

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook


def check(event: Event, codebook: Codebook, texts: Mapping[int | None, str]) -> list[str]:
    """Return what is wrong with *event*, one sentence each; an empty list where nothing is.

    *texts* are the stored texts of its articles by number. A quote with offsets must equal that stretch of the text.
    """
    problems = [f"{name} {code!r} is not in the codebook." for name, code in _strange_codes(event, codebook)]
    if event.date and not edtf.is_valid(event.date):
        problems.append(f"date {event.date!r} is no EDTF date.")
    evidenced = _evidenced()
    for evidence in event.evidence:
        if evidence.field not in evidenced and not _is_own(evidence.field, codebook):
            problems.append(f"evidence for {evidence.field!r}, which is no field of an event.")
        if evidence.match is not None and evidence.match not in MATCHES:
            problems.append(f"match {evidence.match!r} of evidence is none of {', '.join(MATCHES)}.")
        start, end, quote = evidence.start, evidence.end, evidence.quote
        if (start is None) != (end is None):
            problems.append(f"the quote {quote[:40]!r} has only one of its two offsets.")
        text = None if start is None else texts.get(evidence.article)
        if text is not None and text[start:end] != quote:
            problems.append(f"the quote {quote[:40]!r} does not stand at {start} of its article.")
    return problems


def ensure(event: Event, codebook: Codebook, texts: Mapping[int | None, str]) -> None:
    """Raise InputError with the first thing that is wrong with *event*."""
    problems = check(event, codebook, texts)
    if problems:
        raise InputError(f"The event cannot be stored: {problems[0]}")


@cache
def _evidenced() -> frozenset[str]:
    """Return what evidence may be about: a field, or the event as a whole."""
    return frozenset({"event", *(s.name for s in specs(Event))})


def _is_own(name: str, codebook: Codebook) -> bool:
    return name.startswith("values.") and name.removeprefix("values.") in codebook.fields


@cache
def _chosen() -> tuple[tuple[str, str], ...]:
    """Return the fields whose values are codes, each with the name of their vocabulary."""
    kinds = ((s.name, s.kind.kind if isinstance(s.kind, Many) else s.kind) for s in specs(Event))
    return tuple((name, kind.vocabulary) for name, kind in kinds if isinstance(kind, Choice))


def _strange_codes(event: Event, codebook: Codebook) -> list[tuple[str, str]]:
    found = []
    for name, vocabulary in _chosen():
        value, known = getattr(event, name), codebook.vocabularies[vocabulary]
        if isinstance(value, tuple):
            found += [(name, c) for c in value if c not in known]
        elif value and value not in known:
            found.append((name, value))
    known_roles = codebook.vocabularies["roles"]
    return found + [("role", c.role) for c in event.countries if c.role not in known_roles]
