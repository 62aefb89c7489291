"""Days, weeks and evenings that are named for a country are festivals."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

TOLD = [
    "Thai Night fills the square of Graz\n\nThe Thai Night in Graz in Austria filled the square on 3 May 2015.",
    "Spices in the air\n\nOn 3 May 2015 the Day of Georgia was held in Lund in Sweden, with dances and bread.",
    "Таджикские танцы в Риге\n\nДень Таджикистана прошёл 7 ноября 2015 года в Риге в Латвии.",
    "Georgischer Abend in Jena\n\nZum Georgischen Abend kamen am 3. Mai 2015 in Jena in Deutschland viele Gäste.",
    "Una noche de sabores\n\nLa Semana de Francia se realizó en Lima, Perú, del 3 al 9 de mayo de 2015.",
]
SILENT = [
    "It was Japan day after day that the old man in Lund spoke of.",
]


@pytest.mark.parametrize("text", TOLD)
def test_it_is_a_festival(text: str) -> None:
    assert [e.type for e in suggest(prepare(text)).events] == ["festival"]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_stands_beside_a_country_is_none(text: str) -> None:
    assert "festival" not in [e.type for e in suggest(prepare(f"News of the town\n\n{text}\n")).events]
