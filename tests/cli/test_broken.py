"""What people did to the command line that broke it once: each test says what they did."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
COMMAND = [sys.executable, "-m", "culturex"]
HUGE = "99999999999999999999"


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash , its first "culturex " being the command."""
    return subprocess.run(
        ["bash", "-c", line.replace("culturex ", f"{' '.join(COMMAND)} ", 1)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def outside(path: Path, *statements: str) -> None:
    """Change the store as another program does, which does not enforce the references."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


# -- streams


@pytest.mark.parametrize("words", ["list", "show 1", "search choirs", "stats", "export csv", "--help", "--version"])
def test_standard_output_was_closed(library: Path, words: str) -> None:
    done = shell(f"culturex {words} >&-")
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_was_closed(library: Path) -> None:
    done = shell("culturex import - <&-")
    assert (done.returncode, done.stderr.startswith(b"standard input is empty.")) == (1, True)


@pytest.mark.parametrize("words", ["list", "export csv", "articles --json"])
def test_the_disk_behind_standard_output_was_full(library: Path, words: str) -> None:
    done = shell(f"culturex {words} > /dev/full")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1,
        b"Error: The output could not be written: No space left on device.",
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("words", ["articles", "list", "search кино", "show 4", "stats --by place"])
def test_the_terminal_had_an_old_encoding(library: Path, words: str, encoding: str) -> None:
    done = shell(f"culturex {words}", PYTHONIOENCODING=encoding)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_json_in_an_old_encoding_was_json_still(library: Path) -> None:
    done = shell("culturex articles --json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)[2]["title"] == "Le Bénin et la France restituent"


def test_the_locale_was_c_and_a_name_was_typed_in_cyrillic(run: Run, library: Path) -> None:
    done = shell(
        "culturex tag 6 --type visit --title Привет", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LANG="C"
    )
    assert done.returncode == 0, done.stderr
    assert run("show", 13, "--json").json["title"] == "Привет"


@pytest.mark.parametrize("words", [["search", "\udcff"], ["list", "--person", "\udcff"], ["list", "--text", "\udcff"]])
def test_bytes_that_are_no_text_were_looked_for(run: Run, library: Path, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, len(result.rows)) == (0, 1)


def test_json_was_printed_in_a_terminal_with_controls_in_a_title(run: Run, home: Path) -> None:
    run("import", "-", "--json", stdin='{"text": "A \x9b2J b"}')
    result = run("articles", 1, "--json")
    assert "\x9b" not in result.out
    assert result.json["text"] == "A \x9b2J b"


def test_the_folder_was_deleted_under_the_shell(home: Path) -> None:
    done = shell("mkdir gone && cd gone && rmdir ../gone && culturex list")
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, b"Error: The current folder is not there any more.")


# -- numbers


@pytest.mark.parametrize(
    "words",
    [["list", "-n", HUGE], ["history", "-n", HUGE], ["articles", "-n", HUGE], ["search", "-n", HUGE, "choirs"],
     ["stats", "-n", HUGE], ["export", "jsonl", "-n", HUGE]],
    ids=lambda words: words[0],
)  # fmt: skip
def test_the_limit_was_larger_than_any_number_of_sqlite(run: Run, library: Path, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, len(result.rows) > 1) == (0, True)


def test_the_number_of_an_event_was_larger_still(run: Run, library: Path) -> None:
    assert run("history", HUGE).code == 3


# -- words of the command line


def test_no_command_was_given(run: Run) -> None:
    result = run()
    assert (result.code, result.err.startswith("Usage: culturex [OPTIONS]")) == (2, True)


def test_a_command_was_mistyped(run: Run) -> None:
    assert "Did you mean list" in run("lsit").err


@pytest.mark.parametrize("words", [["list", "--type", "carnival"], ["stats", "--theme", "carz"]], ids=" ".join)
def test_a_code_that_is_in_no_codebook_was_looked_for(run: Run, library: Path, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, "Allowed: " in result.err) == (1, True)


@pytest.fixture
def own_codebook(run: Run, library: Path) -> None:
    """The library with a type "carnival" in its codebook."""
    run("codebook", "--write", "own.toml")
    with Path("own.toml").open("a") as file:
        file.write('\n[types.carnival]\nlabel = "Street Carnival"\n[fields.budget]\nkind = "number"\n')
    run("codebook", "--use", "own.toml")


@pytest.mark.parametrize("word", ["carnival", "Street Carnival"])
def test_events_were_listed_by_a_type_of_the_own_codebook(run: Run, own_codebook: None, word: str) -> None:
    run("tag", 6, "--type", "carnival")
    assert [row[0] for row in run("list", "--type", word).rows[1:]] == ["13"]


def test_events_were_listed_by_a_type_of_an_earlier_codebook(run: Run, own_codebook: None) -> None:
    run("tag", 6, "--type", "carnival")
    earlier = Path("own.toml").read_text().replace("[types.carnival]", "[types.parade]")
    Path("later.toml").write_text(earlier)
    run("codebook", "--use", "later.toml")
    assert len(run("list", "--type", "carnival").rows) == 2


def test_an_own_field_was_set_to_nothing(run: Run, own_codebook: None) -> None:
    result = run("tag", 6, "--type", "visit", "--set", "budget=", "--json")
    assert result.json["values"] == {}


# -- editing


def test_an_edit_changed_nothing_and_undo_was_typed_after_it(run: Run, library: Path) -> None:
    result = run("edit", 1, "--date", "2019-05-02/2019-05-05")
    assert result.err == "Event 1 is like that already; nothing was changed.\n"


def test_a_role_was_emptied_in_the_editor_and_nothing_said_what_that_means(run: Run, library: Path) -> None:
    comments = run("show", 1, "--toml").out
    assert "any other party. Empty: partner." in " ".join(comments.replace("\n#", " ").split())


def test_an_option_without_its_argument_hinted_at_the_help_of_all_commands(run: Run, library: Path) -> None:
    for words in ("review --only", "show --db", "prompts write --out"):
        hint = f"Hint: culturex {words.rpartition(' ')[0]} --help shows what is allowed.\n"
        assert run(*words.split()).err.endswith(hint)


def test_the_same_quote_was_given_twice(run: Run, library: Path) -> None:
    before = run("show", 1, "--json").json["evidence"]
    run("edit", 1, "--quote", "date=2 to 5 May")
    assert run("show", 1, "--json").json["evidence"] == before


@pytest.mark.parametrize("words", [["--clear", "type"], ["--type", ""]], ids=" ".join)
def test_the_type_of_an_event_was_taken_away(run: Run, library: Path, words: list[str]) -> None:
    result = run("edit", 1, *words)
    assert (result.code, "An event needs a type." in result.err) == (1, True)


def test_one_event_was_deleted(run: Run, library: Path) -> None:
    assert run("delete", 1).err == "Deleted 1 event. culturex undo brings it back.\n"


def _quotes_of(run: Run, text: str, name: str) -> list[str]:
    run("import", "-", "--format", "txt", stdin=text)
    event = run("tag", 1, "--type", "visit", "--person", name, "--json").json
    return [e["quote"] for e in event["evidence"] if e["field"] == "people"]


@pytest.mark.parametrize(
    ("text", "name", "quote"),
    [
        ("Baltic Arts Wire tells of Bob.", "A", ""),
        ("An answer came, then An Li spoke to An.", "An", "An"),
        ("Then Ann met An.", "An", "An"),
        ("Встреча в Кракове", "Краков", "Краков"),
        ("今日王明访问北京", "王明", "王明"),
    ],
)
def test_a_short_name_stood_inside_a_word(run: Run, home: Path, text: str, name: str, quote: str) -> None:
    assert _quotes_of(run, text, name) == [quote]


# -- undo and other programs


def _undo_all(run: Run) -> list[str]:
    told = []
    while "Nothing is left" not in (told[-1:] or [""])[0] and len(told) < 10:
        told.append(run("undo").err)
    return told


def test_undo_came_to_an_end_though_another_program_had_deleted_the_event(run: Run, library: Path) -> None:
    run("review", 11, "--accept")
    outside(
        library, "DELETE FROM events WHERE id = 11", "DELETE FROM reports WHERE event = 11",
        *(f"DELETE FROM event_{part} WHERE event = 11" for part in ("countries", "themes")),
    )  # fmt: skip
    assert len(_undo_all(run)) == 4


def test_undo_met_a_row_of_another_program_that_needs_what_it_takes_away(run: Run, library: Path) -> None:
    run("import", "-", stdin="Another page.")
    outside(
        library,
        "INSERT INTO events (id, uid, created, updated) VALUES (99, 'x', '2020', '2020')",
        "INSERT INTO reports (event, article) VALUES (99, 7)",
    )
    result = run("undo")
    assert (result.code, "another program" in result.err, "Traceback" in result.err) == (4, True, False)


def test_a_table_of_the_user_referred_to_an_event_that_was_deleted(run: Run, library: Path) -> None:
    outside(library, "CREATE TABLE mine (event REFERENCES events (id))", "INSERT INTO mine VALUES (1)")
    result = run("delete", 1)
    assert (result.code, "another program" in result.err) == (4, True)


def test_undo_left_alone_what_another_program_wrote(run: Run, library: Path) -> None:
    run("edit", 1, "--title", "Ours", "--mode", "online")
    outside(library, "UPDATE events SET title = 'Theirs' WHERE id = 1")
    run("undo")
    event = run("show", 1, "--json").json
    assert (event["title"], event["mode"]) == ("Theirs", "in_person")


# -- search


@pytest.mark.parametrize(
    ("words", "found"),
    [("中国", True), ("文化 中国", True), ("中国 日本", False), ('"中国 文化"', False), ("ไทย 中国", True)],
)
def test_words_of_scripts_without_spaces_were_looked_for_in_notes(
    run: Run, library: Path, words: str, found: bool
) -> None:
    run("edit", 1, "--notes", "ประเทศไทย 和中国的文化")
    assert any(row[:2] == ["event", "1"] for row in run("search", words).rows) is found
    assert any(row[0] == "1" for row in run("list", "--text", words).rows) is found


@pytest.mark.parametrize("words", ["*" * 60_000, "中" * 30_000, "中 " * 20_000, '"' * 60_000])
def test_a_very_long_search(run: Run, library: Path, words: str) -> None:
    assert [run("search", words).code, run("list", "--text", words).code, run("list", "--city", words).code] == [0] * 3


# -- counts


def test_a_century_was_no_year_and_a_year_no_month(run: Run, library: Path) -> None:
    run("edit", 1, "--date", "12XX")
    assert ["12XX", "1"] in run("stats", "--by", "year").rows
    assert ["2020", "1"] in run("stats", "--by", "month").rows


def _in_terminal(columns: int, *words: str) -> str:
    parent, child = pty.openpty()
    program = subprocess.Popen(
        [*COMMAND, *words], stdin=child, stdout=child, stderr=child, env={**os.environ, "COLUMNS": str(columns)}
    )
    os.close(child)
    written = b""
    try:
        while data := os.read(parent, 4096):
            written += data
    except OSError:
        pass  # the program has ended
    program.wait()
    os.close(parent)
    return written.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [30, 40, 60, 80])
def test_a_cross_table_was_wider_than_the_terminal(library: Path, columns: int) -> None:
    shown = _in_terminal(columns, "stats", "--by", "country,year")
    assert max(len(line) for line in shown.splitlines()) <= columns
    assert all(str(year) in shown for year in (1955, 2010, 2019, 2020, 2021, 2022, 2023, 2024))


@pytest.mark.parametrize("columns", [50, 130])
def test_a_dumb_terminal_was_taken_to_have_80_columns(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    from culturex.cli.tables import console

    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", str(columns))
    assert console(stderr=True).width == columns


# -- export


def test_the_export_was_to_go_over_the_store(run: Run, library: Path) -> None:
    result = run("export", "csv", "-o", library)
    assert (result.code, "is a database" in result.err) == (1, True)
    assert len(run("list").rows) == 12


def test_the_export_was_to_go_to_a_dash(run: Run, library: Path) -> None:
    assert run("export", "csv", "-o", "-").out == run("export", "csv").out
    assert not Path("-").exists()


def test_the_export_went_to_a_device_that_is_full(run: Run, library: Path) -> None:
    result = run("export", "json", "-o", "/dev/full")
    assert (result.code, "No space left" in result.err) == (1, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("folder", ["tables", "a/b/c", "."])
def test_the_folder_for_tables_may_not_be_written(run: Run, library: Path, folder: str) -> None:
    Path.cwd().chmod(0o555)
    result = run("export", "csv", "--tables", folder)
    Path.cwd().chmod(0o755)
    assert (result.code, "Permission denied" in result.err) == (1, True)


# -- import


@pytest.mark.parametrize("command", ["import", "suggest"])
def test_an_unset_variable_was_the_path(run: Run, library: Path, command: str) -> None:
    Path("here.txt").write_text("Some text.")
    result = run(command, "")
    assert (result.code, result.out) == (2, "")


def test_json_of_a_text_that_is_there_already_told_what_is_stored(run: Run, home: Path) -> None:
    run("import", "-", "--title", "A title", stdin="A page about choirs.")
    Path("again.txt").write_text("A page about choirs.")
    told = json.loads(run("import", "again.txt", "--json").out)
    assert (told["status"], told["id"], told["title"], told["source"]) == ("known", 1, "A title", "again.txt")


# -- settings


def test_config_told_where_the_store_comes_from(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CULTUREX_DB", str(home / "x.db"))
    assert run("config", "--json").json[0] == {"name": "store", "value": str(home / "x.db"), "from": "CULTUREX_DB"}


def test_the_reader_of_an_import_had_enough_of_it(run: Run, home: Path) -> None:
    folder = Path("many")
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Page {number}. {'Choirs sang. ' * 2000}")
    done = shell("culturex import many --json | head -c 100; exit ${PIPESTATUS[0]}")
    assert (done.returncode, b"Imported 40 articles." in done.stderr) == (0, True)
    assert len(run("articles").rows) == 41


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nothing at all.", "Saw no event in 1 article; culturex suggest ARTICLE --explain says why."),
        (
            "On 3 May 2021 Latvia and Estonia signed an agreement on culture in Riga.",
            "Suggested 1 event in 1 article; culturex list shows it, culturex review goes through it.",
        ),
    ],
)
def test_one_event_or_none_was_suggested(run: Run, home: Path, text: str, told: str) -> None:
    run("import", "-", stdin=text)
    assert run("tag", "--auto").err == told + "\n"


def test_a_quote_of_the_suggester_was_given_again_for_another_date(run: Run, library: Path) -> None:
    run("edit", 1, "--date", "2019-05", "--quote", "date=2 to 5 May")
    evidence = run("show", 1, "--json").json["evidence"]
    assert [(e["quote"], e["method"]) for e in evidence if e["field"] == "date"] == [("2 to 5 May", "hand")]


def test_a_suggestion_was_edited_and_the_suggester_came_again(run: Run, home: Path) -> None:
    run("import", "-", stdin="On 3 May 2021 Latvia and Estonia signed an agreement on culture in Riga.")
    run("tag", "--auto")
    run("edit", 1, "--title", "Mine")
    run("tag", "--auto", 1)
    assert [row[6] for row in run("list").rows[1:]] == ["Mine"]


def test_doctor_counted_one(run: Run, library: Path) -> None:
    outside(library, "UPDATE events SET notes = 'x' WHERE id = 1")
    assert any("1 change was made outside" in row[2] for row in run("doctor").rows)


def test_accepted_events_were_to_be_rejected(run: Run, library: Path) -> None:
    run("review", "--review", "accepted", "--type", "festival", "--reject")
    states = {row[0]: row[7] for row in run("list", "--review", "rejected", "--review", "unreviewed").rows[1:]}
    assert states == {"1": "rejected", "3": "rejected", "8": "rejected", "11": "unreviewed", "12": "rejected"}


def test_an_event_was_named_twice(run: Run, library: Path) -> None:
    assert run("review", 11, 11, "--accept").err == "Accepted 1 event.\n"


@pytest.mark.parametrize(
    ("setting", "said"),
    [("db = 5", "sets db to what is no text"), ('coder = ["x"]', "sets coder to what"), ("db = [", "no valid TOML")],
)
def test_the_settings_file_was_wrong(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, setting: str, said: str
) -> None:
    (home / "mine.toml").write_text(setting)
    monkeypatch.setenv("CULTUREX_CONFIG", str(home / "mine.toml"))
    monkeypatch.delenv("CULTUREX_CODER")
    result = run("config")
    assert (result.code, said in result.err) == (1, True)


def test_the_store_was_named_with_a_tilde_in_quotes(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "mine.toml").write_text('db = "~/of/mine.db"')
    monkeypatch.setenv("CULTUREX_CONFIG", str(home / "mine.toml"))
    run("import", "-", stdin="A page.")
    assert (home / "of" / "mine.db").is_file()
    assert [path.name for path in Path.cwd().iterdir()] == []


def test_another_program_wrote_what_is_no_date(run: Run, library: Path) -> None:
    outside(library, "UPDATE events SET date = 'nonsense' WHERE id = 1")
    assert (run("list").code, run("export", "csv").code) == (0, 0)
    assert any(row[0] == "dates" and "first of event 1" in row[2] for row in run("doctor").rows)
    assert run("edit", 1, "--date", "2020").code == 0


def test_another_program_wrote_spans_that_are_none(run: Run, library: Path) -> None:
    outside(library, """UPDATE articles SET furniture = '[["a", 1], 7, [5, 3], [0, 99999]]' WHERE id = 6""")
    assert run("tag", 6, "--auto").code == 0
    assert any(row[0] == "furniture" and "delete --article 6" in row[2] for row in run("doctor").rows)


def test_the_history_of_a_deleted_event_was_read(run: Run, library: Path) -> None:
    run("delete", 1)
    told = [row[5] for row in run("history", 1).rows]
    assert {"place: Almaty", "organization: Abay Opera House"} <= set(told)


def test_an_address_was_imported(run: Run, home: Path) -> None:
    result = run("import", "https://example.org/page.html")
    assert (result.code, "--url https://example.org/page.html" in result.err) == (2, True)


def test_a_country_was_given_as_host_and_as_partner(run: Run, library: Path) -> None:
    result = run("tag", 6, "--type", "visit", "--country", "GB:host", "--country", "United Kingdom")
    assert (result.code, "GB is given in two roles" in result.err) == (1, True)
