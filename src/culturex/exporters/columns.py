"""The columns of the one-row-per-event table: their names, what they mean, and an event's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord
from culturex.model.fields import FieldSpec, specs
from culturex.text import clean, one_line


class Column(NamedTuple):
    """A column's header and what its cells hold."""

    name: str
    description: str


# Fields that have no columns of their own: own fields get one column each, evidence shows as the first quote.
_ELSEWHERE = frozenset(("values", "evidence"))
_HEAD = (
    Column("id", "Number of the event in its store; never used again."),
    Column("uid", "Identifier of the event that is unique across stores."),
)
_TAIL = (
    Column("review", "unreviewed, accepted or rejected."),
    Column("coder", "Who coded the event."),
    Column("codebook", "Name and version of the codebook it was coded with."),
    Column("created", "When it was stored, UTC, ISO 8601."),
    Column("updated", "When it was last changed, UTC, ISO 8601."),
    Column("articles", "Numbers of the articles that report it."),
    Column("article_titles", "Titles of these articles, in the same order."),
    Column("article_outlets", "Outlets of these articles, in the same order."),
    Column("article_published", "When these articles were published (EDTF), in the same order."),
    Column("article_urls", "Addresses of these articles, in the same order."),
    Column("quote", "The passage that shows the event best."),
)
# What the further columns of a field hold; the first column is described by the field itself.
_DERIVED = {
    "date_earliest": "Earliest day that the date may mean (ISO 8601); empty where it is open.",
    "date_latest": "Latest day that the date may mean (ISO 8601); empty where it is open.",
    "countries": "Names of the countries that are parties, in English.",
    "countries_alpha2": "Their ISO 3166-1 alpha-2 codes, in the same order.",
    "countries_alpha3": "Their ISO 3166-1 alpha-3 codes, in the same order.",
    "hosts": "Alpha-2 codes of the countries that host or convene.",
    "partners": "Alpha-2 codes of the other parties.",
    "regions": "Groups of countries that are parties as such.",
    "places": "Cities, districts or provinces where it takes place.",
    "places_country": "Alpha-2 codes of the countries these lie in, in the same order.",
    "themes": "Themes of the codebook, most important first.",
    "organizations": "Bodies that take part, organise, host, sign, fund or are opened.",
    "organizations_country": "Alpha-2 codes of the countries these belong to, in the same order.",
    "people": "People named as taking part.",
    "people_title": "Their offices or professions, in the same order.",
    "people_affiliation": "The bodies these belong to, in the same order.",
}
_SIGNS = frozenset("=+-@＝＋－＠")
_FORMULA = re.compile(rf"(^|;)(\s*)(?=[{re.escape(''.join(_SIGNS))}])")


def columns(codebook: Codebook) -> list[Column]:
    """Return the columns in order; *codebook* adds one, ``own_NAME``, for each of its own fields."""
    of_fields = [
        Column(name, _DERIVED.get(name, spec.help)) for spec in _field_specs() for name in spec.kind.columns(spec.name)
    ]
    own = [Column(f"own_{f.name}", one_line(f.definition or f.label)) for f in codebook.fields.values()]
    return [*_HEAD, *of_fields, *own, *_TAIL]


def cells(record: EventRecord, codebook: Codebook) -> list[str]:
    """Return the cells of *record*, one for each of ``columns``, safe to open in a spreadsheet."""
    return [safe(cell) for cell in _cells(record, codebook)]


def _cells(record: EventRecord, codebook: Codebook) -> Iterator[str]:
    event = record.event
    yield str(record.id)
    yield record.uid
    for spec in _field_specs():
        yield from spec.kind.cells(getattr(event, spec.name))
    for name in codebook.fields:
        yield event.values.get(name, "")
    for value in (record.review, record.coder, record.codebook, record.created, record.updated):
        yield value or ""
    for attribute in ("id", "title", "outlet", "published", "url"):
        values = [getattr(article, attribute) for article in record.articles]
        yield "; ".join("" if v is None else str(v) for v in values) if any(values) else ""
    yield event.quote or ""


def _field_specs() -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in specs(Event) if spec.name not in _ELSEWHERE)


def safe(cell: str) -> str:
    r"""Return *cell* on one line, without controls, and with ``'`` before what a spreadsheet would run as a formula.

    That is a beginning with ``=``, ``+``, ``-`` or ``@`` (or their full-width forms), white space before it or not,
    of the cell or of a part after ``;``, at which some spreadsheets split cells again.

    >>> safe("=1+1"), safe("Ada; -2"), safe("twin-town\nvisit")
    ("'=1+1", "Ada; '-2", 'twin-town visit')
    """
    if not cell.isprintable():
        cell = one_line(clean(cell))
    if ";" not in cell and cell.lstrip()[:1] not in _SIGNS:
        return cell
    return _FORMULA.sub(r"\1\2'", cell)
