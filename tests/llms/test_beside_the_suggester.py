"""A model beside the suggester: both compared, and one filled from the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from replies import RIGHT, event, reply, write_articles

from loopback import Loopback

Run = Callable[..., Any]
Serve = Callable[..., Loopback]
CHOIR = {"quote": "choirs from Latvia", "name": "Choirs from Latvia", "role": "performer", "country": "LV"}
INVENTED = {"quote": "The Baltic Song Union sang too.", "name": "Baltic Song Union", "role": "host", "country": "LV"}


@pytest.fixture
def article(run: Run, tmp_path: Path) -> None:
    """One article in a store in the working folder."""
    run("init")
    run("import", write_articles(tmp_path / "choirs", 1))


@pytest.mark.usefixtures("article")
def test_comparing_stores_no_event(run: Run, serve: Serve) -> None:
    serve(RIGHT)
    assert run("tag", "--model", "loop", "--compare").code == 0
    assert (run("list", "--json").json, run("articles", "--json").json[0]["state"]) == ([], "new")


@pytest.mark.usefixtures("article")
def test_what_was_compared_is_stored_without_asking_again(run: Run, serve: Serve) -> None:
    server = serve(RIGHT)
    run("tag", "--model", "loop", "--compare")
    run("tag", "--model", "loop")
    assert (len(server.asked), len(run("list", "--json").json)) == (1, 1)


@pytest.mark.usefixtures("article")
def test_both_values_of_a_field_stand_side_by_side(run: Run, serve: Serve) -> None:
    serve(reply(event(date={"quote": "On 3 May 2021", "value": "2021"})))
    rows = {row[2]: row for row in run("tag", "--model", "loop", "--compare").rows}
    assert rows["date"] == ["1", "1", "date", "2021-05-03", "yes", "2021", "yes", "no"]


@pytest.mark.usefixtures("article")
def test_a_value_without_evidence_is_shown_as_such(run: Run, serve: Serve) -> None:
    serve(reply(event(date={"quote": "It was in June 1999", "value": "1999-06"})))
    found = run("tag", "--model", "loop", "--compare", "--json").json[0]["pairs"][0]["fields"]
    dates = next(row for row in found if row["field"] == "date")
    assert (dates["suggested_evidence"], dates["proposed_evidence"]) == ("yes", "no")


@pytest.mark.usefixtures("article")
def test_who_saw_what_is_counted(run: Run, serve: Serve) -> None:
    serve(reply())
    told = run("tag", "--model", "loop", "--compare").err
    assert "1 article: 0 events seen by both, 1 by the suggester only, 0 by the model only" in told


def test_comparing_nothing_is_an_empty_list(run: Run, serve: Serve) -> None:
    serve(RIGHT)
    assert run("tag", "--model", "loop", "--compare", "--json").json == []


@pytest.mark.usefixtures("article")
def test_what_the_suggester_left_empty_is_filled(run: Run, serve: Serve) -> None:
    serve(reply(event(organizations=[CHOIR])))
    run("tag", "--model", "loop", "--fill")
    found = run("show", "1", "--json").json
    methods = {e["field"]: e["method"] for e in found["evidence"]}
    assert ([o["name"] for o in found["organizations"]], found["coder"]) == (
        ["Choirs from Latvia"],
        "suggester+model:loop",
    )
    assert (methods["organizations"], methods["date"].partition(":")[0]) == ("model:loop", "rule")


@pytest.mark.usefixtures("article")
def test_nothing_is_filled_with_what_nothing_supports(run: Run, serve: Serve) -> None:
    serve(reply(event(organizations=[INVENTED])))
    run("tag", "--model", "loop", "--fill")
    assert run("show", "1", "--json").json["organizations"] == []


@pytest.mark.usefixtures("article")
def test_what_was_filled_replaces_what_was_suggested(run: Run, serve: Serve) -> None:
    serve(reply(event(organizations=[CHOIR])))
    run("tag", "--auto")
    run("tag", "--model", "loop", "--fill", "1")
    run("tag", "--model", "loop", "--fill", "1")
    assert [e["coder"] for e in run("list", "--json").json] == ["suggester+model:loop"]


@pytest.mark.usefixtures("article")
def test_filling_leaves_what_a_person_reviewed(run: Run, serve: Serve) -> None:
    serve(reply(event(organizations=[CHOIR])))
    run("tag", "--auto")
    run("review", "1", "--accept")
    run("tag", "--model", "loop", "--fill", "1")
    assert [e["coder"] for e in run("list", "--json").json] == ["suggester"]


@pytest.mark.usefixtures("article")
def test_filling_is_taken_back_in_one_go(run: Run, serve: Serve) -> None:
    serve(reply(event(organizations=[CHOIR])))
    run("tag", "--auto")
    run("tag", "--model", "loop", "--fill", "1")
    run("undo")
    assert [e["coder"] for e in run("list", "--json").json] == ["suggester"]


@pytest.mark.usefixtures("article")
def test_an_unchanged_article_makes_no_entry_in_the_history(run: Run, serve: Serve) -> None:
    serve(RIGHT)
    for _ in range(3):
        run("tag", "--model", "loop", "1")
    connection = sqlite3.connect("culturex.db")
    deeds = connection.execute("SELECT count(*) FROM deeds WHERE command = 'tag --model'").fetchone()[0]
    connection.close()
    assert deeds == 1
