"""Kinds made of others: a part of an event with fields of its own, and several values of one kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from culturex.errors import InputError
from culturex.model.fields import object_schema, specs
from culturex.model.kinds import Kind
from culturex.text import one_line

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook


@dataclass(frozen=True)
class Part(Kind):
    """A part of an event with fields of its own (a person, a place), written with its fields behind one another."""

    of: type
    separator: str = ";"

    def parse(self, text: str, codebook: Codebook) -> Any:
        """Return the part that *text* writes, its fields in declared order; the first one must be there."""
        pieces = _split(text, self.separator)
        fields = specs(self.of)
        if not pieces or not pieces[0]:
            return None
        if len(pieces) > len(fields):
            order = f"{self.separator} ".join(s.name.upper() for s in fields)
            raise InputError(f"{one_line(text)!r} has more than {len(fields)} parts.", f"Write {order}.")
        values = {s.name: s.kind.parse(piece, codebook) for s, piece in zip(fields, pieces, strict=False)}
        return self.of(**{name: value for name, value in values.items() if value is not None})

    def format(self, value: Any) -> str:
        """Return the fields of *value* behind one another, without the empty ones at the end."""
        if value is None:
            return ""
        cells = [s.kind.format(getattr(value, s.name)) for s in specs(self.of)]
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
        return _join(cells, self.separator)

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: an object with the part's fields."""
        return object_schema(specs(self.of), codebook)


@dataclass(frozen=True)
class Many(Kind):
    """Several values of one kind, in order. Parts are written with ``|`` between them, plain values with ``;``."""

    kind: Kind
    many = True
    nullable = False

    @property
    def separator(self) -> str:
        """What stands between the values in one text."""
        return "|" if isinstance(self.kind, Part) else ";"

    def parse(self, text: str, codebook: Codebook) -> tuple[Any, ...]:
        """Return the values that *text* writes, in order, without empty ones."""
        return self.parse_all(_split(text, self.separator), codebook)

    def parse_all(self, texts: Sequence[str], codebook: Codebook) -> tuple[Any, ...]:
        """Return the values that the *texts* write, one each, doubles left out."""
        values = (self.kind.parse(text, codebook) for text in texts)
        return tuple(dict.fromkeys(v for v in values if v is not None))

    def format(self, value: Sequence[Any] | None) -> str:
        """Return the values in one text that ``parse`` reads back."""
        return _join([self.kind.format(v) for v in value or ()], self.separator)

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: an array."""
        return {"type": "array", "items": self.kind.schema(codebook)}

    def cells(self, value: Sequence[Any] | None) -> tuple[str, ...]:
        """Return the values in one cell, joined with ``"; "``."""
        return ("; ".join(self.kind.format(v) for v in value or ()),)


@dataclass(frozen=True)
class CountryRoles(Many):
    """The countries of an event with their roles: columns of names and codes, and one each for hosts and partners."""

    def columns(self, name: str) -> tuple[str, ...]:
        """Return names, alpha-2 and alpha-3 codes, then the hosts' and the partners' alpha-2 codes."""
        return (name, "countries_alpha2", "countries_alpha3", "hosts", "partners")

    def cells(self, value: Sequence[Any] | None) -> tuple[str, ...]:
        """Return the cells; a code that no gazetteer knows stands for its own name."""
        from culturex import places

        parts = list(value or ())
        known = [places.country_by_code(p.code) for p in parts]
        names = [k.name if k else p.code for k, p in zip(known, parts, strict=True)]
        alpha3 = [k.alpha3 if k else "" for k in known]
        by_role = [[p.code for p in parts if p.role == role] for role in ("host", "partner")]
        return tuple("; ".join(cell) for cell in (names, [p.code for p in parts], alpha3, *by_role))


@dataclass(frozen=True)
class Named(Many):
    """Several parts that have a name: their names joined with ``"; "``, then one column for each field in *also*.

    The cells of the extra columns run parallel to the names, with nothing between two separators where a part has
    no such value.
    """

    also: tuple[str, ...] = ()

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the field's name and one header for each extra column: ``people``, ``people_title`` ..."""
        return (name, *(f"{name}_{extra}" for extra in self.also))

    def cells(self, value: Sequence[Any] | None) -> tuple[str, ...]:
        """Return the names and the extra columns; an extra column without any value is left empty."""
        rows = [[getattr(part, attribute) for part in value or ()] for attribute in ("name", *self.also)]
        return tuple("; ".join("" if v is None else str(v) for v in row) if any(row) else "" for row in rows)


def _split(text: str, separator: str) -> list[str]:
    """Split as CSV does: a piece that contains the separator stands in double quotes."""
    import csv

    rows = list(csv.reader([one_line(text)], delimiter=separator, skipinitialspace=True))
    return [piece.strip() for piece in rows[0]] if rows else []


def _join(pieces: Sequence[str], separator: str) -> str:
    quoted = ['"' + p.replace('"', '""') + '"' if separator in p or p.startswith('"') else p for p in pieces]
    return f"{separator} ".join(quoted)
