"""Votes: headline, lead and the rest say which type of event the article was written to report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from culturex.suggest.dating import of_signal
from culturex.suggest.dating.candidates import usable
from culturex.suggest.dating.dated import Dated
from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import words_of
from culturex.suggest.occurrences import overall
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR, Signal, Signals
from culturex.suggest.status import clause_status

# A type gives way to another that has at least this share of its votes: an opened festival is a festival.
_YIELDS: dict[str, tuple[frozenset[str], float]] = {
    "opening": (
        frozenset({"festival", "exhibition", "conference", "competition", "course", "performance"}),
        0.55,
    ),
    "meeting": (
        frozenset({"conference", "agreement", "festival", "exhibition", "donation", "opening", "award"}),
        0.7,
    ),
    "visit": (frozenset({"performance", "exchange", "donation"}), 0.6),
    "anniversary": (frozenset({"festival", "conference", "performance", "exhibition", "award"}), 0.7),
    "exhibition": (frozenset({"competition", "donation"}), 1.0),
    "performance": (frozenset({"festival"}), 0.6),
    "exchange": (frozenset({"agreement", "course"}), 0.9),
}
_LEAST_VOTES = 1.2
# What weak words alone must add up to ("City tour: where to eat").
_WEAK_VOTES = 2.5
# How long a date to the day is: what goes on since Monday is news.
_DAY = 10
# What a signal counts behind headline and lead.
_FARTHER = 0.15
# What a signal of the past counts, and how many days ago it must be.
_PAST, _LONG_AGO = 0.35, 400
# The visit that the lead tells comes before the signing that the headline expects of it.
_AHEAD = 0.7
_DATED = 1.2
# What is shown when premises open, and the share of its votes that is enough for the opening that the headline tells.
_AT_OPENINGS, _PREMISES = frozenset({"exhibition", "performance", "anniversary"}), 0.4
# Those who meet speak of much: what is only their topic gives way to a meeting with this share of its votes.
_HELD, _TALKS, _SPOKEN = frozenset({"meeting", "visit"}), 0.3, 60
_TALKED = frozenset({"meeting", "conference"})
# What is left of the votes for what an instrument is for that is enough for the instrument.
_AGREED = 0.6
# How much better a sentence shows the event that has a date, a place or a country.
_TELLING = (("date", 0.6), ("place", 0.3), ("country", 0.2))
# What people travel for.
_ATTENDED = frozenset({"festival", "conference", "exhibition", "competition"})
# What is enough for the type that the headline names, and the types that it names by a weak word ("35th Anniversary").
_ANNOUNCED, _WEAKLY_NAMED = 0.5, frozenset({"anniversary"})
# How much more of its words a page must have than of those of the type that the rules chose; more where that is a whole
# with parts of other types, or what other events are agreed in.
_FAR_MORE, _NAMED_WHOLE, _WHOLE = 2.5, 2.0, frozenset({"festival", "agreement"})
# What all the words of a type must come to where no signal of it is enough.
_AGREEING = 2.0
# What is shown and played may be told in one breath.
_SHOWN = frozenset({"exhibition", "performance", "festival", "course", "competition", "conference"})
# Pupils are named so near before their visit, or so near behind it.
_BESIDE, _OF = 18, 6
# A visit of so many pupils is an exchange.
_PUPILS = 2

# So many dated headings make a programme.
_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The type chosen with its signals, the one that shows it best first, its votes, and the types that it beat."""

    type: str
    signals: list[Signal]
    votes: float
    rivals: tuple[str, ...]


def choose(scene: Scene, signals: Signals) -> Choice | None:
    """Return the type of the main event; None where headline and lead tell of none."""
    if _is_programme(scene, signals):
        return None
    counted = votes(scene, signals)
    early = {s.type for s in signals.all if s.sentence in scene.early}
    told = (t for t in counted if t in early and (counted[t] >= _WEAK_VOTES or _is_strong(signals, t)))
    ranked = sorted(told, key=lambda t: -counted[t])
    if not ranked or counted[ranked[0]] < _LEAST_VOTES:
        return None
    type_ = next((t for t in ranked[1:] if _takes(scene, signals, t, ranked[0], counted)), ranked[0])
    if type_ == ranked[0]:
        type_ = _announced(scene, signals, type_, counted) or type_
    type_ = _spoken_of(scene, signals, type_) or type_
    type_ = _named_first(scene, signals, type_) or type_
    if type_ == "visit" and (("exchange" in counted and _pupils(scene) >= _PUPILS) or _is_of_pupils(scene, signals)):
        type_ = "exchange"
    return _chosen(scene, signals, type_, counted, ranked)


def _chosen(scene: Scene, signals: Signals, type_: str, counted: dict[str, float], ranked: list[str]) -> Choice:
    stage = type_ == "performance" and "festival" in counted and _is_stage(scene, signals)
    own = [s for s in signals.all if s.type == ("festival" if stage else type_)] or [
        s for s in signals.all if s.type == type_
    ]
    if type_ == "exchange" and _is_of_pupils(scene, signals):  # what tells their visit tells the exchange
        own += [replace(s, type=type_) for s in signals.all if s.type == "visit"]
    if len(own) > 1:
        own.sort(key=lambda s: (_is_past(scene, signals, s), -s.strength * _anchor_weight(scene, s), s.start))
    return Choice(type_, own, counted.get(type_, _LEAST_VOTES), tuple(t for t in ranked if t != type_)[:3])


def agreed(scene: Scene, signals: Signals) -> Choice | None:
    """Return the type of which all the words of headline and lead speak, where no signal tells an event; or None.

    The lead must name a country: a page that is silent on countries is about things at home.
    """
    if not scene.mentions(scene.lead, "country"):
        return None
    type_ = overall.told(scene, "", _AGREEING)
    if type_ == "visit" and any(scene.has(h, "cue", "pupils") for h in scene.headlines):
        type_ = "exchange"
    if type_ is None or type_ == "competition":
        return None  # words of contests alone tell results of matches
    own = overall.signs(scene, type_) if not _is_programme(scene, signals) else []
    return Choice(type_, own, _AGREEING, ()) if own else None


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


def _named_first(scene: Scene, signals: Signals, type_: str) -> str | None:
    """Return what the headline names right before the event of *type_*, by one word: "exhibition and concert"."""
    for headline in scene.headlines:
        named = [s for s in signals.at.get(headline, ()) if s.strength == NOUN]
        for one, other in pairwise(named):
            if other.type == type_ != one.type and {one.type, type_} <= _SHOWN and one.end < other.start:
                between = scene.text((one.end, other.start)).split()
                if len(between) == 1 and between[0].isalpha():
                    return one.type
    return None


def _is_of_pupils(scene: Scene, signals: Signals) -> bool:
    """Tell whether headline or lead name a visit by the pupils who make it ("Student Goodwill Visit")."""
    for signal in (s for f in scene.lead for s in signals.at.get(f, ()) if s.type == "visit" and s.strength >= PAIR):
        for cue in scene.group(signal.sentence, "cue"):
            if cue.code == "pupils" and (0 < signal.start - cue.end <= _BESIDE or 0 < cue.start - signal.end <= _OF):
                return True
    return False


def _announced(scene: Scene, signals: Signals, first: str, counted: dict[str, float]) -> str | None:
    """Return the type that the headline names and an early sentence dates to the day, or None.

    A headline that has any word for the type with most votes, the *first*, speaks of that.
    """
    headline = [s for h in scene.headlines for s in signals.at.get(h, ())]
    if any(s.type == first for s in headline):
        return None
    named = {s.type for s in headline if s.strength == NOUN or s.type in _WEAKLY_NAMED}
    for signal in (s for b in scene.body[:4] for s in signals.at.get(b, ()) if s.strength >= PAIR and s.type in named):
        dated = of_signal.near(scene, signal, signals.at[signal.sentence])
        if dated and len(dated.value) >= _DAY and counted[signal.type] >= _ANNOUNCED * counted[first]:
            return signal.type
    return None


def _spoken_of(scene: Scene, signals: Signals, first: str) -> str | None:
    """Return the type of which all the words of headline and lead speak far more than of the *first*, or None.

    Where the headline names the first, the words beside it do not matter.
    """
    named = sorted(scene.headlines) or scene.body[:1]
    if any(s.type == first and s.strength == NOUN for h in named for s in signals.at.get(h, ())):
        return None
    type_ = overall.told(scene, first, _FAR_MORE + (_NAMED_WHOLE if first in _WHOLE else 0.0))
    return type_ if any(s.type == type_ for s in signals.all) else None


def _takes(scene: Scene, signals: Signals, rival: str, first: str, counted: dict[str, float]) -> bool:
    """Tell whether *rival* takes the place of the type with most votes."""
    if first == "opening" and _is_of_premises(scene, signals, rival):
        return False
    if rival == "opening" and first in _AT_OPENINGS and _is_of_premises(scene, signals, first):
        return counted[rival] >= _PREMISES * counted[first]
    if _is_strong(signals, rival) and (
        (rival in _HELD and counted[rival] >= _TALKS * counted[first] and _is_topic(scene, signals, rival, first))
        or (rival in _TALKED and first == "agreement" and _is_outcome(scene, signals, rival))
        or (first == "visit" and _is_purpose(scene, signals, rival))
        or (first == "festival" and rival == "performance" and _is_stage(scene, signals))
        or (rival == "agreement" and counted[rival] >= _AGREED * counted[first] and _is_agreed(scene, signals, first))
    ):
        return True
    if rival == "agreement" and first == "meeting" and _is_outcome(scene, signals, first):
        return False
    if first in _HELD and _is_topic(scene, signals, first, rival):
        return False
    stronger, share = _YIELDS.get(first, (frozenset(), 1.0))
    ahead = _is_ahead(scene, signals, rival, first)
    if not (rival in stronger or ahead) or not _is_strong(signals, rival):
        return False
    return counted[rival] >= (_AHEAD if ahead else share) * counted[first]


def _is_topic(scene: Scene, signals: Signals, rival: str, first: str) -> bool:
    """Tell whether the *first* type is only what people spoke of who met: "they discussed a scholarship programme"."""
    if first in _HELD or first in _TALKED:
        return False
    lead = {*scene.headlines, *scene.body[:2]}
    early = [s for s in signals.all if s.type == first and s.sentence in lead and s.strength >= PAIR]
    if any(of_signal.near(scene, s, signals.at[s.sentence]) for s in early if s.sentence not in scene.headlines):
        return False
    if not all(_is_spoken_of(scene, s) for s in early):
        return False
    told = (signals.best(s, rival) for s in scene.body[:2])
    return any(s and s.strength >= PAIR and clause_status(scene, s) == "held" for s in told)


def _is_spoken_of(scene: Scene, signal: Signal) -> bool:
    if clause_status(scene, signal) == "proposed":
        return True
    before = (c for c in scene.group(signal.sentence, "cue") if c.code == "topic")
    return any(0 <= signal.start - c.end <= _SPOKEN for c in before)


def _is_outcome(scene: Scene, signals: Signals, meeting: str) -> bool:
    """Tell whether the lead tells a meeting by its name, and behind it that papers were signed there."""
    if not scene.body or any(signals.best(h, "agreement") for h in scene.headlines):
        return False
    lead = scene.body[0]
    met, signed = signals.best(lead, meeting), signals.best(lead, "agreement")
    if not (met and signed) or met.strength < NOUN or signed.strength >= NOUN:
        return False
    return met.head.start < signed.head.start and scene.has(lead, "cue", "papers")


def _is_agreed(scene: Scene, signals: Signals, first: str) -> bool:
    """Tell whether the lead tells of an instrument that was signed, and behind it the *first* type that it is for."""
    if not scene.body or any(signals.best(h, first) for h in scene.headlines):
        return False
    lead = scene.body[0]
    signed, planned = signals.best(lead, "agreement"), signals.best(lead, first)
    if not (signed and planned) or not scene.has(lead, "act", "agreement"):
        return False
    return signed.end <= planned.start and clause_status(scene, signed) == "held"


def _is_purpose(scene: Scene, signals: Signals, rival: str) -> bool:
    """Tell whether the lead says that people came for what it names: "a delegation arrived to attend the festival"."""
    if not scene.body or rival not in _ATTENDED:
        return False
    came, named = signals.best(scene.body[0], "visit"), signals.best(scene.body[0], rival)
    if not (came and named) or named.strength < NOUN:
        return False
    cues = (c for c in scene.group(came.sentence, "cue") if c.code == "purpose")
    return any(came.start <= c.start and 0 <= named.start - c.end <= _SPOKEN for c in cues)


def _is_stage(scene: Scene, signals: Signals) -> bool:
    """Tell whether a festival is only where those play of whom the lead tells: "a troupe left for the Jerash festival".

    Headline and lead name it behind the performers, and behind the word that says where or whither.
    """
    language = scene.document.language
    towards = words_of(language, "cue", "locative") | words_of(language, "cue", "given_to")
    told = False
    for sentence in (*sorted(scene.headlines), *scene.body[:1]):
        festival = signals.best(sentence, "festival")
        if festival is None:
            continue
        players = (c for c in scene.group(sentence, "thing") if c.code == "performance" and c.end <= festival.start)
        if not any(towards & set(scene.document.lowers_in((c.end, festival.start))) for c in players):
            return False
        told = True
    return told


def votes(scene: Scene, signals: Signals) -> dict[str, float]:
    """Return how strongly headline, lead and the rest speak for each type of main event."""
    at: dict[str, dict[int, float]] = defaultdict(dict)
    for s in signals.all:
        strength = s.strength * (_PAST if _is_past(scene, signals, s) else 1.0)
        by = at[s.type]
        if strength > by.get(s.sentence, 0.0):
            by[s.sentence] = strength
    weights = {s: scene.weight(s) for s in scene.early}
    counted: dict[str, float] = {}
    for type_, by in at.items():
        told = sum([strength * weights.get(s, _FARTHER) for s, strength in by.items()])
        counted[type_] = told + _dated_bonus(scene, signals, type_, by)
    return counted


def _dated_bonus(scene: Scene, signals: Signals, type_: str, by: dict[int, float]) -> float:
    """Return what it adds that the lead gives this type its date: the article reports what it dates."""
    for sentence in scene.body[:2]:
        if sentence not in by:
            continue
        best = signals.best(sentence, type_)
        dated = of_signal.near(scene, best, signals.at[sentence]) if best and best.strength >= PAIR else None
        if best and dated and len(dated.value) >= 7 and not _is_past(scene, signals, best):
            return 0.0 if _is_told_of_another(scene, signals, sentence, dated) else _DATED
    return 0.0


def _is_told_of_another(scene: Scene, signals: Signals, sentence: int, dated: Dated) -> bool:
    """Tell whether the sentence says with this date when that happened of which the sentence before tells."""
    for signal in signals.at.get(sentence - 1, ()):
        if signal.strength >= PAIR and not usable(scene, signal.sentence, signal.type):
            claim = of_signal.following(scene, signal)
            if claim is not None and claim.mention.start == dated.mention.start:
                return True
    return False


def _is_past(scene: Scene, signals: Signals, signal: Signal) -> bool:
    """Tell whether a signal speaks of the past: its own date is "since" a year, or years before the page's."""
    sentence = signal.sentence
    if sentence in scene.headlines or sentence not in scene.mentions_at:
        return False
    dated = of_signal.near(scene, signal, signals.at[sentence])
    if dated is None:
        return False
    if (dated.mention.extra or {}).get("direction") == "since" and len(dated.value) < _DAY:
        return True
    span, published = bounds(dated.value), scene.document.published
    return span is not None and published is not None and (published - span[1]).days > _LONG_AGO


def _is_ahead(scene: Scene, signals: Signals, rival: str, first: str) -> bool:
    """Tell whether the lead tells a visit as dated and says nothing of the instrument that the headline has."""
    if (rival, first) != ("visit", "agreement") or not scene.body:
        return False
    lead = scene.body[0]
    told = signals.best(lead, rival)
    return bool(told and told.strength >= PAIR and not signals.best(lead, first) and usable(scene, lead, rival))


def _is_of_premises(scene: Scene, signals: Signals, rival: str) -> bool:
    """Tell whether headline or lead tell that premises were opened, and say nothing there of the *rival* shown."""
    for sentence in sorted(scene.headlines) or scene.body[:1]:
        opening = signals.best(sentence, "opening")
        if opening and opening.strength >= PAIR and not signals.best(sentence, rival):
            return True
    return False


def _pupils(scene: Scene) -> int:
    """Count the words for pupils and students in headline and lead."""
    early = (*scene.headlines, *scene.body[:2])
    if any(c.code == "visit" for s in (*scene.headlines, *scene.body[:1]) for c in scene.group(s, "thing")):
        return 0  # a delegation, a mayor or a minister: pupils are only spoken of
    counted = any(
        scene.has(scene.document.sentence_index(m.start), "cue", "pupils") for m in scene.mentions(early, "number")
    )
    return sum(scene.has(s, "cue", "pupils") for s in early) + counted


def _is_strong(signals: Signals, type_: str) -> bool:
    return type_ in signals.strong


def _anchor_weight(scene: Scene, signal: Signal) -> float:
    """Return how well a signal's sentence shows the event: one with a date or place better than the headline."""
    weight = min(scene.weight(signal.sentence), 2.4)
    for kind, more in _TELLING:
        told = scene.of_kind(signal.sentence, kind)
        if told and not all(map(scene.in_dateline, told)):
            weight += more
    return weight
