"""Tell the clock that a site prints above its menu, and the days of an event, from the day of the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from culturex import edtf
from culturex.places import cities
from culturex.suggest.page.dateline import Dateline
from culturex.suggest.page.published import LINE, SOON, Candidate, is_day
from culturex.suggest.page.sheet import Fact
from culturex.suggest.page.stamps import CLOCK, has_year, stamps, without
from culturex.text import Span

# A line with the clock and the town of the site is short.
_LONGEST = 60
_ANY_YEAR = " 2001"


def is_clock(text: str, codes: Sequence[str]) -> bool:
    """Tell whether a line is a day or an hour and nothing else but a town: "Tartu, July 27 05:34".

    *codes* are the languages of the page.
    """
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return False
    found = stamps(text, codes)
    if not any(stamp.day or stamp.gives_day for stamp in found) and not CLOCK.search(text):
        return False
    rest = without(text, found)
    return not rest or bool(cities(rest))


def is_span(text: str, codes: Sequence[str]) -> bool:
    """Tell whether a short line is the first and the last day of an event: "July 21 to August 6"."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return False
    dated = text if has_year(text) else text + _ANY_YEAR  # without a year only the first day is told
    found = stamps(dated, codes)
    return any("/" in (stamp.value or "") for stamp in found) and not without(dated, found)


def day_before(
    found: Iterable[Candidate], chosen: Fact | None, title: int | None, opening: Dateline | None
) -> Fact | None:
    """Return *chosen*, or the day of the dateline where the only dated line is the site's clock above the headline.

    *found* are the dates that may be the page's, *title* is the headline's line, *opening* the dateline. The clock
    tells when the page was saved: a dateline without a year is of the last such day before it.
    """
    stamp = opening.stamp if opening else None
    if chosen is None or title is None or opening is None or stamp is None or stamp.value:
        return chosen
    if any(candidate.rank != LINE or candidate.line > title for candidate in found) or not is_day(chosen.value):
        return chosen
    clock = date.fromisoformat(chosen.value)
    days = [f"{year}-{stamp.month:02}-{stamp.day:02}" for year in (clock.year + 1, clock.year, clock.year - 1)]
    days = [day for day in days if edtf.is_valid(day)]
    if any(abs(date.fromisoformat(day) - clock).days <= SOON for day in days):
        return chosen
    span = Span(opening.span.start + stamp.start, opening.span.start + stamp.end)
    return next((Fact(day, span, "published.before_clock") for day in days if day < chosen.value), chosen)
