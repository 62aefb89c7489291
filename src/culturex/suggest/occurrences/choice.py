"""Which type of event the article was written to report, and which of its signals shows that best."""

from __future__ import annotations

from dataclasses import dataclass, replace

from culturex.suggest.dating import of_signal
from culturex.suggest.occurrences import kinds, report
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR, WEAK, Signal, Signals
from culturex.suggest.weights import shares
from culturex.text import Span

# How much better a sentence shows the event that has a date, a place or a country.
_TELLING = (("date", 0.6), ("place", 0.3), ("country", 0.2))
# How likely a page must be to report an event: what is none has no two countries, either.
_REPORTED = 0.4
# So many dated headings make a programme.
_ITEMS = 3
# A type is beaten by another that is that likely.
_RIVAL = 0.05
# How likely a type must be where only all words together tell it.
_AGREEING = 0.6
# Whose words may tell an event of another type, which has none of its own: pupils visit, players travel.
_TOLD_BY = {"exchange": "visit"}
# Words of contests alone tell results of matches.
_NEVER_ALONE = frozenset({"competition"})
_MOST_WEIGHT = 2.4


@dataclass(frozen=True, slots=True)
class Choice:
    """The type chosen with its signals, the one that shows it best first, how likely it is, and the types it beat."""

    type: str
    signals: list[Signal]
    likelihood: float
    rivals: tuple[str, ...]


def choose(scene: Scene, signals: Signals) -> Choice | None:
    """Return the type of the main event; None where headline and lead tell of none."""
    if _is_programme(scene, signals):
        return None
    spoken = kinds.spoken(scene, signals)
    if report.likely(scene, signals, spoken.values()) < _REPORTED:
        return None
    return _likeliest(scene, signals, spoken, 0.0)


def agreed(scene: Scene, signals: Signals) -> Choice | None:
    """Return the type of which all the words of headline and lead speak, where no signal tells an event; or None.

    The lead must name a country: a page that is silent on countries is about things at home.
    """
    if _is_programme(scene, signals) or not scene.mentions(scene.lead, "country"):
        return None
    choice = _likeliest(scene, signals, kinds.spoken(scene, signals), _AGREEING)
    return choice if choice and choice.type not in _NEVER_ALONE else None


def _likeliest(scene: Scene, signals: Signals, spoken: dict[str, float], least: float) -> Choice | None:
    likely = dict(zip(spoken, shares(list(spoken.values())), strict=True))
    ranked = sorted(likely, key=likely.__getitem__, reverse=True)
    for type_ in ranked:
        if likely[type_] < least:
            break
        if own := _own(scene, signals, type_):
            rivals = tuple(t for t in ranked if t != type_ and likely[t] >= _RIVAL)
            return Choice(type_, own, likely[type_], rivals[:3])
    return None


def _own(scene: Scene, signals: Signals, type_: str) -> list[Signal]:
    """Return the signals that tell the event, the best first; the words of its lists where no signal does."""
    own = [s for s in signals.all if s.type == type_]
    if not any(s.strength >= PAIR for s in own) and type_ in _TOLD_BY:
        own += [replace(s, type=type_) for s in signals.all if s.type == _TOLD_BY[type_]]
    if not any(s.sentence in scene.early for s in own):
        own += _words(scene, type_)
    if len(own) > 1:
        own.sort(key=lambda s: (kinds.is_past(scene, signals, s), -s.strength * _anchor_weight(scene, s), s.start))
    return own


def _words(scene: Scene, type_: str) -> list[Signal]:
    """Return the words of a *type_* in headline and lead as weak signals: the first of each sentence."""
    found = []
    for sentence in scene.lead:
        if cue := next((c for c in kinds.words(scene, sentence) if c.code == type_), None):
            span = Span(cue.start, cue.end)
            found.append(Signal(type_, *span, sentence, WEAK, "agreeing", span))
    return found


def _is_programme(scene: Scene, signals: Signals) -> bool:
    """Tell whether the page lists items, each a heading with the line of its date: an overview has no main event."""
    nouns = {s.sentence: s for s in signals.all if s.strength >= NOUN}
    if len(nouns) < _ITEMS:
        return False
    headings = {at: s for at, s in nouns.items() if of_signal.is_heading(scene, at)}
    if len(headings) < _ITEMS:
        return False
    dated = (of_signal.near(scene, s, signals.at[at]) for at, s in headings.items())
    return sum([d is not None and d.rule == of_signal.OF_ITEM for d in dated]) >= _ITEMS


def _anchor_weight(scene: Scene, signal: Signal) -> float:
    """Return how well a signal's sentence shows the event: one with a date or place better than the headline."""
    weight = min(scene.weight(signal.sentence), _MOST_WEIGHT)
    for kind, more in _TELLING:
        told = scene.of_kind(signal.sentence, kind)
        if told and not all(map(scene.in_dateline, told)):
            weight += more
    return weight
