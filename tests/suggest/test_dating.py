"""When events happen that are told with two dates, with those of a stay or a tour, or with one in the next sentence."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = "Cultural page\n\n{}\n\nPublished: 10 May 2024\n"


def dates(text: str) -> list[str | None]:
    """Return the dates of the events that a page of 10 May 2024 tells, the main one first."""
    return [e.date for e in suggest(prepare(PAGE.format(text))).events]


LASTING = {
    "A delegation of painters from Kenya is visiting Tartu, Estonia. On Wednesday it met students of the Art College. "
    "The painters arrived on Monday and fly home on 17 May.": "2024-05-06/2024-05-17",
    "An exhibition of Peruvian masks opened in Split, Croatia, on 3 May. It can be seen through 9 June.": (
        "2024-05-03/2024-06-09"
    ),
    "The shooting of a Malian-Belgian documentary film began in Segou, Mali, on 6 May and is to last until 28 June.": (
        "2024-05-06/2024-06-28"
    ),
    "A joint excavation of Bolivian and Austrian archaeologists began at Samaipata, Bolivia, on 6 May 2024. It is "
    "due to last until March 2026.": "2024-05-06/2026-03",
    "Cuba donated medicines worth 9,000 euro to a hospital in Praia, Cape Verde, on 7 May 2024. The nurses who carried "
    "them will stay until 2 June.": "2024-05-07/2024-06-02",
    "An international conference on Basque poetry opened in Oulu, Finland, on 3 May 2024 with scholars from Spain. The "
    "event lasts three days.": "2024-05-03/2024-05-05",
    "Un colloque international sur la poésie basque s'est ouvert à Dakar, au Sénégal, le 3 mai 2024 avec des "
    "chercheurs de Bilbao, en Espagne. La rencontre dure quatre jours.": "2024-05-03/2024-05-06",
    "The Tampere Brass from Finland gave concerts in Peru: in Lima on 1 May, in Cusco on 3 May and in Arequipa on "
    "5 May.": "2024-05-01/2024-05-05",
    "The Riga Boys' Choir from Latvia toured Chile in April: it sang in Arica on the 11th, in Iquique on the 13th and "
    "in Santiago on the 15th.": "2024-04-11/2024-04-15",
}


@pytest.mark.parametrize("text", LASTING)
def test_begin_and_end_told_apart_make_an_interval(text: str) -> None:
    assert dates(text)[0] == LASTING[text]


TWO_SHOWS = (
    "The National Gallery in Sofia, Bulgaria, shows graphics from Mexico from 1 June to 28 June 2024. "
    "{} from 5 July to 30 July 2024."
)
NEXT = {
    "The exhibition will then be shown in Varna": ["2024-06-01/2024-07-30"],
    "The Ethnographic Museum shows an exhibition of masks from Mexico": [
        "2024-06-01/2024-06-28",
        "2024-07-05/2024-07-30",
    ],
}


@pytest.mark.parametrize("text", NEXT)
def test_another_show_is_no_stop_of_the_first(text: str) -> None:
    assert dates(TWO_SHOWS.format(text)) == NEXT[text]


def test_a_date_ends_with_its_sentence() -> None:
    text = (
        "The Festival of Thai Film opened in Graz, Austria, on 6 May. It ends on 12 May. "
        "Last year the festival was held in Linz."
    )
    assert dates(text) == ["2024-05-06/2024-05-12", "2023"]


def test_the_day_of_a_birth_is_of_no_event() -> None:
    text = "The Chilean writer Ana Soto (born 5 May 1950) read from her books in Ankara, Turkey, on 3 May 2024."
    assert dates(text) == ["2024-05-03"]


POINTS = {
    "A concert of the Quito Choir from Ecuador was held in Ghent, Belgium, on 3 May 2024. Tickets for the autumn can "
    "be ordered until 1 June.": "2024-05-03",
    "Malta and Fiji signed an agreement on museums in Suva on 3 May 2024. Applications for grants close on 9 June.": (
        "2024-05-03"
    ),
    "A bust of a Cuban poet was unveiled in Sofia, Bulgaria, on 3 May 2024. The park is open until 30 September.": (
        "2024-05-03"
    ),
}


@pytest.mark.parametrize("text", POINTS)
def test_what_ends_otherwise_leaves_a_day_as_it_is(text: str) -> None:
    assert dates(text)[0] == POINTS[text]


FESTIVAL = "The Days of Thai Culture take place in Graz, Austria, from 20 to 26 May 2024. "
ITEMS = {
    'On 21 May the City Museum opens "Silk", an exhibition of Thai fabrics. It is on view until 30 June.': (
        "2024-05-21/2024-06-30"
    ),
}


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_of_a_programme_has_its_own_days(item: str) -> None:
    assert ITEMS[item] in dates(FESTIVAL + item)[1:]


def test_an_exchange_is_dated_by_the_people_of_the_next_sentence() -> None:
    text = (
        "Ties of Bulgaria and Chile\n\n"
        "The University of Varna and the University of Talca exchange students. In the academic year 2022/2023, nine "
        "students went to Chile."
    )
    assert dates(text) == ["2022/2023"]


REPORTED = {
    "here": "the Ministry of Education stated here on Wednesday",
    "in a town": "the Ministry of Education said in Tokyo on Wednesday",
}


@pytest.mark.parametrize("where", REPORTED)
def test_the_day_of_a_statement_loses_against_that_of_what_was_done(where: str) -> None:
    page = (
        "Fiji gets pianos\n\nWednesday, March 8, 2017\n\nJapan has handed over two pianos to the University of Suva, "
        f"Fiji, {REPORTED[where]}.\n\nThe pianos were received by the president of the university on Monday."
    )
    assert [e.date for e in suggest(prepare(page)).events[:1]] == ["2017-03-06"]


PROGRAMME = """Latvian Cultural Institute Hanoi

About us   |   Programme   |   Library

Programme in November 2019

2 - 30 November
EXHIBITION: AMBER AND LACQUER
Brooches and bowls out of the holdings of a museum in Riga, to be seen in the gallery.

Friday, 8 November, 6.30 pm
CONCERT: KOKLE MEETS ZITHER
Two instruments which might be cousins meet for one evening in the auditorium of the house.

15 - 17 November
LATVIAN FILM DAYS
Five films with English subtitles at the National Cinema Centre.

Thursday, 21 November, 5 pm
LECTURE: WHAT A TEACHER CARRIED HOME
By Dr. Ilze Kalnina of the University of Latvia. In the library of the institute.
"""


def test_items_of_a_programme_have_the_date_of_the_line_beside_their_heading() -> None:
    told = {e.type: e.date for e in suggest(prepare(PROGRAMME)).events}
    assert (told["exhibition"], told["performance"], told["festival"], told["course"]) == (
        "2019-11-02/2019-11-30",
        "2019-11-08",
        "2019-11-15/2019-11-17",
        "2019-11-21",
    )


def test_an_institute_abroad_names_its_two_countries_once() -> None:
    countries = [{c.code for c in e.countries} for e in suggest(prepare(PROGRAMME)).events]
    assert countries == [{"LV", "VN"}] * len(countries)
