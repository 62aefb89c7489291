"""Tell by its shape whether a short text names a person, a medium or a body."""

from __future__ import annotations

import re

from culturex.suggest.page import lines as shapes
from culturex.suggest.page.tables import PageTable

_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}/?", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-ZА-ЯΑ-Ω][A-ZА-Яa-zа-я0-9&.-]{0,3}[A-ZА-ЯΑ-Ω0-9](?:[A-ZА-Я0-9&+-]{0,5})")
_PLACE_AFTER = re.compile(r"\s*\([^()]{2,40}\)$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
# What joins the two sections of one label; other small words stand in the names of media ("The National").
_AND = re.compile(r" (?:&|and|und|et|e|y|и|ve) ")
_NAME_WORDS = 11
_MEDIUM_WORDS, _LONGEST_MEDIUM = 7, 60
# First words of headlines as well as of papers.
_COMMON_FIRST = frozenset({"news", "daily", "today"})
# In so short a line a head word tells a body wherever it stands ("British Embassy Astana").
_SHORT_NAME = 4
# A row of so many labels is a menu.
_MENU = 3


def is_domain(text: str) -> bool:
    """Tell whether *text* is the name of a web site ("tartu.gov.ee")."""
    return len(text) <= 80 and bool(_DOMAIN.fullmatch(text)) and not text.replace(".", "").isdigit() and text[-1] != "."


def is_acronym(text: str) -> bool:
    """Tell whether *text* is an acronym ("ANI")."""
    return len(text) <= 8 and bool(_ACRONYM.fullmatch(text)) and sum(c.isupper() for c in text) >= 2


def is_agency(text: str, table: PageTable) -> bool:
    """Tell whether *text* is a news agency that the tables know."""
    return " ".join(text.casefold().split()) in table.agencies


def is_medium(text: str, table: PageTable) -> bool:
    """Tell whether *text* looks like the name of a medium: "The Baltic Herald", "gov.ee", "Xinhua"."""
    if len(text) > _LONGEST_MEDIUM or not text:
        return False
    if is_domain(text) or is_agency(text, table):
        return True
    words = _WORD.findall(text)
    return _ends_as_medium(text, words, [w.casefold() for w in words], table)


def _ends_as_medium(text: str, words: list[str], folded: list[str], table: PageTable) -> bool:
    """Tell by its *words* (and these *folded*) whether *text* looks like the name of a medium."""
    if not 1 < len(words) <= _MEDIUM_WORDS or "," in text or table.media.isdisjoint(folded):
        return False
    if not _is_capitalised(words, table.small):
        # Only English and German write all words of a name with capitals.
        return not text.isascii() and words[0][0].isupper() and folded[-1] in table.media
    if folded[-1] in table.media or (folded[0] in table.media and folded[0] not in _COMMON_FIRST):
        return True
    return any(w in table.media for w in folded[1:3]) and any(w in table.small for w in folded)


def is_body_line(text: str, table: PageTable) -> bool:
    """Tell whether a whole line is the name of a medium or a body: "Government of Chile (Santiago)"."""
    bare = (_PLACE_AFTER.sub("", text) if text.endswith(")") else text).strip(' :|-–—»«"“”')
    if not bare or len(bare) > 110 or bare[-1] in ".!?":
        return False
    words = _WORD.findall(bare)
    folded = [w.casefold() for w in words]
    if len(bare) <= _LONGEST_MEDIUM and (
        is_domain(bare) or is_agency(bare, table) or _ends_as_medium(bare, words, folded, table)
    ):
        return True
    if not words or len(words) > _NAME_WORDS:
        return False
    first = (
        folded[1]
        if folded[0] in ("the", "la", "le", "el", "die", "das", "der", "il") and len(folded) > 1
        else folded[0]
    )
    heads = table.bodies
    is_named = first in heads or folded[-1] in heads or " ".join(folded[:2]) in heads or " ".join(folded[-2:]) in heads
    if not is_named:
        if heads.isdisjoint(folded):
            return False
        # "South African Embassy in Chile", "National Library of Malta"
        is_named = len(words) <= _SHORT_NAME or any(
            w in heads and n + 1 < len(folded) and folded[n + 1] in table.small for n, w in enumerate(folded[:4])
        )
    return is_named and (_is_capitalised(words, table.small) or (not bare.isascii() and first in heads))


def is_person(text: str, table: PageTable) -> bool:
    """Tell whether *text* has the shape of a person's name: two to four capitalised words, none of a medium or body."""
    words = _WORD.findall(text)
    if not 1 < len(words) <= 5 or len(text) > 60 or any(c.isdigit() for c in text):
        return False
    folded = [w.casefold() for w in words]
    return _is_capitalised(words, table.small) and not any(w in table.media or w in table.bodies for w in folded)


def is_section(text: str, table: PageTable) -> bool:
    """Tell whether *text* is the label of a section or of two ("Culture & Society", "City News"), or a path to one."""
    if is_agency(text, table):
        return False  # "AA" is a button elsewhere
    name = shapes.key(text)
    bare = shapes.key(name.removesuffix("news"))
    if (
        name in table.whole
        or bare in table.sections
        or any(shapes.key(p) in table.home for p in shapes.parts(name)[:1])
    ):
        return True
    return all(part in table.sections for part in _AND.split(name))


def is_menu(text: str, table: PageTable) -> bool:
    """Tell whether *text* is a row of labels of sections and nothing else: "Home News Culture Sport"."""
    words = text.casefold().split()
    return len(words) >= _MENU and all(w in table.sections or w in table.home or w in table.whole for w in words)


def is_staff(text: str, table: PageTable) -> bool:
    """Tell whether *text* is a desk and not a name: "admin", "Staff reporter"."""
    return shapes.key(text) in table.staff


def _is_capitalised(words: list[str], small: frozenset[str]) -> bool:
    """Tell whether all words begin with a capital, a digit or a letter without case, the *small* ones apart."""
    return all(
        w[0].isupper() or w[0].isdigit() or not w[0].islower() or w.casefold() in small or any(c.isupper() for c in w)
        for w in words
    )
