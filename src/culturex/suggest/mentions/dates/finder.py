"""Date expressions: found in any of the languages with a ``dates.toml``, resolved to EDTF.

How it works: the words and numbers that dates are made of become a row of letters (``rows``), one pattern finds
the forms in that row (``patterns``), each is read (``readings``), and resolved from the page's own date,
with the tense of the sentence where the direction is open (``resolve``, ``tense``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from culturex import edtf
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention, numerals
from culturex.suggest.mentions.dates import jubilee
from culturex.suggest.mentions.dates.checks import is_date
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.page import Page, Tense, Value
from culturex.suggest.mentions.dates.patterns import BY_GROUP, STRETCH, TELLING, Form, pattern
from culturex.suggest.mentions.dates.readings import readings
from culturex.suggest.mentions.dates.resolve import by_weekday, resolve
from culturex.suggest.mentions.dates.rows import LONGEST_GAP, Row, framed, lowered, row
from culturex.suggest.mentions.dates.tense import FUTURE, OPEN, PAST, SURE, cues, direction
from culturex.suggest.mentions.dates.words import Vocabulary, vocabulary
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.number_words import number_words

# What a word right beside a date tells of its direction, whatever the tense ("since Friday") or without one.
_BESIDE = {"L": SURE * PAST, "X": SURE * FUTURE, "Q": SURE * FUTURE}
_LEADING = "ifbgt"
_BEFORE = {"g": SURE * PAST}
_WITHOUT_TENSE = {"G": FUTURE, "t": FUTURE}
_RELATIVE = frozenset(("relative", "anaphora", "weekday", "relative_month"))
_EXPLICIT = frozenset(("explicit", "range", "list", "months", "month", "years", "year"))
# What stands behind a date with its case: "'a kadar", " tarihine kadar".
_WORDS_BEHIND, _BEHIND = re.compile(r"(?:['’]\w{1,5})? (\w+)(?: (\w+))?"), 30
_DIRECTIONS = {"g": "since", "G": "by", "f": "from"}


def find(document: Document) -> list[Mention]:
    """Return the dates of the body in order; *value* is EDTF, or None where the page gives too little to resolve it.

    *extra*: ``basis`` (stated, resolved, inferred), ``relative`` (told from another date: "on Saturday"), and where
    the words tell it ``direction`` (since, until, by, from), ``phase`` (early, mid, late), ``weekday`` (1 = Monday),
    ``in_name`` (the year is part of a name: "EXPO-2017").
    """
    body = document.body
    words = vocabulary((document.language,))
    spans = _spans(document, words)
    letters = row(body, words, spans, _framed(document.language).ask()) if spans else Row()
    order = _order(letters, words, document)
    found = list(_readings(letters, order))
    told = None if document.published else jubilee.year_of(document, letters, [r for *_, r in found], date.today())
    page = _page(document, told, found)
    finder = _Resolver(document, page, letters, words)
    mentions = [m for item in found if (m := finder.mention(*item)) is not None]
    if told and not any(m.start < told.end and told.start < m.end for m in mentions):
        return sorted([*mentions, _reckoned(body, told)], key=lambda m: m.start)
    return mentions


def explicit(text: str, *, languages: Sequence[str] = ("en",), order: str | None = None) -> list[Mention]:
    """Return the dates that *text*, such as a line of page furniture, states by themselves, in order.

    *languages* are ISO 639-1 codes, *order* is ``dmy`` or ``mdy`` for slashed dates (by default the first language's
    habit). A day without a year has the value None and its ``month``, ``day`` and ``weekday`` in *extra*.
    """
    words = vocabulary(tuple(languages))
    letters = row(text, words)
    page = Page(None, "day", lambda: date.max)
    out = []
    for begin, _, reading in _readings(letters, order or _usual_order(letters, words)):
        if reading.rule not in _EXPLICIT or (reading.shape == "point" and reading.kind in _UNSURE):
            continue
        value = resolve(reading, page, lambda: 0)
        out.append(_mention(text, reading, value, _extra(reading, value, letters, begin)))
    return out


# A sentence that names a year among its first characters tells of that year.
_OPENING = 12
# The years that a page names anywhere, its copyright line among them.
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What stands between "today" and the date that it is, within so many characters, and how long a date to the day is.
_BESIDE_TODAY, _GAP, _DAY = frozenset({"", ",", "(", "（", "–", "-", ", am", ", le", ", el", ", on"}), 6, 10
# At most so many full dates of a page are compared with a day that lacks its year.
_MOST_KNOWN = 40


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

    def goes_on(at: int) -> bool:
        """Tell whether word *at* and the next one may be of one date, or of one web address."""
        gap = gaps[at]
        if gap != " ":  # as nearly everywhere
            if not any(map(str.isspace, gap)):
                return True
            if len(gap) > LONGEST_GAP or gap.count("\n") > 1:
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


# Stretches of so many words at most come again on other pages; most longer ones are dates, and new.
_SHORT = 2
# Those of them that say the same wherever they stand: what a longer number says hangs on the signs beside it, and a
# line break on the length of its line.
_BY_ITSELF = re.compile(r"(?:\d++|[^\d\n]++)\W*+")


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
        return jubilee.has_count(letters) or any(_readings(letters, words.slashed))

    return Memory(tells)


@cache
def _framed(language: str) -> Memory[Row]:
    """Return what tells of a stretch of a page in *language*, with the characters on both sides, its row."""
    words = vocabulary((language,))
    return Memory(lambda stretch: framed(stretch, words))


_UNSURE = frozenset(("of_name", "before_noun", "bare"))


def _readings(letters: Row, order: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield the dates read in a row, each with the letters at which its form begins and ends."""
    for stretch in STRETCH.finditer(letters.letters):
        at = stretch.start()
        forms = _forms_kept if stretch.end() - at <= _KEPT else _forms
        for begin, stop, form in forms(stretch[0]):
            for reading in readings(form.rule, form.shape, letters, at + begin, at + stop, order):
                yield at + begin, at + stop, reading


def _forms(stretch: str) -> tuple[tuple[int, int, Form], ...]:
    """Return the forms in a stretch of letters with where they begin and end; what stands outside has no say in it."""
    if not TELLING.search(stretch):
        return ()
    return tuple((m.start(), m.end(), BY_GROUP[m.lastgroup or ""]) for m in pattern().finditer(stretch))


# Pages repeat their few kinds of stretches ("iaD", "wW"); those of so many letters at most are kept.
_KEPT = 40
_forms_kept = lru_cache(maxsize=8192)(_forms)


def _order(letters: Row, words: Vocabulary, document: Document) -> str:
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
    return _usual_order(letters, words)


def _usual_order(letters: Row, words: Vocabulary) -> str:
    """Return how slashed dates are read that do not tell it: those with other marks begin with the day."""
    triples = [v for c, v in zip(letters.letters, letters.values, strict=True) if c == "S"]
    return "dmy" if triples and all(separator != "/" for *_, separator in triples) else words.slashed


def _page(document: Document, told: jubilee.Told | None, found: list[tuple[int, int, Reading]]) -> Page:
    written = document.article.published or ""
    base = document.published or (date(told.year, 1, 1) if told else None)
    size = min(written.partition("/")[0].rstrip("?~%").count("-"), 2)
    precision = ("year", "month", "day")[size]
    if base:  # days without a year are then read by it alone
        return Page(base, precision, date.today)
    stated = [_full(reading) for _, _, reading in found]
    page = Page(base, precision, date.today)
    years = set(_A_YEAR.findall(document.text))
    fitting = (by_weekday(r.first, page, years) for _, _, r in found if r.shape == "point")
    for days in (stated, fitting):
        page.dates += list(dict.fromkeys(filter(None, days)))[:_MOST_KNOWN]
    today = _today(document.body, [reading for _, _, reading in found], page)
    return replace(page, base=today, precision="day") if today else page


def _today(text: str, found: list[Reading], page: Page) -> date | None:
    """Return the day of a page that tells it with its date: "today, October 15", "yesterday (14 October 2018)"."""
    for one, other in pairwise(found):
        if text[one.end : other.start].strip() not in _BESIDE_TODAY or other.start - one.end > _GAP:
            continue
        for told, dated in ((one, other), (other, one)):
            is_day = told.shape == "step" and told.unit == "day" and told.anchor == "page" and not told.kind
            if is_day and dated.shape == "point" and dated.first.month and dated.first.day:
                day = resolve(dated, page, lambda: 0).edtf
                if day and len(day) == _DAY:
                    return date.fromisoformat(day) - timedelta(days=told.offset)
    return None


def _reckoned(text: str, told: jubilee.Told) -> Mention:
    """Return the number of years as the mention of the page's own year, which it tells."""
    found = text[told.start : told.end]
    return Mention(
        "date", found, told.start, told.end, f"{told.year:04}", "dates.jubilee", 0.6,
        {"basis": "inferred", "relative": True},
    )  # fmt: skip


def _full(reading: Reading) -> date | None:
    when = reading.first
    try:
        return date(when.year, when.month, when.day or 15) if when.year and when.month else None
    except ValueError:
        return None


def _mention(text: str, reading: Reading, value: Value, extra: dict[str, Any]) -> Mention:
    rule = "dates." + _rule(reading)
    found = text[reading.start : reading.end]
    return Mention("date", found, reading.start, reading.end, value.edtf, rule, value.confidence, extra)


def _rule(reading: Reading) -> str:
    first = reading.first
    if reading.rule == "list":
        return "range" if reading.shape == "span" else "explicit"
    missing = reading.shape in ("point", "span") and first.month and not first.has_year
    return "missing_year" if missing and reading.rule in ("explicit", "range") else reading.rule


def _extra(reading: Reading, value: Value, letters: Row, begin: int) -> dict[str, Any]:
    extra: dict[str, Any] = {"basis": value.basis, "relative": reading.rule in _RELATIVE}
    if reading.phase:
        extra["phase"] = reading.phase
    if reading.kind == "of_name":
        extra["in_name"] = True
    first = reading.first
    if first.weekday:
        extra["weekday"] = first.weekday
    if value.edtf is None and first.month:
        extra["month"] = first.month
        if first.day:
            extra["day"] = first.day
    if begin and reading.shape != "span":
        told = _DIRECTIONS.get(letters.letters[begin - 1]) or letters.values[begin - 1]
        if told in ("since", "by", "from", "until"):
            extra["direction"] = told
    return extra


def _loosely(told: int, reading: Reading, before: str) -> int:
    """Return what a verb beside a date tells of one that is not when it was done, but a part of what was done.

    "Announced July elections", "confirmed the date of July 24".
    """
    if reading.rule == "month_alone" and reading.kind == "bare":
        return OPEN
    return told // SURE if before == "o" and reading.first.month else told


class _Resolver:
    """The resolving of one page's dates in order, with what the earlier ones told."""

    def __init__(self, document: Document, page: Page, letters: Row, words: Vocabulary) -> None:
        self.document, self.page, self.letters, self.words = document, page, letters, words
        self.text = document.body
        self.counted = number_words(document.language)
        self.framed = (-1, 0)

    def mention(self, begin: int, stop: int, reading: Reading) -> Mention | None:
        """Return the mention of *reading*, None where it is no date after all."""
        if not is_date(reading, self.document, self.words, self.counted):
            return None
        asked: list[int] = []

        def tense() -> int:
            before = self.letters.letters[begin - 1 : begin]
            told = self._told_beside(begin, stop) or _BEFORE.get(before, OPEN) or self._tense(reading)
            if before == "g" and self.letters.values[begin - 1] == "from_on" and self._tense(reading) > OPEN:
                told = FUTURE
            if abs(told) == SURE and before not in _BEFORE:
                told = _loosely(told, reading, before)
            if self.text[reading.start - 1 : reading.start] == "(" and self.text[reading.end : reading.end + 1] == ")":
                told = OPEN  # a day in brackets belongs to no verb
            # "Were shut until Friday": what was so may last.
            lasts = before in _WITHOUT_TENSE and told < OPEN
            asked.append(OPEN if lasts else told or _WITHOUT_TENSE.get(before, OPEN))
            return asked[-1]

        is_framed = self._frame(reading, tense)
        value = resolve(reading, self.page, tense)
        if is_framed:
            value = Value(value.edtf, "resolved", 0.7)
        if reading.kind == "of_name":
            value = Value(value.edtf, value.basis, 0.4)
        extra = _extra(reading, value, self.letters, begin)
        if self.words.until_behind and reading.shape != "span" and self._is_end(reading):
            extra["direction"] = "until"
        if extra.get("direction") == "since" and asked and asked[-1] > OPEN:
            extra["direction"] = "from"
        self._remember(reading, value, told=bool(asked and asked[-1]), is_end=extra.get("direction") == "until")
        return _mention(self.text, reading, value, extra)

    def _is_end(self, reading: Reading) -> bool:
        """Tell whether "until" stands behind a date, as in Turkish: "9 Haziran'a kadar", "9 Haziran tarihine kadar"."""
        behind = _WORDS_BEHIND.match(lowered(self.text[reading.end : reading.end + _BEHIND]))
        return behind is not None and not self.words.until_behind.isdisjoint(behind.groups())

    def _frame(self, reading: Reading, tense: Tense) -> bool:
        """Give a day or month the year that its sentence begins with: "In 1994, between April and July, ..."."""
        first, span = reading.first, self.document.sentence_at(reading.start)
        if first.year and reading.shape == "point" and reading.kind == "" and reading.start - span.start <= _OPENING:
            self.framed = (span.start, first.year)
        if not first.month or first.has_year or first.weekday or self.framed[0] != span.start or tense() > OPEN:
            return False
        year = self.framed[1]
        wraps = bool(reading.last.month and reading.last.month < first.month)
        reading.first = first._replace(year=year)
        reading.last = reading.last._replace(year=year + wraps if reading.last.month else None)
        return True

    def _told_beside(self, begin: int, stop: int) -> int:
        """Return the direction that a word such as "last" right beside the date gives: "le 5 mai dernier"."""
        letters = self.letters.letters
        after = "" if letters[stop - 1] == "." else letters[stop : stop + 1]  # "on 5 May. Last week ..."
        before = "" if letters[begin] in _LEADING else letters[begin - 1 : begin]  # "will last for five days from ..."
        return _BESIDE.get(before, 0) or _BESIDE.get(after, 0)

    def _tense(self, reading: Reading) -> int:
        span = self.document.sentence_at(reading.start)
        is_end = bool(self.words.until_behind) and self._is_end(reading)  # then what stands before told the beginning
        left = "" if is_end else lowered(self.text[max(span.start, reading.start - 200) : reading.start])
        right = lowered(self.text[reading.end : min(span.end, reading.end + 160)])
        return direction(left, right, cues(self.document.language))

    def _remember(self, reading: Reading, value: Value, *, told: bool, is_end: bool) -> None:
        """Keep a date for those that are told from it; "the same day" is not the one until which something lasts."""
        if value.edtf is None or reading.kind == "of_name":
            return
        if reading.shape != "literal" and not is_end and edtf.is_valid(value.edtf):
            self.page.remember(value.edtf, reading.start)
        if reading.first.month and not reading.first.has_year and reading.shape in ("point", "span"):
            self.page.near = (reading.end, value.edtf)
        if reading.first.month and (reading.first.shift in (0, 1) or (told and not reading.first.has_year)):
            self.page.years.setdefault(reading.first.month, int(value.edtf[:4]))
