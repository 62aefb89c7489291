"""What is told of a name that may be a place: how likely each of its places is by the words around it alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from culturex.suggest.mentions.places.gazetteer import Hit
from culturex.suggest.mentions.places.hints import Hints
from culturex.suggest.mentions.places.holders import Holder
from culturex.suggest.mentions.places.namesakes import Candidate, Namesakes, Scored

# Beside a well-known place of the same name (weight), the countries of the article count by half.
WORLD_KNOWN, _FAR_BELOW = 70, 10
_NEVER = -1000
_FURTHER_NAME, _CITY = 10, 100_000
_HELD, _WRONGLY_HELD = 60, -50
_NOBODY: frozenset[int] = frozenset()


@dataclass(slots=True, eq=False)
class Told:
    """A hit with its places and what stands around it.

    *candidates* are the places, each with its score, as far as the other places of the text have no say in it, and the
    share that the countries around have in it.
    """

    hit: Hit
    names: Namesakes
    hint: Hints
    candidates: list[Scored]


def told_of(hit: Hit, names: Namesakes, hint: Hints, *, is_held: bool) -> Told:
    """Return the hit with the score of each place; *is_held*: one of them lies in what is said to hold it."""
    if hint.holder and not is_held:
        # "Queensland, Bavaria" is a list and says nothing of either: no Queensland lies there.
        hint = replace(hint, holder=None)
    if hint.holder:
        return Told(hit, names, hint, _scored(hit, names, hint))
    said = (hit.base, hint.bonus, hint.is_region)
    candidates = names.scored.get(said)
    if candidates is None:
        candidates = names.scored[said] = _scored(hit, names, hint)
    return Told(hit, names, hint, candidates)


def _scored(hit: Hit, names: Namesakes, hint: Hints) -> list[Scored]:
    candidates: list[Scored] = []
    places = names.places
    # Where one place is called so first of all, the others are less likely to be meant by a further name of theirs.
    own = {c.place.id for c in places if _is_called(c, hit.base)} if len(places) > 1 else _NOBODY
    halved = names.known - _FAR_BELOW if names.known >= WORLD_KNOWN else _NEVER
    for candidate in places:
        weight = candidate.weight
        if own and candidate.place.id not in own:
            weight -= _FURTHER_NAME
        candidates.append((candidate, weight + _said(candidate, hint), 0.5 if weight < halved else 1.0))
    return candidates


def _is_called(candidate: Candidate, name: str) -> bool:
    """Tell whether a place has this *name* first of all, or is a city whose name begins or ends with it."""
    if candidate.name == name:
        return True
    words = candidate.name.split()
    return name in (words[0], words[-1]) and candidate.place.population >= _CITY


def _said(candidate: Candidate, hint: Hints) -> int:
    """Return what the words around the name say for a candidate."""
    score = hint.bonus
    if hint.holder:
        score += _HELD if fits(candidate, hint.holder) else _WRONGLY_HELD
        if candidate.region in hint.holder.regions:
            score += 1
    if candidate.is_region:
        return score + (25 if hint.is_region else -6)
    return score - 25 if hint.is_region else score


def fits(candidate: Candidate, holder: Holder) -> bool:
    """Tell whether a place lies in what is said to hold it, or at least in its country."""
    if not candidate.is_region and (candidate.region in holder.regions or candidate.country in holder.lands):
        return True
    return candidate.country == holder.country
