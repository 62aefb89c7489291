"""Read the dates of a line of page facts."""

from __future__ import annotations

import re
from typing import NamedTuple

from culturex import edtf

# A stamp that lost the space before its hour: "27 March 202416:06".
_GLUED = re.compile(r"((?:19|20)\d\d)(\d{1,2}:\d\d)")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d){1,2}(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?(?:GMT|UTC|IST|EST|EDT|CET|PST|MSK)\b[+\d:]*\)?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE)
_MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13)))
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<n>" + _NAME + r"),?\s+(?P<y>(?:19|20)\d\d)", re.I),
    re.compile(r"\b(?P<n>" + _NAME + r"),?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)", re.I),
    re.compile(r"\b(?P<n>" + _NAME + r")\s+(?P<d>\d{1,2})(?!\d)", re.I),
    re.compile(r"\b(?P<d>\d{1,2})\s+(?P<n>" + _NAME + r")", re.I),
)


class Stamp(NamedTuple):
    """A date as printed: its EDTF value, or month and day where no year is given, and its stretch of the line."""

    value: str | None
    month: int
    day: int
    start: int
    end: int


def stamps(text: str, codes: tuple[str, ...]) -> list[Stamp]:
    """Return the dates of *text* in order; *codes* are the languages to try."""
    found: list[Stamp] = []
    for form in _FORMS:
        for m in form.finditer(_GLUED.sub(r"\1 \2", text)):
            if any(s.start < m.end() and m.start() < s.end for s in found):
                continue
            g = m.groupdict()
            month = int(g["m"]) if "m" in g else _MONTHS[g["n"][:3].lower()]
            value = f"{g['y']}-{month:02}-{int(g['d']):02}" if g.get("y") else None
            if value and not edtf.is_valid(value):
                continue
            found.append(Stamp(value, month, int(g["d"]), m.start(), m.end()))
    return sorted(found, key=lambda s: s.start)


def without(text: str, dates: list[Stamp]) -> str:
    """Return what *text* says beside its dates and clock times."""
    rest = list(text)
    for stamp in dates:
        rest[stamp.start : stamp.end] = " " * (stamp.end - stamp.start)
    return " ".join(_CLOCK.sub(" ", "".join(rest)).split()).strip(" ,;:.-–—|/()[]•·")
