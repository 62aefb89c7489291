"""Whether the words of a quote say a value: name the country, the day, the person, the number.

What the finders of the suggester see in the words (names of countries with their adjectives, demonyms and cities, dates
reckoned from the article's own, numbers in words) is given as mentions; beside that the gazetteer and the letters
themselves are asked. Words are compared without case and accents, and with the endings of their language left out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, Protocol

from culturex import edtf, places
from culturex.text import Span

# Words of a quote that are looked at, and words that a name in the gazetteer has at most.
_WORDS = 200
_LONGEST_NAME = 6
# Words of a quote that are looked at for a form of a country's name, and words that begin alike.
_FORMS, _NEAR = 60, 200
# Kinds of names in the gazetteer that count only as surely as this (0 to 100), for many words are villages somewhere.
_PLACES, _SURE = ("city", "subdivision"), 50
# Kinds of names that some languages write without a capital letter; these do not.
_SMALL = ("adjective", "demonym", "prefix", "compound", "group_adjective")
_CAPITALS = frozenset({"en", "nl"})
# How much of a name's letters must stand in the quote: all words of a person or place, most of a body's long name,
# which texts coordinate ("the Ministries of Culture and of Education").
MOST = 0.75
# Languages that write the family name before the given one.
_FAMILY_FIRST = frozenset({"zh", "ja", "ko", "vi", "hu"})
# Letters and digits of a name at least: a single one stands in any text.
_LETTERS = 2
# Letters that two forms of one word share at least, and letters of an ending.
_STEM, _ENDING = 4, 3
# Words that may be forms of a name: of six letters in English ones, of four in others.
_FORM = re.compile(r"[^\W\d_]{6,}|(?=\w{0,4}[^\W\d_a-zA-Z])[^\W\d_]{4,5}")
_DIGITS = re.compile(r"\d+(?:[ ,.'’\u00a0\u202f]\d{3})*+(?!\d)|\d+")
_LITTLE = frozenset("the of and for in a an de la le el los las des du et y e i und der die das von и в на по".split())


class Named(Protocol):
    """What is named in a text, as the finders of the suggester see it (``suggest.mentions.Mention``)."""

    kind: str
    start: int
    end: int
    value: Any
    extra: dict[str, Any] | None


@dataclass(frozen=True)
class Said:
    """The words of a quote: a stretch of a *text* in a *language* (None: unknown), with the *mentions* in them."""

    text: str
    span: Span
    mentions: tuple[Named, ...]
    language: str | None = None

    @classmethod
    def of(cls, text: str, span: Span, mentions: Sequence[Named], language: str | None = None) -> Said:
        """Return the words of ``text[span]`` with those of *mentions* that touch it."""
        return cls(text, span, tuple(m for m in mentions if m.start < span.end and span.start < m.end), language)

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.text[self.span.start : self.span.end]

    def of_kind(self, *kinds: str) -> Iterator[Named]:
        """Yield the mentions of *kinds*."""
        return (m for m in self.mentions if m.kind in kinds)

    # -- what they say

    def country(self, code: str) -> bool:
        """Tell whether the words name a country: by a name, an adjective, its people, a city or province of it."""
        if any(m.value == code for m in self.of_kind("country")):
            return True
        if any(isinstance(m.value, dict) and m.value.get("country") == code for m in self.of_kind("place")):
            return True
        return any(_is_of(entry, code) for entry in self._entries) or self._inflected(code)

    def region(self, name: str) -> bool:
        """Tell whether the words name a group of countries."""
        if any(m.value == name for m in self.of_kind("region")):
            return True
        known = places.group(name)
        if known and any(e.kind.startswith("group") and e.ref == known.name for e in self._entries):
            return True
        return self.names(name)

    def place(self, name: str) -> bool:
        """Tell whether the words name a place, under this name or another one of the same place."""
        if self.names(name):
            return True
        spots = {(round(c.lat, 1), round(c.lon, 1)) for c in places.cities(name)[:5]}
        there = [m.value for m in self.of_kind("place") if isinstance(m.value, dict) and m.value.get("lat") is not None]
        return any((round(v["lat"], 1), round(v["lon"], 1)) in spots for v in there)

    def person(self, name: str) -> bool:
        """Tell whether the words hold the name, or the family name: as the finders see it in them, or its last word.

        In the languages that write it first, its first.
        """
        pieces, key = places.words(name), places.key(name)
        inside = (m for m in self.of_kind("person") if self.span.start <= m.start and m.end <= self.span.end)
        seen = (m.value for m in inside if isinstance(m.value, dict))
        if self.names(name) or any(places.key(str(v.get("name"))) == key for v in seen):
            return True
        family = pieces[:1] if self.language in _FAMILY_FIRST or not _is_spaced(name) else pieces[-1:]
        return len(pieces) > 1 and any(len(word) > 1 and self._name_forms.stands(word) for word in family)

    def organization(self, name: str) -> bool:
        """Tell whether the words name a body, as the finders see it or with most letters of its name."""
        key = places.key(name)
        seen = (m.value for m in self.of_kind("organization") if isinstance(m.value, dict))
        return any(places.key(str(v.get("name"))) == key for v in seen) or self.holds(name, MOST)

    def number(self, number: int) -> bool:
        """Tell whether the words give a whole number, in digits or, where the finders know the words, in letters.

        The digits of a date are no such number.
        """
        if any(m.value == number for m in self.of_kind("number")):
            return True
        days = [Span(m.start - self.span.start, m.end - self.span.start) for m in self.of_kind("date")]
        return number in {
            _integer(m.group())
            for m in _DIGITS.finditer(self.words)
            if not any(day.start <= m.start() < day.end for day in days)
        }

    def names(self, name: str) -> bool:
        """Tell whether all of *name* stands in the words as a name: what is "nice" is not in Nice."""
        return self.holds(name) and any(self._name_forms.stands(w) for w in places.words(name) or [name])

    def holds(self, name: str, share: float = 1.0) -> bool:
        """Tell whether *share* of the letters of *name* stand in the words, word by word, endings left out."""
        if sum(map(str.isalnum, name)) < _LETTERS:
            return False
        pieces = [w for w in places.words(name) if w not in _LITTLE]
        if not pieces:
            return bool(name.strip()) and name.strip().casefold() in self.words.casefold()
        found = sum(len(w) for w in pieces if self._forms.stands(w))
        return found >= share * sum(map(len, pieces))

    def dates(self, value: str) -> tuple[Named, ...]:
        """Return the mentions whose day, month or year the EDTF *value* is: one, or one for each end of an interval.

        A coarser value than the words say is said too (the year of a day); a finer one is not. None where it is not
        said.
        """
        wanted = edtf.parse(value)
        one = next((m for m, meant in self._dates if _is_said(wanted, meant)), None)
        return (one,) if one else self.both_ends(value)

    def both_ends(self, value: str) -> tuple[Named, ...]:
        """Return the mentions of the two ends of an interval; nothing where one is missing, or it is no interval."""
        wanted = edtf.parse(value)
        if not wanted.is_interval or not wanted.start or not wanted.end:
            return ()
        ends = [edtf.parse(wanted.start.text), edtf.parse(wanted.end.text)]
        by = [next((m for m, meant in self._dates if _is_said(end, meant)), None) for end in ends]
        return tuple(m for m in by if m) if all(by) else ()

    def digits(self, value: str) -> bool:
        """Tell whether year, month and day of an EDTF *value* all stand in the words in digits."""
        wanted = [int(n) for n in re.findall(r"\d+", value)]
        there = {_integer(m.group()) for m in re.finditer(r"\d+", self.words)}
        return "X" not in value and bool(wanted) and all(n in there for n in wanted)

    # -- inside

    @cached_property
    def _dates(self) -> list[tuple[Named, edtf.Edtf]]:
        return [(m, edtf.parse(m.value)) for m in self.of_kind("date") if m.value and edtf.is_valid(m.value)]

    @cached_property
    def _forms(self) -> Forms:
        return Forms.of(self.words)

    @cached_property
    def _name_forms(self) -> Forms:
        """The words that may be part of a name: those with a capital letter, where the language gives names one."""
        printed = places.cut(self.words)[1::2]
        return Forms.of(" ".join(w for w in printed if not w[0].islower() or self._may_be_small(w)))

    @cached_property
    def _nameless(self) -> str:
        """The words with the names of people blanked: Michael Jordan is no country."""
        text = self.words
        for m in self.of_kind("person"):
            start, end = max(0, m.start - self.span.start), max(0, m.end - self.span.start)
            text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
        return text

    @cached_property
    def _entries(self) -> list[places.Entry]:
        """What the gazetteer knows of the names in the words; a name counts with a capital letter only.

        So does one that is a common word elsewhere ("Island"), in the languages alone that use it so.
        """
        printed = places.cut(self._nameless)[1 : 2 * _WORDS : 2]
        folded = [places.key(word) for word in printed]
        begins = {
            " ".join(folded[at : at + length]): printed[at]
            for length in range(1, _LONGEST_NAME + 1)
            for at in range(len(folded) - length + 1)
        }
        return [
            entry
            for key, entries in places.lookup(begins).items()
            for entry in entries
            if (self.language is None or entry.is_read_in(self.language))
            and (not begins[key][0].islower() or (entry.kind in _SMALL and self._may_be_small(begins[key])))
            and (entry.kind not in _PLACES or entry.weight >= _SURE)
        ]

    def _may_be_small(self, word: str) -> bool:
        """Tell whether a word of the language, or of another script, may name a country without a capital letter."""
        return self.language not in _CAPITALS or not _is_latin(word)

    def _inflected(self, code: str) -> bool:
        """Tell whether a word, or two in a row, is a form of the country's name or adjective in the language.

        Where the language is unknown the endings of all are tried, so a short word could be a form of anything ("from"
        of France).
        """
        words = [
            w
            for w in _FORM.findall(self._nameless)[:_FORMS]
            if w[0].isupper() or (self._may_be_small(w) and not _is_name(w))
        ]
        pairs = (f"{a} {b}" for a, b in pairwise(words))
        return any(_country_of(w, self.language) == code for w in (*words, *pairs))


@dataclass(frozen=True)
class Forms:
    """The words of a text, to ask whether another form of a word is among them."""

    words: frozenset[str]
    ordered: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Forms:
        """Return the folded words of *text*."""
        words = frozenset(places.words(text))
        return cls(words, tuple(sorted(words)))

    def stands(self, word: str) -> bool:
        """Tell whether a folded *word* is there, or a form of it that differs in its ending."""
        if word in self.words:
            return True
        if len(word) < _STEM:
            return False
        stem = word[: max(_STEM, len(word) - _ENDING)]
        at = bisect_left(self.ordered, stem)
        for form in self.ordered[at : at + _NEAR]:
            if not form.startswith(stem):
                return False
            if abs(len(form) - len(word)) <= _ENDING + 1:
                return True
        return False


def _is_spaced(name: str) -> bool:
    """Tell whether a name is of a script that puts spaces between words: not Chinese, Japanese or Korean."""
    return not re.search("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]", name)


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


def _is_name(word: str) -> bool:
    """Tell whether a word as it stands is the name of a country: without a capital it means a fowl or china."""
    key = places.key(word)
    return any(e.kind == "country" for e in places.lookup([key]).get(key, ()))


@lru_cache(maxsize=4096)
def _country_of(word: str, language: str | None) -> str | None:
    found = places.country(word, language)
    return found.code if found else None


def _is_of(entry: places.Entry, code: str) -> bool:
    """Tell whether a name in the gazetteer names a country, its people or a place in it."""
    if entry.kind in ("country", "adjective", "demonym"):
        return entry.ref == code
    if entry.kind in ("compound", "prefix"):
        return code in str(entry.ref).split("|")
    if entry.kind == "city":
        return next(iter(c.country for c in places.index().cities([int(entry.ref)])), None) == code
    if entry.kind == "subdivision":
        return next(iter(s.country for s in places.index().subdivisions([int(entry.ref)])), None) == code
    return False


def _is_said(wanted: edtf.Edtf, meant: edtf.Edtf) -> bool:
    """Tell whether a date as found in the words says the date that is *wanted*."""
    if (wanted.earliest, wanted.latest) == (meant.earliest, meant.latest):
        return True
    if wanted.earliest is None or wanted.latest is None:
        # "since 2016" is written 2016/.. whichever way the finder has it.
        known, ends = wanted.earliest or wanted.latest, (meant.earliest, meant.latest)
        return known in ends
    for point in (meant.start, meant.end):
        if point and wanted.earliest <= point.first and point.last <= wanted.latest:
            return not wanted.is_interval
    return False


def _integer(digits: str) -> int:
    """Return a number as printed, its separators left out, in whatever script its digits are."""
    return int("".join(str(unicodedata.decimal(c)) for c in digits[:40] if c.isdecimal()) or 0)
