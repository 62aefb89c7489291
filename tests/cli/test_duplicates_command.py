"""``culturex duplicates``, ``merge``, ``split`` and ``edit --take`` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PAGES = {
    "minsk": "Book fair in Minsk\n\nLithuanian books are shown in Minsk from 1 February 2018. Rasa Vaitkute opened it.",
    "vilnius": "Книги Литвы в Минске\n\nВыставка открылась 1 февраля 2018 года в Минске. Пришли 300 гостей.",
}
FLAGS = {
    "minsk": "--title 'Book fair' --type exhibition --status held --date 2018-02-01/2018-02-04 --country BY:host "
    "--country LT --place 'Minsk; BY' --person 'Rasa Vaitkute' --theme literature --quote date=1 February 2018",
    "vilnius": "--type exhibition --status planned --date 2018-02-01 --country BY:host --country LT "
    "--place 'Минск; BY' --participants 300 --theme literature",
}


@pytest.fixture
def two(run: Run) -> Run:
    """Two articles, one in English and one in Russian, each with an event by hand: events 1 and 2."""
    import shlex

    for number, (name, text) in enumerate(PAGES.items(), 1):
        Path(f"{name}.txt").write_text(text, "utf-8")
        run("import", f"{name}.txt")
        words = FLAGS[name].replace("--quote date=1 February 2018", "--quote 'date=1 February 2018'")
        assert run("tag", number, *shlex.split(words)).code == 0
    return run


def shown(run: Run, number: int) -> dict[str, Any]:
    found: dict[str, Any] = run("show", number, "--json").json
    return found


def test_a_pipe_gets_a_line_for_each_pair(two: Run) -> None:
    head, row = two("duplicates").rows
    assert dict(zip(head, row, strict=True))["other date"] == "2018-02-01"


def test_json_has_score_reasons_and_differences(two: Run) -> None:
    (pair,) = two("duplicates", "--json").json
    assert (pair["score"] > 0.7, [e["id"] for e in pair["events"]]) == (True, [1, 2])
    assert {"field": "status", "values": ["held", "planned"]} in pair["differences"]
    assert {"date", "countries", "places"} <= {r["field"] for r in pair["reasons"]}


def test_a_higher_score_asks_for_more(two: Run) -> None:
    assert two("duplicates", "--score", "1", "--json").json == []


def test_the_limit_counts_pairs(two: Run) -> None:
    assert two("duplicates", "--limit", "0", "--json").json == []


def test_a_score_beyond_one_is_usage(two: Run) -> None:
    assert two("duplicates", "--score", "7").code == 2


def test_nothing_alike_is_said(run: Run, library: Path) -> None:
    result = run("duplicates", "--country", "Benin")
    assert (result.code, len(result.rows)) == (0, 1)
    assert "No two events look like the same one" in result.err


def test_a_low_score_is_not_told_to_go_up(run: Run, library: Path) -> None:
    assert "--score" not in run("duplicates", "--country", "Benin", "--score", "0.2").err


def test_pairs_are_shown_side_by_side(two: Run) -> None:
    out = two("duplicates", "--side-by-side").out
    assert "≠ status" in out
    assert "≈ places" in out


def test_merge_says_what_the_other_tells(two: Run) -> None:
    result = two("merge", 1, 2)
    assert (result.code, result.out) == (0, "")
    assert "otherwise: status planned (article 2); here it is held" in result.err


def test_merged_events_of_one_article_are_told_by_one_article(run: Run, library: Path) -> None:
    pair = [run("tag", 1, "--type", kind, "--json").json["id"] for kind in ("festival", "visit")]
    assert "which 1 article tells now" in run("merge", *pair).err


def test_a_merged_event_lists_both_articles_in_the_export(two: Run) -> None:
    two("merge", 1, 2)
    header, row = two("export", "csv").out.splitlines()
    assert '"1; 2"' in row or ",1; 2," in row, header


def test_merge_prints_the_event_as_json(two: Run) -> None:
    assert [a["id"] for a in two("merge", 1, 2, "--json").json["articles"]] == [1, 2]


def test_fields_are_taken_from_the_other(two: Run) -> None:
    two("merge", 1, 2, "--take", "date=2", "--take", "status=2")
    event = shown(two, 1)
    assert (event["date"], event["status"], event["participants"]) == ("2018-02-01", "planned", 300)


def test_a_field_of_the_first_may_be_named_too(two: Run) -> None:
    two("merge", 1, 2, "--take", "date=1")
    assert shown(two, 1)["date"] == "2018-02-01/2018-02-04"


@pytest.mark.parametrize("words", ["date", "date=9", "=2", "colour=2"])
def test_what_cannot_be_taken_is_refused(two: Run, words: str) -> None:
    result = two("merge", 1, 2, "--take", words)
    assert result.code in (1, 2)
    assert "Hint:" in result.err


def test_a_field_is_chosen_later(two: Run) -> None:
    two("merge", 1, 2)
    assert two("edit", 1, "--take", "date=2", "--json").json["date"] == "2018-02-01"


@pytest.mark.parametrize("words", [["--take", "date"], ["--take", "date=2", "--title", "Other"]])
def test_a_choice_that_cannot_be_read_is_usage(two: Run, words: list[str]) -> None:
    two("merge", 1, 2)
    assert two("edit", 1, *words).code == 2


def test_show_tells_what_is_told_otherwise(two: Run) -> None:
    two("merge", 1, 2)
    assert "otherwise: status planned (article 2)" in two("show", 1).out.splitlines()


def test_show_puts_each_quote_under_its_article(two: Run) -> None:
    two("merge", 1, 2)
    first, second = two("show", 1).out.split("\narticle: 2;")
    assert ("[Rasa Vaitkute]" in first, "[Минск" in first, "в [Минск]е" in second) == (True, False, True)


def test_split_gives_the_article_an_event_of_its_own(two: Run) -> None:
    two("merge", 1, 2)
    result = two("split", 1, 2, "--json")
    assert (result.json["date"], result.json["places"][0]["name"]) == ("2018-02-01", "Минск")
    assert "Article 2 tells event 3 now" in result.err


def test_undo_takes_all_back(two: Run) -> None:
    before = two("list", "--json").json
    two("merge", 1, 2)
    two("edit", 1, "--take", "date=2")
    two("split", 1, 2)
    for _ in range(3):
        two("undo")
    assert two("list", "--json").json == before


def test_the_doctor_is_content_with_a_merged_store(two: Run) -> None:
    two("merge", 1, 2)
    assert two("doctor").code == 0


def test_tables_of_a_merged_event_keep_the_article_of_each_quote(two: Run) -> None:
    two("merge", 1, 2)
    two("export", "csv", "--tables", "out")
    rows = Path("out/evidence.csv").read_text("utf-8-sig").splitlines()
    assert any("Rasa Vaitkute" in row and ",1," in row for row in rows)
    assert len(Path("out/reports.csv").read_text("utf-8-sig").splitlines()) == 3


REFUSED = {
    "itself": (["merge", 1, 1], 1, "cannot be merged with itself"),
    "an event that is not there": (["merge", 1, 9], 3, "There is no event 9"),
    "the only article": (["split", 1, 1], 1, "is the only one that reports event 1"),
    "an article of another event": (["split", 1, 2], 1, "Article 2 does not report event 1"),
    "an article that is not there": (["split", 1, 9], 3, "There is no article 9"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_are_sentences(two: Run, name: str) -> None:
    words, code, said = REFUSED[name]
    result = two(*words)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_hostile_titles_stay_harmless(run: Run) -> None:
    Path("in.jsonl").write_text(
        "\n".join(json.dumps({"text": f"Page {n}. \x1b]0;own\x07 A fair."}) for n in (1, 2)), "utf-8"
    )
    run("import", "in.jsonl")
    for number in (1, 2):
        run("tag", number, "--title", "=1+1 \x1b[31m[bold]fair", "--type", "festival", "--date", "2020-05-05",
            "--country", "KZ:host", "--country", "AM", "--person", "Ada Marlow")  # fmt: skip
    assert "\x1b" not in run("duplicates").out + run("duplicates", "--side-by-side").out + run("merge", 1, 2).err
