"""Find people with their titles, bodies and countries; join later mentions by surname to the first."""

from __future__ import annotations

import re

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.people import arabic as people_arabic
from culturex.suggest.mentions.people import han as people_han
from culturex.suggest.mentions.people import slavic as people_slavic
from culturex.suggest.mentions.people.behind import Behind
from culturex.suggest.mentions.people.evidence import Judge, Run
from culturex.suggest.mentions.people.join import Joiner
from culturex.suggest.mentions.people.marks import LIST_GAPS, mark
from culturex.suggest.mentions.people.names import MOST_HONORIFICS, Names
from culturex.suggest.mentions.people.offices import Offices
from culturex.suggest.mentions.people.title_words import Title
from culturex.suggest.mentions.people.titles import Titles
from culturex.suggest.mentions.scan import Scan
from culturex.suggest.mentions.words.bodies import tables_for as bodies_for
from culturex.suggest.mentions.words.people import PeopleTables, tables_for

_ENOUGH = 0.5
# A list of people does not save what speaks so much against a name.
_HOPELESS = -0.2
# What parts two people of a list is no longer than this, with honorifics and parentheses.
_LONGEST_GAP = 60
_ADDRESS = re.compile(r"(?:Prof\.|Mrs\.|Dr\.?|Mr\.?|Ms\.?) ")
_PARENTHESIS = re.compile(r"\([^)]{0,50}\)")
_BEFORE = frozenset((" ", "\u00a0", ", ", ": ", " – ", " - ", ". ", ".", " — "))
# What parts forms of address from each other and from the name: "Prof. (Mrs.) X", "Dato' Seri X".
_ADDRESSED = frozenset((" ", ". ", ".", "\u00a0", "' ", "’ ", " (", ". (", ") ", ".) "))
# What stands before "Excellency", "Highness".
_WHOSE = frozenset(("his", "her", "their", "your"))
# Forms of address that tell what somebody is, where nothing else does; a doctor may be anything.
_RANKS = frozenset("prof asst assoc asst.prof assoc.prof rev reverend revd fr pandit ustad ven venerable".split())
# What counts against a name that is that of a place.
_AGAINST_PLACES = {"a place": 0.8, "begins with a place": 0.4}
# Offices that are not held over a town or in it.
_NOT_OF_TOWNS = frozenset(
    "ambassador minister secretary undersecretary president premier chancellor senator professor".split()
)
# Words between an office and who holds it.
_BESIDE = frozenset(("is", "are", "was", "were", "named", "like", "es", "ist", "est"))
_CLOSING = frozenset((") ", ")\u00a0", "), "))
# What stands behind initials and before nicknames.
_OPEN = frozenset((". ", ".", ' "', " “", " ‘"))
_NO_NAMES = frozenset(("organization", "date"))


def find(document: Document) -> list[Mention]:
    """Return the people named in *document*, in order. Each mention of one person carries the same value."""
    found = people_han.find(document) + people_arabic.find(document)
    if finder := _finder(document):
        found += finder.run()
        del document.kept["people"]
    elif document.words:
        found += people_slavic.find(document)
    found.sort(key=lambda m: (m.start, -m.end))
    return found


def read_offices(document: Document) -> list[Mention]:
    """Read the offices of *document* for ``read_names`` and ``find``; as a step, it finds no mentions."""
    _finder(document)
    return []


def read_names(document: Document) -> list[Mention]:
    """Read what names people in *document* for ``find``; as a step, it finds no mentions."""
    if finder := _finder(document):
        finder.read()
    return []


def _finder(document: Document) -> _Finder | None:
    """Return the one finder of *document*; None where it has no words, or those of a Slavic language."""
    if not document.words or people_slavic.reads(document):
        return None
    kept: _Finder | None = document.kept.get("people")
    if kept is None:
        kept = document.kept["people"] = _Finder(document)
    return kept


class _Finder:
    """The state of one run over one document."""

    def __init__(self, document: Document) -> None:
        self.scan = Scan(document, bodies=True)
        self.people: PeopleTables = tables_for(document.language)
        self.names = Names(self.scan, self.people)
        self.judge = Judge(self.names).judge
        self.titles = Titles(self.scan, self.people, bodies_for(document.language), self.names.looks)
        self.runs: list[Run] = []
        self.offices = Offices(self.names, self.titles, self.runs)
        self.behind = Behind(self.titles, self.offices)
        self.is_read = False
        self.by_end = self.offices.by_end

    def read(self) -> None:
        """Read what names people, unless that is done."""
        if not self.is_read:
            self.is_read = True
            self._collect()

    def run(self) -> list[Mention]:
        self.read()
        self._coordinate()
        kept = [r for r in self.runs if r.score >= _ENOUGH or r.topic]
        return Joiner(self.scan, self.people, self.names.looks, kept).mentions()

    def _collect(self) -> None:
        done = 0
        scan, looks, in_titles = self.scan, self.names.looks, self.offices.inside
        for i in scan.capitals:
            if i < done or i in in_titles or scan.kinds[i] in _NO_NAMES:
                continue
            if not scan.is_capital[i + 1] and ((looks[i].barred and not looks[i].head) or self._is_alone(i)):
                continue
            if not self.names.may_begin(i):
                done = max(done, self.names.passed)
                continue
            before, title, honorific = self._before(i)
            close = title is not None and scan.gaps[before - 1] != ", "
            shares = self._shares_title(i)
            end = self.names.end_of(i, titled=close or shares or bool(honorific))
            if end is None:
                done = max(done, self.names.passed)
                continue
            if self.titles.turkish:  # "MATÜSİTEB Genel Başkanı"
                end = next((k for k in range(i + 1, end) if k in in_titles), end)
                if end == i + 1 and scan.texts[i].isupper():
                    continue
            run = Run(i, end, honorific=honorific)
            self._weigh(run, title, before)
            if shares and run.title is None and (shared := self.runs[-1].title):
                self.offices.give(run, shared)
                run.rule = "people.title_before"
                run.add(0.6, "shares a title")
            self.runs.append(run)
            done = end

    def _shares_title(self, i: int) -> bool:
        """Tell whether word *i* is the next of some family names behind one office: "Presidents Berg and Lane"."""
        if not self.runs or self.runs[-1].end < i - 1 or i < 2:
            return False
        one, text = self.runs[-1], self.scan.text
        if one.end - one.first != 1 or one.title is None or not one.title.plural:
            return False
        return (
            one.rule == "people.title_before" and text[self.scan.ends[one.end - 1] : self.scan.starts[i]] in LIST_GAPS
        )

    def _is_alone(self, i: int) -> bool:
        """Tell whether a capital word with none behind it has nothing beside it either that could make it a name."""
        scan = self.scan
        if scan.gaps[i] in _OPEN or "." in scan.texts[i]:
            return False
        after = scan.lowers[i + 1]
        if after and (after in self.names.particles or not after.isalpha()):
            return False
        if not i:
            return True
        if (
            i in self.by_end
            or self.names.looks[i - 1].honorific
            or scan.lowers[i - 1] in _BESIDE
            or self._shares_title(i)
        ):
            return False
        return scan.gaps[i - 1] not in _CLOSING

    def _before(self, i: int) -> tuple[int, Title | None, str | None]:
        """Return the word index after which the title ended, the title before a name at *i*, and the honorific."""
        scan = self.scan
        at = i
        honorific = None
        floor = max(0, i - MOST_HONORIFICS)
        while at > floor and scan.gaps[at - 1] in _ADDRESSED and self.names.is_honorific(at - 1):
            at -= 1
            honorific = scan.texts[at]
        if honorific and scan.joined[at - 1] and scan.lowers[at - 1] in _WHOSE:
            at -= 1
        while (at - 1) in self.by_end and scan.joined[at - 1] and scan.lowers[at - 1] in self.people.words["royal"]:
            at -= 1
        title = self.by_end.get(at)
        if title is None and at > 1 and scan.gaps[at - 1] in _CLOSING and scan.gaps[at - 2] == " (":
            title = self.by_end.get(at - 1)
        elif title is not None and (not self._stands_before(at, bool(honorific)) or self._is_letters(title)):
            title = None
        if title is None and at >= 2 and scan.joined[at - 1] and scan.lowers[at - 1] in _BESIDE:
            copular = self.by_end.get(at - 1)
            title = copular if copular is not None and scan.joined[at - 2] else None
        return at, title, honorific

    def _stands_before(self, at: int, addressed: bool) -> bool:
        """Tell whether what parts a title from word *at* lets it belong to the name that begins there."""
        gap = self.scan.gaps[at - 1]
        if gap == ". ":  # "Lt. Gov. X"; other stops end a sentence
            return self.offices.is_abbreviated(at - 1)
        return gap in _BEFORE or (addressed and gap == " (")  # "Vice Admiral (Retd) X"

    def _is_letters(self, title: Title) -> bool:
        """Tell whether a title is letters behind the name before it: "Rakgare, MP, Ms Segwai"."""
        apart = self.scan.gaps[title.first - 1] == ", " and self.scan.gaps[title.end - 1] == ", "
        return apart and title.end - title.first == 1 and self.scan.texts[title.first].isupper()

    def _weigh(self, run: Run, title: Title | None, before: int) -> None:
        self.judge(run)
        if run.honorific:
            run.add(0.6, "honorific")
        joined = self.scan.gaps[before - 1] in _ADDRESSED
        if title is not None and (not joined or run.end - run.first == 1) and self._has_bearer(title):
            title = None
        if title is not None:
            run.add(0.25 if title.weak else (self._by_title(run) if joined else 0.4), "title before")
            run.rule = "people.title_before"
            self.offices.give(run, title)
            if joined and self._is_held_by_one(run, title):
                against = sum(_AGAINST_PLACES.get(reason, 0.0) for reason in run.reasons)
                run.add(against, "an office before the place")
        passing = title is None or title.weak or title.plural or self._is_rank(title)
        self.behind.read(run, titled=not passing)
        if run.title_text is None and run.honorific:
            run.title_text = self._rank(before, run.first)
        mark(self.names, run, self.runs[-1] if self.runs else None)

    def _is_held_by_one(self, run: Run, title: Title) -> bool:
        """Tell whether a town's name behind an office is that of its holder: "Secretary Austin", "Ambassador Genet"."""
        named = run.end - run.first == 1 and self.scan.kinds[run.first] == "place" and not title.plural
        return named and self.scan.lowers[title.head] in _NOT_OF_TOWNS

    def _rank(self, at: int, end: int) -> str | None:
        """Return the rank among the forms of address in words *at* to *end*: "Asst. Prof." of "Asst. Prof. Dr."."""
        scan = self.scan
        while at < end and scan.lowers[at] in _WHOSE:
            at += 1
        first = at
        while at < end and (scan.lowers[at] in _RANKS or scan.lowers[at] in self.people.titles):
            at += 1
        return scan.text[scan.starts[first] : scan.starts[at]].rstrip() if at > first else None

    def _is_rank(self, title: Title) -> bool:
        """Tell whether a title is a rank of birth alone, which an office behind the name says better."""
        alone = title.end - title.first == 1 and title.affiliation is None
        return alone and self.scan.lowers[title.head] in self.people.words["royal"]

    def _by_title(self, run: Run) -> float:
        """Return how much an office right before the name counts: all, where the name begins with no plain word."""
        scan = self.scan
        shouted = self.scan.is_title_case(run.first)
        if shouted and run.end - run.first == 1 and self.names.looks[run.first].plain:
            return 0.0  # "Education Minister Meets Ambassador"
        return 0.5 if shouted or scan.lowers[run.first] in self.people.words["common"] else 0.85

    def _has_bearer(self, title: Title) -> bool:
        """Tell whether the title is an apposition to the name before it."""
        return any(r.title is title for r in self.runs[-3:])

    def _coordinate(self) -> None:
        """Carry evidence and shared titles along lists: "Crs A B, C D and E F"."""
        listed = []
        for k in range(1, len(self.runs)):
            one, two = self.runs[k - 1], self.runs[k]
            if not self._listed(one, two):
                continue
            listed.append((one, two))
            if one.score >= _ENOUGH and _HOPELESS < two.score < _ENOUGH:
                two.add(0.35, "in a list of people")
            title = one.title
            if title is not None and title.plural and two.title is None and one.rule == "people.title_before":
                self.offices.give(two, title)
                two.rule = "people.title_before"
                two.add(0.4, "shares a title")
                self.behind.read(two, titled=False)
        for one, two in reversed(listed):
            if two.score >= _ENOUGH > one.score > _HOPELESS:
                one.add(0.35, "in a list of people")
            if (
                two.title is not None
                and two.title.plural
                and two.rule == "people.apposition"
                and (one.title is None or one.title.plural)
            ):
                self.offices.give(one, two.title)
            if two.affiliation and not one.affiliation and two.title is None and one.title is None:
                one.affiliation = two.affiliation

    def _listed(self, one: Run, two: Run) -> bool:
        text = self.scan.text
        between = text[self.scan.ends[max(one.end, one.stop) - 1] : self.scan.starts[two.first]]
        if len(between) > _LONGEST_GAP or "\n" in between:
            return False
        if between in LIST_GAPS:
            return True
        plain = _PARENTHESIS.sub("", between) if "(" in between else between
        return _ADDRESS.sub("", plain).replace("  ", " ").replace(" ,", ",") in LIST_GAPS
