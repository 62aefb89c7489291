"""One question to a model, over a real connection to a server on this computer."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from culturex.errors import InputError
from culturex.llms.client import open_model
from culturex.llms.trouble import BUSY, FAILED, NO_CREDIT, NO_ENTRY, REFUSED, SILENT, UNREACHABLE, ModelError
from loopback import Loopback, Scripted

Serve = Callable[..., Loopback]
KEY = "zebra-4711-recognisable"


def failing(name: str = "loop", seconds: float = 5) -> ModelError:
    with pytest.raises(ModelError) as caught:
        open_model(name, seconds=seconds).ask("?")
    return caught.value


def test_the_reply_is_the_text_of_the_model(serve: Serve) -> None:
    serve("Yes — «да»\n" * 30)
    assert open_model("loop").ask("Is it?").text == "Yes — «да»\n" * 30


def test_a_model_that_does_not_stream_is_asked_whole(serve: Serve) -> None:
    server = serve("Yes")
    assert open_model("whole").ask("Is it?").text == "Yes"
    assert not server.asked[0].get("stream")


def test_what_is_said_beforehand_goes_ahead_of_the_question(serve: Serve) -> None:
    server = serve("Yes")
    open_model("loop").ask("Is it?", system="Be brief.")
    said = [(m["role"], m["content"]) for m in server.asked[0]["messages"]]
    assert said == [("system", "Be brief."), ("user", "Is it?")]


def test_tokens_are_those_that_the_server_counts(serve: Serve) -> None:
    serve("a" * 400)
    said = open_model("loop").ask("b" * 80)
    assert (said.tokens_in, said.tokens_out) == (20, 100)


def test_a_server_that_counts_no_tokens_leaves_them_unknown(serve: Serve) -> None:
    serve(Scripted("Yes", usage=False))
    said = open_model("loop").ask("Is it?")
    assert (said.tokens_in, said.tokens_out) == (None, None)


def test_the_schema_goes_to_a_model_that_takes_one(serve: Serve) -> None:
    server = serve("{}")
    open_model("loop").ask("?", schema={"type": "object"})
    assert server.asked[0]["response_format"]["json_schema"]["schema"] == {"type": "object"}


def test_no_schema_goes_to_a_model_that_takes_none(serve: Serve) -> None:
    server = serve("{}")
    open_model("plain").ask("?", schema={"type": "object"})
    assert "response_format" not in server.asked[0]


def test_the_tokens_of_a_reply_can_be_limited(serve: Serve) -> None:
    server = serve("Yes")
    open_model("loop").ask("?", most_tokens=50)
    assert server.asked[0]["max_tokens"] == 50


def test_a_reply_cut_off_by_the_limit_says_so(serve: Serve) -> None:
    serve(Scripted("Ye", finish="length"))
    assert open_model("loop").ask("?", most_tokens=1).cut_off


def test_the_options_that_llm_keeps_for_a_model_are_used(serve: Serve, user: Path) -> None:
    server = serve("Yes")
    (user / "model_options.json").write_text('{"loop": {"temperature": 0}}')
    open_model("loop").ask("?")
    assert server.asked[0]["temperature"] == 0


def test_nothing_is_kept_in_the_log_of_llm(serve: Serve, user: Path) -> None:
    serve("Yes")
    open_model("loop").ask("?")
    assert not list(user.glob("*.db"))


def test_a_question_is_sent_once(serve: Serve) -> None:
    """The client below llm asks three times by itself, of which nobody would be told."""
    server = serve(Scripted(status=500, error="no"))
    failing()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("scripted", "kind"),
    [
        (Scripted(status=429, error="slow down"), BUSY),
        (Scripted(status=529, error="overloaded"), BUSY),
        (Scripted(status=429, error="no money", code="insufficient_quota"), NO_CREDIT),
        (Scripted(status=500, error="broken"), FAILED),
        (Scripted(status=503, error="starting"), FAILED),
        (Scripted(status=400, error="too long"), REFUSED),
        (Scripted(status=401, error="wrong key"), NO_ENTRY),
        (Scripted(status=404, error="no such model"), NO_ENTRY),
        (Scripted(status=408, error="late"), SILENT),
    ],
    ids=lambda value: f"{value.status} {value.code or ''}" if isinstance(value, Scripted) else value,
)
def test_an_error_of_the_server_is_of_a_kind(serve: Serve, scripted: Scripted, kind: str) -> None:
    serve(scripted)
    assert failing().kind == kind


def test_an_error_is_told_in_the_words_of_the_server(serve: Serve) -> None:
    serve(Scripted(status=400, error="The prompt has 9000 tokens,\nmore than 8192."))
    assert failing().message == "loop answered 400 Bad Request: The prompt has 9000 tokens, more than 8192."


def test_the_words_of_a_server_are_cut_short(serve: Serve) -> None:
    serve(Scripted(status=400, error="no " * 5000))
    assert len(failing().message) < 400


@pytest.mark.parametrize(("header", "seconds"), [("7", 7.0), ("0.5", 0.5), ("-3", 0.0), ("soon", None), ("nan", None)])
def test_the_pause_that_a_server_asks_for_is_read(serve: Serve, header: str, seconds: float | None) -> None:
    serve(Scripted(status=429, headers={"Retry-After": header}))
    assert failing().wait == seconds


def test_a_pause_may_be_a_date(serve: Serve) -> None:
    serve(Scripted(status=429, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}))
    assert failing().wait == 0.0


def test_a_hang_ends_at_the_time_limit(serve: Serve) -> None:
    serve(Scripted("Yes", hang=30))
    begun = time.monotonic()
    error = failing(seconds=0.3)
    assert (error.kind, error.message) == (SILENT, "loop did not answer within 0.3 seconds")
    assert time.monotonic() - begun < 5


def test_a_server_that_is_not_there_is_unreachable(serve: Serve, user: Path) -> None:
    serve("Yes")
    path = user / "extra-openai-models.yaml"
    path.write_text('- {model_id: gone, model_name: gone, api_base: "http://127.0.0.1:9/v1"}')
    error = failing("gone")
    assert (error.kind, error.message.startswith("gone cannot be reached at 127.0.0.1:9")) == (UNREACHABLE, True)


def test_a_connection_that_breaks_off_is_no_answer(serve: Serve) -> None:
    """What came before it may look like a whole reply."""
    serve(Scripted("word " * 100, breaks=True, headers={"Content-Length": "9999"}))
    assert failing().kind == UNREACHABLE


def test_an_answer_that_is_no_answer_is_one_sentence(serve: Serve) -> None:
    serve(Scripted(status=502, error="<html>\x1b[31m</html>"))
    assert "\x1b" not in failing().message


# -- keys


def keep_key(user: Path) -> None:
    user.mkdir(exist_ok=True)
    (user / "keys.json").write_text(json.dumps({"loopback": KEY}))


def test_the_key_that_llm_keeps_is_sent(serve: Serve, user: Path) -> None:
    keep_key(user)
    server = serve("Yes")
    open_model("keyed").ask("?")
    assert server.asked[0]["authorization"] == f"Bearer {KEY}"


def test_an_error_that_echoes_the_key_is_told_without_it(serve: Serve, user: Path) -> None:
    keep_key(user)
    serve(Scripted(status=401, error=f"Incorrect API key provided: {KEY}. Bearer {KEY}"))
    error = failing("keyed")
    assert KEY not in error.message
    assert "[key]" in error.message


def test_no_error_further_down_holds_the_key(serve: Serve, user: Path) -> None:
    """A traceback would print the errors that led to this one."""
    keep_key(user)
    serve(Scripted(status=401, error=f"Incorrect API key provided: {KEY}"))
    error: BaseException | None = failing("keyed")
    while error is not None:
        assert KEY not in str(error)
        error = error.__cause__ or error.__context__


def test_a_key_nobody_knows_is_hidden_by_its_looks(serve: Serve) -> None:
    serve(Scripted(status=401, error="Incorrect API key provided: sk-proj-abcdef123456. See ?key=AIzaSyA1234567890"))
    assert not {"sk-proj-abcdef123456", "AIzaSyA1234567890"} & set(failing().message.replace(".", " ").split())


def test_a_reply_that_holds_the_key_is_kept_without_it(serve: Serve, user: Path) -> None:
    keep_key(user)
    serve(f"Your key is {KEY}")
    assert open_model("keyed").ask("?").text == "Your key is [key]"


def test_a_missing_key_says_how_to_give_it(serve: Serve) -> None:
    serve("Yes")
    error = failing("keyed")
    assert (error.kind, "llm keys set loopback" in str(error.hint)) == (NO_ENTRY, True)


# -- which model


def test_an_alias_means_its_model(serve: Serve, user: Path) -> None:
    serve("Yes")
    (user / "aliases.json").write_text('{"mine": "loop"}')
    assert open_model("mine").name == "loop"


def test_a_model_nobody_knows_is_one_sentence(serve: Serve) -> None:
    serve("Yes")
    with pytest.raises(InputError, match="llm knows no model 'lop'") as caught:
        open_model("lop")
    assert caught.value.hint == "Did you mean loop?"


def test_without_llm_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llm", None)
    with pytest.raises(InputError, match=r"pip install 'culturex\[llm\]'"):
        open_model("loop")


def test_a_broken_configuration_of_llm_is_one_sentence(user: Path) -> None:
    user.mkdir()
    (user / "extra-openai-models.yaml").write_text("- model_id: [")
    with pytest.raises(InputError, match="The models of llm cannot be read"):
        open_model("loop")
