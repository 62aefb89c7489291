"""Articles in our own words, and what a model could answer about them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from loopback import Scripted

TELLING = "On 3 May 2021 choirs from Latvia and Estonia sang at a festival in Riga."


def write_articles(folder: Path, number: int) -> Path:
    """Write so many small articles, each with its number in the headline."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in range(1, number + 1):
        (folder / f"choirs-{one:02}.txt").write_text(f"Choirs meet {one}\n\n{TELLING}\n", "utf-8")
    return folder


def number_in(body: dict[str, Any]) -> int:
    """Return the number of the article that a question is about."""
    return int(re.findall(r"Choirs meet (\d+)", body["messages"][-1]["content"])[-1])


def event(**changed: Any) -> dict[str, Any]:
    """Return the right answer about such an article as one event, with what is *changed* in it."""
    return {
        "quote": TELLING,
        "main": True,
        "title": "Choirs of Latvia and Estonia in Riga",
        "type": {"quote": "sang at a festival", "value": "festival"},
        "status": {"quote": "choirs from Latvia and Estonia sang", "value": "held"},
        "date": {"quote": "On 3 May 2021", "value": "2021-05-03"},
        "mode": None,
        "countries": [
            {"quote": "choirs from Latvia", "code": "LV", "role": "host"},
            {"quote": "Latvia and Estonia", "code": "EE", "role": "partner"},
        ],
        "regions": [],
        "places": [{"quote": "in Riga", "name": "Riga", "country": "LV"}],
        "themes": [],
        "organizations": [],
        "people": [],
        "participants": None,
        **changed,
    }


def reply(*events: dict[str, Any]) -> str:
    """Return *events* as a model answers with them."""
    return json.dumps({"events": list(events)}, ensure_ascii=False)


RIGHT = reply(event())
NOTHING = reply()
BROKEN = Scripted(status=500, error="the model broke down")
