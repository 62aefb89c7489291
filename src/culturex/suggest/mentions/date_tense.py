"""Whether the words around a date speak of the past or of what lies ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from culturex.suggest.languages import table

_WORD = re.compile(r"[^\W\d_]+")
# How many words to either side are looked at, and how far before a participle its auxiliary may stand.
_REACH_LEFT, _REACH_RIGHT, _AUXILIARY = 22, 16, 5
_SETS = {
    "future": "future",
    "present": "present",
    "past": "past",
    "soft_past": "soft_past",
    "markers": "infinitive_markers",
    "infinitives": "infinitives",
    "intended": "intended",
    "intending": "intending",
}
PAST, OPEN, FUTURE = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of a language: table ``tense`` of its ``dates.toml``."""

    future: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    soft_past: frozenset[str]
    markers: frozenset[str]
    infinitives: frozenset[str]
    intended: frozenset[str]
    intending: frozenset[str]
    past_endings: tuple[str, ...] = ()

    def of(self, word: str) -> int:
        """Return PAST or FUTURE where *word* alone tells, else OPEN."""
        if word in self.future:
            return FUTURE
        return PAST if word in self.past else OPEN

    def is_participle(self, word: str) -> bool:
        """Tell whether *word* may be a past tense or a participle ("held", "opened")."""
        return word in self.soft_past or (len(word) > 4 and word.endswith(self.past_endings))


@cache
def cues(language: str) -> Cues:
    """Return the cue words of *language* (ISO 639-1)."""
    data = table(language, "dates").get("tense", {})
    words = {name: frozenset(data.get(section, ())) for name, section in _SETS.items()}
    return Cues(**words, past_endings=tuple(data.get("past_endings", ())))


def direction(left: str, right: str, words: Cues) -> int:
    """Return FUTURE, PAST or OPEN for a date with *left* and *right* of it in the same sentence, lower case.

    The nearest verb before the date decides; without one, the nearest after it. A participle counts as past unless
    an auxiliary before it says otherwise ("will be held").
    """
    before = _WORD.findall(left)[-_REACH_LEFT:]
    found, is_weak = _before(before, words)
    if found != OPEN:
        beyond = _WORD.search(right)
        return FUTURE if is_weak and beyond and beyond[0] in words.future else found
    return _after(_WORD.findall(right)[:_REACH_RIGHT], words, bool(set(before) & words.present))


def _before(before: list[str], words: Cues) -> tuple[int, bool]:
    """Return the direction that the nearest verb tells, and whether that is a bare participle ("a lunch hosted by")."""
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        told = words.of(word)
        if told != OPEN and word not in words.soft_past:
            return told, False
        if word in words.markers and _is_intent(before, at, words):
            return FUTURE, False
        if word in words.present:
            return FUTURE, False
        if words.is_participle(word):
            told = _auxiliary(before[max(0, at - _AUXILIARY) : at], words)
            return told or PAST, told == OPEN
    return OPEN, False


def _is_intent(words: list[str], at: int, cues: Cues) -> bool:
    """Tell whether the "to" at *at* begins what is meant to be done: "to hold", "plans to head back"."""
    follows = words[at + 1] if at + 1 < len(words) else ""
    return follows in cues.infinitives or (at > 0 and bool(follows) and words[at - 1] in cues.intending)


def _auxiliary(before: list[str], words: Cues) -> int:
    """Return what the words before a participle make of it."""
    for at in range(len(before) - 1, -1, -1):
        if before[at] in words.future or (before[at] in words.markers and before[at + 1 : at + 2] == ["be"]):
            return FUTURE
        if before[at] in words.past:
            return FUTURE if at and before[at - 1] in words.markers else PAST  # "was to have been given"
    return OPEN


def _after(after: list[str], words: Cues, present: bool) -> int:
    for at, word in enumerate(after):
        told = words.of(word)
        if told == PAST and any(w in words.intended for w in after[at + 1 : at + 4]):
            return FUTURE
        if told != OPEN:
            return told
        if word in words.markers and _is_intent(after, at, words):
            return FUTURE
        if word in words.present:
            return FUTURE
        if words.is_participle(word):
            return PAST
    return FUTURE if present else OPEN
