"""Which of the countries of an event are its hosts."""

from __future__ import annotations

from operator import attrgetter

from culturex.suggest.located import is_located
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.tables import LINKS
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.party import Party, code_of
from culturex.suggest.scene import Scene

_hosting = attrgetter("host")
_TWO = 2
# What must speak for the host; less is enough if nothing speaks for another country.
_HOST, _HOST_ALONE = 0.75, 0.3
# What the host of the main event needs before the next country: it happens somewhere.
_AHEAD = 0.1
# What is told of less than this share of what is told of the country most named is no host without a word for it.
_IN_PASSING = 0.4
# How many times as much a page speaks of the host where nothing else tells it.
_MUCH = 1.5
# What may be shown in several countries.
_TOURING = frozenset({"festival", "exhibition", "performance", "competition"})


def _is_abroad(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention is an embassy or an ambassador: their country is not the one where they are."""
    if mention.kind == "organization":
        return (mention.extra or {}).get("kind") == "post"
    if mention.kind != "person":
        return False
    sentence = scene.document.sentence_index(mention.start)
    envoys = (c for c in scene.group(sentence, "cue") if c.code == "envoy")
    title = str(mention.value.get("title") or "").casefold()
    return any(scene.text((c.start, c.end)).casefold() in title for c in envoys)


def of(scene: Scene, occurrence: Occurrence, chosen: list[Party]) -> frozenset[str]:
    """Return the codes of the hosts: the country that most speaks for, if it speaks enough."""
    if not chosen:
        return frozenset()
    if several := _several(scene, occurrence, chosen):
        return several
    ranked = sorted(chosen, key=_hosting, reverse=True)
    best = ranked[0]
    if best.host >= _HOST:
        equal = [p for p in ranked if p.host == best.host]
        first = min(equal, key=lambda p: p.mention.start) if len(equal) > 1 else best
        return frozenset({first.code})
    if occurrence.type == "agreement":
        return frozenset()
    if len(chosen) == _TWO:
        at_home = [p for p in chosen if not any(_is_abroad(scene, m) for m in p.mentions)]
        if len(at_home) == 1:
            return frozenset({at_home[0].code})
    told = [p for p in ranked if p.weight >= _IN_PASSING * max(p.weight for p in ranked)]
    if occurrence.main and len(told) > 1:
        ranked, best = told, told[0]
    ahead = best.host - (ranked[1].host if len(ranked) > 1 else 0.0)
    if occurrence.main and len(ranked) > 1:
        return (
            frozenset({best.code})
            if ahead >= _AHEAD
            else _told_most([p for p in ranked if p.host > best.host - _AHEAD])
        )
    return frozenset({best.code}) if best.host >= _HOST_ALONE and ahead >= _HOST_ALONE else frozenset()


def _touring(scene: Scene, chosen: list[Party]) -> frozenset[str]:
    """Return the countries of a row of towns in headline or lead in all of which it happens: "in Oslo and Turku"."""
    codes = {p.code for p in chosen}
    for sentence in scene.lead:
        row: set[str | None] = set()
        before: Mention | None = None
        for place in scene.of_kind(sentence, "place"):
            goes_on = row and before and scene.document.text[before.end : place.start] in LINKS
            if not goes_on and len(row) > 1:
                break
            row = row | {code_of(place)} if goes_on else {code_of(place)} if is_located(scene, place) else set()
            before = place
        if len(row) > 1 and row <= codes:
            return frozenset(code for code in row if code)
    return frozenset()


def _told_most(equal: list[Party]) -> frozenset[str]:
    """Return the country of which a page speaks much more than of those that are *equal* as hosts."""
    first, other = sorted(equal, key=lambda p: -p.weight)[:_TWO]
    return frozenset({first.code}) if first.weight >= _MUCH * other.weight else frozenset()


def _several(scene: Scene, occurrence: Occurrence, chosen: list[Party]) -> frozenset[str]:
    """Return the hosts of a tour, and both of those who send pupils to one another; none where one country is host."""
    if occurrence.dated and occurrence.dated.rule == "dates.tour":
        sentence = scene.document.sentence_index(occurrence.dated.mention.start)
        codes = {code_of(m) for m in scene.of_kind(sentence, "place") if is_located(scene, m)}
        return frozenset(p.code for p in chosen if p.code in codes)
    if occurrence.main and occurrence.type in _TOURING and (row := _touring(scene, chosen)):
        return row
    if occurrence.type == "exchange" and len(chosen) == _TWO and scene.has(occurrence.anchor.sentence, "cue", "mutual"):
        return frozenset(p.code for p in chosen)
    return frozenset()
