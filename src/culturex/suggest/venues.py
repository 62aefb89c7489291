"""Where an event happens: its places, and whether in a venue, online or both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from culturex.places import index
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.located import is_address, is_at_school, is_in_row, is_located, is_located_body, is_residence
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.countries import capitals
from culturex.suggest.mentions.places.hints import LINKS
from culturex.suggest.occurrences.occurrence import Occurrence, core_sentences
from culturex.suggest.parties.finder import Parties
from culturex.suggest.party import is_guessed
from culturex.suggest.provinces import in_full
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR

# Instruments, gifts, decrees, publications and studies have no mode.
_WITHOUT_MODE = frozenset({"agreement", "donation", "media", "research"})
# What is opened by video goes on in a venue.
_LASTING = frozenset({"festival", "exhibition", "opening"})
_TWO_PLACES = frozenset({"agreement"})
# Who gets a scholarship for a university studies there; the grant is no event there.
_STUDIED = frozenset({"exchange"})
_MOST_PLACES = 8
_TWO = 2
# Provinces are named for those who come from them or govern them; what happens there happens "in" them.
_PROVINCE = 0.9
_PROVINCES = (" province", " region", " prefecture", " oblast", " county", " voivodeship", " canton")
_HYPHENS = frozenset({"-", "–", "‑"})
# What is said of an office right behind its name is where it sits; at an office something may happen.
_OFFICES = frozenset({"post", "unit"})
_ELSEWHERE = frozenset({"comes_from", "transit"})
_SEAT, _STOPS = 6, frozenset(",.;:")
# What a place of the main event needs, one of two where it happens in both, and one of another event.
_MAIN, _TWIN, _OTHER = 1.2, 1.05, 0.9
# What it counts against a place that somebody only speaks of it.
_SPOKEN = 0.8
# Where a town of headline or lead is named so often, what is named once further down is on the side, but on a journey.
_OFTEN, _ASIDE, _TRAVELLED = 3, 0.6, frozenset({"visit", "exchange", "festival", "performance"})
# Words beside one another stand within this many characters.
_BESIDE = 60
# "Stated here": a word of saying stands so near before.
_SAID = 16


class Mode(NamedTuple):
    """A mode (or None) with the cue it rests on and the rule."""

    code: str | None
    cue: Cue | None
    rule: str


@dataclass(slots=True)
class _Asked:
    """For which event places are asked: its best sentences (*core*), and the bodies that its sentences name.

    *is_online* tells that nobody travels, *is_twofold* that it happens in two places for this or another reason. Those
    of the *bodies* that are *offices* only sit somewhere; names *aside* stand once in a page that often names another.
    """

    scene: Scene
    occurrence: Occurrence
    parties: Parties
    core: set[int]
    is_online: bool
    is_twofold: bool
    bodies: Sequence[Mention] = ()
    offices: Sequence[Mention] = ()
    aside: Collection[str] = ()


def places(scene: Scene, occurrence: Occurrence, parties: Parties, mode: Mode) -> list[Mention]:
    """Return the places where an *occurrence* happens, each once, the best told first."""
    core, is_online = core_sentences(scene, occurrence), mode.code == "online"
    told = core.union(occurrence.scope)
    placed = scene.kinds_at["place"]
    named = [(s, m) for s in sorted(placed.keys() & told) for m in placed[s]]
    best: list[Mention] = []
    if named:
        is_twofold = occurrence.type in _TWO_PLACES or is_online
        asked = _Asked(scene, occurrence, parties, core, is_online, is_twofold)
        asked.bodies = scene.mentions(sorted(scene.kinds_at["organization"].keys() & told), "organization")
        asked.offices = [b for b in asked.bodies if b.extra and b.extra.get("kind") in _OFFICES]
        if occurrence.main and occurrence.type not in _TRAVELLED:
            asked.aside = _aside(named, core, placed.values())
        best = _best(asked, _scored(asked, named))
    if best:
        return [in_full(scene, m) for m in best[:_MOST_PLACES]]
    return _untold(scene, occurrence, parties, mode)


def _untold(scene: Scene, occurrence: Occurrence, parties: Parties, mode: Mode) -> list[Mention]:
    """Return the places of an event whose sentences tell none: the towns twinned, or the town of the dateline."""
    if occurrence.type in _TWO_PLACES:
        codes = {p.code for p in parties.all}
        return _twins(scene, occurrence, codes) or (_told_from(scene, codes) if occurrence.main else [])
    return _told_from(scene, parties.hosts) if occurrence.main and mode.code == "in_person" else []


def _scored(asked: _Asked, named: list[tuple[int, Mention]]) -> Collection[tuple[float, Mention]]:
    """Return how much speaks for each place that is *named* with its sentence, with the mention to quote."""
    codes = {p.code for p in asked.parties.all}
    scored: dict[object, tuple[float, Mention]] = {}
    for sentence, found in named:
        mention = _at_host(found, asked.parties) if is_guessed(found) else found
        value = mention.value
        country = value.get("country")
        if (codes and country not in codes) or _is_elsewhere(asked, mention, sentence):
            continue
        inside = _is_inside(mention, asked.bodies)
        score = _score(asked, mention, sentence, inside=inside)
        key = (value["lat"], value.get("lon"), country) if value.get("lat") else mention.text
        if key in scored:
            best, first = scored[key]
            plain = mention if not inside and _is_inside(first, asked.bodies) else first
            scored[key] = (max(best, score) + 0.25, plain)
        else:
            scored[key] = (score, mention)
    return scored.values()


def _best(asked: _Asked, scored: Collection[tuple[float, Mention]]) -> list[Mention]:
    """Return the places for which enough speaks, the best told first; of a town with its province the town alone."""
    hosts = asked.parties.hosts
    hosted = [(s, m) for s, m in scored if asked.is_twofold or m.value.get("country") in hosts or not hosts]
    hosted.sort(key=lambda s: (-s[0], s[1].start))
    least = (_TWIN if asked.is_twofold else _MAIN) if asked.occurrence.main else _OTHER
    kept = {(m.value["name"], m.value.get("country")): m for score, m in reversed(hosted) if score >= least}
    holding = _holding(kept.values()) if len(kept) > 1 else ()
    return [m for m in reversed(kept.values()) if id(m) not in holding]


def _is_elsewhere(asked: _Asked, mention: Mention, sentence: int) -> bool:
    """Tell whether something else is in a place: who reports, who comes from it, an envoy, a government, an office."""
    scene, is_twofold = asked.scene, asked.is_twofold
    if scene.in_dateline(mention) and not (asked.is_online or _is_here(scene, asked.core)):
        return True
    if not is_twofold and (_is_no_venue(scene, mention, sentence) or _is_origin(scene, mention, sentence)):
        return True
    if is_residence(scene, mention, sentence):
        return True
    if is_twofold:
        return False
    if len(scene.of_kind(sentence, "place")) > 1 and _is_government(scene, mention, sentence):
        return True
    return bool(asked.offices) and asked.occurrence.type != "opening" and _is_seat(scene, mention, asked.offices)


def _score(asked: _Asked, mention: Mention, sentence: int, *, inside: bool) -> float:
    """Return how much a mention speaks for its place; *inside* tells that it is part of the name of a body."""
    scene, in_core = asked.scene, sentence in asked.core
    is_told = _is_told(asked, mention, sentence, inside=inside)
    score = 1.0 if in_core else 0.4
    score -= _SPOKEN if scene.is_spoken(mention.start) else 0.0
    score += 1.0 if is_told else 0.0
    score += 0.6 if mention.value.get("country") in asked.parties.hosts else 0.0
    score += (mention.confidence - 0.75) * 2
    score -= 0.5 if inside else 0.0
    score -= _PROVINCE if not is_told and _is_province(scene, mention) else 0.0
    score -= _ASIDE if not in_core and mention.value["name"] in asked.aside else 0.0
    return score


def _is_told(asked: _Asked, mention: Mention, sentence: int, *, inside: bool) -> bool:
    """Tell whether words say that something happens in a place: "in", a row, a venue, an address, the dateline."""
    scene = asked.scene
    if is_located(scene, mention) or (not asked.is_twofold and scene.in_dateline(mention)):
        return True
    if len(scene.of_kind(sentence, "place")) > 1 and is_in_row(scene, mention, sentence):
        return True
    if _is_before_venue(scene, mention, sentence) or is_address(scene, mention, sentence):
        return True
    if not inside or sentence not in asked.core or asked.occurrence.type in _STUDIED:
        return False
    # "at the University of Lagos", and not "at Manas University"
    return any(b.end == mention.end for b in asked.bodies) and is_at_school(scene, mention, sentence)


def _aside(named: list[tuple[int, Mention]], core: set[int], all_places: Iterable[list[Mention]]) -> set[str]:
    """Return the names that stand once in a page that often names a town which its *core* names; else none."""
    often = Counter(m.value["name"] for here in all_places for m in here)
    if any(sentence in core and often[m.value["name"]] >= _OFTEN for sentence, m in named):
        return {name for name, times in often.items() if times == 1}
    return set()


def _is_here(scene: Scene, sentences: set[int]) -> bool:
    """Tell whether it happens "here", in the town of the dateline; not whether it was said there."""
    said = words_of(scene.document.language, "cue", "said")
    return any(
        cue.code == "here" and said.isdisjoint(scene.document.lowers_in((cue.start - _SAID, cue.start))[-1:])
        for sentence in sentences
        if scene.has(sentence, "cue", "here")
        for cue in scene.group(sentence, "cue")
    )


def _at_host(mention: Mention, parties: Parties) -> Mention:
    """Return a place of which only the page's home has told the country as one of the host, where there is one."""
    if len(parties.hosts) != 1:
        return mention
    return replace(mention, value={**mention.value, "country": next(iter(parties.hosts))})


def _told_from(scene: Scene, countries: Set[str]) -> list[Mention]:
    """Return the town of the dateline for an event in its country that names none: it is told from where it happens."""
    early = scene.mentions((*sorted(scene.stamped), *scene.body[:1]), "place")
    return [m for m in early if scene.in_dateline(m) and m.value.get("country") in countries][:1]


def _twins(scene: Scene, occurrence: Occurrence, codes: set[str]) -> list[Mention]:
    """Return the towns of a twinning told without them: of each country the one that the article names most."""
    if len(codes) != _TWO or not any(scene.has(s.sentence, "cue", "twinning") for s in occurrence.signals):
        return []
    told: dict[str, dict[str, list[Mention]]] = {}
    for mention in scene.mentions(range(len(scene.document.sentences)), "place"):
        if (country := mention.value.get("country")) in codes and mention.rule != "places.region":
            told.setdefault(country, {}).setdefault(mention.value["name"], []).append(mention)
    most = [max(towns.values(), key=len)[0] for towns in told.values()]
    return sorted(most, key=lambda m: m.start) if len(most) == _TWO else []


def _is_no_venue(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a place is one of a pair ("Pasadena-Mishima") or the goal of an excursion."""
    if scene.has(sentence, "cue", "excursion"):
        return True
    text, start, end = scene.document.text, mention.start, mention.end
    return text[max(0, start - 1) : start] in _HYPHENS or text[end : end + 1] in _HYPHENS


def _is_government(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a capital stands beside a town of another country, in no place: "ties of Colombo and Islamabad"."""
    if (mention.extra or {}).get("id") not in capitals():
        return False
    text, country = scene.document.text, mention.value.get("country")
    for other in scene.of_kind(sentence, "place"):
        if other.value.get("country") == country:
            continue
        first, last = sorted((mention, other), key=lambda m: m.start)
        if text[first.end : last.start] in LINKS:
            return not is_located(scene, first)
    return False


def _is_before_venue(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a venue, written small, is told by the town where it is: "its Naryn campus"."""
    for cue in scene.group(sentence, "mode"):
        if cue.start == mention.end + 1 and cue.code == "in_person":
            return not scene.document.text[mention.end : mention.end + 2].strip().isupper()
    return False


def _is_seat(scene: Scene, mention: Mention, offices: Sequence[Mention]) -> bool:
    """Tell whether a place only says where one of the *offices* is: "the Foreign Ministry in Ljubljana said"."""
    for body in offices:
        if body.start <= mention.start < body.end:  # "the Embassy of Chile in Ottawa"
            return (body.extra or {}).get("kind") == "post"
        if not 0 < mention.start - body.end <= _SEAT:
            continue
        if _STOPS.isdisjoint(scene.text((body.end, mention.start))):
            return not is_located_body(scene, body)
    return False


def _holding(places: Iterable[Mention]) -> set[int]:
    """Return the ids of the mentions of provinces that only hold a town among the *places*: "Changsha, Hunan"."""
    ids = {(m.extra or {}).get("id"): m for m in places}
    regions = {at for at, m in ids.items() if at and (m.extra or {}).get("form") == "region"}
    if not regions:
        return set()
    towns = {int(at) for at in ids if at and at not in regions}
    known = index().cities_by_id(towns)
    return {id(ids[known[at].admin_id]) for at in towns & known.keys() if known[at].admin_id in regions}


def _is_origin(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether somebody or something only comes from there ("the team from Palermo", "Sister Marie of Zahle")."""
    if mention.rule == "places.of":
        return True
    for cue in scene.group(sentence, "cue"):  # noqa: SIM110 - a generator inside any() takes twice as long
        if cue.code in _ELSEWHERE and 0 <= mention.start - cue.end <= 1:
            return True
    return False


def _is_province(scene: Scene, mention: Mention) -> bool:
    if mention.rule == "places.region":
        return True
    return scene.document.text[mention.end : mention.end + 13].casefold().startswith(_PROVINCES)


def _is_inside(mention: Mention, bodies: Sequence[Mention]) -> bool:
    """Tell whether a mention is part of the name of one of the *bodies*, which stand in order."""
    start, end = mention.start, mention.end
    for body in bodies:
        if body.start > start:
            break
        if end <= body.end:
            return True
    return False


def mode(scene: Scene, occurrence: Occurrence, parties: Parties, *, status: str) -> Mode:
    """Return how people meet."""
    if occurrence.type in _WITHOUT_MODE:
        return Mode(None, None, f"an event of the type {occurrence.type} has no mode")
    sentences = {s.sentence for s in occurrence.signals} if not occurrence.main else set(occurrence.scope)
    core = {s.sentence for s in occurrence.signals} | (set(scene.lead) if occurrence.main else set())
    cues = scene.cues(sorted(sentences | core), "mode")
    hybrid = next((c for c in cues if c.code == "hybrid"), None)
    if hybrid:
        return Mode("hybrid", hybrid, "mode.hybrid")
    online = [c for c in cues if c.code == "online" and c.sentence in core]
    if status in ("cancelled", "postponed"):  # what stands in for it may be online
        online = [c for c in online if occurrence.anchor.start <= c.start < occurrence.anchor.end]
    present = next((c for c in cues if c.code == "in_person"), None)
    if not online and (told := _opened_online(scene, cues)):
        return Mode("hybrid", told, "mode.opened_online")
    if online:
        lasts = occurrence.type in _LASTING or present or _has_place(scene, sorted(sentences | core))
        if lasts and (told := _opened_online(scene, online)):
            return Mode("hybrid", told, "mode.opened_online")
        anchored = any(s.start <= c.start < s.end or 0 <= s.start - c.end <= 25 or 0 <= c.start - s.end <= 12
                       for c in online for s in occurrence.signals if s.strength >= PAIR)  # fmt: skip
        if anchored:
            return Mode("online", online[0], "mode.online")
        return Mode(
            "hybrid" if present or _has_place(scene, sorted(core)) else "online",
            online[0],
            "mode.partly_online",
        )
    if present:
        return Mode("in_person", present, "mode.venue")
    if (
        occurrence.type in ("visit", "exchange")
        or _has_place(scene, sorted(core))
        or (parties.hosts and status != "postponed")
    ):
        return Mode("in_person", None, "mode.place")
    if occurrence.main and status in ("held", "ongoing") and scene.mentions(sorted(core), "organization", "person"):
        return Mode("in_person", None, "mode.default")
    return Mode(None, None, "no venue, place or word that tells")


def _opened_online(scene: Scene, cues: list[Cue]) -> Cue | None:
    """Return the cue of a video link through which somebody opened or watched what happened in a venue."""
    for cue in cues:
        if cue.code != "online":
            continue
        for other in (c for group in ("act", "weak", "noun") for c in scene.group(cue.sentence, group)):
            near = other.start - cue.end >= -_BESIDE and other.end - cue.start <= _BESIDE
            if near and other.code == "opening":
                return cue
    return None


def _has_place(scene: Scene, sentences: list[int]) -> bool:
    return any(not scene.in_dateline(m) and is_located(scene, m) for m in scene.mentions(sentences, "place"))
