"""Where an event happens: which of the places that its sentences name.

Events happen in towns of the host that the page names again and again, or right behind the words that tell them; hardly
in those that only stand in the name of a body. The signs of each place are weighed by the table
``weights/places.toml``. Where somebody comes from, an envoy lives or an office sits, nothing happens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from culturex.places import index
from culturex.suggest.lexicon import words_of
from culturex.suggest.located import is_given, is_in_row, is_in_title, is_located, is_located_body, is_residence
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence, core_sentences
from culturex.suggest.parties.finder import Parties
from culturex.suggest.party import is_guessed
from culturex.suggest.provinces import in_full
from culturex.suggest.scene import Scene
from culturex.suggest.weights import confidence, likelihood, speaks, times

_MOST = 8
# How likely an event must be to happen in a place. On pages left out of the fit in turn 0.37 does as well, on those
# that nothing is fitted to it tells too many.
_HAPPENS_THERE = 0.44
# What happens in two places: both parties sign, both sit before a screen.
_TWO_PLACES = frozenset({"agreement"})
# Words behind a name that make it a province.
_PROVINCES = (" province", " region", " prefecture", " oblast", " county", " voivodeship", " canton")
_HYPHENS = frozenset({"-", "–", "‑"})
_ELSEWHERE = frozenset({"comes_from", "transit"})
# What is said of an office right behind its name (so near, in characters) is where it sits.
_OFFICES = frozenset({"post", "unit"})
_SEAT, _STOPS = 6, frozenset(",.;:")
# "Stated here": a word of saying stands so near before (characters).
_SAID = 16
# "The festival in Riyadh": the place begins so near behind the words that tell an event.
_BEHIND = 40
# A page that names a town of the country so often hardly means one named once.
_OFTEN = 3
# What counts more, or at all, where it is told of every mention of a place.
_ONLY = tuple((sign, f"only {sign}") for sign in ("inside", "given"))
# So many of the mentions of a place are looked at.
_LOOKED_AT = 6


@dataclass(slots=True)
class Named:
    """A place with its mentions in the sentences of an event; *best* is the one to quote."""

    best: Mention
    all: list[Mention]

    @property
    def country(self) -> str | None:
        """The code of the country where it lies."""
        code: str | None = self.best.value.get("country")
        return code


def of(scene: Scene, occurrence: Occurrence, who: Parties, mode: str | None) -> list[Mention]:
    """Return the places where an *occurrence* of the parties *who* happens, each once, the likeliest first.

    Their confidence is how likely it is to happen there.
    """
    places = named(scene, occurrence, who, mode)
    if not places:
        return []
    told = signs(scene, occurrence, who, mode, places)
    only_told_from = _only_told_from(scene, places, told) if occurrence.main else ()
    likely = [
        (likelihood(speaks("places", one)), p.best)
        for number, (p, one) in enumerate(zip(places, told, strict=True))
        if number not in only_told_from
    ]
    kept = sorted((pair for pair in likely if pair[0] >= _HAPPENS_THERE), key=lambda pair: (-pair[0], pair[1].start))
    holding = _holding([m for _, m in kept]) if len(kept) > 1 else ()
    found = [m.weighed(confidence(share)) for share, m in kept if id(m) not in holding]
    return [in_full(scene, mention) for mention in found[:_MOST]]


def named(scene: Scene, occurrence: Occurrence, who: Parties, mode: str | None) -> list[Named]:
    """Return the places in the countries of *who* that the sentences of an *occurrence* name, in order of the text.

    Not those of which they only say that something else is there.
    """
    at = scene.kinds_at["place"]
    heading = scene.stamped if occurrence.main else ()
    told = at.keys() & core_sentences(scene, occurrence).union(occurrence.scope, heading)
    is_twofold = _is_twofold(occurrence, mode)
    codes = {p.code for p in who.all}
    found: dict[object, Named] = {}
    for sentence in sorted(told):
        for here in at[sentence]:
            mention = _at_host(here, who) if is_guessed(here) else here
            value = mention.value
            country = value.get("country")
            if (codes and country not in codes) or (not is_twofold and _standing(scene, here).is_elsewhere):
                continue
            key = (value["lat"], value.get("lon"), country) if value.get("lat") else mention.text
            place = found.get(key)
            if place is None:
                found[key] = Named(mention, [mention])
                continue
            place.all.append(mention)
            if _borrowed(scene, mention) < _borrowed(scene, place.best):
                place.best = mention
    return list(found.values())


def signs(
    scene: Scene, occurrence: Occurrence, who: Parties, mode: str | None, places: Sequence[Named]
) -> list[dict[str, float]]:
    """Return for each of the *places* what tells those of the event from those that are only named.

    *mode* is how people meet ("in_person" ...), None where nothing tells.
    """
    core, often = core_sentences(scene, occurrence), _often(scene)
    sort = "twofold" if _is_twofold(occurrence, mode) else "main" if occurrence.main else "other"
    found = []
    for place in places:
        role = "any" if not who.hosts else "host" if place.country in who.hosts else "partner"
        told = {
            "place": 1.0,
            sort: 1.0,
            f"country.{role}": 1.0,
            f"{sort}: country.{role}": 1.0,
            place.best.rule: 1.0,
            "named": times(often[place.best.value["name"]]),
        }
        standing = [_standing(scene, mention) for mention in place.all[:_LOOKED_AT]]
        for one in standing:
            told |= one.signs
        if "inside" in told:
            told[f"country.{role}: inside"] = 1.0
        _add_nearness(told, standing, occurrence, core)
        if "dateline" in told and all("dateline" in one.signs for one in standing):
            told["here" if _is_here(scene, core) else f"{sort}: only dateline"] = 1.0
        told |= {sign: 1.0 for only, sign in _ONLY if only in told and all(only in one.signs for one in standing)}
        found.append(told)
    _compare(places, found, often)
    return found


def _only_told_from(scene: Scene, places: Sequence[Named], told: Sequence[dict[str, float]]) -> set[int]:
    """Return the numbers of the *places* that stand in the dateline, and else only in names of bodies.

    Not where no other town of the country is named as the place, nor where it happens "here".
    """
    placed = [p for p, one in zip(places, told, strict=True) if "core: located" in one and "dateline" not in one]
    if not placed:
        return set()
    found = set()
    for number, (place, one) in enumerate(zip(places, told, strict=True)):
        if "dateline" not in one or "here" in one or not any(_is_elsewhere_in(place, other) for other in placed):
            continue
        standing = [_standing(scene, mention).signs for mention in place.all]
        if all("dateline" in signs or "inside" in signs for signs in standing):
            found.add(number)
    return found


def _is_elsewhere_in(place: Named, other: Named) -> bool:
    """Tell whether the *other* lies in the same country and is not the province of a *place*: "Latakia Governorate"."""
    return other.country == place.country and str(place.best.value["name"]) not in str(other.best.value["name"])


def _compare(places: Sequence[Named], found: Sequence[dict[str, float]], often: Counter[str]) -> None:
    """Add to the signs *found* for each of the *places* what the others beside it tell."""
    located = [n for n, told in enumerate(found) if "core: located" in told]
    kin: dict[str | None, list[int]] = {}  # how often the page names each place of a country
    for place in places:
        kin.setdefault(place.country, []).append(often[place.best.value["name"]])
    for number, (place, told) in enumerate(zip(places, found, strict=True)):
        if not located or located == [number]:
            told["no other located"] = 1.0
        named = kin[place.country]
        if len(named) == 1:
            told["alone of country"] = 1.0
        elif often[place.best.value["name"]] == 1 and max(named) >= _OFTEN:
            told["aside"] = 1.0


class _Standing(NamedTuple):
    """Where a mention stands (sentence, offset), with its signs there, and whether something else is told of it."""

    sentence: int
    start: int
    signs: dict[str, float]
    is_located: bool
    is_elsewhere: bool


def _add_nearness(
    told: dict[str, float], standing: Sequence[_Standing], occurrence: Occurrence, core: Set[int]
) -> None:
    """Add to the signs *told* for a place how near the words that tell the event it stands."""
    anchor = occurrence.anchor
    for one in standing:
        if one.sentence == anchor.sentence:
            told["with anchor"] = 1.0
            if 0 <= one.start - anchor.end < _BEHIND:
                told["behind anchor"] = 1.0
        if one.sentence in core:
            told["core"] = 1.0
            if one.is_located:
                told["core: located"] = 1.0


def _standing(scene: Scene, mention: Mention) -> _Standing:
    kept: dict[int, _Standing] = scene.document.kept.setdefault("sites", {})
    standing = kept.get(mention.start)
    if standing is None:
        sentence, located = scene.document.sentence_index(mention.start), is_located(scene, mention)
        told = dict.fromkeys(_around(scene, mention, sentence), 1.0)
        if not located and is_in_row(scene, mention, sentence):
            told["row"] = 1.0
        elsewhere = _is_elsewhere(scene, mention, sentence)
        standing = kept[mention.start] = _Standing(sentence, mention.start, told, located, elsewhere)
    return standing


def _around(scene: Scene, mention: Mention, sentence: int) -> Iterator[str]:
    """Yield the signs of where a *mention* stands in the page, what is told of it, and what name it is a part of."""
    yield f"stands.{scene.parts.get(sentence, 'label')}"
    if scene.in_dateline(mention):
        yield "dateline"
    if scene.document.text[mention.end : mention.end + 13].casefold().startswith(_PROVINCES):
        yield "province"
    if is_given(scene, mention):
        yield "given"
    if is_in_title(scene, mention):
        yield "in title"
    for cue in scene.group(sentence, "cue"):
        if cue.code == "goes_to" and 0 <= mention.start - cue.end <= 1:
            yield "goal"
    for person in scene.of_kind(sentence, "person"):
        if mention.text in (person.value["title"] or "") or mention.text in (person.value["affiliation"] or ""):
            yield "of office"
    for body in scene.of_kind(sentence, "organization"):
        if body.start <= mention.start and mention.end <= body.end:
            yield "inside"
            if body.end == mention.end:
                yield "ends body"


def _is_twofold(occurrence: Occurrence, mode: str | None) -> bool:
    return occurrence.type in _TWO_PLACES or mode == "online"


def _is_elsewhere(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether the words around a place say that something else is there than an event.

    It may be one of a pair ("Pasadena-Mishima") or the goal of an excursion; somebody may only come from there ("the
    team from Palermo", "Sister Marie of Zahle"), or live there ("the Consul General of Ghana in Toronto").
    """
    text, start, end = scene.document.text, mention.start, mention.end
    if mention.rule == "places.of" or text[start - 1 : start] in _HYPHENS or text[end : end + 1] in _HYPHENS:
        return True
    for cue in scene.group(sentence, "cue"):
        if cue.code == "excursion" or (cue.code in _ELSEWHERE and 0 <= start - cue.end <= 1):
            return True
    return _is_seat(scene, mention, sentence) or is_residence(scene, mention, sentence)


def _is_seat(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a place only says where an office is: "the Foreign Ministry in Ljubljana said"."""
    for body in scene.of_kind(sentence, "organization"):
        kind: str | None = (body.extra or {}).get("kind")
        if kind not in _OFFICES:
            continue
        if body.start <= mention.start < body.end:  # "the Embassy of Chile in Ottawa"
            return kind == "post"
        if 0 < mention.start - body.end <= _SEAT and _STOPS.isdisjoint(scene.text((body.end, mention.start))):
            return not is_located_body(scene, body)
    return False


def _borrowed(scene: Scene, mention: Mention) -> int:
    """Return how little a mention names the place itself: in the dateline 1, in the name of a body 2, else 0.

    Bodies keep old spellings: Peking University is in Beijing.
    """
    told = _standing(scene, mention).signs
    return 2 if "inside" in told else int("dateline" in told)


def _often(scene: Scene) -> Counter[str]:
    """Return how often the page names each place."""
    kept: Counter[str] | None = scene.document.kept.get("places")
    if kept is None:
        names = (m.value["name"] for here in scene.kinds_at["place"].values() for m in here)
        kept = scene.document.kept["places"] = Counter(names)
    return kept


def _is_here(scene: Scene, sentences: Set[int]) -> bool:
    """Tell whether it happens "here", in the town of the dateline; not whether it was said there."""
    said = words_of(scene.document.language, "cue", "said")
    return any(
        cue.code == "here" and said.isdisjoint(scene.document.lowers_in((cue.start - _SAID, cue.start))[-1:])
        for sentence in sentences
        if scene.has(sentence, "cue", "here")
        for cue in scene.group(sentence, "cue")
    )


def _at_host(mention: Mention, who: Parties) -> Mention:
    """Return a place of which only the page's home has told the country as one of the host, where there is one."""
    if len(who.hosts) != 1:
        return mention
    return replace(mention, value={**mention.value, "country": next(iter(who.hosts))})


def _holding(places: Sequence[Mention]) -> set[int]:
    """Return the ids of the mentions of provinces that only hold a town among the *places*: "Changsha, Hunan"."""
    ids = {(m.extra or {}).get("id"): m for m in places}
    regions = {at for at, m in ids.items() if at and (m.extra or {}).get("form") == "region"}
    if not regions:
        return set()
    towns = {int(at) for at in ids if at and at not in regions}
    known = index().cities_by_id(towns)
    return {id(ids[known[at].admin_id]) for at in towns & known.keys() if known[at].admin_id in regions}
