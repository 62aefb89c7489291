"""Files of decisions: what ``--record`` writes and ``--apply`` reads."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from culturex.cli import output
from culturex.cli.manner_flags import STANDARD
from culturex.cli.streams import silence
from culturex.errors import InputError
from culturex.text import harmless

if TYPE_CHECKING:
    from culturex.store.store import Store
    from culturex.workflow import Applied, Decider, Tally
    from culturex.workflow.deciding import Report


@contextmanager
def adding_to(path: str) -> Iterator[Callable[[str], None]]:
    """Open a file of lines to add to, made where it is not there; yield a function that writes one line.

    A line is with the system when the function returns, so that it outlives the program. Without a path, lines go
    nowhere.
    """
    if not path:
        yield lambda line: None
        return
    if path == STANDARD:
        yield _print
        return
    try:
        file = open(path, "a", encoding="utf-8", newline="\n")  # noqa: PTH123, SIM115 - closed below
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", "Name another file.") from None
    with file:

        def write(line: str) -> None:
            file.write(f"{line}\n")
            file.flush()

        yield write


def _print(line: str) -> None:
    try:
        print(harmless(line), flush=True)
    except BrokenPipeError:
        # Nobody reads on: what is decided is stored all the same, and the rest as well.
        silence()


@contextmanager
def recorded(store: Store, decider: Decider, report: Report, path: str) -> Iterator[tuple[Decider, Report]]:
    """Yield a Decider and a report that write each decision down as well; the same ones where there is no *path*."""
    from culturex.workflow import Recorder

    if not path:
        yield decider, report
        return
    with adding_to(path) as write:
        recorder = Recorder(store, decider, write, report)
        yield recorder, recorder.stored
        recorder.finish()


@contextmanager
def _lines(path: str) -> Iterator[Iterator[str]]:
    """Open a file of lines for reading; bytes that are no UTF-8 become U+FFFD."""
    if path == STANDARD:
        yield (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        return
    try:
        file = open(path, encoding="utf-8-sig", errors="replace", newline="\n")  # noqa: PTH123, SIM115 - closed below
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Name a file of decisions.") from None
    with file:
        yield iter(file)


def apply_file(store: Store, path: str, *, command: str, dry_run: bool, as_json: bool) -> int:
    """Make the decisions of a file; name the lines that fail, and return 1 where there are any."""
    from culturex.cli.progress import Progress
    from culturex.cli.stop import Stop
    from culturex.workflow import apply_decisions

    where = "standard input" if path == STANDARD else path
    with _lines(path) as lines, Progress("decisions") as progress, Stop() as stop:

        def tell(applied: Applied) -> None:
            progress.step()
            if applied.reason:
                said = " ".join(filter(None, (applied.reason, applied.hint)))
                progress.say(f"{where}, line {applied.line}: {said}")
            if as_json:
                output.emit_json([_as_dict(applied)], lines=True)

        tally = apply_decisions(store, lines, command=command, dry_run=dry_run, report=tell, stop=stop)
    output.note(_summary(tally, dry_run))
    return 130 if tally.interrupted else 1 if tally["failed"] else 0


def _as_dict(applied: Applied) -> dict[str, Any]:
    told = {"line": applied.line, "status": "failed" if applied.reason else "done", "action": applied.action}
    return {**told, "event": applied.event, "reason": applied.reason, "hint": applied.hint}


def _summary(tally: Tally, dry_run: bool) -> str:
    made = sum(number for action, number in tally.counts.items() if action != "failed")
    said = f"{'Interrupted. ' if tally.interrupted else ''}{'Would make' if dry_run else 'Made'} "
    said += output.count(made, "decision")
    if tally["failed"]:
        said += f"; {output.count(tally['failed'], 'line')} failed"
    return f"{said}." if dry_run or not made else f"{said}. culturex undo takes them back."
