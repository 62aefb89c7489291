"""The words by which people are known, from languages/*/people.toml, ready for look-up."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import filterfalse
from typing import Any

from culturex.suggest.languages import table
from culturex.suggest.mentions.words.forms import forms

_EMPTY: frozenset[str] = frozenset()
# What stands before an office that somebody held or holds with others.
_ONCE = frozenset(("then", "ex", "former", "co", "vice", "acting", "interim", "now", "soon-to-be"))
# What stands behind an office that somebody is to hold.
_SOON = frozenset(("elect", "designate", "nominee"))


class _Lists(dict[str, frozenset[str]]):
    """Word lists by name; one that a language does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return _EMPTY


@dataclass(slots=True)
class PeopleTables:
    """All that the finder of people looks up, for pages of one language (all words lower case).

    *titles* leads from a form to the word's base form, *given* and *family* hold names in Latin letters;
    *eastern* those of China, Korea and Vietnam that stand first, as they are written in Latin letters;
    *words* holds the plain lists by the names they have in people.toml, *plain* all words known to be no names,
    *small* those that go on with the sentence and are no nouns.
    """

    titles: dict[str, str] = field(default_factory=dict)
    given: frozenset[str] = _EMPTY
    family: frozenset[str] = _EMPTY
    eastern: frozenset[str] = _EMPTY
    words: _Lists = field(default_factory=_Lists)
    plain: frozenset[str] = _EMPTY
    small: frozenset[str] = _EMPTY
    family_endings: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()

    def is_long_title(self, lower: str) -> bool:
        """Tell whether *lower* is an office by how it ends or begins: "kabinettssekretärin", "then-mayor"."""
        front, dash, back = lower.partition("-")
        if dash and ((front in _ONCE and back in self.titles) or (back in _SOON and front in self.titles)):
            return True
        return lower.endswith(self.title_endings) and lower not in self.words["title_endings"]


def fold(word: str) -> str:
    """Return *word* in lower case without diacritics, as the given names are listed.

    >>> fold("Hüseyin")
    'huseyin'
    """
    if word.isascii():
        return word.lower()
    return _folded_kept(word) if len(word) <= _KEPT else _folded(word)


def _folded(word: str) -> str:
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(filterfalse(unicodedata.combining, split))


# Words of so many letters at most are kept.
_KEPT = 40
_folded_kept = lru_cache(maxsize=8192)(_folded)


def entries(language: str) -> dict[str, Any]:
    """Return a language's table of people without its sections."""
    data = table(language, "people")
    words = data.get("words", data)
    return words if isinstance(words, dict) else {}


@cache
def listed(language: str, concern: str) -> frozenset[str]:
    """Return one word list of one language's table."""
    return frozenset(str(entries(language).get(concern, "")).split())


# Lists that a page reads in its own language, and those that it reads in English as well.
_OWN = (
    *("modifiers", "weak_titles", "seats", "speech", "doing", "topics", "bylines", "openers", "links", "suffixes"),
    *("offices", "praise", "empty_titles", "title_endings", "noun_endings", "trades", "behind", "sites"),
)
_SHARED = (
    *(
        "particles",
        "honorifics",
        "blockers",
        "surnames_too",
        "openers_too",
        "ranks_too",
        "address_too",
        "family_endings",
        "royal",
    ),
    *("articles", "ends", "between"),
)
_SMALL = ("speech", "doing", "ends", "openers", "links", "articles", "particles")


@cache
def tables_for(language: str) -> PeopleTables:
    """Return the tables for pages in *language*; English ones where the language has none of its own."""
    own = language if entries(language) else "en"
    tables = PeopleTables(given=listed("en", "given_names"), family=listed("en", "family_names"))
    for name in _OWN:
        tables.words[name] = listed(own, name)
    for name in _SHARED:
        tables.words[name] = listed(own, name) | listed("en", name)
    if own == "en":
        tables.words["common"] = listed("en", "common_words")
    tables.words["fields"] = frozenset(str(table(own, "organizations").get("fields", "")).split())
    for name in ("pinyin", "korean", "vietnamese"):
        tables.words[name] = listed("zh", name)
        tables.eastern |= tables.words[name]
    for entry in str(entries(own).get("titles", "")).split():
        base, _, pattern = entry.partition(":")
        for form, _number in forms(base, pattern, own) if pattern else [(base, "")]:
            tables.titles.setdefault(form, base)
    tables.plain = tables.words.get("common", _EMPTY) | tables.words["fields"]
    tables.small = _EMPTY.union(*(tables.words[name] for name in _SMALL))
    tables.family_endings = tuple(tables.words["family_endings"])
    tables.title_endings = tuple(tables.words["title_endings"])
    return tables


@cache
def office_words(language: str) -> frozenset[str]:
    """Return every form of every title of *language* (and English): words at which the name of a body ends."""
    return frozenset(tables_for(language).titles) | frozenset(tables_for("en").titles)


@cache
def openers_of(language: str) -> frozenset[str]:
    """Return the words of *language* and of English that begin sentences."""
    return listed(language, "openers") | listed("en", "openers")
