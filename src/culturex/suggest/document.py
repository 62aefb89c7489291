"""An article prepared for the finders: words, sentences, furniture blanked out, language. Made once per article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple, overload

from culturex import edtf
from culturex.model.article import Article, without_furniture
from culturex.suggest.mention import Mention
from culturex.suggest.word_columns import has_han, word_columns
from culturex.text import Span, sentences, unwrapped

# Characters of a text that are read for mentions and events: some thirty pages. What a page reports stands at its
# beginning; a book pasted whole must not hold up the articles behind it.
READ = 100_000

_BEGIN = itemgetter(0)


class Word(NamedTuple):
    """A word of the body: as printed, case-folded, and where it stands."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with an upper-case letter."""
        return self.text[0].isupper()


class Words(Sequence[Word]):
    """The words of a body, each made when it is asked for: a page has hundreds of them, and few are looked at."""

    __slots__ = ("_columns",)

    def __init__(self, texts: list[str], lowers: list[str], starts: list[int], ends: list[int]) -> None:
        self._columns = (texts, lowers, starts, ends)

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...

    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        texts, lowers, starts, ends = self._columns
        if isinstance(index, slice):
            return list(map(Word, texts[index], lowers[index], starts[index], ends[index]))
        return Word(texts[index], lowers[index], starts[index], ends[index])

    def __iter__(self) -> Iterator[Word]:
        return map(Word, *self._columns)


@dataclass
class Document:
    """An article with what every finder needs.

    ``text`` is the stored text, ``language`` its ISO 639-1 code (``en`` where the article does not tell); ``body`` is
    the text, character for character, with furniture blanked to spaces (newlines stay), so that a pattern run over it
    cannot see furniture and its offsets hold for ``text``; of a text as long as a book it is the first READ characters.
    ``words`` are those of the body; ``texts``, ``lowers`` (with case folded), ``is_capital``, ``word_starts``,
    ``word_ends`` and ``gaps`` (what stands behind each) are their columns; ``capitals`` tell which begin with an
    upper-case letter. ``has_han`` tells whether the body has Chinese characters. ``sentences`` are those of the body
    (the headline is one), in order, ``sentence_starts`` where they begin. ``published`` is the first day of the
    published date, or None, ``published_until`` the last, which is another where that is but a month or a year;
    ``title_span`` where the title stands in the text, None where the text does not print it.
    """

    article: Article
    mentions: list[Mention] = field(default_factory=list)
    # What one finder worked out and another may use again.
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Nobody makes a document without asking for all of these, again and again: they are plain attributes, which
        # Python finds several times as fast as those worked out when they are first asked for.
        self.text = self.article.text
        self.language = self.article.language or "en"
        self.body = unwrapped(without_furniture(self.article)[:READ])
        self.has_han = has_han(self.body)
        columns = word_columns(self.body, mixed=self.has_han)
        self.texts, self.lowers, self.is_capital, self.gaps, self.word_starts, self.word_ends = columns
        self.words = Words(self.texts, self.lowers, self.word_starts, self.word_ends)
        self.sentences = sentences(self.body)
        self.sentence_starts = list(map(_BEGIN, self.sentences))
        self.capitals = list(compress(range(len(self.texts)), self.is_capital))
        self.published, self.published_until = _days(self.article.published)
        self.title_span = _title_span(self.article)

    def sentence_index(self, offset: int) -> int:
        """Return the index of the sentence at *offset* (the last one begun; 0 before the first)."""
        after = bisect_right(self.sentence_starts, offset)
        return after - 1 if after else 0

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence at *offset*; the whole text where there are none."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else Span(0, len(self.text))

    def words_in(self, span: Span | tuple[int, int]) -> Sequence[Word]:
        """Return the words that begin inside *span*."""
        low = bisect_left(self.word_starts, span[0])
        return self.words[low : bisect_left(self.word_starts, span[1], low)]

    def lowers_in(self, span: Span | tuple[int, int]) -> list[str]:
        """Return the words that begin inside *span*, case-folded."""
        starts = self.word_starts
        low = bisect_left(starts, span[0])
        return self.lowers[low : bisect_left(starts, span[1], low)]

    def of_kind(self, *kinds: str) -> list[Mention]:
        """Return the mentions found so far of these *kinds*, in order of the text."""
        return sorted((m for m in self.mentions if m.kind in kinds), key=lambda m: (m.start, m.end))

    def within(self, span: Span | tuple[int, int], kinds: Iterable[str]) -> list[Mention]:
        """Return the mentions of *kinds* that lie inside *span*."""
        wanted = set(kinds)
        return [m for m in self.of_kind(*wanted) if span[0] <= m.start and m.end <= span[1]]


def _days(written: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a published date (EDTF) may mean."""
    if not written or not edtf.is_valid(written):
        return None, None
    meant = edtf.parse(written)
    return meant.earliest, meant.latest or meant.earliest


def _title_span(article: Article) -> Span | None:
    title = article.title
    at = article.text.find(title) if title else -1
    return Span(at, at + len(title)) if title and at >= 0 else None
