"""What is added up sign by sign, or once a page, is what signs add up to: the fit sees what the suggester weighs."""

from __future__ import annotations

from pathlib import Path

import pytest

from culturex.suggest import events, prepare, signals, standing, themes
from culturex.suggest.occurrences import kinds
from culturex.suggest.scene import Scene
from culturex.suggest.weights import speaks

PAGES = sorted((Path(__file__).parent / "web").glob("*.txt"))


@pytest.mark.parametrize("page", PAGES[::8], ids=lambda page: page.stem)
def test_types_are_weighed_by_their_signs(page: Path) -> None:
    scene = Scene.of(events.read(prepare(page.read_text(encoding="utf-8"))))
    found = signals.find(scene)
    told = {type_: speaks("type", signs) for type_, signs in kinds.signs(scene, found).items()}
    assert kinds.spoken(scene, found) == pytest.approx(told)


@pytest.mark.parametrize("page", PAGES[::8], ids=lambda page: page.stem)
def test_themes_are_weighed_by_their_signs(page: Path) -> None:
    scene = Scene.of(events.read(prepare(page.read_text(encoding="utf-8"))))
    reading = themes.read(scene)
    for occurrence in events.find(scene)[0]:
        told = {code: speaks("themes", signs) for code, signs in themes.signs(reading, occurrence).items()}
        assert themes.spoken(reading, occurrence) == pytest.approx(told)


@pytest.mark.parametrize("day", ["Вчера концерт", "Вчерашний концерт"])
def test_a_day_told_from_that_of_the_page_is_a_sign_in_each_of_its_forms(day: str) -> None:
    scene = Scene.of(events.read(prepare(f"Гости из Риги\n\n{day} хора из Риги в Ташкенте собрал триста гостей.\n")))
    told = standing.signs(scene, signals.find(scene).all, None, "visit", main=True)
    assert "day.before.lead" in told
