"""What words of direction tell of hosts and guests: "visit to", "delegation from", "hosted by"."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.tables import LINKS
from culturex.suggest.scene import Scene

# A host ("hosted by") is named within this many characters behind, a direction ("visit to") within so many, and who
# "hosts" so many before.
_DIRECTED, _NEAR, _BEFORE = 45, 22, 25
# What it counts against a country that somebody comes from there.
_COMING = 1.5
_ending = attrgetter("end")


def directed(scene: Scene, mention: Mention, directions: Sequence[Cue], visited: float) -> float:
    """Return what "visit to" (*visited*), "delegation from" or "hosted by" before, or "hosts" after a mention tells.

    Who comes from somewhere comes from what stands next: "from Kutaisi in Klaipėda".
    """
    told, is_origin = 0.0, False
    for cue in directions:
        behind = mention.start - cue.end
        if cue.code == "goes_to":
            told += visited if 0 <= behind <= _NEAR else 0.0
        elif cue.code == "comes_from":
            is_near = 0 <= behind <= _NEAR and not _is_parted(scene, cue.end, mention.start)
            is_origin = is_origin or (is_near and not _is_behind(scene, mention, cue))
        elif cue.code == "hosted_by":
            told += 1.5 if 0 <= behind <= _DIRECTED else 0.0
        elif cue.code == "host":
            told += 1.5 if 0 <= cue.start - mention.end <= _BEFORE else 0.0
    return told - _COMING * is_origin


def _is_behind(scene: Scene, mention: Mention, cue: Cue) -> bool:
    """Tell whether another country stands next to a *cue*, in no row with the mention."""
    sentence = scene.document.sentence_index(mention.start)
    others = [m for _, m in scene.implied.get(sentence, ()) if cue.end <= m.start and m.end <= mention.start]
    last = max(others, key=_ending, default=None)
    return last is not None and scene.document.text[last.end : mention.start] not in LINKS


def _is_parted(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a word such as "in" stands between."""
    return not words_of(scene.document.language, "cue", "locative").isdisjoint(scene.document.lowers_in((start, end)))
