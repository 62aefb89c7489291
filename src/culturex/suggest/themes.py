"""What an event is about: the few themes that its sentences really treat, most important first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR
from culturex.text import Span

# A theme counts if it has this share of the strongest one, and this much in all. What has so much is strong enough:
# more words for it take nothing from the others.
_SHARE, _LEAST, _MUCH = 0.27, 1.6, 9.0
# The main event treats more themes than one beside it.
_MOST, _MOST_BESIDE = 5, 2
# What a word counts in the headline, in a sentence that tells the event, and elsewhere.
_HEADLINE, _TELLING, _ELSEWHERE = 1.8, 1.5, 1.1
# What a word counts in the name of a body ("University of Technology"), and in the office that somebody holds
# ("Minister of Culture, Sports and Tourism").
_IN_NAME, _IN_OFFICE = 0.85, 0.3
# What a word counts for the second of two themes that it speaks for ("pupils": education and youth).
_SECOND = 0.5
# What types are about by themselves, and what that counts; from so much on it is so although no word says it.
_BY_TYPE = {
    "course": {"education": 1.8}, "exchange": {"education": 0.5, "youth": 0.5}, "research": {"heritage": 0.5},
    "competition": {"youth": 0.8},
}  # fmt: skip
_UNSAID = 1.0
# What it counts that the main event is about a theme: what happens beside it mostly is, too.
_OF_MAIN = 0.5
# Types that are cultural in themselves, with what they are about where no word says.
_OF_ITSELF = {
    "exhibition": "arts", "performance": "performing_arts", "course": "education", "exchange": "youth",
    "research": "science", "anniversary": "heritage", "festival": "culture", "opening": "culture",
}  # fmt: skip
# "culture" stands for culture in general, where no other theme fits.
_GENERAL = "culture"
# What is so much more about culture in general than about anything else is about that.
_MORE = 2.0


class Theme(NamedTuple):
    """A theme with its score and the first word that speaks for it."""

    code: str
    score: float
    cue: Cue


# What must say itself that it is about culture where presidents meet, or it is only hoped for.
_POLITICAL = frozenset({"visit", "meeting", "agreement"})


def of(scene: Scene, occurrence: Occurrence, main: list[Theme] | None = None) -> list[Theme]:
    """Return the themes of an *occurrence*, most important first; one that tells none has those of the *main* event."""
    own = _own(scene, occurrence, main[0].code if main else _GENERAL)
    if own or not main:
        return own
    apart = occurrence.dated is not None and occurrence.dated.rule != "dates.main_event"
    return [] if apart and occurrence.type in _POLITICAL and _is_political(scene, occurrence) else main[:2]


def _is_political(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether the sentence of an event only hopes for it, or tells of heads of state."""
    sentence = occurrence.anchor.sentence
    if scene.has(sentence, "cue", "intention"):
        return True
    heads = words_of(scene.document.language, "cue", "state_heads")
    return bool(heads) and not heads.isdisjoint(scene.document.lowers_in(scene.document.sentences[sentence]))


def _own(scene: Scene, occurrence: Occurrence, of_main: str) -> list[Theme]:
    """Return what the sentences of an *occurrence* say it is about; *of_main* is the first theme of the main event."""
    own = {s.sentence for s in occurrence.signals[:4]}
    score: dict[str, float] = defaultdict(float)
    first: dict[str, Cue] = {}
    seen: dict[tuple[str, str], int] = {}
    text, told, headlines = scene.document.text, scene.cues_at, scene.headlines
    places, people, bodies = (scene.kinds_at[kind] for kind in ("place", "person", "organization"))
    for sentence in sorted(told.keys() & own.union(occurrence.scope)):
        cues = told[sentence].get("theme")
        if not cues:
            continue
        place = _HEADLINE if sentence in headlines else _TELLING if sentence in own else _ELSEWHERE
        persons, towns, names = people.get(sentence), places.get(sentence), bodies.get(sentence)
        offices = _offices(scene, sentence, cues) if persons and len(cues) > 1 else ()
        named = persons or towns or names
        before = -1
        for cue in cues:
            code, start = cue.code, cue.start
            counted = place if start != before else place * _SECOND
            before = start
            if named:
                if offices and _is_in(start, offices):
                    counted *= _IN_OFFICE
                elif (persons and _is_in(start, persons)) or (towns and _is_in(start, towns)):
                    continue
                elif names and _is_in(start, names):
                    counted *= _IN_NAME
            said = (code, text[start : cue.end].casefold())
            times = seen[said] = seen.get(said, 0) + 1
            # A word said again adds little: a page about a school says "school" in every sentence.
            score[code] += counted / (times * times)
            if code not in first:
                first[code] = cue
    for code, weight in _BY_TYPE.get(occurrence.type, {}).items():
        if code in score or weight >= _UNSAID:
            score[code] += weight
    if of_main != _GENERAL:
        score[of_main] += _OF_MAIN
    for code in score.keys() - first.keys():
        first[code] = _by_itself(occurrence, code)
    ranked = sorted([(s, c) for c, s in score.items() if c != _GENERAL], reverse=True)
    top = ranked[0][0] if ranked else 0.0
    least = _LEAST if occurrence.main else 1.0
    least = min(least, max(top, 0.9))
    most = _MOST if occurrence.main else _MOST_BESIDE
    chosen = [Theme(c, s, first[c]) for s, c in ranked if s >= least and s >= _SHARE * min(top, _MUCH)][:most]
    if score.get(_GENERAL, 0.0) > (_MORE * top if chosen else 0.0):
        return [Theme(_GENERAL, score[_GENERAL], first[_GENERAL])]
    return chosen or _implied(occurrence, [Theme(c, s, first[c]) for s, c in ranked[:1]])


def _is_in(start: int, stretches: Sequence[Mention | Span]) -> bool:
    """Tell whether what begins at *start* lies in one of these *stretches*."""
    for stretch in stretches:  # noqa: SIM110 - a generator inside any() takes twice as long
        if stretch.start <= start < stretch.end:
            return True
    return False


def _offices(scene: Scene, sentence: int, cues: Sequence[Cue]) -> list[Span]:
    """Return where a *sentence* prints offices that list several themes: a rector's tells what it is about.

    *cues* are those of its themes.
    """
    found: list[Span] = []
    for person in scene.of_kind(sentence, "person"):
        title = person.value.get("title") if isinstance(person.value, dict) else None
        if not title:
            continue
        at = scene.document.text.find(title, *scene.document.sentences[sentence])
        if at >= 0 and sum([at <= c.start < at + len(title) for c in cues]) > 1:
            found.append(Span(at, at + len(title)))
    return found


def _implied(occurrence: Occurrence, faint: list[Theme]) -> list[Theme]:
    """Return what an event of a cultural type is about where its words hardly say so: a *faint* theme or its type's."""
    code = _OF_ITSELF.get(occurrence.type)
    if faint or code is None or occurrence.anchor.strength < PAIR:
        return faint if code else []
    return [Theme(code, 0.0, _by_itself(occurrence, code))]


def _by_itself(occurrence: Occurrence, code: str) -> Cue:
    """Return the words that tell the event as those that tell its theme."""
    anchor = occurrence.anchor
    return Cue("theme", code, anchor.start, anchor.end, anchor.sentence)
