"""How far the name of a body reaches from its head word, in languages with capitals and links ("of", "de", "für")."""

from __future__ import annotations

from dataclasses import dataclass, field

from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.words.bodies import Head

_MOST_RIGHT = 14
# "musée d'art moderne de la ville de Paris": so many words lead to the name, so many of them nouns in a row.
_MOST_NOUNS, _MOST_PLAIN = 8, 3
_ROMANCE = ("fr", "es", "pt", "it")
_VERBS = frozenset(
    "a ont est sont et y e o u ou ha han es son foi são é è sono che que qui quien où con avec com".split()
)
_SHORT_ADJECTIVE = 5
# "Consulate General", "Directorate-General" with a space.
_GENERAL = frozenset(("general", "général", "générale", "generale", "geral"))
_GENERAL_HEADS = frozenset(
    """
    consulate directorate secretariat consulado consulat consolato dirección direction direzione direção secretaría
    secrétariat segreteria secretaria attorney
    """.split()
)
# Bodies of one country's people in another: "Camera di Commercio Italiana in Albania".
_CHAMBERS = frozenset(("camera", "chambre", "cámara", "câmara"))
_MOST_FIELDS = 12
_ELIDED = frozenset(("d", "l", "dell", "all", "nell"))
_ABROAD = frozenset(("au", "aux", "al", "alla", "no", "na", "en"))
# Those whose names houses bear: "Instituto Rey Sejong".
_CROWNED = frozenset("rey reina roi reine re regina rei rainha príncipe infante infanta emperador papa".split())
# Bodies of those who hold an office: "Council of Ministers".
_GUILDS = frozenset(
    """
    council cabinet committee conference commission congress federation league college association union network
    """.split()
)
# What serves one who holds an office: "Office of the President".
_STAFFS = frozenset(
    """
    office bureau secretariat administration cabinet chancellery residence oficina gabinete museum library foundation
    fund
    """.split()
)
# Parts of a government and of a university, whose fields may be anything.
_GOVERNING = frozenset(("ministry", "department", "university", "institute", "academy", "faculty"))
# Ties that a society may have "with" others.
_TIES = frozenset("relations ties friendship contacts cooperation co-operation solidarity links exchange".split())
# What a body is there for, written small: "Center for the study of stones".
_PURPOSES = frozenset(
    """
    study promotion protection preservation conservation development advancement support safeguarding research teaching
    restoration defence defense popularization popularisation dissemination prevention education training integration
    rehabilitation
    """.split()
)
_MOST_SMALL = 3
_ENDING = frozenset("in at on of from with by to has have had is was are were will which that who".split())
_ENGLISH_LINKS = frozenset(("of", "for", "on", "against"))
_FOREIGN_LINKS = frozenset(("de", "del", "du", "des", "di", "voor", "van"))
_GERMAN_LINKS = frozenset(("für", "der", "des", "von", "zu"))
_NO_LINKS = frozenset(("on", "against", "in", "a", "à", "en", "em", "no", "na"))
_NUMBER = frozenset(("n", "no", "nr"))
_NUMBER_GAPS = frozenset((". ", " ", ".", "º ", "° ", "°", "º"))
_NUMBERED = frozenset(("school", "unit", "house"))
_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI"))
_DASHES = frozenset({"-", " - ", " – ", "–", "‑"})
_GEO = ("country", "region", "place")


@dataclass(slots=True)
class Extent:
    """The words of one name, half open, its head, and what was seen beside it.

    *items* are the parts of a coordination ("the Embassies of A and B"), each a span of words; *stem* is the end of
    the part that they share.
    """

    first: int
    end: int
    head: int
    spec: Head
    items: list[tuple[int, int]] = field(default_factory=list)
    stem: int = 0
    before: bool = False


class Reach(Items):
    """Finds the extent of names in one document."""

    def right(self, head: int, spec: Head) -> int:
        """Return the end of the name headed by word *head*: its own modifiers, links and what they bring."""
        scan = self.scan
        end = head + 1
        limit = min(scan.count, head + _MOST_RIGHT)
        if scan.lowers[end] in _GENERAL and scan.joined[head] and spec.base in _GENERAL_HEADS:
            end += 1
        if not scan.lowers[head].endswith(("'s", "’s")):
            end = self.quoted(end) or end  # ensemble "Berezka"
        # "la Casa de la Cultura Benjamín Carrión", but "director de la Casa de la Cultura Benjamín Carrión"
        self.guild = spec.base in _GUILDS and not spec.weak
        romance = spec.language in _ROMANCE
        self.honours = romance and self.offices.isdisjoint(scan.lowers[max(0, head - 4) : head])
        if spec.order in ("after", "both") or spec.language != "en":
            end = self._adjacent(end, spec)
        end, linked = self._follow_links(end, limit, spec, linked=False)
        if romance and scan.texts[head] != scan.lowers[head]:
            fields = self._through_fields(end, spec)
            end = self._follow_links(fields, limit, spec, linked=True)[0] if fields > end else end
        if spec.kind in _NUMBERED:
            end = self._numbered(end, spec)
        if scan.joined[end - 1]:
            if scan.is_capital[end] and scan.lowers[end] in self.tables.words["legal_after"]:
                end += 1
            if scan.lowers[end] == "named" and scan.lowers[end + 1] == "after" and scan.joined[end - 1]:
                end = self.named_after(end + 2) or end
        if spec.kind in ("school", "house") and linked:
            end = self.quoted(end) or end
        return self.posted(end, spec)

    def _follow_links(self, end: int, limit: int, spec: Head, *, linked: bool) -> tuple[int, bool]:
        """Return where links and what they bring end, and whether there were any."""
        while end < limit:
            step = self._step_right(end, spec, linked)
            if step is None:
                break
            end, linked = step, True
        return end, linked

    def _through_fields(self, begin: int, spec: Head) -> int:
        """Return the end of fields written small: "Institut supérieur d'art dramatique et d'animation culturelle"."""
        scan = self.scan
        end = at = begin
        while at < min(begin + _MOST_FIELDS, scan.count) and scan.joined[at - 1] and scan.texts[at].islower():
            lower = scan.lowers[at].replace("’", "'")
            elided, _, rest = lower.partition("'")
            if (rest if rest and elided in _ELIDED else lower) in self.tables.words["fields"]:
                end = at + 1
            elif self._is_adjective(lower, spec):
                end = at + 1 if end == at and at > begin else end
            elif not (self._is_link(lower, spec) or self.is_article(at) or lower in self.joiners):
                break
            at += 1
        return end

    def _numbered(self, end: int, spec: Head) -> int:
        """Take the number of a school or a division: "School No. 5", "Northeast Asia Division I"."""
        scan = self.scan
        if scan.texts[end].isdigit() and scan.lowers[end - 1] in _NUMBER and scan.gaps[end - 1] in _NUMBER_GAPS:
            return end + 1  # "Biblioteca Pública N° 47"
        if spec.kind == "unit" and end < scan.count and scan.texts[end] in _ROMAN and scan.joined[end - 1]:
            return end + 1
        if spec.kind != "school" or end + 1 >= scan.count or not scan.joined[end - 1]:
            return end
        inflected = spec.language == "tr" and not scan.texts[end - 1].isalpha()  # "Bar Lisesi'nde 25 öğrenci"
        if scan.texts[end].isdigit() and len(scan.texts[end]) <= 4 and not inflected:
            return end + 1
        if (
            scan.lowers[end] in ("no", "nr", "n")
            and scan.gaps[end] in (". ", " ", ".", "º ", "° ")
            and scan.texts[end + 1].isdigit()
        ):
            return end + 2
        return end

    def _adjacent(self, end: int, spec: Head) -> int:
        """Take what follows the head at once: "Instituto Cervantes", "Institut français", "Universität Leipzig"."""
        scan = self.scan
        if spec.language == "tr":
            return end
        while end < scan.count and (scan.joined[end - 1] or (scan.gaps[end - 1] in _DASHES and spec.language == "de")):
            lower = scan.lowers[end]
            named = scan.is_capital[end] and lower not in self.offices and lower not in self.tables.heads
            named = named and lower not in self.tables.words["events"]
            named = named or (lower in _CROWNED and self._goes_on(end))
            named = named or (spec.language == "ar" and lower.startswith(("al-", "as-", "ash-", "ar-")))
            if spec.language == "de" and self._is_german_noun(end):
                break
            if named or self._is_adjective(lower, spec):
                end += 1
                continue
            break
        return end

    def _goes_on(self, i: int) -> bool:
        return self.scan.joined[i] and self.scan.is_capital[i + 1]

    def _is_adjective(self, lower: str, spec: Head) -> bool:
        """Tell whether a lower-case word after the head is an adjective of its language: "philharmonique"."""
        if lower in self.tables.words["adjectives"]:
            return True
        endings = self.tables.endings.get(spec.language)
        return endings is not None and len(lower) > _SHORT_ADJECTIVE and lower.endswith(endings)

    def _is_german_noun(self, i: int) -> bool:
        return self.scan.kinds[i] not in _GEO and self.scan.lowers[i] in self.people.words["blockers"]

    def _step_right(self, end: int, spec: Head, linked: bool) -> int | None:
        scan, lower = self.scan, self.scan.lowers[end]
        if scan.joined[end - 1]:
            if not linked and spec.base in _STAFFS and (stop := self._holder(end)):
                return stop
            abroad = lower in _ABROAD and spec.order == "after" and spec.kind != "post"
            if abroad and not self._leads_to_place(end):
                return None
            if lower == "on" and self._leads_to_day(end):
                return None
            if lower == "for" and spec.language == "en" and (stop := self._purpose(end)):
                return stop
            if self._is_link(lower, spec) or (linked and lower == "with" and scan.lowers[end - 1] in _TIES):
                stop = self._item_after(end, spec)
                if stop is None and spec.language in _ROMANCE:
                    stop = self._through_nouns(end + 1, spec)
                elif stop is None and spec.base in _GOVERNING:
                    stop = self._small_fields(end + 1)
                # A programme is not part of the ministry that runs it.
                return None if stop and spec.base.startswith("program") and self.has_head(end + 1, stop) else stop
            if linked and lower in self.joiners:
                return self._joined_item(end + 1, end)
            if spec.order == "after" and self._is_elided(end):
                return self._elided_item(end)
            return None
        gap = scan.gaps[end - 1]
        if gap == ", ":
            return self._listed(end, governs=spec.base in _GOVERNING) if linked else None
        if "&" in gap and gap.strip() == "&" and scan.is_capital[end] and (linked or spec.kind == "group"):
            if spec.kind == "group" and not linked:
                return self.item(end)
            return self._joined_item(end, end)
        return None

    def _purpose(self, link: int) -> int | None:
        """Return the end of a purpose written small: "for the study of stones", "for the protection of Lake Ohrid"."""
        scan, at = self.scan, link + 1
        at += scan.lowers[at] == "the"
        if at + 2 >= scan.count or scan.lowers[at] not in _PURPOSES or scan.lowers[at + 1] != "of":
            return None
        if not all(scan.joined[k] for k in range(link, at + 2)):
            return None
        begin = at + 2
        if (stop := self.item(begin)) is not None:
            return stop
        end = begin
        while end < begin + _MOST_SMALL and scan.texts[end].isalpha() and not self.is_article(end):
            end += 1
            if not scan.joined[end - 1]:
                return end
            if scan.lowers[end] in self.joiners or scan.lowers[end] in _ENDING:
                return end
        return begin + 1 if end > begin else None

    def _small_fields(self, begin: int) -> int | None:
        """Return the end of fields written small behind a head that is not: "Ministry of education and science"."""
        scan, at, end = self.scan, begin, None
        while scan.joined[at - 1] and scan.lowers[at] in self.topics and not scan.is_capital[at]:
            end = at + 1
            if not (scan.joined[at] and scan.lowers[end] in self.joiners):
                break
            at = end + 1
        return end

    def _leads_to_place(self, link: int) -> bool:
        """Tell whether "au" leads to a country or place: "Institut français au Cambodge"."""
        return self.scan.joined[link] and self.scan.kinds[link + 1] in _GEO

    def _leads_to_day(self, link: int) -> bool:
        """Tell whether "on" tells when: "at the Municipal Library on the Day of Language"."""
        scan, at = self.scan, link + 1
        while scan.joined[at - 1] and self.is_article(at):
            at += 1
        return scan.kinds[at] == "date" or scan.lowers[at] in self.tables.words["events"]

    def _holder(self, link: int) -> int | None:
        """Return the end of the officeholder whose office it is: "Office of the Prime Minister"."""
        scan = self.scan
        if scan.lowers[link] not in ("of", "du", "de", "del", "des", "der", "do", "da") or link + 1 >= scan.count:
            return None
        end = link + 1
        while end < scan.count and scan.joined[end - 1] and self.is_article(end):
            end += 1
        begin = end
        mention = scan.cover[end]
        if mention is not None and mention.kind in _GEO and scan.lowers[end] not in self.offices:
            end = scan.at(mention.end - 1) + 1  # "of the United States Trade Representative"
        while end < scan.count and scan.joined[end - 1] and scan.is_capital[end] and scan.kinds[end] is None:
            lower = scan.lowers[end]
            if lower not in self.offices and lower not in self.people.words["modifiers"] and lower != "first":
                break
            end += 1
        return end if end > begin and scan.lowers[end - 1] in self.offices else None

    def _through_nouns(self, begin: int, spec: Head) -> int | None:
        """Return the end of a name that plain nouns lead to: "comité de jumelage de Quimper"."""
        scan = self.scan
        if spec.weak and not scan.is_capital[begin - 2]:
            return None
        plain = 0
        for at in range(begin, min(begin + _MOST_NOUNS, scan.count)):
            if not scan.joined[at - 1]:
                return None
            word = scan.words[at]
            lower = word.lower.replace("’", "'")
            if word.is_capital:
                if plain and "-" in word.text:
                    return at + 1  # "comité de jumelage Gramat-Dogbo"
                led = self._is_link(scan.lowers[at - 1], spec) or self.is_article(at - 1)
                return self.item(at) if led and plain else None
            if "'" in lower and plain and self._is_elided(at):
                return self._elided_item(at)
            if self._is_link(lower, spec) or self.is_article(at):
                plain = min(plain, 1)
                continue
            plain += 1
            if plain > _MOST_PLAIN or lower in _VERBS or lower in self.people.words["speech"]:
                return None
        return None

    def _is_link(self, lower: str, spec: Head) -> bool:
        if spec.language == "en":
            return lower in _ENGLISH_LINKS or (lower in _FOREIGN_LINKS and spec.order == "before")
        if spec.language == "de":
            return lower in _GERMAN_LINKS
        return lower in self.tables.words["links"] and lower not in _NO_LINKS

    def _and_others(self, end: int) -> int:
        """Go on over "and Other International Organizations"."""
        scan, lowers = self.scan, self.scan.lowers
        at = end + 1 if scan.joined[end - 1] and lowers[end] in self.joiners else end
        at += scan.joined[at] and lowers[at] == "to"
        if at == end or lowers[at] != "other" or not scan.is_capital[at]:
            return end
        return self.item(at) or end

    def posted(self, end: int, spec: Head, *, always: bool = False) -> int:
        """Take "in Riyadh", "to the United Nations" and ", Kuwait" after embassies and delegations.

        With *always*, whatever the head is.
        """
        scan = self.scan
        if end >= scan.count:
            return end
        lower = scan.lowers[end]
        abroad = spec.base == "office" and lower == "at" and scan.lowers[end - 1] == "office"
        always = always or spec.base in _CHAMBERS
        if spec.kind != "post" and not abroad and not always:
            return end
        if scan.joined[end - 1] and (abroad or lower in ("in", "to", "en", "au", "à", "em", "a")):
            begin = end + 1
            while begin < scan.count and scan.joined[begin - 1] and self.is_article(begin):
                begin += 1
            known = scan.kinds[begin] is not None or not (scan.texts[begin].isupper() and end == begin - 1)
            if begin < scan.count and scan.joined[begin - 1] and scan.is_capital[begin] and known:
                stop = self.item(begin)
                if stop and abroad and not scan.is_capital[end - 2] and self.has_head(begin, stop):
                    return end  # "Chief of Office at the Ministry of Culture"
                return self._and_others(stop) if stop else end
        mention = scan.cover[end]
        if scan.gaps[end - 1] == ", " and mention and mention.kind in _GEO and scan.kinds[end - 1] in _GEO:
            stop = scan.at(mention.end - 1) + 1
            after = scan.gaps[stop - 1]
            nxt = scan.lowers[stop] if stop < scan.count else ""
            if not (after == ", " and stop < scan.count and scan.kinds[stop] in _GEO) and not (
                scan.joined[stop - 1] and nxt in ("and", "y", "et", "und")
            ):
                return stop
        return end
