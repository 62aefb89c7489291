"""What the same people did before, or are to do next, told without the name of the event."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGES = {
    "exchange": (
        "Pupils from Gdynia stay with families in Karlskrona\n\n14 May 2019\n\nTwelve pupils from Gdynia in Poland "
        "spent the week from 6 to 10 May 2019 with host families in Karlskrona in Sweden.\n\n{}\n"
    ),
    "performance": (
        "Choir from Cork sings in Bergamo\n\n3 July 2018\n\nThe chamber choir of Cork in Ireland gave a concert in "
        "Bergamo in Italy on 30 June 2018.\n\n{}\n"
    ),
    "research": (
        "Georgian and Austrian archaeologists dig at Nekresi\n\n4 August 2015\n\nAn excavation by Austrian and "
        "Georgian archaeologists at Nekresi in Georgia ended on 31 July 2015.\n\n{}\n"
    ),
}
TOLD = [
    ("exchange", "2018-10", "In October the Swedes had been in Gdynia, and went to school there for a week."),
    ("exchange", "2020", "A second group is to travel to Poland in 2020."),
    ("exchange", "2016", "They had gone to Gdynia in 2016 already."),
    ("performance", "2011", "It was in 2011 that the singers were last in Italy; three times they sang in Como."),
    ("performance", "2019", "Their hosts are to come to Ireland in 2019 and sing in Cobh."),
]
SILENT = [
    ("exchange", "Gdynia was made a town in 1926."),
    ("exchange", "On 8 May 2019 they went to Kalmar and saw the castle."),
    ("performance", "The conductor was born in Limerick in 1961."),
    ("research", "The church of Nekresi was built in 575 and has a roof again."),
]


@pytest.mark.parametrize(("main", "date", "sentence"), TOLD)
def test_another_time_is_an_event_of_its_own(main: str, date: str, sentence: str) -> None:
    first, *others = suggest(prepare(PAGES[main].format(sentence))).events
    assert first.type == main
    assert (main, date) in [(e.type, str(e.date)) for e in others]


@pytest.mark.parametrize(("main", "sentence"), SILENT)
def test_what_only_has_a_date_is_none(main: str, sentence: str) -> None:
    assert len(suggest(prepare(PAGES[main].format(sentence))).events) == 1


def test_a_month_is_dated_from_a_day_whose_weekday_tells_its_year() -> None:
    text = (
        "Lessons with guests\n\nTeachers from Lesotho spent a week at a school in Wales. It was on Saturday, 1 June "
        "that Wales received them. In February staff of the school had worked for a week in Lesotho."
    )
    values = [str(m.value) for m in suggest(prepare(text)).mentions if m.kind == "date"]
    assert values[1][:4] == values[0][:4]
    assert values[1][4:] == "-02"


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of Gdynia pupils who have been to Karlskrona since 1997 stands at 373.",
        "Since 2009 teachers of both schools go from Sweden to Poland and back.",
    ],
)
def test_those_whom_a_standing_exchange_has_taken_since_a_year_tell_it(sentence: str) -> None:
    _, *others = suggest(prepare(PAGES["exchange"].format(sentence))).events
    assert [(e.type, str(e.date)[4:]) for e in others] == [("exchange", "/..")]


def test_pupils_told_without_a_time_are_no_standing_exchange() -> None:
    text = PAGES["exchange"].format("Most pupils in Karlskrona like the sea, and so do those in Gdynia.")
    assert len(suggest(prepare(text)).events) == 1


def test_two_times_told_together_are_two_events() -> None:
    text = PAGES["performance"].format(
        "They had given concerts in Italy before, in April 2009 and again in March 2013."
    )
    _, *others = suggest(prepare(text)).events
    assert [(e.type, str(e.date)) for e in others] == [("performance", "2009-04"), ("performance", "2013-03")]


FESTIVAL = (
    "Days of Latvian culture in Tbilisi\n\n12 May 2019\n\nThe Days of Latvian Culture were held in Tbilisi, the "
    "capital of Georgia, from 6 to 9 May 2019, with the Embassy of Latvia as the organizer. Concerts and films were "
    "shown.\n\n{}\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The festival opened on 6 May with a choir from Riga, and the minister of culture of Georgia came to it.",
        "The festival ended on 9 May in the opera of Tbilisi, and Latvia thanked the town.",
        "The festival took place from 6 to 9 May in four halls of Tbilisi, to which Latvia gave lamps.",
        "For Latvia and Georgia it was the festival of the year 2019.",
    ],
)
def test_what_is_told_again_of_the_days_of_an_event_is_no_other(sentence: str) -> None:
    told = [(e.type, str(e.date)) for e in suggest(prepare(FESTIVAL.format(sentence))).events]
    assert [t for t in told if t[0] == "festival"] == [("festival", "2019-05-06/2019-05-09")]


def test_the_festival_of_another_year_is_another() -> None:
    text = FESTIVAL.format("Such Days of Latvian Culture had already been held in Tbilisi in May 2011.")
    told = [str(e.date) for e in suggest(prepare(text)).events if e.type == "festival"]
    assert told == ["2019-05-06/2019-05-09", "2011-05"]


def test_stops_told_one_after_the_other_are_the_time_of_a_tour() -> None:
    text = (
        "Treasures of Nubia go to Poland\n\n2 March 2018\n\nGold and pottery of Nubia, lent by the museums of Sudan, "
        "will be shown in Poland. The exhibition opens at the museum of Gdańsk, where it stays from 10 March to "
        "20 May 2018. It moves on to the museum of Poznań (1 June to 15 August 2018) and ends in that of Lublin "
        "(1 September to 4 November 2018).\n"
    )
    assert str(suggest(prepare(text)).events[0].date) == "2018-03-10/2018-11-04"
