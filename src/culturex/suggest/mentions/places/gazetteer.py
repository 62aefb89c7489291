"""Find every name of the gazetteer in a text; what each means there, countries.py and finder.py say.

A hit is the longest stretch that the gazetteer knows, read word by word: words are folded as in
``culturex.places.keys``, and in languages that inflect, each word is also tried in its base forms.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from culturex.places.records import Entry
from culturex.suggest.document import Document
from culturex.suggest.mentions.places.gazetteer_cut import Columns, columns
from culturex.suggest.mentions.places.gazetteer_words import (
    CAPITALISED,
    SMALL,
    Begun,
    Meaning,
    Reading,
    is_allowed,
    is_small,
    vocabulary,
)
from culturex.suggest.mentions.places.tables import NO_TOKEN, Token, tokens
from culturex.suggest.once import once

# What may stand between two words of one name; on one line.
# How names of towns end in Slavic languages, a case that some of the sources list, and vowels.
_CYRILLIC, _FEMININE, _CASE, _VOWELS = "\u0400", ("а", "я"), "е", frozenset("еиоуыэюіїєйу")
_GAPS = frozenset({"", " ", "-", "'", "’", ".", "‑", "–", "\u00a0", "\n", "\u200c", "־", "‘", "ʻ", "ʼ", "׳", "՚"})
_DASHES = frozenset({" — ", " – ", " - "})
_NEAR = _GAPS - {"\n"}
_TIGHT = frozenset({"'", "’", "-"})
# More names than this with the same two words in any of their forms are sorted out by the third.
_MANY = 6
# A full stop after so few letters ends no sentence ("St. Petersburg", "Mrs. Lincoln").
_ABBREVIATION = 3
# A line of at most so many words is a headline in title case from this share of capitals among its longer words on.
_LONGEST_HEADLINE, _FEWEST, _LONG_WORD, _TITLE_CASE = 30, 3, 4, 0.75
# After these characters 中 ends a word and begins no pair of countries (其中, 当中, 高中 ...).
_HAN_BEFORE_CENTRE = frozenset("其当之高初空心意途市集年期命")
# English sorts of towns, with which some of the sources write their names in full.
_SORTS = frozenset({"city", "town", "village", "borough", "township"})
# Whoever looks around the last word of a text asks for gaps a few words past it.
_NO_GAPS = ("",) * 8


@dataclass(slots=True, eq=False)  # quick to make and to read, as a page has dozens
class Hit:
    """The words ``first`` up to ``last`` (exclusive) of the text, ``text[start:end]``, and what stands around them.

    *base* is the name as printed, without the ending of an inflected form, *name* its folded words; *means* is all that
    it may mean. *own* is the first word, *previous* and *following* are those on both sides, *gap_before* and
    *gap_after* what lies between; *before* and *after* are the words on both sides again, or None where more than a
    space, a hyphen or an apostrophe lies between.
    """

    first: int
    last: int
    start: int
    end: int
    base: str
    means: Meaning
    name: str
    own: Token
    previous: Token
    following: Token
    before: Token | None
    after: Token | None
    gap_before: str
    gap_after: str

    def of(self, *kinds: str) -> list[Entry]:
        """Return the entries of *kinds*, the weightiest first."""
        return self.means.of(*kinds)


class Scan:
    """A text with its words and hits.

    ``cued`` are the words that tell something of places beside names, by what they tell (``PlaceTables.cues``).
    """

    def __init__(self, document: Document) -> None:
        self.text = document.body
        self.language = document.language
        self._vocabulary = vocabulary(self.language)
        cut = columns(document, self._vocabulary)
        self.printed, self.starts, self.ends = cut.printed, cut.starts, cut.ends
        self.count = len(cut.printed)
        # Asks what stands between word *at* and the next; empty past the last and before the first.
        self.gap = [*cut.gaps[:-1], "", *_NO_GAPS].__getitem__
        self._token = tokens(self.language).ask()
        self.hits: list[Hit] = []
        self.cued: dict[str, list[int]] = {}
        self._find(cut)
        self._firsts = [hit.first for hit in self.hits]

    def token(self, at: int) -> Token:
        """Return the word at *at*, or NO_TOKEN outside the text."""
        return self._token(self.printed[at]) if 0 <= at < self.count else NO_TOKEN

    def word(self, at: int) -> str:
        """Return the folded word at *at*, or an empty string outside the text."""
        return self._token(self.printed[at]).folded if 0 <= at < self.count else ""

    def words(self, first: int, last: int) -> str:
        """Return the folded words *first* up to *last* (exclusive), or as many as there are, with spaces between."""
        return " ".join([self._token(word).folded for word in self.printed[first:last]])

    def hit_at(self, token: int) -> Hit | None:
        """Return the hit whose first word is *token*."""
        at = bisect_left(self._firsts, token)
        return self.hits[at] if at < len(self.hits) and self._firsts[at] == token else None

    def is_held(self, token: int) -> bool:
        """Tell whether a hit holds the word at *token*."""
        at = bisect_right(self._firsts, token) - 1
        return at >= 0 and token < self.hits[at].last

    @once
    def times(self) -> Counter[str]:
        """How often each word is printed."""
        return Counter(self.printed)

    def is_title_case(self, at: int) -> bool:
        """Tell whether the word at *at* stands in a line, and no sentence, whose longer words are capitalised."""
        first, last = self._line(at)
        if last - first > _LONGEST_HEADLINE or self.text.startswith(".", self.ends[last - 1]):
            return False
        long = _long_words(self.printed[first:last])
        return len(long) >= _FEWEST and sum([word[0].isupper() for word in long]) >= _TITLE_CASE * len(long)

    def is_shouted(self, at: int) -> bool:
        """Tell whether the word at *at* stands in a line of several words, all in capitals."""
        first, last = self._line(at)
        long = _long_words(self.printed[first : min(last, first + _LONGEST_HEADLINE)])
        return len(long) >= _FEWEST and sum(map(str.isupper, long)) >= _TITLE_CASE * len(long)

    def _line(self, at: int) -> tuple[int, int]:
        """Return the first word of the line of the word at *at*, and the first after it."""
        start = self.text.rfind("\n", 0, self.starts[at]) + 1
        end = self.text.find("\n", start)
        return bisect_left(self.starts, start), bisect_left(self.starts, end) if end >= 0 else self.count

    def _find(self, cut: Columns) -> None:
        free = 0
        told, hits, inflects = cut.told, self.hits, self._vocabulary.inflects
        for i in cut.telling:
            start = told[i]
            if start is None:
                continue
            if start.cues:
                for cue in start.cues:
                    self.cued.setdefault(cue, []).append(i)
            if i < free or not start.begun:
                continue
            sole = start.sole
            if sole and not (sole.longer and (inflects or self.word(i + 1) in sole.longer)):
                hit = self._hit(i, i + 1, self.printed[i], start.alone) if start.alone else None
            else:
                hit = self._at(i, start.begun)
            if hit:
                hits.append(hit)
                free = hit.last

    def _at(self, i: int, begun: Iterable[Begun]) -> Hit | None:
        token = self.token(i)
        longest = 0
        found: dict[tuple[str, str | int], tuple[Reading, tuple[str, ...]]] = {}
        for form_of in begun:
            form = form_of.form
            for entry in self._beginning(i, form_of):
                size = 1 + len(entry.rest)
                if size < longest:
                    break
                if not is_allowed(entry, token.text) or not self._matches(entry, i):
                    continue
                if size > longest:
                    longest = size
                    found.clear()
                # Where words keep their form, what matches is printed so.
                exact = not self._vocabulary.inflects or (
                    form == token.folded and self.words(i + 1, i + size) == " ".join(entry.rest)
                )
                at = (entry.kind, entry.ref)
                if at not in found or _is_better(form, exact, found[at], token.folded):
                    found[at] = (Reading(entry, exact), (form, *entry.rest))
        if not found:
            return None
        return self._longest(i, longest, list(found.values()))

    def _beginning(self, i: int, begun: Begun) -> tuple[Entry, ...]:
        """Return the names that token *i* and the words after it may begin, the longest first."""
        names = begun.names
        if not names.longer or i + 1 >= self.count:
            return names.alone
        if not self._vocabulary.inflects:
            return (*begun.longer(self.word(i + 1), self.word(i + 2)), *names.alone)
        forms = self._vocabulary.forms
        longer = [e for second in forms(self.word(i + 1)) for e in names.longer.get(second, ())]
        if len(longer) > _MANY:
            thirds = forms(self.word(i + 2))
            longer = [e for e in longer if len(e.rest) == 1 or e.rest[1] in thirds]
        if len(longer) > 1:
            longer.sort(key=lambda e: -len(e.rest))
        return (*longer, *names.alone)

    def _matches(self, entry: Entry, i: int) -> bool:
        """Tell whether the words after token *i* are the further words of the entry."""
        if i + len(entry.rest) >= self.count:
            return not entry.rest
        if entry.kind == "compound" and self._is_cut(i):
            return False
        if entry.kind == "city" and entry.rest and entry.rest[0] == "of" and self.word(i) in _SORTS:
            return False  # "City of Rochester" is Rochester
        for k, word in enumerate(entry.rest, 1):
            here = self.word(i + k)
            if not self._joins(i + k - 1) or (here != word and word not in self._vocabulary.forms(here)):
                return False
        last = i + len(entry.rest)
        ends_small = entry.rest and self.language in CAPITALISED and is_small(self.printed[last][0])
        if ends_small and self.gap(last - 1) not in _TIGHT:  # but "St. John's", "Jeolla-do"
            # "China daily", "Union of workers": a name does not end in a small word; one of a group may.
            return entry.kind in SMALL or entry.kind == "group"
        return True

    def _is_cut(self, i: int) -> bool:
        """Tell whether a pair of signs is cut out of other words: "其中法国" is "其中" and "法国"."""
        if self.word(i) == "中" and i and self.gap(i - 1) == "" and self.word(i - 1) in _HAN_BEFORE_CENTRE:
            return True
        second = self.word(i + 1)
        following = self.word(i + 2)
        names = self._vocabulary.begun(second)
        return any(e.kind == "country" for begun in names for e in begun.names.longer.get(following, ()))

    def _joins(self, at: int) -> bool:
        """Tell whether what follows token *at* may lie inside a name."""
        gap = self.gap(at)
        if gap in _DASHES or gap == "（":  # "Папуа — Новая Гвинея", "刚果（金）"
            return True
        if gap in _GAPS:
            return gap != "." or len(self.printed[at]) <= 2
        if gap == ". ":
            return len(self.printed[at]) <= 2
        return gap == ", " and self.word(at + 1) == "d"

    def _longest(self, i: int, size: int, found: list[tuple[Reading, tuple[str, ...]]]) -> Hit:
        found = [f for f in found if f[0].exact] or found
        if len(found) > 1:
            found.sort(key=lambda f: -f[0].entry.weight)
        last = i + size
        reading, bases = found[0]
        base = self.text[self.starts[i] : self._end(i, last)] if reading.exact else self._printed(i, last, bases)
        return self._hit(i, last, base, self._vocabulary.meaning([reading for reading, _ in found]))

    def _end(self, first: int, last: int) -> int:
        """Return where a name ends: with the stop of an initial that ends it, too."""
        end = self.ends[last - 1]
        is_initial = last - first > 1 and len(self.printed[last - 1]) == 1
        closes = "." if is_initial else ""
        if "（" in self.text[self.starts[first] : end]:  # "刚果（金）"
            closes = "）"
        return end + 1 if closes and self.text.startswith(closes, end) else end

    def _hit(self, first: int, last: int, base: str, means: Meaning) -> Hit:
        """Return a hit with what stands around it."""
        printed, token, gap = self.printed, self._token, self.gap
        own = token(printed[first])
        name = own.folded if last - first == 1 else self.words(first, last)
        previous = token(printed[first - 1]) if first else NO_TOKEN
        following = token(printed[last]) if last < self.count else NO_TOKEN
        left, right = gap(first - 1), gap(last - 1)
        is_near = left in _NEAR or (left == ". " and len(previous.text) <= _ABBREVIATION)
        before = previous if is_near and first else None
        after = following if right in _NEAR and last < self.count else None
        start, end = self.starts[first], self._end(first, last) if last - first > 1 else self.ends[first]
        return Hit(first, last, start, end, base, means, name, own, previous, following, before, after, left, right)

    def _printed(self, first: int, last: int, bases: tuple[str, ...]) -> str:
        """Return the base form of an inflected name with the capitals and hyphens of the text."""
        parts: list[str] = []
        for at, base in zip(range(first, last), bases, strict=False):
            token = self.token(at)
            parts.append(_unbent(token, base) + (self.gap(at) if at + 1 < last else ""))
        return "".join(parts)


def _is_better(form: str, exact: bool, known: tuple[Reading, tuple[str, ...]], printed: str) -> bool:
    """Tell whether a *form* of a place is rather its name than that *known* before: as *printed*, but not in a case.

    "Самаре" is listed as a name of Самара, as "Софий" is of София and "Милано" of Милан.
    """
    reading, (before, *_) = known
    if exact == reading.exact:
        return _plainness(form) < _plainness(before)
    based = before if exact else form  # the other of the two is as printed
    is_case = printed.endswith(_CASE) and based.endswith(_FEMININE)
    return exact != is_case


def _plainness(form: str) -> int:
    """Return how unlikely a Cyrillic *form* is to be how a town is called: in -а or -я, in a consonant, in another."""
    if form[-1] < _CYRILLIC:
        return 0
    return 0 if form.endswith(_FEMININE) else 2 if form[-1] in _VOWELS else 1


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


def _long_words(line: list[str]) -> list[str]:
    return [word for word in line if len(word) >= _LONG_WORD and word[0].isalpha()]


def scan(document: Document) -> Scan:
    """Return the hits of a document; both finders that ask get the same one."""
    kept: Scan | None = document.kept.get("gazetteer")
    if kept is None:
        kept = document.kept["gazetteer"] = Scan(document)
    return kept
