"""The one JSON shape of a suggestion: article, events and, when asked for, every mention."""

from __future__ import annotations

from typing import Any

from culturex.model.schema import coding_to_dict
from culturex.suggest.events import Suggestion
from culturex.suggest.mentions import Mention


def to_dict(suggestion: Suggestion, mentions: bool = False) -> dict[str, Any]:
    """Return *suggestion* as JSON values; with *mentions*, everything that the finders saw, used or not.

    Offsets count characters of the article's stored text.
    """
    shape = coding_to_dict(suggestion.article, suggestion.events)
    if mentions:
        shape["mentions"] = [_mention(m) for m in named(suggestion)]
    return shape


def named(suggestion: Suggestion) -> list[Mention]:
    """Return the mentions in order, parts of longer names left out, with the day that the page gives as its own.

    That day stands in a line of page facts, which the finders do not read.
    """
    found = [m for m in suggestion.mentions if not m.is_part]
    day = _day_of_page(suggestion)
    if day and not any(m.kind == "date" and m.start < day.end and day.start < m.end for m in found):
        found.append(day)
    return sorted(found, key=lambda m: (m.start, m.end, m.kind))


def _day_of_page(suggestion: Suggestion) -> Mention | None:
    from culturex.suggest import page

    article = suggestion.article
    fact = page.facts(article.text, known={"title": article.title, "language": article.language}).found.get("published")
    if fact is None:
        return None
    start, end = fact.span
    return Mention("date", article.text[start:end], start, end, fact.value, fact.rule, 0.95)


def _mention(mention: Mention) -> dict[str, Any]:
    value = mention.value
    if mention.kind in ("person", "organization") and isinstance(value, dict):
        value = value.get("name")
    return {
        "kind": mention.kind,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "value": value,
    }
