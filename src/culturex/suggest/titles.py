"""A short title for an event in the article's own terms."""

from __future__ import annotations

import re
from bisect import bisect_left

from culturex.suggest.lexicon import words_of
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal
from culturex.text import one_line

# What ends a clause within a sentence; a full stop there belongs to an initial, an abbreviation or a time. It begins
# with one set of characters, so that ``re`` leaps from one to the next.
_CLAUSE_END = re.compile(r"[,;!?(。，；:\s](?:(?<=[,;!?(\n。，；])|(?<=:)(?!\d)|(?<=\s)[-–—]\s)")
# What one begins behind; the comma of a number ("33,000") does not part clauses.
_CLAUSE_START = re.compile(r"[\n;\"“”]|,(?!\d)")
_LONGEST = 110
_LEAST = 12
# Types whose names are verbs, too ("donated").
_DEEDS = frozenset({"donation", "meeting"})


def of(scene: Scene, occurrence: Occurrence) -> str:
    """Return the event's name, else the headline if it reports the event, else the clause from the signal on."""
    if occurrence.name and occurrence.name.quality >= 1:
        return one_line(_undated(scene, occurrence.name.start, occurrence.name.end))
    title = scene.document.article.title
    if occurrence.is_news and title:
        return one_line(title)
    return _clause(scene, occurrence)


def _clause(scene: Scene, occurrence: Occurrence) -> str:
    anchor = _first_told(scene, occurrence)
    sentence = scene.document.sentences[anchor.sentence]
    start = _begin(scene, occurrence, anchor)
    match = _CLAUSE_END.search(scene.document.body, anchor.end, min(sentence.end, anchor.end + 2 * _LONGEST))
    end = match.start() if match else sentence.end
    words = one_line(_undated(scene, start, min(end, start + _LONGEST)))
    if end > start + _LONGEST:
        words = _cut(words, words_of(scene.document.language, "cue", "little"))
    if end == sentence.end:
        words = words.rstrip(" .")
    return words[:1].upper() + words[1:]


def _cut(words: str, little: frozenset[str]) -> str:
    """Return *words* without the last one, which may be half, and without the little words before it."""
    kept, _, _ = words.rpartition(" ")
    while kept and kept.rpartition(" ")[2].casefold() in little:
        kept = kept.rpartition(" ")[0]
    return kept or words


def _first_told(scene: Scene, occurrence: Occurrence) -> Signal:
    """Return the signal that words the title: the lead's for the main event, whose anchor may be a mere "ceremony"."""
    if occurrence.is_news and scene.body:
        first = scene.body[0]
        for signal in occurrence.signals:
            if signal.sentence == first and signal.strength >= PAIR:
                return signal
    return occurrence.anchor


def _begin(scene: Scene, occurrence: Occurrence, anchor: Signal) -> int:
    """Return where the title begins: at the name or the noun of the event, or at who does what a verb tells."""
    if not _is_verb(scene, occurrence, anchor):
        return _whole_name(scene, anchor)
    begin = scene.document.sentences[anchor.sentence].start
    if scene.dateline and begin <= scene.dateline.start < anchor.start:
        begin = scene.dateline.end
    begin = max((m.end() for m in _CLAUSE_START.finditer(scene.document.body, begin, anchor.start)), default=begin)
    starts = scene.document.word_starts
    first = bisect_left(starts, begin)
    begin = min(starts[first], anchor.start) if first < len(starts) else anchor.start
    if _LEAST <= anchor.start - begin <= _LONGEST - (anchor.end - anchor.start):
        return begin
    return _acted_upon(scene, anchor)


def _acted_upon(scene: Scene, anchor: Signal) -> int:
    """Return where the title begins that leaves the verb out: at the thing, or at what follows the verb."""
    if anchor.head.start > anchor.start:
        return anchor.head.start
    following = next(iter(scene.document.words_in((anchor.end, anchor.end + 30))), None)
    if following and following.lower not in words_of(scene.document.language, "cue", "little"):
        return following.start
    return anchor.start


def _is_verb(scene: Scene, occurrence: Occurrence, anchor: Signal) -> bool:
    """Tell whether the signal begins with what somebody did and not with what it is called."""
    if anchor.rule == "pair":
        return anchor.head.start > anchor.start
    acts = scene.group(anchor.sentence, "act") if occurrence.type in _DEEDS else ()
    return any(c.start == anchor.start and c.code == occurrence.type for c in acts)


def _whole_name(scene: Scene, anchor: Signal) -> int:
    """Return where the title begins: at the signal, or at the name of a body or a place that it begins in."""
    start, sentence = anchor.start, anchor.sentence
    within = [m.start for m in scene.mentions((sentence,), "organization", "place") if m.start < start < m.end]
    return min(within, default=start)


def _undated(scene: Scene, start: int, end: int) -> str:
    """Return the text without the day that it ends in ("... in Minsk on Dec 21"), which the date of the event says.

    A year that belongs to a name stays ("Film Week 2022").
    """
    little = words_of(scene.document.language, "cue", "little")
    for date in scene.of_kind(scene.document.sentence_index(start), "date"):
        if start + _LEAST <= date.start < end <= date.end + 1:
            kept, _, last = scene.document.text[start : date.start].rstrip().rpartition(" ")
            if last.casefold() in little:
                return kept
            if not date.text.isdigit():
                return f"{kept} {last}"
    return scene.document.text[start:end]
