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
        self.lists = Lists(page, items)
        self.links = Links(page, items)
        self.scan = page.scan
        self.tables = page.tables
        # Words that name something else behind a head.
        self.others = (page.offices, page.tables.heads, page.tables.words["events"])

    def end(self, head: int, spec: Head) -> int:
        """Return the end of the name headed by word *head*: its own modifiers, links and what they bring."""
        scan = self.scan
        self.items.turn_to(head, spec)
        limit = min(scan.count, head + _MOST_RIGHT)
        end = self._behind_head(head, spec)
        if spec.order in ("after", "both") or spec.language != "en":
            end = self._with_adjacent(end, spec)
        end, linked = self._follow_links(end, limit, spec, linked=False)
        if spec.language in ROMANCE and scan.texts[head] != scan.lowers[head]:
            fields = self._through_fields(end, spec)
            end = self._follow_links(fields, limit, spec, linked=True)[0] if fields > end else end
        if spec.kind in _NUMBERED:
            end = self._with_number(end, spec)
        if scan.joined[end - 1]:
            end = self._with_form(end)
        if spec.kind in _QUOTING and linked:
            end = end_of_quotation(scan, end) or end
        return self.seats.behind(end, spec)

    def _behind_head(self, head: int, spec: Head) -> int:
        """Take what belongs to the head itself: "Consulate General", 'ensemble "Berezka"'."""
        scan, end = self.scan, head + 1
        if scan.lowers[end] in _GENERAL and scan.joined[head] and spec.base in _GENERAL_HEADS:
            end += 1
        if scan.lowers[head].endswith(POSSESSIVE):
            return end
        return end_of_quotation(scan, end) or end

    def _with_adjacent(self, end: int, spec: Head) -> int:
        """Take what follows the head at once: "Instituto Cervantes", "Institut français", "Universität Leipzig"."""
        scan, german = self.scan, spec.language == "de"
        if spec.language == "tr":
            return end
        while end < scan.count and (scan.joined[end - 1] or (german and scan.gaps[end - 1] in _DASHES)):
            if german and self._is_german_noun(end):
                break
            if not self._is_own_name(end, spec) and not self._is_adjective(scan.lowers[end], spec):
                break
            end += 1
        return end

    def _is_own_name(self, i: int, spec: Head) -> bool:
        """Tell whether word *i* right behind a head names the body: a capital that is no office, head or event."""
        scan, lower = self.scan, self.scan.lowers[i]
        if scan.is_capital[i] and not any(lower in words for words in self.others):
            return True
        if lower in _CROWNED and scan.joined[i] and scan.is_capital[i + 1]:
            return True
        return spec.language == "ar" and lower.startswith(_ARABIC_ARTICLES)

    def _is_adjective(self, lower: str, spec: Head) -> bool:
        """Tell whether a lower-case word after the head is an adjective of its language: "philharmonique"."""
        if lower in self.tables.words["adjectives"]:
            return True
        endings = self.tables.endings.get(spec.language)
        return endings is not None and len(lower) > _SHORT_ADJECTIVE and lower.endswith(endings)

    def _is_german_noun(self, i: int) -> bool:
        return self.scan.kinds[i] not in GEO and self.scan.lowers[i] in self.page.people.words["blockers"]

    def _follow_links(self, end: int, limit: int, spec: Head, *, linked: bool) -> tuple[int, bool]:
        """Return where links and what they bring end, and whether there were any."""
        while end < limit:
            step = self._step(end, spec, linked)
            if step is None:
                break
            end, linked = step, True
        return end, linked

    def _step(self, end: int, spec: Head, linked: bool) -> int | None:
        """Return where the name goes on to from word *end*, *linked* to its head or not; None where it ends."""
        scan, gap = self.scan, self.scan.gaps[end - 1]
        if scan.joined[end - 1]:
            return self._over_word(end, spec, linked)
        if gap == ", ":
            return self.lists.listed(end, governs=spec.base in GOVERNING) if linked else None
        if "&" in gap and gap.strip() == "&" and scan.is_capital[end] and (linked or spec.kind == "group"):
            return self.lists.joined(end, end) if linked else self.items.end(end)
        return None

    def _over_word(self, i: int, spec: Head, linked: bool) -> int | None:
        """Return the end of what word *i* leads to: an officeholder, a purpose, fields, a country."""
        lower, links = self.scan.lowers[i], self.links
        if not linked and spec.base in _STAFFS and (stop := links.holder(i)):
            return stop
        abroad = lower in _ABROAD and spec.order == "after" and spec.kind != "post"
        if (abroad and not links.leads_to_place(i)) or (lower == "on" and links.leads_to_day(i)):
            return None
        if lower == "for" and spec.language == "en" and (stop := links.purpose(i)):
            return stop
        if links.is_link(lower, spec) or (linked and lower == "with" and self.scan.lowers[i - 1] in _TIES):
            return links.bring(i, spec)
        if linked and lower in self.page.joiners:
            return self.lists.joined(i + 1, i)
        if spec.order == "after" and self.items.is_elided_link(i):
            return self.items.end_of_elided(i)
        return None

    def _through_fields(self, begin: int, spec: Head) -> int:
        """Return the end of fields written small: "Institut supérieur d'art dramatique et d'animation culturelle"."""
        scan = self.scan
        end = at = begin
        while at < min(begin + _MOST_FIELDS, scan.count) and scan.joined[at - 1] and scan.texts[at].islower():
            lower = scan.lowers[at].replace("’", "'")
            elided, _, rest = lower.partition("'")
            if (rest if rest and elided in ELIDED_LINKS else lower) in self.tables.words["fields"]:
                end = at + 1
            elif self._is_adjective(lower, spec):
                end = at + 1 if end == at and at > begin else end
            elif not (self.links.is_link(lower, spec) or self.page.is_article(at) or lower in self.page.joiners):
                break
            at += 1
        return end

    def _with_number(self, end: int, spec: Head) -> int:
        """Take the number of a school or a division: "School No. 5", "Northeast Asia Division I"."""
        scan, text = self.scan, self.scan.texts[end]
        if text.isdigit() and scan.lowers[end - 1] in _NUMBER and scan.gaps[end - 1] in _NUMBER_GAPS:
            return end + 1  # "Biblioteca Pública N° 47"
        if not scan.joined[end - 1]:
            return end
        if spec.kind == "unit":
            return end + (text in _ROMAN)
        if spec.kind != "school" or end + 1 >= scan.count:
            return end
        inflected = spec.language == "tr" and not scan.texts[end - 1].isalpha()  # "Bar Lisesi'nde 25 öğrenci"
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
