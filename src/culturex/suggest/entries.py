"""The entries of a language's ``events.toml``: words and phrases with what they tell, as they are looked up.

In: the tables of a language. Out: an entry for each spelling of each phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_POSSESSIVE = "'s"
# The longest ending of a case behind a compound.
_CASE_ENDING = 2
# Articles and prepositions that French and Italian join to the next word ("l'inauguration", "dell'accordo").
_ELIDED = frozenset(
    ["l", "d", "s", "n", "c", "j", "m", "t", "qu", "un", "dell", "all", "nell", "sull", "dall", "quest"]
)
# The lists of a type, and the groups of their cues.
_LISTS = {"nouns": "noun", "weak": "weak", "acts": "act", "things": "thing", "alone": "alone"}
# Lists that are asked for the word beside a mention (``words_of``) and make no cues of their own.
_NEIGHBOURS = frozenset(
    {
        "little",
        "term",
        "origin",
        "locative",
        "locative_endings",
        "by",
        "agent",
        "house",
        "young",
        "settlement",
        "reference_page",
        "said",
        "tongue",
        "worldwide",
        "post",
        "remit_for",
        "remit_on",
        "hails",
        "where",
        "venues",
        "venue_is",
        "lend",
        "it",
        "giving",
        "recipient_to",
        "given_to",
        "state_heads",
        "first_day",
        "last_day",
        "day_long",
        "travel",
        "these",
        "country_day",
        "over",
        "up_to",
    }
)


class Entry(NamedTuple):
    """A phrase: its *words*, the group and the code of the cues it makes, and the *cover*, of which one cue is made."""

    words: tuple[str, ...]
    group: str
    code: str
    cover: str


def by_length(entry: Entry) -> tuple[int, int, bool]:
    """Return what sorts entries by their length, the longest first."""
    words = entry.words
    return -len(words), -len(words[0].strip("*")), len(words) > 1 and words[1].endswith("*")


def entries_of(tables: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the entries of the *tables* of a language."""
    for code, lists in tables.get("type", {}).items():
        for key, group in _LISTS.items():
            cover = "noun" if group == "weak" else group if group == "noun" else f"{group} {code}"
            for phrase in lists.get(key, ()):
                yield from _spellings(phrase, group, code, cover)
    for group in ("status", "mode", "theme", "cue"):
        for code, phrases in tables.get(group, {}).items():
            if group == "cue" and code in _NEIGHBOURS:
                continue
            cover = ("noun" if code == "no_event" else f"cue {code}") if group == "cue" else group
            for phrase in phrases:
                yield from _spellings(phrase, group, code, cover)


def _spellings(phrase: str, group: str, code: str, cover: str) -> Iterator[Entry]:
    words = tuple(map(bare_form, phrase.casefold().split()))
    yield Entry(words, group, code, cover)
    if len(words) > 1:  # "sister city" is also printed "sister-city"
        yield Entry((f"{words[0]}-{words[1]}", *words[2:]), group, code, cover)


def running_text(entries: list[Entry]) -> tuple[re.Pattern[str], dict[str, list[Entry]]]:
    """Return the pattern that finds *entries* in text without spaces, and the entries by what it finds."""
    by_text: dict[str, list[Entry]] = {}
    for entry in entries:
        by_text.setdefault("".join(entry.words).strip("*"), []).append(entry)
    longest_first = sorted(by_text, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), by_text


def bare_form(form: str) -> str:
    """Return a case-folded word without possessive ending, elided article and the dot that case folding gives İ."""
    if form.isascii() and "'" not in form:
        return form
    plain = form.replace("’", "'").replace("i\u0307", "i")
    if plain.endswith(_POSSESSIVE):
        return plain[:-2]
    head, mark, rest = plain.partition("'")
    return rest if mark and rest and head in _ELIDED else plain


def is_compound(bare: str, inner: str, entry: Entry) -> bool:
    """Tell whether a word ends in what *entry* has behind its ``*``, case endings apart ("Filmwoche", "Filmwochen").

    "Wochen" and "Wochenende" are no compounds with "*woche"; an entry with a second ``*`` goes for any word it is in.
    """
    if entry.words[0].endswith("*"):
        return True
    at = bare.rfind(inner)
    return at > 0 and len(bare) - at - len(inner) <= _CASE_ENDING
