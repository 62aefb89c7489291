"""Dates of news items in the manners of four decades of wires, with the value that each has by what it says.

``dates_news/*.txt``: an item begins with ``== DAY LANGUAGE`` (the day it was published); its dates are marked
``[words|EDTF]``. ``[words|*]`` is a length of time or too vague for a value: it may be found and does not count. Weeks,
quarters and week-ends are intervals of days or months. *seen* was at hand when rules were made, *later* was written
after them (at first its figures were 0.95, 0.92, 0.87 and 0.02), *last* after those (at first 0.97, 0.94, 0.83, 0.02).
*languages* has an item each of twelve others (at first 0.87 and 0.73).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from culturex import edtf
from culturex.suggest import prepare, suggest
from culturex.suggest.shape import named

ITEMS = Path(__file__).parent / "dates_news"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
# Share of the dates of a day, month or year with the right value; of those that lie ahead; of spans; and of what is
# found, the share that is no date.
FLOORS = {
    "seen": {"day, month, year": 0.97, "ahead": 0.96, "spans": 0.95, "spurious": 0.01},
    "languages": {"day, month, year": 0.98, "ahead": 0.96, "spans": 0.99, "spurious": 0.01},
    "last": {"day, month, year": 0.98, "ahead": 0.97, "spans": 0.8, "spurious": 0.01},
    "later": {"day, month, year": 0.97, "ahead": 0.96, "spans": 0.99, "spurious": 0.01},
}


def items(name: str) -> Iterator[tuple[str, str, str, list[tuple[int, int, str]]]]:
    """Yield the day, language, plain text and marks of each item of a file."""
    for block in (ITEMS / f"{name}.txt").read_text("utf-8").split("== ")[1:]:
        head, _, marked = block.partition("\n")
        published, language = head.split()
        text, at, marks = "", 0, []
        for match in _MARK.finditer(marked):
            text += marked[at : match.start()]
            marks.append((len(text), len(text) + len(match[1]), match[2]))
            text, at = text + match[1], match.end()
        yield published, language, text + marked[at:], marks


@cache
def figures(name: str) -> dict[str, float]:
    """Return the figures of a file; the misses are printed."""
    counts: Counter[str] = Counter()
    for published, language, text, marks in items(name):
        article = prepare(text, published=published, language=language)
        found = [m for m in named(suggest(article)) if m.kind == "date"]
        stated = [m for m in found if m.value]
        for start, end, value in marks:
            over = [m for m in found if m.start < end and start < m.end]
            if value == "*":
                continue
            is_right = value in {m.value for m in over}
            kinds = ["spans"] if "/" in value else ["day, month, year"]
            if (
                "/" not in value
                and (earliest := edtf.parse(value).earliest)
                and earliest > date.fromisoformat(published)
            ):
                kinds.append("ahead")
            for kind in kinds:
                counts[kind] += 1
                counts[f"right {kind}"] += is_right
            if not is_right:
                print(published, repr(text[start:end]), value, [(m.text, m.value, m.rule) for m in over])
        for m in stated:
            counts["found"] += 1
            if not any(m.start < end and start < m.end for start, end, _ in marks):
                counts["no date"] += 1
                print(published, "NO DATE", repr(text[max(0, m.start - 20) : m.end + 20]), m.value, m.rule)
    shares = {kind: counts[f"right {kind}"] / counts[kind] for kind in ("day, month, year", "ahead", "spans")}
    print(counts)
    return shares | {"spurious": counts["no date"] / counts["found"]}


@pytest.mark.parametrize(("name", "figure"), [(n, f) for n, floors in FLOORS.items() for f in floors])
def test_the_news_items_score_no_less_than_before(name: str, figure: str) -> None:
    reached, floor = figures(name)[figure], FLOORS[name][figure]
    assert reached <= floor if figure == "spurious" else reached >= floor
