"""Which occurrences a page has: what stands beside the main event, and what only covers, rests on or houses it."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = "{}\n\nPublished: 10 May 2024\n\n{}\n"


def told(headline: str, *sentences: str) -> list[tuple[str | None, str | None]]:
    """Return type and date of the events of a page."""
    return [(e.type, e.date) for e in suggest(prepare(PAGE.format(headline, "\n\n".join(sentences)))).events]


def types(headline: str, *sentences: str) -> list[str | None]:
    """Return the types of the events of a page."""
    return [kind for kind, _ in told(headline, *sentences)]


VISIT = "A delegation of the University of Maribor, Slovenia, visited Hanoi, Vietnam, from 6 to 9 May 2024."


def test_the_instrument_may_be_spoken_of_twice() -> None:
    events = told(
        "Guests from Maribor in Hanoi",
        VISIT,
        "The framework agreement of the two universities was concluded in 2016.",
        "The agreement was signed by the rectors of that time.",
    )
    assert [e for e in events if e[0] == "agreement"] == [("agreement", "2016")]


def test_an_instrument_told_by_its_year_is_an_event() -> None:
    sentence = "Malta and Fiji cooperate in this field on the basis of the agreement on education of 1996."
    assert ("agreement", "1996") in told("Guests from Maribor in Hanoi", VISIT, sentence)


def test_a_contract_on_a_grant_is_one_event() -> None:
    sentence = (
        "The Embassy of Japan and a school in Lusaka, Zambia, signed a grant contract of USD 80,000 on 8 May 2024."
    )
    assert types("Japan and Zambia sign a contract", sentence) == ["agreement"]


CAMP = "From 1 to 20 July 2024 thirty young people from Latvia and Poland will live in a youth camp near Cēsis, Latvia."


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("On 14 July 2024 the youth orchestra of Gdynia, Poland, plays in the church of Cēsis.", "performance"),
        ("On 18 July 2024 a memorial stone is unveiled in the cemetery of Cēsis.", "opening"),
    ],
)
def test_items_of_a_programme_may_be_told_by_a_verb(sentence: str, item: str) -> None:
    assert item in types("Young Poles and Latvians in a youth camp", CAMP, sentence)


def test_the_words_of_the_main_event_may_tell_an_earlier_time_of_it() -> None:
    headline = "Maltese choir sings in Fiji"
    lead = "The Malta Youth Choir gave a concert in Suva, Fiji, in 2019, and its singers are to be heard there again."
    sentence = "The choir will sing at the University of the South Pacific on 24 May 2024."
    assert types(headline, lead, sentence) == ["performance", "performance"]


def test_the_opening_of_a_festival_is_no_item_of_it() -> None:
    sentence = "The solemn opening will be in the Philharmonic Hall."
    headline = "Days of Georgian Culture to start in Oslo on Monday"
    lead = "The Days of Georgian Culture will be held in Oslo, Norway, from 13 to 16 May 2024."
    assert types(headline, lead, sentence) == ["festival"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The book fair of Lagos gave the Foundation of the Museum a visit, said the Library Foundation.",
        "The director told a press conference on Thursday that it was a beginning.",
        "A free trade agreement between Malta and Fiji took effect in 2014.",
        "It was set up with the Embassy of Malta in Suva, and may be seen until 30 May 2024.",
        "The posters were unveiled at the National Museum of Fiji by the Institute of Design on 8 May 2024.",
    ],
)
def test_words_of_names_and_houses_tell_no_event(sentence: str) -> None:
    lead = "An exhibition of posters from Malta opened in Suva, Fiji, on 8 May 2024."
    assert {"opening", "conference", "agreement", "donation"}.isdisjoint(
        types("Posters of Malta in Suva", lead, sentence)
    )


def test_act_and_thing_of_two_clauses_tell_nothing_together() -> None:
    sentence = "The group of dancers from Praia had to stay at home: the visas arrived too late."
    lead = "The Cape Verde film week opened in Porto, Portugal, on 8 May 2024."
    assert "visit" not in types("Cape Verde on the screens of Porto", lead, sentence)


def test_a_german_compound_has_something_before_its_last_part() -> None:
    text = (
        "Lehrer aus Ghana in Kassel\n\n10. Mai 2024\n\nDie Gäste aus Ghana bleiben zwei Wochen in Kassel, Deutschland."
    )
    assert "festival" not in [e.type for e in suggest(prepare(text)).events]
    text = "Kino aus Ghana in Kassel\n\n10. Mai 2024\n\nDie Filmwoche aus Ghana begann am 8. Mai 2024 in Kassel."
    assert [e.type for e in suggest(prepare(text)).events] == ["festival"]


def test_the_day_until_which_to_apply_is_none_of_the_event() -> None:
    lead = "The summer school for translators from Peru will be held in Tartu, Estonia, from 1 to 9 July 2024."
    events = told("Translators of Peru in Tartu", lead, "Applications are welcome until 20 June 2024.")
    assert ("course", "2024-07-01/2024-07-09") in events


def test_two_dates_of_one_instrument_are_two_events() -> None:
    sentence = "The twinning agreement was signed in Lugano, Switzerland, in May 1997 and was renewed in Suva in 2009."
    events = told("Guests from Maribor in Hanoi", VISIT, sentence)
    assert {("agreement", "1997-05"), ("agreement", "2009")} <= set(events)


def test_where_something_happens_is_no_event_of_its_own() -> None:
    text = (
        "Aprendices de Bolivia en Austria\n\n10 de mayo de 2024\n\nEn julio tres aprendices de Sucre, Bolivia, "
        "viajarán a Linz, Austria, para una pasantía de seis meses en el taller de un organero."
    )
    assert [e.type for e in suggest(prepare(text)).events] == ["exchange"]


def test_those_who_take_part_are_no_exchange() -> None:
    lead = "A summer school on lace was held in Riga, Latvia, from 2 to 9 May 2024."
    side = "Twenty students from Peru and Latvia learned there to read old patterns."
    assert types("A summer school on lace", lead, side) == ["course"]


@pytest.mark.parametrize(
    "hall", ["conference hall", "vocational training center", "festival grounds", "exhibition rooms"]
)
def test_a_house_for_events_is_none(hall: str) -> None:
    events = types("Malta gives a house to Suva", f"Malta opened a {hall} in Suva, Fiji, on 8 May 2024.")
    assert {"conference", "course", "festival", "exhibition"}.isdisjoint(events)


def test_an_office_for_training_is_no_training() -> None:
    side = "Minister of Vocational Training Ana Tui thanked the guests in Suva."
    lead = "A library, a gift of Malta, was opened in Suva, Fiji, on 8 May 2024."
    assert "course" not in types("Malta gives a library to Suva", lead, side)


JOURNEYS = {
    "In August four teachers from Suva, Fiji, travel to Valletta, Malta, for a month.": "exchange",
    "Twelve residents of Tartu, Estonia, are landing in Lima, Peru, on 28 May 2024.": "visit",
    "On 14 May 2024 ten nurses of Malta were deployed to the flooded villages of Fiji.": "donation",
}


@pytest.mark.parametrize("sentence", JOURNEYS)
def test_journeys_are_told_by_who_goes(sentence: str) -> None:
    assert types("News from abroad", sentence)[:1] == [JOURNEYS[sentence]]


def test_another_edition_is_told_by_an_ordinal() -> None:
    lead = "A summer school on lace was held in Riga, Latvia, with twelve weavers from Peru from 2 to 9 May 2024."
    events = told(
        "A summer school on lace", lead, "It was the third of its kind; the first took place in Cusco in 2019."
    )
    assert events == [("course", "2024-05-02/2024-05-09"), ("course", "2019")]


def test_the_first_edition_of_a_book_is_no_event_of_a_festival() -> None:
    side = "The first edition of the novel was sold out."
    lead = "A festival of films from Malta opened in Suva, Fiji, on 8 May 2024."
    assert types("Malta's films in Suva", lead, side) == ["festival"]


def test_a_meeting_of_several_days_is_a_visit() -> None:
    lead = "From 6 to 9 May 2024 Lugano, Switzerland, received a delegation from Suva, Fiji, led by the mayor Ana Tui."
    assert told("Guests from the Pacific", lead)[:1] == [("visit", "2024-05-06/2024-05-09")]


def test_an_event_spoken_of_as_known_is_the_main_one() -> None:
    lead = "A colloquium on the museums of Benin was held in Porto, Portugal, from 6 to 8 May 2024."
    side = "The colloquium was also the occasion for a walk on 9 May 2024."
    assert types("Museums of Benin in Porto", lead, side) == ["conference"]


def test_young_people_may_be_told_by_their_country_alone() -> None:
    lead = "A reading room of the American Embassy opened in Suva, Fiji, on 8 May 2024."
    side = "Five young Fijians left in January 2024 for universities in the United States."
    assert ("exchange", "2024-01") in told("A reading room in Suva", lead, side)


GOING_TO_LEARN = {
    "Six nurses from Suva, Fiji, are going to Valletta, Malta, for training in July.": "en",
    "У липні четверо реставраторів зі Львова поїдуть на двотижневий курс до Тарту, Естонія.": "uk",
}


@pytest.mark.parametrize("sentence", GOING_TO_LEARN)
def test_who_goes_to_learn_takes_a_course(sentence: str) -> None:
    text = f"Новини\n\n10 травня 2024\n\n{sentence}\n" if GOING_TO_LEARN[sentence] == "uk" else None
    events = suggest(prepare(text or PAGE.format("News from abroad", sentence))).events
    assert [e.type for e in events] == ["course"]


def test_a_concert_is_no_part_of_a_restoration() -> None:
    lead = "The restoration of the organ of Suva, Fiji, by masters from Malta was completed in May 2024."
    side = "A concert of an organist from Malta will be heard there on 15 May 2024."
    assert ("performance", "2024-05-15") in told("The organ of Suva restored", lead, side)


def test_an_agreement_kept_since_a_year_is_not_the_one_signed_on_a_day_without_a_year() -> None:
    text = (
        "Two universities sign a memorandum\n\nA memorandum of understanding was signed on April 8 by the University "
        "of Split in Croatia and the University of Linz in Austria. There has been a cooperation agreement since 2018, "
        "and forty students from Austria were taken in by the University of Split."
    )
    assert [e.date for e in suggest(prepare(text)).events if e.type == "agreement"] == [None, "2018"]
