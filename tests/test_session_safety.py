"""Sessions in real terminals that are killed, closed or not alone: what was decided is there, and nothing is lost."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from culturex.cli import hangup
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event
from culturex.store import Store
from culturex.store.doctor import examine
from culturex.store.query import Query
from terminals import finish

pexpect = pytest.importorskip("pexpect")

CTRL_C = "\x03"
# What the screen says once a decision is stored.
TOLD = re.compile(r"→ (accepted|rejected): event (\d+)")
ARTICLES = 400


def text_of(number: int) -> str:
    """Return an article in which the suggester sees one event."""
    return (
        f"Choirs of Riga and Tallinn meet, number {number}\n\n"
        f"On {number % 27 + 1} May 2021 choirs from Latvia and Estonia gave concert {number} in Riga."
    )


def event_of(number: int) -> Event:
    """Return an event for a review."""
    return Event(title=f"Concert {number}", type="performance", date="2021-05", countries=(CountryRole("LV", "host"),))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two stores to copy: articles to be tagged, and their events to be reviewed."""
    folder = tmp_path_factory.mktemp("stores")
    made = {}
    for command in ("tag", "review"):
        made[command] = folder / f"{command}.db"
        with Store.open(made[command], write=True, coder="ann") as store, store.deed("import"):
            for number in range(1, ARTICLES + 1):
                article, _ = store.add_article(Article.of(text_of(number), title=f"Choirs {number}", language="en"))
                if command == "review":
                    store.add_event(event_of(number), article, review="unreviewed", coder="suggester")
    return made


@dataclass
class Person:
    """Somebody at a terminal with a session."""

    child: Any
    seen: str = ""

    @classmethod
    def at(cls, path: Path, *arguments: object, coder: str = "ann") -> Person:
        """Start a session on the store at *path*."""
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "VIRTUAL_ENV")}
        environment = kept | {
            "HOME": str(path.parent), "CULTUREX_DB": str(path), "CULTUREX_CODER": coder, "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
        }  # fmt: skip
        child = pexpect.spawn(
            sys.executable, ["-m", "culturex", *map(str, arguments)], env=environment, dimensions=(40, 100),
            encoding="utf-8", timeout=60,
        )  # fmt: skip
        child.delaybeforesend = None
        return cls(child)

    def watch(self, seconds: float) -> bool:
        """Read the screen for so long; return False where the session has ended."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                self.seen += self.child.read_nonblocking(65536, timeout=0.01)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return False
        return True

    def kill(self) -> None:
        """End the session without a chance to tidy up."""
        self.child.kill(signal.SIGKILL)
        while self.watch(0.5):
            pass
        finish(self.child)

    def hang_up(self) -> int:
        """Close the terminal and return the exit code of the session."""
        self.child.ptyproc.fileobj.close()
        _, status = os.waitpid(self.child.pid, 0)
        self.child.ptyproc.closed = self.child.closed = self.child.ptyproc.terminated = True
        return os.waitstatus_to_exitcode(status)

    def interrupt(self) -> int:
        """Press Ctrl-C and return the exit code of the session."""
        self.child.send(CTRL_C)
        return self.wait()

    def wait(self) -> int:
        """Wait for the end of the session and return its exit code."""
        while self.watch(1):
            pass
        finish(self.child)
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    @property
    def told(self) -> list[int]:
        """The events that the screen said are decided, in order."""
        return [int(number) for _, number in TOLD.findall(self.seen)]

    @property
    def first(self) -> int | None:
        """The article of the first card, None where the screen showed none yet."""
        found = re.search(r"article (\d+) ·", self.seen)
        return int(found[1]) if found else None


def keys(numbers: list[int]) -> str:
    """Return the keys that decide about the events or articles of these numbers, each in its own way, and quit."""
    return "".join({0: "a", 1: "r", 2: "en25\ra"}[number % 3] for number in numbers) + "q"


def decided(path: Path, command: str) -> list[int]:
    """Return the articles, or events, that were decided about, after a look whether each was decided as typed."""
    with Store.open(path) as store:
        if command == "tag":
            found = [store.event(n) for n in store.event_ids(Query(sort="id"))]
            numbers = [record.articles[0].id for record in found]
        else:
            found = [r for n in store.event_ids(Query(sort="id")) if (r := store.event(n)).review != "unreviewed"]
            numbers = [record.id for record in found]
        for number, record in zip(numbers, found, strict=True):
            assert record.review == ("rejected" if number % 3 == 1 else "accepted"), number
            assert record.event.participants == (25 if number % 3 == 2 else None), number
    return numbers


def is_whole(path: Path) -> bool:
    """Tell whether the doctor finds nothing."""
    with Store.open(path, write=True) as store:
        return all(finding.ok for finding in examine(store.connection, None))


def kill_at_random(stores: dict[str, Path], folder: Path, command: str, seed: int, times: int) -> None:
    """Kill a session *times* at random moments; after each look at the store and go on with the next session."""
    chance = random.Random(seed)
    path = folder / "culturex.db"
    there: list[int] = []
    for _ in range(times):
        if not path.exists() or len(there) > ARTICLES - 100:
            for file in folder.glob("culturex.db*"):
                file.unlink()
            shutil.copy(stores[command], path)
            there = []
        person = Person.at(path, command)
        person.child.send(keys(list(range(len(there) + 1, min(len(there) + 300, ARTICLES) + 1))))
        person.watch(chance.uniform(0.1, 1.8))
        person.kill()
        before, there = there, decided(path, command)
        # Everything that was decided before is there, in order, and nothing twice: the next session goes on behind it.
        assert there == list(range(1, len(there) + 1))
        assert len(there) >= len(before) + len(person.told)
        assert is_whole(path)
        assert person.first in (None, len(before) + 1)


@pytest.mark.parametrize("command", ["tag", "review"])
def test_a_killed_session_keeps_every_decision(stores: dict[str, Path], tmp_path: Path, command: str) -> None:
    kill_at_random(stores, tmp_path, command, seed=1, times=3)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["tag", "review"])
def test_a_session_killed_at_a_hundred_moments_keeps_every_decision(
    stores: dict[str, Path], tmp_path: Path, command: str
) -> None:
    kill_at_random(stores, tmp_path, command, seed=2, times=50)


# -- a closed terminal, and signals


@pytest.fixture
def reviewing(stores: dict[str, Path], tmp_path: Path) -> Iterator[tuple[Person, Path]]:
    """Somebody who accepted one event, and is typing the title of the next."""
    path = tmp_path / "culturex.db"
    shutil.copy(stores["review"], path)
    person = Person.at(path, "review")
    person.child.send("aetX")
    person.child.expect("title: ")
    yield person, path
    person.child.close(force=True)


def reviewed(path: Path) -> list[str]:
    """Return where the review of the first two events stands."""
    with Store.open(path) as store:
        return [store.event(n).review for n in (1, 2)]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_says_a_sentence_and_exits_with_130(reviewing: tuple[Person, Path], number: signal.Signals) -> None:
    person, path = reviewing
    person.child.kill(number)
    assert person.wait() == 130
    assert "Interrupted; what was stored before stays." in person.seen
    assert reviewed(path) == ["accepted", "unreviewed"]


def test_ctrl_c_says_a_sentence_and_exits_with_130(reviewing: tuple[Person, Path]) -> None:
    person, _ = reviewing
    assert person.interrupt() == 130
    assert "Interrupted; what was stored before stays." in person.seen


def test_a_closed_terminal_loses_nothing(reviewing: tuple[Person, Path]) -> None:
    person, path = reviewing
    assert person.hang_up() == 130
    assert reviewed(path) == ["accepted", "unreviewed"]


# -- what is being edited

# The title and the number of participants are edited, and the notes are being typed.
TWO_FIELDS = "et of 2021\rn25\rkNot yet"


ENDS: dict[str, Callable[[Person], object]] = {
    "killed": Person.kill,
    "closed": Person.hang_up,
    "ctrl-c": Person.interrupt,
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("command", ["tag", "review"])
def test_fields_that_were_edited_are_there_in_the_next_session(
    stores: dict[str, Path], tmp_path: Path, command: str, end: str
) -> None:
    path = tmp_path / "culturex.db"
    shutil.copy(stores[command], path)
    person = Person.at(path, command)
    person.child.send(TWO_FIELDS)
    person.child.expect("notes: ")
    ENDS[end](person)
    assert is_whole(path)
    again = Person.at(path, command)
    again.child.expect("Your edits of title and participants are kept here")
    again.child.send("aq")
    again.wait()
    with Store.open(path) as store:
        record = next(r for r in store.events(Query(sort="id")) if r.review == "accepted")
    assert (str(record.event.title).endswith(" of 2021"), record.event.participants) == (True, 25)
    assert record.event.notes is None


STUCK = """
import time
from culturex.cli import hangup
from culturex.cli.hangup import Hangup

hangup._PATIENCE /= 10
with Hangup(None):
    try:
        print("ready", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_session_that_does_not_come_to_its_end_is_ended(number: signal.Signals) -> None:
    """A tenth of the time that a session has for its end is enough here."""
    assert 1 <= hangup._PATIENCE <= 10
    with subprocess.Popen([sys.executable, "-c", STUCK], stdout=subprocess.PIPE) as stuck:
        assert stuck.stdout is not None
        assert stuck.stdout.readline() == b"ready\n"
        stuck.send_signal(number)
        assert stuck.wait(timeout=30) == 128 + number


@pytest.mark.parametrize("end", ENDS)
def test_a_new_event_that_was_begun_is_there_in_the_next_session(
    stores: dict[str, Path], tmp_path: Path, end: str
) -> None:
    path = tmp_path / "culturex.db"
    shutil.copy(stores["tag"], path)
    person = Person.at(path, "tag")
    person.child.send("nfest\rMy own\r14 oct 2016\rhel")
    person.child.expect("status: ")
    ENDS[end](person)
    again = Person.at(path, "tag")
    again.child.expect("A new event that you had begun is kept")
    again.child.send("naq")
    again.wait()
    with Store.open(path) as store:
        event = store.event(1).event
    assert (event.type, event.title, event.date, event.status) == ("festival", "My own", "2016-10-14", None)


# -- two at once


def both(path: Path, *arguments: list[object], typed: list[str]) -> list[Person]:
    """Run two sessions at once, each with its keys typed ahead; return them when both have ended."""
    people = [Person.at(path, *given, coder=coder) for given, coder in zip(arguments, ("ann", "bob"), strict=True)]
    for person, what in zip(people, typed, strict=True):
        person.child.send(what)
    running = list(people)
    while running:
        running = [person for person in running if person.watch(0.05)]
    for person in people:
        finish(person.child)
    return people


def at_once(stores: dict[str, Path], path: Path, each: int) -> list[Person]:
    """Let two people tag different articles of one store at once."""
    shutil.copy(stores["tag"], path)
    halves: list[list[object]] = [["tag", *range(1, each + 1)], ["tag", *range(each + 1, 2 * each + 1)]]
    return both(path, *halves, typed=[keys(list(range(1, each + 1))), keys(list(range(each + 1, 2 * each + 1)))])


@pytest.mark.parametrize("each", [15, pytest.param(200, marks=pytest.mark.slow)])
def test_two_sessions_at_once_lose_nothing(stores: dict[str, Path], tmp_path: Path, each: int) -> None:
    path = tmp_path / "culturex.db"
    people = at_once(stores, path, each)
    assert [p.child.exitstatus for p in people] == [0, 0]
    assert [len(p.told) for p in people] == [each, each]
    assert sorted(decided(path, "tag")) == list(range(1, 2 * each + 1))
    assert not any("locked" in p.seen or "in use" in p.seen for p in people)
    assert is_whole(path)


@pytest.mark.parametrize("most", [15, pytest.param(200, marks=pytest.mark.slow)])
def test_two_sessions_in_one_queue_decide_about_each_event_once(
    stores: dict[str, Path], tmp_path: Path, most: int
) -> None:
    path = tmp_path / "culturex.db"
    shutil.copy(stores["review"], path)
    numbers: list[object] = list(range(1, most + 1))
    people = both(path, ["review", *numbers], ["review", *numbers], typed=["a" * most + "q", "a" * most + "q"])
    with Store.open(path) as store:
        told = store.connection.execute("SELECT count(*) FROM deeds WHERE command = 'review'").fetchone()[0]
        assert {store.event(n).review for n in range(1, most + 1)} == {"accepted"}
    assert told == most
    assert not any("locked" in p.seen or "in use" in p.seen or "Traceback" in p.seen for p in people)
    assert is_whole(path)
