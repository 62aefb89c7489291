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
        named = (m for m in suggestion.mentions if not m.is_part)
        shape["mentions"] = [_mention(m) for m in sorted(named, key=lambda m: (m.start, m.end, m.kind))]
    return shape


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
