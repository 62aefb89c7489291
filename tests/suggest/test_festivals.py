"""A festival is what performers go to, or what the article is about."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

LEADS = {
    "The puppeteers of Riga in Latvia will perform at the puppet festival in Faro, Portugal, on 24 July.": (
        "performance", "2019-07-24"),
    "The Nizwa Festival in Oman opened on Monday with a troupe from Nepal.": ("festival", "2019-07-22"),
    "The orchestra of Riga, Latvia, opened the Faro Festival in Portugal on Monday.": ("festival", "2019-07-22"),
    "A festival of Nepalese films opened in Muscat, Oman, on Monday; dancers came, too.": ("festival", "2019-07-22"),
}  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
def test_who_goes_to_a_festival_performs_there(lead: str) -> None:
    event = suggest(prepare(f"From the world of culture\n\n22 July 2019\n\n{lead}\n")).events[0]
    assert (event.type, event.date) == LEADS[lead]


SILENT = [
    "São Tomé abre o concurso a partir de setembro de 2013, disseram os alunos e professores de Portugal.",
    "A partir del 3 de mayo de 2019 los alumnos de Chile y Perú pagan más por los libros.",
    "À partir du 3 mai 2019, les étudiants du Togo et de France paient les livres plus cher.",
]


@pytest.mark.parametrize("text", SILENT)
def test_from_a_day_on_is_no_departure(text: str) -> None:
    assert [e.type for e in suggest(prepare(f"{text}\n")).events if e.type == "exchange"] == []
