"""The suggester's events and a model's, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from culturex.cli import output

if TYPE_CHECKING:
    from culturex.ask.comparing import Pair, Row
    from culturex.model.event import Event

_HEADERS = ("article", "event", "field", "suggester", "evidence", "model", "evidence of model", "same")


def emit_pairs(found: Mapping[int, Sequence[Pair]], model: str, as_json: bool) -> None:
    """Print the pairs by article: a line for each field, with both values and which of them has the evidence."""
    if as_json:
        output.emit_json(
            [
                {"article": number, "model": model, "pairs": [_pair(pair) for pair in pairs]}
                for number, pairs in sorted(found.items())
            ]
        )
        return
    output.emit_rows(
        _HEADERS,
        [
            _cells(number, at, row)
            for number, pairs in sorted(found.items())
            for at, pair in enumerate(pairs, 1)
            for row in pair.rows
        ],
        flexible=("suggester", "model"),
    )


def _cells(number: int, event: int, row: Row) -> tuple[Any, ...]:
    return (
        number, event, row.field, "; ".join(row.suggested), row.suggested_evidence, "; ".join(row.proposed),
        row.proposed_evidence, "yes" if row.same else "no",
    )  # fmt: skip


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "suggester": _event(pair.suggested),
        "model": _event(pair.proposed),
        "fields": [
            {
                "field": row.field,
                "suggester": list(row.suggested),
                "suggester_evidence": row.suggested_evidence or None,
                "model": list(row.proposed),
                "model_evidence": row.proposed_evidence or None,
                "same": row.same,
            }
            for row in pair.rows
        ],
    }


def _event(event: Event | None) -> dict[str, Any] | None:
    from culturex.model.schema import event_to_dict

    return event_to_dict(event) if event else None
