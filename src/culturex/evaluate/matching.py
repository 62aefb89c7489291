"""Which event of a coding is which event of the reference, and whether it is told rightly."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from culturex.evaluate.alike import dates_touch, same_date, squash
from culturex.evaluate.coding import Told
from culturex.likeness.names import plain, share

# What each agreement of two events adds to their likeness, and the least that makes them the same event.
TYPE, SAME_DATE, NEAR_DATE, OTHER_DATE, COUNTRIES, PLACE, QUOTE, TITLE = 2.0, 2.0, 0.5, -2.0, 1.5, 1.0, 1.0, 1.5
LEAST = 3.0
# Share of countries in common from which on an event is told rightly.
_COUNTRIES = 0.5
# Characters of a quote below which it may stand anywhere by chance.
_QUOTE = 12


def likeness(reference: Told, coding: Told) -> float:
    """Return how much two events look like the same one; LEAST or more makes a match.

    2 for the type, 2 for the date (0.5 where the two may mean the same day, -2 where they cannot), up to 1.5 for the
    countries in common, 1 for a place in common, 1 for a quote in common, up to 1.5 for the letters of the title.
    """
    score = TYPE * (reference.type == coding.type)
    if reference.date and coding.date:
        score += _by_date(reference.date, coding.date)
    score += COUNTRIES * share(reference.codes, coding.codes)
    if {plain(p) for p in reference.places} & {plain(p) for p in coding.places}:
        score += PLACE
    if _share_a_quote(reference, coding):
        score += QUOTE
    return score + TITLE * SequenceMatcher(None, plain(reference.title), plain(coding.title)).ratio()


def _by_date(reference: str, coding: str) -> float:
    if same_date(reference, coding):
        return SAME_DATE
    return NEAR_DATE if dates_touch(reference, coding) else OTHER_DATE


def _share_a_quote(reference: Told, coding: Told) -> bool:
    """Tell whether a quote of *coding* holds that of *reference* or stands in it."""
    whole = squash(reference.quote)
    quotes = [squash(q) for q in (coding.quote, *(e.text for e in coding.evidence))]
    return bool(whole) and any(len(q) >= _QUOTE and (q in whole or whole in q) for q in quotes)


def match(reference: Sequence[Told], coding: Sequence[Told]) -> dict[int, int]:
    """Return which event of *coding* each event of *reference* is, by position; the most alike are matched first."""
    alike = [(likeness(g, p), i, j) for i, g in enumerate(reference) for j, p in enumerate(coding)]
    found: dict[int, int] = {}
    for score, i, j in sorted(alike, reverse=True):
        if score >= LEAST and i not in found and j not in found.values():
            found[i] = j
    return found


def is_right(reference: Told, coding: Told) -> bool:
    """Tell whether a matched event is told rightly.

    It has the same type, a date that may mean the same day (and any at all where the reference has one), and at
    least half of all countries in common.
    """
    return (
        reference.type == coding.type
        and dates_touch(reference.date, coding.date)
        and bool(coding.date or not reference.date)
        and share(reference.codes, coding.codes) >= _COUNTRIES
    )
