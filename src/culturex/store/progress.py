"""How the work goes on: what each coder decided on each day, and how long it took, from the times of the deeds."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

# The commands whose deeds are decisions of a person. What runs by itself (tag --auto, --quiet, --apply) is none.
DECISIONS = ("tag", "review", "edit", "merge", "split")
# Seconds between two decisions from which on the coder was away: the time does not count.
PAUSE = 300


@dataclass(frozen=True, slots=True)
class Day:
    """What one *coder* did on one *day* (of this computer's clock).

    *decisions* counts events and articles that were decided about, *articles* those that were dealt with. *seconds* is
    the time that was counted, *timed* the number of articles that it was spent on; a decision that took back or was
    taken back counts for its time alone.
    """

    day: date
    coder: str | None
    articles: int
    decisions: int
    seconds: int
    timed: int

    @property
    def per_article(self) -> float | None:
        """The seconds that an article took; None where no time was counted."""
        return self.seconds / self.timed if self.timed else None


@dataclass(slots=True)
class _Step:
    """One deed: when, whose, and the events and articles that it is about; *counts* where it stands."""

    at: datetime
    coder: str | None
    counts: bool
    events: set[int] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Sum:
    articles: set[int] = field(default_factory=set)
    timed: set[int] = field(default_factory=set)
    decisions: int = 0
    seconds: float = 0


def days(connection: sqlite3.Connection, *, pause: int = PAUSE) -> list[Day]:
    """Return what was done day by day, the newest first; of two decisions more than *pause* seconds apart the time
    between does not count.

    The time before a decision is that since the last one of the same coder. What was done to many events at once is
    counted as decisions, but has no time.
    """
    sums: dict[tuple[date, str | None], _Sum] = defaultdict(_Sum)
    last: dict[str | None, datetime] = {}
    for step in _steps(connection):
        there = sums[step.at.date(), step.coder]
        before, last[step.coder] = last.get(step.coder), step.at
        many = len(step.articles) > 1
        if before is not None and not many and 0 <= (gap := (step.at - before).total_seconds()) <= pause:
            there.seconds += gap
            there.timed |= step.articles
        if step.counts:
            there.articles |= step.articles
            there.decisions += max(len(step.events), 1)
    found = [
        Day(day, coder, len(s.articles), s.decisions, round(s.seconds), len(s.timed))
        for (day, coder), s in sums.items()
        if s.decisions
    ]
    return sorted(found, key=lambda d: (-d.day.toordinal(), d.coder or ""))


def _steps(connection: sqlite3.Connection) -> Iterable[_Step]:
    """Return the deeds of persons in order: decisions, and undos of them."""
    marks = ", ".join("?" * len(DECISIONS))
    deeds = connection.execute(
        "SELECT d.id, d.at, d.coder, d.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM deeds u WHERE u.undoes = d.id)"
        f" FROM deeds d LEFT JOIN deeds o ON o.id = d.undoes WHERE coalesce(o.command, d.command) IN ({marks})"
        " ORDER BY d.id",
        DECISIONS,
    )
    steps = {row[0]: _Step(datetime.fromisoformat(row[1]).astimezone(), row[2], bool(row[3])) for row in deeds}
    told = dict(connection.execute("SELECT event, min(article) FROM reports GROUP BY event").fetchall())
    touched = connection.execute(
        "SELECT DISTINCT h.deed, h.event, CASE WHEN h.\"table\" = 'articles' THEN h.row END"
        " FROM history h JOIN deeds d ON d.id = h.deed WHERE h.event IS NOT NULL OR h.\"table\" = 'articles'"
    )
    for deed, event, article in touched:
        step = steps.get(deed)
        if step is None:
            continue
        if event is not None:
            step.events.add(event)
        number = article if article is not None else told.get(event)
        if number is not None:
            step.articles.add(number)
    return steps.values()
