"""Take coordinated bodies apart: "the Ministries of Culture of Armenia and Kazakhstan" are two ministries."""

from __future__ import annotations

import re

from culturex.suggest.mentions.organizations.spans import Extent, Reach
from culturex.suggest.mentions.words.bodies import Head

_JOINERS = ("and", "y", "e", "et", "und", "&")
# "twelve embassies take part, those of Vietnam and Tunisia": the list stands so near behind its head (characters).
_THOSE = re.compile(r"(?<![^\s,])(?:those of|celles de|las de) ")
_NEAR, _ENDS = 90, frozenset(".!?\n")
_GEO = ("country", "region", "place")
_MOST_ITEMS = 40
# What a country has one of: "the national libraries of A and B".
NATIONAL = frozenset(("national", "royal", "central"))
# A lower-case plural after an item makes it generic: "Embassies of EU countries".
_GENERIC = ("countries", "states", "members", "nations", "cities", "países", "pays", "länder")
# "International Organizations", "Cultural Institutions" are no body, but a kind of them.
_GENERAL = frozenset(("organizations", "organisations", "institutions"))
_KINDS_OF_BODIES = frozenset(
    "international regional public cultural educational other governmental non-governmental multilateral social".split()
)


def coordination(reach: Reach, i: int, head: Head, floor: int) -> list[tuple[Extent, str]]:
    """Return the bodies that the plural head at word *i* names, with the base form of each; empty if it names none."""
    if not head.plural:
        return []
    return _items_after(reach, i, head) or _items_before(reach, i, head, floor) or _those_of(reach, i, head)


def is_general(reach: Reach, i: int) -> bool:
    """Tell whether the plural at word *i* names no bodies: "Ministries of Justice", "International Organizations"."""
    scan, first = reach.scan, i
    if scan.lowers[i] == "ministries":
        return True
    if scan.joined[first - 1] and scan.is_capital[first - 1]:
        first -= 1
    if first == i and scan.joined[i] and scan.lowers[i + 1] == "of":
        stop = reach.right(i, reach.tables.heads[scan.lowers[i]])
        return not any(kind in _GEO for kind in scan.kinds[i:stop])
    return first < i and scan.lowers[i] in _GENERAL and scan.lowers[i - 1] in _KINDS_OF_BODIES


def _items_after(reach: Reach, i: int, head: Head) -> list[tuple[Extent, str]]:
    """Read "Embassies of Serbia, The Philippines and Brazil" and "Ministries of Culture of A and B"."""
    scan = reach.scan
    link = i + 1
    stem = ""
    while link < scan.count and scan.joined[link - 1] and scan.lowers[link] in ("of", "de", "der", "für", "for"):
        items = _list(reach, link + 1)
        if not items:
            return []
        more = items[0][1]
        if len(items) == 1 and more < scan.count and scan.joined[more - 1] and scan.lowers[more] in ("of", "de", "der"):
            stem += " " + scan.span_text(link, more)
            link = more
            continue
        if len(items) < 2:
            return []
        return _named(reach, i, head, stem, link, items)
    return []


def _those_of(reach: Reach, i: int, head: Head) -> list[tuple[Extent, str]]:
    """Read "twelve embassies have come in as partners, those of Vietnam, Tunisia and Lebanon"."""
    scan, end = reach.scan, reach.scan.ends[i]
    those = _THOSE.search(scan.text, end, end + _NEAR)
    if those is None or not _ENDS.isdisjoint(scan.text[end : those.start()]):
        return []
    link = scan.at(those.end() - 2)
    items = _list(reach, link + 1)
    is_list = len(items) > 1 and all(scan.kinds[first] in _GEO for first, _ in items)
    return _named(reach, i, head, "", link, items) if is_list else []


def _named(
    reach: Reach, i: int, head: Head, stem: str, link: int, items: list[tuple[int, int]]
) -> list[tuple[Extent, str]]:
    scan = reach.scan
    # "Ministries of Culture and Education of A": topics, not parties.
    if head.kind == "unit" and all(reach.is_topic(scan.lowers[a]) for a, _ in items):
        return []
    article = "the " if scan.lowers[link + 1] == "the" else ""
    single = head.base.capitalize()
    if scan.lowers[i - 1] in NATIONAL and scan.joined[i - 1] and not scan.is_capital[i]:
        single = f"{scan.texts[i - 1].capitalize()} {single}"  # "the national libraries of A and B"
    if not stem and head.base == "ministry":
        # "foreign ministries of A and B"; "the ministries of A and B" are all of them.
        if scan.lowers[i - 1] not in reach.tables.words["lower_inner"] or not scan.joined[i - 1]:
            return []
        single = f"{scan.texts[i - 1].capitalize()} {single}"
    found = []
    for k, (first, end) in enumerate(items):
        name = f"{single}{stem} {scan.texts[link]} {_item_name(reach, first, end, article)}"
        extent = Extent(i if k == 0 else first, end, i if k == 0 else first, head)
        found.append((extent, name))
    return found


def _item_name(reach: Reach, first: int, end: int, article: str) -> str:
    text = " ".join(reach.scan.span_text(first, end).split())
    return f"the {text}" if article and text.startswith(("Republic", "Kingdom", "State")) else text


def _list(reach: Reach, begin: int) -> list[tuple[int, int]]:
    """Return the spans of a list of capitalised items: A, the B and C."""
    scan = reach.scan
    items: list[tuple[int, int]] = []
    at = begin
    while at < scan.count and len(items) < _MOST_ITEMS:
        while at < scan.count and scan.lowers[at] in ("the", "la", "los", "el", "der") and not scan.is_capital[at]:
            at += 1
        lower_topic = at < scan.count and not scan.is_capital[at] and scan.lowers[at] in reach.tables.words["topics"]
        end = at + 1 if lower_topic else (_item(reach, at) if at < scan.count else None)
        if end is None:
            break
        if end < scan.count and scan.joined[end - 1] and scan.lowers[end] in _GENERIC:
            return []
        items.append((at, end))
        if end >= scan.count:
            break
        gap = scan.gaps[end - 1]
        if gap in (", ", " & ") and scan.lowers[end] not in _JOINERS:
            at = end
        elif (gap == ", " or scan.joined[end - 1]) and scan.lowers[end] in _JOINERS:
            at = end + 1
            # "the Embassies of A and of B"
            again = scan.lowers[at] == scan.lowers[begin - 1] and scan.is_capital[begin - 2]
            at += again and scan.joined[end] and scan.joined[at]
        else:
            break
    return items


def _item(reach: Reach, at: int) -> int | None:
    scan = reach.scan
    if scan.texts[at] == "The" and at + 1 < scan.count:
        return reach.item(at + 1)
    end = reach.item(at)
    if end is None or reach.has_head(at, end):
        return None
    return end


def _items_before(reach: Reach, i: int, head: Head, floor: int) -> list[tuple[Extent, str]]:
    """Read "the Armenian and Kazakh Ministries of Culture" and "Peking and Tsinghua Universities"."""
    scan = reach.scan
    second, kind = i - 1, ""
    inner = reach.tables.words["lower_inner"]
    while second > floor and scan.joined[second] and scan.lowers[second] in inner and not scan.is_capital[second]:
        kind = f"{scan.texts[second]} {kind}"  # "Berg and Lane middle schools"
        second -= 1
    if second - 2 < floor or not scan.joined[second] or not scan.is_capital[second]:
        return []
    begin = second
    while (
        begin - 1 >= floor and scan.joined[begin - 1] and scan.is_capital[begin - 1] and scan.kinds[begin] not in _GEO
    ):
        begin -= 1
    town = scan.cover[begin]
    if town is not None and town.kind == "place":
        begin = max(floor, scan.indices(town.start, town.end).start)
    joiner = begin - 1
    if (
        joiner - 1 < floor
        or scan.lowers[joiner] not in _JOINERS
        or not scan.joined[joiner]
        or not scan.joined[joiner - 1]
    ):
        return []
    left = joiner - 1
    if not scan.is_capital[left] or scan.lowers[left] in reach.tables.heads or scan.lowers[left] in reach.offices:
        return []
    first = left
    while (
        first - 1 >= floor and scan.joined[first - 1] and scan.is_capital[first - 1] and not reach.is_opener(first - 1)
    ):
        first -= 1
    if not (scan.kinds[left] in _GEO or scan.kinds[begin] in _GEO or head.kind == "school"):
        return []
    end = reach.right(i, head)
    tail = scan.span_text(i + 1, end) if end > i + 1 else ""
    single = f"{kind}{head.base if kind else head.base.capitalize()} {tail}".strip()
    one = f"{scan.span_text(first, joiner)} {single}"
    two = f"{scan.span_text(begin, second + 1)} {single}"
    return [(Extent(first, joiner, left, head), one), (Extent(begin, end, i, head), two)]
