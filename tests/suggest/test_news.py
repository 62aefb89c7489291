"""Countries, towns and provinces named in news, against codings that were made by reading alone.

The floors may only rise. ``news/README.md`` says how the items were written and coded.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from culturex.places.keys import key
from culturex.suggest import prepare
from culturex.suggest.events import read

NEWS = Path(__file__).parent / "news"
# The first items were in view when rules were made, the others were not.
SEEN = 32
FLOORS = {
    ("seen", "countries"): 0.99, ("seen", "towns"): 0.96, ("seen", "regions"): 0.98,
    ("unseen", "countries"): 0.99, ("unseen", "towns"): 0.93, ("unseen", "regions"): 0.94,
}  # fmt: skip


def place(name: str, country: str) -> tuple[str, str]:
    """Return a name without the word for its sort, as both sides are compared, and its country."""
    words = key(name).split()
    sorts = {"city", "province", "state", "county", "region", "district"}
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in sorts else words), country


def coded(listed: list[str]) -> set[tuple[str, str]]:
    return {place(*written.rsplit(", ", 1)) for written in listed}


def score(item: Path) -> dict[str, Counter[str]]:
    """Return how many countries, towns and regions were found right, missed and added in one item."""
    wanted: dict[str, Any] = json.loads(item.read_text("utf-8"))
    maybe = wanted.get("maybe", {})
    document = read(prepare(item.with_suffix(".txt").read_text("utf-8"), language=wanted["language"]))
    named = {m.value for m in document.mentions if m.kind == "country"}
    found = {
        place(m.value["name"], m.value["country"]): (m.extra or {}).get("form")
        for m in document.mentions
        if m.kind == "place" and not m.is_part
    }
    towns, regions = coded(wanted["towns"]), coded(wanted["regions"])
    open_places = coded(maybe.get("places", []))
    # What is coded as one sort and found as the other counts as what it is coded as.
    seen_regions = {at for at, form in found.items() if at in regions or (form == "region" and at not in towns)}
    seen_towns = {at for at in found if at not in seen_regions or at in towns}
    return {
        "countries": counted(named, set(wanted["countries"]), set(maybe.get("countries", []))),
        "towns": counted(seen_towns, towns, open_places),
        "regions": counted(seen_regions, regions, open_places),
    }


def counted(found: set[Any], wanted: set[Any], maybe: set[Any]) -> Counter[str]:
    return Counter(right=len(found & wanted), extra=len(found - wanted - maybe), missed=len(wanted - found))


def f1(total: Counter[str]) -> float:
    return 2 * total["right"] / (2 * total["right"] + total["extra"] + total["missed"])


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str], float]:
    totals: dict[tuple[str, str], Counter[str]] = {}
    for item in sorted(NEWS.glob("*.json")):
        half = "seen" if int(item.name[:2]) <= SEEN else "unseen"
        for what, numbers in score(item).items():
            totals.setdefault((half, what), Counter()).update(numbers)
    return {at: f1(total) for at, total in totals.items()}


@pytest.mark.parametrize(("half", "what"), FLOORS)
def test_news_scores_no_less_than_before(figures: dict[tuple[str, str], float], half: str, what: str) -> None:
    assert figures[half, what] >= FLOORS[half, what]
