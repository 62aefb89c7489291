"""Find the name by which a site speaks of itself: "Like Curonian on Facebook", "supporting The Nida Journal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from culturex.suggest.page import names
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.text import Span

# A name of one to four words; those of the last form are media by their names alone.
_PART = r"[\w’'-]*(?:\.\w+)*"
_WORDS = rf"(?P<name>(?:The )?[^\W\d_]{_PART}(?: [A-ZÀ-ÞА-Я]{_PART}){{0,3}})"
_CALLS = (
    re.compile(rf"\b(?:[Ll]ike|[Ff]ollow) {_WORDS} on (?:Facebook|Twitter|Instagram|Telegram|YouTube)\b"),
    re.compile(rf"^{_WORDS} on (?:the )?(?:Play Store|App Store|Google Play)\b"),
    re.compile(rf"\b[Ff]irst (?:published|appeared) (?:in|on) (?:the )?{_WORDS}(?=[,.;:)]|$)"),
)
_SUPPORT = re.compile(rf"\b(?:support(?:ing)?|giving) (?:the )?{_WORDS}")
_NOBODY = frozenset("us me our my this it them him her".split())
# Such sentences are short, and stand among the first and the last lines.
_LONGEST = 250


def find(sheet: Sheet) -> Iterator[Fact]:
    """Give the names, in order."""
    for number in (*sheet.head, *sheet.tail):
        line = sheet.lines[number]
        if len(line.text) > _LONGEST:
            continue
        for pattern in (*_CALLS, _SUPPORT):
            match = pattern.search(line.text)
            if match is None or match["name"].casefold() in _NOBODY:
                continue
            if pattern is _SUPPORT and not names.is_medium(match["name"], sheet.table):
                continue
            start, end = match.span("name")
            yield Fact(match["name"], Span(line.start + start, line.start + end), "outlet.own_words")
