"""Numbers that stand for the values of an event and of its article, in the line that is being edited."""

from __future__ import annotations

from typing import Any

import pytest

from culturex.cli.prompts_completion import Known
from culturex.cli.prompts_numbers import Numbered, expand, number_line, numbered
from culturex.cli.prompts_values import editable, read_value
from culturex.cli.wording import fields
from culturex.errors import InputError
from culturex.model import codebook
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Organization, Person, Place
from culturex.suggest.mentions import Mention

BOOK = codebook.default()
SPECS = {s.name: s for s in fields()}
EVENT = Event(
    date="2017",
    countries=(CountryRole("AM", "host"), CountryRole("KZ")),
    places=(Place("Gyumri", "AM"),),
    themes=("music", "film", "youth"),
    organizations=(Organization("House of Song"), Organization("Arts | Letters"), Organization("City Hall")),
    people=(Person("Ana Ruiz", "singer", "House of Song"), Person("Bo Li")),
)
MENTIONS = (
    Mention("country", "Georgian", 10, 18, "GE", "x"),
    Mention("country", "Armenia", 20, 27, "AM", "x"),
    Mention("date", "in May", 30, 36, "2024-05", "x"),
    Mention("date", "May 2024", 40, 48, "2024-05", "x"),
    Mention("date", "2019", 50, 54, "2019", "x"),
    Mention("organization", "City Hall", 60, 69, {"name": "City Hall"}, "x"),
    Mention("organization", "Folk Choir", 70, 80, {"name": "Folk Choir"}, "x"),
    Mention("person", "Eka Ge", 81, 87, {"name": "Eka Ge", "title": "conductor"}, "x"),
)


def typed(field: str, more: str, *, instead: bool = False) -> Any:
    """Return the value after *more* was typed behind what stands in the line, or *instead* of it."""
    spec, old = SPECS[field], getattr(EVENT, field)
    values = numbered(spec, old, Known(BOOK, None, Article("x" * 100), MENTIONS, EVENT))
    line = more if instead else editable(spec, old) + more
    return read_value(spec, line, BOOK, None, lambda pieces: expand(pieces, spec, values))


def names(field: str, more: str, *, instead: bool = False) -> list[str]:
    """Return the names, or the codes, after *more* was typed."""
    return [getattr(one, "name", one) for one in typed(field, more, instead=instead)]


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ("-2", ["House of Song", "City Hall"]),
        ("-1 -3", ["Arts | Letters"]),
        ("-1-3", ["Arts | Letters"]),
        ("4", ["House of Song", "Arts | Letters", "City Hall", "Folk Choir"]),
        ("-3 4", ["House of Song", "Arts | Letters", "Folk Choir"]),
        ("New Body", ["House of Song", "Arts | Letters", "City Hall", "New Body"]),
        ("-1 | New Body | 4", ["Arts | Letters", "City Hall", "New Body", "Folk Choir"]),
        ("1", ["House of Song", "Arts | Letters", "City Hall"]),
        ('"4"', ["House of Song", "Arts | Letters", "City Hall", "4"]),
    ],
)
def test_numbers_take_out_and_bring_in(more: str, left: list[str]) -> None:
    assert names("organizations", more) == left


@pytest.mark.parametrize(
    ("line", "left"),
    [("3 1", ["City Hall", "House of Song"]), ("4 | New Body | 2", ["Folk Choir", "New Body", "Arts | Letters"])],
)
def test_a_list_is_written_anew_with_numbers(line: str, left: list[str]) -> None:
    assert names("organizations", line, instead=True) == left


@pytest.mark.parametrize(
    ("more", "countries"),
    [
        ("1p 2h", ["AM:partner", "KZ:host"]),
        ("2:host", ["AM:host", "KZ:host"]),
        ("3", ["AM:host", "KZ:partner", "GE:partner"]),
        ("-1 3h", ["KZ:partner", "GE:host"]),
        ("-1, ge", ["KZ:partner", "GE:partner"]),
    ],
)
def test_a_letter_behind_a_number_is_the_role(more: str, countries: list[str]) -> None:
    assert [f"{c.code}:{c.role}" for c in typed("countries", more)] == countries


@pytest.mark.parametrize(
    ("more", "themes"),
    [
        ("-2", ["music", "youth"]),
        ("-2 lit", ["music", "youth", "literature"]),
        ("-1 -2 spo her", ["youth", "sport", "heritage"]),
    ],
)
def test_themes_have_spaces_between_them(more: str, themes: list[str]) -> None:
    assert names("themes", more) == themes


def test_themes_are_put_in_another_order() -> None:
    assert names("themes", "3 1", instead=True) == ["youth", "music"]


@pytest.mark.parametrize(
    ("more", "person"),
    [
        ("1; conductor", Person("Ana Ruiz", "conductor", "House of Song")),
        ("1;;Folk Choir", Person("Ana Ruiz", "singer", "Folk Choir")),
        ("1; -", Person("Ana Ruiz", None, "House of Song")),
        ("1; soprano; -", Person("Ana Ruiz", "soprano")),
    ],
)
def test_the_cells_of_a_value_are_changed_behind_its_number(more: str, person: Person) -> None:
    assert typed("people", more) == (person, Person("Bo Li"))


def test_a_person_of_the_article_comes_with_the_title() -> None:
    assert typed("people", "3")[-1] == Person("Eka Ge", "conductor")


def test_a_person_of_the_article_comes_with_another_title() -> None:
    assert typed("people", "3; director")[-1] == Person("Eka Ge", "director")


def test_a_date_is_chosen_by_its_number() -> None:
    assert typed("date", "2", instead=True) == "2019"


def test_a_date_that_is_named_twice_has_one_number() -> None:
    assert numbered(SPECS["date"], None, Known(BOOK, None, Article("x"), MENTIONS)).near == ("2024-05", "2019")


def test_a_year_is_no_number() -> None:
    assert typed("date", "2014-16", instead=True) == "2014/2016"


def test_a_number_too_many_is_refused() -> None:
    with pytest.raises(InputError, match="There is no 9"):
        typed("organizations", "9")


def test_taking_out_what_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="is not in the list"):
        typed("organizations", "-4")


def test_a_role_of_what_has_none_is_refused() -> None:
    with pytest.raises(InputError, match="Only countries have a role"):
        typed("organizations", "1h")


def test_values_that_the_event_has_are_not_numbered_twice() -> None:
    values = numbered(SPECS["countries"], EVENT.countries, Known(BOOK, None, Article("x"), MENTIONS))
    assert (values.held, values.near) == (("Armenia:host", "Kazakhstan:partner"), ("Georgia",))


def test_the_numbers_are_shown_before_the_values() -> None:
    assert number_line(Numbered(("A", "B"), ("C",))).plain == "1 A  2 B  \nin the article: 3 C  "
