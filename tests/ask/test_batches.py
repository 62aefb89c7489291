"""Requests and results of the batch services: https://platform.openai.com/docs/guides/batch and Anthropic's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ask.pieces import article
from culturex.ask import build_prompts, reply_schema
from culturex.ask.asking import Prompt
from culturex.ask.batches import named_in, question_in, request, result
from culturex.ask.template import load
from culturex.model.codebook import default


def prompt(**options: Any) -> Prompt:
    return build_prompts(article(), default(), load("short", []), number=12, **options)[0]


def test_a_request_to_openai_has_its_form() -> None:
    line = json.loads(request(prompt(), "openai", model="gpt-x"))
    assert (line["custom_id"], line["method"], line["url"]) == (prompt().id, "POST", "/v1/chat/completions")
    assert [m["role"] for m in line["body"]["messages"]] == ["system", "user"]
    shape = line["body"]["response_format"]["json_schema"]
    assert (shape["strict"], shape["schema"]) == (True, reply_schema(default()))


def test_a_request_to_anthropic_has_its_form() -> None:
    line = json.loads(request(prompt(), "anthropic", model="claude-x", most_tokens=900))
    assert (line["custom_id"], set(line)) == (prompt().id, {"custom_id", "params"})
    assert (line["params"]["model"], line["params"]["max_tokens"]) == ("claude-x", 900)
    assert line["params"]["system"].startswith("You read an article")
    assert line["params"]["output_config"]["format"]["schema"] == reply_schema(default())


@pytest.mark.parametrize("format_", ["openai", "anthropic"])
def test_a_request_is_one_line_that_gives_its_question_back(format_: str) -> None:
    line = request(prompt(), format_, model="m")
    assert "\n" not in line
    assert question_in(line) == (prompt().id, prompt().text)


@pytest.mark.parametrize("format_", ["openai", "anthropic"])
def test_a_request_is_no_result(format_: str) -> None:
    assert result(request(prompt(), format_, model="m")) is None


def openai(**body: Any) -> str:
    response = {"status_code": 200, "request_id": "r", "body": {"model": "gpt-x-1", **body}}
    return json.dumps({"id": "b", "custom_id": "c", "response": response, "error": None})


def anthropic(kind: str, **more: Any) -> str:
    return json.dumps({"custom_id": "c", "result": {"type": kind, **more}})


def test_an_answer_of_openai_is_read() -> None:
    choice = {"index": 0, "message": {"role": "assistant", "content": "{}"}, "finish_reason": "stop"}
    found = result(openai(choices=[choice], usage={"prompt_tokens": 7, "completion_tokens": 3}))
    assert found is not None
    assert (found.text, found.error, found.model) == ("{}", None, "gpt-x-1")
    assert (found.tokens_in, found.tokens_out) == (7, 3)


def test_an_answer_of_anthropic_is_read() -> None:
    content = [{"type": "text", "text": "{}"}]
    message = {"model": "claude-x", "content": content, "usage": {"input_tokens": 7, "output_tokens": 3}}
    found = result(anthropic("succeeded", message=message))
    assert found is not None
    assert (found.text, found.model, found.tokens_in, found.tokens_out) == ("{}", "claude-x", 7, 3)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (json.dumps({"custom_id": "c", "response": None, "error": {"code": "x", "message": "expired\x1b"}}), "expired"),
        (json.dumps({"custom_id": "c", "response": {"status_code": 500, "body": None}, "error": None}), "status 500"),
        (openai(error={"message": "too long"}), "too long"),
        (openai(choices=[{"message": {"content": None, "refusal": "I will not."}}]), "I will not."),
        (openai(choices=[]), "status 200"),
        (anthropic("errored", error={"type": "error", "error": {"type": "x", "message": "too long"}}), "too long"),
        (anthropic("expired"), "expired"),
        (anthropic("canceled"), "canceled"),
        (anthropic("succeeded", message={"content": []}), "succeeded"),
    ],
)
def test_a_line_without_an_answer_says_why(line: str, why: str) -> None:
    found = result(line)
    assert found is not None
    assert found.text is None
    assert (found.error or "").startswith("The service gave no answer: ")
    assert why in (found.error or "")


@pytest.mark.parametrize("line", ["", "x", "[]", "{}", '{"custom_id": 7}', '{"custom_id": "a"}', "[" * 100_000])
def test_other_lines_are_no_results(line: str) -> None:
    assert result(line) is None


@given(st.recursive(st.none() | st.integers() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
def test_no_line_makes_the_reader_raise(value: Any) -> None:
    for data in ({"custom_id": "a", "result": value}, {"custom_id": "a", "response": value}, {"body": value}, value):
        result(json.dumps(data))
        question_in(json.dumps(data))


def test_an_id_tells_what_it_was_made_of() -> None:
    one = prompt()
    found = named_in(f"copy of {one.id} (2).reply.txt")
    assert found is not None
    assert (found.number, found.fingerprint, found.part, found.parts) == (12, one.fingerprint[:12], 1, 1)
    assert (found.span, found.version) == (None, one.version)


def test_the_id_of_a_part_tells_its_span() -> None:
    about = article("\n".join(f"Paragraph {n} tells what happened that day." for n in range(800)))
    second = build_prompts(about, default(), load("short", []), number=12, budget=6000)[1]
    found = named_in(second.id)
    assert found is not None
    assert (found.part, found.parts, found.span) == (second.part, second.parts, second.span)


@pytest.mark.parametrize("name", ["", "article-12", "article-x-1a2b3c4d5e6f-1a2b3c4d5e6f", "notes.txt"])
def test_other_names_are_no_ids(name: str) -> None:
    assert named_in(name) is None
