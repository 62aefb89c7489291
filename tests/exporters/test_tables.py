"""Normalised tables with their Data Package."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from culturex.errors import InputError
from culturex.exporters import write_tables
from culturex.model import codebook
from culturex.model.codebook import Codebook
from culturex.model.event import EventRecord

from .conftest import FULL, RECORDS, golden


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables") / "out"
    write_tables(RECORDS, folder, codebook.default())
    return folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_frictionless_finds_the_package_valid(written: Path) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    result = subprocess.run(command, cwd=written, capture_output=True, text=True, check=False)
    report = json.loads(result.stdout)
    assert report["valid"], report
    assert report["stats"]["tasks"] == 11


def test_frictionless_finds_a_broken_reference(written: Path, tmp_path: Path) -> None:
    for path in written.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "reports.csv").write_text("event,article\n7,99\n", "utf-8")
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert not json.loads(result.stdout)["valid"]


def test_the_description_is_that_of_the_golden_file(written: Path) -> None:
    produced = (written / "datapackage.json").read_bytes()
    assert produced == golden("datapackage.json", produced)


def test_all_files_are_named_and_nothing_else_is_left(tmp_path: Path, book: Codebook) -> None:
    assert sorted(write_tables(RECORDS, tmp_path, book)) == sorted(tmp_path.iterdir())


def test_each_event_is_one_row(written: Path) -> None:
    assert [row["id"] for row in rows(written, "events")] == ["7", "8", "9"]


def test_parts_stand_in_order(written: Path) -> None:
    found = [(r["position"], r["code"], r["role"], r["name"], r["alpha3"]) for r in rows(written, "event_countries")]
    assert found == [("1", "FR", "host", "France", "FRA"), ("2", "AM", "partner", "Armenia", "ARM")]


def test_coordinates_stay_numbers(written: Path) -> None:
    assert [(r["lat"], r["lon"]) for r in rows(written, "event_places")][-1] == ("-53.1638", "-70.9171")


def test_a_formula_is_made_harmless_here_too(written: Path) -> None:
    assert rows(written, "event_people")[2]["name"] == "'=1+1"


def test_own_fields_have_their_table(written: Path) -> None:
    assert rows(written, "event_values")[0] == {"event": "7", "field": "sponsor", "value": "Rotary"}


def test_evidence_keeps_its_offsets(written: Path) -> None:
    first = rows(written, "evidence")[0]
    assert (first["start"], first["end"], first["article"], first["confidence"]) == ("10", "31", "3", "0.9")


def test_an_article_that_reports_two_events_is_listed_once(tmp_path: Path, book: Codebook) -> None:
    again = EventRecord(10, FULL.event, "x", "accepted", None, None, FULL.created, FULL.updated, FULL.articles)
    write_tables([FULL, again], tmp_path, book)
    assert [row["id"] for row in rows(tmp_path, "articles")] == ["3", "4"]
    assert len(rows(tmp_path, "reports")) == 4


def test_a_failure_leaves_old_tables_as_they_were(tmp_path: Path, book: Codebook) -> None:
    write_tables([FULL], tmp_path, book)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken() -> Iterator[EventRecord]:
        yield RECORDS[1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_tables(broken(), tmp_path, book)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_failure_takes_back_the_folder_it_made(tmp_path: Path, book: Codebook) -> None:
    def broken() -> Iterator[EventRecord]:
        raise ValueError
        yield

    with pytest.raises(ValueError):
        write_tables(broken(), tmp_path / "new", book)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path, book: Codebook) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(InputError, match="is a file"):
        write_tables([], tmp_path / "out", book)


def test_tables_of_no_events_have_their_headers(tmp_path: Path, book: Codebook) -> None:
    write_tables([], tmp_path, book)
    assert (tmp_path / "reports.csv").read_text("utf-8") == "event,article\n"
