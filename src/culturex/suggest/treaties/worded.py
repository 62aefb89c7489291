"""Days that treaties write out in words: "this fourth day of October, one thousand nine hundred and sixty-three"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from culturex import edtf
from culturex.suggest.languages import table
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates.rows import lowered
from culturex.suggest.page import records
from culturex.text import Span

_LANGUAGES = ("en", "es", "fr", "pt", "it")
_WORD = re.compile(r"[^\W\d_]+")
# So far before and behind its month stand the words of a day and of a year.
_BEFORE, _BEHIND = 70, 110
_HUNDRED, _THOUSAND = 100, 1000
_FIRST_YEAR, _LAST_YEAR, _DAY = 1800, 2100, 10


def find(text: str, block: Span) -> list[Mention]:
    """Return the days in words of a *block* of *text*; nothing else of it is read."""
    low = lowered(text[block.start : block.end])
    found = []
    for match in _months().finditer(low):
        before = list(_WORD.finditer(low, max(0, match.start() - _BEFORE), match.start()))
        behind = list(_WORD.finditer(low, match.end(), match.end() + _BEHIND))
        day, year = _taken(reversed(before)), _taken(behind)
        day.reverse()
        value = f"{_number(year):04}-{_names()[match[0]]:02}-{_number(day):02}"
        if day and year and len(value) == _DAY and edtf.is_valid(value) and _FIRST_YEAR <= _number(year) <= _LAST_YEAR:
            start, end = block.start + day[0].start(), block.start + year[-1].end()
            found.append(Mention("date", text[start:end], start, end, value, "dates.worded", 0.85))
    return found


def _taken(words: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Return the number words that *words* begin with, and the little words between them."""
    numbers, links = records.numbers()
    taken: list[re.Match[str]] = []
    last = 0
    for word in words:
        if word[0] not in numbers and word[0] not in links:
            break
        taken.append(word)
        last = len(taken) if word[0] in numbers else last
    return taken[:last]


def _number(words: Iterable[re.Match[str]]) -> int:
    """Return the number that *words* write: "one thousand nine hundred and sixty three"."""
    numbers, _ = records.numbers()
    total = current = 0
    for value in (numbers[word[0]] for word in words if word[0] in numbers):
        if value == _THOUSAND:
            total, current = total + max(current, 1) * _THOUSAND, 0
        elif value == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        else:
            current += value
    return total + current


@cache
def _names() -> dict[str, int]:
    rows = (table(code, "dates")["cldr"]["months"] for code in _LANGUAGES)
    return {name: number for months in rows for number, forms in enumerate(months, 1) for name in forms}


@cache
def _months() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_names(), key=len, reverse=True)))})\b")
