"""What the words of a language may begin: the names of the gazetteer by their first word, kept from page to page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from culturex.places import cut, index
from culturex.places.gazetteer import Index
from culturex.places.keys import fold
from culturex.places.records import Entry, Names
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.places.tables import tables

_ASKED = frozenset({"asked", "asked_group"})
# In these every adjective of a country is capitalised, so small words need not be looked up.
CAPITALISED = frozenset({"en"})
# A name of so few Latin letters must be printed in capitals ("US", "UK", "EU"), not only begin with one, but for these.
_ACRONYM = 3
_NO_ACRONYM = frozenset({"adjective", "city", "subdivision", "prefix"})
# Kinds of entry that are written with a small letter in languages other than English.
SMALL = frozenset({"adjective", "demonym", "group_adjective", "prefix"})
_MOST_BASES = 8
_MOST_WORDS = 60_000
# More names than this with the same two words ("Republic of") are filed by the third.
_MANY = 6


def is_small(letter: str) -> bool:
    """Tell whether a word that begins so is no proper name; Georgian letters count as small but know no capitals."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


class Reading(NamedTuple):
    """One entry that fits the words of a hit; *exact* where no ending had to be taken off."""

    entry: Entry
    exact: bool


@dataclass(slots=True, eq=False)
class Meaning:
    """All that a name may mean: *readings* begin with the weightiest; *kinds* are the kinds of their entries.

    *weight* is that of the first; *places* is for ``places/finder.py`` to keep what it knows of the places among them.
    """

    readings: tuple[Reading, ...]
    kinds: frozenset[str]
    weight: int
    places: Any = None
    _of: dict[tuple[str, ...], list[Entry]] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of *kinds*, the weightiest first."""
        found = self._of.get(kinds)
        if found is None:
            found = self._of[kinds] = [r.entry for r in self.readings if r.entry.kind in kinds]
        return found


def meaning(readings: Iterable[Reading]) -> Meaning:
    """Return what a name with these *readings*, of which there is one at least, means."""
    readings = tuple(readings)
    return Meaning(readings, frozenset([reading.entry.kind for reading in readings]), readings[0].entry.weight)


@dataclass(slots=True, eq=False)
class Begun:
    """A form of a word, the names that begin with it, and what it means where it stands *alone*, if anything.

    *crowded* are those of the longer names whose second word many share, by that and their third word.
    """

    form: str
    names: Names
    alone: Meaning | None
    crowded: dict[str, dict[str, tuple[Entry, ...]]]

    def longer(self, second: str, third: str) -> tuple[Entry, ...]:
        """Return the names of two words that go on with *second*, and the longer ones that may go on with *third*."""
        by_third = self.crowded.get(second)
        if by_third is None:
            return self.names.longer.get(second, ())
        return by_third[third] if third in by_third else by_third[""]


@dataclass(slots=True, eq=False)
class Start:
    """What a word, as printed, may begin.

    *sole* are the names, where the word is printed in its only form and no other may be meant; *alone* is what it means
    then, if no name goes on. *cues* are what else it may tell of places.
    """

    begun: tuple[Begun, ...] = ()
    sole: Names | None = None
    alone: Meaning | None = None
    cues: tuple[str, ...] = ()


# Stands for a word of the text in which the gazetteer sees several, or none.
COMPOUND = Start()


def is_allowed(entry: Entry, word: str) -> bool:
    """Tell whether *word*, by its capitals, may be all of the name or its beginning."""
    if is_small(word[0]):
        return entry.kind in SMALL
    if entry.rest or len(word) > _ACRONYM or word.isupper():
        return True
    if word.isascii():
        return entry.kind in _NO_ACRONYM or entry.languages != ()
    return entry.kind != "group" or not word[0].isupper()  # Turkish "Söz" is no "SOZ"


def _alone(word: str, begun: Begun) -> Meaning | None:
    """Return what *word* means by itself."""
    if begun.alone is None or (len(word) > _ACRONYM and not is_small(word[0])):
        return begun.alone
    once: dict[tuple[str, str | int], Reading] = {}
    for reading in begun.alone.readings:
        if is_allowed(reading.entry, word):
            once.setdefault((reading.entry.kind, reading.entry.ref), reading)
    return meaning(once.values()) if once else None


class Vocabulary:
    """What the words of one language may begin, in any of their base forms; kept from text to text."""

    def __init__(self, language: str) -> None:
        self._data: Index = index()
        self._language = language
        self._words = tables(language)
        self.inflects = language in self._data.endings()
        self._forms: dict[str, tuple[str, ...]] = {}
        self._begun: dict[str, tuple[Begun, ...]] = {}
        self._meanings: dict[tuple[Reading, ...], Meaning] = {}
        self._starts = Memory(self._start)

    def starts(self, words: list[str]) -> list[Start | None]:
        """Return for each of *words*, as printed, what it may begin; None where it tells nothing of places."""
        return list(self._starts.of(words))

    def _start(self, word: str) -> Start | None:
        if not (word.isascii() and word.isalnum()) and cut(word) != ["", word, ""]:
            return COMPOUND
        folded = fold(word)
        begun = self.begun(folded) if self._may_begin(word) else ()
        cues = self._words.cues(word, folded)
        if not begun and not cues:
            return None
        if len(begun) != 1 or begun[0].form != folded:
            return Start(begun, cues=cues)
        return Start(begun, begun[0].names, _alone(word, begun[0]), cues)

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

    def begun(self, word: str) -> tuple[Begun, ...]:
        """Return what the forms of a folded *word* begin."""
        found = self._begun.get(word)
        if found is None:
            if len(self._begun) > _MOST_WORDS:
                self._begun = {}
            forms = self.forms(word)
            known = self._data.by_first(forms)
            found = tuple(b for form in forms if form in known and (b := self._of(form, known[form])))
            self._begun[word] = found
        return found

    def meaning(self, readings: list[Reading]) -> Meaning:
        """Return what a name of several words, or in one of several forms, with these *readings* means."""
        key = tuple(readings)
        found = self._meanings.get(key)
        if found is None:
            if len(self._meanings) > _MOST_WORDS:
                self._meanings = {}
            found = self._meanings[key] = meaning(readings)
        return found

    def _of(self, form: str, names: Names) -> Begun | None:
        """Return what a text in this language may use of *names*, without those only understood when typed."""
        alone = self._allowed(names.alone)
        longer = {second: kept for second, entries in names.longer.items() if (kept := self._allowed(entries))}
        if not alone and not longer:
            return None
        means = meaning(Reading(entry, True) for entry in alone) if alone else None
        crowded = {second: _by_third(entries) for second, entries in longer.items() if len(entries) > _MANY}
        return Begun(form, Names(alone, longer), means, crowded)

    def _allowed(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(e for e in entries if e.kind not in _ASKED and e.is_read_in(self._language))


def _by_third(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    """File names of the same two words, the longest first, by their third, each time with those that have none."""
    ended = tuple(entry for entry in entries if len(entry.rest) == 1)
    filed: dict[str, tuple[Entry, ...]] = {"": ended}
    for entry in reversed(entries[: len(entries) - len(ended)]):
        filed[entry.rest[1]] = (entry, *filed.get(entry.rest[1], ended))
    return filed


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language."""
    return Vocabulary(language)
