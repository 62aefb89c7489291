"""What all the words of headline and lead speak of tells the type where no word names the event."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

SILENT = [
    (
        "Teachers ask for higher wages\n\nTeachers and pupils stood before the ministry of Peru on a cold morning. The "
        "school year has begun, and classes are larger than ever."
    ),
    (
        "A singer looks back\n\nThe tenor lives alone by the lake. He sang on every stage of his country, and the "
        "musicians of the old orchestra still come to him for tea."
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_such_words_tell_nothing_where_no_second_country_is_named(text: str) -> None:
    assert suggest(prepare(text)).events == ()


def test_they_outweigh_a_pair_far_apart() -> None:
    text = (
        "Room wanted for young people from Kazakhstan\n\n4 May 2015\n\nFamilies in Turku in Finland who would open "
        "their house to two pupils from a school in Kazakhstan can still write to the club. The students will be in "
        "town from 3 to 14 June 2015, live with host families and sit in classes."
    )
    assert suggest(prepare(text)).events[0].type == "exchange"
