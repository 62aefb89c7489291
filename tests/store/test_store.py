"""The store keeps what it is given, in one transaction per deed, and gives everything back."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.errors import InputError, NotFoundError
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.store import Deed, Query, Store, merging
from culturex.text import clean

FESTIVAL = Event(
    main=True,
    title="Days of Culture",
    type="festival",
    status="planned",
    date="2024-11-18/2024-11-19",
    date_basis="stated",
    mode="in_person",
    countries=(CountryRole("TM", "host"), CountryRole("UZ")),
    regions=("Central Asia",),
    places=(Place("Ashgabat", "TM", 37.95, 58.38),),
    themes=("music", "crafts"),
    organizations=(Organization("State Library", "host", "TM"),),
    people=(Person("Ada B", "Director", "State Library", "TM", "speaker"),),
    participants=40,
    summary="A line\nand another",
    notes="see also",
)


def an_article(store: Store, text: str = "Days of Culture open in Ashgabat") -> int:
    with store.deed("import"):
        return store.add_article(Article.of(text))[0]


def an_event(store: Store, event: Event = FESTIVAL) -> int:
    article = an_article(store)
    with store.deed("tag"):
        return store.add_event(event, article)


def test_an_event_comes_back_as_it_was_stored(store: Store) -> None:
    assert store.event(an_event(store)).event == FESTIVAL


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1))
def test_any_text_comes_back_as_it_was_cleaned(text: str) -> None:
    with Store.open(None) as store:
        number = an_article(store, text)
        assert store.article(number).article.text == clean(text)


def test_the_same_text_is_stored_once(store: Store) -> None:
    first = an_article(store, "One  text\nhere")
    assert an_article(store, "one text here") == first


def test_numbers_are_never_used_again(store: Store) -> None:
    first = an_event(store)
    with store.deed("delete"):
        store.delete_event(first)
    assert an_event(store) > first


def test_numbers_are_not_used_again_after_an_undo(store: Store) -> None:
    first = an_event(store)
    store.undo()
    assert an_event(store) > first


def test_a_failing_deed_leaves_nothing(store: Store) -> None:
    article = an_article(store)

    def deed() -> None:
        with store.deed("tag"):
            store.add_event(FESTIVAL, article)
            store.add_event(replace(FESTIVAL, type="carnival"), article)

    with pytest.raises(InputError):
        deed()
    assert store.event_ids() == []


def test_a_code_that_is_not_in_the_codebook_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="'carnival' is not in the codebook"):
        an_event(store, replace(FESTIVAL, type="carnival"))


def test_a_country_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="'QQ' is no ISO 3166-1"):
        an_event(store, replace(FESTIVAL, countries=(CountryRole("QQ"),)))


def test_a_quote_must_stand_where_it_says(store: Store) -> None:
    with pytest.raises(InputError, match="does not stand at 3"):
        an_event(store, replace(FESTIVAL, evidence=(Evidence("type", "festival", "Culture", 3, 10),)))


def test_replacing_an_event_writes_only_what_differs(store: Store) -> None:
    number = an_event(store)
    with store.deed("edit") as deed:
        store.replace_event(number, replace(FESTIVAL, status="held"))
    rows = store.connection.execute('SELECT "table", action FROM history WHERE deed = ?', (deed.id,)).fetchall()
    assert [tuple(row) for row in rows] == [("events", "update")]


def test_a_deed_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    number = an_event(store)
    before = store.connection.execute("SELECT count(*) FROM deeds").fetchone()[0]
    with store.deed("edit"):
        store.replace_event(number, FESTIVAL)
    assert store.connection.execute("SELECT count(*) FROM deeds").fetchone()[0] == before


def test_undo_brings_a_deleted_event_back_whole(store: Store) -> None:
    number = an_event(store)
    before = store.event(number)
    with store.deed("delete"):
        store.delete_event(number)
    store.undo()
    assert store.event(number) == before


def test_undo_takes_an_edit_back(store: Store) -> None:
    number = an_event(store)
    before = store.event(number)
    with store.deed("edit"):
        store.replace_event(number, replace(FESTIVAL, people=(), title="Other", countries=(CountryRole("UZ", "host"),)))
    store.undo()
    assert store.event(number) == before


def test_undo_until_nothing_is_left_empties_the_store(store: Store) -> None:
    an_event(store)
    with store.deed("delete"):
        merging.delete_article(store, 1)
    while store.undo():
        pass
    counts = [
        store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("articles", "events", "reports", "people", "places", "organizations", "evidence", "articles_fts")
    ]
    assert counts == [0] * 8


def test_a_deed_in_two_transactions_is_undone_as_one(store: Store) -> None:
    deed = Deed("import")
    for text in ("one", "two"):
        with store.deed(deed):
            store.add_article(Article.of(text))
    store.undo()
    assert store.article_ids() == []


@pytest.mark.parametrize("fails", [False, True])
def test_the_checks_of_the_tables_guard_again_after_many_were_added(store: Store, fails: bool) -> None:
    article = an_article(store)
    with suppress(InputError), store.deed("tag"), store.adding("events"):
        store.add_event(replace(FESTIVAL, type="jamboree") if fails else FESTIVAL, article)
    with pytest.raises(sqlite3.IntegrityError), store.deed("edit"):
        store.connection.execute("UPDATE articles SET state = 'read'")


def test_an_event_that_is_added_among_many_is_read_whole_at_once(store: Store) -> None:
    article = an_article(store)
    with store.deed("tag"), store.adding("events"):
        assert store.event(store.add_event(FESTIVAL, article)).event == FESTIVAL


def test_many_events_added_at_once_come_back_as_they_were_stored(store: Store) -> None:
    article = an_article(store)
    events = [replace(FESTIVAL, themes=("music", "crafts")[: k % 3], title=f"Day {k}") for k in range(40)]
    with store.deed("tag"), store.adding("events"):
        numbers = [store.add_event(event, article) for event in events]
    assert [store.event(number).event for number in numbers] == events


def test_what_was_added_among_many_is_seen_before_it_is_written(store: Store) -> None:
    article = an_article(store)
    with store.deed("tag"), store.adding("events"):
        number = store.add_event(FESTIVAL, article, review="unreviewed", coder="suggester")
        assert store.unreviewed_by(article, "suggester") == store.event_ids() == [number]


def test_the_state_said_last_stays_among_many(store: Store) -> None:
    article = an_article(store)
    with store.deed("tag"), store.adding("events"):
        store.add_event(FESTIVAL, article)
        store.set_article_state(article, "no_event")
    assert store.article(article).state == "no_event"


def test_names_that_went_with_an_event_are_added_again_among_many(store: Store) -> None:
    article = an_article(store)
    earlier = an_event(store)
    with store.deed("tag"), store.adding("events"):
        store.add_event(replace(FESTIVAL, places=()), article)
        store.delete_event(earlier)
        number = store.add_event(FESTIVAL, article)
    assert store.event(number).event == FESTIVAL


def test_a_match_that_is_none_is_refused_among_many(store: Store) -> None:
    article = an_article(store)
    strange = replace(FESTIVAL, evidence=(Evidence("event", quote="", match="perhaps"),))
    with pytest.raises(InputError, match="perhaps"), store.deed("tag"), store.adding("events"):
        store.add_event(strange, article)


def test_an_attempt_that_fails_among_many_leaves_nothing_of_its_event(store: Store) -> None:
    article = an_article(store)
    with store.deed("tag"), store.adding("events"):
        kept = store.add_event(FESTIVAL, article)
        with suppress(InputError), store.attempt():
            store.add_event(FESTIVAL, article)
            raise InputError("no")
    assert [record.event for record in store.events()] == [FESTIVAL]
    assert store.event_ids() == [kept]


def test_undo_takes_back_events_that_were_added_among_many(store: Store) -> None:
    article = an_article(store)
    with store.deed("tag"), store.adding("events"):
        store.add_event(FESTIVAL, article)
    store.undo()
    assert store.connection.execute("SELECT count(*) FROM event_people").fetchone()[0] == 0


def test_a_deleted_article_takes_its_events_along(store: Store) -> None:
    number = an_event(store)
    with store.deed("delete"):
        merging.delete_article(store, 1)
    with pytest.raises(NotFoundError):
        store.event(number)


def test_an_article_without_events_left_is_new_again(store: Store) -> None:
    number = an_event(store)
    with store.deed("delete"):
        store.delete_event(number)
    assert store.article(1).state == "new"


def test_a_change_from_outside_is_in_the_history_too(tmp_path: Path) -> None:
    path = tmp_path / "culturex.db"
    with Store.open(path, write=True) as store:
        number = an_event(store)
    outside = sqlite3.connect(path)
    outside.execute("UPDATE events SET title = 'changed by hand' WHERE id = ?", (number,))
    outside.commit()
    outside.close()
    with Store.open(path) as store:
        from culturex.store.history import changes

        last = list(changes(store.connection, number))[-1]
    assert (last.deed, last.after) == (None, {"title": "changed by hand"})


def test_the_history_of_an_event_begins_with_all_its_parts(store: Store) -> None:
    from culturex.store.history import changes

    number = an_event(store)
    with store.deed("edit"):
        store.replace_event(number, replace(FESTIVAL, themes=("film",), countries=()))
    told = [
        (c.table, c.action, (c.after or {}).get("theme") or (c.after or {}).get("code"))
        for c in changes(store.connection, number)
    ]
    assert ("event_themes", "insert", "music") in told
    assert ("event_countries", "insert", "UZ") in told
    assert told[-1] == ("event_themes", "insert", "film")


def test_undo_takes_the_parts_of_a_new_event_along(store: Store) -> None:
    an_event(store)
    store.undo()
    assert store.connection.execute("SELECT count(*) FROM event_countries").fetchone()[0] == 0


def test_names_that_no_event_uses_any_more_are_dropped(store: Store) -> None:
    number = an_event(store)
    with store.deed("edit"):
        store.replace_event(number, replace(FESTIVAL, people=(Person("Ida C"),)))
    assert store.names("people") == ["Ida C"]


def test_events_are_read_in_chunks_but_all_of_them(store: Store) -> None:
    article = an_article(store)
    with store.deed("tag"):
        for index in range(1201):
            store.add_event(Event(title=str(index), type="visit"), article)
    assert [r.event.title for r in store.events(Query(sort="id"))] == [str(i) for i in range(1201)]
