"""The figures are those of the program that comes with the reference articles, on good and on spoiled codings."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from culturex.evaluate import Report, score

Json = dict[str, Any]


def spoil_events(data: Json, chance: random.Random) -> None:
    data["events"] = [e for e in data["events"] if chance.random() < 0.7]
    chance.shuffle(data["events"])


def spoil_values(data: Json, chance: random.Random) -> None:
    for told in data["events"]:
        told["type"] = chance.choice([told["type"], "visit", "meeting"])
        told["date"] = chance.choice(
            [told["date"], None, "2018", "2017-03/2024-05", "2016-10-14~", "2020/..", "2019-22"]
        )
        told["status"] = chance.choice([told["status"], "planned"])
        told["mode"] = chance.choice([told["mode"], None, "online"])
        told["main"] = chance.choice([told["main"], False])
        told["participants"] = chance.choice([told["participants"], 40])


def spoil_names(data: Json, chance: random.Random) -> None:
    for told in data["events"]:
        for key in ("places", "organizations", "people"):
            for part in told[key]:
                words = part["name"].split()
                chance.shuffle(words)
                part["name"] = " ".join(words[: chance.randint(1, len(words))])
            told[key] = [*told[key], *chance.sample(told[key], min(1, len(told[key])))]
        for person in told["people"]:
            person["title"] = chance.choice([person.get("title"), "Minister of Culture", None])


def spoil_codes(data: Json, chance: random.Random) -> None:
    for told in data["events"]:
        told["countries"] = [c for c in told["countries"] if chance.random() < 0.7]
        told["countries"] += [{"code": chance.choice(["AM", "CN", "FR"]), "role": "partner"}]
        told["themes"] = [*told["themes"][1:], chance.choice(["music", "youth"])]


def spoil_facts(data: Json, chance: random.Random) -> None:
    for key, value in data["article"].items():
        data["article"][key] = chance.choice([value, None, str(value).upper(), "Another"])


def spoil_quotes(data: Json, chance: random.Random) -> None:
    for told in data["events"]:
        told["quote"] = chance.choice([told["quote"], None, "on the day"])
        told["evidence"] = [e for e in told["evidence"] if chance.random() < 0.8]
        for item in told["evidence"][::3]:
            item["quote"] = chance.choice([f"{item['quote']} indeed", item["quote"].replace(" ", "\n"), ""])


SPOILS: dict[str, tuple[Callable[[Json, random.Random], None], ...]] = {
    "nothing": (),
    "events": (spoil_events,),
    "values": (spoil_values,),
    "names": (spoil_names,),
    "codes": (spoil_codes,),
    "facts": (spoil_facts,),
    "quotes": (spoil_quotes,),
    "all": (spoil_values, spoil_names, spoil_codes, spoil_facts, spoil_quotes, spoil_events),
}


@pytest.fixture(scope="module")
def articles(reference: Path) -> dict[str, str]:
    return {f.stem: f.read_text("utf-8") for f in (reference / "articles").glob("*.txt")}


@pytest.fixture(scope="module")
def golds(reference: Path) -> dict[str, Json]:
    return {f.stem: json.loads(f.read_text("utf-8")) for f in sorted((reference / "gold").glob("*.json"))}


@pytest.fixture(scope="module")
def suggestions(articles: dict[str, str]) -> dict[str, Json]:
    from culturex.suggest import prepare, suggest, to_dict

    return {name: to_dict(suggest(prepare(text))) for name, text in articles.items()}


@pytest.fixture
def yardstick(reference: Path, tmp_path: Path) -> Callable[[dict[str, Json]], Json]:
    """What the program that comes with the references prints for codings by name."""
    program = reference / "tools" / "score.py"
    if not program.exists():
        pytest.skip("no yardstick beside the references")

    def measured(codings: dict[str, Json]) -> Json:
        for name, data in codings.items():
            (tmp_path / f"{name}.json").write_text(json.dumps(data), "utf-8")
        command = [sys.executable, program, reference / "gold", tmp_path, "--json"]
        command += ["--articles", reference / "articles"]
        found = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
        return dict(json.loads(found.stdout))

    return measured


def figures(report: Report) -> Json:
    return {name: value for name, value in report.to_dict().items() if name != "counts"}


@pytest.mark.parametrize("how", SPOILS)
def test_the_suggester_has_the_same_figures(
    how: str, golds: Any, suggestions: Any, articles: Any, yardstick: Callable[[Any], Json]
) -> None:
    codings, chance = copy.deepcopy(suggestions), random.Random(how)
    for data in codings.values():
        for spoil in SPOILS[how]:
            spoil(data, chance)
    assert figures(score(golds, codings, articles)) == yardstick(codings)


@pytest.mark.parametrize("how", [name for name in SPOILS if name not in ("quotes", "all")])
def test_the_references_have_the_same_figures(
    how: str, golds: Any, articles: Any, yardstick: Callable[[Any], Json]
) -> None:
    codings, chance = copy.deepcopy(golds), random.Random(how)
    for data in codings.values():
        for spoil in SPOILS[how]:
            spoil(data, chance)
    assert figures(score(golds, codings, articles)) == yardstick(codings)


def test_a_missing_coding_has_the_same_figures(golds: Any, articles: Any, yardstick: Callable[[Any], Json]) -> None:
    codings = dict(list(golds.items())[::2])
    assert figures(score(golds, codings, articles)) == yardstick(codings)


def test_the_references_agree_with_themselves(golds: Any) -> None:
    assert score(golds, golds).overall == 1.0
