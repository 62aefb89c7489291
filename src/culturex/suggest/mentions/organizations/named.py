"""Find names by the plain words beside them: "the choir Ekwaluko", "Norec, the agency for exchanges"."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest.mentions.organizations.left import Leftward
from culturex.suggest.mentions.words.people import fold

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
_PARTICLES = frozenset("de del da do di du des der den la las los le les of and y e el al".split())
_GEO = ("country", "region", "place", "date", "organization")
_COPULAS = frozenset(("is", "was"))
_MOST = 4
_QUOTE_ENDS, _QUOTE_BEGINS = frozenset(('", ', "”, ", "», ", ",” ", '," ')), frozenset('"“«„')
# What stands between the words that initials spell, and so many words at most.
_INSIDE = frozenset(("-", "–", " & ", ", "))
_SPELLED_AROUND = _PARTICLES | frozenset("for the in on to a und für von".split())
_MOST_SPELLED = 12


class Named(Leftward):
    """Reads names beside lower-case heads in one document."""

    def beside(self, i: int, floor: int) -> tuple[int, int] | None:
        """Return the words of the name that the lower-case head at word *i* tells; None where there is none."""
        scan = self.scan
        lower = scan.lowers[i]
        told = i > 0 and scan.joined[i - 1]
        # "the neo-folk group Arva" as well as "the folk group Arva"
        kind = told and scan.lowers[i - 1].rpartition("-")[2] in _WITH_KIND.get(lower, _KINDS)
        # "the Bogotá group Cuerpo Abierto"
        sure = lower in _BESIDE or kind or (told and lower in _FROM_PLACES and scan.kinds[i - 1] in _PLACES)
        if sure:
            end = self._run_from(i + 1, plain=True)
            if end > i + 1 and scan.joined[i]:
                return i + 1, end
            first = self._run_before(i - 1 if kind else i, i + 1, floor)
            if first is not None:
                return first, i + 1
        if lower in _SMALL and told and not scan.is_title_case(i):
            at = i - 1 if scan.lowers[i - 1] in _SORTS else i
            first = self._run_before(at, i + 1, floor) if at and scan.joined[at - 1] else None
            if first is not None and scan.lowers[first - 1] == "the":
                return first, i + 1
        return self._apposed(i, floor) if lower in _TOLD else None

    def led(self, i: int, floor: int) -> tuple[int, int] | None:
        """Return the words of the body that the leader at word *i* leads: "Segodnya head Dmitry", "CEO of Segodnya"."""
        scan = self.scan
        if i + 1 >= scan.count or not scan.joined[i]:
            return None
        after = scan.lowers[i + 1]
        presided = scan.lowers[i] in self.tables.words["presided"]
        if after in ("of", "at") and (presided or scan.lowers[i] in self.tables.words["led"]) and scan.joined[i + 1]:
            # "the secretary of the Manipuri Jagoi Marup"
            begin = i + 3 if presided and scan.lowers[i + 2] == "the" and scan.joined[i + 2] else i + 2
            end = self._run_from(begin)
            whole = end < scan.count and not (scan.joined[end - 1] and scan.is_capital[end])
            return (begin, end) if end > begin + presided and whole else None
        if scan.lowers[i] not in self.tables.words["leaders"] or not scan.is_capital[i + 1]:
            return None
        if after in self.common or scan.is_title_case(i):
            return None
        last = i - 1
        while last > floor and scan.joined[last] and scan.lowers[last] in self.people.words["modifiers"]:
            last -= 1
        first = last + 1
        while first > floor and scan.joined[first - 1] and last - first < _MOST - 1 and self._may_name(first - 1):
            first -= 1
        if first > last or fold(scan.texts[first]) in self.people.given:
            return None
        # "Cycling Vlaanderen director"
        field = first - 1
        if field > floor and scan.joined[field] and scan.is_capital[field] and self._tells_field(field):
            first = field
        # "Bollywood director", "MOTAC director": a trade; an acronym, which is joined to its full name.
        if first == last and (scan.lowers[i] in _OF_TRADES or scan.texts[first].isupper()):
            return None
        whole = not (first and scan.joined[first - 1] and scan.is_capital[first - 1])
        return (first, last + 1) if whole else None

    def spelled_out(self, shorts: list[int]) -> Iterator[tuple[int, int]]:
        """Return the words of names that no table knows and initials behind spell: "Archaeological Survey of X (ASX)".

        *shorts* are the words in capitals that may be acronyms.
        """
        scan = self.scan
        for i in shorts:
            if i and scan.gaps[i - 1] == " (" and scan.gaps[i].startswith(")") and scan.kinds[i] is None:
                first = self._spelled(i, scan.texts[i])
                if first is not None:
                    yield first, i

    def _spelled(self, end: int, initials: str) -> int | None:
        """Return where the name before word *end* begins whose capitals are the *initials*; None for none."""
        scan, at, left = self.scan, end, initials
        while left and at > 0 and end - at < _MOST_SPELLED:
            if at < end and not (scan.joined[at - 1] or scan.gaps[at - 1] in _INSIDE):
                return None
            at -= 1
            if scan.kinds[at] == "organization" or scan.lowers[at] in self.tables.words["events"]:
                return None
            if scan.is_capital[at]:
                told = "".join([part[:1] for part in scan.texts[at].split("-") if part[:1].isupper()])
                if not left.endswith(told) or scan.lowers[at] in self.offices:
                    return None
                left = left.removesuffix(told)
            elif scan.lowers[at] not in _SPELLED_AROUND:
                return None
        before = at - 1
        whole = not left and not (scan.joined[before] and scan.is_capital[before] and not self.is_opener(before))
        party = scan.kinds[at] in ("country", "region") and scan.cover[at] is scan.cover[end - 1]
        return at if whole and not party else None

    def _tells_field(self, i: int) -> bool:
        """Tell whether capital word *i* may be the field in a name that no table knows, and begins no sentence."""
        scan, lower = self.scan, self.scan.lowers[i]
        fields = self.tables.words["agencies"] | self.tables.words["topics"]
        return lower in fields and scan.kinds[i] is None and not scan.begins_sentence(i)

    def _run_from(self, begin: int, *, plain: bool = False) -> int:
        """Return the end of the name that begins at word *begin*, which may hold *plain* words behind the first."""
        scan, end = self.scan, begin
        while end < scan.count and end - begin < _MOST and (end == begin or scan.joined[end - 1]):
            if not self._may_name(end) and not (end > begin and self._goes_on(end, plain)):
                break
            end += 1
        while end > begin and not scan.is_capital[end - 1]:
            end -= 1
        return end if not self._is_person(begin, end) else begin

    def _run_before(self, head: int, end: int, floor: int) -> int | None:
        """Return the first capital word before the words from *head* to *end*: "the Sukhishvili ensemble"."""
        scan, first = self.scan, head
        while first > floor and scan.joined[first - 1] and head - first < _MOST and self._may_name(first - 1):
            first -= 1
        if first == head or self._is_person(first, head) or scan.begins_sentence(first):
            return None
        before = first and scan.joined[first - 1]
        # "the Sukhishvili ensemble", and with a kind between also "to send Al Rawabi folk troupe"
        told = before and scan.lowers[first - 1] in ("the", "and", "with", "by", "of")
        is_kind = end - head > 1
        return first if told or (is_kind and before) else None

    def _apposed(self, i: int, floor: int) -> tuple[int, int] | None:
        """Return the name before ", the Norwegian agency for"."""
        scan, at = self.scan, i
        if i + 1 >= scan.count or not scan.joined[i] or scan.lowers[i + 1] not in _BEHIND_TOLD:
            return None
        while at > floor and i - at < _MOST and scan.joined[at - 1] and scan.lowers[at] not in ("the", "a", "an"):
            at -= 1
        told = scan.lowers[at] in ("the", "a", "an")
        if at > floor and scan.gaps[at - 1] in _QUOTE_ENDS and (told or at == i):
            return self._in_quotes(at, floor)
        if scan.lowers[at - 1] in _COPULAS and scan.lowers[at - 2] == "which" and scan.joined[at - 2]:
            at -= 2  # "Lipka, which is the folk band of the place"
        if at <= floor or not told or scan.gaps[at - 1] != ", ":
            return None
        first = at
        while (
            first > floor
            and (first == at or scan.joined[first - 1])
            and at - first < _MOST
            and (self._may_name(first - 1) or self._goes_on(first - 1, plain=True))
        ):
            first -= 1
        while first < at and not self._may_name(first):  # "Ferra Care", but no "Care"
            first += 1
        known = fold(scan.texts[first]) in self.people.given
        return (first, at) if first < at and not known and not scan.begins_sentence(first) else None

    def _in_quotes(self, end: int, floor: int) -> tuple[int, int] | None:
        """Return the words of the quotation that ends before word *end*: '"Lipka", the folk band of the place'."""
        scan = self.scan
        for first in range(end - 1, max(end - _MOST, floor) - 1, -1):
            if scan.text[max(0, scan.starts[first] - 1) : scan.starts[first]] in _QUOTE_BEGINS:
                return (first, end) if scan.is_capital[first] else None
            if not scan.joined[first - 1]:
                return None
        return None

    def _goes_on(self, i: int, plain: bool) -> bool:
        """Tell whether word *i* may stand inside a name: small words, and *plain* ones in capitals ("Arada Son")."""
        scan, lower = self.scan, self.scan.lowers[i]
        if not plain or not scan.is_capital[i]:
            return lower in _PARTICLES
        may = lower in self.common and scan.kinds[i] is None and not scan.is_title_case(i)
        return lower in _PARTICLES or (may and lower not in self.offices and lower not in self.tables.heads)

    def _may_name(self, i: int) -> bool:
        scan, lower = self.scan, self.scan.lowers[i]
        return (
            scan.is_capital[i]
            and scan.kinds[i] not in _GEO
            and lower not in self.offices
            and lower not in self.tables.heads
            and not lower.endswith(("'s", "’s"))
            and lower not in self.people.words["honorifics"]
            and lower not in self.common
            and not self.is_opener(i)
            and not scan.is_title_case(i)
        )

    def _is_person(self, first: int, end: int) -> bool:
        return end - first > 1 and fold(self.scan.texts[first]) in self.people.given
