"""Pages of towns and schools that never say which country they are in."""

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
        "Гости школы\n\nГости из Сербии приехали 3 мая 2019 года в нашу школу, ученики встретили их песней."
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
