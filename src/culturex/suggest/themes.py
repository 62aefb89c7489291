"""What an event is about: the few themes that its sentences really treat, most important first."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from culturex.suggest.lexicon import Cue
from culturex.suggest.occurrences import Occurrence
from culturex.suggest.scene import Scene

# A theme counts if it has this share of the strongest one, and this much in all.
_SHARE, _LEAST = 0.34, 1.6
_MOST = 4
# What a word counts in the name of a body ("University of Technology").
_IN_NAME = 0.6
# "culture" stands for culture in general, where no other theme fits.
_GENERAL = "culture"


class Theme(NamedTuple):
    """A theme with its score and the first word that speaks for it."""

    code: str
    score: float
    cue: Cue


# What must say itself that it is about culture: politics has visits, talks and treaties, too.
_POLITICAL = frozenset({"visit", "meeting", "agreement"})


def of(scene: Scene, occurrence: Occurrence, main: list[Theme] | None = None) -> list[Theme]:
    """Return the themes of an *occurrence*, most important first; one that tells none has those of the *main* event."""
    own = _own(scene, occurrence)
    apart = occurrence.dated is not None and occurrence.dated.rule != "dates.main_event"
    return own or ([] if not main or (apart and occurrence.type in _POLITICAL) else main[:2])


def _own(scene: Scene, occurrence: Occurrence) -> list[Theme]:
    own = {s.sentence for s in occurrence.signals[:4]}
    scope = sorted(set(occurrence.scope) | own)
    score: dict[str, float] = defaultdict(float)
    first: dict[str, Cue] = {}
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in scope:
        cues = scene.group(sentence, "theme")
        if not cues:
            continue
        place = 2.2 if sentence in scene.headlines else 1.5 if sentence in own else 1.0
        bodies = scene.of_kind(sentence, "organization")
        for cue in cues:
            word = scene.document.text[cue.start : cue.end].casefold()
            seen[cue.code, word] += 1
            weight = place
            if sentence in scene.headlines and any(m.start <= cue.start < m.end for m in bodies):
                weight = place * _IN_NAME
            score[cue.code] += weight / seen[cue.code, word]
            first.setdefault(cue.code, cue)
    ranked = sorted(((s, c) for c, s in score.items() if c != _GENERAL), reverse=True)
    top = ranked[0][0] if ranked else 0.0
    least = _LEAST if occurrence.main else 1.0
    least = min(least, max(top, 0.9))
    chosen = [Theme(c, s, first[c]) for s, c in ranked if s >= least and s >= _SHARE * top][:_MOST]
    if not chosen and _GENERAL in score:
        return [Theme(_GENERAL, score[_GENERAL], first[_GENERAL])]
    return chosen
