"""Floors under the quality of suggestions: they may only rise. docs/quality.md has the day's figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring import measure

CASES = Path(__file__).parent / "cases"
FLOORS = {
    "gate": 0.93, "type": 0.88, "date": 0.68, "status": 0.74, "mode": 0.9, "countries": 0.9, "places": 0.74,
    "people": 0.78, "organizations": 0.62,
}  # fmt: skip
REFERENCE_FLOORS = {
    "gate": 0.96, "type": 0.9, "date": 0.9, "status": 0.9, "mode": 0.9, "countries": 0.94, "places": 0.72,
    "people": 0.92, "organizations": 0.8,
}  # fmt: skip


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return measure(CASES, CASES)


@pytest.fixture(scope="module")
def reference_figures(reference: Path) -> dict[str, float]:
    return measure(reference / "articles", reference / "gold")


@pytest.mark.parametrize("name", FLOORS)
def test_the_cases_score_no_less_than_before(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS[name]


@pytest.mark.parametrize("name", REFERENCE_FLOORS)
def test_the_references_score_no_less_than_before(reference_figures: dict[str, float], name: str) -> None:
    assert reference_figures[name] >= REFERENCE_FLOORS[name]
