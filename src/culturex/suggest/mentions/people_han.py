"""Find people in Cyrillic text."""

from __future__ import annotations

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention


def reads(document: Document) -> bool:
    return False


def find(document: Document) -> list[Mention]:
    return []
