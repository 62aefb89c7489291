"""The words of a text as the gazetteer has them: those of the document, but for a few that it cuts finer."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import accumulate, compress
from typing import Any, NamedTuple

from culturex.places.keys import JOINED, cut
from culturex.suggest.document import Document
from culturex.suggest.mentions.places.gazetteer_words import COMPOUND, Start, Vocabulary

# A word of its own in the gazetteer, and what belongs to a word there but not in the document.
_AND = "&"
_MARK = re.compile(f"[{JOINED}]")
# A text with a larger share of words to be cut finer is cut anew (Chinese, Korean).
_MOST = 1 / 4
# Compounds of so many letters at most are kept.
_KEPT = 40


class Columns(NamedTuple):
    """The words as printed, where they start and end, what stands behind each, and what it tells of places.

    *telling* are the indices of those that tell something.
    """

    printed: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    told: list[Start | None]
    telling: list[int]


def columns(document: Document, vocabulary: Vocabulary) -> Columns:
    """Return the words of *document*, cut and folded as in ``culturex.places.keys``."""
    texts, gaps, body = document.texts, document.gaps, document.body
    if not texts or _has_marks(document) or (not body.isascii() and "" in gaps[:-1]):
        return _anew(body, vocabulary)  # Latin words beside Chinese ones, too
    told = vocabulary.starts(texts)
    telling = _telling(told)
    finer = [i for i in telling if told[i] is COMPOUND]
    # Only initials may have a word right behind them ("A.b2").
    if _AND in body[: document.word_starts[0]] or "" in [gaps[i] for i in finer if i + 1 < len(texts)]:
        return _anew(body, vocabulary)
    if _AND in body:
        finer = sorted({*finer, *[i for i, gap in enumerate(gaps) if _AND in gap]})
    if len(finer) > _MOST * len(texts):
        return _anew(body, vocabulary)
    shared = Columns(texts, document.word_starts, document.word_ends, gaps, told, telling)
    return _finer(shared, finer, vocabulary) if finer else shared


def _has_marks(document: Document) -> bool:
    """Tell whether the gazetteer joins words where the document has gaps."""
    if document.body.isascii():
        return False
    gaps = document.body[: document.word_starts[0]] + "".join(set(document.gaps))
    return not gaps.isascii() and _MARK.search(gaps) is not None


def _telling(told: list[Start | None]) -> list[int]:
    return list(compress(range(len(told)), told))


def _anew(text: str, vocabulary: Vocabulary) -> Columns:
    parts = cut(text)
    printed = parts[1::2]
    ends = list(accumulate(map(len, parts)))
    told = vocabulary.starts(printed)
    return Columns(printed, ends[0:-1:2], ends[1::2], parts[2::2], told, _telling(told))


def _finer(words: Columns, which: list[int], vocabulary: Vocabulary) -> Columns:
    """Return *words* with some of them, or what stands behind, cut once more ("Guinea-Bissau", "U.S.", "Arts & Co")."""
    finer = Columns([], [], [], [], [], [])
    pairs: list[tuple[list[Any], list[Any]]] = list(zip(finer[:-1], words[:-1], strict=True))
    pieces = _pieces(vocabulary)
    done = 0
    for i in which:
        for column, whole in pairs:
            column += whole[done:i]
        done = i + 1
        _add_pieces(words.printed[i] + words.gaps[i], words.starts[i], finer, pieces)
    for column, whole in pairs:
        column += whole[done:]
    finer.telling.extend(_telling(finer.told))
    return finer


def _add_pieces(text: str, start: int, finer: Columns, pieces: Callable[[str], Columns]) -> None:
    """Add the words in *text*, a word with the gap behind it, which begins at *start*."""
    found = pieces(text)
    finer.printed.extend(found.printed)
    finer.starts.extend([start + at for at in found.starts])
    finer.ends.extend([start + at for at in found.ends])
    finer.gaps.extend(found.gaps)
    finer.told.extend(found.told)


@cache
def _pieces(vocabulary: Vocabulary) -> Callable[[str], Columns]:
    """Return what cuts a word with the gap behind it; news repeats its compounds."""
    cut_anew = partial(_anew, vocabulary=vocabulary)
    kept = lru_cache(maxsize=8192)(cut_anew)
    return lambda text: kept(text) if len(text) <= _KEPT else cut_anew(text)
