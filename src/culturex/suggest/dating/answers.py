"""The dates that the main event may have: each day, month or span that its page tells, and the spans that two make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from culturex.suggest.dating import duration
from culturex.suggest.dating.candidates import is_of_report, is_since_long, usable
from culturex.suggest.dating.dated import DAY, LASTING, TOURING, basis_of
from culturex.suggest.dating.periods import LONGEST, bounds
from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene

# Types of those who come, stay and leave.
_STAYING = frozenset({"visit", "exchange", "course", "research", "competition", "donation"})
# What is kept up for years.
_STANDING = frozenset({"exchange", "research"})
# So many dates of a page are weighed, the first ones; and so many are held against each other for spans.
_MOST, _MOST_PAIRED = 40, 10
# Two ends that no word joins make a span of at most so many days.
_SHORT = 40
_DAY_OR_MONTH = (7, DAY)
# Two days that a word joins, or that follow each other, stand so near.
_CLOSE = 12
# Two weekdays that make a span stand so near.
_BESIDE = 40
_Draw = Callable[[Scene, Mention, list[Mention]], str | None]


@dataclass(slots=True)
class Answer:
    """A date that the event may have: EDTF value, basis, rule, the mentions that tell it.

    *end* is the mention of the other end where the span is drawn from two.
    """

    value: str
    basis: str
    rule: str
    mentions: list[Mention] = field(default_factory=list)
    end: Mention | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether no mention says it as it is."""
        return self.rule != self.mentions[0].rule

    @property
    def ends(self) -> tuple[str, ...]:
        """The values of the two mentions that it is drawn from."""
        return (str(self.mentions[0].value), str(self.end.value)) if self.end else ()


def find(scene: Scene, type_: str, scope: list[int]) -> list[Answer]:
    """Return the dates that an event of *type_* told in the sentences of *scope* may have, each value once."""
    told = [m for s in scope for m in usable(scene, s, type_)][:_MOST]
    found: dict[str, Answer] = {}
    for mention in told:
        value = str(mention.value)
        if value not in found:
            found[value] = Answer(value, basis_of(mention), mention.rule)
        found[value].mentions.append(mention)
    for answer in (*_drawn(scene, type_, told[:_MOST_PAIRED]), *_standing(scene, type_, scope)):
        found.setdefault(answer.value, answer)
    return list(found.values())


def _drawn(scene: Scene, type_: str, told: list[Mention]) -> Iterator[Answer]:
    """Yield the spans that one date and a length, or several dates together make."""
    if type_ in LASTING or type_ == "donation":  # who brings help stays with it
        for mention in told:
            yield from _of_one(scene, mention)
    if len(told) == 1:
        return
    if type_ in TOURING:
        yield from _of_stops(scene, told)
    apart = [m for m in told if not is_of_report(scene, m)]
    several = _of_all(scene, type_, told)
    for mention in told:
        others = [m for m in apart if m is not mention]
        for rule, draw in several if others else ():
            if span := draw(scene, mention, others):
                yield Answer(span, basis_of(mention), rule, [mention])
        value = str(mention.value)
        if len(value) in _DAY_OR_MONTH:
            for other in others:
                if value < str(other.value) and len(str(other.value)) in _DAY_OR_MONTH:
                    yield from _of_two(scene, type_, mention, other)


def _of_one(scene: Scene, mention: Mention) -> Iterator[Answer]:
    if (mention.extra or {}).get("direction") == "until" and len(str(mention.value)) == DAY:
        yield Answer(f"../{mention.value}", basis_of(mention), "dates.until", [mention])
    if days := duration.days(scene, mention):
        yield Answer(days, "inferred", "dates.duration", [mention])


def _of_stops(scene: Scene, told: list[Mention]) -> Iterator[Answer]:
    if stops := duration.stops(scene, told):
        first, last = stops[0], stops[-1]
        begin, end = str(first.value).partition("/")[0], str(last.value).rpartition("/")[2]
        yield Answer(f"{begin}/{end}", basis_of(first), "dates.tour", [first], last)


def _of_all(scene: Scene, type_: str, told: list[Mention]) -> list[tuple[str, _Draw]]:
    """Return the rules by which one of the dates *told* may make a span with all the others."""
    rules: list[tuple[str, _Draw]] = []
    if type_ in LASTING and any(scene.has(scene.document.sentence_index(m.start), "cue", "day_two") for m in told):
        rules.append(("dates.counted", duration.counted))
    if type_ in _STAYING:
        rules.append(("dates.stay", duration.around))
    if type_ in TOURING:
        rules.append(("dates.tour", duration.tour))
    return rules


def _of_two(scene: Scene, type_: str, mention: Mention, other: Mention) -> Iterator[Answer]:
    lasts = type_ in LASTING
    if 0 < other.start - mention.end <= _CLOSE:
        if pair := duration.next_day(scene, mention, [other]):
            yield Answer(pair, basis_of(mention), "dates.two_days", [mention], other)
        if lasts and (span := duration.joined(scene, mention, [other])):
            yield Answer(span, basis_of(mention), "dates.joined", [mention], other)
    if not lasts and type_ != "donation":  # who brings help stays with it
        return
    if duration.last_day(scene, mention, [other], duration.LONGEST_OF.get(type_, LONGEST)):
        yield Answer(f"{mention.value}/{other.value}", basis_of(other), "dates.until", [mention], other)
    elif lasts and _is_pair(scene, mention, other):
        yield Answer(f"{mention.value}/{other.value}", basis_of(other), "dates.pair", [mention], other)


def _is_pair(scene: Scene, first: Mention, last: Mention) -> bool:
    """Tell whether a sentence tells two days or months that are not far from each other, the earlier one *first*."""
    if len(str(first.value)) != len(str(last.value)) or len(str(first.value)) not in _DAY_OR_MONTH:
        return False
    told = any((m.extra or {}).get("relative") for m in (first, last))
    if told and abs(last.start - first.end) > _BESIDE:  # "on Tuesday ..., said a statement issued on Thursday"
        return False
    if scene.document.sentence_index(first.start) != scene.document.sentence_index(last.start):
        return False
    begin, end = bounds(str(first.value)), bounds(str(last.value))
    return begin is not None and end is not None and 0 < (end[0] - begin[0]).days <= _SHORT


def _standing(scene: Scene, type_: str, scope: list[int]) -> Iterator[Answer]:
    """Yield the open spans of what has gone on since a year ("excavating together since 2016")."""
    for mention in scene.mentions(scope, "date") if type_ in _STANDING else ():
        if mention.value and is_since_long(mention) and "/" not in str(mention.value):
            yield Answer(f"{mention.value}/..", basis_of(mention), "dates.since", [mention])
