"""CSV, JSON and JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.exporters import EXPORTERS, columns
from culturex.exporters.columns import safe
from culturex.model import codebook
from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord
from culturex.model.schema import record_to_dict

from .conftest import EMPTY, FULL, HARMFUL, RECORDS, golden


def exported(name: str, book: Codebook, records: tuple[EventRecord, ...] = RECORDS) -> bytes:
    out = io.BytesIO()
    assert EXPORTERS[name](iter(records), out, book) == len(records)
    return out.getvalue()


def table(book: Codebook, *records: EventRecord) -> list[dict[str, str]]:
    text = exported("csv", book, records).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_writes_what_its_golden_file_shows(name: str, book: Codebook) -> None:
    produced = exported(name, book)
    assert produced == golden(f"events.{name}", produced)


@pytest.mark.parametrize("name", EXPORTERS)
def test_records_are_written_as_they_come(name: str, book: Codebook) -> None:
    out = io.BytesIO()
    sizes = []

    def records() -> Iterator[EventRecord]:
        for record in RECORDS:
            sizes.append(out.tell())
            yield record

    EXPORTERS[name](records(), out, book)
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_stream_stays_open(name: str, book: Codebook) -> None:
    out = io.BytesIO()
    EXPORTERS[name]([], out, book)
    assert not out.closed


def test_csv_has_one_line_for_each_event_and_one_for_the_header(book: Codebook) -> None:
    assert exported("csv", book).count(b"\n") == len(RECORDS) + 1


def test_csv_has_no_byte_order_mark(book: Codebook) -> None:
    assert exported("csv", book).startswith(b"id,uid,")


def test_columns_are_those_of_the_header(book: Codebook) -> None:
    assert list(table(book, FULL)[0]) == [column.name for column in columns(book)]


def test_column_names_are_unique(book: Codebook) -> None:
    names = [column.name for column in columns(book)]
    assert len(names) == len(set(names))


def test_every_column_says_what_it_holds(book: Codebook) -> None:
    said = [column.description for column in columns(book)]
    assert all(text.endswith(".") for text in said)
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", "7"),
        ("main", "yes"),
        ("date", "2023-04-03/2023-04-07"),
        ("date_earliest", "2023-04-03"),
        ("date_latest", "2023-04-07"),
        ("countries", "France; Armenia"),
        ("countries_alpha2", "FR; AM"),
        ("countries_alpha3", "FRA; ARM"),
        ("hosts", "FR"),
        ("partners", "AM"),
        ("places", "Lyon; Ville d’à côté"),
        ("places_country", "FR; "),
        ("themes", "music; youth"),
        ("participants", "300"),
        ("summary", "A concert. And workshops."),
        ("own_sponsor", "Rotary"),
        ("articles", "3; 4"),
        ("article_titles", "Choir from Gyumri sings in Lyon; Хор из Гюмри в Лионе"),
        ("article_outlets", "City of Lyon; "),
        ("article_urls", "https://lyon.example/a; "),
        ("article_published", "2023-04-05; "),
        ("quote", "gave a concert in the town hall"),
    ],
)
def test_csv_cell(column: str, cell: str, book: Codebook) -> None:
    assert table(book, FULL)[0][column] == cell


def test_an_event_without_anything_has_empty_cells(book: Codebook) -> None:
    row = table(book, EMPTY)[0]
    assert {name for name, cell in row.items() if cell} == {"id", "uid", "main", "review", "created", "updated"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\r=", "\n@", "\u00a0+", "＝", "＋", "－", "＠"])
def test_a_cell_that_begins_like_a_formula_is_made_harmless(start: str) -> None:
    assert safe(f"{start}1+1").lstrip()[0] == "'"


def test_a_part_behind_a_semicolon_that_begins_like_a_formula_is_made_harmless() -> None:
    assert safe("Bo; =1+1") == "Bo; '=1+1"


@pytest.mark.parametrize("text", ["", "a=b", "twin-town", "2023-04-03/..", "'quoted'", "a; b", "Ö; ü", "淄博市"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_brings_a_formula_or_a_control_into_a_cell(text: str) -> None:
    cell = safe(text)
    assert "\n" not in cell
    assert "\x00" not in cell
    assert not any(part.lstrip()[:1] in tuple("=+-@＝＋－＠") for part in cell.split(";") if part.strip())


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=[])), max_size=3))
def test_any_text_gives_csv_that_a_strict_reader_takes(titles: list[str]) -> None:
    out = io.BytesIO()
    records = [EventRecord(i, Event(title=t), str(i), "unreviewed", None, None, "", "") for i, t in enumerate(titles)]
    EXPORTERS["csv"](records, out, codebook.default())
    rows = list(csv.reader(io.StringIO(out.getvalue().decode("utf-8"), newline=""), strict=True))
    assert [len(row) for row in rows] == [len(columns(codebook.default()))] * (len(titles) + 1)


def test_json_is_an_array_of_records(book: Codebook) -> None:
    assert json.loads(exported("json", book)) == [json.loads(json.dumps(record_to_dict(r))) for r in RECORDS]


def test_json_of_nothing_is_an_empty_array(book: Codebook) -> None:
    assert json.loads(exported("json", book, ())) == []


def test_json_lines_reads_back_as_the_same_text(book: Codebook) -> None:
    line = exported("jsonl", book, (HARMFUL,))
    assert json.loads(line)["summary"] == HARMFUL.event.summary


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800"])
@pytest.mark.parametrize("name", EXPORTERS)
def test_what_a_terminal_would_obey_is_never_written(char: str, name: str, book: Codebook) -> None:
    record = EventRecord(1, Event(title=f"a{char}b"), "u", "unreviewed", None, None, "", "")
    assert char not in exported(name, book, (record,)).decode("utf-8")
