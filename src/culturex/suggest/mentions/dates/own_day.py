"""Which day a page is of: its own date, or what it tells of it where it has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from culturex.suggest.document import Document
from culturex.suggest.mentions.dates import jubilee
from culturex.suggest.mentions.dates.checks import is_of_edition
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.page import Page
from culturex.suggest.mentions.dates.resolve import resolve
from culturex.suggest.mentions.dates.words import Vocabulary
from culturex.suggest.mentions.dates.year import FIRST_PAGES, by_weekday, named_in, pages_since

# What stands between "today" and the date that it is, within so many characters, and how long a date to the day is.
_BESIDE_TODAY, _GAP, _DAY = frozenset({"", ",", "(", "（", "–", "-"}), 6, 10
# At most so many full dates of a page are compared with a day that lacks its year.
_MOST_KNOWN = 40


def page_of(document: Document, words: Vocabulary, told: jubilee.Told | None, found: Sequence[Reading]) -> Page:
    """Return the page that the dates *found* in a document are resolved by; *told* is the year that it reckons out.

    Without a day of its own, it is known by the dates that it tells in full and by days whose weekday fits a year.
    """
    written = document.article.published or ""
    base = document.published or (date(told.year, 1, 1) if told else None)
    size = min(written.partition("/")[0].rstrip("?~%").count("-"), 2)
    precision = ("year", "month", "day")[size]
    if base:  # days without a year are then read by it alone
        return Page(base, precision, date.today)
    if year := _year_of_edition(document, words, found):
        return Page(date(year, 1, 1), "year", date.today)
    stated = list(filter(None, map(_full, found)))
    page = Page(base, precision, date.today)
    unsure = [r.first for r in found if r.shape == "point" and r.first.weekday and not r.first.has_year]
    years = named_in(document.text) if unsure else ()
    since = pages_since(stated)
    fitting = [by_weekday(first, years, page.today(), since=since) for first in unsure]
    for days in (stated, fitting):
        page.dates += list(dict.fromkeys(filter(None, days)))[:_MOST_KNOWN]
    if today := _today(document.body, words, found, page):
        return replace(page, base=today, precision="day")
    if year := _this_year(document.body, words, found):
        return Page(date(year, 1, 1), "year", date.today)
    return page


def _year_of_edition(document: Document, words: Vocabulary, found: Sequence[Reading]) -> int | None:
    """Return the year of the event that a page names with it ("Korean Film Week 2018"), if it tells no later one."""
    years = {r.first.year for r in found if is_of_edition(r, document, words) and r.first.year}
    latest = max((p.year for r in found for p in (r.first, r.last) if p.year), default=0)
    return latest if years == {latest} and FIRST_PAGES <= latest <= date.today().year else None


def _today(text: str, words: Vocabulary, found: Sequence[Reading], page: Page) -> date | None:
    """Return the day of a page that tells it with its date: "today, October 15", "yesterday (14 October 2018)"."""
    for told, dated in _told_twice(text, words, found, "day"):
        if dated.first.month and dated.first.day:
            day = resolve(dated, page, lambda: 0).edtf
            if day and len(day) == _DAY:
                return date.fromisoformat(day) - timedelta(days=told.offset)
    return None


def _this_year(text: str, words: Vocabulary, found: Sequence[Reading]) -> int | None:
    """Return the year of a page that tells it: "this year, 2018", "last year (2017)"."""
    for told, dated in _told_twice(text, words, found, "year"):
        if dated.first.year and not dated.first.month:
            return dated.first.year - told.offset
    return None


def _told_twice(text: str, words: Vocabulary, found: Sequence[Reading], unit: str) -> Iterator[tuple[Reading, Reading]]:
    """Yield what is told from the page's day or year (*unit*) with the date beside it that says the same."""
    for one, other in pairwise(found):
        if other.start - one.end > _GAP or not _is_beside(text[one.end : other.start].strip(), words):
            continue
        for told, dated in ((one, other), (other, one)):
            is_told = told.shape == "step" and told.unit == unit and told.anchor == "page" and not told.kind
            if is_told and dated.shape == "point":
                yield told, dated


def _is_beside(gap: str, words: Vocabulary) -> bool:
    """Tell whether "today" and a date with this between them may be one day: ", October 15", ", am 15. Oktober"."""
    return gap in _BESIDE_TODAY or (gap.startswith(", ") and gap[2:] in words.beside_today)


def _full(reading: Reading) -> date | None:
    when = reading.first
    try:
        return date(when.year, when.month, when.day or 15) if when.year and when.month else None
    except ValueError:
        return None
