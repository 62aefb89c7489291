"""Universities whose names do not tell their country, and the countries that they bring to an event."""

from __future__ import annotations

from pathlib import Path

import pytest

from culturex import suggest as package
from culturex.places import country_by_code
from culturex.suggest import prepare, suggest
from culturex.suggest.events import read
from culturex.suggest.universities import country_of


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Makerere University", "UG"),
        ("the Sultan Qaboos University", "OM"),
        ("MASSEY UNIVERSITY", "NZ"),
        ("Boğaziçi Üniversitesi", "TR"),
        # with a domain of the United States, and not there
        ("Gadjah Mada University", "ID"),
        ("Birzeit University", "PS"),
        ("Strathmore University", "KE"),
        ("Yale University", "US"),
        # with a domain that anybody may have
        ("Universidad Veracruzana", None),
        ("KDU University College", None),
        # many countries have one, or it tells its country itself
        ("University of Social Sciences", None),
        ("Academy of Fine Arts", None),
        ("University of Oslo", None),
        ("", None),
    ],
)
def test_the_country_of_a_university(name: str, country: str | None) -> None:
    assert country_of(name) == country


def test_all_countries_are_codes() -> None:
    table = Path(package.__file__).with_name("universities.tsv").read_text("utf-8")
    codes = {row.partition("\t")[2] for row in table.splitlines() if not row.startswith("#")}
    assert codes
    assert [c for c in codes if len(c) != 2 or not country_by_code(c)] == []


def test_the_mention_of_a_university_has_its_country() -> None:
    found = read(prepare("Lecturers of Massey University came on Monday.")).mentions
    assert [m.value["country"] for m in found if m.kind == "organization"] == ["NZ"]


def test_a_university_is_the_second_country_of_an_agreement() -> None:
    text = "A pact for five years\n\nMakerere University and the University of Oslo signed an agreement on 3 May 2019."
    (event,) = suggest(prepare(text)).events
    assert {c.code for c in event.countries} == {"NO", "UG"}
