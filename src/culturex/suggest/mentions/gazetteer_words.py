"""What the words of a language may begin: the names of the gazetteer by their first word, kept from page to page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from culturex.places import index
from culturex.places.gazetteer import Index
from culturex.places.keys import fold
from culturex.places.records import Entry, Names
from culturex.suggest.mentions.memory import MOST_KEPT

_ASKED = frozenset({"asked", "asked_group"})
# In these every adjective of a country is capitalised, so small words need not be looked up.
CAPITALISED = frozenset({"en"})
# A name of so few Latin letters must be printed in capitals ("US", "UK", "EU"), not only begin with one.
ACRONYM = 3
_MOST_BASES = 8
_MOST_WORDS = 60_000


def is_small(letter: str) -> bool:
    """Tell whether a word that begins so is no proper name; Georgian letters count as small but know no capitals."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


class Reading(NamedTuple):
    """One entry that fits the words of a hit; *exact* where no ending had to be taken off."""

    entry: Entry
    exact: bool


class Begun(NamedTuple):
    """A form of a word, the names that begin with it, and the readings (of *kinds*) where it stands *alone*."""

    form: str
    names: Names
    alone: tuple[Reading, ...]
    kinds: frozenset[str]


class Start(NamedTuple):
    """What a word, as printed, may begin.

    *sole* is the only form, where the word is printed in that and no other may be meant; *is_plain* tells that it is
    capitalised and no abbreviation, so that all its readings are allowed.
    """

    begun: tuple[Begun, ...]
    sole: Begun | None
    is_plain: bool


def kinds_of(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the kinds of the entries of *readings*."""
    return frozenset(reading.entry.kind for reading in readings)


def _start(word: str, folded: str, begun: tuple[Begun, ...]) -> Start:
    first = word[0]
    is_plain = len(word) > ACRONYM and not ("a" <= first <= "z" or is_small(first))
    return Start(begun, begun[0] if len(begun) == 1 and begun[0].form == folded else None, is_plain)


class Vocabulary:
    """What the words of one language may begin, in any of their base forms; kept from text to text."""

    def __init__(self, language: str) -> None:
        self._data: Index = index()
        self._language = language
        self.inflects = language in self._data.endings()
        self._forms: dict[str, tuple[str, ...]] = {}
        self._begun: dict[str, tuple[Begun, ...]] = {}
        self._printed: dict[str, Start | None] = {}
        self._kept = 0

    def printed(self, words: list[str]) -> dict[str, Start | None]:
        """Return for each of *words*, as printed, what it may begin; None where it or its capitals tell no name.

        The answer may hold other words as well.
        """
        known = self._printed
        missing = set(words).difference(known)
        if missing:
            if self._kept > MOST_KEPT:
                known, missing, self._kept = {}, set(words), 0
            folded = {word: fold(word) for word in missing if self._may_begin(word)}
            begun = self.begun(set(folded.values()))
            known.update(dict.fromkeys(missing))
            known.update((word, _start(word, form, begun[form])) for word, form in folded.items() if form in begun)
            self._kept += sum(map(len, missing))
            self._printed = known
        return known

    def _may_begin(self, word: str) -> bool:
        """Tell whether *word* may begin a name: capitalised, of a script without case, or (not in English) any."""
        first = word[0]
        if "a" <= first <= "z" or is_small(first):
            return self._language not in CAPITALISED and len(word) > 3
        return "A" <= first <= "Z" or not first.isdigit()

    def forms(self, word: str) -> tuple[str, ...]:
        """Return a folded word and its base forms."""
        if not self.inflects:
            return (word,)
        found = self._forms.get(word)
        if found is None:
            if len(self._forms) > _MOST_WORDS:
                self._forms = {}
            found = (word, *self._data.bases(word, self._language)[:_MOST_BASES])
            self._forms[word] = found
        return found

    def begun(self, words: set[str]) -> dict[str, tuple[Begun, ...]]:
        """Return word = what its forms begin, for all *words* that begin a name."""
        missing = [word for word in words if word not in self._begun]
        if missing:
            if len(self._begun) > _MOST_WORDS:
                self._begun = {}
                missing = list(words)
            forms = {word: self.forms(word) for word in missing}
            known = self._data.by_first({form for found in forms.values() for form in found})
            for word, found in forms.items():
                self._begun[word] = tuple(b for form in found if form in known and (b := self._of(form, known[form])))
        begun = self._begun
        return {word: names for word in words if (names := begun[word])}

    def _of(self, form: str, names: Names) -> Begun | None:
        """Return what a text in this language may use of *names*, without those only understood when typed."""
        alone = self._allowed(names.alone)
        longer = {second: kept for second, entries in names.longer.items() if (kept := self._allowed(entries))}
        if not alone and not longer:
            return None
        readings = tuple(Reading(entry, True) for entry in alone)
        return Begun(form, Names(alone, longer), readings, kinds_of(readings))

    def _allowed(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(e for e in entries if e.kind not in _ASKED and e.is_read_in(self._language))


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language."""
    return Vocabulary(language)
