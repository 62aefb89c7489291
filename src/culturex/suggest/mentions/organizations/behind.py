"""What stands behind the head of a name in English: names of its own, whom it honours, towns, the country it is in."""

from __future__ import annotations

from culturex.suggest.mentions.organizations.lower import LowerHeads
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.people import fold

# Bodies whose branches carry the name of their place: "Lions Club Vaasa".
_BRANCHED = frozenset(
    ("club", "corner", "council", "institute", "institut", "foundation", "society", "office", "school")
)
# Houses that bear their names behind what they are: "Cultural Centre Neapolis".
_HOUSES = frozenset(("centre", "center", "association", "theatre", "theater", "gallery", "club", "orchestra", "choir"))
_PAIRING = frozenset(("-", "–"))
# Kinds of bodies that bear people's names behind their own: "Music School Ana Silva".
_HONOURING = frozenset({"school", "house"})
# What states keep abroad: "Polish Institute in Tbilisi", "Indian High Commission in Uganda".
_ABROAD = frozenset(("institute", "commission", "forum", "centre", "center", "council", "academy", "library"))
_PARTICLES = frozenset(
    ("de", "del", "da", "do", "di", "du", "des", "der", "den", "an", "la", "las", "los", "le", "les", "y", "e")
)


class Behind(LowerHeads):
    """Reads what stands behind heads in one document."""

    def _named_behind(self, first: int, i: int, end: int, head: Head) -> int:
        """Take the foreign name or the place behind an English head: "Association Deux Rives", "Lions Club Vaasa"."""
        scan = self.scan
        if end != i + 1 or head.language != "en" or head.plural or end >= scan.count or not scan.joined[i]:
            return end
        if scan.lowers[i].endswith(("'s", "’s")):
            return end  # "the University’s Vice Chancellor"
        if not scan.is_capital[end] or scan.is_title_case(end) or scan.kinds[end] in ("date", "region"):
            return end
        geographic = scan.kinds[end] in ("country", "place")
        if scan.gaps[end] in _PAIRING and scan.is_capital[end + 1]:
            return self._end_of_pair(end)  # "Friendship Association Turku–Beit Jala"
        if first < i and not (head.base in _HOUSES and self._tells_purpose(first, i)):
            alone = not (scan.joined[end] and scan.is_capital[end + 1])
            return end + 1 if geographic and alone and (head.base in _BRANCHED or head.kind == "school") else end
        paired = "-" in scan.texts[end]  # "Alliance Franco-Malgache"
        if head.kind == "post" or (geographic and first == i and not paired):
            return end
        if scan.begins_sentence(i) and not (
            head.kind == "group" and scan.lowers[end] not in self.people.words["common"]
        ):
            return end
        if fold(scan.texts[end]) in self.people.given:
            return end  # "Deputy Chief of Mission Elena Soto"
        at = end
        while at < scan.count and scan.joined[at - 1] and at - end < 6:
            lower = scan.lowers[at]
            if not (self._is_foreign(at) or (lower in _PARTICLES and at + 1 < scan.count and scan.joined[at])):
                break
            at += 1
        while at > end and not scan.is_capital[at - 1]:
            at -= 1
        return at

    def _end_of_pair(self, i: int) -> int:
        """Return the end of two names joined by a dash, the first of which is word *i*."""
        at = i + 2
        while at < i + 4 and self.scan.joined[at - 1] and self._is_foreign(at):
            at += 1
        return at

    def _tells_purpose(self, first: int, end: int) -> bool:
        """Tell whether the words before a head only say what it is for: "Cultural Centre Neapolis"."""
        return all(map(self.reach.is_topic, self.scan.lowers[first:end]))

    def _honoured(self, i: int, end: int, head: Head) -> int:
        """Take the name of a person after a school or a house: "X University Name Name", "the Film Museum Name Name".

        Where the text repeats the whole, or names the house as a place and nobody who holds an office there.
        """
        scan = self.scan
        if head.kind not in _HONOURING or end != i + 1 or head.order != "before" or head.language == "tr":
            return end
        at = end
        while at < scan.count and at - end < 4 and scan.joined[at - 1] and scan.is_capital[at]:
            if scan.lowers[at] in self.offices or scan.lowers[at] in self.tables.words["events"]:
                break
            at += 1
        if at - end < 2:
            return end
        if self.document.body.count(scan.span_text(i, at)) > 1:
            return at
        return at if head.language == "en" and not head.weak and self._is_venue(i) else end

    def _is_venue(self, i: int) -> bool:
        """Tell whether the house headed by word *i* is told as a place: "in the Film Museum", no "director of"."""
        scan, first = self.scan, i
        while first and scan.joined[first - 1] and scan.is_capital[first - 1]:
            first -= 1
        if first < 2 or first == i or scan.lowers[first - 1] != "the" or not scan.joined[first - 1]:
            return False
        return not any(scan.lowers[k] in self.offices for k in range(max(0, first - 5), first))

    def _is_foreign(self, i: int) -> bool:
        """Tell whether a capital word may be part of a name that no table knows."""
        lower = self.scan.lowers[i]
        return (
            self.scan.is_capital[i]
            and lower not in self.offices
            and lower not in self.tables.words["events"]
            and not self.reach.is_topic(lower)
            and lower not in self.people.words["honorifics"]
            and not self.reach.is_opener(i)
            and self.scan.kinds[i] not in ("date", "region")
        )

    def _is_abroad(self, first: int, end: int, head: Head) -> bool:
        """Tell whether a body that one country names is said to be in another: "Polish Institute in Tbilisi"."""
        scan = self.scan
        if head.base not in _ABROAD or not scan.joined[end - 1] or scan.lowers[end] != "in" or not scan.joined[end]:
            return False
        home, seat = scan.cover[first], scan.cover[end + 1]
        if home is None or seat is None or home.kind != "country" or seat.kind not in ("country", "place"):
            return False
        there = seat.value if seat.kind == "country" else seat.value.get("country")
        return there is not None and there != home.value
