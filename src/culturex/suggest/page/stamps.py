"""Read the dates of a line of page facts, with the date finder of the suggester."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from culturex.edtf import is_valid
from culturex.suggest.mentions.dates.match import whole_year

# A stamp that lost the space before its hour: "27 March 202416:06". The digit that goes keeps all offsets true.
_GLUED = re.compile(r"((?:19|20)\d\d)\d(?=\d?:\d\d)")
# One that a word is glued to: "time15-05-2025". So does the letter.
_LABELLED = re.compile(r"[^\W\d_](?=\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d))")
# What a date with a year must have; reading one costs more than this look. It begins with a digit in all its forms,
# for so ``re`` passes quickly over letters. A year in a longer number is none, but the hour may be glued to it.
_HINT = re.compile(r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d(?!\d{3})|[./-]\d{1,2}[./-]\d\d|(?<=[१-९٠-٩۰-۹])[१-९٠-٩۰-۹]{3})")
# Years of two digits ("15.05.24") and of other scripts are looked for in lines up to this length.
_SHORT = 60
# A weekday with day and month and no year is put into a year that no page has.
_NO_YEAR, _DAY_LENGTH = "99", 10
_NUMBERS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[.년年/-]\s?(?P<month>\d{1,2})\s?[.월月/-]\s?(?P<day>\d{1,2})(?!\d)[일日.]?"
)
_SPACED = re.compile(r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d) (?P<month>[01]\d) (?P<day>[0-3]\d)(?![\d.,/:-])")
_BARRED = re.compile(r"(?<!\d)(?P<day>[0-3]?\d)\s[|/.]\s(?P<month>[01]?\d)\s[|/.]\s(?P<year>(?:19|20)\d\d)(?!\d)")
_MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])(?P<month>[A-Za-z]{3,9})[.,]?\s{0,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,|]{1,3}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s./-]{0,2}(?P<month>[A-Za-z]{3,9})[\s,./-]{1,3}(?P<year>(?:19|20)\d\d)(?!\d)"
)
# The date-time group by which agencies close a report: day, hour and minute, month, year: "161332 Jan 12NNNN".
_GROUP = re.compile(r"(?<!\d)(?P<day>[0-3]\d)[0-2]\d[0-5]\d (?P<month>[A-Z][a-z]{2}) (?P<year>\d\d)(?=NNNN)")
_SHORTEST_MONTH = 3
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
CLOCK = re.compile(
    r"\b\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b\.?)?(?:\s?\(?\b[A-Z]{3,4}\b(?:[+-]\d{1,2})?\)?)?|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)


class Stamp(NamedTuple):
    """A date as printed: its EDTF value, or month and day where no year is given, and its stretch of the line.

    *weekday* (1 = Monday) is told beside a day without its year; 0 where none is.
    """

    value: str | None
    month: int
    day: int
    start: int
    end: int
    weekday: int = 0

    @property
    def gives_day(self) -> bool:
        """Tell whether day, month and year are given."""
        return self.value is not None and self.value.count("-") == 2


def has_year(text: str) -> bool:
    """Tell whether *text* may hold a date with a year."""
    if "NNNN" in text:
        return True
    return ("20" in text or "19" in text or len(text) < _SHORT) and bool(_HINT.search(text))


def stamps(text: str, codes: Sequence[str], offset: int = 0) -> list[Stamp]:
    """Return the dates of *text* in order; *codes* are the languages to try, *offset* is added to all places."""
    found = _read(text, tuple(codes))
    return [s._replace(start=s.start + offset, end=s.end + offset) for s in found] if offset else list(found)


@lru_cache(maxsize=1024)  # the pages of one outlet and day have their dates in common
def _read(text: str, codes: tuple[str, ...]) -> tuple[Stamp, ...]:
    from culturex.suggest.mentions.dates.finder import explicit

    plain = _LABELLED.sub(" ", _GLUED.sub(r"\1 ", text))
    found = []
    # One language after the other: "mar" is a month in Spanish, and only with a capital in English.
    for mention in next((m for code in codes if (m := explicit(plain, languages=(code,)))), []):
        extra = mention.extra or {}
        month, day = extra.get("month", 0), extra.get("day", 0)
        if mention.value or (month and day):
            value: str | None = mention.value or None
            if value and value[:2] == _NO_YEAR and len(value) == _DAY_LENGTH:
                month, day = int(value[5:7]), int(value[8:])
                value = None
            weekday = extra.get("weekday", 0) if value is None else 0
            found.append(Stamp(value, month, day, mention.start, mention.end, weekday))
    return tuple(found) if any(s.value for s in found) else tuple(_loose(plain)) or tuple(found)


def _loose(text: str) -> Iterator[Stamp]:
    """Give dates that only page facts print so: "May, 15,2024", "14 mar 2019", "2019 05 14", "May 4 | 2019"."""
    for match in [
        *_NUMBERS.finditer(text),
        *_SPACED.finditer(text),
        *_BARRED.finditer(text),
        *_MONTH_FIRST.finditer(text),
        *_DAY_FIRST.finditer(text),
        *_GROUP.finditer(text),
    ]:
        named = match.group("month")
        month = int(named) if named.isdigit() else _month(named)
        value = f"{whole_year(int(match.group('year')))}-{month:02}-{int(match.group('day')):02}"
        if month and is_valid(value):
            yield Stamp(value, 0, 0, match.start(), match.end())


def _month(name: str) -> int:
    """Return the number of an English month by its name or the first letters of it; 0 for other words."""
    folded = name.casefold()
    if len(folded) < _SHORTEST_MONTH:
        return 0
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(folded)), 0)


def first_weekday(text: str, code: str) -> int | None:
    """Return the first weekday by which *text* tells a day ("on Tuesday"; 1 = Monday), None where there is none."""
    from culturex.model.article import Article
    from culturex.suggest.document import Document
    from culturex.suggest.mentions.dates.finder import find

    for mention in find(Document(Article(text, language=code))):
        if mention.rule == "dates.weekday" and mention.extra and mention.extra.get("weekday"):
            return int(mention.extra["weekday"])
    return None


def without(text: str, dates: Sequence[Stamp]) -> str:
    """Return what *text* says beside its dates and clock times."""
    rest = text
    for stamp in dates:
        rest = rest[: stamp.start] + " " * (stamp.end - stamp.start) + rest[stamp.end :]
    # "2019-05-14T10:20" leaves its "T".
    return " ".join(word for word in CLOCK.sub(" ", rest).split() if word != "T").strip(" ,;:.-–—|/()[]•·")
