"""What goes wrong when a model is asked, in one sentence, and whether asking again can help.

The providers' packages have errors of their own, all of a like shape (``status_code``, ``response.headers``), which is
read here by that shape, for none of them can be imported.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from culturex.errors import InputError
from culturex.text import one_line

# Kinds of trouble. Asking again may help with the first four; with the last two nothing will be better for the next
# article either; "refused" is about one question (too long, not understood).
BUSY, SILENT, UNREACHABLE, FAILED, REFUSED, NO_ENTRY, NO_CREDIT = (
    "busy", "silent", "unreachable", "failed", "refused", "no entry", "no credit",
)  # fmt: skip
PASSING = frozenset((BUSY, SILENT, UNREACHABLE, FAILED))
FINAL = frozenset((NO_ENTRY, NO_CREDIT))
# RFC 9110 and, for 425, RFC 8470, 429, RFC 6585; 529 is Anthropic's "overloaded".
_BY_STATUS = {401: NO_ENTRY, 402: NO_CREDIT, 403: NO_ENTRY, 404: NO_ENTRY, 408: SILENT, 409: FAILED, 425: FAILED,
              429: BUSY, 529: BUSY}  # fmt: skip
# Codes that OpenAI sends with 429 when no waiting helps.
_NO_CREDIT_CODES = frozenset(("insufficient_quota", "billing_hard_limit_reached"))
_UNREACHABLE_NAMES = ("ConnectError", "APIConnectionError", "TransportError", "ConnectionError")
# What is raised before a question has left: no key, no such address, nobody who listens there.
_NOT_SENT_NAMES = frozenset(
    ("NeedsKeyException", "ConnectError", "ConnectTimeout", "UnsupportedProtocol", "ConnectionRefusedError", "gaierror")
)
# A server that asks for a longer pause than this, in seconds, is left alone for now.
LONGEST_WAIT = 600.0
# Characters of a provider's own words that are passed on.
_LONGEST = 300


class ModelError(InputError):
    """A model gave no answer. *kind* says of which sort, *wait* for how many seconds the server asks, if it does.

    *was_sent* is False where the question certainly never left this computer.
    """

    def __init__(
        self, message: str, kind: str, *, wait: float | None = None, hint: str | None = None, was_sent: bool = True
    ) -> None:
        super().__init__(message, hint)
        self.kind = kind
        self.wait = wait
        self.was_sent = was_sent

    @property
    def is_passing(self) -> bool:
        """Tell whether asking the same again can help."""
        return self.kind in PASSING and (self.wait or 0) <= LONGEST_WAIT

    @property
    def is_final(self) -> bool:
        """Tell whether no other question will get an answer either."""
        return self.kind in FINAL or (self.wait or 0) > LONGEST_WAIT


def trouble(
    error: BaseException, name: str, host: str | None, key: str | None, clean: Callable[[str], str]
) -> ModelError:
    """Return the ModelError that tells of *error*, raised while the model *name* at *host* was asked.

    *key* is the name under which llm keeps its key; *clean* takes keys out of a text.
    """
    status = _status(error)
    # Cut after the keys are out, so that no half of one is left.
    words = one_line(clean(_words(error))[: 20 * _LONGEST])[:_LONGEST]
    kind = _kind(error, status)
    said = f": {words}" if words else ""
    if status is None:
        was_sent = _names(error).isdisjoint(_NOT_SENT_NAMES)
        return ModelError(_without_status(kind, name, host, said), kind, hint=_hint(kind, key), was_sent=was_sent)
    phrase = f" {HTTPStatus(status).phrase}" if status in HTTPStatus._value2member_map_ else ""
    return ModelError(f"{name} answered {status}{phrase}{said}", kind, wait=_wait(error), hint=_hint(kind, key))


def no_answer_in_time(name: str, seconds: float) -> ModelError:
    """Return the error of a model that did not answer within so many seconds."""
    return ModelError(f"{name} did not answer within {seconds:g} seconds", SILENT)


def _without_status(kind: str, name: str, host: str | None, said: str) -> str:
    if kind == UNREACHABLE:
        return f"{name} cannot be reached{f' at {host}' if host else ''}{said}"
    if kind == SILENT:
        return f"{name} did not answer in time{said}"
    return f"{name} could not be asked{said}"


def _hint(kind: str, key: str | None) -> str | None:
    if kind == NO_ENTRY and key:
        return f"llm keys set {key} stores a key; culturex models shows what each model needs."
    return "Is the server running?" if kind == UNREACHABLE else None


def _kind(error: BaseException, status: int | None) -> str:
    if status is not None:
        if status == 429 and getattr(error, "code", None) in _NO_CREDIT_CODES:
            return NO_CREDIT
        return _BY_STATUS.get(status, FAILED if status >= 500 else REFUSED)
    names = _names(error)
    if "NeedsKeyException" in names:
        return NO_ENTRY
    if any("Timeout" in n for n in names):
        return SILENT
    return UNREACHABLE if names.intersection(_UNREACHABLE_NAMES) else REFUSED


def _names(error: BaseException) -> set[str]:
    """Return what an error and those that it came from are called, with all that they are kinds of."""
    return {c.__name__ for e in _chain(error) for c in type(e).__mro__}


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _status(error: BaseException) -> int | None:
    for found in (getattr(error, "status_code", None), getattr(getattr(error, "response", None), "status_code", None)):
        if isinstance(found, int) and not isinstance(found, bool) and 100 <= found <= 999:
            return found
    return None


def _words(error: BaseException) -> str:
    """Return what the provider says: the message inside the answer where there is one, else the error's own text."""
    body: Any = getattr(error, "body", None)
    if isinstance(body, dict):
        inner = body.get("error", body)
        words = inner.get("message") if isinstance(inner, dict) else inner
        if isinstance(words, str) and words:
            return words
    text = str(error)
    deepest = str(list(_chain(error))[-1])
    return f"{text.rstrip('.')} ({deepest})" if deepest and deepest not in text else text


def _wait(error: BaseException) -> float | None:
    """Return the seconds that a server asks to wait (RFC 9110, 10.2.3: a number, or a date), or None."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    if headers is None:
        return None
    for header, scale in (("retry-after-ms", 1000), ("retry-after", 1)):
        text = headers.get(header)
        if not text:
            continue
        try:
            seconds = float(text) / scale
        except ValueError:
            try:
                seconds = parsedate_to_datetime(text).timestamp() - time.time()
            except (ValueError, OverflowError):
                continue
        if seconds == seconds:  # not NaN
            return max(0.0, seconds)
    return None
