"""Codings against references: the figures, the misses, and what counts as the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.errors import InputError
from culturex.evaluate import Report, check, score
from culturex.evaluate.alike import dates_touch, pair_up, same_date
from culturex.likeness.names import plain, same_organization, same_person, same_place
from culturex.model.codebook import default

Json = dict[str, Any]


def event(**values: Any) -> Json:
    """Return a festival in Tallinn, with *values* in place of its own."""
    usual: Json = {
        "main": True, "title": "Choirs of three seas", "type": "festival", "status": "held", "date": "2023-08-18",
        "mode": "in_person", "countries": [{"code": "EE", "role": "host"}, {"code": "FI", "role": "partner"}],
        "places": [{"name": "Tallinn", "country": "EE"}], "themes": ["music"],
        "organizations": [{"name": "Tallinn Song Society"}],
        "people": [{"name": "Maie Kask", "title": "conductor"}], "participants": 900,
        "quote": "three hundred singers met in Tallinn on 18 August",
    }  # fmt: skip
    return usual | values


def coding(*events: Json, **facts: Any) -> Json:
    page = {"title": "Choirs of three seas", "outlet": "Harbour News", "published": "2023-08-20", "language": "en"}
    return {"article": page | facts, "events": list(events)}


def compare(reference: Json, other: Json, text: str | None = None) -> Report:
    return score({"a": reference}, {"a": other}, {} if text is None else {"a": text})


def figure(name: str, report: Report) -> float | None:
    return next(f.value for f in report.figures if f.name == name)


# -- what the figures are


def test_a_coding_agrees_with_itself() -> None:
    report = compare(coding(event()), coding(event()))
    assert (report.overall, report.misses) == (1.0, ())


@pytest.mark.parametrize(
    ("measure", "changed", "expected"),
    [
        ("main type", {"type": "performance"}, 0.0),
        ("main status", {"status": "planned"}, 0.0),
        ("main mode", {"mode": None}, 0.0),
        ("main date", {"date": "2023-08-18~"}, 1.0),
        ("main date", {"date": "2023-08"}, 0.0),
        ("countries", {"countries": [{"code": "EE"}]}, 2 / 3),
        ("countries", {"countries": [{"code": "EE"}, {"code": "SE"}]}, 1 / 2),
        ("places", {"places": []}, 0.0),
        ("places", {"places": ["Tallinn City"]}, 1.0),
        ("themes", {"themes": ["music", "youth"]}, 2 / 3),
        ("organizations", {"organizations": ["The Song Society of Tallinn"]}, 1.0),
        ("people", {"people": ["Kask Maie"]}, 1.0),
        ("people", {"people": ["Kask"]}, 0.0),
        ("person titles", {"people": [{"name": "Maie Kask", "title": "chief conductor"}]}, 0.0),
        ("person titles", {"people": [{"name": "Maie Kask", "title": "Conductor"}]}, 1.0),
        ("participants", {"participants": 90}, 0.0),
        ("main countries with roles", {"countries": ["EE", "FI"]}, 0.0),
        ("events", {"type": "visit"}, 0.0),
        ("events", {"date": "2023"}, 1.0),
        ("events", {"date": "2022"}, 0.0),
        ("events", {"date": None}, 0.0),
    ],
)
def test_one_change_shows_in_its_figure(measure: str, changed: Json, expected: float) -> None:
    assert figure(measure, compare(coding(event()), coding(event(**changed)))) == pytest.approx(expected)


@pytest.mark.parametrize(("fact", "value"), [("title", "Choirs"), ("outlet", None), ("language", "et")])
def test_a_wrong_fact_of_the_page_shows(fact: str, value: str | None) -> None:
    assert figure(fact, compare(coding(event()), coding(event(), **{fact: value}))) == 0.0


@pytest.mark.parametrize(("wanted", "given_", "expected"), [(1, 0, 0.0), (0, 1, 0.0), (0, 0, 1.0), (2, 1, 1.0)])
def test_the_gate_asks_whether_there_is_any_event(wanted: int, given_: int, expected: float) -> None:
    report = compare(coding(*[event()] * wanted), coding(*[event()] * given_))
    assert figure("gate", report) == expected


def test_what_nobody_asked_has_no_figure_and_no_share_in_overall() -> None:
    report = compare(coding(), coding())
    assert (figure("main type", report), figure("people", report), report.overall) == (None, None, 1.0)


def test_a_reference_without_a_coding_is_missing_and_counts() -> None:
    report = score({"a": coding(event()), "b": coding(event())}, {"a": coding(event())})
    assert (report.missing, figure("main type", report)) == (("b",), 0.5)


def test_the_first_event_stands_for_a_main_one_that_is_not_marked() -> None:
    told = [event(main=False), event(main=False, type="visit")]
    assert figure("main type", compare(coding(event()), coding(*told))) == 1.0


def test_events_are_matched_whatever_their_order() -> None:
    events = [event(), event(main=False, title="Twinning", type="agreement", date="1955", quote=None)]
    assert figure("events", compare(coding(*events), coding(*reversed(events)))) == 1.0


def test_one_event_told_twice_is_one_too_many() -> None:
    report = compare(coding(event()), coding(event(), event(main=False)))
    assert figure("events", report) == pytest.approx(2 / 3)


@pytest.mark.parametrize(("quote", "expected"), [("singers  met\nin Tallinn", 1.0), ("singers left", 0.0)])
def test_a_quote_must_stand_in_the_article(quote: str, expected: float) -> None:
    told = event(evidence=[{"field": "type", "quote": quote}])
    report = compare(coding(event()), coding(told), "Three hundred singers met in Tallinn.")
    assert figure("quotes found", report) == expected


def test_each_value_wants_evidence() -> None:
    told = event(evidence=[{"field": f, "quote": "met"} for f in ("type", "date", "countries")])
    assert figure("suggestions with evidence", compare(coding(event()), coding(told), "met")) == pytest.approx(3 / 7)


# -- what the misses say


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"type": "visit", "evidence": [{"field": "type", "value": "visit", "quote": "came to see"}]},
         ("main type", "festival", "visit", "came to see")),
        ({"type": "visit"}, ("main type", "festival", "visit", event()["quote"])),
        ({"places": []}, ("places", "Tallinn", None, event()["quote"])),
        ({"countries": [*event()["countries"], {"code": "SE", "role": "partner"}],
          "evidence": [{"field": "countries", "value": "SE:partner", "quote": "Swedish"}]},
         ("countries", None, "SE", "Swedish")),
        ({"people": [{"name": "Maie Kask", "title": "guest"}]},
         ("person titles", "Maie Kask: conductor", "Maie Kask: guest", event()["quote"])),
        ({"type": "visit"}, ("events", "festival | 2023-08-18 | EE, FI | Choirs of three seas",
                             "visit | 2023-08-18 | EE, FI | Choirs of three seas", event()["quote"])),
    ],
)  # fmt: skip
def test_a_miss_names_both_sides_and_its_quote(changed: Json, expected: tuple[Any, ...]) -> None:
    misses = compare(coding(event()), coding(event(**changed))).misses
    assert expected in [(m.field, m.reference, m.coding, m.quote) for m in misses]


def test_the_json_has_the_misses_on_request() -> None:
    report = compare(coding(event()), coding())
    assert ("misses" in report.to_dict(), len(report.to_dict(details=True)["misses"])) == (False, len(report.misses))


# -- what counts as the same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2016-10-14", "2016-10-14", True),
        ("2016", "2016-01-01/2016-12-31", True),
        ("2016?", "2016", True),
        ("2020/..", "2020/", True),
        ("2020/..", "2020", False),
        (None, None, True),
        (None, "2016", False),
        ("201X", "2010/2019", False),
        ("soon", "soon", True),
    ],
)
def test_dates_are_the_same(one: str | None, other: str | None, same: bool) -> None:
    assert same_date(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "touch"),
    [
        ("2016-10-14", "2016", True),
        ("2016-10-14", "2017", False),
        ("2014/2016", "2016-12-31", True),
        ("../2016", "1999", True),
        ("2020/..", "2019-12-31", False),
        ("2016", None, True),
        ("2016", "no date", True),
    ],
)
def test_dates_may_mean_the_same_day(one: str | None, other: str | None, touch: bool) -> None:
    assert dates_touch(one, other) is touch


@pytest.mark.parametrize(
    ("alike", "one", "other", "same"),
    [
        (same_place, "Hồ Chí Minh City", "Ho Chi Minh", True),
        (same_place, "Zibo", "Jinan", False),
        (same_place, "!", "!", False),
        (same_person, "Ou Shuo", "Shuo Ou", True),
        (same_person, "Elif Demirtaş", "Elif Nur Demirtas", True),
        (same_person, "Elif", "Elif Demirtaş", False),
        (same_organization, "Ministry of Culture", "Ministry of Culture of Armenia", True),
        (same_organization, "Ministry of Culture", "Ministry of Culture and Sport of the Republic of Armenia", False),
        (same_organization, "Ministry of Culture", "Ministry of Health", False),
        (same_organization, "Musée d’Orsay", "Musee dOrsay", True),
        (same_organization, "The", "Of The", False),
    ],
)
def test_names_are_the_same(alike: Callable[[str, str], bool], one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_names_written_alike_are_paired_before_those_that_only_resemble() -> None:
    found = pair_up(["Anna Petrosyan Levi", "Anna Levi"], ["Anna Levi"], same_person)
    assert (found.pairs, found.missing) == ([("Anna Levi", "Anna Levi")], ["Anna Petrosyan Levi"])


@given(st.lists(st.text()), st.lists(st.text()))
def test_pairing_loses_no_name(wanted: list[str], given_: list[str]) -> None:
    found = pair_up(wanted, given_, same_organization)
    assert sorted([*found.missing, *(a for a, _ in found.pairs)]) == sorted(wanted)
    assert sorted([*found.extra, *(b for _, b in found.pairs)]) == sorted(given_)


@given(st.text())
def test_what_is_plain_stays_so(text: str) -> None:
    assert "  " not in plain(text)
    assert plain(text).strip() == plain(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*coding(), *event(), "name", "code"]), inner),
)


@given(JSON)
def test_any_json_is_scored_or_refused_with_a_sentence(data: Any) -> None:
    try:
        check(data, default())
    except InputError:
        return
    assert 0 <= compare(data, data).overall <= 1


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ([], "The coding"),
        ({"events": {}}, "events"),
        ({"events": ["festival"]}, "events[0]"),
        ({"events": [{"countries": "EE"}]}, "events[0].countries"),
        ({"events": [{"people": [{"name": 7}]}]}, "events[0].people[0].name"),
        ({"article": {"title": 7}}, "article.title"),
    ],
)
def test_a_coding_that_is_none_is_refused_by_its_key(data: Any, key: str) -> None:
    with pytest.raises(InputError, match="must be") as refusal:
        score({"page": data}, {})
    assert refusal.value.message.startswith(f"The reference of page cannot be used: {key} must be")
