"""What a person wrote into an event's TOML: the event, or everything that is wrong, each with its line."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from culturex.cli.event_toml import QUOTE_KEYS, QUOTES
from culturex.cli.remarks import Path, Problem, lines_of
from culturex.cli.wording import fields
from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord, Evidence
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Kind, Own, YesNo
from culturex.model.parts import CountryRoles, Many, Part
from culturex.text import locate, one_line

_LINE = re.compile(r"at line (\d+)")


class _Wrong(Exception):
    """A value that cannot be used, by its place in the text."""

    def __init__(self, path: Path, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.message = f"{message} {hint}" if hint else message


@dataclass
class _Reader:
    record: EventRecord
    articles: Mapping[int, Article]
    codebook: Codebook
    wrong: list[_Wrong]


def read(
    text: str, record: EventRecord, articles: Mapping[int, Article], codebook: Codebook
) -> tuple[Event, list[Problem]]:
    """Return the event that *text* describes, made from *record*, and what is wrong with it, in order of the lines.

    The event counts only where nothing is wrong. A quote that was there keeps its place, rule and confidence; a new one
    must stand in one of the *articles*.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        return record.event, [Problem(line, f"This is no valid TOML: {error}.")]
    except RecursionError:
        return record.event, [Problem(0, "This is nested too deeply.")]
    reader = _Reader(record, articles, codebook, [])
    event = _event(data, reader)
    lines = lines_of([w.path for w in reader.wrong], text)
    problems = [Problem(lines.get(w.path, 0), one_line(w.message)) for w in reader.wrong]
    return event, sorted(problems, key=lambda p: p.line)


# -- values


def _event(data: dict[str, Any], reader: _Reader) -> Event:
    values: dict[str, Any] = {}
    known = {s.name: s for s in fields()}
    for name in data:
        if name not in known and name != QUOTES:
            reader.wrong.append(_Wrong((name,), f"An event has no field {name!r}.", _near(name, [*known, QUOTES])))
    for spec in known.values():
        try:
            values[spec.name] = _field(spec, data.get(spec.name), reader)
        except _Wrong as wrong:
            reader.wrong.append(wrong)
    event = replace(Event(), **{name: value for name, value in values.items() if value is not None})
    if reader.record.event.type and not event.type and "type" in values:
        codes = ", ".join(reader.codebook.codes("types"))
        reader.wrong.append(_Wrong(("type",), "An event needs a type.", f"Allowed: {codes}."))
    return replace(event, evidence=_evidence(data.get(QUOTES, []), event, reader))


def _field(spec: FieldSpec, value: Any, reader: _Reader) -> Any:
    """Return the value of a field, None where it is empty; raise _Wrong, or note what is wrong with single values."""
    if value is None:
        return None
    if isinstance(spec.kind, Own):
        return _own(spec.kind, value, reader)
    if not isinstance(spec.kind, Many):
        return _value(spec.kind, value, (spec.name,), reader.codebook)
    if isinstance(value, str):
        return _parse(spec.kind, value, (spec.name,), reader.codebook)
    if not isinstance(value, list):
        raise _Wrong((spec.name,), f"{spec.label.capitalize()} must be an array.", "Write [...].")
    found = []
    for at, one in enumerate(value):
        try:
            found.append(_value(spec.kind.kind, one, (spec.name, at), reader.codebook))
        except _Wrong as wrong:
            reader.wrong.append(wrong)
    values = tuple(dict.fromkeys(v for v in found if v is not None))
    if isinstance(spec.kind, CountryRoles):
        _check_roles(found, reader)
    return values


def _check_roles(countries: Sequence[Any], reader: _Reader) -> None:
    seen: dict[str, str] = {}
    for at, country in enumerate(countries):
        if country and seen.setdefault(country.code, country.role) != country.role:
            reader.wrong.append(_Wrong(("countries", at), f"{country.code} is given in two roles."))


def _value(kind: Kind, value: Any, path: Path, codebook: Codebook) -> Any:
    if isinstance(kind, Part) and isinstance(value, dict):
        return _part(kind, value, path, codebook)
    if isinstance(value, (dict, list)):
        raise _Wrong(path, "This must be a plain value.", 'Write "...".')
    if isinstance(value, bool) and not isinstance(kind, YesNo):
        raise _Wrong(path, "This must be a text.", 'Write "...".')
    if isinstance(value, str):
        return _parse(kind, value, path, codebook)
    # A date without quotation marks is one of TOML's own, and a year a number.
    return _parse(kind, value.isoformat() if isinstance(value, date) else kind.format(value), path, codebook)


def _parse(kind: Kind, text: str, path: Path, codebook: Codebook) -> Any:
    try:
        return kind.parse(text, codebook)
    except InputError as error:
        raise _Wrong(path, error.message, error.hint) from None


def _part(kind: Part, cells: dict[str, Any], path: Path, codebook: Codebook) -> Any:
    declared = {s.name: s for s in specs(kind.of)}
    for name in cells:
        if name not in declared:
            raise _Wrong((*path, name), f"There is no key {name!r} here.", _near(name, declared))
    read = {n: _value(declared[n].kind, cell, (*path, n), codebook) for n, cell in cells.items()}
    there = {n: v for n, v in read.items() if v is not None}
    first = next(iter(declared))
    if there and first not in there:
        # A role that stands alone is what the empty line to be filled in may leave.
        raise _Wrong(path, f"The {first} is missing.")
    return kind.of(**there) if there else None


def _own(kind: Own, value: Any, reader: _Reader) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _Wrong(("values",), "This must be a table.", 'Write values.FIELD = "...".')
    before = reader.record.event.values
    found: dict[str, str] = {}
    for name, one in value.items():
        if name in before and before[name] == one:
            found[name] = one  # also where an older codebook had the field
            continue
        try:
            if isinstance(one, (dict, list)):
                raise _Wrong(("values", name), "This must be a plain value.", 'Write "...".')
            text = ("yes" if one else "no") if isinstance(one, bool) else str(one)
            found |= _parse(kind, f"{name}={text}", ("values", name), reader.codebook)
        except _Wrong as wrong:
            reader.wrong.append(_Wrong(("values", name), wrong.message))
    return {name: one for name, one in found.items() if one}


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name, names, n=1)
    return f"Did you mean {near[0]}?" if near else f"Allowed: {', '.join(names)}."


# -- quotes


def _evidence(quotes: Any, event: Event, reader: _Reader) -> tuple[Evidence, ...]:
    """Return the evidence that is left of the record's, in its order, and the new one behind it."""
    before = reader.record.event.evidence
    wanted: Counter[tuple[str, str | None, str]] = Counter()
    new = []
    there = Counter(_key(e) for e in before)
    if not isinstance(quotes, list):
        reader.wrong.append(_Wrong((QUOTES,), "Quotes must be an array.", "Write [...]."))
        return before
    for at, row in enumerate(quotes):
        try:
            quote = _quote(row, (QUOTES, at))
            if quote is None:
                continue
            if wanted[_key(quote)] < there[_key(quote)]:
                wanted[_key(quote)] += 1
            else:
                new.append(_placed(quote, event, (QUOTES, at), reader))
        except _Wrong as wrong:
            reader.wrong.append(wrong)
    return (*_left(before, wanted), *new)


def _key(evidence: Evidence) -> tuple[str, str | None, str]:
    return evidence.field, evidence.value or None, evidence.quote


def _left(before: Iterable[Evidence], wanted: Counter[tuple[str, str | None, str]]) -> Iterator[Evidence]:
    for evidence in before:
        if not evidence.quote:
            yield evidence
        elif wanted[_key(evidence)] > 0:
            wanted[_key(evidence)] -= 1
            yield evidence


def _quote(row: Any, path: Path) -> Evidence | None:
    """Return the field, value and quote that one line tells; None for a line that was left empty."""
    if isinstance(row, str):
        row = {"quote": row}
    if not isinstance(row, dict) or any(not isinstance(v, str) for v in row.values()):
        raise _Wrong(path, "A quote is a table of texts.", 'Write {field = "event", quote = "..."}.')
    for name in row:
        if name not in QUOTE_KEYS:
            raise _Wrong((*path, name), f"There is no key {name!r} here.", _near(name, QUOTE_KEYS))
    quote = Evidence(row.get("field", "").strip() or "event", row.get("value") or None, row.get("quote", ""))
    return quote if quote.quote.strip() else None


def _placed(quote: Evidence, event: Event, path: Path, reader: _Reader) -> Evidence:
    """Return a new *quote* with its article and its place there."""
    by_name = {s.name: s for s in specs(Event) if s.flag} | {s.flag: s for s in specs(Event) if s.flag}
    own = quote.field.startswith("values.") and quote.field.removeprefix("values.") in reader.codebook.fields
    if quote.field != "event" and quote.field not in by_name and not own:
        names = ["event", *(s.name for s in fields())]
        raise _Wrong(path, f"An event has no field {quote.field!r}.", _near(quote.field, names))
    spec = by_name.get(quote.field)
    value = quote.value
    if spec and value is None and not spec.many:
        value = spec.kind.format(getattr(event, spec.name)) or None
    for number, article in reader.articles.items():
        if span := locate(quote.quote, article.text):
            found = article.text[span.start : span.end]
            field = spec.name if spec else quote.field
            return Evidence(field, value, found, span.start, span.end, method="hand", article=number)
    raise _Wrong(
        path, f"{one_line(quote.quote)[:60]!r} does not stand in the article.", "Copy the passage from its text."
    )
