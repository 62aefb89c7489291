"""What reads like a date and is none: "the 13th floor", "April Smith", "2000 students", "a Christmas tree"."""

from __future__ import annotations

import re

from culturex.suggest.document import Document
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.rows import lowered
from culturex.suggest.mentions.dates.tense import Cues, cues
from culturex.suggest.mentions.dates.words import Vocabulary
from culturex.suggest.mentions.number_words import NumberWords

# Three numbers like a date, and a telephone number's fourth.
_ALL_DIGITS = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
_GOES_ON_IN_DIGITS = re.compile(r"[./-]\d")
_GOES_ON = re.compile(r"[ \u00a0]?(\w+)")
_NAME_FOLLOWS = re.compile(r" [^\W\d_a-z]")
_DAY_SIGNS = "日일"
_ENDING = re.compile(r"['’](\w{1,4})\b")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
# From here on a number of four digits between small words is a year, and from there on, if it is not round, also where
# a noun or a verb follows it.
_FIRST_YEAR, _FIRST_SURE = 1900, 1950
_ROUND = 50
_ANY_WORD = re.compile(r"[^\W\d_]+")
# The name of an event has so many characters, and two words with capitals before its year.
_NAME, _SEVERAL = 60, 2
# What makes a number inexact stands within so many characters before it.
_AHEAD = 24
# Hours after days of the week are when a door is open: "Monday to Friday 9 a.m. to 5 p.m.".
_HOURS = re.compile(r"[,:]? (?:from |at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|[-–:])")


def is_date(reading: Reading, document: Document, words: Vocabulary, counted: NumberWords) -> bool:
    """Tell whether *reading* is a date where it stands in the *document*."""
    after = document.body[reading.end : reading.end + 24]
    if _GOES_ON_IN_DIGITS.match(after) and document.body[reading.start : reading.end].count(after[0]) > 1:
        return False  # "12-05-19-44"
    if _ALL_DIGITS.fullmatch(document.body, reading.start, reading.end) and _is_numbered(reading, document, words):
        return False  # "version 3.10.12"
    if reading.rule == "day" and not reading.kind:
        if _is_of(after, words):  # "the 15th of each month"
            return False
        return document.body[reading.end - 1] in _DAY_SIGNS or not _has_noun(after, document, words)
    if reading.rule == "holiday":
        is_whole = " " in document.body[reading.start : reading.end]  # "Christmas Day", not "Christmas"
        return is_whole or reading.first.has_year or not _has_noun(after, document, words)
    if reading.rule == "quarter":
        return reading.shape == "span" or _is_of_year(reading, document, words)
    if reading.kind == "short":  # a decade, or degrees: "temperatures in the 80s"
        return words.of_degrees.isdisjoint(_ANY_WORD.findall(_around(reading, document)))
    if reading.rule in ("span", "relative") and abs(reading.offset) == 1 and reading.kind != "counted":
        return document.body[reading.start : reading.end].split()[-1].lower() not in words.plurals  # "coming weeks"
    if reading.rule == "anaphora" and reading.kind == "counted" and _goes_on_from(reading, after, document, words):
        return False
    if reading.rule == "anaphora" and reading.offset < 0 and reading.kind != "counted":
        # "The day before the opening", "in the week before Easter" are not told from a date.
        return not (
            _is_of(after, words, "ao") or (_NAME_FOLLOWS.match(after) and _ends_before(reading, document, words))
        )
    if reading.rule == "season":
        return reading.first.has_year or not _has_noun(after, document, words)
    if reading.kind == "bare":
        return not _NAME_FOLLOWS.match(after)
    if reading.rule == "range" and reading.first.weekday and not reading.last.day:
        return not _HOURS.match(after)
    if reading.rule == "year":
        following = _NEXT_WORD.match(after)
        year = reading.first.year or 0
        if following and counted.is_noun(following[1].lower()) and not _is_surely_year(year):
            return False
        if following and is_inexact(document, reading.start, words) and _has_noun(after, document, words):
            return False  # "más de 2000 libros"
    if reading.kind == "of_name" and _is_numbered(reading, document, words):
        return False
    if reading.kind == "of_name" and _is_spoken_of(reading, after, document, words):
        reading.kind = ""
    if reading.kind == "of_name" and document.body[reading.start - 1] == "(" and after.startswith(")"):
        reading.kind = ""
    return reading.kind != "of_name" or _names_an_occasion(reading, document)


def is_inexact(document: Document, at: int, words: Vocabulary) -> bool:
    """Tell whether the number at offset *at* of the body is not exact: "more than 30"."""
    before = lowered(document.body[max(0, at - _AHEAD) : at])
    return any(before.endswith(f"{phrase} ") for phrase in words.about)


def _is_spoken_of(reading: Reading, after: str, document: Document, words: Vocabulary) -> bool:
    """Tell whether the year is what its sentence speaks of: "1992 will be"."""
    following = _NEXT_WORD.match(after)
    year = reading.first.year or 0
    ending = _ENDING.match(after)
    if ending and ending[1] in words.year_endings and year >= _FIRST_YEAR:
        return True  # "1964'te kuruldu"
    if words.bare_years and _is_bare(reading, following, year, document):
        return True
    return following is not None and following[1].lower() in words.after_year and _is_surely_year(year)


def _is_surely_year(number: int) -> bool:
    """Tell whether a number before a noun or a verb is sooner a year than a count: "1992 will be", not "2000 will"."""
    return number >= _FIRST_SURE and number % _ROUND != 0


def _is_bare(reading: Reading, following: re.Match[str] | None, year: int, document: Document) -> bool:
    """Tell whether a year stands between small words, in a language where years need no preposition.

    "Wurde 1993 gegründet": in German what is counted would have a capital letter.
    """
    before = _word_before(reading, document)
    is_plain = following is None or following[1].islower()
    return year >= _FIRST_YEAR and before.islower() and before.isalpha() and is_plain


def _has_noun(after: str, document: Document, words: Vocabulary) -> bool:
    """Tell whether what stands *after* a date goes on with a word that may be what it belongs to."""
    following = _GOES_ON.match(after)
    if following is None:
        return False
    word = following[1].casefold()
    return not (word in words.may_follow or word in words.heads or _is_verb(word, cues(document.language)))


def _is_of(after: str, words: Vocabulary, letters: str = "o") -> bool:
    following = _GOES_ON.match(after)
    head = words.heads.get(following[1].casefold()) if following else None
    return head is not None and head.alone is not None and head.alone.letter in letters


def _ends_before(reading: Reading, document: Document, words: Vocabulary) -> bool:
    """Tell whether the last word of a date is one behind which stands what it comes before."""
    head = words.heads.get(document.body[reading.start : reading.end].casefold().split()[-1])
    return head is not None and head.alone is not None and head.alone.letter == "G"


def _goes_on_from(reading: Reading, after: str, document: Document, words: Vocabulary) -> bool:
    """Tell whether an event follows by which a time is counted: "three days after the vote"."""
    last = document.body[reading.start : reading.end].casefold().split()[-1]
    head = words.heads.get(last)
    counts = head is not None and head.alone is not None and head.alone.letter in "FG"
    return counts and _GOES_ON.match(after) is not None


def _is_verb(word: str, known: Cues) -> bool:
    return known.of(word) != 0 or word in known.present or word in known.base_forms or known.is_participle(word)


def _is_of_year(reading: Reading, document: Document, words: Vocabulary) -> bool:
    """Tell whether the words around "the third quarter" are those of accounts, and not those of a game."""
    if not words.of_accounts:
        return True
    around = set(_ANY_WORD.findall(_around(reading, document)))
    of_accounts, of_sport = len(around & words.of_accounts), len(around & words.of_sport)
    return of_accounts > of_sport and (of_accounts > 0)


def _around(reading: Reading, document: Document) -> str:
    """Return the sentence of *reading* in lower case, of a long one the part around it."""
    span = document.sentence_at(reading.start)
    return document.body[max(span.start, reading.start - 200) : min(span.end, reading.end + 200)].casefold()


def _names_an_occasion(reading: Reading, document: Document) -> bool:
    """Tell whether a year ends a name in capitals: "EXPO-2017", "Rio 2016"."""
    word = _word_before(reading, document)
    return word[:1].isupper() and word[-1].isalpha()


def is_of_edition(reading: Reading, document: Document, words: Vocabulary) -> bool:
    """Tell whether a year ends the name of an event that has several words with capitals: "Korean Film Week 2018"."""
    if reading.kind != "of_name" or words.bare_years or not _names_an_occasion(reading, document):
        return False
    begin = document.sentence_at(reading.start).start
    before = document.body[max(begin, reading.start - _NAME) : reading.start].split()
    return len(before) >= _SEVERAL and all(word.strip("\"'“‘«(-–")[:1].isupper() for word in before[-_SEVERAL:])


def _is_numbered(reading: Reading, document: Document, words: Vocabulary) -> bool:
    """Tell whether a year or day stands behind a word that makes it one of a series: "Agenda 2030", "No 3.10.12"."""
    return _word_before(reading, document).lower().strip("\"'“(.") in words.before_year


def _word_before(reading: Reading, document: Document) -> str:
    before = document.body[max(0, reading.start - 40) : reading.start]
    return next(iter(before.rstrip(" -–’'").split()[-1:]), "") if before[-1:] in " -–’'" else ""
