"""The JSON that a model answers with: the one shape of an event, with a quote beside every value that wants one.

Made from the declarations in ``model.event`` and the codebook, in the part of JSON Schema that all model servers take
(every key required, null for what is not known, no further keys; no patterns or bounds). The quote comes before its
value: a model that has just copied the words strays less from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from culturex.model.event import Event
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Decimal, Kind, Own
from culturex.model.parts import Many, Part
from culturex.model.support import JUDGED

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook

# Fields that a model is not asked for: what culturex knows better itself, and what is the coder's own.
_NOT_ASKED = frozenset({"evidence", "notes", "summary", "date_basis"})
# Fields that no quote could show: a label in words of one's own, and judgements of the article as a whole.
BARE = frozenset({"main", "title", "themes"})
# Fields that every event has.
_ALWAYS = frozenset({"main", "title", "type"})
# What each field means to a model, where the words for people would not do.
_MEANING = {
    "main": "true for the event that the article was written to report; at most one",
    "title": "a short label in your own words, in English",
    "type": "one type of the codebook, the most specific that fits",
    "status": "one status of the codebook, as of the article's own date",
    "date": "when it happens, in EDTF: 2024-05-08, 2010-04, 2017, 2022-11-14/2022-11-18, 2014/2016, 2020/..; relative "
    "words are reckoned from the article's date; null if it cannot be told",
    "mode": "one mode of the codebook; null for instruments and where the text gives no hint",
    "countries": "the countries that are parties, not those merely named: ISO 3166-1 alpha-2 code and role",
    "regions": "groups of countries that are a party as such: BRICS, Central Asia",
    "places": "cities, districts, provinces or islands where it takes place, with the code of their country",
    "themes": "themes of the codebook that are really treated, the most important first",
    "organizations": "named bodies that take part, organise, host, sign or fund, in the fullest form of the text",
    "people": "named persons who take part, sign, speak or perform, with the title and body that the text gives",
    "participants": "the number of people taking part, as stated",
    "values": "own fields of the codebook",
}
_QUOTE = "words copied from the article, letter by letter, that say this"
_JUDGED_QUOTE = "several words copied from the article, letter by letter, that show this"
_STRING = {"type": "string"}
_PLAIN = frozenset({"type", "enum", "description"})


def asked() -> Iterator[FieldSpec]:
    """Yield the fields of an event that a model is asked for, in order."""
    return (s for s in specs(Event) if s.name not in _NOT_ASKED)


def part_fields(part: type) -> Iterator[FieldSpec]:
    """Yield the fields of a part of an event that a model is asked for: all but coordinates, which it would invent."""
    return (s for s in specs(part) if not isinstance(s.kind, Decimal))


def inner(spec: FieldSpec) -> Kind:
    """Return the kind of one value of a field."""
    return spec.kind.kind if isinstance(spec.kind, Many) else spec.kind


def reply_schema(codebook: Codebook) -> dict[str, Any]:
    """Return the JSON schema of an answer: ``{"events": [...]}``."""
    event: dict[str, Any] = {
        "quote": {**_STRING, "description": f"the shortest passage that shows the event: {_JUDGED_QUOTE}"}
    }
    for spec in asked():
        if spec.name != "values" or codebook.fields:
            event[spec.name] = {**_field(spec, codebook), "description": _MEANING[spec.name]}
    return _object({"events": {"type": "array", "items": _object(event)}})


def _field(spec: FieldSpec, codebook: Codebook) -> dict[str, Any]:
    if isinstance(spec.kind, Own):
        return _object({name: _nullable(_quoted({"value": _own(name, codebook)})) for name in codebook.fields})
    kind = inner(spec)
    if spec.name in BARE:
        value = _plain(kind, codebook)
    elif isinstance(kind, Part):
        first, *others = part_fields(kind.of)
        shapes = {s.name: _nullable(_plain(s.kind, codebook)) for s in others if s.name != "role" or s.kind.nullable}
        value = _quoted({first.name: _plain(first.kind, codebook), **shapes})
    else:
        value = _quoted({"value": _plain(kind, codebook)}, _JUDGED_QUOTE if spec.name in JUDGED else _QUOTE)
    if spec.many:
        return {"type": "array", "items": value}
    return value if spec.name in _ALWAYS else _nullable(value)


def _plain(kind: Kind, codebook: Codebook) -> dict[str, Any]:
    return {k: v for k, v in kind.schema(codebook).items() if k in _PLAIN}


def _own(name: str, codebook: Codebook) -> dict[str, Any]:
    own = codebook.fields[name]
    shape: dict[str, Any] = {**_STRING, "description": own.definition or own.label}
    return {**shape, "enum": list(own.choices)} if own.choices else shape


def _quoted(properties: dict[str, Any], words: str = _QUOTE) -> dict[str, Any]:
    return _object({"quote": {**_STRING, "description": words}, **properties})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _nullable(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "null"}]}


def outline(codebook: Codebook) -> str:
    """Return the JSON to answer with as a text for models that are sent no schema: an example, and each field."""
    import json

    event = reply_schema(codebook)["properties"]["events"]["items"]["properties"]
    shape = json.dumps({"events": [{name: _sample(value) for name, value in event.items()}]}, ensure_ascii=False)
    lines = [f"- {name}: {value['description']}" for name, value in event.items()]
    return "\n".join([shape, "", *lines])


def _sample(shape: dict[str, Any]) -> Any:
    """Return a value that shows the form of *shape* without saying anything."""
    if "anyOf" in shape:
        return _sample(shape["anyOf"][0])
    match shape["type"]:
        case "object":
            return {name: _sample(value) for name, value in shape["properties"].items()}
        case "array":
            return [_sample(shape["items"])]
        case "boolean":
            return False
        case "integer":
            return 0
    return "..."
