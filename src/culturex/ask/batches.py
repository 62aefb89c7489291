"""Prompts as files and replies from files: for a chat window, and for the batch services of OpenAI and Anthropic.

Batches: https://platform.openai.com/docs/guides/batch (``/v1/chat/completions`` with ``response_format``) and
https://docs.claude.com/en/docs/build-with-claude/batch-processing (``params`` of a message, ``output_config``). A batch
is JSON Lines; requests and results are matched by ``custom_id``, which here is the id of the prompt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from culturex.ask.asking import Prompt
from culturex.text import Span, one_line

FORMATS = ("files", "openai", "anthropic")
# Tokens that an answer may have where a batch service must be told: some sixty events.
MOST_TOKENS = 16_000
_ID = re.compile(
    r"article-(?P<number>\d{1,9})-(?P<sha>[0-9a-f]{12})(?:-(?P<part>\d{1,4})of(?P<parts>\d{1,4})"
    r"-(?P<start>\d{1,9})-(?P<end>\d{1,9}))?-(?P<version>[0-9a-f]{12})(?![0-9a-f])"
)
_SCHEMA_NAME = "culturex_events"
_LONG = 300


class Named(NamedTuple):
    """What the id of a prompt tells: the article (its number and the first 12 digits of its fingerprint), which part
    of it was asked about (*span* is None where it was all of it), and the version of the template.
    """

    number: int
    fingerprint: str
    part: int
    parts: int
    span: Span | None
    version: str


def named_in(text: str) -> Named | None:
    """Return what the first id of a prompt in *text* (a file's name, a ``custom_id``) tells; None without one."""
    found = _ID.search(text)
    if not found:
        return None
    part, parts = int(found["part"] or 1), int(found["parts"] or 1)
    span = Span(int(found["start"]), int(found["end"])) if found["start"] else None
    return Named(int(found["number"]), found["sha"], part, parts, span, found["version"])


@dataclass(frozen=True, slots=True)
class Line:
    """One result of a batch: the *id* of its prompt, the reply, or why there is none in *error*."""

    id: str
    text: str | None
    error: str | None = None
    model: str | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None


def request(prompt: Prompt, format: str, *, model: str, most_tokens: int | None = None) -> str:  # noqa: A002
    """Return the line that asks *model* for an answer to *prompt* in a batch of ``openai`` or ``anthropic``."""
    make = {"openai": _openai, "anthropic": _anthropic}[format]
    return json.dumps(make(prompt, model, most_tokens), ensure_ascii=False)


def _openai(prompt: Prompt, model: str, most_tokens: int | None) -> dict[str, Any]:
    messages = [{"role": "system", "content": prompt.system}] if prompt.system else []
    shape = {"name": _SCHEMA_NAME, "strict": True, "schema": prompt.schema}
    body: dict[str, Any] = {
        "model": model,
        "messages": [*messages, {"role": "user", "content": prompt.user}],
        "response_format": {"type": "json_schema", "json_schema": shape},
    }
    if most_tokens:
        body["max_completion_tokens"] = most_tokens
    return {"custom_id": prompt.id, "method": "POST", "url": "/v1/chat/completions", "body": body}


def _anthropic(prompt: Prompt, model: str, most_tokens: int | None) -> dict[str, Any]:
    params: dict[str, Any] = {
        "model": model,
        "max_tokens": most_tokens or MOST_TOKENS,
        "messages": [{"role": "user", "content": prompt.user}],
        "output_config": {"format": {"type": "json_schema", "schema": prompt.schema}},
    }
    if prompt.system:
        params["system"] = prompt.system
    return {"custom_id": prompt.id, "params": params}


def question_in(line: str) -> tuple[str, str] | None:
    """Return id and question of a line that asks (``request``); None where it is none."""
    data = _object(line)
    messages = _at(data, "body", "messages") or _at(data, "params", "messages")
    if data is None or not isinstance(messages, list):
        return None
    said = [_at(data, "params", "system"), *(_content(_at(m, "content")) for m in messages)]
    return str(data.get("custom_id")), "\n\n".join(s for s in said if isinstance(s, str) and s)


def result(line: str) -> Line | None:
    """Return the result on one *line* of a batch of either service; None where it is none (a request, say)."""
    data = _object(line)
    if data is None or not isinstance(data.get("custom_id"), str):
        return None
    if isinstance(data.get("result"), Mapping):
        return _of_anthropic(data["custom_id"], data["result"])
    if "response" in data or data.get("error"):
        return _of_openai(data["custom_id"], data)
    return None


def _of_openai(name: str, data: Mapping[str, Any]) -> Line:
    body = _at(data, "response", "body")
    status = _at(data, "response", "status_code")
    choices = _at(body, "choices")
    message = _at(choices[0], "message") if isinstance(choices, list) and choices else None
    text = _content(_at(message, "content"))
    facts = (_word(_at(body, "model")), _count(body, "prompt_tokens"), _count(body, "completion_tokens"))
    if text:
        return Line(name, text, None, *facts)
    told = [_at(data, "error", "message"), _at(body, "error", "message"), _at(message, "refusal")]
    why = next((one_line(t)[:_LONG] for t in told if isinstance(t, str) and t), f"status {status}")
    return Line(name, None, f"The service gave no answer: {why}", *facts)


def _of_anthropic(name: str, outcome: Mapping[str, Any]) -> Line:
    message = outcome.get("message")
    text = _content(_at(message, "content"))
    facts = (_word(_at(message, "model")), _count(message, "input_tokens"), _count(message, "output_tokens"))
    if text:
        return Line(name, text, None, *facts)
    told = [_at(outcome, "error", "error", "message"), _at(outcome, "error", "message"), outcome.get("type")]
    why = next((one_line(t)[:_LONG] for t in told if isinstance(t, str) and t), "it says nothing")
    return Line(name, None, f"The service gave no answer: {why}", *facts)


def _content(content: Any) -> str | None:
    """Return the text of a message: a text, or the texts of its blocks; the input of a tool is JSON."""
    if not isinstance(content, list):
        return content if isinstance(content, str) and content.strip() else None
    texts = [_at(b, "text") if _at(b, "type") != "tool_use" else json.dumps(_at(b, "input")) for b in content]
    return "\n".join(t for t in texts if isinstance(t, str) and t.strip()) or None


def _count(holder: Any, name: str) -> int | None:
    number = _at(holder, "usage", name)
    return number if isinstance(number, int) and 0 <= number < 2**53 else None


def _word(value: Any) -> str | None:
    return one_line(value)[:_LONG] or None if isinstance(value, str) else None


def _object(line: str) -> dict[str, Any] | None:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _at(data: Any, *keys: str) -> Any:
    """Return what lies under *keys* in objects inside one another; None where one of them is missing."""
    for key in keys:
        if not isinstance(data, Mapping):
            return None
        data = data.get(key)
    return data
