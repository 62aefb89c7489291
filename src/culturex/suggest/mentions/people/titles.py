"""Read titles: the words of an office around its head word, the body it belongs to, the country it speaks for."""

from __future__ import annotations

from culturex.suggest.mentions.people.tails import BEING, OF_TONGUES, Tails
from culturex.suggest.mentions.people.tidy import EMPTY_ALONE
from culturex.suggest.mentions.people.title_words import JOINERS, Title, body_name
from culturex.suggest.mentions.scan import squeezed
from culturex.suggest.mentions.words.looks import beginnings

_MOST_LEFT = 6
# How the English names of languages end.
_TONGUES = ("ish", "ese", "ian", "nch", "man", "bic", "tch", "rew", "ndi")
_ENVOYS = ("büyükelçi", "başkonsolos", "konsolos", "elçi", "maslahatgüzar")
# Occupations that say little without what is played, taught or made.
_TOLD_BY_NOUNS = frozenset(
    """
    player teacher maker singer performer coach instructor master virtuoso builder painter carver keeper expert
    specialist enthusiast trainer worker technician restorer weaver
    """.split()
)
# What stands before the noun where nothing else tells that a phrase begins there.
_BEFORE_PHRASES = frozenset(
    "and were was are by with of from to for comprises including include features featured featuring between".split()
)
_PARTICIPLES = ("ed", "ing")


class Titles(Tails):
    """Reads the titles of one document."""

    def all(self) -> list[Title]:
        """Return the titles in order; one in the tail of another is not told again."""
        found: list[Title] = []
        done = 0
        for i in beginnings(self.scan.document):
            if i < done or not self.looks[i].head or not self.is_head(i):
                continue
            if self._leads_to_head(i) or self._is_first_of_two(i):
                continue
            title = self.read(i, done)
            found.append(title)
            done = max(title.end, i + 1)
        return found

    def _leads_to_head(self, i: int) -> bool:
        """Tell whether a later word heads the title: "Deputy Foreign Minister", "Secretary General"."""
        scan = self.scan
        for at in range(i + 1, i + 5):
            if not scan.joined[at - 1]:
                return False
            lower = scan.lowers[at]
            if self.looks[at].head and self.is_head(at):
                return lower not in self.people.words["royal"] or scan.lowers[i] in self.modifiers
            if not (lower in self.modifiers or lower in self.topics or self.is_nationality(at)):
                return False
        return False

    def _is_first_of_two(self, i: int) -> bool:
        """Tell whether two occupations share a name: "Artist and jeweler X"."""
        scan = self.scan
        if scan.lowers[i + 1] not in JOINERS:
            return False
        second = i + 3 if scan.lowers[i + 2] in self.modifiers and scan.joined[i + 2] else i + 2
        if not scan.is_capital[second + 1] or not self.is_head(second):
            return False
        return scan.joined[i] and scan.joined[i + 1] and scan.joined[i + 2]

    def read(self, i: int, floor: int) -> Title:
        """Read the title whose head is word *i*."""
        scan = self.scan
        first, affiliation, country = self._left(i, floor)
        end, text_end, body, land = self._right(i)
        loose = self._loose_end(end)
        if loose > end == text_end and scan.lowers[loose] in BEING and scan.lowers[loose - 1] not in self.heads:
            text_end = loose  # "the curator of the exhibition was Ana Berg"
        elif loose > end == text_end == i + 1 and scan.lowers[i] in EMPTY_ALONE:
            text_end = loose  # "the head of the library, Ana Berg"
        if country is None:
            country = self._country_in(first, i) or land or self._country_in(i, text_end)
        text = squeezed(scan.span_text(self._said_from(first, i), text_end))
        lower = self.bare(i)
        if first == i and lower != scan.lowers[i]:
            text = text[2:]
        plural = (
            (lower.endswith("s") and lower[:-1] in self.people.titles)
            or (lower.endswith("es") and lower[:-2] in self.people.titles)
            or lower in ("crs", "chairmen")
        )
        weak = lower in self.people.words["weak_titles"] and text_end - first == 1
        return Title(first, loose, i, text, body or affiliation, country, plural, weak)

    def _left(self, i: int, floor: int) -> tuple[int, str | None, str | None]:
        scan = self.scan
        first = i
        affiliation = country = None
        while first - 1 >= floor and i - first < _MOST_LEFT:
            before = first - 1
            lower = scan.lowers[before]
            mention = scan.cover[before]
            if not scan.joined[before]:
                gap = scan.gaps[before]
                if gap == "/" and lower in self.people.titles:
                    first = before
                    continue
                # "the State Council (SC) chairman"
                if gap == ") " and mention is not None and mention.kind == "organization":
                    affiliation = body_name(mention)
                    country = mention.value.get("country")
                break
            if mention is not None and mention.kind == "organization":
                affiliation = body_name(mention)
                country = mention.value.get("country")
                break
            if lower.endswith(("'s", "’s")):
                affiliation, country = self._owner(before)
                break
            if self.turkish and self._posts(before, i):
                first = before
                continue
            if lower in self.modifiers or lower in self.people.titles or self.is_nationality(before):
                first = before
                continue
            if scan.is_capital[before] and (lower in self.topics or self._is_office_word(before)):
                first = before
                continue
            if lower in JOINERS and before - 1 >= floor and scan.joined[before - 1] and self._pairs(before, first):
                first = before - 1
                continue
            break
        if first == i and self._is_told_by_noun(i, floor):
            first = i - 1
        while first < i and (scan.lowers[first] in self.articles or scan.lowers[first] in JOINERS):
            first += 1
        return first, affiliation, country

    def _posts(self, i: int, head: int) -> bool:
        """Tell whether word *i* says who sent an envoy, or where to: "Türkiye'nin Tiflis Büyükelçisi"."""
        scan = self.scan
        if not self.bare(head).startswith(_ENVOYS) or not scan.is_capital[i]:
            return False
        sent = i == head - 1 and scan.joined[i - 1] and scan.kinds[i - 1] == "country"
        return scan.kinds[i] in ("country", "place") or (sent and scan.kinds[i] is None)

    def _is_told_by_noun(self, i: int, floor: int) -> bool:
        """Tell whether a plain noun before the head at word *i* says of what: "Argentine bandoneon player"."""
        scan, before = self.scan, i - 1
        if scan.lowers[i] not in _TOLD_BY_NOUNS or before <= floor or not scan.joined[before]:
            return False
        if not (scan.joined[i - 2] or scan.gaps[i - 2] == ", "):
            return False
        lower = scan.lowers[before]
        if scan.is_capital[before]:  # "English teacher", whoever teaches it
            return scan.lowers[i] in OF_TONGUES and lower.endswith(_TONGUES)
        if lower in self.people.small or lower in self.heads or not lower.isalpha():
            return False
        if lower in self.people.words["praise"]:
            return False
        front = scan.lowers[i - 2]
        if front in self.articles or self.is_nationality(i - 2):
            return True
        # "rubab player Zarin Gul": where a phrase begins before the noun, and a name follows the head
        begins = scan.gaps[i - 2] == ", " or front in _BEFORE_PHRASES
        said = lower in self.people.words["speech"] or lower.endswith(_PARTICIPLES)
        return begins and not said and scan.joined[i] and scan.is_capital[i + 1]

    def _pairs(self, joiner: int, first: int) -> bool:
        """Tell whether "and" joins two topics or two occupations: "Arts and Culture Minister", "Artist and jeweler"."""
        scan = self.scan
        left, right = scan.lowers[joiner - 1], scan.lowers[first]
        capital = scan.is_capital[joiner - 1]
        topical = capital and left in self.topics and right in self.topics
        if left in self.modifiers and right in self.modifiers and capital == scan.is_capital[first]:
            return True  # "Extraordinary and Plenipotentiary Ambassador"
        return topical or (
            left in self.people.titles
            and not left.endswith("s")
            and (right in self.people.titles or right in self.modifiers)
            and scan.kinds[joiner - 1] is None
        )

    def _is_office_word(self, i: int) -> bool:
        text = self.scan.texts[i]
        return (
            text.isupper()
            and 2 <= len(text) <= 5
            and self.scan.kinds[i] is None
            and self.scan.lowers[i] not in self.people.words["honorifics"]
        )

    def _owner(self, i: int) -> tuple[str | None, str | None]:
        """Return the body or country that a possessive names: "Japan's Ambassador", "the Post's critic"."""
        scan = self.scan
        mention = scan.cover[i]
        if mention is not None:
            if mention.kind == "organization":
                return body_name(mention), mention.value.get("country")
            return None, self.code(i)
        first = i
        while first > 0 and scan.joined[first - 1] and scan.is_capital[first - 1] and i - first < 5:
            first -= 1
        if not scan.is_capital[i]:
            return None, None
        return scan.span_text(first, i + 1)[:-2], None
