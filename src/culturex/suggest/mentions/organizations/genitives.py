"""How far the name of a body in Cyrillic reaches behind its head: genitives, places, quoted names, numbers.

In: the head of a name by its word index, and what the tables tell of it. Out: the index behind the last word.
"""

from __future__ import annotations

from collections.abc import Container

from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.scan import GEO
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.cases import given_forms

_MOST = 14
_MOST_QUOTED = 8
# Behind a head without capitals so many words belong to it (Министерство культуры).
_MOST_SMALL = 3
# Endings of nouns and adjectives in the genitive; verbs in the plural past (-ли) look like them.
_GENITIVE = ("ы", "и", "а", "я", "ов", "ев", "ей", "ых", "их", "ого", "его", "ой", "ии", "ств", "ний", "тур")
_VERBS = ("ли", "ла", "ло", "ся", "сь", "ть", "ют", "ут", "ет", "ит")
# Endings of adjectives in any case.
ADJECTIVES = (
    "ый",
    "ий",
    "ой",
    "ая",
    "яя",
    "ое",
    "ее",
    "ого",
    "его",
    "ому",
    "ему",
    "ым",
    "им",
    "ом",
    "ем",
    "ую",
    "юю",
    "ые",
    "ие",
    "ых",
    "их",
    "ска",
    "ски",
    "ско",
    "ска",
    "ький",
    "на",
    "ни",
    "но",
    # Ukrainian
    "ька",
    "ьке",
    "ького",
    "ької",
    "ькому",
    "ькій",
    "ну",
    "не",
    "ної",
    "ній",
    "ього",
    # Macedonian, with the article
    "ата",
    "иот",
    "ото",
)
# Genitives of the plural without an ending.
_BARE_GENITIVES = frozenset(
    """
    стран дел наук искусств культур книг школ прав сил игр шахмат шашек ремесел ремёсел технологий коммуникаций
    организаций традиций медиа сми країн справ мов мистецтв військ
    """.split()
)
_OPENING = (" «", ' "', " “", " „")
_NUMBER = ("№", "N", "#")
_AND = frozenset(("и", "та", "і", "й"))
# "Посольство в Риге", "Дом на Неве": where missions and houses are.
_WHERE, _PLACED = ("в", "во", "у", "на"), ("дом", "центр")
# What leads to fields: of any body in Macedonian, of offices in the other languages.
_MACEDONIAN_LINKS, _LINKS = ("за", "на", "во"), ("по", "за", "при")
# Words that no name ends with.
_NO_ENDS = frozenset("и а но что как также когда где который которая которое по в".split())


class Genitives:
    """Reads what stands behind heads in Cyrillic on one page."""

    def __init__(self, page: Page) -> None:
        self.scan = page.scan
        self.honours = page.tables.words["honours"]

    def end(self, i: int, head: Head, *, led: bool) -> int:
        """Return the end of the name headed by word *i*; two capitals are a person if the body is *led* by one."""
        scan = self.scan
        end, closed = i + 1, 0
        given = given_forms(head.language if head.language in ("ru", "uk") else "ru")
        while end < scan.count and end - i < _MOST:
            gap = scan.gaps[end - 1]
            if gap in _OPENING:
                end = closed = self._end_of_quotation(end)
                continue
            if gap.strip() in _NUMBER and scan.texts[end].isdigit():
                end = closed = end + 1
                if not scan.is_capital[end]:
                    break
                continue
            if self._leads_to_where(end, head):
                is_person = scan.lowers[end + 1] in given and scan.kinds[end + 1] not in GEO
                end = end if is_person else self._end_of_where(end + 1)
                break
            step = self._step(end, head, given, led=led)
            if step is None:
                break
            end = step
        while end - 1 > i and scan.lowers[end - 1] in _NO_ENDS:
            end -= 1
        return max(closed, self._without_small_words(i, end))

    def _step(self, i: int, head: Head, given: Container[str], *, led: bool) -> int | None:
        """Return where the name goes on to from word *i*; None where it ends."""
        scan, lower = self.scan, self.scan.lowers[i]
        if not scan.joined[i - 1]:
            return i + 1 if scan.gaps[i - 1] == ", " and self._lists(i) else None
        place = scan.cover[i]
        if place is not None and place.kind in GEO:
            return max(i + 1, scan.end_of(place))
        if lower in self.honours:
            return self._end_of_honoured(i + 1)
        if lower in _AND and self._joins_genitives(i):
            return i + 2
        if lower in _AND and scan.joined[i] and scan.kinds[i - 1] == scan.kinds[i + 1] == "region":
            return i + 1
        if lower in _MACEDONIAN_LINKS and head.language == "mk" and scan.joined[i]:
            return i + 1 if scan.kinds[i + 1] in GEO else i + 2
        if lower in _LINKS and head.kind == "unit" and scan.joined[i]:
            return i + 2
        return i + 1 if self._is_own_word(i, head, given, led=led) else None

    def _is_own_word(self, i: int, head: Head, given: Container[str], *, led: bool) -> bool:
        """Tell whether word *i* is of the name: a genitive or a shortening, no person, initial or given name."""
        text, lower, capital = self.scan.texts[i], self.scan.lowers[i], self.scan.is_capital[i]
        if capital and ((led and self._begins_person(i)) or len(text.rstrip(".")) == 1):
            return False
        if lower in given or (head.language == "mk" and not capital):
            return False
        return _is_genitive(lower) or (capital and text.isupper())

    def _leads_to_where(self, i: int, head: Head) -> bool:
        """Tell whether word *i* leads to where a mission or a house is."""
        scan = self.scan
        if scan.lowers[i] not in _WHERE or not scan.joined[i - 1] or not scan.is_capital[i + 1]:
            return False
        return (head.kind == "post" or head.base in _PLACED) and scan.kinds[i] not in GEO

    def _end_of_where(self, at: int) -> int:
        """Return the end of where a mission is: a place, or a capital word with an adjective before it."""
        scan, place = self.scan, self.scan.cover[at]
        if place is not None and place.kind in GEO:
            return scan.end_of(place)
        described = scan.lowers[at].endswith(ADJECTIVES) and scan.joined[at]
        return at + 2 if described and scan.is_capital[at + 1] else at + 1

    def _lists(self, at: int) -> bool:
        """Tell whether a comma goes on to ", археологии и этнографии": genitives, the last one behind "и"."""
        scan = self.scan
        for k in range(at, min(at + 4, scan.count - 2)):
            if scan.is_capital[k] or not _is_genitive(scan.lowers[k]) or not _is_genitive(scan.lowers[at - 1]):
                return False
            if scan.joined[k] and scan.lowers[k + 1] in ("и", "та", "і"):
                return _is_genitive(scan.lowers[k + 2]) and not scan.is_capital[k + 2]
            if scan.gaps[k] != ", ":
                return False
        return False

    def _joins_genitives(self, i: int) -> bool:
        """Tell whether "и" at word *i* joins two genitives: науки и образования."""
        scan = self.scan
        if not scan.joined[i] or scan.is_capital[i + 1]:
            return False
        return _is_genitive(scan.lowers[i + 1]) and _is_genitive(scan.lowers[i - 1])

    def _begins_person(self, at: int) -> bool:
        """Tell whether two capital words that are no places follow from word *at* on."""
        scan = self.scan
        if not scan.joined[at] or scan.kinds[at] in GEO or scan.kinds[at + 1] in GEO:
            return False
        return scan.is_capital[at + 1] and not scan.texts[at].isupper() and not scan.texts[at + 1].isupper()

    def _end_of_honoured(self, at: int) -> int:
        """Return the end of the name of the one honoured, with rank: "имени короля Седжона"."""
        scan, begin = self.scan, at
        while begin < min(at + 3, scan.count) and not scan.is_capital[begin] and scan.joined[begin]:
            begin += 1
        if begin > at and scan.is_capital[begin]:
            return begin + 1
        while at < scan.count and scan.joined[at - 1] and (scan.is_capital[at] or scan.gaps[at - 1] == "."):
            at += 1
        return at

    def _end_of_quotation(self, begin: int) -> int:
        """Return the end of the quotation that opens before word *begin*; one word where nothing closes it."""
        scan = self.scan
        for k in range(begin, min(begin + _MOST_QUOTED, scan.count)):
            after = scan.gaps[k] if k + 1 < scan.count else scan.text[scan.ends[k] : scan.ends[k] + 2]
            if any(c in after for c in '»"”'):
                return k + 1
            if "\n" in after:
                break
        return begin + 1

    def _without_small_words(self, i: int, end: int) -> int:
        """Drop lower-case words after the last capital one unless the head needs them (Министерство культуры)."""
        last = max((k for k in range(i, end) if self.scan.is_capital[k]), default=i)
        return last + 1 if last > i else min(end, i + 1 + _MOST_SMALL)


def _is_genitive(lower: str) -> bool:
    return lower in _BARE_GENITIVES or (len(lower) > 2 and lower.endswith(_GENITIVE) and not lower.endswith(_VERBS))
