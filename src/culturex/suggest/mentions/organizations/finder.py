"""Find named bodies by the words that head their names, with what specifies them; join acronyms and short forms."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations import arabic as organizations_arabic
from culturex.suggest.mentions.organizations import han as organizations_han
from culturex.suggest.mentions.organizations import slavic as organizations_slavic
from culturex.suggest.mentions.organizations import societies as organizations_societies
from culturex.suggest.mentions.organizations import states as organizations_states
from culturex.suggest.mentions.organizations import told as organizations_told
from culturex.suggest.mentions.organizations.behind import Behind
from culturex.suggest.mentions.organizations.german import is_group
from culturex.suggest.mentions.organizations.join import acronyms, bare_embassy, join
from culturex.suggest.mentions.organizations.plural import coordination, is_general
from culturex.suggest.mentions.organizations.spans import Extent
from culturex.suggest.mentions.scan import squeezed
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.looks import beginnings, looks

_GEO = ("country", "region", "place")
_SURE, _LIKELY, _WEAK = 0.85, 0.7, 0.55
# Rooms that are bodies with these words before them: "City Hall", "American Corner".
_SEATS = frozenset(
    ("government", "hall", "corner", "space", "classroom", "room", "high", "village", "district", "garden", "gardens")
)
# Of these, those that are told by their town: "Uppsala City Hall", "Võru Town Government".
_OF_TOWNS = frozenset(("hall", "government"))
_GARDENS = frozenset(("garden", "gardens"))
# Heads of bodies that report.
_REPORTING = frozenset(("agency", "agence", "agencia", "service", "network", "group", "club"))
# Heads that stand behind the name as well: "Goethe Institut", "Sorbonne Université".
_BEHIND_NAMES = frozenset("institut université instituto istituto théâtre orchestre universität academia".split())
# What people work on: with an office behind it, it is no body.
_RUN = frozenset(("program", "programme", "project"))
# Arabic houses, in Latin letters: "Beit al-Hikma" is a body, "Beit Jala" a town.
_HOMES = frozenset(("beit", "bayt"))
_AL = ("al", "el", "as-", "ash-", "ar-", "an-", "az-")
# Rules that find names by what stands beside them.
_BY_NEIGHBOURS = frozenset(("organizations.led", "organizations.named", "organizations.spelled_out"))
# What unions of states keep abroad: "EU Office", "UN Mission".
_MISSIONS = frozenset(("office", "mission", "delegation", "house", "representation", "centre", "center", "agency"))
# Halls are seen, lest they be people, and are no bodies: "Auditorio Pedro Linares", "Riverside Convention Centre".
_HALLS, _HALL = frozenset(("auditorio", "auditorium", "auditório")), 0.4
# By one word before or behind them, these are buildings, rooms and titles of works: "State House", "Studio Lumen".
_BUILDINGS = frozenset("house studio ville circle guild".split())
# Those who learn, teach or play at a body.
_PEOPLE = frozenset(
    "students student teachers pupils graduates ambassadors players members alumni youth children singers".split()
)
_DEFINITE = frozenset(("im", "am", "beim", "vom", "zum", "zur"))
_DEFINITE_ENDINGS = ("büro", "verein", "amt", "ministerium", "archiv", "museum")
_INDEFINITE = frozenset(("a", "an", "any", "another", "un", "une", "una", "ein", "eine", "einem", "einer", "um", "uma"))


def find(document: Document) -> list[Mention]:
    """Return the bodies named in *document*, in order; each later mention carries the name of the fullest one."""
    found = organizations_han.find(document) + organizations_arabic.find(document)
    if document.words:
        finder = _Finder(document)
        found += finder.run()
    found += organizations_states.find(document, found)
    found.sort(key=lambda m: (m.start, -m.end))
    return found


class _Finder(Behind):
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
        sent = head.base in _MISSIONS and first < i and self._is_sent(first, i, end)
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

    def _judge(self, extent: Extent) -> None:
        """Keep the name if it says enough."""
        scan, spec = self.scan, extent.spec
        own = (extent.end - extent.first) - 1
        text = scan.texts[extent.head]
        alone = spec.language == "de" and extent.head + 1 == extent.end
        lone = alone and is_group(scan.lowers[extent.head - 1], scan.lowers[extent.head])
        compound = "-" in text or (spec.language == "de" and scan.lowers[extent.head] != spec.base) or lone
        elided = extent.first == extent.head and "'" in text.replace("’", "'")
        if own == 0 and (not compound or (text.lower() == spec.base and not lone)):
            if spec.kind == "post":
                self.bare.append(extent.head)
            return
        held = scan.joined[extent.end - 1] and scan.is_capital[extent.end] and scan.lowers[extent.end] in self.offices
        if held and spec.base in _RUN and extent.end - extent.head == 1:
            return  # "Senior Programme Specialist"
        if self._is_of_people(extent):
            return
        if self._is_event(extent) or (spec.base in _HOMES and not scan.lowers[extent.head + 1].startswith(_AL)):
            return
        if own == 0 and compound and not self._compound_alone(extent):
            return
        confidence = self._confidence(extent, own) if own else 0.5 if spec.weak else _LIKELY
        if confidence is None:
            return
        rule = "organizations.head" if not spec.weak else "organizations.weak_head"
        self._add(extent, self._name(extent, elided), confidence, rule)

    def _is_of_people(self, extent: Extent) -> bool:
        """Tell whether it only says who people are: "Private College Students", "Team of Peruvian Art Ambassadors"."""
        scan, at = self.scan, extent.end
        if extent.spec.language != "en" or not scan.joined[at - 1] or not scan.is_capital[at]:
            return False
        if scan.lowers[at] not in _PEOPLE:
            return False
        own = [k for k in range(extent.first, extent.end) if k != extent.head]
        plain = all(
            scan.lowers[k] in self.people.words["common"] or scan.kinds[k] in ("country", "region") for k in own
        )
        return plain or extent.spec.weak

    def _compound_alone(self, extent: Extent) -> bool:
        """Keep "Goethe-Institut", and a German compound behind a definite article: "im Seniorenbüro"."""
        i = extent.head
        if "-" in self.scan.lowers[i]:
            return True
        before = self.scan.lowers[i - 1] if i and self.scan.joined[i - 1] else ""
        if is_group(before, self.scan.lowers[i]):
            return True
        return before in _DEFINITE and self.scan.lowers[i].endswith(_DEFINITE_ENDINGS)

    def _confidence(self, extent: Extent, own: int) -> float | None:
        scan, spec = self.scan, extent.spec
        lowers = scan.lowers[extent.first : extent.end]
        if spec.base in _REPORTING and not self.tables.words["media"].isdisjoint(lowers):
            return 0.4
        before = scan.lowers[extent.first - 1] if extent.first and scan.joined[extent.first - 1] else ""
        if (
            before in _INDEFINITE
            and (before != "a" or self.document.language == "en")
            and not scan.is_capital[extent.first - 1]
        ):
            return 0.4
        if spec.base in ("program", "programme") and not self.tables.words["instruments"].isdisjoint(lowers):
            return None
        if spec.weak and not self.tables.words["idioms"].isdisjoint([f"{spec.base}:{lower}" for lower in lowers]):
            return _HALL if spec.kind == "house" else None
        if spec.base == "charity" and scan.joined[extent.head] and scan.is_capital[extent.head + 1]:
            return None  # "Spring Charity Bazaar"
        if spec.base in _HALLS:
            return _HALL
        if spec.weak and spec.base in _MISSIONS and any(map(self._is_union, range(extent.first, extent.head))):
            return _LIKELY
        if spec.base in self.tables.words["firm_heads"] and not any(
            self._is_foreign(k) and scan.lowers[k] not in self.people.words["common"]
            for k in range(extent.first, extent.head)
        ):
            return None
        if spec.base == "aid" and scan.kinds[extent.first] == "country":
            return None if scan.is_title_case(extent.head) else _LIKELY  # "Polish Aid"
        if spec.weak:
            if own < 2 and all(k == extent.head or self._says_little(k) for k in range(extent.first, extent.end)):
                return None
            if spec.order == "after" and extent.end - extent.head == 1:
                return None
            if own > 1:
                return _LIKELY
            behind = scan.lowers[extent.end] if scan.joined[extent.end - 1] else ""
            led = behind in self.offices or behind in self.people.words["modifiers"]
            return _HALL if spec.base in _BUILDINGS and not led else _WEAK
        if (
            own == 1
            and extent.first == extent.head - 1
            and lowers[0] in ("national", "international", "new", "local", "public", "private", "general")
        ):
            return _WEAK
        return _SURE

    def _is_union(self, i: int) -> bool:
        """Tell whether word *i* names a union of states or the United Nations: "EU Office"."""
        mention = self.scan.cover[i]
        named = mention is not None and mention.kind == "region" and (mention.extra or {}).get("form") == "name"
        if self.scan.lowers[i] == "nations" and self.scan.lowers[i - 1] == "united":
            return True
        return named or (self.scan.texts[i].isupper() and self.scan.texts[i] in self.tables.names)

    def _links(self, i: int) -> bool:
        """Tell whether word *i* and the next one may belong to one phrase."""
        return self.scan.joined[i] or self.scan.gaps[i] in (", ", "-", " & ", "+ ", " + ")

    def _phrase(self, i: int, phrases: list[list[str]]) -> bool:
        scan = self.scan
        for phrase in phrases:
            end = i + len(phrase)
            if end > scan.count or not all(map(self._links, range(i, end - 1))):
                continue
            if _is_phrase([self._bare(i), *scan.texts[i + 1 : end]], phrase):
                at = next((k for k in range(i, end) if scan.lowers[k] in self.tables.heads), None)
                if at is not None:
                    head = self.tables.heads[scan.lowers[at]]
                    first = self.reach.left(i, head, self.done) if i > self.done else i
                    stop = max(end, self.reach.right(end - 1, replace(head, order="before", language="en")))
                    extent = Extent(first, stop, at, head)
                    if self._is_event(extent):
                        return False
                    self._add(extent, self._name(extent, False), _SURE, "organizations.phrase")
                elif scan.lowers[end - 1] in _SEATS:
                    spec = Head(scan.lowers[end - 1], "unit", "before", "en")
                    first = self.reach.left(i, spec, self.done) if i > self.done else i
                    bare = first == i and phrase[0] == scan.texts[i] and spec.base in _OF_TOWNS
                    stop = self._named_behind(first, end - 1, end, spec)
                    if bare or spec.base in _GARDENS:
                        stop = self.reach.right(end - 1, spec)
                    if bare and stop == end:
                        return False  # unlike "County Government of Homa Bay"
                    self._add(Extent(first, stop, end - 1, spec), None, _LIKELY, "organizations.phrase")
                elif " ".join(phrase).lower() in organizations_told.TERRITORIES:
                    last = organizations_told.territory(self.reach, i, end)
                    if last is None:
                        return False
                    spec = Head(phrase[0].lower(), "unit", "before", "en")
                    self._add(Extent(i, last, i, spec), None, 0.6, "organizations.territory")
                elif (society := organizations_societies.extent(scan, i, end)) is not None:
                    self._add_plain(*society, squeezed(scan.span_text(*society)), "organizations.society")
                elif self._stands_alone(i, end - 1):
                    self._add_plain(i, end, " ".join(phrase), "organizations.phrase")
                else:
                    return False
                return True
        return False

    def _add_slavic(self, i: int, head: Head) -> None:
        result = organizations_slavic.extent(self.scan, self.tables, i, head, self.done, self.offices)
        if result is not None:
            extent, name, confidence = result
            self._add(extent, name, confidence, "organizations.slavic")


def _is_capital_inside(text: str) -> bool:
    """Tell whether a capital follows an elided article: "l'Institut"."""
    return not text.isalnum() and text.replace("’", "'").partition("'")[2][:1].isupper()


def _is_phrase(texts: list[str], phrase: list[str]) -> bool:
    """Tell whether the words are the phrase, the last one perhaps in the possessive."""
    return texts[:-1] == phrase[:-1] and texts[-1] in (phrase[-1], phrase[-1] + "'s", phrase[-1] + "’s")
