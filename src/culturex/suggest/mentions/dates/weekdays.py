"""The day that a weekday told without its date means: "on Friday", "last Monday", the days of a programme."""

from __future__ import annotations

from datetime import date, timedelta

from culturex import edtf
from culturex.suggest.mentions.dates.match import Reading
from culturex.suggest.mentions.dates.page import Page, Tense, Value
from culturex.suggest.mentions.dates.tense import FUTURE, OPEN, PAST

# A programme names its days so many characters apart, and so soon after the page.
_ROW, _ROW_DAYS = 400, 21


def weekday_of(weekday: int, reading: Reading, page: Page, tense: Tense) -> Value:
    """Return the day that a *weekday* (1 = Monday) means: of the week before or behind the page's day, or of a row.

    *tense* is asked only where no word beside it tells the direction.
    """
    base, kind = page.base, reading.kind
    if base is None:
        return Value(None, "resolved", 0.5)
    if page.precision != "day":
        return Value(f"{base:%Y-%m}" if page.precision == "month" and not kind else None, "resolved", 0.5)
    ahead = (weekday - base.isoweekday()) % 7
    back = (base.isoweekday() - weekday) % 7
    if kind == "last":
        return Value((base - timedelta(days=back or 7)).isoformat(), "resolved", 0.8)
    if kind == "next":
        monday = base - timedelta(days=base.isoweekday() - 1)
        return Value((monday + timedelta(days=6 + weekday)).isoformat(), "resolved", 0.75)
    if kind == "coming":
        return Value((base + timedelta(days=ahead or 7)).isoformat(), "resolved", 0.8)
    told = tense()
    if told == OPEN and not kind and (begun := _row_ahead(page, base, reading.start)):
        return Value(_in_row(weekday, begun, page).isoformat(), "resolved", 0.6)
    if not ahead:
        return Value(base.isoformat(), "resolved", 0.85)
    if told == OPEN and kind == "this":
        told = FUTURE if ahead <= back else PAST
    day = base + timedelta(days=ahead) if told > OPEN else base - timedelta(days=back)
    if day > base:
        page.weekdays.setdefault(weekday, day)
    return Value(day.isoformat(), "resolved", 0.8 if told != OPEN else 0.65)


def _row_ahead(page: Page, base: date, at: int) -> date | None:
    """Return the day ahead that was named before character *at*, behind which a programme goes on day by day.

    "Monday: a lecture. Tuesday: a film. Thursday: a concert."
    """
    where, value = page.named.get("day", (0, ""))
    if at - where > _ROW or not edtf.is_valid(value):
        return None
    last = edtf.parse(value).latest
    return last if last and 0 < (last - base).days <= _ROW_DAYS else None


def _in_row(weekday: int, begun: date, page: Page) -> date:
    """Return the day of a programme: the one that was called so before, or the next behind the day last named."""
    day = page.weekdays.get(weekday) or begun + timedelta(days=(weekday - begun.isoweekday()) % 7)
    page.weekdays.setdefault(weekday, day)
    return day
