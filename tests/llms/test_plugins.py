"""Models that a plugin of llm brings: they tell less of themselves, and may raise anything."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from replies import RIGHT, write_articles

Run = Callable[..., Any]


class Scripted:
    """What the plugin's model does when it is asked."""

    def __init__(self) -> None:
        self.most_at_once = self.now = 0
        self.takes_system = True
        self.answer: Callable[[str], Iterator[str]] = lambda text: iter([RIGHT])
        self.lock = threading.Lock()


@pytest.fixture
def plugin(run: Run, tmp_path: Path) -> Iterator[Scripted]:
    """A plugin with a model that runs inside the program, and four articles in a store."""
    import llm
    from llm.plugins import load_plugins, pm

    load_plugins()
    script = Scripted()

    class Inside(llm.Model):  # type: ignore[misc]
        model_id = "inside"
        can_stream = True

        def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any) -> Iterator[str]:
            if prompt.system and not script.takes_system:
                raise NotImplementedError
            with script.lock:
                script.now += 1
                script.most_at_once = max(script.most_at_once, script.now)
            try:
                yield from script.answer(prompt.prompt)
            finally:
                with script.lock:
                    script.now -= 1

    class Plugin:
        @llm.hookimpl  # type: ignore[untyped-decorator]
        def register_models(self, register: Any) -> None:
            register(Inside())

    one = Plugin()
    pm.register(one)
    run("init")
    run("import", write_articles(tmp_path / "choirs", 4))
    yield script
    pm.unregister(one)


def slowly(text: str) -> Iterator[str]:
    time.sleep(0.1)
    yield RIGHT


def test_a_model_inside_the_program_is_asked_one_question_at_a_time(run: Run, plugin: Scripted) -> None:
    plugin.answer = slowly
    assert run("tag", "--model", "inside", "--jobs", "4").code == 0
    assert plugin.most_at_once == 1


def test_that_it_does_not_tell_where_it_runs_is_said(run: Run, plugin: Scripted) -> None:
    assert "inside does not tell where it runs, here or elsewhere" in run("tag", "--model", "inside").err
    assert next(row for row in run("models").rows if row[0] == "inside")[2] == "unknown"


def test_its_tokens_are_estimated(run: Run, plugin: Scripted) -> None:
    assert run("tag", "--model", "inside", "1", "--json").json["tokens"] > 1000


def test_whatever_it_raises_is_one_sentence(run: Run, plugin: Scripted) -> None:
    def fail(text: str) -> Iterator[str]:
        raise KeyError("weights", "\x1b[31m")
        yield ""

    plugin.answer = fail
    result = run("tag", "--model", "inside", "1")
    assert (result.code, "Traceback" in result.err, "\x1b" in result.err) == (1, False, False)
    assert "Article 1: inside could not be asked: " in result.err


def test_one_that_never_ends_is_stopped_between_two_words(
    run: Run, plugin: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(text: str) -> Iterator[str]:
        while True:
            time.sleep(0.01)
            yield "word "

    plugin.answer = endless
    monkeypatch.setenv("CULTUREX_MODEL_SECONDS", "0.2")
    assert "Article 1: inside did not answer within 0.2 seconds." in run("tag", "--model", "inside", "1").err
    assert plugin.now == 0


def test_one_that_takes_nothing_beforehand_gets_all_in_one(run: Run, plugin: Scripted) -> None:
    asked = []

    def keep(text: str) -> Iterator[str]:
        asked.append(text)
        yield RIGHT

    plugin.answer, plugin.takes_system = keep, False
    assert run("tag", "--model", "inside", "1").code == 0
    assert asked[0].startswith("You read articles")
