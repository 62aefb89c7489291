"""The places of an event: which of the towns of a page, and by which name."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = "Local news\n\n{}\n\nPublished: 10 May 2024\n"


def where(text: str, page: str = PAGE) -> set[str]:
    """Return the names of the places of all events of a page."""
    events = suggest(prepare(page.format(text))).events
    return {place.name for event in events for place in event.places}


IN_FULL = {
    "A joint team of Italian and Omani archaeologists opened an excavation in Dhofar Governorate on 3 May 2024.": (
        "Dhofar Governorate"
    ),
    "Students from Peru and Japan held a festival of folk dance in Okayama Prefecture on 3 May 2024.": (
        "Okayama Prefecture"
    ),
    "The Kenyan and Norwegian ministers of culture opened a library in Kisumu District on 3 May 2024.": (
        "Kisumu District"
    ),
}


@pytest.mark.parametrize("text", IN_FULL)
def test_a_province_or_district_is_named_in_full(text: str) -> None:
    assert IN_FULL[text] in where(text)


SHORT = {
    "Chinese and Kenyan writers met at a literature festival in Hunan province on 3 May 2024.": "Hunan",
    "Chinese and Kenyan writers met at a literature festival in Kisumu City on 3 May 2024.": "Kisumu",
    "Chinese and Kenyan painters opened a show at the Hunan Province Museum in Changsha on 3 May 2024.": "Changsha",
}


@pytest.mark.parametrize("text", SHORT)
def test_what_is_no_part_of_the_name_stays_out(text: str) -> None:
    found = where(text)
    assert SHORT[text] in {name.removesuffix(" City") for name in found}
    assert not any(name.endswith(("province", "Province")) for name in found)


ROWS = {
    "The Slovenian choir sang at concerts in Quito, Cuenca and Loja on 3 May 2024.": {"Quito", "Cuenca", "Loja"},
    "Chilean puppets were shown at a festival in Leeds, Bolton and Bradford, England, on 3 May 2024.": {
        "Leeds",
        "Bolton",
        "Bradford",
    },
    "Le groupe malien a joué en concert à Lille, Arras et Douai, en France, le 3 mai 2024.": {
        "Lille",
        "Arras",
        "Douai",
    },
}


@pytest.mark.parametrize("text", ROWS)
def test_a_row_of_towns_goes_on_in_its_country(text: str) -> None:
    assert ROWS[text] <= where(text)


GOVERNMENTS = {
    "A Peruvian delegation came to Jakarta, Indonesia, on 3 May 2024 for a film festival. Culture brings Lima and "
    "Jakarta nearer to one another.": "Lima",
    "Ghanaian writers visited Dublin on 3 May 2024. The heritage that Accra and Dublin share was their theme.": "Accra",
}


@pytest.mark.parametrize("text", GOVERNMENTS)
def test_capitals_of_two_countries_beside_one_another_are_governments(text: str) -> None:
    assert GOVERNMENTS[text] not in where(text)


NO_VENUES = {
    "Swiss dancers opened a festival in Huye, Rwanda, on 3 May 2024 with the Swiss Embassy in Kigali.": "Kigali",
    "Irish pipers gave a concert in Puebla, Mexico, on 3 May 2024, said the British Embassy in Tijuana.": "Tijuana",
}


@pytest.mark.parametrize("text", NO_VENUES)
def test_the_seat_of_an_embassy_is_no_venue(text: str) -> None:
    assert NO_VENUES[text] not in where(text)


def test_a_venue_is_told_by_the_town_before_it() -> None:
    text = "Norwegian and Kenyan students held a workshop on film on the university's Eldoret campus on 3 May 2024."
    assert "Eldoret" in where(text)


def test_an_instrument_is_signed_in_the_town_of_the_dateline_where_no_other_is_named() -> None:
    text = "Lima, May 3 (ANX) -- The culture ministers of Peru and Kenya signed an agreement on museums on 3 May 2024."
    assert where(text, "{}\n") == {"Lima"}


PASSED = {
    "Polish scouts came to a youth camp in Maribor, Slovenia, on 3 May 2024. They landed in Ljubljana.": "Ljubljana",
    "Nine dancers from Peru gave a concert in Kaunas, Lithuania, on 3 May 2024 after a flight to Vilnius.": "Vilnius",
    "Les musiciens du Mali, qui ont atterri à Lyon, ont donné un concert à Vienne, en France, le 3 mai 2024.": "Lyon",
}


@pytest.mark.parametrize("text", PASSED)
def test_where_people_only_land_nothing_happens(text: str) -> None:
    assert PASSED[text] not in where(text)


RESIDENCES = {
    "A ribbon was cut in Suva, Fiji, on 3 May 2024 for a library from Chile by Ana Rojas, who is Consul General of "
    "Chile in Nadi.": "Suva",
    "The Chilean Ambassador to Canberra opened a festival of Chilean films in Perth in Australia on 3 May.": "Perth",
}


@pytest.mark.parametrize("text", RESIDENCES)
def test_where_an_envoy_lives_is_no_venue(text: str) -> None:
    assert where(text) == {RESIDENCES[text]}


def test_what_an_article_about_one_town_names_once_further_down_is_on_the_side() -> None:
    text = (
        "An exhibition of prints from Chile opened in Tampere, Finland, on 3 May 2024. People of Tampere worked on "
        "it for two years. Visitors came from all parts of the country to see it, and the prints are lent to Finland "
        "for four months. Finnish painters often made such prints on presses built in Loviisa. Pupils of schools in "
        "Tampere pay nothing on Sundays."
    )
    assert where(text) == {"Tampere"}


BORROWED = (
    "Peking University, Lisbon University sign agreement\n\n"
    "BEIJING, May 10, 2024 -- The presidents of Peking University and the University of Lisbon signed an agreement on "
    "student exchange on Thursday."
)


def test_a_dateline_names_a_town_better_than_the_old_name_of_a_university() -> None:
    assert {"Beijing", "Lisbon"} >= where(BORROWED, "{}") >= {"Beijing"}
