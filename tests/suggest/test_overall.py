"""What all the words of headline and lead speak of tells the type where no word names the event."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

TOLD = {
    "exchange": (
        "Peruvian Teenagers Try Out Village Life In Bavaria\n\nThe young guests from Peru sat in the back row of the "
        "class and listened. Twelve pupils and two teachers made the journey to Germany, and families of the village "
        "have taken them in. In the mornings the boys and girls go to lessons with their hosts."
    ),
    "performance": (
        "Drums from Burundi shake Porto\n\nThe stage of the old market hall in Porto trembled when the drummers and "
        "dancers from Burundi came out. Listeners stood on their chairs; the singers had to go on for half an hour "
        "more, and there was applause until the musicians could play no longer."
    ),
    "research": (
        "What lies under the vineyard\n\nAt Nekresi in Georgia the trenches are open again, and the archaeologists "
        "from Austria kneel in them beside their Georgian colleagues. They have dug down to a tomb, samples of the "
        "bones go to Graz, and the fortress wall is measured stone by stone."
    ),
    "donation": (
        "School desks travel from Latvia to Moldova\n\nChildren in Soroca sit on new chairs. The desks, computers and "
        "textbooks are gifts: people in Cesis in Latvia had collected money for the Moldovan school, and a lorry with "
        "boxes of clothes and toys came along."
    ),
}
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


@pytest.mark.parametrize("kind", TOLD)
def test_many_weak_words_that_agree_tell_the_type(kind: str) -> None:
    assert [event.type for event in suggest(prepare(TOLD[kind])).events[:1]] == [kind]


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
