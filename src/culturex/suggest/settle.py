"""Settle which mentions stand where finders see different things in the same words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from culturex.suggest.document import Document
from culturex.suggest.lexicon import Cue
from culturex.suggest.mentions import Mention

_WHERE = frozenset({"place", "country"})
# A place that is sure stays although a word of the tables is the same ("Park", "Centre" are towns, too).
_SURE = 0.8


def settle(document: Document) -> None:
    """Take out of the document's mentions the places that are only part of a person's name."""
    people = sorted((m.start, m.end) for m in document.mentions if m.kind == "person")
    if people:
        document.mentions[:] = [
            m for m in document.mentions if m.kind not in _WHERE or not _is_inside((m.start, m.end), people)
        ]


def without_common_words(mentions: Iterable[Mention], cues: list[Cue]) -> list[Mention]:
    """Return the *mentions* without unsure places that are the head word of a body ("Universidad de La Habana")."""
    heads = {c.start for c in cues if c.group == "thing"} | {c.end for c in cues if c.group == "thing"}
    return [
        m for m in mentions if m.kind != "place" or m.confidence >= _SURE or not (m.start in heads or m.end in heads)
    ]


def _is_inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    at = bisect_right(others, (span[0], 1 << 60)) - 1
    return at >= 0 and span[1] <= others[at][1]
