"""What speaks for each type of main event: the words of its lists and its signals, and what else the page tells.

One word says little: who takes part, what they do, what is shown or given. The words of a type's own lists and its
signals are counted in each part of the page. All other words of the tables and the signals of all types are counted,
too, for each type by itself: an ambassador who is received makes a meeting of a visit. All are weighed by the table
``weights/type.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest.dating import of_signal
from culturex.suggest.dating.dated import DAY, Dated
from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import Cue, types
from culturex.suggest.occurrences.occurrence import LONG_AGO
from culturex.suggest.scene import PARTS, REST, Scene
from culturex.suggest.signals import Signal, Signals
from culturex.suggest.weights import each, often, times, under, weights

# The lists of the tables, and the signs of their words in each part of the page.
_LISTS = ("noun", "weak", "act", "thing", "alone")
_NAMES = {part: {group: f"{group}.{part}" for group in _LISTS} for part in PARTS}
# How much it counts that any word of a list stands on the page: there are many lists, and each says little.
_ANYWHERE = 0.6
# Where a signal stands that counts for the other types, too.
_WHERE = {"headline": "headline", "first": "lead", "second": "lead"}


def spoken(scene: Scene, signals: Signals) -> dict[str, float]:
    """Return what speaks for each type of main event, on the scale of which ``weights.shares`` makes probabilities.

    It is what the ``signs`` of each type add up to.
    """
    if not signals.spoken:
        known, always = weights("type"), under("type", "type.")
        anywhere = each("type", types(), _anywhere(scene, signals))
        for (type_, counted), spoken in zip(_counted(scene, signals).items(), anywhere, strict=True):
            own = often(known, counted) if counted else 0.0
            signals.spoken[type_] = always.get(type_, 0.0) + own + spoken
    return signals.spoken


def signs(scene: Scene, signals: Signals) -> dict[str, dict[str, float]]:
    """Return for each type how often the words of each of its lists and its signals stand in each part of the page.

    What stands anywhere on it has for each type a sign of its own: "TYPE: SIGN".
    """
    told, anywhere = {}, _anywhere(scene, signals)
    for type_, counted in _counted(scene, signals).items():
        told[type_] = dict(zip(counted, map(times, counted.values()), strict=True))
        told[type_][f"type.{type_}"] = 1.0
        told[type_] |= {f"{type_}: {sign}": value for sign, value in anywhere.items()}
    return told


def _anywhere(scene: Scene, signals: Signals) -> dict[str, float]:
    """Return how much it counts that words of each list and signals of each type stand on the page."""
    told = scene.words_told(scene.parts)
    for signal in signals.all:
        if part := scene.parts.get(signal.sentence):
            name = f"signal.{signal.type}.{_WHERE.get(part, REST)}"
            told[name] = told.get(name, 0) + 1
    return {name: times(number) * _ANYWHERE for name, number in told.items()}


def _counted(scene: Scene, signals: Signals) -> dict[str, dict[str, int]]:
    """Return for each type how often each of its signs stands on a page."""
    parts = scene.parts
    counted: dict[str, dict[str, int]] = {type_: {} for type_ in types()}
    for sentence, groups in scene.cues_at.items():
        if sentence not in parts:
            continue
        names = _NAMES[parts[sentence]]
        for group, cues in groups.items():
            if group in names:
                name = names[group]
                for cue in cues:
                    here = counted[cue.code]
                    here[name] = here.get(name, 0) + 1
    for signal in signals.all:
        if part := parts.get(signal.sentence):
            here = counted[signal.type]
            for name in _of_signal(scene, signals, signal, part):
                here[name] = here.get(name, 0) + 1
    return counted


def words(scene: Scene, sentence: int) -> Iterator[Cue]:
    """Yield the words of all types in a *sentence*, list by list."""
    here = scene.cues_at.get(sentence, {})
    for group in _LISTS:
        yield from here.get(group, ())


def _of_signal(scene: Scene, signals: Signals, signal: Signal, part: str) -> list[str]:
    if _is_foreseen(signals, signal):
        return ["signal.foreseen"]
    # What a noun or a pair is worth differs: every journey has guests, but a visit has them alone.
    told = [f"signal.{signal.rule}.{signal.level}.{part}", f"{signal.type}.{signal.rule}"]
    dated = _dated(scene, signals, signal)
    if dated and _is_past(scene, signal, dated):
        told.append("signal.past")
    elif dated:
        told.append(f"signal.dated.{part}")
    if scene.is_spoken(signal.start):
        told.append("signal.spoken")
    return told


def _is_foreseen(signals: Signals, signal: Signal) -> bool:
    """Tell whether a signal stands behind the signing of an instrument: "signed an agreement to bring a showcase"."""
    signed = signals.signed.get(signal.sentence)
    return signed is not None and signed <= signal.start


def is_past(scene: Scene, signals: Signals, signal: Signal) -> bool:
    """Tell whether a signal speaks of the past: its own date is "since" a year, or years before the page's."""
    dated = _dated(scene, signals, signal)
    return dated is not None and _is_past(scene, signal, dated)


def _dated(scene: Scene, signals: Signals, signal: Signal) -> Dated | None:
    if signal.sentence not in scene.mentions_at:
        return None
    return of_signal.near(scene, signal, signals.at.get(signal.sentence, []))


def _is_past(scene: Scene, signal: Signal, dated: Dated) -> bool:
    if signal.sentence in scene.headlines:
        return False
    if (dated.mention.extra or {}).get("direction") == "since" and len(dated.value) < DAY:
        return True
    span = bounds(dated.value)
    return span is not None and scene.now is not None and (scene.now - span[1]).days > LONG_AGO
