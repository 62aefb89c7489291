"""How much the words of a theme speak for it, by where they stand and what else the page treats: an event's themes."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.evaluate import coding, matching
from culturex.model.event import Event
from culturex.suggest import events, filling, gate, themes
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.treaties import finder as treaties
from weights.examples import Example, Page, yes_or_no

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 5.0


def examples(page: Page) -> Iterator[Example]:
    """Yield an example for each theme of the page and event that was coded: whether the event was coded with it.

    Records of treaties have their themes from tables of their own.
    """
    scene = page.scene
    if gate.page_kind(scene) or treaties.read(scene):
        return
    found, _ = events.find(scene)
    told = coding.read(page.coding)
    built = [(c.slots.occurrence, c.event) for c in events.judge(scene, filling.fill(scene, found), None)]
    reading = themes.read(scene)
    for occurrence, coded in _aligned(told, built):
        for code, signs in themes.signs(reading, occurrence).items():
            if coded is not None:
                yield yes_or_no(signs, code in coded.themes)


def _aligned(
    told: coding.Coding, built: list[tuple[Occurrence, Event | None]]
) -> Iterator[tuple[Occurrence, coding.Told | None]]:
    """Yield each occurrence with the coded event that it is, the main ones with each other."""
    standing = [(occurrence, event) for occurrence, event in built if event]
    pairs = matching.match(told.events, [_told(event) for _, event in standing])
    of_occurrence = {id(standing[j][0]): told.events[i] for i, j in pairs.items()}
    for occurrence, _ in built:
        yield occurrence, (occurrence.main and told.main) or of_occurrence.get(id(occurrence))


def _told(event: Event) -> coding.Told:
    return coding.Told(
        main=event.main,
        title=event.title,
        type=event.type,
        date=event.date,
        countries=tuple((c.code, c.role) for c in event.countries),
        places=tuple(p.name for p in event.places),
        quote=event.quote,
    )
