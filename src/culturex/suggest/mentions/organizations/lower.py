"""Find bodies that no capitalised head names: lower-case heads, acronyms, legal forms."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions.organizations import told
from culturex.suggest.mentions.organizations.items import OCCASIONS
from culturex.suggest.mentions.organizations.plural import NATIONAL, coordination
from culturex.suggest.mentions.organizations.quoted import Quoted
from culturex.suggest.mentions.organizations.spans import Extent
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.people import fold

_GEO = ("country", "region", "place")
_SURE, _LIKELY = 0.85, 0.7
# Written small, these are places and not the bodies that govern them: "la ville de Lorient", "il comune di Scicli".
_TERRITORIES = frozenset(
    """
    ville commune communauté région département gouvernement municipio gobierno provincia regione comune governo
    município rede red rete casa haus
    """.split()
)
# Words before an acronym that stands for a body.
_BEFORE_BODIES = frozenset("the of by with from at for".split())
_DASHES = frozenset("-–—/&")
# What parts a legal form from the name: "Motors, Inc.", "Motors Co., Ltd."
_BEFORE_FORMS = frozenset((", ", "., ", ". "))
# What states keep, and the words before it: "the José Rizal National library".
_KEPT = frozenset(("school", "house"))
_STATELY = frozenset("national state central municipal royal regional republican".split())
# Those who look after ties between towns.
_TWINNED = frozenset(("committee", "association", "society", "council", "club", "group"))
_TWINNING = frozenset("twinning twin-town sister-city sister-cities jumelage".split())
_OF = frozenset(("de", "di"))
# An acronym with a country behind it has so many letters at least.
_SHORTEST_BRANCH = 3
_OF_THE = frozenset("la du del della do da dello".split())
# Written small, these have names by what stands behind them.
_PARTS = frozenset(("faculty", "department"))
_TAILED = frozenset(("embassy", "consulate", "ministry")) | _PARTS
_AND = frozenset(("and", "&"))
_LOWER_TAIL = frozenset(("the", "of", "and", "foreign"))


class LowerHeads(Quoted):
    """Finds names with lower-case heads in one document."""

    def _is_event(self, extent: Extent) -> bool:
        """Tell whether capitals after the head make it something else: "Film Commission Award"."""
        scan = self.scan
        counted = scan.texts[extent.first][0].isdigit() and not scan.texts[extent.first].isdigit()
        if counted and scan.joined[extent.end - 1] and scan.lowers[extent.end] in self.tables.words["events"]:
            return True  # "71st Foundation Day", "day", in headlines, too
        for at in range(extent.end, extent.end + 3):
            if not scan.joined[at - 1] or not scan.is_capital[at]:
                return False
            if extent.end - extent.head > 1 and scan.lowers[at] in OCCASIONS:
                return False  # what a body with a field gives
            if scan.lowers[at] in self.tables.words["events"] and not scan.is_title_case(at):
                return True
        return False

    def _says_little(self, i: int) -> bool:
        scan = self.scan
        if not scan.is_capital[i] and not scan.texts[i].replace("’", "'").partition("'")[2][:1].isupper():
            return True
        if scan.kinds[i] in ("country", "region"):
            return "-" not in scan.texts[i]  # "Deutsch-Polnische Gesellschaft"
        return scan.lowers[i] in self.tables.words["links"] or scan.lowers[i] in self.tables.words["articles"]

    def _lower_head(self, i: int, head: Head) -> None:
        """Find "the Russian embassy", "the Shandong education department", "ministère de la Culture"."""
        scan = self.scan
        if self._lower_quoted(i):
            return
        if head.language == "en" and self.document.language == "en":
            beside = self.named.beside(i, self.done)
            if beside is not None:
                spec = Head(head.base, "group", "before", "en")
                self._add(Extent(*beside, beside[0], spec), None, 0.6, "organizations.named")
                return
        if head.order in ("after", "both"):
            self._lower_after(i, head)
            return
        if head.base in told.PROGRAMMES and (first := told.programme(self.reach, i, self.done)) is not None:
            end = self.reach.right(i, head) if head.base == "fund" else i + 1
            self._add(Extent(first, end, i, head), None, 0.6, "organizations.lower_head")
            return
        if head.base == "schools" and scan.lowers[i - 1] in self.tables.words["lower_inner"]:
            # those of a district in capitals, several of one kind in small letters
            head = replace(self.tables.heads["school"], plural=True)
        if head.base == "municipality" and scan.lowers[i + 1] != "of":
            return  # "in Kotor and Budva municipalities", where it takes place
        of_country = head.plural and scan.lowers[i + 1] == "of" and scan.kinds[i + 2] == "country"
        if of_country and head.kind in _KEPT and scan.lowers[i - 1] not in NATIONAL:
            return  # "three universities of Laos and Nepal"
        parts = coordination(self.reach, i, head, self.done)
        if parts:
            for extent, name in parts:
                self._add(extent, name, _SURE, "organizations.coordination")
            self.done = max(e.end for e, _ in parts)
            return
        if head.base in _TWINNED and scan.joined[i - 1] and scan.lowers[i - 1] in _TWINNING and not head.plural:
            self._twinned(i, head)
            return
        if scan.lowers[i] not in self.tables.words["lower"]:
            return
        at = i
        while at - 1 >= self.done and scan.joined[at - 1] and scan.lowers[at - 1] in self.tables.words["lower_inner"]:
            at -= 1
        first = at
        while first - 1 >= self.done and scan.joined[first - 1] and scan.is_capital[first - 1]:
            if self.reach.is_opener(first - 1) or scan.lowers[first - 1].endswith(("'s", "’s")):
                break
            if scan.lowers[first - 1] in self.offices or first - 1 < i - 5:
                break
            first -= 1
        if first == at:
            if head.kind == "post" and at == i and (home := self._whose(i)) is not None:
                end = self.reach.posted(i + 1, head)
                self._add(Extent(home, end, i, head), None, 0.6, "organizations.lower_head")
            else:
                self._lower_with_tail(i, head)
            return
        covered = any(scan.kinds[k] in _GEO for k in range(first, at))
        if head.base == "delegation" and not any(scan.kinds[k] == "region" for k in range(first, at)):
            return  # those who came, and no body
        if covered and (at < i or head.kind == "post" or head.base in ("ministry", "parliament")):
            self._add(Extent(first, i + 1, i, head), None, 0.6, "organizations.lower_head")
        elif head.kind in _KEPT and scan.lowers[i - 1] in _STATELY and i - first > 1:
            self._add(Extent(first, self.reach.right(i, head), i, head), None, 0.6, "organizations.lower_head")

    def _twinned(self, i: int, head: Head) -> None:
        """Find those who look after a twinning, whose name is written small: "the twinning committee of Kotor"."""
        first, end = i - 1, i + 1
        while first > self.done and self.scan.joined[first - 1] and self.scan.lowers[first - 1] in _TWINNING:
            first -= 1
        if self.scan.joined[i] and self.scan.lowers[end] == "of" and self.scan.kinds[end + 1] in _GEO:
            end = self.reach.item(end + 1) or end
        self._add(Extent(first, end, i, head), None, 0.6, "organizations.lower_head")

    def _whose(self, i: int) -> int | None:
        """Return where the country begins whose embassy word *i* is: "Peru's embassy in Japan"."""
        country = self.scan.cover[i - 1] if i > self.done else None
        if country is None or country.kind != "country" or not self.scan.joined[i - 1]:
            return None
        if not self.scan.lowers[i - 1].endswith(("'s", "’s", "s'", "s’")):
            return None
        return self.scan.indices(country.start, country.end).start

    def _stands_alone(self, first: int, last: int) -> bool:
        """Tell whether the known name in words *first* to *last* is no part of a longer one, no label and no shout."""
        scan = self.scan
        text = scan.texts[first]
        if (scan.gaps[last].startswith(":") and scan.begins_sentence(first)) or self._is_part_of_country(first):
            return False
        shouts = text.isupper()
        if shouts and first == last and self.reach.is_shouted(first):
            return False
        before = first - 1
        if not shouts and scan.joined[before] and scan.is_capital[before] and not self._introduces(before):
            return False
        following = last + 1
        if not scan.joined[last] or not scan.is_capital[following] or scan.lowers[following] in self.offices:
            return True
        if text[0] > "\u0400":
            return not scan.texts[following].isupper()  # Cyrillic names have small words behind the first
        if fold(scan.texts[following]) in self.people.given or (shouts and scan.kinds[following] in _GEO):
            return True
        # "Dana Bash of CNN State of the Union"
        return shouts and scan.lowers[before] == "of" and scan.joined[before] and text in self.tables.media

    def _unknown_acronyms(self) -> None:
        """Take acronyms for bodies that stand where a body does: "the NUPI", "NUPI's director", "NUPI said"."""
        scan = self.scan
        for i in self.shorts:
            if scan.kinds[i] is not None or scan.lowers[i] in self.people.words["common"]:
                continue
            if (end := self._national(i)) > i + 1:
                self._add_plain(i, end, scan.span_text(i, end), "organizations.national")
            elif self._acts(i) or self._is_listed(i):
                name = scan.texts[i].removesuffix("'s").removesuffix("’s")
                self._add_plain(i, i + 1, name, "organizations.short")

    def _is_listed(self, i: int) -> bool:
        """Tell whether the acronym at word *i* stands behind or before a body in a list: "the Red Cross, ASX and"."""
        scan, before, after = self.scan, i - 1, i + 1
        if scan.joined[before] and scan.lowers[before] in _AND and not scan.is_capital[before]:
            before -= 1
        if scan.joined[i] and scan.lowers[after] in _AND:
            after += 1
        elif scan.joined[i] or scan.is_title_case(i):
            return False
        after += scan.lowers[after] == "the"
        behind = scan.kinds[before] == "organization" and (before < i - 1 or scan.gaps[before] == ", ")
        ahead = scan.kinds[after] == "organization" and (scan.joined[after - 1] or scan.gaps[i] == ", ")
        return behind or ahead

    def _national(self, i: int) -> int:
        """Return the end of an acronym with the country whose branch it is: "ICOM Pakistan"; *i* + 1 without one."""
        scan, country = self.scan, self.scan.cover[i + 1]
        if not (scan.texts[i].isupper() and len(scan.texts[i]) >= _SHORTEST_BRANCH and scan.joined[i]):
            return i + 1
        if country is None or not (country.kind == "place" or (country.extra or {}).get("form") == "name"):
            return i + 1  # "ICOM Pakistan", "IIT Delhi"
        end = scan.at(country.end - 1) + 1
        goes_on = scan.joined[end - 1] and scan.is_capital[end]
        begins = scan.starts[i + 1] == country.start and not scan.texts[i + 1].isupper()
        inside = scan.texts[end - 1].isalpha() and not scan.is_title_case(i)
        return end if begins and inside and not goes_on else i + 1

    def _acts(self, i: int) -> bool:
        scan = self.scan
        if self.reach.is_shouted(i) or scan.is_title_case(i) or scan.gaps[i][:1] in _DASHES:
            return False
        before = scan.lowers[i - 1] if i and scan.joined[i - 1] else ""
        if i and scan.gaps[i - 1][-1:] in _DASHES:
            return False
        if not scan.joined[i]:
            return before in _BEFORE_BODIES
        after = scan.lowers[i + 1]
        if scan.is_capital[i + 1] or after[0].isdigit():
            return after in self.offices
        if after in self.offices or after in self.people.words["speech"]:
            return True
        return before in _BEFORE_BODIES and (after not in self.people.words["common"] or after.endswith("ly"))

    def _is_part_of_country(self, i: int) -> bool:
        """Tell whether word *i* stands in the longer name of a country: United Arab Emirates."""
        mention = self.scan.cover[i]
        return (
            mention is not None
            and mention.kind == "country"
            and mention.end - mention.start > len(mention.text.split()[0])
        )

    def _introduces(self, i: int) -> bool:
        """Tell whether the capital word *i* may stand before a name that it is no part of: an office, "The"."""
        return self.scan.lowers[i] in self.offices or self.reach.is_opener(i) or self.scan.kinds[i] == "country"

    def _lower_with_tail(self, i: int, head: Head) -> None:
        """Find "the embassy of Japan", "the ministry of culture of Kazakhstan"."""
        scan = self.scan
        if head.base not in _TAILED or head.plural or not scan.joined[i] or scan.lowers[i + 1] != "of":
            return
        if head.base in _PARTS:  # "the faculty of Humanities and Social Sciences"
            end = self.reach.right(i, head) if self.reach.is_topic(scan.lowers[i + 2]) else i
            if end > i + 2 and scan.is_capital[i + 2] and scan.is_capital[end - 1]:
                self._add(Extent(i, end, i, head), None, 0.6, "organizations.lower_head")
            return
        end = i + 2
        topics = self.tables.words["topics"]
        while scan.joined[end - 1] and (scan.lowers[end] in _LOWER_TAIL or scan.lowers[end] in topics):
            end += 1
        stop = self.reach.item(end) if end < scan.count and scan.joined[end - 1] else None
        if stop and any(scan.kinds[k] in _GEO for k in range(end, stop)):
            self._add(Extent(i, stop, i, head), None, 0.6, "organizations.lower_head")

    def _lower_after(self, i: int, head: Head) -> None:
        """Find names with a lower-case head in languages that write it small: "ministère de la Culture"."""
        if head.plural or head.language != self.document.language or head.language == "de":
            return
        if head.base in _TERRITORIES or self._is_trade(i, head):
            return
        end = self.reach.right(i, head)
        capitals = [
            k for k in range(i + 1, end) if self.scan.is_capital[k] or "'" in self.scan.texts[k].replace("’", "'")
        ]
        if not capitals:
            return
        extent = Extent(i, end, i, head)
        if head.weak and all(self._says_little(k) for k in capitals):
            return
        if not self._is_event(extent):
            self._add(
                extent,
                self._name(extent, "'" in self.scan.texts[i].replace("’", "'")),
                0.6 if head.weak else _LIKELY,
                "organizations.lower_head",
            )

    def _is_trade(self, i: int, head: Head) -> bool:
        """Tell whether the head at word *i* only says what an office is of: "chef d'orchestre", "jefa de misión".

        Schools bear the names of people, and other houses hardly do: "directrice de la bibliothèque Anne Martin".
        """
        scan = self.scan
        if head.kind != "school" and scan.lowers[i - 1] in _OF_THE:
            front = i - 2 if scan.lowers[i - 2] not in _OF else i - 3
            if front >= 0 and scan.lowers[front] in self.offices and scan.joined[i] and scan.is_capital[i + 1]:
                return fold(scan.texts[i + 1]) in self.people.given
        at = i - 1 if "'" in scan.texts[i].replace("’", "'") or scan.lowers[i - 1] not in _OF else i - 2
        if at < 0 or (at == i - 1 and scan.texts[i].isalpha()):
            return False
        whose = scan.joined[at] and scan.lowers[at] in self.offices
        return whose and scan.joined[i] and scan.is_capital[i + 1] and fold(scan.texts[i + 1]) in self.people.given

    def _agency(self, i: int) -> None:
        """Find what a state or a province keeps for a field, by both names: "Heritage Malta", "Cycling Vlaanderen"."""
        scan, country = self.scan, self.scan.cover[i + 1]
        if not scan.joined[i] or country is None or country.kind not in _GEO or scan.is_title_case(i):
            return
        province = country.kind != "country"
        if country.start != scan.starts[i + 1] or not (province or (country.extra or {}).get("form") == "name"):
            return
        end = scan.at(country.end - 1) + 1
        if province and ((scan.joined[i - 1] and scan.is_capital[i - 1]) or scan.begins_sentence(i)):
            return  # "Secretary Culture Punjab"
        before, after = scan.joined[i - 1] and scan.is_capital[i - 1], scan.joined[end - 1] and scan.is_capital[end]
        if not after and (not before or self._introduces(i - 1)):
            self._add(
                Extent(i, end, i, Head(scan.lowers[i], "unit", "before", "en")), None, _LIKELY, "organizations.agency"
            )

    def _by_form(self, i: int) -> None:
        """Find bodies by a legal form: "ANO Pro.Asia", "Acme Ltd"."""
        scan, lower = self.scan, self.scan.lowers[i]
        if scan.texts[i].isupper() and lower in self.tables.words["legal_before"]:
            if i + 1 < scan.count and scan.joined[i] and scan.lowers[i + 1] in self.tables.heads:
                return  # "NGO Committee on the Status of Women"
            end = self.reach.quoted(i + 1) or i + 1
            while end < scan.count and (scan.joined[end - 1] or scan.gaps[end - 1] == ".") and scan.is_capital[end]:
                if scan.lowers[end] in self.offices or end - i > 5:
                    break
                end += 1
            if end > i + 1:
                self._add(
                    Extent(i, end, i, Head("company", "group", "before", "en")),
                    None,
                    _LIKELY,
                    "organizations.legal_form",
                )
                return
        if lower in self.tables.words["legal_after"] and scan.is_capital[i] and i > self.done:
            spec = Head("company", "group", "before", "en")
            if not scan.joined[i - 1] and scan.gaps[i - 1] not in _BEFORE_FORMS:
                self._quoted_before(i, most=0)  # '"Nairpost" CJSC'
                return
            first = self.reach.left(i if scan.joined[i - 1] else i - 1, spec, self.done)
            if not all(word in self.tables.words["firms"] for word in scan.lowers[first:i]):
                self._add(Extent(first, i + 1, i, spec), None, _LIKELY, "organizations.legal_form")
