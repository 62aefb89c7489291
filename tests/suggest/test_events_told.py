"""What careful coders do with events told in passing, twice, or with dates and places of other things."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.events import find, read
from culturex.suggest.filling import fill
from culturex.suggest.members import take_over
from culturex.suggest.scene import Scene

PAGE = "Cultural page\n\n{}\n\nPublished: 10 May 2024\n"

WORDINGS = {
    "A six-member delegation from Bilbao, Spain, stayed in Kaunas, Lithuania, from 1 to 4 May 2024.": "visit",
    "A Danish reading room opened in Kaunas, Lithuania, on 3 May 2024.": "opening",
    "The Oslo Museum returned three bronzes to Benin in Oslo, Norway, on 3 May 2024.": "donation",
    "A Tunis publisher brings out a collection of short stories by Icelandic writers in Tunisia.": "media",
    "Pupils from Quito, Ecuador, live with families in Turku, Finland, until 20 May 2024.": "exchange",
    "Peruvian fiddlers played for an audience in Turku, Finland, on 3 May 2024.": "performance",
    "Wrestlers of Georgia and Malta vied for medals at a tournament in Tbilisi on 3 May 2024.": "competition",
    "Two universities of Chile and Fiji forged a memorandum of agreement in Suva on 3 May 2024.": "agreement",
}


@pytest.mark.parametrize("lead", WORDINGS)
def test_events_are_known_by_many_wordings(lead: str) -> None:
    events = suggest(prepare(PAGE.format(lead))).events
    assert [e.type for e in events[:1]] == [WORDINGS[lead]]


LANGUAGES = {
    "performance": (
        "Ungarische Puppen\n\n20. Oktober 2019\n\nDie Puppenspieler aus Ungarn treten am 2. November 2019 in Hanoi in "
        "Vietnam auf. Das Gastspiel wird von der Botschaft bezahlt, und der Eintritt ist frei."
    ),
    "donation": (
        "Une pompe pour le lycée\n\n16 mai 2018\n\nLe comité de Rennes a livré lundi une pompe à eau et trente "
        "bicyclettes au lycée d'Ambositra, à Madagascar. Le matériel de la France était arrivé par conteneur."
    ),
    "award": (
        "Condecoran a una traductora\n\n10 de junio de 2017\n\nEl embajador de Italia en Uruguay impuso el jueves la "
        "Orden de la Estrella de Italia a la traductora Ema Risso en Montevideo."
    ),
}


@pytest.mark.parametrize("kind", LANGUAGES)
def test_other_languages_have_words_for_it_too(kind: str) -> None:
    assert [e.type for e in suggest(prepare(LANGUAGES[kind])).events[:1]] == [kind]


def test_days_counted_before_a_month_are_no_festival() -> None:
    lead = "Thirty pupils from Riga, Latvia, will spend ten days of August in a summer camp in Greece."
    assert "festival" not in [e.type for e in suggest(prepare(PAGE.format(lead))).events]


def test_the_day_of_something_else_is_not_that_of_the_event() -> None:
    lead = "Latvia will send tents and blankets as humanitarian aid to Nepal after Saturday's earthquake."
    assert suggest(prepare(PAGE.format(lead))).events[0].date is None


def test_an_entry_of_a_reference_work_tells_no_event() -> None:
    text = (
        "Kobyz\n\nJump to navigation Jump to search\n\nThe kobyz is a bowed instrument of Kazakhstan and Kyrgyzstan. "
        "Concerts with it were held in Almaty in 1987.\n\nSee also\n\nReferences\n\n"
        "This page was last edited on 3 May 2021."
    )
    found = suggest(prepare(text))
    assert (found.events, found.reasons) == ((), ("the page reads as an entry of a reference work",))


def test_in_the_city_of_locates() -> None:
    lead = "A festival of Latvian films will be held in the city of Daegu, South Korea, on 3 June 2024."
    roles = {c.code: c.role for c in suggest(prepare(PAGE.format(lead))).events[0].countries}
    assert roles == {"KR": "host", "LV": "partner"}


def test_participants_of_an_instrument_are_none() -> None:
    lead = "Latvia and Malta signed an agreement on education in Riga on 3 May 2024, which twenty students watched."
    assert suggest(prepare(PAGE.format(lead))).events[0].participants is None


def test_who_is_named_beside_an_event_that_falls_takes_part_in_the_main_one() -> None:
    lead = "A delegation of the city of Turku, Finland, visited Kaunas, Lithuania, from 7 to 9 May 2019. "
    rest = "The guests saw the harbour and the old town on foot. They met the pupils of two schools by the river. " * 4
    side = "On 3 April 2018 a Lithuanian amber museum was opened in Vilnius, said its director Rasa Kazlauskienė."
    scene = Scene.of(read(prepare(f"Finnish guests in Kaunas\n\n12 May 2019\n\n{lead}{rest}{side}\n")))
    main, fallen = fill(scene, find(scene)[0])
    assert main.people == []
    take_over(scene, [(main, True), (fallen, False)])
    assert [mention.text for mention in main.people] == ["Rasa Kazlauskienė"]


RETURN_VISIT = """Choir from Tartu sings in Bergen

14 October 2024

BERGEN – The Tartu Chamber Choir from Estonia gave a concert in Bergen, Norway, on Saturday. The 26 singers, led by
conductor Mari Tamm, performed hymns of the tenth century. Ambassador Jaan Kask told the audience that many children
at home learn to sing early.

The visit will be returned: the youth choir Fjord is to sing in Tartu in May 2025, said its conductor Ola Berg.
"""


def test_each_event_has_the_people_and_the_number_told_of_it() -> None:
    concert, answer = suggest(prepare(RETURN_VISIT)).events
    assert (concert.date, [p.name for p in concert.people]) == ("2024-10-12", ["Mari Tamm", "Jaan Kask"])
    assert (answer.date, [p.name for p in answer.people]) == ("2025-05", ["Ola Berg"])
    assert (concert.participants, answer.participants) == (26, None)


def test_who_speaks_of_what_was_signed_long_ago_takes_part_in_the_main_event() -> None:
    lead = "A delegation from Gyumri, Armenia, visited Riga, Latvia, from 7 to 9 May 2019. "
    said = "Inga Ozola, the mayor, said that her city still thinks highly of its agreement with them, signed in 2004."
    visit, agreement = suggest(prepare(f"Guests from Gyumri\n\n12 May 2019\n\n{lead}{said}\n")).events
    assert (agreement.type, agreement.date, agreement.people) == ("agreement", "2004", ())
    assert [person.name for person in visit.people] == ["Inga Ozola"]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("A Thai film week was held in Changsha, in China's Hunan Province, on 3 May 2024.", {"Changsha"}),
        ("A Thai film week was held in Kamloops, British Columbia, on 3 May 2024.", {"Kamloops"}),
        ("The team from Brno of Czechia gave a concert in Muscat, Oman, on 3 May 2024.", {"Muscat"}),
        ("Peru sends tents to Nepal, the Foreign Ministry in Lima said on 3 May 2024.", set()),
    ],
)
def test_what_holds_a_town_or_is_only_come_from_is_no_venue(lead: str, expected: set[str]) -> None:
    events = suggest(prepare(lead)).events
    assert {place.name for event in events for place in event.places} == expected


def test_a_university_that_bears_a_doubtful_name_brings_no_country() -> None:
    lead = "Mzuzu University of Malawi and Nord University of Norway signed an agreement in Mzuzu on 3 May 2024."
    events = suggest(prepare(lead)).events
    assert {country.code for event in events for country in event.countries} == {"MW", "NO"}


def test_a_town_that_only_the_page_s_home_places_lies_where_the_event_happens() -> None:
    text = (
        "Brazilian film week in Carriakou\n\nA Brazilian film week was held in Grenada from 3 to 5 May 2024. "
        "Brazilian actors of Brazil's academy stayed in Carriakou until Sunday. In Carriakou it rained.\n"
    )
    event = suggest(prepare(text)).events[0]
    assert [(place.name, place.country) for place in event.places] == [("Carriakou", "GD")]


def test_a_holiday_on_which_an_embassy_is_closed_is_no_event() -> None:
    page = (
        "Embassy of the Republic of Chile in Kenya\n\nNotice to the public\n\nNairobi, 27 April 2016\n\nThe section is "
        "closed on the following days, which are holidays in Kenya or Chile:\n\n- Wednesday 1 June (Madaraka Day)\n"
        "- Monday 20 June (Flag Day)\n"
    )
    assert suggest(prepare(page)).events == ()
