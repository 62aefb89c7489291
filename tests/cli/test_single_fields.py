"""Single fields over many events: checked card after card, or filled at speed."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from culturex.cli.prompts_screen import Screen
from culturex.cli.prompts_single import FieldsTerminal
from culturex.cli.wording import fields, named_fields
from culturex.model.article import Article
from culturex.model.certainty import certainty, is_checked
from culturex.model.event import CountryRole, Event, Evidence
from culturex.store import Store, queues
from culturex.workflow import Recorder, Tally, apply_decisions, review_with
from terminals import finish

Run = Callable[..., Any]
TEXT = "Choirs of Norway sang in Riga on 3 May 2019. They came from Oslo."
ENTER, ESCAPE, CTRL_U, BACKSPACE = "\r", "\x1b", "\x15", "\x7f"


def quote(field: str, value: str | None, words: str) -> Evidence:
    at = TEXT.index(words)
    return Evidence(field, value, words, at, at + len(words), "rule:x", 0.6)


CHOIRS = Event(
    title="Choirs",
    type="performance",
    date="2019-05-03",
    countries=(CountryRole("LV", "host"), CountryRole("NO", "partner")),
    themes=("culture",),
    evidence=(
        quote("event", None, "Choirs of Norway sang"),
        quote("type", "performance", "sang"),
        quote("date", "2019-05-03", "3 May 2019"),
        quote("countries", "LV:host", "Riga"),
        quote("countries", "NO:partner", "Norway"),
    ),
)


@dataclass
class Desk:
    """A store with two unreviewed events, and somebody before it who types."""

    store: Store
    screen: Screen
    keyboard: PipeInput

    def look(self, names: str, keys: str, *, fill: bool = False) -> Tally:
        """Type *keys* while the fields *names* are gone through."""
        self.keyboard.send_text(keys)
        with FieldsTerminal(self.store, named_fields(names), self.screen, fill=fill) as terminal:
            return review_with(self.store, self.store.event_ids(), terminal, report=terminal.stored)

    def event(self, number: int = 1) -> Event:
        return self.store.event(number).event

    @property
    def shown(self) -> str:
        file = self.screen.console.file
        assert isinstance(file, io.StringIO)
        return " ".join(file.getvalue().split())


@pytest.fixture
def desk() -> Iterator[Desk]:
    store = Store.open(None, coder="ann")
    with store.deed("import"):
        store.add_article(Article.of(TEXT, title="Choirs in Riga", published="2019-05-04"))
        for title in ("Choirs", "Choirs again"):
            store.add_event(replace(CHOIRS, title=title), 1, review="unreviewed", coder="suggester")
    console = Console(file=io.StringIO(), width=100, color_system=None, markup=False, emoji=False, highlight=False)
    with create_pipe_input() as keyboard:
        yield Desk(store, Screen(keyboard, DummyOutput(), console, colour=False), keyboard)


# -- checking


def test_enter_says_that_the_fields_are_right(desk: Desk) -> None:
    desk.look("date,countries", ENTER + "q")
    checked = [is_checked(desk.event(), name) for name in ("date", "countries", "type")]
    assert checked == [True, True, False]


def test_the_review_of_the_event_stays_open(desk: Desk) -> None:
    desk.look("date", ENTER + "q")
    assert desk.store.event(1).review == "unreviewed"


def test_values_and_their_quotes_stay(desk: Desk) -> None:
    before = desk.event()
    desk.look("date", ENTER + "q")
    after = desk.event()
    kept = tuple(e for e in after.evidence if is_old(e))
    assert replace(after, evidence=kept) == before


def is_old(evidence: Evidence) -> bool:
    return evidence.method != "prompt"


def test_the_letter_of_the_only_field_edits_it_and_goes_on(desk: Desk) -> None:
    desk.look("date", "dmay 2020" + ENTER + "q")
    event = desk.event()
    assert (event.date, is_checked(event, "date"), desk.store.event(1).review) == ("2020-05", True, "unreviewed")


def test_with_several_fields_the_card_comes_again(desk: Desk) -> None:
    desk.look("date,type", "dmay 2020" + ENTER + "yvisit" + ENTER + ENTER + "q")
    assert (desk.event().date, desk.event().type) == ("2020-05", "visit")


def test_a_field_that_is_empty_can_be_right(desk: Desk) -> None:
    with desk.store.deed("edit"):
        desk.store.replace_event(1, replace(CHOIRS, date=None, evidence=()))
    desk.look("date", ENTER + ENTER)
    assert (desk.event().date, is_checked(desk.event(), "date")) == (None, True)


def test_only_these_fields_are_shown_with_their_quotes(desk: Desk) -> None:
    desk.look("countries", "q")
    assert "c countries Latvia (host) 60%, Norway (partner) 60%" in desk.shown
    assert "[Riga]" in desk.shown
    assert "[3 May 2019]" not in desk.shown


def test_a_checked_value_shows_no_percentage(desk: Desk) -> None:
    desk.look("date", ENTER + "q")
    desk.look("date", "q")
    assert desk.shown.count("(3 May 2019) 60%") == 2


def test_a_checked_field_is_certain(desk: Desk) -> None:
    desk.look("type,date,countries", ENTER + "q")
    assert (certainty(desk.event()).confidence, certainty(desk.event()).of) == (0.6, "that it is an event")


def test_skipping_leaves_the_event_as_it_was(desk: Desk) -> None:
    before = desk.event()
    desk.look("date", "sq")
    assert desk.event() == before


def test_undo_asks_again_and_leaves_one_mark(desk: Desk) -> None:
    desk.look("date", ENTER + "u" + ENTER + "q")
    marks = [e for e in desk.event().evidence if e.method == "prompt"]
    assert len(marks) == 1


def test_an_edit_after_a_check_is_checked_too(desk: Desk) -> None:
    desk.look("date", ENTER + "q")
    desk.look("date", "d2018" + ENTER + "q")
    assert (desk.event().date, is_checked(desk.event(), "date")) == ("2018", True)


def test_a_change_elsewhere_takes_the_check_away(desk: Desk) -> None:
    from culturex.workflow import edit_event

    desk.look("date", ENTER + "q")
    edit_event(desk.store, 1, {"date": ["2018"]}, [])
    assert not is_checked(desk.event(), "date")


def test_the_whole_event_can_be_rejected(desk: Desk) -> None:
    desk.look("date", "rq")
    assert desk.store.event(1).review == "rejected"


def test_an_event_keeps_its_type(desk: Desk) -> None:
    desk.look("type,date", "y" + BACKSPACE + ENTER + ENTER + "q")
    assert (desk.event().type, "An event needs a type." in desk.shown) == ("performance", True)


@pytest.mark.parametrize("spec", [s for s in fields() if s.name not in ("main", "values")], ids=lambda s: s.name)
def test_every_field_leaves_a_key_for_everything(desk: Desk, spec: Any) -> None:
    desk.look(spec.flag, "?" + "q" if spec.key != "q" else "?")
    said = desk.shown
    assert f"{spec.key} change {spec.label}" in said
    assert "leave it for later" in said


def test_keys_never_clash(desk: Desk) -> None:
    names = ",".join(s.flag for s in fields() if s.name not in ("main", "values"))
    terminal = FieldsTerminal(desk.store, named_fields(names), desk.screen)
    keys = [choice.key for choice, _ in terminal._choices.values()] + [s.key for s in terminal.specs]
    assert len(keys) == len(set(keys))


# -- filling


def test_a_field_is_filled_line_after_line(desk: Desk) -> None:
    desk.look("theme", CTRL_U + "music" + ENTER + CTRL_U + "film; arts" + ENTER, fill=True)
    assert (desk.event(1).themes, desk.event(2).themes) == (("music",), ("film", "arts"))


def test_enter_keeps_what_is_there(desk: Desk) -> None:
    tally = desk.look("theme", ENTER + ENTER, fill=True)
    assert (desk.event().themes, is_checked(desk.event(), "themes"), tally["check"]) == (("culture",), True, 2)


def test_escape_leads_to_the_keys(desk: Desk) -> None:
    tally = desk.look("theme", ESCAPE + ENTER + ESCAPE + "q", fill=True)
    assert (tally["skip"], tally["quit"], is_checked(desk.event(), "themes")) == (1, 1, False)


# -- going on


def test_what_was_checked_is_not_asked_again(desk: Desk) -> None:
    desk.look("date,countries", ENTER + "q")
    connection = desk.store.connection
    left = [
        queues.not_checked(connection, [1, 2], names) for names in (["date"], ["date", "countries"], ["date", "type"])
    ]
    assert left == [[2], [2], [1, 2]]


def test_checks_are_recorded_and_made_again(desk: Desk) -> None:
    lines: list[str] = []
    before = [desk.store.event(n) for n in (1, 2)]
    desk.keyboard.send_text("dmay 2020" + ENTER + "q")
    with FieldsTerminal(desk.store, named_fields("date"), desk.screen) as terminal:
        recorder = Recorder(desk.store, terminal, lines.append, terminal.stored)
        review_with(desk.store, [1, 2], recorder, report=recorder.stored)
    line = json.loads(lines[0])
    assert (line["action"], line["fields"]) == ("check", ["date"])
    checked = desk.event()
    with desk.store.deed("edit"):
        desk.store.replace_event(1, before[0].event)
    apply_decisions(desk.store, lines, command="review --apply")
    assert (desk.event(), desk.store.event(1).review) == (checked, "unreviewed")


def test_a_check_can_be_written_by_hand(desk: Desk) -> None:
    apply_decisions(desk.store, ['{"action": "check", "event": 2, "fields": ["country"]}'], command="review --apply")
    assert is_checked(desk.event(2), "countries")


# -- the command line


def at_terminal(keys: str, *words: str, until: str = "Q.{0,20}uit") -> str:
    """Type *keys* once a question is shown; return what was shown."""
    pexpect = pytest.importorskip("pexpect")
    import sys

    child = pexpect.spawn(sys.executable, ["-m", "culturex", *words], encoding="utf-8", timeout=30)
    child.expect(until)
    shown = child.before
    child.send(keys)
    child.expect(pexpect.EOF)
    finish(child)
    return str(shown + child.before)


def test_only_goes_on_where_it_was_left(run: Run, library: Path) -> None:
    run("edit", 1, "--notes", "x")
    at_terminal(ENTER + ENTER, "review", "--only", "date")
    result = run("review", "--only", "date")
    assert (result.code, result.err) == (
        0,
        "No event is left of which nobody has checked date; --again asks about all of them.\n",
    )


def test_field_goes_through_accepted_events_too(run: Run, library: Path) -> None:
    at_terminal(CTRL_U + "film" + ENTER + ENTER, "review", "--field", "theme", "--type", "donation", until="themes: ")
    event = run("show", 6, "--json").json
    assert (event["themes"], event["review"]) == (["film"], "accepted")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["review", "--only", "colour"], 1),
        (["review", "--only", ","], 1),
        (["review", "--field", "date,theme"], 2),
        (["review", "--only", "date", "--field", "theme"], 2),
        (["review", "--only", "date", "--quiet"], 2),
        (["review", "--only", "date", "--accept"], 2),
        (["review", "--only", "date", "--apply", "x"], 2),
        (["review", "--again"], 2),
        (["review", "--only", "date"], 2),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
def test_what_cannot_be_asked(run: Run, library: Path, words: list[str], code: int) -> None:
    assert run(*words).code == code
