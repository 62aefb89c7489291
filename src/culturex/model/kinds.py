"""The sorts of value that an event has: each reads itself from text, writes itself as text, and knows its SQL type,
JSON schema and CSV columns.

For every kind, ``parse(format(value)) == value``. To add a sort of value, add one class here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from culturex import edtf
from culturex.errors import InputError
from culturex.text import one_line

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook


class Kind:
    """A sort of value. The base class is plain text on one line."""

    sql = "TEXT"

    def parse(self, text: str, codebook: Codebook) -> Any:
        """Return the value that *text* writes; raise InputError saying what is allowed."""
        return one_line(text) or None

    def format(self, value: Any) -> str:
        """Return *value* as text that ``parse`` reads back; an absent value is the empty string."""
        return "" if value is None else str(value)

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema of a value that is there."""
        return {"type": "string"}

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the CSV headers of a field *name* of this kind."""
        return (name,)

    def cells(self, value: Any) -> tuple[str, ...]:
        """Return the CSV cells of *value*, one for each of ``columns``."""
        return (self.format(value),)


class Text(Kind):
    """Text on one line."""


class Prose(Kind):
    """Text of several lines."""

    def parse(self, text: str, codebook: Codebook) -> str | None:
        """Return *text* with its line breaks, trimmed."""
        return "\n".join(one_line(line) for line in text.strip().splitlines()) or None


class Number(Kind):
    """A whole number from 0 up."""

    sql = "INTEGER"

    def parse(self, text: str, codebook: Codebook) -> int | None:
        """Return the number; separators of thousands may be commas, spaces or apostrophes."""
        plain = one_line(text).translate(str.maketrans("", "", ", '’\u202f"))
        if not plain:
            return None
        if not (plain.isascii() and plain.isdigit() and len(plain) < 16):
            raise InputError(f"{text.strip()!r} is no whole number.", "Write digits: 1200.")
        return int(plain)

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: a whole number."""
        return {"type": "integer", "minimum": 0}


class Decimal(Kind):
    """A decimal number: degrees of latitude or longitude, a confidence."""

    sql = "REAL"

    def parse(self, text: str, codebook: Codebook) -> float | None:
        """Return the number."""
        try:
            value = float(text) if text.strip() else None
        except ValueError:
            raise InputError(f"{text.strip()!r} is no number.", "Write 43.24.") from None
        if value is not None and value - value != 0:
            raise InputError(f"{text.strip()!r} is no number.", "Write 43.24.")
        return value

    def format(self, value: float | None) -> str:
        """Return the shortest digits that read back as the same number."""
        return "" if value is None else repr(float(value))

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: a number."""
        return {"type": "number"}


class YesNo(Kind):
    """True or false."""

    sql = "INTEGER"

    def parse(self, text: str, codebook: Codebook) -> bool | None:
        """Return True for yes, y, true, 1 and False for no, n, false, 0."""
        word = text.strip().casefold()
        if not word:
            return None
        if word not in {"yes", "y", "true", "1", "no", "n", "false", "0"}:
            raise InputError(f"{text.strip()!r} is neither yes nor no.", "Write yes or no.")
        return word in {"yes", "y", "true", "1"}

    def format(self, value: bool | None) -> str:
        """Return ``yes`` or ``no``."""
        return "" if value is None else ("yes" if value else "no")

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: a boolean."""
        return {"type": "boolean"}


class Date(Kind):
    """A date in EDTF level 0 or 1, kept as written; see ``culturex.edtf``."""

    def parse(self, text: str, codebook: Codebook) -> str | None:
        """Return the EDTF text once it is known to be right."""
        written = text.strip()
        return edtf.parse(written).text if written else None

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: an EDTF string."""
        return {"type": "string", "description": "EDTF level 0 or 1: 2024-05-08, 2010-04, 2014/2016, 2020/.."}

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the date as written and its earliest and latest day."""
        return (name, f"{name}_earliest", f"{name}_latest")

    def cells(self, value: str | None) -> tuple[str, ...]:
        """Return the date as written and its earliest and latest day (ISO; empty where open)."""
        if not value:
            return ("", "", "")
        meant = edtf.parse(value)
        return (value, *(day.isoformat() if day else "" for day in (meant.earliest, meant.latest)))


@dataclass(frozen=True)
class Choice(Kind):
    """A code of one of the codebook's vocabularies."""

    vocabulary: str

    def parse(self, text: str, codebook: Codebook) -> str | None:
        """Return the code that *text* means; raise InputError with the codes that are allowed."""
        return codebook.choose(self.vocabulary, text) if text.strip() else None

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: an enumeration."""
        return {"type": "string", "enum": codebook.codes(self.vocabulary)}


class Country(Kind):
    """A country: ISO 3166-1 alpha-2 inside, read from a name in any language, an adjective or a code."""

    def parse(self, text: str, codebook: Codebook) -> str | None:
        """Return the alpha-2 code; raise InputError with near names."""
        from culturex import places

        if not text.strip():
            return None
        found = places.country(text)
        if found is None:
            near = places.suggestions(text, 3)
            hint = f"Did you mean {' or '.join(near)}?" if near else "Write a name, an adjective or an ISO 3166 code."
            raise InputError(f"{one_line(text)!r} is no country that culturex knows.", hint)
        return found.code

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: two capital letters."""
        return {"type": "string", "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"}


class Region(Kind):
    """A group of countries (Central Asia, BRICS): its canonical name where the gazetteer knows it."""

    def parse(self, text: str, codebook: Codebook) -> str | None:
        """Return the canonical name, or the text itself for a group that the gazetteer does not know."""
        from culturex import places

        found = places.group(text) if text.strip() else None
        return found.name if found else one_line(text) or None


@dataclass(frozen=True)
class Part(Kind):
    """A part of an event with fields of its own (a person, a place), written with its fields behind one another."""

    of: type
    separator: str = ";"

    def parse(self, text: str, codebook: Codebook) -> Any:
        """Return the part that *text* writes, its fields in declared order; the first one must be there."""
        from culturex.model.event import specs

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
        from culturex.model.event import specs

        if value is None:
            return ""
        cells = [s.kind.format(getattr(value, s.name)) for s in specs(self.of)]
        while len(cells) > 1 and not cells[-1]:
            cells.pop()
        return _join(cells, self.separator)

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: an object with the part's fields."""
        from culturex.model.event import specs
        from culturex.model.schema import object_schema

        return object_schema(specs(self.of), codebook)


@dataclass(frozen=True)
class Many(Kind):
    """Several values of one kind, in order. Parts are written with ``|`` between them, plain values with ``;``."""

    kind: Kind

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


class Own(Kind):
    """The codebook's own fields: a mapping of name to text."""

    def parse(self, text: str, codebook: Codebook) -> dict[str, str]:
        """Return the mapping of one ``FIELD=VALUE``, the value checked by the field's kind; no value empties it."""
        name, equals, value = text.partition("=")
        if not equals:
            raise InputError(f"{one_line(text)!r} sets no field.", "Write FIELD=VALUE.")
        own = codebook.own(name.strip())
        return {own.name: own_value(own.kind, own.choices, value, codebook) if value.strip() else ""}

    def format(self, value: dict[str, str] | None) -> str:
        """Return ``FIELD=VALUE`` pairs joined with ``"; "``."""
        return "; ".join(f"{k}={v}" for k, v in (value or {}).items())

    def schema(self, codebook: Codebook) -> dict[str, Any]:
        """Return the JSON schema: an object of strings."""
        return {"type": "object", "additionalProperties": {"type": "string"}}


_OWN: dict[str, Kind] = {"text": Text(), "number": Number(), "date": Date(), "yesno": YesNo()}


def own_value(kind: str, choices: Sequence[str], text: str, codebook: Codebook) -> str:
    """Return *text* as the value of an own field of *kind*; raise InputError saying what is allowed."""
    if kind != "choice":
        return _OWN[kind].format(_OWN[kind].parse(text, codebook))
    wanted = one_line(text)
    for choice in choices:
        if choice.casefold() == wanted.casefold():
            return choice
    raise InputError(f"{wanted!r} is not among the choices.", f"Allowed: {', '.join(choices)}.")


def _split(text: str, separator: str) -> list[str]:
    """Split as CSV does: a piece that contains the separator stands in double quotes."""
    import csv

    rows = list(csv.reader([one_line(text)], delimiter=separator, skipinitialspace=True))
    return [piece.strip() for piece in rows[0]] if rows else []


def _join(pieces: Sequence[str], separator: str) -> str:
    quoted = ['"' + p.replace('"', '""') + '"' if separator in p or p.startswith('"') else p for p in pieces]
    return f"{separator} ".join(quoted)
