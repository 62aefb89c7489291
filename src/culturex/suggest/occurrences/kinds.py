"""What speaks for each type of main event: the words of its lists and its signals, by how early they stand.

One word says little: who takes part, what they do, what is shown or given. All of them are counted, each list in each
part of the page, and weighed by the table ``weights/type.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from culturex.suggest.dating import of_signal
from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import Cue, types
from culturex.suggest.scene import PARTS, Scene
from culturex.suggest.signals import NOUN, PAIR, Signal, Signals
from culturex.suggest.weights import speaks, times

# The lists of the tables, and the signs of their words in each part of the page.
_LISTS = ("noun", "weak", "act", "thing", "alone")
_NAMES = {part: {group: f"{group}.{part}" for group in _LISTS} for part in PARTS}
# A signal of the past is dated by "since" a year, or so many days before the page.
_DAY, _LONG_AGO = 10, 400


def spoken(scene: Scene, signals: Signals) -> dict[str, float]:
    """Return what speaks for each type of main event, on the scale of which ``weights.shares`` makes probabilities."""
    return {type_: speaks("type", told) for type_, told in signs(scene, signals).items()}


def signs(scene: Scene, signals: Signals) -> dict[str, Mapping[str, float]]:
    """Return for each type how often the words of each of its lists and its signals stand in each part of the page."""
    counted: dict[str, dict[str, int]] = {type_: {} for type_ in types()}
    parts = scene.parts
    for sentence, groups in scene.cues_at.items():
        if names := _NAMES.get(parts.get(sentence, "")):
            for group in groups.keys() & names:
                name = names[group]
                for cue in groups[group]:
                    here = counted[cue.code]
                    here[name] = here.get(name, 0) + 1
    for signal in signals.all:
        if part := parts.get(signal.sentence):
            here = counted[signal.type]
            for name in _of_signal(scene, signals, signal, part):
                here[name] = here.get(name, 0) + 1
    told: dict[str, Mapping[str, float]] = {}
    for type_, here in counted.items():
        told[type_] = {name: times(number) for name, number in here.items()} | {f"type.{type_}": 1.0}
    return told


def words(scene: Scene, sentence: int) -> Iterator[Cue]:
    """Yield the words of all types in a *sentence*, list by list."""
    here = scene.cues_at.get(sentence, {})
    for group in _LISTS:
        yield from here.get(group, ())


def _of_signal(scene: Scene, signals: Signals, signal: Signal, part: str) -> Iterator[str]:
    strong = "strong" if signal.strength >= NOUN else "pair" if signal.strength >= PAIR else "weak"
    yield f"signal.{signal.rule}.{strong}.{part}"
    at = signal.sentence
    if is_past(scene, signals, signal):
        yield "signal.past"
    elif at in scene.mentions_at and of_signal.near(scene, signal, signals.at.get(at, [])):
        yield f"signal.dated.{part}"
    if scene.is_spoken(signal.start):
        yield "signal.spoken"


def is_past(scene: Scene, signals: Signals, signal: Signal) -> bool:
    """Tell whether a signal speaks of the past: its own date is "since" a year, or years before the page's."""
    sentence = signal.sentence
    if sentence in scene.headlines or sentence not in scene.mentions_at:
        return False
    dated = of_signal.near(scene, signal, signals.at.get(sentence, []))
    if dated is None:
        return False
    if (dated.mention.extra or {}).get("direction") == "since" and len(dated.value) < _DAY:
        return True
    span, published = bounds(dated.value), scene.document.published
    return span is not None and published is not None and (published - span[1]).days > _LONG_AGO
