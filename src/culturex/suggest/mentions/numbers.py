"""Numbers of persons: "about 200 Chinese people", "twelve designers", "37 Schüler", "200多人"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from culturex.suggest.document import Document, Word
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.number_words import NumberWords, number_words
from culturex.suggest.mentions.numerals import counts, numerals

_DIGITS = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?![\d,.]\d)(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_RANGE = re.compile(r"\s?[-–—]\s?\d{1,6}")
_SEPARATORS = str.maketrans("", "", ",.\u00a0\u202f ")
# Money, shares, versions, times and parts of names stand right before or after these.
_NO_COUNT_BEFORE = frozenset("$€£¥₽₹#+@=_/.:№-–'")
_NO_COUNT_AFTER = frozenset("%°:/$€£₽")
# A noun stands at most so many words after its number.
_REACH = 4
_BEFORE = 3
# A number in words has at most so many of them.
_LONGEST = 8
_LARGEST = 50_000_000


class _Count(NamedTuple):
    """A number as printed: its value, where it stands, the word after it, and whether it is rough."""

    value: int
    start: int
    end: int
    following: int
    rough: bool
    printed: str


def find(document: Document) -> list[Mention]:
    """Return the numbers of persons in the body, in order: *value* is an int.

    *extra*: ``noun`` (as printed, lower case), ``approximate``, ``per`` (``people``). The mention covers number and
    noun. Years, money, shares, ages, and counts of anything but persons are left out.
    """
    words = number_words(document.language)
    if words.counters:
        return _with_counters(document.body, document.language, words)
    out: list[Mention] = []
    last = 0
    may_count, is_person = counts(document.language).ask(), _persons(document.language).ask()
    lowers, starts = document.lowers, document.word_starts
    for index in numerals(document):
        if starts[index] < last or not may_count(lowers[index]):
            continue
        found = _compound(document.words[index], words) if "-" in lowers[index] else None
        # Most numbers count no persons: they need not be read.
        behind = lowers[index + 1 : index + 1 + _LONGEST + _REACH]
        if found is None and any(map(is_person, behind)):
            found = _counted(document, index, words)
        if found is None and index > 1 and lowers[index - 1] in words.of and lowers[index - 2] in words.groups:
            found = _grouped(document, index, words)
        if found:
            out.append(found)
            last = found.end
    return out


@cache
def _persons(language: str) -> Memory[bool]:
    """Return what tells of a word whether it is a noun of persons."""
    return Memory(number_words(language).is_noun)


def _mention(text: str, start: int, end: int, value: int, noun: str, rough: bool) -> Mention:
    extra = {"noun": noun, "approximate": rough, "per": "people"}
    return Mention("number", text, start, end, value, "numbers.people", 0.6 if rough else 0.8, extra)


def _compound(word: Word, words: NumberWords) -> Mention | None:
    """Read "37-member" and "ten-person"."""
    number, _, noun = word.lower.rpartition("-")
    if noun not in words.compounds:
        return None
    value = int(number) if number.isdecimal() and len(number) < 8 else words.numbers.get(number, 0)
    return _mention(word.text, word.start, word.end, value, noun, False) if value > 1 else None


def _counted(document: Document, index: int, words: NumberWords) -> Mention | None:
    count = _digits(document, index, words) or _spelled(document, index, words)
    if count is None or not 1 < count.value <= _LARGEST:
        return None
    noun = _noun(document, count, words)
    if noun is None or _is_year(count):
        return None
    before = document.lowers[max(0, index - _BEFORE) : index]
    if before and before[-1] in words.not_before:
        return None
    rough = count.rough or not words.approximate.isdisjoint(before)
    end = document.word_ends[noun]
    text = document.text[count.start : end]
    return _mention(text, count.start, end, count.value, document.lowers[noun], rough)


def _grouped(document: Document, index: int, words: NumberWords) -> Mention | None:
    """Read "a delegation of six", behind which nothing is counted; "the Group of Twenty" is a name."""
    count = (
        None if document.is_capital[index - 2] else _digits(document, index, words) or _spelled(document, index, words)
    )
    if count is None or not 1 < count.value <= _LARGEST or _is_year(count):
        return None
    at = count.following
    goes_on = at < len(document.lowers) and not document.body[count.end : document.word_starts[at]].strip(" \n")
    if goes_on and document.lowers[at] not in words.group_ends:
        return None
    start = document.word_starts[index - 2]
    text = document.text[start : count.end]
    return _mention(text, start, count.end, count.value, document.lowers[index - 2], count.rough)


def _digits(document: Document, index: int, words: NumberWords) -> _Count | None:
    lowers, starts = document.lowers, document.word_starts
    if not lowers[index][0].isdecimal():
        return None
    body, start = document.body, starts[index]
    match = _DIGITS.match(body, start)
    if not match or (start and (body[start - 1] in _NO_COUNT_BEFORE or body[start - 1].isalnum())):
        return None
    printed, end = match.group(), match.end()
    spread = _RANGE.match(body, end)
    end = spread.end() if spread else end
    if body[end : end + 1] in _NO_COUNT_AFTER and end < len(body):
        return None
    following = bisect_left(starts, end, index + 1)
    scale = words.scales.get(lowers[following]) if following < len(lowers) else None
    decimal = _DECIMAL.fullmatch(printed)
    if scale:
        value = int(float(printed.replace(",", ".")) * scale) if decimal else _whole(printed) * scale
        end = document.word_ends[following]
        return _Count(value, start, end + (body[end : end + 1] == "."), following + 1, True, printed)
    if decimal or body[end : end + 1].isalnum():
        return None
    return _Count(_whole(printed), start, end, following, bool(spread), printed)


def _whole(printed: str) -> int:
    return int(printed.translate(_SEPARATORS))


def _spelled(document: Document, index: int, tables: NumberWords) -> _Count | None:
    """Read a number in words: "twelve", "twenty-two", "two hundred and fifty"."""
    lowers = document.lowers
    total = part = 0
    at = index
    while at < min(len(lowers), index + _LONGEST) and len(lowers[at]) < 40:
        values = [tables.numbers.get(p) or -tables.scales.get(p, 0) for p in lowers[at].split("-")]
        if not all(values):
            if not (at > index and lowers[at] in tables.joiners and _goes_on(lowers, at + 1, tables)):
                break
            at += 1
            continue
        for value in values:
            part = max(1, part) * -value if value < 0 else part + value
            if value <= -1000:
                total, part = total + part, 0
        at += 1
    if at == index:
        return None
    return _Count(total + part, document.word_starts[index], document.word_ends[at - 1], at, False, "")


def _goes_on(lowers: Sequence[str], at: int, tables: NumberWords) -> bool:
    return at < len(lowers) and lowers[at] in tables.numbers


def _noun(document: Document, count: _Count, words: NumberWords) -> int | None:
    """Return which word is the noun of persons that the number counts, with nothing but attributes between them."""
    body, starts, ends = document.body, document.word_starts, document.word_ends
    end = count.end
    for at, lower in enumerate(document.lowers[count.following : count.following + _REACH], count.following):
        gap = body[end : starts[at]]
        if gap.strip() or "\n\n" in gap or not lower[0].isalpha():
            return None
        if words.is_noun(lower):
            return None if body[ends[at] : ends[at] + 1] in ("'", "’") else at
        if lower in words.not_between:
            return None
        end = ends[at]
    return None


def _is_year(count: _Count) -> bool:
    """Tell whether a bare number such as 2016 before a noun is rather the year: "in 2016 students came"."""
    value = count.value
    return count.printed.isdecimal() and 1950 <= value < 2050 and value % 50 != 0


@cache
def _counter_pattern(language: str) -> re.Pattern[str]:
    words = number_words(language)
    numerals = "".join(re.escape(w) for w in words.numbers if len(w) == 1)
    scales = "|".join(map(re.escape, words.scales)) or "(?!)"
    marks = "|".join(map(re.escape, words.approximate_after)) or "(?!)"
    counters = "|".join(map(re.escape, words.counters))
    number = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d)?|[{numerals}]{{1,4}}" if numerals else r"\d{1,9}"
    return re.compile(rf"(?<![\d.$¥/])({number})({scales})?({marks})?\s?({counters})")


def _with_counters(body: str, language: str, words: NumberWords) -> list[Mention]:
    out = []
    for match in _counter_pattern(language).finditer(body):
        printed, scale, mark, noun = match.groups()
        value = _numeral(printed, words) * words.scales.get(scale or "", 1)
        if 1 < value <= _LARGEST:
            rough = bool(mark or scale)
            out.append(_mention(match.group(), match.start(), match.end(), int(value), noun, rough))
    return out


def _numeral(printed: str, words: NumberWords) -> float:
    """Return the value of digits or of Chinese numerals up to 99 ("二十五")."""
    if printed[0].isdecimal():
        return float(printed.replace(",", ""))
    total = part = 0
    for sign in printed:
        value = words.numbers[sign]
        total, part = (total + max(1, part) * value, 0) if value >= 10 else (total, value)
    return total + part
