"""Decisions as JSON Lines: a session written down, and made again in another store."""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from culturex.model import codebook
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, EventRecord, Evidence, Person
from culturex.store import Store
from culturex.store.query import Query
from culturex.workflow import Applied, Card, Decision, Recorder, apply_decisions, review_with, tag_auto, tag_with
from culturex.workflow.decisions import KEYS, line_of, read_line
from terminals import finish

ROOT = Path(__file__).resolve().parent.parent
# Besides the answers of a person: a fresh suggestion that is edited, one that loses its evidence, another event.
CHOICES = ("accept", "accept", "edit", "reject", "new", "merge", "merge", "skip", "done", "no_event", "undo", "undo")


class Coin:
    """A Decider that answers at random, a hundred times at most."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.left = 100
        self.store: Store | None = None

    def decide(self, card: Card) -> Decision:
        self.left -= 1
        action = self.random.choice(CHOICES) if self.left else "quit"
        if action in ("accept", "edit", "reject") and card.event is None:
            action = "skip"
        if action == "merge":
            return self.merged(card)
        if action == "no_event" and any(r.review == "accepted" for r in card.coded):
            action = "done"
        if action == "new":
            return Decision("new", Event(title=f"Event {self.left}", type="other", people=(Person("Of My Own"),)))
        if action == "edit" and card.event:
            return Decision("accept", self.edited(card.event))
        return Decision(action)

    def merged(self, card: Card) -> Decision:
        """Put what the card shows to an accepted event of another article, where there is one."""
        assert self.store
        there = [
            r
            for r in self.store.events(Query(review=("accepted",)))
            if card.article.id not in {a.id for a in r.articles}
        ]
        if not there or card.event is None:
            return Decision("skip")
        known = self.random.choice(there)
        return Decision("merge", self.edited(card.event), known.id, self.random.choice([(), ("type",)]))

    def edited(self, event: Event) -> Event:
        change = self.random.randrange(4)
        if change == 0:
            return replace(event, date=self.random.choice(["2019", "2020-05-03", None]), mode="online")
        if change == 1:
            return replace(event, countries=(*event.countries[1:], CountryRole("PE", "host")), summary="One.\nTwo.")
        if change == 2:
            return replace(event, evidence=tuple(e for e in event.evidence if e.field != "date"), main=not event.main)
        return replace(event, people=(*event.people, Person("Zoë Q", "Dr.; jr.", None, "PE", "speaker")))


def stand(store: Store) -> tuple[list[EventRecord], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Return all that decisions change: the events but for when, the states of the articles, and who reports what."""
    events = [replace(r, created="", updated="") for r in store.events(Query(sort="id"))]
    articles = store.connection.execute("SELECT id, state FROM articles ORDER BY id").fetchall()
    reports = store.connection.execute("SELECT event, article, main FROM reports ORDER BY event, article").fetchall()
    return events, [tuple(r) for r in articles], [tuple(r) for r in reports]


def record(path: Path, go: Callable[[Store, Any, Any], object], decider: Any) -> list[str]:
    """Let *decider* decide in the store at *path*; return the lines that were written down."""
    lines: list[str] = []
    with Store.open(path, write=True, coder="ann") as store:
        decider.store = store
        recorder = Recorder(store, decider, lines.append, lambda card, decision, event: None)
        go(store, recorder, recorder.stored)
        recorder.finish()
    return lines


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles."""
    path = tmp_path_factory.mktemp("samples") / "culturex.db"
    with Store.open(path, write=True, coder="ann") as store, store.deed("import"):
        for file in sorted((ROOT / "samples" / "articles").glob("*.txt")):
            store.add_article(Article.of(file.read_text("utf-8"), source=file.name))
    return path


@pytest.fixture
def pair(imported: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a store."""
    return tuple(Path(shutil.copy(imported, tmp_path / name)) for name in ("one.db", "two.db"))  # type: ignore[return-value]


# -- the same again


@pytest.mark.parametrize("seed", range(6))
def test_a_tagging_session_made_again_gives_the_same_store(pair: tuple[Path, Path], seed: int) -> None:
    def go(store: Store, decider: Any, report: Any) -> None:
        tag_with(store, store.article_ids(), decider, report=report)

    lines = record(pair[0], go, Coin(seed))
    with Store.open(pair[1], write=True, coder="bob") as store:
        tally = apply_decisions(store, lines, command="tag --apply")
        with Store.open(pair[0]) as first:
            assert (tally["failed"], stand(store)) == (0, stand(first))


@pytest.mark.parametrize("seed", range(6))
def test_a_review_made_again_gives_the_same_store(imported: Path, tmp_path: Path, seed: int) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    shutil.copy(imported, one)
    with Store.open(one, write=True, coder="ann") as store:
        tag_auto(store, store.article_ids())
    shutil.copy(one, two)

    def go(store: Store, decider: Any, report: Any) -> None:
        review_with(store, store.event_ids(), decider, report=report)

    lines = record(one, go, Coin(seed))
    with Store.open(two, write=True, coder="bob") as store:
        tally = apply_decisions(store, lines, command="review --apply")
        with Store.open(one) as first:
            mine, theirs = stand(store), stand(first)
    # An event that "no event" deletes and an undo brings back keeps its identifier; here it has a new number.
    assert tally["failed"] == 0
    assert [replace(r, id=0) for r in by_uid(mine[0])] == [replace(r, id=0) for r in by_uid(theirs[0])]
    assert mine[1] == theirs[1]


def by_uid(records: list[EventRecord]) -> list[EventRecord]:
    return sorted(records, key=lambda r: r.uid)


def test_a_line_reads_back_as_the_same_decision(pair: tuple[Path, Path]) -> None:
    def go(store: Store, decider: Any, report: Any) -> None:
        tag_with(store, store.article_ids(), decider, report=report)

    for line in record(pair[0], go, Coin(1)):
        assert line_of(read_line(line, codebook.default())) == line


def test_every_key_of_a_line_is_described(pair: tuple[Path, Path]) -> None:
    def go(store: Store, decider: Any, report: Any) -> None:
        tag_with(store, store.article_ids(), decider, report=report)

    assert {key for line in record(pair[0], go, Coin(2)) for key in json.loads(line)} <= set(KEYS)


# -- one file, one deed


TEXT = "Choirs meet.\n\nThe choirs of Riga and Oslo  sang in Riga on 3 May 2019. Anna Berg led them."


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with two articles, and two unreviewed events of the first."""
    with Store.open(None, coder="bob") as opened:
        with opened.deed("import"):
            opened.add_article(Article.of(TEXT))
            opened.add_article(Article.of("Nothing happened."))
            at = TEXT.index("Oslo  sang")
            quote = Evidence("event", None, "Oslo  sang", at, at + 10, "rule:x", 0.8)
            opened.add_event(
                Event(title="Choirs", type="festival", date="2019", evidence=(quote,)),
                1,
                review="unreviewed",
                coder="suggester",
            )
            opened.add_event(Event(title="Song", type="visit"), 1, review="unreviewed", coder="suggester")
        yield opened


def apply(store: Store, *lines: dict[str, Any] | str, **flags: Any) -> list[Applied]:
    """Apply *lines* and return what became of each."""
    found: list[Applied] = []
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    apply_decisions(store, texts, command="review --apply", report=found.append, **flags)
    return found


def review(store: Store, number: int = 1) -> str:
    return store.event(number).review


def test_a_few_words_decide(store: Store) -> None:
    apply(store, {"action": "accept", "event": 1}, {"action": "reject", "event": 2})
    assert (review(store, 1), review(store, 2)) == ("accepted", "rejected")


def test_one_undo_takes_back_the_whole_file(store: Store) -> None:
    before = stand(store)
    apply(
        store, {"action": "accept", "event": 1}, {"action": "no_event", "article": 2}, {"action": "reject", "event": 2}
    )
    store.undo()
    assert stand(store) == before


def test_the_decisions_of_two_coders_are_two_deeds(store: Store) -> None:
    lines = [{"action": "accept", "event": n, "coder": who} for n, who in ((1, "ann"), (2, "eve"))]
    apply(store, *lines)
    found = store.connection.execute("SELECT coder FROM deeds WHERE command = 'review --apply' ORDER BY id").fetchall()
    assert [row[0] for row in found] == ["ann", "eve"]


def test_lines_without_a_coder_are_of_whoever_applies_them(store: Store) -> None:
    apply(store, {"action": "new", "article": 1, "decided": {"type": "visit"}})
    assert store.event(3).coder == "bob"


def test_a_line_that_fails_lets_the_others_be(store: Store) -> None:
    found = apply(store, {"action": "accept", "event": 99}, "{", {"action": "accept", "event": 2})
    assert [(a.line, a.reason) for a in found] == [
        (1, "There is no event 99."),
        (2, "This is no JSON: Expecting property name enclosed in double quotes."),
        (3, None),
    ]
    assert review(store, 2) == "accepted"


def test_a_line_that_fails_leaves_nothing_of_itself(store: Store) -> None:
    before = stand(store)
    apply(
        store,
        {"action": "undo", "article": 1, "event": 1, "decided": {"type": "award"}, "also": [{"event": 99}]},
    )
    assert stand(store) == before


def test_a_dry_run_stores_nothing(store: Store) -> None:
    before = (stand(store), store.connection.execute("SELECT count(*) FROM deeds").fetchone()[0])
    found = apply(store, {"action": "accept", "event": 1}, {"action": "accept", "event": 99}, dry_run=True)
    after = (stand(store), store.connection.execute("SELECT count(*) FROM deeds").fetchone()[0])
    assert (after, [bool(a.reason) for a in found]) == (before, [False, True])


def test_more_lines_than_one_transaction_holds(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("culturex.workflow.applying.BATCH", 2)
    lines = [{"action": "new", "article": 2, "decided": {"type": "visit", "title": f"V{n}"}} for n in range(7)]
    apply(store, *lines)
    store.undo()
    assert len(store.event_ids()) == 2


# -- what a line may say


def test_applied_twice_is_as_applied_once(store: Store) -> None:
    line = {"action": "accept", "uid": "a" * 32, "new": True, "article": 1, "decided": {"type": "visit"}}
    apply(store, line)
    before = stand(store)
    apply(store, line)
    assert stand(store) == before


def test_an_event_is_found_by_its_uid_before_its_number(store: Store) -> None:
    apply(store, {"action": "accept", "event": 1, "uid": store.event(2).uid})
    assert (review(store, 1), review(store, 2)) == ("unreviewed", "accepted")


def test_an_article_is_found_by_its_text_before_its_number(store: Store) -> None:
    sha256 = store.article(2).article.sha256
    apply(store, {"action": "new", "article": 1, "sha256": sha256, "decided": {"type": "visit"}})
    assert store.event(3).articles[0].id == 2


def test_a_decided_event_without_evidence_gets_it_from_the_text(store: Store) -> None:
    decided = {"title": "Choirs", "type": "festival", "date": "2019-05-03", "people": ["Anna Berg"]}
    apply(store, {"action": "accept", "event": 1, "decided": decided})
    found = {e.field: (e.quote, e.method) for e in store.event(1).event.evidence}
    assert found == {"event": ("Oslo  sang", "rule:x"), "date": ("", "hand"), "people": ("Anna Berg", "hand")}


def test_the_examples_of_the_manual_are_read() -> None:
    manual = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    lines = [line for line in manual.splitlines() if line.startswith('    {"action"')]
    assert len([read_line(line, codebook.default()) for line in lines]) == 5


def test_a_quote_is_put_in_its_place(store: Store) -> None:
    apply(store, {"action": "new", "article": 1, "decided": {"type": "visit", "quote": "The choirs of Riga"}})
    evidence = store.event(3).event.evidence[0]
    assert TEXT[evidence.start : evidence.end] == "The choirs of Riga"


def test_a_quote_keeps_its_white_space(store: Store) -> None:
    record = store.event(1)
    from culturex.model.schema import event_to_dict

    apply(store, {"action": "accept", "event": 1, "decided": event_to_dict(replace(record.event, mode="online"))})
    assert store.event(1).event.evidence[0].quote == "Oslo  sang"


def test_done_closes_an_article_that_has_events(store: Store) -> None:
    with store.deed("tag"):
        store.set_article_state(1, "new")
    apply(store, {"action": "done", "article": 1}, {"action": "done", "article": 2})
    assert [store.article(n).state for n in (1, 2)] == ["tagged", "new"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('["accept"]', "A decision is a JSON object."),
        ({"event": 1}, "The action is missing."),
        ({"action": "approve", "event": 1}, "'approve' is no action."),
        ({"action": "accept"}, "The event is missing."),
        ({"action": "accept", "events": 1}, "A decision has no key 'events'."),
        ({"action": "accept", "event": "1"}, "event must be a number."),
        ({"action": "accept", "event": True}, "event must be a number."),
        ({"action": "accept", "event": 10**30}, f"There is no event {10**30}."),
        ({"action": "accept", "uid": "none"}, "There is no event with the uid none."),
        ({"action": "accept", "uid": "\ud800"}, "It holds characters that cannot be stored."),
        ({"action": "accept", "event": 1, "decided": {"typ": "visit"}}, "An event has no field 'typ'."),
        ({"action": "accept", "event": 1, "decided": {"type": "vsit"}},
         "event.type: 'vsit' is no type of the codebook."),
        ({"action": "accept", "event": 1, "decided": {"type": "visit", "quote": "never said"}},
         "The quote 'never said' does not stand in article 1."),
        ({"action": "new", "article": 1}, "There is no event to store."),
        ({"action": "new", "article": 1, "decided": {"title": "x"}}, "An event needs a type."),
        ({"action": "accept", "event": 1, "decided": {"title": "x"}}, "An event needs a type."),
        ({"action": "new", "decided": {"type": "visit"}}, "The article is missing."),
        ({"action": "new", "article": 9, "decided": {"type": "visit"}}, "There is no article 9."),
        ({"action": "new", "sha256": "0" * 64, "decided": {"type": "visit"}},
         "The article with the fingerprint 000000000000... is not in this store."),
        ({"action": "no_event"}, "The article is missing."),
        ({"action": "undo", "event": 1, "review": "maybe"}, "'maybe' is no review state."),
        ("[" * 100_000, "This is no JSON: it is nested too deeply."),
    ],
)  # fmt: skip
def test_a_wrong_line_says_why(store: Store, line: dict[str, Any] | str, reason: str) -> None:
    before = stand(store)
    assert [a.reason for a in apply(store, line)] == [reason]
    assert stand(store) == before


def test_no_event_is_refused_where_one_was_accepted(store: Store) -> None:
    apply(store, {"action": "accept", "event": 1})
    assert apply(store, {"action": "no_event", "article": 1})[0].reason == "Article 1 has events already: 1."


def test_an_article_that_was_dealt_with_is_not_opened_again(store: Store) -> None:
    sha256 = store.article(1).article.sha256
    apply(store, {"action": "accept", "event": 1, "article": 1, "sha256": sha256, "state": "new"})
    assert store.article(1).state == "tagged"


# -- the command line


def at_terminal(keys: str, *words: str) -> None:
    """Type *keys* once a question is shown, and wait for the end."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(sys.executable, ["-m", "culturex", *words], encoding="utf-8", timeout=30)
    child.expect(r"\[Q\]\S*uit")
    child.send(keys)
    child.expect(pexpect.EOF)
    finish(child)


Run = Callable[..., Any]


def test_a_session_at_the_terminal_is_recorded_and_made_again(run: Run, library: Path) -> None:
    shutil.copy(library, "again.db")
    at_terminal("edmay 2020\raq", "review", "--record", "d.jsonl")
    result = run("review", "--apply", "d.jsonl", "--db", "again.db", "--json")
    assert (result.code, result.json) == (
        0,
        {"line": 1, "status": "done", "action": "accept", "event": 11, "reason": None, "hint": None},
    )
    shown = [run("show", 11, "--json", "--db", db).json for db in (library, "again.db")]
    assert shown[0] | {"updated": ""} == shown[1] | {"updated": ""}


def test_a_session_goes_on_with_the_same_file(run: Run, library: Path) -> None:
    at_terminal("rq", "review", "1", "2", "--record", "d.jsonl")
    at_terminal("aq", "review", "2", "--record", "d.jsonl")
    lines = [json.loads(line) for line in Path("d.jsonl").read_text("utf-8").splitlines()]
    assert [(line["action"], line["event"]) for line in lines] == [("reject", 1), ("accept", 2)]


def test_what_the_flags_decide_is_recorded_too(run: Run, library: Path) -> None:
    result = run("review", "--accept", 11, 12, "--record", "-")
    assert [json.loads(line)["review"] for line in result.out.splitlines()] == ["accepted", "accepted"]


def test_decisions_come_from_standard_input(run: Run, library: Path) -> None:
    result = run("tag", "--apply", "-", stdin='{"action": "no_event", "article": 6}\n')
    assert (result.code, run("articles", 6, "--json").json["state"]) == (0, "no_event")


def test_lines_that_fail_are_named_and_the_code_is_1(run: Run, library: Path) -> None:
    result = run(
        "review", "--apply", "-", stdin='{"action": "accept", "event": 99}\n\n{"action": "reject", "event": 1}\n'
    )
    assert (result.code, result.err.splitlines()) == (
        1,
        [
            "standard input, line 1: There is no event 99. culturex list shows the numbers.",
            "Made 1 decision; 1 line failed. culturex undo takes them back.",
        ],
    )


def test_a_dry_run_from_the_command_line(run: Run, library: Path) -> None:
    result = run("review", "--apply", "-", "--dry-run", stdin='{"action": "reject", "event": 1}\n')
    assert (result.code, result.err, run("show", 1, "--json").json["review"]) == (
        0,
        "Would make 1 decision.\n",
        "accepted",
    )


@pytest.mark.parametrize(
    "words",
    [
        ["review", "--apply", "x", "3"],
        ["review", "--apply", "x", "--accept"],
        ["review", "--apply", "x", "--country", "Armenia"],
        ["review", "--apply", "x", "--record", "y"],
        ["review", "--dry-run"],
        ["tag", "--apply", "x", "3"],
        ["tag", "--apply", "x", "--auto"],
        ["tag", "--auto", "--record", "y"],
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_usage(run: Run, library: Path, words: list[str]) -> None:
    assert run(*words).code == 2


def test_a_file_that_is_not_there_is_one_sentence(run: Run, library: Path) -> None:
    result = run("review", "--apply", "no.jsonl")
    assert (result.code, result.err.splitlines()[0]) == (
        1,
        "Error: no.jsonl cannot be read: No such file or directory.",
    )
