"""Accepting without a question, and asking only about what is uncertain."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Place
from culturex.store import Store
from culturex.store.history import Deed
from culturex.workflow import Card, Confident, Decision, Looked, accept_certain, review_all, review_with
from terminals import finish

Run = Callable[..., Any]
TEXT = "Choirs sang in Riga. A visit is planned."


def quote(field: str, value: str | None, words: str, confidence: float) -> Evidence:
    at = TEXT.index(words)
    return Evidence(field, value, words, at, at + len(words), "rule:x", confidence)


SURE = Event(
    title="Choirs",
    type="festival",
    evidence=(quote("event", None, "Choirs sang", 0.9), quote("type", "festival", "sang", 0.9)),
)
UNSURE = Event(
    title="Visit",
    type="visit",
    evidence=(quote("event", None, "visit is planned", 0.6), quote("type", "visit", "visit", 0.9)),
)
BARE = Event(title="Riga", type="visit", places=(Place("Riga"),), evidence=SURE.evidence)


def fill(store: Store) -> None:
    """Store an article with three unreviewed events: one certain, one not, and one with a value without a quote."""
    with store.deed("import"):
        store.add_article(Article.of(TEXT, title="Choirs\tin Riga"))
        for event in (SURE, UNSURE, BARE):
            store.add_event(event, 1, review="unreviewed", coder="suggester")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(None, coder="ann") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def path(home: Path) -> Path:
    """The same in a file, where commands find it."""
    place = Path.cwd() / "culturex.db"
    with Store.open(place, write=True, coder="ann") as opened:
        fill(opened)
    return place


def reviews(store: Store) -> list[str]:
    return [store.event(n).review for n in (1, 2, 3)]


def quiet(store: Store, least: float, **flags: Any) -> list[str | None]:
    """Accept what is certain enough; return why the others were left."""
    found: list[Looked] = []
    accept_certain(store, [1, 2, 3], least, deed=Deed("review --quiet"), report=found.append, **flags)
    return [looked.reason for looked in found]


# -- accepting


def test_what_is_certain_enough_is_accepted_and_the_rest_left(store: Store) -> None:
    quiet(store, 0.8)
    assert reviews(store) == ["accepted", "unreviewed", "unreviewed"]


def test_what_is_left_is_told_with_the_reason(store: Store) -> None:
    assert quiet(store, 0.8) == [None, "60% sure of that it is an event", "no quote bears out type visit"]


def test_a_value_without_a_quote_is_never_accepted(store: Store) -> None:
    quiet(store, 0.0)
    assert reviews(store) == ["accepted", "accepted", "unreviewed"]


def test_what_could_be_an_accepted_event_of_another_article_is_left(store: Store) -> None:
    said = tuple(Evidence(field, method="hand") for field in ("date", "countries"))
    meeting = replace(SURE, date="2019-05-03", countries=(CountryRole("LV"),), evidence=(*SURE.evidence, *said))
    with store.deed("import"):
        store.add_article(Article.of(f"{TEXT} Again."))
        store.add_event(meeting, 2)
        store.replace_event(1, meeting)
    assert quiet(store, 0.8)[0] == "it could be event 4"


def test_all_of_it_is_one_deed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("culturex.workflow.batch.BATCH", 1)
    quiet(store, 0.0)
    store.undo()
    assert reviews(store) == ["unreviewed"] * 3


def test_what_a_person_has_decided_stays(store: Store) -> None:
    with store.deed("review"):
        store.set_review(1, "rejected")
    quiet(store, 0.0)
    assert reviews(store)[0] == "rejected"


def test_ctrl_c_keeps_what_was_accepted_before(store: Store) -> None:
    answers = iter([False, True])
    quiet(store, 0.0, stop=lambda: next(answers))
    assert reviews(store) == ["accepted", "unreviewed", "unreviewed"]


# -- asking about the rest


class Script:
    """A Decider that gives its answers one after the other."""

    def __init__(self, *actions: str) -> None:
        self.actions = list(actions)
        self.asked: list[str | None] = []

    def decide(self, card: Card) -> Decision:
        self.asked.append(card.event.title if card.event else None)
        return Decision(self.actions.pop(0))


def test_only_what_is_uncertain_is_asked_about(store: Store) -> None:
    script = Script("reject", "skip")
    review_with(store, [1, 2, 3], Confident(script, 0.8))
    assert (script.asked, reviews(store)) == (["Visit", "Riga"], ["accepted", "rejected", "unreviewed"])


def test_what_is_taken_back_is_asked_about(store: Store) -> None:
    script = Script("undo", "reject", "quit")
    review_with(store, [1, 2], Confident(script, 0.8))
    assert (script.asked, reviews(store)[0]) == (["Visit", "Choirs", "Visit"], "rejected")


# -- the command line


def test_review_quiet(run: Run, path: Path) -> None:
    result = run("review", "--quiet", "--confidence", 0.8, "--json")
    assert [(e["id"], e["review"]) for e in result.json] == [(1, "accepted"), (2, "unreviewed"), (3, "unreviewed")]


def test_the_default_confidence(run: Run, path: Path) -> None:
    run("review", "--quiet")
    assert [run("show", n, "--json").json["review"] for n in (1, 2)] == ["accepted", "unreviewed"]


def test_the_setting_is_the_default_confidence(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CULTUREX_CONFIDENCE", "0.5")
    run("review", "--quiet")
    assert run("show", 2, "--json").json["review"] == "accepted"


def test_a_wrong_setting_is_one_sentence(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CULTUREX_CONFIDENCE", "nan")
    assert run("review", "--quiet").err.startswith("Error: The setting confidence (CULTUREX_CONFIDENCE) is 'nan'.")


def test_the_log_says_what_was_left_and_why(run: Run, path: Path) -> None:
    run("review", "--quiet", "--log", "left.tsv")
    run("review", "--quiet", "--log", "left.tsv")
    header, *lines = Path("left.tsv").read_text("utf-8").splitlines()
    first = "1\t2\tVisit\t60% sure of that it is an event"
    assert (header, lines[0], len(lines)) == ("article\tevent\ttitle\treason", first, 4)


def test_what_is_accepted_is_recorded(run: Run, path: Path) -> None:
    result = run("review", "--quiet", "--record", "-")
    line = json.loads(result.out)
    assert (line["action"], line["event"], line["review"]) == ("accept", 1, "accepted")


def test_limit(run: Run, path: Path) -> None:
    assert len(run("review", "--quiet", "--limit", 2, "--json").json) == 2


def test_tag_quiet_suggests_and_accepts_in_one_deed(run: Run, home: Path, samples: Path) -> None:
    run("import", samples)
    result = run("tag", "--quiet", "--json")
    states = {e["review"] for e in result.json}
    run("undo")
    assert (states, run("list", "--json").json) == ({"accepted", "unreviewed"}, [])


def test_tag_takes_at_most_so_many_articles(run: Run, home: Path, samples: Path) -> None:
    run("import", samples)
    run("tag", "--auto", "--limit", 2)
    assert [a["state"] for a in run("articles", "--json").json].count("new") == 6


@pytest.mark.parametrize(
    "words",
    [
        ["review", "--quiet", "--timid"],
        ["review", "--quiet", "--accept"],
        ["review", "--timid", "--confidence", "0.5"],
        ["review", "--quiet", "--record", "-", "--log", "-"],
        ["review", "--confidence", "1.5"],
        ["tag", "--quiet", "--auto"],
        ["tag", "--auto", "--log", "x"],
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_usage(run: Run, path: Path, words: list[str]) -> None:
    assert run(*words).code == 2


def at_terminal(keys: str, *words: str) -> str:
    """Type *keys* once a question is shown; return what was shown."""
    pexpect = pytest.importorskip("pexpect")
    import sys

    child = pexpect.spawn(sys.executable, ["-m", "culturex", *words], encoding="utf-8", timeout=30)
    child.expect("Q.{0,20}uit")
    shown = child.before
    child.send(keys)
    child.expect(pexpect.EOF)
    finish(child)
    return str(shown)


def test_a_session_asks_about_the_rest_and_logs_what_is_skipped(run: Run, path: Path) -> None:
    shown = at_terminal("ssq", "review", "--confidence", "0.8", "--log", "left.tsv")
    lines = Path("left.tsv").read_text("utf-8").splitlines()[1:]
    assert ("accepted: event 1" in shown, lines) == (True, ["1\t2\tVisit\tskipped", "1\t3\tRiga\tskipped"])


def test_a_timid_session_asks_about_everything(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CULTUREX_CONFIDENCE", "0.5")
    assert "accepted" not in at_terminal("q", "review", "--timid")


# -- what has no type


@pytest.fixture
def untyped(path: Path) -> Path:
    """The first event has no type."""
    with Store.open(path, write=True) as store, store.deed("edit"):
        store.replace_event(1, replace(SURE, type=None))
    return path


def test_an_event_without_a_type_is_not_accepted(run: Run, untyped: Path) -> None:
    result = run("review", 1, "--accept")
    assert (result.code, run("show", 1, "--json").json["review"]) == (1, "unreviewed")
    assert "Event 1 has no type; what is accepted needs one." in result.err
    assert "culturex edit 1 --type TYPE gives it one: agreement, " in result.err


def test_the_rest_is_accepted(run: Run, untyped: Path) -> None:
    result = run("review", 1, 2, "--accept")
    assert (result.code, run("show", 2, "--json").json["review"]) == (1, "accepted")


def test_an_event_without_a_type_can_be_rejected(run: Run, untyped: Path) -> None:
    run("review", 1, "--reject")
    assert run("list", "--review", "rejected", "--json").json[0]["id"] == 1


def test_quietly_it_is_left(run: Run, untyped: Path) -> None:
    assert run("review", "--quiet", "--confidence", 0.1, "--json").json[0]["reason"] == "it has no type"


def test_a_session_asks_about_it_again(untyped: Path) -> None:
    script = Script("accept", "reject", "quit")
    with Store.open(untyped, write=True, coder="ann") as store:
        review_with(store, [1], script)
        assert store.event(1).review == "rejected"


def test_verbs_refuse_it_too(untyped: Path) -> None:
    with Store.open(untyped, write=True) as store, pytest.raises(InputError, match=r"Event 1 has no type"):
        review_all(store, [1, 2], "accept")
