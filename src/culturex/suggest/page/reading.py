"""A page read: the language is detected, the page laid out, and one module per fact asked for what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from culturex.suggest.detect import language as detect_language
from culturex.suggest.page import clocks, headline, outlet, published, records
from culturex.suggest.page import dateline as datelines
from culturex.suggest.page.marking import spans
from culturex.suggest.page.sheet import Fact, Sheet, lay_out
from culturex.suggest.page.tables import tables
from culturex.text import Span, unwrapped


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; None where it does not say.

    *published* is EDTF, *language* ISO 639-1. *dateline* is the stretch that the text begins with ("BEIJING, Dec. 3
    (Xinhua) --"): no furniture, but its city and day are not the event's. *found* gives for each fact that was read
    from the page its value, span and rule; facts that were given beforehand are not in it.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: Span | None = None
    found: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its facts and the spans of its clutter, in order and apart from one another."""

    facts: Facts
    furniture: list[Span]


def read(text: str, *, known: Mapping[str, str | None] | None = None, today: date | None = None) -> Page:
    """Return facts and furniture of a page.

    *known* holds facts that need no reading (keys as the fields of Facts). *today* bounds what can be a page's day;
    it is the current day unless given.
    """
    given = {name: value for name, value in (known or {}).items() if value}
    code = given.get("language") or detect_language(text)
    if records.is_record(text):
        title = given.get("title") or records.title(text)
        return Page(Facts(title, given.get("outlet"), given.get("author"), given.get("published"), code), [])
    sheet = lay_out(unwrapped(text), tables(code))
    return _read(sheet, code, given, today or date.today())


def facts(text: str, *, known: Mapping[str, str | None] | None = None, today: date | None = None) -> Facts:
    """Return what a page says of itself; see ``read``."""
    return read(text, known=known, today=today).facts


def furniture(text: str, title: str | None = None) -> list[Span]:
    """Return the spans of page clutter, in order; see ``read``."""
    return read(text, known={"title": title}).furniture


def _read(sheet: Sheet, code: str | None, given: dict[str, str], today: date) -> Page:
    found: dict[str, Fact] = {}
    line = _line_of(sheet, given["title"]) if "title" in given else None
    days, day_lines = published.candidates(sheet, today)
    said = outlet.stated(sheet)
    if "title" not in given:
        head = headline.find(sheet, day_lines | said.lines)
        if head:
            line, found["title"] = head
    opening = _dateline(sheet, line)
    opened = opening.stamp if opening else None
    day = clocks.day_before(days, published.choose(days, line, opened), line, opening)
    day = published.agreed(sheet, day, opened, line)
    source = outlet.find(sheet, line, opening, said)
    if day is None and source.signed:
        day = source.signed
    if day is None and opening and opening.stamp:
        day = published.of_dateline(sheet, opening.span, opening.stamp, today)
    day = published.completed(sheet, day, -1 if line is None else line, today) or published.abroad(sheet, today)
    for name, fact in (("outlet", source.outlet), ("author", source.author), ("published", day)):
        if fact and name not in given:
            found[name] = fact
    values = {name: fact.value for name, fact in found.items()} | given
    about = Facts(
        **{name: values.get(name) for name in ("title", "outlet", "author", "published")},
        language=code,
        dateline=opening.span if opening else None,
        found=found,
    )
    return Page(about, spans(sheet, line, day_lines | source.lines, source.signature, about.outlet))


def _line_of(sheet: Sheet, title: str) -> int | None:
    wanted = " ".join(title.split()).casefold()
    return next((n for n in sheet.head if wanted in " ".join(sheet.lines[n].text.split()).casefold()), None)


def _dateline(sheet: Sheet, title: int | None) -> datelines.Dateline | None:
    first = 0 if title is None else title + 1
    for number in range(first, min(len(sheet.lines), sheet.first_prose + 4)):
        if sheet.rules[number] is None or sheet.prose[number]:
            found = datelines.read(sheet.lines[number].text, sheet.lines[number].start, sheet.table)
            if found:
                return found
    return None
