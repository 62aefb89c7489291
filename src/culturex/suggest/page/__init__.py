"""What a page says of itself: headline, outlet, author, day, language; and which of its lines are clutter.

``read(text)`` gives both at once; ``facts`` and ``furniture`` one of them. The way of the data (``reading``): the
language is detected, the tables of that language and English are taken (``page.toml``), the page is laid out in lines
with a verdict for each (``sheet``), and one module per fact reads the lines near the beginning and the end. What prose
says is never taken for a fact of the page, with the exception of its dateline and its signature.

Names load on first use: the events of a page that has been read need its dateline and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.lazy import loader

if TYPE_CHECKING:
    from culturex.suggest.page.reading import Facts, Page, facts, furniture, read
    from culturex.suggest.page.sheet import Fact

_FACE = {
    "read": "reading",
    "facts": "reading",
    "furniture": "reading",
    "Facts": "reading",
    "Page": "reading",
    "Fact": "sheet",
}

__all__ = ["Fact", "Facts", "Page", "facts", "furniture", "read"]

__getattr__ = loader(__name__, _FACE)
