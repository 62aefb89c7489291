"""Where embassies and delegations are, as part of their names: "in Riyadh", "to the United Nations", ", Kuwait".

In: the index behind the last word of a name. Out: the same with the seat, or as it is where none follows.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head

_LEADING = frozenset(("in", "to", "en", "au", "à", "em", "a"))
_AND = frozenset(("and", "y", "et", "und"))
# Bodies of one country's people in another: "Camera di Commercio Italiana in Albania".
_CHAMBERS = frozenset(("camera", "chambre", "cámara", "câmara"))


class Seats:
    """Reads seats on one page."""

    def __init__(self, page: Page, items: Items) -> None:
        self.page = page
        self.items = items
        self.scan = page.scan

    def behind(self, end: int, spec: Head, *, always: bool = False) -> int:
        """Return the end of a name with its seat: of posts and chambers, and of every head with *always*."""
        scan = self.scan
        if end >= scan.count:
            return end
        at_office = spec.base == "office" and scan.lowers[end] == "at" and scan.lowers[end - 1] == "office"
        if spec.kind != "post" and not at_office and not always and spec.base not in _CHAMBERS:
            return end
        if scan.joined[end - 1]:
            leads = at_office or scan.lowers[end] in _LEADING
            return self._end_of_seat(end, at_office=at_office) if leads else end
        return self._end_of_country(end) if scan.gaps[end - 1] == ", " else end

    def _end_of_seat(self, link: int, *, at_office: bool) -> int:
        """Return the end of the seat behind word *link*; *link* itself where none follows."""
        scan, begin = self.scan, self.page.past_articles(link + 1)
        if begin >= scan.count or not scan.joined[begin - 1] or not scan.is_capital[begin]:
            return link
        if scan.kinds[begin] is None and scan.texts[begin].isupper() and begin == link + 1:
            return link  # an acronym that nothing tells
        stop = self.items.end(begin)
        if stop is None:
            return link
        if at_office and not scan.is_capital[link - 2] and self.page.has_head(begin, stop):
            return link  # "Chief of Office at the Ministry of Culture"
        return self._with_others(stop)

    def _with_others(self, end: int) -> int:
        """Go on over "and Other International Organizations"."""
        scan, lowers = self.scan, self.scan.lowers
        at = end + 1 if scan.joined[end - 1] and lowers[end] in self.page.joiners else end
        at += scan.joined[at] and lowers[at] == "to"
        if at == end or lowers[at] != "other" or not scan.is_capital[at]:
            return end
        return self.items.end(at) or end

    def _end_of_country(self, i: int) -> int:
        """Return the end of the country that begins at word *i* behind a town and a comma, unless both stand in a list.

        *i* itself where there is none.
        """
        scan, place = self.scan, self.scan.cover[i]
        if place is None or place.kind not in GEO or scan.kinds[i - 1] not in GEO:
            return i
        stop = scan.end_of(place)
        more = scan.gaps[stop - 1] == ", " and scan.kinds[stop] in GEO
        return i if more or (scan.joined[stop - 1] and scan.lowers[stop] in _AND) else stop
