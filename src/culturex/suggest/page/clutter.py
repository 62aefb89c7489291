"""Tell for one line alone whether it is page clutter, and by which rule. What its neighbours say comes later."""

from __future__ import annotations

import re
from functools import lru_cache

from culturex.suggest.page import lines as shapes
from culturex.suggest.page.tables import PageTable

# Longer lines are read by the notes only; the longest note known has some 500 characters.
_SHORT, _NOTE = 220, 700
# No phrase of a note is longer.
_NOTE_HEAD = 80
_SENTENCE_ENDS = (".", "!", "?", "。")
_CREDIT = re.compile(r"[(\[（【]([^()\[\]（）【】]{2,90})[)\]）】]\.?$")
# "(Photo) Guests of the choir", "(Photo, from left: ...)"
_CAPTION = re.compile(r"[(\[]([^\W\d_]+)[)\],:]")
_WORDS = re.compile(r"[^\W\d_]+")
# What a headline promises: "(+Foto)", "(+ Photos and Video)".
_PROMISE = re.compile(r"\+\s?[^\W\d_]+(?:\s\+?\s?[^\W\d_]+){0,2}")
# "apg/lrz", "bmc/mcc": the initials of those who wrote and edited.
_INITIALS = re.compile(r"[A-Za-zА-Яа-я]{2,4}(?:/[A-Za-zА-Яа-я]{2,4}){1,3}")
_TRAIL = re.compile(r"[>»›→/\\]+")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+\S")
# The longest item of a menu, in words, and the fewest items that make one.
_ITEM_WORDS, _ITEMS = 4, 3


def clutter(line: shapes.Line, table: PageTable, *, prose: bool) -> str | None:
    """Return the name of the rule by which *line* is clutter, or None where it may be part of the article."""
    if prose or len(line.text) > _SHORT:
        return _long(line.text, table)
    return _short(line.text, table)


def _long(text: str, table: PageTable) -> str | None:
    if len(text) > _NOTE:
        return None
    if _is_note(_head(text[:_NOTE_HEAD].casefold()), table):
        return "note"
    return "credit" if text[-1] in ")]）】" and _is_credited(text, table) else None


def _head(folded: str) -> str:
    return folded.lstrip(" \t•|*>»-–—_=#→▶►[【")


def _is_note(head: str, table: PageTable) -> bool:
    notes = table.notes.get(head[:1])
    return bool(notes and head.startswith(notes) and _whole_words(head, notes))


@lru_cache(maxsize=2048)  # the pages of a site have their menus, buttons and headings in common
def _short(text: str, table: PageTable) -> str | None:
    folded = text.casefold()
    head = _head(folded)
    if _is_note(head, table):
        return "note"
    name = shapes.key(text)
    if not name:
        return "rule" if not any(c.isdigit() for c in text) else None
    if name in table.whole:
        return "whole"
    if _starts(head, text, table):
        return "start"
    if _contains(folded, table):
        return "contains"
    if text[-1] in ")]）】" and _is_credited(text, table):
        return "credit"
    captioned = _CAPTION.match(folded)
    if captioned and captioned.group(1) in table.credits:
        return "credit"
    if shapes.is_file_name(text) or shapes.is_address(text):
        return "file"
    return _of_parts(text, name, table)


def _contains(folded: str, table: PageTable) -> bool:
    for phrase in table.contains:
        if phrase in folded:
            return True
    if "(" not in folded and "[" not in folded:
        return False
    return any(phrase in folded for phrase in table.contains_bracketed)


def _starts(head: str, text: str, table: PageTable) -> bool:
    phrases = table.starts.get(head[:1])
    if not phrases or not head.startswith(phrases):
        return False
    if not _whole_words(head, phrases):
        return False
    # "Back to Riga came the choir." is a sentence; "Tags: choir, Riga." is not.
    is_sentence = text.endswith(_SENTENCE_ENDS) and len(text) > 24
    return not is_sentence or any(head.startswith(p) for p in phrases if not p[-1].isalpha())


def _whole_words(head: str, phrases: tuple[str, ...]) -> bool:
    return any(
        head.startswith(p) and not (p[-1].isalpha() and head[len(p) : len(p) + 1].isalpha() and p[-1].isascii())
        for p in phrases
    )


def _is_credited(text: str, table: PageTable) -> bool:
    credit = _CREDIT.search(text[-100:])
    if credit is None or _PROMISE.fullmatch(credit.group(1).strip()):
        return False
    return bool(table.credits & set(_WORDS.findall(credit.group(1).casefold())))


def _of_parts(text: str, name: str, table: PageTable) -> str | None:
    words = name.split()
    if len(words) <= 6 and words[0].strip(",|/") in table.whole and all(w.strip(",|/") in table.whole for w in words):
        return "buttons"
    if "/" in text and _INITIALS.fullmatch(text) and any(c.islower() for c in text):
        return "initials"
    if words[0] in table.home and is_breadcrumb(text):
        return "breadcrumb"
    items = shapes.parts(text)
    if len(items) < 2:
        labels = shapes.unglued(text)
        return "menu" if len(labels) > 1 and all(_is_known(label, table) for label in labels) else None
    known = sum(1 for item in items if _is_known(item, table))
    if known * 2 >= len(items) and not text.endswith(_SENTENCE_ENDS):
        return "buttons"
    if is_breadcrumb(text) or (len(items) >= _ITEMS and is_menu(items)):
        return "menu"
    return None


def _is_known(item: str, table: PageTable) -> bool:
    """Tell whether an *item* of a menu is a section or a button that many sites have."""
    name = shapes.key(item)
    return name in table.whole or name in table.sections


def is_breadcrumb(text: str) -> bool:
    """Tell whether a line is a path through a site: "Home> Events>What is On", "Tartu > Leute"."""
    text = shapes.without_quotes(text)
    marks = sum(text.count(mark) for mark in "»›→>") or text.count(" / ")
    if marks < (2 if " / " in text else 1) or text.endswith(_SENTENCE_ENDS):
        return False
    items = [part for item in _TRAIL.split(text[:300]) if (part := item.strip())]
    return len(items) <= marks + 1 and is_menu(items[:-1] or items)


def is_menu(items: list[str]) -> bool:
    """Tell whether all *items* are as short as those of a menu."""
    return all(len(item) <= 40 and item.count(" ") < _ITEM_WORDS for item in items)


def is_numbered(text: str) -> bool:
    """Tell whether a line is a short numbered item ("2. World")."""
    return len(text) <= 40 and bool(_NUMBERED.match(text)) and text.count(" ") <= _ITEM_WORDS
