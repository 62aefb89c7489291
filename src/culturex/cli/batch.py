"""Sessions that are written down or ask only about what is uncertain; deciding without a question; the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from culturex.cli import output
from culturex.cli.decision_files import adding_to, recorded
from culturex.cli.manner_flags import STANDARD, Manner
from culturex.text import one_line

if TYPE_CHECKING:
    from culturex.store.history import Deed
    from culturex.store.store import Store
    from culturex.workflow import Card, Decider, Decision, Looked, Tally
    from culturex.workflow.deciding import Report

_HEADERS = ("article", "event", "title", "reason")


@contextmanager
def session(store: Store, decider: Decider, report: Report, how: Manner) -> Iterator[tuple[Decider, Report]]:
    """Yield a Decider and a report for a session in this manner: *decider* is asked what is not certain enough."""
    from culturex.workflow import Confident

    asked = decider if how.least is None else Confident(decider, how.least)
    with (
        _logging(how.log) as write,
        recorded(store, asked, _logged(store, report, write) if how.log else report, how.record) as both,
    ):
        yield both


def _logged(store: Store, report: Report, write: Callable[[int | None, int | None, str | None, str], None]) -> Report:
    def tell(card: Card, decision: Decision, event: int | None) -> None:
        report(card, decision, event)
        if decision.action == "skip":
            title = card.event.title if card.event else None
            write(card.article.id, card.record.id if card.record else None, title, "skipped")
        elif decision.action == "done":
            for record in store.events_of(card.article.id):
                if record.review == "unreviewed":
                    write(card.article.id, record.id, record.event.title, "left when the article was done")

    return tell


@contextmanager
def _logging(path: str) -> Iterator[Callable[[int | None, int | None, str | None, str], None]]:
    """Open a log of tab-separated lines, with a header line where it is new; yield what writes one of them."""
    is_new = path == STANDARD or not (path and Path(path).exists() and Path(path).stat().st_size)
    with adding_to(path) as add:
        if is_new:
            add("\t".join(_HEADERS))

        def write(article: int | None, event: int | None, title: str | None, reason: str) -> None:
            add("\t".join("" if cell is None else one_line(str(cell)) for cell in (article, event, title, reason)))

        yield write


# -- without questions


def accept_quietly(store: Store, events: list[int], how: Manner, deed: Deed, *, as_json: bool) -> int:
    """Accept those of *events* that are certain enough, as part of *deed*, and say how many were left."""
    from culturex.cli.progress import Progress
    from culturex.cli.stop import Stop
    from culturex.workflow import accept_certain
    from culturex.workflow.recording import write_down

    told: list[dict[str, Any]] = []
    with (
        adding_to(how.record) as keep,
        _logging(how.log) as log,
        Progress("events", len(events)) as progress,
        Stop() as stop,
    ):

        def tell(looked: Looked) -> None:
            progress.step()
            record = looked.record
            if looked.reason:
                log(looked.article, record.id, record.event.title, looked.reason)
            elif how.record:
                write_down(store, "accept", record, keep)
            told.append({"id": record.id, "review": record.review, "reason": looked.reason})

        tally = accept_certain(store, events, how.least or 0.0, deed=deed, report=tell, stop=stop)
    if as_json:
        output.emit_json(told)
    output.note(_summary(tally, how.least or 0.0))
    return 130 if tally.interrupted else 0


def _summary(tally: Tally, least: float) -> str:
    said = f"{'Interrupted. ' if tally.interrupted else ''}Accepted {output.count(tally['accepted'], 'event')}"
    said += f" of {round(least * 100)}% and more"
    if tally["left"]:
        return f"{said}; left {tally['left']:,} unreviewed, which culturex review goes through."
    return f"{said}; none is left." if tally["accepted"] else f"{said}."
