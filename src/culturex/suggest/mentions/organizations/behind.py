"""What stands behind the head of a name in English: names of its own, whom it honours, the country it is in.

In: the words of a name so far and what the tables tell of its head. Out: the index behind its last word, as it was
where nothing more belongs to it.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.page import POSSESSIVE, Page
from culturex.suggest.mentions.words.bodies import Head

# Bodies whose branches carry the name of their place: "Lions Club Vaasa".
_BRANCHED = frozenset(
    ("club", "corner", "council", "institute", "institut", "foundation", "society", "office", "school")
)
# Houses that bear their names behind what they are: "Cultural Centre Neapolis".
_HOUSES = frozenset(("centre", "center", "association", "theatre", "theater", "gallery", "club", "orchestra", "choir"))
_PAIRING = frozenset(("-", "–"))
# Kinds of bodies that bear people's names behind their own: "Music School Ana Silva".
_HONOURING = frozenset({"school", "house"})
_MOST_HONOURED, _LEAST_HONOURED = 4, 2
# So many words before a house say who holds an office there.
_LED = 5
# What states keep abroad: "Polish Institute in Tbilisi", "Indian High Commission in Uganda".
_ABROAD = frozenset(("institute", "commission", "forum", "centre", "center", "council", "academy", "library"))
_PARTICLES = frozenset(
    ("de", "del", "da", "do", "di", "du", "des", "der", "den", "an", "la", "las", "los", "le", "les", "y", "e")
)
_MOST_NAMED = 6


class Behind:
    """Reads what stands behind heads on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.scan = page.scan

    def end_of_name(self, first: int, i: int, end: int, head: Head) -> int:
        """Take the foreign name or the place behind an English head: "Association Deux Rives", "Lions Club Vaasa".

        The name so far has words *first* to *end*, its head is word *i*.
        """
        scan = self.scan
        if end != i + 1 or head.language != "en" or head.plural or end >= scan.count or not scan.joined[i]:
            return end
        if scan.lowers[i].endswith(POSSESSIVE):
            return end  # "the University’s Vice Chancellor"
        if not scan.is_capital[end] or scan.is_title_case(end) or scan.kinds[end] in ("date", "region"):
            return end
        if scan.gaps[end] in _PAIRING and scan.is_capital[end + 1]:
            return self._end_of_pair(end)  # "Friendship Association Turku–Beit Jala"
        place = scan.kinds[end] in ("country", "place")
        if first < i and not (head.base in _HOUSES and self._tells_purpose(first, i)):
            return end + (place and self._is_branch(end, head))
        paired = "-" in scan.texts[end]  # "Alliance Franco-Malgache"
        if head.kind == "post" or (place and first == i and not paired):
            return end
        if scan.begins_sentence(i) and (head.kind != "group" or scan.lowers[end] in self.page.common):
            return end
        if self.page.is_given(end):
            return end  # "Deputy Chief of Mission Elena Soto"
        return self._end_of_foreign(end)

    def honoured(self, i: int, end: int, head: Head) -> int:
        """Take the name of a person after a school or a house: "X University Name Name", "the Film Museum Name Name".

        Where the text repeats the whole, or names the house as a place and nobody who holds an office there.
        """
        scan, events = self.scan, self.page.tables.words["events"]
        if head.kind not in _HONOURING or end != i + 1 or head.order != "before" or head.language == "tr":
            return end
        at = end
        while at < scan.count and at - end < _MOST_HONOURED and scan.joined[at - 1] and scan.is_capital[at]:
            if scan.lowers[at] in self.page.offices or scan.lowers[at] in events:
                break
            at += 1
        if at - end < _LEAST_HONOURED:
            return end
        if self.page.document.body.count(scan.span_text(i, at)) > 1:
            return at
        return at if head.language == "en" and not head.weak and self._is_venue(i) else end

    def is_abroad(self, first: int, end: int, head: Head) -> bool:
        """Tell whether a body that one country names is said to be in another: "Polish Institute in Tbilisi"."""
        scan = self.scan
        if head.base not in _ABROAD or not scan.joined[end - 1] or scan.lowers[end] != "in" or not scan.joined[end]:
            return False
        home, seat = scan.cover[first], scan.cover[end + 1]
        if home is None or seat is None or home.kind != "country" or seat.kind not in ("country", "place"):
            return False
        there = seat.value if seat.kind == "country" else seat.value.get("country")
        return there is not None and there != home.value

    def _is_branch(self, i: int, head: Head) -> bool:
        """Tell whether the place at word *i* stands alone behind a body that has branches."""
        alone = not (self.scan.joined[i] and self.scan.is_capital[i + 1])
        return alone and (head.base in _BRANCHED or head.kind == "school")

    def _end_of_foreign(self, begin: int) -> int:
        """Return the end of a name that no table knows from word *begin* on; it ends with a capital."""
        scan, at = self.scan, begin
        while at < scan.count and scan.joined[at - 1] and at - begin < _MOST_NAMED:
            inside = scan.lowers[at] in _PARTICLES and at + 1 < scan.count and scan.joined[at]
            if not (inside or self.page.is_foreign(at)):
                break
            at += 1
        while at > begin and not scan.is_capital[at - 1]:
            at -= 1
        return at

    def _end_of_pair(self, i: int) -> int:
        """Return the end of two names joined by a dash, the first of which is word *i*."""
        at = i + 2
        while at < i + 4 and self.scan.joined[at - 1] and self.page.is_foreign(at):
            at += 1
        return at

    def _tells_purpose(self, first: int, end: int) -> bool:
        """Tell whether the words before a head only say what it is for: "Cultural Centre Neapolis"."""
        return all(map(self.page.is_topic, self.scan.lowers[first:end]))

    def _is_venue(self, i: int) -> bool:
        """Tell whether the house headed by word *i* is told as a place: "in the Film Museum", no "director of"."""
        scan, first = self.scan, i
        while first and scan.joined[first - 1] and scan.is_capital[first - 1]:
            first -= 1
        if first < 2 or first == i or scan.lowers[first - 1] != "the" or not scan.joined[first - 1]:
            return False
        return self.page.offices.isdisjoint(scan.lowers[max(0, first - _LED) : first])
