"""What speaks for each type of main event: the words of its lists and its signals, by how early they stand.

One word says little: who takes part, what they do, what is shown or given. All of them are counted, each list in each
part of the page, and weighed by the table ``weights/type.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from culturex.suggest.dating import of_signal
from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import Cue, types
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR, Signal, Signals
from culturex.suggest.weights import shares, speaks, times

# The lists of the tables, and the parts of a page: headline, first sentence, second, third and fourth, up to the
# eighth, the rest.
_LISTS = ("noun", "weak", "act", "thing")
_PARTS = ("first", "second", "early", "early", "later", "later", "later", "later")
_REST = "rest"
# A signal of the past is dated by "since" a year, or so many days before the page.
_DAY, _LONG_AGO = 10, 400


def spoken(scene: Scene, signals: Signals) -> dict[str, float]:
    """Return what speaks for each type that the main event is of it."""
    return {type_: speaks("type", told) for type_, told in signs(scene, signals).items()}


def likely(spoken: Mapping[str, float]) -> dict[str, float]:
    """Return the probability of each type, given what is *spoken* for it."""
    return dict(zip(spoken, shares(list(spoken.values())), strict=True))


def signs(scene: Scene, signals: Signals) -> dict[str, Mapping[str, float]]:
    """Return for each type how often the words of each of its lists and its signals stand in each part of the page."""
    counted: dict[str, dict[str, int]] = {t: defaultdict(int) for t in types()}
    parts = parts_of(scene)
    _count_words(scene, parts, counted)
    for type_, sign in _of_signals(scene, signals, parts):
        counted[type_][sign] += 1
    told: dict[str, Mapping[str, float]] = {}
    for type_, here in counted.items():
        told[type_] = {sign: times(number) for sign, number in here.items()} | {f"type.{type_}": 1.0}
    return told


def words(scene: Scene, sentence: int) -> Iterator[Cue]:
    """Yield the words of all types in a *sentence*, list by list."""
    here = scene.cues_at.get(sentence, {})
    for group in _LISTS:
        yield from here.get(group, ())
    yield from scene.alone.get(sentence, ())


def _count_words(scene: Scene, parts: Mapping[int, str], counted: Mapping[str, dict[str, int]]) -> None:
    for sentence, groups in scene.cues_at.items():
        if part := parts.get(sentence):
            for group in _LISTS:
                if group in groups:
                    sign = f"{group}.{part}"
                    for cue in groups[group]:
                        counted[cue.code][sign] += 1
    for sentence, cues in scene.alone.items():
        if part := parts.get(sentence):
            sign = f"alone.{part}"
            for cue in cues:
                counted[cue.code][sign] += 1


def _of_signals(scene: Scene, signals: Signals, parts: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    for signal in signals.all:
        if part := parts.get(signal.sentence):
            strong = "strong" if signal.strength >= NOUN else "pair" if signal.strength >= PAIR else "weak"
            yield signal.type, f"signal.{signal.rule}.{strong}.{part}"
            if is_past(scene, signals, signal):
                yield signal.type, "signal.past"
            elif signal.sentence in scene.mentions_at and of_signal.near(
                scene, signal, signals.at.get(signal.sentence, [])
            ):
                yield signal.type, f"signal.dated.{part}"
            if scene.is_spoken(signal.start):
                yield signal.type, "signal.spoken"


def parts_of(scene: Scene) -> dict[int, str]:
    """Return in which part of the page each sentence stands that tells something: "headline" ... "rest"."""
    parts = dict.fromkeys(scene.headlines, "headline")
    for number, sentence in enumerate(scene.body):
        parts.setdefault(sentence, _PARTS[number] if number < len(_PARTS) else _REST)
    return parts


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
