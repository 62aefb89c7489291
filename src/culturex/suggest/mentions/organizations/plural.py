"""Take coordinated bodies apart: "the Ministries of Culture of Armenia and Kazakhstan" are two ministries.

In: the word index of a plural head. Out: whether it names bodies, each of which is kept by its own name.
"""

from __future__ import annotations

import re

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.organizations.reach import Reach
from culturex.suggest.mentions.scan import GEO, squeezed
from culturex.suggest.mentions.words.bodies import Head

_SURE = 0.85
# What leads from a plural head to a list, and on from the part that the listed share.
_TO_LISTS, _ON = ("of", "de", "der", "für", "for"), ("of", "de", "der")
_FOR = "for"
_ARTICLES = ("the", "la", "los", "el", "der")
_JOINERS = ("and", "y", "e", "et", "und", "&")
# "twelve embassies take part, those of Vietnam and Tunisia": the list stands so near behind its head (characters). It
# begins with one set of characters, so that ``re`` leaps from one to the next.
_THOSE = re.compile(r"[tcl](?<![^\s,].)(?:(?<=t)hose of|(?<=c)elles de|(?<=l)as de) ")
_NEAR, _ENDS = 90, frozenset(".!?\n")
_MOST_ITEMS = 40
# How the full name of a state begins, what leads to its country, and how many words the whole has.
_STATES = frozenset(("República", "Reino", "Repubblica", "Regno", "République", "Royaume"))
_TO_STATES, _LONGEST_STATE = frozenset(("de", "del", "do", "da", "di", "du", "d")), 6
# "los museos nacionales de Chile y Perú": plurals of what is national, and what one of them is.
_NATIONALS = {
    "nacionales": "nacional",
    "nacionais": "nacional",
    "nazionali": "nazionale",
    "nationales": "nationale",
    "nationaux": "national",
}
# What a country has one of: "the national libraries of A and B".
NATIONAL = frozenset(("national", "royal", "central"))
# With the article, states are told by these names.
_FULL_NAMES = ("Republic", "Kingdom", "State")
# The kinds of bodies of which a town may have many.
_MANY_IN_A_TOWN = frozenset(("house", "group"))
# A lower-case plural after an item makes it generic: "Embassies of EU countries".
_GENERIC = ("countries", "states", "members", "nations", "cities", "países", "pays", "länder")
# "International Organizations", "Cultural Institutions" are no body, but a kind of them.
_GENERAL = frozenset(("organizations", "organisations", "institutions"))
_KINDS_OF_BODIES = frozenset(
    "international regional public cultural educational other governmental non-governmental multilateral social".split()
)


def _turkish_title(word: str) -> str:
    """Return a Turkish *word* with a capital, which of "i" has its dot: "İl Meclisi"."""
    return ("İ" if word[0] == "i" else word[0].upper()) + word[1:]


class Plural:
    """Takes plurals apart on one page."""

    def __init__(self, page: Page, names: Names, reach: Reach) -> None:
        self.page = page
        self.names = names
        self.items = reach.items
        self.right = reach.right
        self.scan = page.scan
        self.tables = page.tables

    def find(self, i: int, head: Head) -> bool:
        """Find the bodies that the plural head at word *i* names."""
        if head.language == "tr":
            parts = self._countries_before(i, head)
        else:
            parts = self._items_after(i, head) or self._items_before(i, head) or self._those_of(i, head)
        for extent, name in parts:
            self.names.keep(extent, "organizations.coordination", _SURE, name)
        return bool(parts)

    def is_general(self, i: int) -> bool:
        """Tell whether the plural at word *i* names no body: "Ministries of Justice", "International Organizations"."""
        scan, first = self.scan, i
        if scan.lowers[i] == "ministries":
            return True
        if scan.joined[first - 1] and scan.is_capital[first - 1]:
            first -= 1
        if first == i and scan.joined[i] and scan.lowers[i + 1] == "of":
            stop = self.right.end(i, self.tables.heads[scan.lowers[i]])
            return not any(kind in GEO for kind in scan.kinds[i:stop])
        return first < i and scan.lowers[i] in _GENERAL and scan.lowers[i - 1] in _KINDS_OF_BODIES

    def _items_after(self, i: int, head: Head) -> list[tuple[Extent, str]]:
        """Read "Embassies of Serbia, The Philippines and Brazil" and "Ministries of Culture of A and B"."""
        scan, link, stem = self.scan, i + 1, ""
        if (national := _NATIONALS.get(scan.lowers[link])) and scan.joined[i]:
            link, stem = link + 1, " " + (national.capitalize() if scan.is_capital[i + 1] else national)
        while link < scan.count and scan.joined[link - 1] and scan.lowers[link] in _TO_LISTS:
            items = self._list(link + 1)
            if len(items) > 1:
                return (
                    []
                    if not stem and self._is_any_of_places(i, head, items)
                    else self._named(i, head, stem, link, items)
                )
            more = items[0][1] if items else link
            if not items or more >= scan.count or not scan.joined[more - 1] or scan.lowers[more] not in _ON:
                return []
            stem += " " + scan.span_text(link, more)
            link = more
        return []

    def _is_any_of_places(self, i: int, head: Head, items: list[tuple[int, int]]) -> bool:
        """Tell whether houses or groups written small are those of towns, whatever their names: "the museums of A"."""
        scan = self.scan
        if head.kind not in _MANY_IN_A_TOWN or (scan.is_capital[i] and not scan.begins_sentence(i)):
            return False
        if i and scan.joined[i - 1] and scan.lowers[i - 1] in NATIONAL:
            return False
        return all(scan.kinds[first] in GEO for first, _ in items)

    def _those_of(self, i: int, head: Head) -> list[tuple[Extent, str]]:
        """Read "twelve embassies have come in as partners, those of Vietnam, Tunisia and Lebanon"."""
        scan, end = self.scan, self.scan.ends[i]
        those = _THOSE.search(scan.text, end, end + _NEAR)
        if those is None or not _ENDS.isdisjoint(scan.text[end : those.start()]):
            return []
        link = scan.at(those.end() - 2)
        items = self._list(link + 1)
        is_list = len(items) > 1 and all(scan.kinds[first] in GEO for first, _ in items)
        return self._named(i, head, "", link, items) if is_list else []

    def _named(
        self, i: int, head: Head, stem: str, link: int, items: list[tuple[int, int]]
    ) -> list[tuple[Extent, str]]:
        """Return the bodies of the plural at word *i*, one for each of *items*, which *link* leads to."""
        scan = self.scan
        # "Ministries of Culture and Education of A": topics, not parties.
        if head.kind == "unit" and all(self.page.is_topic(scan.lowers[first]) for first, _ in items):
            return []
        # "Centers for Disease Control and Prevention" are for both
        if scan.lowers[link] == _FOR and not any(scan.kinds[first] in GEO for first, _ in items):
            return []
        single = self._single(i, head, stem)
        if single is None:
            return []
        has_article = scan.lowers[link + 1] == "the"
        found = []
        for k, (first, end) in enumerate(items):
            begin = first if k else i
            own = self._of_state(first, end, national=stem[1:].casefold() in _NATIONALS.values())
            article = "the " if has_article and own.startswith(_FULL_NAMES) else ""
            found.append((Extent(begin, end, begin, head), f"{single}{stem} {scan.texts[link]} {article}{own}"))
        return found

    def _of_state(self, first: int, end: int, *, national: bool) -> str:
        """Return the country told in words *first* to *end* behind "de": "la República de Chile", or "Chile".

        A state has one *national* museum, whose name has the country's short one.
        """
        country = self._state(first)
        if country is None:
            return squeezed(self.scan.span_text(first, end))
        begin = country if national else first - (self.scan.lowers[first - 1] in _ARTICLES)
        return squeezed(self.scan.span_text(begin, end))

    def _state(self, first: int) -> int | None:
        """Return where the country begins that is told in full from word *first* on: "República Islámica de Irán"."""
        scan = self.scan
        if scan.texts[first] not in _STATES:
            return None
        for at in range(first + 1, min(first + _LONGEST_STATE, scan.count)):
            if not scan.joined[at - 1]:
                return None
            if scan.kinds[at] == "country" and scan.lowers[at - 1] in _TO_STATES:
                return at
            if not scan.is_capital[at] and scan.lowers[at] not in _TO_STATES:
                return None
        return None

    def _single(self, i: int, head: Head, stem: str) -> str | None:
        """Return what one of the bodies at word *i* is; None for ministries of which nothing is told but whose.

        "the national libraries of A and B", "foreign ministries of A and B"; "the ministries of A and B" are all.
        """
        scan, single = self.scan, head.base.capitalize()
        before = scan.lowers[i - 1] if scan.joined[i - 1] else ""
        national = before in NATIONAL and not scan.is_capital[i]
        ministry = not stem and head.base == "ministry"
        if ministry and before not in self.tables.words["lower_inner"]:
            return None
        return f"{scan.texts[i - 1].capitalize()} {single}" if national or ministry else single

    def _list(self, begin: int) -> list[tuple[int, int]]:
        """Return the spans of a list of capitalised items: A, the B and C."""
        scan = self.scan
        items: list[tuple[int, int]] = []
        at = begin
        while at < scan.count and len(items) < _MOST_ITEMS:
            while at < scan.count and scan.lowers[at] in _ARTICLES and not scan.is_capital[at]:
                at += 1
            end = self._item(at) if at < scan.count else None
            if end is None:
                break
            if end < scan.count and scan.joined[end - 1] and scan.lowers[end] in _GENERIC:
                return []
            if not (items and self._is_country_of(items[-1][0], at)):
                items.append((at, end))
            following = self._next(begin, end)
            if following is None:
                break
            at = following
        return items

    def _is_country_of(self, place: int, at: int) -> bool:
        """Tell whether the country at word *at* only says where the *place* before a comma lies: "Bonn, Germany"."""
        scan = self.scan
        town, country = scan.cover[place], scan.cover[at]
        if town is None or country is None or town.kind != "place" or country.kind != "country":
            return False
        return scan.gaps[at - 1] == ", " and town.value.get("country") == country.value

    def _item(self, at: int) -> int | None:
        """Return the end of the item of a list that begins at word *at*; None for a body and for small words."""
        scan = self.scan
        if not scan.is_capital[at] and scan.lowers[at] in self.page.topics:
            return at + 1
        if scan.texts[at] == "The" and at + 1 < scan.count:
            return self.items.end(at + 1)
        state = self._state(at)
        end = self.items.end(at if state is None else state)
        return None if end is None or self.page.has_head(at, end) else end

    def _next(self, begin: int, end: int) -> int | None:
        """Return where the next item of the list from word *begin* on stands; None where the list ends at *end*."""
        scan = self.scan
        if end >= scan.count:
            return None
        gap, joins = scan.gaps[end - 1], scan.lowers[end] in _JOINERS
        if gap in (", ", " & ") and not joins:
            return end
        if not joins or (gap != ", " and not scan.joined[end - 1]):
            return None
        at = end + 1
        # "the Embassies of A and of B"
        again = scan.lowers[at] == scan.lowers[begin - 1] and scan.is_capital[begin - 2]
        return at + (again and scan.joined[end] and scan.joined[at])

    def _items_before(self, i: int, head: Head) -> list[tuple[Extent, str]]:
        """Read "the Armenian and Kazakh Ministries of Culture" and "Peking and Tsinghua Universities"."""
        scan, floor = self.scan, self.names.done
        last = self._end_of_second(i)
        if last - 2 < floor or not scan.joined[last] or not scan.is_capital[last]:
            return []
        kind = "".join([f"{text} " for text in scan.texts[last + 1 : i]])
        begin = self._first_of_second(last)
        joiner, left = begin - 1, begin - 2
        if left < floor or scan.lowers[joiner] not in _JOINERS or not scan.joined[joiner] or not scan.joined[left]:
            return []
        if (
            not scan.is_capital[left]
            or scan.lowers[left] in self.tables.heads
            or scan.lowers[left] in self.page.offices
        ):
            return []
        if head.kind != "school" and scan.kinds[left] not in GEO and scan.kinds[begin] not in GEO:
            return []
        first = left
        while first > floor and scan.joined[first - 1] and scan.is_capital[first - 1]:
            if self.page.is_opener(first - 1):
                break
            first -= 1
        end = self.right.end(i, head)
        tail = scan.span_text(i + 1, end) if end > i + 1 else ""
        single = f"{kind}{head.base if kind else head.base.capitalize()} {tail}".strip()
        one = f"{scan.span_text(first, joiner)} {single}"
        two = f"{scan.span_text(begin, last + 1)} {single}"
        return [(Extent(first, joiner, left, head), one), (Extent(begin, end, i, head), two)]

    def _countries_before(self, i: int, head: Head) -> list[tuple[Extent, str]]:
        """Read the Turkish "Peru, Şili ve Kosta Rika büyükelçilikleri": each country has one."""
        scan, found, last = self.scan, [], i
        while last > self.names.done:
            country = scan.cover[last - 1]
            if country is None or country.kind != "country" or country.end != scan.ends[last - 1]:
                break
            first = scan.indices(country.start, country.end).start
            found.append((Extent(first, last, first, head), f"{country.text} {_turkish_title(head.base)}"))
            joiner = first - 1
            if scan.gaps[joiner] == ", ":
                last = first
            elif scan.lowers[joiner] == "ve" and scan.joined[joiner] and scan.joined[joiner - 1]:
                last = joiner
            else:
                break
        return found[::-1] if len(found) > 1 else []

    def _end_of_second(self, i: int) -> int:
        """Return the last word of the second name before the plural at word *i*: "Berg and Lane middle schools"."""
        scan, last, inner = self.scan, i - 1, self.tables.words["lower_inner"]
        while last > self.names.done and scan.joined[last] and scan.lowers[last] in inner and not scan.is_capital[last]:
            last -= 1
        return last

    def _first_of_second(self, last: int) -> int:
        """Return the first word of the second name, which ends with word *last*: a country, a town, capitals."""
        scan, floor, begin = self.scan, self.names.done, last
        while begin > floor and scan.joined[begin - 1] and scan.is_capital[begin - 1] and scan.kinds[begin] not in GEO:
            begin -= 1
        town = scan.cover[begin]
        if town is not None and town.kind == "place":
            begin = max(floor, scan.indices(town.start, town.end).start)
        return begin
