"""Where an event stands: held, ongoing, planned, proposed, postponed or cancelled, as of the article's own date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from culturex.suggest import standing
from culturex.suggest.lexicon import Cue
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal
from culturex.suggest.standing import REACH, STATUSES, gap
from culturex.suggest.weights import confidence, each, shares

# What an event may be whose whole time lies ahead of the page's day.
_AHEAD = ("planned", "proposed", "postponed", "cancelled")
# Which cue wins where several stand near one signal: what was called off was planned before.
_ORDER = ("cancelled", "postponed", "proposed", "planned", "ongoing", "held")
_ALWAYS = ("cancelled", "postponed")
# "will" so many characters behind "hopes" tells no plan.
_HOPED = 60
# Signals whose sentences tell a status.
_OWN = 4


class Status(NamedTuple):
    """A status with a cue that tells it (None where none does), the rule, and how likely it is (0 to 1)."""

    code: str
    cue: Cue | None
    rule: str
    likelihood: float


def of(scene: Scene, occurrence: Occurrence, *, earlier: bool = False) -> Status:
    """Return the status of an *occurrence*: the likeliest by the table ``weights/status.toml``.

    *earlier* tells that it lies years before the main event of an article without a date: what "returned to perform in
    1984" is no plan.
    """
    signals, dated = occurrence.signals, occurrence.dated
    value = dated.value if dated else None
    told = standing.signs(scene, signals, value, occurrence.type, main=occurrence.main, earlier=earlier)
    answers = _AHEAD if "time.ahead" in told else STATUSES
    likely = shares(each("status", answers, told))
    most = max(likely)
    code = answers[likely.index(most)]
    return Status(code, _telling(scene, occurrence, code), "status.weighed", confidence(most))


def _telling(scene: Scene, occurrence: Occurrence, code: str) -> Cue | None:
    """Return the cue that tells the status *code* best: nearest to a signal, else, of the main event, the earliest."""
    for signal in occurrence.signals[:_OWN]:
        if told := _of_code(scene, (signal.sentence,), code):
            return min(told, key=lambda c: gap(c, signal))
    return next(iter(_of_code(scene, scene.lead, code)), None) if occurrence.main else None


def _of_code(scene: Scene, sentences: Iterable[int], code: str) -> list[Cue]:
    return [c for c in scene.cues(sentences, "status") if c.code == code]


def clause_status(scene: Scene, signal: Signal) -> str:
    """Return the status that the words around a signal tell; ``held`` where they tell nothing."""
    cue = _near(scene, signal)
    return cue.code if cue else "held"


def _near(scene: Scene, signal: Signal) -> Cue | None:
    told = scene.group(signal.sentence, "status")
    if not told:  # as in most sentences
        return None
    near = [c for c in told if gap(c, signal) <= REACH and not _is_hoped(scene, c)]
    if len(near) <= 1:
        return near[0] if near else None
    told = [c for c in near if c.code != "held"]
    held = min((gap(c, signal) for c in near if c.code == "held"), default=999)
    told = [c for c in told if c.code in _ALWAYS or gap(c, signal) <= (held + 45 if held else 0)]
    if not told:
        return min(near, key=lambda c: gap(c, signal), default=None)
    return min(told, key=lambda c: (_ORDER.index(c.code) > 1, gap(c, signal)))


def _is_hoped(scene: Scene, cue: Cue) -> bool:
    """Tell whether what lies ahead is only hoped for: "said he hopes the centre will open the door to our culture"."""
    if cue.code != "planned":
        return False
    hopes = (c for c in scene.group(cue.sentence, "cue") if c.code == "hope")
    return any(0 <= cue.start - c.end <= _HOPED for c in hopes)
