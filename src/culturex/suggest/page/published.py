"""Find the day a page gives as its own, and the lines that give it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from culturex import edtf
from culturex.suggest import languages
from culturex.suggest.mentions.dates.match import Point
from culturex.suggest.mentions.dates.year import by_weekday, named_in
from culturex.suggest.page import lines as shapes
from culturex.suggest.page import stacks
from culturex.suggest.page.labels import Piece
from culturex.suggest.page.lines import Line
from culturex.suggest.page.names import is_staff
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.suggest.page.stamps import Stamp, first_weekday, has_year, stamps, without
from culturex.text import Span

# The archives of agencies and papers that stand on the web go back to the 1980s; earlier days are history.
_FIRST = date(1980, 1, 1)
# What may stand beside a date on a line of its own: a place, a desk, a name.
_BESIDE = 32
# The name of a body beside a date may be longer, and has little words between those with capitals.
_BODY, _LITTLE = 60, 3
# Hyphens of a date that gives the day.
_DAY = 2
# What stands below the day of another article is no shorter.
_TEASER = 40
# A year has four digits; a line with a day and a month is short.
_YEAR, _DAY_LINE = 4, 40
# So long is a line with the days of an event and the place where it is.
_SPAN_LINE = 80
# A line with the page's month has so many words.
_MONTH_LINE = 4
# A page is dated so many days from its dateline at most.
SOON = 3
# It tells of a day so near in its headline, rather than of one so far from it.
_AFTER, _LONG_AFTER = 10, 60
# So many lines of the text are its beginning.
_LEAD = 2
# How far behind a dateline its weekday is looked for.
_SEARCHED = 2000
# The rules, the surest first: behind a label, on a line of its own, behind a label that may be of something else, where
# the page was changed, at its end.
_RULES = ("published.label", "published.line", "published.dated", "published.updated", "published.end")
_LABEL, LINE, _DATED, _UPDATED, _END = range(len(_RULES))


class Candidate(NamedTuple):
    """A date that may be the page's own, and the number of its line; the lowest *rank* wins."""

    rank: int
    line: int
    fact: Fact


def candidates(sheet: Sheet, today: date) -> tuple[list[Candidate], set[int]]:
    """Return the dates that may be the page's own, and the numbers of the lines that are nothing but page facts."""
    found: list[Candidate] = []
    lines: set[int] = set()
    listed = False
    has_event_labels = any(p.kind == "event" for _, parts, _ in sheet.fact_lines for p in parts)
    for line, parts, dates in sheet.fact_lines:
        if sheet.prose[line.number] and not any(p.kind in ("published", "updated") for p in parts):
            continue
        if line.text.casefold().startswith(sheet.table.clock):
            lines.add(line.number)
            continue
        for piece in parts:
            rank = _rank(sheet, piece, line, dates, has_event_labels)
            if rank is None:
                continue
            if rank == _LABEL and line.number in sheet.tail:
                listed = listed or _is_of_another(sheet, line)
                if listed:
                    lines.add(line.number)
                    continue
            stamp = _first(dates, piece, today)
            if stamp or piece.kind in ("published", "updated"):
                lines.add(line.number)
            if stamp and stamp.value:
                span = Span(line.start + stamp.start, line.start + stamp.end)
                found.append(Candidate(rank, line.number, Fact(stamp.value, span, _RULES[rank])))
    for numbers, fact in stacks.find(sheet):
        if _is_possible(fact.value, today):
            found.append(Candidate(LINE, numbers[0], fact))
            lines.update(numbers)
    return found, lines


def _is_of_another(sheet: Sheet, line: Line) -> bool:
    """Tell whether a label behind the text dates one of several articles of a list: text stands behind it again."""
    return any(len(below.text) >= _TEASER and not sheet.rules[below.number] for below in sheet.lines[line.number + 1 :])


def choose(found: Iterable[Candidate], title: int | None, dateline: Stamp | None = None) -> Fact | None:
    """Return the page's date: days before months and years, then the surest rule, then what stands below the headline.

    A date above it may be the site's clock, and so is one that is far from the day of the *dateline* where another is
    near it.
    """

    def order(candidate: Candidate) -> tuple[int, bool, int, bool]:
        above = title is not None and candidate.line < title
        value = candidate.fact.value
        return _coarseness(value), not _is_of(value, dateline), candidate.rank, above and candidate.rank == LINE

    best = min(found, key=order, default=None)
    return best.fact if best else None


def _is_of(value: str, dateline: Stamp | None) -> bool:
    """Tell whether a day is that of the *dateline*, which has no year, or one soon after it."""
    if dateline is None or dateline.value or _coarseness(value):
        return False
    opened = f"{value[:4]}-{dateline.month:02}-{dateline.day:02}"
    return edtf.is_valid(opened) and opened <= value and _days(opened, value) <= SOON


def _rank(sheet: Sheet, piece: Piece, line: Line, dates: list[Stamp], event: bool) -> int | None:
    inside = [d for d in dates if piece.start <= d.start and d.end <= piece.end]
    if not inside:
        return None
    if piece.kind == "published":
        return _LABEL
    if piece.kind == "updated":
        return _UPDATED
    if piece.kind == "dated":
        return None if event else _DATED
    if piece.kind == "event" or not _stands_alone(sheet, line, piece, inside) or _ends_span(sheet, line, piece):
        return None
    return _END if line.number in sheet.tail else LINE


def _ends_span(sheet: Sheet, line: Line, piece: Piece) -> bool:
    """Tell whether a part of a line is an end of a span that the whole line tells: "Tartu, 31st Oct - 1st Nov 2008"."""
    if len(piece.text) == len(line.text) or len(line.text) > _SPAN_LINE:
        return False
    return any("/" in (s.value or "") for s in stamps(line.text, sheet.table.languages))


def _stands_alone(sheet: Sheet, line: Line, piece: Piece, dates: list[Stamp]) -> bool:
    """Tell whether a part of a line is a date and hardly more: "Ankara, 20 May 2019"."""
    moved = [Stamp(d.value, d.month, d.day, d.start - piece.start, d.end - piece.start) for d in dates]
    rest = without(piece.text, moved)
    if not any(d.gives_day for d in moved):
        # "Festival 2019" is a name, "March 2019" may be the page's month, not behind a headline ("... - March 2019").
        return rest.casefold() in sheet.table.labels or (not rest and shapes.word_count(line.text) <= _MONTH_LINE)
    if piece.text[-1] in ".!?" and rest.count(" ") > 0:
        return False
    if len(rest) <= 12 or rest.casefold() in sheet.table.labels or is_staff(rest, sheet.table):
        return True
    if piece.kind in ("author", "source") or _is_above_itself(sheet, line, piece.text[moved[-1].end :].strip()):
        return True
    last = piece.text[: moved[-1].start].rstrip()
    if last.endswith(",") and moved[-1].end == len(piece.text) and len(rest) <= _BODY and _is_named(last[:-1]):
        return True  # "Embassy of Sri Lanka in Oslo, June 2, 2017"
    return len(rest) <= _BESIDE and rest.count(" ") <= 3


def _is_above_itself(sheet: Sheet, line: Line, headline: str) -> bool:
    """Tell whether the next line is the *headline* again: "Culture 23/02/2024 Cork puppets charm Tartu"."""
    return bool(headline) and any(after.text == headline for after in sheet.lines[line.number + 1 : line.number + 2])


def _is_named(text: str) -> bool:
    """Tell whether *text* is a name: its long words have capitals."""
    return all(word[0].isupper() or len(word) <= _LITTLE for word in text.split())


def _first(dates: Iterable[Stamp], piece: Piece, today: date) -> Stamp | None:
    """Return the first date of *piece* with a year that a page can have."""
    for stamp in dates:
        if piece.start <= stamp.start and stamp.end <= piece.end and stamp.value and _is_possible(stamp.value, today):
            return stamp
    return None


def _is_possible(value: str, today: date) -> bool:
    read = edtf.parse(value)
    if read.is_interval or read.earliest is None or read.latest is None:
        return False
    return _FIRST <= read.earliest <= today + timedelta(days=2)


def completed(sheet: Sheet, found: Fact | None, below: int, today: date) -> Fact | None:
    """Return *found*, or the day without a year under the headline (line *below*) in the year that the page gives.

    "Thursday, 24 February" stands above the text, "First published in 2022" at its end. A page without either has the
    year in which the weekday fits.
    """
    if found is not None and len(found.value) != _YEAR:
        return found
    for line in sheet.lines[below + 1 : min(sheet.first_prose, below + 5)]:
        if len(line.text) > _DAY_LINE:
            continue
        for stamp in stamps(line.text, sheet.table.languages):
            if stamp.value or not stamp.day or without(line.text, [stamp]).count(" ") > 1:
                continue
            value = f"{found.value}-{stamp.month:02}-{stamp.day:02}" if found else _by_weekday(sheet, stamp, today)
            if value and edtf.is_valid(value):
                span = Span(line.start + stamp.start, line.start + stamp.end)
                return Fact(value, span, "published.completed" if found else "published.weekday")
    return found


def abroad(sheet: Sheet, today: date) -> Fact | None:
    """Return the day that a line at the head of the page is, in whatever language the site writes its dates."""
    for line in (sheet.lines[number] for number in sheet.head if not sheet.prose[number]):
        if len(line.text) > _DAY_LINE or not has_year(line.text):
            continue
        for code in languages.known():
            for stamp in stamps(line.text, (code,))[:1]:
                value = str(stamp.value)
                if stamp.gives_day and not without(line.text, [stamp]) and _is_possible(value, today):
                    return Fact(value, Span(line.start + stamp.start, line.start + stamp.end), "published.line")
    return None


def agreed(sheet: Sheet, found: Fact | None, dateline: Stamp | None, title: int | None) -> Fact | None:
    """Return *found*, with day and month the other way round where that is what dateline or headline say.

    "09/11/2014" at the end of a page may be either day; under "Amman, Nov. 9" it is that of November, and so it is
    under a headline (line *title*) that tells of November 7, or above a text that begins with that day.
    """
    if found is None or "/" not in sheet.text[slice(*found.span)]:
        return found
    year, month, day = found.value[:4], found.value[5:7], found.value[8:]
    turned = f"{year}-{day}-{month}"
    if not day or not edtf.is_valid(turned):
        return found
    told = [(dateline, SOON, SOON)] if dateline else []
    about = [title, *range(sheet.first_prose, min(sheet.first_prose + _LEAD, len(sheet.lines)))]
    for line in (sheet.lines[number] for number in about if number is not None):
        told += [(s, _AFTER, _LONG_AFTER) for s in stamps(line.text, sheet.table.languages)]
    for stamp, near, far in told:
        opened = stamp.value or f"{year}-{stamp.month:02}-{stamp.day:02}"
        if is_day(opened) and _days(turned, opened) <= near and _days(found.value, opened) > far:
            return found._replace(value=turned)
    return found


def is_day(value: str) -> bool:
    """Tell whether an EDTF *value* is one day, and no month, year or span."""
    return value.count("-") == _DAY and edtf.is_valid(value)


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _coarseness(value: str) -> int:
    return _DAY - value.count("-")


def of_dateline(sheet: Sheet, dateline: Span, stamp: Stamp, today: date) -> Fact | None:
    """Return the date of a dateline; a missing year is that in which a weekday named in the text fits."""
    span = Span(dateline.start + stamp.start, dateline.start + stamp.end)
    languages = sheet.table.languages
    if stamp.value:
        return Fact(stamp.value, span, "published.dateline") if _is_possible(stamp.value, today) else None
    weekday = stamp.weekday or first_weekday(sheet.text[dateline.end : dateline.end + _SEARCHED], languages[0])
    value = _by_weekday(sheet, stamp._replace(weekday=weekday or 0), today)
    return Fact(value, span, "published.dateline_weekday") if value else None


def _by_weekday(sheet: Sheet, stamp: Stamp, today: date) -> str | None:
    """Return the day that has the weekday told with it, in a year that the page names where one fits."""
    when = Point(month=stamp.month, day=stamp.day, weekday=stamp.weekday)
    day = by_weekday(when, named_in(sheet.text), today, since=_FIRST.year)
    return day.isoformat() if day and day >= _FIRST else None
