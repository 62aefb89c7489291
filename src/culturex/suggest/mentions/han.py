"""Whether a page prints Chinese characters: asked of every page, and seldom so."""

from __future__ import annotations

import re
from itertools import filterfalse

from culturex.suggest.document import Document

HAN = re.compile("[\u4e00-\u9fff]")


def prints_han(document: Document) -> bool:
    """Tell whether the text has Chinese characters and is not Japanese, which mixes kana in."""
    known: bool | None = document.kept.get("han")
    if known is None:
        known = document.kept["han"] = document.language != "ja" and _has_han(document)
    return known


def _has_han(document: Document) -> bool:
    if document.body.isascii():
        return False
    return HAN.search("".join(filterfalse(str.isascii, document.texts))) is not None
