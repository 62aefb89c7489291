"""A page laid out for reading: its lines, and which of them are prose, clutter, or headings of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from culturex.suggest.page import lines as shapes
from culturex.suggest.page.clutter import clutter, is_numbered
from culturex.suggest.page.labels import Piece, may_have_label, pieces
from culturex.suggest.page.lines import Line
from culturex.suggest.page.stamps import Stamp, has_year, stamps
from culturex.suggest.page.tables import PageTable
from culturex.text import Span

# Page facts stand among the first and last lines, and lines of facts are short.
HEAD_LINES, TAIL_LINES, FACT_LENGTH = 40, 14, 240
# A date stands among the first characters of a part of such a line.
_PART = 100
# Labels that announce nothing but facts of the page.
_OF_PAGE = frozenset({"source", "author", "published", "updated"})
# A heading over a block of links is short.
_HEADING = 60


class Fact(NamedTuple):
    """A fact of the page: its value, where it stands, and the rule that read it."""

    value: str
    span: Span
    rule: str


@dataclass
class Sheet:
    """The lines of a page with a verdict for each: *prose*, and the rule by which it is clutter (None: it is not)."""

    text: str
    table: PageTable
    lines: list[Line]
    prose: list[bool]
    rules: list[str | None]

    @cached_property
    def first_prose(self) -> int:
        """The number of the first line of prose; the count of lines where there is none."""
        return self.prose.index(True) if True in self.prose else len(self.lines)

    @cached_property
    def last_prose(self) -> int:
        """The number of the last line of prose that no rule calls clutter; -1 where there is none."""
        return next((n for n in range(len(self.lines) - 1, -1, -1) if self.prose[n] and not self.rules[n]), -1)

    @cached_property
    def head(self) -> range:
        """The numbers of the lines above the text, and two below its beginning."""
        return range(min(len(self.lines), self.first_prose + 3, HEAD_LINES))

    @cached_property
    def tail(self) -> range:
        """The numbers of the lines at the end that are not in the head."""
        return range(max(self.head.stop, len(self.lines) - TAIL_LINES), len(self.lines))

    @cached_property
    def fact_lines(self) -> list[tuple[Line, list[Piece], list[Stamp]]]:
        """The lines that may hold page facts, with their parts and dates."""
        found = []
        kind: str | None = None
        for number in (*self.head, *self.tail):
            announced, kind = kind, None
            if self.prose[number]:
                continue
            line = self.lines[number]
            text = line.text
            if len(text) > FACT_LENGTH or self.rules[number] in ("file", "block"):
                continue
            if text[-1] in ":：":
                kind = self.table.labels.get(shapes.key(text))
                self.rules[number] = self.rules[number] or ("label" if kind in _OF_PAGE else None)
            is_dated = has_year(text)
            if not is_dated and not announced and not may_have_label(text, self.table):
                continue
            parts = pieces(text, self.table)
            if announced and parts and parts[0].kind is None:
                parts[0] = parts[0]._replace(kind=announced)
            if is_dated or any(piece.kind for piece in parts):
                found.append((line, parts, self._dates(parts) if is_dated else []))
        return found

    def _dates(self, parts: list[Piece]) -> list[Stamp]:
        """Return the dates of the parts of a line, in places of the line."""
        codes = self.table.languages
        return [s for p in parts if has_year(p.text) for s in stamps(p.text[:_PART], codes, p.start)]


def lay_out(text: str, table: PageTable) -> Sheet:
    """Return the sheet of a page."""
    lines = shapes.split(text)
    prose = [shapes.is_prose(line.text) for line in lines]
    rules = [clutter(line, table, prose=is_prose) for line, is_prose in zip(lines, prose, strict=True)]
    # A caption may be as long as a sentence; it is not where the text begins.
    prose = [is_prose and not rule for is_prose, rule in zip(prose, rules, strict=True)]
    sheet = Sheet(text, table, lines, prose, rules)
    _mark_numbered_menu(sheet)
    _mark_blocks(sheet)
    return sheet


def _mark_numbered_menu(sheet: Sheet) -> None:
    """Call clutter the numbered items that a page begins with ("1. Front page", "2. World")."""
    count = 0
    while count < len(sheet.lines) and is_numbered(sheet.lines[count].text):
        count += 1
    if count > 1:
        sheet.rules[:count] = ["menu"] * count


def _mark_blocks(sheet: Sheet) -> None:
    """Call clutter what stands under a heading such as "Related news": the lines that follow it without a gap."""
    after = 0
    for line, is_prose in zip(sheet.lines, sheet.prose, strict=True):
        number = line.number
        if is_prose or number < after or not _heads_block(sheet, line):
            continue
        after = number + 1
        in_tail = number > sheet.last_prose
        while after < len(sheet.lines) and not sheet.prose[after]:
            if sheet.lines[after].after_blank and not in_tail:
                break
            sheet.rules[after] = sheet.rules[after] or "block"
            after += 1
        sheet.rules[number] = "heading"


def _heads_block(sheet: Sheet, line: Line) -> bool:
    if len(line.text) > _HEADING or sheet.rules[line.number] not in (None, "whole", "start", "note"):
        return False
    return shapes.key(line.text) in sheet.table.related
