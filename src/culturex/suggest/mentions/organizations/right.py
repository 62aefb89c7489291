"""Where the name of a body ends, to the right of its head: its own words, links ("of", "de", "für"), what they bring.

In: the head of a name by its word index, and what the tables tell of it. Out: the index behind the last word.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.organizations.links import GOVERNING, Links
from culturex.suggest.mentions.organizations.lists import Lists
from culturex.suggest.mentions.organizations.page import POSSESSIVE, Page
from culturex.suggest.mentions.organizations.quotations import end_of_quotation
from culturex.suggest.mentions.organizations.seats import Seats
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.clues import ELIDED_LINKS, ROMANCE

_MOST_RIGHT = 14
_DASHES = frozenset(("-", "–", "‑", " - ", " – "))
# "Consulate General", "Directorate-General" with a space.
_GENERAL = frozenset(("general", "général", "générale", "generale", "geral"))
_GENERAL_HEADS = frozenset(
    """
    consulate directorate secretariat consulado consulat consolato dirección direction direzione direção secretaría
    secrétariat segreteria secretaria attorney
    """.split()
)
# Those whose names houses bear: "Instituto Rey Sejong".
_CROWNED = frozenset("rey reina roi reine re regina rei rainha príncipe infante infanta emperador papa".split())
_ARABIC_ARTICLES = ("al-", "as-", "ash-", "ar-")
# Adjectives are told by their endings from so many letters on, less one.
_SHORT_ADJECTIVE = 5
_MOST_FIELDS = 12
# What serves one who holds an office: "Office of the President".
_STAFFS = frozenset(
    """
    office bureau secretariat administration cabinet chancellery residence oficina gabinete museum library foundation
    fund
    """.split()
)
# Words that lead to where something is, and into a name only before a country or place.
_ABROAD = frozenset(("au", "aux", "al", "alla", "no", "na", "en"))
# Ties that a society may have "with" others.
_TIES = frozenset("relations ties friendship contacts cooperation co-operation solidarity links exchange".split())
_NUMBERED = frozenset(("school", "unit", "house"))
_NUMBER = frozenset(("n", "no", "nr"))
_NUMBER_GAPS = frozenset((". ", " ", ".", "º ", "° ", "°", "º"))
_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI"))
_LONGEST_NUMBER = 4
_QUOTING = ("school", "house")


class Right:
    """Finds where names end on one page."""

    def __init__(self, page: Page, items: Items, seats: Seats) -> None:
        self.page = page
        self.items = items
        self.seats = seats

    def end(self, head: int, spec: Head) -> int:
        """Return the end of the name headed by word *head*: its own modifiers, links and what they bring."""
        return self.seats.behind(_Name(self.page, self.items.within(head, spec), head, spec).end(), spec)


class _Name:
    """One name, which word *head* heads; *items* reads the phrases in it."""

    def __init__(self, page: Page, items: Items, head: int, spec: Head) -> None:
        self.page = page
        self.items = items
        self.head = head
        self.spec = spec
        self.lists = Lists(page, items)
        self.links = Links(page, items)
        self.scan = page.scan
        self.tables = page.tables

    def end(self) -> int:
        """Return where the name ends, its seat apart."""
        scan, spec = self.scan, self.spec
        limit = min(scan.count, self.head + _MOST_RIGHT)
        end = self._behind_head()
        if spec.order in ("after", "both") or spec.language != "en":
            end = self._with_adjacent(end)
        end, linked = self._follow_links(end, limit, linked=False)
        if spec.language in ROMANCE and scan.texts[self.head] != scan.lowers[self.head]:
            fields = self._through_fields(end)
            end = self._follow_links(fields, limit, linked=True)[0] if fields > end else end
        if spec.kind in _NUMBERED:
            end = self._with_number(end)
        if scan.joined[end - 1]:
            end = self._with_form(end)
        if spec.kind in _QUOTING and linked:
            end = end_of_quotation(scan, end) or end
        return end

    def _behind_head(self) -> int:
        """Take what belongs to the head itself: "Consulate General", 'ensemble "Berezka"'."""
        scan, head, end = self.scan, self.head, self.head + 1
        if scan.lowers[end] in _GENERAL and scan.joined[head] and self.spec.base in _GENERAL_HEADS:
            end += 1
        if scan.lowers[head].endswith(POSSESSIVE):
            return end
        return end_of_quotation(scan, end) or end

    def _with_adjacent(self, end: int) -> int:
        """Take what follows the head at once: "Instituto Cervantes", "Institut français", "Universität Leipzig"."""
        scan, german = self.scan, self.spec.language == "de"
        if self.spec.language == "tr":
            return end
        while end < scan.count and (scan.joined[end - 1] or (german and scan.gaps[end - 1] in _DASHES)):
            if german and self._is_german_noun(end):
                break
            if not self._is_own_name(end) and not self._is_adjective(scan.lowers[end]):
                break
            end += 1
        return end

    def _is_own_name(self, i: int) -> bool:
        """Tell whether word *i* right behind a head names the body: a capital that is no office, head or event."""
        scan, lower = self.scan, self.scan.lowers[i]
        if scan.is_capital[i] and not self._is_other(lower):
            return True
        if lower in _CROWNED and scan.joined[i] and scan.is_capital[i + 1]:
            return True
        return self.spec.language == "ar" and lower.startswith(_ARABIC_ARTICLES)

    def _is_other(self, lower: str) -> bool:
        """Tell whether the word (in small letters) names something else behind a head: an office, a body, an event."""
        return lower in self.page.offices or lower in self.tables.heads or lower in self.tables.words["events"]

    def _is_adjective(self, lower: str) -> bool:
        """Tell whether a lower-case word after the head is an adjective of its language: "philharmonique"."""
        if lower in self.tables.words["adjectives"]:
            return True
        endings = self.tables.endings.get(self.spec.language)
        return endings is not None and len(lower) > _SHORT_ADJECTIVE and lower.endswith(endings)

    def _is_german_noun(self, i: int) -> bool:
        return self.scan.kinds[i] not in GEO and self.scan.lowers[i] in self.page.people.words["blockers"]

    def _follow_links(self, end: int, limit: int, *, linked: bool) -> tuple[int, bool]:
        """Return where links and what they bring end, and whether there were any."""
        while end < limit:
            step = self._step(end, linked)
            if step is None:
                break
            end, linked = step, True
        return end, linked

    def _step(self, end: int, linked: bool) -> int | None:
        """Return where the name goes on to from word *end*, *linked* to its head or not; None where it ends."""
        scan, gap = self.scan, self.scan.gaps[end - 1]
        if scan.joined[end - 1]:
            return self._over_word(end, linked)
        if gap == ", ":
            return self.lists.listed(end, governs=self.spec.base in GOVERNING) if linked else None
        if "&" in gap and gap.strip() == "&" and scan.is_capital[end] and (linked or self.spec.kind == "group"):
            return self.lists.joined(end, end) if linked else self.items.end(end)
        return None

    def _over_word(self, i: int, linked: bool) -> int | None:
        """Return the end of what word *i* leads to: an officeholder, a purpose, fields, a country."""
        lower, links = self.scan.lowers[i], self.links
        if not linked and self.spec.base in _STAFFS and (stop := links.holder(i)):
            return stop
        abroad = lower in _ABROAD and self.spec.order == "after" and self.spec.kind != "post"
        if (abroad and not links.leads_to_place(i)) or (lower == "on" and links.leads_to_day(i)):
            return None
        if lower == "for" and self.spec.language == "en" and (stop := links.purpose(i)):
            return stop
        if links.is_link(lower, self.spec) or (linked and lower == "with" and self.scan.lowers[i - 1] in _TIES):
            return links.bring(i, self.spec)
        if linked and lower in self.page.joiners:
            return self.lists.joined(i + 1, i)
        if self.spec.order == "after" and self.items.is_elided_link(i):
            return self.items.end_of_elided(i)
        return None

    def _through_fields(self, begin: int) -> int:
        """Return the end of fields written small: "Institut supérieur d'art dramatique et d'animation culturelle"."""
        scan = self.scan
        end = at = begin
        while at < min(begin + _MOST_FIELDS, scan.count) and scan.joined[at - 1] and scan.texts[at].islower():
            lower = scan.lowers[at].replace("’", "'")
            elided, _, rest = lower.partition("'")
            if (rest if rest and elided in ELIDED_LINKS else lower) in self.tables.words["fields"]:
                end = at + 1
            elif self._is_adjective(lower):
                end = at + 1 if end == at and at > begin else end
            elif not (self.links.is_link(lower, self.spec) or self.page.is_article(at) or lower in self.page.joiners):
                break
            at += 1
        return end

    def _with_number(self, end: int) -> int:
        """Take the number of a school or a division: "School No. 5", "Northeast Asia Division I"."""
        scan, text = self.scan, self.scan.texts[end]
        if text.isdigit() and scan.lowers[end - 1] in _NUMBER and scan.gaps[end - 1] in _NUMBER_GAPS:
            return end + 1  # "Biblioteca Pública N° 47"
        if not scan.joined[end - 1]:
            return end
        if self.spec.kind == "unit":
            return end + (text in _ROMAN)
        if self.spec.kind != "school" or end + 1 >= scan.count:
            return end
        inflected = self.spec.language == "tr" and not scan.texts[end - 1].isalpha()  # "Bar Lisesi'nde 25 öğrenci"
        if text.isdigit() and len(text) <= _LONGEST_NUMBER and not inflected:
            return end + 1
        counts = scan.lowers[end] in _NUMBER and scan.gaps[end] in _NUMBER_GAPS
        return end + 2 if counts and scan.texts[end + 1].isdigit() else end

    def _with_form(self, end: int) -> int:
        """Take a legal form, and whom the body is named after."""
        scan = self.scan
        if scan.is_capital[end] and scan.lowers[end] in self.tables.words["legal_after"]:
            end += 1
        if scan.lowers[end] == "named" and scan.lowers[end + 1] == "after" and scan.joined[end - 1]:
            return self.items.end_of_honoured(end + 2) or end
        return end
