"""Fill the slots of occurrences: whom, what about, how it stands, how and where, who takes part, how many.

``_SLOTS`` lists the steps: each fills one slot of all occurrences of a page, and what it asks stands in a module of its
own. The others lean on the main occurrence, the first, for what they do not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from culturex.suggest import bodies, gate, participants, people, sites, status, themes, titles, venues
from culturex.suggest.build import Slots
from culturex.suggest.occurrences.occurrence import Occurrence, is_during, is_years_before
from culturex.suggest.parties import finder as parties
from culturex.suggest.parties.finder import Parties
from culturex.suggest.scene import Scene


class Found(NamedTuple):
    """The occurrences of a page; the slots of one alone are filled without a country only if asked for as a *whole*."""

    scene: Scene
    occurrences: list[Occurrence]
    whole: bool = False


def fill(scene: Scene, found: list[Occurrence], *, whole: bool = False) -> list[Slots]:
    """Return the slots of each occurrence; the others lean on the main one for the countries they do not name.

    Unless they are asked for as a *whole*, one alone that no country is named for has none but its title.
    """
    return fill_all([Found(scene, found, whole)])[0]


def fill_all(pages: Sequence[Found]) -> list[list[Slots]]:
    """Return the slots of the occurrences of each page, as ``fill`` makes them; each step is taken for all in turn."""
    filled = [[Slots(o, titles.of(scene, o)) for o in found] for scene, found, _ in pages]
    for page, slots in zip(pages, filled, strict=True):
        _fill_parties(page.scene, slots)
    worth = [
        (page.scene, slots)
        for page, slots in zip(pages, filled, strict=True)
        if page.whole or len(slots) != 1 or gate.is_placed(slots[0].parties, slots[0].regions)
    ]
    for fill_slot in _SLOTS:
        for scene, slots in worth:
            fill_slot(scene, slots)
    return filled


def _fill_parties(scene: Scene, filled: list[Slots]) -> None:
    main: Parties | None = None
    for slots in filled:
        occurrence = slots.occurrence
        who = parties.of(scene, occurrence, main)
        slots.regions = parties.regions(scene, occurrence)
        if main and not occurrence.main:
            who = parties.housed(scene, occurrence, who, main, during=_is_during(slots, filled))
        main = who if occurrence.main or main is None else main
        slots.parties = who


def _fill_themes(scene: Scene, filled: list[Slots]) -> None:
    words = themes.read(scene)
    about = list[themes.Theme]()
    for slots in filled:
        slots.themes = themes.of(words, slots.occurrence, about)
        about = about or slots.themes


def _fill_status(scene: Scene, filled: list[Slots]) -> None:
    for slots in filled:
        occurrence = slots.occurrence
        earlier = scene.document.published is None and is_years_before(occurrence, filled[0].occurrence)
        slots.status = status.of(scene, occurrence, earlier=earlier)


def _fill_mode(scene: Scene, filled: list[Slots]) -> None:
    for slots in filled:
        slots.mode = venues.mode(scene, slots.occurrence, slots.parties, status=slots.status.code)


def _fill_places(scene: Scene, filled: list[Slots]) -> None:
    for slots in filled:
        slots.places = sites.of(scene, slots.occurrence, slots.parties, slots.mode.code)
        if not slots.places and _is_during(slots, filled) and slots.parties.hosts == filled[0].parties.hosts:
            slots.places = filled[0].places


def _fill_organizations(scene: Scene, filled: list[Slots]) -> None:
    for slots in filled:
        slots.organizations = bodies.of(scene, slots.occurrence, slots.parties)


def _fill_people(scene: Scene, filled: list[Slots]) -> None:
    for slots in filled:
        slots.people = people.of(scene, slots.occurrence)


def _fill_participants(scene: Scene, filled: list[Slots]) -> None:
    for slots in filled:
        slots.participants = participants.of(scene, slots.occurrence)


def _is_during(slots: Slots, filled: list[Slots]) -> bool:
    return is_during(slots.occurrence, filled[0].occurrence)


# The steps behind the parties, in their order: the mode asks for the status, and the places ask for the mode.
_SLOTS: tuple[Callable[[Scene, list[Slots]], None], ...] = (
    _fill_themes,
    _fill_status,
    _fill_mode,
    _fill_places,
    _fill_organizations,
    _fill_people,
    _fill_participants,
)
