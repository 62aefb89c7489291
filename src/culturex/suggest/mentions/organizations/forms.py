"""Find bodies by a word that is no head: the legal form of a firm, the field of what a state keeps.

In: the word index of the form or the field. Out: names kept.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import COMPANY, Extent
from culturex.suggest.mentions.organizations.left import Left
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.organizations.quotations import end_of_quotation
from culturex.suggest.mentions.organizations.quoted import Quoted
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head

_LIKELY = 0.7
_RULE = "organizations.legal_form"
# What parts a legal form from the name: "Motors, Inc.", "Motors Co., Ltd."
_BEFORE_FORMS = frozenset((", ", "., ", ". "))
_MOST = 5


class Forms:
    """Finds names by forms and fields on one page."""

    def __init__(self, page: Page, names: Names, left: Left, quoted: Quoted) -> None:
        self.page = page
        self.names = names
        self.left = left
        self.quoted = quoted
        self.scan = page.scan
        self.words = page.tables.words

    def find(self, i: int) -> None:
        """Find bodies by the legal form at word *i*: "ANO Pro.Asia", "Acme Ltd"."""
        scan, lower = self.scan, self.scan.lowers[i]
        if scan.texts[i].isupper() and lower in self.words["legal_before"]:
            if scan.joined[i] and scan.lowers[i + 1] in self.page.tables.heads:
                return  # "NGO Committee on the Status of Women"
            end = self._end_of_firm(i)
            if end > i + 1:
                self.names.keep(Extent(i, end, i, COMPANY), _RULE, _LIKELY)
                return
        if lower in self.words["legal_after"] and scan.is_capital[i] and i > self.names.done:
            self._before_form(i)

    def find_agency(self, i: int) -> None:
        """Find what a state or a province keeps for a field, by both names: "Heritage Malta", "Cycling Vlaanderen"."""
        scan, country = self.scan, self.scan.cover[i + 1]
        if not scan.joined[i] or country is None or country.kind not in GEO or scan.is_title_case(i):
            return
        province = country.kind != "country"
        if country.start != scan.starts[i + 1] or not (province or (country.extra or {}).get("form") == "name"):
            return
        end = scan.end_of(country)
        before = scan.joined[i - 1] and scan.is_capital[i - 1]
        if province and (before or scan.begins_sentence(i)):
            return  # "Secretary Culture Punjab"
        after = scan.joined[end - 1] and scan.is_capital[end]
        if not after and (not before or self.page.introduces(i - 1)):
            spec = Head(scan.lowers[i], "unit", "before", "en")
            self.names.keep(Extent(i, end, i, spec), "organizations.agency", _LIKELY)

    def _end_of_firm(self, i: int) -> int:
        """Return the end of the firm whose name stands behind its form at word *i*."""
        scan = self.scan
        end = end_of_quotation(scan, i + 1) or i + 1
        while end < scan.count and (scan.joined[end - 1] or scan.gaps[end - 1] == ".") and scan.is_capital[end]:
            if scan.lowers[end] in self.page.offices or end - i > _MOST:
                break
            end += 1
        return end

    def _before_form(self, i: int) -> None:
        """Find the firm whose name stands before its form at word *i*."""
        scan = self.scan
        if not scan.joined[i - 1] and scan.gaps[i - 1] not in _BEFORE_FORMS:
            self.quoted.before(i, most=0)  # '"Nairpost" CJSC'
            return
        first = self.left.begin(i if scan.joined[i - 1] else i - 1, COMPANY, self.names.done)
        if not self.words["firms"].issuperset(scan.lowers[first:i]):
            self.names.keep(Extent(first, i + 1, i, COMPANY), _RULE, _LIKELY)
