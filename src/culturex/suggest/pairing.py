"""Pair the acts and the things of a sentence that tell an event together: "opened ... the school".

In: the cues of one sentence. Out: for each type the act and the thing that stand nearest to one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from culturex.suggest import naming
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.scene import Scene

# An act and a thing.
Pair = tuple[Cue, Cue]

# An act and a thing tell an event together up to this many characters apart (some ten words).
_REACH = 110
_BEHIND = 15
# A thing told as the place counts so many characters farther away than it stands.
_WHERE = 120
# What is given, shown or published is no word in the name of a body ("Book Fund"); what is opened may be.
_NO_NAMES = frozenset({"media", "donation", "exhibition", "research", "competition"})
# Acts and things of one type compared in one sentence.
_MOST_ALIKE = 12
_code = attrgetter("code")


def pairs_of(scene: Scene, acts: Sequence[Cue], things: Sequence[Cue]) -> dict[str, Pair]:
    """Return for each type the act and the thing that stand nearest to one another, in order of the acts."""
    told = set(map(_code, things)).intersection(map(_code, acts))
    found = {}
    for type_ in filter(told.__contains__, dict.fromkeys(map(_code, acts))) if told else ():
        upon = [
            c for c in things if c.code == type_ and (type_ not in _NO_NAMES or not naming.is_inside_name(scene, c))
        ]
        nearest = _nearest(scene, [c for c in acts if c.code == type_][:_MOST_ALIKE], upon[:_MOST_ALIKE])
        if nearest:
            found[type_] = nearest
    return found


def _nearest(scene: Scene, acts: list[Cue], things: list[Cue]) -> Pair | None:
    """Return the act and the thing that stand nearest to one another; None where none are near enough."""
    best: tuple[int, Cue, Cue] | None = None
    for act in acts:
        for thing in things:
            behind = thing.start > act.start
            gap = thing.start - act.end if behind else act.start - thing.end
            # "the Embassy hosted the opening of a school": what follows the act is acted upon.
            cost = gap if behind else gap + _BEHIND
            if not 0 <= gap <= _REACH or (best is not None and cost >= best[0]):
                continue
            if (gap > _BEHIND and _is_parted(scene, act, thing)) or (behind and _is_beside(scene, act, thing)):
                continue
            if behind and len(things) > 1 and _is_where(scene, act.end, thing.start):
                cost += _WHERE
            if best is None or cost < best[0]:
                best = (cost, act, thing)
    return (best[1], best[2]) if best else None


def _is_beside(scene: Scene, act: Cue, thing: Cue) -> bool:
    """Tell whether what is opened is not the house that a name tells: "opened by the Embassy", "at the Museum"."""
    if act.code != "opening" or not naming.is_inside_name(scene, thing):
        return False
    language = scene.document.language
    apart = words_of(language, "cue", "locative") | words_of(language, "cue", "agent")
    return not apart.isdisjoint(scene.document.lowers_in((act.end, thing.start)))


def _is_parted(scene: Scene, act: Cue, thing: Cue) -> bool:
    """Tell whether act and thing stand in clauses of their own ("the choir will not come: visas arrived too late")."""
    between = scene.document.body[min(act.end, thing.end) : max(act.start, thing.start)]
    return ": " in between or "; " in between or "；" in between


def _is_where(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what stands between act and thing makes the thing the place ("unveiled at the Old Park")."""
    places = words_of(scene.document.language, "cue", "locative")
    return not places.isdisjoint(scene.document.lowers_in((start, end)))
