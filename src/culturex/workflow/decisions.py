"""Decisions as JSON Lines: what was decided about which event of which article, to be kept, sent and made again.

One line is one decision. docs/decisions.md describes the format; KEYS is its list of keys.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from culturex.errors import InputError
from culturex.model.codebook import Codebook
from culturex.model.event import Event
from culturex.model.fields import specs
from culturex.model.schema import event_from_dict, event_to_dict

# Key of a line -> what it says.
KEYS = {
    "action": "accept, reject, new, merge, check, skip, done, no_event or undo.",
    "event": "Number of the event, in the store that the decision was made in.",
    "uid": "The event's identifier, the same in every store; where it is given, it counts and not the number.",
    "article": "Number of the article, in the store that the decision was made in.",
    "sha256": "Fingerprint of the article's text; where it is given, it counts and not the number.",
    "new": "true where the decision stored the event: a fresh suggestion, or an event that a person wrote.",
    "review": "Where the review of the event stands after it: accepted, rejected, unreviewed.",
    "state": "Where the tagging of the article stands after it: new, tagged, no_event, skipped.",
    "into": "With merge and new: the number of the known event that `decided` is put to.",
    "into_uid": "Its identifier; where it is given, it counts and not the number.",
    "take": "With into: the fields in which `decided` counts where the two differ, and not the known event.",
    "fields": "With check: the fields that were looked at.",
    "decided": "The event as it was decided, in the shape of `culturex show --json`; null where it is gone.",
    "reports": "With undo: the articles that report the event, each with article and main.",
    "also": "With undo: what became of further events, each with event, uid, review, decided, reports.",
    "cited": "Fingerprints of other articles that the evidence names, by their number.",
    "coder": "Who decided.",
    "time": "When, in UTC, ISO 8601.",
}
# Action -> where the review of the event stands after it, None where the action leaves it.
REVIEWS: dict[str, str | None] = {
    "accept": "accepted",
    "reject": "rejected",
    "new": "accepted",
    "merge": None,
    "check": None,
}
ACTIONS = (*REVIEWS, "skip", "done", "no_event", "undo")
# Keys of a stored event, beside those of the event itself, that may stand in ``decided``.
_BOOKKEEPING = ("id", "uid", "quote", "review", "coder", "codebook", "created", "updated", "articles")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An event as a decision left it.

    *event* is its number and *uid* its identifier, None where unknown. *decided* is None where the event is gone, or
    where the line says nothing of it; *has_evidence* whether it came with its evidence. *review* is None where the
    action says it, *coder* is who coded the event, None where that is who decided. *reports* are the articles that
    report it, each with whether it is their main event; None where the line does not say.
    """

    event: int | None = None
    uid: str | None = None
    review: str | None = None
    decided: Event | None = None
    has_evidence: bool = True
    coder: str | None = None
    reports: Mapping[int, bool] | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """One decision as a line tells it: the *action*, the article by number and fingerprint, and what came of it."""

    action: str
    article: int | None = None
    sha256: str | None = None
    outcome: Outcome = Outcome()
    also: tuple[Outcome, ...] = ()
    is_new: bool = False
    into: Outcome = Outcome()
    take: tuple[str, ...] = ()
    state: str | None = None
    fields: tuple[str, ...] = ()
    cited: Mapping[int, str] | None = None
    coder: str | None = None
    time: str | None = None


def line_of(recorded: Recorded) -> str:
    """Return a decision as one line of JSON, without the line break, its keys in the order of KEYS."""
    data: dict[str, Any] = {
        "action": recorded.action,
        **_outcome_to_dict(recorded.outcome),
        "article": recorded.article,
        "sha256": recorded.sha256,
        "new": recorded.is_new or None,
        "state": recorded.state,
        "into": recorded.into.event,
        "into_uid": recorded.into.uid,
        "take": list(recorded.take) or None,
        "fields": list(recorded.fields) or None,
        "also": [_outcome_to_dict(o) for o in recorded.also] or None,
        "cited": {str(n): sha for n, sha in (recorded.cited or {}).items()} or None,
        "coder": recorded.coder,
        "time": recorded.time,
    }
    if recorded.action == "undo" and recorded.outcome.event is not None:
        data.setdefault("decided", None)
    return json.dumps(
        {k: data[k] for k in KEYS if k in data and (data[k] is not None or k == "decided")}, ensure_ascii=False
    )


def _outcome_to_dict(outcome: Outcome) -> dict[str, Any]:
    data: dict[str, Any] = {"event": outcome.event, "uid": outcome.uid, "review": outcome.review}
    if outcome.decided is not None:
        data["decided"] = {**event_to_dict(outcome.decided), "coder": outcome.coder}
    if outcome.reports is not None:
        data["reports"] = [{"article": article, "main": main} for article, main in outcome.reports.items()]
    return data


def read_line(line: str, codebook: Codebook) -> Recorded:
    """Return the decision that one *line* tells; raise InputError saying what is wrong with it."""
    try:
        data = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        raise InputError(f"This is no JSON: {why}.") from None
    if not isinstance(data, Mapping):
        raise InputError("A decision is a JSON object.", 'Write {"action": "accept", "event": 12}.')
    for key in data:
        if key not in KEYS:
            raise InputError(f"A decision has no key {key!r}.", f"Allowed: {', '.join(KEYS)}.")
    action = data.get("action")
    if action not in ACTIONS:
        raise InputError(
            f"{action!r} is no action." if action else "The action is missing.", f"Allowed: {', '.join(ACTIONS)}."
        )
    cited = _typed(data, "cited", dict) or {}
    if not all(n.isascii() and n.isdecimal() for n in cited):
        raise InputError("cited must name articles by their number.")
    return Recorded(
        action=action,
        article=_typed(data, "article", int),
        sha256=_typed(data, "sha256", str),
        outcome=_outcome(data, codebook),
        also=tuple(_outcome(one, codebook) for one in _typed(data, "also", list) or ()),
        is_new=bool(_typed(data, "new", bool)),
        into=Outcome(_typed(data, "into", int), _typed(data, "into_uid", str)),
        take=tuple(str(f) for f in _typed(data, "take", list) or ()),
        state=_typed(data, "state", str),
        fields=tuple(str(f) for f in _typed(data, "fields", list) or ()),
        cited={int(n): str(sha) for n, sha in cited.items()},
        coder=_typed(data, "coder", str),
        time=_typed(data, "time", str),
    )


def _outcome(data: Any, codebook: Codebook) -> Outcome:
    if not isinstance(data, Mapping):
        raise InputError("An event of a decision is a JSON object.")
    decided = _typed(data, "decided", dict)
    review = _typed(data, "review", str)
    if review is not None and review not in codebook.vocabularies["reviews"]:
        raise InputError(f"{review!r} is no review state.", f"Allowed: {', '.join(codebook.codes('reviews'))}.")
    known = {*(s.name for s in specs(Event)), *_BOOKKEEPING}
    strange = next((key for key in decided or () if key not in known), None)
    if strange is not None:
        raise InputError(f"An event has no field {strange!r}.", f"Allowed: {', '.join(s.name for s in specs(Event))}.")
    return Outcome(
        event=_typed(data, "event", int),
        uid=_typed(data, "uid", str),
        review=review,
        decided=None if decided is None else event_from_dict(decided, codebook),
        has_evidence=decided is not None and "evidence" in decided,
        coder=_typed(decided or {}, "coder", str),
        reports=_reports(_typed(data, "reports", list)),
    )


def _reports(rows: list[Any] | None) -> dict[int, bool] | None:
    if rows is None:
        return None
    if not all(isinstance(row, Mapping) and isinstance(row.get("article"), int) for row in rows):
        raise InputError("reports must be objects with article and main.")
    return {row["article"]: bool(row.get("main")) for row in rows}


def _typed(data: Mapping[str, Any], key: str, kind: type) -> Any:
    """Return the value of *key*, None where it is absent; raise InputError where it is of another *kind*."""
    value = data.get(key)
    if value is None or (isinstance(value, kind) and not (kind is int and isinstance(value, bool))):
        return value
    names = {int: "a number", str: "a text", bool: "true or false", list: "an array", dict: "an object"}
    raise InputError(f"{key} must be {names[kind]}.")
