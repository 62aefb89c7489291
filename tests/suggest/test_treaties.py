"""Bilateral cultural treaties as treaty series and the lists of ministries print them: the whole record or nothing.

``treaties/*.txt``: a record begins with ``== DAY | CITY | PARTIES | LANGUAGE``: the day and city of signature, the two
parties by their codes of today (a state that is no more by that of its successor). *later* was written after the rules
that *records* gave rise to; at first 0.68 of it was right. *printed* are treaties as series print them whole, the acts
by which gazettes make them known, and records of one state's list, which names the other state alone; *gazettes* are
decrees and databases of laws, with the days and cities of other deeds around those of the signature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.page import records as records_of

RECORDS = Path(__file__).parent / "treaties"
FLOORS = {"records": 0.99, "later": 0.92, "printed": 0.99, "gazettes": 0.99}


def records(name: str) -> Iterator[tuple[str, str, set[str], str]]:
    """Yield day, city, parties and text of each record of a file."""
    for block in (RECORDS / f"{name}.txt").read_text("utf-8").split("== ")[1:]:
        head, _, text = block.partition("\n")
        day, city, parties, _ = [part.strip() for part in head.split("|")]
        yield day, city, set(parties.split()), text


@cache
def share(name: str) -> float:
    """Return the share of records that are right in type, day, city and both parties; the others are printed."""
    counts: Counter[bool] = Counter()
    for day, city, parties, text in records(name):
        events = suggest(prepare(text)).events
        found = [(e.type, e.date, {p.name for p in e.places}, {c.code for c in e.countries}) for e in events]
        is_right = any(
            type_ == "agreement" and date == day and city in (*places, "-") and codes == parties
            for type_, date, places, codes in found
        )
        counts[is_right] += 1
        if not is_right:
            print(day, city, parties, "<-", [(t, d, sorted(p), sorted(c)) for t, d, p, c in found], text[:90])
    print(counts)
    return counts[True] / counts.total()


@pytest.mark.parametrize("name", FLOORS)
def test_the_records_score_no_less_than_before(name: str) -> None:
    assert share(name) >= FLOORS[name]


def test_a_list_gives_each_of_its_records() -> None:
    text = """Treaties of Finland with other countries
    1. Cultural agreement between Finland and Hungary, Helsinki, 10 June 1959, in force 17 February 1960
    2. Agreement between Finland and Poland on cultural co-operation, Warsaw, 17 June 1972, in force 29 December 1972
    3. Agreement between Finland and Cuba on cultural exchange, Helsinki, 29 June 1979, in force 1 October 1979"""
    found = [(e.date, e.places[0].name, e.main) for e in suggest(prepare(text)).events]
    assert found == [
        ("1959-06-10", "Helsinki", False),
        ("1972-06-17", "Warsaw", False),
        ("1979-06-29", "Helsinki", False),
    ]


def test_a_list_under_the_name_of_a_state_is_of_that_state() -> None:
    text = """Treaties of Finland
    Poland: cultural agreement, Warsaw, 17 June 1972, in force 29 December 1972
    Cuba: agreement on cultural exchange, Havana, 29 June 1979, in force 1 October 1979"""
    found = [{c.code for c in e.countries} for e in suggest(prepare(text)).events]
    assert found == [{"FI", "PL"}, {"FI", "CU"}]


def test_a_treaty_about_no_culture_is_no_event() -> None:
    text = "Agreement between Finland and Hungary on the carriage of goods by road, signed at Budapest on 3 May 1966."
    assert suggest(prepare(text)).events == ()


def test_the_host_of_a_record_is_where_it_was_signed() -> None:
    text = (
        "Cultural Agreement between Japan and Pakistan. Signed at Karachi, 27 May 1957. Entered into force 1 June 1957."
    )
    (event,) = suggest(prepare(text)).events
    assert [(c.code, c.role) for c in event.countries] == [("PK", "host"), ("JP", "partner")]


def test_a_city_named_like_a_word_is_known_by_its_place() -> None:
    (event,) = suggest(
        prepare("Cultural agreement between Latvia and Maldives, Male, 5.02.1997, in force 1998.")
    ).events
    assert [(p.name, p.country) for p in event.places] == [("Male", "MV")]


def test_every_value_of_a_record_has_its_quote() -> None:
    text = (
        "Cultural Agreement between Japan and Pakistan. Signed at Karachi, 27 May 1957. Entered into force 1 June 1957."
    )
    (event,) = suggest(prepare(text)).events
    quotes = {e.field: e.quote for e in event.evidence}
    assert (quotes["date"], quotes["places"]) == ("27 May 1957", "Karachi")


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Iran sign cultural agreement\n\nIt was signed in Tehran on 3 May 2019, he said on Friday."
        " It enters into force in June.",
        "Cultural agreement\n\nThe sides hope to conclude one. They met in Rome.",
        "The universities of Ghent and Porto signed a twinning agreement on 3 May 2024.",
        "France and Poland signed a cultural agreement in Paris on 3 May 1990. It came into force in June.",
        "An agreement between Kenya and Malta was signed in Nairobi on 3 May 2024. It will enter into force soon.",
        "Acuerdo cultural\n\nPerú y Cuba firmaron un convenio el 3 de mayo de 2019. Entrará en vigor en junio.",
        "The treaty between the two towns, signed in 1999, makes tourists smile.",
        "A troupe came on 3 May 2024. It plays under an agreement between Austria and Chile.",
    ],
)
def test_news_of_an_agreement_is_no_record(text: str) -> None:
    assert not records_of.is_record(text)


def test_time_grows_with_length_only() -> None:
    unit = "Cultural agreement of France and Poland, signed at Paris, 1 May 1990; the contracting parties have agreed "

    def seconds(count: int) -> float:
        article = prepare(unit * count, language="en")
        begin = perf_counter()
        suggest(article)
        return perf_counter() - begin

    seconds(10)
    assert seconds(800) < 30 * max(seconds(100), 0.02)


def test_a_record_without_a_country_is_read() -> None:
    assert suggest(prepare("agreement signed 2024")).events == ()


@pytest.mark.parametrize(
    "text",
    [
        "Türkiye Cumhuriyeti Hükümeti ile Macaristan Cumhuriyeti Hükümeti arasında kültür anlaşması, 3 Mayıs 1999",
        "ENTRE LA REPUBLICA DE CHILE Y LA REPUBLICA DE CUBA",
    ],
)
def test_the_title_of_a_state_is_no_town(text: str) -> None:
    assert [m.text for m in suggest(prepare(text)).mentions if m.kind == "place"] == []
