"""Which events are the same real event, and how two tellings of one are put together and taken apart again. Pure."""

from __future__ import annotations

from culturex.likeness.compare import Reason
from culturex.likeness.likeness import DEFAULT_SCORE, Difference, Likeness, likeness
from culturex.likeness.tellings import Choice, as_told, chosen, differing, match, taken, united, without

__all__ = [
    "DEFAULT_SCORE",
    "Choice",
    "Difference",
    "Likeness",
    "Reason",
    "as_told",
    "chosen",
    "differing",
    "likeness",
    "match",
    "taken",
    "united",
    "without",
]
