"""Find the words that a model quotes in the article that it read, and say how well they were found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from culturex.text import Span, clean, lower, with_marks_alike

# A quote counts as aligned from this share of its letters on that stand in the passage found, in the same order; the
# passage may not be longer than LONGER times the quote. Found by trying: of quotes from which a model dropped, added
# or changed a word or two nearly all are above it, of quotes in words of its own nearly none.
ALIGNED = 0.85
LONGER = 1.4
# A quote of fewer words than this is found letter by letter or not at all: any three words stand somewhere.
_LEAST_WORDS = 5
# Words of a quote that are looked at, and places of a word in the text that are tried.
_MOST_WORDS = 120
_PLACES = 60
# Pieces on either side of an omission stand within this many characters of one another.
_GAP = 400
_OMISSION = re.compile(r"\s*(?:\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,}|…)\s*")
# Words; in scripts without spaces each character is one.
_TOKEN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]"
    "|[^\\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+"
)
# Scripts from here on (Thai, Georgian, Chinese ...) write without spaces or join endings to names.
_UNSPACED = "\u0e00"
_AROUND = " \t\n\"'“”‘’«»„*_`"


class Located(NamedTuple):
    """Where a quote stands (None: nowhere), and how it was found: ``exact``, ``normalised``, ``aligned``, ``none``."""

    span: Span | None
    match: str


NOWHERE = Located(None, "none")


@dataclass(frozen=True)
class Haystack:
    """A text in which quotes are looked for, one after the other; what that needs is made once."""

    text: str

    @cached_property
    def _alike(self) -> tuple[str, list[int]]:
        folded, origin = with_marks_alike(self.text)
        return lower(folded), origin

    @cached_property
    def _words(self) -> tuple[list[str], list[Span]]:
        found = [(m.group().casefold(), Span(m.start(), m.end())) for m in _TOKEN.finditer(self.text)]
        return [w for w, _ in found], [s for _, s in found]

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words[0]):
            places.setdefault(word, []).append(at)
        return places

    def find(self, quote: str, *, after: int = 0) -> Located:
        """Return where *quote* stands and how it was found; from offset *after* on if it stands there.

        Tried in turn: letter by letter; with white space, quotation marks, dashes and case taken for one another; then
        word by word with a few words more or less (``ALIGNED``), or piece by piece where the quote says with dots
        that words are left out.
        """
        wanted = clean(quote).strip()
        if not wanted:
            return NOWHERE
        for form in dict.fromkeys((wanted, wanted.strip(_AROUND))):
            if form and (found := self._exact(form, after)):
                return Located(found, "exact" if form == wanted else "normalised")
        for form in dict.fromkeys((wanted, wanted.strip(_AROUND))):
            if found := self._normalised(form, after):
                return Located(found, "normalised")
        found = self._in_pieces(wanted, after) or self._aligned(wanted)
        return Located(found, "aligned") if found else NOWHERE

    def _exact(self, wanted: str, after: int) -> Span | None:
        at = _find(self.text, wanted, after)
        return self._whole(Span(at, at + len(wanted))) if at >= 0 else None

    def _normalised(self, wanted: str, after: int) -> Span | None:
        needle = lower(with_marks_alike(wanted)[0])
        if not any(c.isalnum() for c in needle):
            return None
        hay, origin = self._alike
        at = _find(hay, needle, bisect_left(origin, after))
        return self._whole(Span(origin[at], origin[at + len(needle) - 1] + 1)) if at >= 0 else None

    def _whole(self, span: Span) -> Span | None:
        """Return *span* with the rest of the words that it cuts through: the "oman" in "woman" is no Oman.

        A scrap of a word ("f" in "festival"), less than half of what that makes, is found nowhere: return None.
        """
        start, end = span
        while start and _is_one_word(self.text[start - 1 : start + 1]):
            start -= 1
        while end < len(self.text) and _is_one_word(self.text[end - 1 : end + 1]):
            end += 1
        return Span(start, end) if end - start <= 2 * (span.end - span.start) else None

    def _in_pieces(self, wanted: str, after: int) -> Span | None:
        """Find a quote with dots in it: its pieces in order, each a little after the one before."""
        pieces = [p for p in _OMISSION.split(wanted) if any(c.isalnum() for c in p)]
        if not 2 <= len(pieces) <= _MOST_WORDS:
            return None
        first: Span | None = None
        end = after
        for piece in pieces:
            found = self._exact(piece, end) or self._normalised(piece, end)
            if found is None or found.start < end or (first and found.start - end > _GAP):
                return None
            first, end = first or found, found.end
        return Span(first.start, end) if first else None

    def _aligned(self, wanted: str) -> Span | None:
        words = [w.casefold() for w in _TOKEN.findall(wanted)[: _MOST_WORDS + 1]]
        if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
            return None
        best: tuple[float, Span] | None = None
        for begin in self._diagonals(words):
            found = self._align_at(words, begin)
            if found and (best is None or found[0] > best[0]):
                best = found
        return best[1] if best and best[0] >= ALIGNED else None

    def _diagonals(self, words: Sequence[str]) -> list[int]:
        """Return the places (numbers of words) at which a quote most likely begins: most of its words stand there."""
        votes: Counter[int] = Counter()
        for at, word in enumerate(words):
            places = self._where.get(word, ())
            if len(places) <= _PLACES:
                votes.update(place - at for place in places)
        return [begin for begin, _ in votes.most_common(3)]

    def _align_at(self, words: Sequence[str], begin: int) -> tuple[float, Span] | None:
        """Return which share of a quote's letters stand around the word *begin*, in order, and from where to where."""
        texts, spans = self._words
        slack = 3 + len(words) // 4
        low = max(0, begin - slack)
        window = texts[low : begin + len(words) + slack]
        blocks = [b for b in SequenceMatcher(None, words, window, autojunk=False).get_matching_blocks() if b.size]
        if not blocks:
            return None
        first, last = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size - 1
        shared = sum(len(w) for b in blocks for w in words[b.a : b.a + b.size])
        letters = sum(map(len, words))
        if last - first + 1 > LONGER * len(words):
            return None
        return shared / letters, Span(spans[first].start, spans[last].end)


def _find(text: str, wanted: str, after: int) -> int:
    """Return where *wanted* stands, as words of its own if it does so, from *after* on if it does so; else -1."""
    inside = -1
    for begin in dict.fromkeys((after, 0)):
        at = text.find(wanted, begin)
        for _ in range(_PLACES):
            if at < 0:
                break
            if not _is_one_word(text[max(0, at - 1) : at + 1]) and not _is_one_word(
                text[at + len(wanted) - 1 : at + len(wanted) + 1]
            ):
                return at
            inside = at if inside < 0 else inside
            at = text.find(wanted, at + 1)
    return inside


def _is_one_word(pair: str) -> bool:
    """Tell whether two characters belong to one word, in a script with spaces between its words."""
    return len(pair) == 2 and pair.isalnum() and max(pair) < _UNSPACED
