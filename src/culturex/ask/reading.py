"""One event of a reply as values of the model: what each key says, the quote it comes with, and what is turned away.

A model is asked for ``{"quote": ..., "value": ...}``; a bare value is read too, as are quotes in an ``evidence`` list
(the shape of ``suggest --json``). Nothing is held against the article here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from culturex import places
from culturex.ask.schema import BARE, asked, inner, part_fields
from culturex.errors import InputError
from culturex.model.event import CountryRole
from culturex.model.fields import FieldSpec
from culturex.model.kinds import Country, Date, Kind, Own, Region, own_value
from culturex.model.parts import Part
from culturex.text import clean, harmless, one_line

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook

# More than anybody says of one event: values of a field, characters of a value and of a quote.
_VALUES, _LONG, _LONG_QUOTE = 60, 300, 2000
# What models write where there is nothing to say.
_NOTHING = frozenset({"", "null", "none", "n/a", "na", "unknown", "not stated", "not specified", "...", "…", "-", "—"})
_TIME = re.compile(r"^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d\S*$")


@dataclass(frozen=True, slots=True)
class Told:
    """One value that a model gives: the *field*, the *value* itself, the value as *text*, and the *quote* for it."""

    field: str
    value: Any
    text: str
    quote: str


@dataclass(slots=True)
class Telling:
    """One event as a model tells it. *quote* is that of the event as a whole; *refusals* say what was turned away.

    *language* is that of the article (ISO 639-1), None where it is unknown.
    """

    number: int
    language: str | None = None
    quote: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How sentences call it: by its number and title."""
        title = self.values.get("title")
        return f"Event {self.number} ({title})" if title else f"Event {self.number}"

    def refuse(self, about: str, why: str) -> None:
        """Note that a value was turned away."""
        self.refusals.append(f"{self.name}, {about}: {why}")


def read_event(raw: Mapping[str, Any], number: int, codebook: Codebook, language: str | None = None) -> Telling:
    """Return what a model tells in one object of its reply about an article in a *language*.

    Never raises: what cannot be read is refused.
    """
    keys = {str(k).strip().casefold(): v for k, v in raw.items()}
    telling = Telling(number, language, quote_in(keys))
    quotes = _quotes_beside(keys.get("evidence"))
    telling.quote = telling.quote or quotes.get("event", [("", "")])[0][1]
    for spec in sorted(asked(), key=lambda s: s.name != "title"):
        if isinstance(spec.kind, Own):
            _own(telling, keys.get(spec.name), codebook, quotes)
            continue
        values = list(_each(telling, spec, keys.get(spec.name), codebook))
        if spec.name in BARE:
            telling.values[spec.name] = tuple(dict.fromkeys(values)) if spec.many else next(iter(values), None)
            continue
        for value, quote in values:
            text = _written(value, spec)
            telling.told.append(Told(spec.name, value, text, quote or _beside(quotes, spec.name, text)))
    return telling


def _written(value: Any, spec: FieldSpec) -> str:
    """Return a value as evidence writes it: names alone, countries with their role."""
    if isinstance(value, CountryRole):
        return f"{value.code}:{value.role}"
    return getattr(value, "name", None) or inner(spec).format(value)


def quote_in(keys: Mapping[str, Any]) -> str:
    """Return the quote in an object, empty where there is none."""
    quote = keys.get("quote")
    text = clean(quote[:_LONG_QUOTE]).strip() if isinstance(quote, str) else ""
    return "" if text.casefold() in _NOTHING else text


def _each(telling: Telling, spec: FieldSpec, raw: Any, codebook: Codebook) -> Iterator[Any]:
    """Yield the values of a field, each with its quote where the field wants quotes; refuse what cannot be read."""
    several = raw if isinstance(raw, list) else [raw]
    if len(several) > _VALUES:
        telling.refuse(spec.label, f"only the first {_VALUES} of {len(several):,} values were read.")
    if not spec.many and len(several) > 1:
        telling.refuse(spec.label, "only the first of several values was read.")
        several = several[:1]
    for one in several[:_VALUES]:
        quote, bare = _unwrapped(one, spec)
        try:
            value = _value(telling, inner(spec), bare, codebook)
        except InputError as error:
            telling.refuse(spec.label, error.message)
            continue
        if value is not None:
            yield value if spec.name in BARE else (value, quote)


def _unwrapped(one: Any, spec: FieldSpec) -> tuple[str, Any]:
    """Return the quote of a value and the value without it."""
    if not isinstance(one, Mapping):
        return "", one
    keys = {str(k).strip().casefold(): v for k, v in one.items()}
    quote = quote_in(keys)
    if isinstance(inner(spec), Part):
        return quote, keys
    names = ("value", spec.name, "name", "code")
    return quote, next((keys[n] for n in names if n in keys), keys if keys.keys() - {"quote"} else None)


def _value(telling: Telling, kind: Kind, raw: Any, codebook: Codebook) -> Any:
    """Return the value that *raw* is of a *kind*, None where it says nothing; raise InputError where it is none."""
    if isinstance(kind, Part) and isinstance(raw, Mapping):
        return _part(telling, kind.of, raw, codebook)
    text = _text(raw, kind)
    if isinstance(kind, Date) and (timed := _TIME.match(text)):
        text = timed.group(1)
    if isinstance(kind, Country | Region) and text:
        return (_country if isinstance(kind, Country) else _region)(text, telling.language)
    return kind.parse(text, codebook) if text else None


def _country(text: str, language: str | None) -> str:
    """Return the code of a country as a model names it: by a code, or a name as English or the article writes it.

    A user's slip is taken in good part; of a model's word nothing is made that it is not ("come", "island").
    """
    found = places.country(text, "en") or places.country(text, language or "en")
    if found is None:
        raise InputError(f"{one_line(text)!r} is no country that culturex knows.")
    return found.code


def _region(text: str, language: str | None) -> str:
    """Return the name of a group of countries, or the text itself for one that the gazetteer does not know."""
    found = places.group(text, "en") or places.group(text, language or "en")
    return found.name if found else one_line(text)


def _text(raw: Any, kind: Kind) -> str:
    if raw is None or (isinstance(raw, str) and one_line(raw[:20]).casefold() in _NOTHING):
        return ""
    if isinstance(raw, (Mapping, list)):
        raise InputError("a plain value is wanted.")
    if isinstance(kind, Part) and not isinstance(raw, str):
        raise InputError("an object is wanted.")
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    written = raw if isinstance(raw, str) else kind.format(raw)
    if len(written) > _LONG:
        raise InputError(f"{one_line(written[:40])!r}... has {len(written):,} characters.")
    return clean(written)


def _part(telling: Telling, part: type, keys: Mapping[str, Any], codebook: Codebook) -> Any:
    """Return the part that an object describes; only its first field must be right, others are refused one by one."""
    values: dict[str, Any] = {}
    first, *others = part_fields(part)
    values[first.name] = _value(telling, first.kind, keys.get(first.name, keys.get("value")), codebook)
    if values[first.name] is None:
        return None
    for spec in others:
        try:
            value = _value(telling, spec.kind, keys.get(spec.name), codebook)
        except InputError as error:
            telling.refuse(f"{spec.label} of {values[first.name]}", error.message)
            continue
        if value is not None:
            values[spec.name] = value
    return part(**values)


def _own(telling: Telling, raw: Any, codebook: Codebook, quotes: Mapping[str, list[tuple[str, str]]]) -> None:
    """Read the codebook's own fields."""
    if not isinstance(raw, Mapping):
        return
    if len(raw) > _VALUES:
        telling.refuse("values", f"only the first {_VALUES} of {len(raw):,} were read.")
    for name, one in islice(raw.items(), _VALUES):
        keys = {str(k): v for k, v in one.items()} if isinstance(one, Mapping) else {"value": one}
        try:
            own = codebook.own(str(name)[:_LONG])
            text = _text(keys.get("value"), Kind())
            value = own_value(own.kind, own.choices, text, codebook) if text else ""
        except InputError as error:
            telling.refuse(one_line(str(name)[:40]), error.message)
            continue
        if value:
            field_name = f"values.{own.name}"
            quote = quote_in(keys) or _beside(quotes, field_name, value)
            telling.told.append(Told(field_name, value, value, quote))


def _quotes_beside(raw: Any) -> dict[str, list[tuple[str, str]]]:
    """Return the values and quotes of an ``evidence`` list by field."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in raw[: 20 * _VALUES] if isinstance(raw, list) else ():
        if isinstance(one, Mapping) and (quote := quote_in(one)):
            name = one.get("field")
            value = one.get("value")
            found.setdefault(name if isinstance(name, str) else "event", []).append((str(value or "")[:_LONG], quote))
    return found


def _beside(quotes: Mapping[str, Sequence[tuple[str, str]]], name: str, text: str) -> str:
    """Return the quote that an ``evidence`` list has for a value: under its text, or the only one of its field."""
    own = quotes.get(name, ())
    bare = text.partition(":")[0] if name == "countries" else text
    same = next((q for v, q in own if harmless(v).strip().casefold() in (text.casefold(), bare.casefold())), "")
    return same or (own[0][1] if len(own) == 1 else "")


def is_double(value: Any, earlier: Sequence[Any]) -> bool:
    """Tell whether a value of a field of several stands there already; a country has one role only."""
    if isinstance(value, CountryRole):
        return any(value.code == other.code for other in earlier)
    return any(value == other or getattr(value, "name", 0) == getattr(other, "name", 1) for other in earlier)
