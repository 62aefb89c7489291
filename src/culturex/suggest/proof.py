"""Evidence: for each value of an event the words of the article that it rests on."""

from __future__ import annotations

import re
from functools import lru_cache

from culturex.model.event import Evidence
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene

_LONGEST = 240
# Where the quote of an event may be cut: the clause around its signal. It begins with one set of characters, so that
# ``re`` leaps from one to the next.
_CUT = re.compile(
    r"[;:,–—。；-](?:(?<=[;:])\s|(?<=,)\s(?=(?:and|but|which|who|while|where)\b)|(?<=\s[-–—])[-–—]?\s|(?<=[。；]))"
)
_DASHES = frozenset("-–—")


@lru_cache(maxsize=1024, typed=True)  # the rules give the same few figures again and again; rounding is slow
def _hundredths(confidence: float) -> float:
    return round(confidence, 2)


def of_span(text: str, field: str, value: str | None, start: int, end: int, rule: str, confidence: float) -> Evidence:
    """Return the evidence that ``text[start:end]`` gives for a *value* of *field*."""
    return Evidence(field, value, text[start:end], start, end, f"rule:{rule}", _hundredths(confidence))


def of_mention(text: str, field: str, value: str, mention: Mention, confidence: float | None = None) -> Evidence:
    """Return the evidence that a mention in *text* gives; a name from the user's store says so."""
    start, end, rule = mention.start, mention.end, mention.rule
    method = "store" if rule == "store" else f"rule:{rule}"
    sure = mention.confidence if confidence is None else confidence
    return Evidence(field, value, text[start:end], start, end, method, _hundredths(sure))


def whole(scene: Scene, occurrence: Occurrence, confidence: float) -> Evidence:
    """Return the evidence of the event as a whole: from its signal to its date or place, or the clause around it."""
    anchor = occurrence.anchor
    sentence = scene.document.sentences[anchor.sentence]
    low, high = sentence
    start, end = anchor.start, anchor.end
    name, dated = occurrence.name, occurrence.dated
    beside: Mention | None = None
    if dated and low <= dated.mention.start < high:
        beside = dated.mention
    elif places := scene.mentions((anchor.sentence,), "place", "country"):
        beside = min(places, key=lambda m: max(0, m.start - anchor.end, anchor.start - m.end))
    for other in (name if name and low <= name.start < high else None, beside):
        if other:
            start, end = min(start, other.start), max(end, other.end)
    start, end = _rounded(scene, start, end, low, high)
    return of_span(scene.document.text, "event", None, start, end, f"event.{anchor.rule}", confidence)


def _rounded(scene: Scene, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Widen a stretch to its clause as long as it stays short; cut one that is too long."""
    body = scene.document.body
    low, high = max(low, start - _LONGEST * 2), min(high, end + _LONGEST * 2)
    begin = low
    for cut in _CUT.finditer(body, low + 1, start):  # the dash of a bullet cuts nothing
        begin = cut.end()
    if end - begin <= _LONGEST:
        start = begin
    after = _CUT.search(body, end, high)
    finish = after.start() if after else high
    if after and body[finish] in _DASHES:
        finish -= 1  # the space before
    if finish - start <= _LONGEST:
        end = finish
    if end - start > _LONGEST * 2:
        end = start + _LONGEST * 2
    while end > start and body[end - 1].isspace():
        end -= 1
    return start, end
