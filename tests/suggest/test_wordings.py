"""Wordings of real pages that once misled the suggester, in our own words."""

from __future__ import annotations

import pytest

from culturex.model.event import Event
from culturex.suggest import prepare, suggest


def main_event(text: str) -> Event:
    return suggest(prepare(text)).events[0]


MEETING = """Rectors of Estonia and Georgia meet in Tartu

Updated: 14 May 2019

The first meeting of university rectors of Estonia and Georgia was held in Tartu on 13 May 2019.
"We spoke at length about an exchange of students, about an exchange of lecturers and about an exchange of researchers \
between all of our universities in the coming years," the host said.
"""
CENTRE = """Slovenian Cultural Centre in Cairo opens its doors

Published: 3 March 2021

CAIRO - The Slovenian Cultural Centre in Cairo opened its doors on 2 March 2021 with an exhibition of photographs and \
a tea reception. Egyptian guests and the ambassador of Slovenia attended.
"""
HOPED = """Finnish library inaugurated in Windhoek

Published: 9 June 2018

A Finnish library was inaugurated in Windhoek, Namibia, on 8 June 2018 to mark 28 years of diplomatic relations.
At the opening the deputy minister said she hopes the library will open the door to Finnish books for young readers.
"""


def test_a_person_s_words_do_not_name_the_event() -> None:
    assert main_event(MEETING).type != "exchange"


def test_premises_that_open_are_an_opening_whatever_is_shown_there() -> None:
    assert main_event(CENTRE).type == "opening"


def test_what_is_hoped_for_is_not_planned() -> None:
    assert main_event(HOPED).status == "held"


def test_the_occasion_of_an_opening_is_no_event_of_its_own() -> None:
    assert [e.type for e in suggest(prepare(HOPED)).events] == ["opening"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The Days of Malta in Oman on 4 May 2019 were opened by the ambassador.", "Days of Malta in Oman"),
        ("The Malta Film Week 2019 was held in Muscat, Oman.", "Malta Film Week 2019"),
    ],
)
def test_the_title_leaves_the_day_to_the_date(sentence: str, title: str) -> None:
    text = f"Culture\n\nPublished: 6 May 2019\n\n{sentence} Music and film of Malta were shown to Omani guests.\n"
    assert title in {(e.title or "").removeprefix("The ") for e in suggest(prepare(text)).events}


def test_a_headline_may_end_in_an_abbreviation() -> None:
    text = (
        "Danish choir visits twin town in the Midwest U.S.\n\nSource: Agency | 2018-12-06\nVideo Player Close\n\n"
        "A choir from Denmark visited its twin town in Nebraska, United States, on 5 December 2018.\n"
    )
    assert prepare(text).title == "Danish choir visits twin town in the Midwest U.S."
