"""A text turned into a row of letters, one for each word or number that dates are made of (``words``).

Whatever stands between two such words and is no punctuation of dates becomes an ``x``, which no date has in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from culturex.suggest.mentions.dates.words import HAN, ORDINAL_ENDINGS, Entry, Vocabulary

_POSSESSIVES = ("'s", "’s")
# What a year with four digits ends with that begins a decade.
_OF_YEARS, _YEAR = frozenset({"е", "ті", "те", "тите"}), 4
_PUNCTUATION = {
    **dict.fromkeys("-‐‑‒–—―−~～〜", "-"),
    **dict.fromkeys(",，、،", ","),
    **dict.fromkeys("(（[", "("),
    **dict.fromkeys(")）]", ")"),
    ".": ".", "/": "/", "&": "&", "。": "x", "’": "x",
}  # fmt: skip
# A line at least this long is taken to be broken by the width of the page and to go on in the next line.
_WRAPPED = 45
# What an elided word stands before is a day up to here, and a year above: "all'11 marzo", "nell'89".
_LAST_DAY = 31
# Pages repeat their dates; stretches of so many characters at most are kept.
_SHORT = 60
# Two words of a date are never further apart than this.
LONGEST_GAP = 8


# A letter of a row with its value and where it stands.
Cell = tuple[str, Any, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A text as letters in one string; *values*, *starts* and *ends* belong to the letters one by one."""

    letters: str = ""
    values: tuple[Any, ...] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    @classmethod
    def of(cls, cells: list[Cell]) -> Row:
        """Return the row of *cells*."""
        if not cells:
            return cls()
        letters, values, starts, ends = zip(*cells, strict=True)
        return cls("".join(letters), values, starts, ends)


def lowered(text: str) -> str:
    """Return *text* in lower case, same length (``İ`` would become two characters)."""
    return text.replace("İ", "i").lower()


def row(
    text: str,
    words: Vocabulary,
    spans: Iterable[tuple[int, int]] = (),
    kept: Callable[[str], Row] | None = None,
) -> Row:
    """Return the row of letters of *text*, or only of its *spans* (which begin and end between words).

    *kept* reads those that are short, as ``framed`` does.
    """
    letters = ""
    values: list[Any] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans or ((0, len(text)),):
        if letters:
            letters += "x"
            values.append(None)
            starts.append(start)
            ends.append(start)
        stretch = text[start:end].rstrip() if kept is not None and end - start <= _SHORT else "\n"
        if kept is None or "\n" in stretch:  # what a break means hangs on the length of its line
            part, shift = Row.of(_read(text, words, start, end)), 0
        else:
            behind = start + len(stretch)
            part = kept((text[start - 1 : start] or " ") + stretch + (text[behind : behind + 1] or " "))
            shift = start - 1
        letters += part.letters
        values += part.values
        starts += [shift + at for at in part.starts]
        ends += [shift + at for at in part.ends]
    return Row(letters, tuple(values), starts, ends)


def framed(stretch: str, words: Vocabulary) -> Row:
    """Return the row of a *stretch* given with the characters on both sides, on which its numbers hang."""
    return Row.of(_read(stretch, words, 1, len(stretch) - 1))


def _read(text: str, words: Vocabulary, first: int, stop: int) -> list[Cell]:
    """Return the letters of ``text[first:stop]``."""
    cells: list[Cell] = []
    # Offsets in *low* are those of the stretch; furniture behind it is a long run of spaces.
    low, previous = lowered(text[first:stop]).rstrip(), 0
    known, stems = words.heads.get, words.stems
    for match in words.pattern.finditer(low):
        found = match[0]
        head = known(found) if match.lastgroup is None else None
        # Most words mean nothing to a date: they are passed over before anything else is asked.
        if head is None and not stems and found.isalpha() and match.lastgroup is None:
            continue
        start, end = match.span()
        if start < previous:
            if found[0] not in "'’" or start + 1 < previous or int(found[1:3]) > _LAST_DAY:
                continue
            found, start = found[1:], previous  # the apostrophe is that of the word before: "dal 3 all'11 marzo"
        if head is not None:
            entry = head.alone
            if head.follow and low.startswith(head.follow, end):
                end, entry = _phrase(head.phrases, low, start, end, entry)
            if entry is None or (entry.capital and not text[first + start].isupper()):
                continue
            letter, value = entry.letter, entry.value
        elif found[0].isdecimal() or found[0] in "'’":
            letter, value = _numeric(found, text, first + start, first + end)
            if words.year_back and letter == "N" and value and 2300 <= value <= 2699:
                letter, value = "Y", value - words.year_back
            elif words.solar and letter == "Y" and 1200 <= value <= 1499:
                letter = "N"  # a year of the Iranian calendar, which has parts of two others
        elif match.lastgroup == "han":
            letter, value = _whole(str(_han(found)), False)
        elif stems and (entry := words.stem(found)):
            letter, value = entry.letter, entry.value
        else:
            continue
        if start > previous:
            gap = low[previous:start] if start - previous <= LONGEST_GAP else "xxxx"
            marks = "" if gap == " " else _gap(gap)
            if marks == "\n":
                marks = _line_break(first + previous, text)
            elif marks == "." and text[first + start].isupper() and cells and cells[-1][0] in "YM":
                marks = (
                    "x"  # "in 2016. May 8 ..." and "on 7 April. Last year" are two sentences, "2016. május 8" is a date
                )
            for mark in marks:
                cells.append((mark, None, first + previous, first + start))
        cells.append((letter, value, first + start, first + end))
        previous = end
    return cells


def _phrase(
    phrases: Sequence[tuple[str, Entry]], low: str, start: int, end: int, entry: Entry | None
) -> tuple[int, Entry | None]:
    """Return the end and meaning of the longest phrase that begins at *start*, or those of its first word alone."""
    for form, meaning in phrases:
        stop = start + len(form)
        if low.startswith(form, start) and not (form[-1].isalnum() and low[stop : stop + 1].isalnum()):
            return stop, meaning
    return end, entry


@lru_cache(maxsize=1024)
def _gap(gap: str) -> str:
    """Return the letters of what stands between two words: punctuation marks, a newline, ``x`` for anything more."""
    marks = gap.strip()
    if marks in _POSSESSIVES:
        return "'"
    if len(marks) > 3 or (marks and "\n" in gap):
        return "x"
    if "\n" in gap:
        return "x" if gap.count("\n") > 1 else "\n"
    letters = "".join(_PUNCTUATION.get(c, "" if c.isspace() else "x") for c in marks)
    return "x" if "x" in letters else letters


def _line_break(at: int, text: str) -> str:
    """Return nothing for a break that the width of the page made after offset *at*, ``x`` for the end of a line."""
    return "x" if at - text.rfind("\n", max(0, at - 200), at) < _WRAPPED else ""


def _numeric(found: str, text: str, start: int, end: int) -> tuple[str, Any]:
    """Return the letter and value of a number: D day, O ordinal day, Y year, y short year, E decade, I, S, P dates."""
    before = text[start - 1] if start else " "
    if before in "$€£¥₽₹#+@=_" or text[end : end + 1] in ("%", "°") or len(found) > 24:
        return "N", None
    return _number(found, before if before in "-/" else "")


@lru_cache(maxsize=4096)
def _number(found: str, before: str) -> tuple[str, Any]:
    """Return the letter and value of a number with a hyphen or stroke *before* it or not."""
    digits = len(found) - len(found.lstrip("0123456789")) or _leading_digits(found)
    plain = found[:digits]
    rest = found[digits:].lstrip("-. ")
    if found[0] in "'’":
        century = 1900 if int(found[1:3]) > 35 else 2000
        return (
            ("E", f"{(century + int(found[1:3])) // 10}X") if found.endswith("s") else ("y", century + int(found[1:3]))
        )
    if rest in (*_POSSESSIVES, "s", "х", "er") and int(plain) % 10 == 0 and digits in (2, 4) and int(plain) >= 20:
        return _decade(plain)
    if rest in _OF_YEARS and digits == _YEAR and int(plain) % 10 == 0:  # "2010-е"
        return _decade(plain)
    if digits == len(found) or rest in ORDINAL_ENDINGS:
        return _whole(plain, bool(rest))
    if rest in _POSSESSIVES and int(plain) % 10:
        return _whole(plain, False)
    if found[digits] in "-/." and ":" not in found:
        return _composite(found, before)
    return ("T", None) if ":" in found else ("N", None)


def _han(found: str) -> int:
    """Return the number that Chinese characters write: "二〇一八" digit by digit, "六十三" with tens."""
    digits = {c: max(0, at - 1) for at, c in enumerate(HAN[:11])}
    if not {"十", "百"} & set(found):
        return int("".join(str(digits[c]) for c in found))
    total = current = 0
    for c in found:
        if c in "十百":
            total += max(current, 1) * (10 if c == "十" else 100)
            current = 0
        else:
            current = digits[c]
    return total + current


def _leading_digits(found: str) -> int:
    return next((i for i, c in enumerate(found) if not c.isdecimal()), len(found))


def _whole(plain: str, ordinal: bool) -> tuple[str, Any]:
    number = int(plain) if len(plain) <= 4 else 0
    if len(plain) <= 2 and 1 <= number <= 31:
        return ("O" if ordinal else "D"), number
    if len(plain) == 4 and 1000 <= number <= 2199 and not ordinal:
        return "Y", number
    return ("O", number) if ordinal and 0 < number < 100 else ("N", number or None)


def _decade(plain: str) -> tuple[str, Any]:
    """Read "1980s", "1800s" (a century, but "2000s" is a decade) and "80s" (which may be an age)."""
    number = int(plain)  # its digits may be those of other scripts
    if len(plain) == 2:
        return "d", f"{19 if number > 10 else 20}{number // 10}X"
    return "E", f"{number // 100:02}XX" if number % 100 == 0 and number < 2000 else f"{number // 10:03}X"


def _composite(found: str, before: str) -> tuple[str, Any]:
    parts = [p.strip() for p in re.split(r"[-/.]", found.removesuffix("."))]
    if (
        not all(p.isdecimal() for p in parts)
        or len(parts) > 3
        or before == "/"
        or (before == "-" and len(parts[0]) == 4)
    ):
        return "x", None
    numbers = [int(p) for p in parts]
    if len(parts) == 2:
        day, month = numbers
        is_pair = "." in found and (len(parts[1]) == 2 or found[-1] == ".") and 1 <= day <= 31 and 1 <= month <= 12
        return ("P", (day, month)) if is_pair else ("N", None)
    if len(parts[0]) == 4:
        return "I", tuple(numbers)
    separator = next(c for c in found if c in "-/.")
    return "S", (*numbers, separator)
