"""Which of the bodies that an article names take part in an event.

A page names bodies that organise, host, sign or are opened, and others that only employ a speaker, are passed on the
way or stand in the background. The signs of each are weighed by the table ``weights/organizations.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.parts import PARTS, parts
from culturex.suggest.mentions.words.people import office_words
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.parties.finder import Parties
from culturex.suggest.scene import Scene
from culturex.suggest.weights import confidence, likelihood, speaks, times

_MOST = 40
# How likely a body must be to take part.
_TAKES_PART = 0.45
# Bodies less sure than this are words that only look like one: "a science laboratory", halls.
_LEAST_SURE = 0.5
# Unions of states are parties as regions; known media report, and take part under longer names.
_NO_MEMBERS = frozenset({"states", "media"})
# Heads of names that tell people who came and no body.
_GROUPS = frozenset(
    "delegation delegations delegación délégation delegazione delegação делегация делегація делегација".split()
)
# Words in the names of missions: "Delegation of the European Union to Peru".
_STAYING = frozenset({"in", "to", "permanent", "union", "en", "ante", "auprès", "в", "при"})
# Small words before a name, in the languages of the tables, by what they tell.
_BEFORE = {
    word: f"before.{told}"
    for told, words in {
        "at": "at an am beim bei chez presso",
        "in": "in im en à em nel nella на в во",
        "of": "of de del des du di da do della dell dello vom",
        "by": "by von par por dal dalla pelo pela",
        "with": "with mit avec con com с со",
        "and": "and und et y e и & sowie",
        "from": "from aus из",
        "for": "for für pour para",
        "to": "to au al zum zur",
    }.items()
    for word in words.split()
}
_ARTICLES = frozenset(
    "the a an la le les el los il lo i gli l die das der dem den their its our his her o os as".split()
)
_STOPS = frozenset(".:;!?\n")
# Words that one name of a body has and another lacks.
_SMALL = frozenset("the of and & for de la du del der".split())
# Which cues of a sentence tell something of the bodies in it.
_CUES = {
    code: f"cue.{code}"
    for code in """
    background hosted_by host occur comes_from goes_to told_in giving purpose setting business domestic explainer
    twinning envoy topic
    """.split()
}
# "A, B and C", "Ann Berg, University of C": the next name begins within so many characters.
_BESIDE = 10
# Names of so many words or more are long.
_LONGEST = 5
# How many sentences away from the event it is named.
_AWAY = ("away.0", "away.1", "away.few", "away.few", "away.far")
_FEW = 3
# So many of the places where a body is named are looked at.
_LOOKED_AT = 4
_OPENING = frozenset("\"“«„'‘")


@dataclass(slots=True)
class Named:
    """A body with the places (mentions) where the sentences of an event name it; *best* is the one to quote."""

    best: Mention
    all: list[Mention]


def of(scene: Scene, occurrence: Occurrence, who: Parties) -> list[Mention]:
    """Return the bodies of an *occurrence* of the parties *who*, each once, in order of the text.

    Their confidence is how likely they are to take part.
    """
    bodies = named(scene, occurrence)
    if not bodies:
        return []
    found = []
    for body, told in zip(bodies, signs(scene, occurrence, who, bodies), strict=True):
        likely = likelihood(speaks("organizations", told))
        if likely >= _TAKES_PART:
            found.append(body.best.weighed(confidence(likely)))
    return found


def named(scene: Scene, occurrence: Occurrence) -> list[Named]:
    """Return the bodies that the sentences of an *occurrence* name, each once, in order of the text.

    Not those that only look like one, nor unions of states, known media, and those who only came as a delegation.
    """
    at, outlet = scene.kinds_at.get("organization"), scene.document.article.outlet or ""
    if not at:
        return []
    found: dict[str, Named] = {}
    for mention in scene.mentions(sorted(at.keys() & {*occurrence.scope, occurrence.anchor.sentence}), "organization"):
        if _is_none(mention) or scene.in_dateline(mention):
            continue
        full = _in_full(mention, outlet)
        key = _spelled(str(full.value["name"]))
        body = found.get(key)
        if body is None:
            found[key] = Named(full, [mention])
            continue
        body.all.append(mention)
        if full.text == full.value["name"] != body.best.text:
            body.best = full
    return list(found.values())[:_MOST]


def signs(scene: Scene, occurrence: Occurrence, who: Parties, bodies: Sequence[Named]) -> list[dict[str, float]]:
    """Return for each of the *bodies* what tells those that take part from those that are only named."""
    inner: frozenset[tuple[int, int]] = frozenset()
    if not PARTS.isdisjoint([b.best.extra.get("head") for b in bodies if b.best.extra]):
        inner = parts(scene.document.mentions)
    countries = dict.fromkeys([p.code for p in who.all], "country.partner") | dict.fromkeys(who.hosts, "country.host")
    told_at = sorted({s.sentence for s in occurrence.signals})
    anchor, type_ = occurrence.anchor.sentence, f"type.{occurrence.type}"
    words = [_words(b.best.value["name"]) for b in bodies]
    kept: dict[int, _Place] = scene.document.kept.setdefault("bodies", {})
    found = []
    for body, own in zip(bodies, words, strict=True):
        mention = body.best
        country = mention.value.get("country")
        told = _of_name(mention)
        told[countries.get(country, "country.other") if country else "country.none"] = 1.0
        told[type_] = 1.0
        told["named"] = times(len(body.all))
        if inner and (mention.start, mention.end) in inner:
            told["part of a school"] = 1.0
        if len(words) > 1 and any(map(own.__lt__, words)):
            told["shorter"] = 1.0
        nearest = _FEW + 1
        for at in body.all[:_LOOKED_AT]:
            place = kept.get(id(at))
            if place is None:
                place = kept[id(at)] = _place(scene, at)
            told |= place.signs
            if nearest:
                nearest = min(nearest, _apart(place.sentence, told_at))
            if place.sentence == anchor:
                told["with anchor"] = 1.0
        told[_AWAY[nearest]] = 1.0
        found.append(told)
    return found


def _apart(sentence: int, others: Sequence[int]) -> int:
    """Return how many sentences lie between one and the nearest of *others*, which stand in order."""
    behind = bisect_left(others, sentence)
    return min([abs(sentence - n) for n in others[max(0, behind - 1) : behind + 1]])


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split()) - _SMALL


def _of_name(mention: Mention) -> dict[str, float]:
    """Return what a name itself tells: how it was found, of what kind it is, how long, how written."""
    name = str(mention.value["name"])
    told = {
        mention.rule: 1.0,
        f"kind.{(mention.extra or {}).get('kind')}": 1.0,
        f"words.{min(name.count(' ') + 1, _LONGEST)}": 1.0,
    }
    if name.isupper():
        told["capitals"] = 1.0
    if name[:1] in _OPENING:
        told["quoted"] = 1.0
    return told


class _Place(NamedTuple):
    """Where a body is named: in which sentence, and what stands around it there."""

    sentence: int
    signs: dict[str, float]


def _place(scene: Scene, mention: Mention) -> _Place:
    sentence = scene.document.sentence_index(mention.start)
    told = {f"stands.{scene.parts.get(sentence, 'label')}": 1.0, _before(scene, mention.start): 1.0}
    for cue in scene.group(sentence, "cue"):
        if cue.code in _CUES:
            told[_CUES[cue.code]] = 1.0
    if _is_behind(mention, scene.of_kind(sentence, "person")):
        told["behind a person"] = 1.0
    others = scene.of_kind(sentence, "organization")
    if len(others) > 1:
        if _is_behind(mention, others):
            told["behind a body"] = 1.0
        if _is_before(mention, others):
            told["before a body"] = 1.0
    if scene.is_spoken(mention.start):
        told["spoken"] = 1.0
    return _Place(sentence, told)


def _is_behind(mention: Mention, others: Iterable[Mention]) -> bool:
    start = mention.start
    for other in others:  # noqa: SIM110 - a generator inside any() takes twice as long
        if 0 < start - other.end < _BESIDE:
            return True
    return False


def _is_before(mention: Mention, others: Iterable[Mention]) -> bool:
    end = mention.end
    for other in others:  # noqa: SIM110
        if 0 < other.start - end < _BESIDE:
            return True
    return False


def _before(scene: Scene, start: int) -> str:
    """Return the sign of what stands before a name: a small word, a comma, an office, a capital word ..."""
    document = scene.document
    lowers, gaps = document.lowers, document.gaps
    at = bisect_left(document.word_starts, start) - 1
    if at >= 0 and lowers[at] in _ARTICLES and gaps[at] == " ":
        at -= 1
    if at < 0:
        return "before.nothing"
    gap, lower = gaps[at], lowers[at]
    if gap != " ":
        if not _STOPS.isdisjoint(gap):
            return "before.nothing"
        if "," in gap:
            return "before.comma"
        if "(" in gap:
            return "before.bracket"
    if lower in _BEFORE:
        return _BEFORE[lower]
    if lower in office_words(document.language):
        return "before.office"
    return "before.capital" if document.is_capital[at] else "before.word"


def _in_full(mention: Mention, outlet: str) -> Mention:
    """Return "the Embassy" of an embassy's own page with the name that the page gives itself."""
    name = str(mention.value["name"])
    if not (mention.extra or {}).get("bare") or name.casefold() not in outlet.casefold().split():
        return mention
    return replace(mention, value={**mention.value, "name": outlet})


def _is_none(mention: Mention) -> bool:
    """Tell whether it is no body that could take part, or only people who came, "the Delegation of Nida"."""
    extra = mention.extra or {}
    if mention.confidence < _LEAST_SURE or extra.get("kind") in _NO_MEMBERS:
        return True
    return extra.get("head") in _GROUPS and _STAYING.isdisjoint(str(mention.value["name"]).casefold().split())


def _spelled(name: str) -> str:
    """Return the name of a body without the article, in one spelling of what English spells in two ways."""
    plain = name.casefold().removeprefix("the ")
    return plain.replace("theater", "theatre").replace("center", "centre")
