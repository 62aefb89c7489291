"""How certain an event is as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from culturex.model.certainty import certainty, check_of, is_checked
from culturex.model.event import CountryRole, Event, Evidence, Place


def said(field: str, value: str | None, confidence: float | None, **more: object) -> Evidence:
    return replace(Evidence(field, value, "words", 0, 5, "rule:x", confidence), **more)  # type: ignore[arg-type]


WHOLE = said("event", None, 0.9)
FESTIVAL = Event(type="festival", evidence=(WHOLE, said("type", "festival", 0.8)))


def test_an_event_is_as_certain_as_its_least_certain_value() -> None:
    assert certainty(FESTIVAL).confidence == 0.8


def test_that_it_is_an_event_counts_too() -> None:
    event = replace(FESTIVAL, evidence=(replace(WHOLE, confidence=0.3), FESTIVAL.evidence[1]))
    assert (certainty(event).confidence, certainty(event).of) == (0.3, "that it is an event")


def test_the_best_quote_of_a_value_counts() -> None:
    event = replace(FESTIVAL, evidence=(*FESTIVAL.evidence, said("type", "festival", 0.95)))
    assert certainty(event).confidence == 0.9


@pytest.mark.parametrize(
    "evidence",
    [
        (),
        (said("places", "Riga", 0.9, quote="", start=None, end=None),),
        (said("places", "Oslo", 0.9),),
        (said("places", "Riga", 0.9, method="model:m", supported=False),),
        (said("places", "Riga", None),),
    ],
    ids=["no evidence", "no quote", "a quote for another value", "a quote that does not say it", "no confidence"],
)
def test_a_value_that_nothing_bears_out_is_not_certain_at_all(evidence: tuple[Evidence, ...]) -> None:
    event = replace(FESTIVAL, places=(Place("Riga", "LV"),), evidence=(*FESTIVAL.evidence, *evidence))
    assert (certainty(event).confidence, certainty(event).of) == (0.0, "places Riga")


@pytest.mark.parametrize("method", ["hand", "prompt"])
def test_a_person_needs_no_quote(method: str) -> None:
    event = replace(FESTIVAL, date="2019", evidence=(*FESTIVAL.evidence, Evidence("date", "2019", method=method)))
    assert certainty(event).confidence == 0.8


def test_each_country_counts_with_its_role() -> None:
    quotes = (said("countries", "LV:host", 0.9), said("countries", "NO: partner", 0.7))
    event = replace(
        FESTIVAL, countries=(CountryRole("LV", "host"), CountryRole("NO")), evidence=(*FESTIVAL.evidence, *quotes)
    )
    assert certainty(event).confidence == 0.7


def test_what_wants_no_evidence_does_not_count() -> None:
    event = replace(FESTIVAL, title="Choirs", themes=("music",), summary="Sung.")
    assert certainty(event).confidence == 0.8


def test_a_field_that_a_person_has_looked_at_is_certain() -> None:
    event = replace(FESTIVAL, places=(Place("Riga"), Place("Oslo")), evidence=(*FESTIVAL.evidence, check_of("places")))
    assert (is_checked(event, "places"), is_checked(event, "date"), certainty(event).confidence) == (True, False, 0.8)
