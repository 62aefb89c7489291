"""An event and its parts: every field declared once.

From a declaration (``spec``) come the field's flag, prompt, table column, CSV headers, JSON key and JSON schema, by
plain loops over ``specs(Event)``. The store's columns are held against it by a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from culturex.model.fields import spec
from culturex.model.kinds import Choice, Country, Date, Decimal, Number, Own, Prose, Region, Text, YesNo
from culturex.model.parts import CountryRoles, Many, Named, Part


@dataclass(frozen=True, slots=True)
class CountryRole:
    """A country that is a party to an event."""

    code: str = spec(Country(), "ISO 3166-1 alpha-2 code.")
    role: str = spec(
        Choice("roles"),
        "host: where it takes place or who convenes it; partner: any other party.",
        default="partner",
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A city, district, province or island where an event takes place. *lat* and *lon* are WGS 84 degrees."""

    name: str = spec(Text(), "Name as the article prints it.")
    country: str | None = spec(Country(), "Country it lies in.")
    lat: float | None = spec(Decimal(), "Latitude, degrees.")
    lon: float | None = spec(Decimal(), "Longitude, degrees.")


@dataclass(frozen=True, slots=True)
class Organization:
    """A named body that takes part, organises, hosts, signs, funds or is opened."""

    name: str = spec(Text(), "The fullest form in the text.")
    role: str | None = spec(Text(), "What it does in the event: organizer, host, signatory, venue ...")
    country: str | None = spec(Country(), "Country it belongs to.")


@dataclass(frozen=True, slots=True)
class Person:
    """A named person who takes part, with the office that the text gives."""

    name: str = spec(Text(), "Name as the article prints it.")
    title: str | None = spec(Text(), "Office or profession at the time.")
    affiliation: str | None = spec(Text(), "Body that the office belongs to.")
    country: str | None = spec(Country(), "Country that the person stands for.")
    role: str | None = spec(Text(), "What the person does in the event: speaker, signatory, performer ...")


# How the quote of a language model was found in the text: letter by letter; with white space, marks and case taken for
# one another; nearly; not at all.
MATCHES = ("exact", "normalised", "aligned", "none")


# Not frozen, though nobody changes one: making a frozen one takes five times as long, and an article has thirty.
@dataclass(slots=True, unsafe_hash=True)
class Evidence:
    """The quote that a value rests on.

    *field* names a field of Event, or is ``event`` for a quote that shows the event as a whole; *value* is the value
    as text. *start* and *end* are character offsets in the article's stored text, both None where the quote was not
    found there. *method* is ``hand``, ``prompt``, ``rule:NAME``, ``store``, ``model:NAME`` or ``merge`` (what an
    article's telling had when it was put together with others); *confidence* is 0 to 1. *article* is the number of the
    stored article that says so, None for a text that is not stored.

    What a language model said is checked: *match* tells how its quote was found in the text (one of ``MATCHES``) and
    *supported* whether the quote says the value; both are None for a method that needs no check, and *completion* is
    the number of the model's stored reply.
    """

    field: str = spec(Text(), "Field that the quote supports; event for the event as a whole.", default="event")
    value: str | None = spec(Prose(), "The value supported, as text.")
    quote: str = spec(Prose(), "Verbatim stretch of the article.", default="")
    start: int | None = spec(Number(), "First character of the quote in the article's text.")
    end: int | None = spec(Number(), "Character after the quote.")
    method: str = spec(Text(), "hand, prompt, rule:NAME, store, model:NAME or merge.", default="hand")
    confidence: float | None = spec(Decimal(), "0 to 1; none for a person's own coding.")
    article: int | None = spec(Number(), "Number of the article that the quote stands in.")
    match: str | None = spec(
        Text(), "How the quote of a language model was found in the text: exact, normalised, aligned or none."
    )
    supported: bool | None = spec(YesNo(), "Whether the quote of a language model says the value.")
    completion: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A bounded interaction between actors of at least two countries, as docs/codebook.md defines it."""

    main: bool = spec(YesNo(), "The event that the article was written to report.", default=False, flag="main", key="x")
    title: str | None = spec(Text(), "Short label of your own.", flag="title", key="t", listed=True)
    type: str | None = spec(
        Choice("types"), "Type, of the codebook.", flag="type", key="y", evidenced=True, listed=True
    )
    status: str | None = spec(
        Choice("statuses"),
        "Status as of the article's date.",
        flag="status",
        key="s",
        evidenced=True,
        listed=True,
    )
    date: str | None = spec(
        Date(), "When it happens, in EDTF: 2024-05-08, 2017, 2014/2016.", flag="date", key="d", evidenced=True,
        listed=True,
    )  # fmt: skip
    date_basis: str | None = spec(
        Choice("bases"), "How the date is known: stated, resolved or inferred.", flag="date-basis", key="b"
    )
    mode: str | None = spec(Choice("modes"), "In person, online or hybrid.", flag="mode", key="m", evidenced=True)
    countries: tuple[CountryRole, ...] = spec(
        CountryRoles(Part(CountryRole, ":")),
        "Country and role: KZ:host, Armenia (partner).",
        default=(),
        flag="country",
        key="c",
        evidenced=True,
        listed=True,
    )
    regions: tuple[str, ...] = spec(
        Many(Region()),
        "Group of countries that is a party as such: BRICS.",
        default=(),
        flag="region",
        key="r",
    )
    places: tuple[Place, ...] = spec(
        Named(Part(Place), ("country",)),
        "City, district or province: 'Zibo; CN'.",
        default=(),
        flag="place",
        key="l",
        evidenced=True,
        listed=True,
    )
    themes: tuple[str, ...] = spec(
        Many(Choice("themes")), "Theme, most important first.", default=(), flag="theme", key="h"
    )
    organizations: tuple[Organization, ...] = spec(
        Named(Part(Organization), ("country",)),
        "Body: 'NAME; ROLE; COUNTRY'.",
        default=(),
        flag="organization",
        key="o",
        evidenced=True,
    )
    people: tuple[Person, ...] = spec(
        Named(Part(Person), ("title", "affiliation")),
        "Person: 'NAME; TITLE; BODY; COUNTRY; ROLE'.",
        default=(),
        flag="person",
        key="p",
        evidenced=True,
    )
    participants: int | None = spec(
        Number(), "Number of people taking part, as stated.", flag="participants", key="n", evidenced=True
    )
    summary: str | None = spec(Prose(), "A sentence or two of your own.", flag="summary", key="u")
    notes: str | None = spec(Prose(), "Notes of the coder.", flag="notes", key="k")
    values: Mapping[str, str] = spec(Own(), "Own field: FIELD=VALUE.", default={}, flag="set", key="f")
    evidence: tuple[Evidence, ...] = spec(Many(Part(Evidence)), "The quotes that the values rest on.", default=())

    @property
    def quote(self) -> str | None:
        """The quote that shows the event best: that of the event as a whole, else the first there is."""
        whole = next((e.quote for e in self.evidence if e.field == "event" and e.quote), None)
        return whole or next((e.quote for e in self.evidence if e.quote), None)


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article that reports an event: enough of it to cite."""

    id: int
    title: str | None
    outlet: str | None
    url: str | None
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as the store keeps it.

    *id* is never used again; *uid* tells events of different stores apart; *review* is unreviewed, accepted or
    rejected; *created* and *updated* are UTC times, ISO 8601.
    """

    id: int
    event: Event
    uid: str
    review: str
    coder: str | None
    codebook: str | None
    created: str
    updated: str
    articles: tuple[ArticleRef, ...] = ()
