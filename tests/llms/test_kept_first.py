"""A reply was paid for: it is kept before anything is done with it, and never asked for twice."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from replies import RIGHT, number_in, write_articles

from culturex.llms.jobs import answers
from culturex.model.completion import UNREAD
from culturex.store import connect
from culturex.workflow import asking, by_model
from loopback import Loopback, Scripted

Run = Callable[..., Any]
Serve = Callable[..., Loopback]
# The command line, with a reading of replies that ends the program as no other way could.
DEAD_AT_READING = """
import os, signal
from culturex.__main__ import main
from culturex.workflow import asking
asking.verify = lambda *given, **named: os.kill(os.getpid(), signal.SIGKILL)
raise SystemExit(main())
"""


@pytest.fixture
def articles(run: Run, tmp_path: Path) -> None:
    """Three small articles in a store in the working folder."""
    run("init")
    run("import", write_articles(tmp_path / "choirs", 3))


def rows(sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect("culturex.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def breaks_at(number: int, right: Callable[..., Any]) -> Callable[..., Any]:
    """Return *right*, but it raises the time of this *number*."""
    calls: list[int] = []

    def broken(*given: Any, **named: Any) -> Any:
        calls.append(1)
        if len(calls) == number:
            raise KeyError("oh")
        return right(*given, **named)

    return broken


@pytest.mark.usefixtures("articles")
def test_a_program_killed_at_reading_a_reply_asks_nothing_again(run: Run, serve: Serve) -> None:
    server = serve(RIGHT)
    program = [sys.executable, "-c", DEAD_AT_READING, "tag", "--model", "loop", "1"]
    assert subprocess.run(program, capture_output=True, env={**os.environ}).returncode == -signal.SIGKILL
    assert rows("SELECT reply, status, reason FROM completions") == [(RIGHT, "unusable", UNREAD)]
    assert run("tag", "--model", "loop", "1").code == 0
    assert (len(server.asked), len(run("list", "--json").json)) == (1, 1)


@pytest.mark.usefixtures("articles")
def test_a_reply_that_was_read_late_says_so_in_the_log(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(RIGHT)
    with monkeypatch.context() as patch:
        patch.setattr(asking, "verify", breaks_at(1, asking.verify))
        run("tag", "--model", "loop", "1")
    run("tag", "--model", "loop", "1")
    assert rows("SELECT status, reason FROM completions") == [("read", None)]


@pytest.mark.usefixtures("articles")
def test_a_mistake_at_reading_costs_one_article_and_no_reply(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(RIGHT)
    with monkeypatch.context() as patch:
        patch.setattr(asking, "verify", breaks_at(2, asking.verify))
        result = run("tag", "--model", "loop")
    assert (result.code, "Article 2: A mistake in culturex itself kept the reply" in result.err) == (1, True)
    assert len(run("list", "--json").json) == 2
    assert run("tag", "--model", "loop").code == 0
    assert (len(server.asked), len(run("list", "--json").json)) == (3, 3)


@pytest.mark.usefixtures("articles")
def test_an_error_at_one_article_loses_no_reply_that_is_on_the_way(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(lambda number, body: Scripted(RIGHT, hang=0.3 if number_in(body) > 1 else 0))
    with monkeypatch.context() as patch:
        patch.setattr(by_model, "take_article", breaks_at(1, by_model.take_article))
        assert run("tag", "--model", "loop", "--jobs", "3").code == 70
    assert run("tag", "--model", "loop").code == 0
    assert (len(server.asked), len(run("list", "--json").json)) == (3, 3)


@pytest.mark.usefixtures("articles")
def test_a_reply_waits_for_a_store_that_another_program_has(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "PATIENCE", 0.1)
    other = sqlite3.connect("culturex.db", isolation_level=None, check_same_thread=False)

    def lock(number: int, body: dict[str, Any]) -> str:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(1, other.execute, ["COMMIT"]).start()
        return RIGHT

    server = serve(lock)
    result = run("tag", "--model", "loop", "1")
    other.close()
    assert (result.code, "Another program has the store" in result.err) == (0, True)
    assert (len(server.asked), len(run("list", "--json").json)) == (1, 1)


@pytest.mark.usefixtures("articles")
def test_an_unread_reply_by_file_is_read_the_next_time(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("prompts", "write", "1", "--out", tmp_path / "ask")
    (prompt,) = (tmp_path / "ask").glob("*.prompt.txt")
    prompt.with_name(prompt.name.replace(".prompt.", ".reply.")).write_text(RIGHT)
    read = ("prompts", "read", tmp_path / "ask", "--model", "m")
    with monkeypatch.context() as patch:
        patch.setattr(asking, "verify", breaks_at(1, asking.verify))
        assert run(*read).code == 1
    assert run(*read).code == 0
    assert (rows("SELECT status FROM completions"), len(run("list", "--json").json)) == ([("read",)], 1)


def test_all_that_has_come_is_kept_before_the_next_is_worked_on() -> None:
    kept: list[int] = []
    at_work: list[int] = []
    for _ in answers(range(4), lambda n: n, keep=kept.append, jobs=4):
        at_work.append(len(kept))
        time.sleep(0.1)
    assert at_work[1:] == [4, 4, 4]
