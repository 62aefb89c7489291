"""Which events stand: two countries, cultural content, and a tie to a date, place, instrument or occasion."""

from __future__ import annotations

from typing import NamedTuple

from culturex.suggest.build import Slots
from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.parties.finder import Parties
from culturex.suggest.scene import Scene

# A page is told as one of these when so many of its words say so, and that much more often than words of culture do.
_PAGES = {"sports_page": 5, "domestic": 4, "product_page": 3, "business": 4, "conflict": 3}
_NAMES = {
    "sports_page": "a sports result",
    "domestic": "a crime or court story",
    "product_page": "a page that sells",
    "business": "news of trade or politics",
    "conflict": "news of a conflict",
}
# Themes whose words such pages use, too: goods are wine and coffee, scores are sport.
_NEUTRAL = {
    "sports_page": frozenset({"sport"}),
    "business": frozenset({"gastronomy", "tourism", "health", "science"}),
    "conflict": frozenset({"health", "religion", "education", "society", "youth", "humanitarian", "media", "science"}),
}
# What may be told with the violence that it answers: remembrance, help, what was called off.
_AFTER_VIOLENCE = frozenset({"anniversary", "donation", "performance", "festival", "exhibition", "media"})
# Head and foot of a page (characters), and how many marks of a reference work they must print.
_ENDS, _REFERENCE = 1_500, 3
# "foreign" beside a signal stands within this many characters of it.
_BESIDE = 60


class Verdict(NamedTuple):
    """Whether an event stands, and why not."""

    stands: bool
    why: str = ""


def page_kind(scene: Scene) -> str | None:
    """Return what kind of page this is if no event is to be looked for, else None."""
    if _is_reference(scene):
        return "an entry of a reference work"
    told = scene.codes("cue")
    for code, least in _PAGES.items():
        count = told.count(code)
        if count < least:
            continue
        neutral = _NEUTRAL.get(code, ())
        culture = sum(theme not in neutral for theme in scene.codes("theme"))
        if count >= 0.9 * culture:
            return _NAMES[code]
    return None


def _is_reference(scene: Scene) -> bool:
    """Tell whether head and foot of the page print what encyclopaedias print ("Jump to navigation", "See also")."""
    text, phrases = scene.document.text, words_of(scene.document.language, "cue", "reference_page")
    ends = text if len(text) <= 2 * _ENDS else f"{text[:_ENDS]} {text[-_ENDS:]}"
    # Folding is slow where a text has curly quotes, and phrases without any such sign need none of it.
    plain = all(map(str.isascii, phrases))
    folded = ends.encode("ascii", "replace").decode("ascii").lower() if plain else ends.casefold()
    return sum(map(folded.__contains__, phrases)) >= _REFERENCE


def judge(scene: Scene, slots: Slots) -> Verdict:
    """Return whether the occurrence of these *slots* stands as an event."""
    occurrence, parties, regions = slots.occurrence, slots.parties, slots.regions
    if not is_placed(parties, regions):
        return Verdict(False, "no country is named")
    foreign = _joint(scene, occurrence, regions) or (occurrence.main and _foreign_audience(scene, occurrence))
    if len(parties.all) < 2 and not foreign:
        return Verdict(False, f"only one country: {parties.all[0].code}" if parties.all else "no country is named")
    if _is_violent(scene, occurrence):
        return Verdict(False, "the sentence tells of violence")
    if not slots.themes:
        return Verdict(False, "nothing cultural is said")
    if occurrence.main and not _tied(scene, slots):
        return Verdict(False, "tied to no date, place, instrument or occasion")
    return Verdict(True)


def is_placed(parties: Parties, regions: list[Mention]) -> bool:
    """Tell whether a country or a group of countries is named, without which nothing stands."""
    return bool(parties.all or regions)


def _is_violent(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether the sentence of an occurrence tells of violence or force, and not of what answers it.

    A concert may be given for the victims of an attack; one that gunmen attack, police break up or neighbours threaten
    is told of as target and scene: the word for the deed stands before it, and none that looks back stands before that.
    """
    anchor = occurrence.anchor
    if occurrence.type not in _AFTER_VIOLENCE and scene.has(anchor.sentence, "cue", "conflict"):
        return True
    for cue in scene.group(anchor.sentence, "cue"):  # in order of the text
        if cue.code == "aftermath":
            return False
        if cue.code == "assaulted" or (cue.code == "assault" and cue.start < anchor.end):
            return True
    return False


def _joint(scene: Scene, occurrence: Occurrence, regions: list[Mention]) -> bool:
    """Tell whether headline, lead or anchor name a group of countries, which stands for a second party."""
    if not regions:
        return False
    core = {*scene.lead, occurrence.anchor.sentence}
    return any(scene.document.sentence_index(m.start) in core for m in regions)


def _foreign_audience(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether the words beside a signal in headline or anchor speak of a foreign audience ("foreign guests")."""
    signals = [s for s in occurrence.signals if s.sentence in scene.headlines or s is occurrence.anchor]
    if any(scene.has(s.sentence, "cue", "twinning") for s in signals):
        return True  # towns are twinned across a border
    if any((m.extra or {}).get("kind") == "post" for m in scene.mentions(scene.lead, "organization")):
        return True  # an embassy is abroad
    return any(
        c.code == "audience" and c.start - s.end >= -_BESIDE and c.end - s.start <= _BESIDE
        for s in signals
        for c in scene.group(s.sentence, "cue")
    )


def _tied(scene: Scene, slots: Slots) -> bool:
    occurrence = slots.occurrence
    if occurrence.dated or (occurrence.name and occurrence.name.quality >= 1):
        return True
    if slots.status.code in ("held", "ongoing") and any(s.sentence in scene.headlines for s in occurrence.signals):
        return True  # news of a minister who met an ambassador
    sentences = [s.sentence for s in occurrence.signals] + list(scene.lead)
    return bool(scene.mentions(dict.fromkeys(sentences), "place", "organization", "date"))
