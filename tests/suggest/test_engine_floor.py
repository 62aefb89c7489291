"""Floors under the figures of the suggester on the cases, and on a folder of references where there is one.

They may only rise. docs/quality.md has the figures of the day.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from culturex import workflow
from culturex.importers.references import find_articles

CASES = Path(__file__).parent / "cases"
FLOORS = {
    "gate": 0.96, "main type": 0.95, "main date": 0.86, "main status": 0.84, "main mode": 0.95, "countries": 0.96,
    "places": 0.82, "themes": 0.78, "organizations": 0.89, "people": 0.92, "events": 0.88, "quotes found": 1.0,
    "suggestions with evidence": 1.0,
}  # fmt: skip
REFERENCE_FLOORS = {
    "gate": 0.98, "main type": 0.93, "main date": 0.95, "main status": 0.93, "main mode": 0.95, "countries": 0.97,
    "places": 0.88, "themes": 0.79, "organizations": 0.91, "people": 0.95, "events": 0.78, "quotes found": 1.0,
    "suggestions with evidence": 1.0,
}  # fmt: skip


def measure(codings: Path) -> dict[str, float]:
    references = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(codings.glob("*.json"))}
    report = workflow.evaluate_suggester(references, find_articles(codings), report=lambda _: None)
    return {figure.name: figure.value or 0.0 for figure in report.figures}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return measure(CASES)


@pytest.fixture(scope="module")
def reference_figures(reference: Path) -> dict[str, float]:
    return measure(reference / "gold")


@pytest.mark.parametrize("name", FLOORS)
def test_the_cases_score_no_less_than_before(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS[name]


@pytest.mark.parametrize("name", REFERENCE_FLOORS)
def test_the_references_score_no_less_than_before(reference_figures: dict[str, float], name: str) -> None:
    assert reference_figures[name] >= REFERENCE_FLOORS[name]
