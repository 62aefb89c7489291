"""Take a line of page facts apart: "By ANI | Published: March 21, 2023 5:45 AM" has an author and a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from culturex.suggest.page.stamps import has_year
from culturex.suggest.page.tables import PageTable, labels_of_all

_COLON = re.compile(r"[:：\]】=]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Bars, strokes and wide gaps; dashes with spaces around. Not the colon of a time, not the comma or the bars of a date
# ("21 | 04 | 2014").
_BREAK = re.compile(r"(?<!\d\s)[|│¦•·]|[|│¦•·](?!\s\d)|//+|\t|\s[-–—]+\s|\s{3}")
_TRIM = " \t\u00a0|•·,;【】[]()（）«»-–—/*_#"
# The longest label has six words ("this page was last edited on").
_LABEL_WORDS = 6


class Piece(NamedTuple):
    """A part of a line: the kind of its label (None without one), its trimmed text, and where that stands."""

    kind: str | None
    text: str
    start: int
    end: int


def may_have_label(text: str, table: PageTable) -> bool:
    """Tell at a glance whether a line can have a label: it has a colon or the like, or begins as a label does."""
    if ":" in text or "=" in text or "：" in text or "]" in text or "】" in text or "|" in text:
        return True
    return text[:24].casefold().startswith(table.bare_starts)


def pieces(text: str, table: PageTable) -> list[Piece]:
    """Return the parts of a line with the labels that announce them, in order."""
    found: list[Piece] = []
    kind: str | None = None
    begin = 0
    for mark in _COLON.finditer(text):
        label = _label_before(text, begin, mark.start(), table, bracketed=mark.group() in "]】")
        if label is None:
            continue
        label_start, next_kind = label
        _add(text, begin, label_start, kind, table, found)
        kind, begin = next_kind, mark.end()
    _add(text, begin, len(text), kind, table, found)
    return found


def _label_before(text: str, begin: int, end: int, table: PageTable, *, bracketed: bool) -> tuple[int, str] | None:
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end == begin or not text[end - 1].isalpha():
        return None
    low = max(begin, end - 40)
    words = list(_WORD.finditer(text, low, end))
    if not words or words[-1].end() < end:
        return None
    labels = (table.labels, labels_of_all()) if has_year(text) else (table.labels,)
    for count in range(min(_LABEL_WORDS, len(words)), 0, -1):
        start = words[-count].start()
        label = " ".join(text[start:end].casefold().split())
        kind = next((kinds[label] for kinds in labels if label in kinds), None)
        if kind and (not bracketed or text[start - 1 : start] in ("[", "【")):
            return start, kind
    # Chinese writes no space between a value and the next label.
    last = words[-1]
    if not last.group().isascii():
        for size in (4, 3, 2):
            kind = table.labels.get(text[end - size : end])
            if kind and end - size >= last.start():
                return end - size, kind
    return None


def _add(text: str, begin: int, end: int, kind: str | None, table: PageTable, found: list[Piece]) -> None:
    at = begin
    for mark in [*_BREAK.finditer(text, begin, end), None]:
        stop = mark.start() if mark else end
        piece = _trimmed(text, at, stop, kind)
        if piece.text:
            found.append(piece if kind else _bare(piece, text, table))
            kind = None
        at = mark.end() if mark else end


def _trimmed(text: str, begin: int, end: int, kind: str | None) -> Piece:
    while begin < end and text[begin] in _TRIM:
        begin += 1
    while end > begin and text[end - 1] in _TRIM:
        end -= 1
    return Piece(kind, text[begin:end], begin, end)


def _bare(piece: Piece, text: str, table: PageTable) -> Piece:
    """Return *piece* with the label that its first words are ("Published March 21, 2023"), else as it is."""
    if not piece.text[:24].casefold().startswith(table.bare_starts):
        return piece
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(piece.text[:60]):
        words.append(match)
        if len(words) == _LABEL_WORDS:
            break
    for count in range(len(words), 0, -1):
        label_end = words[count - 1].end()
        label = " ".join(piece.text[:label_end].casefold().split())
        if label in table.bare and label_end < len(piece.text):
            return _trimmed(text, piece.start + label_end, piece.end, table.labels.get(label))
    return piece
