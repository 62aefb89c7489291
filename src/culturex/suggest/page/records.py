"""Records of treaties, as treaty series and the lists of ministries print them: no articles, and no clutter in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

# The instrument stands in the first characters of a record; in those of a short one where nothing else tells.
_HEAD, _TOP = 600, 120
# A record is no longer than this, and one without any mark of a series than that.
_LONGEST, _SHORT = 1_500, 400
# A treaty printed whole has so many marks, and is read so far.
_WHOLE, READ = 2, 4_000
# A list has at least so many lines that are records, and they are that share of its lines; a page known to be one may
# have fewer.
_LINES, _SHARE, _LEAST_LINES = 3, 0.5, 2
# Begins with one set of characters, so that ``re`` leaps from one to the next.
_YEAR = re.compile(r"[12/.-](?:(?<=(?<!\d)1)[89]\d\d(?!\d)|(?<=(?<!\d)2)0\d\d(?!\d)|(?<=[/.-])\d\d(?!\w))")
_LETTERS = re.compile(r"[^\W\d_]+")
# A day before its year, or behind it.
_DAY = re.compile(
    r"(?<!\d)\d{1,2}\D{1,20}(?:1[89]|20)\d\d(?!\d)|(?:1[89]|20)\d\d\D{1,20}\d{1,2}(?!\d)|\d[./-]\d\d(?!\d)"
)
# A city and a day end a line.
_ENDS = re.compile(r"[.;(] ?[^\W\d_][^\d.;()]{2,24}[, ]\d{1,2}\.? ?[^\W\d_]{3,10} (?:1[89]|20)\d\d\)?\.?$")
# Lists whose forms end with a word.
_WHOLE_WORDS = frozenset({"news", "reports", "deeds", "prose", "no_towns"})


class Words:
    """The words of ``treaties.toml``, each list as one pattern over text in lower case.

    A pattern is made when it is first asked for: making all takes as long as reading a dozen pages, which need one.
    """

    instruments: re.Pattern[str]
    signed: re.Pattern[str]
    place: re.Pattern[str]
    in_force: re.Pattern[str]
    other: re.Pattern[str]
    series: re.Pattern[str]
    formulas: re.Pattern[str]
    basis: re.Pattern[str]
    between: re.Pattern[str]
    centuries: re.Pattern[str]
    no_towns: re.Pattern[str]
    news: re.Pattern[str]
    reports: re.Pattern[str]
    deeds: re.Pattern[str]
    prose: re.Pattern[str]
    culture: re.Pattern[str]
    education: re.Pattern[str]
    science: re.Pattern[str]

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name not in Words.__annotations__:
            raise AttributeError(name)
        pattern = _pattern(_lists()[name], is_whole=name in _WHOLE_WORDS)
        setattr(self, name, pattern)
        return pattern


@cache
def words() -> Words:
    """Return the words of records."""
    return Words()


@cache
def printers() -> dict[str, tuple[str, ...]]:
    """Return by code of a state the names of series and gazettes (lower case) in which it prints its treaties."""
    return {code: tuple(names) for code, names in _lists()["printed_in"].items()}


@cache
def cases() -> list[tuple[str, str]]:
    """Return endings of towns behind a Slavic preposition, each with an ending that the first case may have for it."""
    return [(case, ending) for case, endings in _lists()["cases"].items() for ending in endings]


@cache
def numbers() -> tuple[dict[str, int], frozenset[str]]:
    """Return what the words of numbers mean in which treaties write their days, and the words between them."""
    return {word: int(n) for n, forms in _lists()["numbers"].items() for word in forms}, frozenset(_lists()["links"])


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((files("culturex.suggest") / "treaties.toml").read_text("utf-8"))


def _pattern(forms: Iterable[str], *, is_whole: bool) -> re.Pattern[str]:
    """Return a pattern of *forms*, which begin and, if *is_whole*, end with a word."""
    return re.compile(rf"\b(?:{_either(sorted(set(forms)))})" + (r"(?!\w)" if is_whole else ""))


def _either(forms: Sequence[str]) -> str:
    """Return a pattern of *forms*, which are in order, letter by letter: most words are passed over at their first."""
    branches = []
    for head, group in groupby((form for form in forms if form), key=lambda form: form[0]):
        tails = [form[1:] for form in group]
        rest = _either(tails)
        branches.append(re.escape(head) + (f"(?:{rest})?" if "" in tails and rest else rest))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""


@cache
def _words_of_news() -> frozenset[str]:
    """Return the words of news that stand alone in ``treaties.toml``."""
    return frozenset(form for form in _lists()["news"] if form.isalpha())


def tells_news(words: Iterable[str]) -> bool:
    """Tell whether one of *words* (lower case, of the first READ characters) is of news, of which records have none.

    ``is_record`` looks for the same words, and for more; where a text is cut into words already, this is a glance.
    """
    return not _words_of_news().isdisjoint(words)


def marks_with(word: str) -> tuple[str, ...]:
    """Return the marks of records of which a case-folded *word* may be the longest word, or begin or hold it.

    A text none of whose words has any has no marks: words are looked up a hundred times faster than phrases.
    """
    longest, any_of_them = _longest_words()
    if not any_of_them.search(word):  # as nearly always
        return ()
    return tuple(mark for mark, form in longest.items() if form in word)


@cache
def _longest_words() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the longest word of each mark, and a pattern of them all."""
    marks = [*_lists()["series"], *_lists()["formulas"]]
    longest = {mark: max(_LETTERS.findall(mark), key=len).casefold() for mark in marks}
    return longest, _pattern(set(longest.values()), is_whole=False)


def names_instrument(text: str) -> bool:
    """Tell whether *text* names an instrument where records do: what does not is none."""
    return words().instruments.search(text[:_HEAD].lower()) is not None


def is_record(text: str, *, marked: bool = True) -> bool:
    """Tell whether *text* is a record of a treaty, or a list of such records.

    What is not *marked* is known to have no mark of a series and no formula in its first READ characters.
    """
    known = words()
    instrument = known.instruments.search(text[:_HEAD].lower())
    if instrument is None or not (_YEAR.search(text) or known.centuries.search(text[:READ].lower())):
        return False
    low = text[:READ].lower()
    return _is_like_one(text, low, instrument.start(), marked=marked) and not known.news.search(low)


def _is_like_one(text: str, low: str, instrument: int, *, marked: bool) -> bool:
    """Tell whether *text* (*low* in lower case), which names an *instrument* there, has the marks of a record.

    News that names an instrument is a good part of all pages: what it has and few records do is looked for first.
    """
    known = words()
    marks = len(known.series.findall(low)) + len(set(known.formulas.findall(low))) if marked else 0
    is_told = bool(known.deeds.search(low) or known.reports.search(low))
    if is_told and marks < _WHOLE - 1:
        return False
    is_short = len(text) <= _LONGEST
    if marks or is_short:
        marks += bool(known.in_force.search(low) and known.signed.search(low))
    if marks >= _WHOLE:
        return True
    if is_told:
        return False
    return bool(marks and is_short) or _is_short_one(text, low, instrument) or len(lines(text)) >= _LINES


def _is_short_one(text: str, low: str, instrument: int) -> bool:
    """Tell whether a short text, which names an *instrument* there, is a record without any mark of a series."""
    if len(text) > _SHORT or instrument > _TOP or not _DAY.search(text):
        return False
    known = words()
    is_line = "\n" not in text.strip() and (known.between.search(low) or _ENDS.search(text.rstrip()))
    is_known = known.in_force.search(low) or known.series.search(low)
    return bool(
        (is_line and is_known) or (not known.prose.search(low) and (is_line or is_known or known.signed.search(low)))
    )


def lines(text: str) -> list[tuple[int, int]]:
    """Return where the lines of a list stand that are records of their own; none where the text is one record."""
    found: list[tuple[int, int]] = []
    at, instruments = 0, words().instruments
    every = text.splitlines(keepends=True)
    for line in every:
        if _YEAR.search(line) and instruments.search(line.lower()):
            found.append((at, at + len(line)))
        at += len(line)
    if len(found) < _LEAST_LINES or len(found) < _SHARE * sum(map(bool, map(str.strip, every))):
        return []
    whole = len(set(words().formulas.findall(text[:READ].lower()))) >= _WHOLE
    return [] if whole else found  # a treaty printed whole names others


def title(text: str) -> str:
    """Return the line that names the instrument, up to its first full sentence."""
    instrument = words().instruments.search(text[:_HEAD].lower())
    at = instrument.start() if instrument else 0
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)].strip()
    return re.split(r"(?<=[a-zа-яё])\.\s", line, maxsplit=1)[0].rstrip(". ")
