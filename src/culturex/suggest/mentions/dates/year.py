"""Which year a day or month without one is of: by the tense, by what stands beside it, by the page's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

from culturex import edtf
from culturex.suggest.mentions.dates.match import Point
from culturex.suggest.mentions.dates.page import Page, Value
from culturex.suggest.mentions.dates.tense import FUTURE, OPEN, PAST, SURE

# A day told without its year and without tense is the nearest one; news tell more often of the past.
_PAST_WEIGHT = 1.5
# Days so many characters apart, told without year and tense, are taken to be of one year.
CLOSE = 150
# One day tells the year of the next so far behind it.
_NEAR, _DAY = 250, 10
# One day is plainly nearer than another by so many days.
_PLAINLY = 100
# A verb that stands after the day, or far off, does not tell that a day so near is one so far.
_SOON, _FAR = 60, 300
# What was planned for a day so shortly past is not planned for the next year.
_JUST, _YEAR = 14, 365
FEW_MONTHS = 2
_LAST_MONTH = 12
# The days of the shortest month.
_SHORTEST = 28
_IN_DIGITS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# There were pages of news on the web from this year on.
FIRST_PAGES = 2000
# Within so many years each day falls on each weekday, but for 29 February.
_YEARS_BACK = 16


def named_in(text: str) -> set[int]:
    """Return the years that *text* names anywhere in digits, in the copyright line of a page, too."""
    return set(map(int, _IN_DIGITS.findall(text)))


def by_weekday(when: Point, named: Collection[int], today: date, *, since: int = FIRST_PAGES) -> date | None:
    """Return the past day that month, day and weekday tell: in the last year that fits, one of those *named* first.

    Pages name the year in which they are written, else the one before or the one to come; years before *since* are
    told of other things.
    """
    if not (when.month and when.day and when.weekday):
        return None
    told = sorted((year for year in named if since <= year <= today.year), reverse=True)
    beside = (told[0] - 1, told[0] + 1) if told else ()
    for year in (*told, *beside, *range(today.year, today.year - _YEARS_BACK, -1)):
        try:
            day = date(year, when.month, when.day)
        except ValueError:  # 29 February
            continue
        if day <= today and day.isoweekday() == when.weekday:
            return day
    return None


def pages_since(dates: Collection[date]) -> int:
    """Return from which year on the page can be that tells these full dates: an old one tells none of our century."""
    return min(FIRST_PAGES, max(day.year for day in dates)) if dates else FIRST_PAGES


def near_another(candidates: list[date], page: Page, at: int) -> date | None:
    """Return the day that is plainly nearest to a date that stands close before it in the text, or of its year."""
    near = _near(page, at)
    if not near:
        return None
    away = sorted((min(abs((day - end).days) for end in near), day) for day in candidates)
    if len(away) > 1 and away[1][0] - away[0][0] < _PLAINLY:
        return next((day for day in candidates if day.year == near[0].year), None)
    return away[0][1] if away else None


def _near(page: Page, at: int) -> list[date]:
    """Return both ends of the date close before character *at*: one without its year, or of about the page's year."""
    named = page.named.get("month")
    for end, written in filter(None, (page.near, named if named and "/" not in named[1] else None)):
        if not 0 <= at - end <= (_NEAR if len(written) >= _DAY else CLOSE):
            continue
        read = edtf.parse(written)
        if read.earliest and read.latest and page.base and abs(read.earliest.year - page.base.year) <= 1:
            return [read.earliest, read.latest]
    return []


def of_month_before(when: Point, base: date, told: int) -> Value | None:
    """Correct a past event printed with a later day of the page's own month: the month before must be meant."""
    if told != SURE * PAST or when.month != base.month or (when.day or 0) <= base.day + 1:
        return None
    before = base.replace(day=1) - timedelta(days=1)
    if (when.day or 0) > before.day:
        return None
    return Value(f"{before.replace(day=when.day or 1).isoformat()}?", "inferred", 0.5)


def trusted(candidates: list[date], base: date, told: int) -> int:
    """Return *told*, or OPEN where a verb that is far off says that a day of next week was one of last year."""
    back = min([(base - c).days for c in candidates if c <= base], default=_FAR)
    ahead = min([(c - base).days for c in candidates if c >= base], default=_FAR)
    near, far = (ahead, back) if told < OPEN else (back, ahead)
    if told == SURE * FUTURE and near <= _JUST and far >= _YEAR - _JUST:
        return OPEN  # what was planned for last week, of which only the plan is told
    return OPEN if told in (PAST, FUTURE) and near <= _SOON and far >= _FAR else told


def trusted_of_month(month: int, base: date, told: int) -> int:
    """Return *told*, or OPEN where a verb that is far off says that last month is one of next year."""
    ahead, back = (month - base.month) % 12, (base.month - month) % 12
    near, far = (ahead, back) if told == PAST else (back, ahead)
    return OPEN if told in (PAST, FUTURE) and 0 < near <= FEW_MONTHS < 12 - FEW_MONTHS <= far else told


def candidates_of(when: Point, year: int) -> list[date]:
    """Return that day in the years around *year*; a 29 February only where there is one."""
    month, day = when.month or 1, when.day or 1
    reach = range(year - 4, year + 5) if (month, day) == (2, 29) else range(year - 1, year + 2)
    return [
        date(y, month, day) for y in reach if 1 <= y <= 9999 and (day <= _SHORTEST or day <= monthrange(y, month)[1])
    ]


def nearest(candidates: list[date], base: date, told: int) -> date:
    past = [c for c in candidates if c <= base]
    ahead = [c for c in candidates if c >= base]
    if told == OPEN and past and ahead:
        told = FUTURE if (ahead[0] - base).days * _PAST_WEIGHT <= (base - past[-1]).days else PAST
    if told > OPEN:
        return ahead[0] if ahead else candidates[-1]
    return past[-1] if past else candidates[0]


def is_review(page: Page) -> bool:
    """Tell whether a page of December has named its own year alone: it looks back on it."""
    where, value = page.named.get("year", (0, ""))
    return page.base is not None and page.base.month == _LAST_MONTH and value == f"{page.base.year:04}" and where >= 0


def year_of_month(month: int, base: date, page: Page, told: int, at: int) -> int:
    if told == OPEN and month in page.years:
        return page.years[month]
    beside = near_another(candidates_of(Point(month=month), base.year), page, at) if told == OPEN else None
    if beside:
        return beside.year
    if told == OPEN and is_review(page):
        told = PAST
    if told == OPEN:
        ahead, back = (month - base.month) % 12, (base.month - month) % 12
        told = FUTURE if ahead * _PAST_WEIGHT <= back else PAST
    if told > OPEN:
        return base.year + (month < base.month)
    return base.year - (month > base.month)
