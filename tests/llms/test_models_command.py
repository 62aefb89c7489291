"""``culturex models``: which language models there are, and what each can do."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from culturex.llms.address import is_own
from loopback import Loopback

Run = Callable[..., Any]
Serve = Callable[..., Loopback]


def facts(run: Run, name: str) -> Any:
    return next(one for one in run("models", "--json").json if one["name"] == name)


def test_a_server_on_this_computer_is_local(run: Run, serve: Serve) -> None:
    server = serve("")
    found = facts(run, "loop")
    assert (found["where"], f"http://{found['host']}/v1") == ("local", server.address)


def test_a_server_elsewhere_is_remote(run: Run, serve: Serve) -> None:
    serve("")
    found = facts(run, "faraway")
    assert (found["where"], found["host"]) == ("remote", "models.example.org")


def test_a_server_on_this_computer_that_passes_questions_on_is_remote(run: Run, user: Path) -> None:
    user.mkdir()
    (user / "extra-openai-models.yaml").write_text(
        "- {model_id: big, model_name: 'big:120b-cloud', api_base: 'http://localhost:11434/v1'}"
    )
    assert facts(run, "big")["where"] == "remote"


def test_the_models_of_openai_are_where_the_variable_says(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:1234/v1")
    found = facts(run, "gpt-4o")
    assert (found["where"], found["host"]) == ("local", "localhost:1234")


@pytest.mark.parametrize(("name", "schema"), [("loop", True), ("plain", False)])
def test_what_a_model_supports_is_told(run: Run, serve: Serve, name: str, schema: bool) -> None:
    serve("")
    assert facts(run, name)["schema"] is schema


@pytest.mark.parametrize(("name", "streaming"), [("loop", True), ("whole", False)])
def test_whether_a_model_streams_is_told(run: Run, serve: Serve, name: str, streaming: bool) -> None:
    serve("")
    assert facts(run, name)["streaming"] is streaming


def test_a_key_that_is_missing_is_told(run: Run, serve: Serve) -> None:
    serve("")
    row = next(row for row in run("models").rows if row[0] == "keyed")
    assert row[6] == "loopback: missing"


def test_a_key_that_is_there_is_told_by_its_name_alone(run: Run, serve: Serve, user: Path) -> None:
    serve("")
    (user / "keys.json").write_text(json.dumps({"loopback": "zebra-4711"}))
    result = run("models", "--json")
    found = next(one for one in result.json if one["name"] == "keyed")
    assert (found["key"], found["has_key"], "zebra" in result.out) == ("loopback", True, False)


def test_models_that_lack_nothing_come_first(run: Run, serve: Serve) -> None:
    serve("")
    assert {row[0] for row in run("models").rows[1:4]} == {"loop", "plain", "whole"}


def test_the_default_model_is_named(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    serve("")
    monkeypatch.setenv("CULTUREX_MODEL", "loop")
    assert "The default one is loop" in run("models").err
    assert [one["name"] for one in run("models", "--json").json if one["default"]] == ["loop"]


def test_without_llm_one_sentence_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llm", None)
    result = run("models")
    assert (result.code, result.out) == (1, "")
    assert result.err == "Error: Language models need a library that is not installed: pip install 'culturex[llm]'.\n"


def test_nothing_is_asked(run: Run, serve: Serve) -> None:
    server = serve("")
    run("models")
    assert server.asked == []


def test_the_folder_of_llm_holds_nothing_new(run: Run, user: Path) -> None:
    run("models")
    assert list(user.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("10.1.2.3", True),
        ("192.168.0.7", True),
        ("172.16.0.1", True),
        ("gpu-box", True),
        ("box.local", True),
        ("8.8.8.8", False),
        ("api.example.org", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("", False),
    ],
)
def test_a_host_is_of_the_own_network_or_not(host: str, own: bool) -> None:
    assert is_own(host) is own
