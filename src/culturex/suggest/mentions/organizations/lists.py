"""Go on over lists of fields in the name of one body: "of Information and Culture", ", Arts and Letters".

In: the word index of a list's next part. Out: the index behind the last word of the list, or None where what follows
is another body or party.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.forms import without_possessive
from culturex.suggest.mentions.words.looks import is_plain

_DEEDS = ("ance", "ence", "ing", "ment", "ness", "ship", "ion")
_OF = frozenset(("de", "des", "du", "del", "della", "da", "do"))
_MOST_LISTED = 6


class Lists:
    """Reads lists of fields on one page."""

    def __init__(self, page: Page, items: Items) -> None:
        self.page = page
        self.items = items
        self.scan = page.scan
        self.tables = page.tables

    def joined(self, begin: int, joiner: int) -> int | None:
        """Return the end of a topic after "and": "of Information and Culture"; None before another body or party.

        *begin* is the word behind the *joiner*, or the same as that where "&" stands between the words.
        """
        scan = self.scan
        if begin >= scan.count or (begin != joiner and not scan.joined[begin - 1]):
            return None
        if self.page.is_article(begin) and begin + 1 < scan.count and scan.joined[begin]:
            begin += 1
            if self._is_other_body(begin):
                return None  # "l'Agence ... et la Croix-Rouge"
        lower = scan.lowers[begin]
        if lower in _OF and begin + 1 < scan.count:
            return self.items.behind_link(begin, Head("", "unit", "after", "fr"))
        if not scan.is_capital[begin] or (lower in self.page.offices and not self.page.is_topic(lower)):
            return None
        if scan.kinds[begin] in GEO and not self._is_adjective_of_topic(begin):
            return None
        if lower in self.tables.heads and not self.page.common:
            return None
        end = self.items.end(begin)
        if end is None or self.page.has_head(begin, end) or self.page.is_given(begin):
            return None
        return end if not self.page.common or self._is_topical(begin, end) else None

    def listed(self, begin: int, *, governs: bool = False) -> int | None:
        """Go on at word *begin* over ", Arts and Letters" and ", Government of India".

        Topics only, but where the body *governs*: "Department of Arts, Heritage and the Gaeltacht".
        """
        scan, at = self.scan, begin
        if scan.lowers[at] == "government" and scan.is_capital[at]:
            if at + 1 < scan.count and scan.lowers[at + 1] == "of":
                return self.items.behind_link(at + 1, Head("", "unit", "before", "en"))
            return None
        for _ in range(_MOST_LISTED):
            stop = self._end_of_part(at, governs=governs)
            if stop is None:
                return None
            comma = scan.gaps[stop - 1] == ", "
            if scan.joined[stop - 1] and scan.lowers[stop] in self.page.joiners:
                return self._last(stop, governs=governs)
            if comma and scan.lowers[stop] in self.page.joiners:
                return self.joined(stop + 1, stop)
            if not comma:
                return None
            at = stop
        return None

    def _end_of_part(self, at: int, *, governs: bool) -> int | None:
        """Return the end of the field that is the part of a list at word *at*; None where it is none."""
        scan = self.scan
        if at >= scan.count or not scan.is_capital[at]:
            return None
        if not self.page.is_topic(scan.lowers[at]) and not (governs and self._is_odd_topic(at)):
            return None
        stop = self.items.end(at)
        if stop is None or stop >= scan.count or self.page.has_head(at, stop) or scan.kinds[at] in GEO:
            return None
        return stop

    def _last(self, joiner: int, *, governs: bool) -> int | None:
        """Return the end of the last part of a list, behind "and": of those that govern it may be any word."""
        scan = self.scan
        if governs and scan.lowers[joiner + 1] == "the" and self._is_odd_topic(joiner + 2):
            return joiner + 3
        # "University of Forestry, Carpentry and Surveying"
        odd = governs and scan.joined[joiner] and self._is_odd_topic(joiner + 1)
        return self.joined(joiner + 1, joiner) or (joiner + 2 if odd else None)

    def _is_other_body(self, i: int) -> bool:
        """Tell whether word *i* behind "and" and an article is no field and so begins another body."""
        lower = self.scan.lowers[i]
        fielded = lower in self.page.topics or lower in self.tables.words["fields"]
        return not fielded and (bool(self.page.common) or "-" in lower)

    def _is_topical(self, begin: int, end: int) -> bool:
        """Tell whether a phrase begins with a field or a nationality, or ends so: "Culture and Religious Guidance"."""
        scan, is_topic = self.scan, self.page.is_topic
        if is_topic(without_possessive(scan.lowers[begin])) or scan.kinds[begin] in GEO:
            return True
        return end == begin + 2 and (is_topic(scan.lowers[end - 1]) or self._is_deed(end - 1))

    def _is_deed(self, i: int) -> bool:
        """Tell whether capital word *i* ends as words for deeds do and is no name: "Guidance", "Planning"."""
        lower = self.scan.lowers[i]
        if not lower.endswith(_DEEDS) or self.scan.kinds[i] is not None:
            return False
        return is_plain(lower, self.scan.texts[i], self.page.people)

    def _is_adjective_of_topic(self, i: int) -> bool:
        """Tell whether a nationality at *i* belongs to a topic: "Oriental and African Studies"."""
        scan = self.scan
        if scan.kinds[i] == "place" or not scan.joined[i]:
            return False
        return scan.is_capital[i + 1] and self.page.is_topic(scan.lowers[i + 1])

    def _is_odd_topic(self, i: int) -> bool:
        """Tell whether the capital word *i* stands alone in a list of fields and is no office, place or given name."""
        scan = self.scan
        if not scan.is_capital[i] or scan.kinds[i] is not None or scan.lowers[i] in self.page.offices:
            return False
        alone = not (scan.joined[i] and scan.is_capital[i + 1])
        return alone and scan.lowers[i] not in self.tables.heads and not self.page.is_given(i)
