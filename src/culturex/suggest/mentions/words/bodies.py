"""The words by which bodies are known, from languages/*/organizations.toml, merged for fast look-up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from culturex.suggest.languages import known, table
from culturex.suggest.mentions.words.forms import forms

KINDS = ("post", "unit", "school", "house", "group")
# The languages whose tables are read on every page, whatever its own: pages print foreign bodies by their own names.
_LATIN = ("en", "fr", "es", "pt", "it", "de", "tr")
# A head that hides in one word with a shortening before it has more letters than this.
_SHORTEST_HEAD = 5


@dataclass(slots=True, eq=False)  # not frozen: thousands are made before the first page is read
class Head:
    """A word that heads the name of a body.

    *base* is the word in the singular and the nominative, lower case; *kind* one of KINDS; *weak* heads need words of
    their own; *order* says where the specifying words stand (``before``, ``after``, ``both``, ``slavic``).
    """

    base: str
    kind: str
    order: str
    language: str
    weak: bool = False
    plural: bool = False
    inflected: bool = False


@dataclass(slots=True)
class Tables:
    """All that the finder of organizations looks up, for pages of one language."""

    heads: dict[str, Head] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    phrases: dict[str, list[list[str]]] = field(default_factory=dict)
    suffixes: tuple[tuple[str, Head], ...] = ()
    prefixes: tuple[str, ...] = ()
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)


_MERGED = (
    *("links", "joiners", "articles", "firms", "legal_after", "legal_before", "quoted", "events", "media", "inner"),
    *(
        "government",
        "telling",
        "lower",
        "lower_inner",
        "possessives",
        "topics",
        "adjectives",
        "honours",
        "idioms",
        "instruments",
    ),
    *("officers", "fronts", "firm_heads", "no_bodies", "leaders", "led", "presided", "fields", "agencies"),
)


@cache
def tables_for(language: str) -> Tables:
    """Return the tables for pages in *language*: its own first, then English and the other Latin ones."""
    order = [language, *(code for code in _LATIN if code != language), *known()]
    tables = Tables()
    merged: dict[str, set[str]] = {name: set() for name in _MERGED}
    names: set[str] = set()
    for code in dict.fromkeys(order):
        data = table(code, "organizations")
        if not data or data.get("order") == "han":
            continue
        _add_heads(tables, code, data)
        _add_phrases(tables, data)
        names.update(str(data.get("names", "")).split())
        if data.get("adjective_endings"):
            tables.endings[code] = tuple(str(data["adjective_endings"]).split())
        for name in _MERGED:
            merged[name].update(str(data.get(name, "")).split())
    tables.words = {name: frozenset(found) for name, found in merged.items()}
    international = _international()
    _add_phrases(tables, international)
    for phrases in tables.phrases.values():
        phrases.sort(key=len, reverse=True)
    tables.media = frozenset(str(international["media"]).split())
    tables.names = frozenset(names).union(str(international["words"]).split(), tables.media)
    return tables


@cache
def _international() -> dict[str, Any]:
    """Return the bodies that pages of every language name: ``words``, ``media`` and ``phrases``."""
    return tomllib.loads((files("culturex.suggest") / "international.toml").read_text("utf-8"))


def _add_heads(tables: Tables, code: str, data: dict[str, Any]) -> None:
    weak = set(str(data.get("weak", "")).split())
    order = data["order"]
    for kind in (*KINDS, "weak"):
        for word in str(data.get(kind, "")).split():
            if kind == "weak" and word in tables.heads:
                continue
            head = Head(word, "unit" if kind == "weak" else kind, order, code, word in weak)
            tables.heads.setdefault(word, head)
            for ending in str(data.get("endings", "")).split():
                tables.heads.setdefault(word + ending, Head(word, kind, order, code, word in weak, inflected=True))
        for entry in str(data.get("declined", {}).get(kind, "")).split():
            base, _, pattern = entry.partition(":")
            for form, number in forms(base, pattern, code):
                head = Head(base, kind, order, code, base in weak, number == "plural", form != base)
                tables.heads.setdefault(form, head)
    for gender, words in data.get("genders", {}).items():
        for word in str(words).split():
            tables.genders[word] = gender
            known_head = tables.heads.get(word)
            if known_head is not None and known_head.language == code:
                for case in ("s", "es"):
                    tables.heads.setdefault(word + case, replace(known_head, inflected=True))
    for word, base in data.get("plurals", {}).items():
        single = tables.heads.get(base)
        if single is not None:
            tables.heads.setdefault(word, Head(base, single.kind, order, code, single.weak, plural=True))
    tables.suffixes += tuple(
        (suffix, tables.heads[suffix]) for suffix in str(data.get("suffixes", "")).split() if suffix in tables.heads
    )
    tables.prefixes += tuple(str(data.get("compounds", {}).get("prefixes", "")).split())


def _add_phrases(tables: Tables, data: dict[str, Any]) -> None:
    for phrase in str(data.get("phrases", "")).split(";"):
        words = phrase.split()
        if words:
            tables.phrases.setdefault(words[0], []).append(words)


def compound(lower: str, tables: Tables) -> Head | None:
    """Return the head of a one-word name made of a shortening and a head: Белгосфилармонии, Минкультуры."""
    if tables.prefixes and lower.startswith(tables.prefixes):
        return Head(lower, "unit", "slavic", "ru")
    for cut in range(2, min(9, len(lower) - _SHORTEST_HEAD)):
        head = tables.heads.get(lower[cut:])
        if head is not None and head.order == "slavic":
            return Head(lower[:cut] + head.base, head.kind, "slavic", head.language, False, head.plural, head.inflected)
    return None
