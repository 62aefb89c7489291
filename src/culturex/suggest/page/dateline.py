"""Read the dateline that a text begins with: "BEIJING, Dec. 3 (Xinhua) --", "Tartu – Baltic News:", "(ANSA) - ROMA"."""

from __future__ import annotations

import re
from typing import NamedTuple

from culturex.places import country
from culturex.suggest.page.names import is_acronym, is_agency, is_medium
from culturex.suggest.page.stamps import Stamp, has_year, stamps
from culturex.suggest.page.tables import PageTable
from culturex.text import Span

# A dateline ends within so many characters.
_LONGEST = 120
# An acronym counts without a date where a city of so few words stands before it.
_CITY_WORDS = 3
# A stroke only stands before a year: "Addis Ababa, October 13/2022/ENA/".
_CITY = r"[^\W\d_](?:[^\n:;!?()/=]|/(?=20\d\d\b)){1,70}?"
# Each form behind a mark that it cannot do without ("": many would do): looking for that is quicker than trying it.
_FORMS = (
    # City (agency) -- date --
    (
        ")",
        re.compile(
            rf"(?P<head>{_CITY})\s*[-–—]*\s*\((?P<name>[^()\n]{{2,60}})\)\s*[-–—]+\s*(?P<day>[^\n:;!?()/]{{5,30}}?\d)\s*[-–—]+"
        ),
    ),
    # City, date (agency) --
    (")", re.compile(rf"(?P<head>{_CITY})\s*\((?P<name>[^()\n]{{2,60}})\)\s*(?:\.?\s*[-–—]+|[:.]|(?=[A-Z]))")),
    # City, date /agency/   date, city /reporter - agency/
    ("/", re.compile(rf"(?P<head>(?:\d\d?\s[^\W\d_]{{3,10}},\s)?{_CITY})\.?\s*/(?P<name>[^/\n\d][^/\n]{{1,29}})/")),
    # (agency) - city, date -
    (
        "",
        re.compile(
            r"[(\[](?P<name>[^()\[\]\n=]{2,40})[)\]]\s*(?:[-–—]+\s*(?P<head>[^\W\d_][^\n:;!?()/]{1,60}?)\s[-–—]+)?"
        ),
    ),
    # (city=agency), [city=agency]
    ("=", re.compile(r"[(\[【](?P<head>[^()\[\]=\n]{1,30})=(?P<name>[^()\[\]=\n ]{2,30})[^()\[\]\n]{0,20}[)\]】]")),
    # City – agency:   City, date — agency.   City, date, agency
    (
        "",
        re.compile(
            rf"(?P<head>{_CITY})\s*(?:[-–—/,]|\.\s)\s*(?P<name>[^\W\d_][^\n:;!?()/,.–—]{{1,29}}?)\s*(?:[:.](?!\s\d)|[-–—]\s|$)"
        ),
    ),
    # Agency -
    ("-", re.compile(r"(?P<head>)(?P<name>[^\W\d_][^\n:;!?()/,.–—-]{1,24}?)\s[-–—]+\s(?=\W*[^\W\d_a-zа-я])")),
    # City [country], date : (no agency)
    (":", re.compile(r"(?P<head>[^\W\d_][^\n:;!?()]{2,60}\d{1,2})(?P<name>)\s*:\s")),
    # City, date with its year – (no agency):   City, date with its year.
    (
        ",",
        re.compile(
            r"(?P<head>[^\W\d_][^\n:;!?()=]{0,40}?,\s?[^\n:;!?()=]{1,30}?\b\d{4}(?:\s?[гр]|\sгода|\sroku)?\.?)(?P<name>)"
            r"(?:\s?(?:[-–—]{1,2}|\.)\s|\.(?=[A-Z]))"
        ),
    ),
    # (City, date with its year)   Date with its year:   Weekday, date with its year, city.
    (
        "20",
        re.compile(
            r"\(?(?P<head>(?:[^\W\d_][^\n:;!?()=.\d]{1,30}[,.]\s)?(?:[^\W\d_]{3,12}\.?\s)?\d{1,2}[^\n:;!?()=\d]{2,20}\b20\d\d"
            r"(?:\s?[гр]|\sгода|\sroku)?)(?P<name>)(?:,\s[^\W\d_][^\W\d]{2,20})?(?:\.|\)|\s?[-–—|]{1,2})\s(?=\W*[^\W\d_a-zа-я])"
        ),
    ),
    # "新华社北京12月3日电"
    ("电", re.compile(r"(?P<name>[\u4e00-\u9fff]{1,6}?[社网报])(?P<head>[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日)电")),
)

# "(MENAFN- Baltic News)": the one who passes it on, then the source.
_SYNDICATED = re.compile(r"[A-Z]{3,10}\s?[-–]\s?(.{2,40})")

# Every dateline has one of these; most paragraphs have none of them near their beginning.
_HINTS = (" | ", ")", "/", "=", "电", "- ", " –", " —", "]", "–", "—", ": ")
# What a dateline with a full date ends with: "Dushanbe, 28.10.2022 /NIAT Khovar/".
_ENDS = frozenset("-–—/")
# Acronyms of agencies are as short as the codes of countries.
_CODE = 4
# A dateline of a city alone is shorter still.
_GLANCE = 80
# City and day with a year end within so many characters: "Coimbra, 3 de fevereiro de 2020." or "Delhi,3 May 2021.The".
_FULL_STOP = 42


class Dateline(NamedTuple):
    """A dateline: its stretch of the page, the agency or medium it names, the date it gives."""

    span: Span
    name: str | None
    name_span: Span | None
    stamp: Stamp | None


def read(text: str, start: int, table: PageTable) -> Dateline | None:
    """Return the dateline that the paragraph *text* (at offset *start* of the page) begins with, or None."""
    head = text[:_LONGEST]
    glance = head[:_GLANCE]
    is_line = len(text) < _GLANCE and is_agency(text.rpartition(", ")[2], table)
    if not is_line and not any(map(glance.__contains__, _HINTS)) and "." not in glance[:_FULL_STOP]:
        return None
    for mark, form in _FORMS:
        match = form.match(head) if mark in head else None
        if match is None:
            continue
        found = _checked(match, start, table)
        if found:
            return found
    return None


def _checked(match: re.Match[str], start: int, table: PageTable) -> Dateline | None:
    place = match.group("head") or ""
    dates = stamps(place, table.languages) if any(c.isdigit() for c in place) else []
    behind = match.groupdict().get("day")
    if behind:
        dates = stamps(behind, table.languages, match.start("day") - match.start("head"))
        if not dates:
            return None
    words = (place[: dates[0].start] if dates else place).rstrip("-–—").split()
    if len(words) > 6 or (words and not words[0][0].isupper() and words[0][0].isascii()):
        return None
    name = match.group("name").strip()
    if not dates and has_year(name):
        # "(Baltic Point News - 14th Mar, 2019)"
        dates = stamps(name, table.languages, match.start("name") - match.start("head"))
        name = _of_fields(re.split(r"\s[-–—|/]\s|,", name), table) if dates else name
    if name and not place and match.start("name") == 0 and not is_agency(name, table) and not is_medium(name, table):
        return None
    is_short = bool(dates) or (len(words) <= _CITY_WORDS and all(w[0].isupper() for w in words))
    name = _outlet(name, table)
    if len(name) > _CODE and country(name):
        return None  # "APIA, SAMOA – THURSDAY 28 SEPTEMBER 2017:"
    if name and not (is_agency(name, table) or (is_acronym(name) and is_short) or is_medium(name, table)):
        whole = match.group().rstrip()
        if not (words and dates and dates[0].value and (whole[-1] in _ENDS or (whole[-1] in ".:" and ")" in whole))):
            return None
        name = ""  # a desk or a reporter: "Sucre, 9 de mayo de 2023 (Redacción Central).-"
    if not name and not dates:
        return None
    at = start + match.start("name") + match.group("name").find(name)
    stamp = dates[0] if dates else None
    moved = (
        stamp._replace(start=stamp.start + match.start("head"), end=stamp.end + match.start("head")) if stamp else None
    )
    span = Span(start, start + match.end())
    return Dateline(span, name or None, Span(at, at + len(name)) if name else None, moved)


def _outlet(name: str, table: PageTable) -> str:
    """Return the agency or medium in what a dateline names: without the reporter, or the one who passes it on."""
    syndicated = _SYNDICATED.fullmatch(name)
    if syndicated and is_medium(syndicated.group(1), table):
        name = syndicated.group(1)
    # "/Anna Kask - BELTA/", "(Xinhua/GNA)"
    return next((part for part in (name.rpartition(" - ")[2], name.partition("/")[0]) if is_agency(part, table)), name)


def _of_fields(fields: list[str], table: PageTable) -> str:
    """Return the agency among the *fields* of "UrduPoint / Baltic News / WAM - 6th Oct, 2021", or the first of them."""
    names = [field.strip() for field in fields]
    return next((name for name in reversed(names) if is_agency(name, table)), names[0])
