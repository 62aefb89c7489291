"""A session of decisions: where it goes on, the way back through it, and other programs on the same store."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from culturex.errors import BusyError, InputError, StoreError
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Person
from culturex.store import Store, merging, queues, taking_back
from culturex.store.query import Query
from culturex.workflow import Card, Decision, Tally, keep_draft, no_event, review_with, tag_with

TEXT = "One festival. Two concerts. Three talks."
EVENTS = tuple(
    Event(title=w, type="festival", evidence=(Evidence("event", None, w, TEXT.index(w), TEXT.index(w) + len(w)),))
    for w in ("One festival", "Two concerts", "Three talks")
)
Step = str | Decision | Callable[[Card], Decision]


class Script:
    """A Decider that gives its answers one after the other, and keeps the cards it was shown."""

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.cards: list[Card] = []

    def decide(self, card: Card) -> Decision:
        self.cards.append(card)
        step = self.steps.pop(0) if self.steps else "quit"
        if isinstance(step, Decision):
            return step
        if callable(step):
            return step(card)
        return Decision(step, Event(type="other", title="Of my own") if step == "new" else None)

    @property
    def seen(self) -> list[tuple[int, str | None]]:
        """Article and title of each card."""
        return [(card.article.id, card.event.title if card.event else None) for card in self.cards]

    @property
    def notes(self) -> list[str]:
        """What the cards said of what happened before."""
        return [card.note for card in self.cards if card.note]


@pytest.fixture(autouse=True)
def _seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the suggester: it sees the same three events in each article but the third."""

    class Nothing:
        events = ()
        reasons = ("nothing tells of an event",)

    class Seen(Nothing):
        events = EVENTS

    monkeypatch.setattr(
        "culturex.workflow.turns.suggest_for",
        lambda stored, known: Seen if stored.article.text.startswith(TEXT) else Nothing,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in a file with two articles of three suggested events each, and one without any."""
    place = tmp_path / "culturex.db"
    with Store.open(place, write=True, coder="ann") as store, store.deed("import", "imported 3 articles"):
        for text in (TEXT, TEXT + " Again.", "Nothing at all."):
            store.add_article(Article.of(text))
    return place


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The store, open for ann."""
    with Store.open(path, write=True, coder="ann") as opened:
        yield opened


@pytest.fixture
def other(path: Path) -> Iterator[Store]:
    """The same store, open for bob in another program."""
    with Store.open(path, write=True, coder="bob") as opened:
        yield opened


def go(store: Store, *steps: Step, **flags: Any) -> Script:
    """Tag what is still to do, or the *articles* given."""
    script = Script(*steps)
    tag_with(store, flags.pop("articles", None) or store.article_ids("new"), script, **flags)
    return script


def stand(store: Store) -> list[tuple[int, str | None, str]]:
    """Return article, title and review of all stored events."""
    records = [store.event(n) for n in store.event_ids(Query(sort="id"))]
    return [(r.articles[0].id, r.event.title, r.review) for r in records]


# -- where it goes on


def test_a_session_goes_on_inside_an_article(store: Store) -> None:
    go(store, "accept", "quit")
    assert go(store, "quit").seen == [(1, "Two concerts")]


def test_an_event_whose_quote_was_changed_is_not_suggested_again(store: Store) -> None:
    quote = Evidence("event", None, "One", 0, 3)
    rest = tuple(Evidence("date", str(n), "festival", 4, 12) for n in range(3))
    edited = replace(EVENTS[0], title="Mine", evidence=(quote, *rest))
    with pytest.MonkeyPatch.context() as patch:
        told = replace(EVENTS[0], evidence=(*EVENTS[0].evidence, *rest))
        seen = type("Seen", (), {"events": (told, *EVENTS[1:]), "reasons": ()})
        patch.setattr("culturex.workflow.turns.suggest_for", lambda stored, known: seen)
        go(store, Decision("accept", edited), "quit")
        assert go(store, "quit").seen == [(1, "Two concerts")]


def test_an_article_with_something_skipped_stays_to_do(store: Store) -> None:
    go(store, "skip", "accept", "accept", "quit")
    assert store.article(1).state == "new"


def test_starting_over_asks_again_about_what_was_decided(store: Store) -> None:
    go(store, "accept", "reject", "done", "quit")
    script = go(store, "skip", "skip", "skip", "quit", articles=[1], again=True)
    assert [title for _, title in script.seen] == ["One festival", "Two concerts", "Three talks"]


def test_starting_over_loses_nothing(store: Store) -> None:
    go(store, "accept", "reject", "accept", "quit")
    before = stand(store)
    go(store, "skip", "skip", "skip", articles=[1], again=True)
    assert stand(store) == before


def test_what_was_decided_can_be_decided_otherwise(store: Store) -> None:
    go(store, "accept", "reject", "accept", "quit")
    go(store, "reject", "accept", "quit", articles=[1], again=True)
    assert [review for _, _, review in stand(store)] == ["rejected", "accepted", "accepted"]


def test_starting_over_asks_again_about_an_article_without_event(store: Store) -> None:
    no_event(store, [1])
    assert go(store, articles=[1], again=True).seen == [(1, "One festival")]


def test_a_decision_is_reported_once_it_is_stored(store: Store) -> None:
    told: list[tuple[str, int | None, int]] = []
    go(store, "accept", "new", "skip", "quit",
       report=lambda card, decision, event: told.append((decision.action, event, len(stand(store)))))  # fmt: skip
    assert told == [("accept", 1, 1), ("new", 2, 2), ("skip", None, 2), ("quit", None, 2)]


def test_what_cannot_be_stored_is_asked_about_again(store: Store) -> None:
    wrong = replace(EVENTS[0], date="the day before")
    script = go(store, Decision("accept", wrong), Decision("accept", replace(wrong, date="2019")), "quit")
    assert script.cards[1].event == wrong
    assert "The event cannot be stored" in script.notes[0]
    assert store.event(1).event.date == "2019"


def test_a_new_event_that_cannot_be_stored_is_not_lost(store: Store) -> None:
    wrong = Event(type="visit", title="Mine", date="the day before")
    script = go(store, Decision("new", wrong), Decision("accept", replace(wrong, date="2019")), "quit")
    assert script.seen == [(1, "One festival"), (1, "Mine"), (1, "One festival")]
    assert stand(store) == [(1, "Mine", "accepted")]


def test_a_decider_without_another_answer_is_told_of_its_mistake(store: Store) -> None:
    wrong = Decision("accept", replace(EVENTS[0], date="the day before"))
    with pytest.raises(InputError, match="cannot be stored"):
        go(store, wrong, wrong)


# -- the way back


def test_undo_asks_again_about_the_last_decision(store: Store) -> None:
    assert go(store, "accept", "undo", "quit").seen == [(1, "One festival"), (1, "Two concerts"), (1, "One festival")]


def test_undo_takes_the_decision_out_of_the_store(store: Store) -> None:
    go(store, "accept", "undo", "quit")
    assert stand(store) == []


def test_undo_says_what_it_took_back(store: Store) -> None:
    assert go(store, "accept", "undo", "quit").notes == ["Took back: accepted event 1 in article 1."]


def test_what_is_taken_back_is_not_counted(store: Store) -> None:
    tally = tag_with(store, store.article_ids("new"), Script("accept", "reject", "undo", "undo", "accept", "quit"))
    assert (tally["accept"], tally["reject"]) == (1, 0)


def test_after_an_undo_the_session_goes_on_where_it_was(store: Store) -> None:
    script = go(store, "accept", "accept", "undo", "undo", "reject", "accept", "quit")
    assert [title for _, title in script.seen[-3:]] == ["One festival", "Two concerts", "Three talks"]
    assert [review for _, _, review in stand(store)] == ["rejected", "accepted"]


def test_undo_goes_back_across_articles(store: Store) -> None:
    script = go(store, "accept", "accept", "accept", "undo", "quit")
    assert script.seen[-1] == (1, "Three talks")


def test_an_article_is_to_do_again_after_an_undo(store: Store) -> None:
    go(store, "accept", "accept", "accept", "undo", "quit")
    assert store.article(1).state == "new"


def test_undo_goes_back_across_runs(store: Store) -> None:
    go(store, "accept", "accept", "accept", "quit")
    script = go(store, "undo", "undo", "quit", articles=[2])
    assert script.seen == [(2, "One festival"), (1, "Three talks"), (1, "Two concerts")]


def test_a_card_from_outside_the_queue_says_so(store: Store) -> None:
    go(store, "accept", "accept", "accept", "quit")
    assert go(store, "undo", "quit", articles=[2]).cards[-1].position == 0


def test_an_article_outside_the_queue_keeps_what_is_still_to_do(store: Store) -> None:
    go(store, "accept", "quit")
    go(store, "undo", "accept", "quit", articles=[2])
    assert store.article(1).state == "new"


def test_what_was_written_is_there_after_an_undo(store: Store) -> None:
    edited = replace(EVENTS[0], participants=40)
    script = go(store, Decision("accept", edited), "undo", "quit")
    assert script.cards[-1].event is not None
    assert script.cards[-1].event.participants == 40


def test_after_an_undo_a_card_still_knows_what_was_suggested(store: Store) -> None:
    script = go(store, Decision("accept", replace(EVENTS[0], participants=40)), "undo", "quit")
    assert script.cards[-1].suggested == EVENTS[0]


def test_a_new_event_that_was_taken_back_is_no_suggestion(store: Store) -> None:
    script = go(store, "new", "undo", "quit")
    assert (script.cards[-1].suggested, script.cards[-1].origin) == (None, None)


def test_a_new_event_that_was_taken_back_can_be_stored_again(store: Store) -> None:
    go(store, "new", "undo", "accept", "quit")
    assert stand(store) == [(1, "Of my own", "accepted")]


def test_after_the_last_decision_one_can_go_back(store: Store) -> None:
    wanted = [True, False]
    script = go(store, *["accept"] * 6, "no_event", "no_event", finish=lambda notes: wanted.pop(0))
    assert (script.seen[-2:], wanted) == ([(3, None), (3, None)], [])


def test_nobody_is_asked_whether_to_go_back_who_has_quit(store: Store) -> None:
    go(store, "accept", "quit", finish=lambda notes: pytest.fail("asked"))


def test_what_hinders_going_back_at_the_end_is_said(store: Store, other: Store) -> None:
    said: list[str] = []

    def back(notes: list[str]) -> bool:
        said.extend(notes)
        if not notes:
            with other.deed("edit", "edited event 3"):
                other.replace_event(3, replace(EVENTS[2], notes="Mine"))
        return not notes

    go(store, "accept", "accept", "accept", articles=[1], finish=back)
    assert said == ["It was changed since: edited event 3 (bob). culturex history shows what happened."]


def test_undo_of_no_event_asks_about_the_article_again(store: Store) -> None:
    script = go(store, "no_event", "undo", "accept", "quit")
    assert script.seen == [(1, "One festival"), (2, "One festival"), (1, "One festival"), (1, "Two concerts")]


def test_undo_of_done_asks_about_the_rest(store: Store) -> None:
    script = go(store, "accept", "done", "undo", "quit")
    assert script.seen[-1] == (1, "Two concerts")


def test_undo_stops_at_an_import_and_says_so(store: Store) -> None:
    script = go(store, "undo", "quit")
    assert script.notes == ["What was done last is no decision: imported 3 articles. culturex undo takes it back."]


def test_undo_stops_at_a_decision_about_many(store: Store) -> None:
    no_event(store, [2, 3])
    assert "done to many at once" in go(store, "undo", "quit").notes[0]


def test_undo_stops_at_what_somebody_else_decided_before(store: Store, other: Store) -> None:
    no_event(other, [3])
    assert "a decision of bob" in go(store, "undo", "quit").notes[0]


def test_undo_of_a_review_gives_the_event_back_as_it_was(store: Store) -> None:
    with store.deed("tag --auto"):
        number, other = (store.add_event(e, 1, review="unreviewed", coder="suggester") for e in EVENTS[:2])
    script = Script(Decision("accept", replace(EVENTS[0], title="Mine")), "undo", "quit")
    review_with(store, [number, other], script)
    assert (store.event(number).review, store.event(number).event.title) == ("unreviewed", "One festival")


def test_undo_of_a_review_shows_the_event_as_it_had_been_decided(store: Store) -> None:
    with store.deed("tag --auto"):
        numbers = [store.add_event(e, 1, review="unreviewed", coder="suggester") for e in EVENTS]
    script = Script(Decision("accept", replace(EVENTS[0], title="Mine")), "undo", "quit")
    review_with(store, numbers, script)
    assert [title for _, title in script.seen] == ["One festival", "Two concerts", "Mine"]


def test_undo_of_no_event_in_a_review_brings_the_events_back(store: Store) -> None:
    with store.deed("tag --auto"):
        numbers = [store.add_event(e, n, review="unreviewed", coder="suggester") for n in (1, 2) for e in EVENTS[:2]]
    script = Script("no_event", "undo", "accept", "accept", "quit")
    review_with(store, numbers, script)
    assert [n for n, _ in script.seen] == [1, 2, 1, 1, 2]


# -- not alone


def test_undo_in_a_review_leaves_the_queue_as_it_is(store: Store) -> None:
    go(store, "accept", "done", articles=[1])
    script = Script("undo", "quit")
    review_with(store, [1], script)
    assert script.seen == [(1, "One festival"), (1, "One festival")]


def test_undo_passes_over_what_another_program_did_meanwhile(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        no_event(other, [3])
        return Decision("undo")

    script = go(store, "accept", meanwhile, "quit")
    assert script.notes == ["Took back: accepted event 1 in article 1."]
    assert store.article(3).state == "no_event"


def test_undo_is_refused_where_another_program_built_on_it(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        with other.deed("edit", "edited event 1"):
            other.replace_event(1, replace(other.event(1).event, participants=5))
        return Decision("undo")

    script = go(store, "accept", meanwhile, "quit")
    assert "It was changed since: edited event 1 (bob)." in script.notes[0]
    assert other.event(1).event.participants == 5


def test_a_name_that_another_program_uses_stays_after_an_undo(store: Store, other: Store) -> None:
    person = (Person("Nino Beridze"),)

    def meanwhile(card: Card) -> Decision:
        with other.deed("tag"):
            other.add_event(Event(type="visit", people=person), 3)
        return Decision("undo")

    go(store, Decision("accept", replace(EVENTS[0], people=person)), meanwhile, "quit")
    (left,) = store.event_ids()
    assert store.event(left).event.people == person


def test_the_same_decision_in_two_programs_is_stored_once(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        go(other, "accept", "quit")
        return Decision("accept")

    script = go(store, meanwhile, "quit")
    assert stand(store) == [(1, "One festival", "accepted")]
    assert script.seen[-1] == (1, "Two concerts")
    assert script.notes == ["Meanwhile, in another program by bob: accepted event 1 in article 1."]


def test_another_decision_by_another_program_is_asked_about(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        go(other, "reject", "quit")
        return Decision("accept")

    script = go(store, meanwhile, "quit")
    assert stand(store) == [(1, "One festival", "rejected")]
    assert script.cards[-1].record is not None
    assert "Nothing was stored yet." in script.notes[0]


def test_what_was_written_is_not_lost_when_another_program_was_first(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        go(other, "accept", "quit")
        return Decision("accept", replace(EVENTS[0], title="Mine"))

    script = go(store, meanwhile, "accept", "quit")
    assert script.seen[1] == (1, "Mine")
    assert stand(store) == [(1, "Mine", "accepted")]


def test_an_event_changed_by_another_program_is_shown_anew(store: Store, other: Store) -> None:
    with store.deed("tag --auto"):
        number = store.add_event(EVENTS[0], 1, review="unreviewed", coder="suggester")

    def meanwhile(card: Card) -> Decision:
        with other.deed("edit", f"edited event {number}"):
            other.replace_event(number, replace(EVENTS[0], title="Theirs"))
        return Decision("accept")

    script = Script(meanwhile, "accept")
    review_with(store, [number], script)
    assert [title for _, title in script.seen] == ["One festival", "Theirs"]
    assert stand(store) == [(1, "Theirs", "accepted")]


def test_an_event_reviewed_by_another_program_is_passed_over(store: Store, other: Store) -> None:
    with store.deed("tag --auto"):
        numbers = [store.add_event(e, 1, review="unreviewed", coder="suggester") for e in EVENTS]

    def meanwhile(card: Card) -> Decision:
        with other.deed("review", "accepted event 2"):
            other.set_review(numbers[1], "accepted")
        return Decision("accept")

    script = Script(meanwhile, "quit")
    review_with(store, numbers, script)
    assert [title for _, title in script.seen] == ["One festival", "Three talks"]
    assert script.notes == ["Meanwhile, in another program by bob: accepted event 2."]


def test_an_article_tagged_by_another_program_is_passed_over(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        go(other, "accept", "accept", "accept", articles=[2])
        return Decision("done")

    script = go(store, meanwhile, "quit")
    assert [n for n, _ in script.seen] == [1, 3]
    assert script.notes == ["Meanwhile another program dealt with article 2."]


def test_an_article_deleted_by_another_program_is_passed_over(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        with other.deed("delete"):
            merging.delete_article(other, 1)
        return Decision("accept")

    script = go(store, meanwhile, "quit")
    assert script.seen[-1] == (2, "One festival")
    assert "deleted article 1" in script.notes[0]


def test_no_event_is_asked_again_where_another_program_found_one(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        go(other, "new", articles=[3])
        return Decision("no_event")

    script = go(store, meanwhile, "quit", articles=[3])
    assert store.article(3).state == "tagged"
    assert "Nothing was stored." in script.notes[0]


def test_what_is_left_to_say_at_the_end_is_in_the_tally(store: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        no_event(other, [3])
        return Decision("done")

    tally = tag_with(store, [1, 3], Script(meanwhile))
    assert tally.notes == ["Meanwhile another program dealt with article 3."]


def test_a_store_in_use_is_waited_for(store: Store, path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    store.connection.execute("PRAGMA busy_timeout = 10")
    waited: list[StoreError] = []

    def lock(card: Card) -> Decision:
        holder.execute("BEGIN IMMEDIATE")
        return Decision("accept")

    def wait(error: StoreError) -> None:
        waited.append(error)
        if len(waited) == 3:
            holder.execute("ROLLBACK")

    go(store, lock, "quit", wait=wait)
    holder.close()
    assert (len(waited), stand(store)) == (3, [(1, "One festival", "accepted")])


def test_waiting_can_be_given_up(store: Store, path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    store.connection.execute("PRAGMA busy_timeout = 10")
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError, match="in use by another program"):
        go(store, "accept")
    holder.close()


def test_the_tally_counts_decisions_that_stand(store: Store) -> None:
    tally: Tally = tag_with(store, [1, 2], Script("accept", "undo", "accept", "reject", "skip", "no_event"))
    assert {k: tally[k] for k in ("accept", "reject", "skip", "no_event")} == {
        "accept": 1, "reject": 1, "skip": 1, "no_event": 1,
    }  # fmt: skip


def test_countries_that_were_edited_say_that_a_person_coded_them(store: Store) -> None:
    go(store, Decision("accept", replace(EVENTS[0], countries=(CountryRole("AM", "host"),))), "quit")
    assert [e.method for e in store.event(1).event.evidence if e.field == "countries"] == ["prompt"]


# -- known events

DAYS = Event(
    title="Days of Armenia", type="festival", date="2019-05-02/2019-05-05", date_basis="stated", status="held",
    countries=(CountryRole("KZ", "host"), CountryRole("AM")), people=(Person("Ana Petrosyan"),),
    evidence=(Evidence("event", None, "One festival", 0, 12), Evidence("date", "2019-05-02/2019-05-05", "Two", 14, 17)),
)  # fmt: skip
AGAIN = replace(DAYS, title="Armenian Days in Almaty", date="2019-05-02", status="ongoing", participants=40)


@pytest.fixture
def days(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store with an event that the suggester sees in the second article again, with another date."""

    class Seen:
        events = (AGAIN, EVENTS[2])
        reasons = ()

    monkeypatch.setattr("culturex.workflow.turns.suggest_for", lambda stored, known: Seen)
    with store.deed("tag"):
        store.add_event(DAYS, 1)
    return store


def merged(days: Store, *steps: Step, take: tuple[str, ...] = ()) -> Script:
    """Merge the first event of article 2 into event 1, and go on."""
    return go(days, Decision("merge", None, 1, take), *steps, articles=[2])


def test_a_card_knows_the_event_that_it_could_be(days: Store) -> None:
    script = go(days, "quit", articles=[2])
    assert [record.id for record, _ in script.cards[0].known] == [1]


def test_merging_makes_no_second_event(days: Store) -> None:
    merged(days, "quit")
    assert days.event_ids() == [1]


def test_merging_lets_both_articles_report_the_event(days: Store) -> None:
    merged(days, "quit")
    assert [a.id for a in days.event(1).articles] == [1, 2]


def test_after_merging_the_known_event_counts_where_they_differ(days: Store) -> None:
    merged(days, "quit")
    event = days.event(1).event
    assert (event.date, event.participants) == ("2019-05-02/2019-05-05", 40)


def test_a_field_can_be_taken_from_what_is_merged(days: Store) -> None:
    merged(days, "quit", take=("status",))
    assert (days.event(1).event.status, days.event(1).event.title) == ("ongoing", "Days of Armenia")


def test_every_value_keeps_the_article_that_tells_it(days: Store) -> None:
    merged(days, "quit")
    told = {(e.field, e.article) for e in days.event(1).event.evidence if e.field in ("date", "participants")}
    assert told == {("date", 1), ("date", 2), ("participants", 2)}


def test_what_was_merged_is_not_suggested_again(days: Store) -> None:
    merged(days, "quit")
    assert go(days, "quit", articles=[2]).seen == [(2, "Three talks")]


def test_an_article_stays_to_do_until_its_last_event_is_merged(days: Store) -> None:
    merged(days, "quit")
    assert days.article(2).state == "new"


def test_undo_takes_a_merge_back_and_asks_again(days: Store) -> None:
    before = days.event(1)
    script = merged(days, "undo", "quit")
    assert days.event(1) == before
    assert script.seen == [(2, "Armenian Days in Almaty"), (2, "Three talks"), (2, "Armenian Days in Almaty")]


def test_undo_of_a_merge_shows_the_event_as_it_was_merged(days: Store) -> None:
    script = merged(days, "undo", "quit")
    assert script.cards[2].event == script.cards[0].event


def test_undo_of_a_merge_brings_edits_back(days: Store) -> None:
    edited = replace(AGAIN, participants=55)

    def merge_edited(card: Card) -> Decision:
        return Decision("merge", edited, 1, draft=keep_draft(days, card, edited, None))

    script = go(days, merge_edited, "undo", "quit", articles=[2])
    assert script.cards[2].event == edited


def test_undo_takes_a_merge_of_an_earlier_run_back(days: Store) -> None:
    merged(days, "quit")
    script = go(days, "undo", "accept", "quit", articles=[2])
    assert script.seen[1] == (2, "Armenian Days in Almaty")
    assert [r.event.title for r in days.events_of(2)] == ["Armenian Days in Almaty"]


def test_a_stored_suggestion_is_merged_and_gone(days: Store) -> None:
    with days.deed("tag --auto"):
        number = days.add_event(AGAIN, 2, review="unreviewed", coder="suggester")
    review_with(days, [number], Script(Decision("merge", None, 1)))
    assert (days.event_ids(), [a.id for a in days.event(1).articles]) == ([1], [1, 2])


def test_undo_brings_a_stored_suggestion_back(days: Store) -> None:
    with days.deed("tag --auto"):
        numbers = [days.add_event(e, 2, review="unreviewed", coder="suggester") for e in (AGAIN, EVENTS[2])]
    before = [days.event(n) for n in (1, *numbers)]
    review_with(days, numbers, Script(Decision("merge", None, 1), "undo", "quit"))
    assert [days.event(n) for n in (1, *numbers)] == before


def test_a_new_event_that_is_known_is_merged(days: Store) -> None:
    script = go(days, Decision("new", replace(AGAIN, evidence=()), 1), "quit", articles=[2])
    assert (days.event_ids(), script.seen[-1]) == ([1], (2, "Armenian Days in Almaty"))


def test_merging_with_an_event_that_is_gone_is_asked_about_again(days: Store, other: Store) -> None:
    def meanwhile(card: Card) -> Decision:
        with other.deed("delete"):
            other.delete_event(1)
        return Decision("merge", None, 1)

    script = go(days, meanwhile, "accept", "quit", articles=[2])
    assert "There is no event 1 any more" in script.notes[0]
    assert stand(days) == [(2, "Armenian Days in Almaty", "accepted")]


# -- at random


def everything(store: Store) -> tuple[Any, ...]:
    """Return all that decisions change."""
    tables = ("events", "reports", "evidence", "people", "event_people", "articles")
    return tuple(
        store.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        if table != "articles"
        else store.connection.execute("SELECT id, state FROM articles").fetchall()
        for table in tables
    )


class Coin:
    """A Decider that answers at random, and then steps back until nothing of its own is left."""

    def __init__(self, seed: int, most: int) -> None:
        self.random = random.Random(seed)
        self.left = most
        self.decided = 0

    def decide(self, card: Card) -> Decision:
        self.left -= 1
        if self.left <= 0:
            return Decision("undo" if "Took back" in (card.note or "Took back") else "quit")
        known = [record.id for record, _ in card.known if record.review != "rejected"]
        if known and self.random.random() < 0.3:
            return Decision("merge", None, known[0], self.random.choice([(), ("title",)]))
        action = self.random.choice(["accept", "edit", "reject", "new", "skip", "done", "undo", "no_event"])
        if action in ("accept", "edit", "reject") and card.event is None:
            action = "skip"
        if action == "no_event" and any(r.review == "accepted" for r in card.coded):
            action = "done"
        if action == "edit" and card.event:
            people = (Person(self.random.choice(["Ana Ruiz", "Bo Li"])),)
            return Decision("accept", replace(card.event, people=people, participants=self.left))
        return Decision(action, Event(type="visit", title=f"New {self.left}") if action == "new" else None)


@pytest.mark.parametrize("seed", range(12))
def test_stepping_back_through_everything_leaves_the_store_as_it_was(
    store: Store, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, nothing = (type("Seen", (), {"events": e, "reasons": ("none",)}) for e in ((AGAIN, *EVENTS[1:]), ()))
    monkeypatch.setattr(
        "culturex.workflow.turns.suggest_for",
        lambda stored, known: seen if stored.article.text.startswith(TEXT) else nothing,
    )
    with store.deed("import"):
        for number in range(12):
            store.add_article(Article.of(f"{TEXT} Number {number}."))
        store.add_event(DAYS, 1)
    with store.deed("import", "so far"):
        store.add_event(replace(DAYS, title="Other days"), 2)
    before = [tuple(map(tuple, rows)) for rows in everything(store)]
    tag_with(store, store.article_ids("new"), Coin(seed, 40))
    # The end of the queue may come before the way back does: what is left is taken back here.
    while (last := taking_back.last(store.connection)) is not None and last.command != "import":
        store.undo()
    assert [tuple(map(tuple, rows)) for rows in everything(store)] == before


# -- the queue


@pytest.fixture
def outlets(store: Store) -> Store:
    """The store with articles of two outlets besides."""
    with store.deed("import"):
        for text, outlet, published in (
            ("Puppets in Porto.", "Harbour News", "2025-03-03"),
            ("Choirs in Riga.", "Вестник", "2024-01-01"),
            ("Puppets in Riga.", "The Harbour", None),
        ):
            store.add_article(Article.of(text, outlet=outlet, published=published))
    return store


@pytest.mark.parametrize(
    ("narrow", "left"),
    [
        ({}, [4, 5, 6]),
        ({"words": "puppets"}, [4, 6]),
        ({"outlet": "harbour"}, [4, 6]),
        ({"outlet": "вест"}, [5]),
        ({"words": "riga", "outlet": "Harbour"}, [6]),
        ({"words": "% OR '"}, []),
    ],
)
def test_a_queue_is_narrowed(outlets: Store, narrow: dict[str, str], left: list[int]) -> None:
    assert queues.narrowed(outlets.connection, [4, 5, 6], **narrow) == left


@pytest.mark.parametrize(("order", "articles"), [("number", [4, 5, 6]), ("date", [5, 4, 6]), ("outlet", [4, 6, 5])])
def test_articles_come_in_order(outlets: Store, order: str, articles: list[int]) -> None:
    assert queues.articles_in_order(outlets.connection, [6, 5, 4], order) == articles


@pytest.mark.parametrize(("order", "events"), [("number", [1, 2, 3]), ("date", [3, 1, 2]), ("outlet", [3, 1, 2])])
def test_events_come_in_order(outlets: Store, order: str, events: list[int]) -> None:
    with outlets.deed("tag"):
        for date, article in (("2024-05", 6), (None, 5), ("2019", 4)):
            outlets.add_event(Event(type="other", date=date), article)
    assert queues.events_in_order(outlets.connection, [2, 1, 3], order) == events
