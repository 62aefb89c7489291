"""Asking again: how often, and after what pause."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from culturex.llms.trouble import BUSY, FAILED, SILENT, UNREACHABLE, ModelError

if TYPE_CHECKING:
    from tenacity import RetryCallState

T = TypeVar("T")

# How often a question is asked in all, by what went wrong. A server that is busy gets more time: it says so itself.
ATTEMPTS = {BUSY: 6, SILENT: 2, UNREACHABLE: 3, FAILED: 3}
# Seconds before the second time, doubled for every further one, and the most. A random part of the first pause is added
# to each, so that several questions do not come back at once.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
# How often the user's wish to stop is looked for while a question waits, in seconds.
_NAP = 0.1


class StoppedError(Exception):
    """The user asked to stop while a question waited for its next time."""


class Patience:
    """Asks questions of one server again where that can help; when it asks for a rest, all of them wait.

    *stop* tells whether the user wants to stop.
    """

    def __init__(self, stop: Callable[[], bool] = lambda: False) -> None:
        self._stop = stop
        self._lock = threading.Lock()
        self._not_before = 0.0

    def ask(self, question: Callable[[], T]) -> T:
        """Return what *question* returns, asked again while that can help.

        Raise its last ModelError where it cannot, and StoppedError where the user stopped the work.
        """
        from tenacity import Retrying, retry_if_exception

        again = Retrying(
            retry=retry_if_exception(lambda e: isinstance(e, ModelError) and e.is_passing),
            stop=_is_enough,
            wait=self._pause,
            sleep=self._rest,
            reraise=True,
        )
        return again(lambda: self._in_turn(question))

    def _in_turn(self, question: Callable[[], T]) -> T:
        self._rest(self._not_before - time.monotonic())
        return question()

    def _pause(self, state: RetryCallState) -> float:
        from tenacity import wait_exponential, wait_random

        error = _error(state)
        if error is None or error.wait is None:
            doubled = wait_exponential(multiplier=FIRST_PAUSE, max=LONGEST_PAUSE) + wait_random(0, FIRST_PAUSE)
            return doubled(state)
        with self._lock:
            self._not_before = max(self._not_before, time.monotonic() + error.wait)
        return error.wait

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._stop():
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, _NAP))
        raise StoppedError


def _error(state: RetryCallState) -> ModelError | None:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, ModelError) else None


def _is_enough(state: RetryCallState) -> bool:
    error = _error(state)
    return error is None or state.attempt_number >= ATTEMPTS.get(error.kind, 1)
