"""Floors under the figures of the suggester on web pages that were coded before it read them. They may only rise.

The weights are fitted to the pages of ``web`` among others, to none of ``unseen``: what is missed there is not printed.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from culturex import workflow
from culturex.importers.references import find_articles

SUGGEST = Path(__file__).parent
# Folder, first and last page of each set, with the floors.
FLOORS = {
    ("web", 1, 142): {
        "overall": 0.9, "gate": 0.96, "main type": 0.94, "main date": 0.88, "countries": 0.95, "places": 0.84,
        "themes": 0.79, "events": 0.79,
    },
    ("web", 143, 378): {
        "overall": 0.84, "gate": 0.96, "main type": 0.93, "main date": 0.88, "countries": 0.91, "places": 0.7,
        "themes": 0.75, "events": 0.65,
    },
    ("web", 379, 441): {
        "overall": 0.82, "gate": 0.9, "main type": 0.88, "main date": 0.9, "countries": 0.9, "places": 0.74,
        "themes": 0.72, "events": 0.6,
    },
    ("web", 460, 531): {
        "overall": 0.8, "gate": 0.91, "main type": 0.9, "main date": 0.78, "countries": 0.92, "places": 0.69,
        "themes": 0.72, "events": 0.57,
    },
    ("web", 532, 582): {
        "overall": 0.84, "gate": 0.96, "main type": 0.92, "main date": 0.8, "countries": 0.94, "places": 0.77,
        "themes": 0.76, "events": 0.6,
    },
    ("web", 583, 614): {
        "overall": 0.82, "gate": 0.93, "main type": 0.86, "main date": 0.8, "countries": 0.95, "places": 0.71,
        "themes": 0.74, "events": 0.63,
    },
    ("web", 615, 632): {
        "overall": 0.78, "gate": 0.94, "main type": 0.86, "main date": 0.66, "countries": 0.94, "places": 0.72,
        "themes": 0.71, "events": 0.5,
    },
    ("web", 665, 688): {
        "overall": 0.78, "gate": 0.91, "main type": 0.85, "main date": 0.52, "countries": 0.84, "places": 0.65,
        "themes": 0.79, "events": 0.59,
    },
    # near-misses, which report no event
    ("web", 442, 459): {"gate": 0.5},
    ("web", 721, 738): {"gate": 0.72},
    ("web", 689, 720): {
        "overall": 0.79, "gate": 0.96, "main type": 0.89, "main date": 0.68, "countries": 0.92, "places": 0.79,
        "themes": 0.69, "events": 0.52,
    },
    ("web", 739, 774): {
        "overall": 0.8, "gate": 0.91, "main type": 0.93, "main date": 0.76, "countries": 0.87, "places": 0.71,
        "themes": 0.66, "events": 0.59,
    },
    ("web", 775, 806): {
        "overall": 0.7, "gate": 0.81, "main type": 0.79, "main date": 0.62, "countries": 0.85, "places": 0.48,
        "themes": 0.67, "events": 0.48,
    },
    ("unseen", 87, 118): {
        "overall": 0.84, "gate": 1.0, "main type": 0.86, "main date": 0.76, "countries": 0.96, "places": 0.69,
        "themes": 0.8, "events": 0.66,
    },
    ("unseen", 119, 150): {
        "overall": 0.8, "gate": 0.93, "main type": 0.8, "main date": 0.73, "countries": 0.9, "places": 0.75,
        "themes": 0.77, "events": 0.52,
    },
    ("unseen", 199, 214): {
        "overall": 0.75, "gate": 0.93, "main type": 0.73, "main date": 0.53, "countries": 0.93, "places": 0.72,
        "themes": 0.7, "events": 0.58,
    },
}  # fmt: skip


@cache
def measure(folder: str, first: int, last: int) -> dict[str, float]:
    """Return the figures over the pages of a *folder* from *first* to *last*, and their mean as ``overall``."""
    pages = SUGGEST / folder
    files = [file for file in sorted(pages.glob("*.json")) if first <= int(file.stem.partition("-")[0]) <= last]
    references = {file.stem: json.loads(file.read_text("utf-8")) for file in files}
    texts = {name: text for name, text in find_articles(pages).items() if name in references}
    report = workflow.evaluate_suggester(references, texts, report=lambda _: None)
    return {figure.name: figure.value or 0.0 for figure in report.figures} | {"overall": report.overall}


@pytest.mark.parametrize(("pages", "name"), [(pages, name) for pages, floors in FLOORS.items() for name in floors])
def test_pages_score_no_less_than_before(pages: tuple[str, int, int], name: str) -> None:
    assert measure(*pages)[name] >= FLOORS[pages][name]


@pytest.mark.parametrize("pages", FLOORS)
def test_every_value_has_its_evidence(pages: tuple[str, int, int]) -> None:
    figures = measure(*pages)
    assert (figures["quotes found"], figures["suggestions with evidence"]) == (1.0, 1.0)
