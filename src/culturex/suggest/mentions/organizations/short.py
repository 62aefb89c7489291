"""Find names of one word: those that the tables know, and acronyms that stand where a body does.

In: words by their index. Out: names kept. Acronyms that nothing tells are looked at when all other names are known.
"""

from __future__ import annotations

from collections.abc import Iterable

from culturex.suggest.mentions.organizations.extent import COMPANY, Extent
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import LINKING, Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.clues import SCHOOLS
from culturex.suggest.mentions.words.forms import without_possessive

_LIKELY = 0.7
# Words before an acronym that stands for a body.
_BEFORE_BODIES = frozenset("the of by with from at for".split())
_DASHES = frozenset("-–—/&")
_AND = frozenset(("and", "&"))
# An acronym with a country behind it has so many letters at least.
_SHORTEST_BRANCH = 3
# What stands between the words that initials spell, and so many words at most.
_INSIDE = frozenset(("-", "–", " & ", ", "))
_SMALL = LINKING | frozenset("for the in on to a und für von".split())
_MOST_SPELLED = 12
_CYRILLIC = "\u0400"


class Short:
    """Finds short names on one page."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names
        self.scan = page.scan

    def keep_known(self, i: int) -> None:
        """Keep the known name at word *i*, perhaps with the country whose branch it is."""
        end = self._end_of_branch(i)
        name = without_possessive(self.page.bare(i)) if end == i + 1 else self.scan.span_text(i, end)
        self.names.keep_plain(i, end, name, "organizations.name")

    def stands_alone(self, first: int, last: int) -> bool:
        """Tell whether the known name in words *first* to *last* is no part of a longer one, no label and no shout."""
        scan = self.scan
        label = scan.gaps[last].startswith(":") and scan.begins_sentence(first)
        if label or self._is_part_of_country(first):
            return False
        shouts = scan.texts[first].isupper()
        if shouts and first == last and self.page.is_shouted(first):
            return False
        before = first - 1
        if not shouts and scan.joined[before] and scan.is_capital[before] and not self.page.introduces(before):
            return False
        return self._ends_at(first, last, shouts=shouts)

    def spell_out(self, shorts: Iterable[int]) -> None:
        """Find names that no table knows and initials behind spell: "Archaeological Survey of X (ASX)".

        *shorts* are the words in capitals that may be acronyms.
        """
        scan = self.scan
        for i in shorts:
            if i and scan.gaps[i - 1] == " (" and scan.gaps[i].startswith(")") and scan.kinds[i] is None:
                first = self._spelled(i, scan.texts[i])
                if first is not None:
                    self.names.keep(Extent(first, i, first, COMPANY), "organizations.spelled_out", _LIKELY)

    def keep_acronyms(self, shorts: Iterable[int]) -> None:
        """Take acronyms for bodies that stand where a body does: "the NUPI", "NUPI's director", "NUPI said"."""
        scan = self.scan
        for i in shorts:
            if scan.kinds[i] is not None or scan.lowers[i] in self.page.common:
                continue
            if (end := self._end_of_branch(i)) > i + 1:
                self.names.keep_plain(i, end, scan.span_text(i, end), "organizations.national")
            elif self._acts(i) or self._is_listed(i):
                self.names.keep_plain(i, i + 1, without_possessive(scan.texts[i]), "organizations.short")

    def _ends_at(self, first: int, last: int, *, shouts: bool) -> bool:
        """Tell whether the known name in words *first* to *last* does not go on with a capital behind it."""
        scan, following = self.scan, last + 1
        if not scan.joined[last] or not scan.is_capital[following] or scan.lowers[following] in self.page.offices:
            return True
        text = scan.texts[first]
        if text[0] > _CYRILLIC:
            return not scan.texts[following].isupper()  # Cyrillic names have small words behind the first
        if self.page.is_given(following) or (shouts and scan.kinds[following] in GEO):
            return True
        # "Dana Bash of CNN State of the Union"
        return shouts and scan.lowers[first - 1] == "of" and scan.joined[first - 1] and text in self.page.tables.media

    def _is_part_of_country(self, i: int) -> bool:
        """Tell whether word *i* stands in the longer name of a country: United Arab Emirates."""
        mention = self.scan.cover[i]
        if mention is None or mention.kind != "country":
            return False
        return mention.end - mention.start > len(mention.text.split()[0])

    def _end_of_branch(self, i: int) -> int:
        """Return the end of an acronym with the country whose branch it is: "ICOM Pakistan"; *i* + 1 without one."""
        scan, country = self.scan, self.scan.cover[i + 1]
        is_school = scan.texts[i] in SCHOOLS
        if not (scan.texts[i].isupper() and scan.joined[i] and (is_school or len(scan.texts[i]) >= _SHORTEST_BRANCH)):
            return i + 1
        if country is None or not (country.kind == "place" or (country.extra or {}).get("form") == "name"):
            return i + 1  # "ICOM Pakistan", "IIT Delhi"
        end = scan.end_of(country)
        goes_on = scan.joined[end - 1] and scan.is_capital[end]
        begins = scan.starts[i + 1] == country.start and not scan.texts[i + 1].isupper()
        inside = scan.texts[end - 1].isalpha() and not scan.is_title_case(i)
        return end if begins and inside and not goes_on else i + 1

    def _spelled(self, end: int, initials: str) -> int | None:
        """Return where the name before word *end* begins whose capitals are the *initials*; None for none."""
        scan, at, left = self.scan, end, initials
        events = self.page.tables.words["events"]
        while left and at > 0 and end - at < _MOST_SPELLED:
            if at < end and not (scan.joined[at - 1] or scan.gaps[at - 1] in _INSIDE):
                return None
            at -= 1
            if scan.kinds[at] == "organization" or scan.lowers[at] in events:
                return None
            if scan.is_capital[at]:
                told = "".join([part[:1] for part in scan.texts[at].split("-") if part[:1].isupper()])
                if not left.endswith(told) or scan.lowers[at] in self.page.offices:
                    return None
                left = left.removesuffix(told)
            elif scan.lowers[at] not in _SMALL:
                return None
        before = at - 1
        whole = not left and not (scan.joined[before] and scan.is_capital[before] and not self.page.is_opener(before))
        party = scan.kinds[at] in ("country", "region") and scan.cover[at] is scan.cover[end - 1]
        return at if whole and not party else None

    def _acts(self, i: int) -> bool:
        """Tell whether the acronym at word *i* stands before what bodies do or have, or behind "the" and the like."""
        scan = self.scan
        if self.page.is_shouted(i) or scan.is_title_case(i) or scan.gaps[i][:1] in _DASHES:
            return False
        before = scan.lowers[i - 1] if i and scan.joined[i - 1] else ""
        if i and scan.gaps[i - 1][-1:] in _DASHES:
            return False
        if not scan.joined[i]:
            return before in _BEFORE_BODIES
        after = scan.lowers[i + 1]
        if after in self.page.offices:
            return True
        if scan.is_capital[i + 1] or after[0].isdigit():
            return False
        if after in self.page.people.words["speech"]:
            return True
        return before in _BEFORE_BODIES and (after not in self.page.common or after.endswith("ly"))

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
