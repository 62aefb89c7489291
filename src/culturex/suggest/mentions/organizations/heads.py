"""Find bodies by the capitalised words that head their names: "the Ministry of Culture of Estonia", "Goethe-Institut".

In: the word index of a head and what the tables tell of it. Out: names that the judge keeps, or drops.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.judge import MISSIONS, Judge
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import POSSESSIVE, Page
from culturex.suggest.mentions.organizations.plural import Plural
from culturex.suggest.mentions.organizations.quoted import Quoted
from culturex.suggest.mentions.organizations.reach import Reach
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head

# Heads that stand behind the name as well: "Goethe Institut", "Sorbonne Université".
_BEHIND_NAMES = frozenset("institut université instituto istituto théâtre orchestre universität academia".split())
# A later head of the same name stands so many words behind the first at most, less one.
_NEAR = 4


class Heads:
    """Finds names by their heads on one page."""

    def __init__(self, page: Page, names: Names, reach: Reach, quoted: Quoted, plural: Plural, judge: Judge) -> None:
        self.page = page
        self.names = names
        self.left = reach.left
        self.right = reach.right
        self.seats = reach.seats
        self.behind = reach.behind
        self.quoted = quoted
        self.plural = plural
        self.judge = judge
        self.scan = page.scan
        self.tables = page.tables

    def find(self, i: int, head: Head) -> None:
        """Find the name that the capitalised head at word *i* heads."""
        if self._has_later_head(i, head) or self._is_plain_here(i, head):
            return
        if i and not self.scan.joined[i - 1] and head.language == "en" and self.quoted.before(i, most=0):
            return
        if head.plural and (self.plural.find(i, head) or head.kind == "post" or self.plural.is_general(i)):
            return
        extent = self._extent(i, head)
        if extent is not None:
            self.judge.decide(extent)

    def is_of_other(self, i: int, head: Head) -> bool:
        """Tell whether the head at word *i* is part of another name: of a country, a group, or a Turkish office.

        Russian Federation, European Union.
        """
        scan, mention = self.scan, self.scan.cover[i]
        if head.language == "tr" and self._is_of_office(i):
            return True
        if mention is None or mention.kind not in GEO:
            return False
        # "Nordic Council for Cultural Ties" goes on where the group's name ends.
        goes_on = scan.joined[i] and scan.lowers[i + 1] in ("for", "on")
        return not goes_on and (mention.start < scan.starts[i] or mention.end > scan.ends[i])

    def _extent(self, i: int, head: Head) -> Extent | None:
        """Return the words of the name headed by word *i*; None for many bodies of one kind."""
        floor = self.names.done
        first = self.left.begin(i, head, floor) if head.order != "after" else self.left.front(i, floor)
        end = self.right.end(i, head)
        if head.order == "after" and first == i and end == i + 1 and i > floor and self._is_named_before(i):
            first = self.left.begin(i, head, floor)
        if head.plural and first == i - 1 and end == i + 1 and head.kind != "house":
            return None  # "Rotary Clubs", "Confucius Institutes": many of them
        end = self.behind.honoured(i, end, head)
        end = self.behind.end_of_name(first, i, end, head)
        abroad = head.language == "en" and self.behind.is_abroad(first, end, head)
        if first < i and (abroad or self._is_sent(first, i, end, head)):
            end = self.seats.behind(end, head, always=True)
        return Extent(first, end, i, head)

    def _is_of_office(self, i: int) -> bool:
        """Tell whether the head at word *i* only says what an office is of: "Belediye Başkanı"."""
        scan = self.scan
        led = scan.joined[i] and scan.lowers[i + 1] in self.page.offices
        return led and scan.lowers[i] in self.page.people.words["modifiers"]

    def _is_plain_here(self, i: int, head: Head) -> bool:
        """Tell whether a head of another language is a word of this one: "Red Gum", but "Red de Museos"."""
        if head.language == self.page.language or self.scan.lowers[i] not in self.page.common:
            return False
        return self.scan.is_capital[i + 1] and head.weak and head.order == "after"

    def _is_named_before(self, i: int) -> bool:
        """Tell whether the head at word *i* follows its name, as abroad: "Goethe Institut", "Österreich Institut"."""
        scan, before = self.scan, self.scan.lowers[i - 1]
        if scan.lowers[i] not in _BEHIND_NAMES or before in self.page.offices:
            return False
        if not (scan.joined[i - 1] and scan.is_capital[i - 1]) or self.page.is_opener(i - 1):
            return False
        return not scan.is_title_case(i) and before not in self.tables.heads

    def _is_sent(self, first: int, i: int, end: int, head: Head) -> bool:
        """Tell whether a union of states keeps the body, or a state for good: "EU Office", "Permanent Mission"."""
        if head.base not in MISSIONS:
            return False
        if self.scan.lowers[i - 1] == "permanent":
            return True
        return end == i + 1 and any(map(self.page.is_union, range(first, i)))

    def _has_later_head(self, i: int, head: Head) -> bool:
        """Tell whether a later word of the same capital run heads the name: "Library Association"."""
        scan = self.scan
        if head.order != "before" or scan.lowers[i].endswith(POSSESSIVE):
            return False  # "George Mason University's School of Law" are two
        for at in range(i + 1, i + _NEAR):
            lower = scan.lowers[at]
            if not scan.joined[at - 1] or lower in self.page.offices:
                return False
            if lower in self.page.joiners:
                # Turkish "ve" joins bodies.
                turkish = head.language == "tr" and not scan.is_capital[at]
                return at == i + 1 and not turkish and self._pairs_with_head(at, head)
            if not scan.is_capital[at]:
                return False
            other = self.tables.heads.get(lower)
            if other is not None and other.order == "before":
                return lower not in self.page.topics or other.kind != "unit"
        return False

    def _pairs_with_head(self, joiner: int, first: Head) -> bool:
        """Tell whether "and" leads through one topic to a head: "Opera and Ballet Theatre"."""
        scan, topic, at = self.scan, joiner + 1, joiner + 2
        if not (scan.joined[joiner] and scan.joined[topic] and scan.is_capital[topic] and scan.is_capital[at]):
            return False
        return scan.lowers[at] in self.tables.heads and (first.weak or scan.lowers[topic] in self.page.topics)
