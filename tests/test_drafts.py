"""What was changed on a card and not yet decided about: it is there when the card comes again, and nowhere else."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from culturex.cli.prompts import Terminal
from culturex.cli.prompts_screen import Screen
from culturex.cli.prompts_single import FieldsTerminal
from culturex.cli.wording import named_fields
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Person
from culturex.store import Store, drafts, history, migrations
from culturex.store.doctor import examine
from culturex.store.query import Query
from culturex.workflow import Confident, review_with, tag_with

pytestmark = pytest.mark.usefixtures("patience")

TEXT = "One festival of Latvia. Two concerts. Three talks by Ann Lee."
ENTER, CTRL_C, CTRL_U = "\r", "\x03", "\x15"


def seen(words: str, *more: Evidence) -> Event:
    """Return an event of which *words* are the quote."""
    at = TEXT.index(words)
    return Event(title=words, type="festival", evidence=(Evidence("event", None, words, at, at + len(words)), *more))


EVENTS = [seen("One festival"), seen("Two concerts"), seen("Three talks")]


@pytest.fixture(autouse=True)
def suggested(monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """Stand in for the suggester: it sees these events, which a test may change."""
    events = list(EVENTS)

    class Seen:
        reasons = ("nothing tells of an event",)
        mentions = ()

        @property
        def events(self) -> tuple[Event, ...]:
            return tuple(events)

    for module in ("suggesting", "turns"):
        monkeypatch.setattr(f"culturex.workflow.{module}.suggest_for", lambda *_, **__: Seen())
    return events


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in a file with one article, and another one without words."""
    place = tmp_path / "culturex.db"
    with Store.open(place, write=True, coder="ann") as store, store.deed("import"):
        store.add_article(Article.of(TEXT, title="Three things"))
        store.add_article(Article.of("Nothing.", title="Nothing"))
    return place


class Seat:
    """Ann, or somebody else, at the keyboard: each session opens the store anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shown = ""

    def tag(self, keys: str, *, coder: str = "ann", again: bool = False, least: float | None = None) -> None:
        """Type *keys* while the articles are tagged; Ctrl-C at the end stops."""

        def go(store: Store, terminal: Terminal) -> None:
            decider = terminal if least is None else Confident(terminal, least)
            tag_with(store, [1], decider, report=terminal.stored, again=again)

        self._sit(keys, coder, Terminal, go)

    def review(self, keys: str, *, coder: str = "ann") -> None:
        """Type *keys* while all events are reviewed."""

        def go(store: Store, terminal: Terminal) -> None:
            review_with(store, store.event_ids(Query(sort="id")), terminal, report=terminal.stored)

        self._sit(keys, coder, lambda store, screen: Terminal(store, screen, is_review=True), go)

    def look(self, names: str, keys: str) -> None:
        """Type *keys* while the fields *names* of all events are looked at."""

        def go(store: Store, terminal: Terminal) -> None:
            review_with(store, store.event_ids(Query(sort="id")), terminal, report=terminal.stored)

        self._sit(keys, "ann", lambda store, screen: FieldsTerminal(store, named_fields(names), screen), go)

    def _sit(self, keys: str, coder: str, made: Callable[..., Terminal], go: Callable[[Store, Terminal], None]) -> None:
        console = Console(file=io.StringIO(), width=100, color_system=None, markup=False, emoji=False, highlight=False)
        keyboard: PipeInput
        with create_pipe_input() as keyboard, Store.open(self.path, write=True, coder=coder) as store:
            keyboard.send_text(keys)
            screen = Screen(keyboard, DummyOutput(), console, colour=False)
            with suppress(KeyboardInterrupt), made(store, screen) as terminal:
                go(store, terminal)
        assert isinstance(console.file, io.StringIO)
        self.shown = " ".join(console.file.getvalue().split())

    def events(self) -> list[Event]:
        """Return the events of the store, in the order of their numbers."""
        with Store.open(self.path) as store:
            return [r.event for r in store.events(Query(sort="id", review=("accepted", "unreviewed", "rejected")))]

    def change(self, act: Callable[[Store], Any], *, coder: str = "ann") -> None:
        """Do something to the store between two sessions."""
        with Store.open(self.path, write=True, coder=coder) as store, store.deed("edit"):
            act(store)

    def undo(self) -> None:
        """Take the last deed back."""
        with Store.open(self.path, write=True, coder="ann") as store:
            store.undo()


@pytest.fixture
def seat(path: Path) -> Seat:
    """Ann's place."""
    return Seat(path)


@pytest.fixture
def reviewed(seat: Seat) -> Seat:
    """Ann's place with three unreviewed events in the store."""
    seat.change(lambda store: [store.add_event(e, 1, review="unreviewed", coder="suggester") for e in EVENTS])
    return seat


# -- edits of a card


def test_edits_are_there_again_after_ctrl_c(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}n25{ENTER}" + CTRL_C)
    seat.tag("a" + CTRL_C)
    (event,) = seat.events()
    assert (event.title, event.participants) == ("One festival and more", 25)


def test_the_line_being_typed_is_all_that_is_lost(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}n25" + CTRL_C)
    seat.tag("a" + CTRL_C)
    assert [(e.title, e.participants) for e in seat.events()] == [("One festival and more", None)]


def test_the_card_says_which_fields_were_edited(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}n25{ENTER}x" + CTRL_C)
    seat.tag(CTRL_C)
    assert "Your edits of main, title and participants are kept here." in seat.shown


def test_nothing_is_said_where_nothing_was_edited(seat: Seat) -> None:
    seat.tag(f"et{ENTER}" + CTRL_C)
    seat.tag(CTRL_C)
    assert "kept here" not in seat.shown


@pytest.mark.parametrize("leave", ["q", "s" + CTRL_C])
def test_quitting_and_skipping_keep_edits(seat: Seat, leave: str) -> None:
    seat.tag(f"et and more{ENTER}{ENTER}" + leave)
    seat.tag("a" + CTRL_C)
    assert [e.title for e in seat.events()] == ["One festival and more"]


def test_edits_are_of_their_own_event_of_the_article(seat: Seat) -> None:
    seat.tag(f"set and more{ENTER}" + CTRL_C)
    seat.tag("aaa")
    assert [e.title for e in seat.events()] == ["One festival", "Two concerts and more", "Three talks"]


def test_a_field_that_was_emptied_stays_empty(seat: Seat) -> None:
    seat.tag(f"et{CTRL_U}{ENTER}" + CTRL_C)
    seat.tag("a" + CTRL_C)
    assert [e.title for e in seat.events()] == [None]


def test_a_quote_that_was_chosen_is_kept(seat: Seat) -> None:
    seat.tag(f"eqOne ... Latvia{ENTER}" + CTRL_C)
    seat.tag("a" + CTRL_C)
    assert [e.quote for e in seat.events()] == ["One festival of Latvia"]


def test_values_that_were_edited_get_the_evidence_of_a_person(seat: Seat) -> None:
    seat.tag(f"ecLatvia:host{ENTER}pAnn Lee{ENTER}" + CTRL_C)
    seat.tag("a" + CTRL_C)
    (event,) = seat.events()
    assert (event.countries, event.people) == ((CountryRole("LV", "host"),), (Person("Ann Lee"),))
    assert [(e.field, e.quote, e.method) for e in event.evidence if e.field == "people"] == [
        ("people", "Ann Lee", "prompt")
    ]


def test_edits_come_back_to_an_event_that_was_stored_since(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}" + CTRL_C)
    seat.change(lambda store: [store.add_event(e, 1, review="unreviewed", coder="suggester") for e in EVENTS])
    seat.tag("a" + CTRL_C)
    assert "One festival and more" in [e.title for e in seat.events()]


def test_edits_come_back_to_an_event_that_the_suggester_sees_a_little_otherwise(
    seat: Seat, suggested: list[Event]
) -> None:
    seat.tag(f"et and more{ENTER}" + CTRL_C)
    suggested[0] = replace(suggested[0], status="planned", evidence=(*suggested[0].evidence, Evidence("status")))
    seat.tag("aa" + CTRL_C)
    assert [(e.title, e.status) for e in seat.events()] == [
        ("One festival and more", "planned"),
        ("Two concerts", None),
    ]


def test_edits_come_back_to_a_stored_event(reviewed: Seat) -> None:
    reviewed.review(f"et and more{ENTER}" + CTRL_C)
    reviewed.review("a" + CTRL_C)
    assert [e.title for e in reviewed.events()] == ["One festival and more", "Two concerts", "Three talks"]


def test_what_somebody_else_changed_meanwhile_stays(reviewed: Seat) -> None:
    reviewed.review(f"et and more{ENTER}" + CTRL_C)
    reviewed.change(lambda store: store.replace_event(1, replace(EVENTS[0], status="held")), coder="bob")
    reviewed.review("a" + CTRL_C)
    assert (reviewed.events()[0].title, reviewed.events()[0].status) == ("One festival and more", "held")


def test_nobody_sees_the_edits_of_somebody_else(reviewed: Seat) -> None:
    reviewed.review(f"et and more{ENTER}" + CTRL_C)
    reviewed.review("a" + CTRL_C, coder="bob")
    assert reviewed.events()[0].title == "One festival"


def test_edits_can_be_forgotten(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}" + CTRL_C)
    seat.tag("f" + CTRL_C)
    seat.tag("a" + CTRL_C)
    assert [e.title for e in seat.events()] == ["One festival"]
    assert "kept here" not in seat.shown


def test_an_event_with_edits_is_asked_about_however_certain_it_is(seat: Seat, suggested: list[Event]) -> None:
    sure = [replace(e, confidence=1.0) for e in seen("One festival").evidence]
    suggested[:] = [replace(EVENTS[0], evidence=(*sure, Evidence("type", "festival", method="hand")))]
    seat.tag(f"et and more{ENTER}" + CTRL_C)
    seat.tag(CTRL_C, least=0.1)
    assert seat.events() == []


# -- decided


@pytest.mark.parametrize("key", ["a", "r", "v"])
def test_a_decision_settles_the_draft(seat: Seat, key: str) -> None:
    seat.tag(f"et and more{ENTER}{ENTER}{key}" + CTRL_C)
    with Store.open(seat.path) as store:
        store.coder = "ann"
        assert drafts.undecided(store, 1) == []


def test_what_is_rejected_is_what_was_suggested(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}" + CTRL_C)
    seat.tag("r" + CTRL_C)
    assert [e.title for e in seat.events()] == ["One festival"]


@pytest.mark.parametrize("key", ["a", "r", "v"])
def test_a_decision_that_is_taken_back_brings_the_edits_back(seat: Seat, key: str) -> None:
    seat.tag(f"et and more{ENTER}{ENTER}{key}" + CTRL_C)
    seat.undo()
    seat.tag("a" + CTRL_C)
    assert [e.title for e in seat.events()] == ["One festival and more"]


def test_what_a_step_back_brings_is_kept_as_well(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}au" + CTRL_C)
    seat.tag("a" + CTRL_C)
    assert [e.title for e in seat.events()] == ["One festival and more"]


def test_edits_by_the_flags_come_back_with_a_step_back_and_are_kept(reviewed: Seat) -> None:
    from culturex.workflow import edit_event

    with Store.open(reviewed.path, write=True, coder="ann") as store:
        edit_event(store, 1, {"title": ["By flags"]}, [])
    reviewed.review("u" + CTRL_C)
    assert reviewed.events()[0].title == "One festival"
    reviewed.review("a" + CTRL_C)
    assert reviewed.events()[0].title == "By flags"


def test_no_value_has_its_evidence_twice_after_a_step_back(seat: Seat) -> None:
    seat.tag(f"ecSpain:host{ENTER}au" + "a" + CTRL_C)
    (event,) = seat.events()
    assert [e.field for e in event.evidence] == ["event", "countries"]


# -- a new event


def test_a_new_event_is_gone_on_with(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag("na" + CTRL_C)
    assert "A new event that you had begun is kept: n goes on with it." in seat.shown
    assert [(e.title, e.type) for e in seat.events()] == [("My own", "festival")]


def test_a_new_event_that_was_stored_is_not_gone_on_with(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag("na" + CTRL_C)
    seat.tag(CTRL_C)
    assert "you had begun" not in seat.shown


def test_going_back_from_a_new_event_keeps_it(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag(f"nek and a note{ENTER}{ENTER}b" + CTRL_C)
    seat.tag("na" + CTRL_C)
    assert [(e.title, e.notes) for e in seat.events()] == [("My own", "and a note")]


def test_an_article_with_a_new_event_that_was_begun_stays_to_do(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag("aaa")
    with Store.open(seat.path) as store:
        assert store.article(1).state == "new"
    seat.tag("na" + CTRL_C)
    with Store.open(seat.path) as store:
        assert store.article(1).state == "tagged"


def test_a_new_event_can_be_forgotten(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag("nf" + CTRL_C)
    seat.tag(CTRL_C)
    assert "you had begun" not in seat.shown


def test_a_new_event_that_was_taken_back_is_kept(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag("nau" + CTRL_C)
    seat.tag("na" + CTRL_C)
    assert [e.title for e in seat.events()] == ["My own"]


def test_a_new_event_that_was_taken_back_is_not_there_twice(seat: Seat) -> None:
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag(f"nepAnn Lee{ENTER}{ENTER}au" + CTRL_C)
    assert "you had begun" not in seat.shown.partition("Took back")[2]


def test_an_edited_card_comes_again_edited_after_a_new_event(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}{ENTER}" + CTRL_C)
    seat.tag(f"nfest{ENTER}My own{ENTER}" + CTRL_C)
    seat.tag("naa" + CTRL_C)
    assert [e.title for e in seat.events()] == ["My own", "One festival and more"]


# -- single fields


def test_fields_that_were_edited_one_by_one_are_kept(reviewed: Seat) -> None:
    reviewed.look("status,mode", f"sheld{ENTER}" + CTRL_C)
    reviewed.look("status,mode", "a" + CTRL_C)
    assert reviewed.events()[0].status == "held"


def test_a_check_decides_about_its_own_fields_alone(reviewed: Seat) -> None:
    reviewed.review(f"et and more{ENTER}sheld{ENTER}" + CTRL_C)
    reviewed.look("status,mode", "a" + CTRL_C)
    assert "Your edits of status are kept here." in reviewed.shown
    assert (reviewed.events()[0].title, reviewed.events()[0].status) == ("One festival", "held")
    reviewed.review("a" + CTRL_C)
    assert (reviewed.events()[0].title, reviewed.events()[0].status) == ("One festival and more", "held")


def test_a_check_that_is_taken_back_leaves_other_edits(reviewed: Seat) -> None:
    reviewed.review(f"et and more{ENTER}sheld{ENTER}" + CTRL_C)
    reviewed.look("status,mode", "au" + CTRL_C)
    reviewed.review("a" + CTRL_C)
    assert (reviewed.events()[0].title, reviewed.events()[0].status) == ("One festival and more", "held")


# -- no deed, and in nobody's way


def test_a_draft_is_no_deed(reviewed: Seat) -> None:
    with Store.open(reviewed.path) as store:
        before = history.deeds(store.connection)
    reviewed.review(f"et and more{ENTER}" + CTRL_C)
    with Store.open(reviewed.path) as store:
        assert history.deeds(store.connection) == before
        assert [r.event.title for r in store.events()] == ["One festival", "Two concerts", "Three talks"]
        assert all(finding.ok for finding in examine(store.connection, None))


def test_a_draft_that_another_window_forgot_is_kept_anew(seat: Seat) -> None:
    draft = drafts.Draft(1, None, None, {"title": "T"})
    with Store.open(seat.path, write=True, coder="ann") as store:
        number = drafts.keep(store, draft)
        drafts.drop(store, number)
        drafts.keep(store, replace(draft, id=number))
        assert [d.edits for d in drafts.undecided(store, 1)] == [{"title": "T"}]


def test_an_article_that_is_brought_back_has_its_drafts(seat: Seat) -> None:
    from culturex.workflow import delete

    seat.tag(f"et and more{ENTER}" + CTRL_C)
    with Store.open(seat.path, write=True, coder="ann") as store:
        delete(store, [], [1])
    seat.undo()
    seat.tag("a" + CTRL_C)
    assert [e.title for e in seat.events()] == ["One festival and more"]


def test_what_the_codebook_does_not_allow_any_more_is_left_out(seat: Seat) -> None:
    seat.tag(f"et and more{ENTER}" + CTRL_C)
    with Store.open(seat.path, write=True) as store:
        store.connection.execute("""UPDATE drafts SET edits = '{"type": "ball", "title": "T"}'""")
    seat.tag("a" + CTRL_C)
    assert [(e.title, e.type) for e in seat.events()] == [("T", "festival")]


def test_a_store_in_use_lets_editing_go_on(reviewed: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("culturex.store.connect.PATIENCE", 0.05)
    other = sqlite3.connect(reviewed.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reviewed.review(f"et and more{ENTER}" + CTRL_C)
    other.close()
    assert "in use by another program. Your edits stand on this card alone until you decide." in reviewed.shown


def test_a_store_from_before_gets_its_drafts(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    migrations.apply(old, stop_before="m005_drafts")
    old.execute("INSERT INTO articles (title, format, imported, sha256, text) VALUES ('T', 'text', 'x', 'y', 'Words')")
    old.close()
    with Store.open(path, write=True, coder="ann") as store:
        assert (store.article(1).article.title, drafts.undecided(store, 1)) == ("T", [])
