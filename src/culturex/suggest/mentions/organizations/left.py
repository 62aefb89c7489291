"""Where the name of a body begins, to the left of its head: modifiers, coordinated topics, numbers, people honoured.

In: the head of a name by its word index, what the tables tell of it, and the floor, a word that no name goes beyond
(what stands before it belongs to other names). Out: the index of the first word of the name.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.page import OWNING, Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head

_MOST_LEFT = 12
_DASHES = frozenset({"-", " - ", " – ", "–", "‑"})
_SPACED_DASHES = frozenset({" - ", " – "})
_POSSESSED = frozenset({"' ", "’ "})
SAINTS = frozenset({"st", "saint", "st.", "san", "santa", "sankt"})
# Two saints whose one house it is: "Ss. Cyril and Methodius University".
_PAIR_OF_SAINTS = frozenset({"ss", "sts", "saints"})
# What a full stop shortens inside names: "St. Mary's School".
_SHORTENED = frozenset({"st", "ste", "dr", "ss", "sts"})
# Ranks that stand in the names of bodies before the name of the one they honour.
_NOBLE = frozenset(
    """
    king queen prince princess lama sultan emperor empress shah emir khan sheikh shaikh sheikha imam swami shri sri
    shree guru maharishi mahatma sant sir tunku tuanku
    """.split()
)
# Forms of address that stand in the names of bodies.
_ADDRESS = frozenset(("general", "st", "sister", "brother", "tan", "fr"))
# Offices that are words of another meaning before a head: "General Assembly", "Metropolitan Opera".
_NO_OFFICES = frozenset(("general", "metropolitan", "executive", "academic", "graduate", "student"))
# Small words inside names: "Anton de Kom", "Ludwig van Beethoven".
_PARTICLES = frozenset("de del da do dos di du des der den van von la el al bin ibn y e es".split())
# How words end that say where a body is from, or whose it is.
_TOLD_BY = ("-based", "-born", "-led", "-run", "-funded", "-backed", "-owned", "-sponsored")
_TURKISH_CASES = tuple("ya ye da de ta te dan den tan ten nda nde na ne nın nin nun nün yla yle".split())
_SHORTEST_SCENE = 6
# What people of one calling found.
_OF_A_CALLING = frozenset(("association", "union", "guild", "federation", "society", "club", "league"))
# Heads of names that tell for whom a body is: "Music for Malta Foundation".
_FOR_PEOPLE = frozenset(("foundation", "fund", "trust", "association", "society", "network", "alliance", "coalition"))
# So many digits number a school, and so end sums of money ("119m").
_LONGEST_NUMBER, _SUMS = 3, ("m", "bn", "mn", "tn", "k")
# Before these kinds "and" may join topics: "Exchange and Cooperation Division".
_OF_TOPICS = ("unit", "house", "group", "school")


class Left:
    """Finds where names begin on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.scan = page.scan
        self.tables = page.tables
        self.people = page.people

    def begin(self, head: int, spec: Head, floor: int) -> int:
        """Return the first word of the name headed by word *head*; never before word *floor*."""
        first = head
        floor = max(floor, head - _MOST_LEFT)
        while first > floor:
            step = self._step(first, head, spec, floor)
            if step is None:
                break
            first = step
        while first < head and (self.page.is_opener(first) or (spec.language == "tr" and self._is_scene(first, head))):
            first += 1
        return first

    def front(self, head: int, floor: int) -> int:
        """Return the first word of a name whose head stands first but for an adjective: "Real Academia"."""
        scan, fronts = self.scan, self.tables.words["fronts"]
        first = head
        while first > floor and scan.joined[first - 1] and scan.is_capital[first - 1]:
            if scan.lowers[first - 1] not in fronts:
                break
            first -= 1
        return first

    def _is_scene(self, i: int, head: int) -> bool:
        """Tell whether a Turkish sentence begins with where or at what something is: "Açılışta ... Orkestrası"."""
        scan, lower = self.scan, self.scan.lowers[i]
        if i + 1 >= head or not scan.begins_sentence(i) or scan.kinds[i] is not None:
            return False
        return len(lower) >= _SHORTEST_SCENE and lower.endswith(_TURKISH_CASES)

    def _step(self, first: int, head: int, spec: Head, floor: int) -> int | None:
        """Return where the name goes on to before word *first*; None where it begins there."""
        scan, before = self.scan, first - 1
        lower, gap = scan.lowers[before], scan.gaps[before]
        if spec.base == "ministry" and lower in self.page.topics and scan.lowers[head + 1] == "of":
            return None  # "Cultural Relations Ministry of Foreign Affairs" lacks a comma
        if gap in _SPACED_DASHES and (scan.texts[before].isupper() or scan.begins_sentence(before)):
            return None  # "VILNIUS – The Chamber Choir": a dateline ends here
        if scan.joined[before] or gap in _DASHES:
            return before if self._extends(before, first) else self._over_small_word(first, head, spec, floor)
        return self._over_gap(first, head, floor)

    def _over_small_word(self, first: int, head: int, spec: Head, floor: int) -> int | None:
        """Step over a word before word *first* that extends no name by itself: "von", a number, "and", "municipal"."""
        scan, before = self.scan, first - 1
        lower = scan.lowers[before]
        if spec.language == "de" and lower == "von" and before > floor and "-" in scan.texts[first]:
            # "Alexander von Humboldt-Stiftung"
            return before - 1 if self._extends(before - 1, before) else None
        if scan.texts[before].isdigit() and before - 1 >= floor:
            if scan.lowers[before - 1] == "no" and scan.gaps[before - 1] in (". ", " ", "."):
                return before - 1
            if spec.kind == "school" and len(lower) <= _LONGEST_NUMBER and scan.kinds[before - 1] == "place":
                return before - 1  # "Beijing 101 Middle School"
        if lower == "for" and spec.base in _FOR_PEOPLE and before - 1 >= floor and scan.joined[before - 1]:
            return before - 1 if self._extends(before - 1, before) else None  # "Music for Malta Foundation"
        if lower in self.page.joiners and scan.joined[before]:
            return self._across_joiner(before, head, spec, floor)
        if lower in _PARTICLES and spec.order == "before":
            return self._across_particles(before, floor)
        if lower in self.tables.words["inner"] and before - 1 >= floor and scan.joined[before - 1]:
            # "Da Nang municipal People's Committee"
            return before - 1 if scan.kinds[before - 1] in GEO and self._extends(before - 1, before) else None
        return None

    def _over_gap(self, first: int, head: int, floor: int) -> int | None:
        """Step over more than a space before word *first*: a comma in a list, "&", an apostrophe, a full stop."""
        scan, before = self.scan, first - 1
        gap, lower, capital = scan.gaps[before], scan.lowers[before], scan.is_capital[before]
        if gap == ", " and self._lists_fields(before, first, head):
            return before
        if capital and "&" in gap and gap.strip() == "&" and len(gap) <= 3:
            return before
        if capital and gap in _POSSESSED and lower.endswith("s") and self._extends(before, first):
            return before if scan.kinds[before] not in GEO else None  # "Slovak Writers' Association"
        if gap == ") " and before - 1 >= floor and scan.gaps[before - 1] == " (" and scan.is_capital[before - 1]:
            return before - 1
        if (gap == ". " and lower in _SHORTENED) or (gap == "." and capital):
            return before
        return None

    def _extends(self, i: int, following: int) -> bool:
        """Tell whether word *i* belongs to the name that goes on with word *following*."""
        scan, text = self.scan, self.scan.texts[i]
        if not scan.is_capital[i] and not (text[0].isdigit() and not text.isdigit() and not text.endswith(_SUMS)):
            return False
        if scan.kinds[i] in ("date", "organization") and not self._is_century(i):
            return False
        lower = scan.lowers[i]
        if lower.endswith(_TOLD_BY):
            return False  # "Kuwait-based Al-Wafaa Society"
        owns = not lower.isalnum() and lower.endswith(OWNING)
        if owns and lower.replace("’", "'") not in self.tables.words["possessives"]:
            return self._is_owner_inside(i, following)
        if lower in _NOBLE and scan.is_capital[following]:
            # "Prince Claus Fund", "Queen Sofia Chamber Orchestra"
            return not (self.page.is_opener(i) and scan.begins_sentence(i))
        if lower in self.page.offices and "'" not in scan.texts[following]:
            return self._is_calling(i, following)
        if lower in self.people.words["honorifics"] and lower not in _ADDRESS:
            return False
        return self._is_no_beginning(i)

    def _is_owner_inside(self, i: int, following: int) -> bool:
        """Tell whether a possessive is part of a name: "Slovak Writers' Union", but "the Mayor's Office"."""
        scan, lower = self.scan, self.scan.lowers[i]
        saintly = scan.lowers[i - 1] in SAINTS  # saints have houses
        if (scan.kinds[i] in GEO and not saintly) or self.page.is_opener(i):
            return False
        return lower[-1] in "'’" or saintly or i + 1 != following

    def _is_calling(self, i: int, following: int) -> bool:
        """Tell whether an office is part of a name: "Photo Journalist Association", "Ministers Council"."""
        lower, officers = self.scan.lowers[i], self.tables.words["officers"]
        if lower not in officers and (self.scan.lowers[following] in _OF_A_CALLING or lower.endswith("s")):
            return True
        return lower in _NO_OFFICES

    def _is_no_beginning(self, i: int) -> bool:
        """Tell whether a capital word is no mere beginning of a sentence, and no plain word of a headline."""
        scan, opens = self.scan, self.page.is_opener(i)
        if opens and scan.begins_sentence(i):
            return False
        if not ((opens or self._is_plain_word(scan.lowers[i])) and scan.is_title_case(i)):
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

    def _is_plain_word(self, lower: str) -> bool:
        if lower in self.tables.words["telling"]:
            return True
        people = self.people.words
        if lower not in self.page.common or lower in self.page.topics:
            return False
        return lower not in people["modifiers"] and lower not in people["blockers"]

    def _across_joiner(self, joiner: int, head: int, spec: Head, floor: int) -> int | None:
        """Step over "and" only inside the name of a unit: "Exchange and Cooperation Division", "X and Group"."""
        scan, left = self.scan, joiner - 1
        if left < floor or not scan.joined[left] or not scan.is_capital[left]:
            return None
        if left > floor and scan.lowers[left - 1] in _PAIR_OF_SAINTS and scan.gaps[left - 1] in (" ", ". "):
            return left
        if scan.lowers[head] in self.tables.words["firms"] and head == joiner + 1:
            leads = scan.joined[head] and scan.is_capital[head + 1]
            return None if leads else left  # not "Lam and Party Secretary Le"
        if spec.kind not in _OF_TOPICS or head == joiner + 1 or not self._may_be_joined(left, joiner):
            return None
        if spec.language == "tr":
            return left if scan.lowers[left] in self.page.topics else None
        return left if self._joins_topics(left, joiner + 1) else None

    def _may_be_joined(self, left: int, joiner: int) -> bool:
        """Tell whether the word before "and" belongs to a name and is no body or office by itself."""
        lower = self.scan.lowers[left]
        other = self.tables.heads.get(lower)
        is_body = other is not None and (not other.weak or other.kind in ("school", "post"))
        return not is_body and lower not in self.page.offices and self._extends(left, joiner)

    def _joins_topics(self, left: int, right: int) -> bool:
        """Tell whether words *left* and *right* of "and" are both fields, or both countries and places."""
        scan, heads = self.scan, self.tables.heads
        before, behind = scan.lowers[left], scan.lowers[right]
        if not self.page.is_topic(behind) and scan.kinds[right] not in GEO and behind not in heads:
            return False
        if before in self.page.topics or before in heads or before in self.page.common:
            return True
        return scan.kinds[left] in GEO and scan.kinds[right] in GEO

    def _across_particles(self, i: int, floor: int) -> int | None:
        """Step over the small words inside a foreign name: "Leonardo da Vinci Institute", "Rio de Janeiro Museum"."""
        scan, place = self.scan, self.scan.cover[i]
        if place is not None and place.kind == "place":
            first = scan.indices(place.start, place.end).start
            return first if floor <= first < i else None
        while i > floor and scan.joined[i - 1] and scan.lowers[i] in _PARTICLES:
            i -= 1
        named = scan.is_capital[i] and scan.kinds[i] is None and self.page.is_given(i)
        return i if named and scan.lowers[i] not in self.page.offices else None

    def _lists_fields(self, i: int, first: int, head: int) -> bool:
        """Tell whether word *i* begins a list of fields: "Educational, Cultural and Scientific Organization"."""
        scan, lower = self.scan, self.scan.lowers[i]
        if not scan.is_capital[i] or not self.page.is_topic(lower) or scan.kinds[i] is not None:
            return False
        joined = any(scan.lowers[k] in self.page.joiners or "&" in scan.gaps[k] for k in range(first, head))
        return joined and lower not in self.page.offices and lower not in self.tables.heads
