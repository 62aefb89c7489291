"""Whether the words around a head say enough to name a body, and how surely they do.

In: the words of a name with its head. Out: the name kept, or dropped; in `bare` the heads of posts that nothing names.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.german import is_group
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.occasions import is_event
from culturex.suggest.mentions.organizations.page import Page

_SURE, _LIKELY, _WEAK, _WEAKER, _UNSURE = 0.85, 0.7, 0.55, 0.5, 0.4
# Heads of bodies that report.
_REPORTING = frozenset(("agency", "agence", "agencia", "service", "network", "group", "club"))
# What people work on: with an office behind it, it is no body.
_RUN = frozenset(("program", "programme", "project"))
_PROGRAMMES = ("program", "programme")
# Arabic houses, in Latin letters: "Beit al-Hikma" is a body, "Beit Jala" a town.
_HOMES = frozenset(("beit", "bayt"))
_AL = ("al", "el", "as-", "ash-", "ar-", "an-", "az-")
# What unions of states keep abroad: "EU Office", "UN Mission".
MISSIONS = frozenset(("office", "mission", "delegation", "house", "representation", "centre", "center", "agency"))
# Halls are seen, lest they be people, and are no bodies: "Auditorio Pedro Linares", "Riverside Convention Centre".
_HALLS = frozenset(("auditorio", "auditorium", "auditório"))
# By one word before or behind them, these are buildings, rooms and titles of works: "State House", "Studio Lumen".
_BUILDINGS = frozenset("house studio ville circle guild".split())
# By one of these alone before it, a body is one of many.
_PLAIN_FRONTS = frozenset("national international new local public private general".split())
# Those who learn, teach or play at a body.
_PEOPLE = frozenset(
    "students student teachers pupils graduates ambassadors players members alumni youth children singers".split()
)
_DEFINITE = frozenset(("im", "am", "beim", "vom", "zum", "zur"))
_DEFINITE_ENDINGS = ("büro", "verein", "amt", "ministerium", "archiv", "museum")
_INDEFINITE = frozenset(("a", "an", "any", "another", "un", "une", "una", "ein", "eine", "einem", "einer", "um", "uma"))


class Judge:
    """Judges the names with heads on one page."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names
        self.scan = page.scan
        self.tables = page.tables
        self.bare: list[int] = []

    def decide(self, extent: Extent) -> None:
        """Keep the name if it says enough."""
        scan, spec = self.scan, extent.spec
        alone = extent.end - extent.first == 1
        if alone and not self._is_compound(extent):
            if spec.kind == "post":
                self.bare.append(extent.head)
            return
        if self._is_of_office(extent) or self._is_of_people(extent) or is_event(self.page, extent):
            return
        if spec.base in _HOMES and not scan.lowers[extent.head + 1].startswith(_AL):
            return
        confidence = self._confidence_alone(extent) if alone else self._confidence(extent)
        if confidence is not None:
            rule = "organizations.weak_head" if spec.weak else "organizations.head"
            self.names.keep(extent, rule, confidence, self.names.base(extent))

    def _is_compound(self, extent: Extent) -> bool:
        """Tell whether a head without other words names more than itself: "Goethe-Institut", "die Jugendfeuerwehr"."""
        scan, spec, i = self.scan, extent.spec, extent.head
        german = spec.language == "de"
        if german and is_group(scan.lowers[i - 1], scan.lowers[i]):
            return True
        composed = "-" in scan.texts[i] or (german and scan.lowers[i] != spec.base)
        return composed and scan.texts[i].lower() != spec.base

    def _confidence_alone(self, extent: Extent) -> float | None:
        """Judge "Goethe-Institut", and a German compound behind a definite article: "im Seniorenbüro"."""
        i, lower = extent.head, self.scan.lowers[extent.head]
        before = self.scan.lowers[i - 1] if i and self.scan.joined[i - 1] else ""
        definite = before in _DEFINITE and lower.endswith(_DEFINITE_ENDINGS)
        if "-" not in lower and not is_group(before, lower) and not definite:
            return None
        return _WEAKER if extent.spec.weak else _LIKELY

    def _is_of_office(self, extent: Extent) -> bool:
        """Tell whether it only says what an office is of: "Senior Programme Specialist"."""
        scan, end = self.scan, extent.end
        if extent.spec.base not in _RUN or end - extent.head != 1:
            return False
        return scan.joined[end - 1] and scan.is_capital[end] and scan.lowers[end] in self.page.offices

    def _is_of_people(self, extent: Extent) -> bool:
        """Tell whether it only says who people are: "Private College Students", "Team of Peruvian Art Ambassadors"."""
        scan, end = self.scan, extent.end
        if extent.spec.language != "en" or not scan.joined[end - 1] or not scan.is_capital[end]:
            return False
        if scan.lowers[end] not in _PEOPLE:
            return False
        own = [k for k in range(extent.first, end) if k != extent.head]
        common = self.page.common
        return extent.spec.weak or all(scan.lowers[k] in common or scan.kinds[k] in ("country", "region") for k in own)

    def _confidence(self, extent: Extent) -> float | None:
        """Return how surely a head and its words name a body; None where they do not."""
        scan, spec, words = self.scan, extent.spec, self.tables.words
        lowers = scan.lowers[extent.first : extent.end]
        if (spec.base in _REPORTING and not words["media"].isdisjoint(lowers)) or self._is_any(extent.first):
            return _UNSURE
        if spec.base in _PROGRAMMES and not words["instruments"].isdisjoint(lowers):
            return None
        if spec.weak and not words["idioms"].isdisjoint([f"{spec.base}:{lower}" for lower in lowers]):
            return _UNSURE if spec.kind == "house" else None
        if spec.base == "charity" and scan.joined[extent.head] and scan.is_capital[extent.head + 1]:
            return None  # "Spring Charity Bazaar"
        if spec.base in _HALLS:
            return _UNSURE
        if spec.weak and spec.base in MISSIONS and any(map(self.page.is_union, range(extent.first, extent.head))):
            return _LIKELY
        if spec.base in words["firm_heads"] and not self._has_strange_front(extent):
            return None
        if spec.base == "aid" and scan.kinds[extent.first] == "country":
            return None if scan.is_title_case(extent.head) else _LIKELY  # "Polish Aid"
        if spec.weak:
            return self._confidence_weak(extent)
        plain = len(lowers) == 2 and extent.first == extent.head - 1 and lowers[0] in _PLAIN_FRONTS
        return _WEAK if plain else _SURE

    def _confidence_weak(self, extent: Extent) -> float | None:
        """Judge a head that needs words of its own."""
        scan, spec = self.scan, extent.spec
        span = range(extent.first, extent.end)
        if len(span) < 3 and all(k == extent.head or self.page.says_little(k) for k in span):
            return None
        if spec.order == "after" and extent.end - extent.head == 1:
            return None
        if len(span) > 2:
            return _LIKELY
        behind = scan.lowers[extent.end] if scan.joined[extent.end - 1] else ""
        led = behind in self.page.offices or behind in self.page.people.words["modifiers"]
        return _UNSURE if spec.base in _BUILDINGS and not led else _WEAK

    def _is_any(self, first: int) -> bool:
        """Tell whether the name that begins with word *first* is told as one of many: "a", "another"."""
        scan, before = self.scan, first - 1
        if not first or not scan.joined[before] or scan.lowers[before] not in _INDEFINITE or scan.is_capital[before]:
            return False
        return scan.lowers[before] != "a" or self.page.language == "en"

    def _has_strange_front(self, extent: Extent) -> bool:
        """Tell whether a word that no table knows stands before the head."""
        lowers, common = self.scan.lowers, self.page.common
        return any(self.page.is_foreign(k) and lowers[k] not in common for k in range(extent.first, extent.head))
