"""The one JSON shape of articles and events: for ``--json``, exports, references and language models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.event import Event, EventRecord
from culturex.model.fields import object_schema, specs
from culturex.model.kinds import Kind, Own
from culturex.model.parts import Many, Part

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook

ARTICLE_KEYS = ("source", "title", "outlet", "author", "url", "published", "language")


def part_to_dict(part: Any) -> dict[str, Any]:
    """Return an event or one of its parts as JSON values, its keys in declared order."""
    return {s.name: _plain(getattr(part, s.name)) for s in specs(part.__class__)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return dict(value)
    return part_to_dict(value) if hasattr(value, "__dataclass_fields__") else value


def event_to_dict(event: Event) -> dict[str, Any]:
    """Return an event as JSON values, with ``quote``: the passage that shows it best."""
    return {**part_to_dict(event), "quote": event.quote}


def record_to_dict(record: EventRecord) -> dict[str, Any]:
    """Return a stored event as JSON values: its number and bookkeeping around the event's own keys."""
    articles = [
        {
            "id": a.id,
            "title": a.title,
            "outlet": a.outlet,
            "url": a.url,
            "source": a.source,
            "published": a.published,
        }
        for a in record.articles
    ]
    return {
        "id": record.id,
        "uid": record.uid,
        **event_to_dict(record.event),
        "review": record.review,
        "coder": record.coder,
        "codebook": record.codebook,
        "created": record.created,
        "updated": record.updated,
        "articles": articles,
    }


def article_to_dict(article: Article) -> dict[str, Any]:
    """Return what is known of an article, without its text."""
    return {key: getattr(article, key) for key in ARTICLE_KEYS}


def coding_to_dict(article: Article, events: Sequence[Event]) -> dict[str, Any]:
    """Return one article with its events: the shape of a reference coding and of ``suggest --json``."""
    return {"article": article_to_dict(article), "events": [event_to_dict(e) for e in events]}


def event_from_dict(data: Any, codebook: Codebook) -> Event:
    """Return the event that JSON values describe; raise InputError naming the key that is wrong.

    A ``quote`` without ``evidence`` becomes the evidence of the event as a whole, not yet located. Unknown keys are
    left alone, so that a reference with notes of its own can be read.
    """
    if not isinstance(data, Mapping):
        raise InputError("An event must be a JSON object.")
    event: Event = _read_part(Event, data, codebook, "event")
    if data.get("quote") and not event.evidence:
        from dataclasses import replace

        from culturex.model.event import Evidence

        event = replace(event, evidence=(Evidence(quote=str(data["quote"])),))
    return event


def _read_part(part: type, data: Any, codebook: Codebook, where: str) -> Any:
    if isinstance(data, str):
        data = {specs(part)[0].name: data}
    if not isinstance(data, Mapping):
        raise InputError(f"{where} must be a JSON object.")
    values = {
        s.name: _read(s.kind, data[s.name], codebook, f"{where}.{s.name}")
        for s in specs(part)
        if data.get(s.name) is not None
    }
    return part(**{name: value for name, value in values.items() if value is not None})


def _read(kind: Kind, value: Any, codebook: Codebook, where: str) -> Any:
    if isinstance(kind, Many):
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise InputError(f"{where} must be a JSON array.")
        read = [_read(kind.kind, v, codebook, f"{where}[{i}]") for i, v in enumerate(value) if v is not None]
        return tuple(read)
    if isinstance(kind, Part):
        return _read_part(kind.of, value, codebook, where)
    if isinstance(kind, Own):
        if not isinstance(value, Mapping):
            raise InputError(f"{where} must be a JSON object.")
        pairs = [kind.parse(f"{k}={v}", codebook) for k, v in value.items()]
        return {k: v for pair in pairs for k, v in pair.items()}
    if isinstance(value, (Mapping, list)):
        raise InputError(f"{where} must be a plain value.")
    try:
        return kind.parse(value if isinstance(value, str) else kind.format(value), codebook)
    except InputError as error:
        raise InputError(f"{where}: {error.message}", error.hint) from None


def json_schema(codebook: Codebook) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of one article's coding."""
    event = object_schema(specs(Event), codebook)
    event["properties"]["quote"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    event["required"] = ["title", "type"]
    nullable = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    article = {
        "type": "object",
        "properties": dict.fromkeys(ARTICLE_KEYS, nullable),
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "culturex coding",
        "type": "object",
        "properties": {"article": article, "events": {"type": "array", "items": event}},
        "required": ["article", "events"],
    }
