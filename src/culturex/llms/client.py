"""One model of the user's choice: what it can do, and one question to it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from culturex.errors import InputError
from culturex.llms.address import UNKNOWN, where
from culturex.llms.library import library, options_of, registered
from culturex.llms.scrub import keys_of, scrub, scrub_error
from culturex.llms.trouble import SILENT, no_answer_in_time, trouble
from culturex.text import one_line

T = TypeVar("T")

# Seconds that a model has for one answer where nothing else is set: a small one on an old processor takes minutes.
SECONDS = 300.0
# Seconds beyond the time for an answer after which a thread that does not end by itself is left alone.
_GRACE = 1.0
# What the plugins of llm call the most tokens of a reply, and what the providers say where that cut a reply off.
_MOST_TOKENS = ("max_tokens", "max_output_tokens", "max_completion_tokens", "num_predict")
_CUT_OFF = frozenset(("length", "max_tokens", "MAX_TOKENS", "incomplete"))


@dataclass(frozen=True, slots=True)
class Said:
    """What a model said: its *text*, the tokens as its server counts them (None where it does not), the *seconds*.

    *cut_off* tells that the reply ended at the most tokens allowed.
    """

    text: str
    tokens_in: int | None
    tokens_out: int | None
    seconds: float
    cut_off: bool = False


class LanguageModel:
    """A model of llm, ready to be asked. Several threads may ask at once.

    *name* is its full name in llm, *where* tells LOCAL, REMOTE or UNKNOWN, *host* the host it answers at if known,
    *takes_schema* whether a JSON schema can be sent along, *takes_limit* whether the tokens of a reply can be limited,
    *wants_key* the name of the key in llm. *takes_many* is False for a model that tells of no server: it may well run
    inside this program, where two questions at once would meet, so they wait for each other.
    """

    def __init__(self, model: Any, *, seconds: float = SECONDS) -> None:
        self._model = model
        self._seconds = seconds
        self.name: str = model.model_id
        self.where, self.host = where(model)
        self.takes_schema = bool(model.supports_schema)
        self.wants_key: str | None = model.needs_key
        self._options = options_of(self.name)
        self._limit = next((n for n in _MOST_TOKENS if n in model.Options.model_fields), None)
        self.takes_limit = self._limit is not None
        self.takes_many = self.where != UNKNOWN
        self._turn = None if self.takes_many else threading.Lock()
        _give_up_after(model, seconds)

    def clean(self, text: str) -> str:
        """Return *text* without the keys that llm keeps."""
        return scrub(text, keys_of(self._model, library()))

    def ask(
        self, user: str, *, system: str = "", schema: dict[str, Any] | None = None, most_tokens: int | None = None
    ) -> Said:
        """Ask once, and return what the model says; raise ModelError where it says nothing.

        Nothing is kept in llm's own log. The *schema* is sent only where the model takes one, *most_tokens* (of the
        reply) only where it can be limited.
        """
        options = dict(self._options)
        if most_tokens is not None and self._limit:
            options[self._limit] = most_tokens
        sent = {**options, "schema": schema if self.takes_schema else None}
        begun = time.monotonic()
        try:
            return _within(self._seconds, lambda is_late: self._ask(user, system, sent, is_late))
        except TimeoutError:
            raise no_answer_in_time(self.name, self._seconds) from None
        except Exception as error:
            # Any plugin can raise anything. Its text may hold a key, so it goes no further than this.
            told = trouble(error, self.name, host=self.host, key=self.wants_key, clean=self._clean_error)
        if told.kind == SILENT and time.monotonic() - begun >= self._seconds:
            told = no_answer_in_time(self.name, self._seconds)
        raise told

    def _clean_error(self, text: str) -> str:
        return scrub_error(text, keys_of(self._model, library()))

    def _ask(self, user: str, system: str, sent: dict[str, Any], is_late: Callable[[], bool]) -> Said:
        with self._turn or nullcontext():
            begun = time.monotonic()
            try:
                text, response = self._listen(user, system or None, sent, is_late)
            except NotImplementedError:
                # So say models that take nothing beforehand.
                text, response = self._listen(f"{system}\n\n{user}", None, sent, is_late)
            usage = response.usage()
            seconds = time.monotonic() - begun
        return Said(self.clean(text), usage.input, usage.output, seconds, _is_cut_off(response.response_json))

    def _listen(
        self, user: str, system: str | None, sent: dict[str, Any], is_late: Callable[[], bool]
    ) -> tuple[str, Any]:
        """Return the reply and llm's response; raise TimeoutError where it takes too long, between two pieces of it."""
        response = self._model.prompt(user, system=system, stream=bool(self._model.can_stream), **sent)
        pieces = []
        for piece in response:
            if is_late():
                raise TimeoutError
            pieces.append(piece)
        return "".join(pieces), response


def open_model(name: str, *, seconds: float = SECONDS) -> LanguageModel:
    """Return the model that llm knows by *name* or alias; an answer of it may take so many *seconds*.

    Raise InputError where llm is not installed or knows no such model.
    """
    there: dict[str, Any] = {}
    for found in registered():
        for known in (found.model.model_id, *found.aliases):
            there[known] = found.model
    if name not in there:
        near = get_close_matches(name, there, 3)
        raise InputError(
            f"llm knows no model {one_line(name)!r}.",
            f"Did you mean {' or '.join(near)}?" if near else "culturex models lists those it knows.",
        )
    return LanguageModel(there[name], seconds=seconds)


def _give_up_after(model: Any, seconds: float) -> None:
    """Let the client of llm's own kind of models wait so long and no longer, and never ask again by itself.

    It waits for ten minutes, and asks three times, of which nobody would be told.
    """
    make = getattr(model, "get_client", None)
    if make is None:
        return

    def client(*args: Any, **kwargs: Any) -> Any:
        return make(*args, **kwargs).with_options(timeout=seconds, max_retries=0)

    model.get_client = client


def _within(seconds: float, work: Callable[[Callable[[], bool]], T]) -> T:
    """Return what *work* returns; raise TimeoutError where that takes longer than *seconds*.

    It runs in a thread of its own that does not keep the program from ending, for not every plugin can be interrupted;
    it is given a function that tells whether it is too late.
    """
    outcome: queue.SimpleQueue[tuple[T, None] | tuple[None, BaseException]] = queue.SimpleQueue()
    latest = time.monotonic() + seconds

    def run() -> None:
        try:
            outcome.put((work(lambda: time.monotonic() > latest), None))
        except BaseException as error:
            outcome.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        match outcome.get(timeout=seconds + _GRACE):
            case done, None:
                return done
            case _, error:
                raise error
    except queue.Empty:
        raise TimeoutError from None


def _is_cut_off(answer: Any) -> bool:
    """Tell whether a provider's *answer* (JSON) says that the reply ended at the most tokens allowed."""
    if not isinstance(answer, dict):
        return False
    choices = answer.get("choices") or answer.get("candidates")
    first = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
    said = [part.get(key) for part in (answer, first) for key in ("finish_reason", "stop_reason", "finishReason")]
    return not _CUT_OFF.isdisjoint(str(one) for one in [*said, answer.get("status"), answer.get("done_reason")])
