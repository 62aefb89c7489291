"""Dates: one case a form, over languages, with the traps that look like dates and are none."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex import edtf
from culturex.model.article import Article
from culturex.suggest import prepare, suggest
from culturex.suggest.document import Document
from culturex.suggest.languages import known, table
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates import finder as dates
from culturex.suggest.mentions.dates import page as date_page
from culturex.suggest.mentions.dates.words import vocabulary
from culturex.suggest.shape import named

# A Tuesday.
PUBLISHED = "2018-04-10"


def found(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[Mention]:
    return dates.find(Document(Article.of(text, published=published, language=language)))


def values(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[str | None]:
    return [m.value for m in found(text, published, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("held on 8 May 2021 in Rome", "2021-05-08"),
        ("held on May 8, 2021 in Rome", "2021-05-08"),
        ("held on May 8 2021 in Rome", "2021-05-08"),
        ("Aug. 7, 1998", "1998-08-07"),
        ("Sept. 5, 2019", "2019-09-05"),
        ("Sat, 05 May 2018 10:00", "2018-05-05"),
        ("on Saturday, 5 May 2018, at noon", "2018-05-05"),
        ("on Saturday the 5th of May, 2018", "2018-05-05"),
        ("December, 1st, 2017", "2017-12-01"),
        ("the 5th of May 2018", "2018-05-05"),
        ("the fifth of May 2018", "2018-05-05"),
        ("2018-05-05", "2018-05-05"),
        ("2018/05/05 03:34", "2018-05-05"),
        ("2018.05.05", "2018-05-05"),
        ("5.05.2018", "2018-05-05"),
        ("28-06-2015 17:08:10", "2015-06-28"),
        ("10/30/89", "1989-10-30"),
        ("8 May ’98", "1998-05-08"),
        ("April 2010", "2010-04"),
        ("April of 2010", "2010-04"),
        ("Apr. 2010", "2010-04"),
        ("early March 2021", "2021-03"),
        ("in 2014", "2014"),
        ("founded (1984) in Rome", "1984"),
        ("the 2016 Olympics", "2016"),
        ("late 2019", "2019"),
        ("fiscal 1989", "1989"),
        ("in the 1990s", "199X"),
        ("the mid-1980s", "198X"),
        ("the '90s", "199X"),
        ("the 1990's", "199X"),
        ("the 19th century", "18XX"),
        ("summer 2019", "2019-22"),
        ("the autumn of 2020", "2020-23"),
        ("the first quarter of 2018", "2018-01/2018-03"),
        ("Q3 2018", "2018-07/2018-09"),
        ("the second half of 2018", "2018-07/2018-12"),
        ("the first week May 2018", "2018-05"),
        ("first quarter May", "2018-05"),
        ("the winter of 1993-94", "1993-24"),
        ("the 1800s", "18XX"),
        ("in the eighties", "198X"),
        ("Christmas Day 2019", "2019-12-25"),
        ("Easter 2018", "2018-04-01"),
        ("Thanksgiving, 1986", "1986-11-27"),
        ("the Sept. 11 attacks", "2001-09-11"),
        ("in nineteen ninety-eight", "1998"),
        ("on February twenty-first, nineteen ninety-eight", "1998-02-21"),
        ("in '98", "1998"),
        ("1988's fourth quarter", "1988-10/1988-12"),
        ("1989 first-half profit", "1989-01/1989-06"),
    ],
)
def test_a_stated_date_is_read(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14-18 November 2022", "2022-11-14/2022-11-18"),
        ("14–18 November 2022", "2022-11-14/2022-11-18"),
        ("November 14 to 18, 2022", "2022-11-14/2022-11-18"),
        ("August 14th-16th, 2017", "2017-08-14/2017-08-16"),
        ("from 22 to 24 May 2019", "2019-05-22/2019-05-24"),
        ("15 to 20 of June 2021", "2021-06-15/2021-06-20"),
        ("between 3 and 5 March 2020", "2020-03-03/2020-03-05"),
        ("between March 3 and 5, 2020", "2020-03-03/2020-03-05"),
        ("28 October - 2 November 2020", "2020-10-28/2020-11-02"),
        ("March 15-April 2, 2019", "2019-03-15/2019-04-02"),
        ("from Oct. 15 through Oct. 21, 2019", "2019-10-15/2019-10-21"),
        ("from Monday, 3 June to Friday, 7 June 2019", "2019-06-03/2019-06-07"),
        ("30 December 2019 to 2 January 2020", "2019-12-30/2020-01-02"),
        ("28 December to 3 January 2020", "2019-12-28/2020-01-03"),
        ("March 8 and 9, 2021", "2021-03-08/2021-03-09"),
        ("13.-15.11.2022", "2022-11-13/2022-11-15"),
        ("12.05.-15.05.2019", "2019-05-12/2019-05-15"),
        ("07.09.2019-09.09.2019", "2019-09-07/2019-09-09"),
        ("2019-09-07 to 2019-09-09", "2019-09-07/2019-09-09"),
        ("May-June 2019", "2019-05/2019-06"),
        ("May and June 2016", "2016-05/2016-06"),
        ("January 2020 - March 2021", "2020-01/2021-03"),
        ("2014-2016", "2014/2016"),
        ("from 2014 to 2016", "2014/2016"),
        ("between 2010 and 2012", "2010/2012"),
        ("They were here between Thursday and Sunday.", "2018-04-05/2018-04-08"),
        ("They will be here between Thursday and Sunday.", "2018-04-12/2018-04-15"),
        ("for the years 2018/2019", "2018/2019"),
        ("2018/19", "2018/2019"),
        ("1998-99", "1998/1999"),
        ("in March (days 28 and 29) of the current year", "2018-03-28/2018-03-29"),
        ("shown from 29 May and until 6 June 2019", "2019-05-29/2019-06-06"),
        ("on Friday 20 and Saturday 21 April", "2018-04-20/2018-04-21"),
        ("Sat 14 & Sun 15 April", "2018-04-14/2018-04-15"),
    ],
)
def test_a_span_is_one_mention(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the past five years", "2013/2018"),
        ("over the past year", "2017/2018"),
        ("the last six months", "2017-10/2018-04"),
        ("during the past week", "2018-04-03/2018-04-10"),
        ("in the next three days", "2018-04-10/2018-04-13"),
        ("over the next two weeks", "2018-04-10/2018-04-24"),
        ("It will run Monday through Wednesday.", "2018-04-16/2018-04-18"),
        ("It ran Monday through Wednesday.", "2018-04-02/2018-04-04"),
        ("It will run from Monday for three days.", "2018-04-16/2018-04-18"),
        ("shown from 5 May 2018 for two weeks", "2018-05-05/2018-05-18"),
    ],
)
def test_a_length_of_time_is_a_span(text: str, value: str) -> None:
    assert values(text) == [value]


def test_years_on_end_are_dates_of_their_own() -> None:
    assert values("the games of 2008, 2012 and 2016") == ["2008", "2012", "2016"]


def test_days_that_do_not_follow_one_another_are_dates_of_their_own() -> None:
    assert values("on 5, 12 and 19 May 2020") == ["2020-05-05", "2020-05-12", "2020-05-19"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened yesterday.", "2018-04-09"),
        ("It opens today.", "2018-04-10"),
        ("They fly out tomorrow.", "2018-04-11"),
        ("Bags will be packed tonight.", "2018-04-10"),
        ("They met last night.", "2018-04-09"),
        ("the day before yesterday", "2018-04-08"),
        ("the day after tomorrow", "2018-04-12"),
        ("two days ago", "2018-04-08"),
        ("two weeks ago", "2018-03-26/2018-04-01"),
        ("three months ago", "2018-01"),
        ("40 years ago", "1978"),
        ("a year ago", "2017"),
        ("a decade ago", "2008"),
        ("Friday of last week", "2018-04-06"),
        ("Monday next week", "2018-04-16"),
        ("the week before last", "2018-03-26/2018-04-01"),
        ("last week", "2018-04-02/2018-04-08"),
        ("this week", "2018-04-09/2018-04-15"),
        ("next week", "2018-04-16/2018-04-22"),
        ("last weekend", "2018-04-07/2018-04-08"),
        ("last month", "2018-03"),
        ("later this month", "2018-04"),
        ("early next month", "2018-05"),
        ("last year", "2017"),
        ("earlier this year", "2018"),
        ("this year's festival", "2018"),
        ("next year", "2019"),
        ("at the end of the year", "2018"),
        ("last October", "2017-10"),
        ("next June", "2018-06"),
        ("in September this year", "2018-09"),
        ("on 5 May last year", "2017-05-05"),
        ("last summer", "2017-22"),
        ("next winter", "2018-24"),
        ("this spring", "2018-21"),
        ("It will open in the autumn.", "2018-23"),
        ("It was closed in the winter.", "2017-24"),
        ("They met over the weekend.", "2018-04-07/2018-04-08"),
        ("They will meet at the weekend.", "2018-04-14/2018-04-15"),
        ("by year-end", "2018"),
        ("the 21st of next month", "2018-05-21"),
        ("on the 5th he left", "2018-04-05"),
        ("this year's first quarter", "2018-01/2018-03"),
        ("sales rose in the third quarter", "2017-07/2017-09"),
        ("profit will fall in the third quarter", "2018-07/2018-09"),
        ("last Christmas", "2017-12-25"),
        ("They will meet on May Day.", "2018-05-01"),
        ("They met on Good Friday.", "2018-03-30"),
        ("open until New Year's Eve", "2018-12-31"),
        ("in the second half of this year", "2018-07/2018-12"),
        ("in the second half of the year", "2018-07/2018-12"),
        ("in the latter half of next year", "2019-07/2019-12"),
        ("in the latter half of May", "2018-05"),
        ("They visited the town this weekend.", "2018-04-07/2018-04-08"),
        ("They will visit the town this weekend.", "2018-04-14/2018-04-15"),
    ],
)
def test_a_relative_date_is_counted_from_the_page(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Friday.", "2018-04-06"),
        ("The festival will open on Friday.", "2018-04-13"),
        ("The festival opens Friday.", "2018-04-13"),
        ("Ministers are scheduled to meet on Friday.", "2018-04-13"),
        ("The talks, due on Friday, are the first.", "2018-04-13"),
        ("On Friday the delegation will visit Rome.", "2018-04-13"),
        ("Friday was a holiday.", "2018-04-06"),
        ("The play will be staged on Friday.", "2018-04-13"),
        ("The play was staged on Friday.", "2018-04-06"),
        ("They agreed to meet on Friday.", "2018-04-13"),
        ("the company said Friday", "2018-04-06"),
        ("the company said Tuesday", "2018-04-10"),
        ("begins this Tuesday", "2018-04-10"),
        ("They met last Friday.", "2018-04-06"),
        ("They met last Tuesday.", "2018-04-03"),
        ("next Friday", "2018-04-20"),
        ("this coming Friday", "2018-04-13"),
        ("Friday's concert was sold out", "2018-04-06"),
        ("Entries by Friday.", "2018-04-13"),
        ("on show since Friday", "2018-04-06"),
        ("He would leave on Friday, he said.", "2018-04-13"),
        ("A concert was to have been given on Friday.", "2018-04-13"),
        ("plans announced Friday", "2018-04-06"),
        ("a report released Friday", "2018-04-06"),
        ("Flights, suspended on Friday, should start anew.", "2018-04-06"),
        ("It will be the best year, merchants predicted Friday.", "2018-04-06"),
        ("The vote was put off until Friday.", "2018-04-13"),
        ("The leaders won't meet on Friday.", "2018-04-13"),
        ("The leaders meet Friday.", "2018-04-13"),
        ("He declined to comment on Friday.", "2018-04-06"),
        ("They failed to meet on Friday.", "2018-04-06"),
        ("They would have it ready by Friday.", "2018-04-13"),
        ("Visitors have until Friday to come.", "2018-04-13"),
        ("The cloak was received with a welcome home on Friday.", "2018-04-06"),
        ("The group came into the land, and on Friday it goes home.", "2018-04-13"),
        ("The show will go on, and on Friday it was full.", "2018-04-06"),
        ("They set off on Friday.", "2018-04-06"),
        ("They will set off on Friday.", "2018-04-13"),
        ("Pupils stay with families and return home on Friday.", "2018-04-13"),
        ("The embassy invited cooks to its hall on Friday for a contest.", "2018-04-06"),
        ("Visitors are invited to the hall on Friday.", "2018-04-13"),
    ],
)
def test_a_weekday_follows_the_tense(text: str, value: str) -> None:
    assert values(text) == [value]


def test_two_weekdays_of_a_sentence_go_their_own_ways() -> None:
    assert values("Officials said Friday that talks will continue Monday.") == ["2018-04-06", "2018-04-16"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was held on March 28.", "2018-03-28"),
        ("It was held on May 28.", "2017-05-28"),
        ("It will be held on May 28.", "2018-05-28"),
        ("It will be held on January 28.", "2019-01-28"),
        ("It is to take place from 22 to 24 May.", "2018-05-22/2018-05-24"),
        ("The week, planned for June 13-17, is off.", "2018-06-13/2018-06-17"),
        ("The week was held on June 13-17.", "2017-06-13/2017-06-17"),
        ("It was opened in June.", "2017-06"),
        ("It will be opened in June.", "2018-06"),
        ("An October visit will not go ahead.", "2018-10"),
        ("It will run from December 28 to January 3.", "2018-12-28/2019-01-03"),
        ("It will run from Saturday to April 22.", "2018-04-14/2018-04-22"),
        ("A like step is due at its meeting of April 20-21.", "2018-04-20/2018-04-21"),
        ("It was held on Saturday, March 31.", "2018-03-31"),
        ("LUANDA, April 9 (Agency) --", "2018-04-09"),
        ("A lunch hosted by a minister on May 26, will be the first.", "2018-05-26"),
        ("He plans to head back to Tehran in early July.", "2018-07"),
        ("Chef Challenge is back on the 13th", "2018-04-13"),
        ("The mayor has announced August concerts in the park.", "2018-08"),
        ("The board confirmed the date of June 3 for the fair.", "2018-06-03"),
        ("The choir sang to a full house. (April 12)", "2018-04-12"),
        ("A reading meant for April 4 is called off.", "2018-04-04"),
        ("The bank declared a dividend on its shares payable October 1.", "2018-10-01"),
        ("Critics attacked her for moving the fair to August 16.", "2018-08-16"),
        ("The fund owes the rest of its promised money by December 1.", "2018-12-01"),
    ],
)
def test_a_missing_year_comes_from_page_and_tense(text: str, value: str) -> None:
    (mention,) = found(text)
    assert (mention.value, mention.extra and mention.extra["basis"]) == (value, "inferred")


def test_days_close_together_are_of_one_year() -> None:
    text = "The first stage will be on 25 April, the second on 9-12 June, the third on 1-4 November."
    assert values(text)[-1] == "2018-11-01/2018-11-04"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Glass from Oslo will run Sept. 3 - Jan. 30.\n\nDrawings from Riga, Feb. 2 - Mar. 9", "2019-02-02/2019-03-09"),
        ("The gallery shows Goya in May, and in November - the etchings of his pupils.", "2018-11"),
        ("The talks will be in January 2019. Perhaps in May, says the minister.", "2019-05"),
    ],
)
def test_a_day_or_month_without_a_verb_is_near_the_one_before(text: str, last: str) -> None:
    assert values(text)[-1] == last


def test_three_months_are_told_one_by_one() -> None:
    assert values("Sales rose in April, May and June of 2015.") == ["2015-04", "2015-05", "2015-06"]


def test_a_verb_right_behind_a_day_tells_the_past() -> None:
    assert values("The villagers on Friday invited him back.") == ["2018-04-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They say that 1997 will be the best year so far.", ["1997"]),
        ("The choir opened the 2016-17 season.", ["2016/2017"]),
        ("They hope that 2000 will come.", []),
    ],
)
def test_years_that_a_sentence_speaks_of(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_season_needs_no_article() -> None:
    assert values("The fair will be held again in spring.", "2018-01-10") == ["2018-21"]


def test_a_month_keeps_the_year_it_got_before() -> None:
    text = "An October visit will not go ahead. Halls were booked, and the tour ran from Oct. 15 through Oct. 21."
    assert values(text, "2017-03-08") == ["2017-10", "2017-10-15/2017-10-21"]


def test_a_past_event_printed_later_than_the_page_is_of_the_month_before() -> None:
    assert values("The institute held its unveiling on December, 29th.", "2017-12-06") == ["2017-11-29?"]


def test_a_weekday_tells_the_year_of_a_page_without_date(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(date):
        @classmethod
        def today(cls) -> date:
            return date(2026, 11, 3)

    monkeypatch.setattr(dates, "date", Late)
    assert values("hosted a session on Monday, January 29th.", None) == ["2024-01-29"]
    old = "They met on 3 June 1998. The fair opens on Tuesday, August 4."
    assert values(old, None) == ["1998-06-03", "1998-08-04"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the Saturday before Easter", "2018-03-31"),
        ("the weekend before 3 October 2018", "2018-09-29/2018-09-30"),
        ("the weekend after Sunday, 6 May 2018", "2018-05-12/2018-05-13"),
        ("on the Friday after May 18, 2018", "2018-05-25"),
        ("the weekend before last", None),
    ],
)
def test_a_weekday_beside_another_day(text: str, value: str | None) -> None:
    assert [v for v in values(text) if v] == ([value] if value else [])


SAME_MONTH = {
    "es": "Se abrió el 10 de noviembre de 2017 y cierra el día 30 del mismo mes.",
    "de": "Sie läuft vom 10. November 2017 bis zum 30. desselben Monats.",
    "ru": "Она открылась 10 ноября 2017 года и продлится до 30 числа того же месяца.",
    "fr": "Ouverte le 10 novembre 2017, elle ferme le 30 du même mois.",
    "it": "Aperta il 10 novembre 2017, chiude il 30 dello stesso mese.",
}


@pytest.mark.parametrize("language", SAME_MONTH)
def test_a_day_of_the_same_month(language: str) -> None:
    assert values(SAME_MONTH[language], language=language) == ["2017-11-10", "2017-11-30"]


def test_a_weekday_of_a_page_dated_by_its_month_is_of_that_month() -> None:
    assert values("The hall was opened on Sunday.", "2018-04") == ["2018-04"]


def test_what_is_of_tomorrow_has_no_date() -> None:
    assert values("They are the leaders of tomorrow.") == []


@pytest.mark.parametrize("text", ["on January 29th", "yesterday", "on Friday", "last week", "from 29 May until 6 June"])
def test_without_page_date_a_date_is_found_but_open(text: str) -> None:
    assert values(text, None) == [None]


def test_an_open_day_still_tells_its_parts() -> None:
    (mention,) = found("on January 29th", None)
    assert mention.extra
    assert (mention.extra["month"], mention.extra["day"]) == (1, 29)


def test_a_full_date_nearby_gives_the_year_of_a_page_without_date() -> None:
    text = "The closing was on 18 March 2023. It was opened on March 17."
    assert values(text, None) == ["2023-03-18", "2023-03-17"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Today (15 October 2018) it opens; on Friday it will close.",
            ["2018-10-15", "2018-10-15", "2018-10-19"],
        ),
        ("en", "From today, Monday, October 15, up to Friday. So it was in 2018.", ["2018-10-15"] * 2 + ["2018-10-19"]),
        ("ru", "Вчера, 14 октября 2018 года, открыли. Завтра уедут.", ["2018-10-14", "2018-10-14", "2018-10-16"]),
        (
            "de",
            "Heute, am 15. Oktober 2018, beginnt es. Gestern kam er.",
            ["2018-10-15", "2018-10-15", "2018-10-14"],
        ),
        ("zh", "今天（2018年10月15日）开幕，昨天客人来了。", ["2018-10-15", "2018-10-15", "2018-10-14"]),
    ],
)
def test_today_with_its_date_tells_the_day_of_a_page(language: str, text: str, expected: list[str]) -> None:
    assert values(text, None, language)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "в первой половине дня прошёл концерт"),
        ("de", "in der ersten Hälfte spielte das Orchester"),
        ("pl", "W pierwszej połowie koncertu grała orkiestra"),
        ("es", "los próximos 20 años"),
    ],
)
def test_the_half_of_something_else_is_no_date(language: str, text: str) -> None:
    assert values(text, language=language) == []


def test_a_day_with_its_weekday_gives_the_year_of_one_without_it() -> None:
    text = "Thursday, November 7. For four days, from October 28-31, films were shown. The tour ends in December 2019."
    assert values(text, None)[:2] == ["2019-11-07", "2019-10-28/2019-10-31"]


def test_a_page_dated_by_its_year_gives_years_only() -> None:
    assert values("They fly out tomorrow. It was signed on May 5.", "2018") == ["2018", "2018-05-05"]


def test_a_year_is_reckoned_from_an_anniversary() -> None:
    text = "They fly out tomorrow. It has been a sister city for 20 years, since 1993. The 20th anniversary is marked."
    assert values(text, None) == ["2013", "2013", "1993"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("From 18 November 2019. The next day, poets gather.", "2019-11-19"),
        ("It was opened on 18 November 2019. A day earlier, poets met.", "2019-11-17"),
        ("It began on 18 November 2019 and closed three days later.", "2019-11-21"),
        ("The pact goes back to 1993. Ten years on, it was renewed.", "2003"),
        ("Founded in 1993, it moved that year.", "1993"),
        ("It opened on 18 November 2019 and hangs until the 30th of the same month.", "2019-11-30"),
        ("It was founded in 1993 and moved the following year.", "1994"),
        ("In 1994, between April and July, it was closed.", "1994-04/1994-07"),
        ("Profit rose in the first quarter from a loss in the year-earlier period.", "2017-01/2017-03"),
    ],
)
def test_a_step_from_the_date_named_before(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    "text",
    [
        "The boy, aged 12, came.",
        "Call 555-2017 or +374 10 12 34 56.",
        "the 75th anniversary",
        "2 Min Read",
        "Sun Yebao opened the session.",
        "Jan Kubis and April Smith spoke.",
        "It may help. Theresa May spoke. They march on.",
        "the second act, the first time",
        "Spurs v Liverpool 1-2 (0-1). Lamela 90; Wijnaldum 39.",
        "It cost $2014 and 1,500 euros.",
        "pages 12-14, No. 5, room 2012",
        "COVID-19, G20, Boeing 747, ISO 9001",
        "Agenda 2030",
        "at 10:30 and 7 PM",
        "2023-08-17-tang-sach- 2",
        "https://example.org/2018/04/10/page-2018-04-10",
        "a five-day forum over the course of five days",
        "in the past few years, the next few days, these past months",
        "every Friday, on Saturdays",
        "the Sunday Times and the Good Friday Agreement",
        "2000 students came with 1500 guests",
        "3.5 billion people",
        "on the 13th floor",
        "half a century ago",
        "at 1900 GMT",
        "the Arab Spring; fall in prices",
        "31 February 2010",
        "in coming weeks",
        "two weeks after the vote, three days before the opening",
        "no later than the 15th of each month",
        "a man in his 80s, temperatures in the 80s",
        "a Christmas tree, Easter eggs",
        "He scored in the third quarter and the first half of the game.",
        "Open Monday to Friday, 9 a.m. to 5 p.m.",
    ],
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["Повестка 2030", "Цели Повестки 2030", "Видение 2030"])
def test_a_year_behind_a_word_of_plans_is_none_in_all_its_forms(text: str) -> None:
    assert found(text, language="ru") == []


def test_a_year_inside_a_name_is_marked() -> None:
    (mention,) = found("the pavilion at EXPO-2017 in Astana")
    assert (mention.value, mention.extra and mention.extra["in_name"], mention.confidence < 0.5) == ("2017", True, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [("twinned since 1964", "since"), ("open until 2020", "until"), ("by 2030", "by"), ("From 18 November", "from")],
)
def test_open_ends_are_told_as_direction(text: str, told: str) -> None:
    (mention,) = found(text)
    assert mention.extra
    assert mention.extra["direction"] == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3/4/2019", "2019-03-04"),
        ("3/4/2019 and 25/4/2019", "2019-04-03"),
        ("3/4/2019 and 4/25/2019", "2019-03-04"),
        ("3-4-2019", "2019-04-03"),
        ("3.4.2019", "2019-04-03"),
    ],
)
def test_the_page_decides_the_order_of_numbers(text: str, value: str) -> None:
    assert values(text)[0] == value


def test_the_pages_own_date_decides_the_order_of_numbers() -> None:
    assert values("Posted 10/4/2018. Due 6/5/2018.") == ["2018-04-10", "2018-05-06"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "8 мая 2021 г. состоялся концерт", "2021-05-08"),
        ("ru", "в марте 2020 года", "2020-03"),
        ("ru", "в 2014 году", "2014"),
        ("ru", "в 2015-2017 годах", "2015/2017"),
        ("ru", "Фестиваль пройдет с 3 по 5 мая.", "2018-05-03/2018-05-05"),
        ("ru", "Концерт состоялся 26 декабря.", "2017-12-26"),
        ("ru", "вчера", "2018-04-09"),
        ("ru", "на прошлой неделе", "2018-04-02/2018-04-08"),
        ("ru", "в прошлом году", "2017"),
        ("ru", "в следующем месяце", "2018-05"),
        ("ru", "В пятницу состоялась встреча.", "2018-04-06"),
        ("ru", "два года назад", "2016"),
        ("fr", "le 5 mai 2021", "2021-05-05"),
        ("fr", "le 1er mai 2021", "2021-05-01"),
        ("fr", "du 3 au 5 mai 2021", "2021-05-03/2021-05-05"),
        ("fr", "hier", "2018-04-09"),
        ("fr", "l'an dernier", "2017"),
        ("fr", "la semaine prochaine", "2018-04-16/2018-04-22"),
        ("fr", "vendredi prochain", "2018-04-13"),
        ("fr", "il y a deux ans", "2016"),
        ("es", "5 de mayo de 2021", "2021-05-05"),
        ("es", "14 de junio del 2020", "2020-06-14"),
        ("es", "del 3 al 5 de mayo de 2021", "2021-05-03/2021-05-05"),
        ("es", "el pasado 3 de mayo", "2017-05-03"),
        ("es", "pusieron en marcha este viernes el centro", "2018-04-06"),
        ("es", "previsto para la semana entrante", "2018-04-16/2018-04-22"),
        ("es", "el año pasado", "2017"),
        ("es", "ayer", "2018-04-09"),
        ("de", "8. Mai 2021", "2021-05-08"),
        ("de", "am 23.03. um 19 Uhr", "2018-03-23"),
        ("de", "Am Samstag, den 12.05.2018, um 19 Uhr", "2018-05-12"),
        ("de", "vom 3. bis 5. Mai 2021", "2021-05-03/2021-05-05"),
        ("de", "gestern", "2018-04-09"),
        ("de", "letzte Woche", "2018-04-02/2018-04-08"),
        ("de", "im vergangenen Jahr", "2017"),
        ("de", "seit 1964", "1964"),
        ("de", "vor zwei Jahren", "2016"),
        ("de", "Das Konzert wird am Freitag eröffnet.", "2018-04-13"),
        ("tr", "8 Mayıs 2021 tarihinde", "2021-05-08"),
        ("tr", "3-5 Mayıs 2021", "2021-05-03/2021-05-05"),
        ("tr", "2014 yılında", "2014"),
        ("tr", "dün", "2018-04-09"),
        ("tr", "KASIM 2023", "2023-11"),
        ("tr", "geçen yıl", "2017"),
        ("tr", "gelecek hafta", "2018-04-16/2018-04-22"),
        ("zh", "2021年5月8日，中国", "2021-05-08"),
        ("zh", "2014年5月", "2014-05"),
        ("zh", "4月8日在北京举行了", "2018-04-08"),
        ("zh", "2021年5月3日至5日", "2021-05-03/2021-05-05"),
        ("zh", "昨天", "2018-04-09"),
        ("zh", "上周五", "2018-04-06"),
        ("zh", "去年5月", "2017-05"),
        ("zh", "明年", "2019"),
        ("ar", "في 8 مايو 2021", "2021-05-08"),
        ("ar", "8 أيار/مايو 2021", "2021-05-08"),
        ("ar", "من 3 إلى 5 مايو 2021", "2021-05-03/2021-05-05"),
        ("ar", "أمس", "2018-04-09"),
        ("ar", "الأسبوع الماضي", "2018-04-02/2018-04-08"),
        ("ar", "العام الماضي", "2017"),
        ("uk", "8 травня 2021 року", "2021-05-08"),
        ("pl", "8 maja 2021 r.", "2021-05-08"),
        ("it", "l'8 maggio 2021", "2021-05-08"),
        ("it", "dal 3 al 5 maggio 2021", "2021-05-03/2021-05-05"),
        ("pt", "8 de maio de 2021", "2021-05-08"),
        ("nl", "8 mei 2021", "2021-05-08"),
        ("mk", "8 мај 2021", "2021-05-08"),
        ("mk", "минатата година", "2017"),
        ("sr", "8. maj 2021", "2021-05-08"),
        ("bg", "8 май 2021 г.", "2021-05-08"),
        ("ro", "8 mai 2021", "2021-05-08"),
        ("el", "8 Μαΐου 2021", "2021-05-08"),
        ("ja", "2021年5月8日", "2021-05-08"),
        ("ja", "昨年", "2017"),
        ("ko", "2021년 5월 8일", "2021-05-08"),
        ("ko", "2021년 5월 8일부터 10일까지", "2021-05-08/2021-05-10"),
        ("pt", "de 18 a 20 de novembro de 2024", "2024-11-18/2024-11-20"),
        ("ru", "Сентябрь 05 2023,15:30", "2023-09-05"),
        ("vi", "ngày 8 tháng 5 năm 2021", "2021-05-08"),
        ("id", "8 Mei 2021", "2021-05-08"),
        ("fa", "8 مه 2021", "2021-05-08"),
        ("fa", "۸ مه ۲۰۲۱", "2021-05-08"),
        ("he", "8 במאי 2021", "2021-05-08"),
        ("hi", "8 मई 2021", "2021-05-08"),
        ("kk", "2021 жылғы 8 мамыр", "2021-05-08"),
        ("kk", "8 мамырда 2021", "2021-05-08"),
        ("az", "8 may 2021", "2021-05-08"),
        ("hy", "2021 թ. մայիսի 8", "2021-05-08"),
        ("hy", "8 մայիսի 2021", "2021-05-08"),
        ("ka", "8 მაისს 2021", "2021-05-08"),
        ("cs", "8. května 2021", "2021-05-08"),
        ("cs", "8. 5. 2021", "2021-05-08"),
        ("hu", "2021. május 8-án", "2021-05-08"),
        ("sv", "den 8 maj 2021", "2021-05-08"),
        ("lt", "2021 m. gegužės 8 d.", "2021-05-08"),
        ("uz", "8-may 2021", "2021-05-08"),
        ("ja", "令和6年5月3日に開館", "2024-05-03"),
        ("ja", "平成30年4月", "2018-04"),
        ("ja", "昭和六十三年", "1988"),
        ("ja", "先週の金曜日に", "2018-04-06"),
        ("ja", "来月5日に", "2018-05-05"),
        ("zh", "二〇一八年四月十日", "2018-04-10"),
        ("zh", "五月十五日", "2018-05-15"),
        ("zh", "今年第三季度", "2018-07/2018-09"),
        ("zh", "80年代", "198X"),
        ("th", "5 พฤษภาคม 2561", "2018-05-05"),
        ("th", "พ.ศ. 2561", "2018"),
        ("fa", "۲۱ فروردین ۱۳۹۷", "2018-04-10"),
        ("fa", "مهر ۱۴۰۰", "2021-09-23/2021-10-22"),
        ("ar", "في 5 رمضان 1439 هـ", "2018-05-20~"),
        ("tr", "Ramazan 1439", "2018-05-16~/2018-06-14~"),
        ("fr", "dans les années 80", "198X"),
        ("fr", "au troisième trimestre 2017", "2017-07/2017-09"),
        ("fr", "le lundi de Pâques", "2018-04-02"),
        ("fr", "il y a deux années", "2016"),
        ("de", "in den 80er Jahren", "198X"),
        ("de", "am Ostersonntag", "2018-04-01"),
        ("es", "los años 1990", "199X"),
        ("es", "el Viernes Santo", "2018-03-30"),
        ("it", "negli anni '80", "198X"),
        ("it", "lunedì della scorsa settimana", "2018-04-02"),
        ("pt", "no terceiro trimestre de 2017", "2017-07/2017-09"),
        ("ru", "в 80-е годы", "198X"),
        ("ru", "в третьем квартале 2017 года", "2017-07/2017-09"),
        ("ru", "на Пасху", "2018-04-08"),
        ("ru", "во второй половине этого года", "2018-07/2018-12"),
        ("ru", "во второй половине года", "2018-07/2018-12"),
        ("ru", "в первой половине мая", "2018-05"),
        ("uk", "у другій половині цього року", "2018-07/2018-12"),
        ("pl", "w drugiej połowie tego roku", "2018-07/2018-12"),
        ("pl", "w miniony weekend", "2018-04-07/2018-04-08"),
        ("pl", "od wtorku do piątku odwiedzili", "2018-04-03/2018-04-06"),
        ("de", "in der zweiten Hälfte dieses Jahres", "2018-07/2018-12"),
        ("de", "am Montagabend fand es statt", "2018-04-09"),
        ("fr", "dans la seconde moitié de 2017", "2017-07/2017-12"),
        ("fr", "Ils ont visité la ville ce week-end.", "2018-04-07/2018-04-08"),
        ("fr", "samedi 7 et dimanche 8 avril", "2018-04-07/2018-04-08"),
        ("es", "en la segunda mitad de este año", "2018-07/2018-12"),
        ("es", "sábado 7 y domingo 8 de abril", "2018-04-07/2018-04-08"),
        ("fr", "le week-end avant Noël 2017", "2017-12-23/2017-12-24"),
        ("it", "questa estate", "2018-22"),
        ("pt", "neste verão", "2018-22"),
        ("ru", "этим летом", "2018-22"),
        ("mk", "ова лето", "2018-22"),
        ("ar", "هذا الصيف", "2018-22"),
        ("ru", "2010-е годы", "201X"),
        ("uk", "2010-ті роки", "201X"),
        ("mk", "2010-тите години", "201X"),
        ("mk", "пред десет години", "2008"),
        ("tr", "1964'te kuruldu", "1964"),
        ("tr", "1964'ten beri", "1964"),
        ("zh", "2018年2月至3月", "2018-02/2018-03"),
        ("zh", "展览将于10月5日开幕。", "2018-10-05"),
        ("zh", "音乐会将在10月举行", "2018-10"),
        ("zh", "展览于10月5日举行了", "2017-10-05"),
        ("ar", "سيفتتح المعرض في 5 أكتوبر", "2018-10-05"),
        ("ar", "سيفتتح المعرض في أكتوبر", "2018-10"),
        ("pl", "Wystawa zostanie otwarta w październiku.", "2018-10"),
        ("it", "nel secondo semestre di quest'anno", "2018-07/2018-12"),
        ("it", "nello scorso fine settimana", "2018-04-07/2018-04-08"),
        ("pt", "no último fim de semana", "2018-04-07/2018-04-08"),
        ("pt", "no próximo dia 20", "2018-04-20"),
        ("tr", "geçen hafta sonu", "2018-04-07/2018-04-08"),
        ("ar", "النصف الثاني من العام الجاري", "2018-07/2018-12"),
        ("zh", "4月5日、6日", "2018-04-05/2018-04-06"),
        ("zh", "4月5日和6日", "2018-04-05/2018-04-06"),
        ("zh", "5日至6日，代表团访问", "2018-04-05/2018-04-06"),
    ],
)
def test_other_languages(language: str, text: str, value: str) -> None:
    assert values(text, language=language) == [value]


@pytest.mark.parametrize("language", [code for code in known() if table(code, "dates").get("cldr")])
def test_every_language_knows_its_twelve_months(language: str) -> None:
    months = table(language, "dates")["cldr"]["months"]
    missing = [m for number, forms in enumerate(months, 1) for m in forms[:1]
               if values(f"5 {m.capitalize()} 2021", language=language) != [f"2021-{number:02}-05"]]  # fmt: skip
    # Chinese, Japanese, Korean and Vietnamese number their months.
    assert not missing or language in ("zh", "ja", "ko", "vi"), missing


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Updated : 2024-05-10Source : CCFAO", "2024-05-10"),
        ("zibo.gov.cn| Updated: July 29, 2022", "2022-07-29"),
        ("Created at : 3.03.2017, 00:00", "2017-03-03"),
        ("28-06-2015 17:08:10", "2015-06-28"),
        ("Published : March 8, 2017 - 13:42", "2017-03-08"),
        ("By ANI | Published: March 21, 2023 5:45 AM", "2023-03-21"),
        ("2018/09/16 03:34", "2018-09-16"),
        ("///nCa, 17 November 2024", "2024-11-17"),
        ("Nov. 20, 2017", "2017-11-20"),
        ("BEIJING, Dec. 3 (Xinhua) --", None),
        ("2017-12-06 08:34:35", "2017-12-06"),
        ("2024-05-10T08:00:00Z", "2024-05-10"),
        ("Tuesday, October 11, 2022", "2022-10-11"),
    ],
)
def test_lines_of_a_page(line: str, value: str | None) -> None:
    assert [m.value for m in dates.explicit(line)] == [value]


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("le 5 mai 2021", "fr", "2021-05-05"),
        ("5 de mayo de 2021", "es", "2021-05-05"),
        ("2021年5月8日", "zh", "2021-05-08"),
        ("8. Mai 2021", "de", "2021-05-08"),
        ("8 мая 2021 г.", "ru", "2021-05-08"),
        ("Опубликовано: 28.06.2015", "ru", "2015-06-28"),
    ],
)
def test_lines_of_a_page_in_other_languages(line: str, language: str, value: str) -> None:
    assert [m.value for m in dates.explicit(line, languages=(language, "en"))] == [value]


def test_a_line_tells_no_relative_date() -> None:
    assert dates.explicit("2 days ago | yesterday | Friday") == []


def test_a_caller_sets_the_order_of_a_line() -> None:
    assert [m.value for m in dates.explicit("3/4/2019", order="dmy")] == ["2019-04-03"]


def test_the_day_of_the_page_is_listed_among_what_is_named() -> None:
    page = "Cork puppets\n\nPublished: 14 March 2019\n\nThe troupe played on Tuesday, and this time without curtains."
    days = [(m.text, m.value) for m in named(suggest(prepare(page))) if m.kind == "date"]
    assert days == [("14 March 2019", "2019-03-14"), ("Tuesday", "2019-03-12")]


def test_furniture_is_not_read() -> None:
    text = "Posted 5 May 2019\nThey met on 6 May 2019."
    article = Article(text, language="en", published=PUBLISHED, furniture=((0, 17),))  # type: ignore[arg-type]
    assert [m.value for m in dates.find(Document(article))] == ["2019-05-06"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "ru", "zh", "tr", "ar", "kk"]))
def test_any_text_gives_valid_mentions_in_order(text: str, language: str) -> None:
    mentions = found(text, language=language)
    body = Document(Article.of(text)).text
    assert all(m.text == body[m.start : m.end] for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(m.value is None or edtf.is_valid(m.value) for m in mentions)


_WORDS = st.sampled_from(
    """on in the of from to - and , . / ( ) 5 12 31 1999 2018 2-5 05/06/07 May March Mon Friday last next this week
    year ago two earlier later since until by 1990s spring yesterday day before first quarter""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=25), st.sampled_from([PUBLISHED, None, "2018", "2018-02", "0001-01-01", "9999-12-31"]))
def test_any_row_of_date_words_gives_valid_mentions_in_order(words: list[str], published: str | None) -> None:
    mentions = found(" ".join(words), published)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(m.value is None or edtf.is_valid(m.value) for m in mentions)


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(["ar", "de", "fr", "ja", "ko", "ru", "tr", "zh"]))
def test_any_row_of_the_date_words_of_a_language_gives_valid_mentions(data: st.DataObject, language: str) -> None:
    forms = sorted(vocabulary((language,)).heads)
    numbers = st.sampled_from(["5", "31", "1999", "05/06/07", "१९८٠", "٢१s", "-", ",", "."])
    words = data.draw(st.lists(st.sampled_from(forms) | numbers, max_size=20))
    published = data.draw(st.sampled_from([PUBLISHED, None, "0001-01-01", "9999-12-31"]))
    mentions = found(data.draw(st.sampled_from(["", " "])).join(words), published, language=language)
    assert all(m.value is None or edtf.is_valid(m.value) for m in mentions)


@pytest.mark.parametrize(
    ("language", "text"), [("zh", "去年5日在北京"), ("ja", "昨年5日に東京で"), ("ko", "작년 5일 서울")]
)
def test_a_day_behind_last_year_is_a_date_of_that_year(language: str, text: str) -> None:
    assert [m.value for m in found(text, language=language)] == ["2017"]


@pytest.mark.parametrize(
    "text", ["the १२80s", "the 1980s", "the ١٩٨٠s", "the 80s", "the 0100s", "the 1900s", "the 2000s"]
)
def test_a_decade_in_digits_of_any_script_is_one_that_can_be_stored(text: str) -> None:
    assert [edtf.is_valid(str(m.value)) for m in found(text)] == [True]


def test_the_last_quarter_before_the_first_year_is_none() -> None:
    assert values("in the fourth quarter, sales rose", "0001-01-01") == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Compraron más de 2000 libros."),
        ("fr", "Il y a plus de 2000 livres."),
        ("it", "Ci sono più di 2000 libri."),
        ("pt", "Compraram mais de 2000 livros."),
    ],
)
def test_what_is_more_than_a_number_is_no_year(language: str, text: str) -> None:
    assert found(text, language=language) == []


def test_about_a_year_is_that_year() -> None:
    assert [m.value for m in found("Se fundó cerca de 2010.", language="es")] == ["2010"]


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "5 May, 6 May 2018, ",
        "5 ",
        "1, ",
        "May ",
        "Jan, Feb, ",
        "to ",
        "the day ",
        "5-",
        "1.2.",
        "x",
        "Friday, ",
        "(",
        "年",
    ],
)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_time_grows_with_length_only(unit: str, published: str | None) -> None:
    import time

    def seconds(size: int) -> float:
        document = Document(Article.of(unit * (size // len(unit)), published=published, language="en"))
        _ = document.words, document.sentences
        begin = time.perf_counter()
        dates.find(document)
        return time.perf_counter() - begin

    seconds(1000)
    # All of both is read; a tenth of the length would take a hundredth of the time if time grew with its square.
    long, short = (min(seconds(size) for _ in range(3)) for size in (90_000, 9_000))
    assert long < 40 * max(short, 0.001)


def test_a_date_is_confident_only_where_it_is_stated() -> None:
    stated, relative = found("on 5 May 2018, two years ago")
    assert stated.confidence > relative.confidence


def test_a_quarter_far_back_is_no_error() -> None:
    page = date_page.Page(date(1, 1, 1), "day", lambda: date(2026, 1, 1))
    assert page.named == {}
    assert values("last year", "0001-01-01") == [None]


def test_what_a_stretch_tells_does_not_hang_on_the_page_that_had_it_first() -> None:
    assert not values("A ticket costs $1937 there, and the choir may sing.")
    assert values("The Rio 1937 fair") == ["1937"]
    assert values("The fair will be held in May.") == ["2018-05"]
    assert not values("A ticket costs $1937 there.")


def test_a_day_of_a_list_that_its_month_lacks_has_no_value() -> None:
    assert values("It was shown on 4 and 31 September in Rome.") == ["2017-09-04", None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It runs through 17 June."),
        ("fr", "L'exposition se visite jusqu'au 17 juin."),
        ("es", "Estará abierta hasta el 17 de junio."),
        ("pt", "O festival decorre até 17 de junho."),
        ("it", "La mostra resta aperta fino al 17 giugno."),
        ("de", "Die Schau ist bis zum 17. Juni zu sehen."),
        ("ru", "Выставка продлится до 17 июня."),
        ("uk", "Виставка триватиме до 17 червня."),
        ("mk", "Изложбата ќе трае до 17 јуни."),
        ("zh", "展览将持续至6月17日。"),
    ],
)
def test_until_when_is_told_in_every_language_with_events(language: str, text: str) -> None:
    (date_,) = found(text, language=language)
    assert (date_.extra or {}).get("direction") == "until"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The repairs go on between May 2019 and November 2020."),
        ("fr", "Les travaux durent entre mai 2019 et novembre 2020."),
        ("es", "Las obras duran entre mayo de 2019 y noviembre de 2020."),
        ("pt", "As obras decorrem entre Maio de 2019 e Novembro de 2020."),
        ("de", "Zwischen Mai 2019 und November 2020 wird gebaut."),
    ],
)
def test_between_a_month_and_one_of_another_year_is_a_span(language: str, text: str) -> None:
    assert values(text, language=language) == ["2019-05/2020-11"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dal 3 all'8 maggio saranno a Bari.", "2018-05-03/2018-05-08"),
        ("Dal 3 all’11 maggio saranno a Bari.", "2018-05-03/2018-05-11"),
        ("La mostra chiude l'11 maggio 2018.", "2018-05-11"),
    ],
)
def test_an_elided_article_before_a_day_is_no_sign_of_a_year(text: str, value: str) -> None:
    assert values(text, language="it") == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The show opened on 3 April and stays until 6 May. On the same evening a pact was signed."),
        ("de", "Die Schau begann am 3. April und bleibt bis zum 6. Mai. Am selben Tag wurde ein Vertrag geschlossen."),
        ("pt", "A mostra abriu a 3 de abril e decorre até 6 de maio. No mesmo dia foi assinado um acordo."),
    ],
)
def test_the_same_day_is_not_the_one_until_which_something_lasts(language: str, text: str) -> None:
    assert values(text, language=language)[-1] == "2018-04-03"


def test_a_word_for_since_looks_ahead_where_it_means_from() -> None:
    assert values("Desde junio seguirán un curso en Lima.", language="es") == ["2018-06"]


def test_a_word_for_since_looks_back_with_a_verb_of_the_past() -> None:
    assert values("Desde junio trabajaron en Lima.", language="es") == ["2017-06"]


def test_days_of_the_month_told_before_are_of_that_month() -> None:
    text = "They toured Chile in January: they played on the 14th and on the 16th."
    assert values(text) == ["2018-01", "2018-01-14", "2018-01-16"]


def test_a_month_on_a_page_without_date_is_near_a_full_date_of_the_page() -> None:
    text = "The dig began on 8 January 2013. It goes on until the end of February."
    assert values(text, None) == ["2013-01-08", "2013-02"]


def test_a_month_far_from_every_full_date_of_a_page_without_date_is_not_resolved() -> None:
    assert values("The dig began on 8 January 2013. A book comes out in October.", None)[1] is None


def test_a_verb_of_the_present_behind_a_month_looks_ahead() -> None:
    assert values("In November, four teachers from our schools travel to Paro.") == ["2018-11"]
