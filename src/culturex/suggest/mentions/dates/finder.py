"""Date expressions: found in any of the languages with a ``dates.toml``, resolved to EDTF.

How it works: the words and numbers that dates are made of become a row of letters (``rows``), one pattern finds
the forms in that row (``stretches``, ``patterns``), each is read (``readings``), and resolved from the page's own date
(``own_day``), with the tense of the sentence where the direction is open (``resolve``, ``tense``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from culturex import edtf
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates import jubilee, stretches
from culturex.suggest.mentions.dates.checks import is_date
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.own_day import page_of
from culturex.suggest.mentions.dates.page import Page, Tense, Value
from culturex.suggest.mentions.dates.resolve import resolve
from culturex.suggest.mentions.dates.rows import Row, lowered, row
from culturex.suggest.mentions.dates.tense import FUTURE, OPEN, PAST, SURE, cues, direction
from culturex.suggest.mentions.dates.words import Vocabulary, vocabulary
from culturex.suggest.mentions.number_words import number_words

# What a word right beside a date tells of its direction, whatever the tense ("since Friday") or without one.
_BESIDE = {"L": SURE * PAST, "X": SURE * FUTURE, "Q": SURE * FUTURE}
# A date that begins with one of these ("for", "from", "between", "since", "until") hangs on it, not on the word before:
# "will last for five days".
_LEADING = "ifbgt"
_BEFORE = {"g": SURE * PAST}
_WITHOUT_TENSE = {"G": FUTURE, "t": FUTURE}
_RELATIVE = frozenset(("relative", "anaphora", "weekday", "relative_month"))
_EXPLICIT = frozenset(("explicit", "range", "list", "months", "month", "years", "year"))
# What stands behind a date with its case: "'a kadar", " tarihine kadar".
_WORDS_BEHIND, _BEHIND = re.compile(r"(?:['’]\w{1,5})? (\w+)(?: (\w+))?"), 30
_DIRECTIONS = {"g": "since", "G": "by", "f": "from"}
_UNSURE = frozenset(("of_name", "before_noun", "bare"))
# A sentence that names a year among its first characters tells of that year.
_OPENING = 12


def find(document: Document) -> list[Mention]:
    """Return the dates of the body in order; *value* is EDTF, or None where the page gives too little to resolve it.

    *extra*: ``basis`` (stated, resolved, inferred), ``relative`` (told from another date: "on Saturday"), and where
    the words tell it ``direction`` (since, until, by, from), ``phase`` (early, mid, late), ``weekday`` (1 = Monday),
    ``in_name`` (the year is part of a name: "EXPO-2017").
    """
    body = document.body
    words = vocabulary((document.language,))
    letters = stretches.letters_of(document, words)
    found = list(stretches.in_row(letters, stretches.order_of(letters, words, document)))
    read = [reading for *_, reading in found]
    told = None if document.published else jubilee.year_of(document, words, letters, read, date.today())
    page = page_of(document, words, told, read)
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
    for begin, _, reading in stretches.in_row(letters, order or stretches.usual_order(letters, words)):
        if reading.rule not in _EXPLICIT or (reading.shape == "point" and reading.kind in _UNSURE):
            continue
        value = resolve(reading, page, lambda: 0)
        out.append(_mention(text, reading, value, _extra(reading, value, letters, begin)))
    return out


def _reckoned(text: str, told: jubilee.Told) -> Mention:
    """Return the number of years as the mention of the page's own year, which it tells."""
    found = text[told.start : told.end]
    return Mention(
        "date", found, told.start, told.end, f"{told.year:04}", "dates.jubilee", 0.6,
        {"basis": "inferred", "relative": True},
    )  # fmt: skip


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


def _loosely(told: int, reading: Reading, before: str, text: str) -> int:
    """Return what a verb beside a date tells of one that is not when it was done, but a part of what was done.

    "Announced July elections", "confirmed the date of July 24"; not where the *text* of the date has its preposition,
    as in Arabic.
    """
    if reading.rule == "month_alone" and reading.kind == "bare" and " " not in text:
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
                told = _loosely(told, reading, before, self.text[reading.start : reading.end])
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
        if reading.shape != "span" and self._is_end(reading):
            extra["direction"] = "until"
        if extra.get("direction") == "since" and asked and asked[-1] > OPEN:
            extra["direction"] = "from"
        self._remember(reading, value, told=bool(asked and asked[-1]), is_end=extra.get("direction") == "until")
        return _mention(self.text, reading, value, extra)

    def _is_end(self, reading: Reading) -> bool:
        """Tell whether "until" stands behind a date, as in Turkish: "9 Haziran'a kadar", "9 Haziran tarihine kadar"."""
        until = self.words.until_behind
        behind = _WORDS_BEHIND.match(lowered(self.text[reading.end : reading.end + _BEHIND])) if until else None
        return behind is not None and not until.isdisjoint(behind.groups())

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
        before = "" if letters[begin] in _LEADING else letters[begin - 1 : begin]
        return _BESIDE.get(before, 0) or _BESIDE.get(after, 0)

    def _tense(self, reading: Reading) -> int:
        span = self.document.sentence_at(reading.start)
        # What stands before the end of a span told its beginning.
        left = "" if self._is_end(reading) else lowered(self.text[max(span.start, reading.start - 200) : reading.start])
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
