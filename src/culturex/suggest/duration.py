"""How long an event lasts where the text tells one end of it and its days ("concluded a four-day visit")."""

from __future__ import annotations

from datetime import date, timedelta

from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.number_words import number_words
from culturex.suggest.scene import Scene

# A day is told with the number of days so near, and so many days are a length.
_NEAR, _LEAST, _MOST = 120, 2, 31
# How long a date to the day is.
_DAY = 10


def days(scene: Scene, end: Mention) -> str | None:
    """Return the EDTF interval of days that a sentence tells by one day (*end*) and a length; None where it does not.

    The verb between says which end it is: "opened", "arrived" the first, "concluded", "wrapped up" the last day.
    """
    value, language = str(end.value), scene.document.language
    if len(value) != _DAY or "/" in value:
        return None
    span = scene.document.sentence_at(end.start)
    words = scene.document.words_in((max(span.start, end.start - _NEAR), min(span.end, end.end + _NEAR)))
    length = next((n for n in (_length(w.lower, language) for w in words if "-" in w.lower) if n), None)
    if length is None:
        return None
    first, last = words_of(language, "cue", "first_day"), words_of(language, "cue", "last_day")
    verb = next((w.lower for w in words if w.lower in first or w.lower in last), None)
    if verb is None:
        return None
    day, rest = date.fromisoformat(value), timedelta(days=length - 1)
    return f"{value}/{day + rest}" if verb in first else f"{day - rest}/{value}"


def _length(word: str, language: str) -> int | None:
    """Return the number of days that a word tells ("four-day", "10-day")."""
    number, _, unit = word.rpartition("-")
    if unit not in words_of(language, "cue", "day_long"):
        return None
    count = int(number) if number.isdecimal() and len(number) < 3 else number_words(language).numbers.get(number, 0)
    return count if _LEAST <= count <= _MOST else None
