"""What speaks for a date as that of the main event: where it stands, beside what, how and how often it is told.

The names of the signs, and what each weighs, are those of the table ``weights/date.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from culturex.suggest.dating import duration
from culturex.suggest.dating.answers import Answer
from culturex.suggest.dating.candidates import INSTRUMENTS, is_of_report
from culturex.suggest.dating.dated import DAY, LASTING, distance
from culturex.suggest.dating.periods import bounds
from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal
from culturex.suggest.weights import TIMES, times

# What has no part of the page: a short line.
_LINE = "line"
# How far a date stands from the nearest signal of the event in its sentence (characters).
_FAR = ((0, "touching"), (15, "near"), (50, "beside"), (110, "off"))
# Words of these lists in the sentence of a date say something about it.
_CUES = frozenset(
    {
        *("occur", "anaphora", "background", "closes", "comes_from", "deadline", "disaster", "host", "intention"),
        *("no_event", "purpose", "setting", "again"),
    }
)
# A date belongs to what is named so near before it, and opens a sentence within so many characters.
_NAMED, _OPENS = 20, 15
# How long ago or ahead a date is, and how long a span lasts: up to so many days.
_AGO = ((1, "yesterday"), (8, "week"), (60, "weeks"), (400, "year"), (10**7, "old"))
_AHEAD = ((8, "week"), (60, "weeks"), (10**7, "later"))
_LENGTHS = ((6, "days"), (31, "weeks"), (200, "season"), (10**7, "years"))
# Which part of the day, month or year the words tell: by how long the value is.
_KINDS = {DAY: "day", 7: "month", 4: "year"}
# What is said of a day or a weekday whose year the page does not tell.
_DAYS = frozenset({"day", "weekday"})
# A span that holds another date lasts at most so many days.
_SEASON = 120
# How many sentences behind the first end of a span the other stands, and how near two ends stand that are joined.
_SENTENCES = ((0, "here"), (1, "next"), (3, "soon"))
_JOINED = 40
# The rule of a span that is made of several.
_TOUR = "dates.tour"
# What is rare and says much counts more often than it stands, so that little weight is enough.
_MUCH = {"reported": 6.0, "another_noun": 3.0, "age.past_of_plan": 3.0}

_code = attrgetter("code")

Signs = Mapping[str, float]


class _Told(NamedTuple):
    """What the signs of each date are told by: the page, the type of the event, and its signals by sentence."""

    scene: Scene
    type: str
    anchor: Signal
    beside: Mapping[int, list[Signal]]
    looks_ahead: bool


def of(scene: Scene, signals: list[Signal], answers: list[Answer], scope: list[int]) -> list[Signs]:
    """Return the signs of each of the *answers*, and as the last those of no date at all."""
    beside: dict[int, list[Signal]] = {}
    for signal in signals:
        beside.setdefault(signal.sentence, []).append(signal)
    told = _Told(scene, signals[0].type, signals[0], beside, _looks_ahead(scene))
    spans = [bounds(a.value) for a in answers]
    kept: dict[int, list[str]] = {}
    found: list[Signs] = []
    for answer in answers:
        for mention in answer.mentions:
            if mention.start not in kept:
                kept[mention.start] = list(_of_mention(told, mention))
        if len(answer.mentions) == 1:
            signs = dict.fromkeys(kept[answer.mentions[0].start], TIMES[1])
        else:
            counted = Counter([sign for m in answer.mentions for sign in kept[m.start]])
            signs = {sign: TIMES[number] for sign, number in counted.items()}
        if "reported" in signs:
            signs["reported"] *= _MUCH["reported"]
        if "another_noun" in signs:
            signs["another_noun"] *= _MUCH["another_noun"]
        for sign in _of_value(told, answer):
            signs[sign] = _MUCH.get(sign, 1.0)
        signs.update(_among(answer, answers, spans))
        found.append(signs)
    return [*found, dict.fromkeys(_of_none(scene, told.type, scope), 1.0)]


def _of_mention(told: _Told, mention: Mention) -> Iterator[str]:
    """Yield what a mention tells: these are counted."""
    scene, extra = told.scene, mention.extra or {}
    sentence = scene.document.sentence_index(mention.start)
    part, here = scene.parts.get(sentence, _LINE), told.beside.get(sentence)
    yield f"rule.{mention.rule}"
    if here:
        away, nearest = min([(distance(s, mention), s) for s in here], key=lambda pair: pair[0])
        yield f"told.{part}"
        yield f"signal.{_step(away, _FAR)}"
        if nearest.start > mention.start:
            yield "signal.behind"
        if any(s is told.anchor for s in here):
            yield "anchor"
    else:
        yield f"apart.{part}"
    if _is_of_noun(scene, mention, sentence, told.type):
        yield "another_noun"
    groups = scene.cues_at.get(sentence, {})
    if "cue" in groups:
        for code in _CUES.intersection(map(_code, groups["cue"])):
            yield f"cue.{code}"
    if "status" in groups:
        for code in set(map(_code, groups["status"])):
            yield f"status.{code}"
    if is_of_report(scene, mention):
        yield "reported"
    if extra.get("relative"):
        yield "relative"
    if direction := extra.get("direction"):
        yield f"direction.{direction}"
    if mention.start - scene.document.sentences[sentence].start <= _OPENS:
        yield "opens"


def _of_value(told: _Told, answer: Answer) -> Iterator[str]:
    """Yield what the value tells: its kind and length, how it is drawn, whether it is past or to come."""
    kind, published, meant = kind_of(answer), told.scene.document.published, bounds(answer.value)
    first = answer.mentions[0]
    if answer.is_drawn:
        yield f"drawn.{kind}"
        yield f"drawn.{answer.rule}"
        yield from _of_end(told, first, answer.end, answer.rule)
    else:
        yield f"kind.{kind}"
        yield f"kind.{kind}.{_group(told.type)}"
    if "/" in answer.value:
        if duration.is_length(told.scene, first):
            yield "lasts"
        if duration.is_school_year(told.scene, first):
            yield "school_year"
    if published is None:
        yield "age.unknown"
    if meant is None or published is None:
        return
    if "/" in answer.value and meant[0] != date.min and meant[1] != date.max:
        yield f"length.{_step((meant[1] - meant[0]).days, _LENGTHS)}"
    if told.looks_ahead and meant[1] < published:
        yield "age.past_of_plan"
    if meant[1] < published:
        yield f"age.{_step((published - meant[1]).days, _AGO)}"
    elif published < meant[0]:
        yield f"ahead.{_step((meant[0] - published).days, _AHEAD)}"
    else:
        yield f"now.{kind}"


def _of_end(told: _Told, first: Mention, end: Mention | None, rule: str) -> Iterator[str]:
    """Yield how the other end of a span stands to the *first*."""
    if end is None:
        return
    at, to = (told.scene.document.sentence_index(m.start) for m in (first, end))
    yield f"end.{'before' if to < at else _step(to - at, _SENTENCES)}"
    if at == to and abs(end.start - first.end) > _JOINED:
        yield "end.off"
    if rule == "dates.pair" and any((m.extra or {}).get("relative") for m in (first, end)):
        yield "end.told"
    low, high = sorted((first.start, end.start))
    between = told.scene.mentions(range(min(at, to), max(at, to) + 1), "date")
    if rule != _TOUR and any(low < m.start < high and m.value for m in between):  # a tour has stops between
        yield "end.skips"
    if (end.extra or {}).get("direction") == "until":
        yield "end.until"
    nouns = {c.code for c in told.scene.group(to, "noun")}
    if nouns - {told.type}:
        yield "end.another_noun"
    if told.type in nouns:
        yield "end.own_noun"


def _among(answer: Answer, answers: list[Answer], spans: list[tuple[date, date] | None]) -> Iterator[tuple[str, float]]:
    """Yield how many of the other dates it holds, its own ends apart, and how many hold it."""
    own = bounds(answer.value)
    if own is None or len(answers) == 1:
        return
    inside = outside = 0
    for span, other in zip(spans, answers, strict=True):
        if span is None or span == own or other.end is not None:
            continue
        if own[0] <= span[0] and span[1] <= own[1]:
            inside += other.value not in answer.ends
        elif span[0] <= own[0] and own[1] <= span[1]:
            outside += (span[1] - span[0]).days <= _SEASON
    if inside:
        yield f"holds.{kind_of(answer)}", times(inside)
    if outside:
        yield f"within.{kind_of(answer)}", times(outside)


def _of_none(scene: Scene, type_: str, scope: list[int]) -> Iterator[str]:
    """Yield what speaks for no date: the lead tells none, or one that the page does not resolve."""
    yield "none"
    yield f"none.{_group(type_)}"
    if scene.document.published is None:
        yield "none.unpublished"
    dates = scene.mentions([s for s in scene.lead if s in scope], "date")
    if not any(m.value for m in dates):
        yield "none.empty_lead"
    if any(m.value is None and (m.extra or {}).keys() & _DAYS for m in dates):
        yield "none.unresolved"


def kind_of(answer: Answer) -> str:
    """Return what an answer tells: "day", "month", "season", "year", or a span of such ("days").

    An open one is "since" or "until"; a span that is told from the page's own day ("last week") is "around".
    """
    first, slash, last = answer.value.partition("/")
    told = answer.mentions[0]
    if slash and not answer.is_drawn and (told.extra or {}).get("relative"):
        return "around"
    if last == "..":
        return "since"
    if first == "..":
        return "until"
    kind = "season" if first[5:6] == "2" else _KINDS.get(len(first), "other")
    return f"{kind}s" if slash else kind


def _group(type_: str) -> str:
    return "instrument" if type_ in INSTRUMENTS else "lasting" if type_ in LASTING else "at_once"


def _step(number: float, steps: tuple[tuple[int, str], ...]) -> str:
    for most, name in steps:
        if number <= most:
            return name
    return "far"


def _is_of_noun(scene: Scene, mention: Mention, sentence: int, type_: str) -> bool:
    """Tell whether right before a date an event of another type is named ("the president's visit in January 2016")."""
    nouns = (c for c in scene.group(sentence, "noun") if c.code != type_)
    return any(0 <= mention.start - c.end <= _NAMED for c in nouns)


def _looks_ahead(scene: Scene) -> bool:
    """Tell whether the headline asks something ("Could your family be host parents?") or tells a plan."""
    text = scene.document.text
    for headline in scene.headlines:
        if text[: scene.document.sentences[headline].end].rstrip().endswith("?"):
            return True
        if any(c.code == "planned" for c in scene.group(headline, "status")):
            return True
    return False
