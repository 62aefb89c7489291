"""Find every name of the gazetteer in a text; what each means there is for countries.py and places.py to say.

A hit is the longest stretch that the gazetteer knows, read word by word: words are folded as in
``culturex.places.keys``, and in languages that inflect, each word is also tried in its base forms.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from culturex.places import index
from culturex.places.gazetteer import Index
from culturex.places.keys import fold, tokens
from culturex.places.records import Entry, Names
from culturex.suggest.document import Document

# What may stand between two words of one name.
_GAPS = frozenset({"", " ", "-", "'", "’", ".", "‑", "–", "\u00a0", "\n", "\u200c", "־"})
# Kinds of entry that are written with a small letter in languages other than English.
_SMALL = frozenset({"adjective", "demonym", "group_adjective", "prefix"})
_ASKED = frozenset({"asked", "asked_group"})
# In these every adjective of a country is capitalised, so small words need not be looked up.
_CAPITALISED = frozenset({"en"})
_MOST_BASES = 8
# More names than this with the same two words ("Republic of") are sorted out by the third.
_MANY = 6
_MOST_WORDS = 60_000
# A name of so few Latin letters must be printed in capitals ("US", "UK", "EU"), not only begin with one.
_ACRONYM = 3
# A full stop after so few letters ends no sentence ("St. Petersburg", "Mrs. Lincoln").
_ABBREVIATION = 3
# After these characters 中 ends a word and begins no pair of countries (其中, 当中, 高中 ...).
_HAN_BEFORE_CENTRE = frozenset("其当之高初空心意途市集年期命")
_fold = lru_cache(maxsize=65_536)(fold)


def _is_small(letter: str) -> bool:
    """Tell whether a word that begins so is no proper name; Georgian letters count as small but know no capitals."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


class Token(NamedTuple):
    """A word of the text: where it stands, how it is printed and folded."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with an upper-case letter."""
        return self.text[0].isupper()


class Reading(NamedTuple):
    """One entry that fits the words of a hit; *exact* where no ending had to be taken off."""

    entry: Entry
    exact: bool


class Hit(NamedTuple):
    """The words ``first`` up to ``last`` (exclusive) of the text, ``text[start:end]``, with all that they may mean.

    *base* is the name as printed, without the ending of an inflected form; *readings* begin with the weightiest.
    """

    first: int
    last: int
    start: int
    end: int
    base: str
    readings: tuple[Reading, ...]

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of *kinds*, the weightiest first."""
        return [r.entry for r in self.readings if r.entry.kind in kinds]


class Begun(NamedTuple):
    """A form of a word, the names that begin with it, and the readings where it stands alone as printed."""

    form: str
    names: Names
    alone: tuple[Reading, ...]


class Vocabulary:
    """What the words of one language may begin, in any of their base forms; kept from text to text."""

    def __init__(self, language: str) -> None:
        self._data: Index = index()
        self._language = language
        self.inflects = language in self._data.endings()
        self._forms: dict[str, tuple[str, ...]] = {}
        self._begun: dict[str, tuple[Begun, ...]] = {}

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
        return Begun(form, Names(alone, longer), tuple(Reading(entry, True) for entry in alone))

    def _allowed(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(e for e in entries if e.kind not in _ASKED and e.is_read_in(self._language))


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language."""
    return Vocabulary(language)


class Scan:
    """A text with its words and hits."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.spans = tokens(text)
        self.folded = [_fold(text[a:b]) for a, b in self.spans]
        self.hits: list[Hit] = []
        self._vocabulary = vocabulary(language)
        self._find()
        self._firsts = [hit.first for hit in self.hits]

    def token(self, at: int) -> Token:
        """Return the word at *at*."""
        start, end = self.spans[at]
        return Token(start, end, self.text[start:end], self.folded[at])

    def gap(self, at: int) -> str:
        """Return what stands between word *at* and the next; empty past the last."""
        return self.text[self.spans[at][1] : self.spans[at + 1][0]] if at + 1 < len(self.spans) else ""

    def word(self, at: int) -> str:
        """Return the folded word at *at*, or an empty string outside the text."""
        return self.folded[at] if 0 <= at < len(self.folded) else ""

    def position(self, hit: Hit) -> int:
        """Return the number of a hit."""
        return bisect_left(self._firsts, hit.first)

    def hit_at(self, token: int) -> Hit | None:
        """Return the hit whose first word is *token*."""
        at = bisect_left(self._firsts, token)
        return self.hits[at] if at < len(self.hits) and self._firsts[at] == token else None

    def before(self, hit: Hit) -> Token | None:
        """Return the word right before a hit, if only a space or a hyphen lies between."""
        if hit.first == 0:
            return None
        gap = self.gap(hit.first - 1)
        start, end = self.spans[hit.first - 1]
        is_near = (gap in _GAPS and gap != "\n") or (gap == ". " and end - start <= _ABBREVIATION)
        return self.token(hit.first - 1) if is_near else None

    def after(self, hit: Hit) -> Token | None:
        """Return the word right after a hit, if only a space, a hyphen or an apostrophe lies between."""
        if hit.last >= len(self.spans):
            return None
        gap = self.gap(hit.last - 1)
        return self.token(hit.last) if gap in _GAPS and gap != "\n" else None

    def _find(self) -> None:
        candidates = self._candidates()
        known = self._vocabulary.begun({self.folded[i] for i in candidates})
        free = 0
        for i in candidates:
            if i >= free and (begun := known.get(self.folded[i])) and (hit := self._at(i, begun)):
                self.hits.append(hit)
                free = hit.last

    def _candidates(self) -> list[int]:
        """Return the words that may begin a name: capitalised, of a script without case, or (not in English) any."""
        text = self.text
        small = self.language not in _CAPITALISED
        found = []
        for i, (start, end) in enumerate(self.spans):
            first = text[start]
            if "a" <= first <= "z" or _is_small(first):
                if small and end - start > 3:
                    found.append(i)
            elif "A" <= first <= "Z" or not first.isdigit():
                found.append(i)
        return found

    def _at(self, i: int, begun: tuple[Begun, ...]) -> Hit | None:
        start, end = self.spans[i]
        only = begun[0]
        if len(begun) == 1 and only.form == self.folded[i] and not self._goes_on(i, only.names):
            if not only.alone:
                return None
            if self._is_plain(start, end):
                return Hit(i, i + 1, start, end, self.text[start:end], only.alone)
        token = self.token(i)
        longest, found = 0, dict[tuple[str, str | int], tuple[Reading, tuple[str, ...]]]()
        for form, names, _ in begun:
            for entry in self._beginning(i, names):
                size = 1 + len(entry.rest)
                if size < longest:
                    break
                if not self._is_allowed(entry, token, size) or not self._matches(entry, i):
                    continue
                if size > longest:
                    longest = size
                    found.clear()
                exact = form == token.folded and all(self.word(i + k) == word for k, word in enumerate(entry.rest, 1))
                at = (entry.kind, entry.ref)
                if at not in found or (exact and not found[at][0].exact):
                    found[at] = (Reading(entry, exact), (form, *entry.rest))
        if not found:
            return None
        return self._hit(i, longest, list(found.values()))

    def _goes_on(self, i: int, names: Names) -> bool:
        """Tell whether the word after token *i* may continue one of the names."""
        if not names.longer:
            return False
        following = self.word(i + 1)
        return following in names.longer or self._vocabulary.inflects

    def _is_plain(self, start: int, end: int) -> bool:
        """Tell whether a single word is capitalised and no abbreviation, so that all its readings are allowed."""
        first = self.text[start]
        return end - start > _ACRONYM and not ("a" <= first <= "z" or _is_small(first))

    def _beginning(self, i: int, names: Names) -> tuple[Entry, ...]:
        """Return the names that token *i* and the word after it may begin, the longest first."""
        if not names.longer or i + 1 >= len(self.spans):
            return names.alone
        longer = [e for second in self._vocabulary.forms(self.folded[i + 1]) for e in names.longer.get(second, ())]
        if len(longer) > _MANY:
            thirds = self._vocabulary.forms(self.word(i + 2))
            longer = [e for e in longer if len(e.rest) == 1 or e.rest[1] in thirds]
        if len(longer) > 1 and self._vocabulary.inflects:
            longer.sort(key=lambda e: -len(e.rest))
        return (*longer, *names.alone) if longer else names.alone

    def _is_allowed(self, entry: Entry, token: Token, size: int) -> bool:
        if _is_small(token.text[0]):
            return entry.kind in _SMALL
        if size == 1 and len(token.text) <= _ACRONYM and token.text.isascii() and not token.text.isupper():
            return entry.kind in {"adjective", "city", "subdivision", "prefix"} or entry.languages != ()
        return True

    def _matches(self, entry: Entry, i: int) -> bool:
        """Tell whether the words after token *i* are the further words of the entry."""
        if i + len(entry.rest) >= len(self.spans):
            return not entry.rest
        if entry.kind == "compound" and self._is_cut(i):
            return False
        for k, word in enumerate(entry.rest, 1):
            here = self.folded[i + k]
            if not self._joins(i + k - 1) or (here != word and word not in self._vocabulary.forms(here)):
                return False
        if entry.rest and self.language in _CAPITALISED and _is_small(self.text[self.spans[i + len(entry.rest)][0]]):
            # "China daily", "Union of workers": a name does not end in a small word; one of a group may.
            return entry.kind in _SMALL or entry.kind == "group"
        return True

    def _is_cut(self, i: int) -> bool:
        """Tell whether a pair of signs is cut out of other words: "其中法国" is "其中" and "法国"."""
        if self.folded[i] == "中" and i and self.gap(i - 1) == "" and self.folded[i - 1] in _HAN_BEFORE_CENTRE:
            return True
        names = self._vocabulary.begun({self.folded[i + 1]}).get(self.folded[i + 1], ())
        following = self.word(i + 2)
        return any(e.kind == "country" for begun in names for e in begun.names.longer.get(following, ()))

    def _joins(self, at: int) -> bool:
        """Tell whether what follows token *at* may lie inside a name."""
        gap = self.gap(at)
        if gap in _GAPS:
            return gap != "." or self.spans[at][1] - self.spans[at][0] <= 2
        if gap == ". ":
            return self.spans[at][1] - self.spans[at][0] <= 2
        return gap == ", " and self.word(at + 1) == "d"

    def _hit(self, i: int, size: int, found: list[tuple[Reading, tuple[str, ...]]]) -> Hit:
        if any(reading.exact for reading, _ in found):
            found = [f for f in found if f[0].exact]
        if len(found) > 1:
            found.sort(key=lambda f: -f[0].entry.weight)
        last = i + size
        start, end = self.spans[i][0], self.spans[last - 1][1]
        if self.text[end : end + 1] == "." and size > 1 and self.spans[last - 1][1] - self.spans[last - 1][0] == 1:
            end += 1
        exact = found[0][0].exact
        base = self.text[start:end] if exact else self._printed(i, last, found[0][1])
        return Hit(i, last, start, end, base, tuple(reading for reading, _ in found))

    def _printed(self, first: int, last: int, bases: tuple[str, ...]) -> str:
        """Return the base form of an inflected name with the capitals and hyphens of the text."""
        parts: list[str] = []
        for at, base in zip(range(first, last), bases, strict=False):
            token = self.token(at)
            word = token.text if token.folded == base else (base.capitalize() if token.is_capital else base)
            parts.append(word + (self.gap(at) if at + 1 < last else ""))
        return "".join(parts)


@lru_cache(maxsize=2)
def _scan(body: str, language: str) -> Scan:
    return Scan(body, language)


def scan(document: Document) -> Scan:
    """Return the hits of a document; both finders that ask get the same one."""
    return _scan(document.body, document.language)
