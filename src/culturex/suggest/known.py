"""What the user's own store knows: names that were accepted or corrected, and suggestions that were rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention

_MOST_WORDS = 12
_NAMES = frozenset({"person", "organization", "place"})


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
        if not self._by_first:
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
    """Return *found* with the *known* mentions among them.

    Where a finder saw the same name, what it read beside it (a title, a body) stays, and the store's country counts;
    anything else that overlaps a known name gives way to it.
    """
    if not known:
        return list(found)
    kept: list[Mention] = []
    seen: set[int] = set()
    for mention in found:
        over = [k for k in known if k.start < mention.end and mention.start < k.end]
        if mention.kind not in _NAMES or not over:
            kept.append(mention)
        elif len(over) == 1 and over[0].kind == mention.kind and _same(over[0], mention):
            seen.add(id(over[0]))
            value = {**mention.value, **{k: v for k, v in over[0].value.items() if v is not None and k != "name"}}
            kept.append(replace(mention, value=value, rule="store", confidence=over[0].confidence))
    kept += [k for k in known if id(k) not in seen]
    return sorted(kept, key=lambda m: (m.start, m.end))


def _same(known: Mention, mention: Mention) -> bool:
    return str(known.value["name"]).casefold() == str(mention.value["name"]).casefold()
