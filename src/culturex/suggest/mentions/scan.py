"""A document word by word, as the finders of people and organizations read it: gaps, neighbours, what covers a word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.text import Span

# The kinds of mentions that tell where: a word that one of them covers is no word of the language.
GEO = frozenset(("country", "region", "place"))
_SPACES = frozenset({" ", "\u00a0", "  ", "\u202f", "\u2009"})
# A sentence is a headline in title case from this share of capitals among its longer words on.
_TITLE_CASE = 0.75
_LONG_WORD = 4
_STOPS = frozenset((".", "。"))
# What covers words, the first of these kinds first.
_GROUND = ("date", "country", "region", "place")
# So many words that are none stand behind the last one.
_BEYOND = 8
_NO_WORDS = [""] * _BEYOND
_NO_GAPS = ["\n"] * (_BEYOND + 1)
_ONE_SMALL_IN = 8
_FUNCTION = frozenset(
    """
    about above across after against along among around before behind below beneath beside between beyond during from
    inside into like near onto over past since than that their them then through toward towards under until upon with
    within without while where when this these those its your
    """.split()
)

# Words that stand before their names shortened, with a stop that ends nothing: saints, mountains, forts.
_SHORTENED = ("st", "ste", "mt", "ft")


def squeezed(text: str) -> str:
    r"""Return *text* with single spaces.

    >>> squeezed("Ministry\nof  Culture ")
    'Ministry of Culture'
    """
    return " ".join(text.split())


class _Columns:
    """What the words of a document tell, worked out once for all who scan it; see Scan."""

    def __init__(self, document: Document) -> None:
        count = len(document.texts)
        self.texts = document.texts + _NO_WORDS
        self.lowers = document.lowers + _NO_WORDS
        self.is_capital = document.is_capital + [False] * _BEYOND
        self.gaps = document.gaps[:-1] + _NO_GAPS
        self.joined = list(map(_SPACES.__contains__, self.gaps))
        self._join_shortened(document)
        self.headlines: dict[int, bool] = {}
        self.cover: list[Mention | None] = [None] * (count + _BEYOND)
        self.kinds: list[str | None] = [None] * (count + _BEYOND)

    def _join_shortened(self, document: Document) -> None:
        """Join a shortened word with the name that its stop parts it from: "University of St. Andrews"."""
        for word in _SHORTENED:
            at = -1
            for _ in range(document.lowers.count(word)):
                at = document.lowers.index(word, at + 1)
                if self.gaps[at] == ". " and self.is_capital[at] and self.is_capital[at + 1]:
                    begin, end = document.word_starts[at], document.word_starts[at + 1]
                    self.joined[at] = document.sentence_index(begin) == document.sentence_index(end)


class Scan:
    """Words of a document with what lies between them and which earlier mention covers them, each a column of a table.

    ``texts[i]``, ``lowers[i]``, ``is_capital[i]``, ``starts[i]`` and ``ends[i]`` are what ``words[i]`` tells, quicker.
    ``gaps[i]`` is what stands between word *i* and the next one, a newline where there is no such pair, and
    ``joined[i]`` tells whether it is only a space, or the stop of "St. Andrews". ``cover[i]`` is the mention that holds
    word *i*, or None: a body, if the scan is made with *bodies*, then a date, a country, a group, a place; ``kinds[i]``
    is its kind.
    All columns but starts and ends go on behind the last word, and before the first, with a few words that are none:
    what stands beside a word may be asked without a look at where the text ends.
    ``capitals`` are the words that begin with a capital. Indices are word indices; a span of words is half open.
    """

    def __init__(self, document: Document, *, bodies: bool = False) -> None:
        self.document = document
        self.words = document.words
        self.text = document.body
        self.count = len(self.words)
        self.starts = document.word_starts
        self.ends = document.word_ends
        self.capitals = document.capitals
        kept = document.kept
        columns: _Columns | None = kept.get("columns")
        if columns is None:
            columns = kept["columns"] = _Columns(document)
            self._note_ground(columns)
        self.texts = columns.texts
        self.lowers = columns.lowers
        self.is_capital = columns.is_capital
        self.gaps = columns.gaps
        self.joined = columns.joined
        self._headline = columns.headlines
        self.cover = columns.cover.copy()
        self.kinds = columns.kinds.copy()
        if bodies:
            self._cover_with_bodies()

    def _note_ground(self, columns: _Columns) -> None:
        """Note what covers each word of the dates, countries, groups and places."""
        found: dict[str, list[Mention]] = {kind: [] for kind in _GROUND}
        for mention in self.document.mentions:
            if mention.kind in found:
                found[mention.kind].append(mention)
        for mentions in found.values():
            self._note(mentions, columns.cover, columns.kinds)

    def _cover_with_bodies(self) -> None:
        """Note the bodies, which cover the places in their names; NATO is covered as the region that it is, too."""
        over: set[int] = set()
        for mention in self.document.mentions:
            if mention.kind == "organization" and mention.rule != "organizations.states":
                for i in self.indices(mention.start, mention.end):
                    if i not in over:
                        over.add(i)
                        self.cover[i] = mention
                        self.kinds[i] = "organization"

    def cover_with(self, mention: Mention) -> None:
        """Note that *mention* holds its words (the first mention of a word stays)."""
        self._note((mention,), self.cover, self.kinds)

    def _note(self, mentions: Iterable[Mention], cover: list[Mention | None], kinds: list[str | None]) -> None:
        starts, ends, count = self.starts, self.ends, self.count
        for mention in mentions:
            end = mention.end
            i = bisect_right(starts, mention.start) - 1
            if i < 0 or ends[i] <= mention.start:
                i += 1
            while i < count and starts[i] < end:  # as indices() has them; most mentions are a word or two
                if cover[i] is None:
                    cover[i] = mention
                    kinds[i] = mention.kind
                i += 1

    def indices(self, start: int, end: int) -> range:
        """Return the indices of the words that ``text[start:end]`` touches ("Italia" lies in "d'Italia")."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.ends[first] <= start:
            first += 1
        return range(first, bisect_left(self.starts, end))

    def at(self, offset: int) -> int:
        """Return the index of the last word that begins at or before *offset* (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def end_of(self, mention: Mention) -> int:
        """Return the index behind the last word of *mention*."""
        return bisect_right(self.starts, mention.end - 1)

    def begins_sentence(self, i: int) -> bool:
        """Tell whether word *i* is the first of its sentence, line, bullet or quotation."""
        before = self.gaps[i - 1]
        if before == " ":  # as nearly everywhere
            return False
        return "\n" in before or any(c in before for c in '.!?:;•|>"“«(')

    def is_title_case(self, i: int) -> bool:
        """Tell whether word *i* stands in a headline whose longer words are nearly all capitalised."""
        index = self.document.sentence_index(self.starts[i])
        known = self._headline.get(index)
        if known is None:
            known = self._headline[index] = self._looks_title_case(self.document.sentence_at(self.starts[i]))
        return known

    def _looks_title_case(self, span: Span) -> bool:
        if self.text[span.end - 1 : span.end] in _STOPS:
            return False
        words = [w for w in self.document.words_in(span) if len(w.text) >= _LONG_WORD]
        if len(words) < _LONG_WORD:
            return False
        small = [w for w in words if not w.is_capital]
        if len(words) - len(small) < _TITLE_CASE * len(words):
            return False
        # A list of guests has small nouns between the names, a headline only small function words.
        return sum(w.lower not in _FUNCTION for w in small) <= len(words) // _ONE_SMALL_IN

    def span_text(self, first: int, end: int) -> str:
        """Return the text of the words from *first* up to, not including, *end*."""
        return self.text[self.starts[first] : self.ends[end - 1]]
