"""The days on which holidays fall in a year.

Codes, as ``holidays`` of a language's ``dates.toml`` writes them: ``12-25`` is a day; ``11-thu-4`` the fourth Thursday
of November, ``05-mon-0`` the last Monday of May; ``easter-2`` two days before Easter Sunday, ``pascha-2`` before that
of the Orthodox churches, ``thanksgiving+1`` the day after Thanksgiving.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=1024)
def day_of(code: str, year: int) -> date:
    """Return the day of the holiday *code* in *year*; raise ValueError where there is none."""
    for name, day in (("easter", easter), ("pascha", pascha), ("thanksgiving", thanksgiving)):
        if code.startswith(name):
            return day(year) + timedelta(days=int(code[len(name) :]))
    month, _, rest = code.partition("-")
    weekday, _, number = rest.partition("-")
    if not number:
        return date(year, int(month), int(rest))
    return _nth(year, int(month), WEEKDAYS.index(weekday), int(number))


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """Return weekday *number* of a month, the last one for 0; 0 is Monday among the weekdays."""
    if not number:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def thanksgiving(year: int) -> date:
    """Return Thanksgiving Day of the United States."""
    return _nth(year, 11, 3, 4)


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches (the algorithm of Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    moon = (skipped + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(days=moon - weekday)


def pascha(year: int) -> date:
    """Return Easter Sunday of the Orthodox churches (the Julian algorithm of Meeus) in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
