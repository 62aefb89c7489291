"""The words of counted persons: nouns, number words and qualifiers of each language, from its ``numbers.toml``.

``nouns``: persons in the plural, as they stand after a number (a final ``*`` for any ending). ``compounds``: what makes
a number a count of persons after a hyphen ("37-member"). ``approximate``: words before a number that make it a rough
one, ``approximate_after``: such marks after it. ``not_between``: words that cannot stand between a number and its noun;
``not_before``: words before a number that counts no persons ("aged 12"). ``groups`` and ``of``: what persons form, and
the word between it and their number ("a delegation of six"); ``group_ends``: words that go on behind that.
``counters``: for languages written without spaces, what follows the number. ``numbers`` and ``scales``: words and their
values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from culturex.suggest.languages import table


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of one language."""

    nouns: frozenset[str]
    noun_stems: tuple[str, ...]
    compounds: frozenset[str]
    approximate: frozenset[str]
    approximate_after: tuple[str, ...]
    not_between: frozenset[str]
    not_before: frozenset[str]
    counters: tuple[str, ...]
    numbers: dict[str, int]
    scales: dict[str, int]
    joiners: frozenset[str]
    groups: frozenset[str]
    of: frozenset[str]
    group_ends: frozenset[str]

    def is_noun(self, word: str) -> bool:
        """Tell whether *word* (lower case) names persons."""
        return word in self.nouns or (bool(self.noun_stems) and word.startswith(self.noun_stems))

    def may_count(self, word: str) -> bool:
        """Tell whether *word* (lower case) may begin a count: "200", "twelve", "million", "ten-person"."""
        if word in self.numbers or word in self.scales or word[0].isdecimal():
            return True
        return "-" in word and word.split("-")[0] in self.numbers


@cache
def number_words(language: str) -> NumberWords:
    """Return the tables of *language* (ISO 639-1), empty ones where it has none."""
    data = table(language, "numbers")
    nouns: Iterable[str] = data.get("nouns", ())
    return NumberWords(
        nouns=frozenset(n for n in nouns if not n.endswith("*")),
        noun_stems=tuple(n[:-1] for n in nouns if n.endswith("*")),
        compounds=frozenset(data.get("compounds", ())),
        approximate=frozenset(data.get("approximate", ())),
        approximate_after=tuple(data.get("approximate_after", ())),
        not_between=frozenset(data.get("not_between", ())),
        not_before=frozenset(data.get("not_before", ())),
        counters=tuple(sorted(data.get("counters", ()), key=len, reverse=True)),
        numbers=_values(data.get("numbers", {})),
        scales=_values(data.get("scales", {})),
        joiners=frozenset(data.get("joiners", ())),
        groups=frozenset(data.get("groups", ())),
        of=frozenset(data.get("of", ())),
        group_ends=frozenset(data.get("group_ends", ())),
    )


def _values(section: dict[str, Any]) -> dict[str, int]:
    return {form: int(value) for value, forms in section.items() for form in forms}
