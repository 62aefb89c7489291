"""Whether the words around a head say enough to name a body, and how surely they do."""

from __future__ import annotations

from culturex.suggest.mentions.organizations.behind import Behind
from culturex.suggest.mentions.organizations.german import is_group
from culturex.suggest.mentions.organizations.spans import Extent

_SURE, _LIKELY, _WEAK = 0.85, 0.7, 0.55
# Heads of bodies that report.
_REPORTING = frozenset(("agency", "agence", "agencia", "service", "network", "group", "club"))
# What people work on: with an office behind it, it is no body.
_RUN = frozenset(("program", "programme", "project"))
# Arabic houses, in Latin letters: "Beit al-Hikma" is a body, "Beit Jala" a town.
_HOMES = frozenset(("beit", "bayt"))
_AL = ("al", "el", "as-", "ash-", "ar-", "an-", "az-")
# What unions of states keep abroad: "EU Office", "UN Mission".
MISSIONS = frozenset(("office", "mission", "delegation", "house", "representation", "centre", "center", "agency"))
# Halls are seen, lest they be people, and are no bodies: "Auditorio Pedro Linares", "Riverside Convention Centre".
_HALLS, _HALL = frozenset(("auditorio", "auditorium", "auditório")), 0.4
# By one word before or behind them, these are buildings, rooms and titles of works: "State House", "Studio Lumen".
_BUILDINGS = frozenset("house studio ville circle guild".split())
# Those who learn, teach or play at a body.
_PEOPLE = frozenset(
    "students student teachers pupils graduates ambassadors players members alumni youth children singers".split()
)
_DEFINITE = frozenset(("im", "am", "beim", "vom", "zum", "zur"))
_DEFINITE_ENDINGS = ("büro", "verein", "amt", "ministerium", "archiv", "museum")
_INDEFINITE = frozenset(("a", "an", "any", "another", "un", "une", "una", "ein", "eine", "einem", "einer", "um", "uma"))


class Judging(Behind):
    """Judges the names with heads in one document."""

    def _judge(self, extent: Extent) -> None:
        """Keep the name if it says enough."""
        scan, spec = self.scan, extent.spec
        own = (extent.end - extent.first) - 1
        text = scan.texts[extent.head]
        alone = spec.language == "de" and extent.head + 1 == extent.end
        lone = alone and is_group(scan.lowers[extent.head - 1], scan.lowers[extent.head])
        compound = "-" in text or (spec.language == "de" and scan.lowers[extent.head] != spec.base) or lone
        elided = extent.first == extent.head and "'" in text.replace("’", "'")
        if own == 0 and (not compound or (text.lower() == spec.base and not lone)):
            if spec.kind == "post":
                self.bare.append(extent.head)
            return
        held = scan.joined[extent.end - 1] and scan.is_capital[extent.end] and scan.lowers[extent.end] in self.offices
        if held and spec.base in _RUN and extent.end - extent.head == 1:
            return  # "Senior Programme Specialist"
        if self._is_of_people(extent):
            return
        if self._is_event(extent) or (spec.base in _HOMES and not scan.lowers[extent.head + 1].startswith(_AL)):
            return
        if own == 0 and compound and not self._compound_alone(extent):
            return
        confidence = self._confidence(extent, own) if own else 0.5 if spec.weak else _LIKELY
        if confidence is None:
            return
        rule = "organizations.head" if not spec.weak else "organizations.weak_head"
        self._add(extent, self._name(extent, elided), confidence, rule)

    def _is_of_people(self, extent: Extent) -> bool:
        """Tell whether it only says who people are: "Private College Students", "Team of Peruvian Art Ambassadors"."""
        scan, at = self.scan, extent.end
        if extent.spec.language != "en" or not scan.joined[at - 1] or not scan.is_capital[at]:
            return False
        if scan.lowers[at] not in _PEOPLE:
            return False
        own = [k for k in range(extent.first, extent.end) if k != extent.head]
        plain = all(
            scan.lowers[k] in self.people.words["common"] or scan.kinds[k] in ("country", "region") for k in own
        )
        return plain or extent.spec.weak

    def _compound_alone(self, extent: Extent) -> bool:
        """Keep "Goethe-Institut", and a German compound behind a definite article: "im Seniorenbüro"."""
        i = extent.head
        if "-" in self.scan.lowers[i]:
            return True
        before = self.scan.lowers[i - 1] if i and self.scan.joined[i - 1] else ""
        if is_group(before, self.scan.lowers[i]):
            return True
        return before in _DEFINITE and self.scan.lowers[i].endswith(_DEFINITE_ENDINGS)

    def _confidence(self, extent: Extent, own: int) -> float | None:
        scan, spec = self.scan, extent.spec
        lowers = scan.lowers[extent.first : extent.end]
        if spec.base in _REPORTING and not self.tables.words["media"].isdisjoint(lowers):
            return 0.4
        before = scan.lowers[extent.first - 1] if extent.first and scan.joined[extent.first - 1] else ""
        if (
            before in _INDEFINITE
            and (before != "a" or self.document.language == "en")
            and not scan.is_capital[extent.first - 1]
        ):
            return 0.4
        if spec.base in ("program", "programme") and not self.tables.words["instruments"].isdisjoint(lowers):
            return None
        if spec.weak and not self.tables.words["idioms"].isdisjoint([f"{spec.base}:{lower}" for lower in lowers]):
            return _HALL if spec.kind == "house" else None
        if spec.base == "charity" and scan.joined[extent.head] and scan.is_capital[extent.head + 1]:
            return None  # "Spring Charity Bazaar"
        if spec.base in _HALLS:
            return _HALL
        if spec.weak and spec.base in MISSIONS and any(map(self._is_union, range(extent.first, extent.head))):
            return _LIKELY
        if spec.base in self.tables.words["firm_heads"] and not any(
            self._is_foreign(k) and scan.lowers[k] not in self.people.words["common"]
            for k in range(extent.first, extent.head)
        ):
            return None
        if spec.base == "aid" and scan.kinds[extent.first] == "country":
            return None if scan.is_title_case(extent.head) else _LIKELY  # "Polish Aid"
        if spec.weak:
            if own < 2 and all(k == extent.head or self._says_little(k) for k in range(extent.first, extent.end)):
                return None
            if spec.order == "after" and extent.end - extent.head == 1:
                return None
            if own > 1:
                return _LIKELY
            behind = scan.lowers[extent.end] if scan.joined[extent.end - 1] else ""
            led = behind in self.offices or behind in self.people.words["modifiers"]
            return _HALL if spec.base in _BUILDINGS and not led else _WEAK
        if (
            own == 1
            and extent.first == extent.head - 1
            and lowers[0] in ("national", "international", "new", "local", "public", "private", "general")
        ):
            return _WEAK
        return _SURE

    def _is_union(self, i: int) -> bool:
        """Tell whether word *i* names a union of states or the United Nations: "EU Office"."""
        mention = self.scan.cover[i]
        named = mention is not None and mention.kind == "region" and (mention.extra or {}).get("form") == "name"
        if self.scan.lowers[i] == "nations" and self.scan.lowers[i - 1] == "united":
            return True
        return named or (self.scan.texts[i].isupper() and self.scan.texts[i] in self.tables.names)
