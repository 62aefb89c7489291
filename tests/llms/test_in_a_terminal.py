"""``culturex tag --model`` in a terminal: what is asked before anything is sent, and the line that tells how it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pexpect
import pytest
from replies import BROKEN, RIGHT, number_in, write_articles

from loopback import Loopback, Scripted
from terminals import finish

Run = Callable[..., Any]
Serve = Callable[..., Loopback]


@pytest.fixture
def articles(run: Run, tmp_path: Path) -> Callable[[int], None]:
    """Take so many small articles into a store in the working folder."""

    def take(number: int) -> None:
        run("init")
        run("import", write_articles(tmp_path / "choirs", number))

    return take


def start(*arguments: str) -> Any:
    child = pexpect.spawn(
        sys.executable, ["-m", "culturex", *arguments], timeout=30, encoding="utf-8", dimensions=(24, 60),
        env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    child.delaybeforesend = None
    return child


def ended(child: Any) -> int:
    child.expect(pexpect.EOF)
    finish(child)
    return int(child.exitstatus)


def test_no_is_the_answer_where_nothing_is_typed(run: Run, serve: Serve, articles: Any) -> None:
    server = serve(RIGHT)
    articles(21)
    child = start("tag", "--model", "loop")
    child.expect("21 articles in 21 questions")
    child.expect_exact("Go on? [y/N] ")
    child.sendline("")
    child.expect_exact("Nothing was sent.")
    assert (ended(child), server.asked) == (1, [])


def test_yes_goes_on(run: Run, serve: Serve, articles: Any) -> None:
    server = serve(RIGHT)
    articles(21)
    child = start("tag", "--model", "loop", "--jobs", "4")
    child.expect_exact("Go on? [y/N] ")
    child.sendline("y")
    assert (ended(child), len(server.asked)) == (0, 21)


def test_a_model_elsewhere_is_asked_only_if_that_is_agreed(run: Run, serve: Serve, articles: Any, user: Path) -> None:
    serve(RIGHT)
    (user / "keys.json").write_text('{"faraway": "zebra-4711"}')
    articles(1)
    child = start("tag", "--model", "faraway")
    child.expect("Sent to\\s+models.example.org")
    child.expect_exact("Go on? [y/N] ")
    child.sendline("n")
    assert ended(child) == 1


def test_the_line_shows_articles_failures_and_tokens(run: Run, serve: Serve, articles: Any) -> None:
    broken = replace(BROKEN, headers={"Retry-After": "0.1"})
    serve(lambda number, body: broken if number_in(body) == 1 else Scripted(RIGHT, hang=0.3))
    articles(5)
    child = start("tag", "--model", "loop")
    child.expect_exact("0 of 5 articles, loop is asked")
    child.expect(r"4 of 5 articles, 1 failed, [\d,]+ tokens")
    assert ended(child) == 1
