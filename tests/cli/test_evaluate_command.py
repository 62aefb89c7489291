"""``culturex evaluate``: the suggester and coders against reference codings, from the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., Any]


@pytest.fixture
def study(home: Path) -> Path:
    """A folder with the sample articles and their codings side by side."""
    shutil.copytree(ROOT / "samples", Path.cwd() / "samples")
    return Path.cwd() / "samples"


@pytest.fixture
def one(study: Path) -> Path:
    """References of one article: the choir in Vilnius."""
    folder = Path.cwd() / "one"
    folder.mkdir()
    shutil.copy(study / "codings" / "choir-in-vilnius.json", folder)
    return folder


def test_the_figures_are_lines_with_tabs_in_a_pipe(run: Run, study: Path) -> None:
    result = run("evaluate", study / "codings")
    assert result.rows[0] == ["measure", "figure", "right", "extra", "missed", "precision", "recall"]
    assert {len(row) for row in result.rows} == {7}
    assert [row[0] for row in result.rows[11:14]] == ["events", "OVERALL", "title"]


def test_the_summary_goes_to_standard_error(run: Run, study: Path) -> None:
    result = run("evaluate", study / "codings")
    overall = next(row[1] for row in result.rows if row[0] == "OVERALL")
    assert (result.code, result.err) == (0, f"8 articles, OVERALL {overall}\n")


def test_the_json_has_every_figure(run: Run, study: Path) -> None:
    data = run("evaluate", study / "codings", "--json").json
    assert (data["coder"], data["articles"], data["missing"]) == ("suggester", 8, [])
    assert 0 < data["themes"] <= 1
    assert "misses" not in data


def test_the_details_are_the_misses(run: Run, study: Path) -> None:
    result = run("evaluate", study / "codings", "--details")
    data = run("evaluate", study / "codings", "--details", "--json").json
    assert result.rows[0] == ["article", "field", "reference", "coding", "quote"]
    assert len(result.rows) == len(data["misses"]) + 1


def test_quotes_of_the_suggester_stand_in_the_pages(run: Run, study: Path) -> None:
    assert run("evaluate", study / "codings", "--json").json["quotes found"] == 1.0


def test_a_floor_that_is_reached_ends_with_0(run: Run, study: Path) -> None:
    assert run("evaluate", study / "codings", "--fail-under", "0.1").code == 0


def test_a_floor_that_is_missed_ends_with_1_and_a_sentence(run: Run, study: Path) -> None:
    result = run("evaluate", study / "codings", "--fail-under", "1", "--json")
    assert (result.code, result.json["articles"]) == (1, 8)
    assert f"Error: OVERALL is {result.json['overall']:.4f}, lower than 1.\n" in result.err


@pytest.mark.parametrize("place", [".", "../articles", "elsewhere"])
def test_the_articles_are_found(run: Run, study: Path, one: Path, place: str) -> None:
    folder = (one / place).resolve()
    folder.mkdir(exist_ok=True)
    shutil.copy(study / "articles" / "choir-in-vilnius.txt", folder)
    named = ["--articles", folder] if place == "elsewhere" else []
    assert run("evaluate", one, *named, "--json").json["missing"] == []


def test_an_article_that_is_not_there_is_named(run: Run, study: Path) -> None:
    (study / "articles" / "livres-cotonou.html").unlink()
    result = run("evaluate", study / "codings", "--json")
    assert (result.code, result.json["missing"]) == (1, ["livres-cotonou"])
    assert "There is no article for livres-cotonou.json." in result.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "broken.json is no valid JSON"),
        (b"[" * 100_000, "broken.json is no valid JSON"),
        (b"[]", "broken.json cannot be used: The coding must be a JSON object."),
        (b'{"events": [{"people": "Anna"}]}', "broken.json cannot be used: events[0].people must be a JSON array."),
    ],
)
def test_a_broken_reference_is_named_and_the_others_are_scored(
    run: Run, study: Path, content: bytes, said: str
) -> None:
    (study / "codings" / "broken.json").write_bytes(content)
    result = run("evaluate", study / "codings", "--json")
    assert (result.code, result.json["articles"]) == (1, 8)
    assert said in result.err


def test_broken_references_are_named_where_there_is_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_bytes(b"{")
    result = run("evaluate", tmp_path)
    assert result.code == 1
    assert "broken.json is no valid JSON" in result.err
    assert "There is no reference coding that can be used." in result.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nowhere"], 1, "There is no folder nowhere."),
        (["samples/README.md"], 1, "samples/README.md is no folder."),
        (["samples/articles"], 1, "samples/articles holds no reference codings."),
        (["one"], 1, "None of the articles can be read."),
        (["samples/codings", "--articles", "nowhere"], 1, "There is no folder nowhere."),
        (["samples/codings", "--coder", "anna", "--articles", "samples/articles"], 2, "those in the store"),
        (["samples/codings", "--fail-under", "85"], 2, "--fail-under"),
        ([], 2, "FOLDER"),
        (["samples/codings", "--coder", "anna"], 1, "None of the articles is coded by 'anna' in the store."),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, one: Path, words: list[str], code: int, said: str) -> None:
    result = run("evaluate", *words)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_hostile_text_in_a_reference_is_made_harmless(run: Run, one: Path, study: Path) -> None:
    file = one / "choir-in-vilnius.json"
    data = json.loads(file.read_text("utf-8"))
    data["events"][0]["places"] = [{"name": "Vil\x1b[31m\tnius\ud800"}]
    file.write_text(json.dumps(data), "utf-8")
    result = run("evaluate", one, "--articles", study / "articles", "--details")
    assert "Vil�[31m nius�" in result.out


# -- coders


@pytest.fixture
def stored(run: Run, study: Path) -> Path:
    """The sample articles in a store, with the suggester's events."""
    run("import", study / "articles")
    run("tag", "--auto")
    return study


def test_the_suggesters_events_in_the_store_score_as_when_made(run: Run, stored: Path) -> None:
    fresh = run("evaluate", stored / "codings", "--json").json
    kept = run("evaluate", stored / "codings", "--coder", "suggester", "--json").json
    assert kept == fresh


def test_a_coder_is_scored_on_the_events_of_that_coder(run: Run, stored: Path, one: Path) -> None:
    number = next(row[0] for row in run("articles").rows if "Gyumri choir" in row[4])
    run("tag", number, "--type", "performance", "--date", "2024-10-12", "--main", "--status", "held")
    data = run("evaluate", one, "--coder", "tester", "--json").json
    assert (data["coder"], data["main type"], data["main date"], data["countries"]) == ("tester", 1.0, 1.0, 0.0)


def test_rejected_events_do_not_count(run: Run, study: Path, one: Path) -> None:
    run("import", study / "articles" / "choir-in-vilnius.txt")
    for kind in ("performance", "award"):
        run("tag", "1", "--type", kind)
    run("review", "2", "--reject")
    counts = run("evaluate", one, "--coder", "tester", "--json").json["counts"]["events"]
    assert counts["right"] + counts["extra"] == 1


def test_an_article_marked_as_without_events_is_coded(run: Run, study: Path) -> None:
    run("import", study / "articles")
    number = next(row[0] for row in run("articles").rows if "sister city" in row[4])
    run("tag", number, "--no-event")
    result = run("evaluate", study / "codings", "--coder", "tester", "--json")
    assert len(result.json["missing"]) == 7


def test_articles_without_a_coding_are_said(run: Run, stored: Path) -> None:
    (stored / "codings" / "unknown.json").write_text('{"article": {}, "events": []}', "utf-8")
    result = run("evaluate", stored / "codings", "--coder", "suggester")
    assert "1 without a coding, counted as coded with nothing: unknown" in result.err


def test_an_unknown_coder_is_told_who_there_is(run: Run, stored: Path) -> None:
    result = run("evaluate", stored / "codings", "--coder", "anna")
    assert (result.code, "Coders in it: suggester." in result.err) == (1, True)


def test_two_articles_of_one_name_are_not_guessed_between(run: Run, stored: Path) -> None:
    other = Path.cwd() / "other" / "choir-in-vilnius.txt"
    other.parent.mkdir()
    other.write_text("Another text altogether, of another choir.", "utf-8")
    run("import", other)
    result = run("evaluate", stored / "codings", "--coder", "suggester")
    assert (result.code, "both go by the name choir-in-vilnius" in result.err) == (1, True)


def test_evaluating_makes_no_store(run: Run, study: Path, home: Path) -> None:
    run("evaluate", study / "codings")
    assert list(home.rglob("*.db")) == []


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("type", "vist", "events[0].type 'vist' is not in the codebook."),
        ("date", "May 2019", "events[0].date 'May 2019' is no EDTF date."),
        ("themes", ["music", "musik"], "events[0].themes 'musik' is not in the codebook."),
        ("countries", [{"code": "LT", "role": "hosts"}], "events[0].countries 'hosts' is not in the codebook."),
    ],
)
def test_a_value_that_agrees_with_nothing_is_named_and_scored(
    run: Run, one: Path, key: str, value: Any, told: str
) -> None:
    file = one / "choir-in-vilnius.json"
    coding = json.loads(file.read_text("utf-8"))
    coding["events"][0][key] = value
    file.write_text(json.dumps(coding), "utf-8")
    result = run("evaluate", one, "--articles", ROOT / "samples" / "articles", "--json")
    assert (result.code, result.json["articles"]) == (1, 1)
    assert f"In choir-in-vilnius.json {told} It is scored as it stands.\n" in result.err
