"""How the work goes on, from the deeds; and what became of suggestions, from the history."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Person, Place
from culturex.store import Store, progress, suggested
from culturex.store.history import Deed
from culturex.store.query import Query
from culturex.store.suggested import Tally
from culturex.workflow import Card, Decision, accept_certain, edit_event, no_event, review_with, tag_with

Run = Callable[..., Any]
TEXT = "Choirs of Norway sang in Riga on 3 May 2019. Anna Berg led them."


def said(field: str, value: str | None, words: str, rule: str) -> Evidence:
    at = TEXT.index(words)
    return Evidence(field, value, words, at, at + len(words), f"rule:{rule}", 0.8)


CHOIRS = Event(
    title="Choirs",
    type="performance",
    date="2019-05-03",
    countries=(CountryRole("LV", "host"), CountryRole("NO", "partner")),
    people=(Person("Anna Berg"),),
    evidence=(
        said("event", None, "Choirs of Norway sang", "event.noun"),
        said("type", "performance", "sang", "type.noun"),
        said("date", "2019-05-03", "3 May 2019", "dates.day"),
        said("countries", "LV:host", "Riga", "countries.named"),
        said("countries", "NO:partner", "Norway", "countries.named"),
        said("people", "Anna Berg", "Anna Berg", "people.run"),
    ),
)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with five articles, and an unreviewed event of each."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    with Store.open(None, coder="ann") as opened:
        with opened.deed("import"):
            for number in range(5):
                opened.add_article(Article.of(f"{TEXT} {number}"))
        with opened.deed("tag --auto"):
            for number in range(1, 6):
                opened.add_event(CHOIRS, number, review="unreviewed", coder="suggester")
        yield opened
    monkeypatch.undo()
    time.tzset()


def at(store: Store, *moments: str) -> None:
    """Let the last deeds have been done at these moments."""
    ids = [row[0] for row in store.connection.execute("SELECT id FROM deeds ORDER BY id DESC LIMIT ?", (len(moments),))]
    for number, moment in zip(reversed(ids), moments, strict=True):
        store.connection.execute("UPDATE deeds SET at = ? WHERE id = ?", (f"2024-03-01T{moment}Z", number))


def accept(store: Store, *numbers: int, coder: str = "ann") -> None:
    for number in numbers:
        with store.deed(Deed("review", coder=coder)):
            store.set_review(number, "accepted")


# -- days


def test_the_time_of_an_article_is_that_since_the_last_decision(store: Store) -> None:
    accept(store, 1, 2, 3)
    at(store, "10:00:00", "10:00:40", "10:01:00")
    (day,) = progress.days(store.connection)
    assert (day.articles, day.decisions, day.seconds, day.per_article) == (3, 3, 60, 30)


def test_a_long_pause_does_not_count(store: Store) -> None:
    accept(store, 1, 2, 3)
    at(store, "10:00:00", "10:06:00", "10:06:30")
    (day,) = progress.days(store.connection)
    assert (day.seconds, day.timed, day.per_article) == (30, 1, 30)


def test_coders_and_days_are_told_apart(store: Store) -> None:
    accept(store, 1)
    accept(store, 2, coder="eve")
    accept(store, 3)
    at(store, "10:00:00", "10:00:10", "10:00:40")
    store.connection.execute("UPDATE deeds SET at = '2024-03-02T08:00:00Z' WHERE id = (SELECT max(id) FROM deeds)")
    found = [(d.day.isoformat(), d.coder, d.decisions, d.seconds) for d in progress.days(store.connection)]
    assert found == [("2024-03-02", "ann", 1, 0), ("2024-03-01", "ann", 1, 0), ("2024-03-01", "eve", 1, 0)]


def test_what_was_taken_back_counts_for_its_time_alone(store: Store) -> None:
    accept(store, 1, 2)
    store.undo()
    accept(store, 2)
    at(store, "10:00:00", "10:00:10", "10:00:20", "10:00:30")
    (day,) = progress.days(store.connection)
    assert (day.articles, day.decisions, day.seconds) == (2, 2, 30)


def test_what_runs_by_itself_is_no_work(store: Store) -> None:
    accept_certain(store, [1, 2], 0.0, deed=Deed("review --quiet"))
    assert progress.days(store.connection) == []


def test_many_at_once_are_decisions_without_time(store: Store) -> None:
    accept(store, 1)
    with store.deed("review"):
        for number in (2, 3, 4):
            store.set_review(number, "accepted")
    at(store, "10:00:00", "10:00:10")
    (day,) = progress.days(store.connection)
    assert (day.articles, day.decisions, day.seconds) == (4, 4, 0)


def test_an_article_without_event_is_a_decision(store: Store) -> None:
    with store.deed("import"):
        store.add_article(Article.of("Nothing."))
    no_event(store, [6])
    (day,) = progress.days(store.connection)
    assert (day.articles, day.decisions) == (1, 1)


# -- suggestions


def tallies(store: Store, wanted: Query | None = None) -> dict[str, Tally]:
    return {t.field: t for t in suggested.outcomes(store.connection, wanted or Query())[0]}


def decide(store: Store, number: int, event: Event | None, action: str = "accept") -> None:
    """Let a person decide about an event as *event*."""

    class Person:
        def decide(self, card: Card) -> Decision:
            return Decision(action, event)

    review_with(store, [number], Person())


def test_what_is_accepted_as_it_is_was_kept(store: Store) -> None:
    decide(store, 1, None)
    found = tallies(store)
    assert {t.kept for t in found.values()} == {1, 2}
    assert {t.share for t in found.values()} == {1.0}


def test_another_value_has_changed_the_one_suggested(store: Store) -> None:
    decide(store, 1, replace(CHOIRS, date="2018"))
    assert tallies(store)["date"] == Tally("date", None, changed=1)


def test_an_emptied_field_has_dropped_it(store: Store) -> None:
    decide(store, 1, replace(CHOIRS, date=None, people=()))
    found = tallies(store)
    assert (found["date"].dropped, found["people"].dropped) == (1, 1)


def test_a_country_in_another_role_has_changed(store: Store) -> None:
    decide(store, 1, replace(CHOIRS, countries=(CountryRole("LV", "host"), CountryRole("NO", "host"))))
    assert tallies(store)["countries"] == Tally("countries", None, kept=1, changed=1)


def test_what_a_person_adds_is_counted(store: Store) -> None:
    decide(store, 1, replace(CHOIRS, people=(*CHOIRS.people, Person("Li Na")), places=(Place("Riga"),)))
    found = tallies(store)
    assert (found["people"].added, found["places"]) == (1, Tally("places", None, added=1))


def test_a_rejected_event_is_the_fault_of_what_saw_an_event(store: Store) -> None:
    decide(store, 1, None, "reject")
    found = tallies(store)
    assert (found["event"].share, found["date"].share, found["date"].rejected) == (0.0, None, 1)


def test_what_nobody_has_decided_about_does_not_count(store: Store) -> None:
    accept_certain(store, [1], 0.0, deed=Deed("review --quiet"))
    assert tallies(store) == {}


def test_a_later_edit_counts(store: Store) -> None:
    decide(store, 1, None)
    edit_event(store, 1, {"date": ["2018"]}, [])
    assert tallies(store)["date"].changed == 1


def test_what_was_taken_back_does_not_count(store: Store) -> None:
    decide(store, 1, None)
    edit_event(store, 1, {"date": ["2018"]}, [])
    store.undo()
    assert tallies(store)["date"].kept == 1


def test_an_event_of_ones_own_is_no_suggestion(store: Store) -> None:
    with store.deed("tag"):
        store.add_event(replace(CHOIRS, evidence=(Evidence("date", "2019-05-03", method="hand"),)), 1)
    assert tallies(store) == {}


def test_what_becomes_of_a_fresh_suggestion_is_known(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Seen:
        events = (CHOIRS,)
        reasons = ()

    monkeypatch.setattr("culturex.workflow.turns.suggest_for", lambda stored, known: Seen)
    with store.deed("import"):
        store.add_article(Article.of(f"{TEXT} Again."))

    class Person:
        def decide(self, card: Card) -> Decision:
            return Decision("accept", replace(CHOIRS, date="2018"))

    tag_with(store, [6], Person())
    assert (tallies(store)["date"], tallies(store)["type"].kept) == (Tally("date", None, changed=1), 1)
    store.undo()
    assert store.event_ids() == [1, 2, 3, 4, 5]


def test_rules_come_the_worst_first(store: Store) -> None:
    for number in (1, 2, 3):
        decide(store, number, replace(CHOIRS, date="2018") if number < 3 else None)
    decide(store, 4, None, "reject")
    rules = suggested.outcomes(store.connection, Query())[1]
    assert [(t.rule, t.share and round(t.share, 2)) for t in rules[:3]] == [
        ("rule:dates.day", 0.33),
        ("rule:event.noun", 0.75),
        ("rule:people.run", 1.0),
    ]


def test_filters_choose_the_events(store: Store) -> None:
    decide(store, 1, None)
    assert tallies(store, Query(country=("Peru",))) == {}


# -- the command line


def test_progress_as_json(run: Run, home: Any, samples: Any) -> None:
    run("import", samples)
    run("tag", "--auto")
    run("review", "--accept", 1)
    found = run("stats", "--progress", "--json").json
    assert [sorted(found), found["days"][0]["decisions"]] == [["days", "fields", "rules"], 1]
    assert {f["unchanged"] for f in found["fields"]} == {1.0}


def test_progress_of_an_empty_store(run: Run) -> None:
    assert run("stats", "--progress", "--json").json == {"days": [], "fields": [], "rules": []}


def test_progress_in_a_pipe_is_three_tables(run: Run, library: Any) -> None:
    blocks = run("stats", "--progress").out.split("\n\n")
    assert [block.split("\t")[0] for block in blocks] == ["day", "field", "rule"]


def test_articles_with_something_to_do(run: Run, library: Any) -> None:
    run("tag", 6, "--no-event")
    asked = {flag: [a["id"] for a in run("articles", flag, "--json").json] for flag in
             ("--todo", "--unreviewed", "--without-events")}  # fmt: skip
    assert asked == {"--todo": [5], "--unreviewed": [5], "--without-events": [6]}


def test_articles_sums_up_at_a_terminal(run: Run, library: Any) -> None:
    pexpect = pytest.importorskip("pexpect")
    import sys

    shown = pexpect.run(f"{sys.executable} -m culturex articles", encoding="utf-8")
    assert "6 articles: 1 new, 5 tagged; 1 with unreviewed events." in shown
