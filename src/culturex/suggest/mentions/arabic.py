"""Words of Arabic script as the finders of people and bodies read them, without vowel signs, articles and prefixes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.languages import table
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.scan import GEO

_WORD = re.compile("[\u0621-\u0652\u0670-\u06d3]+")
_SIGNS = re.compile("[\u064b-\u0652\u0640\u0670]")
_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})
_ARTICLE = "ال"
# "And", "so", "to", "with", "as" are written together with the next word.
_PREFIXES = ("و", "ف", "ل", "ب", "ك")


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands (offsets), *plain* in one spelling.

    *joined* tells that one space leads to the next word, *is_definite* that it has the article, or "to the" before it
    (and not an alef with its hamza: "ألفاريس").
    """

    start: int
    end: int
    plain: str
    joined: bool
    is_definite: bool


def fold(text: str) -> str:
    """Return *text* in one spelling: no vowel signs, one form of alef and of final yeh.

    >>> fold("إسبانيا"), fold("عمّان")
    ('اسبانيا', 'عمان')
    """
    return _SIGNS.sub("", text).translate(_ALEF)


@cache
def names(language: str) -> dict[str, Any]:
    """Return the table of people and bodies of a language in Arabic script, its lists as sets of folded words."""
    data = table(language, "names")
    return {
        section: {name: frozenset(map(fold, str(words).split())) for name, words in lists.items()}
        for section, lists in data.items()
    }


def words(document: Document) -> list[Word]:
    """Return the words of Arabic script in *document*, in order, each once."""
    kept: list[Word] | None = document.kept.get("arabic")
    if kept is None:
        text = document.body
        spans = [match.span() for match in _WORD.finditer(text)]
        kept = document.kept["arabic"] = [
            Word(
                start,
                end,
                fold(text[start:end]),
                text[end:following] in (" ", "\u00a0"),
                text.startswith((_ARTICLE, "لل"), start) and end - start > len(_ARTICLE) + 1,
            )
            for (start, end), (following, _) in pairwise([*spans, (len(text) + 9, 0)])
        ]
    return kept


def bare_forms(plain: str) -> Iterator[tuple[int, str]]:
    """Yield a folded word and what is left of it without its prefixes, each with the number of letters taken off."""
    yield 0, plain
    if plain[:1] in _PREFIXES and len(plain) > len(_ARTICLE) + 1:
        yield 1, plain[1:]
        if plain[1:2] in _PREFIXES:
            yield 2, plain[2:]


def without_article(plain: str) -> str:
    """Return a folded word without the article: "الجامعة", "للجامعة"."""
    return plain[2:] if plain.startswith((_ARTICLE, "لل")) else plain


class Held:
    """Which words of a document its mentions of countries, places or bodies hold."""

    def __init__(self, mentions: list[Mention], kinds: Container[str] = GEO) -> None:
        self.mentions = sorted((m for m in mentions if m.kind in kinds), key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]

    def at(self, word: Word) -> Mention | None:
        """Return the mention that begins in *word*."""
        k = bisect_left(self.starts, word.start)
        return self.mentions[k] if k < len(self.starts) and self.starts[k] < word.end else None
