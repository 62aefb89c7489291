"""Find every name of the gazetteer in a text; what each means there is for countries.py and places.py to say.

A hit is the longest stretch that the gazetteer knows, read word by word: words are folded as in
``culturex.places.keys``, and in languages that inflect, each word is also tried in its base forms.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache, partial
from itertools import accumulate, compress
from typing import NamedTuple

from culturex.places.keys import cut, fold
from culturex.places.records import Entry, Names
from culturex.suggest.document import Document
from culturex.suggest.mentions.gazetteer_words import (
    ACRONYM,
    CAPITALISED,
    Begun,
    Reading,
    is_small,
    kinds_of,
    vocabulary,
)
from culturex.suggest.mentions.memory import Memory

# What may stand between two words of one name.
_GAPS = frozenset({"", " ", "-", "'", "’", ".", "‑", "–", "\u00a0", "\n", "\u200c", "־"})
_TIGHT = frozenset({"'", "’", "-"})
# Kinds of entry that are written with a small letter in languages other than English.
_SMALL = frozenset({"adjective", "demonym", "group_adjective", "prefix"})
# More names than this with the same two words ("Republic of") are sorted out by the third.
_MANY = 6
# A full stop after so few letters ends no sentence ("St. Petersburg", "Mrs. Lincoln").
_ABBREVIATION = 3
# A line of at most so many words is a headline in title case from this share of capitals among its longer words on.
_LONGEST_HEADLINE, _FEWEST, _LONG_WORD, _TITLE_CASE = 30, 3, 4, 0.75
# After these characters 中 ends a word and begins no pair of countries (其中, 当中, 高中 ...).
_HAN_BEFORE_CENTRE = frozenset("其当之高初空心意途市集年期命")
# Whoever looks around the last word of a text asks for gaps a few words past it.
_NO_GAPS = ("",) * 8
_folds = Memory(fold)


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


class Hit(NamedTuple):
    """The words ``first`` up to ``last`` (exclusive) of the text, ``text[start:end]``, with all that they may mean.

    *base* is the name as printed, without the ending of an inflected form; *readings* begin with the weightiest;
    *kinds* are the kinds of their entries.
    """

    first: int
    last: int
    start: int
    end: int
    base: str
    readings: tuple[Reading, ...]
    kinds: frozenset[str]

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of *kinds*, the weightiest first."""
        if self.kinds.isdisjoint(kinds):
            return []
        return [r.entry for r in self.readings if r.entry.kind in kinds]


# Makes a Hit of a row of its values without a call of Python's own.
_new_hit = partial(tuple.__new__, Hit)


class Scan:
    """A text with its words and hits."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        parts = cut(text)
        ends = list(accumulate(map(len, parts)))
        self.printed = parts[1::2]
        # Asks what stands between word *at* and the next; empty past the last and before the first.
        self.gap = [*parts[2:-1:2], "", *_NO_GAPS].__getitem__
        self.starts, self.ends = ends[0:-1:2], ends[1::2]
        self.folded = list(_folds.of(self.printed))
        self._before: dict[int, Token | None] = {}
        self._after: dict[int, Token | None] = {}
        self._lines: dict[int, tuple[bool, bool]] = {}
        self.hits: list[Hit] = []
        self._vocabulary = vocabulary(language)
        self._find()
        self._firsts = [hit.first for hit in self.hits]

    def token(self, at: int) -> Token:
        """Return the word at *at*."""
        return Token(self.starts[at], self.ends[at], self.printed[at], self.folded[at])

    def word(self, at: int) -> str:
        """Return the folded word at *at*, or an empty string outside the text."""
        return self.folded[at] if 0 <= at < len(self.folded) else ""

    def name(self, hit: Hit) -> str:
        """Return the folded words of a hit."""
        return " ".join(self.folded[hit.first : hit.last]) if hit.last - hit.first > 1 else self.folded[hit.first]

    def position(self, hit: Hit) -> int:
        """Return the number of a hit."""
        return bisect_left(self._firsts, hit.first)

    def hit_at(self, token: int) -> Hit | None:
        """Return the hit whose first word is *token*."""
        at = bisect_left(self._firsts, token)
        return self.hits[at] if at < len(self.hits) and self._firsts[at] == token else None

    def before(self, hit: Hit) -> Token | None:
        """Return the word right before a hit, if only a space or a hyphen lies between."""
        at = hit.first
        if at not in self._before:  # the finders ask several times of each hit
            self._before[at] = self._beside_before(at)
        return self._before[at]

    def _beside_before(self, at: int) -> Token | None:
        if at == 0:
            return None
        gap = self.gap(at - 1)
        is_near = (gap in _GAPS and gap != "\n") or (gap == ". " and len(self.printed[at - 1]) <= _ABBREVIATION)
        return self.token(at - 1) if is_near else None

    def after(self, hit: Hit) -> Token | None:
        """Return the word right after a hit, if only a space, a hyphen or an apostrophe lies between."""
        at = hit.last
        if at not in self._after:
            gap = self.gap(at - 1)
            is_near = at < len(self.printed) and gap in _GAPS and gap != "\n"
            self._after[at] = self.token(at) if is_near else None
        return self._after[at]

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The folded words of the text, each once."""
        return frozenset(self.folded)

    def is_held(self, token: int) -> bool:
        """Tell whether a hit holds the word at *token*."""
        at = bisect_right(self._firsts, token) - 1
        return at >= 0 and token < self.hits[at].last

    def is_title_case(self, at: int) -> bool:
        """Tell whether the word at *at* stands in a line whose longer words are nearly all capitalised."""
        return self._line(at)[0]

    def is_shouted(self, at: int) -> bool:
        """Tell whether the word at *at* stands in a line of several words, all in capitals."""
        return self._line(at)[1]

    def _line(self, at: int) -> tuple[bool, bool]:
        start = self.text.rfind("\n", 0, self.starts[at]) + 1
        if start not in self._lines:
            end = self.text.find("\n", start)
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end if end >= 0 else len(self.text))
            capitals, shouted = _case(self.printed[first : min(last, first + _LONGEST_HEADLINE)])
            is_sentence = last > first and self.text.startswith(".", self.ends[last - 1])
            self._lines[start] = capitals and not is_sentence and last - first <= _LONGEST_HEADLINE, shouted
        return self._lines[start]

    def _find(self) -> None:
        known = self._vocabulary.printed(self.printed)
        free = 0
        for i in compress(range(len(self.printed)), map(known.__getitem__, self.printed)):
            start = known[self.printed[i]]
            if i < free or start is None:
                continue
            sole = start.sole
            if sole and (start.is_plain or not sole.alone) and not (sole.names.longer and self._goes_on(i, sole.names)):
                hit = self._alone(i, sole) if sole.alone else None
            else:
                hit = self._at(i, start.begun)
            if hit:
                self.hits.append(hit)
                free = hit.last

    def _goes_on(self, i: int, names: Names) -> bool:
        """Tell whether the word after token *i* may continue one of the names."""
        return self._vocabulary.inflects or self.word(i + 1) in names.longer

    def _alone(self, i: int, begun: Begun) -> Hit:
        return _new_hit((i, i + 1, self.starts[i], self.ends[i], self.printed[i], begun.alone, begun.kinds))

    def _at(self, i: int, begun: tuple[Begun, ...]) -> Hit | None:
        token = self.token(i)
        longest, found = 0, dict[tuple[str, str | int], tuple[Reading, tuple[str, ...]]]()
        for form, names, _, _ in begun:
            for entry in self._beginning(i, names):
                size = 1 + len(entry.rest)
                if size < longest:
                    break
                if not self._is_allowed(entry, token, size) or not self._matches(entry, i):
                    continue
                if size > longest:
                    longest = size
                    found.clear()
                # Where words keep their form, what matches is printed so.
                exact = not self._vocabulary.inflects or (
                    form == token.folded and tuple(self.folded[i + 1 : i + size]) == entry.rest
                )
                at = (entry.kind, entry.ref)
                if at not in found or (exact and not found[at][0].exact):
                    found[at] = (Reading(entry, exact), (form, *entry.rest))
        if not found:
            return None
        return self._hit(i, longest, list(found.values()))

    def _beginning(self, i: int, names: Names) -> tuple[Entry, ...]:
        """Return the names that token *i* and the word after it may begin, the longest first."""
        if not names.longer or i + 1 >= len(self.printed):
            return names.alone
        longer = [e for second in self._vocabulary.forms(self.folded[i + 1]) for e in names.longer.get(second, ())]
        if len(longer) > _MANY:
            thirds = self._vocabulary.forms(self.word(i + 2))
            longer = [e for e in longer if len(e.rest) == 1 or e.rest[1] in thirds]
        if len(longer) > 1 and self._vocabulary.inflects:
            longer.sort(key=lambda e: -len(e.rest))
        return (*longer, *names.alone) if longer else names.alone

    def _is_allowed(self, entry: Entry, token: Token, size: int) -> bool:
        if is_small(token.text[0]):
            return entry.kind in _SMALL
        if size == 1 and len(token.text) <= ACRONYM and token.text.isascii() and not token.text.isupper():
            return entry.kind in {"adjective", "city", "subdivision", "prefix"} or entry.languages != ()
        return True

    def _matches(self, entry: Entry, i: int) -> bool:
        """Tell whether the words after token *i* are the further words of the entry."""
        if i + len(entry.rest) >= len(self.printed):
            return not entry.rest
        if entry.kind == "compound" and self._is_cut(i):
            return False
        for k, word in enumerate(entry.rest, 1):
            here = self.folded[i + k]
            if not self._joins(i + k - 1) or (here != word and word not in self._vocabulary.forms(here)):
                return False
        last = i + len(entry.rest)
        ends_small = entry.rest and self.language in CAPITALISED and is_small(self.printed[last][0])
        if ends_small and self.gap(last - 1) not in _TIGHT:  # but "St. John's", "Jeolla-do"
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
            return gap != "." or len(self.printed[at]) <= 2
        if gap == ". ":
            return len(self.printed[at]) <= 2
        return gap == ", " and self.word(at + 1) == "d"

    def _hit(self, i: int, size: int, found: list[tuple[Reading, tuple[str, ...]]]) -> Hit:
        found = [f for f in found if f[0].exact] or found
        if len(found) > 1:
            found.sort(key=lambda f: -f[0].entry.weight)
        last = i + size
        start, end = self.starts[i], self.ends[last - 1]
        if size > 1 and len(self.printed[last - 1]) == 1 and self.text[end : end + 1] == ".":
            end += 1
        exact = found[0][0].exact
        base = self.text[start:end] if exact else self._printed(i, last, found[0][1])
        readings = tuple(reading for reading, _ in found)
        return Hit(i, last, start, end, base, readings, kinds_of(readings))

    def _printed(self, first: int, last: int, bases: tuple[str, ...]) -> str:
        """Return the base form of an inflected name with the capitals and hyphens of the text."""
        parts: list[str] = []
        for at, base in zip(range(first, last), bases, strict=False):
            token = self.token(at)
            parts.append(_unbent(token, base) + (self.gap(at) if at + 1 < last else ""))
        return "".join(parts)


def _unbent(token: Token, base: str) -> str:
    """Return the folded *base* form of a word with the letters and capitals that the text prints."""
    if token.folded == base:
        return token.text
    if len(token.text) != len(token.folded):
        return base.capitalize() if token.is_capital else base
    stem = 0
    while stem < min(len(base), len(token.folded)) and base[stem] == token.folded[stem]:
        stem += 1
    return token.text[:stem] + base[stem:]


def _case(line: list[str]) -> tuple[bool, bool]:
    """Tell whether nearly all words of the beginning of a *line* are capitalised, and whether they are in capitals."""
    long = [word for word in line if len(word) >= _LONG_WORD and word[0].isalpha()]
    if len(long) < _FEWEST:
        return False, False
    capital = sum(word[0].isupper() for word in long)
    return capital >= _TITLE_CASE * len(long), sum(map(str.isupper, long)) >= _TITLE_CASE * len(long)


@lru_cache(maxsize=2)
def _scan(body: str, language: str) -> Scan:
    return Scan(body, language)


def scan(document: Document) -> Scan:
    """Return the hits of a document; both finders that ask get the same one."""
    return _scan(document.body, document.language)
