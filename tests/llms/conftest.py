"""A home for llm of its own, and the server on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from culturex.llms import patience
from loopback import Loopback, Scripted, serving


@pytest.fixture(autouse=True)
def user(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of llm, with nothing of the user's own; pauses are short."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "LLM_OPENAI_SHOW_RESPONSES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    monkeypatch.setenv("LLM_LOAD_PLUGINS", "")
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.01)
    return tmp_path / "llm"


@pytest.fixture
def serve(user: Path) -> Iterator[Callable[..., Loopback]]:
    """Start the server with replies: a text for all, a list in the order of the questions, or a function."""
    with ExitStack() as stack:

        def start(replies: Any) -> Loopback:
            def answer(number: int, body: dict[str, Any]) -> Scripted | str:
                if callable(replies):
                    return replies(number, body)  # type: ignore[no-any-return]
                if isinstance(replies, list):
                    return replies[min(number, len(replies)) - 1]  # type: ignore[no-any-return]
                return replies  # type: ignore[no-any-return]

            return stack.enter_context(serving(answer, user))

        yield start
