"""Whether a page prints Chinese characters: asked of every page, and seldom so."""

from __future__ import annotations

import re

from culturex.suggest.document import Document

HAN = re.compile("[\u4e00-\u9fff]")


def prints_han(document: Document) -> bool:
    """Tell whether the text has Chinese characters and is not Japanese, which mixes kana in."""
    return document.has_han and document.language != "ja"
