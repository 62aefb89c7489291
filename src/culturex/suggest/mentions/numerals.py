"""Where dates and counts may stand on a page: at a number, a month, a weekday, "twelve"; nearly no word is one."""

from __future__ import annotations

from functools import cache

from culturex.suggest.document import Document
from culturex.suggest.mentions.dates.words import vocabulary
from culturex.suggest.mentions.memory import Sieve
from culturex.suggest.mentions.number_words import number_words


def numerals(document: Document) -> list[int]:
    """Return where the words of *document* stand that ``dates`` or ``counts`` lets pass, looked up once for both."""
    known: list[int] | None = document.kept.get("numerals")
    if known is None:
        known = document.kept["numerals"] = _either(document.language).places(document.lowers)
    return known


@cache
def dates(language: str) -> Sieve:
    """Return what lets the words of *language* pass that a date may stand at."""
    return Sieve(vocabulary((language,)).may_tell)


@cache
def counts(language: str) -> Sieve:
    """Return what lets the words of *language* pass that may begin a count."""
    return Sieve(number_words(language).may_count)


@cache
def _either(language: str) -> Sieve:
    may_tell, may_count = vocabulary((language,)).may_tell, number_words(language).may_count
    return Sieve(lambda word: may_tell(word) or may_count(word))
