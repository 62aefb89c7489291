"""What is known of a page while its dates are resolved one after the other, and what a resolved date is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

Tense = Callable[[], int]
# A date named more characters before "a year earlier" than this is not what that is counted from; a day lasts longer
# in a tale.
_ANCHORED = {"year": 350, "period": 600}


class Value(NamedTuple):
    """A resolved date: EDTF or None, how it was got (stated, resolved, inferred), and how sure that is (0..1)."""

    edtf: str | None
    basis: str
    confidence: float


@dataclass
class Page:
    """What is known while the dates of a page are resolved one after the other.

    *base* is the page's date with its *precision* (day, month, year), None where unknown; *today* tells the latest day
    a page can be from; *dates* are the full dates that a page without a date states; *named* is the date named last
    that tells at least the year, the month, the day, and the one that is a part of a year ("period"), each with the
    character at which it stands; *years* the year that a month got in this page, *weekdays* the day ahead that a
    weekday did; *near* is the last day whose year was inferred, with the character at which it ended.
    """

    base: date | None
    precision: str
    today: Callable[[], date]
    dates: list[date] = field(default_factory=list)
    named: dict[str, tuple[int, str]] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    weekdays: dict[int, date] = field(default_factory=dict)
    near: tuple[int, str] | None = None

    def remember(self, value: str, at: int) -> None:
        """Keep *value* (EDTF), which stands at character *at*, as the date named last; "the same day" is of no span."""
        size = value.partition("/")[0].rstrip("?~%").count("-")
        for precision in ("year", "month", "day")[: size + 1]:
            if precision != "day" or "/" not in value or precision not in self.named:
                self.named[precision] = (at, value)
        if size == 1:
            self.named["period"] = (at, value)

    def last_named(self, precision: str, at: int) -> str | None:
        """Return the date of at least that *precision* named last and not long before character *at*."""
        where, value = self.named.get(precision, (0, None))
        return value if at - where <= _ANCHORED.get(precision, at) else None
