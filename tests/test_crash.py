"""Nothing is lost or half done when a program is killed, stopped, or has to share the store."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from culturex.store import Store
from culturex.store.doctor import examine

COMMAND = [sys.executable, "-m", "culturex"]


@pytest.fixture(autouse=True)
def db(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that all programs of a test share."""
    monkeypatch.setenv("CULTUREX_DB", str(Path.cwd() / "culturex.db"))
    return Path.cwd() / "culturex.db"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 1,200 small articles, which are only read."""
    target = tmp_path_factory.mktemp("articles")
    for number in range(1200):
        text = f"Choirs meet {number}\n\nOn 3 May 2021 choirs from Latvia and Estonia sang in Riga. " * 3
        (target / f"{number:04}.txt").write_text(text)
    return target


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def stored(path: Path) -> int:
    if not path.exists():
        return 0
    connection = sqlite3.connect(path, timeout=5)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def is_whole(path: Path) -> bool:
    with Store.open(path, write=True) as store:
        return all(finding.ok for finding in examine(store.connection, None))


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_import_leaves_whole_articles(folder: Path, seed: int, db: Path) -> None:
    program = start("import", folder)
    deadline = time.monotonic() + 20
    wanted = random.Random(seed).randint(0, 3) * 200
    while stored(db) < wanted and program.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(seed).random() / 20)
    program.kill()
    program.communicate()
    there = stored(db)
    if there:
        assert is_whole(db)
        with Store.open(db) as store:
            assert store.connection.execute("SELECT count(*) FROM articles WHERE text = ''").fetchone()[0] == 0
    done = subprocess.run([*COMMAND, "import", folder], capture_output=True, text=True, check=False)
    assert (done.returncode, stored(db), is_whole(db)) == (0, 1200, True)


def test_ctrl_c_keeps_what_was_done_and_says_so(folder: Path, db: Path) -> None:
    program = start("import", folder)
    deadline = time.monotonic() + 20
    while stored(db) == 0 and time.monotonic() < deadline:
        time.sleep(0.005)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate()
    if program.returncode == 0:
        pytest.skip("the import had ended before the signal came")
    kept = stored(db)
    assert program.returncode == 130
    assert "Traceback" not in err
    assert f"Interrupted. Imported {kept:,} articles" in err
    assert is_whole(db)


def test_an_interrupted_import_is_one_deed(run: Callable[..., Any], folder: Path, db: Path) -> None:
    run("import", folder)
    run("undo")
    assert stored(db) == 0


def test_two_imports_at_once_lose_nothing(folder: Path, db: Path) -> None:
    programs = [start("import", folder), start("import", folder)]
    errors = [p.communicate()[1] for p in programs]
    assert [p.returncode for p in programs] == [0, 0], errors
    assert stored(db) == 1200


def test_a_command_waits_for_another_one(library: Path) -> None:
    other = sqlite3.connect(library, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    program = start("review", 11, "--accept")
    time.sleep(1)
    other.execute("COMMIT")
    other.close()
    _, err = program.communicate()
    assert (program.returncode, err) == (0, "Accepted 1 event.\n")


def test_an_export_that_fails_leaves_the_old_file(
    run: Callable[..., Any], library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from culturex.exporters import csv_file

    whole = csv_file.cells

    def failing(record: Any, codebook: Any) -> list[str]:
        if record.id == 8:
            raise OSError("a failure half way")
        return whole(record, codebook)

    target = tmp_path / "events.csv"
    target.write_text("old")
    monkeypatch.setattr(csv_file, "cells", failing)
    result = run("export", "csv", "-o", target)
    assert result.code != 0
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if "events" in p.name] == ["events.csv"]


def test_a_full_disk_is_a_sentence_and_the_store_stays_whole(library: Path, folder: Path) -> None:
    """A limit on the size of files stands for the disk that is full."""
    limited = f"ulimit -f 400; {' '.join(COMMAND)} import {folder}"
    done = subprocess.run(["bash", "-c", f"trap '' XFSZ; {limited}"], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 4
    assert is_whole(library)


def test_json_lines_of_an_import_are_whole_even_when_it_is_stopped(folder: Path, db: Path) -> None:
    program = start("import", folder, "--json")
    assert program.stdout is not None
    lines = [program.stdout.readline() for _ in range(3)]
    program.send_signal(signal.SIGINT)
    program.communicate()
    assert [json.loads(line)["status"] for line in lines] == ["new"] * 3
