"""The words of a text as columns: how each is printed and case-folded, where it stands, what stands behind it.

A pattern says what a word is. It is asked for what stands between two spaces, once: pages repeat their words with the
commas and stops behind them, so that nearly all of a page is found in the memory of those before it.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from operator import add
from typing import Any, NamedTuple

from culturex.suggest.mentions.memory import Memory

# Initials keep their stops ("A.Muhamediuly", "U.S."); hyphens and apostrophes join; any other stop ends a word, for
# pages that lost the space after a sentence. Runs without spaces (Chinese, Japanese) come out as one word. Both kinds
# begin with the same set, so that ``re`` leaps to the next word; possessive repeats, for nothing is ever given back. An
# alternative that begins with a character is passed over fast; plain letters are looked up faster than any letters.
# No word holds white space, and what it is hangs on nothing before it: a line may be cut at its spaces first.
_WORD = re.compile(
    r"([^\W_](?:"
    r"\.(?<!\d\.)(?:[^\W\d_]\.)*(?:[^\W\d_]++(?:[-'’][^\W\d_]++)*+)?"
    r"|[a-zA-Z0-9]*+[^\W_]*+(?:[-'’‑][^\W_]++(?:[-'’‑][^\W_]++)*+|)"
    r"))"
)
_FIRST = re.compile(r"[^\W_]")
# A piece of a line longer than this is hardly printed again ("https://..."), nor is one of a script without spaces.
_LONGEST = 40
# A line with more pieces than this that are no single word (a table, blanked furniture) is cut as one piece.
_MOST_ODD = 20

# A word: as printed, case-folded, whether it begins with an upper-case letter, the gap up to the next word, the length
# of the word, and that of word and gap.
_Row = tuple[str, str, bool, str, int, int]
_FIELDS = 6


class WordColumns(NamedTuple):
    """The words of a text, each a line of a table whose columns these are."""

    texts: list[str]
    lowers: list[str]
    is_capital: list[bool]
    gaps: list[str]
    starts: list[int]
    ends: list[int]


def word_columns(text: str) -> WordColumns:
    """Return the words of *text* in order; the gap of the last one goes on to the end."""
    rows: list[_Row] = []
    at = begin = stop = 0  # where the line begins, the text's first word, and where the last line with words ends
    for line in text.split("\n"):
        first = _FIRST.search(line)
        if first:
            start = at + first.start()
            if rows:
                rows[-1] = _reaching(rows[-1], text, stop, start)
            else:
                begin = start
            rows += _rows(line[first.start() :])
            stop = at + len(line)
        at += len(line) + 1
    if not rows:
        return WordColumns([], [], [], [], [], [])
    rows[-1] = _reaching(rows[-1], text, stop, len(text))
    # One list of all and each sixth of it: to zip the rows makes an object of each, and work for the garbage collector.
    flat: list[Any] = list(chain.from_iterable(rows))
    texts, lowers, is_capital, gaps, lengths, strides = (flat[at::_FIELDS] for at in range(_FIELDS))
    starts = list(accumulate(strides[:-1], initial=begin))
    return WordColumns(texts, lowers, is_capital, gaps, starts, list(map(add, starts, lengths)))


def _reaching(row: _Row, text: str, stop: int, following: int) -> _Row:
    """Return the last word of a line that ends at *stop* with a gap that reaches to the *following* word."""
    word, lower, is_capital, gap, length, _ = row
    gap = text[stop + 1 - len(gap) : following]
    return word, lower, is_capital, gap, length, length + len(gap)


def _rows(line: str) -> list[_Row]:
    """Return the words of a *line* that begins with one; the last gap has one space too many."""
    pieces = line.split(" ")
    found = list(map(_one_word.ask(), pieces))
    return _mended(line, pieces, found) if None in found else found  # type: ignore[return-value]


def _mended(line: str, pieces: list[str], found: list[_Row | None]) -> list[_Row]:
    """Return the words of a *line* some of whose *pieces* are no single word and were not *found*."""
    odd = [i for i, row in enumerate(found) if row is None]
    if len(odd) > _MOST_ODD:
        return _cut(line)
    rows: list[Any] = found
    for i in reversed(odd):
        if _FIRST.match(pieces[i]):
            rows[i : i + 1] = _cut(pieces[i])
            continue
        # What begins with no word is cut together with the piece before it.
        pieces[i - 1] += f" {pieces[i]}"
        rows[i - 1 : i + 1] = [None] if rows[i - 1] is None else _cut(pieces[i - 1])
    return rows


def _cut(piece: str) -> list[_Row]:
    """Return the words of a *piece* that begins with one, with a space behind the last."""
    parts = _WORD.split(f"{piece} ")  # gaps and words in turn
    return [
        (word, word.casefold(), word[0].isupper(), gap, len(word), len(word) + len(gap))
        for word, gap in zip(parts[1::2], parts[2::2], strict=True)
    ]


def _row_of(piece: str) -> _Row | None:
    """Return the word that a *piece* of a line begins with, None where there is none or another one behind it."""
    rows = _cut(piece) if _FIRST.match(piece) else []
    return rows[0] if len(rows) == 1 else None


_one_word = Memory(_row_of, longest=_LONGEST)
