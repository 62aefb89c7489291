"""Everyday words for events and for how they stand."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

TYPES = [
    (
        "exchange",
        (
            "Eighty plates at the table\n\nThe exchange group from Tartu in Estonia will be in town from 5 to 12 May "
            "2014, and beds are still wanted for it in Lund in Sweden."
        ),
    ),
    (
        "meeting",
        (
            "Closer ties between Peru and Chile\n\nTheatre, exhibitions, films: in all of this the two work well "
            "together. So said the Culture Minister of Peru and her Chilean counterpart when they sat down together "
            "on Friday."
        ),
    ),
    (
        "opening",
        (
            "Latvian minister unveils busts in Tbilisi\n\nFour Latvian poets stand in the garden of the Latvian "
            "Embassy in Tbilisi in Georgia. The Foreign Minister came for the day."
        ),
    ),
    (
        "festival",
        (
            "Mexican cinema on Polish screens: a programme of seven films\n\nThe envoy of Mexico to Poland was there "
            "on the first evening in Warsaw. Viewers can go and see them up to 26 February."
        ),
    ),
    (
        "anniversary",
        (
            "Alt und jung\n\nIm Jugendheim von Ulm stieg die Geburtstagsfete: 30 Jahre hält die Partnerschaft mit "
            "Siena in Italien. Aus Italien waren 34 Gäste angereist."
        ),
    ),
]
STATUSES = [
    (
        "cancelled",
        (
            "War forces Syrian orchestra to drop Boston debut\n\nTwo concerts in Boston in the United States were to "
            "have been the first for the youth orchestra of Syria. All of it is off."
        ),
    ),
    (
        "cancelled",
        (
            "No show for Cuban dancers in Quebec\n\nThe dance troupe from Cuba has to stay at home: its performance "
            "in Quebec in Canada falls through, for no visa came."
        ),
    ),
    (
        "ongoing",
        (
            "Monks from Laos pray in Sri Lanka\n\nThe delegation of monks from Laos, who are at present the guests "
            "of Sri Lanka, landed in Colombo on Wednesday, and remains for one week."
        ),
    ),
    (
        "ongoing",
        (
            "Kilims on the wall\n\nThe exhibition of kilims from Bulgaria was declared open in Oslo in Norway. It "
            "can be visited by everyone and closes in May."
        ),
    ),
]

ONGOING = [
    (
        "Bilder aus Georgien in Jena\n\nDie Ausstellung mit Bildern georgischer Maler ist in Jena eröffnet worden. "
        "Sie ist noch zu sehen, bis der Monat zu Ende geht."
    ),
    (
        "Выставка грузинских художников\n\nВ Риге открылась выставка художников Грузии. Картины можно увидеть "
        "до конца месяца."
    ),
]


@pytest.mark.parametrize("text", ONGOING)
def test_what_goes_on_until_a_day_is_under_way_where_the_page_has_no_date(text: str) -> None:
    assert [e.status for e in suggest(prepare(text)).events[:1]] == ["ongoing"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Festival of Georgian Cinema has got under way in Porto, with six films in the Teatro Rivoli.", "ongoing"),
        ("A library of Georgian books was opened on Thursday in Porto by the Georgian ambassador.", "held"),
    ],
)
def test_a_beginning_is_no_end_except_of_what_is_opened(text: str, status: str) -> None:
    assert suggest(prepare(f"Georgia in Porto\n\n{text}")).events[0].status == status


def test_what_is_over_is_not() -> None:
    text = (
        "Kilims from Bulgaria in Oslo\n\nThe exhibition of kilims from Bulgaria was held in Oslo in Norway. Three "
        "hundred people came and saw it."
    )
    assert suggest(prepare(text)).events[0].status == "held"


def test_the_words_of_a_proverb_tell_no_course() -> None:
    text = (
        "Friends made, lessons learnt: our time in Tanzania\n\nA party of eight people from the diocese of Derby in "
        "the United Kingdom set out for Tanzania in May 2015. They were the guests of a church."
    )
    assert suggest(prepare(text)).events[0].type == "visit"


@pytest.mark.parametrize(("type_", "text"), TYPES)
def test_the_type(type_: str, text: str) -> None:
    assert [e.type for e in suggest(prepare(text)).events[:1]] == [type_]


@pytest.mark.parametrize(("status", "text"), STATUSES)
def test_the_status(status: str, text: str) -> None:
    assert [e.status for e in suggest(prepare(text)).events[:1]] == [status]


def test_what_everyone_may_see_is_no_visit() -> None:
    text = (
        "Kilims from Bulgaria in Oslo\n\n2 May 2015\n\nThe exhibition of kilims from Bulgaria opened in Oslo in "
        "Norway on 1 May 2015. It can be visited by everyone from 4 May."
    )
    assert [e.type for e in suggest(prepare(text)).events] == ["exhibition"]


HANGING = "Faces of Laos\n\nAn exhibition of photographs from Laos opened at the town museum of Riga in Latvia. {}"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("There are forty pictures, and fishermen are on most of them.", "ongoing"),
        ("It was held in two rooms, and forty pictures could be seen.", "held"),
        ("It has ended, and forty pictures go home.", "held"),
    ],
)
def test_what_was_opened_hangs_until_it_is_told_that_it_is_over(sentence: str, status: str) -> None:
    assert suggest(prepare(HANGING.format(sentence))).events[0].status == status


def test_days_without_a_past_verb_are_dated() -> None:
    text = (
        "Films from Peru in Malmo\n\n15 May 2025\n\nThe festival of films from Peru is back in Malmo in Sweden this "
        "month. The cinema has the films from May 17 to 22."
    )
    assert str(suggest(prepare(text)).events[0].date) == "2025-05-17/2025-05-22"


def test_an_agreement_is_not_of_the_year_until_which_it_goes() -> None:
    text = (
        "Ministers of Peru and Malta Put Pen to Paper\n\nUntil 2019 artists of Peru and Malta have a frame in which "
        "to work: an agreement on exchange bears now the signatures of the two ministers of culture."
    )
    event = suggest(prepare(text)).events[0]
    assert (event.type, event.date) == ("agreement", None)


def test_two_days_that_a_word_joins_are_a_span() -> None:
    text = (
        "Cork girls play hockey in Chile: how it went\n\nFor two weeks, from the 16th of March 2005 to the 30th, "
        "pupils of a school in Cork in Ireland lived with families in Chile and trained with local girls."
    )
    assert str(suggest(prepare(text)).events[0].date) == "2005-03-16/2005-03-30"


def test_what_is_going_to_be_done_is_no_journey() -> None:
    text = (
        "Hearts mended\n\nForty children in Peru are going to have it done by doctors from Malta: an agreement on "
        "their operations was signed in Lima by the two ministries of health of Peru and Malta."
    )
    assert suggest(prepare(text)).events[0].type == "agreement"


def test_grants_for_students_are_an_exchange() -> None:
    text = (
        "Malta says yes to grants for Peruvian students\n\nMalta gives 40 grants for Peruvian students who want to "
        "study at its university. The Minister of Education of Peru thanked the ambassador."
    )
    assert suggest(prepare(text)).events[0].type == "exchange"


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("exchange", "Thirty kids from Belarus set off for a holiday in Ireland on 5 July 2012."),
        ("exchange", "Orphans from Kharkiv in Ukraine are going to Slovenia for ten days in August 2016."),
        ("exchange", "A holiday for sick children from Ukraine begins in Varna, Bulgaria, on 4 June 2015."),
    ],
)
def test_those_who_come_and_children_on_holiday(type_: str, text: str) -> None:
    assert suggest(prepare(f"News\n\n{text}\n")).events[0].type == type_


@pytest.mark.parametrize(
    "text",
    [
        "Visitors came to the shop from Germany and asked the price of the shoes.",
        "Many visitors arrived at the airport of Lisbon in Portugal; most came from Germany.",
    ],
)
def test_customers_and_travellers_are_no_guests(text: str) -> None:
    assert not suggest(prepare(f"News\n\n{text}\n")).events


@pytest.mark.parametrize(
    "text",
    [
        "Sechs Lehrer aus Peru sind seit einer Woche in Bonn in Deutschland und besuchen Schulen.",
        "Diez estudiantes de Noruega llegaron el lunes y ya están en Quito, Ecuador, con familias.",
        "Eight pupils from Chile, who travelled by sea, are already in Oslo in Norway. They stay with families.",
        "A dance troupe from Laos has been in Peru since 2 May for a festival. One show is left.",
    ],
)
def test_those_who_are_there_already_are_there(text: str) -> None:
    assert suggest(prepare(f"News\n\n{text}\n")).events[0].status == "ongoing"


def test_the_week_before_a_feast_is_told_from_no_date() -> None:
    text = "Guests\n\nA choir from Bonn in Germany came to Galway, Ireland, on 8 May 2007. {} the town sings."
    dates = {e.date for e in suggest(prepare(text.format("In the week before Easter"))).events}
    assert dates == {"2007-05-08"}


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("planned", "A brass band from Latvia comes to Cork in Ireland this week, and gives two concerts in the park."),
        ("planned", "Das Puppentheater aus Riga in Lettland gastiert im Mai in Bonn in Deutschland."),
        ("held", "A brass band from Latvia came to Cork in Ireland last week and gave two concerts in the park."),
    ],
)
def test_the_plain_present_beside_a_day_tells_what_is_ahead(status: str, text: str) -> None:
    assert suggest(prepare(f"From the town\n\n{text}\n")).events[0].status == status


@pytest.mark.parametrize(
    "text",
    [
        "La ciudad de Cracovia en Polonia quedó destruida en la Segunda Guerra Mundial, y en 1958 volvió a crecer.",
        "In the first days of May 2019 the box office in Riga in Latvia sells tickets to Canadians.",
        "Three members of Congress from the United States were in Lagos, Nigeria, on 4 May 2019, for talks on oil.",
    ],
)
def test_wars_days_of_a_month_and_members_of_a_house_are_no_events(text: str) -> None:
    told = {e.type for e in suggest(prepare(f"News\n\n{text}\n")).events}
    assert not told & {"competition", "festival", "conference"}


def test_towns_tied_since_a_year_are_no_guests_who_are_there_still() -> None:
    text = (
        "Gäste\n\nEine Delegation der Museen aus Riga in Lettland besuchte Bonn in Deutschland. Beide Städte sind seit "
        "1990 verschwistert."
    )
    assert suggest(prepare(text)).events[0].status == "held"
