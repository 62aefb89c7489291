"""A coding as it is compared: the one JSON shape, read into tuples that need no more asking what is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from culturex import edtf
from culturex.errors import InputError
from culturex.text import clean

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook

FACTS = ("title", "outlet", "published", "language")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the article and what it supports. *value* is None where it supports the field as a whole."""

    field: str | None
    value: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a coding tells it.

    *date* is EDTF; *countries* are pairs of an ISO 3166-1 alpha-2 code in capitals and a role; *people* are pairs of a
    name and a title; *quote* is the passage that shows the event.
    """

    main: bool = False
    title: str | None = None
    type: str | None = None
    status: str | None = None
    date: str | None = None
    mode: str | None = None
    participants: int | str | None = None
    countries: tuple[tuple[str, str | None], ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    people: tuple[tuple[str, str | None], ...] = ()
    themes: tuple[str, ...] = ()
    quote: str | None = None
    evidence: tuple[Quote, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the countries, without their roles."""
        return frozenset(code for code, _ in self.countries)

    @property
    def names_of_people(self) -> tuple[str, ...]:
        """The names of the people, without their titles."""
        return tuple(name for name, _ in self.people)


@dataclass(frozen=True, slots=True)
class Coding:
    """What a coding says of one article: the *facts* of the page by name (FACTS), and its events."""

    facts: Mapping[str, str | None]
    events: tuple[Told, ...] = ()

    @property
    def main(self) -> Told | None:
        """The event that the article was written to report, if one is marked so."""
        return next((event for event in self.events if event.main), None)

    @property
    def first(self) -> Told | None:
        """The main event, or the first where none is marked."""
        return self.main or (self.events[0] if self.events else None)


NOTHING = Coding({})
"""What stands for an article that was not coded."""


def read(data: Any) -> Coding:
    """Return the coding that *data* (JSON values) holds; raise InputError naming the key that is wrong.

    A part may be written as an object or as its name alone. Keys that no measure needs are not looked at.
    """
    coding = _object(data, "The coding")
    facts = _object(coding.get("article") or {}, "article")
    events = _array(coding, "events", "")
    return Coding(
        {name: _text(facts.get(name), f"article.{name}") for name in FACTS},
        tuple(_told(event, f"events[{at}]") for at, event in enumerate(events)),
    )


def strange(coding: Coding, codebook: Codebook) -> list[str]:
    """Return a sentence for each value of *coding* that can agree with nothing: no code of *codebook*, no EDTF date."""
    problems = []
    for at, event in enumerate(coding.events):
        told = {
            "type": ("types", [event.type]),
            "status": ("statuses", [event.status]),
            "mode": ("modes", [event.mode]),
            "themes": ("themes", event.themes),
            "countries": ("roles", [role for _, role in event.countries]),
        }
        for key, (vocabulary, codes) in told.items():
            known = codebook.vocabularies[vocabulary]
            problems += [f"events[{at}].{key} {c!r} is not in the codebook." for c in codes if c and c not in known]
        if event.date and not edtf.is_valid(event.date):
            problems.append(f"events[{at}].date {event.date!r} is no EDTF date.")
    return problems


def _told(data: Any, where: str) -> Told:
    event = _object(data, where)
    whole = {name: _text(event.get(name), f"{where}.{name}") for name in ("title", "type", "status", "date", "mode")}
    countries = _parts(event, "countries", where, "code", "role")
    return Told(
        main=bool(event.get("main")),
        **whole,
        participants=_number(event.get("participants"), f"{where}.participants"),
        countries=tuple((code.upper(), role) for code, role in countries),
        places=tuple(name for name, _ in _parts(event, "places", where, "name", "country")),
        organizations=tuple(name for name, _ in _parts(event, "organizations", where, "name", "role")),
        people=tuple(_parts(event, "people", where, "name", "title")),
        themes=tuple(name for name, _ in _parts(event, "themes", where, "code", "label")),
        quote=_text(event.get("quote"), f"{where}.quote"),
        evidence=tuple(_quotes(event, where)),
    )


def _parts(event: Mapping[str, Any], key: str, where: str, first: str, second: str) -> list[tuple[str, str | None]]:
    """Return two keys of each part of *event*; a part without the first is left out."""
    found = []
    for at, part in enumerate(_array(event, key, where)):
        place = f"{where}.{key}[{at}]"
        values = {first: part} if isinstance(part, str) else _object(part, place)
        name = _text(values.get(first), f"{place}.{first}")
        if name:
            found.append((name, _text(values.get(second), f"{place}.{second}")))
    return found


def _quotes(event: Mapping[str, Any], where: str) -> list[Quote]:
    found = []
    for at, part in enumerate(_array(event, "evidence", where)):
        place = f"{where}.evidence[{at}]"
        values = _object(part, place)
        value = values.get("value")
        text = _text(values.get("quote"), f"{place}.quote")
        found.append(Quote(_text(values.get("field"), f"{place}.field"), None if value is None else str(value), text))
    return found


def _object(data: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise InputError(f"{where} must be a JSON object.", "docs/evaluate.md shows a reference coding.")
    return data


def _array(data: Mapping[str, Any], key: str, where: str) -> Sequence[Any]:
    value = data.get(key)
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise InputError(f"{f'{where}.{key}'.lstrip('.')} must be a JSON array.", "Write [] where there is nothing.")
    return value


def _text(value: Any, where: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise InputError(f"{where} must be a string or null.", "Put it between double quotes.")
    return clean(value) if value else value


def _number(value: Any, where: str) -> int | str | None:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return clean(value)
    raise InputError(f"{where} must be a whole number or null.", "Write the number as the article states it.")
