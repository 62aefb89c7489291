"""The sorts of value that an event has: each reads itself from text, writes itself as text, and knows its SQL type,
JSON schema and CSV columns.

For every kind, ``parse(format(value)) == value``. To add a sort of value, add one class here. Kinds made of others
(parts of an event, several values) are in ``parts``.
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
    # Whether a value holds several, so that its flag may be repeated; and whether absence is null in JSON (and not an
    # empty array or object).
    many = False
    nullable = True

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
        """Return the date as written and its earliest and latest day (ISO; empty where open or no date)."""
        if not value or not edtf.is_valid(value):
            return (value or "", "", "")
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


class Own(Kind):
    """The codebook's own fields: a mapping of name to text."""

    nullable = False

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
