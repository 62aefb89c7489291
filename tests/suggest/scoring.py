"""Measures of suggestions against reference codings, small enough to read: shares and F1 over a folder of articles.

``python tests/suggest/scoring.py ARTICLES CODINGS`` prints them.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from culturex.suggest import prepare, suggest, to_dict


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    return " ".join(
        "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c)).casefold().split()
    )


def measure(articles: Path, codings: Path) -> dict[str, float]:
    """Return the share right (gate, type, date, status, mode) and F1 (countries, places, people, organizations)."""
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for path in sorted(codings.glob("*.json")):
        reference = json.loads(path.read_text("utf-8"))["events"]
        text = (articles / f"{path.stem}.txt").read_text("utf-8")
        found = to_dict(suggest(prepare(text, source=path.name)))["events"]
        asked["gate"] += 1
        hits["gate"] += bool(reference) == bool(found)
        main = next((e for e in reference if e["main"]), None)
        if main:
            best = found[0] if found else {}
            for field in ("type", "date", "status", "mode"):
                asked[field] += 1
                hits[field] += main[field] == best.get(field)
        for field in ("countries", "places", "people", "organizations"):
            wanted, given = _names(reference, field), _names(found, field)
            hits[field] += 2 * len(wanted & given)
            asked[field] += len(wanted) + len(given)
    return {name: round(hits[name] / asked[name], 3) for name in asked}


def _names(events: list[dict[str, Any]], field: str) -> set[str]:
    return {plain(part.get("code") or part.get("name")) for event in events for part in event[field]}


if __name__ == "__main__":
    import sys

    for name, value in measure(Path(sys.argv[1]), Path(sys.argv[2])).items():
        print(f"{name:14} {value:.3f}")
