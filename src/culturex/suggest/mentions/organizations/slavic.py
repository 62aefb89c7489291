"""How far the name of a body reaches in Cyrillic: adjectives before the head, genitives after it, quoted names."""

from __future__ import annotations

from culturex.suggest.mentions.organizations.spans import Extent
from culturex.suggest.mentions.scan import Scan
from culturex.suggest.mentions.words.bodies import Head, Tables
from culturex.suggest.mentions.words.cases import adjective, given_forms

_GEO = ("country", "region", "place")
_MOST = 14
_SHORTEST_BARE = 4
_LONG_BASE = 6
# Endings of nouns and adjectives in the genitive; verbs in the plural past (-ли) look like them.
_GENITIVE = ("ы", "и", "а", "я", "ов", "ев", "ей", "ых", "их", "ого", "его", "ой", "ии", "ств", "ний", "тур")
_VERBS = ("ли", "ла", "ло", "ся", "сь", "ть", "ют", "ут", "ет", "ит")
_ADJECTIVES = (
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
# Macedonian articles, and what is left of the word.
_ARTICLES = (("ската", "ска"), ("ната", "на"), ("ата", "а"), ("иот", "и"), ("ото", "о"), ("ето", "е"), ("от", ""))
# Genitives of the plural without an ending.
_BARE_GENITIVES = frozenset(
    """
    стран дел наук искусств культур книг школ прав сил игр шахмат шашек ремесел ремёсел технологий коммуникаций
    организаций традиций медиа сми країн справ мов мистецтв військ
    """.split()
)
# Those who come, and no body.
_COMERS = frozenset(("делегация", "делегація", "делегација"))
_QUOTES = ("«", '"', "“", "„")
# Words that no name ends with.
_NO_ENDS = frozenset("и а но что как также когда где который которая которое по в".split())


def extent(
    scan: Scan, tables: Tables, i: int, head: Head, floor: int, offices: frozenset[str] = frozenset()
) -> tuple[Extent, str | None, float] | None:
    """Return the extent of the name headed by word *i*, its base form and how sure it is; None where it is no name.

    Behind a head that one of *offices* leads up to, two capital words are a person: "ректор университета Анна Берг".
    """
    if head.plural or (head.base in _COMERS and not _of_union(scan, i)):
        return None
    if i and scan.lowers[i - 1].startswith("республик"):
        return None  # "Республика Союз Мьянма"
    first = _left(scan, i, floor)
    led = not offices.isdisjoint(scan.lowers[max(0, first - 2) : first])
    end = _right(scan, tables, i, head, led=led)
    named = [k for k in range(first, end) if k != i and (scan.is_capital[k] or scan.texts[k].isdigit())]
    if not named and not (_is_proper(scan, tables, i, head) or _is_told(scan, i, end, head)):
        return None
    if head.weak and all(scan.kinds[k] in _GEO for k in named) and not scan.is_capital[first]:
        return None
    found = Extent(first, end, i, head)
    return found, _base(scan, found), 0.8 if not head.weak else 0.6


def _is_told(scan: Scan, i: int, end: int, head: Head) -> bool:
    """Tell whether a capital inside a sentence shows a name: "в Институте международных отношений"."""
    return scan.is_capital[i] and end > i + 1 and not head.weak and not scan.begins_sentence(i)


def _of_union(scan: Scan, i: int) -> bool:
    return i + 1 < scan.count and scan.kinds[i + 1] == "region"


def _is_proper(scan: Scan, tables: Tables, i: int, head: Head) -> bool:
    """Tell whether the head is a name by itself: a capital inside a sentence on a compound like Минкульт."""
    word = scan.words[i]
    if not word.is_capital or len(head.base) <= _LONG_BASE:
        return False
    return word.lower not in tables.heads or head.base.startswith(tables.prefixes)


def _left(scan: Scan, i: int, floor: int) -> int:
    first = i
    while first - 1 >= floor and i - first < 6 and scan.joined[first - 1]:
        word = scan.words[first - 1]
        if not word.lower.endswith(_ADJECTIVES) or len(word.lower) < 4:
            break
        if word.is_capital:
            return first - 1
        first -= 1
    # Lower-case adjectives belong to a name only behind a capital one.
    return i


def _right(scan: Scan, tables: Tables, i: int, head: Head, *, led: bool) -> int:
    end = i + 1
    closed = 0
    given = given_forms(head.language if head.language in ("ru", "uk") else "ru")
    while end < scan.count and end - i < _MOST:
        gap, word = scan.gaps[end - 1], scan.words[end]
        if gap in (" «", ' "', " “", " „"):
            end = closed = _closing(scan, end)
            continue
        if gap.strip() in ("№", "N", "#") and word.text.isdigit():
            end = closed = end + 1
            if end < scan.count and not scan.is_capital[end]:
                break
            continue
        if gap == ", " and _lists(scan, end):
            end += 1
            continue
        if not scan.joined[end - 1]:
            break
        mention = scan.cover[end]
        if mention is not None and mention.kind in _GEO:
            end = max(end + 1, scan.at(mention.end - 1) + 1)
            continue
        if word.lower in tables.words["honours"]:
            end = _honoured(scan, end + 1)
            continue
        if word.lower in ("и", "та", "і", "й") and _joins(scan, end):
            end += 2
            continue
        if (
            word.lower in ("и", "та", "і", "й")
            and scan.joined[end]
            and scan.kinds[end - 1] == scan.kinds[end + 1] == "region"
        ):
            end += 1
            continue
        if (
            (head.kind == "post" or head.base in ("дом", "центр"))
            and word.lower in ("в", "во", "у", "на")
            and end + 1 < scan.count
            and scan.is_capital[end + 1]
        ):
            place = scan.lowers[end + 1] not in given or scan.kinds[end + 1] in _GEO
            end = _where(scan, end + 1) if place else end
            break
        if word.lower in ("за", "на", "во") and head.language == "mk" and end + 1 < scan.count and scan.joined[end]:
            end += 1 if scan.kinds[end + 1] in _GEO else 2
            continue
        if word.lower in ("по", "за", "при") and end + 1 < scan.count and head.kind == "unit" and scan.joined[end]:
            end += 2
            continue
        if led and word.is_capital and _begins_person(scan, end):
            break
        if len(word.text.rstrip(".")) == 1 and word.is_capital:
            break  # an initial
        if word.lower in given or (head.language == "mk" and not word.is_capital):
            break
        if (word.is_capital and (word.text.isupper() or _is_genitive(word.lower))) or _is_genitive(word.lower):
            end += 1
            continue
        break
    while end - 1 > i and scan.lowers[end - 1] in _NO_ENDS:
        end -= 1
    return max(closed, _trim(scan, i, end))


def _lists(scan: Scan, at: int) -> bool:
    """Tell whether a comma goes on to ", археологии и этнографии": genitives, the last one behind "и"."""
    for k in range(at, min(at + 4, scan.count - 2)):
        word = scan.words[k]
        if word.is_capital or not _is_genitive(word.lower) or not _is_genitive(scan.lowers[at - 1]):
            return False
        if scan.joined[k] and scan.lowers[k + 1] in ("и", "та", "і"):
            return _is_genitive(scan.lowers[k + 2]) and not scan.is_capital[k + 2]
        if scan.gaps[k] != ", ":
            return False
    return False


def _trim(scan: Scan, i: int, end: int) -> int:
    """Drop lower-case words after the last capital one unless the head needs them (Министерство культуры)."""
    last = max((k for k in range(i, end) if scan.is_capital[k]), default=i)
    if last > i:
        return last + 1
    return min(end, i + 4)


def _begins_person(scan: Scan, at: int) -> bool:
    """Tell whether two capital words that are no places follow from word *at* on."""
    if at + 1 >= scan.count or not scan.joined[at] or scan.kinds[at] in _GEO or scan.kinds[at + 1] in _GEO:
        return False
    return scan.is_capital[at + 1] and not scan.texts[at].isupper() and not scan.texts[at + 1].isupper()


def _where(scan: Scan, at: int) -> int:
    """Return the end of where a mission is: a place, or a capital word with an adjective before it."""
    mention = scan.cover[at]
    if mention is not None and mention.kind in _GEO:
        return scan.at(mention.end - 1) + 1
    adjective_before = scan.lowers[at].endswith(_ADJECTIVES) and at + 1 < scan.count and scan.joined[at]
    return at + 2 if adjective_before and scan.is_capital[at + 1] else at + 1


def _honoured(scan: Scan, at: int) -> int:
    """Return the end of the name of the one honoured, with rank: "имени короля Седжона"."""
    begin = at
    while begin < min(at + 3, scan.count) and not scan.is_capital[begin] and scan.joined[begin]:
        begin += 1
    named = begin < scan.count and scan.is_capital[begin]
    if begin == at or not named:
        return _capitals(scan, at)
    return begin + 1


def _capitals(scan: Scan, at: int) -> int:
    while at < scan.count and scan.joined[at - 1] and (scan.is_capital[at] or scan.gaps[at - 1] == "."):
        at += 1
    return at


def _closing(scan: Scan, at: int) -> int:
    for k in range(at, min(at + 8, scan.count)):
        after = scan.gaps[k] if k + 1 < scan.count else scan.text[scan.ends[k] : scan.ends[k] + 2]
        if any(c in after for c in '»"”'):
            return k + 1
        if "\n" in after:
            break
    return at + 1


def _joins(scan: Scan, at: int) -> bool:
    """Tell whether "и" joins two genitives: науки и образования."""
    if at + 1 >= scan.count or not scan.joined[at]:
        return False
    after = scan.words[at + 1]
    return not after.is_capital and _is_genitive(after.lower) and _is_genitive(scan.lowers[at - 1])


def _is_genitive(lower: str) -> bool:
    return lower in _BARE_GENITIVES or (len(lower) > 2 and lower.endswith(_GENITIVE) and not lower.endswith(_VERBS))


def _base(scan: Scan, found: Extent) -> str | None:
    """Return the name with head and leading adjectives in the nominative."""
    head = scan.words[found.head]
    at = found.head + 1
    if (
        found.first == found.head
        and not head.is_capital
        and at < found.end
        and scan.gaps[found.head].strip() in _QUOTES
    ):
        # A plain word says what the body is and is no part of its name: ансамбль «Терем».
        whole = any(c in '»"”“' for c in scan.text[scan.ends[found.end - 1] : scan.ends[found.end - 1] + 1])
        if whole and scan.gaps[found.head].strip():
            return scan.span_text(at, found.end)
    if found.spec.language == "mk":
        return _without_article(scan, found)
    if head.lower == found.spec.base:
        return None
    base = found.spec.base
    nominative = base.capitalize() if head.is_capital else base
    if head.text.isupper() and len(head.text) > 1:
        nominative = base.upper()
    adjectives = [adjective(scan.texts[k], base, found.spec.language) for k in range(found.first, found.head)]
    start = head.end
    stop = scan.ends[found.end - 1]
    tail = scan.text[start:stop] if found.end - 1 > found.head else ""
    if tail and scan.text[stop : stop + 1] in '»"”' and sum(tail.count(c) for c in '«"“„') % 2:
        tail += scan.text[stop]
    return " ".join([*adjectives, nominative]) + tail


def _without_article(scan: Scan, found: Extent) -> str | None:
    """Return a Macedonian name without the article that its first words carry: Филолошкиот факултет."""
    first = scan.words[found.first]
    bare = next((first.text[: -len(end)] + keep for end, keep in _ARTICLES if first.lower.endswith(end)), None)
    if bare is None or len(bare) < _SHORTEST_BARE:
        return None
    stop = scan.ends[found.end - 1]
    if found.end - 1 > found.first and scan.text[stop : stop + 1] in '»"”“':
        stop += scan.text[first.end : stop].count("„") + scan.text[first.end : stop].count("«")
    return bare + scan.text[first.end : stop]
