"""The events of whole articles: the rules one by one on short texts, and properties that hold for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.model import codebook
from culturex.model.check import check
from culturex.suggest import Known, Suggestion, prepare, suggest, to_dict

PAGE = "Cultural page\n\n{}\n\nPublished: 10 May 2024\n"


def read(text: str, **facts: str) -> Suggestion:
    return suggest(prepare(text, **facts))


def main_of(text: str, **facts: str):  # type: ignore[no-untyped-def]
    events = read(text, **facts).events
    assert events, "no event found"
    return events[0]


LEADS = {
    "conference": "A symposium on Polish poetry was held in Vilnius, Lithuania, on 3 May 2024.",
    "exhibition": "An exhibition of Dutch paintings opened at the Gallery in Jakarta, Indonesia, on 3 May 2024.",
    "festival": "A Spanish film week was held in Manila, the Philippines, on 3 May 2024.",
    "performance": "The Oslo Philharmonic from Norway gave a concert in Hanoi, Vietnam, on 3 May 2024.",
    "course": "A French choreographer gave a workshop for young dancers in Dakar, Senegal, on 3 May 2024.",
    "exchange": "Twenty students from Chile are spending a year at schools in Finland under a student exchange.",
    "competition": "The Chinese Bridge contest for students took place in Lima, Peru, on 3 May 2024.",
    "opening": "The Korean embassy opened a Korean library in Sofia, Bulgaria, on 3 May 2024.",
    "award": "Kenyan novelist Ann Otieno was awarded the Order of Arts by the French ambassador in Nairobi, Kenya.",
    "donation": "Japan donated 500 books to the National Library of Laos in Vientiane on 3 May 2024.",
    "agreement": "The culture ministers of Cuba and Angola signed an agreement on cooperation in Luanda on 3 May 2024.",
    "visit": "A delegation of Icelandic museum directors visited Tallinn, Estonia, on 3 May 2024.",
    "research": "A joint excavation by German and Jordanian archaeologists began at a temple near Amman, Jordan.",
}


@pytest.mark.parametrize("kind", LEADS)
def test_the_lead_tells_the_type(kind: str) -> None:
    assert main_of(PAGE.format(LEADS[kind])).type == kind


@pytest.mark.parametrize("kind", LEADS)
def test_every_quote_stands_where_it_says(kind: str) -> None:
    found = read(PAGE.format(LEADS[kind]))
    text = found.article.text
    assert all(text[e.start : e.end] == e.quote for event in found.events for e in event.evidence)


STATUSES = {
    "held": "A Polish film week was held in Manila, the Philippines, from 1 to 5 May 2024.",
    "planned": "A Polish film week will be held in Manila, the Philippines, from 1 to 5 June 2024.",
    "ongoing": "A Polish film week is being held in Manila, the Philippines, from 8 to 12 May 2024.",
    "postponed": "A Polish film week in Manila, the Philippines, planned for June 2024, has been postponed.",
    "cancelled": "A Polish film week in Manila, the Philippines, planned for June 2024, has been called off.",
}


@pytest.mark.parametrize("status", STATUSES)
def test_words_and_time_tell_the_status(status: str) -> None:
    assert main_of(PAGE.format(STATUSES[status])).status == status


MODES = {
    "online": "An online conference of Greek and Cypriot librarians was held on 3 May 2024.",
    "hybrid": "A conference of Greek and Cypriot librarians was held in Athens in hybrid format on 3 May 2024.",
    "in_person": "A conference of Greek and Cypriot librarians was held in Athens on 3 May 2024.",
    None: "Greece and Cyprus signed an agreement on cooperation of libraries in Athens on 3 May 2024.",
}


@pytest.mark.parametrize("mode", MODES)
def test_words_and_type_tell_the_mode(mode: str | None) -> None:
    assert main_of(PAGE.format(MODES[mode])).mode == mode


HOSTS = {
    "An exhibition of Dutch paintings opened in Jakarta, Indonesia, on 3 May 2024.": ("ID", "NL"),
    "Egypt hosted an exhibition of Dutch paintings on 3 May 2024.": ("EG", "NL"),
    "A Peruvian dance ensemble performed on its visit to Portugal on 3 May 2024.": ("PT", "PE"),
    "Japan donated 500 books to a school library in Laos on 3 May 2024.": ("LA", "JP"),
}


@pytest.mark.parametrize("lead", HOSTS)
def test_the_host_is_where_it_happens(lead: str) -> None:
    roles = {c.role: c.code for c in main_of(PAGE.format(lead)).countries}
    assert (roles.get("host"), roles.get("partner")) == HOSTS[lead]


NO_EVENTS = {
    "crime": "Police in Lyon arrested two men on Tuesday after the theft of paintings. A court will hear the suspects.",
    "sport": "Rovers beat United 2-1 in the league. Hill scored a late goal, and a penalty followed before half-time.",
    "tennis": "Serbia's Goran Petrov beat the American Tyler Mason 6-3, 7-6 to reach the third round in Paris. "
    "The top seed, Ines Romero of Spain, lost to an Australian ranked 112th. Two Tunisians won in straight sets.",
    "swimming": "Hungary's Kata Toth won the 200 metres butterfly at the world championships in Fukuoka on Thursday. "
    "Britain took the relay from Australia. A Frenchman set a European record; a Dane was disqualified.",
    "shop": "Price: 20 EUR. In stock. Free delivery. Add to cart. Customers who bought this Turkish lamp liked it.",
    "domestic": "Two Chilean museums signed a cooperation agreement in Santiago, Chile, on 3 May 2024.",
    "explainer": "What is a festival? A festival is a gathering where people share music, food and stories.",
    "nothing": "It rained all day. The river rose, and the bridge was closed for an hour.",
}


@pytest.mark.parametrize("kind", NO_EVENTS)
def test_pages_that_report_no_event_give_none(kind: str) -> None:
    assert read(PAGE.format(NO_EVENTS[kind])).events == ()


@pytest.mark.parametrize("kind", NO_EVENTS)
def test_no_event_comes_with_a_reason(kind: str) -> None:
    assert read(PAGE.format(NO_EVENTS[kind])).reasons


def test_one_country_is_named_in_the_reason() -> None:
    assert read(PAGE.format(NO_EVENTS["domestic"])).reasons[0] == "only one country: CL"


def test_a_background_agreement_has_its_own_date() -> None:
    text = PAGE.format(
        "A symposium on Polish poetry was held in Vilnius, Lithuania, on 3 May 2024.\n"
        "It rests on an agreement on cooperation in culture that Poland and Lithuania signed in 1994."
    )
    assert [(e.type, e.date) for e in read(text).events] == [("conference", "2024-05-03"), ("agreement", "1994")]


def test_an_event_told_twice_is_one() -> None:
    text = PAGE.format(
        "A Spanish film week was held in Manila, the Philippines, on 3 May 2024.\n"
        "The film week brought eight films to the city. The festival ended with a reception."
    )
    assert len(read(text).events) == 1


def test_furniture_feeds_nothing() -> None:
    text = PAGE.format(LEADS["festival"]) + "\nRelated Articles\nIceland signs treaty with Peru\n"
    assert {c.code for c in main_of(text).countries} == {"PH", "ES"}


def test_a_person_is_quoted_by_the_fullest_mention() -> None:
    text = PAGE.format(LEADS["festival"] + " Ambassador Luis Ortega opened it. Ortega thanked the audience.")
    event = main_of(text)
    assert [e.quote for e in event.evidence if e.field == "people"] == ["Luis Ortega"]


def test_known_names_are_found_with_the_method_store() -> None:
    known = Known({"organization": {"Blue Heron": {"role": None, "country": "NO"}}})
    found = suggest(prepare(PAGE.format(LEADS["performance"] + " Blue Heron joined in.")), known=known)
    assert [e.method for e in found.events[0].evidence if e.value == "Blue Heron"] == ["store"]


def test_a_rejected_suggestion_is_not_made_again() -> None:
    text = PAGE.format(LEADS["festival"])
    event = main_of(text)
    known = Known(rejected=frozenset({(event.type or "", event.quote or "")}))
    assert suggest(prepare(text), known=known).events == ()


def test_the_json_shape_has_article_events_and_mentions() -> None:
    assert list(to_dict(read(PAGE.format(LEADS["festival"])), mentions=True)) == ["article", "events", "mentions"]


def test_a_country_mention_is_its_code() -> None:
    shape = to_dict(read(PAGE.format(LEADS["festival"])), mentions=True)
    assert {"ES", "PH"} <= {m["value"] for m in shape["mentions"] if m["kind"] == "country"}


@pytest.mark.parametrize("kind", LEADS)
def test_events_pass_the_check_of_the_store(kind: str) -> None:
    found = read(PAGE.format(LEADS[kind]))
    assert [check(e, codebook.default(), {None: found.article.text}) for e in found.events] == [[]] * len(found.events)


WORDS = st.sampled_from(
    [
        "the",
        "festival",
        "of",
        "agreement",
        "signed",
        "Armenia",
        "Kazakhstan",
        "in",
        "Paris",
        "on",
        "3",
        "May",
        "2024",
        "Ministry",
        "Culture",
        "visit",
        ",",
        ".",
        "\n",
        "will",
        "«",
        "在",
        "北京",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_and_its_quotes_are_exact(text: str) -> None:
    found = read(text)
    stored = found.article.text
    assert all(stored[e.start : e.end] == e.quote for event in found.events for e in event.evidence)


@pytest.mark.parametrize("language", ["ar", "en", "fa", "hi", "ja", "ka", "ru", "th", "zh"])
@pytest.mark.parametrize("text", ["12 / 34", "Ὀρφεύς", "!"])
def test_a_text_without_a_letter_of_its_language_is_read(language: str, text: str) -> None:
    assert suggest(prepare(text, language=language)).events == ()


LONG = {
    "one line": "The festival of Armenia was held in Paris on 3 May 2024 ",
    "many lines": "The agreement of Peru and Chile was signed in Lima in 2010.\n",
    "one word": "festival\n",
}


@pytest.mark.parametrize("kind", LONG)
def test_a_text_ten_times_as_long_takes_no_more_than_some_ten_times_as_long(kind: str) -> None:
    short, long = LONG[kind] * 150, LONG[kind] * 1500
    read(short)
    times = []
    for text in (short, long):
        begin = time.perf_counter()
        read(text)
        times.append(time.perf_counter() - begin)
    assert times[1] < 35 * times[0] + 0.2


def test_words_of_one_type_in_one_sentence_with_one_date_tell_one_event() -> None:
    text = (
        "Northport and Himeji renew their pact\n\nThree decades after the two became sister cities the pact was signed "
        "anew on Monday, July 18, by the mayors of Northport, Canada, and Himeji, Japan. Friends have come since 1986."
    )
    assert [(e.type, e.date) for e in suggest(prepare(text)).events] == [("agreement", "2016-07-18")]
