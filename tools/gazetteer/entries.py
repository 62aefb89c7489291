"""Collect the entries of the index: which key means what, in which languages, how surely."""

from __future__ import annotations

from collections.abc import Iterable

from culturex.places.keys import key

COUNTRY, ADJECTIVE, DEMONYM, PREFIX, COMPOUND, GROUP, GROUP_ADJECTIVE, CITY, SUBDIVISION, ASKED, ASKED_GROUP = (
    "nadcmghpsxy"
)
# Text of any language: one of these marks an entry of any language.
ANY = ""


class Entries:
    """(key, kind, ref) = (languages, weight); an entry added twice keeps the greater weight and all languages."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, str | int], tuple[frozenset[str], int]] = {}
        self.by_key: dict[str, set[tuple[str, str | int]]] = {}

    def add(self, name: str, kind: str, ref: str | int, languages: Iterable[str] = (ANY,), weight: int = 80) -> None:
        """Index *name*; weight 0..100 says how surely a text that has these words means *ref*."""
        folded = key(name)
        if not folded:
            return
        at = (folded, kind, ref)
        known_languages, known_weight = self.rows.get(at, (frozenset(), 0))
        self.rows[at] = (known_languages | frozenset(languages), max(weight, known_weight))
        self.by_key.setdefault(folded, set()).add((kind, ref))

    def set_weight(self, name: str, kinds: str, weight: int, refs: Iterable[str | int] | None = None) -> None:
        """Give all entries of *name* of these kinds this weight."""
        folded = key(name)
        wanted = None if refs is None else set(refs)
        for kind, ref in self.by_key.get(folded, ()):
            if kind in kinds and (wanted is None or ref in wanted):
                self.rows[folded, kind, ref] = (self.rows[folded, kind, ref][0], weight)

    def has(self, name: str, kinds: str) -> bool:
        """Tell whether *name* is indexed as one of *kinds*."""
        return any(kind in kinds for kind, _ in self.by_key.get(key(name), ()))

    def drop(self, folded: str, kind: str, ref: str | int) -> None:
        """Take one entry out."""
        del self.rows[folded, kind, ref]
        self.by_key[folded].discard((kind, ref))

    def table(self) -> list[tuple[str, str, str, str | int, str, int]]:
        """Return the rows (first word, other words, kind, ref, languages, weight), sorted."""
        out = []
        for (folded, kind, ref), (languages, weight) in self.rows.items():
            first, _, rest = folded.partition(" ")
            spoken = "" if ANY in languages else " ".join(sorted(languages))
            out.append((first, rest, kind, ref, spoken, weight))
        return sorted(out, key=lambda row: (*row[:3], str(row[3])))
