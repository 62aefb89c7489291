"""Make an Event of filled slots, with the evidence for each value."""

from __future__ import annotations

from dataclasses import dataclass, field

from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.parties.finder import Parties
from culturex.suggest.proof import of_mention, of_span, whole
from culturex.suggest.scene import Scene
from culturex.suggest.status import Status
from culturex.suggest.themes import Theme
from culturex.suggest.venues import Mode
from culturex.suggest.weights import confidence as weighed

# What an occurrence has that was not asked for more.
_NO_STATUS, _NO_MODE = Status("held", None, "status.unasked", 0.0), Mode(None, None, "mode.unasked")
_NOBODY = Parties((), frozenset())


@dataclass(slots=True)
class Slots:
    """What was found for an occurrence, before it is judged; of one that cannot stand no more than the title."""

    occurrence: Occurrence
    title: str
    status: Status = _NO_STATUS
    mode: Mode = _NO_MODE
    parties: Parties = _NOBODY
    regions: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    organizations: list[Mention] = field(default_factory=list)
    people: list[Mention] = field(default_factory=list)
    participants: Mention | None = None


def build(scene: Scene, slots: Slots) -> Event:
    """Return the event of *slots*."""
    occurrence, dated, hosts = slots.occurrence, slots.occurrence.dated, slots.parties.hosts
    return Event(
        main=occurrence.is_news,
        title=slots.title,
        type=occurrence.type,
        status=slots.status.code,
        date=dated.value if dated else None,
        date_basis=dated.basis if dated else None,
        mode=slots.mode.code,
        countries=tuple([CountryRole(p.code, "host" if p.code in hosts else "partner") for p in slots.parties.all]),
        regions=tuple([str(m.value) for m in slots.regions]),
        places=tuple(map(_place, slots.places)),
        themes=tuple([t.code for t in slots.themes]),
        organizations=tuple(map(_organization, slots.organizations)),
        people=tuple(map(_person, slots.people)),
        participants=slots.participants.value if slots.participants else None,
        evidence=tuple(_evidence(scene, slots)),
    )


def _place(mention: Mention) -> Place:
    value = mention.value
    return Place(value["name"], value.get("country"), value.get("lat"), value.get("lon"))


def _organization(mention: Mention) -> Organization:
    value = mention.value
    return Organization(value["name"], value.get("role"), value.get("country"))


def _person(mention: Mention) -> Person:
    value = mention.value
    return Person(value["name"], value.get("title"), value.get("affiliation"), value.get("country"), value.get("role"))


def confidence(slots: Slots) -> float:
    """Return how sure the event as a whole is, 0 to 1: its likelihood beside the main one, or how well it is tied."""
    occurrence = slots.occurrence
    if not occurrence.main and occurrence.score:
        return weighed(occurrence.score)
    sure = 0.25 + 0.25 * occurrence.anchor.strength
    sure += 0.15 if occurrence.main else 0.0
    sure += 0.15 if occurrence.dated else 0.0
    sure += 0.05 if slots.places else 0.0
    sure += 0.05 if slots.parties.hosts else 0.0
    sure += 0.05 if occurrence.name else 0.0
    return min(0.97, sure)


def _sure_of_type(occurrence: Occurrence) -> float:
    """Return how likely the type of the main event is, and how well the words of another one tell its type."""
    if occurrence.main and occurrence.score:
        return weighed(occurrence.score)
    return occurrence.anchor.strength * 0.9


def _evidence(scene: Scene, slots: Slots) -> list[Evidence]:
    occurrence, dated = slots.occurrence, slots.occurrence.dated
    text, anchor, sure = scene.document.text, occurrence.anchor, confidence(slots)
    found = [
        whole(scene, occurrence, sure),
        of_span(
            text, "type", occurrence.type, anchor.start, anchor.end, f"type.{anchor.rule}", _sure_of_type(occurrence)
        ),
    ]
    status, cue = slots.status, slots.status.cue
    if dated and not cue:
        found.append(of_mention(text, "status", status.code, dated.mention, status.likelihood))
    else:
        told = cue or anchor
        found.append(of_span(text, "status", status.code, told.start, told.end, status.rule, status.likelihood))
    if dated:
        sure_of_date = weighed(dated.likelihood) if occurrence.is_news else None
        found.append(of_mention(text, "date", dated.value, dated.mention, sure_of_date))
    if slots.mode.code:
        where = slots.mode.cue or anchor
        found.append(of_span(text, "mode", slots.mode.code, where.start, where.end, slots.mode.rule, 0.7))
    for party in slots.parties.all:
        role = "host" if party.code in slots.parties.hosts else "partner"
        quoted, sure = party.mention, min(0.95, 0.5 + 0.1 * party.weight)
        found.append(of_span(text, "countries", f"{party.code}:{role}", quoted.start, quoted.end, party.rule, sure))
    found += [of_mention(text, "regions", str(m.value), m) for m in slots.regions]
    for code, likely, word in slots.themes:
        sure = weighed(likely)
        found.append(of_span(text, "themes", code, word.start, word.end, "themes.words", sure))
    named = (("places", slots.places), ("organizations", slots.organizations), ("people", slots.people))
    found += [of_mention(text, field, m.value["name"], m) for field, mentions in named for m in mentions]
    if slots.participants:
        found.append(of_mention(text, "participants", str(slots.participants.value), slots.participants))
    return found
