"""Find bodies by the phrases of the tables: "Red Cross", "Uppsala City Hall", "City of Nida", learned societies.

In: the word index at which a phrase may begin. Out: whether a name was found and kept.
"""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions.organizations import societies, told
from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.occasions import is_event
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.organizations.reach import Reach
from culturex.suggest.mentions.organizations.short import Short
from culturex.suggest.mentions.scan import squeezed
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.forms import without_possessive

_SURE, _LIKELY, _UNSURE = 0.85, 0.7, 0.6
_RULE = "organizations.phrase"
# What may stand between the words of a phrase besides a space.
_LINKS = frozenset((", ", "-", " & ", "+ ", " + "))
# Rooms that are bodies with these words before them: "City Hall", "American Corner".
_SEATS = frozenset(
    ("government", "hall", "corner", "space", "classroom", "room", "high", "village", "district", "garden", "gardens")
)
# Of these, those that are told by their town: "Uppsala City Hall", "Võru Town Government".
_OF_TOWNS = frozenset(("hall", "government"))
_GARDENS = frozenset(("garden", "gardens"))


class Phrases:
    """Finds phrases on one page."""

    def __init__(self, page: Page, names: Names, reach: Reach, short: Short) -> None:
        self.page = page
        self.names = names
        self.reach = reach
        self.behind = reach.behind
        self.short = short
        self.scan = page.scan
        self.heads = page.tables.heads

    def find(self, i: int, phrases: dict[str, list[list[str]]]) -> bool:
        """Find the first of the *phrases* (by their second words) that begins at word *i*."""
        second = self.scan.texts[i + 1]
        fitting = phrases.get(second) or phrases.get(without_possessive(second))
        return (fitting is not None and self._find(i, fitting)) or ("" in phrases and self._find(i, phrases[""]))

    def _find(self, i: int, phrases: list[list[str]]) -> bool:
        phrase = next((phrase for phrase in phrases if self._stands(i, phrase)), None)
        if phrase is None:
            return False
        end = i + len(phrase)
        scan = self.scan
        at = next((k for k in range(i, end) if scan.lowers[k] in self.heads), None)
        if at is not None:
            return self._keep_headed(i, end, at)
        if scan.lowers[end - 1] in _SEATS:
            return self._keep_seat(i, end, phrase)
        if " ".join(phrase).lower() in told.TERRITORIES:
            return self._keep_territory(i, end, phrase)
        society = societies.extent(scan, i, end)
        if society is not None:
            self.names.keep_plain(*society, squeezed(scan.span_text(*society)), "organizations.society")
            return True
        if self.short.stands_alone(i, end - 1):
            self.names.keep_plain(i, end, " ".join(phrase), _RULE)
            return True
        return False

    def _stands(self, i: int, phrase: list[str]) -> bool:
        """Tell whether the words from *i* on are the *phrase*, the last one perhaps in the possessive."""
        scan, end = self.scan, i + len(phrase)
        if end > scan.count or not all(scan.joined[k] or scan.gaps[k] in _LINKS for k in range(i, end - 1)):
            return False
        texts, last = [self.page.bare(i), *scan.texts[i + 1 : end]], phrase[-1]
        return texts[:-1] == phrase[:-1] and texts[-1] in (last, last + "'s", last + "’s")

    def _begin(self, i: int, spec: Head) -> int:
        """Return the first word of a name whose phrase begins at word *i*."""
        return self.reach.left.begin(i, spec, self.names.done) if i > self.names.done else i

    def _keep_headed(self, i: int, end: int, at: int) -> bool:
        """Keep a phrase that holds a head, word *at*, with what specifies it."""
        head = self.heads[self.scan.lowers[at]]
        stop = max(end, self.reach.right.end(end - 1, replace(head, order="before", language="en")))
        extent = Extent(self._begin(i, head), stop, at, head)
        if is_event(self.page, extent):
            return False
        self.names.keep(extent, _RULE, _SURE, self.names.base(extent))
        return True

    def _keep_seat(self, i: int, end: int, phrase: list[str]) -> bool:
        """Keep a phrase that ends with a room or a garden: those of towns with the town, before or behind them."""
        scan = self.scan
        spec = Head(scan.lowers[end - 1], "unit", "before", "en")
        first = self._begin(i, spec)
        bare = first == i and phrase[0] == scan.texts[i] and spec.base in _OF_TOWNS
        if bare or spec.base in _GARDENS:
            stop = self.reach.right.end(end - 1, spec)
        else:
            stop = self.behind.end_of_name(first, end - 1, end, spec)
        if bare and stop == end:
            return False  # unlike "County Government of Homa Bay"
        self.names.keep(Extent(first, stop, end - 1, spec), _RULE, _LIKELY)
        return True

    def _keep_territory(self, i: int, end: int, phrase: list[str]) -> bool:
        """Keep a phrase that leads to the name of a town or a state, as who governs it."""
        stop = told.territory(self.page, self.reach.items, i, end)
        if stop is None:
            return False
        spec = Head(phrase[0].lower(), "unit", "before", "en")
        self.names.keep(Extent(i, stop, i, spec), "organizations.territory", _UNSURE)
        return True
