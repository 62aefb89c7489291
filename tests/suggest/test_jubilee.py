"""The year of a page without a date, by arithmetic on the numbers of years that it tells."""

from __future__ import annotations

import time

import pytest

from culturex.model.article import Article
from culturex.suggest import prepare, suggest
from culturex.suggest.document import Document
from culturex.suggest.events import read
from culturex.suggest.mentions.dates import finder

TOLD = {
    # a day with its weekday fits
    "Three decades after the two towns were twinned the pact was renewed on Monday, July 18. It began in 1986.": "2016",
    # the number is told twice, and no other year is
    "For 50 years the choirs of Oulu and Halle have sung together. The 50 years began with a letter of 1973.": "2023",
    # an anniversary of the number is kept
    "Half a century on, pupils still come; the 50th anniversary is kept on Sunday. The first came in 1968.": "2018",
    # the number stands beside the year
    "Whitmoor and Yubari have been twin towns since 1998, so this year makes it 20 years.": "2018",
    # the number nearest to the year is the one that is counted from it
    "Whitmoor and Yubari are twins since 1998, so it makes 20 years. For 7 years before there were letters.": "2018",
    # the number is told twice, and the sum is named
    "The partnership of 1994 has lasted for 25 years. Its 25 years are told in a book of 2019.": "2019",
}
# Pages in other languages, by their words for an anniversary.
TOLD_ABROAD = {
    "de": ("Die Partnerschaft wurde 1993 gegründet und feiert ihr 25-jähriges Bestehen.", "2018"),
    "es": ("El festival celebra su 20 aniversario. Nació en 1998.", "2018"),
    "fr": ("Le jumelage signé en 1993 fête son 25e anniversaire.", "2018"),
    "it": ("Il gemellaggio, nato nel 1993, festeggia il 25° anniversario.", "2018"),
    "mk": ("Дипломатските односи се воспоставени во 1992 година. Оваа година се одбележува 30-годишнината.", "2022"),
    "pl": ("Partnerstwo podpisano w 1993 roku. W tym roku obchodzimy 25-lecie współpracy.", "2018"),
    "pt": ("A geminação, assinada em 1993, comemora o seu 25.º aniversário.", "2018"),
    "ru": ("Дипломатические отношения установлены в 1992 году. В этом году отмечается их 30-летие.", "2022"),
    "uk": ("Дипломатичні відносини встановлено 1992 року. Цього року відзначається 30-річчя відносин.", "2022"),
    "zh": ("今年是两国建交30周年。两国于1980年建交。", "2010"),
}
UNTOLD = [
    "More than 30 years have passed since 1985.",
    "She spoke on behalf a century of women. The museum dates from 1950.",
    "The museum was opened in 1950. Its director has worked there for 30 years.",
    "The choir, 30 years old, was founded in 1990 and toured in 1995 and 2001.",
    # the weekday speaks against it
    "On Wednesday, July 18, the pact was renewed for 30 years. The 30th anniversary of the pact of 1986 is kept.",
    "The prize of 12 years ago, in 1999, is worth 40 years of work; 20 years on, in 1988, it was given to him again.",
]


def _years(text: str) -> list[str]:
    return [str(m.value) for m in read(prepare(text)).mentions if m.rule == "dates.jubilee"]


@pytest.mark.parametrize("text", TOLD)
def test_the_year_is_the_sum(text: str) -> None:
    assert _years(text) == [TOLD[text]]


@pytest.mark.parametrize("language", TOLD_ABROAD)
def test_an_anniversary_is_told_in_other_languages(language: str) -> None:
    text, year = TOLD_ABROAD[language]
    found = finder.find(Document(Article.of(text, published=None, language=language)))
    assert [m.value for m in found if m.rule == "dates.jubilee"] == [year]


@pytest.mark.parametrize("text", UNTOLD)
def test_one_number_and_one_year_alone_are_no_sum(text: str) -> None:
    assert _years(text) == []


def test_a_number_that_is_part_of_a_date_is_no_mention_of_its_own() -> None:
    assert _years("May 2-5 year 1999") == []


def test_a_page_with_a_date_needs_none() -> None:
    assert (
        _years("Sister cities\n\n4 May 2015\n\nFor 50 years, since 1965, they have met; the 50th anniversary is near.")
        == []
    )


def test_days_without_a_year_are_of_that_year() -> None:
    text = (
        "Northport and Himeji renew their pact\n\nThree decades after the two became sister cities the pact was signed "
        "anew on Monday, July 18, by the mayors of Northport, Canada, and Himeji, Japan. Friends have come since 1986."
    )
    assert suggest(prepare(text)).events[0].date == "2016-07-18"


def test_a_weekday_fits_the_year_of_the_copyright_line() -> None:
    text = "A convoy set off from Cornwall on Friday, May 11, and reached Kosovo.\n\n(c) Northport Rotary 2012\n"
    (day,) = [m for m in read(prepare(text)).mentions if m.kind == "date" and "weekday" in (m.extra or {})]
    assert day.value == "2012-05-11"


def test_a_letter_that_grows_when_written_small_moves_no_quote() -> None:
    article = prepare("İİİİ met in İzmir. Half a century after 1968, pupils still come.")
    (told,) = [m for m in read(article).mentions if m.rule == "dates.jubilee"]
    assert article.text[told.start : told.end] == "Half a century"


@pytest.mark.parametrize(
    "half",
    [
        ("For 30 years they met. ", "It began in 1986. "),
        ("They met on June 2. ", "They met on Saturday, July 2. "),
        ("They met in June. ", "They met on Saturday, July 2. "),
    ],
)
def test_time_grows_with_length_only(half: tuple[str, str]) -> None:
    def seconds(times: int) -> float:
        text = "On Monday, July 18, they met. " + half[0] * times + half[1] * times
        document = Document(Article.of(text, language="en"))
        _ = document.words, document.sentences
        begin = time.process_time()
        finder.find(document)
        return time.process_time() - begin

    seconds(20)
    assert seconds(1600) < 20 * max(seconds(200), 0.005)


def test_a_page_without_a_day_is_of_the_year_of_the_edition_that_it_names() -> None:
    text = (
        "Choirs from Malta sing in Riga\n\nFive choirs from Malta take part in the Baltic Song Week 2018 in Riga. "
        "The week opens on 4 June. In 2015 they had been there for the first time.\n"
    )
    assert [m.value for m in suggest(prepare(text)).mentions if m.text == "4 June"] == ["2018-06-04"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Baltic Song Week was given to Riga in 2018.",
        "The Baltic Song Week 2018 is over, that of 2019 was planned with Malta.",
        "Since Baltic Weeks 2018 and Nordic Weeks 2017 the choirs know each other.",
    ],
)
def test_another_year_is_not_that_of_the_page(sentence: str) -> None:
    text = f"Choirs from Malta sing in Riga\n\n{sentence} The choirs come to Riga on 4 June.\n"
    assert [m.value for m in suggest(prepare(text)).mentions if m.text == "4 June"] == [None]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "They came last year (2017). The choir sings on May 29.", "2018-05-29"),
        ("en", "The pact is 35 years old this year, 2018. The choir sings on May 29.", "2018-05-29"),
        ("es", "La gira de este año, 2019, empezó el 3 de mayo.", "2019-05-03"),
        ("de", "In diesem Jahr (2016) feiern sie. Am 3. Mai kamen die Gäste.", "2016-05-03"),
    ],
)
def test_a_page_may_say_which_year_this_year_is(language: str, text: str, value: str) -> None:
    assert value in {m.value for m in finder.find(Document(Article.of(text, language=language)))}
