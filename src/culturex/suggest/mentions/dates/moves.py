"""Dates told by a step from another one: "last week", "two years ago", "the third quarter", "the past two years"."""

from __future__ import annotations

from datetime import date, timedelta

from culturex import edtf
from culturex.suggest.mentions.dates.holidays import WEEKDAYS
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.page import Page, Tense, Value
from culturex.suggest.mentions.dates.steps import PARTS
from culturex.suggest.mentions.dates.tense import FUTURE, OPEN

_SIZES = {"year": "year", "decade": "year", "month": "month", "period": "period"}


def stepped(reading: Reading, page: Page, tense: Tense) -> Value:
    """Return the date that a step from the page's date, or from a date named before, leads to."""
    if reading.kind == "named":
        return _named_part(reading, page, tense)
    if reading.kind == "length":
        return _length(reading, page)
    start, precision, offset = page.base, page.precision, reading.offset
    if reading.anchor == "text":
        named = page.last_named(_SIZES.get(reading.unit, "day"), reading.start)
        if reading.unit == "period":
            return _period(named, offset, page)
        if named:
            start, precision = _of_text(named)
    if start is None:
        return Value(None, "resolved", 0.5)
    if reading.kind == "coming" and reading.unit == "weekend":
        offset = int(start.isoweekday() > 5)
    elif reading.kind == "near":
        offset -= _is_last_weekend(start, tense)
    elif reading.unit == "weekend" and not offset and start.isoweekday() < 6 and reading.anchor == "page":
        offset -= tense() < OPEN  # "this weekend they visited"
    value = moved(start, reading.unit, offset, precision)
    confidence = 0.85 if precision == "day" and reading.anchor == "page" else 0.6
    return Value(value, "resolved", round(confidence - 0.1 * (reading.kind == "counted"), 2))


def _is_last_weekend(base: date, tense: Tense) -> bool:
    """Tell whether "at the weekend" means the one that is over."""
    told = tense() if base.isoweekday() < 6 else FUTURE
    return told < OPEN or (told == OPEN and base.isoweekday() < 4)


def _named_part(reading: Reading, page: Page, tense: Tense) -> Value:
    """Read "the third quarter" of no year: the latest that has begun, or the next where the sentence looks ahead."""
    base, months = page.base, PARTS[reading.unit]
    if base is None or page.precision == "year":
        return Value(None, "resolved", 0.4)
    first = (reading.offset - 1) * months + 1
    year = base.year - (first > base.month)
    if first + months - 1 < base.month or first > base.month:  # it is not now
        year += tense() > OPEN
    year = _year(year)
    return Value(f"{year:04}-{first:02}/{year:04}-{first + months - 1:02}", "resolved", 0.7)


def _length(reading: Reading, page: Page) -> Value:
    """Read "the past two years" as the span that ends now, "the next three days" as the one that begins now."""
    base, offset = page.base, reading.offset
    if base is None or (page.precision != "day" and reading.unit not in ("year", "decade")):
        return Value(None, "resolved", 0.4)
    if reading.unit == "week":
        other = (base + timedelta(weeks=offset)).isoformat()
    else:
        other = moved(base, reading.unit, offset, "day")
    now = base.isoformat()[: len(other)]
    first, last = (other, now) if offset < 0 else (now, other)
    return Value(f"{first}/{last}", "resolved", 0.6)


def _period(named: str | None, years: int, page: Page) -> Value:
    """Read "the year-earlier period": the quarter or month named last, so many *years* away."""
    if named is None:
        return Value(f"{_year(page.base.year + years):04}" if page.base else None, "resolved", 0.4)
    ends = [f"{_year(int(end[:4]) + years):04}{end[4:7]}" for end in named.split("/") if end[:4].isdigit()]
    return Value("/".join(ends), "resolved", 0.6)


def _of_text(named: str) -> tuple[date | None, str]:
    first = edtf.parse(named).start
    if first is None:
        return None, "day"
    size = first.text.rstrip("?~%").count("-")
    return first.first, ("year", "month", "day")[size]


def moved(start: date, unit: str, offset: int, precision: str) -> str:
    """Return the day, week (as an interval from Monday), month or year *offset* units from *start*.

    A start that is known to the month or year only gives a month or year.
    """
    if unit in ("year", "decade", "century") or precision == "year":
        size = {"decade": 10, "century": 100, "year": 1}.get(unit, 0)
        return f"{_year(start.year + offset * size):04}"
    if unit == "quarter":
        return _quarter(start, offset)
    if unit == "month" or precision == "month":
        months = start.year * 12 + start.month - 1 + (offset if unit == "month" else 0)
        return f"{_year(months // 12):04}-{months % 12 + 1:02}"
    monday = start - timedelta(days=start.isoweekday() - 1)
    if unit in WEEKDAYS:
        return (monday + timedelta(weeks=offset, days=WEEKDAYS.index(unit))).isoformat()
    if unit in ("week", "weekend"):
        monday += timedelta(weeks=offset)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return f"{first}/{monday + timedelta(days=6)}"
    return (start + timedelta(days=offset)).isoformat()


def nearest_unit(day: date, unit: str, direction: int) -> str:
    """Return the weekday (``mon`` to ``sun``) or weekend next to *day*, before it (*direction* -1) or after it (1)."""
    if unit == "weekend":
        edge = nearest_unit(day, "sun" if direction < 0 else "sat", direction)
        other = (date.fromisoformat(edge) + timedelta(days=direction)).isoformat()
        return "/".join(sorted((edge, other)))
    weekday = WEEKDAYS.index(unit) + 1
    away = (direction * (weekday - day.isoweekday())) % 7 or 7
    return (day + timedelta(days=direction * away)).isoformat()


def _quarter(start: date, offset: int) -> str:
    quarters = start.year * 4 + (start.month - 1) // 3 + offset
    year, month = _year(quarters // 4), quarters % 4 * 3 + 1
    return f"{year:04}-{month:02}/{year:04}-{month + 2:02}"


def _year(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError("beyond the calendar")
    return year
