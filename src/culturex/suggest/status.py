"""Where an event stands: held, ongoing, planned, proposed, postponed or cancelled, as of the article's own date."""

from __future__ import annotations

from typing import NamedTuple

from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal

# A cue speaks of a signal from this many characters before to as many after, within the sentence.
_REACH = 90
# Which cue wins where several stand near: what was called off was planned before.
_ORDER = ("cancelled", "postponed", "proposed", "planned", "ongoing", "held")
_ALWAYS = ("cancelled", "postponed")
_TWO = 2
# "will" so many characters behind "hopes" tells no plan.
_HOPED = 60


# Types that last: opened, they go on.
_LASTING = frozenset({"festival", "exhibition", "course", "competition"})
# Types of what may be under way when the page is written.
_STAYING = frozenset({"visit", "exchange", "conference", "performance", "research"})


# How long something goes on is told in one of so many sentences.
_FIRST = 6
# What is ahead is told in one of so many.
_FIRST_TOLD = 4


class Status(NamedTuple):
    """A status with the cue it rests on (None where time alone decides) and the rule."""

    code: str
    cue: Cue | None
    rule: str


def clause_status(scene: Scene, signal: Signal) -> str:
    """Return the status that the words around a signal tell; ``held`` where they tell nothing."""
    cue = _near(scene, signal)
    return cue.code if cue else "held"


def nearest(scene: Scene, signal: Signal) -> str:
    """Return what the status cue right beside a signal tells, whatever else the sentence tells."""
    near = [c for c in scene.group(signal.sentence, "status") if _gap(c, signal) <= _REACH]
    return min(near, key=lambda c: (_gap(c, signal), c.start < signal.start)).code if near else "held"


def _near(scene: Scene, signal: Signal) -> Cue | None:
    told = scene.group(signal.sentence, "status")
    if not told:  # as in most sentences
        return None
    near = [c for c in told if _gap(c, signal) <= _REACH and not _is_hoped(scene, c)]
    if len(near) < _TWO:
        return near[0] if near else None
    told = [c for c in near if c.code != "held"]
    held = min((_gap(c, signal) for c in near if c.code == "held"), default=999)
    told = [c for c in told if c.code in _ALWAYS or _gap(c, signal) <= (held + 45 if held else 0)]
    if not told:
        return min(near, key=lambda c: _gap(c, signal), default=None)
    return min(told, key=lambda c: (_ORDER.index(c.code) > 1, _gap(c, signal)))


def _is_hoped(scene: Scene, cue: Cue) -> bool:
    """Tell whether what lies ahead is only hoped for: "said he hopes the centre will open the door to our culture"."""
    if cue.code != "planned":
        return False
    hopes = (c for c in scene.group(cue.sentence, "cue") if c.code == "hope")
    return any(0 <= cue.start - c.end <= _HOPED for c in hopes)


def _gap(cue: Cue, signal: Signal) -> int:
    return max(0, cue.start - signal.end, signal.start - cue.end)


def of(scene: Scene, signals: list[Signal], value: str | None, *, main: bool, earlier: bool = False) -> Status:
    """Return the status of the event that *signals* tell and that happens on the EDTF date *value*.

    *earlier* tells that it lies years before the main event of an article without a date: what "returned to perform in
    1984" is no plan.
    """
    cue = _spoken(scene, signals, main=main)
    if cue and cue.code in _ALWAYS:
        return Status(cue.code, cue, f"status.{cue.code}")
    timed = _by_time(scene, value)
    if main and (value is None or timed == "today") and _hangs(scene, signals, cue):
        return Status("ongoing", None, "status.lasting")
    if cue and cue.code == "proposed" and timed != "held":
        return Status("proposed", cue, "status.proposed")
    if timed:
        return Status(_both(timed, cue), cue if cue and cue.code == timed else None, "status.time")
    if cue and cue.code == "planned" and earlier:
        return Status("held", None, "status.earlier")
    if main and (cue is None or cue.code == "held") and signals and signals[0].type in _LASTING | _STAYING:
        still = _still_open(scene, signals)
        if still:
            return Status("ongoing", still, "status.still_open")
    if cue:
        return Status(cue.code, cue, f"status.{cue.code}")
    if main and (coming := _comes(scene, signals)):
        return Status("planned", coming, "status.present")
    return Status("held", None, "status.default")


def _hangs(scene: Scene, signals: list[Signal], cue: Cue | None) -> bool:
    """Tell whether an exhibition was opened and nothing says that it is over: it hangs for weeks."""
    if not signals or signals[0].type != "exhibition" or (cue is not None and cue.code != "held"):
        return False
    over = words_of(scene.document.language, "cue", "over")
    told = scene.cues({*scene.lead, *(s.sentence for s in signals[:4])}, "status")
    return not any(scene.text((c.start, c.end)).casefold() in over for c in told)


def _both(timed: str, cue: Cue | None) -> str:
    """Return the status where time and words both speak: on the day itself, words decide."""
    if timed == "today":
        return cue.code if cue and cue.code in ("planned", "ongoing") else "held"
    if timed == "around":
        return cue.code if cue else "ongoing"
    return timed


def _by_time(scene: Scene, value: str | None) -> str | None:
    """Return what the date tells against the article's own: held, planned, ``today``, ``around``, or None."""
    published, span = scene.document.published, bounds(value)
    if published is None or span is None:
        return None
    if span[0] > published:
        return "planned"
    if span[1] < published:
        return "held"
    if span[0] == span[1]:
        return "today"
    if span[1] == published:
        return "held"
    precise = value is not None and len(value.partition("/")[0]) >= 10
    return "ongoing" if precise or (value or "").endswith("..") else "around"


def _still_open(scene: Scene, signals: list[Signal]) -> Cue | None:
    """Return the cue ("until", "runs through") that shows an opened event to have days to come."""
    if signals[0].type in _LASTING and any(scene.has(s.sentence, "cue", "occur") for s in signals[:3]):
        return next((c for c in scene.all("status") if c.code == "ongoing"), None)
    near, first = {*scene.lead, *(s.sentence for s in signals[:4])}, scene.told[:_FIRST]
    for cue in scene.all("status"):
        if cue.code == "ongoing":
            if _is_span(scene, cue):
                continue
            told = signals[0].type in _LASTING or cue.sentence in first
            if cue.sentence in near or (told and scene.has(cue.sentence, "cue", "closes")):
                return cue
    return None


def _comes(scene: Scene, signals: list[Signal]) -> Cue | None:
    """Return the verb in the plain present that tells, beside a day or a month of a page without a date, what is ahead.

    "The company comes to Riga this week", "late in August the film days come to Vilnius"; a headline is told so anyway.
    """
    own = {s.sentence for s in signals}
    for sentence in scene.told[:_FIRST_TOLD]:
        if sentence in own and sentence not in scene.headlines and scene.of_kind(sentence, "date"):
            for cue in scene.group(sentence, "cue"):
                if cue.code == "present":
                    return cue
    return None


def _is_span(scene: Scene, cue: Cue) -> bool:
    """Tell whether a cue is only a word of a span of days ("from 22 until 27 August"), told beforehand as well."""
    dates = scene.of_kind(cue.sentence, "date")
    told = {(m.extra or {}).get("direction") for m in dates}
    return {"from", "until"} <= told or any(m.start <= cue.start < m.end for m in dates)


def _spoken(scene: Scene, signals: list[Signal], *, main: bool) -> Cue | None:
    """Return the cue that tells the status: near the signals, strongest first; a word of calling off anywhere early."""
    if main:
        early = [c for c in scene.cues(scene.lead, "status") if c.code in _ALWAYS]
        own = {s.sentence for s in signals}
        if early and (early[0].sentence in own or early[0].sentence in scene.headlines):
            return early[0]
    for signal in signals[:4]:
        if cue := _near(scene, signal):
            return cue
    return None
