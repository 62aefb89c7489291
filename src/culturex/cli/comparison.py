"""The suggester's events beside a model's, field by field, with which of them has the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from culturex.cli import output
from culturex.cli.wording import label_of
from culturex.text import one_line

if TYPE_CHECKING:
    from culturex.ask.comparing import Pair

_HEADERS = ("event", "field", "suggester", "quoted", "model", "supported", "same")


def print_comparison(pairs: Sequence[Pair]) -> None:
    """Print *pairs* as a table: a row for each field that one of the two has.

    In a terminal a sign behind the field says that they differ; in a pipe a column of its own does.
    """
    narrow = output.is_terminal()
    headers = _HEADERS[: len(_HEADERS) - narrow]
    output.emit_rows(headers, list(_rows(pairs, narrow)), flexible=("suggester", "model"), optional=("quoted",))


def print_comparisons(found: Mapping[int, Sequence[Pair]]) -> None:
    """Print the pairs of many articles, by number, as one table."""
    narrow = output.is_terminal()
    headers = ("article", *_HEADERS[: len(_HEADERS) - narrow])
    rows = [(number, *row) for number, pairs in sorted(found.items()) for row in _rows(pairs, narrow)]
    output.emit_rows(headers, rows, flexible=("suggester", "model"), optional=("quoted",))


def _rows(pairs: Sequence[Pair], narrow: bool) -> Iterator[tuple[Any, ...]]:
    for number, pair in enumerate(pairs, 1):
        for row in pair.rows:
            mine, theirs = ("; ".join(map(one_line, v)) for v in (row.suggested, row.proposed))
            field = f"{label_of(row.field)}{' ≠' if narrow and not row.same else ''}"
            cells = (number, field, mine, row.suggested_evidence, theirs, row.proposed_evidence)
            yield cells if narrow else (*cells, "yes" if row.same else "no")


def comparison_to_dict(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Return *pairs* as JSON values."""
    from culturex.model.schema import event_to_dict

    return [
        {
            "suggester": event_to_dict(p.suggested) if p.suggested else None,
            "model": event_to_dict(p.proposed) if p.proposed else None,
            "fields": [asdict(row) for row in p.rows],
        }
        for p in pairs
    ]


def summary(pairs: Sequence[Pair]) -> str:
    """Return in a sentence how far the two agree, and which of them has evidence where they differ."""
    both = [p for p in pairs if p.suggested and p.proposed]
    rows = [row for p in both for row in p.rows]
    differing = [row for row in rows if not row.same]
    alone = [sum(1 for p in pairs if getattr(p, side) is None) for side in ("proposed", "suggested")]
    seen = output.count(len(both), "event")
    said = [
        f"{seen} seen by both, {alone[0]} by the suggester only, {alone[1]} by the model only",
        f"{len(rows) - len(differing)} of {output.count(len(rows), 'field')} agree",
    ]
    if differing:
        mine = sum(r.suggested_evidence == "yes" and r.proposed_evidence != "yes" for r in differing)
        theirs = sum(r.proposed_evidence == "yes" and r.suggested_evidence != "yes" for r in differing)
        said.append(f"where they differ, only the suggester has the evidence in {mine} and only the model in {theirs}")
    return "; ".join(said) + "."
