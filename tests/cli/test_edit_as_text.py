"""An event as commented TOML: in an editor (a script stands in for it), from a file, and back."""

from __future__ import annotations

import json
import shlex
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.cli.event_toml import string, write
from culturex.cli.event_toml_read import read
from culturex.cli.remarks import marked, unmarked
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event
from culturex.store import Store
from terminals import finish

Run = Callable[..., Any]
# Each time it is opened, the editor makes the next replacements and keeps what it was shown.
SCRIPT = """
import json, pathlib, sys
steps = pathlib.Path(sys.argv[1])
left = json.loads(steps.read_text())
target = pathlib.Path(sys.argv[2])
text = target.read_text("utf-8")
with (steps.parent / "seen.jsonl").open("a") as seen:
    seen.write(json.dumps(text) + "\\n")
step = left.pop(0) if left else {}
steps.write_text(json.dumps(left))
if step.get("exit"):
    target.write_text(step.get("text", text), "utf-8")
    sys.exit(step["exit"])
for old, new in step.get("replace", []):
    assert old in text, old
    text = text.replace(old, new, 1)
if step:
    target.write_text(step.get("text", text), "utf-8")
"""


@dataclass
class Editor:
    """An editor that does as it is told."""

    folder: Path

    def will(self, *steps: dict[str, Any]) -> None:
        """Say what to do, one step each time it is opened."""
        (self.folder / "steps.json").write_text(json.dumps(steps))

    @property
    def seen(self) -> list[str]:
        """The texts that it was shown."""
        file = self.folder / "seen.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    @property
    def command(self) -> str:
        return shlex.join([sys.executable, str(self.folder / "editor.py"), str(self.folder / "steps.json")])


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    folder = tmp_path / "editor"
    (folder / "temporary").mkdir(parents=True)
    (folder / "editor.py").write_text(SCRIPT)
    made = Editor(folder)
    made.will()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", made.command)
    monkeypatch.setattr("tempfile.tempdir", str(folder / "temporary"))
    monkeypatch.setenv("TMPDIR", str(folder / "temporary"))
    return made


def change(*pairs: tuple[str, str]) -> dict[str, Any]:
    return {"replace": pairs}


def event(run: Run, number: int = 1) -> dict[str, Any]:
    return dict(run("show", number, "--json").json)


def kept(editor: Editor) -> list[Path]:
    return sorted((editor.folder / "temporary").rglob("*.toml"))


# -- what is opened


def test_the_text_has_every_field(run: Run, library: Path) -> None:
    data = tomllib.loads(run("show", 1, "--toml").out)
    names = {"main", "title", "type", "status", "date", "date_basis", "mode", "countries", "regions", "places",
             "themes", "organizations", "people", "participants", "summary", "notes", "quotes"}  # fmt: skip
    assert set(data) == names


def test_the_codes_of_the_codebook_stand_in_comments(run: Run, library: Path) -> None:
    assert "#   modes: in_person, online, hybrid\n" in run("show", 1, "--toml").out


def test_labels_that_say_more_than_the_codes_stand_beside_them(run: Run, library: Path, tmp_path: Path) -> None:
    run("codebook", "--write", tmp_path / "own.toml")
    book = (tmp_path / "own.toml").read_text("utf-8")
    begin = book.index("[types.festival]")
    at = book.index("label = ", begin)
    end = book.index("\n", at)
    (tmp_path / "own.toml").write_text(f'{book[:at]}label = "Фестиваль"{book[end:]}', "utf-8")
    assert run("codebook", "--use", tmp_path / "own.toml").code == 0
    assert "festival (Фестиваль)" in run("show", 1, "--toml").out


def test_headline_and_quotes_stand_in_comments(run: Run, library: Path) -> None:
    shown = run("show", 1, "--toml").out
    assert "# Article 1: Days of Armenia open in Almaty\n" in shown
    assert "#   It begins on [2 to 5 May]. (date)\n" in shown


def test_hostile_text_stays_inside_its_line(run: Run, library: Path) -> None:
    with Store.open(library, write=True) as store, store.deed("edit"):
        store.replace_event(1, replace(store.event(1).event, title='"""\x1b]0;x\x07\n]\ntype = "visit"'))
    shown = run("show", 1, "--toml").out
    assert "\x1b" not in shown
    assert tomllib.loads(shown)["type"] == "festival"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_a_toml_string(text: str) -> None:
    assert tomllib.loads(f"x = {string(text)}") == {"x": text}


def test_what_is_written_reads_back_as_the_same_event(library: Path) -> None:
    with Store.open(library) as store:
        for record in store.events():
            articles = {a.id: store.article(a.id).article for a in record.articles}
            text = write(record, articles, store.codebook())
            assert read(text, record, articles, store.codebook()) == (record.event, [])


# -- the editor


def test_a_changed_value_is_stored(run: Run, library: Path, editor: Editor) -> None:
    editor.will(change(('status = "held"', 'status = "cancelled"')))
    result = run("edit", 1, "--editor")
    assert (result.code, event(run)["status"]) == (0, "cancelled")


def test_one_edit_is_one_deed(run: Run, library: Path, editor: Editor) -> None:
    before = event(run)
    editor.will(change(('status = "held"', 'status = "cancelled"'), ("participants = 120", "participants = 130")))
    run("edit", 1, "--editor")
    run("undo")
    assert {**event(run), "updated": ""} == {**before, "updated": ""}


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("participants = 120", "participants = 1_300", "participants", 1300),
        ("participants = 120", "", "participants", None),
        ('date = "2019-05-02/2019-05-05"', "date = 2019-05-03", "date", "2019-05-03"),
        ('date = "2019-05-02/2019-05-05"', "date = 2019", "date", "2019"),
        ("main = true", 'main = "no"', "main", False),
        ('themes = ["music", "crafts"]', 'themes = "film; arts"', "themes", ["film", "arts"]),
        ('summary = ""', 'summary = """\nOne.\n\nTwo."""', "summary", "One.\n\nTwo."),
        ('regions = []', 'regions = ["brics"]', "regions", ["BRICS"]),
        ('    {code = "AM", role = "partner"},', '    "Georgia:host",', "countries",
         [{"code": "KZ", "role": "host"}, {"code": "GE", "role": "host"}]),
        ("people = [", 'people = [ {name = "Li Na", role = "singer"},', "people",
         [{"name": "Li Na", "title": None, "affiliation": None, "country": None, "role": "singer"},
          {"name": "Anna Petrosyan", "title": "Minister of Culture", "affiliation": None, "country": "AM",
           "role": None}]),
        ("places = [", 'places = [ {name = "", country = ""},', "places",
         [{"name": "Almaty", "country": "KZ", "lat": 43.25, "lon": 76.95}]),
    ],
)  # fmt: skip
def test_values_are_read_as_people_write_them(
    run: Run, library: Path, editor: Editor, old: str, new: str, field: str, value: Any
) -> None:
    editor.will(change((old, new)))
    assert run("edit", 1, "--editor").code == 0
    assert event(run)[field] == value


def test_parts_may_be_tables_of_their_own(run: Run, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "e.toml"
    file.write_text('type = "visit"\n[[countries]]\ncode = "AM"\n[[countries]]\ncode = "Armnia"\n')
    result = run("edit", 1, "--from", file)
    assert f"{file}, line 5: 'Armnia' is no country" in result.err


def test_own_fields_have_a_line_each(run: Run, library: Path, editor: Editor, tmp_path: Path) -> None:
    run("codebook", "--write", tmp_path / "own.toml")
    with (tmp_path / "own.toml").open("a") as book:
        book.write('\n[fields.audience]\nlabel = "Audience"\nkind = "choice"\nchoices = ["open", "invited"]\n')
    assert run("codebook", "--use", tmp_path / "own.toml").code == 0
    editor.will(change(('values.audience = ""', 'values.audience = "invited"')))
    run("edit", 1, "--editor")
    assert event(run)["values"] == {"audience": "invited"}


def test_no_change_stores_nothing(run: Run, library: Path, editor: Editor) -> None:
    before = run("history").out
    result = run("edit", 1, "--editor")
    assert (result.code, "nothing was changed" in result.err, run("history").out) == (0, True, before)


def test_an_emptied_text_changes_nothing(run: Run, library: Path, editor: Editor) -> None:
    before = event(run)
    editor.will({"text": "# nothing\n\n"})
    assert (run("edit", 1, "--editor").code, event(run)) == (0, before)


def test_the_file_goes_when_all_is_stored(run: Run, library: Path, editor: Editor) -> None:
    editor.will(change(("participants = 120", "participants = 130")))
    run("edit", 1, "--editor")
    assert list((editor.folder / "temporary").iterdir()) == []


# -- quotes


def test_a_quote_that_was_there_keeps_its_place(run: Run, library: Path, editor: Editor) -> None:
    before = event(run)["evidence"]
    editor.will(change(("participants = 120", "participants = 130")))
    run("edit", 1, "--editor")
    assert event(run)["evidence"][0] == before[0]


def test_a_new_quote_gets_its_place_in_the_article(run: Run, library: Path, editor: Editor) -> None:
    editor.will(change(("quotes = [", 'quotes = [ {field = "people", quote = "guests came from far away"},')))
    run("edit", 1, "--editor")
    found = next(e for e in event(run)["evidence"] if e["field"] == "people")
    assert (found["quote"], found["method"], found["article"]) == ("Guests came from far away", "hand", 1)


def test_a_quote_whose_line_is_gone_is_dropped(run: Run, library: Path, tmp_path: Path) -> None:
    lines = run("show", 1, "--toml").out.splitlines()
    (tmp_path / "e.toml").write_text("\n".join(line for line in lines if 'quote = "2 to 5 May"' not in line))
    run("edit", 1, "--from", tmp_path / "e.toml")
    assert event(run)["evidence"] == []


def test_a_quote_that_stands_nowhere_is_refused(run: Run, library: Path, editor: Editor) -> None:
    editor.will(change(("quotes = [", 'quotes = [ {quote = "never said"},')))
    result = run("edit", 1, "--editor")
    assert (result.code, "'never said' does not stand in the article" in result.err) == (1, True)


# -- mistakes


def test_every_mistake_is_told_with_its_line(run: Run, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "e.toml"
    file.write_text('type = "visit"\nstatus = "dreamt"\ncountries = [\n  "KZ",\n  "Armnia",\n]\nplace = "x"\n')
    result = run("edit", 1, "--from", file)
    told = [line.removeprefix(str(file)).partition(":")[0] for line in result.err.splitlines()[:3]]
    assert (result.code, told) == (1, [", line 2", ", line 5", ", line 7"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('type = "visit"\ndate = "2019\n', 2),
        ('type = "visit"\ntype = "award"\n', 2),
        ('type = "visit"\nthemes = [\n  "film",\n', 3),
        ("type = " + "[" * 9000, 0),
    ],
)
def test_what_is_no_toml_is_told(run: Run, library: Path, text: str, line: int) -> None:
    result = run("edit", 1, "--from", "-", stdin=text)
    where = f"standard input, line {line}: " if line else "standard input: "
    assert (result.code, result.err.startswith(where)) == (1, True)


def test_remarks_stand_under_their_lines_and_come_out_again(library: Path) -> None:
    with Store.open(library) as store:
        record = store.event(1)
        text = '#^ mine\ntype = "visitt"\nsummary = """\na\n#^ mine\n"""\nthemes = [\n  "film",\n  "cars",\n]\n'
        _, problems = read(text, record, {}, store.codebook())
        with_remarks, remarks = marked(text, problems)
    lines = with_remarks.splitlines()
    under = [lines[lines.index(wrong) + 1][:10] for wrong in ('type = "visitt"', '  "cars",')]
    assert (under, unmarked(with_remarks, remarks)) == (["#^ 'visitt", "#^ 'cars' "], text)


def test_a_wrong_text_is_kept_and_named(run: Run, library: Path, editor: Editor) -> None:
    editor.will(change(('status = "held"', 'status = "dreamt"'), ("participants = 120", "participants = 130")))
    result = run("edit", 1, "--editor")
    (file,) = kept(editor)
    assert str(file) in result.err
    assert "participants = 130" in file.read_text()


def test_a_kept_text_can_be_gone_on_with(run: Run, library: Path, editor: Editor) -> None:
    editor.will(
        change(('status = "held"', 'status = "dreamt"'), ("participants = 120", "participants = 130")),
        change(('status = "dreamt"', 'status = "held"')),
    )
    run("edit", 1, "--editor")
    assert run("edit", 1, "--editor", "--from", kept(editor)[0]).code == 0
    assert event(run)["participants"] == 130


def test_an_editor_that_fails_stores_nothing_and_keeps_the_text(run: Run, library: Path, editor: Editor) -> None:
    before = event(run)
    editor.will({"exit": 3, "text": 'type = "visit"\n'})
    assert (run("edit", 1, "--editor").code, event(run)) == (1, before)
    assert kept(editor)[0].read_text() == 'type = "visit"\n'


def test_an_editor_that_is_not_there_is_one_sentence(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor -x")
    result = run("edit", 1, "--editor")
    assert (result.code, result.err.splitlines()[0][:46]) == (1, "Error: The editor 'no-such-editor' cannot be s")


def test_an_event_that_was_changed_meanwhile_is_not_overwritten(
    run: Run, library: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shlex.join([sys.executable, "-m", "culturex", "edit", "1", "--mode", "online"])
    monkeypatch.setenv("EDITOR", shlex.join(["sh", "-c", f'{other} && {editor.command} "$1"', "sh"]))
    editor.will(change(("participants = 120", "participants = 130")))
    result = run("edit", 1, "--editor")
    assert (result.code, "changed by another program" in result.err) == (1, True)
    assert (event(run)["mode"], len(kept(editor))) == ("online", 1)


@pytest.mark.parametrize("words", [["--editor", "--date", "2019"], ["--from", "x", "--clear", "date"]])
def test_flags_and_text_exclude_each_other(run: Run, library: Path, words: list[str]) -> None:
    assert run("edit", 1, *words).code == 2


def test_what_the_editor_prints_is_no_data(run: Run, library: Path, editor: Editor) -> None:
    command = shlex.join([sys.executable, "-m", "culturex", "edit", "1", "--editor", "--json"])
    import subprocess

    done = subprocess.run(f"EDITOR=cat {command}", shell=True, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["id"] == 1


# -- at a terminal


def at_terminal(*words: str) -> str:
    """Run culturex at a terminal and return what it shows."""
    import pexpect

    child = pexpect.spawn(sys.executable, ["-m", "culturex", *words], encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    finish(child)
    return str(child.before)


def test_the_editor_is_opened_again_with_remarks(run: Run, library: Path, editor: Editor) -> None:
    editor.will(
        change(('status = "held"', 'status = "dreamt"')),
        change(('status = "dreamt"', 'status = "postponed"')),
    )
    at_terminal("edit", "1", "--editor")
    assert "status = \"dreamt\"\n#^ 'dreamt' is no status of the codebook." in editor.seen[1]
    assert event(run)["status"] == "postponed"


def test_saving_the_same_mistake_again_gives_up(run: Run, library: Path, editor: Editor) -> None:
    editor.will(change(('status = "held"', 'status = "dreamt"')))
    shown = at_terminal("edit", "1", "--editor")
    assert (len(editor.seen), "nothing was changed" in shown, event(run)["status"]) == (2, True, "held")
    assert "#^" not in kept(editor)[0].read_text()


def test_a_program_that_writes_the_same_mistake_anew_gives_up(run: Run, library: Path, editor: Editor) -> None:
    editor.will(*[{"text": 'status = "dreamt"\n'}] * 4)
    shown = at_terminal("edit", "1", "--editor")
    assert (len(editor.seen), "nothing was changed" in shown) == (2, True)


# -- from Python


def test_countries_in_two_roles_are_wrong(library: Path) -> None:
    with Store.open(library) as store:
        record = replace(store.event(1), event=Event(type="visit", countries=(CountryRole("AM"),)))
        text = 'type = "visit"\ncountries = ["AM:host", "AM"]\n'
        _, problems = read(text, record, {1: Article("")}, store.codebook())
    assert [(p.line, p.message) for p in problems] == [(2, "AM is given in two roles.")]
