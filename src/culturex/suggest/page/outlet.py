"""Find who a page names as the source of its text, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from culturex.suggest.page import masthead, name_lines, names, own_words, signature, told
from culturex.suggest.page.clocks import is_clock
from culturex.suggest.page.dateline import Dateline
from culturex.suggest.page.labels import Piece
from culturex.suggest.page.lines import Line, key
from culturex.suggest.page.lines import parts as line_parts
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.suggest.page.stamps import Stamp
from culturex.text import Span

_WORDLIKE = re.compile(r"[^\W\d_]{2}")
# A menu has more parts.
_MENU = 2
_LONGEST_NAME = 70
# "From the Open Encyclopaedia" stands among the first lines.
_FIRST_LINES = 6
# "(STA)" after the day of a dateline on a line of its own.
_AFTER_DAY = re.compile(r"\s*[(/]\s?(?P<name>[^()/]{2,30}?)\s?(?:[)/]|$)")
# What a name loses at its end: "Tartu Daily staff".
_STAFF = (" staff", " reporter", " correspondent", " editorial team", " newsroom")
_LONGEST_SIGNER = 5
# What a site calls the part of it that prints the text; bodies whose names begin without an article.
_SECTIONS = frozenset(("news", "newsroom", "press", "home", "online", "aktuelles", "noticias", "actualités", "новости"))
_OF_BODY = re.compile(
    r"the (?:city|town|university|embassy|ministry|government|municipality|consulate) of ", re.IGNORECASE
)
_OUR = re.compile(r"^our ", re.IGNORECASE)
# "Posted by Maret Lill at 9:12 PM"
_WHEN = re.compile(r"\s(?:at|on|um|am|à|le|el|в|o)\s+\d|\s\d{1,2}:\d\d|\s[|·]\s")
_BY = re.compile(
    r"[\s,;:|–-]*(?:\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?)?"
    r"[\s,;:|–-]*(?P<label>[^\W\d_]{2,12}) (?P<name>[^\W\d_][^\d,|()\n]{1,50}?)\s*(?: in | · |[,|(\n]|$)"
)


class Found(NamedTuple):
    """What was read of source and author: the facts, the lines that say nothing else, a stretch at the end."""

    outlet: Fact | None
    author: Fact | None
    lines: set[int]
    signature: Span | None
    signed: Fact | None


class Stated(NamedTuple):
    """What lines of page facts say of source and author: each with its rank and what it is; and these lines."""

    facts: list[tuple[int, str, Fact]]
    lines: set[int]


def stated(sheet: Sheet) -> Stated:
    """Return what lines of page facts say of source and author; none of these lines is the headline."""
    facts: list[tuple[int, str, Fact]] = []
    lines: set[int] = set()
    for line, parts, dates in sheet.fact_lines:
        of_line = list(_of_line(sheet, line, parts, dates))
        facts += of_line
        if of_line or _is_desk(sheet, line, parts):
            lines.add(line.number)
    for line in sheet.lines[1:_FIRST_LINES]:
        fact = masthead.from_line(line.text, line.start)
        if fact:
            facts.append((4, "source", fact))
            lines.add(line.number)
    return Stated(facts, lines)


def find(sheet: Sheet, title: int | None, dateline: Dateline | None, said: Stated) -> Found:
    """Return the source, the author, and where both stand; the surest rule wins."""
    lines = set(said.lines)
    outlets = [(rank, fact) for rank, kind, fact in said.facts if kind == "source"]
    authors = [(rank, fact) for rank, kind, fact in said.facts if kind != "source"]
    if dateline and dateline.name and dateline.name_span:
        outlets.append((2, Fact(dateline.name, dateline.name_span, "outlet.dateline")))
    signed = signature.find(sheet)
    if signed.by:
        outlets.append((4, signed.by))
    ending = signature.source(sheet)
    if ending:
        outlets.append((1, ending[0]))
    for rank, number, fact in name_lines.find(sheet, title):
        outlets.append((rank, fact))
        lines.add(number)
    for rank, number, fact in masthead.find(sheet, title):
        outlets.append((rank, fact))
        lines.add(number)
    outlets += [(8, fact) for fact in own_words.find(sheet)]
    if press := told.signer(sheet):
        outlets.append((4, press))
    if not outlets:
        outlets += [(9, fact) for fact in _reported(sheet)]
    if not outlets:
        outlets += [(10, fact) for fact in told.find(sheet)]
    headline = sheet.lines[title].text if title is not None else ""
    outlets = [(rank, fact) for rank, fact in outlets if _is_named(sheet, fact) and fact.value != headline]
    outlet = _plain(min(outlets, key=lambda x: x[0])[1], sheet) if outlets else None
    if outlet and names.is_acronym(outlet.value):
        outlet = masthead.full_name(sheet, outlet) or outlet
    author = min(authors, key=lambda x: x[0])[1] if authors else None
    stretch = signed.span or (ending[1] if ending else None)
    return Found(outlet, author, lines, stretch, signed.dated)


def _plain(fact: Fact, sheet: Sheet) -> Fact:
    """Return a source without its short form, section, label, reporter and article: "X - News", "AA / Maret Lill"."""
    value = fact.value
    front, _, rest = value.partition(" | ") if " | " in value else value.partition("  ")
    if rest and names.is_acronym(front.strip()):
        value = rest.strip()
    front, _, section = value.rpartition(" - ")
    if front and (key(section) in sheet.table.sections or key(section) in _SECTIONS):
        value = front
    label, _, body = value.partition(": ")
    if body and key(label) in sheet.table.sections:
        value = body
    agency, _, reporter = value.partition(" / ")
    if names.is_agency(agency, sheet.table) and names.is_person(reporter, sheet.table):
        value = agency
    if _OF_BODY.match(value):
        value = value[4:]
    if value == fact.value:
        return fact
    start = fact.span.start + fact.value.find(value)
    return fact._replace(value=value, span=Span(start, start + len(value)))


def _is_named(sheet: Sheet, fact: Fact) -> bool:
    """Tell whether a source has a word in its name ("A- A+" has none), and is no entry of the page's menu."""
    if not _WORDLIKE.search(fact.value) or names.is_staff(_OUR.sub("", fact.value), sheet.table):
        return False
    front = fact.value.partition(" - ")[0]
    if front != fact.value and key(front) in _SECTIONS:
        return False  # "News - Online"
    if is_clock(fact.value, sheet.table.languages) or names.is_section(fact.value, sheet.table):
        return False
    for number in sheet.head:
        parts = line_parts(sheet.lines[number].text)
        # The site's own name stands first.
        if len(parts) > _MENU and fact.value in parts[1:]:
            return False
    return True


def _is_desk(sheet: Sheet, line: Line, parts: list[Piece]) -> bool:
    """Tell whether a line names the desk that put the text on the page ("By wire desk")."""
    return len(line.text) < 60 and any(p.kind == "author" and names.is_staff(p.text, sheet.table) for p in parts)


def _of_line(sheet: Sheet, line: Line, parts: list[Piece], dates: list[Stamp]) -> Iterator[tuple[int, str, Fact]]:
    """Give the sources and authors of one line of facts, each with its rank and what it is."""
    has_day = any(d.gives_day for d in dates)
    for piece in parts:
        inside = [d for d in dates if piece.start <= d.start and d.end <= piece.end]
        before, at = _before(piece, inside)
        if before and len(before) <= _LONGEST_NAME and (piece.kind or has_day):
            yield from _of_name(sheet, line, piece, before, line.start + at, has_day)
        if inside:
            yield from _after(sheet, line, piece, inside[-1].end)


def _of_name(
    sheet: Sheet, line: Line, piece: Piece, name: str, at: int, has_date: bool
) -> Iterator[tuple[int, str, Fact]]:
    table = sheet.table
    fact = Fact(name, Span(at, at + len(name)), "outlet.label")
    if piece.kind == "source":
        if name[0] not in '"“':
            yield 1, "source", fact
    elif piece.kind == "author":
        yield from _signers(sheet, name, at)
    elif piece.kind is None and has_date and name != line.text:
        front, comma, desk = name.rpartition(", ")
        if comma and names.is_staff(desk, table):
            name, fact = front, Fact(front, Span(at, at + len(front)), "outlet.label")
        if key(name) in table.sections or key(name) in table.whole:
            return
        if line.number not in sheet.head:
            if names.is_medium(name, table) or names.is_body_line(name, table) or _is_titled(name):
                yield 5, "source", fact._replace(rule="outlet.last_line")
            return
        if names.is_medium(name, table) or names.is_body_line(name, table):
            yield 3, "source", fact._replace(rule="outlet.beside_date")
        elif piece.text != line.text and names.is_person(name, table):
            yield 5, "author", fact._replace(rule="author.beside_date")


def _is_titled(name: str) -> bool:
    """Tell whether a name at the end of a page is that of a paper: "The Peninsula"."""
    words = name.split()
    return len(words) in (2, 3) and words[0] == "The" and all(w[0].isupper() for w in words)


def _signers(sheet: Sheet, text: str, at: int) -> Iterator[tuple[int, str, Fact]]:
    """Give those whom a byline names: "Maret Lill, Tartu Daily" is an author and a source."""
    table = sheet.table
    text = _WHEN.split(text)[0]
    for field in re.finditer(r"[^,]+", text):
        name = field.group().strip(" .;")
        if not name or names.is_staff(name, table) or name.startswith("our "):
            continue
        begin = at + text.index(name, field.start())
        if name.startswith("the "):
            name, begin = name[4:], begin + 4
        bare = next((name.removesuffix(s) for s in _STAFF if name.endswith(s)), name)
        fact = Fact(bare, Span(begin, begin + len(bare)), "author.byline")
        if bare != name or names.is_medium(name, table) or names.is_acronym(name) or names.is_body_line(name, table):
            yield 3, "source", fact._replace(rule="outlet.byline")
        elif (name[0].isupper() or not name[0].isascii()) and len(name.split()) <= _LONGEST_SIGNER:
            yield 1, "author", fact


def _before(piece: Piece, dates: list[Stamp]) -> tuple[str, int]:
    """Return what a part of a line says before its date, and where in the line that begins."""
    text = piece.text[: dates[0].start - piece.start] if dates else piece.text
    return text.strip(" ,;.|-–—("), piece.start + len(text) - len(text.lstrip(" ,;.|-–—("))


def _after(sheet: Sheet, line: Line, piece: Piece, end: int) -> Iterator[tuple[int, str, Fact]]:
    """Give the author that a line names after its date: "14 March 2019 by Maret Lill in News"."""
    rest = piece.text[end - piece.start :]
    agency = _AFTER_DAY.match(rest)
    if agency and (names.is_agency(agency.group("name"), sheet.table) or names.is_acronym(agency.group("name"))):
        at = line.start + end + agency.start("name")
        name = agency.group("name")
        yield 2, "source", Fact(name, Span(at, at + len(name)), "outlet.after_day")
    match = _BY.match(rest)
    label = match.group("label").casefold() if match else ""
    if match and label in sheet.table.bare and sheet.table.labels.get(label) == "author":
        yield from _signers(sheet, match.group("name"), line.start + end + match.start("name"))


def _reported(sheet: Sheet) -> Iterator[Fact]:
    """Give the agencies that the first or last paragraph cites."""
    numbers = [n for n in (sheet.first_prose, sheet.first_prose + 1, sheet.last_prose) if 0 <= n < len(sheet.lines)]
    for number in dict.fromkeys(numbers):
        line = sheet.lines[number]
        folded = line.text[:1500].casefold()
        for phrase in sheet.table.reports:
            at = folded.find(phrase)
            if at < 0:
                continue
            after = line.text[at + len(phrase) : at + len(phrase) + 49]
            words = re.split(r"[,.;:()\n]| со | with ", after)[0].strip(' «»"“”').split()
            for count in range(min(4, len(words)), 0, -1):
                name = " ".join(words[:count]).strip('«»"“”')
                if names.is_agency(name, sheet.table) and name[0].isupper():
                    begin = line.start + line.text.find(name, at)
                    yield Fact(name, Span(begin, begin + len(name)), "outlet.reported")
                    break
