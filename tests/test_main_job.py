"""The main job on real articles, from files to a table and a CSV file, and back to an empty store."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from culturex.store import Store, connect
from culturex.workflow import suggesting, tag_auto

Run = Callable[..., Any]


def test_the_samples_end_in_events_with_armenia(run: Run, samples: Path) -> None:
    assert run("import", samples).code == 0
    assert run("tag", "--auto").code == 0
    listed = run("list", "--country", "Armenia")
    assert len(listed.rows) >= 5
    assert all("Armenia" in row[4] for row in listed.rows[1:])


def test_the_embassy_page_gives_its_events(run: Run, reference: Path) -> None:
    run("import", reference / "articles")
    run("tag", "--auto")
    events = run("list", "--country", "Armenia", "--json").json
    found = {(e["type"], e["status"], e["date"]) for e in events}
    assert {
        ("festival", "proposed", "2017"),
        ("meeting", "held", "2016-10-14"),
        ("agreement", "held", "2010-04"),
    } <= found


def test_the_csv_export_is_strict_csv(run: Run, samples: Path) -> None:
    run("import", samples)
    run("tag", "--auto")
    rows = list(csv.DictReader(io.StringIO(run("export", "csv").out), strict=True))
    assert len(rows) == len(run("list").rows) - 1
    assert all(None not in row for row in rows)


def test_the_same_import_again_adds_nothing(run: Run, samples: Path) -> None:
    run("import", samples)
    again = run("import", samples)
    assert again.code == 0
    assert "Imported 0 articles; 8 already there." in again.err
    assert "already there as article 1" in again.err


def test_undo_repeated_gives_an_empty_store(run: Run, samples: Path) -> None:
    run("import", samples)
    run("tag", "--auto")
    run("tag", "1", "--type", "visit", "--country", "AM")
    run("review", "1", "--accept")
    run("delete", "1")
    steps = 0
    while "Nothing is left" not in run("undo").err:
        steps += 1
        assert steps < 20
    assert steps == 5
    assert (run("articles", "--json").json, run("list", "--json").json) == ([], [])


def test_tag_auto_again_changes_nothing(run: Run, samples: Path) -> None:
    run("import", samples)
    run("tag", "--auto")
    before = run("list").out
    run("tag", "--auto")
    assert run("list").out == before


def test_tag_auto_reads_an_article_named_twice_once(run: Run, samples: Path) -> None:
    run("import", samples)
    run("tag", "--auto", "1")
    before = [row[1:] for row in run("list").rows]
    run("tag", "--auto", "1", "1")
    assert [row[1:] for row in run("list").rows] == before


def test_tag_auto_leaves_the_store_free_while_it_reads(run: Run, samples: Path) -> None:
    run("import", samples)
    beside = sqlite3.connect(connect.find()[0], timeout=0.1)
    written: list[bool] = []

    def write() -> bool:
        beside.execute("BEGIN IMMEDIATE").connection.rollback()  # raises where the store is locked
        written.append(True)
        return False

    with Store.open(connect.find()[0], write=True) as store:
        tag_auto(store, store.article_ids(), stop=write)
    beside.close()
    assert len(written) == 8


def test_tag_auto_in_many_batches_is_one_deed(run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "BATCH_SECONDS", 0.0)
    run("import", samples)
    run("tag", "--auto")
    run("undo")
    assert run("list", "--json").json == []


def test_tag_auto_leaves_what_a_person_coded(run: Run, samples: Path) -> None:
    run("import", samples)
    run("tag", "1", "--type", "visit", "--country", "AM", "--title", "Mine")
    run("tag", "--auto", "1")
    assert [row[6] for row in run("list").rows[1:]] == ["Mine"]


@pytest.mark.parametrize("deed", [("--no-event",), ("--type", "visit", "--country", "AM", "--title", "Mine")])
def test_tag_auto_leaves_what_a_person_codes_meanwhile(run: Run, samples: Path, deed: tuple[str, ...]) -> None:
    run("import", samples)
    states: list[list[str]] = []

    def decide() -> bool:
        if not states:
            run("tag", "1", *deed)
            states.append([a["state"] for a in run("articles", "--json").json])
        return False

    with Store.open(connect.find()[0], write=True) as store:
        tag_auto(store, [1], stop=decide)
    assert [a["state"] for a in run("articles", "--json").json] == states[0]
    assert all(e["title"] == "Mine" for e in run("list", "--json").json)


def test_tag_auto_goes_on_where_an_article_is_deleted_meanwhile(run: Run, samples: Path) -> None:
    run("import", samples)
    asked: list[int] = []

    def delete() -> bool:
        if not asked:
            run("delete", "--article", "2")
        asked.append(1)
        return False

    with Store.open(connect.find()[0], write=True) as store:
        tag_auto(store, [1, 2, 3], stop=delete)
    assert {e["articles"][0]["id"] for e in run("list", "--json").json} == {1, 3}


def test_the_store_can_be_read_with_sqlite_alone(run: Run, samples: Path) -> None:
    run("import", samples)
    run("tag", "--auto")
    plain = sqlite3.connect(connect.find()[0])
    rows = plain.execute("SELECT date, countries, title FROM event_list WHERE countries LIKE '%Armenia%'").fetchall()
    plain.close()
    assert len(rows) == len(run("list", "--country", "AM").rows) - 1


def flags_of(event: dict[str, Any]) -> list[str]:
    """Return the flags that code *event*, a reference coding."""
    words = ["--main" if event["main"] else "--not-main", "--quote", event["quote"]]
    for field, flag in (("title", "title"), ("type", "type"), ("status", "status"), ("date", "date"), ("mode", "mode")):
        if event[field]:
            words += [f"--{flag}", event[field]]
    words += [w for c in event["countries"] for w in ("--country", f"{c['code']}:{c['role']}")]
    words += [w for r in event["regions"] for w in ("--region", r)]
    words += [w for p in event["places"] for w in ("--place", f"{p['name']}; {p['country']}")]
    words += [w for t in event["themes"] for w in ("--theme", t)]
    quote = '"{}"'.format
    words += [w for o in event["organizations"] for w in ("--organization", quote(o["name"].replace('"', '""')))]
    for person in event["people"]:
        parts = [quote((person[k] or "").replace('"', '""')) for k in ("name", "title", "affiliation")]
        words += ["--person", "; ".join(parts)]
    if event["participants"] is not None:
        words += ["--participants", str(event["participants"])]
    return words


def same(coded: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """Return where a coded event differs from a reference event; keys that the reference lacks do not count."""
    wrong = []
    for key, value in wanted.items():
        got = coded[key]
        if isinstance(value, list) and value and isinstance(value[0], dict):
            got = (
                [{k: part[k] for k in like} for part, like in zip(got, value, strict=False)]
                if len(got) == len(value)
                else got
            )
        if got != value:
            wrong.append(f"{key}: {got!r} is not {value!r}")
    return wrong


def test_flags_give_the_reference_coding_field_by_field(run: Run, reference: Path) -> None:
    run("import", reference / "articles")
    articles = {Path(a["source"]).stem: a["id"] for a in run("articles", "--json").json}
    for file in sorted((reference / "gold").glob("*.json")):
        for event in json.loads(file.read_text("utf-8"))["events"]:
            result = run("tag", articles[file.stem], *flags_of(event), "--json")
            assert result.code == 0, result.err
            assert same(result.json, event) == [], file.stem
