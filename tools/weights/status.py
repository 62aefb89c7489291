"""How much each sign speaks for each status: where the words of its list stand, tense, how its date lies, the type."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest import standing
from culturex.suggest.occurrences.occurrence import is_years_before
from culturex.suggest.standing import STATUSES
from weights.examples import Example, Page, of_answers
from weights.matched import matched

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 5.0
# What it is fitted to besides pages with codings, in tests/suggest/.
MORE = ("short.toml", "leads.toml")

# What is rare is told by its own words alone, and each of the few examples counts more; other events count less.
_RARE, _OWN = frozenset({"proposed", "postponed", "cancelled"}), ("always", "other")
_HEAVY, _LIGHT = 8.0, 0.6


def examples(page: Page) -> Iterator[Example]:
    """Yield an example for each event of the page that the suggester sees, too."""
    for slots, event, first in matched(page):
        if "status" not in event:  # of a short page that tells its type alone
            continue
        occurrence = slots.occurrence
        undated = not occurrence.main and page.scene.document.published is None
        earlier = undated and is_years_before(occurrence, first.occurrence)
        value = occurrence.dated.value if occurrence.dated else None
        told = standing.signs(
            page.scene, occurrence.signals, value, occurrence.type, main=occurrence.main, earlier=earlier
        )
        signs = {code: {n: v for n, v in told.items() if _tells(code, n)} for code in STATUSES}
        weight = (_HEAVY if event["status"] in _RARE else 1.0) * (1.0 if occurrence.main else _LIGHT)
        yield of_answers(signs, event["status"], weight)


def _tells(code: str, sign: str) -> bool:
    return code not in _RARE or sign in _OWN or sign.startswith(f"{code}.")
