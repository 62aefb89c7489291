"""``culturex prompts``: templates, prompts as files, replies, and what ``show`` says of values without support."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ask.pieces import article, event, said
from culturex.store import Store

Run = Callable[..., "object"]
REPLY = json.dumps({"events": [event()]})
WRONG = json.dumps({"events": [event(countries=[said("The Kazakh city", code="UZ", role="host")], mode="at night")]})


@pytest.fixture
def one(home: Path) -> Path:
    """A store in the working folder with one article."""
    path = Path.cwd() / "culturex.db"
    with Store.open(path, write=True, coder="tester") as store, store.deed("import"):
        store.add_article(article())
    return path


def answer(folder: str, text: str) -> None:
    """Save a reply beside each prompt."""
    for path in Path(folder).glob("*.prompt.txt"):
        path.with_name(path.name.replace(".prompt.", ".reply.")).write_text(text, "utf-8")


def round_trip(run: Run, text: str = REPLY) -> object:
    run("prompts", "write", "--out", "out", "--template", "short", "--model", "m")
    answer("out", text)
    return run("prompts", "read", "out")


# -- templates


def test_without_a_command_the_group_shows_its_help(run: Run) -> None:
    result = run("prompts")
    assert (result.code, "Usage: culturex prompts" in result.err) == (2, True)


def test_a_wrong_command_of_the_group_names_the_nearest(run: Run) -> None:
    result = run("prompts", "lst")
    assert (result.code, "Did you mean list?" in result.err) == (2, True)


def test_the_shipped_templates_are_listed(run: Run) -> None:
    rows = run("prompts", "list").rows
    assert [row[0] for row in rows] == ["name", "events", "short"]


def test_the_list_is_json_too(run: Run) -> None:
    found = run("prompts", "list", "--json").json
    assert [(t["name"], t["whose"], t["file"]) for t in found] == [
        ("events", "shipped", None),
        ("short", "shipped", None),
    ]


def test_a_new_template_lies_beside_the_settings(run: Run, home: Path) -> None:
    run("prompts", "new", "mine")
    assert (home / ".config" / "culturex" / "prompts" / "mine.md").is_file()


def test_a_new_template_here_lies_beside_the_store(run: Run, one: Path) -> None:
    run("prompts", "new", "events", "--here")
    assert (one.parent / "culturex-prompts" / "events.md").is_file()
    assert [t["whose"] for t in run("prompts", "list", "--json").json] == ["store", "shipped"]


def test_a_template_that_is_there_is_not_written_over(run: Run) -> None:
    run("prompts", "new", "mine")
    result = run("prompts", "new", "mine")
    assert (result.code, "There is a template mine already" in result.err) == (1, True)


@pytest.mark.parametrize("name", ["../mine", "a/b", ".hidden", "", "c:\\x"])
def test_a_name_that_is_a_path_is_refused(run: Run, name: str) -> None:
    result = run("prompts", "new", name)
    assert (result.code, result.err.startswith("Error: ")) == (1, True)


def test_a_template_is_printed_as_it_is(run: Run) -> None:
    shown = run("prompts", "show", "short")
    assert shown.out.startswith("[system]\n")
    assert "$article" in shown.out


def test_the_shipped_template_says_which_variables_it_uses(run: Run) -> None:
    found = run("prompts", "show", "--json").json
    assert (found["name"], "codebook" in found["variables"], "schema" in found["variables"]) == ("events", True, False)


def editor(folder: Path, code: str) -> str:
    """Return an editor that runs *code* on the ``path`` of its file."""
    path = folder / "editor.py"
    path.write_text(f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{code}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_an_edited_template_is_another_version(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("prompts", "new", "mine", "--from", "short")
    monkeypatch.setenv("VISUAL", editor(home, "path.write_text(path.read_text() + 'Be brief.\\n')"))
    before = run("prompts", "show", "mine", "--json").json["version"]
    result = run("prompts", "edit", "mine")
    after = run("prompts", "show", "mine", "--json").json["version"]
    assert (result.code, after != before, after in result.err) == (0, True, True)


def test_a_template_edited_wrongly_stays_as_it_was(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("prompts", "new", "mine")
    monkeypatch.setenv("VISUAL", editor(home, "path.write_text('$artikle')"))
    before = run("prompts", "show", "mine").out
    result = run("prompts", "edit", "mine")
    assert (result.code, "$artikle" in result.err, "is kept in" in result.err) == (1, True, True)
    assert run("prompts", "show", "mine").out == before


def test_a_shipped_template_is_copied_before_it_is_edited(run: Run) -> None:
    result = run("prompts", "edit")
    assert (result.code, "culturex prompts new events" in result.err) == (1, True)


def test_a_difference_is_shown_line_by_line(run: Run, home: Path) -> None:
    run("prompts", "new", "mine")
    path = home / ".config" / "culturex" / "prompts" / "mine.md"
    path.write_text(path.read_text().replace("# Examples", "# Some examples"))
    lines = run("prompts", "diff", "mine").out.splitlines()
    assert [line for line in lines if line[0] in "+-" and line[1] not in "+-"] == ["-# Examples", "+# Some examples"]


def test_no_difference_is_said(run: Run) -> None:
    run("prompts", "new", "mine")
    result = run("prompts", "diff", "mine")
    assert (result.out, result.err) == ("", "They are the same.\n")


def test_a_prompt_is_tried_on_a_stored_article(run: Run, one: Path) -> None:
    result = run("prompts", "test", "1", "--template", "short")
    assert "headline: Almaty hosts the Days of Armenian Culture" in result.out
    assert result.err.startswith("About ")


def test_a_prompt_is_tried_on_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A visit\n\nGuests from Peru came.")
    assert "Guests from Peru came." in run("prompts", "test", str(tmp_path / "a.txt")).out


def test_a_tried_prompt_is_json_with_its_schema(run: Run, one: Path) -> None:
    (found,) = run("prompts", "test", "1", "--json").json
    assert (found["part"], found["parts"], found["schema"]["required"]) == (1, 1, ["events"])


def test_trying_stores_nothing(run: Run, one: Path) -> None:
    before = one.read_bytes()
    run("prompts", "test", "1")
    assert one.read_bytes() == before


def test_escapes_in_an_article_do_not_reach_the_terminal(run: Run, home: Path) -> None:
    Path("a.txt").write_text("A visit\n\n\x1b[31mGuests from Peru came.")
    assert "\x1b" not in run("prompts", "test", "a.txt").out


# -- by files


def test_a_round_trip_by_files_stores_the_events(run: Run, one: Path) -> None:
    result = round_trip(run)
    assert (result.code, result.err) == (0, "Took 1 reply about 1 article: 1 event.\n")
    assert run("list", "--json").json[0]["coder"] == "model:m"


def test_the_articles_are_chosen_by_number_state_and_words(run: Run, library: Path) -> None:
    assert "Wrote 2 prompts for 2 articles" in run("prompts", "write", "1", "3", "--out", "a").err
    assert "Wrote 1 prompt for 1 article" in run("prompts", "write", "--out", "b").err
    assert "Wrote 1 prompt for 1 article" in run("prompts", "write", "--text", "choirs", "--out", "c").err
    assert "Wrote 5 prompts for 5 articles" in run("prompts", "write", "--state", "tagged", "--out", "d").err
    assert "Wrote 2 prompts for 2 articles" in run("prompts", "write", "--state", "tagged", "-n", "2", "--out", "e").err


def test_writing_stores_nothing(run: Run, one: Path) -> None:
    before = one.read_bytes()
    run("prompts", "write", "--out", "out")
    assert one.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["write"], 2, "--out FOLDER"),
        (["write", "--out", "x", "--format", "pdf"], 1, "anthropic"),
        (["write", "--out", "x", "--format", "openai"], 2, "--model NAME"),
        (["write", "99", "--out", "x"], 3, "culturex articles"),
        (["write", "--out", "x", "--template", "nope"], 1, "short"),
        (["write", "--out", "x", "--budget", "600"], 1, "--budget"),
        (["write", "--out", "culturex.db"], 1, "it is a file"),
        (["read"], 2, "culturex prompts read FOLDER"),
        (["read", "nowhere"], 1, "There is no file or folder nowhere"),
        (["test", "99"], 3, "culturex articles"),
        (["compare", "1"], 1, "--model"),
        (["replies", "--reply", "7"], 3, "culturex prompts replies"),
        (["show", "nope"], 1, "events"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else None,
)
def test_every_refusal_says_what_to_do(run: Run, one: Path, words: list[str], code: int, hint: str) -> None:
    result = run("prompts", *words)
    assert (result.code, result.out, hint in result.err) == (code, "", True), result.err


def test_replies_of_nobody_want_a_name(run: Run, one: Path) -> None:
    run("prompts", "write", "--out", "out")
    answer("out", REPLY)
    result = run("prompts", "read", "out")
    assert (result.code, "--model NAME" in result.err) == (1, True)
    assert run("prompts", "read", "out", "--model", "m").code == 0


def test_a_reply_that_cannot_be_used_ends_with_1_and_its_reason(run: Run, one: Path) -> None:
    result = round_trip(run, "I cannot do that.")
    assert (result.code, "Article 1: The reply holds no JSON." in result.err) == (1, True)


def test_what_was_mended_and_refused_is_said(run: Run, one: Path) -> None:
    result = round_trip(run, f"Certainly!\n{WRONG}")
    assert "Article 1: Text around the answer was left out." in result.err
    assert "mode: 'at night' is no mode of the codebook." in result.err
    assert "1 value in them without support in the text" in result.err


def test_the_outcome_is_json_lines(run: Run, one: Path) -> None:
    run("prompts", "write", "--out", "out", "--model", "m")
    answer("out", REPLY)
    found = run("prompts", "read", "out", "--json").json
    assert (found["article"], found["events"], found["unsupported"], found["failures"]) == (1, [1], 0, [])


def test_an_empty_folder_is_said(run: Run, one: Path) -> None:
    run("prompts", "write", "--out", "out", "--model", "m")
    result = run("prompts", "read", "out")
    assert (result.code, result.err.startswith("There are no replies.")) == (0, True)


def test_reading_can_be_undone(run: Run, one: Path) -> None:
    round_trip(run)
    run("undo")
    assert run("list", "--json").json == []


# -- what is kept, and compared


def test_kept_replies_are_listed(run: Run, one: Path) -> None:
    round_trip(run, "I cannot do that.")
    (row,) = run("prompts", "replies", "1", "--json").json
    assert (row["model"], row["template"], row["status"], row["reason"]) == (
        "m", "short", "unusable", "The reply holds no JSON.",
    )  # fmt: skip
    assert run("prompts", "replies").rows[1][6] == "unusable"


def test_a_kept_reply_is_printed_whole(run: Run, one: Path) -> None:
    round_trip(run, "I cannot\x1b do that.")
    result = run("prompts", "replies", "--reply", "1")
    assert (result.out, result.err) == ("I cannot\ufffd do that.\n", "The reply holds no JSON.\n")


def test_a_store_that_is_not_there_has_no_replies(run: Run) -> None:
    assert run("prompts", "replies", "--json").json == []


def test_a_models_events_stand_beside_the_suggesters(run: Run, one: Path) -> None:
    round_trip(run, WRONG)
    result = run("prompts", "compare", "1")
    (countries,) = (row for row in result.rows if row[1] == "countries" and row[4])
    assert countries[4:6] == ["UZ:host", "no"]
    assert "seen by both" in result.err


def test_a_comparison_is_json_too(run: Run, one: Path) -> None:
    round_trip(run)
    found = run("prompts", "compare", "1", "--json").json
    assert {"suggester", "model", "fields"} == set(found[0])


# -- values without support


def test_show_marks_a_value_that_its_quote_does_not_say(run: Run, one: Path) -> None:
    round_trip(run, WRONG)
    shown = run("show", "1").out
    assert "countries: Uzbekistan (host) [unsupported: its quote does not say it]" in shown
    assert "support: 1 value without support in the text" in shown


def test_show_marks_a_value_whose_quote_is_invented(run: Run, one: Path) -> None:
    round_trip(run, json.dumps({"events": [event(date=said("one fine day", value="2019-05-09"))]}))
    shown = run("show", "1").out
    assert "[unsupported: not in the text]" in shown
    assert "quote (date, not found in the text): one fine day" in shown


def test_show_marks_a_judgement_whose_quote_is_a_scrap(run: Run, one: Path) -> None:
    round_trip(run, json.dumps({"events": [event(status=said("on", value="ongoing"))]}))
    assert "ongoing [unsupported: its quote is too short to show it]" in run("show", "1").out


def test_show_marks_nothing_that_is_supported(run: Run, one: Path) -> None:
    round_trip(run)
    assert "unsupported" not in run("show", "1").out


def test_accepting_all_leaves_what_nothing_supports(run: Run, one: Path) -> None:
    round_trip(run, json.dumps({"events": [event(), json.loads(WRONG)["events"][0]]}))
    result = run("review", "--accept")
    assert [e["review"] for e in run("list", "--json").json] == ["accepted", "unreviewed"]
    assert "Left 1 event with values that the text does not bear out" in result.err


def test_who_names_an_event_may_accept_it(run: Run, one: Path) -> None:
    round_trip(run, WRONG)
    run("review", "1", "--accept")
    assert run("list", "--json").json[0]["review"] == "accepted"


def test_json_says_how_each_quote_was_found(run: Run, one: Path) -> None:
    round_trip(run, WRONG)
    evidence = run("show", "1", "--json").json["evidence"]
    assert [(e["match"], e["supported"]) for e in evidence if e["field"] == "countries"] == [("exact", False)]
