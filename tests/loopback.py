"""A server on this computer that speaks the chat completions of OpenAI, with scripted replies."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# How the models of the server are named in llm: one that takes a schema, one that does not, one that wants a key, and
# one that is not asked to stream.
MODELS = """
- {model_id: loop, model_name: loop-1, api_base: "BASE", supports_schema: true}
- {model_id: plain, model_name: plain-1, api_base: "BASE"}
- {model_id: keyed, model_name: keyed-1, api_base: "BASE", supports_schema: true, api_key_name: loopback}
- {model_id: whole, model_name: whole-1, api_base: "BASE", supports_schema: true, can_stream: false}
- {model_id: faraway, model_name: far-1, api_base: "http://models.example.org/v1", api_key_name: faraway}
"""


@dataclass(frozen=True)
class Scripted:
    """One answer of the server: its text, or an error; *hang* waits so many seconds first."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    error: str = ""
    code: str | None = None
    hang: float = 0.0
    finish: str = "stop"
    usage: bool = True
    breaks: bool = False


@dataclass
class Loopback:
    """The server as a test sees it: where it is, how it answers, and what it was asked."""

    address: str
    answer: Callable[[int, dict[str, Any]], Scripted | str]
    asked: list[dict[str, Any]] = field(default_factory=list)
    most_at_once: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    closing: threading.Event = field(default_factory=threading.Event)

    def prompts(self) -> list[str]:
        """Return the texts of the users' messages, in the order they came."""
        return [ask["messages"][-1]["content"] for ask in self.asked]

    @contextmanager
    def counting(self, body: dict[str, Any]) -> Iterator[int]:
        """Note a question; give its number, from 1."""
        with self._lock:
            self.asked.append(body)
            number = len(self.asked)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            yield number
        finally:
            with self._lock:
                self._now -= 1


class _Handler(BaseHTTPRequestHandler):
    loopback: Loopback

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_POST(self) -> None:
        """Answer one question."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        body["authorization"] = self.headers.get("Authorization")
        with self.loopback.counting(body) as number:
            scripted = self.loopback.answer(number, body)
            if isinstance(scripted, str):
                scripted = Scripted(scripted)
            if scripted.hang and self.loopback.closing.wait(scripted.hang):
                return
            with suppress(BrokenPipeError, ConnectionResetError):
                self._send(body, scripted)

    def _send(self, body: dict[str, Any], scripted: Scripted) -> None:
        if scripted.status != 200:
            kind = {"message": scripted.error, "type": "error", "code": scripted.code}
            self._start(scripted, "application/json")
            self.wfile.write(json.dumps({"error": kind}).encode())
        elif body.get("stream"):
            self._start(scripted, "text/event-stream")
            for data in _chunks(body, scripted):
                self.wfile.write(f"data: {data}\n\n".encode())
        else:
            self._start(scripted, "application/json")
            self.wfile.write(json.dumps(_whole(body, scripted)).encode())

    def _start(self, scripted: Scripted, kind: str) -> None:
        self.send_response(scripted.status)
        for name, value in {"Content-Type": kind, **scripted.headers}.items():
            self.send_header(name, value)
        self.end_headers()


def _usage(body: dict[str, Any], scripted: Scripted) -> dict[str, int]:
    asked = sum(len(m["content"]) for m in body["messages"]) // 4
    given = max(1, len(scripted.text) // 4)
    return {"prompt_tokens": asked, "completion_tokens": given, "total_tokens": asked + given}


def _whole(body: dict[str, Any], scripted: Scripted) -> dict[str, Any]:
    message = {"role": "assistant", "content": scripted.text}
    return {
        "id": "1", "object": "chat.completion", "created": 0, "model": body["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": scripted.finish}],
        "usage": _usage(body, scripted),
    }  # fmt: skip


def _chunks(body: dict[str, Any], scripted: Scripted) -> Iterator[str]:
    head = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": body["model"]}
    pieces = [scripted.text[i : i + 50] for i in range(0, len(scripted.text), 50)]
    for piece in pieces[: len(pieces) // 2] if scripted.breaks else pieces:
        yield json.dumps({**head, "choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
    if scripted.breaks:
        return
    yield json.dumps({**head, "choices": [{"index": 0, "delta": {}, "finish_reason": scripted.finish}]})
    if scripted.usage and (body.get("stream_options") or {}).get("include_usage"):
        yield json.dumps({**head, "choices": [], "usage": _usage(body, scripted)})
    yield "[DONE]"


@contextmanager
def serving(answer: Callable[[int, dict[str, Any]], Scripted | str], user: Path) -> Iterator[Loopback]:
    """Run the server, and name its models in llm's folder of the *user*; LLM_USER_PATH must point there."""
    loopback = Loopback("", answer)
    handler = type("Handler", (_Handler,), {"loopback": loopback})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    loopback.address = f"http://127.0.0.1:{server.server_port}/v1"
    user.mkdir(parents=True, exist_ok=True)
    (user / "extra-openai-models.yaml").write_text(MODELS.replace("BASE", loopback.address), "utf-8")
    try:
        yield loopback
    finally:
        loopback.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
