"""What the user's own store knows: names that were accepted or corrected, and suggestions that were rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention

_MOST_WORDS = 12


@dataclass(frozen=True)
class Known:
    """Names with what is known of them, and the words of suggestions that were turned down.

    *names* maps a kind (``person``, ``organization``, ``place``) to names and their values, as a Mention has them;
    *rejected* holds pairs of event type and quote.
    """

    names: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    rejected: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[tuple[str, ...], str, dict[str, Any]]]]:
        filed: dict[str, list[tuple[tuple[str, ...], str, dict[str, Any]]]] = {}
        for kind, names in self.names.items():
            for name, value in names.items():
                words = tuple(name.casefold().split())
                if words and len(words) <= _MOST_WORDS:
                    filed.setdefault(words[0], []).append((words, kind, {"name": name, **value}))
        for rows in filed.values():
            rows.sort(key=lambda row: -len(row[0]))
        return filed

    def find(self, document: Document) -> list[Mention]:
        """Return the mentions of known names in the body, the longest at each place."""
        if not self.names:
            return []
        found: list[Mention] = []
        words = document.words
        taken = -1
        for index, word in enumerate(words):
            if word.start < taken or word.lower not in self._by_first:
                continue
            for parts, kind, value in self._by_first[word.lower]:
                last = index + len(parts) - 1
                if last < len(words) and all(words[index + k].lower == part for k, part in enumerate(parts)):
                    start, end = word.start, words[last].end
                    found.append(Mention(kind, document.text[start:end], start, end, value, "store", 0.95))
                    taken = end
                    break
        return found


def merged(found: Iterable[Mention], known: list[Mention]) -> list[Mention]:
    """Return *found* with the *known* mentions in place of those they overlap."""
    if not known:
        return list(found)
    spans = [(m.start, m.end) for m in known]
    kinds = {m.kind for m in known}
    kept = [
        m
        for m in found
        if m.kind not in kinds | {"person", "organization", "place"}
        or not any(start < m.end and m.start < end for start, end in spans)
    ]
    return sorted([*kept, *known], key=lambda m: (m.start, m.end))
