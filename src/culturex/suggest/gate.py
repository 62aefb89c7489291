"""Which events stand: two countries, cultural content, and a tie to a date, place, instrument or occasion."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.suggest.occurrences import Occurrence
from culturex.suggest.parties import Parties
from culturex.suggest.scene import Scene

# A page is told as one of these when so many of its words say so, and that much more often than words of culture do.
_PAGES = {"sports_page": 5, "domestic": 4, "product_page": 3}
_NAMES = {
    "sports_page": "a sports result",
    "domestic": "a crime or court story",
    "product_page": "a page that sells",
}
# These types are political unless something cultural is said.
_POLITICAL = frozenset({"visit", "meeting", "agreement", "conference"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an event stands, and why not."""

    stands: bool
    why: str = ""


def page_kind(scene: Scene) -> str | None:
    """Return what kind of page this is if no event is to be looked for, else None."""
    culture = sum(1 for c in scene.cues if c.group == "theme" and c.code != "sport")
    for code, least in _PAGES.items():
        count = scene.count("cue", code)
        if count >= least and count >= 0.9 * culture:
            return _NAMES[code]
    return None


def judge(scene: Scene, occurrence: Occurrence, parties: Parties, regions: int, themes: int) -> Verdict:
    """Return whether an *occurrence* with these parties stands as an event."""
    if not parties.all and not regions:
        return Verdict(False, "no country is named")
    foreign = regions > 0 or (occurrence.main and _foreign_audience(scene, occurrence))
    if len(parties.all) < 2 and not foreign:
        return Verdict(False, f"only one country: {parties.all[0].code}" if parties.all else "no country is named")
    if not themes:
        return Verdict(False, "nothing cultural is said")
    if occurrence.main and not _tied(scene, occurrence):
        return Verdict(False, "tied to no date, place, instrument or occasion")
    return Verdict(True)


def _foreign_audience(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether headline, lead or anchor speak of an international or foreign audience."""
    sentences = {*scene.lead, occurrence.anchor.sentence}
    return any(scene.has(s, "cue", "audience") for s in sentences)


def _tied(scene: Scene, occurrence: Occurrence) -> bool:
    if occurrence.dated or (occurrence.name and occurrence.name.quality >= 1):
        return True
    sentences = [s.sentence for s in occurrence.signals] + list(scene.lead)
    return bool(scene.mentions(dict.fromkeys(sentences), "place", "organization", "date"))
