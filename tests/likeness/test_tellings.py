"""Two tellings of one event are put together without loss, and come apart as they were."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from culturex.errors import InputError
from culturex.likeness import as_told, chosen, differing, taken, united, without
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from likeness.events import event, events

OURS = event(
    "AM:host KZ",
    title="Days of Kazakhstan",
    type="festival",
    date="2019-05-02",
    date_basis="stated",
    people=["Юрий Яковлев"],
    themes=("music",),
    evidence=(Evidence("date", "2019-05-02", "2 May", 3, 8), Evidence("people", "Юрий Яковлев", "Юрий Яковлев", 9, 21)),
)
THEIRS = event(
    "KZ:host AM FR",
    title="Kazakh days",
    type="festival",
    date="2019-05-02/2019-05-05",
    date_basis="inferred",
    participants=120,
    people=["Yuri Yakovlev", "Lin Zhao"],
    themes=("film", "music"),
    values={"budget": "7"},
    evidence=(Evidence("date", None, "from 2 to 5 May", 0, 15), Evidence("people", "Lin Zhao", "Lin Zhao", 20, 28)),
)
WHOLE = united(OURS, THEIRS, 1, 2)


def bare(told: Event) -> dict[str, Any]:
    """Return the values of an event, of its parts only what names them: a merge may add what else is known."""
    values = {f.name: getattr(told, f.name) for f in fields(told) if f.name not in ("evidence", "main")}
    names = {f: tuple(p.name for p in values[f]) for f in ("people", "organizations", "places")}
    return {**values, **names, "values": dict(values["values"])}


def test_a_single_value_is_the_first_ones() -> None:
    assert (WHOLE.date, WHOLE.date_basis, WHOLE.title) == ("2019-05-02", "stated", "Days of Kazakhstan")


def test_a_value_that_the_first_has_not_is_the_other_ones() -> None:
    assert (WHOLE.participants, WHOLE.values) == (120, {"budget": "7"})


def test_lists_are_united_in_order() -> None:
    assert WHOLE.themes == ("music", "film")


def test_a_country_keeps_the_role_that_the_first_gives_it() -> None:
    assert WHOLE.countries == (CountryRole("AM", "host"), CountryRole("KZ", "partner"), CountryRole("FR", "partner"))


def test_a_name_in_two_spellings_is_kept_once() -> None:
    assert [p.name for p in WHOLE.people] == ["Юрий Яковлев", "Lin Zhao"]


def test_what_only_the_other_knows_of_a_person_is_added() -> None:
    theirs = replace(THEIRS, people=(Person("Yuri Yakovlev", "poet"),))
    assert united(OURS, theirs, 1, 2).people == (Person("Юрий Яковлев", "poet"),)


def test_a_place_in_two_languages_is_kept_once() -> None:
    one, other = (
        replace(OURS, places=(Place("Ереван", "AM"),)),
        replace(THEIRS, places=(Place("Yerevan", "AM", 40.18, 44.51),)),
    )
    assert united(one, other, 1, 2).places == (Place("Ереван", "AM", 40.18, 44.51),)


def test_a_body_in_two_forms_is_kept_once() -> None:
    one = replace(OURS, organizations=(Organization("National Library"),))
    other = replace(THEIRS, organizations=(Organization("National Library of Kazakhstan"),))
    assert united(one, other, 1, 2).organizations == one.organizations


def test_a_quote_for_a_field_says_whose_value_it_shows() -> None:
    assert Evidence("date", "2019-05-02/2019-05-05", "from 2 to 5 May", 0, 15, article=2) in WHOLE.evidence


def test_every_value_has_a_source() -> None:
    told = {(e.field, e.value) for e in WHOLE.evidence}
    assert {("title", "Kazakh days"), ("themes", "film"), ("participants", "120"), ("values.budget", "7")} <= told


@given(a=events(), b=events())
def test_every_piece_of_evidence_names_its_article(a: Event, b: Event) -> None:
    assert {e.article for e in united(a, b, 1, 2).evidence} <= {1, 2}


@given(a=events(), b=events())
def test_the_other_taken_out_leaves_the_first(a: Event, b: Event) -> None:
    assert bare(without(united(a, b, 1, 2), 2)) == bare(a)


@given(a=events(), b=events())
def test_what_an_article_told_is_told_by_it_still(a: Event, b: Event) -> None:
    told = bare(as_told(united(a, b, 1, 2), 2))
    wanted = {name: value for name, value in bare(b).items() if value is not None}
    # A date without a basis takes none from another telling, and lists keep the order of the whole.
    assert all(_alike(told[name], value) for name, value in wanted.items())


def _alike(one: Any, other: Any) -> bool:
    return sorted(map(str, one)) == sorted(map(str, other)) if isinstance(one, tuple) else one == other


@given(a=events(), b=events(), c=events())
def test_three_tellings_come_apart(a: Event, b: Event, c: Event) -> None:
    whole = united(united(a, b, 1, 2), c, 1, 3)
    assert bare(without(without(whole, 3), 2)) == bare(a)


@given(a=events())
def test_a_telling_put_to_itself_adds_no_value(a: Event) -> None:
    assert bare(united(a, a, 1, 2)) == bare(a)


def test_a_value_that_no_article_tells_belongs_to_all() -> None:
    shared = replace(WHOLE, regions=("BRICS",))
    assert (as_told(shared, 2).regions, without(shared, 2).regions) == (("BRICS",), ("BRICS",))


def test_what_is_told_otherwise_is_named_with_its_quote() -> None:
    date = next(c for c in differing(WHOLE) if c.field == "date")
    assert (date.current, date.value, date.article, date.quote) == (
        "2019-05-02", "2019-05-02/2019-05-05", 2, "from 2 to 5 May",
    )  # fmt: skip


def test_an_event_of_one_article_is_told_one_way() -> None:
    assert differing(OURS) == ()


def test_a_value_is_chosen_with_its_basis() -> None:
    event = chosen(WHOLE, "date", 2)
    assert (event.date, event.date_basis) == ("2019-05-02/2019-05-05", "inferred")


def test_a_choice_can_be_taken_back_by_another() -> None:
    assert bare(chosen(chosen(WHOLE, "date", 2), "date", 1)) == bare(WHOLE)


def test_a_chosen_value_goes_with_its_article() -> None:
    assert without(chosen(WHOLE, "date", 2), 2).date == "2019-05-02"


def test_names_can_be_chosen_as_an_article_has_them() -> None:
    assert [p.name for p in chosen(WHOLE, "people", 2).people] == ["Yuri Yakovlev", "Lin Zhao"]


def test_an_own_field_can_be_chosen() -> None:
    whole = united(replace(OURS, values={"budget": "5"}), THEIRS, 1, 2)
    assert chosen(whole, "values.budget", 2).values == {"budget": "7"}


def test_an_article_that_says_nothing_of_a_field_cannot_be_chosen() -> None:
    with pytest.raises(InputError, match="Article 1 says nothing of its own about participants"):
        chosen(WHOLE, "participants", 1)


def test_nothing_cannot_be_taken() -> None:
    with pytest.raises(InputError, match="says nothing of mode"):
        taken(WHOLE, THEIRS, "mode")


def test_a_role_is_as_the_article_has_it() -> None:
    assert as_told(WHOLE, 2).countries == (CountryRole("AM", "partner"), CountryRole("KZ", "host"), CountryRole("FR"))


def test_the_title_of_an_event_stays_when_its_article_goes() -> None:
    event = without(replace(WHOLE, evidence=tuple(e for e in WHOLE.evidence if e.article == 2), title="Kazakh days"), 2)
    assert (event.title, event.type) == ("Kazakh days", "festival")
