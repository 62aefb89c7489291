"""Several questions on the way at once."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Q = TypeVar("Q")
A = TypeVar("A")
K = TypeVar("K")


def answers(
    questions: Iterable[Q],
    ask: Callable[[Q], A],
    *,
    keep: Callable[[A], K],
    jobs: int,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[K]:
    """Yield what *keep* makes of the answer of *ask* to each question, with up to *jobs* questions on the way.

    *ask* runs in threads of its own that do not keep the program from ending; what it raises is raised here. *keep*
    runs in the calling thread, on all answers that have come before the first of them is yielded: none waits, where it
    could be lost, while another is worked on. The questions are taken one by one, in the calling thread, none after
    *stop* says True; those on the way are waited for.
    """
    todo: queue.SimpleQueue[Q] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[A, None] | tuple[None, BaseException]] = queue.SimpleQueue()
    ready: deque[K] = deque()

    def work() -> None:
        while True:
            question = todo.get()
            try:
                done.put((ask(question), None))
            except BaseException as error:
                done.put((None, error))

    waiting = iter(questions)
    on_the_way = started = 0
    while True:
        while on_the_way < jobs and not stop():
            try:
                question = next(waiting)
            except StopIteration:
                break
            if started <= on_the_way:
                threading.Thread(target=work, daemon=True).start()
                started += 1
            todo.put(question)
            on_the_way += 1
        while on_the_way and (not ready or not done.empty()):
            answer, error = done.get()
            on_the_way -= 1
            if error is not None:
                raise error
            ready.append(keep(answer))  # type: ignore[arg-type]
        if not ready:
            return
        yield ready.popleft()
