"""The words that titles are made of: heads, nationalities, fields, links; which words belong to one."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.parts import parts
from culturex.suggest.mentions.scan import Scan
from culturex.suggest.mentions.words.bodies import Tables as BodyTables
from culturex.suggest.mentions.words.clues import ROMANCE
from culturex.suggest.mentions.words.looks import Look
from culturex.suggest.mentions.words.people import PeopleTables

JOINERS = frozenset(("and", "&", "y", "e", "et", "und", "ve"))
# Ranks that are given names behind an office.
RANKED = frozenset(("sultan", "malik", "emir", "amir"))
# Offices that are given names, too; behind a form of address they are: "H.E. Mukhtar Berg".
ADDRESSED = RANKED | {"mukhtar", "khan", "mufti"}
# Offices that are given names where another office stands beside the whole name, within so many words before it.
GIVEN_TOO = frozenset(("dean", "marshall", "major", "earl", "duke", "judge"))
_NEAR_OFFICE = 6
# Forms of address of those who reign: "His Majesty Sultan Berg".
REIGNING = frozenset(("majesty", "highness", "hm", "hh", "hrh"))
# "bin Sultan" is a name.
FATHERS = frozenset(("bin", "ibn", "bint", "ben"))
# Those who study, and what is named for them: "Dean of Student Affairs".
_OF_SCHOOLS = frozenset(("academic", "student", "graduate", "executive", "volunteer", "alumni", "teacher", "guest"))
_NO_TOPICS = frozenset(("organization", "country", "place", "date"))
_ADJECTIVES = frozenset(("adjective", "demonym"))


@dataclass(slots=True)
class Title:
    """An office as printed: its words, half open, the title's text, and the body and country that go with it."""

    first: int
    end: int
    head: int
    text: str
    affiliation: str | None = None
    country: str | None = None
    plural: bool = False
    weak: bool = False


def is_given(scan: Scan, looks: list[Look], i: int) -> bool:
    """Tell whether an office that is a given name, too, is one here: another office stands beside the whole name."""
    if not (scan.is_capital[i] and scan.joined[i] and scan.is_capital[i + 1]) or scan.joined[i + 1]:
        return False
    if scan.gaps[i - 1] == ", ":
        return any(looks[k].head for k in range(max(0, i - _NEAR_OFFICE), i))
    at = i + 2 + (scan.lowers[i + 2] == "the")
    return scan.gaps[i + 1] == ", " and (looks[at].head or looks[at + 1].head)


def body_name(mention: Mention) -> str:
    """Return the name of a body as it is printed here, not the fuller one that it abbreviates."""
    return str((mention.extra or {}).get("short") or mention.value["name"])


class TitleWords:
    """Tells what the words of titles are in one document."""

    def __init__(self, scan: Scan, people: PeopleTables, bodies: BodyTables, looks: list[Look]):
        self.scan = scan
        self.people = people
        self.topics = bodies.words["topics"]
        self.heads = bodies.heads
        self.looks = looks
        self.fields = bodies.words["fields"]
        self.plain = people.words.get("common")
        self.links = people.words["links"]
        self.articles = people.words["articles"]
        self.modifiers = people.words["modifiers"]
        self.romance = scan.document.language in ROMANCE
        self.turkish = scan.document.language == "tr"
        self.parts = parts(scan.document.mentions)

    def is_head(self, i: int) -> bool:
        """Tell whether word *i* heads a title (and not the name of a body)."""
        scan = self.scan
        if not self.looks[i].head or scan.kinds[i] in ("organization", "date"):
            return False
        lower, before = self.bare(i), scan.lowers[i - 1]
        if lower not in self.people.titles and not self.people.is_long_title(lower):
            return False
        if lower == "charge" and not scan.lowers[i + 1].startswith("d"):
            return False  # "in her charge", "free of charge"
        if lower in GIVEN_TOO and is_given(scan, self.looks, i):
            return False  # "the prime minister of Belize, Dean Barrow"
        if before in FATHERS or (scan.lowers[i + 1] in FATHERS and scan.joined[i]):
            return False  # "Sultan bin Turki" is a name, too.
        # "astronaut Sultan Al Neyadi"
        addressed = lower in ADDRESSED and self.looks[i - 1].honorific and before not in REIGNING
        if addressed and scan.is_capital[i + 1] and scan.joined[i]:
            return False
        return lower not in RANKED or before not in self.people.titles or not scan.joined[i - 1]

    def bare(self, i: int) -> str:
        """Return word *i* in lower case without an elided article: "l'ambassadeur"."""
        lower = self.scan.lowers[i]
        if self.turkish:
            return lower.replace("’", "'").partition("'")[0]
        return lower[2:] if self.romance and lower[1:2] in ("'", "’") else lower

    def is_nationality(self, i: int) -> bool:
        """Tell whether word *i* is the adjective of a country."""
        mention = self.scan.cover[i]
        if mention is None or mention.kind not in ("country", "region"):
            return False
        return mention.start == self.scan.starts[i] or (mention.extra or {}).get("form") in _ADJECTIVES

    def code(self, i: int) -> str | None:
        """Return the code of the country that word *i* names or lies in."""
        mention = self.scan.cover[i]
        if mention is None:
            return None
        if mention.kind == "country" and isinstance(mention.value, str):
            return mention.value
        if mention.kind == "place" and isinstance(mention.value, dict):
            return mention.value.get("country")
        return None

    def _country_in(self, first: int, end: int) -> str | None:
        kinds = self.scan.kinds
        for i in range(first, end):
            if kinds[i] is None:
                continue
            if kinds[i] == "region":
                return None
            code = self.code(i)
            if code:
                return code
        return None

    def _is_part(self, mention: Mention) -> bool:
        """Tell whether a body is only part of a school: "Dean of the Faculty of Arts" is an office."""
        return (mention.start, mention.end) in self.parts

    def _is_link(self, i: int) -> bool:
        return self.scan.lowers[i] in self.links

    def _is_article(self, i: int) -> bool:
        return self.scan.lowers[i] in self.articles and not self.scan.is_capital[i]

    def _is_elided(self, i: int) -> bool:
        lower = self.scan.lowers[i]
        return not lower.isalpha() and lower.replace("’", "'").startswith(("d'", "l'", "dell'", "all'"))

    def _is_adjective(self, i: int) -> bool:
        mention = self.scan.cover[i]
        return mention is not None and (mention.extra or {}).get("form") in _ADJECTIVES

    def _fields_of_places(self, begin: int) -> int:
        """Return the end of a field that nationalities tell: "European and Eurasian Affairs"; *begin* where none is."""
        scan = self.scan
        at = begin
        while at == begin or scan.joined[at - 1]:
            if not (self._is_adjective(at) and self.is_nationality(at)) and scan.lowers[at] not in JOINERS:
                break
            at += 1
        topical = at > begin and scan.joined[at - 1] and scan.is_capital[at] and scan.lowers[at] in self.topics
        return self._topics(at) if topical else begin

    def _unnamed_body(self, begin: int) -> int:
        """Return the end of a body said without its name: "of the Ministry", "of the municipal Party Committee"."""
        scan = self.scan
        at, headed = begin, begin
        while at < begin + 4 and (at == begin or scan.joined[at - 1]) and scan.kinds[at] != "organization":
            if scan.lowers[at] in self.heads:
                headed = at + 1
            elif scan.is_capital[at] and at > begin and scan.lowers[at - 1] in self.heads:
                break
            at += 1
        if headed == begin or not scan.is_capital[headed - 1]:
            return begin
        return begin if scan.joined[headed - 1] and scan.is_capital[headed] else headed

    def _second(self, begin: int) -> int:
        """Step over the second of two offices: "Ambassador Extraordinary and Plenipotentiary"."""
        scan = self.scan
        if not scan.joined[begin - 1]:
            return begin
        lower = scan.lowers[begin]
        if lower in ("plenipotentiary", "plenipotenciario", "plénipotentiaire", "representative"):
            return begin + 1
        return self._topics(begin) if scan.is_capital[begin] and lower in self.topics else begin

    def _topics(self, begin: int) -> int:
        """Return the end of topical words: "External Affairs and Culture", "State for Foreign Affairs"."""
        scan = self.scan
        end = begin
        while True:
            behind = end > begin
            if behind and not scan.joined[end - 1] and (scan.gaps[end - 1] != ", " or not self._list_goes_on(end)):
                return end
            if behind and scan.lowers[end] in JOINERS:
                if not scan.joined[end] or not self._is_topic(end + 1):
                    return end
                end += 2
            elif scan.kinds[end] in _NO_TOPICS or not self._is_topic(end):
                return end
            else:
                end += 1

    def _is_topic(self, i: int) -> bool:
        if not self.scan.is_capital[i] or self.looks[i].honorific:
            return False
        lower = self.scan.lowers[i]
        if lower in self.people.titles and not lower.endswith("s"):
            return self._specifies(i)
        if lower in self.topics:
            return True
        if self.plain is not None:
            return lower in self.plain and not self.looks[i].given
        return lower in self.modifiers or not self.looks[i].given

    def _specifies(self, i: int) -> bool:
        """Tell whether an office at word *i* says which topic follows: "Academic Affairs", "Graduate Studies"."""
        scan = self.scan
        named = scan.joined[i] and scan.is_capital[i] and scan.is_capital[i + 1]
        return named and scan.lowers[i + 1] in self.topics and scan.lowers[i] in _OF_SCHOOLS

    def _list_goes_on(self, i: int) -> bool:
        """Tell whether a comma inside topics goes on to "..., Youth and Sport"."""
        scan = self.scan
        for at in range(i, min(i + 6, scan.count - 1)):
            if scan.lowers[at] in JOINERS:
                return self._is_topic(at + 1)
            if not self._is_topic(at):
                return False
        return False
