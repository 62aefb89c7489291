"""Which bodies take part: those in the sentences of an event."""

from __future__ import annotations

import re
from dataclasses import replace

from culturex.suggest import people
from culturex.suggest.build import Slots
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.parts import PARTS, parts
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene

_MOST = 40
# Heads of names that tell people who came and no body.
_GROUPS = frozenset(
    "delegation delegations delegación délégation delegazione delegação делегация делегація делегација".split()
)
# Words in the names of missions: "Delegation of the European Union to Peru".
_STAYING = frozenset({"in", "to", "permanent", "union", "en", "ante", "auprès", "в", "при"})
# Bodies less sure than this are words that only look like one: "a science laboratory".
_LEAST_SURE = 0.5
# A well-known name alone ("UNESCO") takes part where it is told so early (sentences) or where the sentence tells of the
# event; further down it is mostly named in passing. An acronym that nobody spells out is somebody's short form.
_ALONE, _SPELLED_NOWHERE, _EARLY_BODY = "organizations.name", "organizations.short", 3
# What only tells of a body stands within so many characters.
_BESIDE = 24
_REACHED = re.compile(
    r"\b(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|(?:web)?site of)(?: the)?:? *\Z", re.I
)
_WAS = frozenset({"was", "were", "is"})
_FOUNDED = frozenset("founded established created opened set born built named active located situated".split())
# Unions of states are parties as regions; known media report, and take part under longer names.
_NO_MEMBERS = frozenset({"states", "media"})
# Words in the names of papers, stations and news agencies, which report.
_MEDIA = frozenset(
    """
    news press times post herald gazette journal daily tribune chronicle courier mail magazine radio television tv
    broadcasting agency telegraph presse agence radio-télévision journaux prensa agencia noticias diario imprensa
    notícias stampa agenzia zeitung nachrichten rundfunk ajansı haber gazetesi агентство газета новости радио вести
    """.split()
)


def organizations(scene: Scene, occurrence: Occurrence) -> list[Mention]:
    """Return the bodies of an *occurrence*, each once, in order of the text; a medium that only reports is none."""
    outlet = scene.document.article.outlet or ""
    last = max(scene.body[:_EARLY_BODY], default=-1)
    early = scene.document.sentences[last].end
    found = [
        _in_full(m, outlet)
        for m in _each_once(scene, occurrence)
        if m.confidence >= _LEAST_SURE and not _is_group(m) and not _is_passing(scene, occurrence, m, early)
    ]
    if any(m.extra and m.extra.get("head") in PARTS for m in found):
        inner = parts(scene.document.mentions)
        found = [m for m in found if (m.start, m.end) not in inner]
    low = outlet.casefold()
    return [m for m in found if not (m.extra and m.extra.get("kind") in _NO_MEMBERS) and not (low and _reports(m, low))]


def take_over(scene: Scene, judged: list[tuple[Slots, bool]]) -> None:
    """Give those who are named beside no event that stands to the one that they stand nearest behind.

    *judged* are the slots of each occurrence and whether it stands. The main event has what no other holds; where there
    is none, or where another falls, its sentences are the nearest event's.
    """
    standing = [slots for slots, stands in judged if stands]
    if not standing or (all(stands for _, stands in judged) and any(s.occurrence.main for s in standing)):
        return
    main = next((s for s in standing if s.occurrence.main), None)
    held = {n for s in standing for n in s.occurrence.scope}
    free = [n for n in scene.told if n not in held]
    by_first = sorted(standing, key=lambda s: s.occurrence.anchor.sentence)
    for slots in standing:
        more = [n for n in free if (main or _nearest(by_first, n)) is slots]
        if more:
            occurrence = replace(slots.occurrence, scope=sorted({*slots.occurrence.scope, *more}))
            slots.people, slots.organizations = people.of(scene, occurrence), organizations(scene, occurrence)


def _nearest(slots: list[Slots], sentence: int) -> Slots:
    """Return the last of *slots*, by their sentences, that is told before *sentence*; the first where none is."""
    before = [s for s in slots if s.occurrence.anchor.sentence <= sentence]
    return before[-1] if before else slots[0]


def _in_full(mention: Mention, outlet: str) -> Mention:
    """Return "the Embassy" of an embassy's own page with the name that the page gives itself."""
    name = str(mention.value["name"])
    if not (mention.extra or {}).get("bare") or name.casefold() not in outlet.casefold().split():
        return mention
    return replace(mention, value={**mention.value, "name": outlet})


def _is_group(mention: Mention) -> bool:
    """Tell whether a body is only the people who came, "the Delegation of Nida", and no mission that stays."""
    if str((mention.extra or {}).get("head", "")) not in _GROUPS:
        return False
    return _STAYING.isdisjoint(str(mention.value["name"]).casefold().split())


def _is_passing(scene: Scene, occurrence: Occurrence, mention: Mention, early: int) -> bool:
    """Tell whether a body is named in passing ("on the list of UNESCO"), is only told of, or fills a line of its own.

    Up to the offset *early* only an acronym is passed over that the page spells out nowhere.
    """
    if mention.start < early:
        return mention.rule == _SPELLED_NOWHERE
    if mention.rule == _SPELLED_NOWHERE or _is_told_of(scene, mention):
        return True
    if mention.rule != _ALONE:
        return _is_line(scene, mention)
    sentence = scene.document.sentence_index(mention.start)
    return all(s.sentence != sentence for s in occurrence.signals)


def _is_told_of(scene: Scene, mention: Mention) -> bool:
    """Tell whether the words beside a body only tell when it was founded, where it is, or how to reach it."""
    document = scene.document
    if _REACHED.search(document.text[max(0, mention.start - _BESIDE) : mention.start]):
        return True
    after = document.lowers_in((mention.end, mention.end + _BESIDE))[:2]
    return len(after) > 1 and after[0] in _WAS and after[1] in _FOUNDED


def _is_line(scene: Scene, mention: Mention) -> bool:
    """Tell whether a body named once fills a line, as a link or a signature does: "Chemistry Library"."""
    text = scene.document.text
    if text[mention.start - 1 : mention.start] != "\n" or text[mention.end : mention.end + 1] not in ("\n", ""):
        return False
    return text.count(str(mention.value["name"])) == 1


def _reports(mention: Mention, outlet: str) -> bool:
    """Tell whether a body is the page's own medium; an embassy, an agency or a university may tell of itself."""
    if str(mention.value["name"]).casefold() != outlet:
        return False
    return (mention.extra or {}).get("kind") == "media" or not _MEDIA.isdisjoint(outlet.split())


def _each_once(scene: Scene, occurrence: Occurrence) -> list[Mention]:
    at = scene.kinds_at["organization"]
    found: dict[str, Mention] = {}
    for mention in scene.mentions(sorted(at.keys() & {*occurrence.scope, occurrence.anchor.sentence}), "organization"):
        if not scene.in_dateline(mention):
            name = str(mention.value["name"])
            key = _spelled(name)
            first = found.get(key)
            if first is None or (mention.text == name and first.text != name):
                found[key] = mention
    return list(found.values())[:_MOST]


def _spelled(name: str) -> str:
    """Return the name of a body without the article, in one spelling of what English spells in two ways."""
    plain = name.casefold().removeprefix("the ")
    return plain.replace("theater", "theatre").replace("center", "centre")
