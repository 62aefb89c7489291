"""Days of other calendars in the Gregorian one: the Islamic (``lunar``) and the Iranian (``solar``) calendar.

The lunar calendar is reckoned (the civil "Kuwaiti" arithmetic: 11 leap years in 30); months that begin with the sight
of the moon may be a day off, so its days are about (``~``). The solar one follows the 33-year cycle, which agrees with
the official calendar from 1178 to 1633.
"""

from __future__ import annotations

from datetime import date, timedelta

# The first day of the year 1 as a proleptic Gregorian ordinal.
_LUNAR_EPOCH, _SOLAR_EPOCH = 227015, 226895
_LONG_MONTHS = 6


def first_day(calendar: str, year: int, month: int) -> date:
    """Return the first day of a month (1 to 12, or 13 for the one after the last); raise ValueError out of range."""
    if not 1 <= month <= 13 or not 1 <= year <= 2999:
        raise ValueError("no such month")
    if month == 13:
        year, month = year + 1, 1
    if month == 13:
        year, month = year + 1, 1
    if calendar == "lunar":
        days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
        return date.fromordinal(_LUNAR_EPOCH + days)
    before = (month - 1) * 30 + min(month - 1, _LONG_MONTHS)
    return date.fromordinal(_SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + before)


def days_of(calendar: str, year: int, month: int, day: int | None) -> tuple[date, date]:
    """Return the first and last day of a month, or a *day* of it twice; raise ValueError where there is no such day."""
    first = first_day(calendar, year, month)
    last = first_day(calendar, year, month + 1) - timedelta(days=1)
    if day is None:
        return first, last
    meant = first + timedelta(days=day - 1)
    if not first <= meant <= last:
        raise ValueError("no such day")
    return meant, meant
