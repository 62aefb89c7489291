"""Which days an event has where the page tells its own day, that of a statement, that of a next time, or a length."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.page import facts

PAGE = "Cultural page\n\n{}\n\nPublished: 10 May 2024\n"


def dates(text: str) -> list[str | None]:
    """Return the dates of the events that a page of Friday, 10 May 2024 tells, the main one first."""
    return [e.date for e in suggest(prepare(PAGE.format(text))).events]


STAYS = {
    "A workshop of Omani calligraphers, which opened at the University of Porto, Portugal, on Monday, will last until "
    "Sunday.": "2024-05-06/2024-05-12",
    "Seven publishers from Fiji showed books at the fair in Bologna, Italy. The fair opened on 1 May and closed its "
    "doors on 5 May.": "2024-05-01/2024-05-05",
    "A three-day international conference on the paper of the Silk Road, in which scholars from Japan, Uzbekistan and "
    "Italy took part and read forty papers, ended in Khiva on Wednesday.": "2024-05-06/2024-05-08",
    "The head of the Fijian Red Cross met officials in Padang, Indonesia, on Monday. It was the first day of a visit "
    "to Indonesia of seven days.": "2024-05-06/2024-05-12",
    "Students from Cork, Ireland, spent a week in Rennes, France, from Saturday to Saturday. Their exchange with "
    "the lycée ended on 4 May.": "2024-04-27/2024-05-04",
    "Twelve pupils from Cork, Ireland, left on 20 April for an exchange with the lycée in Rennes, France, and came "
    "back on Wednesday.": "2024-04-20/2024-05-08",
    "A convoy of twelve Egyptian doctors brought medicines to Djibouti and concluded its mission there on Saturday "
    "after eight days in which it treated 2,000 patients.": "2024-04-27/2024-05-04",
    "A week of Iranian theatre started in Tashkent, Uzbekistan, on Monday and will finish on Sunday.": (
        "2024-05-06/2024-05-12"
    ),
}


@pytest.mark.parametrize("text", STAYS)
def test_the_ends_and_the_length_of_what_lasts_are_put_together(text: str) -> None:
    assert dates(text)[0] == STAYS[text]


LENGTHS = {
    "Ein fünftägiger Workshop für japanische Papierkunst mit Meistern aus Kyoto hat am Montag, 6. Mai 2024, in der "
    "Kunsthalle Erfurt in Deutschland begonnen.": "2024-05-06/2024-05-10",
    "Трёхдневный международный семинар библиотекарей Монголии и России завершился 8 мая 2024 года в Национальной "
    "библиотеке Монголии в Улан-Баторе.": "2024-05-06/2024-05-08",
}


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_may_stand_in_one_word_with_its_number(text: str) -> None:
    assert dates(text)[0] == LENGTHS[text]


SINGLE = {
    "the next time": "A joint online seminar of the University of Tbilisi, Georgia, and the University of Graz, "
    "Austria, took place the day before. The next seminar is scheduled for 15 June.",
    "a statement": "A concert of the Malian choir in Graz, Austria, was put off on 9 May until next year. The choir "
    "is on tour, the consul told reporters on Wednesday.",
    "a visit around it": "Turku City Library in Finland has a shelf from the South Seas. The minister of education of "
    "Tonga on Thursday handed over 120 books to the library. The minister's visit lasted from Wednesday to Saturday.",
}


@pytest.mark.parametrize("case", SINGLE)
def test_the_day_of_another_thing_is_no_end(case: str) -> None:
    assert dates(SINGLE[case])[0] == "2024-05-09"


REPORTED = (
    "El Ministerio de Cultura de Ecuador y el Museo Nacional de Corea abrieron el martes en Quito una exposición, "
    "informó el ministerio este jueves.",
    "A exposição de pintores de Cabo Verde foi inaugurada na terça-feira no Porto, Portugal, anunciou a embaixada na "
    "quinta-feira.",
    "The ambassador of Japan gave the Kodo Prize to Pavel Novak in Prague on 7 May, according to a press release that "
    "Charles University in Prague sent out on Thursday.",
)


@pytest.mark.parametrize("text", REPORTED)
def test_a_clause_that_says_who_spoke_does_not_date_the_event(text: str) -> None:
    assert dates(text)[0] == "2024-05-07"


def test_a_weekday_fits_a_year_that_the_text_names() -> None:
    page = (
        "Kuwaiti books for Tirana\n\nThe Embassy of Kuwait in Albania presented 300 books to the National Library in "
        "Tirana in May 2016.\n\nThe ceremony took place on Thursday, 19 May, in the reading room of the library."
    )
    assert suggest(prepare(page)).events[0].date == "2016-05-19"


NEXT = ("next Sunday, 19 May,", "this coming Sunday, May 19,")


@pytest.mark.parametrize("words", NEXT)
def test_a_weekday_with_its_day_is_one_date(words: str) -> None:
    read = suggest(prepare(PAGE.format(f"A choir from Cusco, Peru, sings in Ghent, Belgium, {words} at noon.")))
    assert [m.value for m in read.mentions if m.kind == "date"][:1] == ["2024-05-19"]


_PROSE = (
    "A music school for children, built with the help of friends from Luxembourg, was opened by the mayor.\n\nThe "
    "second concert follows in the church, where the choir sang for the first time ten years ago."
)
OPENINGS = {
    "Praia, 12 May 2017 (Inforpress). ": "2017-05-12",
    "Coimbra de Cima, 3 February 2020. ": "2020-02-03",
    "7 May 2018. ": "2018-05-07",
    "7 May 2018 - ": "2018-05-07",
    "7 May 2018 | ": "2018-05-07",
    "(Dakar, 7 May 2018) ": "2018-05-07",
    "VILNIUS. June 26, 2015. ": "2015-06-26",
    "Monday, 7 May 2018, Dakar. ": "2018-05-07",
    "On 7 May 2018, ": None,
    "The library of Praia, opened on 7 May 2018. ": None,
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_text_that_begins_with_its_day_tells_that_of_the_page(opening: str) -> None:
    assert facts(f"A music school for the children of the town\n\n{opening}{_PROSE}").published == OPENINGS[opening]


@pytest.mark.parametrize(("line", "day"), [("12-11-2018", "2018-11-12"), ("11-25-2018", "2018-11-25")])
def test_an_english_day_with_hyphens_begins_with_the_day_where_it_can(line: str, day: str) -> None:
    assert facts(f"A music school for the children of the town\n\n{line}\n\n{_PROSE}").published == day


def test_the_weekdays_of_a_programme_go_on_from_the_day_that_it_begins() -> None:
    page = (
        "Week of Slovenian film in Porto\n\nFriday, 6 March 2020\n\nThe Week of Slovenian Film comes to Porto in "
        "Portugal on Monday.\n\nMonday, 7pm: The Miner\n\nWednesday, 7pm: Stories from the Chestnut Woods\n\n"
        "Friday, 9pm: Nightlife\n"
    )
    days = [m.value for m in suggest(prepare(page)).mentions if m.kind == "date" and m.rule == "dates.weekday"]
    assert days == ["2020-03-09", "2020-03-09", "2020-03-11", "2020-03-13"]
