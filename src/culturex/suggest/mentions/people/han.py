"""Find people in Chinese text: a family name with a title before or after it, foreign names with their dots."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.han import HAN, prints_han
from culturex.suggest.mentions.people.values import named
from culturex.suggest.mentions.words.people import listed

_DOTTED = re.compile("[\u4e00-\u9fff]{1,12}(?:[·・•‧][\u4e00-\u9fff]{1,10}){1,4}")
_POST = re.compile("(?:[\u4e00-\u9fff]{2,6}国)?驻[\u4e00-\u9fff()（）]{1,10}$")
_BOUNDARY = frozenset("和与及等、由,，。:：;；（）()《》“”\"'的 \n\t在对向同为")
# Mentions by kind and end.
_Ends = dict[tuple[str, int], Mention]
# Behind the short name of a country, its side: "哈方".
_SIDES = frozenset("方国")
_BOTH_SIDES = frozenset(("先生", "女士", "同学", "老师", "博士"))


@cache
def _patterns() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    titles = sorted(listed("zh", "titles"), key=len, reverse=True)
    after = frozenset("".join(listed("zh", "after"))) | frozenset(" \n")
    return re.compile("|".join(map(re.escape, titles)) or "(?!)"), listed("zh", "family_names"), after


def find(document: Document) -> list[Mention]:
    """Return the people named in Chinese text; none for Japanese."""
    if not prints_han(document):
        return []
    text = document.body
    ends: _Ends = {(m.kind, m.end): m for m in document.mentions}
    found = _dotted(text, ends)
    taken = {k for m in found for k in range(m.start, m.end)}
    pattern, families, after = _patterns()
    values: dict[str, dict[str, Any]] = {}
    last_end = -1
    for match in pattern.finditer(text):
        span = _name_after(text, match.end(), families, after) or _name_before(text, match.start(), families)
        if span is None or not taken.isdisjoint(range(*span)) or span[0] < last_end:
            continue
        if ("country", span[1]) in ends or ("place", span[1]) in ends:
            continue
        name = text[span[0] : span[1]]
        title, affiliation, country = _title(text, ends, match.start(), match.end(), span)
        value = values.setdefault(name, named(name))
        value["title"] = value["title"] or title
        value["affiliation"] = value["affiliation"] or affiliation
        value["country"] = value["country"] or country
        found.append(Mention("person", name, span[0], span[1], value, "people.han", 0.75, {"first": True}))
        last_end = span[1]
    return found


def _name_after(text: str, at: int, families: frozenset[str], after: frozenset[str]) -> tuple[int, int] | None:
    """Return the span of a name that begins at *at* (behind a title) and ends before a word that goes on."""
    for width in (2, 1):
        if text[at : at + width] in families:
            for length in (2, 1):
                end = at + width + length
                given = text[at + width : end]
                if (
                    len(given) == length
                    and all(HAN.match(c) for c in given)
                    and (end >= len(text) or text[end] in after)
                    and not (set(given) & after & _HANDLED)
                    and _NO_NAMES.isdisjoint(given)
                ):
                    return at, end
    return None


# Function words that never stand inside a name.
_HANDLED = frozenset("在说和与的了也就都及等、")
# Nor do these characters: "院长来我校" names nobody.
_NO_NAMES = frozenset("我你您他她它们校")


def _name_before(text: str, at: int, families: frozenset[str]) -> tuple[int, int] | None:
    """Return the span of a name that ends at *at* (before a title) behind a boundary."""
    for length in (3, 2, 4):
        start = at - length
        if start < 0:
            continue
        name = text[start:at]
        family = name[:2] if length == 4 else name[:1]
        if name[-1] in _SIDES:
            continue  # "哈方专家"
        if not _NO_NAMES.isdisjoint(name):
            continue
        if family in families and all(HAN.match(c) for c in name) and (start == 0 or text[start - 1] in _BOUNDARY):
            return start, at
    return None


def _title(
    text: str, ends: _Ends, start: int, end: int, name: tuple[int, int]
) -> tuple[str | None, str | None, str | None]:
    title = text[start:end]
    if title in _BOTH_SIDES:
        return None, None, None
    affiliation = country = None
    body = ends.get(("organization", start)) or (ends.get(("organization", name[0])) if name[0] <= start else None)
    if body is not None:
        affiliation = str(body.value["name"])
        country = body.value.get("country")
    posted = _POST.search(text[max(0, start - 20) : start])
    if posted:
        begin = start - len(posted.group())
        sender = ends.get(("country", begin + posted.group().find("驻")))
        if sender is not None:
            country = str(sender.value)
            begin = min(begin, sender.start)
        title = text[begin:end]
    return title, affiliation, country


def _dotted(text: str, ends: _Ends) -> list[Mention]:
    """Find transliterated names: 斯科特·圣约翰."""
    pattern, _, after = _patterns()
    found: list[Mention] = []
    for match in _DOTTED.finditer(text):
        start, end = match.span()
        front = re.split("[·・•‧]", match.group())[0]
        title = None
        affiliation = country = None
        inside = list(pattern.finditer(front))
        if inside:
            title, affiliation, country = _title(
                text, ends, start + inside[-1].start(), start + inside[-1].end(), (start + inside[-1].end(), end)
            )
            start += inside[-1].end()
        else:
            start += max(0, len(front) - 5) if len(front) > 6 else 0
            cut = max((k + 1 for k, c in enumerate(front[:-1]) if c in _BOUNDARY or c in "是了日"), default=0)
            start = max(start, match.start() + cut)
        last = match.group().rpartition(re.findall("[·・•‧]", match.group())[-1])[2]
        behind = pattern.search(last)
        stop = (
            behind.start()
            if behind and behind.start()
            else next((k for k, c in enumerate(last) if k and c in after), len(last))
        )
        end = end - len(last) + stop
        if behind and behind.start() and title is None and behind.group() not in _BOTH_SIDES:
            title = behind.group()
        name = text[start:end]
        if len(name) < 4:
            continue
        value = {"name": name, "title": title, "affiliation": affiliation, "country": country, "role": None}
        found.append(Mention("person", name, start, end, value, "people.han_dotted", 0.75, {"first": True}))
    return found
