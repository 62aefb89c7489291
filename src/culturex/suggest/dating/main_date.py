"""When the main event happens: the likeliest of the dates that its page tells, or none."""

from __future__ import annotations

from collections.abc import Mapping

from culturex.suggest.dating import answers, signs
from culturex.suggest.dating.answers import Answer
from culturex.suggest.dating.dated import Dated
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal
from culturex.suggest.weights import shares, speaks

# What another date must have of likelihood to be called a rival, and how many of them are.
_RIVAL, _RIVALS = 0.02, 5


def of(scene: Scene, signals: list[Signal], scope: list[int]) -> Dated | None:
    """Return the date of the main event: the likeliest among the dates of its *scope*, or None.

    Each day, month or span told there, and each span that two of them make, is weighed by its signs (``signs``, the
    table ``weights/date.toml``) against the others and against no date at all.
    """
    dates = scene.kinds_at.get("date", {})
    dated = [s for s in scope if s in dates]
    if not dated:
        return None
    asked = (signals[0].type, tuple(dated), tuple([s for s in signals if s.sentence in dates]))
    if asked not in scene.main_kept:  # asked again when the other events are known, which mostly changes nothing
        scene.main_kept[asked] = _likeliest(scene, signals, dated)
    kept: Dated | None = scene.main_kept[asked]
    return kept


def weighed(scene: Scene, signals: list[Signal], scope: list[int]) -> list[tuple[Answer | None, Mapping[str, float]]]:
    """Return the dates that the main event may have, each with its signs; the last is None: no date at all."""
    found = answers.find(scene, signals[0].type, scope)
    return list(zip([*found, None], signs.of(scene, signals, found, scope), strict=True))


def _likeliest(scene: Scene, signals: list[Signal], scope: list[int]) -> Dated | None:
    told = weighed(scene, signals, scope)
    if len(told) == 1:
        return None
    likely = shares([speaks("date", own) for _, own in told])
    first, *rest = sorted(range(len(told)), key=lambda i: -likely[i])
    best = told[first][0]
    if best is None:
        return None
    rivals = [a.mentions[0] for i in rest[:_RIVALS] if (a := told[i][0]) and likely[i] >= _RIVAL]
    return Dated(best.value, best.basis, best.mentions[0], best.rule, likely[first], tuple(rivals))
