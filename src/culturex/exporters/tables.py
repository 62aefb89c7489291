"""Normalised tables: a CSV file for events and for each of their parts, with a description of them all.

The parts follow from the declarations in ``model.event``: a field with several values is a table ``event_FIELD``
with a row for each, in order; all other fields are columns of ``events``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from culturex.errors import InputError
from culturex.exporters.atomic import refusal
from culturex.exporters.columns import safe
from culturex.exporters.csv_file import Rows
from culturex.exporters.datapackage import Table, TableField, describe
from culturex.model.codebook import Codebook
from culturex.model.event import ArticleRef, CountryRole, Event, EventRecord, Evidence
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Date, Decimal, Kind, Number, YesNo
from culturex.model.parts import Many, Part
from culturex.text import one_line

_ID = TableField("id", "integer", "Number of the event in its store; never used again.", required=True)
_EVENT = TableField("event", "integer", "Number of the event.", required=True)
_POSITION = TableField("position", "integer", "Place among the parts of its kind of the event, from 1.", required=True)
_TYPES: dict[type[Kind], str] = {Number: "integer", Decimal: "number", YesNo: "boolean"}
_BOOKKEEPING = (
    TableField("review", "string", "unreviewed, accepted or rejected."),
    TableField("coder", "string", "Who coded the event."),
    TableField("codebook", "string", "Name and version of the codebook it was coded with."),
    TableField("created", "datetime", "When it was stored, UTC."),
    TableField("updated", "datetime", "When it was last changed, UTC."),
)
_ARTICLE = (
    TableField("id", "integer", "Number of the article in its store.", required=True),
    TableField("title", "string", "Its headline."),
    TableField("outlet", "string", "Who published it."),
    TableField("url", "string", "Its address."),
    TableField("source", "string", "The file or address it was imported from."),
    TableField("published", "string", "When it was published, EDTF."),
)


def tables() -> list[Table]:
    """Return the tables, those that others refer to first."""
    single = [f for spec in _single() for f in _fields(spec)]
    uid = TableField("uid", "string", "Identifier that is unique across stores.", required=True)
    events = Table("events", "One row for each event.", (_ID, uid, *single, *_BOOKKEEPING), ("id",))
    articles = Table("articles", "The articles that report the events.", _ARTICLE, ("id",))
    parts = [_part_table(spec) for spec in _several()]
    values = Table(
        "event_values",
        "Own fields of the codebook, one row for each value.",
        (
            _EVENT,
            TableField("field", "string", "Name of the field.", required=True),
            TableField("value", "string", "Its value."),
        ),
        ("event", "field"),
        {"event": "events"},
    )
    evidence = Table(
        "evidence",
        "The quotes that values rest on.",
        (_EVENT, _POSITION, *(f for spec in specs(Evidence) for f in _fields(spec))),
        ("event", "position"),
        {"event": "events", "article": "articles"},
    )
    reports = Table(
        "reports",
        "Which articles report which event.",
        (_EVENT, TableField("article", "integer", "Number of the article.", required=True)),
        ("event", "article"),
        {"event": "events", "article": "articles"},
    )
    return [events, articles, *parts, values, evidence, reports]


def write_tables(records: Iterable[EventRecord], folder: Path, codebook: Codebook) -> list[Path]:
    """Write *records* into *folder* as CSV files with a ``datapackage.json``; return the paths of all files.

    The folder is made where there is none. All is written into a temporary folder inside it first and moved file by
    file at the end, so that files of the same names stay as they are when anything goes wrong. Raise InputError
    where the system refuses.
    """
    made = not os.path.lexists(folder)
    if not made and not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises where it may not look
        raise InputError(f"{one_line(str(folder))} is a file.", "Name a folder for the tables.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".culturex-", dir=folder) as temporary:
            written = _write(records, Path(temporary), codebook)
            return [path.replace(folder / path.name) for path in written]
    except BaseException as error:
        if made:
            with suppress(OSError):  # not empty: then it holds something that is not ours
                folder.rmdir()
        known = refusal(error, folder / "events.csv") if isinstance(error, OSError) else None
        raise known or error from None


def _write(records: Iterable[EventRecord], folder: Path, codebook: Codebook) -> list[Path]:
    everything = tables()
    paths = [folder / f"{table.name}.csv" for table in everything]
    with ExitStack() as stack:
        files = {
            table.name: Rows(stack.enter_context(p.open("xb"))) for table, p in zip(everything, paths, strict=True)
        }
        for table in everything:
            files[table.name].add([f.name for f in table.fields])
        seen: set[int] = set()
        for record in records:
            for name, row in _rows(record, seen):
                files[name].add(row)
    package = folder / "datapackage.json"
    package.write_text(describe(everything, codebook), "utf-8")
    return [*paths, package]


def _single() -> Iterator[FieldSpec]:
    return (s for s in specs(Event) if not isinstance(s.kind, Many) and s.name != "values")


def _several() -> Iterator[FieldSpec]:
    return (s for s in specs(Event) if isinstance(s.kind, Many) and s.name != "evidence")


def _fields(spec: FieldSpec) -> Iterator[TableField]:
    """Yield the columns of a single value: one, or three for a date."""
    if isinstance(spec.kind, Date):
        name, earliest, latest = spec.kind.columns(spec.name)
        yield TableField(name, "string", spec.help)
        yield TableField(earliest, "date", "Earliest day it may mean; empty where it is open.")
        yield TableField(latest, "date", "Latest day it may mean; empty where it is open.")
    else:
        yield TableField(spec.name, _TYPES.get(type(spec.kind), "string"), spec.help)


def _part_table(spec: FieldSpec) -> Table:
    kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
    if isinstance(kind, Part):
        fields = [f for part in specs(kind.of) for f in _fields(part)]
    else:
        fields = [TableField(spec.flag or "value", "string", spec.help)]
    if isinstance(kind, Part) and kind.of is CountryRole:
        fields += [
            TableField("name", "string", "Name of the country, in English."),
            TableField("alpha3", "string", "ISO 3166-1 alpha-3 code."),
        ]
    description = f"The {spec.label} of each event, in order."
    return Table(
        f"event_{spec.name}", description, (_EVENT, _POSITION, *fields), ("event", "position"), {"event": "events"}
    )


def _rows(record: EventRecord, seen: set[int]) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows of *record*, each with its table's name; an article only when it is not among *seen*."""
    event, number = record.event, str(record.id)
    single = [cell for spec in _single() for cell in _cells(spec.kind, getattr(event, spec.name))]
    kept = [record.review, record.coder or "", record.codebook or "", record.created, record.updated]
    yield "events", [number, safe(record.uid), *single, *map(safe, kept)]
    yield from _article_rows(record, seen)
    for spec in _several():
        for position, part in enumerate(getattr(event, spec.name), 1):
            yield f"event_{spec.name}", [number, str(position), *_part_cells(part)]
    for name, value in event.values.items():
        yield "event_values", [number, safe(name), safe(value)]
    for position, evidence in enumerate(event.evidence, 1):
        yield "evidence", [number, str(position), *_part_cells(evidence)]


def _article_rows(record: EventRecord, seen: set[int]) -> Iterator[tuple[str, list[str]]]:
    known = {article.id: article for article in record.articles}
    for article in known.values():
        yield "reports", [str(record.id), str(article.id)]
    # A quote may stand in an article that is not said to report the event: it is listed, with its number alone.
    for number in (*known, *(e.article for e in record.event.evidence if e.article is not None)):
        if number not in seen:
            seen.add(number)
            ref = known.get(number) or ArticleRef(number, None, None, None, None, None)
            yield "articles", [str(ref.id), *(safe(getattr(ref, f.name) or "") for f in _ARTICLE[1:])]


def _part_cells(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield safe(part)
        return
    kind: type = type(part)
    for spec in specs(kind):
        yield from _cells(spec.kind, getattr(part, spec.name))
    if isinstance(part, CountryRole):
        from culturex import places

        country = places.country_by_code(part.code)
        yield from (country.name, country.alpha3) if country else ("", "")


def _cells(kind: Kind, value: Any) -> Iterator[str]:
    """Yield the cells of a single value; numbers stay numbers, text is made safe."""
    number = type(kind) in _TYPES
    yield from (cell if number else safe(cell) for cell in kind.cells(value))
