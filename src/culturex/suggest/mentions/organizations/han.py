"""Find bodies in Chinese text by the endings of their names (大学, 大使馆, 博物馆 ...)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from culturex.suggest.document import Document
from culturex.suggest.languages import table
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.han import HAN, prints_han
from culturex.suggest.mentions.words.bodies import KINDS

_LONGEST = 16
# "合作协议" is an agreement and no association of writers.
_NOT_BEHIND = frozenset("议定助调商同")


class _Words(NamedTuple):
    """The words of the tables: *pattern* finds endings and *names*, *inside* what holds a character of *stops*."""

    pattern: re.Pattern[str]
    kinds: dict[str, str]
    stops: frozenset[str]
    strip: tuple[str, ...]
    weak: frozenset[str]
    names: frozenset[str]
    inside: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("zh", "organizations")
    kinds = {word: kind for kind in KINDS for word in str(data.get(kind, "")).split()}
    names = frozenset(str(data.get("names", "")).split())
    kinds.update({name: kinds.get(name, "unit") for name in names})
    strip = tuple(sorted(str(data.get("strip", "")).split(), key=len, reverse=True))
    return _Words(
        _any_of(kinds),
        kinds,
        frozenset(str(data.get("stops", ""))),
        strip,
        frozenset(str(data.get("weak", "")).split()),
        names,
        _any_of(str(data.get("inside", "")).split()),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


def find(document: Document) -> list[Mention]:
    """Return the bodies that Chinese text names; none for Japanese (which mixes kana in) and other scripts."""
    if not prints_han(document):
        return []
    words = _words()
    text = document.body
    held = {k for match in words.inside.finditer(text) for k in range(*match.span())}
    countries = {m.start: m.value for m in document.mentions if m.kind == "country" and isinstance(m.value, str)}
    inside = {k: m.start for m in document.mentions if m.kind == "country" for k in range(m.start + 1, m.end + 1)}
    found: list[Mention] = []
    floor = 0
    for match in words.pattern.finditer(text):
        start = _start(text, match.start(), floor, words, held, inside)
        ending = match.group()
        follows = text[match.end() : match.end() + 1]
        own = match.start() - start
        alone = ending in words.names
        if (
            (own < 2 - (len(ending) >= 3) and not (alone or (found and match.start() == floor)))
            or (ending in words.weak and own < 2)
            or (ending == "部" and follows in ("长", "门", "分", "署"))
            or (ending[-1] == "协" and follows in _NOT_BEHIND)
        ):
            continue
        if follows and follows in "生长界城":
            continue
        name = text[start : match.end()]
        value = {"name": name, "role": None, "country": _country(countries, start, match.end())}
        extra = {"head": ending, "kind": words.kinds[ending]}
        found.append(Mention("organization", name, start, match.end(), value, "organizations.han", 0.7, extra))
        floor = match.end()
    return _merged(found)


def _start(text: str, end: int, floor: int, words: _Words, held: set[int], inside: dict[int, int]) -> int:
    """Return where the name that ends with the ending at *end* begins; *inside* tells where each country begins."""
    start = end
    while start > max(floor, end - _LONGEST) and HAN.match(text[start - 1]):
        if text[start - 1] in words.stops and start - 1 not in held:
            break
        start -= 1
    # "日本" begins with what else ends a date.
    begin = inside.get(start, start)
    start = begin if begin >= floor else start
    for word in words.strip:
        at = text.rfind(word, start, end)
        if at >= 0 and at not in held:
            start = at + len(word)
    return start


def _merged(found: list[Mention]) -> list[Mention]:
    """Join a name to the one that continues it: 复旦大学 + 孔子学院 stay two only with something between."""
    out: list[Mention] = []
    for mention in found:
        if out and out[-1].end == mention.start:
            before = out.pop()
            text = before.text + mention.text
            value = {**mention.value, "name": text, "country": before.value["country"] or mention.value["country"]}
            mention = Mention(
                "organization", text, before.start, mention.end, value, mention.rule, mention.confidence, mention.extra
            )
        out.append(mention)
    return out


def _country(countries: dict[int, str], start: int, end: int) -> str | None:
    """Return the country that begins first inside the name."""
    return next((countries[k] for k in range(start, end) if k in countries), None)
