"""Floors under the figures of the suggester on web pages that were coded before it read them. They may only rise.

The weights are fitted to these pages among others; docs/quality.md has the figures on pages left out of the fit.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from culturex import workflow
from culturex.importers.references import find_articles

WEB = Path(__file__).parent / "web"
# First and last page of each set, with the floors.
FLOORS = {
    (1, 142): {
        "overall": 0.84, "gate": 0.95, "main type": 0.82, "main date": 0.8, "countries": 0.93, "places": 0.8,
        "themes": 0.74, "events": 0.76,
    },
    (143, 258): {
        "overall": 0.76, "gate": 0.92, "main type": 0.75, "main date": 0.8, "countries": 0.88, "places": 0.65,
        "themes": 0.65, "events": 0.58,
    },
    (259, 286): {
        "overall": 0.75, "gate": 0.92, "main type": 0.75, "main date": 0.78, "countries": 0.88, "places": 0.6,
        "themes": 0.7, "events": 0.58,
    },
}  # fmt: skip


@cache
def measure(first: int, last: int) -> dict[str, float]:
    """Return the figures over the pages from number *first* to number *last*, and their mean as ``overall``."""
    files = [file for file in sorted(WEB.glob("*.json")) if first <= int(file.stem.partition("-")[0]) <= last]
    references = {file.stem: json.loads(file.read_text("utf-8")) for file in files}
    texts = {name: text for name, text in find_articles(WEB).items() if name in references}
    report = workflow.evaluate_suggester(references, texts, report=lambda _: None)
    return {figure.name: figure.value or 0.0 for figure in report.figures} | {"overall": report.overall}


@pytest.mark.parametrize(("pages", "name"), [(pages, name) for pages, floors in FLOORS.items() for name in floors])
def test_pages_score_no_less_than_before(pages: tuple[int, int], name: str) -> None:
    assert measure(*pages)[name] >= FLOORS[pages][name]


@pytest.mark.parametrize("pages", FLOORS)
def test_every_value_has_its_evidence(pages: tuple[int, int]) -> None:
    figures = measure(*pages)
    assert (figures["quotes found"], figures["suggestions with evidence"]) == (1.0, 1.0)
