"""Read the capitalised phrases that tell of what or of whom a body is: "of Culture", "of the Republic of Nauru".

In: the word index at which a phrase, or the link that leads to it, stands. Out: the index behind the last word of the
phrase, or None where no name follows.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.left import SAINTS
from culturex.suggest.mentions.organizations.occasions import OCCASIONS
from culturex.suggest.mentions.organizations.page import POSSESSIVE, Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.clues import ELIDED_LINKS, ROMANCE
from culturex.suggest.mentions.words.looks import is_plain

_GUILD_LINKS = frozenset("dos das des los las dei degli delle".split())
# Bodies of those who hold an office: "Council of Ministers".
_GUILDS = frozenset(
    """
    council cabinet committee conference commission congress federation league college association union network
    """.split()
)
_ADJECTIVES = ("adjective", "language")
# So many words before a head say who holds an office there, and before a phrase who leads the body.
_DIRECTED, _LED = 4, 6
# What may stand between the words of a phrase besides spaces.
_INSIDE = frozenset({"-", "/", "."})
_LONGEST_INITIALS = 4


class Items:
    """Reads phrases on one page.

    With *guild* holders of an office belong to them: "Council of Foreign Ministers". With *honours* the name of a
    person at their end does: "la Casa de la Cultura Benjamín Carrión".
    """

    def __init__(self, page: Page, *, guild: bool = False, honours: bool = False) -> None:
        self.page = page
        self.scan = page.scan
        self.tables = page.tables
        self.offices = page.offices
        self._guild = guild
        self._honours = honours

    def within(self, head: int, spec: Head) -> Items:
        """Return what reads phrases as they stand in a name headed by word *head*.

        Behind an office no person is honoured: "director de la Casa de la Cultura Benjamín Carrión".
        """
        guild = spec.base in _GUILDS and not spec.weak
        romance = spec.language in ROMANCE
        honours = romance and self.offices.isdisjoint(self.scan.lowers[max(0, head - _DIRECTED) : head])
        return Items(self.page, guild=guild, honours=honours) if guild or honours else self

    def end(self, begin: int) -> int | None:
        """Return the end of the capitalised phrase that begins at word *begin*."""
        scan = self.scan
        other = self.tables.heads.get(scan.lowers[begin])
        if other is not None and other.language == "ar" and scan.kinds[begin] not in GEO:
            return None  # "Dar al-Hikma" is a body, "Dar es Salaam" a town
        end = begin
        while end < scan.count and (end == begin or scan.joined[end - 1] or scan.gaps[end - 1] in _INSIDE):
            place = scan.cover[end]
            if place is not None and place.kind in GEO and scan.starts[end] == place.start:
                end = max(scan.end_of(place), end + 1)
                if scan.lowers[end - 1].endswith(POSSESSIVE) or self._is_held(begin, end):
                    break
                continue
            if self._breaks_off(end, begin):
                break
            lower = scan.lowers[end]
            end += 1
            if lower.endswith(POSSESSIVE) and lower.replace("’", "'") not in self.tables.words["possessives"]:
                return self._end_of_owner(begin, end)
        if end > begin and scan.gaps[end - 1] == "- " and scan.joined[end] and self._is_halved(end):
            return self.end(end + 1)  # "Pre- and Early History", "Vor- und Frühgeschichte"
        return self._with_government(end) if end > begin else None

    def behind_link(self, link: int, spec: Head) -> int | None:
        """Return the end of the noun phrase after the link at word *link*; None where no name follows."""
        scan, begin = self.scan, self.page.past_articles(link + 1)
        if begin >= scan.count or not scan.joined[begin - 1]:
            return None
        if spec.order == "after" and self.is_elided_link(begin):
            return self.end_of_elided(begin)  # "de l'Afrique centrale"
        end = self.end(begin)
        if end is None or end <= begin:
            return None
        return self._with_small_topic(end) if spec.language == "en" and scan.kinds[end - 1] == "country" else end

    def is_elided_link(self, i: int) -> bool:
        """Tell whether a link and a capital are joined in word *i*: "d'Allemagne"."""
        text = self.scan.texts[i]
        if text.isalnum():
            return False
        prefix, _, rest = text.replace("’", "'").partition("'")
        return prefix.lower() in ELIDED_LINKS and rest[:1].isupper()

    def end_of_elided(self, i: int) -> int:
        """Return the end of what begins in one word with its link: "d'Allemagne", "de l'Éducation nationale"."""
        mention = self.scan.cover[i]
        if mention is not None and mention.kind in GEO:
            return self.scan.end_of(mention)
        more = self.end(i + 1) if i + 1 < self.scan.count and self.scan.joined[i] else None
        return more or i + 1

    def end_of_honoured(self, begin: int) -> int | None:
        """Return the end of the name of one person from word *begin* on: "named after Ivan Franko Olha Bilyk"."""
        stop = self.end(begin)
        if stop is None:
            return None
        return next((k for k in range(begin + 2, stop - 1) if self.page.is_given(k)), stop)

    def _breaks_off(self, i: int, begin: int) -> bool:
        """Tell whether the phrase from word *begin* on ends before word *i*, which is none of a place."""
        scan = self.scan
        if not scan.is_capital[i] or scan.kinds[i] == "date" or self._is_officer(i, begin):
            return True
        if i == begin:
            return False
        if self._begins_person(i) or self._is_address(i):
            return True
        return scan.lowers[i] in OCCASIONS or self._tells_on(i)

    def _end_of_owner(self, begin: int, end: int) -> int | None:
        """Return the end of a phrase whose last word owns what follows: a field is of the body, others are not."""
        if self.page.is_topic(self.scan.lowers[end - 1][:-2]):
            return end
        return end - 1 if end - 1 > begin else None

    def _with_small_topic(self, end: int) -> int:
        """Go on over a topic written small behind a nationality: "Center for Chinese language and Chinese culture"."""
        scan, lowers, at = self.scan, self.scan.lowers, end
        topics, joiners = self.page.topics, self.page.joiners
        while scan.joined[at - 1] and lowers[at] in topics and not scan.is_capital[at] and self._is_nationality(at - 1):
            end = at + 1
            if not (scan.joined[at] and lowers[at + 1] in joiners and scan.joined[at + 1]):
                break
            if lowers[at + 2] in topics and not scan.is_capital[at + 2]:
                return at + 3
            if not self._is_nationality(at + 2):
                break
            at += 3
        return end

    def _is_nationality(self, i: int) -> bool:
        """Tell whether word *i* is the adjective of a country, which may mean its language."""
        mention = self.scan.cover[i]
        return mention is not None and mention.kind == "country" and (mention.extra or {}).get("form") in _ADJECTIVES

    def _with_government(self, end: int) -> int:
        """Take "provincial government" after a capitalised name."""
        scan, at = self.scan, end
        while scan.joined[at - 1] and scan.lowers[at] in self.tables.words["inner"]:
            at += 1
        if not scan.joined[at - 1]:
            return end
        lower = scan.lowers[at]
        governs = lower in self.tables.words["government"] if at > end else lower == "government"
        return at + 1 if governs else end

    def _is_halved(self, joiner: int) -> bool:
        """Tell whether "and" at word *joiner* leads from half a word to a whole one in capitals."""
        return self.scan.lowers[joiner] in self.page.joiners and self.scan.is_capital[joiner + 1]

    def _is_held(self, begin: int, end: int) -> bool:
        """Tell whether two capital words behind a town are who holds an office: "President of the University of X Y Z".

        The phrase of the body begins at word *begin* and the town ends before word *end*.
        """
        scan = self.scan
        if not (scan.joined[end - 1] and scan.is_capital[end] and scan.joined[end] and scan.is_capital[end + 1]):
            return False
        if scan.kinds[end] is not None or scan.kinds[end + 1] in ("organization", "date") or scan.is_title_case(end):
            return False
        known = any(self.page.is_topic(low) or low in self.tables.heads for low in scan.lowers[end : end + 2])
        return not known and not self.offices.isdisjoint(scan.lowers[max(0, begin - _LED) : begin])

    def _tells_on(self, i: int) -> bool:
        """Tell whether a headline goes on at word *i*: "Ministry of Health Receives", "Embassy of Nepal Plans"."""
        scan, lower = self.scan, self.scan.lowers[i]
        if lower in self.tables.words["telling"] and scan.is_title_case(i):
            return True
        if scan.kinds[i - 1] not in GEO or lower in self.tables.heads or lower in self.page.topics:
            return False
        return is_plain(lower, scan.texts[i], self.page.people) and scan.is_title_case(i)

    def _is_officer(self, i: int, begin: int) -> bool:
        """Tell whether word *i* is an office that does not belong to the phrase from word *begin* on."""
        lower = self.scan.lowers[i]
        if lower not in self.offices or (self._guild and lower.endswith("s")):
            return False
        if i > begin:
            return True
        return lower != "deputies" and not self.page.is_topic(lower) and not self._is_guild(i)

    def _is_guild(self, i: int) -> bool:
        """Tell whether people of one calling follow a Romance article: "Associação dos Escultores"."""
        lower = self.scan.lowers[i]
        return i > 0 and self.scan.lowers[i - 1] in _GUILD_LINKS and lower.endswith(("s", "i", "x"))

    def _begins_person(self, i: int) -> bool:
        """Tell whether a name of a person begins at *i*, after topical words: "Ministry of Culture Anna Li"."""
        scan = self.scan
        if self._honours or not (scan.joined[i] and scan.is_capital[i + 1]) or scan.kinds[i] in GEO:
            return False
        text = scan.texts[i]
        if not self.page.is_given(i) and not (len(text) <= _LONGEST_INITIALS and "." in text):
            return False
        before = scan.lowers[i - 1]
        return self.page.is_topic(before) or scan.kinds[i - 1] in GEO or before in self.tables.heads

    def _is_address(self, i: int) -> bool:
        """Tell whether a form of address at word *i* leads to a person: "Ministry of Health Dr. Anna Li"."""
        lower = self.scan.lowers[i]
        return lower in self.page.people.words["honorifics"] and lower not in SAINTS
