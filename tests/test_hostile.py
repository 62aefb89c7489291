"""Text from articles is hostile: none of it reaches the terminal as a command, a formula, markup or SQL."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.store import connect
from terminals import finish

Run = Callable[..., Any]

EVIL = {
    "rich markup": "[bold red]Days of Armenia[/bold red] open [link=http://evil.example]in Almaty[/link] [/]",
    "terminal escapes": "Days of \x1b[31mArmenia\x1b]0;owned\x07 in \x9b2J Almaty \x1b[2J",
    "nul": "Days of Arm\x00enia in Almaty\x00",
    "right to left": "Days \u202eainemrA fo\u202c in \u2066Almaty\u2069 أيام أرمينيا",
    "emoji shortcodes": ":smile: Days of Armenia :skull: in Almaty 👩‍👩‍👧",
    "sql": "Robert'); DROP TABLE articles;-- Days of Armenia in Almaty",
    "formula": '=HYPERLINK("http://evil.example","Days of Armenia") in Almaty',
    "carriage return": "Days of Armenia\rErased line in Almaty\r",
    "backspaces": "Days of Armenia\b\b\b\b\b\b\bAlbania in Almaty",
}
FLAGS = ["--type", "festival", "--country", "KZ:host", "--country", "AM"]
BAD = ["\x1b", "\x07", "\x9b", "\x00", "\u202e", "\b"]


# What rich itself may write under NO_COLOR: bold, dim, italic, underline, reverse, and their end.
OWN_STYLES = re.compile("\x1b\\[[0-47](;[0-47])*m")


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that the tests of this module copy, once the first of them has made it."""
    return tmp_path_factory.mktemp("poison") / "culturex.db"


@pytest.fixture
def poisoned(run: Run, home: Path, poison: Path) -> int:
    """A store with one article and one event for each hostile text; how many there are."""
    path = connect.find()[0]
    if poison.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(poison, path)
        return len(EVIL)
    for number, text in enumerate(EVIL.values(), 1):
        assert run("import", "-", stdin=text).code == 0
        title = text.replace("\x00", "")
        person = '"' + title.replace('"', "") + '"'
        words = ["tag", number, *FLAGS, "--title", title, "--notes", title, "--person", f"{person}; {title[:20]}"]
        assert run(*words).code == 0
    shutil.copy(path, poison)
    return len(EVIL)


@pytest.mark.parametrize(
    "words",
    ["list", "show 1", "show 2", "show 4", "articles", "search Almaty", "history", "history 2", "articles 2",
     "suggest 1 2 3 4", "suggest 2 --explain", "suggest 4 --explain", "stats --by place"],
)  # fmt: skip
def test_no_control_character_leaves_through_a_pipe(run: Run, poisoned: int, words: str) -> None:
    result = run(*words.split())
    assert result.code == 0, result.err
    assert [c for c in BAD if c in result.out + result.err] == []


@pytest.mark.parametrize(
    "words", ["list", "show 2", "show 4", "articles", "search Almaty", "suggest 2 --explain", "history 2"]
)
def test_no_escape_of_an_article_reaches_a_terminal(run: Run, poisoned: int, words: str) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "culturex", *words.split()],
        env=environment,
        dimensions=(40, 100),
        encoding="utf-8",
        timeout=20,
    )
    screen = child.read()
    finish(child)
    assert child.exitstatus == 0, screen
    assert [c for c in BAD if c in OWN_STYLES.sub("", screen)] == []


def test_markup_is_shown_as_it_was_written(run: Run, poisoned: int) -> None:
    assert EVIL["rich markup"] in run("list").out


def test_every_csv_cell_is_harmless(run: Run, poisoned: int) -> None:
    rows = list(csv.reader(io.StringIO(run("export", "csv").out), strict=True))
    assert ({len(row) for row in rows}, len(rows)) == ({len(rows[0])}, poisoned + 1)
    assert [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "@")] == []


@pytest.mark.parametrize("name", EVIL)
def test_json_holds_the_text_as_it_was_stored(run: Run, name: str) -> None:
    from culturex.text import clean

    run("import", "-", stdin=EVIL[name])
    assert run("articles", "1", "--json").json["text"].strip() == clean(EVIL[name]).strip()


HOSTILE_FILES: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "paper.txt": b"%PDF-1.7\n" + bytes(range(256)) * 8,
    "broken.json": b'{"text": "Days',
    "deep.json": b"[" * 100_000,
    "number.json": b"12",
    "no text.json": b'{"title": "x"}',
    "no text.csv": b"a,b\n1,2\n",
    "half.jsonl": b'{"text": "Days of Armenia in Almaty, a first line that is fine"}\n{"text": \n',
}


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_a_file_that_cannot_be_read_is_one_sentence_and_the_rest_goes_on(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(HOSTILE_FILES[name])
    (folder / "zz good.txt").write_text("Choirs of Latvia sang in Riga with guests from Estonia on 3 May 2021.")
    result = run("import", folder)
    assert result.code == 1
    assert "Traceback" not in result.err
    assert sum(name in line for line in result.err.splitlines()) == 1
    assert "zz good.txt" in {Path(a["source"]).name for a in run("articles", "--json").json}


def test_lone_surrogates_in_json_are_stored_as_replacement(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"text": "Days of Armenia \ud800 in Almaty", "title": "x\udfff"}))
    assert run("import", file).code == 0
    assert run("articles", "1", "--json").json["text"] == "Days of Armenia \ufffd in Almaty"


def test_ten_megabytes_on_one_line_are_imported_tagged_and_shown(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Days of Armenia in Almaty opened on 3 May 2021 with a concert. " * 160_000)
    assert run("import", file).code == 0
    assert run("tag", "--auto").code == 0
    assert run("list").code == 0


def test_a_loop_of_links_ends(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_text("Choirs of Latvia sang in Riga with guests from Estonia.")
    (folder / "sub" / "back").symlink_to(folder, target_is_directory=True)
    result = run("import", folder)
    assert (result.code, len(run("articles", "--json").json)) == (0, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("text")
    file.chmod(0)
    result = run("import", file)
    assert (result.code, "secret.txt" in result.err) == (1, True)


def test_a_missing_file_is_named(run: Run) -> None:
    result = run("import", "nowhere.txt")
    assert result.code == 1
    assert "nowhere.txt" in result.err


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=400))
def test_no_text_makes_the_suggester_or_the_cards_fail(text: str) -> None:
    from culturex.model.article import Article
    from culturex.suggest import prepare, suggest

    article = prepare(Article.of(text))
    for event in suggest(article).events:
        for evidence in event.evidence:
            if evidence.start is not None:
                assert article.text[evidence.start : evidence.end] == evidence.quote
