"""Find named bodies by the words that head their names, with what specifies them; join acronyms and short forms."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations import arabic as organizations_arabic
from culturex.suggest.mentions.organizations import han as organizations_han
from culturex.suggest.mentions.organizations import slavic as organizations_slavic
from culturex.suggest.mentions.organizations import states as organizations_states
from culturex.suggest.mentions.organizations.join import acronyms, bare_embassy, join
from culturex.suggest.mentions.organizations.judging import MISSIONS
from culturex.suggest.mentions.organizations.phrases import Phrases
from culturex.suggest.mentions.organizations.plural import coordination, is_general
from culturex.suggest.mentions.organizations.spans import Extent
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.looks import beginnings, looks

_GEO = ("country", "region", "place")
_SURE, _LIKELY = 0.85, 0.7
# Heads that stand behind the name as well: "Goethe Institut", "Sorbonne Université".
_BEHIND_NAMES = frozenset("institut université instituto istituto théâtre orchestre universität academia".split())
# Rules that find names by what stands beside them.
_BY_NEIGHBOURS = frozenset(("organizations.led", "organizations.named", "organizations.spelled_out"))


def find(document: Document) -> list[Mention]:
    """Return the bodies named in *document*, in order; each later mention carries the name of the fullest one."""
    found = organizations_han.find(document) + organizations_arabic.find(document)
    if document.words:
        finder = _Finder(document)
        found += finder.run()
    found += organizations_states.find(document, found)
    found.sort(key=lambda m: (m.start, -m.end))
    return found


class _Finder(Phrases):
    """The state of one run over one document."""

    def run(self) -> list[Mention]:
        texts, told = self.scan.texts, looks(self.document)
        for i in beginnings(self.document):
            clue = told[i].clue
            if clue is None or i < self.done:
                continue
            if clue.phrases is not None:
                second = texts[i + 1]
                phrases = clue.phrases.get(second) or clue.phrases.get(second.removesuffix("'s").removesuffix("’s"))
                if (phrases and self._phrase(i, phrases)) or ("" in clue.phrases and self._phrase(i, clue.phrases[""])):
                    continue
            if clue.known and self._stands_alone(i, i):
                name = self._bare(i).removesuffix("'s").removesuffix("’s")
                end = self._national(i)
                self._add_plain(i, end, name if end == i + 1 else self.scan.span_text(i, end), "organizations.name")
            elif clue.head is not None:
                self._headed(i, clue.head)
            else:
                if clue.quoted:
                    self._lower_quoted(i)
                if clue.form:
                    self._by_form(i)
                if clue.acronym:
                    self.shorts.append(i)
                if clue.agency:
                    self._agency(i)
                if clue.leader and (led := self.named.led(i, self.done)):
                    self._add(
                        Extent(*led, led[0], Head("company", "group", "before", "en")), None, 0.6, "organizations.led"
                    )
        for first, end in self.named.spelled_out(self.shorts):
            self._add(
                Extent(first, end, first, Head("company", "group", "before", "en")),
                None,
                _LIKELY,
                "organizations.spelled_out",
            )
        self._repeat()
        acronyms(self.scan, self.found, self.tables.heads)
        self._unknown_acronyms()
        bare_embassy(self.scan, self.found, self.bare)
        join(self.scan, self.found)
        return self.found

    def _repeat(self) -> None:
        """Find the names that only their neighbours told wherever else they stand."""
        scan = self.scan
        told = {m.text: m for m in self.found if m.rule in _BY_NEIGHBOURS and " " in m.text}
        for text, mention in told.items():
            at = self.document.text.find(text)
            while at >= 0:
                i = scan.at(at)
                if scan.starts[i] == at and scan.kinds[i] is None:
                    value, extra = dict(mention.value), dict(mention.extra or {})
                    again = replace(mention, start=at, end=at + len(text), value=value, extra=extra)
                    self.found.append(again)
                    scan.cover_with(again)
                at = self.document.text.find(text, at + len(text))

    def _is_party(self, i: int) -> bool:
        """Tell whether word *i* is part of a country's or a group's name: Russian Federation, European Union."""
        mention = self.scan.cover[i]
        if mention is None or mention.kind not in _GEO:
            return False
        scan = self.scan
        # "Nordic Council for Cultural Ties" goes on where the group's name ends.
        goes_on = scan.joined[i] and scan.lowers[i + 1] in ("for", "on")
        return not goes_on and (mention.start < scan.starts[i] or mention.end > scan.ends[i])

    def _headed(self, i: int, head: Head) -> None:
        if self._is_party(i) or (head.language == "tr" and self._is_of_office(i)):
            return
        if head.order == "slavic":
            self._add_slavic(i, head)
            return
        if not self.scan.is_capital[i] and not _is_capital_inside(self.scan.texts[i]):
            self._lower_head(i, head)
            return
        if self._later_head(i, head) or self._is_plain_here(i, head):
            return
        if i and not self.scan.joined[i - 1] and head.language == "en" and self._quoted_before(i, most=0):
            return
        parts = coordination(self.reach, i, head, self.done) if head.plural else ()
        if parts:
            for extent, name in parts:
                self._add(extent, name, _SURE, "organizations.coordination")
            self.done = max(e.end for e, _ in parts)
            return
        if head.plural and (head.kind == "post" or is_general(self.reach, i)):
            return
        first = self.reach.left(i, head, self.done) if head.order != "after" else self.reach.front(i, self.done)
        end = self.reach.right(i, head)
        if first == i and end == i + 1 and head.order == "after" and i > self.done and self._is_named_before(i):
            first = self.reach.left(i, head, self.done)
        if head.plural and first == i - 1 and end == i + 1 and head.kind != "house":
            return  # "Rotary Clubs", "Confucius Institutes": many of them
        end = self._honoured(i, end, head)
        end = self._named_behind(first, i, end, head)
        sent = head.base in MISSIONS and first < i and self._is_sent(first, i, end)
        if sent or (head.language == "en" and first < i and self._is_abroad(first, end, head)):
            end = self.reach.posted(end, head, always=True)
        self._judge(Extent(first, end, i, head))

    def _is_plain_here(self, i: int, head: Head) -> bool:
        """Tell whether a head of another language is a word of this one: "Red Gum", but "Red de Museos"."""
        if head.language == self.document.language or self.scan.lowers[i] not in self.people.words["common"]:
            return False
        return self.scan.is_capital[i + 1] and head.weak and head.order == "after"

    def _is_of_office(self, i: int) -> bool:
        """Tell whether the head at word *i* only says what an office is of: "Belediye Başkanı"."""
        scan = self.scan
        led = scan.joined[i] and scan.lowers[i + 1] in self.offices
        return led and scan.lowers[i] in self.people.words["modifiers"]

    def _is_sent(self, first: int, i: int, end: int) -> bool:
        """Tell whether a union of states keeps the body, or a state for good: "EU Office", "Permanent Mission"."""
        if self.scan.lowers[i - 1] == "permanent":
            return True
        return end == i + 1 and any(map(self._is_union, range(first, i)))

    def _is_named_before(self, i: int) -> bool:
        """Tell whether the head at word *i* follows its name, as abroad: "Goethe Institut", "Österreich Institut"."""
        scan, before = self.scan, self.scan.lowers[i - 1]
        if scan.lowers[i] not in _BEHIND_NAMES or before in self.offices:
            return False
        if not (scan.joined[i - 1] and scan.is_capital[i - 1]) or self.reach.is_opener(i - 1):
            return False
        return not scan.is_title_case(i) and before not in self.tables.heads

    def _later_head(self, i: int, head: Head) -> bool:
        """Tell whether a later word of the same capital run heads the name: "Library Association"."""
        if head.order != "before" or self.scan.lowers[i].endswith(("'s", "’s")):
            return False  # "George Mason University's School of Law" are two
        scan = self.scan
        for at in range(i + 1, i + 4):
            lower = scan.lowers[at]
            if not scan.joined[at - 1] or lower in self.offices:
                return False
            if not scan.is_capital[at]:
                joins = at == i + 1 and head.language != "tr" and lower in self.tables.words["joiners"]
                return joins and self._pairs_with_head(at, head)
            if lower in self.tables.words["joiners"]:
                return at == i + 1 and self._pairs_with_head(at, head)
            other = self.tables.heads.get(lower)
            if other is not None and other.order == "before":
                return lower not in self.tables.words["topics"] or other.kind != "unit"
        return False

    def _pairs_with_head(self, joiner: int, first: Head) -> bool:
        """Tell whether "and" leads through one topic to a head: "Opera and Ballet Theatre"."""
        scan = self.scan
        at = joiner + 2
        if at >= scan.count or not scan.joined[joiner] or not scan.joined[joiner + 1]:
            return False
        return (
            scan.is_capital[joiner + 1]
            and scan.is_capital[at]
            and scan.lowers[at] in self.tables.heads
            and (first.weak or scan.lowers[joiner + 1] in self.tables.words["topics"])
        )

    def _add_slavic(self, i: int, head: Head) -> None:
        result = organizations_slavic.extent(self.scan, self.tables, i, head, self.done, self.offices)
        if result is not None:
            extent, name, confidence = result
            self._add(extent, name, confidence, "organizations.slavic")


def _is_capital_inside(text: str) -> bool:
    """Tell whether a capital follows an elided article: "l'Institut"."""
    return not text.isalnum() and text.replace("’", "'").partition("'")[2][:1].isupper()
