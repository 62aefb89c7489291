"""Where a text may tell dates, and which forms stand there, read but not yet resolved.

In: a document and the vocabulary of its language. Out: the row of letters of its dates, and a Reading for each form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from culturex.suggest.document import Document
from culturex.suggest.mentions import numerals
from culturex.suggest.mentions.dates import jubilee
from culturex.suggest.mentions.dates.match import Reading, whole_year
from culturex.suggest.mentions.dates.patterns import BY_GROUP, STRETCH, TELLING, Form, pattern
from culturex.suggest.mentions.dates.readings import readings
from culturex.suggest.mentions.dates.rows import LONGEST_GAP, Row, framed, row
from culturex.suggest.mentions.dates.words import Vocabulary, vocabulary
from culturex.suggest.mentions.memory import Memory

# Stretches of so many words at most come again on other pages; most longer ones are dates, and new.
_SHORT = 2
# Those of them that say the same wherever they stand: what a longer number says hangs on the signs beside it, and a
# line break on the length of its line.
_BY_ITSELF = re.compile(r"(?:\d++|[^\d\n]++)\W*+")
# Pages repeat their few kinds of stretches of letters ("iaD", "wW"); those of so many letters at most are kept.
_KEPT = 40
# A slashed date with its weekday before or behind it.
_WITH_WEEKDAY = re.compile(r"[Wv]\.?,?S|S,?\(?[Wv]")


def letters_of(document: Document, words: Vocabulary) -> Row:
    """Return the row of letters of a document's dates, empty where it tells none."""
    spans = _spans(document, words)
    return row(document.body, words, spans, _framed(document.language).ask()) if spans else Row()


def in_row(letters: Row, order: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield the dates read in a row, each with the letters at which its form begins and ends."""
    for stretch in STRETCH.finditer(letters.letters):
        at = stretch.start()
        forms = _forms_kept if stretch.end() - at <= _KEPT else _forms
        for begin, stop, form in forms(stretch[0]):
            for reading in readings(form.rule, form.shape, letters, at + begin, at + stop, order):
                yield at + begin, at + stop, reading


def order_of(letters: Row, words: Vocabulary, document: Document) -> str:
    """Return how slashed dates are read: as the page's own unambiguous ones, or its own date, or its language."""
    if "S" not in letters.letters:
        return words.slashed
    triples = [v for c, v in zip(letters.letters, letters.values, strict=True) if c == "S"]
    for first, second, _, separator in triples:
        if separator != "." and (first > 12) != (second > 12):
            return "dmy" if first > 12 else "mdy"
    day = document.published
    for first, second, year, _ in triples if day else []:
        if day and first != second and year in (day.year, day.year % 100) and {first, second} == {day.day, day.month}:
            return "dmy" if first == day.day else "mdy"
    return usual_order(letters, words)


def usual_order(letters: Row, words: Vocabulary) -> str:
    """Return how slashed dates are read that do not tell it: as the weekday beside one tells, or by their marks.

    Those with other marks than a stroke begin with the day.
    """
    if "S" not in letters.letters:
        return words.slashed
    triples = [v for c, v in zip(letters.letters, letters.values, strict=True) if c == "S"]
    if told := _told_by_weekday(letters):
        return told
    return "dmy" if all(separator != "/" for *_, separator in triples) else words.slashed


def _told_by_weekday(letters: Row) -> str | None:
    """Return the order in which a slashed date is of the weekday printed beside it ("Monday, 09/03/2020")."""
    for beside in _WITH_WEEKDAY.finditer(letters.letters):
        at = beside.start() + beside[0].index("S")
        weekday = letters.values[beside.end() - 1 if at == beside.start() else beside.start()]
        first, second, year, _ = letters.values[at]
        orders = {"dmy": (second, first), "mdy": (first, second)}
        fit = [order for order, (month, day) in orders.items() if _weekday(whole_year(year), month, day) == weekday]
        if len(fit) == 1:
            return fit[0]
    return None


def _weekday(year: int, month: int, day: int) -> int | None:
    """Return the weekday (1 = Monday) of a day, None where there is no such day."""
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None


def _spans(document: Document, words: Vocabulary) -> list[tuple[int, int]]:
    """Return the stretches of the body around numbers and telling words, as far as words of dates go on.

    Any other word ends a date, so that nothing else needs to be read closely; nor do stretches known to tell none.
    """
    body = document.body
    if words.run_on:
        return [(0, len(body))]
    spans: list[tuple[int, int]] = []
    lowers, gaps, starts = document.lowers, document.gaps, document.word_starts
    belongs, tells = _belonging(document.language).ask(), _telling(document.language).ask()
    may_tell = numerals.dates(document.language).ask()

    def ends_sentence(at: int) -> bool:
        """Tell whether a sentence ends with word *at* and its full stop: "until May. Last year"."""
        if gaps[at][0] != "." or not lowers[at].isalpha() or lowers[at + 1][0].isdigit():
            return False
        ahead = starts[at + 1]
        return document.sentences[document.sentence_index(ahead)].start == ahead

    def goes_on(at: int) -> bool:
        """Tell whether word *at* and the next one may be of one date, or of one web address."""
        gap = gaps[at]
        if gap != " ":  # as nearly everywhere
            if not any(map(str.isspace, gap)):
                return True
            if len(gap) > LONGEST_GAP or gap.count("\n") > 1 or ends_sentence(at):
                return False
        return belongs(lowers[at]) and belongs(lowers[at + 1])

    end = 0
    for at in numerals.numerals(document):
        if at < end or not may_tell(lowers[at]):
            continue
        begin, last = at, at
        while begin > end and goes_on(begin - 1):
            begin -= 1
        while last + 1 < len(lowers) and goes_on(last):
            last += 1
        end = last + 1
        # With the gaps at the ends that no other word shares: the degree sign of an ordinal, the bracket of the text.
        start, stop = starts[begin] if begin else 0, starts[end] if end < len(lowers) else len(body)
        is_short = last - begin < _SHORT and _BY_ITSELF.fullmatch(body, start, stop)
        if not is_short or tells(body[start:stop].rstrip()):
            spans.append((start, stop))
    return spans


@cache
def _belonging(language: str) -> Memory[bool]:
    """Return what tells of a word of *language* whether a date may hold it."""
    return Memory(vocabulary((language,)).may_belong)


@cache
def _telling(language: str) -> Memory[bool]:
    """Return what tells of a stretch of a page in *language* whether it has a say in dates; most have none ("may")."""
    words = vocabulary((language,))

    def tells(stretch: str) -> bool:
        letters = row(stretch, words)
        return jubilee.has_count(letters) or any(in_row(letters, words.slashed))

    return Memory(tells)


@cache
def _framed(language: str) -> Memory[Row]:
    """Return what tells of a stretch of a page in *language*, with the characters on both sides, its row."""
    words = vocabulary((language,))
    return Memory(lambda stretch: framed(stretch, words))


def _forms(stretch: str) -> tuple[tuple[int, int, Form], ...]:
    """Return the forms in a stretch of letters with where they begin and end; what stands outside has no say in it."""
    if not TELLING.search(stretch):
        return ()
    return tuple((m.start(), m.end(), BY_GROUP[m.lastgroup or ""]) for m in pattern().finditer(stretch))


_forms_kept = lru_cache(maxsize=8192)(_forms)
