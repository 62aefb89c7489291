"""Find who a page names as the source of its text, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from culturex.suggest.page import masthead, names, told
from culturex.suggest.page.dateline import Dateline
from culturex.suggest.page.labels import Piece, pieces
from culturex.suggest.page.lines import Line, key
from culturex.suggest.page.lines import parts as line_parts
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.suggest.page.stamps import Stamp, stamps
from culturex.suggest.page.tables import PageTable
from culturex.text import Span

# "///bNw, 14 March 2019" at the end of the text.
_SIGNED = re.compile(r"/{2,3}\s*(?P<name>[^\s/,.][^/,\n]{1,40}?)(?:,\s*(?P<date>[^\n/]{4,30}))?\s*$")
# "(By Maret Lill, Tartu Daily, March 14th, 2019, Page 21)"
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()\n]{6,200})\)\.?$")
_AGENCY_AT_END = re.compile(r"[(/\[—–-]\s?(?P<name>[^\s()/\[\]—–-][^()/\[\]\n—–-]{1,30}?)\s*[)/\]]?\.?$")
_READING_TIME = re.compile(r"\d{1,3}\s*\S{0,3}\s*(?:min|мин|dk|dakika|分)", re.IGNORECASE)
_QUOTED = re.compile(r"[^«»“”\"]{3,40}[«“\"](?P<name>[^«»“”\"]{3,50})[»”\"]")
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
# "... as planned. Source: BNS"
_END = 60


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
    signature, signed, signed_date = _signature(sheet)
    if signed:
        outlets.append((4, signed))
    ending = _source_at_end(sheet)
    if ending:
        outlets.append((1, ending[0]))
        signature = signature or ending[1]
    for rank, number, fact in _name_lines(sheet, title):
        outlets.append((rank, fact))
        lines.add(number)
    for rank, number, fact in masthead.find(sheet, title):
        outlets.append((rank, fact))
        lines.add(number)
    if press := told.signer(sheet):
        outlets.append((4, press))
    if not outlets:
        outlets += [(9, fact) for fact in _reported(sheet)]
    if not outlets:
        outlets += [(10, fact) for fact in told.find(sheet)]
    outlets = [(rank, fact) for rank, fact in outlets if _is_named(sheet, fact)]
    outlet = _plain(min(outlets, key=lambda x: x[0])[1], sheet) if outlets else None
    if outlet and names.is_acronym(outlet.value):
        outlet = masthead.full_name(sheet, outlet) or outlet
    author = min(authors, key=lambda x: x[0])[1] if authors else None
    return Found(outlet, author, lines, signature, signed_date)


def _plain(fact: Fact, sheet: Sheet) -> Fact:
    """Return a source without its short form, section and article: "CIRU | Confucius Institute of ...", "X - News"."""
    value = fact.value
    front, _, rest = value.partition(" | ") if " | " in value else value.partition("  ")
    if rest and names.is_acronym(front.strip()):
        value = rest.strip()
    front, _, section = value.rpartition(" - ")
    if front and (key(section) in sheet.table.sections or key(section) in _SECTIONS):
        value = front
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


def _name_lines(sheet: Sheet, title: int | None) -> Iterator[tuple[int, int, Fact]]:
    """Give the lines near the headline that are the name of a medium or body and nothing else."""
    table = sheet.table
    by_date = _by_date(sheet)
    for number in sheet.head:
        if number == title or sheet.rules[number] or sheet.prose[number]:
            continue
        line = sheet.lines[number]
        text = line.text.strip(" |:»«")
        if not text or len(text) > 110:
            continue
        fact = Fact(text, Span(line.start, line.end), "outlet.name_line")
        if title is not None and number < title:
            parts = line_parts(line.text)
            if len(parts) == 2 and names.is_body_line(parts[0], table):
                yield 5, number, Fact(parts[0], Span(line.start, line.start + len(parts[0])), "outlet.name_line")
            elif key(text) not in table.sections and names.is_body_line(text, table):
                bare = re.sub(r"\s*\([^()]{2,40}\)$", "", text)
                yield 5, number, fact._replace(value=bare)
        elif number < sheet.first_prose and number in by_date and _in_quotes(line.text, table):
            name = _in_quotes(line.text, table)
            at = line.start + line.text.index(name)
            yield 4, number, Fact(name, Span(at, at + len(name)), "outlet.in_quotes")
        elif number < sheet.first_prose and number in by_date and names.is_medium(text, table):
            yield 5, number, fact._replace(rule="outlet.by_date")
        elif number < sheet.first_prose and _has_time_below(sheet, number):
            if (
                not names.is_person(text, table)
                or names.is_medium(text, table)
                or any(names.is_acronym(w) for w in text.split())
            ):
                yield 4, number, fact._replace(rule="outlet.above_reading_time")
        elif text[0] == "(" and text[-1] == ")" and number <= sheet.first_prose:
            inside = re.sub(r"^[A-Z]{3,10}\s?[-–]\s?", "", text[1:-1])
            if names.is_medium(inside, table):
                yield 2, number, fact._replace(value=inside, rule="outlet.brackets")


def _in_quotes(text: str, table: PageTable) -> str:
    """Return the name in quotation marks of a line such as "Editors of the portal «Name»"; empty where it is none."""
    match = _QUOTED.fullmatch(text)
    first = text.split()[0].casefold()
    return match.group("name") if match and first in (table.staff | table.media | table.bodies) else ""


def _by_date(sheet: Sheet) -> set[int]:
    """Return the numbers of the lines above and below one of dates."""
    dated = [line.number for line, _, dates in sheet.fact_lines if any(d.gives_day for d in dates)]
    return {number + step for number in dated for step in (-1, 1)}


def _has_time_below(sheet: Sheet, number: int) -> bool:
    below = sheet.lines[number + 1] if number + 1 < len(sheet.lines) else None
    return bool(
        below and len(below.text) < 24 and _READING_TIME.search(below.text) and shapes_words(sheet, number) <= 4
    )


def shapes_words(sheet: Sheet, number: int) -> int:
    """Return the number of words of a line."""
    return len(sheet.lines[number].text.split())


def _signature(sheet: Sheet) -> tuple[Span | None, Fact | None, Fact | None]:
    """Return how the text is signed at its end: the stretch, who signs, and the day."""
    table = sheet.table
    for number in range(len(sheet.lines) - 1, max(-1, sheet.last_prose - 1, len(sheet.lines) - 15), -1):
        line = sheet.lines[number]
        tail = line.text[-220:]
        offset = line.end - len(tail)
        match = _SIGNED.search(tail) if "//" in tail else None
        if match and (match.group("date") or line.text.startswith("/") or names.is_medium(match.group("name"), table)):
            span = Span(offset + match.start(), line.end)
            at = offset + match.start("name")
            fact = Fact(match.group("name"), Span(at, at + len(match.group("name"))), "outlet.signature")
            dated = _dated(match.group("date"), offset + match.start("date"), sheet) if match.group("date") else None
            return span, fact, dated
        bracket = _IN_BRACKETS.search(tail) if tail[-2:].strip(".").endswith(")") else None
        if bracket:
            fields = bracket.group("inside").split(", ")
            named = next((f for f in fields if names.is_medium(f.strip(), table)), None)
            if named and (len(fields) > 1 or names.is_agency(named, table)):
                at = offset + bracket.start("inside") + bracket.group("inside").find(named)
                fact = Fact(named, Span(at, at + len(named)), "outlet.signature")
                dated = _dated(bracket.group("inside"), offset + bracket.start("inside"), sheet)
                whole = Span(offset + bracket.start(), line.end)
                return whole, fact, dated
        end = _AGENCY_AT_END.search(tail[-60:]) if number >= sheet.last_prose else None
        if end and names.is_agency(end.group("name"), table) and len(end.group("name")) > 2:
            at = line.end - len(tail[-60:]) + end.start("name")
            return None, Fact(end.group("name"), Span(at, at + len(end.group("name"))), "outlet.signature"), None
    return None, None, None


def _source_at_end(sheet: Sheet) -> tuple[Fact, Span] | None:
    """Return the source that the last paragraph ends with, and the stretch that names it."""
    if sheet.last_prose < 0:
        return None
    line = sheet.lines[sheet.last_prose]
    tail = line.text[-_END:]
    if ":" not in tail and "：" not in tail:
        return None
    offset = line.end - len(tail)
    found = pieces(tail, sheet.table)
    if len(found) < 2 or found[-1].kind != "source" or found[-1].text.count(" ") > _LONGEST_SIGNER:
        return None
    last = found[-1]
    fact = Fact(
        last.text.rstrip("."),
        Span(offset + last.start, offset + last.start + len(last.text.rstrip("."))),
        "outlet.label_at_end",
    )
    return fact, Span(offset + found[-2].end, line.end)


def _dated(text: str, offset: int, sheet: Sheet) -> Fact | None:
    found = next((d for d in stamps(text, sheet.table.languages) if d.value), None)
    if found is None or found.value is None:
        return None
    return Fact(found.value, Span(offset + found.start, offset + found.end), "published.signature")


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
