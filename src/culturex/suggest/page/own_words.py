"""Find the name by which a site speaks of itself: "Like Curonian on Facebook", "supporting The Nida Journal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from culturex.places import country
from culturex.suggest.page import names
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.text import Span

# A name of one to four words.
_PART = r"[\w’'-]*(?:\.\w+)*"
_WORDS = rf"(?P<name>(?:The )?[^\W\d_]{_PART}(?: [A-ZÀ-ÞА-Я]{_PART}){{0,3}})"
_CALLS = (
    re.compile(rf"\b(?:[Ll]ike|[Ff]ollow) {_WORDS} on (?:Facebook|Twitter|Instagram|Telegram|YouTube)\b"),
    re.compile(rf"^{_WORDS} on (?:the )?(?:Play Store|App Store|Google Play)\b"),
)
# What is named so may be no medium: "first published in Paris", "supporting the Children of Nida".
_PUBLISHED = re.compile(rf"\b[Ff]irst (?:published|appeared) (?:in|on) (?P<article>the )?{_WORDS}(?=[,.;:)]|$)")
_PASSING = (_PUBLISHED, re.compile(rf"\b(?:support(?:ing)?|giving) (?:the )?{_WORDS}"))
# What stands in a name's stead: "follow us on Facebook", "follow along on YouTube", "follow updates on Instagram".
_NO_NAMES = frozenset(
    "us me our my this it them him her along live more news updates developments events everything".split()
)
# Such sentences are short, and stand among the first and the last lines.
_LONGEST = 250


def find(sheet: Sheet) -> Iterator[Fact]:
    """Give the names, in order."""
    for number in (*sheet.head, *sheet.tail):
        line = sheet.lines[number]
        if len(line.text) > _LONGEST:
            continue
        for pattern in (*_CALLS, *_PASSING):
            match = pattern.search(line.text)
            if match is None or match["name"].casefold() in _NO_NAMES:
                continue
            if pattern in _PASSING and not (names.is_medium(match["name"], sheet.table) or _is_title(match)):
                continue
            start, end = match.span("name")
            yield Fact(match["name"], Span(line.start + start, line.start + end), "outlet.own_words")


def _is_title(match: re.Match[str]) -> bool:
    """Tell whether a name of several words has an article, as papers have: "first published in the Nida Pioneer"."""
    name = match["name"]
    if match.re is not _PUBLISHED or not (match["article"] or name.startswith("The ")):
        return False
    return " " in name.removeprefix("The ") and country(name) is None
