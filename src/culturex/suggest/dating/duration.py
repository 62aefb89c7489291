"""How long an event lasts: until when it goes on, or one end of it and its days ("concluded a four-day visit")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import repeat, zip_longest

from culturex.suggest.dating.periods import LONGEST, bounds
from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.number_words import number_words
from culturex.suggest.scene import Scene

# A day is told with the number of days so near, and so many days are a length.
_NEAR, _LEAST, _MOST = 200, 2, 31
# A unit of more letters than this may stand in one word with its number.
_SHORT = 4
# How long a date to the day is.
_DAY, _DAY_OR_MONTH = 10, (7, 10)
# Excavations and restorations go on for years.
LONGEST_OF = {"research": 1500}
# So many days in as many towns make a tour.
_STOPS = 3
# Days that are counted one by one are no more than these.
_FEW = 10
# A word that joins two days to a span stands between them in so many characters.
_JOINED = 12
# What tells an end stands so near to its day, and what tells a beginning.
_BESIDE, _BEGUN = 60, 30


def days(scene: Scene, end: Mention) -> str | None:
    """Return the EDTF interval of days that a sentence tells by one day (*end*) and a length; None where it does not.

    The verb between says which end it is: "opened", "arrived" the first, "concluded", "wrapped up" the last day.
    """
    value, language = str(end.value), scene.document.language
    if len(value) != _DAY or "/" in value:
        return None
    span = scene.document.sentence_at(end.start)
    words = scene.document.lowers_in((max(span.start, end.start - _NEAR), min(span.end, end.end + _NEAR)))
    length = _length_in(words, language)
    following = scene.document.sentence_index(end.start) + 1
    if length is None and scene.has(following, "cue", "anaphora", "day_one"):  # "The meeting lasts three days."
        length = _length_in(scene.document.lowers_in(scene.document.sentences[following]), language)
    if length is None:
        return None
    first, last = words_of(language, "cue", "first_day"), words_of(language, "cue", "last_day")
    begins = next((w in first for w in words if w in first or w in last), None)
    if begins is None:  # "It was the first day of a visit of seven days."
        begins = scene.has(following, "cue", "day_one") or None
    if begins is None:
        return None
    day, rest = date.fromisoformat(value), timedelta(days=length - 1)
    return f"{value}/{day + rest}" if begins else f"{day - rest}/{value}"


def _length_in(words: list[str], language: str) -> int | None:
    units, endings = words_of(language, "cue", "day_long"), _endings(language)
    joined = bool(endings) and any(word.endswith(endings) for word in words)
    if units.isdisjoint(words) and "-" not in "".join(words) and not joined:  # as nearly everywhere
        return None
    return next((n for n in map(_length, _lengths(words, endings), repeat(language)) if n), None)


@cache
def _endings(language: str) -> tuple[str, ...]:
    """Return what stands behind a number in one word with it: "tägiger", "дневный"."""
    return tuple(unit for unit in words_of(language, "cue", "day_long") if len(unit) > _SHORT)


def _lengths(words: list[str], endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that may tell a length: "four-day" as it is, "four days" joined, "fünftägig" parted."""
    for word, following in zip_longest(words, words[1:]):
        if "-" in word:
            yield word
        elif endings and word.endswith(endings) and word not in endings:
            unit = next(e for e in endings if word.endswith(e))
            yield f"{word.removesuffix(unit)}-{unit}"
        elif following is not None:
            yield f"{word}-{following}"


def _length(word: str, language: str) -> int | None:
    """Return the number of days that a word tells ("four-day", "10-day")."""
    number, _, unit = word.rpartition("-")
    if unit not in words_of(language, "cue", "day_long"):
        return None
    count = int(number) if number.isdecimal() and len(number) < 3 else number_words(language).numbers.get(number, 0)
    return count if _LEAST <= count <= _MOST else None


def next_day(scene: Scene, chosen: Mention, others: list[Mention]) -> str | None:
    """Return the interval of two days in a row that are told together ("on Saturday and Sunday")."""
    for other in others:
        first, second = (chosen, other) if chosen.start <= other.start else (other, chosen)
        if second.start - first.end > 9 or len(str(first.value)) != 10 or len(str(second.value)) != 10:
            continue
        begin, end = bounds(str(first.value)), bounds(str(second.value))
        if begin and end and (end[0] - begin[0]).days == 1 and not _is_parted(scene, first, second):
            return f"{first.value}/{second.value}"
    return None


def joined(scene: Scene, chosen: Mention, others: list[Mention]) -> str | None:
    """Return the interval of two days that a word joins to a span ("from the 16th of March 2005 to the 30th")."""
    up_to = words_of(scene.document.language, "cue", "up_to")
    for other in others:
        first, last = (chosen, other) if chosen.start <= other.start else (other, chosen)
        if {len(str(first.value)), len(str(last.value))} != {_DAY} or not 0 < last.start - first.end <= _JOINED:
            continue
        between = scene.document.lowers_in((first.end, last.start))
        begin, end = bounds(str(first.value)), bounds(str(last.value))
        if between and set(between) <= up_to and begin and end and 0 < (end[0] - begin[0]).days <= LONGEST:
            return f"{first.value}/{last.value}"
    return None


def counted(scene: Scene, chosen: Mention, others: list[Mention]) -> str | None:
    """Return the interval from the first to a later day that are told as such, the *chosen* one being one of them.

    "On Friday ... It was the first evening of the festival. ... On day two, Saturday, ...".
    """
    days = [
        (str(m.value), scene.document.sentence_index(m.start)) for m in (chosen, *others) if len(str(m.value)) == _DAY
    ]
    later = [day for day, at in days if scene.has(at, "cue", "day_two")]
    if not later:  # as nearly everywhere
        return None
    firsts = [d for d, at in days if scene.has(at, "cue", "day_one") or scene.has(at + 1, "cue", "day_one")]
    first, last = min(firsts, default=""), max(later)
    if not first or str(chosen.value) not in (first, last):
        return None
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return f"{first}/{last}" if 0 < length <= _FEW else None


def _is_parted(scene: Scene, first: Mention, second: Mention) -> bool:
    """Tell whether a sentence ends between two dates: "It was handed over on 15 January. On the 16th he ..."."""
    return scene.document.sentence_index(first.start) != scene.document.sentence_index(second.start)


def around(scene: Scene, chosen: Mention, others: list[Mention]) -> str | None:
    """Return the interval from the day on which people came to that on which they leave, if *chosen* lies within it.

    "They arrived Monday and fly home Sunday", told beside a day of their stay.
    """
    within = bounds(str(chosen.value))
    for first in (m for m in others if within and len(str(m.value)) == _DAY and _is_behind(scene, m, "first_day")):
        last = last_day(scene, first, [m for m in others if m is not first])
        ends = bounds(str(last.value)) if last else None
        starts = bounds(str(first.value))
        if last and starts and ends and within and starts[0] <= within[0] and within[1] <= ends[1]:
            return f"{first.value}/{last.value}"
    return None


def tour(scene: Scene, chosen: Mention, others: list[Mention]) -> str | None:
    """Return the interval from the first to the last of several days told with their towns in the sentence of *chosen*.

    "In Buenos Aires on November 9, in Córdoba on November 12 and in Montevideo on November 15".
    """
    sentence = scene.document.sentence_index(chosen.start)
    if len(scene.of_kind(sentence, "place")) < _STOPS:
        return None
    here = [m for m in others if scene.document.sentence_index(m.start) == sentence] + [chosen]
    days = sorted({str(m.value) for m in here if len(str(m.value)) >= _DAY})  # the month of them all tells less
    towns = {m.value["name"] for m in scene.of_kind(sentence, "place")}
    if len(days) < _STOPS or len(towns) < len(days) or any("/" in day for day in days):
        return None
    first, last = bounds(days[0]), bounds(days[-1])
    return f"{days[0]}/{days[-1]}" if first and last and (last[0] - first[0]).days <= LONGEST else None


def stops(scene: Scene, told: list[Mention]) -> list[Mention]:
    """Return the spans of the stops that an event makes one after the other, told in one sentence or the next.

    "At the Shanxi Museum from 22 September to 5 January; then at the Tianjin Museum (17 January to 3 May)".
    """
    row: list[Mention] = []
    for mention in told:
        begin, _, end = str(mention.value).partition("/")
        if len(begin) != _DAY or len(end) != _DAY:
            continue
        follows = row and begin >= str(row[-1].value).partition("/")[2] and _goes_on(scene, row[-1], mention)
        if row and not follows:
            break
        row.append(mention)
    return row if len(row) > 1 else []


def _goes_on(scene: Scene, one: Mention, other: Mention) -> bool:
    """Tell whether two stops are told in one sentence, or that of the *other* comes next and says that it goes on.

    "It then moves to Tianjin"; "the Museum of Masks shows carvings" is of another exhibition.
    """
    document = scene.document
    sentence = document.sentence_index(other.start)
    apart = sentence - document.sentence_index(one.start)
    if apart != 1:
        return apart == 0
    onward = words_of(document.language, "cue", "onward")
    return not onward.isdisjoint(document.lowers_in(document.sentences[sentence]))


def _is_behind(scene: Scene, mention: Mention, cue: str) -> bool:
    """Tell whether a day stands right behind a word of *cue*: of the first day ("had reached Juba on"), or the last."""
    told = words_of(scene.document.language, "cue", cue)
    start = scene.document.sentence_at(mention.start).start
    return not told.isdisjoint(scene.document.lowers_in((max(start, mention.start - _BEGUN), mention.start)))


def is_length(scene: Scene, mention: Mention) -> bool:
    """Tell whether an interval of days or months is how long something lasts ("the stay lasts from 3 until 8 May")."""
    if len(str(mention.value).partition("/")[0]) not in _DAY_OR_MONTH:
        return False
    before = scene.document.lowers_in((max(0, mention.start - _BEGUN), mention.start))[-1:]
    return not words_of(scene.document.language, "cue", "lasts").isdisjoint(before)


def is_school_year(scene: Scene, mention: Mention) -> bool:
    """Tell whether a span of two years is one of schools or universities ("in the academic year 2021-2022")."""
    told = words_of(scene.document.language, "cue", "school_year")
    before = scene.document.lowers_in((max(0, mention.start - _BEGUN), mention.end))
    return not told.isdisjoint(before)


def first_day(scene: Scene, chosen: Mention, others: list[Mention]) -> Mention | None:
    """Return the earliest date from which what ends on the *chosen* day has gone on."""
    earlier = [m for m in others if last_day(scene, m, [chosen]) is chosen]
    return min(earlier, key=lambda m: str(m.value), default=None)


def last_day(scene: Scene, chosen: Mention, others: list[Mention], longest: int = LONGEST) -> Mention | None:
    """Return the date that is told as the end of what begins on the *chosen* day ("runs until 6 November").

    It lies at most so many days later as the *longest* event of the kind lasts.
    """
    begin = bounds(str(chosen.value))
    if (chosen.extra or {}).get("direction") == "until":  # two ends of two stretches
        return None
    if begin is None or len(str(chosen.value)) not in _DAY_OR_MONTH:
        return None
    for other in others:
        end = bounds(str(other.value))
        if end is None or len(str(other.value)) not in _DAY_OR_MONTH or not 0 < (end[0] - begin[0]).days <= longest:
            continue
        extra = other.extra or {}
        sentence = scene.document.sentence_index(other.start)
        closes = any(c.code == "closes" and abs(c.start - other.start) <= _BESIDE for c in scene.group(sentence, "cue"))
        if extra.get("direction") == "until" or closes or _is_behind(scene, other, "last_day"):
            return other
    return None
