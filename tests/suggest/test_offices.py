"""Offices, occupations and bodies as the pages of institutions word them, in ten languages (offices.jsonl)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention, finders

LINES = (Path(__file__).parent / "offices.jsonl").read_text("utf-8").splitlines()
SENTENCES = [json.loads(line) for line in LINES]


def read(text: str, language: str) -> Document:
    document = Document(Article.of(text, language=language))
    for find in finders():
        document.mentions.extend(find(document))
    return document


def people(text: str, language: str) -> list[Mention]:
    return [m for m in read(text, language).of_kind("person") if m.confidence >= 0.5]


@pytest.mark.parametrize("case", [s for s in SENTENCES if "people" in s], ids=lambda s: s["text"][:40])
def test_people_with_office_and_body(case: dict[str, Any]) -> None:
    found = {
        m.value["name"]: [m.value["title"], m.value["affiliation"]] for m in people(case["text"], case["language"])
    }
    assert {name: found.get(name) for name in case["people"]} == case["people"]


@pytest.mark.parametrize("case", [s for s in SENTENCES if "bodies" in s], ids=lambda s: s["text"][:40])
def test_bodies_of_a_sentence(case: dict[str, Any]) -> None:
    found = {m.value["name"] for m in read(case["text"], case["language"]).of_kind("organization")}
    assert found.issuperset(case["bodies"])


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("es", "La rectora anfitriona Ana Ruiz saludó.", "rectora"),
        ("fr", "L'écrivain martiniquais Patrick Leroy est venu.", "écrivain"),
        ("fr", "La directrice du musée, Alice Morin, est venue.", "directrice"),
    ],
)
def test_what_stands_beside_an_office_and_is_none_of_it(language: str, text: str, title: str) -> None:
    assert [m.value["title"] for m in people(text, language)] == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ana Berg is the best of them all.", None),
        ("Ana Berg is expected at the museum in May.", None),
        ("The rector, Dean Smith and the students came.", "Dean"),
        ("Ana Berg said that the director was late.", None),
        ("Ana Berg, minister of sport, came.", "minister of sport"),
        ("Ana Berg, director of Visual Arts, came.", "director of Visual Arts"),
        ("Ana Berg, President of Latvia, came.", "President of Latvia"),
    ],
)
def test_what_is_said_near_a_name_and_what_an_office_is_over(text: str, title: str | None) -> None:
    assert {m.value["title"] for m in people(text, "en")} <= {title}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Many Dutch and French schools came to Utrecht.", "Dutch school"),
        ("The embassies were shut. Peru, Oman and Laos had sent nobody.", "Embassy of Oman"),
        ("All students of Aster School came to sing.", "All students"),
        ("It happened in the 21st Century of the Foundation Series.", "21st Century"),
        ("They painted the masks of Peking Opera at the school.", "Peking Opera"),
        ("Ana Berg, Senior Programme Specialist, spoke first.", "Senior Programme"),
        ("The UAE Russia talks went on in May.", "UAE Russia"),
    ],
)
def test_what_is_no_body(text: str, name: str) -> None:
    assert name.casefold() not in {m.value["name"].casefold() for m in read(text, "en").of_kind("organization")}


@pytest.mark.parametrize(
    ("text", "name", "marked"),
    [
        ('The list is made up of "Mornings" (Alina Rossi) and others.', "Alina Rossi", True),
        ('Bruno Ferrante is represented by "The Quay" at the festival.', "Bruno Ferrante", True),
        ('They will show "Martin Keller" and two other films.', "Martin Keller", True),
        ("The songs were sung by Alina Rossi (Turin) in May.", "Alina Rossi", False),
        ('The hall heard "How to Read a Mantle" by Dr. Carmen Arana on Friday.', "Carmen Arana", False),
    ],
)
def test_who_made_a_work_of_a_list_is_its_topic(text: str, name: str, marked: bool) -> None:
    found = [m for m in read(text, "en").of_kind("person") if m.value["name"] == name]
    assert [bool((m.extra or {}).get("topic")) for m in found] == [marked]
