"""Every kind reads what it writes; events come back whole from text, rows and JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.errors import InputError
from culturex.model import codebook, schema
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.model.fields import specs
from culturex.model.kinds import Date, Decimal, Number, Text, YesNo
from culturex.model.parts import Many, Part
from culturex.store import Store
from culturex.text import one_line

BOOK = codebook.default()
codes = st.sampled_from(["AM", "KZ", "CN", "XK", "GB"])
words = st.text(min_size=1, max_size=30).map(one_line).filter(bool)
maybe = st.one_of(st.none(), words)
degrees = st.one_of(st.none(), st.floats(-180, 180))
dates = st.sampled_from(["2017", "2010-04", "2024-05-08", "2014/2016", "2020/..", "1998~", "2017-11-29?"])
places = st.builds(Place, words, st.one_of(st.none(), codes), degrees, degrees)
people = st.builds(Person, words, maybe, maybe, st.one_of(st.none(), codes), maybe)
bodies = st.builds(Organization, words, maybe, st.one_of(st.none(), codes))
roles = st.builds(CountryRole, codes, st.sampled_from(BOOK.codes("roles")))
quotes = st.builds(
    Evidence, st.sampled_from(["event", "type", "date"]), maybe, st.just(""), st.none(), st.none(),
    st.sampled_from(["hand", "rule:x"]), st.one_of(st.none(), st.floats(0, 1)),
)  # fmt: skip


def unique(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=4, unique=True).map(tuple)


events = st.builds(
    Event,
    main=st.booleans(),
    title=maybe,
    type=st.sampled_from(BOOK.codes("types")),
    status=st.one_of(st.none(), st.sampled_from(BOOK.codes("statuses"))),
    date=st.one_of(st.none(), dates),
    mode=st.one_of(st.none(), st.sampled_from(BOOK.codes("modes"))),
    countries=unique(roles),
    regions=unique(st.sampled_from(["Central Asia", "BRICS", "European Union", "Union of Towns"])),
    places=unique(places),
    themes=unique(st.sampled_from(BOOK.codes("themes"))),
    organizations=unique(bodies),
    people=unique(people),
    participants=st.one_of(st.none(), st.integers(0, 10**12)),
    summary=maybe,
    evidence=unique(quotes),
)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Text(), words),
        (Number(), st.integers(0, 10**14)),
        (Decimal(), st.floats(allow_nan=False, allow_infinity=False)),
        (YesNo(), st.booleans()),
        (Date(), dates),
        (Part(CountryRole, ":"), roles),
        (Part(Place), places),
        (Part(Person), people),
        (Part(Organization), bodies),
        (Many(Part(Person)), unique(people)),
        (Many(Text()), unique(words)),
    ],
    ids=lambda v: type(v).__name__ + (f" of {v.of.__name__}" if isinstance(v, Part) else ""),
)
def test_a_kind_reads_what_it_writes(kind: Any, values: st.SearchStrategy[Any]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(value=values)
    def check(value: Any) -> None:
        assert kind.parse(kind.format(value), BOOK) == value

    check()


@settings(max_examples=60, deadline=None)
@given(event=events)
def test_an_event_comes_back_from_json(event: Event) -> None:
    data = json.loads(json.dumps(schema.event_to_dict(event)))
    assert schema.event_from_dict(data, BOOK) == event


@settings(max_examples=30, deadline=None)
@given(event=events)
def test_an_event_comes_back_from_the_store(event: Event) -> None:
    with Store.open(None) as store, store.deed("tag"):
        article, _ = store.add_article(Article.of("text"))
        number = store.add_event(event, article)
        found = store.event(number).event
    assert schema.event_to_dict(found) | {"evidence": []} == schema.event_to_dict(event) | {"evidence": []}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Ou Shuo; Deputy Director; Changchun Foreign Affairs Office",
            Person("Ou Shuo", "Deputy Director", "Changchun Foreign Affairs Office"),
        ),
        ("Ou Shuo", Person("Ou Shuo")),
        ('Ou Shuo; "Director; Culture"', Person("Ou Shuo", "Director; Culture")),
        ("Ou Shuo;; Office; China; speaker", Person("Ou Shuo", None, "Office", "CN", "speaker")),
    ],
)
def test_a_person_is_written_with_semicolons(text: str, person: Person) -> None:
    assert Part(Person).parse(text, BOOK) == person


def test_too_many_parts_are_refused_with_the_order() -> None:
    with pytest.raises(InputError) as caught:
        Part(CountryRole, ":").parse("AM:host:more", BOOK)
    assert caught.value.hint == "Write CODE: ROLE."


@pytest.mark.parametrize("text", ["Kazakh", "KZ", "KAZ", "Казахстан", "哈萨克斯坦", "Kasachstan"])
def test_a_country_is_read_in_any_form(text: str) -> None:
    assert Part(CountryRole, ":").parse(f"{text}:host", BOOK) == CountryRole("KZ", "host")


@pytest.mark.parametrize(
    "data",
    [[], "x", {"type": 3}, {"countries": "AM"}, {"countries": [{"code": "QQ"}]}, {"date": "soon"}, {"people": [3]},
     {"participants": -1}, {"main": "perhaps"}, {"title": {"a": 1}}],
)  # fmt: skip
def test_json_that_is_no_event_is_an_input_error(data: Any) -> None:
    with pytest.raises(InputError):
        schema.event_from_dict(data, BOOK)


def test_the_schema_accepts_what_is_written() -> None:
    event = Event(
        title="Days", type="festival", countries=(CountryRole("AM", "host"),), places=(Place("Erevan", "AM"),)
    )
    keys = set(schema.event_to_dict(event))
    assert keys == set(schema.json_schema(BOOK)["properties"]["events"]["items"]["properties"])


def test_every_flag_and_every_key_is_used_once() -> None:
    fields = [s for s in specs(Event) if s.flag]
    assert len({s.flag for s in fields}) == len({s.key for s in fields}) == len(fields)
