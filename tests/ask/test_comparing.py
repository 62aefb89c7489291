"""The suggester's events beside a model's, and filled by them."""

from __future__ import annotations

from dataclasses import replace

from ask.pieces import article, event, held, only, said
from culturex.ask import compare, fill, merge
from culturex.model.event import CountryRole, Event, Evidence
from culturex.model.support import is_supported
from culturex.suggest import suggest

MODEL = only(held(event()))


def rule(field: str, value: str, confidence: float) -> Evidence:
    return Evidence(field, value, "words", 1, 6, "rule:x", confidence)


def suggested(**values: object) -> Event:
    start = Event(main=True, title="Days of Armenian Culture", type="festival", date="2019-05-02")
    return replace(start, evidence=(rule("type", "festival", 0.9), rule("date", "2019-05-02", 0.9)), **values)  # type: ignore[arg-type]


def test_the_same_event_stands_side_by_side() -> None:
    (pair,) = compare(suggest(article()).events[:1], [MODEL])
    assert (pair.suggested is None, pair.proposed) == (False, MODEL)


def test_rows_tell_what_agrees_and_who_has_evidence() -> None:
    wrong = replace(MODEL, date="2019-05-09", evidence=(Evidence("date", "2019-05-09", "x", supported=False),))
    (pair,) = compare([suggested()], [wrong])
    rows = {r.field: r for r in pair.rows}
    assert (rows["type"].same, rows["date"].same) == (True, False)
    assert (rows["date"].suggested_evidence, rows["date"].proposed_evidence) == ("yes", "no")


def test_some_of_several_values_may_have_evidence() -> None:
    countries = [said("The Kazakh city", code="KZ", role="host"), said("the hosts", code="CN")]
    (pair,) = compare([], [only(held(event(countries=countries)))])
    assert next(r.proposed_evidence for r in pair.rows if r.field == "countries") == "some"


def test_events_of_one_side_alone_have_no_other() -> None:
    other = replace(MODEL, main=False, type="award", date="1990", countries=(CountryRole("CL"),), title="A prize")
    pairs = compare([suggested()], [other])
    assert [(p.suggested is None, p.proposed is None) for p in pairs] == [(False, True), (True, False)]


def test_what_is_empty_is_filled_with_its_evidence() -> None:
    (filled,) = fill([suggested()], [MODEL])
    assert filled.countries == MODEL.countries
    assert {e.value for e in filled.evidence if e.field == "countries"} == {"KZ:host", "AM:partner"}


def test_what_is_sure_stays() -> None:
    (filled,) = fill([suggested(date="2019-05-01")], [MODEL])
    assert filled.date == "2019-05-01"


def test_what_is_unsure_gives_way() -> None:
    doubtful = replace(suggested(), date="2019-05-01", evidence=(rule("date", "2019-05-01", 0.3),))
    (filled,) = fill([doubtful], [MODEL])
    assert (filled.date, [e.value for e in filled.evidence if e.field == "date"]) == ("2019-05-02", ["2019-05-02"])


def test_what_is_unsure_stays_where_the_model_says_nothing_better() -> None:
    doubtful = replace(suggested(), date="2019-05-01", evidence=(rule("date", "2019-05-01", 0.3),))
    (filled,) = fill([doubtful], [replace(MODEL, date=None)])
    assert filled.date == "2019-05-01"


def test_an_unsupported_value_fills_nothing() -> None:
    invented = only(held(event(participants=said("1,200 guests", value=5000))))
    (filled,) = fill([suggested()], [invented])
    assert filled.participants is None


def test_an_event_of_the_model_alone_does_not_come_in() -> None:
    other = replace(MODEL, main=False, type="award", date="1990", countries=(), places=(), title="A prize", people=())
    assert len(fill([suggested()], [MODEL, other])) == 1


def test_where_the_suggester_saw_nothing_supported_events_come_in() -> None:
    invented = only(held(event(participants=said("1,200 guests", value=5000))))
    assert fill([], [MODEL, invented]) == [MODEL]


def test_the_same_event_in_two_parts_becomes_one() -> None:
    later = only(held(event(people=[said("Minister of Culture, Anna Petrosyan", name="Anna Petrosyan")], places=[])))
    (joined,) = merge([[replace(MODEL, people=())], [later]])
    assert [p.name for p in joined.people] == ["Anna Petrosyan"]
    assert is_supported(joined)
    assert all(e.method == "model:test" for e in joined.evidence)


def test_different_events_of_two_parts_stay_two() -> None:
    other = replace(
        MODEL, type="award", date="1990", countries=(CountryRole("CL"),), places=(), title="A prize", people=()
    )
    kept = merge([[MODEL], [other]])
    assert [e.main for e in kept] == [True, False]
