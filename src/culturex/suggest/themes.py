"""What an event is about: the few themes that it really treats, likeliest first.

Words of a theme stand on most pages that do not treat it: a concert is given at a university, a minister is one of
culture and sports. How often they stand in which part of the page and in the event's own sentences, how much more
often than those of other themes, and what events of its type are mostly about, is weighed by the table
``weights/themes.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p
from typing import NamedTuple

from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR
from culturex.suggest.weights import added, likelihood, often, times, under, weights
from culturex.text import Span

# An event treats the themes that are so likely; what is likeliest must be so likely where none is.
_LIKELY, _LEAST = 0.34, 0.05
# The main event treats more themes than one beside it, and passes so many on to one that tells none.
_MOST, _MOST_BESIDE, _PASSED_ON = 5, 3, 2
# How strong a word is, before it is weighed against those of other themes: in headline and first sentence, elsewhere;
# in the name of a body ("University of Technology"), in the office that somebody holds; for the second of two themes
# that it speaks for ("pupils": education and youth); said again; in the event's own sentences, so much more.
_STRENGTH, _ELSEWHERE = {"headline": 1.8, "first": 1.5}, 1.1
_NAMED, _HELD, _HALF, _AGAIN, _OWN = 0.85, 0.3, 0.5, 0.25, 0.3
# A theme is one of several from this strength on. What is added where strengths are compared.
_STRONG, _SOME = 1.5, 0.3
# The signals of an event whose sentences are its own.
_SIGNALS = 4
# Where a word stands that is in no part of the page: in short lines (labels, captions, items), names, offices.
_LINE, _IN_NAME, _IN_OFFICE = "line", "in a name", "in an office"
_WHERE = ("headline", "first", "second", "early", "later", "rest", _LINE, _IN_NAME, _IN_OFFICE, "own", "scope")
_SECOND = {where: f"second.{where}" for where in _WHERE}
# Types that are cultural in themselves, with what they are about where no word says.
_OF_ITSELF = {
    "exhibition": "arts", "performance": "performing_arts", "course": "education", "exchange": "youth",
    "research": "science", "anniversary": "heritage", "festival": "culture", "opening": "culture",
}  # fmt: skip
_UNSAID = {"unsaid": 1}
# "culture" stands for culture in general, where no other theme fits.
_GENERAL = "culture"
# What the names of signs begin with: of the general theme or another, in the main event or in one beside it.
_SCALES = {
    (True, True): "culture.", (False, True): "", (True, False): "beside.culture.", (False, False): "beside.",
}  # fmt: skip
# What must say itself that it is about culture where presidents meet, or it is only hoped for.
_POLITICAL = frozenset({"visit", "meeting", "agreement"})


class Theme(NamedTuple):
    """A theme with its likelihood (0 to 1) and the first word that speaks for it."""

    code: str
    likelihood: float
    cue: Cue


# A word of a theme that stands in no name of a person or place; whether it has another theme first; how strong it is.
_Word = tuple[Cue, bool, float]


@dataclass(slots=True)
class Reading:
    """The words of all themes on a page, by sentence; how often they stand where, and how strong they are, by theme."""

    scene: Scene
    words: dict[int, list[_Word]] = field(default_factory=dict)
    counted: dict[str, dict[str, int]] = field(default_factory=dict)
    strong: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    # How strong each theme is in the main event, and how strong the strongest is that is not the general one.
    main: Mapping[str, float] = field(default_factory=dict)
    most: float = 0.0
    # What the signs of the page add up to for each theme, of the main event or of one beside it.
    spoken: dict[tuple[str, bool], float] = field(default_factory=dict)


def read(scene: Scene) -> Reading:
    """Return the reading of a page, for the themes of all its events."""
    reading = Reading(scene)
    parts, text, counted, strong = scene.parts, scene.document.text, reading.counted, reading.strong
    people_at, places_at, bodies_at = (scene.kinds_at.get(kind, {}) for kind in ("person", "place", "organization"))
    said: set[tuple[str, str]] = set()
    for sentence, groups in scene.cues_at.items():
        cues = groups.get("theme")
        if not cues:
            continue
        part, before = parts.get(sentence, _LINE), -1
        usual = _STRENGTH.get(part, _ELSEWHERE)
        people, places, bodies = people_at.get(sentence), places_at.get(sentence), bodies_at.get(sentence)
        offices = _offices(scene, sentence, people) if people else ()
        words: list[_Word] = []
        reading.words[sentence] = words
        for cue in cues:
            code, start = cue.code, cue.start
            second = start == before
            before = start
            where, strength = part, usual
            if offices and _is_in(start, offices):
                where, strength = _IN_OFFICE, usual * _HELD
            elif (people and _is_in(start, people)) or (places and _is_in(start, places)):
                continue
            elif bodies and _is_in(start, bodies):
                where, strength = _IN_NAME, usual * _NAMED
            if second:
                where, strength = _SECOND[where], strength * _HALF
            here = counted.get(code)
            if here is None:
                here = counted[code] = {}
            here[where] = here.get(where, 0) + 1
            word = code, text[start : cue.end].lower()
            if word in said:  # a page about a school says "school" in every sentence
                strength *= _AGAIN
            else:
                said.add(word)
            strong[code] += strength
            words.append((cue, second, strength))
    return reading


def of(reading: Reading, occurrence: Occurrence, main: Sequence[Theme] = ()) -> list[Theme]:
    """Return the themes of an *occurrence*, likeliest first; one that tells none has those of the *main* event."""
    told = _told(reading, occurrence)
    first = told.first
    if not first and main:
        apart = occurrence.dated is not None and occurrence.dated.rule != "dates.main_event"
        if apart and occurrence.type in _POLITICAL and _is_political(reading.scene, occurrence):
            return []
        return list(main[:_PASSED_ON])
    if itself := _by_itself(occurrence, reading.counted.keys()):
        first[itself.code] = itself
    likely = [(likelihood(_spoken(reading, occurrence, told, code)), code) for code in first]
    likely.sort(reverse=True)
    chosen = [Theme(code, share, first[code]) for share, code in likely if share >= _LIKELY]
    chosen = chosen[: _MOST if occurrence.main else _MOST_BESIDE]
    if chosen and chosen[0].code != _GENERAL:
        return [t for t in chosen if t.code != _GENERAL]
    return chosen[:1] or [Theme(code, share, first[code]) for share, code in likely[:1] if share >= _LEAST]


def spoken(reading: Reading, occurrence: Occurrence) -> dict[str, float]:
    """Return for each theme of the page what its signs add up to, as ``weights.speaks`` adds those of ``signs``."""
    told = _told(reading, occurrence)
    return {code: _spoken(reading, occurrence, told, code) for code in _codes(reading, occurrence)}


def signs(reading: Reading, occurrence: Occurrence) -> dict[str, dict[str, float]]:
    """Return for each theme of the page what speaks for it to be one of an *occurrence*."""
    told, found = _told(reading, occurrence), dict[str, dict[str, float]]()
    for code in _codes(reading, occurrence):
        counted = {**reading.counted.get(code, _UNSAID), **told.nearby.get(code, {})}
        here = {sign: times(number) for sign, number in counted.items()} | _compared(code, told)
        scale = _SCALES[code == _GENERAL, occurrence.main]
        plain = _of_theme(reading, code, main=occurrence.main) | {f"{occurrence.type} about {code}": 1.0}
        found[code] = {f"{scale}{sign}": value for sign, value in here.items()} | plain
    return found


def _codes(reading: Reading, occurrence: Occurrence) -> list[str]:
    unsaid = _by_itself(occurrence, reading.counted.keys())
    return [*reading.counted, *([unsaid.code] if unsaid else ())]


def _spoken(reading: Reading, occurrence: Occurrence, told: _Told, code: str) -> float:
    """Return what the signs of a theme add up to; those of the page are added up once for all its events."""
    main = occurrence.main
    known, table = under("themes", _SCALES[code == _GENERAL, main]), weights("themes")
    of_page = reading.spoken.get((code, main))
    if of_page is None:
        of_page = often(known, reading.counted.get(code, _UNSAID)) + added(table, _of_theme(reading, code, main=main))
        reading.spoken[code, main] = of_page
    of_event = added(known, _compared(code, told)) + table.get(f"{occurrence.type} about {code}", 0.0)
    return of_page + of_event + (often(known, told.nearby[code]) if code in told.nearby else 0.0)


@dataclass(slots=True)
class _Told:
    """What the sentences of an event tell: the first word of each theme, how often its words stand there.

    *strong* is how strong each theme of the page is for the event, *ranked* the strengths of all but the general one,
    greatest first.
    """

    first: dict[str, Cue]
    nearby: dict[str, dict[str, int]]
    strong: Mapping[str, float]
    ranked: list[float]


def _told(reading: Reading, occurrence: Occurrence) -> _Told:
    own, strong = {s.sentence for s in occurrence.signals[:_SIGNALS]}, reading.strong.copy()
    first: dict[str, Cue] = {}
    nearby: dict[str, dict[str, int]] = {}
    for sentence in sorted(reading.words.keys() & own.union(occurrence.scope)):
        mine = sentence in own
        for cue, second, strength in reading.words[sentence]:
            code, where = cue.code, "own" if mine else "scope"
            if mine:
                strong[code] += strength * _OWN
            if second:
                where = _SECOND[where]
            here = nearby.get(code)
            if here is None:
                here, first[code] = nearby.setdefault(code, {}), cue
            here[where] = here.get(where, 0) + 1
    ranked = sorted([s for code, s in strong.items() if code != _GENERAL], reverse=True)
    if occurrence.main:
        reading.main, reading.most = strong, ranked[0] if ranked else 0.0
        reading.spoken.clear()
    return _Told(first, nearby, strong, ranked)


def _compared(code: str, told: _Told) -> dict[str, float]:
    """Return how strong a theme is beside the others."""
    mine, ranked = told.strong.get(code, 0.0), told.ranked
    if code != _GENERAL:
        others = ranked[1:2] if ranked and mine == ranked[0] else ranked[:1]
        most = others[0] if others else 0.0
        return {"apart": log((mine + _SOME) / (most + _SOME)), f"words.{code}": log1p(mine)}
    most = ranked[0] if ranked else 0.0
    return {
        "apart": log((mine + _SOME) / (most + _SOME)),
        "words": log1p(mine),
        "strongest other": log1p(most),
        "others": times(len([s for s in ranked if s > _STRONG])),
        "alone": float(not ranked),
    }


def _of_theme(reading: Reading, code: str, *, main: bool) -> dict[str, float]:
    """Return what a theme tells by itself; and how strong it is in the main event: what is beside it is much the same.

    These signs have the same names for all themes and events.
    """
    if main:
        return {f"theme.{code}": 1.0}
    there, most = reading.main.get(code, 0.0), reading.most
    return {
        f"theme.{code}": 1.0,
        "beside": 1.0,
        "main.words": log1p(there),
        "main.first": float(0 < there == most),
        "main.share": there / (most + _SOME),
    }


def _is_political(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether the sentence of an event only hopes for it, or tells of heads of state."""
    sentence = occurrence.anchor.sentence
    if scene.has(sentence, "cue", "intention"):
        return True
    heads = words_of(scene.document.language, "cue", "state_heads")
    return bool(heads) and not heads.isdisjoint(scene.document.lowers_in(scene.document.sentences[sentence]))


def _is_in(start: int, stretches: Sequence[Mention | Span]) -> bool:
    """Tell whether what begins at *start* lies in one of these *stretches*."""
    for stretch in stretches:  # noqa: SIM110 - a generator inside any() takes twice as long
        if stretch.start <= start < stretch.end:
            return True
    return False


def _offices(scene: Scene, sentence: int, people: Sequence[Mention]) -> list[Span]:
    """Return where a *sentence* prints the offices that *people* hold ("Minister of Culture, Sports and Tourism")."""
    begin, end = scene.document.sentences[sentence]
    found: list[Span] = []
    for person in people:
        title = person.value.get("title") if isinstance(person.value, dict) else None
        if title:
            at = scene.document.text.find(title, begin, end)
            if at >= 0:
                found.append(Span(at, at + len(title)))
    return found


def _by_itself(occurrence: Occurrence, said: Collection[str]) -> Cue | None:
    """Return the theme of the type of an *occurrence* where no word has *said* it, with the words that tell the event.

    None where the type has none, or where the words that tell the event are weak.
    """
    code, anchor = _OF_ITSELF.get(occurrence.type), occurrence.anchor
    if code is None or code in said or anchor.strength < PAIR:
        return None
    return Cue("theme", code, anchor.start, anchor.end, anchor.sentence)
