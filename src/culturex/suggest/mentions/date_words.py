"""The words of dates of a language, and a text turned into a row of letters, one for each such word or number.

A row such as ``fD-DMY`` (for "from 14-18 November 2022") lets the patterns of ``date_patterns.py`` serve every
language: a language only says in its ``dates.toml`` which words are months, "from", "last" and so on.

Sections of ``dates.toml`` (forms are lower case; ``jan{uar,ner}`` stands for two forms, a final ``*`` for any ending):
``months_more`` and ``weekdays_more`` (forms beside the generated ``cldr`` ones, 1 = January, 1 = Monday), ``seasons``,
``units``, ``relative`` and ``anaphora`` (``"day-1" = ["yesterday"]``), ``shift`` (last, this, next), ``phase``,
``words`` (the small words, see WORDS), ``numbers``, ``ordinals``, ``traps``, ``tense``, and the settings ``slashed``,
``also`` (other languages whose words are understood), ``capitalised``, ``weak``, ``prefixes``, ``spaceless``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from culturex.suggest.languages import table

# The letter of each sort of word. Punctuation stands for itself; ``x`` is anything else.
WORDS = {
    "from": "f", "between": "b", "to": "t", "until": "t", "and": "&", "of": "o", "the": "a", "in": "i", "on": "w", "after": "F",
    "since": "g", "by": "G", "ago": "A", "earlier": "B", "later": "C", "from_now": "Z", "every": "V",
    "year_label": "c", "year_mark": "K", "month_mark": "j", "day_mark": "z", "month_before": "J",
}  # fmt: skip
_MARKS = {"year_mark": "year", "month_mark": "month", "day_mark": "day", "until": "until"}
SHIFTS = {"last": ("L", -1), "this": ("H", 0), "next": ("X", 1)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SIGNED = re.compile(r"([a-z]+)([+-]\d+)")
_BRACES = re.compile(r"(.*?)\{(.*?)\}(.*)")

# Numbers: whole dates, times, grouped and decimal numbers, plain ones with an ordinal ending. Web addresses are
# swallowed whole. No number begins inside a word of Latin or Cyrillic letters ("G20").
_NUMBER = (
    r"https?://\S{1,999}|www\.\S{1,999}"
    r"|(?<![0-9A-Za-z_\u00c0-\u024f\u0400-\u052f])(?:"
    r"\d{4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)(?:[-_]\w{1,40})?"
    r"|\d{1,2}(?:\.[ \u00a0]?\d{1,2}\.[ \u00a0]?|/\d{1,2}/|-\d{1,2}-)(?:\d{4}|\d{2})(?![\d/-])"
    r"|\d{1,2}:\d{2}(?::\d{2})?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+[.,]\d+"
    r"|\d+(?:-(?:го|е|ое|х|й|ші|ти)\b|[A-Za-zºª°èé]{1,20})?)"
    r"|(?<!\w)['’]\d\d(?:s\b|(?![\w]))"
)
_ORDINAL_ENDINGS = frozenset("st nd rd th er ère re º ª ° го е ое й e ème de ste".split())
_PUNCTUATION = {
    **dict.fromkeys("-‐‑‒–—―−~～〜", "-"),
    **dict.fromkeys(",，、،", ","),
    **dict.fromkeys("(（[", "("),
    **dict.fromkeys(")）]", ")"),
    ".": ".", "/": "/", "。": "x", "’": "x",
}  # fmt: skip
_BLANK_LINE = re.compile(r"\n\s*\n")
# A line at least this long is taken to be broken by the width of the page and to go on in the next line.
_WRAPPED = 45
# Two words of a date are never further apart than this.
_LONGEST_GAP = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word means: its letter, its value, and whether it counts only with a capital letter."""

    letter: str
    value: Any = None
    capital: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The words of some languages with the pattern that finds them and every number."""

    pattern: re.Pattern[str]
    words: dict[str, Entry]
    stems: list[tuple[str, Entry]]
    before_year: frozenset[str]
    slashed: str

    def entry(self, found: str) -> Entry | None:
        """Return what the lower-cased word *found* means."""
        known = self.words.get(found)
        if known is None and not found.isalpha():
            known = self.words.get(" ".join(found.split()))
        return known or next((entry for stem, entry in self.stems if found.startswith(stem)), None)


@dataclass(slots=True)
class Row:
    """A text as letters; *values*, *starts* and *ends* belong to the letters one by one."""

    letters: str = ""
    values: list[Any] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def expand(form: str) -> Iterator[str]:
    """Yield the forms that a form with one pair of braces stands for.

    >>> list(expand("январ{ь,я}"))
    ['январь', 'января']
    """
    match = _BRACES.fullmatch(form)
    if not match:
        yield form
        return
    for middle in match[2].split(","):
        yield match[1] + middle + match[3]


@cache
def vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    """Return the words of *languages* (ISO 639-1), with those each of them names as ``also``; the first one rules."""
    order = list(languages)
    for code in languages:
        order += [other for other in table(code, "dates").get("also", []) if other not in order]
    words: dict[str, Entry] = {}
    patterns = [_NUMBER]
    before: set[str] = set()
    for code in order:
        data = table(code, "dates")
        own = dict(_entries(data))
        for form, entry in own.items():
            words.setdefault(form, entry)
        if own:
            patterns.append(_alternation(own, bool(data.get("spaceless"))))
        before.update(data.get("traps", {}).get("before_year", ()))
    stems = sorted(((w[:-1], e) for w, e in words.items() if w.endswith("*")), key=lambda s: -len(s[0]))
    slashed = next((t["slashed"] for c in order if "slashed" in (t := table(c, "dates"))), "dmy")
    return Vocabulary(re.compile("|".join(patterns)), words, stems, frozenset(before), slashed)


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Yield each form of a language's table with its meaning; a later one wins."""
    capital = frozenset(data.get("capitalised", ()))
    weak = frozenset(data.get("weak", ()))
    prefixes = ["", *data.get("prefixes", ())]
    for raw, letter, value in _forms(data):
        for form in expand(raw):
            shown = letter.lower() if letter == "M" and form in weak else letter
            for prefix in prefixes if letter.isalpha() else [""]:
                yield prefix + form, Entry(shown, value, form in capital)


def _forms(data: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    names = data.get("cldr", {})
    for section, letter in (("months_short", "m"), ("weekdays_short", "v"), ("months", "M"), ("weekdays", "W")):
        for value, forms in enumerate(names.get(section, ()), 1):
            yield from ((form, letter, value) for form in forms)
        for key, forms in data.get(f"{section}_more", {}).items():
            yield from ((form, letter, int(key)) for form in forms)
    yield from ((form, "q", SEASONS[key]) for key, forms in data.get("seasons", {}).items() for form in forms)
    yield from ((f, "n", int(key)) for key, forms in data.get("numbers", {}).items() for f in forms)
    yield from ((f, "p", int(key)) for key, forms in data.get("ordinals", {}).items() for f in forms)
    yield from ((f, "k" if k == "year" else "u", k) for k, forms in data.get("units", {}).items() for f in forms)
    for section, letter in (("relative", "R"), ("anaphora", "r")):
        for key, forms in data.get(section, {}).items():
            if match := _SIGNED.fullmatch(key):
                yield from ((form, letter, (match[1], int(match[2]))) for form in forms)
    yield from ((f, *SHIFTS[key]) for key, forms in data.get("shift", {}).items() for f in forms)
    yield from ((form, "e", key) for key, forms in data.get("phase", {}).items() for form in forms)
    yield from ((f, WORDS[key], _MARKS.get(key)) for key, forms in data.get("words", {}).items() for f in forms)
    yield from ((form, "x", None) for form in data.get("traps", {}).get("phrases", ()))


def _alternation(words: dict[str, Entry], spaceless: bool) -> str:
    """Return a pattern of all words, grouped by their first two letters so that most places fail at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[:2], []).append(word[2:])
    parts = [
        re.escape(head) + ("(?:" + "|".join(map(_ending, tails)) + ")" if tails != [""] else "")
        for head, tails in sorted(groups.items(), reverse=True)
    ]
    body = "(?:" + "|".join(parts) + ")"
    return body if spaceless else rf"(?<!\w){body}(?!\w)"


def _ending(tail: str) -> str:
    if tail.endswith("*"):
        return re.escape(tail[:-1]) + r"\w{0,6}"
    return r"\s{1,3}".join(map(re.escape, tail.split(" ")))


def lowered(text: str) -> str:
    """Return *text* in lower case, same length (``İ`` would become two characters)."""
    return text.replace("İ", "i").lower()


def row(text: str, words: Vocabulary) -> Row:
    """Return the row of letters of *text*."""
    letters: list[str] = []
    out = Row()
    low = lowered(text)
    previous = 0
    gaps: dict[str, str] = {" ": "", "": "", "x": "x"}
    for match in words.pattern.finditer(low):
        start, end = match.span()
        gap = low[previous:start] if start - previous <= _LONGEST_GAP else "x"
        between = gaps.get(gap)
        if between is None:
            between = _gap(gap, previous, low)
            if "\n" not in gap:
                gaps[gap] = between
        for mark in between:
            letters.append(mark)
            out.values.append(None)
            out.starts.append(previous)
            out.ends.append(start)
        found = match.group()
        entry = words.entry(found) if not found[0].isdigit() and found[0] not in "'’" else None
        if entry is None:
            letter, value = _numeric(found, text, start, end)
        elif entry.capital and not text[start].isupper():
            letter, value = "x", None
        else:
            letter, value = entry.letter, entry.value
        letters.append(letter)
        out.values.append(value)
        out.starts.append(start)
        out.ends.append(end)
        previous = end
    out.letters = "".join(letters)
    return out


def _gap(gap: str, start: int, low: str) -> str:
    """Return the letters of what stands between two words: nothing for spaces, punctuation marks, ``x`` for more."""
    marks = gap.strip()
    if "\n" in gap and (_BLANK_LINE.search(gap) or start - low.rfind("\n", max(0, start - 200), start) < _WRAPPED):
        return "x"
    if len(marks) > 3:
        return "x"
    letters = "".join(_PUNCTUATION.get(c, "" if c.isspace() else "x") for c in marks)
    return "x" if "x" in letters else letters


def _numeric(found: str, text: str, start: int, end: int) -> tuple[str, Any]:
    """Return the letter and value of a number: D day, O ordinal day, Y year, y short year, E decade, I, S, P dates."""
    before = text[start - 1] if start else " "
    if before in "$€£¥₽₹#+@=_" or text[end : end + 1] in ("%", "°") or len(found) > 24:
        return "N", None
    digits = len(found) - len(found.lstrip("0123456789")) or _leading_digits(found)
    plain = found[:digits]
    rest = found[digits:].lstrip("-")
    if found[0] in "'’":
        century = 1900 if int(found[1:3]) > 35 else 2000
        return ("E", f"{(century + int(found[1:3])) // 10}X") if found.endswith("s") else ("y", century + int(found[1:3]))
    if digits == len(found) or rest in _ORDINAL_ENDINGS:
        return _whole(plain, bool(rest))
    if rest in ("s", "х") and int(plain) % 10 == 0 and digits in (2, 4):
        return "E", f"{plain[:-1]}X" if digits == 4 else f"{19 if int(plain) > 20 else 20}{plain[0]}X"
    if found[digits] in "-/." and ":" not in found:
        return _composite(found, before)
    return ("T", None) if ":" in found else ("N", None)


def _leading_digits(found: str) -> int:
    return next((i for i, c in enumerate(found) if not c.isdigit()), len(found))


def _whole(plain: str, ordinal: bool) -> tuple[str, Any]:
    number = int(plain) if len(plain) <= 4 else 0
    if len(plain) <= 2 and 1 <= number <= 31:
        return ("O" if ordinal else "D"), number
    if len(plain) == 4 and 1000 <= number <= 2199 and not ordinal:
        return "Y", number
    return ("O", number) if ordinal and 0 < number < 100 else ("N", number or None)


def _composite(found: str, before: str) -> tuple[str, Any]:
    parts = [p.strip() for p in re.split(r"[-/.]", found)]
    if not all(p.isdigit() for p in parts) or len(parts) > 3 or before in "/-":
        return "x", None
    numbers = [int(p) for p in parts]
    if len(parts) == 2:
        day, month = numbers
        is_pair = "." in found and len(parts[1]) == 2 and 1 <= day <= 31 and 1 <= month <= 12
        return ("P", (day, month)) if is_pair else ("N", None)
    if len(parts[0]) == 4:
        return "I", tuple(numbers)
    separator = next(c for c in found if c in "-/.")
    return "S", (*numbers, separator)
