"""How a text is signed at its end: "/BNS/", "(By Maret Lill, Tartu Daily, March 14th, 2019)", "Source: BNS"."""

from __future__ import annotations

import re
from typing import NamedTuple

from culturex.suggest.page import names
from culturex.suggest.page.labels import pieces
from culturex.suggest.page.lines import Line
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.suggest.page.stamps import stamps
from culturex.text import Span

# "///bNw, 14 March 2019" at the end of the text.
_SLASHED = re.compile(r"/{2,3}\s*(?P<name>[^\s/,.][^/,\n]{1,40}?)(?:,\s*(?P<date>[^\n/]{4,30}))?\s*$")
# "(By Maret Lill, Tartu Daily, March 14th, 2019, Page 21)"
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()\n]{6,200})\)\.?$")
_AGENCY = re.compile(r"[(/\[—–-]\s?(?P<name>[^\s()/\[\]—–-][^()/\[\]\n—–-]{1,30}?)\s*[)/\]]?\.?$")
# "Maret Lill, photos by Ruta Berg, BNS" on a line of its own.
_AFTER_NAMES = re.compile(r", (?P<name>[^\s,][^,\n]{1,30})$")
# Signed are the last lines of a page, at their end; an agency signs in a few letters, but more than two.
_LINES, _TAIL, _SHORT_TAIL = 15, 220, 60
_LEAST = 2
# "... as planned. Source: BNS": at most so many characters before the end, and so many words.
_SOURCE, _WORDS = 60, 5


class Signature(NamedTuple):
    """Who signs a text and on which day, and the stretch that says nothing else, None where it belongs to the text."""

    span: Span | None
    by: Fact | None
    dated: Fact | None = None


def find(sheet: Sheet) -> Signature:
    """Return how the text is signed at its end."""
    first = max(-1, sheet.last_prose - 1, len(sheet.lines) - _LINES)
    for number in range(len(sheet.lines) - 1, first, -1):
        line = sheet.lines[number]
        tail = line.text[-_TAIL:]
        found = _slashed(sheet, line, tail) or _in_brackets(sheet, line, tail)
        if not found and number >= sheet.last_prose:
            found = _agency(sheet, line, tail[-_SHORT_TAIL:])
        if found:
            return found
    return Signature(None, None)


def source(sheet: Sheet) -> tuple[Fact, Span] | None:
    """Return the source that the last paragraph ends with, and the stretch that names it."""
    if sheet.last_prose < 0:
        return None
    line = sheet.lines[sheet.last_prose]
    tail = line.text[-_SOURCE:]
    if ":" not in tail and "：" not in tail:
        return None
    found = pieces(tail, sheet.table)
    if len(found) < 2 or found[-1].kind != "source" or found[-1].text.count(" ") > _WORDS:
        return None
    last, offset = found[-1], line.end - len(tail)
    fact = _fact(last.text.rstrip("."), offset + last.start, "outlet.label_at_end")
    return fact, Span(offset + found[-2].end, line.end)


def _slashed(sheet: Sheet, line: Line, tail: str) -> Signature | None:
    match = _SLASHED.search(tail) if "//" in tail else None
    if not match:
        return None
    name, day, offset = match["name"], match["date"], line.end - len(tail)
    if not (day or line.text.startswith("/") or names.is_medium(name, sheet.table)):
        return None
    dated = _dated(day, offset + match.start("date"), sheet) if day else None
    return Signature(Span(offset + match.start(), line.end), _fact(name, offset + match.start("name")), dated)


def _in_brackets(sheet: Sheet, line: Line, tail: str) -> Signature | None:
    match = _IN_BRACKETS.search(tail) if tail[-2:].strip(".").endswith(")") else None
    if not match:
        return None
    inside, begin = match["inside"], line.end - len(tail) + match.start("inside")
    fields = inside.split(", ")
    name = next((f for f in fields if names.is_medium(f.strip(), sheet.table)), None)
    if not name or not (len(fields) > 1 or names.is_agency(name, sheet.table)):
        return None
    whole = Span(line.end - len(tail) + match.start(), line.end)
    return Signature(whole, _fact(name, begin + inside.find(name)), _dated(inside, begin, sheet))


def _agency(sheet: Sheet, line: Line, tail: str) -> Signature | None:
    is_line = line.number > sheet.last_prose and line.text == tail
    match = _AGENCY.search(tail) or (_AFTER_NAMES.search(tail) if is_line else None)
    if not match or len(match["name"]) <= _LEAST or not names.is_agency(match["name"], sheet.table):
        return None
    return Signature(None, _fact(match["name"], line.end - len(tail) + match.start("name")))


def _fact(name: str, at: int, rule: str = "outlet.signature") -> Fact:
    return Fact(name, Span(at, at + len(name)), rule)


def _dated(text: str, offset: int, sheet: Sheet) -> Fact | None:
    found = next((d for d in stamps(text, sheet.table.languages) if d.value), None)
    if found is None or found.value is None:
        return None
    return Fact(found.value, Span(offset + found.start, offset + found.end), "published.signature")
