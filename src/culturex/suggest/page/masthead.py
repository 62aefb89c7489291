"""Find by whose site a page comes: the first line over a menu, the holder of the copyright, "From the ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from culturex.places import cities, country
from culturex.suggest.page import lines as shapes
from culturex.suggest.page import names
from culturex.suggest.page.lines import Line
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.text import Span

_COPYRIGHT = re.compile(
    r"(?:copyright|©|\([cC]\))(?:\s*(?:copyright|©|\([cC]\)|by|[12]\d{3}|[-–—,|]))*\s*(?P<name>[^\d\s©|.,;][^\d©|;\n]{1,80})",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"[.,|]\s|[.,]$|\s[-–—]\s|\s{2,}|\s(?:all|alle|todos|tous|tutti|все|todos os)\s", re.IGNORECASE
)
_FROM = re.compile(r"From (?:the )?(?P<name>[^\W\d_][^\n.\d]{3,60}?)(?:,.*)?$")
_WORD = re.compile(r"[^\W_]+")
_FIRST_LINES = 6
_MOST_WORDS = 7
# A menu has at least so many parts.
_MENU = 3
_LEAST_INITIALS = 2
# A menu has so many sections that are known as such.
_LEAST_SECTIONS = 2
# Name, town, country.
_ADDRESS_FIELDS = 3
# A path to the page ("City > Film") or a motto is no longer; what parts the steps of a path.
_LONGEST_PATH = 60
_STEPS = (" > ", " › ", " » ", " → ")
_OFFICIAL = frozenset(
    (
        "official website", "official site", "официальный сайт", "офіційний вебсайт", "офіційний сайт", "sitio oficial",
        "site officiel", "sito ufficiale", "offizielle website", "resmi web sitesi", "site oficial",
    )
)  # fmt: skip
_RIGHTS = ("©", "opyright", "(c)", "all rights")
_RESERVED = re.compile(r"(?P<name>[^\W\d_][^\d|;.\n]{3,60})\. All rights reserved", re.IGNORECASE)
# "Pacific National Radio © 2025 All rights reserved"
_BEFORE_SIGN = re.compile(
    r"(?P<name>[^\W\d_][^\d©|;\n]{3,60}?)\s*©\s*[12]\d{3}(?:[-–][12]\d{3})?\W{0,3}(?:$|all rights)", re.IGNORECASE
)


def find(sheet: Sheet, title: int | None) -> Iterator[tuple[int, int, Fact]]:
    """Give the sites that the page names, each with its rank and line (see ``outlet``); the lowest rank is surest."""
    holders = list(_holders(sheet))
    heads = list(_heads(sheet, title))
    for number, fact, over_menu in heads:
        if any(_is_same(fact.value, holder.value) for _, holder in holders):
            continue
        if over_menu:
            yield 8, number, fact
    for number, holder in holders:
        # A copyright line may abbreviate what the head of the page spells out.
        full = next((f for _, f, _ in heads if spells_out(f.value, holder.value)), None)
        yield 7, number, full or holder


def full_name(sheet: Sheet, short: Fact) -> Fact | None:
    """Return the line among the first ones that spells the acronym *short* out: "Nordic Wire" for "NW"."""
    for line in sheet.lines[:_FIRST_LINES]:
        if spells_out(line.text, short.value):
            return Fact(line.text, line.span, "outlet.spelt_out")
    return None


def from_line(text: str, start: int) -> Fact | None:
    """Return the work that a line under an entry's headword names: "From the Open Encyclopaedia"."""
    match = _FROM.fullmatch(text) if text.startswith("From ") else None
    if match is None or not _is_name(match.group("name")):
        return None
    at = start + match.start("name")
    return Fact(match.group("name"), Span(at, at + len(match.group("name"))), "outlet.from")


def at_address(text: str) -> str | None:
    """Return the name of which *text* tells town and country: "Tartu Art School" of "Tartu Art School, Tartu, Estonia".

    >>> at_address("Students of Tartu sing in Riga, Latvia")
    """
    fields = text.split(", ")
    if len(fields) != _ADDRESS_FIELDS or not _is_name(fields[0]):
        return None
    land = country(fields[2])
    return fields[0] if land and any(city.country == land.code for city in cities(fields[1])) else None


def spells_out(name: str, short: str) -> bool:
    """Tell whether *short* is made of the initials of *name*.

    >>> spells_out("Baltic News Service", "BNS")
    True
    """
    if not names.is_acronym(short):
        return False
    initials = "".join(w[0] for w in _WORD.findall(name) if w[0].isupper() and len(w) > 1)
    return len(initials) >= _LEAST_INITIALS and initials == short


def _holders(sheet: Sheet) -> Iterator[tuple[int, Fact]]:
    for number in (*sheet.tail, *sheet.head):
        line = sheet.lines[number]
        text = line.text
        folded = text.casefold() if len(text) <= 240 else ""
        if not any(mark in folded for mark in _RIGHTS):
            continue
        match = _BEFORE_SIGN.match(text) or _COPYRIGHT.search(text) or _RESERVED.match(text)
        if match is None:
            continue
        name = _AFTER_NAME.split(match.group("name"))[0].strip(" .,-–—:")
        if _is_name(name) and shapes.key(name) not in sheet.table.whole:
            at = line.start + match.start("name")
            yield number, Fact(name, Span(at, at + len(name)), "outlet.copyright")


def _heads(sheet: Sheet, title: int | None) -> Iterator[tuple[int, Fact, bool]]:
    """Give the first line, where it may name the site, and whether a menu follows."""
    if len(sheet.lines) < _MENU or title == 0 or sheet.prose[0]:
        return
    line = sheet.lines[0]
    parts = shapes.parts(line.text)
    if len(parts) > 1 and line.text.startswith(parts[0]) and names.is_body_line(parts[0], sheet.table):
        # "University of Turku | News"
        yield 0, Fact(parts[0], Span(line.start, line.start + len(parts[0])), "outlet.masthead"), True
        return
    # "The Jutland Reader - news in English"
    first = line.text.partition(" - ")[0].rstrip()
    name = shapes.key(first)
    if len(parts) >= _MENU and _is_over_sections(parts, sheet):
        yield 0, Fact(parts[0], Span(line.start, line.start + len(parts[0])), "outlet.masthead"), True
        return
    if len(parts) != 1 or name in sheet.table.sections or name in sheet.table.whole or not _is_name(first):
        return
    below = sheet.lines[1 : 1 + _MENU]
    listed = all(other.text[0] in "-•*·" and len(other.text) < 40 for other in below)
    fact = Fact(first, Span(line.start, line.start + len(first)), "outlet.masthead")
    over_menu = listed or _is_menu(below[0].text) or _is_path(below[0].text, sheet) or _is_site(first, below, sheet)
    yield 0, fact, over_menu


def _is_over_sections(parts: Sequence[str], sheet: Sheet) -> bool:
    """Tell whether the *parts* of a line are the site and the sections of its menu: "Curonian  News  Sport"."""
    known = sheet.table.sections | sheet.table.whole
    listed = [part for part in parts[1:] if shapes.key(part) in known]
    is_site = not names.is_section(parts[0], sheet.table) and _is_name(parts[0])
    return is_site and len(listed) >= _LEAST_SECTIONS and 2 * len(listed) >= len(parts) - 1


def _is_menu(text: str) -> bool:
    """Tell whether a line has the parts of a menu, between bars, wide gaps or dashes."""
    return len(shapes.parts(text)) >= _MENU or text.count(" - ") >= _MENU - 1


def _is_path(text: str, sheet: Sheet) -> bool:
    """Tell whether a line is the path to the page: "Home > Culture"."""
    parts = shapes.parts(text)
    return len(parts) > 1 and shapes.key(parts[0]) in sheet.table.home


def _is_site(name: str, below: Sequence[Line], sheet: Sheet) -> bool:
    """Tell whether the first line names a site: a medium, over its path or motto and menu, or "Official website"."""
    text = below[0].text
    if names.is_medium(name, sheet.table) or name.casefold().endswith("news"):
        return " " in name and len(text) > _LONGEST_PATH
    if shapes.key(text) in _OFFICIAL:
        return True
    sections = len(text) <= _LONGEST_PATH and len(shapes.parts(text)) > 1 and any(mark in text for mark in _STEPS)
    return sections or (" " in name and len(text) <= _LONGEST_PATH and _is_menu(below[1].text) and "|" in below[1].text)


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or text[-1] in ".!?:" or len(text) < 2:
        return False
    large = [w for w in words if len(w) > 3]
    return words[0][0].isupper() and all(w[0].isupper() or not w[0].islower() for w in large)


def _is_same(one: str, two: str) -> bool:
    return one.casefold() == two.casefold()
