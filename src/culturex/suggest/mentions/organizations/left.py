"""How far the name of a body reaches to the left of its head word: modifiers, coordinated topics, numbers."""

from __future__ import annotations

from culturex.suggest.mentions.scan import Scan
from culturex.suggest.mentions.words.bodies import Head, Tables
from culturex.suggest.mentions.words.people import PeopleTables, fold

_MOST_LEFT = 12
_DASHES = frozenset({"-", " - ", " – ", "–", "‑"})
_GEO = ("country", "region", "place")
_SPACED_DASHES = frozenset({" - ", " – "})
_POSSESSED = frozenset({"' ", "’ "})
SAINTS = frozenset({"st", "saint", "st.", "san", "santa", "sankt"})
# Two saints whose one house it is: "Ss. Cyril and Methodius University".
_PAIR_OF_SAINTS = frozenset({"ss", "sts", "saints"})
# Whom churches are named for together.
_HALLOWED = frozenset(("saints", "souls", "hallows"))
# Ranks that stand in the names of bodies before the name of the one they honour.
_NOBLE = frozenset(
    """
    king queen prince princess lama sultan emperor empress shah emir khan sheikh shaikh sheikha imam swami shri sri
    shree guru maharishi mahatma sant sir tunku tuanku
    """.split()
)
# Small words inside names: "Anton de Kom", "Ludwig van Beethoven".
_PARTICLES = frozenset("de del da do dos di du des der den van von la el al bin ibn y e es".split())
# How words end that say where a body is from, or whose it is.
_TOLD_BY = ("-based", "-born", "-led", "-run", "-funded", "-backed", "-owned", "-sponsored")
# Words that begin sentences and names alike.
_ORDINALS = frozenset({"first", "second", "third", "new"})
# How the names of fields of study and work end: ethnology, choreography, linguistics.
_LONG_TOPIC = 6
_TURKISH_CASES = tuple("ya ye da de ta te dan den tan ten nda nde na ne nın nin nun nün yla yle".split())
_TOPIC_ENDINGS = ("logy", "graphy", "nomy", "istics", "metry", "ation", "ture", "ography", "onomics", "omics", "ement")


# What people of one calling found.
_OF_A_CALLING = frozenset(("association", "union", "guild", "federation", "society", "club", "league"))


class Leftward:
    """Finds where names begin in one document."""

    def __init__(
        self, scan: Scan, tables: Tables, people: PeopleTables, offices: frozenset[str], openers: frozenset[str]
    ):
        self.scan = scan
        self.tables = tables
        self.people = people
        self.offices = offices
        self.openers = openers
        self.common = people.words["common"]
        self.topics = tables.words["topics"]
        self.joiners = tables.words["joiners"]

    def left(self, head: int, spec: Head, floor: int) -> int:
        """Return the first word of the name headed by word *head*; never before word *floor*."""
        first = head
        floor = max(floor, head - _MOST_LEFT)
        while first > floor:
            step = self._step_left(first, head, spec, floor)
            if step is None:
                break
            first = step
        while first < head and (self.is_opener(first) or (spec.language == "tr" and self._is_scene(first, head))):
            first += 1
        return first

    def _is_scene(self, i: int, head: int) -> bool:
        """Tell whether a Turkish sentence begins with where or at what something is: "Açılışta ... Orkestrası"."""
        scan, word = self.scan, self.scan.words[i]
        if i + 1 >= head or not scan.begins_sentence(i) or scan.kinds[i] is not None:
            return False
        return len(word.lower) > _LONG_TOPIC - 1 and word.lower.endswith(_TURKISH_CASES)

    def front(self, head: int, floor: int) -> int:
        """Return the first word of a name whose head stands first but for an adjective: "Real Academia"."""
        first = head
        while (
            first > floor
            and self.scan.joined[first - 1]
            and self.scan.is_capital[first - 1]
            and self.scan.lowers[first - 1] in self.tables.words["fronts"]
        ):
            first -= 1
        return first

    def _step_left(self, first: int, head: int, spec: Head, floor: int) -> int | None:
        scan, before = self.scan, first - 1
        if spec.base == "ministry" and scan.lowers[before] in self.topics and scan.lowers[head + 1] == "of":
            return None  # "Cultural Relations Ministry of Foreign Affairs" lacks a comma
        gap = scan.gaps[before]
        text, lower = scan.texts[before], scan.lowers[before]
        if gap in _SPACED_DASHES and (text.isupper() or scan.begins_sentence(before)):
            # "VILNIUS – The Chamber Choir": a dateline ends here.
            return None
        if scan.joined[before] or gap in _DASHES:
            if self._extends(before, first):
                return before
            if spec.language == "de" and lower == "von" and before > floor and "-" in scan.texts[first]:
                # "Alexander von Humboldt-Stiftung"
                return before - 1 if self._extends(before - 1, before) else None
            numbered = text.isdigit() and before - 1 >= floor and scan.lowers[before - 1] == "no"
            if numbered and scan.gaps[before - 1] in (". ", " ", "."):
                return before - 1
            if lower in self.joiners and scan.joined[before]:
                return self._across_joiner(before, head, spec, floor)
            if lower in _PARTICLES and spec.order == "before":
                return self._across_particles(before, floor)
            if lower in self.tables.words["inner"] and before - 1 >= floor and scan.joined[before - 1]:
                # "Da Nang municipal People's Committee"
                return before - 1 if scan.kinds[before - 1] in _GEO and self._extends(before - 1, before) else None
            return None
        if gap == ", " and self._lists_fields(before, first, head):
            return before
        capital = scan.is_capital[before]
        if capital and "&" in gap and gap.strip() == "&" and len(gap) <= 3:
            return before
        if capital and gap in _POSSESSED and lower.endswith("s") and self._extends(before, first):
            # "Slovak Writers' Association"
            return before if self.scan.kinds[before] not in _GEO else None
        if gap == ") " and before - 1 >= floor and scan.gaps[before - 1] == " (" and scan.is_capital[before - 1]:
            return before - 1
        if (gap == ". " and lower in ("st", "ste", "dr", "ss", "sts")) or (gap == "." and capital):
            return before
        return None

    def _extends(self, i: int, following: int) -> bool:
        scan = self.scan
        if not scan.is_capital[i] and not (scan.texts[i][0].isdigit() and not scan.texts[i].isdigit()):
            return False
        if scan.kinds[i] in ("date", "organization") and not self._is_century(i):
            return False
        lower = scan.lowers[i]
        if lower.endswith(_TOLD_BY):
            return False  # "Kuwait-based Al-Wafaa Society"
        if (
            not lower.isalnum()
            and lower.endswith(("'s", "’s", "s'", "s’"))
            and lower.replace("’", "'") not in self.tables.words["possessives"]
        ):
            # "Slovak Writers' Union" is a name, "the Mayor's Office" another's; saints have houses, too.
            saintly = scan.lowers[i - 1] in SAINTS
            if (scan.kinds[i] in _GEO and not saintly) or self.is_opener(i):
                return False
            return lower[-1] in "'’" or saintly or i + 1 != following
        if lower in _NOBLE and scan.is_capital[following]:
            # "Prince Claus Fund", "Queen Sofia Chamber Orchestra"
            return not (self.is_opener(i) and scan.begins_sentence(i))
        if lower in self.offices and "'" not in scan.texts[following]:
            if scan.lowers[following] in _OF_A_CALLING and lower not in self.tables.words["officers"]:
                return True  # "Photo Journalist Association"
            return (lower.endswith("s") and lower not in self.tables.words["officers"]) or lower in (
                "general",
                "executive",
                "academic",
                "graduate",
                "student",
            )
        if lower in self.people.words["honorifics"] and lower not in (
            "general",
            "st",
            "sister",
            "brother",
            "tan",
            "fr",
        ):
            return False
        opens = self.is_opener(i)
        if opens and scan.begins_sentence(i):
            return False
        if not ((opens or self._is_plain_word(lower)) and scan.is_title_case(i)):
            return True
        return not opens and self._follows_article(i)

    def _is_century(self, i: int) -> bool:
        """Tell whether word *i* is of a century in the middle of a name: "the Aalto 21st Century Foundation"."""
        mention = self.scan.cover[i]
        if mention is None or mention.kind != "date" or mention.rule != "dates.century":
            return False
        return self.scan.is_capital[self.scan.at(mention.end - 1)]

    def _follows_article(self, i: int) -> bool:
        """Tell whether word *i* of a headline follows an article: "at the International Criminal Court"."""
        scan, floor = self.scan, i - _MOST_LEFT
        while i > floor and scan.joined[i - 1] and scan.is_capital[i - 1]:
            i -= 1
        return scan.joined[i - 1] and scan.texts[i - 1] == "the"

    def is_opener(self, i: int) -> bool:
        scan = self.scan
        if not scan.is_capital[i] and not scan.texts[i][0].isdigit():
            return True
        if scan.lowers[i] not in self.openers or self._begins_place(i):
            return False
        if scan.texts[i] == "All" and scan.lowers[i + 1] in _HALLOWED:
            return False  # "All Saints Church"
        if scan.texts[i] == "All" and scan.kinds[i + 1] == "country" and scan.joined[i]:
            return scan.begins_sentence(i)  # "All India Radio"
        if scan.lowers[i] in _ORDINALS:  # "at the First Presbyterian Church"
            return scan.begins_sentence(i) or scan.is_title_case(i)
        return scan.texts[i] != "The" or i == 0 or scan.begins_sentence(i)

    def _begins_place(self, i: int) -> bool:
        """Tell whether word *i* begins the name of a country or a town: "New Zealand Film Commission"."""
        mention = self.scan.cover[i]
        return mention is not None and mention.kind in _GEO and mention.start == self.scan.starts[i]

    def is_shouted(self, i: int) -> bool:
        """Tell whether both neighbours of word *i* stand in capitals as well, as in a headline."""
        near = [self.scan.texts[k] for k in (i - 1, i + 1) if 0 <= k < self.scan.count]
        return all(text.isupper() and len(text) > 1 for text in near)

    def _is_plain_word(self, lower: str) -> bool:
        return lower in self.common and not (
            lower in self.topics or lower in self.people.words["modifiers"] or lower in self.people.words["blockers"]
        )

    def _across_joiner(self, joiner: int, head: int, spec: Head, floor: int) -> int | None:
        """Step over "and" only inside the name of a unit: "Exchange and Cooperation Division", "X and Group"."""
        left = joiner - 1
        if left < floor or not self.scan.joined[left] or not self.scan.is_capital[left]:
            return None
        if left > floor and self.scan.lowers[left - 1] in _PAIR_OF_SAINTS and self.scan.gaps[left - 1] in (" ", ". "):
            return left
        if self.scan.lowers[head] in self.tables.words["firms"] and head == joiner + 1:
            leads = self.scan.joined[head] and self.scan.is_capital[head + 1]
            return None if leads else left  # not "Lam and Party Secretary Le"
        if spec.kind not in ("unit", "house", "group", "school") or head == joiner + 1:
            return None
        lower = self.scan.lowers[left]
        other = self.tables.heads.get(lower)
        if (
            (other is not None and (not other.weak or other.kind in ("school", "post")))
            or lower in self.offices
            or not self._extends(left, joiner)
        ):
            return None
        if spec.language == "tr":
            return left if lower in self.topics else None
        behind = self.scan.lowers[joiner + 1]
        if not self.is_topic(behind) and self.scan.kinds[joiner + 1] not in _GEO and behind not in self.tables.heads:
            return None
        topical = lower in self.topics or other is not None or lower in self.common
        pair = self.scan.kinds[left] in _GEO and self.scan.kinds[joiner + 1] in _GEO
        return left if topical or pair else None

    def _across_particles(self, i: int, floor: int) -> int | None:
        """Step over the small words inside a foreign name: "Leonardo da Vinci Institute", "Rio de Janeiro Museum"."""
        scan, place = self.scan, self.scan.cover[i]
        if place is not None and place.kind == "place":
            first = scan.indices(place.start, place.end).start
            return first if floor <= first < i else None
        while i > floor and scan.joined[i - 1] and scan.lowers[i] in _PARTICLES:
            i -= 1
        named = scan.is_capital[i] and scan.kinds[i] is None and fold(scan.texts[i]) in self.people.given
        return i if named and scan.lowers[i] not in self.offices else None

    def _lists_fields(self, i: int, first: int, head: int) -> bool:
        """Tell whether word *i* begins a list of fields: "Educational, Cultural and Scientific Organization"."""
        scan = self.scan
        if not scan.is_capital[i] or not self.is_topic(scan.lowers[i]) or self.scan.kinds[i] is not None:
            return False
        joined = any(scan.lowers[k] in self.joiners or "&" in self.scan.gaps[k] for k in range(first, head))
        return joined and scan.lowers[i] not in self.offices and scan.lowers[i] not in self.tables.heads

    def is_topic(self, lower: str) -> bool:
        if lower in self.topics or lower in self.common:
            return True
        return len(lower) > _LONG_TOPIC and lower.endswith(_TOPIC_ENDINGS)
