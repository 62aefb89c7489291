"""What takes place at a body and bears its name: "Film Commission Award", "International Education Gala Dinner"."""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.page import Page

# What a body gives; behind the field of a body it is no other event: "Institute of International Education Dinner".
OCCASIONS = frozenset("gala dinner ceremony reception consultations symposium seminar workshop anniversary".split())
# An event is told by so many words behind a name at most.
_NEAR = 3


def is_event(page: Page, extent: Extent) -> bool:
    """Tell whether capitals behind the name make it something else: "Film Commission Award"."""
    scan, events = page.scan, page.tables.words["events"]
    first = scan.texts[extent.first]
    counted = first[0].isdigit() and not first.isdigit()
    if counted and scan.joined[extent.end - 1] and scan.lowers[extent.end] in events:
        return True  # "71st Foundation Day", "day", in headlines, too
    for at in range(extent.end, extent.end + _NEAR):
        if not scan.joined[at - 1] or not scan.is_capital[at]:
            return False
        if extent.end - extent.head > 1 and scan.lowers[at] in OCCASIONS:
            return False  # what a body with a field gives
        if scan.lowers[at] in events and not scan.is_title_case(at):
            return True
    return False
