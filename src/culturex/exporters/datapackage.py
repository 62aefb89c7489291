"""The description of the normalised tables: a Frictionless Tabular Data Package.

Specification: https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from culturex.model.codebook import Codebook


@dataclass(frozen=True)
class TableField:
    """A column: its name, its Table Schema type and what it holds."""

    name: str
    type: str
    description: str
    required: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its columns, its key, and which columns hold the ``id`` of which table."""

    name: str
    description: str
    fields: tuple[TableField, ...]
    key: tuple[str, ...]
    refers: dict[str, str] = field(default_factory=dict)


def describe(tables: Sequence[Table], codebook: Codebook) -> str:
    """Return the text of ``datapackage.json`` for *tables*.

    No licence is stated: whose the data is, only its owner knows.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "culturex-events",
        "title": "Events of cultural, educational and humanitarian cooperation",
        "description": "Events found in articles, each with its parts and the quotes it rests on. Coded with the "
        f"codebook {codebook.name}, version {codebook.version}. Dates are EDTF (ISO 8601-2), countries ISO 3166-1. "
        "An apostrophe before =, +, - or @ keeps spreadsheets from running a text as a formula.",
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(f) for f in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": ["id"]}}
            for column, other in table.refers.items()
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: TableField) -> dict[str, Any]:
    shape: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.type == "boolean":
        shape |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if column.type == "datetime":
        shape["format"] = "any"
    if column.required:
        shape["constraints"] = {"required": True}
    return shape
