"""Bodies that plain words name: "Town of Nida", "the Government of the Kingdom of Malta", "the Alder programme".

In: the word index of what names them. Out: where the name ends, or begins; None where the words name a mere place.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.organizations.page import POSSESSIVE, Page
from culturex.suggest.mentions.scan import GEO

# Phrases that name who governs: towns as such, and states by their full names.
TERRITORIES = frozenset(("city of", "town of", "government of the", "congress of the"))
# Where a town is a place: "in the City of Nida".
_PLACED = frozenset("in at from to near around outside into across throughout of".split())
# Full names of states, and what they consist of.
_STATES = frozenset(
    "republic kingdom state states principality sultanate federation emirate commonwealth union confederation".split()
)
_PROVINCES = frozenset("oblast province region canton territory prefecture krai autonomous republic state".split())
# Lower-case heads of programmes.
PROGRAMMES = frozenset(("programme", "program", "scheme", "fund", "initiative"))
_MOST = 6
_LEAST = 2


def territory(page: Page, items: Items, first: int, begin: int) -> int | None:
    """Return the end of who governs in words *first* on, whose own name begins at word *begin*; None for a mere place.

    Towns need "the" before them and no word that makes them a place; governments a state's full name or a province.
    """
    scan = page.scan
    if not (scan.joined[first - 1] and scan.lowers[first - 1] == "the" and scan.joined[begin - 1]):
        return None
    stop = items.end(begin)
    if stop is None or page.has_head(begin, stop) or scan.is_title_case(first):
        return None
    if scan.lowers[first] in ("government", "congress"):
        full = scan.lowers[begin] in _STATES or not _PROVINCES.isdisjoint(scan.lowers[begin:stop])
        return stop if full else None
    placed = scan.joined[first - 2] and scan.lowers[first - 2] in _PLACED
    return None if placed or scan.kinds[begin] == "country" else stop


def programme(page: Page, i: int, floor: int) -> int | None:
    """Return the first word of the programme that the lower-case head at word *i* names by two words or more."""
    scan, first = page.scan, i
    if not scan.joined[i - 1]:
        return None
    while first > floor and scan.joined[first - 1] and i - first < _MOST and _names(page, first - 1):
        first -= 1
    while first < i and (not scan.is_capital[first] or page.is_opener(first)):
        first += 1
    own = scan.lowers[first:i]
    if i - first < _LEAST or scan.begins_sentence(first) or not page.tables.words["instruments"].isdisjoint(own):
        return None
    return first if any(kind not in GEO for kind in scan.kinds[first:i]) else None


def _names(page: Page, i: int) -> bool:
    """Tell whether word *i* may be of a programme's name: "and", a capital that is no office, owner, date or body."""
    scan, lower = page.scan, page.scan.lowers[i]
    if not scan.is_capital[i]:
        return lower in page.joiners
    if lower.endswith(POSSESSIVE) or lower in page.offices or scan.kinds[i] in ("date", "organization"):
        return False
    return not scan.is_title_case(i)
