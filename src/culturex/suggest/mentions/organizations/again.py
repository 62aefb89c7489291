"""Find again, wherever else they stand, the names that only their neighbours told: "Segodnya head Dmitry"."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.page import Page

# Rules that find names by what stands beside them.
_BY_NEIGHBOURS = frozenset(("organizations.led", "organizations.named", "organizations.spelled_out"))


def repeat(page: Page, found: list[Mention]) -> None:
    """Add to the bodies *found* the other places of those of several words that the words beside them told."""
    scan, text = page.scan, page.document.text
    told = {m.text: m for m in found if m.rule in _BY_NEIGHBOURS and " " in m.text}
    for name, mention in told.items():
        at = text.find(name)
        while at >= 0:
            i = scan.at(at)
            if scan.starts[i] == at and scan.kinds[i] is None:
                value, extra = dict(mention.value), dict(mention.extra or {})
                again = replace(mention, start=at, end=at + len(name), value=value, extra=extra)
                found.append(again)
                scan.cover_with(again)
            at = text.find(name, at + len(name))
