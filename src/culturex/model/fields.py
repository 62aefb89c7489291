"""How a field is declared: its kind, what it means and where it shows; and how the declarations are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from culturex.model.kinds import Kind

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is declared of a field.

    *name* is the attribute, JSON key and CSV header; *flag* the command line option (without ``--``; empty for none)
    and *key* its letter in prompts; *label* the word on cards and in tables; *evidenced* says that a value wants a
    quote; *listed* that ``culturex list`` shows it as a column.
    """

    name: str
    kind: Kind
    help: str
    label: str
    flag: str
    key: str
    evidenced: bool
    listed: bool

    @property
    def many(self) -> bool:
        """Tell whether the field holds several values, so that its flag may be repeated."""
        return self.kind.many


def spec(
    kind: Kind,
    help: str,  # noqa: A002 - the word that the field's reader expects
    *,
    default: Any = None,
    label: str = "",
    flag: str = "",
    key: str = "",
    evidenced: bool = False,
    listed: bool = False,
) -> Any:
    """Declare a field: its kind, what it means, and where it shows."""
    shown = {"help": help, "label": label, "flag": flag, "key": key, "evidenced": evidenced, "listed": listed}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata={"kind": kind, **shown})
    return field(default=default, metadata={"kind": kind, **shown})


@cache
def specs(part: type) -> tuple[FieldSpec, ...]:
    """Return the declared fields of Event or of one of its parts, in order."""
    return tuple(
        FieldSpec(
            name=f.name,
            kind=f.metadata["kind"],
            help=f.metadata["help"],
            label=f.metadata["label"] or f.name.replace("_", " "),
            flag=f.metadata["flag"],
            key=f.metadata["key"],
            evidenced=f.metadata["evidenced"],
            listed=f.metadata["listed"],
        )
        for f in fields(part)
        if "kind" in f.metadata
    )


def object_schema(fields: Sequence[FieldSpec], codebook: Codebook) -> dict[str, Any]:
    """Return the JSON schema of an object with these *fields*; a single value may be null."""
    properties = {}
    for declared in fields:
        shape = declared.kind.schema(codebook)
        if declared.kind.nullable and declared is not fields[0]:
            shape = {"anyOf": [shape, {"type": "null"}]}
        properties[declared.name] = {"description": declared.help, **shape}
    required = [f.name for f in fields[:1]]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
