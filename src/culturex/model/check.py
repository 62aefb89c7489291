"""Check an event against its articles and the codebook before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from culturex import edtf
from culturex.errors import InputError
from culturex.model.event import Event
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
    fields = {s.name for s in specs(Event)} | {"event"} | {f"values.{name}" for name in codebook.fields}
    for evidence in event.evidence:
        if evidence.field not in fields:
            problems.append(f"evidence for {evidence.field!r}, which is no field of an event.")
        if (evidence.start is None) != (evidence.end is None):
            problems.append(f"the quote {evidence.quote[:40]!r} has only one of its two offsets.")
        text = texts.get(evidence.article)
        if text is not None and evidence.start is not None and text[evidence.start : evidence.end] != evidence.quote:
            problems.append(f"the quote {evidence.quote[:40]!r} does not stand at {evidence.start} of its article.")
    return problems


def ensure(event: Event, codebook: Codebook, texts: Mapping[int | None, str]) -> None:
    """Raise InputError with the first thing that is wrong with *event*."""
    problems = check(event, codebook, texts)
    if problems:
        raise InputError(f"The event cannot be stored: {problems[0]}")


def _strange_codes(event: Event, codebook: Codebook) -> list[tuple[str, str]]:
    found = []
    for field in specs(Event):
        value = getattr(event, field.name)
        kind = field.kind.kind if isinstance(field.kind, Many) else field.kind
        if not isinstance(kind, Choice) or not value:
            continue
        codes = value if isinstance(value, tuple) else (value,)
        found += [(field.name, c) for c in codes if c not in codebook.vocabularies[kind.vocabulary]]
    known_roles = codebook.vocabularies["roles"]
    return found + [("role", c.role) for c in event.countries if c.role not in known_roles]
