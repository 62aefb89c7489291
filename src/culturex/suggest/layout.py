"""How a page is laid out: which sentences are its headline, which tell something, where people speak."""

from __future__ import annotations

import re

from culturex.suggest.document import Document
from culturex.text import Span

# What stands in quotation marks, closed or up to the end of its line; from so many characters on it is direct speech
# and no name of an event or a work.
_QUOTED = re.compile(r"“[^“”\n]*+”?|\"[^\"\n]*+\"?|«[^«»\n]*+»?|„[^„“”\n]*+[“”]?")
_QUOTES, _SPEECH = '“"«„', 80
# The languages that write without spaces, whose sentences are shorter.
_RUNNING = frozenset({"zh", "ja"})
# A sentence shorter than this (characters; the second in a text without spaces) is a label, a caption or a byline and
# no part of the lead.
_LEAST_SENTENCE, _LEAST_RUNNING = 40, 12
# A line shorter than this (the second in a language without spaces) is a mere label and tells nothing at all.
_LEAST_LINE, _LEAST_HAN = 14, 8


def headlines(document: Document) -> frozenset[int]:
    """Return the sentences of the headline; none where the text does not print the title."""
    span = document.title_span
    if span is None:
        return frozenset()
    first, last = (document.sentence_index(at) for at in (span.start, max(span.start, span.end - 1)))
    return frozenset(range(first, last + 1))


def body(document: Document, sizes: list[int], headlines: frozenset[int]) -> list[int]:
    """Return the sentences that tell something by their *sizes* (characters), without the *headlines*, in order."""
    least = _LEAST_SENTENCE if " " in document.text[:400].strip() else _LEAST_RUNNING
    if document.language in _RUNNING:
        least = _LEAST_RUNNING
    return [i for i, size in enumerate(sizes) if size >= least and i not in headlines]


def told(document: Document, sizes: list[int], headlines: frozenset[int], body: set[int]) -> list[int]:
    """Return the sentences of the *body* and the short lines between them that are no mere labels, in order."""
    least = _LEAST_HAN if document.language in _RUNNING else _LEAST_LINE
    return [i for i, size in enumerate(sizes) if i in body or (size >= least and i not in headlines)]


def speeches(text: str) -> list[Span]:
    """Return where people speak in a *text*, in quotation marks."""
    if not any(map(text.__contains__, _QUOTES)):  # to look for each is faster than the pattern
        return []
    return [Span(*m.span()) for m in _QUOTED.finditer(text) if m.end() - m.start() >= _SPEECH]
