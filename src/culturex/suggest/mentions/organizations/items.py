"""Read the phrases that tell of what or of whom a body is: "of Culture and Sport", "of the Republic of Nauru"."""

from __future__ import annotations

from culturex.suggest.mentions.organizations.left import SAINTS, Leftward
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.looks import is_plain
from culturex.suggest.mentions.words.people import fold

_ARTICLES = frozenset("the its la le les los las el der die das dem den il lo gli o os as".split())
_GUILD_LINKS = frozenset("dos das des los las dei degli delle".split())
_GEO = ("country", "region", "place")
# What takes place at a body: "Institute of International Education Gala Dinner".
OCCASIONS = frozenset("gala dinner ceremony reception consultations symposium seminar workshop anniversary".split())
_ADJECTIVES = ("adjective", "language")
_DEEDS = ("ance", "ence", "ing", "ment", "ness", "ship", "ion")
# So many words before a phrase say who leads the body: "President of the National University of".
_LED = 6
# What may stand between the words of a phrase besides spaces; what opens no quotation.
_INSIDE = frozenset({"-", "/", "."})
_PLAIN_GAPS = frozenset({" ", ", ", ". ", "\n"})
_OPENING = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’", "'": "'"}


class Items(Leftward):
    """Finds the end of phrases in one document.

    *honours* says that a name of a person at the end of the phrase belongs to it, *guild* that holders of an office
    may: "Council of Foreign Ministers".
    """

    honours = False
    guild = False

    def _is_elided(self, i: int) -> bool:
        text = self.scan.texts[i]
        if text.isalnum():
            return False
        prefix, _, rest = text.replace("’", "'").partition("'")
        return prefix.lower() in ("d", "l", "dell", "all", "nell") and rest[:1].isupper()

    def _elided_item(self, i: int) -> int:
        """Return the end of what begins in one word with its link: "d'Allemagne", "de l'Éducation nationale"."""
        mention = self.scan.cover[i]
        if mention is not None and mention.kind in _GEO:
            return self.scan.at(mention.end - 1) + 1
        more = self.item(i + 1) if i + 1 < self.scan.count and self.scan.joined[i] else None
        return more or i + 1

    def _item_after(self, link: int, spec: Head) -> int | None:
        """Return the end of the noun phrase after the link at *link*; None where no name follows."""
        scan, begin = self.scan, link + 1
        while begin < scan.count and scan.joined[begin - 1] and self.is_article(begin):
            begin += 1
        if begin >= scan.count or not scan.joined[begin - 1]:
            return None
        if spec.order == "after" and self._is_elided(begin):
            return self._elided_item(begin)  # "de l'Afrique centrale"
        end = self.item(begin)
        if end is None or end <= begin:
            return None
        return self._small_topic(end) if spec.language == "en" and scan.kinds[end - 1] == "country" else end

    def _small_topic(self, end: int) -> int:
        """Go on over a topic written small behind a nationality: "Center for Chinese language and Chinese culture"."""
        scan, lowers, at = self.scan, self.scan.lowers, end
        while (
            scan.joined[at - 1]
            and lowers[at] in self.topics
            and not scan.is_capital[at]
            and self._is_adjective_at(at - 1)
        ):
            end = at + 1
            more = scan.joined[at] and lowers[at + 1] in self.joiners and scan.joined[at + 1]
            if not more:
                break
            if lowers[at + 2] in self.topics and not scan.is_capital[at + 2]:
                return at + 3
            if not self._is_adjective_at(at + 2):
                break
            at += 3
        return end

    def _is_adjective_at(self, i: int) -> bool:
        """Tell whether word *i* is the adjective of a country, which may mean its language."""
        mention = self.scan.cover[i]
        return mention is not None and mention.kind == "country" and (mention.extra or {}).get("form") in _ADJECTIVES

    def is_article(self, i: int) -> bool:
        if self.scan.lowers[i] not in _ARTICLES:
            return False
        text = self.scan.texts[i]
        return not self.scan.is_capital[i] or (text.isupper() and len(text) > 1)

    def item(self, begin: int) -> int | None:
        """Return the end of the capitalised phrase that begins at word *begin*."""
        scan = self.scan
        other = self.tables.heads.get(scan.lowers[begin])
        if other is not None and other.language == "ar" and scan.kinds[begin] not in _GEO:
            return None  # "Dar al-Hikma" is a body, "Dar es Salaam" a town
        end = begin
        while end < scan.count and (end == begin or scan.joined[end - 1] or scan.gaps[end - 1] in _INSIDE):
            mention = scan.cover[end]
            if mention is not None and mention.kind in _GEO and scan.starts[end] == mention.start:
                end = max(scan.at(mention.end - 1), end) + 1
                if scan.lowers[end - 1].endswith(("'s", "’s")) or self._is_held(begin, end):
                    break
                continue
            if not scan.is_capital[end] or scan.kinds[end] == "date" or self._is_officer(end, begin):
                break
            if end > begin and (self._begins_person(end) or self._is_address(end)):
                break
            if end > begin and (scan.lowers[end] in OCCASIONS or self._tells_on(end)):
                break
            lower = scan.lowers[end]
            end += 1
            if lower.endswith(("'s", "’s")) and lower.replace("’", "'") not in self.tables.words["possessives"]:
                return end if self.is_topic(lower[:-2]) else (end - 1 if end - 1 > begin else None)
        if end > begin and scan.gaps[end - 1] == "- " and scan.joined[end] and self._is_halved(end):
            return self.item(end + 1)  # "Pre- and Early History", "Vor- und Frühgeschichte"
        return self._government(end) if end > begin else None

    def _is_halved(self, joiner: int) -> bool:
        """Tell whether "and" at word *joiner* leads from half a word to a whole one in capitals."""
        return self.scan.lowers[joiner] in self.joiners and self.scan.is_capital[joiner + 1]

    def _is_held(self, begin: int, end: int) -> bool:
        """Tell whether two capital words behind a town are who holds an office: "President of the University of X Y Z".

        The phrase of the body begins at word *begin* and the town ends before word *end*.
        """
        scan = self.scan
        if not (scan.joined[end - 1] and scan.is_capital[end] and scan.joined[end] and scan.is_capital[end + 1]):
            return False
        if scan.kinds[end] is not None or scan.kinds[end + 1] in ("organization", "date") or scan.is_title_case(end):
            return False
        strange = not any(self.is_topic(lower) or lower in self.tables.heads for lower in scan.lowers[end : end + 2])
        return strange and not self.offices.isdisjoint(scan.lowers[max(0, begin - _LED) : begin])

    def _tells_on(self, i: int) -> bool:
        """Tell whether a headline goes on at word *i* behind a country or town: "Embassy of Nepal Gives Food"."""
        scan, lower = self.scan, self.scan.lowers[i]
        if scan.kinds[i - 1] not in _GEO or lower in self.tables.heads or lower in self.topics:
            return False
        return is_plain(lower, scan.texts[i], self.people) and scan.is_title_case(i)

    def _is_officer(self, i: int, begin: int) -> bool:
        """Tell whether word *i* is an office that does not belong to the phrase from word *begin* on."""
        lower = self.scan.lowers[i]
        if lower not in self.offices or (self.guild and lower.endswith("s")):
            return False
        if i > begin:
            return True
        return lower != "deputies" and not self.is_topic(lower) and not self._is_guild(i)

    def _is_guild(self, i: int) -> bool:
        """Tell whether people of one calling follow a Romance article: "Associação dos Escultores"."""
        lower = self.scan.lowers[i]
        return i > 0 and self.scan.lowers[i - 1] in _GUILD_LINKS and lower.endswith(("s", "i", "x"))

    def _begins_person(self, i: int) -> bool:
        """Tell whether a name of a person begins at *i*, after topical words: "Ministry of Culture Anna Li"."""
        scan = self.scan
        if self.honours or not (scan.joined[i] and scan.is_capital[i + 1]) or scan.kinds[i] in _GEO:
            return False
        text = scan.texts[i]
        if fold(text) not in self.people.given and not (len(text) <= 4 and "." in text):
            return False
        before = scan.lowers[i - 1]
        return self.is_topic(before) or scan.kinds[i - 1] in _GEO or before in self.tables.heads

    def _is_address(self, i: int) -> bool:
        """Tell whether a form of address at word *i* leads to a person: "Ministry of Health Dr. Anna Li"."""
        lower = self.scan.lowers[i]
        return lower in self.people.words["honorifics"] and lower not in SAINTS

    def named_after(self, begin: int) -> int | None:
        """Return the end of the name of one person from word *begin* on: "named after Ivan Franko Olha Bilyk"."""
        stop = self.item(begin)
        if stop is None:
            return None
        given, texts = self.people.given, self.scan.texts
        return next((k for k in range(begin + 2, stop - 1) if fold(texts[k]) in given), stop)

    def _government(self, end: int) -> int:
        """Take "provincial government" after a capitalised name."""
        scan, at = self.scan, end
        while scan.joined[at - 1] and scan.lowers[at] in self.tables.words["inner"]:
            at += 1
        if not scan.joined[at - 1]:
            return end
        lower = scan.lowers[at]
        governs = lower in self.tables.words["government"] if at > end else lower == "government"
        return at + 1 if governs else end

    def _joined_item(self, begin: int, joiner: int) -> int | None:
        """Return the end of a topic after "and": "of Information and Culture"; None before another body or party."""
        scan = self.scan
        if begin >= scan.count or (begin != joiner and not scan.joined[begin - 1]):
            return None
        word = scan.words[begin]
        if self.is_article(begin) and begin + 1 < scan.count and scan.joined[begin]:
            begin += 1
            word = scan.words[begin]
            fielded = word.lower in self.topics or word.lower in self.tables.words["fields"]
            if not fielded and (self.people.words.get("common") is not None or "-" in word.text):
                return None  # "l'Agence ... et la Croix-Rouge"
        if word.lower in ("de", "des", "du", "del", "della", "da", "do") and begin + 1 < scan.count:
            return self._item_after(begin, Head("", "unit", "after", "fr"))
        if not word.is_capital or (word.lower in self.offices and not self.is_topic(word.lower)):
            return None
        if scan.kinds[begin] in _GEO and not self._is_adjective_of_topic(begin):
            return None
        if word.lower in self.tables.heads and self.people.words.get("common") is None:
            return None
        end = self.item(begin)
        if end is None or self.has_head(begin, end) or fold(word.text) in self.people.given:
            return None
        topical = self.is_topic(word.lower.removesuffix("'s").removesuffix("’s")) or scan.kinds[begin] in _GEO
        # "Culture and Religious Guidance"
        topical = topical or (end == begin + 2 and (self.is_topic(scan.lowers[end - 1]) or self._is_deed(end - 1)))
        return end if topical or self.people.words.get("common") is None else None

    def _is_deed(self, i: int) -> bool:
        """Tell whether capital word *i* ends as words for deeds do and is no name: "Guidance", "Planning"."""
        lower = self.scan.lowers[i]
        return (
            lower.endswith(_DEEDS) and self.scan.kinds[i] is None and is_plain(lower, self.scan.texts[i], self.people)
        )

    def _is_adjective_of_topic(self, i: int) -> bool:
        """Tell whether a nationality at *i* belongs to a topic: "Oriental and African Studies"."""
        if self.scan.kinds[i] == "place":
            return False
        following = self.scan.words[i + 1] if i + 1 < self.scan.count and self.scan.joined[i] else None
        return following is not None and following.is_capital and self.is_topic(following.lower)

    def has_head(self, begin: int, end: int) -> bool:
        heads, topics = self.tables.heads, self.topics
        return any(lower not in topics for lower in self.scan.lowers[begin:end] if lower in heads)

    def _listed(self, end: int, *, governs: bool = False) -> int | None:
        """Go on over ", Arts and Letters" and ", Government of India".

        Topics only, but where the body *governs*: "Department of Arts, Heritage and the Gaeltacht".
        """
        scan = self.scan
        if scan.lowers[end] == "government" and scan.is_capital[end]:
            if end + 1 < scan.count and scan.lowers[end + 1] == "of":
                return self._item_after(end + 1, Head("", "unit", "before", "en"))
            return None
        at = end
        for _ in range(6):
            if at >= scan.count or not scan.is_capital[at]:
                return None
            if not self.is_topic(scan.lowers[at]) and not (governs and self._is_odd_topic(at)):
                return None
            stop = self.item(at)
            if stop is None or self.has_head(at, stop) or scan.kinds[at] in _GEO:
                return None
            if stop >= scan.count:
                return None
            if scan.joined[stop - 1] and scan.lowers[stop] in self.joiners:
                article = governs and scan.lowers[stop + 1] == "the" and self._is_odd_topic(stop + 2)
                if article:
                    return stop + 3
                # "University of Forestry, Carpentry and Surveying"
                odd = governs and scan.joined[stop] and self._is_odd_topic(stop + 1)
                return self._joined_item(stop + 1, stop) or (stop + 2 if odd else None)
            gap = scan.gaps[stop - 1]
            if gap == ", " and scan.lowers[stop] in self.joiners:
                return self._joined_item(stop + 1, stop)
            if gap == ", ":
                at = stop
                continue
            return None
        return None

    def _is_odd_topic(self, i: int) -> bool:
        """Tell whether the capital word *i* stands alone in a list of fields and is no office, place or given name."""
        scan = self.scan
        if not scan.is_capital[i] or scan.kinds[i] is not None or scan.lowers[i] in self.offices:
            return False
        alone = not (scan.joined[i] and scan.is_capital[i + 1])
        return alone and scan.lowers[i] not in self.tables.heads and fold(scan.texts[i]) not in self.people.given

    def quoted(self, end: int) -> int | None:
        """Return the end of a short quotation that opens right after word ``end - 1``; None where there is none."""
        scan = self.scan
        gap = scan.gaps[end - 1]
        if gap in _PLAIN_GAPS:  # as nearly everywhere
            return None
        mark = gap.strip()
        if len(mark) != 1 or mark not in _OPENING or not gap.startswith((" ", "\u00a0")) or "\n" in gap:
            return None
        closing = _OPENING[mark]
        for at in range(end, min(end + 7, scan.count)):
            after = scan.gaps[at] if at + 1 < scan.count else scan.text[scan.ends[at] : scan.ends[at] + 2]
            if closing in after or ('"' in after and mark in "“„"):
                return at + 1
            if "\n" in after:
                return None
        return None
