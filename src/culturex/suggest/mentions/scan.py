"""A document word by word, as the finders of people and organizations read it: gaps, neighbours, what covers a word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from culturex.suggest.document import Document, Word
from culturex.suggest.mentions import Mention
from culturex.text import Span

_SPACES = frozenset({" ", "\u00a0", "  ", "\u202f", "\u2009"})
# A sentence is a headline in title case from this share of capitals among its longer words on.
_TITLE_CASE = 0.75
_LONG_WORD = 4
_GROUND = ("date", "country", "region", "place")
_ONE_SMALL_IN = 8
_FUNCTION = frozenset(
    """
    about above across after against along among around before behind below beneath beside between beyond during from
    inside into like near onto over past since than that their them then through toward towards under until upon with
    within without while where when this these those its your
    """.split()
)


def squeezed(text: str) -> str:
    r"""Return *text* with single spaces.

    >>> squeezed("Ministry\nof  Culture ")
    'Ministry of Culture'
    """
    return " ".join(text.split())


class Scan:
    """Words of a document with what lies between them and which earlier mention covers them.

    ``cover[i]`` is the mention that holds word *i*, or is missing: a body, if the scan is made with *bodies*, then a
    date, a country, a group, a place.
    ``capitals`` are the words that begin with a capital. Indices are word indices; a span of words is half open.
    """

    def __init__(self, document: Document, *, bodies: bool = False) -> None:
        self.document = document
        self.words: list[Word] = document.words
        self.text = document.body
        self.count = len(self.words)
        self.starts = document.word_starts
        self.capitals = document.capitals
        self._gaps = document.gaps
        self._headline: dict[int, bool] = document.kept.setdefault("headlines", {})
        if "ground" not in document.kept:
            document.kept["ground"] = self._ground()
        self.cover: dict[int, Mention] = dict(document.kept["ground"])
        if bodies:
            # A body covers the places in its name; NATO is covered as the region that it is, too.
            over: dict[int, Mention] = {}
            for mention in document.mentions:
                if mention.kind == "organization" and mention.rule != "organizations.states":
                    self._note(mention, over)
            self.cover.update(over)

    def _ground(self) -> dict[int, Mention]:
        """Return what covers each word of the dates, countries, groups and places, the first of these kinds first."""
        ground: dict[int, Mention] = {}
        found: dict[str, list[Mention]] = {kind: [] for kind in _GROUND}
        for mention in self.document.mentions:
            if mention.kind in found:
                found[mention.kind].append(mention)
        for kind in _GROUND:
            for mention in found[kind]:
                self._note(mention, ground)
        return ground

    def cover_with(self, mention: Mention) -> None:
        """Note that *mention* holds its words (the first mention of a word stays)."""
        self._note(mention, self.cover)

    def _note(self, mention: Mention, cover: dict[int, Mention]) -> None:
        starts, end = self.starts, mention.end
        i = bisect_right(starts, mention.start) - 1
        if i < 0 or self.words[i].end <= mention.start:
            i += 1
        while i < self.count and starts[i] < end:  # as indices() has them; most mentions are a word or two
            cover.setdefault(i, mention)
            i += 1

    def indices(self, start: int, end: int) -> range:
        """Return the indices of the words that ``text[start:end]`` touches ("Italia" lies in "d'Italia")."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.words[first].end <= start:
            first += 1
        return range(first, bisect_left(self.starts, end))

    def at(self, offset: int) -> int:
        """Return the index of the last word that begins at or before *offset* (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def gap(self, i: int) -> str:
        """Return what stands between word *i* and the next one; a newline where there is no such pair."""
        if 0 <= i < self.count - 1:
            return self._gaps[i]
        return "\n"

    def joined(self, i: int) -> bool:
        """Tell whether only a space parts word *i* from the next one."""
        return 0 <= i < self.count - 1 and self._gaps[i] in _SPACES

    def begins_sentence(self, i: int) -> bool:
        """Tell whether word *i* is the first of its sentence, line, bullet or quotation."""
        before = self.gap(i - 1) if i > 0 else "\n"
        if before == " ":  # as nearly everywhere
            return False
        return "\n" in before or any(c in before for c in '.!?:;•|>"“«(')

    def kind(self, i: int) -> str | None:
        """Return the kind of the mention that covers word *i*."""
        mention = self.cover.get(i)
        return mention.kind if mention else None

    def is_title_case(self, i: int) -> bool:
        """Tell whether word *i* stands in a headline whose longer words are nearly all capitalised."""
        index = self.document.sentence_index(self.words[i].start)
        known = self._headline.get(index)
        if known is None:
            known = self._headline[index] = self._looks_title_case(self.document.sentence_at(self.words[i].start))
        return known

    def _looks_title_case(self, span: Span) -> bool:
        words = [w for w in self.document.words_in(span) if len(w.text) >= _LONG_WORD]
        if len(words) < _LONG_WORD or self.text[span.end - 1 : span.end] in (".", "。"):
            return False
        small = [w for w in words if not w.is_capital]
        if len(words) - len(small) < _TITLE_CASE * len(words):
            return False
        # A list of guests has small nouns between the names, a headline only small function words.
        return sum(w.lower not in _FUNCTION for w in small) <= len(words) // _ONE_SMALL_IN

    def span_text(self, first: int, end: int) -> str:
        """Return the text of the words from *first* up to, not including, *end*."""
        return self.text[self.words[first].start : self.words[end - 1].end]
