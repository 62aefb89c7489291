"""Evidence: for each value of an event the words of the article that it rests on."""

from __future__ import annotations

import re
from functools import lru_cache

from culturex.model.event import Evidence
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrence import Occurrence
from culturex.suggest.scene import Scene

_LONGEST = 240
# Where the quote of an event may be cut: the clause around its signal.
_CUT = re.compile(r"[;:]\s|,\s(?=(?:and|but|which|who|while|where)\b)|\s[-–—]{1,2}\s|[。；]")


@lru_cache(maxsize=1024, typed=True)  # the rules give the same few figures again and again; rounding is slow
def _hundredths(confidence: float) -> float:
    return round(confidence, 2)


def of_span(scene: Scene, field: str, value: object, start: int, end: int, rule: str, confidence: float) -> Evidence:
    """Return the evidence that ``text[start:end]`` gives for a *value* of *field*."""
    quote = scene.document.text[start:end]
    return Evidence(
        field, None if value is None else str(value), quote, start, end, f"rule:{rule}", _hundredths(confidence)
    )


def of_mention(scene: Scene, field: str, value: object, mention: Mention, confidence: float | None = None) -> Evidence:
    """Return the evidence that a mention gives; a name from the user's store says so."""
    sure = mention.confidence if confidence is None else confidence
    method = "store" if mention.rule == "store" else f"rule:{mention.rule}"
    quote = scene.document.text[mention.start : mention.end]
    return Evidence(
        field,
        None if value is None else str(value),
        quote,
        mention.start,
        mention.end,
        method,
        _hundredths(sure),
    )


def whole(scene: Scene, occurrence: Occurrence, confidence: float) -> Evidence:
    """Return the evidence of the event as a whole: from its signal to its date or place, or the clause around it."""
    anchor = occurrence.anchor
    sentence = scene.document.sentences[anchor.sentence]
    reach = [(anchor.start, anchor.end)]
    if occurrence.name and sentence.start <= occurrence.name.start < sentence.end:
        reach.append((occurrence.name.start, occurrence.name.end))
    if occurrence.dated and sentence.start <= occurrence.dated.mention.start < sentence.end:
        reach.append((occurrence.dated.mention.start, occurrence.dated.mention.end))
    elif places := scene.mentions((anchor.sentence,), "place", "country"):
        nearest = min(places, key=lambda m: max(0, m.start - anchor.end, anchor.start - m.end))
        reach.append((nearest.start, nearest.end))
    start, end = min(a for a, _ in reach), max(b for _, b in reach)
    start, end = _rounded(scene, start, end, sentence.start, sentence.end)
    return of_span(scene, "event", None, start, end, f"event.{anchor.rule}", confidence)


def _rounded(scene: Scene, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Widen a stretch to its clause as long as it stays short; cut one that is too long."""
    body = scene.document.body
    low, high = max(low, start - _LONGEST * 2), min(high, end + _LONGEST * 2)
    begin = low
    for cut in _CUT.finditer(body, low, start):
        begin = cut.end()
    if end - begin <= _LONGEST:
        start = begin
    after = _CUT.search(body, end, high)
    finish = after.start() if after else high
    if finish - start <= _LONGEST:
        end = finish
    if end - start > _LONGEST * 2:
        end = start + _LONGEST * 2
    while end > start and body[end - 1].isspace():
        end -= 1
    return start, end
