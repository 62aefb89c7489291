"""What the small words in the name of a body bring: "of", "de", "für" and a name, a purpose, an officeholder, fields.

In: the word index of the link. Out: the index behind the last word of what it brings, or None where it brings nothing.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.clues import ROMANCE

# Parts of a government and of a university, whose fields may be anything.
GOVERNING = frozenset(("ministry", "department", "university", "institute", "academy", "faculty"))
# Bodies of a state abroad, which are there for it alone.
_OF_STATES = frozenset(("embassy", "consulate"))
_ENGLISH = frozenset(("of", "for", "on", "against"))
_FOREIGN = frozenset(("de", "del", "du", "des", "di", "voor", "van"))
_GERMAN = frozenset(("für", "der", "des", "von", "zu"))
_NO_LINKS = frozenset(("on", "against", "in", "a", "à", "en", "em", "no", "na"))
# Before one who holds an office.
_OF = frozenset(("of", "du", "de", "del", "des", "der", "do", "da"))
# "musée d'art moderne de la ville de Paris": so many words lead to the name, so many of them nouns in a row.
_MOST_NOUNS, _MOST_PLAIN = 8, 3
_VERBS = frozenset(
    "a ont est sont et y e o u ou ha han es son foi são é è sono che que qui quien où con avec com".split()
)
# What a body is there for, written small: "Center for the study of stones".
_PURPOSES = frozenset(
    """
    study promotion protection preservation conservation development advancement support safeguarding research teaching
    restoration defence defense popularization popularisation dissemination prevention education training integration
    rehabilitation
    """.split()
)
_MOST_SMALL, _TWO = 3, 2
_ENDING = frozenset("in at on of from with by to has have had is was are were will which that who".split())


class Links:
    """Reads links on one page."""

    def __init__(self, page: Page, items: Items) -> None:
        self.page = page
        self.items = items
        self.scan = page.scan
        self.tables = page.tables

    def is_link(self, lower: str, spec: Head) -> bool:
        """Tell whether the word (in small letters) leads to what a body of this head is of."""
        if spec.language == "en":
            if lower == "for" and spec.base in _OF_STATES:
                return False  # "10,000 USD from the U.S. Embassy for Repairs"
            return lower in _ENGLISH or (lower in _FOREIGN and spec.order == "before")
        if spec.language == "de":
            return lower in _GERMAN
        return lower in self.tables.words["links"] and lower not in _NO_LINKS

    def bring(self, link: int, spec: Head) -> int | None:
        """Return the end of the name that word *link* leads to, over plain nouns or fields where the head has such."""
        stop = self.items.behind_link(link, spec)
        if stop is not None and self._leads_to_pair(stop):
            return None
        if stop is None and spec.language in ROMANCE:
            stop = self._through_nouns(link + 1, spec)
        elif stop is None and spec.base in GOVERNING:
            stop = self._small_fields(link + 1)
        # A programme is not part of the ministry that runs it.
        return None if stop and spec.base.startswith("program") and self.page.has_head(link + 1, stop) else stop

    def _leads_to_pair(self, joiner: int) -> bool:
        """Tell whether "and" at word *joiner* goes on with a field and a head: "of the Malta Science and Arts Agency".

        The whole is another body, which its own head tells.
        """
        scan, topics = self.scan, self.page.topics
        if not (scan.joined[joiner - 1] and scan.lowers[joiner] in self.page.joiners and joiner + 2 < scan.count):
            return False
        if not (scan.joined[joiner] and scan.joined[joiner + 1] and scan.is_capital[joiner + 2]):
            return False
        first = next((k for k in range(joiner - 1, 0, -1) if not scan.is_capital[k]), 0)
        fields = scan.lowers[joiner - 1] in topics and scan.lowers[joiner + 1] in topics
        named = scan.lowers[first] == "the" and joiner - first > _TWO
        return fields and named and scan.lowers[joiner + 2] in self.tables.heads

    def leads_to_place(self, link: int) -> bool:
        """Tell whether "au" leads to a country or place: "Institut français au Cambodge"."""
        return self.scan.joined[link] and self.scan.kinds[link + 1] in GEO

    def leads_to_day(self, link: int) -> bool:
        """Tell whether "on" tells when: "at the Municipal Library on the Day of Language"."""
        scan, at = self.scan, self.page.past_articles(link + 1)
        return scan.kinds[at] == "date" or scan.lowers[at] in self.tables.words["events"]

    def purpose(self, link: int) -> int | None:
        """Return the end of a purpose written small: "for the study of stones", "for the protection of Lake Ohrid"."""
        scan, at = self.scan, link + 1
        at += scan.lowers[at] == "the"
        if at + 2 >= scan.count or scan.lowers[at] not in _PURPOSES or scan.lowers[at + 1] != "of":
            return None
        if not all(scan.joined[k] for k in range(link, at + 2)):
            return None
        begin = at + 2
        if (stop := self.items.end(begin)) is not None:
            return stop
        end = begin
        while end < begin + _MOST_SMALL and scan.texts[end].isalpha() and not self.page.is_article(end):
            end += 1
            if not scan.joined[end - 1] or scan.lowers[end] in self.page.joiners or scan.lowers[end] in _ENDING:
                return end
        return begin + 1 if end > begin else None

    def holder(self, link: int) -> int | None:
        """Return the end of the officeholder whose office it is: "Office of the Prime Minister"."""
        scan, offices = self.scan, self.page.offices
        if scan.lowers[link] not in _OF or link + 1 >= scan.count:
            return None
        begin = end = self.page.past_articles(link + 1)
        place = scan.cover[end]
        if place is not None and place.kind in GEO and scan.lowers[end] not in offices:
            end = scan.end_of(place)  # "of the United States Trade Representative"
        while end < scan.count and scan.joined[end - 1] and scan.is_capital[end] and scan.kinds[end] is None:
            lower = scan.lowers[end]
            if lower not in offices and lower not in self.page.people.words["modifiers"] and lower != "first":
                break
            end += 1
        return end if end > begin and scan.lowers[end - 1] in offices else None

    def _small_fields(self, begin: int) -> int | None:
        """Return the end of fields written small behind a head that is not: "Ministry of education and science"."""
        scan, at, end = self.scan, begin, None
        while scan.joined[at - 1] and scan.lowers[at] in self.page.topics and not scan.is_capital[at]:
            end = at + 1
            if not (scan.joined[at] and scan.lowers[end] in self.page.joiners):
                break
            at = end + 1
        return end

    def _through_nouns(self, begin: int, spec: Head) -> int | None:
        """Return the end of a name that plain nouns lead to: "comité de jumelage de Quimper"."""
        scan = self.scan
        if spec.weak and not scan.is_capital[begin - 2]:
            return None
        plain = 0
        for at in range(begin, min(begin + _MOST_NOUNS, scan.count)):
            if not scan.joined[at - 1]:
                return None
            if scan.is_capital[at]:
                return self._behind_nouns(at, spec) if plain else None
            lower = scan.lowers[at].replace("’", "'")
            if "'" in lower and plain and self.items.is_elided_link(at):
                return self.items.end_of_elided(at)
            if self.is_link(lower, spec) or self.page.is_article(at):
                plain = min(plain, 1)
                continue
            plain += 1
            if plain > _MOST_PLAIN or lower in _VERBS or lower in self.page.people.words["speech"]:
                return None
        return None

    def _behind_nouns(self, i: int, spec: Head) -> int | None:
        """Return the end of the name that begins at word *i* behind plain nouns, with a link or a dash."""
        if "-" in self.scan.texts[i]:
            return i + 1  # "comité de jumelage Gramat-Dogbo"
        led = self.is_link(self.scan.lowers[i - 1], spec) or self.page.is_article(i - 1)
        return self.items.end(i) if led else None
