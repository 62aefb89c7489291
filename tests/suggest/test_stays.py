"""How long guests stay is told by the day on which they come and the day on which they go."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

STAYS = {
    "Two boys and two girls from Salem in the United States leave for Tamba in Japan on 10 October and return on "
    "25 October.": "2019-10-10/2019-10-25",
    "Five librarians of the National Library of Albania came to Vilnius in Lithuania on 2 October and went home on "
    "6 October.": "2019-10-02/2019-10-06",
    "Extra plates are needed next week. Residents of Zell in Germany are landing in Omaha, United States, on "
    "Monday, 28 October. They will stay with families through 5 November.": "2019-10-28/2019-11-05",
    "The first day of the conference of Maltese and Tunisian museums in Sousse was on 3 October. On the last day, "
    "5 October, the guests from Malta saw the medina.": "2019-10-03/2019-10-05",
    "Students from Togo have been accepted for grants of Belgium in the academic year 2019-2020. The embassy of "
    "Belgium in Togo told them in a letter.": "2019/2020",
}
IN_OTHER_LANGUAGES = {
    "Une délégation du jumelage de Dogbo, au Bénin, est arrivée à Gramat, en France, le 2 octobre 2019 ; elle a "
    "regagné son pays le 8 octobre 2019.": "2019-10-02/2019-10-08",
    "Una delegación de museos de Quito, Ecuador, llegó a Turín, Italia, el 2 de octubre de 2019 y regresó el 8 "
    "de octubre de 2019.": "2019-10-02/2019-10-08",
    "Das Tanzfestival mit Gruppen aus Serbien in Szeged in Ungarn war am 2. Oktober 2019 voll. Es war der erste "
    "Abend. Am zweiten Abend, dem 3. Oktober 2019, kamen noch mehr.": "2019-10-02/2019-10-03",
    "Eine Delegation der Museen aus Riga in Lettland kam am 2. Oktober 2019 nach Bonn in Deutschland und reiste am "
    "8. Oktober 2019 heim.": "2019-10-02/2019-10-08",
}


@pytest.mark.parametrize("lead", STAYS)
def test_guests_come_and_go(lead: str) -> None:
    assert suggest(prepare(f"Guests\n\n20 October 2019\n\n{lead}\n")).events[0].date == STAYS[lead]


@pytest.mark.parametrize("lead", IN_OTHER_LANGUAGES)
def test_guests_come_and_go_in_other_languages(lead: str) -> None:
    assert suggest(prepare(f"{lead}\n")).events[0].date == IN_OTHER_LANGUAGES[lead]


@pytest.mark.parametrize(("month", "status"), [("May 2019", "held"), ("April 2019", "planned")])
def test_days_within_the_month_of_a_page_may_be_over(month: str, status: str) -> None:
    text = (
        f"Eye doctors of Lyon in Lomé\n\n{month}\n\nFrom 21 to 24 May 2019 nine eye doctors from Lyon in France held a "
        "clinic in Lomé, the capital of Togo, and gave glasses to 300 people.\n"
    )
    assert suggest(prepare(text)).events[0].status == status
