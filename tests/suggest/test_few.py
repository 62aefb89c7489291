"""Small parties: a visit of three persons has three participants."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = "Local news\n\n{}\n\nPublished: 10 May 2024\n"
PARTIES = {
    "Three librarians from Chad visited the town library of Poitiers in France on 3 May 2024.": 3,
    "Four teachers from Lahti, Finland, visited the town library of Kecskemét, Hungary, on 3 May 2024.": 4,
    "Tres alumnos chilenos volvieron de Alemania tras un intercambio escolar el 3 de mayo de 2024.": 3,
    "Twelve high schoolers from Poland came to Leeds, England, for a school exchange on 3 May 2024.": 12,
}


def participants(text: str) -> int | None:
    return next(e for e in suggest(prepare(PAGE.format(text))).events if e.type).participants


@pytest.mark.parametrize("text", PARTIES)
def test_a_small_party_is_counted_where_people_travel(text: str) -> None:
    assert participants(text) == PARTIES[text]


def test_two_persons_are_no_number() -> None:
    text = "The minister and two ambassadors from Chad visited the town library of Poitiers in France on 3 May 2024."
    assert participants(text) is None
