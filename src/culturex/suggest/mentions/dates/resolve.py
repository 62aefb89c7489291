"""From what a date expression says to the day, month or year that is meant (EDTF), seen from the page's own date."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from culturex import edtf
from culturex.suggest.mentions.dates.holidays import day_of
from culturex.suggest.mentions.dates.match import Point, Reading
from culturex.suggest.mentions.dates.moves import nearest_unit, stepped
from culturex.suggest.mentions.dates.page import Page, Tense, Value
from culturex.suggest.mentions.dates.tense import FUTURE, OPEN, PAST, SURE
from culturex.suggest.mentions.dates.weekdays import weekday_of
from culturex.suggest.mentions.dates.year import (
    CLOSE,
    FEW_MONTHS,
    by_weekday,
    candidates_of,
    is_review,
    near_another,
    nearest,
    of_month_before,
    pages_since,
    trusted,
    trusted_of_month,
    year_of_month,
)

_WINTER = 24
_NEAR_IN_TEXT = 62
# What begins on a weekday told without its day goes on for so long at most.
_LONGEST = timedelta(days=92)
# A span that goes on today begins again in so many days.
_FAR_AHEAD = 180


def resolve(reading: Reading, page: Page, tense: Tense) -> Value:
    """Return the date that *reading* means on *page*; *tense* is asked only where the direction is open."""
    try:
        if reading.shape == "literal":
            return Value(reading.text, "stated", 0.85)
        if reading.shape == "step":
            return stepped(reading, page, tense)
        if reading.shape == "holiday":
            return _holiday(reading, page, tense)
        if reading.shape == "beside":
            return _beside(reading, page, tense)
        if reading.shape == "span":
            return _span(reading, page, tense)
        return _point(reading.first, reading, page, tense)
    except (ValueError, OverflowError):  # beyond the calendar: 30 February, the year 0
        return Value(None, "stated", 0.3)


def _written(when: Point) -> str:
    if when.season:
        return f"{when.year:04}-{when.season}"
    parts = [f"{when.year:04}"] + [f"{part:02}" for part in (when.month, when.day) if part]
    return "-".join(parts)


def _checked(text: str, basis: str, confidence: float) -> Value:
    return Value(text, basis, confidence) if edtf.is_valid(text) else Value(None, basis, 0.3)


# --- points -------------------------------------------------------------------------------------------------------


def _point(when: Point, reading: Reading, page: Page, tense: Tense) -> Value:
    if when.year:
        return _checked(_written(when), "stated", 0.95 if when.month else 0.85)
    if when.shift is not None:
        return _season(when, page) if when.season else _shifted(when, page)
    if when.season:
        return _season_alone(when.season, page, tense)
    if when.day and not when.month:
        return _day_of_month(when.day, reading, page, tense)
    if when.weekday and not when.month:
        return weekday_of(when.weekday, reading, page, tense)
    if when.month and when.day:
        return _day(when, page, tense, reading.start)
    return _month(when, reading, page, tense) if when.month else Value(None, "inferred", 0.3)


def _shifted(when: Point, page: Page) -> Value:
    """Read "March of this year"."""
    if page.base is None:
        _, named = page.named.get("year", (0, ""))
        if when.shift or not named[:4].isdecimal():
            return Value(None, "resolved", 0.5)
        return _checked(_written(when._replace(year=int(named[:4]))), "inferred", 0.6)  # the year the page named last
    return _checked(_written(when._replace(year=page.base.year + (when.shift or 0))), "resolved", 0.85)


def _season(when: Point, page: Page) -> Value:
    """Read "last winter" (the one that ended before), "next spring" (the one yet to begin), "this summer"."""
    if page.base is None:
        return Value(None, "resolved", 0.5)
    base, season = page.base, when.season or 21
    year = base.year - (season == _WINTER and base.month < 3)
    begins = date(base.year, season % 10 * 3, 1)
    if when.shift == 1:
        year = base.year + (begins <= base)
    elif when.shift == -1:
        year = base.year - (begins + timedelta(days=91) > base)
    return _checked(f"{year:04}-{season}", "resolved", 0.75)


def _season_alone(season: int, page: Page, tense: Tense) -> Value:
    """Read "in the spring": the last that has begun, or the next one where the sentence looks ahead."""
    base = page.base
    if base is None or page.precision == "year":
        return Value(None, "inferred", 0.4)
    year = base.year - (season == _WINTER and base.month < 3)
    begun = date(year, season % 10 * 3, 1) <= base
    ended = begun and (base - date(year, season % 10 * 3, 1)).days > 91
    year += ended if tense() > OPEN else -(not begun)
    return _checked(f"{year:04}-{season}", "inferred", 0.55)


def _holiday(reading: Reading, page: Page, tense: Tense) -> Value:
    """Read "Christmas 1989", "last Christmas" and "at Christmas": the day itself."""
    code, when, base = reading.text, reading.first, page.base
    if when.year:
        return Value(_day_text(day_of(code, when.year)), "stated", 0.85)
    if base is None:
        return Value(None, "resolved", 0.4)
    if when.shift is not None:
        return Value(_day_text(day_of(code, base.year + when.shift)), "resolved", 0.8)
    days = [day_of(code, year) for year in range(base.year - 1, base.year + 2)]
    if reading.kind == "last":
        return Value(_day_text(max(d for d in days if d < base)), "resolved", 0.75)
    told = {"next": FUTURE, "coming": FUTURE, "this": OPEN}.get(reading.kind)
    return Value(_day_text(nearest(days, base, tense() if told is None else told)), "resolved", 0.7)


def _beside(reading: Reading, page: Page, tense: Tense) -> Value:
    """Read "the Saturday before Easter" and "the weekend after 3 October"."""
    anchor = replace(reading, kind="")
    told = _holiday(anchor, page, tense) if reading.text else _point(reading.first, anchor, page, tense)
    if told.edtf is None or len(told.edtf) != len("2020-01-01"):
        return Value(None, told.basis, 0.4)
    value = nearest_unit(date.fromisoformat(told.edtf), reading.unit, reading.offset)
    return Value(value, "resolved", round(told.confidence - 0.1, 2))


def _day_of_month(day: int, reading: Reading, page: Page, tense: Tense) -> Value:
    """Read "on the 13th": of the month told right before, or the page's, or one beside it as the tense tells."""
    kind = "" if reading.kind == "same" else reading.kind
    at, named = page.named.get("month", (-CLOSE, ""))
    told = f"{named[:7]}-{day:02}"
    if not kind and reading.start - at < CLOSE and "/" not in named and edtf.is_valid(told):
        return Value(told, "resolved", 0.65)
    if page.base is None or page.precision != "day":
        return Value(None, "inferred", 0.4)
    if kind:
        count = {"last": -1, "this": 0}.get(kind, 1) + page.base.year * 12 + page.base.month - 1
        return _checked(f"{count // 12:04}-{count % 12 + 1:02}-{day:02}", "resolved", 0.8)
    middle = page.base.replace(day=15)
    months = [middle - timedelta(days=30), middle, middle + timedelta(days=30)]
    candidates = [m.replace(day=day) for m in months if day <= monthrange(m.year, m.month)[1]]
    return Value(_day_text(nearest(candidates, page.base, tense())), "inferred", 0.6)


def _day_text(day: date) -> str:
    return day.isoformat()


def _day(when: Point, page: Page, tense: Tense, at: int) -> Value:
    if page.base is None:
        return _day_without_page(when, page)
    if page.precision == "year":
        return _checked(_written(when._replace(year=page.base.year)), "inferred", 0.6)
    candidates = candidates_of(when, page.base.year)
    if not candidates:  # "on 4 and 31 September"
        return Value(None, "stated", 0.3)
    fitting = [c for c in candidates if when.weekday and c.isoweekday() == when.weekday]
    if fitting:
        told = tense() if len(fitting) > 1 else OPEN
        return Value(_day_text(nearest(fitting, page.base, told)), "inferred", 0.85)
    told = tense()
    known = page.years.get(when.month or 0)
    if known is not None and told < SURE * FUTURE:
        same = [c for c in candidates if c.year == known]
        if same:
            return Value(_day_text(same[0]), "inferred", 0.75)
    if told == OPEN and is_review(page):
        told = PAST
    beside = near_another(candidates, page, at) if told == OPEN else None
    if beside:
        return Value(_day_text(beside), "inferred", 0.7)
    slipped = of_month_before(when, page.base, told)
    if slipped:
        return slipped
    told = trusted(candidates, page.base, told)
    return Value(_day_text(nearest(candidates, page.base, told)), "inferred", 0.8 if told != OPEN else 0.65)


def _day_without_page(when: Point, page: Page) -> Value:
    """Read a day without a year on a page without a date: by its weekday, in a year that the page names if one fits."""
    _, named = page.named.get("year", (0, ""))
    told = {day.year for day in page.dates} | ({int(named[:4])} if named[:4].isdecimal() else set())
    fitting = by_weekday(when, told, page.today(), since=pages_since(page.dates))
    if fitting:
        return Value(_day_text(fitting), "inferred", 0.75 if fitting.year in told else 0.7)
    near = [
        (abs((c - stated).days), c)
        for stated in page.dates
        for c in candidates_of(when, stated.year)
        if abs((c - stated).days) <= _NEAR_IN_TEXT
    ]
    return Value(_day_text(min(near)[1]), "inferred", 0.6) if near else Value(None, "inferred", 0.5)


def _month(when: Point, reading: Reading, page: Page, tense: Tense) -> Value:
    base, month, kind, at = page.base, when.month or 1, reading.kind, reading.start
    if base is None:
        return _month_without_page(month, page, tense)
    if page.precision == "year":
        return Value(f"{base.year:04}-{month:02}", "inferred", 0.5)
    if kind == "last":
        year = base.year - (month >= base.month)
    elif kind in ("next", "coming"):
        year = base.year + (month <= base.month)
    elif kind == "this":
        year = base.year
    else:
        year = year_of_month(month, base, page, trusted_of_month(month, base, tense()), at)
    return _checked(f"{year:04}-{month:02}", "inferred" if kind in ("", "cued", "bare") else "resolved", 0.75)


def _month_without_page(month: int, page: Page, tense: Tense) -> Value:
    """Read a month without a year on a page without a date: by a full date of the page near it.

    Else by a day whose weekday has told its year ("on Saturday, June 1"): the last such month before it, or the next.
    """
    months = [
        (abs(12 * (year - d.year) + month - d.month), year)
        for d in page.dates
        for year in (d.year - 1, d.year, d.year + 1)
    ]
    apart, year = min(months, default=(12, 0))
    if apart <= FEW_MONTHS:
        return Value(f"{year:04}-{month:02}", "inferred", 0.55)
    beside = edtf.parse(page.near[1]).earliest if page.near else None
    told = tense() if beside else OPEN
    if beside is None or told == OPEN:
        return Value(None, "inferred", 0.5)
    year = beside.year + (month < beside.month) if told > OPEN else beside.year - (month > beside.month)
    return _checked(f"{year:04}-{month:02}", "inferred", 0.5)


# --- spans --------------------------------------------------------------------------------------------------------


def _span(reading: Reading, page: Page, tense: Tense) -> Value:
    first, last = reading.first, reading.last
    if reading.kind == "lasting":
        return _lasting(_point(first, replace(reading, kind=""), page, tense), reading.offset)
    if first.weekday and not first.day:
        return _from_weekday(first, last, reading, page, tense)
    if first.has_year and last.has_year:
        if first.shift is not None and page.base is None:
            return Value(None, "resolved", 0.5)
        year = page.base.year if page.base else 0
        first = first._replace(year=first.year or year + (first.shift or 0))
        last = last._replace(year=last.year or year + (last.shift or 0))
        basis = "stated" if reading.first.year or reading.last.year else "resolved"
        return _joined(_written(first), _written(last), basis, 0.9)
    begin = _point(first, reading, page, tense)
    if not first.month and begin.edtf is None:
        return begin
    if (
        begin.edtf and "?" in begin.edtf
    ):  # "the hall has films from May 17 to 22": no past event told with a wrong month
        begin = _point(first, reading, page, lambda: OPEN)
    if begin.edtf is None or "?" in begin.edtf:
        return Value(None, begin.basis, 0.5)
    if not last.month:  # "5日至6日"
        return _joined(begin.edtf, f"{begin.edtf[:7]}-{last.day:02}", begin.basis, begin.confidence)
    year, wraps = int(begin.edtf[:4]), last.month < (first.month or 0)
    if _is_under_way(begin, last._replace(year=year - 1 + wraps), page):
        year -= 1
        begin = begin._replace(edtf=f"{year:04}{begin.edtf[4:]}")
    return _joined(str(begin.edtf), _written(last._replace(year=year + wraps)), begin.basis, begin.confidence)


def _is_under_way(begin: Value, last: Point, page: Page) -> bool:
    """Tell whether a span without a year that seems to lie ahead goes on already ("runs from July 20" on July 25)."""
    if page.base is None or page.precision != "day" or begin.basis != "inferred" or not last.day:
        return False
    first = edtf.parse(str(begin.edtf)).earliest
    written = _written(last)
    if first is None or first <= page.base or not edtf.is_valid(written):
        return False
    end = edtf.parse(written).latest
    return end is not None and page.base <= end and (first - page.base).days > _FAR_AHEAD


def _lasting(begin: Value, days: int) -> Value:
    """Read "from Monday for three days": *days* are those after the first."""
    if begin.edtf is None or "?" in begin.edtf:
        return Value(None, begin.basis, 0.5)
    end = date.fromisoformat(begin.edtf) + timedelta(days=days)
    return Value(f"{begin.edtf}/{end}", begin.basis, begin.confidence) if days > 0 else begin


def _from_weekday(first: Point, last: Point, reading: Reading, page: Page, tense: Tense) -> Value:
    """Read "Monday through Wednesday" and "from Saturday to Aug. 17", less than a week apart or two."""
    weekday = first.weekday or 1
    if not last.day and tense() > OPEN:
        begin = _point(first, reading, page, tense)
        return _lasting(begin, _days_from(weekday, last.weekday or 1))
    end = _point(last, reading, page, tense)
    if end.edtf is None or "?" in end.edtf:
        return Value(None, end.basis, 0.4)
    day = date.fromisoformat(end.edtf)
    near = _point(first, reading, page, lambda: FUTURE).edtf if last.day and page.base and page.base < day else None
    if near and "?" not in near and timedelta() < day - date.fromisoformat(near) <= _LONGEST:
        return _joined(near, end.edtf, end.basis, round(end.confidence - 0.1, 2))  # "from Friday to 9 June"
    day -= timedelta(days=_days_from(weekday, day.isoweekday()))
    return _joined(day.isoformat(), end.edtf, end.basis, round(end.confidence - 0.1, 2))


def _days_from(weekday: int, last: int) -> int:
    """Return how many days lie between two weekdays: "from Saturday to Saturday" is a week."""
    return (last - weekday) % 7 or 7


def _joined(first: str, last: str, basis: str, confidence: float) -> Value:
    return _checked(f"{first}/{last}", basis, confidence)
