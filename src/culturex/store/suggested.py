"""What became of suggestions: which of their values persons let stand, by field and by rule, from the history."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from culturex.model.certainty import BY_PERSON, same_value, value_texts
from culturex.model.event import Event, EventRecord
from culturex.model.fields import specs
from culturex.model.parts import Many
from culturex.store import rows
from culturex.store.query import Query

# Events read at once.
_CHUNK = 500
# What may become of a suggested value, in the order shown.
OUTCOMES = ("kept", "changed", "dropped", "rejected")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values of one *field* were suggested (by one *rule*, or by any where it is None), and what became of
    them: *kept* as they were, *changed* (a field of one value has another, a country another role), *dropped*, or
    *rejected* with their event. *added* are values that a person gave and nothing had suggested.
    """

    field: str
    rule: str | None
    kept: int = 0
    changed: int = 0
    dropped: int = 0
    rejected: int = 0
    added: int = 0

    @property
    def suggested(self) -> int:
        """How many values there were."""
        return self.kept + self.changed + self.dropped + self.rejected

    @property
    def judged(self) -> int:
        """How many of them a person has judged by themselves.

        A rejected event says that it is none: its other values may have been right.
        """
        return self.suggested if self.field == "event" else self.suggested - self.rejected

    @property
    def share(self) -> float | None:
        """The share of those judged that was kept as it was; None where there is none."""
        return self.kept / self.judged if self.judged else None


def outcomes(connection: sqlite3.Connection, wanted: Query) -> tuple[list[Tally], list[Tally]]:
    """Return what became of the values of suggestions, by field and by rule, the worst rules first.

    Only events that a person has decided about count, of those *wanted*: not what a batch has accepted or a file of
    decisions has brought. Rules with few values are drawn to the middle: the order is by (kept + 1) / (judged + 2),
    those without a fault last.
    """
    by_field: dict[str, Counter[str]] = defaultdict(Counter)
    by_rule: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first = _first_evidence(connection)
    for record in _decided(connection, wanted):
        suggested = [e for e in first.get(record.id, {}).values() if e["method"] not in BY_PERSON]
        if not suggested:
            continue
        for row in suggested:
            outcome = "rejected" if record.review == "rejected" else _outcome(row["field"], row["value"], record.event)
            by_field[row["field"]][outcome] += 1
            by_rule[row["field"], row["method"]][outcome] += 1
        if record.review == "accepted":
            for name, number in _added(record.event, suggested).items():
                by_field[name]["added"] += number
    order = ["event", *(s.name for s in specs(Event))]
    fields = [Tally(name, None, **by_field[name]) for name in sorted(by_field, key=lambda n: _place(n, order))]
    rules = [Tally(name, rule, **counts) for (name, rule), counts in by_rule.items()]
    rules.sort(key=lambda t: (t.judged <= t.kept, (t.kept + 1) / (t.judged + 2), -t.judged, t.rule or "", t.field))
    return fields, rules


def _place(name: str, order: Sequence[str]) -> tuple[int, str]:
    return order.index(name) if name in order else len(order), name


# -- which events


def _decided(connection: sqlite3.Connection, wanted: Query) -> Iterator[EventRecord]:
    """Yield the *wanted* events that a person has decided about."""
    by = _deciding_commands(connection)
    tail, values = wanted.sql()
    found = connection.execute(f"SELECT e.id, e.review FROM events e{tail}", values).fetchall()
    ids = [
        row[0] for row in found if row[1] != "unreviewed" and not by.get(row[0], "").endswith(("--quiet", "--apply"))
    ]
    for begin in range(0, len(ids), _CHUNK):
        yield from rows.read_records(connection, ids[begin : begin + _CHUNK])


def _deciding_commands(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the command that has put the review of each event where it stands."""
    found = connection.execute(
        "SELECT h.event, coalesce(d.command, '') FROM history h LEFT JOIN deeds d ON d.id = h.deed"
        " WHERE h.\"table\" = 'events' AND (h.action = 'insert' OR json_extract(h.after, '$.review') IS NOT NULL)"
        " ORDER BY h.id"
    )
    return dict(found.fetchall())


def _first_evidence(connection: sqlite3.Connection) -> dict[int, dict[int, dict[str, Any]]]:
    """Return the evidence that each event was first stored with, by the number of its row.

    What is there now, with every later change taken back in thought, the last one first.
    """
    live: dict[int, dict[int, dict[str, Any]]] = defaultdict(dict)
    for event, row, field, value, method in connection.execute("SELECT event, id, field, value, method FROM evidence"):
        live[event][row] = {"field": field, "value": value, "method": method}
    changes = connection.execute(
        "SELECT event, row, action, before FROM history WHERE \"table\" = 'evidence' AND event IS NOT NULL"
        " ORDER BY id DESC"
    )
    for event, row, action, before in changes:
        if action == "insert":
            live[event].pop(row, None)
        else:
            there = live[event].get(row, {})
            live[event][row] = {**there, **{k: v for k, v in json.loads(before).items() if k in _TOLD}}
    return live


_TOLD = ("field", "value", "method")


# -- what became of a value


def _outcome(name: str, value: str | None, event: Event) -> str:
    """Return what became of one suggested value in an event that was accepted."""
    spec = next((s for s in specs(Event) if s.name == name), None)
    if spec is None or value is None:
        return "kept"  # that it is an event
    now = value_texts(spec, event)
    if any(same_value(value, text) for text in now):
        return "kept"
    if not isinstance(spec.kind, Many):
        return "changed" if now else "dropped"
    code = value.partition(":")[0]
    return "changed" if name == "countries" and any(t.partition(":")[0] == code for t in now) else "dropped"


def _added(event: Event, suggested: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """Return how many values of *event* a person gave, by field: where nothing was suggested, or one more."""
    there: dict[str, list[str]] = defaultdict(list)
    for row in suggested:
        there[row["field"]].append(row["value"] or "")
    found: Counter[str] = Counter()
    for spec in specs(Event):
        if spec.evidenced and (spec.many or spec.name not in there):
            # A country that was suggested in another role has changed, and was not added.
            known = {_without_role(spec.name, value) for value in there[spec.name]}
            found[spec.name] += sum(_without_role(spec.name, text) not in known for text in value_texts(spec, event))
    return +found


def _without_role(field: str, value: str) -> str:
    """Return a value without its white space, a country without its role."""
    return "".join((value.partition(":")[0] if field == "countries" else value).split())
