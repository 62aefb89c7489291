"""Floors under the people and bodies found on pages of ministries, embassies and the like. They may only rise."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from culturex.evaluate.alike import pair_up
from culturex.likeness.names import plain, same_organization, same_person
from culturex.suggest import prepare, suggest

PAGES = Path(__file__).parent / "ministries"
# Share of what is found that is right and share of what is there that is found, together (F1): names alike, as in
# evaluations, and the very names.
FLOORS = {
    ("person", "en", "alike"): 0.98, ("person", "en", "same"): 0.96,
    ("organization", "en", "alike"): 0.96, ("organization", "en", "same"): 0.95,
    ("person", "others", "alike"): 0.95, ("person", "others", "same"): 0.94,
    ("organization", "others", "alike"): 0.95, ("organization", "others", "same"): 0.94,
}  # fmt: skip


def coded(kind: str, coding: dict[str, Any]) -> list[str]:
    """Return the names of a coding."""
    return [p["name"] for p in coding["people"]] if kind == "person" else coding["bodies"]


@cache
def found(page: Path) -> tuple[tuple[str, str], ...]:
    """Return kind and name of the people and bodies that are found on a page, each once."""
    mentions = suggest(prepare(page.read_text("utf-8"), source=page.stem)).mentions
    return tuple(dict.fromkeys((m.kind, m.value["name"]) for m in mentions if m.kind in ("person", "organization")))


def f1(kind: str, languages: str, alike: Callable[[str, str], bool]) -> float:
    """Return the F1 of the names of one *kind* over the pages in English (``en``) or in all other languages."""
    right = wrong = missed = 0
    for file in sorted(PAGES.glob("*.toml")):
        coding = tomllib.loads(file.read_text("utf-8"))
        if (coding["language"] == "en") == (languages == "en"):
            names = [name for other, name in found(file.with_suffix(".txt")) if other == kind]
            pairing = pair_up(coded(kind, coding), names, alike)
            optional = same_person if kind == "person" else same_organization
            extra = pair_up(coding["optional"], pairing.extra, optional).extra
            right, wrong, missed = right + len(pairing.pairs), wrong + len(extra), missed + len(pairing.missing)
    return 2 * right / (2 * right + wrong + missed)


@pytest.mark.parametrize(("kind", "languages", "how"), FLOORS)
def test_names_are_found_no_worse_than_before(kind: str, languages: str, how: str) -> None:
    alike = same_person if kind == "person" else same_organization
    test = alike if how == "alike" else lambda one, other: plain(one) == plain(other)
    assert f1(kind, languages, test) >= FLOORS[kind, languages, how]


@pytest.mark.parametrize("file", sorted(PAGES.glob("*.toml")), ids=lambda f: f.stem)
def test_every_coded_name_stands_on_its_page(file: Path) -> None:
    coding = tomllib.loads(file.read_text("utf-8"))
    text = plain(file.with_suffix(".txt").read_text("utf-8"))
    if coding["language"] == "en":
        missing = [n for n in [*coded("person", coding), *coding["bodies"]] if plain(n) not in text]
        assert missing == []
