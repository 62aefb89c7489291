"""Find names by the plain words beside them: "the choir Ekwaluko", "Norec, the agency for exchanges", "CEO of Norec".

In: the word index of a lower-case head or of one who leads. Out: whether a name was found and kept.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import COMPANY, Extent
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import LINKING, POSSESSIVE, Page
from culturex.suggest.mentions.words.bodies import Head

# Heads that a name follows or goes before; with these words before them, some that say less.
_BESIDE = frozenset(
    """
    ensemble choir orchestra quartet quintet sextet trio troupe collective foundation association publisher studio
    theatre theater ballet gallery charity ngo organisation organization chorus
    """.split()
)
_WITH_KIND = {
    "house": frozenset({"publishing", "fashion", "auction"}),
    "company": frozenset({"theatre", "theater", "dance", "production", "film", "puppet", "circus", "opera", "ballet"}),
    "group": frozenset({"folk", "theatre", "theater", "dance", "music", "vocal", "folklore", "rock", "drama", "art"})
    | frozenset(
        """
        drum drumming percussion string choral taiko capoeira samba gamelan puppet acrobatic folkloric tambourine guitar
        flute singing mime ballet circus traditional
        """.split()
    ),
    "band": frozenset({"rock", "folk", "jazz", "brass", "wind", "marching"}),
    "club": frozenset({"football", "chess", "sports", "rowing", "judo", "mountaineering", "film"}),
    "society": frozenset({"folklore", "choral", "friendship", "cultural"}),
}
# What one word before these tells is a trade or a thing: "Bollywood director", "Bundesliga chief".
_OF_TRADES = frozenset(("director", "chief"))
# What stands before these and those: "the Rawabi folk troupe".
_KINDS = frozenset().union(*_WITH_KIND.values()) | {"string", "chamber", "children's", "youth", "church", "gospel"}
# Told by where they are from alone.
_FROM_PLACES = frozenset({"group", "company", "band", "duo"})
_PLACES = frozenset({"country", "place"})
# Heads of appositions: "Norec, the Norwegian agency for exchange cooperation".
_TOLD = _BESIDE | frozenset(
    """
    agency company fund museum institute school university council club society group band house network centre center
    """.split()
)
_BEHIND_TOLD = frozenset(
    """
    for of in from that which based founded behind with here there whose who run set working active dedicated devoted
    """.split()
)
# Houses and schools that stand small behind their names: "the Brookfielder school", "the Nautilus diving center".
_SMALL = frozenset("school college academy centre center museum library institute hospital".split())
_SORTS = frozenset(
    """
    diving sports sport cultural language music art arts dance training community youth medical health primary secondary
    high middle elementary grammar nursery research information nature science history local village
    """.split()
)
_COVERED = frozenset(("country", "region", "place", "date", "organization"))
_ARTICLES = ("the", "a", "an")
_COPULAS = frozenset(("is", "was"))
_MOST = 4
_QUOTE_ENDS, _QUOTE_BEGINS = frozenset(('", ', "”, ", "», ", ",” ", '," ')), frozenset('"“«„')
# What is told before a name: "the Sukhishvili ensemble", and with a kind between "to send Al Rawabi folk troupe".
_BEFORE = frozenset(("the", "and", "with", "by", "of"))
_CONFIDENCE = 0.6


class Named:
    """Reads names beside plain words on one page."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names
        self.scan = page.scan
        self.tables = page.tables

    def find_beside(self, i: int, head: Head) -> bool:
        """Find the name that the lower-case head at word *i* tells."""
        words = self._beside(i)
        if words is not None:
            spec = Head(head.base, "group", "before", "en")
            self.names.keep(Extent(*words, words[0], spec), "organizations.named", _CONFIDENCE)
        return words is not None

    def find_led(self, i: int) -> None:
        """Find the body that the leader at word *i* leads: "Segodnya head Dmitry", "CEO of Segodnya"."""
        if not self.scan.joined[i]:
            return
        words = self._led_behind(i) if self.scan.lowers[i + 1] in ("of", "at") else self._led_before(i)
        if words is not None:
            self.names.keep(Extent(*words, words[0], COMPANY), "organizations.led", _CONFIDENCE)

    def _beside(self, i: int) -> tuple[int, int] | None:
        """Return the words of the name that stands beside the head at word *i*, or which it stands in apposition to."""
        scan, lower = self.scan, self.scan.lowers[i]
        told = i > 0 and scan.joined[i - 1]
        # "the neo-folk group Arva" as well as "the folk group Arva"
        kind = told and scan.lowers[i - 1].rpartition("-")[2] in _WITH_KIND.get(lower, _KINDS)
        # "the Bogotá group Cuerpo Abierto"
        placed = told and lower in _FROM_PLACES and scan.kinds[i - 1] in _PLACES
        if lower in _BESIDE or kind or placed:
            end = self._end_from(i + 1, plain=True)
            if end > i + 1 and scan.joined[i]:
                return i + 1, end
            first = self._first_before(i - 1 if kind else i, i + 1)
            if first is not None:
                return first, i + 1
        if lower in _SMALL and told and not scan.is_title_case(i):
            at = i - 1 if scan.lowers[i - 1] in _SORTS else i
            first = self._first_before(at, i + 1) if at and scan.joined[at - 1] else None
            if first is not None and scan.lowers[first - 1] == "the":
                return first, i + 1
        return self._apposed(i) if lower in _TOLD else None

    def _led_behind(self, i: int) -> tuple[int, int] | None:
        """Return the words of a name behind the leader at word *i*: "the secretary of the Manipuri Jagoi Marup"."""
        scan, words = self.scan, self.tables.words
        presided = scan.lowers[i] in words["presided"]
        if not scan.joined[i + 1] or not (presided or scan.lowers[i] in words["led"]):
            return None
        begin = i + 3 if presided and scan.lowers[i + 2] == "the" and scan.joined[i + 2] else i + 2
        end = self._end_from(begin)
        whole = end < scan.count and not (scan.joined[end - 1] and scan.is_capital[end])
        return (begin, end) if end > begin + presided and whole else None

    def _led_before(self, i: int) -> tuple[int, int] | None:
        """Return the words of a name before the leader at word *i*: "Segodnya head Dmitry"."""
        scan, floor = self.scan, self.names.done
        if scan.lowers[i] not in self.tables.words["leaders"] or not scan.is_capital[i + 1]:
            return None
        if scan.lowers[i + 1] in self.page.common or scan.is_title_case(i):
            return None
        last = i - 1
        while last > floor and scan.joined[last] and scan.lowers[last] in self.page.people.words["modifiers"]:
            last -= 1
        first = last + 1
        while first > floor and scan.joined[first - 1] and last - first < _MOST - 1 and self._may_name(first - 1):
            first -= 1
        if first > last or self.page.is_given(first):
            return None
        if self._tells_field(first - 1):
            first -= 1  # "Cycling Vlaanderen director"
        # "Bollywood director", "MOTAC director": a trade; an acronym, which is joined to its full name.
        if first == last and (scan.lowers[i] in _OF_TRADES or scan.texts[first].isupper()):
            return None
        whole = not (first and scan.joined[first - 1] and scan.is_capital[first - 1])
        return (first, last + 1) if whole else None

    def _tells_field(self, i: int) -> bool:
        """Tell whether capital word *i* is the field in a name that no table knows, and begins no sentence."""
        scan, lower, words = self.scan, self.scan.lowers[i], self.tables.words
        if i <= self.names.done or not scan.joined[i] or not scan.is_capital[i] or scan.kinds[i] is not None:
            return False
        return (lower in words["agencies"] or lower in words["topics"]) and not scan.begins_sentence(i)

    def _end_from(self, begin: int, *, plain: bool = False) -> int:
        """Return the end of the name that begins at word *begin*, which may hold *plain* words behind the first."""
        scan, end = self.scan, begin
        while end < scan.count and end - begin < _MOST and (end == begin or scan.joined[end - 1]):
            if not self._may_name(end) and not (end > begin and self._goes_on(end, plain=plain)):
                break
            end += 1
        while end > begin and not scan.is_capital[end - 1]:
            end -= 1
        return end if not self._is_person(begin, end) else begin

    def _first_before(self, head: int, end: int) -> int | None:
        """Return the first capital word before the words from *head* to *end*: "the Sukhishvili ensemble"."""
        scan, first = self.scan, head
        while first > self.names.done and scan.joined[first - 1] and head - first < _MOST and self._may_name(first - 1):
            first -= 1
        if first == head or self._is_person(first, head) or scan.begins_sentence(first):
            return None
        if not first or not scan.joined[first - 1]:
            return None
        has_kind = end - head > 1
        return first if has_kind or scan.lowers[first - 1] in _BEFORE else None

    def _apposed(self, i: int) -> tuple[int, int] | None:
        """Return the name before ", the Norwegian agency for"; the head is word *i*."""
        scan, at, floor = self.scan, i, self.names.done
        if i + 1 >= scan.count or not scan.joined[i] or scan.lowers[i + 1] not in _BEHIND_TOLD:
            return None
        while at > floor and i - at < _MOST and scan.joined[at - 1] and scan.lowers[at] not in _ARTICLES:
            at -= 1
        told = scan.lowers[at] in _ARTICLES
        if at > floor and scan.gaps[at - 1] in _QUOTE_ENDS and (told or at == i):
            return self._in_quotes(at)
        if scan.lowers[at - 1] in _COPULAS and scan.lowers[at - 2] == "which" and scan.joined[at - 2]:
            at -= 2  # "Lipka, which is the folk band of the place"
        if at <= floor or not told or scan.gaps[at - 1] != ", ":
            return None
        first = self._first_of_apposed(at)
        fits = first < at and not self.page.is_given(first) and not scan.begins_sentence(first)
        return (first, at) if fits else None

    def _first_of_apposed(self, end: int) -> int:
        """Return the first word of the name that ends before word *end*; *end* where there is none."""
        scan, first = self.scan, end
        while first > self.names.done and (first == end or scan.joined[first - 1]) and end - first < _MOST:
            if not self._may_name(first - 1) and not self._goes_on(first - 1, plain=True):
                break
            first -= 1
        while first < end and not self._may_name(first):  # "Ferra Care", but no "Care"
            first += 1
        return first

    def _in_quotes(self, end: int) -> tuple[int, int] | None:
        """Return the words of the quotation that ends before word *end*: '"Lipka", the folk band of the place'."""
        scan = self.scan
        for first in range(end - 1, max(end - _MOST, self.names.done) - 1, -1):
            if scan.text[max(0, scan.starts[first] - 1) : scan.starts[first]] in _QUOTE_BEGINS:
                return (first, end) if scan.is_capital[first] else None
            if not scan.joined[first - 1]:
                return None
        return None

    def _goes_on(self, i: int, *, plain: bool) -> bool:
        """Tell whether word *i* may stand inside a name: small words, and *plain* ones in capitals ("Arada Son")."""
        scan, lower = self.scan, self.scan.lowers[i]
        if lower in LINKING:
            return True
        if not plain or not scan.is_capital[i] or lower in self.page.offices or lower in self.tables.heads:
            return False
        return lower in self.page.common and scan.kinds[i] is None and not scan.is_title_case(i)

    def _may_name(self, i: int) -> bool:
        """Tell whether capital word *i* may be of a name that no table knows."""
        scan, lower = self.scan, self.scan.lowers[i]
        return (
            scan.is_capital[i]
            and scan.kinds[i] not in _COVERED
            and lower not in self.page.offices
            and lower not in self.tables.heads
            and not lower.endswith(POSSESSIVE)
            and lower not in self.page.people.words["honorifics"]
            and lower not in self.page.common
            and not self.page.is_opener(i)
            and not scan.is_title_case(i)
        )

    def _is_person(self, first: int, end: int) -> bool:
        return end - first > 1 and self.page.is_given(first)
