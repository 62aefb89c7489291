"""What has a time of its own that only the date of the page would resolve, on a page without a date."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = (
    "Pupils from Gdynia stay with families in Karlskrona\n\nTwelve pupils from Gdynia in Poland spent a week with "
    "host families in Karlskrona in Sweden.\n\nThey had lessons and saw the castle.\n\n{}\n"
)
TOLD = [
    ("exhibition", "Next spring an exhibition of their photographs goes to the town hall of Gdynia."),
    ("performance", "Last autumn the school choir of Karlskrona gave a concert in Gdynia."),
    ("performance", "On 8 November the Polish puppet theatre gives a performance in Karlskrona."),
]
FOLDED = [
    "This week there was a concert in the school hall for them as well.",
    "The mayor gave a speech at the opening of the library last month.",
    "In spring the park is full of flowers.",
]


@pytest.mark.parametrize(("type_", "sentence"), TOLD)
def test_it_is_an_event_of_its_own(type_: str, sentence: str) -> None:
    main, *others = suggest(prepare(PAGE.format(sentence))).events
    assert main.type == "exchange"
    assert [e.type for e in others] == [type_]


@pytest.mark.parametrize("sentence", FOLDED)
def test_what_is_part_of_the_main_event_is_not(sentence: str) -> None:
    assert len(suggest(prepare(PAGE.format(sentence))).events) == 1
