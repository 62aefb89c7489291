"""The words of a text as columns: how each is printed and case-folded, where it stands, what stands behind it."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from culturex.suggest.mentions.memory import Memory

# Initials keep their stops ("A.Muhamediuly", "U.S."); hyphens and apostrophes join; any other stop ends a word, for
# pages that lost the space after a sentence. Runs without spaces (Chinese, Japanese) come out as one word. Both kinds
# begin with the same set, so that ``re`` leaps to the next word; possessive repeats, for nothing is ever given back. An
# alternative that begins with a character is passed over fast; plain letters are looked up faster than any letters, and
# so are the marks of ASCII: _ALNUM is ``[^\W_]``, with all of them told one by one.
_ALNUM = r"[^\x00-/:-@\[-`{-\x7f\W]"
_WORD = re.compile(
    rf"({_ALNUM}(?:"
    r"\.(?<!\d\.)(?:[^\W\d_]\.)*(?:[^\W\d_]++(?:[-'’][^\W\d_]++)*+)?"
    rf"|[a-zA-Z0-9]*+{_ALNUM}*+(?:[-'’‑]{_ALNUM}++(?:[-'’‑]{_ALNUM}++)*+|)"
    r"))"
)
# Where a text has Chinese characters, Latin letters beside them are words of their own ("Andres Aluja说").
_HAN = re.compile("[\u4e00-\u9fff]")
_MIXED = re.compile(
    r"([^\W_](?:"
    r"(?<=[a-zA-Z])(?:\.(?:[a-zA-Z]\.)*)?[^\W_\u4e00-\u9fff]*+(?:[-'’‑][^\W_\u4e00-\u9fff]++)*+"
    r"|(?<![a-zA-Z])[^\W_a-zA-Z]*+"
    r"))"
)
# Pages repeat their words: each is kept once, folded once, and looked up fast in every other table from then on.
_FORMS = Memory(lambda word: (word, word.casefold(), word[0].isupper()))


class WordColumns(NamedTuple):
    """The words of a text, each a line of a table whose columns these are."""

    texts: list[str]
    lowers: list[str]
    is_capital: list[bool]
    gaps: list[str]
    starts: list[int]
    ends: list[int]


def has_han(text: str) -> bool:
    """Tell whether *text* has Chinese characters, which Japanese has as well."""
    return not text.isascii() and _HAN.search(text) is not None


def word_columns(text: str, *, mixed: bool | None = None) -> WordColumns:
    """Return the words of *text* in order, all of it done in C; the gap of the last one goes on to the end.

    *mixed* tells whether it has Chinese characters, where that is known.
    """
    pattern = _MIXED if (has_han(text) if mixed is None else mixed) else _WORD
    parts = pattern.split(text)  # gaps and words in turn
    ends = list(accumulate(map(len, parts)))
    texts, lowers, is_capital = map(list, zip(*_FORMS.of(parts[1::2]), strict=True)) if len(parts) > 1 else ([], [], [])
    return WordColumns(texts, lowers, is_capital, parts[2::2], ends[0:-1:2], ends[1::2])
