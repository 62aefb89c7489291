"""Bodies: names in other languages inside a text, programmes, territories, clubs and the page's own body."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare
from culturex.suggest.events import read

# sentence, the bodies that it names
TOLD = [
    # heads of other languages
    ("The guests were shown around at the Museum voor Oude Kunst in Leuven.", ["Museum voor Oude Kunst"]),
    ("Two teachers of Universiti Selatan Melaka wrote the book.", ["Universiti Selatan Melaka"]),
    ("Students from UIN Salatiga and IAIN Kudus will come.", ["UIN Salatiga", "IAIN Kudus"]),
    ("The paper was given by Stichting Vrije Tonelen.", ["Stichting Vrije Tonelen"]),
    ("He sang with Zespół Wielka Dolina in Gdynia.", ["Zespół Wielka Dolina"]),
    ("The prints came from Narodni Muzej on Friday.", ["Narodni Muzej"]),
    ("They call this a sekolah or school.", []),
    ("The word Universitas is Latin.", []),
    ("A kumpulan played all night.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_names_in_other_languages(sentence: str, expected: list[str]) -> None:
    assert _names(sentence) == expected


def _names(text: str) -> list[str]:
    return [str(m.value["name"]) for m in read(prepare(text)).mentions if m.kind == "organization"]
