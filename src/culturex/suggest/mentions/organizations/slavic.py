"""Find bodies in Cyrillic by the words that head their names: adjectives before the head, genitives after it.

In: the word index of a head and what the tables tell of it. Out: names kept, in the nominative.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.genitives import ADJECTIVES, Genitives
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.nominative import nominative
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head

_SURE, _UNSURE = 0.8, 0.6
_LONG_BASE = 6
_MOST_ADJECTIVES, _SHORTEST_ADJECTIVE = 6, 4
# Those who come, and no body.
_COMERS = frozenset(("делегация", "делегація", "делегација"))


class Slavic:
    """Finds names in Cyrillic on one page."""

    def __init__(self, page: Page, names: Names) -> None:
        self.names = names
        self.scan = page.scan
        self.tables = page.tables
        self.offices = page.offices
        self.genitives = Genitives(page)

    def find(self, i: int, head: Head) -> None:
        """Find the name headed by word *i*.

        Behind a head that an office leads up to, two capital words are a person: "ректор университета Анна Берг".
        """
        scan = self.scan
        if head.plural or (head.base in _COMERS and scan.kinds[i + 1] != "region"):
            return
        if i and scan.lowers[i - 1].startswith("республик"):
            return  # "Республика Союз Мьянма"
        first = self._first(i)
        led = not self.offices.isdisjoint(scan.lowers[max(0, first - 2) : first])
        extent = Extent(first, self.genitives.end(i, head, led=led), i, head)
        if self._is_named(extent):
            confidence = _UNSURE if head.weak else _SURE
            self.names.keep(extent, "organizations.slavic", confidence, nominative(scan, extent))

    def _first(self, i: int) -> int:
        """Return the capital adjective that the name begins with, or its head, word *i*."""
        scan, first = self.scan, i
        while first > self.names.done and i - first < _MOST_ADJECTIVES and scan.joined[first - 1]:
            first -= 1
            lower = scan.lowers[first]
            if not lower.endswith(ADJECTIVES) or len(lower) < _SHORTEST_ADJECTIVE:
                break
            if scan.is_capital[first]:
                return first
        # Lower-case adjectives belong to a name only behind a capital one.
        return i

    def _is_named(self, extent: Extent) -> bool:
        """Tell whether the words beside the head, or the head itself, name a body."""
        scan, head = self.scan, extent.spec
        others = [k for k in range(extent.first, extent.end) if k != extent.head]
        named = [k for k in others if scan.is_capital[k] or scan.texts[k].isdigit()]
        if not named and not self._is_proper(extent) and not self._is_told(extent):
            return False
        return not head.weak or scan.is_capital[extent.first] or any(scan.kinds[k] not in GEO for k in named)

    def _is_told(self, extent: Extent) -> bool:
        """Tell whether a capital inside a sentence shows a name: "в Институте международных отношений"."""
        i = extent.head
        told = self.scan.is_capital[i] and extent.end > i + 1 and not extent.spec.weak
        return told and not self.scan.begins_sentence(i)

    def _is_proper(self, extent: Extent) -> bool:
        """Tell whether the head is a name by itself: a capital inside a sentence on a compound like Минкульт."""
        i, base = extent.head, extent.spec.base
        if not self.scan.is_capital[i] or len(base) <= _LONG_BASE:
            return False
        return self.scan.lowers[i] not in self.tables.heads or base.startswith(self.tables.prefixes)
