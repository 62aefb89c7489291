"""Replies that were paid for: kept even where another program has the store just now."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from culturex.errors import BusyError
from culturex.store import connect
from culturex.workflow.asking import keep_reply

if TYPE_CHECKING:
    from culturex.ask.asking import Answer
    from culturex.model.completion import Completion
    from culturex.store.store import Store

# Seconds that a reply waits for the store at most: longer than any command of culturex has it.
PATIENCE = 600.0
WAITING = "Another program has the store; the replies wait until it has finished."


def keep_patiently(
    store: Store, answer: Answer, *, model: str, say: Callable[[str], None], stop: Callable[[], bool]
) -> Completion:
    """Keep what came back for a prompt, as soon as no other program has the store.

    *say* is told, once, that it has to wait. Raise BusyError where that takes too long, or the user stops it.
    """
    latest = time.monotonic() + PATIENCE
    is_told = False
    while True:
        try:
            with connect.sentences(store.path or "in memory"):
                return keep_reply(store, answer, model=model)
        except BusyError:
            if stop() or time.monotonic() > latest:
                raise
            if not is_told:
                is_told = True
                say(WAITING)
