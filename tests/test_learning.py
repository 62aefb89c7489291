"""The suggester learns from the user's own store, at once and without training; sessions go on where they stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from culturex.model.article import Article
from culturex.model.event import Event, Evidence
from culturex.store import Store
from culturex.workflow import Card, Decision, known_from, least_certain_first, suggest_for, tag_with

Run = Callable[..., Any]
FIRST = """Choir festival in Riga

Riga, 3 May 2021. A festival of choirs from Latvia and Estonia opened in Riga on 3 May 2021. Guests heard
Kvartets Zvirbulis from Tartu, and the evening was led by Ilze of the Blue Room.
"""
SECOND = """Singers return to Tallinn

Tallinn, 8 May 2022. A festival of choirs from Latvia and Estonia opened in Tallinn on 8 May 2022. Then the Blue Room
sang, and Kvartets Zvirbulis answered.
"""


def imported(run: Run, *texts: str) -> None:
    for text in texts:
        assert run("import", "-", stdin=text).code == 0


def mentions(run: Run, number: int) -> list[tuple[str, str, str]]:
    with Store.open(Path(run("config", "--json").json[0]["value"])) as store:
        found = suggest_for(store.article(number), known_from(store)).mentions
    return [(m.kind, m.text, m.rule) for m in found]


def test_an_accepted_name_is_recognised_in_the_next_article(run: Run) -> None:
    imported(run, FIRST, SECOND)
    before = mentions(run, 2)
    run("tag", "1", "--type", "festival", "--organization", "Blue Room;; Latvia", "--country", "LV", "--country", "EE")
    assert ("organization", "Blue Room", "store") not in before
    assert ("organization", "Blue Room", "store") in mentions(run, 2)


def test_what_was_suggested_and_not_accepted_teaches_nothing(run: Run) -> None:
    imported(run, FIRST, SECOND)
    run("tag", "1", "--auto")
    assert "store" not in {rule for _, _, rule in mentions(run, 2)}


def test_a_rejected_suggestion_is_not_made_again(run: Run) -> None:
    imported(run, FIRST)
    run("tag", "--auto")
    suggested = [e["id"] for e in run("list", "--json").json]
    assert suggested
    run("review", *suggested, "--reject")
    run("import", "-", "--title", "A copy", stdin=FIRST + "\nPrinted again.\n")
    run("tag", "--auto")
    assert run("list", "--json").json == []


def test_the_result_does_not_depend_on_the_number_of_processes(run: Run, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        for sample in sorted(samples.glob("*.txt"))[:1]:
            text = sample.read_text("utf-8")
            (folder / f"{number}.txt").write_text(f"{text}\n\nPage {number} of sixty.", "utf-8")
    listed = []
    for jobs in (1, 2):
        run("import", folder)
        assert run("tag", "--auto", "--jobs", jobs).code == 0
        listed.append([line[1:] for line in run("list", "--sort", "id").rows])
        while "Nothing is left" not in run("undo").err:
            pass
    assert listed[0] == listed[1]
    assert len(listed[0]) > 60


def test_the_least_certain_article_comes_first(run: Run, samples: Path) -> None:
    run("import", samples)
    with Store.open(Path(run("config", "--json").json[0]["value"])) as store:
        order = least_certain_first(store, store.article_ids())
        sure = [min((c for c in confidences(store, n)), default=2.0) for n in order]
    assert sure == sorted(sure)


def confidences(store: Store, number: int) -> list[float]:
    events = suggest_for(store.article(number), known_from(store)).events
    return [e.confidence for event in events for e in event.evidence if e.field == "event" and e.confidence is not None]


TEXT = "One festival. Two concerts. Three talks."
EVENTS = tuple(
    Event(title=w, type="festival", evidence=(Evidence("event", None, w, TEXT.index(w), TEXT.index(w) + len(w)),))
    for w in ("One festival", "Two concerts", "Three talks")
)


class Script:
    """A Decider that gives its actions one after the other, and keeps the titles it was shown."""

    def __init__(self, *actions: str) -> None:
        self.actions = list(actions)
        self.seen: list[str | None] = []

    def decide(self, card: Card) -> Decision:
        self.seen.append(card.event.title if card.event else None)
        action = self.actions.pop(0)
        return Decision(action, Event(type="other") if action == "new" else None)


@pytest.fixture
def three(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with one article of which the suggester sees three events."""

    class Seen:
        events = EVENTS
        reasons = ()

    monkeypatch.setattr("culturex.workflow.turns.suggest_for", lambda *_: Seen)
    with store.deed("import"):
        store.add_article(Article(TEXT))
    return store


def go(store: Store, *actions: str) -> list[str | None]:
    script = Script(*actions)
    tag_with(store, store.article_ids("new"), script)
    return script.seen


def test_the_rest_of_an_article_comes_again(three: Store) -> None:
    go(three, "accept", "quit")
    assert go(three, "accept", "accept") == ["Two concerts", "Three talks"]


@pytest.mark.parametrize("actions", [["accept", "reject", "accept"], ["accept", "done"], ["skip", "accept", "done"]])
def test_an_article_is_tagged_after_its_last_card(three: Store, actions: list[str]) -> None:
    go(three, *actions)
    assert three.article(1).state == "tagged"


def test_what_was_skipped_comes_again(three: Store) -> None:
    go(three, "accept", "skip", "accept")
    assert go(three, "quit") == ["Two concerts"]


def test_a_new_event_leaves_the_card_to_be_decided(three: Store) -> None:
    go(three, "new", "quit")
    assert go(three, "quit") == ["One festival"]


def test_an_undone_decision_is_asked_again(three: Store) -> None:
    go(three, "accept", "quit")
    three.undo()
    assert go(three, "quit") == ["One festival"]


def test_tagging_again_makes_no_doubles(three: Store) -> None:
    go(three, "accept", "accept", "accept")
    script = Script("skip")
    tag_with(three, [1], script)
    assert script.seen == [None]
