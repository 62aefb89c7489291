"""Events are merged and split in one deed each, with every quote in its own article, and everything can be undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex import workflow
from culturex.errors import InputError, NotFoundError
from culturex.likeness import likeness
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Person
from culturex.store import Query, Store, merging
from culturex.store.doctor import examine
from culturex.suggest import prepare
from culturex.workflow.keeping import without_event
from culturex.workflow.suggesting import suggest_for
from culturex.workflow.turns import turns_of
from likeness.events import events
from likeness.test_tellings import bare

FIRST = "On 2 May the Days opened; Anna Petrosyan spoke."
SECOND = "From 2 to 5 May there was music. Lin Zhao came too."


def quoted(field: str, value: str, quote: str, text: str) -> Evidence:
    return Evidence(field, value, quote, text.index(quote), text.index(quote) + len(quote))


DAYS = Event(
    main=True, title="Days of Armenia", type="festival", date="2019-05-02", themes=("music",),
    countries=(CountryRole("KZ", "host"), CountryRole("AM")), people=(Person("Anna Petrosyan"),),
    evidence=(
        quoted("date", "2019-05-02", "2 May", FIRST), quoted("people", "Anna Petrosyan", "Anna Petrosyan", FIRST),
    ),
)  # fmt: skip
MUSIC = Event(
    title="Music: Days of Armenia", type="festival", date="2019-05-02/2019-05-05", participants=40,
    countries=(CountryRole("KZ", "host"), CountryRole("AM")), people=(Person("Lin Zhao"),),
    evidence=(
        quoted("date", "2019-05-02/2019-05-05", "From 2 to 5 May", SECOND),
        quoted("people", "Lin Zhao", "Lin Zhao", SECOND),
    ),
)  # fmt: skip


def filled(store: Store, *told: Event) -> list[int]:
    """Store an article for each event, and return the numbers of the events."""
    numbers = []
    for index, event in enumerate(told):
        with store.deed("import"):
            text = (FIRST, SECOND)[index] if index < 2 else f"Another page, number {index}."
            article = store.add_article(Article.of(text, title=f"Page {index + 1}"))[0]
        with store.deed("tag"):
            numbers.append(store.add_event(event, article))
    return numbers


@pytest.fixture
def pair(store: Store) -> tuple[int, int]:
    """Two tellings of one event, of articles 1 and 2."""
    one, other = filled(store, DAYS, MUSIC)
    return one, other


def dump(store: Store) -> dict[str, list[Any]]:
    """Return all rows of the tables that hold the user's work."""
    connection: sqlite3.Connection = store.connection
    tables = "articles events reports event_countries event_regions event_places event_themes event_organizations"
    tables += " event_people event_values evidence people organizations places"
    return {t: sorted(map(repr, map(tuple, connection.execute(f"SELECT * FROM {t}")))) for t in tables.split()}


def quotes_that_stand(store: Store) -> Iterator[bool]:
    return (f.ok for f in examine(store.connection, None) if f.check in ("quotes", "references"))


def test_the_first_event_keeps_its_number_and_the_other_is_gone(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    assert store.event_ids() == [pair[0]]


def test_a_merged_event_has_both_articles(store: Store, pair: tuple[int, int]) -> None:
    assert [a.id for a in workflow.merge(store, *pair).articles] == [1, 2]


def test_each_quote_stands_in_its_own_article(store: Store, pair: tuple[int, int]) -> None:
    event = workflow.merge(store, *pair).event
    texts = {1: FIRST, 2: SECOND}
    assert all(texts[e.article or 0][e.start : e.end] == e.quote for e in event.evidence if e.quote)


def test_the_doctor_finds_nothing_after_a_merge(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    assert all(quotes_that_stand(store))


def test_the_number_of_the_other_is_never_used_again(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    with store.deed("tag"):
        assert store.add_event(MUSIC, 2) > pair[1]


def test_a_field_can_be_taken_from_the_other(store: Store, pair: tuple[int, int]) -> None:
    assert workflow.merge(store, *pair, take=["date"]).event.date == "2019-05-02/2019-05-05"


def test_a_field_can_be_chosen_later(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    assert workflow.choose(store, pair[0], {"title": 2}).event.title == "Music: Days of Armenia"


def test_choices_name_what_the_other_article_tells(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    assert {c.field for c in workflow.choices(store, pair[0])} == {"title", "date"}


def test_whether_an_event_is_the_main_one_stays_with_its_article(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    rows = store.connection.execute("SELECT article, main FROM reports ORDER BY article").fetchall()
    assert [tuple(row) for row in rows] == [(1, 1), (2, 0)]


def test_a_merge_is_one_deed(store: Store, pair: tuple[int, int]) -> None:
    before = store.connection.execute("SELECT max(id) FROM deeds").fetchone()[0]
    workflow.merge(store, *pair)
    found = store.connection.execute("SELECT command, summary FROM deeds WHERE id > ?", (before,)).fetchall()
    assert [tuple(row) for row in found] == [("merge", f"merged event {pair[1]} into event {pair[0]}")]


@settings(max_examples=40, deadline=None)
@given(a=events(), b=events())
def test_undo_takes_a_merge_back_to_the_last_row(a: Event, b: Event) -> None:
    with Store.open(None) as store:
        # The quotes of these events stand in no text.
        pair = filled(store, replace(a, evidence=()), replace(b, evidence=()))
        before = dump(store)
        workflow.merge(store, pair[0], pair[1])
        store.undo()
        assert dump(store) == before


@settings(max_examples=40, deadline=None)
@given(a=events(), b=events())
def test_a_split_after_a_merge_leaves_the_first_as_it_was(a: Event, b: Event) -> None:
    with Store.open(None) as store:
        pair = filled(store, replace(a, evidence=()), replace(b, evidence=()))
        workflow.merge(store, pair[0], pair[1])
        workflow.split(store, pair[0], 2)
        left = store.event(pair[0])
        assert (bare(left.event), left.event.main) == (bare(a), a.main)


@settings(max_examples=40, deadline=None)
@given(a=events(), b=events())
def test_undo_takes_a_split_back_to_the_last_row(a: Event, b: Event) -> None:
    with Store.open(None) as store:
        pair = filled(store, replace(a, evidence=()), replace(b, evidence=()))
        workflow.merge(store, pair[0], pair[1])
        before = dump(store)
        workflow.split(store, pair[0], 1)
        store.undo()
        assert dump(store) == before


def test_a_split_gives_the_article_an_event_of_its_own(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    new = workflow.split(store, pair[0], 2)
    assert (bare(new.event), [a.id for a in new.articles]) == (bare(MUSIC), [2])


def test_the_first_article_can_be_split_off_too(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    workflow.split(store, pair[0], 1)
    left = store.event(pair[0])
    assert ([a.id for a in left.articles], left.event.date, left.event.main) == ([2], "2019-05-02/2019-05-05", False)


def test_three_articles_can_tell_one_event(store: Store) -> None:
    one, other, third = filled(store, DAYS, MUSIC, replace(DAYS, evidence=(), participants=50))
    workflow.merge(store, one, other)
    assert [a.id for a in workflow.merge(store, one, third).articles] == [1, 2, 3]


def test_an_article_that_is_not_stored_as_event_yet_is_linked(store: Store) -> None:
    (number,) = filled(store, DAYS)
    with store.deed("import"):
        article = store.add_article(Article.of(SECOND))[0]
    workflow.link(store, number, MUSIC, article)
    assert ([a.id for a in store.event(number).articles], store.article(article).state) == ([1, 2], "tagged")


def test_undo_takes_a_link_back(store: Store) -> None:
    (number,) = filled(store, DAYS)
    with store.deed("import"):
        article = store.add_article(Article.of(SECOND))[0]
    before = dump(store)
    workflow.link(store, number, MUSIC, article)
    store.undo()
    assert dump(store) == before


REFUSALS: dict[str, tuple[Callable[[Store], Any], type[Exception], str]] = {
    "an event with itself": (lambda s: workflow.merge(s, 1, 1), InputError, "merged with itself"),
    "an event that is not there": (lambda s: workflow.merge(s, 1, 99), NotFoundError, "no event 99"),
    "a field that is none": (lambda s: workflow.merge(s, 1, 2, ["colour"]), InputError, "no field 'colour'"),
    "a value that is not there": (lambda s: workflow.merge(s, 2, 1, ["participants"]), InputError, "says nothing of"),
    "the only article": (lambda s: workflow.split(s, 1, 1), InputError, "the only one that reports event 1"),
    "an article that tells it not": (lambda s: workflow.split(s, 1, 2), InputError, "does not report event 1"),
    "an article that is not there": (lambda s: workflow.split(s, 1, 99), NotFoundError, "no article 99"),
    "a choice of an article that is silent": (lambda s: workflow.choose(s, 1, {"date": 2}), InputError, "says nothing"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_done_is_refused(store: Store, pair: tuple[int, int], name: str) -> None:
    deed, error, words = REFUSALS[name]
    with pytest.raises(error, match=words):
        deed(store)


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_refused_changes_nothing(store: Store, pair: tuple[int, int], name: str) -> None:
    before = dump(store)
    deed, error, _ = REFUSALS[name]
    with pytest.raises(error):
        deed(store)
    assert dump(store) == before


def test_a_rejected_event_is_not_merged(store: Store, pair: tuple[int, int]) -> None:
    with store.deed("review"):
        store.set_review(pair[1], "rejected")
    with pytest.raises(InputError, match=f"Event {pair[1]} was rejected"):
        workflow.merge(store, *pair)


def test_deleting_an_article_takes_what_it_alone_told(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    workflow.delete(store, [], [2])
    assert bare(store.event(pair[0]).event) == bare(DAYS)


def test_deleting_an_article_can_be_undone(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    before = dump(store)
    workflow.delete(store, [], [1])
    store.undo()
    assert dump(store) == before


def test_an_article_forgotten_leaves_the_event_to_the_others(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    with store.deed("tag"):
        merging.forget(store, store.event(pair[0]), 1)
    assert [a.id for a in store.event(pair[0]).articles] == [2]


def test_the_only_telling_forgotten_deletes_the_event(store: Store, pair: tuple[int, int]) -> None:
    with store.deed("tag"):
        merging.forget(store, store.event(pair[0]), 1)
    assert store.event_ids() == [pair[1]]


def test_the_suggester_leaves_the_articles_of_a_merged_event_alone(store: Store, pair: tuple[int, int]) -> None:
    with store.deed("review"):
        for number in pair:
            store.connection.execute(
                "UPDATE events SET coder = 'suggester', review = 'unreviewed' WHERE id = ?", (number,)
            )
    workflow.merge(store, *pair)
    before = dump(store)
    workflow.tag_auto(store, [1, 2])
    assert dump(store) == before


def test_the_suggester_leaves_an_event_that_was_split_off_alone(store: Store, pair: tuple[int, int]) -> None:
    with store.deed("review"):
        store.connection.execute("UPDATE events SET coder = 'suggester', review = 'unreviewed'")
    workflow.merge(store, *pair)
    workflow.split(store, pair[0], 2)
    before = dump(store)
    workflow.tag_auto(store, [1, 2])
    assert dump(store) == before


def test_no_event_in_an_article_leaves_the_event_to_the_others(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    with store.deed("tag"):
        store.set_review(pair[0], "unreviewed")
        without_event(store, 2)
    assert bare(store.event(pair[0]).event) == bare(DAYS)


PAGE = """Days of Armenia open in Almaty

Almaty, 3 May 2019. The Days of Armenia in Kazakhstan were held in Almaty on 2 May 2019. The Minister of Culture of
Armenia, Anna Petrosyan, opened the festival.
"""


def test_an_article_of_a_merged_event_is_not_asked_about_again(store: Store) -> None:
    many = tuple(Evidence("people", "Anna Petrosyan", FIRST[i : i + 4], i, i + 4) for i in range(40))
    (number,) = filled(store, replace(DAYS, evidence=(Evidence("event", None, FIRST[:9], 0, 9), *many)))
    with store.deed("import"):
        article = store.add_article(prepare(Article.of(PAGE)))[0]
    (suggested,) = suggest_for(store.article(article)).events
    workflow.link(store, number, suggested, article)
    assert [turn.is_open for turn in turns_of(store, store.article(article), 1)] == [False]


def test_an_edited_name_is_quoted_from_the_article_that_has_it(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    record = workflow.edit_event(store, pair[0], {"organizations": ["music"]}, [])
    assert [(e.article, e.quote) for e in record.event.evidence if e.field == "organizations"] == [(2, "music")]


def test_a_quote_is_found_in_any_of_the_articles(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    record = workflow.edit_event(store, pair[0], {}, ["there was music"])
    assert [e.article for e in record.event.evidence if e.quote == "there was music"] == [2]


def test_an_edit_does_not_forget_what_the_articles_tell(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    event = workflow.edit_event(store, pair[0], {"date": ["2019-05-03"]}, []).event
    assert {e.value for e in event.evidence if e.field == "date" and e.quote} == {"2019-05-02", "2019-05-02/2019-05-05"}


def test_known_events_like_a_new_one_are_found(store: Store, pair: tuple[int, int]) -> None:
    found = workflow.known_like(store, replace(MUSIC, evidence=()), 2)
    assert [(record.id, like) for record, like in found] == [(pair[0], likeness(MUSIC, DAYS))]


def test_what_the_article_reports_already_is_no_known_event(store: Store, pair: tuple[int, int]) -> None:
    assert workflow.known_like(store, DAYS, 1, least=0.0) != []
    assert all(record.id != pair[0] for record, _ in workflow.known_like(store, DAYS, 1, least=0.0))


def test_rejected_events_are_no_known_ones(store: Store, pair: tuple[int, int]) -> None:
    with store.deed("review"):
        store.set_review(pair[0], "rejected")
    assert workflow.known_like(store, MUSIC, 2) == []


def test_duplicates_are_pairs_with_the_lower_number_first(store: Store, pair: tuple[int, int]) -> None:
    assert [(p.first.id, p.second.id) for p in workflow.duplicates(store)] == [pair]


def test_merged_events_are_no_duplicates_any_longer(store: Store, pair: tuple[int, int]) -> None:
    workflow.merge(store, *pair)
    assert workflow.duplicates(store) == []


def test_one_event_of_a_pair_matches_the_query(store: Store, pair: tuple[int, int]) -> None:
    assert len(workflow.duplicates(store, Query(person=("Lin",)))) == 1


def test_a_query_that_nothing_matches_finds_no_pair(store: Store, pair: tuple[int, int]) -> None:
    assert workflow.duplicates(store, Query(person=("Nobody",))) == []


def test_two_events_of_one_article_are_two(store: Store) -> None:
    filled(store, DAYS)
    with store.deed("tag"):
        store.add_event(DAYS, 1)
    assert workflow.duplicates(store) == []


WHEN = {
    "the same days": ("2019-05-02", "2019-05-02", True),
    "a span around it": ("2019-05-02", "2019-04-20/2019-05-20", True),
    "a month around it": ("2019-05-02", "2019-05", True),
    "a year around it": ("2019-05-02", "2019", True),
    "no date": ("2019-05-02", None, True),
    "no date on either side": (None, None, True),
    "an open end": ("2019-05-02", "2018/..", True),
    "some days later": ("2019-05-02", "2019-05-05", True),
    "weeks later": ("2019-05-02", "2019-05-20", False),
    "another year": ("2019", "2021", True),
}


@pytest.mark.parametrize("name", WHEN)
def test_candidates_of_one_event_and_of_the_store_are_the_same(store: Store, name: str) -> None:
    one, other, found = WHEN[name]
    pair = filled(store, replace(DAYS, date=one, evidence=()), replace(DAYS, date=other, evidence=()))
    known = workflow.known_like(store, store.event(pair[0]).event, 1, least=0.0)
    pairs = workflow.duplicates(store, least=0.0)
    assert ([r.id for r, _ in known], [(p.first.id, p.second.id) for p in pairs]) == (
        ([pair[1]], [(pair[0], pair[1])]) if found else ([], [])
    )


@settings(max_examples=30, deadline=None)
@given(told=st.lists(events(), min_size=2, max_size=6))
def test_every_pair_of_the_store_is_known_like_its_other_half(told: list[Event]) -> None:
    with Store.open(None) as store:
        filled(store, *(replace(e, evidence=()) for e in told))
        for pair in workflow.duplicates(store):
            known = workflow.known_like(store, pair.first.event, pair.first.articles[0].id, number=pair.first.id)
            assert pair.second.id in [record.id for record, _ in known]
