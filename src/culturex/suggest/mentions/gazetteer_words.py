"""What the words of a language may begin: the names of the gazetteer by their first word, kept from page to page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from culturex.places import cut, index
from culturex.places.gazetteer import Index
from culturex.places.keys import fold
from culturex.places.records import Entry, Names
from culturex.suggest.mentions.memory import MOST_KEPT
from culturex.suggest.mentions.places_tables import tables

_ASKED = frozenset({"asked", "asked_group"})
# In these every adjective of a country is capitalised, so small words need not be looked up.
CAPITALISED = frozenset({"en"})
# A name of so few Latin letters must be printed in capitals ("US", "UK", "EU"), not only begin with one.
ACRONYM = 3
_MOST_BASES = 8
_MOST_WORDS = 60_000
# More names than this with the same two words ("Republic of") are filed by the third.
_MANY = 6
# The parts of what is a word of the gazetteer: it, with an empty gap before and behind.
_WHOLE = 3


def is_small(letter: str) -> bool:
    """Tell whether a word that begins so is no proper name; Georgian letters count as small but know no capitals."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


@dataclass(slots=True)
class Reading:
    """One entry that fits the words of a hit; *exact* where no ending had to be taken off."""

    entry: Entry
    exact: bool


@dataclass(slots=True, eq=False)
class Meaning:
    """All that a name may mean: *readings* begin with the weightiest; *kinds* are the kinds of their entries."""

    readings: tuple[Reading, ...]
    kinds: frozenset[str]
    _of: dict[tuple[str, ...], list[Entry]] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of *kinds*, the weightiest first."""
        found = self._of.get(kinds)
        if found is None:
            found = self._of[kinds] = [r.entry for r in self.readings if r.entry.kind in kinds]
        return found


def meaning(readings: Iterable[Reading]) -> Meaning:
    """Return what a name with these *readings* means."""
    readings = tuple(readings)
    return Meaning(readings, frozenset(reading.entry.kind for reading in readings))


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

    *sole* is the only form, where the word is printed in that and no other may be meant; *is_plain* tells that it is
    capitalised and no abbreviation, so that all its readings are allowed. *cues* are what else it may tell of places.
    """

    begun: tuple[Begun, ...] = ()
    sole: Begun | None = None
    is_plain: bool = False
    cues: tuple[str, ...] = ()


# Stands for a word of the text in which the gazetteer sees several, or none.
COMPOUND = Start()


def _start(word: str, folded: str, begun: tuple[Begun, ...], cues: tuple[str, ...]) -> Start:
    first = word[0]
    is_plain = len(word) > ACRONYM and not ("a" <= first <= "z" or is_small(first))
    return Start(begun, begun[0] if len(begun) == 1 and begun[0].form == folded else None, is_plain, cues)


class Vocabulary:
    """What the words of one language may begin, in any of their base forms; kept from text to text."""

    def __init__(self, language: str) -> None:
        self._data: Index = index()
        self._language = language
        self.inflects = language in self._data.endings()
        self._forms: dict[str, tuple[str, ...]] = {}
        self._begun: dict[str, tuple[Begun, ...]] = {}
        self._starts: dict[str, Start | None] = {}
        self._kept = 0

    def starts(self, words: list[str]) -> list[Start | None]:
        """Return for each of *words*, as printed, what it may begin; None where it tells nothing of places."""
        known = self._starts
        missing = set(words).difference(known)
        if missing:
            if self._kept > MOST_KEPT:
                known, missing, self._kept = {}, set(words), 0
            self._learn(missing, known)
            self._kept += sum(map(len, missing))
            self._starts = known
        return list(map(known.__getitem__, words))

    def _learn(self, words: set[str], known: dict[str, Start | None]) -> None:
        """Note in *known* what the *words* may begin."""
        folded = {word: fold(word) for word in words}
        begun = self.begun({folded[word] for word in words if self._may_begin(word)})
        words_of_places = tables(self._language)
        known.update(dict.fromkeys(words))
        for word, form in folded.items():
            if len(cut(word)) != _WHOLE:
                known[word] = COMPOUND
                continue
            names = begun.get(form, ()) if self._may_begin(word) else ()
            told = words_of_places.cues(word, form)
            if names or told:
                known[word] = _start(word, form, names, told)

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
