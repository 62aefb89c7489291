"""What every command keeps to: streams, JSON, exit codes, one error door, no prompt without a terminal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from culturex.cli.reference import names

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "object"]

# How each command with --json is called on a store with events, and on one without any.
READING = {
    "articles": ["articles"],
    "list": ["list"],
    "search": ["search", "benin"],
    "stats": ["stats"],
    "duplicates": ["duplicates"],
    "history": ["history"],
    "codebook": ["codebook"],
    "doctor": ["doctor"],
    "config": ["config"],
    "models": ["models"],
    "show": ["show", "1"],
    "history of an event": ["history", "1"],
    "one article": ["articles", "1"],
    "evaluate": ["evaluate", str(ROOT / "samples" / "codings")],
}
EMPTY_LIST = ["articles", "list", "search", "stats", "duplicates", "history"]


@pytest.mark.parametrize("name", names())
def test_every_command_has_help(run: Run, name: str) -> None:
    result = run(*name.split(), "--help")
    assert (result.code, result.out.startswith(f"Usage: culturex {name}")) == (0, True)


@pytest.mark.parametrize("name", names())
def test_every_command_stands_in_the_reference(name: str) -> None:
    assert f"## culturex {name}\n" in (ROOT / "docs" / "cli.md").read_text("utf-8")


@pytest.mark.parametrize("name", names())
def test_a_wrong_flag_is_usage(run: Run, name: str) -> None:
    result = run(*name.split(), "--no-such-flag")
    assert (result.code, result.out) == (2, "")
    assert "--no-such-flag" in result.err
    assert "--help" in result.err


@pytest.mark.parametrize("name", READING)
def test_json_is_all_that_standard_output_holds(run: Run, library: Path, name: str) -> None:
    result = run(*READING[name], "--json")
    json.loads(result.out)
    assert result.code == 0


@pytest.mark.parametrize("name", EMPTY_LIST)
def test_a_store_that_is_not_there_reads_as_empty(run: Run, name: str) -> None:
    result = run(*READING[name], "--json")
    assert (result.code, json.loads(result.out)) == (0, [])
    assert "There is no store at" in result.err


@pytest.mark.parametrize("name", EMPTY_LIST)
def test_reading_makes_no_store(run: Run, home: Path, name: str) -> None:
    run(*READING[name], "--json")
    assert list(home.rglob("*.db")) == []


@pytest.mark.parametrize(
    "words",
    [["show", "99"], ["edit", "99", "--date", "2020"], ["delete", "99"], ["history", "99"], ["articles", "99"],
     ["tag", "99", "--auto"], ["tag", "99", "--type", "visit"], ["tag", "99", "--no-event"],
     ["review", "99", "--accept"], ["delete", "--article", "99"], ["suggest", "99"]],
    ids=" ".join,
)  # fmt: skip
def test_an_unknown_number_ends_with_3(run: Run, library: Path, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.out) == (3, "")
    assert re.match(r"Error: There is no (event|article) 99\.\nHint: culturex (list|articles) shows", result.err)


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["tag", "6", "--type", "carnival"], "festival"),
        (["tag", "6", "--type", "visit", "--status", "dreamt"], "postponed"),
        (["tag", "6", "--type", "visit", "--theme", "cars"], "performing_arts"),
        (["tag", "6", "--type", "visit", "--date", "next May"], "2024-05-08"),
        (["tag", "6", "--type", "visit", "--country", "Armnia"], "Armenia"),
        (["tag", "6", "--type", "visit", "--country", "AM:guest"], "partner"),
        (["tag", "6", "--type", "visit", "--participants", "many"], "digits"),
        (["tag", "6", "--type", "visit", "--set", "colour=red"], "Own fields"),
        (["tag", "6", "--type", "visit", "--quote", "never written"], "Copy the passage"),
        (["tag", "6", "--country", "AM"], "--type"),
        (["edit", "1", "--clear", "colour"], "country"),
        (["list", "--country", "Armnia"], "Armenia"),
        (["list", "--type", "carni val!"], "festival"),
        (["list", "--since", "soon"], "2024-05-08"),
        (["list", "--sort", "colour"], "-date"),
        (["stats", "--by", "colour"], "country"),
        (["export", "pdf"], "csv"),
        (["articles", "--state", "odd"], "tagged"),
        (["codebook", "colours"], "themes"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else v,
)
def test_every_refusal_says_what_is_allowed(run: Run, library: Path, words: list[str], allowed: str) -> None:
    result = run(*words)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Error: ")
    assert allowed in result.err


@pytest.mark.parametrize("words", [["tag"], ["tag", "6"], ["review"]], ids=" ".join)
def test_no_prompt_appears_without_a_terminal(run: Run, library: Path, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert "--" in result.err


def test_importing_nothing_without_a_terminal_is_usage(run: Run) -> None:
    assert run("import").code == 2


@pytest.mark.parametrize("words", [["list"], ["articles"], ["export", "csv"], ["codebook"]], ids=" ".join)
def test_a_pipe_may_close_early(library: Path, words: list[str]) -> None:
    command = f"{sys.executable} -m culturex {' '.join(words)} | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (0, 1, "")


def test_a_locked_store_ends_with_4(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    from culturex.store import connect

    monkeypatch.setattr(connect, "PATIENCE", 0.1)
    other = sqlite3.connect(library, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = run("delete", "1")
    other.close()
    assert (result.code, result.err.startswith("Error: The store")) == (4, True)


def test_our_own_mistake_ends_with_70_and_its_traceback(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from culturex.store import listing

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(listing, "listing", broken)
    result = run("list")
    assert (result.code, "Traceback" in result.err, result.out) == (70, True, "")


def test_version(run: Run) -> None:
    from culturex import __version__

    assert run("--version").out == f"culturex {__version__}\n"


def test_the_store_may_be_named_before_or_after_the_command(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "moved.db"
    library.rename(target)
    before, after = run("--db", target, "list"), run("list", "--db", target)
    assert before.out == after.out
    assert len(before.rows) == 12


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("words", [["--help"], ["list"], ["list", "--country", "Armenia"]], ids=" ".join)
def test_short_commands_load_no_heavy_module(library: Path, words: list[str]) -> None:
    done = python("-X", "importtime", "-m", "culturex", *words)
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    heavy = {"sqlite_utils", "rich", "questionary", "prompt_toolkit", "trafilatura", "lxml", "pydantic", "click",
             "charset_normalizer", "dateutil", "llm", "openai", "tenacity", "anyascii"}  # fmt: skip
    assert done.returncode == 0
    assert loaded & heavy == set()


@pytest.mark.parametrize("words", [["list"]], ids=" ".join)
def test_a_list_needs_no_model(library: Path, words: list[str]) -> None:
    done = python("-X", "importtime", "-m", "culturex", *words)
    assert "culturex.model.event" not in done.stderr


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, culturex; print(sorted(m for m in sys.modules if m.split('.')[0] in ('typer', 'rich')))"
    assert python("-c", code).stdout == "[]\n"


def test_completion_can_be_installed(home: Path) -> None:
    done = python("-m", "culturex", "--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 0
    assert "culturex" in done.stdout


def test_a_new_store_that_a_variable_hides_is_told(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CULTUREX_DB", str(home / "other.db"))
    result = run("init")
    assert (result.code, result.out) == (0, "")
    assert f"Other commands use {home / 'other.db'}, which CULTUREX_DB names; " in result.err


def test_a_new_store_that_is_found_from_here_needs_no_more_words(run: Run) -> None:
    assert run("init").err.count("\n") == 1
