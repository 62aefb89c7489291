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


RECTORS = """The second meeting of university rectors of Malta and Oman, devoted to wider ties in higher education, \
was held in \
Nizwa (Oman), 40 documents were signed, the ministry of education said.
Rectors spoke of joint courses and of the exchange of students.
"""
RECEIVED = """Rector received the ambassador of Estonia

Published: 4 May 2012

The rector of Nizwa University in Oman received the ambassador of Estonia, Mari Tamm, on 3 May 2012. \
They spoke of joint courses for students.
"""
ARRIVED = """Published: 2 July 2021

Minister of Culture Jaan Kask led a delegation to Lima, Peru, on 1 July to take part in the Estonian Culture Days \
in Peru 2021.
A concert of Estonian choirs will be part of the Estonian Culture Days in Lima.
"""
TOPIC = """Oman and Malta will cooperate on a scholarship programme

The minister of education of Oman met with the ambassador of Malta to Oman in Muscat. The two discussed a scholarship \
programme for Omani students and the exchange of school books.
"""
SCHOOL = """Published: 12 June 2018

On Sunday the Maltese Foundation for Schools opened a public school in Pokhara, Nepal, damaged by the earthquake in \
2015. \
The school will be giving 600 students a safe place to study.
"""
FILMS = """Lima hosts Iceland's Film Week and photo exhibition

A cultural extravaganza in Lima, Peru, charms visitors with a photo exhibition of Icelandic landscapes.
Three Icelandic films with Portuguese subtitles are shown as well, the embassy of Iceland said.
"""
STATUE = """A bronze bust of the Georgian poet Ana Beridze has been unveiled at the Old Harbour Park in Cork, \
Ireland, by the \
city and the embassy of Georgia on Saturday. Busts of her were erected around the world, among others in Austria, \
Belgium, \
Germany, France, Egypt and Mexico. A first bust was erected by the same sculptor in 2005.
"""
UNTIL = """Published: 26 March 2022

The embassy of Malta, with the embassies of other countries in Chile, has organised the Maltese Film Week 2022 in \
Santiago. \
The event will last until March 31.
"""


def types(text: str) -> list[str]:
    return [str(e.type) for e in suggest(prepare(text)).events]


def roles(text: str) -> set[str]:
    return {f"{c.code}:{c.role}" for c in main_event(text).countries}


def test_a_meeting_at_which_papers_are_signed_is_a_meeting() -> None:
    assert main_event(RECTORS).type in ("meeting", "conference")


def test_an_envoy_who_is_received_does_not_travel() -> None:
    assert types(RECEIVED) == ["meeting"]


def test_those_who_come_for_a_festival_report_the_festival() -> None:
    assert main_event(ARRIVED).type == "festival"


def test_what_people_speak_of_is_not_what_happened() -> None:
    assert types(TOPIC) == ["meeting"]


def test_an_envoy_lives_in_the_host_country() -> None:
    assert roles(TOPIC) == {"OM:host", "MT:partner"}


def test_the_year_of_a_disaster_dates_nothing_else() -> None:
    assert main_event(SCHOOL).date == "2018-06-10"


def test_those_whom_something_is_for_are_no_exchange() -> None:
    assert "exchange" not in types(SCHOOL)


def test_a_film_week_with_an_exhibition_is_one_event() -> None:
    assert len(types(FILMS)) == 1


def test_the_language_of_subtitles_is_no_party() -> None:
    assert roles(FILMS) == {"PE:host", "IS:partner"}


def test_countries_listed_for_other_deeds_are_no_parties() -> None:
    assert roles(STATUE) == {"IE:host", "GE:partner"}


def test_a_day_that_the_lead_leaves_open_is_not_made_up_from_further_down() -> None:
    assert main_event(STATUE).date is None


def test_what_only_has_an_end_goes_on() -> None:
    event = main_event(UNTIL)
    assert (event.date, event.status) == ("../2022-03-31", "ongoing")


def test_a_visit_to_the_house_of_the_own_country_is_abroad() -> None:
    text = (
        "Minister visits Estonian Culture Centre\n\nMinister of Culture Jaan Kask has visited the Estonian Culture "
        "Centre in Nairobi, Kenya, on 5 May 2019. Kenyan artists and students attended.\n"
    )
    assert roles(text) == {"KE:host", "EE:partner"}


def test_a_name_in_a_script_without_capitals_is_a_name() -> None:
    text = (
        "中国和马耳他大学校长会议在瓦莱塔举行\n\n2021年7月28日,中国和马耳他大学在瓦莱塔签署了《中国和马耳他大学青年联盟合作备忘录》。"
        "两国大学生和青年学者参加了会议。\n"
    )
    assert "》" not in "".join(e.title or "" for e in suggest(prepare(text)).events)
