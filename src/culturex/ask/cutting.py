"""The text of an article as a model sees it: without page furniture, and cut into parts where it is long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from culturex.ask.tokens import estimate
from culturex.model.article import Article, without_furniture
from culturex.text import Span, sentences

_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
# A paragraph with the empty lines after it.
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
# A stretch without a full stop is cut after so many characters at the latest.
_HARD = 1000


def shown(article: Article, span: Span) -> str:
    """Return what a model sees of a stretch of the text: page furniture left out, empty lines folded."""
    kept: list[str] = []
    at = span.start
    for start, end in sorted(article.furniture):
        if end <= at or start >= span.end:
            continue
        kept.append(article.text[at : max(start, at)])
        at = end
    kept.append(article.text[at : span.end])
    return _EMPTY_LINES.sub("\n\n", "".join(kept)).strip()


def parts(article: Article, room: int) -> list[Span]:
    """Return the stretches of the text that are asked about one by one, each of at most *room* tokens by estimate.

    Cut is between paragraphs; inside a paragraph that is too long by itself, between sentences.
    """
    body = without_furniture(article)
    found: list[Span] = []
    begin, used = 0, 0
    for piece in _pieces(body, room):
        size = _size(body[piece.start : piece.end])
        if used and used + size > room:
            found.append(Span(begin, piece.start))
            begin, used = piece.start, 0
        used += size
    return [*found, Span(begin, len(body))]


def _size(text: str) -> int:
    """Return the tokens of a stretch of the blanked text, with those of the line breaks that join it to the next."""
    return estimate(" ".join(text.split())) + 1


def _pieces(body: str, room: int) -> Iterator[Span]:
    for found in _PARAGRAPH.finditer(body):
        if _size(found.group()) <= room:
            yield Span(*found.span())
        else:
            yield from _sentences(body, *found.span(), room)


def _sentences(text: str, start: int, end: int, room: int) -> Iterator[Span]:
    begins = [start, *(s.start for s in sentences(text, start, end)[1:]), end]
    for low, high in pairwise(begins):
        if _size(text[low:high]) <= room:
            yield Span(low, high)
            continue
        step = max(1, min(_HARD, room // 2))
        yield from (Span(at, min(at + step, high)) for at in range(low, high, step))
