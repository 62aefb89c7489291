"""Lines near the headline that are the name of a medium or body and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from culturex.suggest.page import masthead, names
from culturex.suggest.page.lines import Line, key, parts, unglued
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.suggest.page.tables import PageTable
from culturex.text import Span

_READING_TIME = re.compile(r"\d{1,3}\s*\S{0,3}\s*(?:min|мин|dk|dakika|分)", re.IGNORECASE)
_QUOTED = re.compile(r"[^«»“”\"]{3,40}[«“\"](?P<name>[^«»“”\"]{3,50})[»”\"]")
# What the name of a body is followed by in brackets.
_SHORT_FORM = re.compile(r"\s*\([^()]{2,40}\)$")
# "Nida Times 2" is the second part of the paper.
_SECTION_NUMBER = re.compile(r" \d$")
# Who passes the articles of others on, before the source.
_SYNDICATED = re.compile(r"\(MENAFN\s?[-–]\s?(?P<name>[^\W\d_][^()\n]{1,40})\)$")
# An agency's city in brackets: "(VILNIUS - BNS)".
_TOWN = re.compile(r"^[A-Z]{3,10}\s?[-–]\s?")
_LONGEST = 110
# The line that tells how long reading takes is short.
_TIME, _TIME_WORDS = 24, 4

# A rank (the lower the surer), the number of the line, and the source that it names.
Named = tuple[int, int, Fact]


def find(sheet: Sheet, title: int | None) -> Iterator[Named]:
    """Give the sources that whole lines name, *title* being the number of the headline's line."""
    by_date = _by_date(sheet)
    for number in sheet.head:
        if number == title or sheet.rules[number] or sheet.prose[number]:
            continue
        line = sheet.lines[number]
        text = line.text.strip(" |:»«")
        if not text or len(text) > _LONGEST:
            continue
        if name := _before_label(text, sheet.table):
            yield 5, number, _whole(line, name, "outlet.before_label")
            continue
        if title is not None and number < title:
            yield from _above(sheet, line, text)
        else:
            yield from _below(sheet, line, text, is_by_date=number in by_date)


def _above(sheet: Sheet, line: Line, text: str) -> Iterator[Named]:
    """Give the body that a line above the headline names."""
    halves = parts(line.text)
    if len(halves) == 2 and names.is_body_line(halves[0], sheet.table):
        yield 5, line.number, Fact(halves[0], Span(line.start, line.start + len(halves[0])), "outlet.name_line")
    elif key(text) not in sheet.table.sections and names.is_body_line(text, sheet.table):
        yield 5, line.number, _whole(line, _SHORT_FORM.sub("", text), "outlet.name_line")
    elif name := _without_section(text, sheet.table) or masthead.at_address(text):
        yield 5, line.number, _whole(line, name, "outlet.name_line")


def _below(sheet: Sheet, line: Line, text: str, *, is_by_date: bool) -> Iterator[Named]:
    """Give the source that a line below the headline names: beside the day, above the reading time, in brackets."""
    table, number = sheet.table, line.number
    is_before = number < sheet.first_prose
    if is_before and is_by_date and (name := _in_quotes(line.text, table)):
        at = line.start + line.text.index(name)
        yield 4, number, Fact(name, Span(at, at + len(name)), "outlet.in_quotes")
    elif is_before and is_by_date and names.is_medium(text, table):
        yield 5, number, _whole(line, text, "outlet.by_date")
    elif is_before and _has_time_below(sheet, number):
        is_source = names.is_medium(text, table) or any(names.is_acronym(w) for w in text.split())
        if is_source or not names.is_person(text, table):
            yield 4, number, _whole(line, text, "outlet.above_reading_time")
    elif is_before and (passed := _SYNDICATED.search(text)):
        at = line.start + line.text.index(passed["name"])
        yield 2, number, Fact(passed["name"], Span(at, at + len(passed["name"])), "outlet.syndicated")
    elif text[0] == "(" and text[-1] == ")" and number <= sheet.first_prose:
        inside = _TOWN.sub("", text[1:-1])
        if names.is_medium(inside, table):
            yield 2, number, _whole(line, inside, "outlet.brackets")


def _without_section(text: str, table: PageTable) -> str | None:
    """Return the medium that *text* names with the number of its section: "Nida Times 2"."""
    name = _SECTION_NUMBER.sub("", text)
    return name if name != text and names.is_medium(name, table) else None


def _before_label(text: str, table: PageTable) -> str | None:
    """Return the body or medium that the label of a section is glued to: "University of NidaNews"."""
    name, label = [*unglued(text), ""][:2]
    return name if name + label == text and key(label) in table.sections and names.is_body_line(name, table) else None


def _whole(line: Line, name: str, rule: str) -> Fact:
    return Fact(name, Span(line.start, line.end), rule)


def _in_quotes(text: str, table: PageTable) -> str:
    """Return the name in quotation marks of a line such as "Editors of the portal «Name»"; empty where it is none."""
    match = _QUOTED.fullmatch(text)
    first = text.split()[0].casefold()
    return match["name"] if match and first in (table.staff | table.media | table.bodies) else ""


def _by_date(sheet: Sheet) -> set[int]:
    """Return the numbers of the lines above and below one of dates."""
    dated = [line.number for line, _, dates in sheet.fact_lines if any(d.gives_day for d in dates)]
    return {number + step for number in dated for step in (-1, 1)}


def _has_time_below(sheet: Sheet, number: int) -> bool:
    """Tell whether a line of few words stands above one that tells how long reading takes ("2 Min Read")."""
    if number + 1 == len(sheet.lines) or len(sheet.lines[number].text.split()) > _TIME_WORDS:
        return False
    below = sheet.lines[number + 1].text
    return len(below) < _TIME and _READING_TIME.search(below) is not None
