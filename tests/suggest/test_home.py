"""Where a page is at home, and what brings a country or a town in that has no part in the event."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

LOCAL = {
    "de": (
        "Gäste vom Bosporus im Rathaus\n\nEine Delegation aus der Türkei mit 14 Schülern hat am Freitag, 3. Mai 2019, "
        "unsere Stadt besucht. Bürgermeisterin Anke Rode empfing die Gäste, die bis Montag in Familien wohnen.",
        [("DE", "host"), ("TR", "partner")],
    ),
    "mk": (
        "Добредојдени\n\nУченици од училиштето во Бугарија гостуваа кај нас на 3 мај 2019 година.",
        [("MK", "host"), ("BG", "partner")],
    ),
}
ELSEWHERE = {
    "another country's own affairs": (
        "Neuer Saal im Museum\n\nDer ungarische Kulturminister besuchte am 3. Mai 2019 das neue Museum in Budapest und "
        "sprach mit dem Direktor."
    ),
    "a feast abroad": (
        "Sommerfest in Ungarn\n\nIn Pécs in Ungarn hat am 3. Mai 2019 das Sommerfest der Gemeinde begonnen."
    ),
    "a language of many countries": (
        "Invitados de la escuela\n\nEl 3 de mayo de 2019 llegaron a nuestra escuela alumnos de Serbia, que visitaron "
        "la ciudad."
    ),
}


@pytest.mark.parametrize("language", LOCAL)
def test_guests_of_a_town_are_at_home_where_its_language_is(language: str) -> None:
    text, expected = LOCAL[language]
    (event, *_) = suggest(prepare(text)).events
    assert [(c.code, c.role) for c in event.countries] == expected


def test_a_home_that_is_guessed_says_so() -> None:
    (event, *_) = suggest(prepare(LOCAL["de"][0])).events
    assert [e.method for e in event.evidence if e.value == "DE:host"] == ["rule:countries.at_home"]


@pytest.mark.parametrize("what", ELSEWHERE)
def test_what_is_told_of_others_brings_no_home(what: str) -> None:
    assert suggest(prepare(ELSEWHERE[what])).events == ()


def test_a_language_is_no_party_beside_two_countries() -> None:
    page = (
        "Exchange renewed\n\nWednesday, January 22, 2014\n\nTen teachers of English from Jamaica and ten of "
        "Spanish from Colombia are to change places for a school year, both ministries said on Wednesday."
    )
    (event, *_) = suggest(prepare(page)).events
    assert {c.code for c in event.countries} == {"JM", "CO"}


def test_a_name_that_may_be_no_town_brings_no_country_beside_two_others() -> None:
    page = (
        "Paracas textiles in Gyeongju\n\n11 September 2018\n\nThe Gyeongju National Museum in Korea will hold an "
        "exhibition of textiles from Peru from September 18. In return an exhibition of Silla golden crowns travels to "
        "Lima in 2020."
    )
    assert {c.code for e in suggest(prepare(page)).events for c in e.countries} == {"KR", "PE"}


def test_here_is_the_town_of_the_dateline() -> None:
    page = (
        "Students sing in Chinese\n\nCOLOMBO, May 13, 2018 (Xinhua) -- Eleven Sri Lankan students sang here on "
        "Saturday in the final of a competition that the Chinese Embassy in Sri Lanka hosted. The winner grew up in "
        "Nuwara Eliya."
    )
    (event, *_) = suggest(prepare(page)).events
    assert [p.name for p in event.places][:1] == ["Colombo"]
