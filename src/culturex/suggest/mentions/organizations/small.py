"""Find bodies whose heads are written small: "the Russian embassy", "ministère de la Culture", "the embassy of Japan".

In: the word index of a head in small letters. Out: names kept.
"""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions.organizations import told
from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.named import Named
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.occasions import is_event
from culturex.suggest.mentions.organizations.page import OWNING, POSSESSIVE, Page, has_apostrophe
from culturex.suggest.mentions.organizations.plural import NATIONAL, Plural
from culturex.suggest.mentions.organizations.quoted import Quoted
from culturex.suggest.mentions.organizations.reach import Reach
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head

_LIKELY, _UNSURE = 0.7, 0.6
# Words before those who act or are given something.
_DEALING = frozenset(("to", "by", "with"))
_RULE = "organizations.lower_head"
# Written small, these are places and not the bodies that govern them: "la ville de Lorient", "il comune di Scicli".
_TERRITORIES = frozenset(
    """
    ville commune communauté région département gouvernement municipio gobierno provincia regione comune governo
    município rede red rete casa haus
    """.split()
)
# What states keep, and the words before it: "the José Rizal National library".
_KEPT = frozenset(("school", "house"))
_STATELY = frozenset("national state central municipal royal regional republican".split())
# Those who look after ties between towns.
_TWINNED = frozenset(("committee", "association", "society", "council", "club", "group"))
_TWINNING = frozenset("twinning twin-town sister-city sister-cities jumelage".split())
_OF = frozenset(("de", "di"))
_OF_THE = frozenset("la du del della do da dello".split())
# Written small, these have names by what stands behind them.
_PARTS = frozenset(("faculty", "department"))
_TAILED = frozenset(("embassy", "consulate", "ministry")) | _PARTS
_LOWER_TAIL = frozenset(("the", "of", "and", "foreign"))
# A country before these tells them.
_OF_COUNTRIES = frozenset(("ministry", "parliament"))
_MOST_BEFORE = 5


class Small:
    """Finds names with lower-case heads on one page."""

    def __init__(self, page: Page, names: Names, reach: Reach, quoted: Quoted, named: Named, plural: Plural) -> None:
        self.page = page
        self.names = names
        self.items = reach.items
        self.right = reach.right
        self.seats = reach.seats
        self.quoted = quoted
        self.named = named
        self.plural = plural
        self.scan = page.scan
        self.words = page.tables.words

    def find(self, i: int, head: Head) -> None:
        """Find the name that the lower-case head at word *i* heads."""
        if self.quoted.find(i):
            return
        if head.language == "en" and self.page.language == "en" and self.named.find_beside(i, head):
            return
        if head.order in ("after", "both"):
            self._with_name_behind(i, head)
        elif head.base not in told.PROGRAMMES or not self._find_programme(i, head):
            self._with_name_before(i, head)

    def _with_name_before(self, i: int, head: Head) -> None:
        """Find "the Russian embassy", "the Shandong education department", "the embassies of A and B"."""
        if head.base == "schools" and self.scan.lowers[i - 1] in self.words["lower_inner"]:
            # those of a district in capitals, several of one kind in small letters
            head = replace(self.page.tables.heads["school"], plural=True)
        if head.base == "municipality" and self.scan.lowers[i + 1] != "of":
            self._find_municipality(i, head)
            return
        if head.plural and (self._is_any(i, head) or self.plural.find(i, head)):
            return
        if head.base in _TWINNED and self._find_twinned(i, head):
            return
        if self.scan.lowers[i] in self.words["lower"]:
            at = self._first_small(i)
            first = self._first_capital(at, i)
            if first < at:
                self._find_fronted(first, at, i, head)
            elif head.kind == "post" and at == i and (home := self._whose(i)) is not None:
                self.names.keep(Extent(home, self.seats.behind(i + 1, head), i, head), _RULE, _UNSURE)
            else:
                self._with_tail(i, head)

    def _find_municipality(self, i: int, head: Head) -> None:
        """Find a municipality that acts or is given something: "to the Mariental municipality".

        "In Kotor municipality" is but the place.
        """
        scan, first = self.scan, self._first_capital(i, i)
        acts = scan.lowers[first - 1] == "the" and scan.lowers[first - 2] in _DEALING and scan.joined[first - 1]
        if acts and first < i and not head.plural:
            self.names.keep(Extent(first, i + 1, i, head), _RULE, _UNSURE)

    def _is_any(self, i: int, head: Head) -> bool:
        """Tell whether the plural at word *i* counts what a country has: "three universities of Laos and Nepal"."""
        scan = self.scan
        of_country = scan.lowers[i + 1] == "of" and scan.kinds[i + 2] == "country"
        return of_country and head.kind in _KEPT and scan.lowers[i - 1] not in NATIONAL

    def _find_programme(self, i: int, head: Head) -> bool:
        """Find "the Alder programme"."""
        first = told.programme(self.page, i, self.names.done)
        if first is None:
            return False
        end = self.right.end(i, head) if head.base == "fund" else i + 1
        self.names.keep(Extent(first, end, i, head), _RULE, _UNSURE)
        return True

    def _find_twinned(self, i: int, head: Head) -> bool:
        """Find those who look after a twinning, whose name is written small: "the twinning committee of Kotor"."""
        scan, first, end = self.scan, i - 1, i + 1
        if head.plural or not scan.joined[first] or scan.lowers[first] not in _TWINNING:
            return False
        while first > self.names.done and scan.joined[first - 1] and scan.lowers[first - 1] in _TWINNING:
            first -= 1
        if scan.joined[i] and scan.lowers[end] == "of" and scan.kinds[end + 1] in GEO:
            end = self.items.end(end + 1) or end
        self.names.keep(Extent(first, end, i, head), _RULE, _UNSURE)
        return True

    def _first_small(self, i: int) -> int:
        """Return the first of the small words that say what the head at word *i* is for: "education department"."""
        scan, first, inner = self.scan, i, self.words["lower_inner"]
        while first > self.names.done and scan.joined[first - 1] and scan.lowers[first - 1] in inner:
            first -= 1
        return first

    def _first_capital(self, at: int, i: int) -> int:
        """Return the first of the capital words before word *at* that name the body headed by word *i*."""
        scan, first = self.scan, at
        while first > self.names.done and scan.joined[first - 1] and scan.is_capital[first - 1]:
            before = first - 1
            if self.page.is_opener(before) or scan.lowers[before].endswith(POSSESSIVE):
                break
            if scan.lowers[before] in self.page.offices or before < i - _MOST_BEFORE:
                break
            first = before
        return first

    def _find_fronted(self, first: int, at: int, i: int, head: Head) -> None:
        """Find the name whose capitals begin with word *first* and whose small words with word *at*."""
        scan, kinds = self.scan, self.scan.kinds[first:at]
        if head.base == "delegation" and "region" not in kinds:
            return  # those who came, and no body
        placed = not GEO.isdisjoint(kinds)
        if placed and (at < i or head.kind == "post" or head.base in _OF_COUNTRIES):
            self.names.keep(Extent(first, i + 1, i, head), _RULE, _UNSURE)
        elif head.kind in _KEPT and scan.lowers[i - 1] in _STATELY and i - first > 1:
            self.names.keep(Extent(first, self.right.end(i, head), i, head), _RULE, _UNSURE)

    def _whose(self, i: int) -> int | None:
        """Return where the country begins whose embassy word *i* is: "Peru's embassy in Japan"."""
        scan = self.scan
        country = scan.cover[i - 1] if i > self.names.done else None
        if country is None or country.kind != "country" or not scan.joined[i - 1]:
            return None
        if not scan.lowers[i - 1].endswith(OWNING):
            return None
        return scan.indices(country.start, country.end).start

    def _with_tail(self, i: int, head: Head) -> None:
        """Find "the embassy of Japan", "the ministry of culture of Kazakhstan"."""
        scan, begin = self.scan, i + 2
        if head.base not in _TAILED or head.plural or not scan.joined[i] or scan.lowers[i + 1] != "of":
            return
        if head.base in _PARTS:  # "the faculty of Humanities and Social Sciences"
            end = self.right.end(i, head) if self.page.is_topic(scan.lowers[begin]) else i
            if end > begin and scan.is_capital[begin] and scan.is_capital[end - 1]:
                self.names.keep(Extent(i, end, i, head), _RULE, _UNSURE)
            return
        while scan.joined[begin - 1] and (scan.lowers[begin] in _LOWER_TAIL or scan.lowers[begin] in self.page.topics):
            begin += 1
        stop = self.items.end(begin) if begin < scan.count and scan.joined[begin - 1] else None
        if stop and not GEO.isdisjoint(scan.kinds[begin:stop]):
            self.names.keep(Extent(i, stop, i, head), _RULE, _UNSURE)

    def _with_name_behind(self, i: int, head: Head) -> None:
        """Find names with a lower-case head in languages that write it small: "ministère de la Culture"."""
        if head.plural or head.language != self.page.language or head.language == "de":
            return
        if head.base in _TERRITORIES or self._is_trade(i, head):
            return
        scan, end = self.scan, self.right.end(i, head)
        capitals = [k for k in range(i + 1, end) if scan.is_capital[k] or has_apostrophe(scan.texts[k])]
        if not capitals or (head.weak and all(map(self.page.says_little, capitals))):
            return
        extent = Extent(i, end, i, head)
        if not is_event(self.page, extent):
            self.names.keep(extent, _RULE, _UNSURE if head.weak else _LIKELY, self.names.base(extent))

    def _is_trade(self, i: int, head: Head) -> bool:
        """Tell whether the head at word *i* only says what an office is of: "chef d'orchestre", "jefa de misión".

        Schools bear the names of people, and other houses hardly do: "directrice de la bibliothèque Anne Martin".
        """
        scan, before = self.scan, self.scan.lowers[i - 1]
        if head.kind != "school" and before in _OF_THE:
            front = i - 2 if scan.lowers[i - 2] not in _OF else i - 3
            if front >= 0 and scan.lowers[front] in self.page.offices and self._leads_to_capital(i):
                return self.page.is_given(i + 1)
        elided = has_apostrophe(scan.texts[i])
        front = i - 1 if elided or before not in _OF else i - 2
        if front < 0 or (front == i - 1 and scan.texts[i].isalpha()):
            return False
        led = scan.joined[front] and scan.lowers[front] in self.page.offices
        return led and self._leads_to_capital(i) and self.page.is_given(i + 1)

    def _leads_to_capital(self, i: int) -> bool:
        return self.scan.joined[i] and self.scan.is_capital[i + 1]
