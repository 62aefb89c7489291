"""The words of a text as the gazetteer has them: those of the document, but for a few that it cuts finer."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, compress
from typing import Any, NamedTuple

from culturex.places.keys import JOINED, cut
from culturex.suggest.document import Document
from culturex.suggest.mentions.gazetteer_words import COMPOUND, Start, Vocabulary

# What lies between the words of a document, but is a word or the part of one in the gazetteer.
_NO_GAP = re.compile(f"[&{JOINED}]")
# A text with a larger share of words to be cut finer is cut anew (Chinese, Korean).
_MOST = 1 / 4


class Columns(NamedTuple):
    """The words as printed, where they start and end, what stands behind each, and what it tells of places."""

    printed: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    told: list[Start | None]


def columns(document: Document, vocabulary: Vocabulary) -> Columns:
    """Return the words of *document*, cut and folded as in ``culturex.places.keys``."""
    if not _shares_gaps(document):
        return _anew(document.body, vocabulary)
    texts = document.texts
    told = vocabulary.starts(texts)
    shared = Columns(texts, document.word_starts, document.word_ends, document.gaps, told)
    compounds = [i for i in compress(range(len(texts)), told) if told[i] is COMPOUND]
    if len(compounds) > _MOST * len(texts):
        return _anew(document.body, vocabulary)
    return _finer(shared, compounds, vocabulary) if compounds else shared


def _shares_gaps(document: Document) -> bool:
    """Tell whether the gazetteer sees gaps wherever the document has one, and nowhere else but inside of words."""
    if not document.texts:
        return False
    kinds = set(document.gaps)
    if "" in kinds and "" in document.gaps[:-1]:
        return False
    gaps = document.body[: document.word_starts[0]] + "".join(kinds)
    return "&" not in gaps if gaps.isascii() else not _NO_GAP.search(gaps)


def _anew(text: str, vocabulary: Vocabulary) -> Columns:
    parts = cut(text)
    printed = parts[1::2]
    ends = list(accumulate(map(len, parts)))
    return Columns(printed, ends[0:-1:2], ends[1::2], parts[2::2], vocabulary.starts(printed))


def _finer(words: Columns, compounds: list[int], vocabulary: Vocabulary) -> Columns:
    """Return *words* with the *compounds* among them cut once more ("Guinea-Bissau", "U.S.")."""
    finer = Columns([], [], [], [], [])
    pairs: list[tuple[list[Any], list[Any]]] = list(zip(finer, words, strict=True))
    done = 0
    for i in compounds:
        for column, whole in pairs:
            column += whole[done:i]
        done = i + 1
        _cut_word(words.printed[i], words.starts[i], words.gaps[i], finer, vocabulary)
    for column, whole in pairs:
        column += whole[done:]
    return finer


def _cut_word(word: str, start: int, gap: str, finer: Columns, vocabulary: Vocabulary) -> None:
    """Add the words in *word*, which begins at *start* and has *gap* behind it."""
    printed, ends, gaps, rest = _pieces_kept(word) if len(word) <= _KEPT else _pieces(word)
    finer.printed.extend(printed)
    finer.starts.extend([start + end - len(piece) for piece, end in zip(printed, ends, strict=True)])
    finer.ends.extend([start + end for end in ends])
    finer.gaps.extend(gaps)
    finer.gaps.append(rest + gap)
    finer.told.extend(vocabulary.starts(printed))


def _pieces(word: str) -> tuple[list[str], list[int], list[str], str]:
    """Return the words in *word*, where each ends, what stands between them, and what behind the last."""
    parts = cut(word)
    return parts[1::2], list(accumulate(map(len, parts)))[1::2], parts[2:-1:2], parts[-1]


# News repeats its compounds; those of so many letters at most are kept.
_KEPT = 40
_pieces_kept = lru_cache(maxsize=8192)(_pieces)
