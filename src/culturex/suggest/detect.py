"""Tell which language a text is in: by its script, then by its commonest words and letters.

The tables are the ``language.toml`` files, one per language: ``scripts``, ``letters`` (that few neighbours have) and
``words``. A language whose script no other table names needs no words. The cost is that of a few thousand characters,
however long the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import NamedTuple

from culturex.suggest import languages

# First character of a stretch of code points and the script that fills it ("" = none that tells a language).
# From the block list of the Unicode Standard; blocks of one script that follow one another are joined.
_BLOCKS = (
    (0x00, ""), (0x41, "Latin"), (0x5B, ""), (0x61, "Latin"), (0x7B, ""), (0xC0, "Latin"), (0x2B0, ""),
    (0x370, "Greek"), (0x400, "Cyrillic"), (0x530, "Armenian"), (0x590, "Hebrew"), (0x600, "Arabic"),
    (0x700, ""), (0x750, "Arabic"), (0x780, ""), (0x8A0, "Arabic"), (0x900, "Devanagari"), (0x980, "Bengali"),
    (0xA00, "Gurmukhi"), (0xA80, "Gujarati"), (0xB00, "Oriya"), (0xB80, "Tamil"), (0xC00, "Telugu"),
    (0xC80, "Kannada"), (0xD00, "Malayalam"), (0xD80, "Sinhala"), (0xE00, "Thai"), (0xE80, "Lao"),
    (0xF00, "Tibetan"), (0x1000, "Myanmar"), (0x10A0, "Georgian"), (0x1100, "Hangul"), (0x1200, "Ethiopic"),
    (0x13A0, ""), (0x1780, "Khmer"), (0x1800, "Mongolian"), (0x18B0, ""), (0x1C90, "Georgian"), (0x1CC0, ""),
    (0x1E00, "Latin"), (0x1F00, "Greek"), (0x2000, ""), (0x2D00, "Georgian"), (0x2D30, ""), (0x3040, "Kana"),
    (0x3100, ""), (0x3130, "Hangul"), (0x3190, ""), (0x31F0, "Kana"), (0x3200, ""), (0x3400, "Han"), (0x4DC0, ""),
    (0x4E00, "Han"), (0xA000, ""), (0xAC00, "Hangul"), (0xD7B0, ""), (0xF900, "Han"), (0xFB00, ""), (0xFB1D, "Hebrew"),
    (0xFB50, "Arabic"), (0xFE00, ""), (0xFE70, "Arabic"), (0xFF00, ""), (0xFF66, "Kana"), (0xFFA0, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]
# One ideograph says about as much as two letters.
_WEIGHTS = {"Han": 2.0, "Kana": 2.0, "Hangul": 2.0}

# How much of the beginning and of the middle is read: menus stand at the beginning, the article in the middle.
_HEAD, _MIDDLE = 500, 700
# About this many characters are enough to see which script leads.
_SCRIPT_SAMPLE = 150
# A text with so large a share of ASCII is in the Latin script: other scripts have only spaces and marks in it.
_MOSTLY = 0.85
# What the words and letters of a language must weigh together, and by how much it must lead the next one.
_ENOUGH, _LEAD = 1.0, 1.1
# Words alone decide where one language has so many times as much as the next.
_CERTAIN = 2.0
# One letter counts so often at most.
_MOST = 6
# A line has at most so many characters; what its words, letters and dates must weigh at least.
_LINE, _LITTLE = 240, 0.35
# Which language a line is in that several share every word and letter of.
WIDESPREAD = ("en", "ru", "fr", "es", "de", "ar", "pt", "tr")
_LETTERS = re.compile(r"[^\W\d_]+")
# Letters of a script that must be there where the script alone decides.
_ENOUGH_LETTERS = 4


class _Table(NamedTuple):
    """What tells the languages of one script apart: each word and letter with the languages that have it."""

    codes: tuple[str, ...]
    words: dict[str, tuple[tuple[str, float], ...]]
    letters: dict[str, tuple[tuple[str, float], ...]]


def language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of *text*, or None where there is too little to tell by.

    >>> language("Министры подписали в Ереване программу, которая рассчитана на три года.")
    'ru'
    >>> language("42") is None
    True
    """
    sample = _sample(text)
    script = _script(sample)
    if script is None:
        return None
    table = _tables().get(script)
    if table is None:
        return None
    return table.codes[0] if len(table.codes) == 1 else _by_words(sample.casefold(), table)


def _sample(text: str) -> str:
    if len(text) <= _HEAD + _MIDDLE:
        return text
    middle = max(_HEAD, len(text) // 2)
    return f"{text[:_HEAD]}\n{text[middle : middle + _MIDDLE]}"


def _script(sample: str) -> str | None:
    if sample.isascii():
        return "Latin" if any(c.isalpha() for c in sample) else None
    if len(sample.encode("ascii", "ignore")) > _MOSTLY * len(sample):
        return "Latin"
    step = max(1, len(sample) // _SCRIPT_SAMPLE)
    counts: Counter[str] = Counter()
    for char, times in Counter(sample[::step]).items():
        script = _script_of(char)
        if script:
            counts[script] += times
    if not counts:
        return None
    # Japanese is mostly Han with kana between; Chinese has none.
    if counts["Kana"] * 8 > counts["Han"]:
        counts["Kana"] += counts["Han"]
        counts["Han"] = 0
    script, seen = max(counts.items(), key=lambda item: item[1] * _WEIGHTS.get(item[0], 1.0))
    return script if script in ("Latin", "Cyrillic", "Arabic") or seen * step >= _ENOUGH_LETTERS else None


@cache  # a page has some thirty letters, and the next page has the same
def _script_of(char: str) -> str:
    return _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1]


def _by_words(sample: str, table: _Table) -> str | None:
    scores: dict[str, float] = dict.fromkeys(table.codes, 0.0)
    # Each word counts once: a scoreline repeats "v", a menu repeats "in". Elided articles (l', d', qu') are words.
    for word in table.words.keys() & sample.replace("'", " ").replace("’", " ").split():
        for code, weight in table.words[word]:
            scores[code] += weight
    best, most, next_most = _leader(scores)
    if most < _CERTAIN * max(1.0, next_most) and not sample.isascii():
        for letter, owners in table.letters.items():
            if letter not in sample:
                continue
            times = min(sample.count(letter), _MOST)
            for code, weight in owners:
                scores[code] += weight * times
        best, most, next_most = _leader(scores)
    if most >= _ENOUGH and most >= next_most * _LEAD:
        return best
    return _by_dates(sample, scores, table) if len(sample) <= _LINE else None


def _by_dates(sample: str, scores: dict[str, float], table: _Table) -> str | None:
    """Return the language of a line that has too few common words, by the names of months and days in it.

    *scores* are what its words and letters weigh. Where languages share all of that, the first of WIDESPREAD is meant.
    """
    dates = _dates(table.codes)
    for word in dates.keys() & set(_LETTERS.findall(sample)):
        for code, weight in dates[word]:
            scores[code] += weight
    best, most, next_most = _leader(scores)
    if most >= _LITTLE and most >= next_most * _LEAD:
        return best
    return next((code for code in WIDESPREAD if scores.get(code, 0.0) >= max(most, _LITTLE) / _LEAD), None)


def _leader(scores: dict[str, float]) -> tuple[str, float, float]:
    """Return the code with the highest score, that score, and the next highest."""
    best = max(scores, key=scores.__getitem__)
    most, next_most = sorted(scores.values(), reverse=True)[:2]
    return best, most, next_most


@cache
def _tables() -> dict[str, _Table]:
    """Return the table of each script; a word of one language weighs more there than one that seven share."""
    codes: dict[str, list[str]] = {}
    words: dict[str, dict[str, list[str]]] = {}
    letters: dict[str, dict[str, list[str]]] = {}
    for code in languages.known():
        table = languages.table(code, "language")
        for script in table.get("scripts", ()):
            codes.setdefault(script, []).append(code)
            for word in table.get("words", ()):
                words.setdefault(script, {}).setdefault(word.casefold(), []).append(code)
            for letter in table.get("letters", ""):
                letters.setdefault(script, {}).setdefault(letter, []).append(code)
    return {
        script: _Table(tuple(all_), _weighed(words.get(script, {}), 1.0), _weighed(letters.get(script, {}), 0.8))
        for script, all_ in codes.items()
    }


@cache  # apart from the other tables: few texts are so short that all these files are worth reading
def _dates(codes: tuple[str, ...]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the words of dates with the languages, of those given, that have them."""
    owners: dict[str, list[str]] = {}
    for code in codes:
        for word in _date_names(code):
            owners.setdefault(word, []).append(code)
    return _weighed(owners, 1.0)


def _date_names(code: str) -> set[str]:
    """Return the names of months and days of the week in a language, and its words for yesterday and the like."""
    table = languages.table(code, "dates")
    names = table.get("cldr", {})
    forms = [form for section in ("months", "weekdays") for group in names.get(section, ()) for form in group]
    forms += [form for group in table.get("relative", {}).values() for form in group]
    return {form.casefold() for form in forms if _LETTERS.fullmatch(form.casefold())}


def _weighed(owners: dict[str, list[str]], whole: float) -> dict[str, tuple[tuple[str, float], ...]]:
    return {key: tuple((code, whole / len(codes) ** 0.75) for code in codes) for key, codes in owners.items()}
