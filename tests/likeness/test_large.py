"""A store of ten thousand events is searched for likely pairs in seconds."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from culturex import workflow
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Organization, Person, Place
from culturex.store import Store

CITIES = {
    "RU": "Moscow",
    "KZ": "Almaty",
    "AM": "Yerevan",
    "CN": "Beijing",
    "BY": "Minsk",
    "UZ": "Tashkent",
    "IN": "Delhi",
}
TYPES = "festival exhibition visit agreement meeting conference performance course exchange".split()
SYLLABLES = "ka ri mo ta nu vel dor san pe lin gra sho bek ul zar ina eva ov".split()


def many(number: int) -> list[Event]:
    rng = random.Random(3)

    def word() -> str:
        return "".join(rng.choices(SYLLABLES, k=3)).capitalize()

    people = [f"{word()} {word()}" for _ in range(3000)]
    bodies = [f"{word()} {rng.choice(['University', 'Museum', 'Ministry of Culture'])}" for _ in range(2000)]

    def date() -> str | None:
        day = f"{rng.randint(2012, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        return rng.choice([day, day, day, f"{day}/{day[:8]}28", day[:7], day[:4], None, None])

    found = []
    for _ in range(number):
        here, there = rng.sample(list(CITIES), 2)
        kind = rng.choice(TYPES)
        found.append(
            Event(
                title=f"{kind.capitalize()} of {word()} {word()}",
                type=kind,
                date=date(),
                countries=(CountryRole(here, "host"), CountryRole(there)),
                places=(Place(CITIES[here], here),),
                people=tuple(map(Person, rng.sample(people, rng.randint(0, 4)))),
                organizations=tuple(map(Organization, rng.sample(bodies, rng.randint(0, 4)))),
            )
        )
    return found


def filled(path: Path, events: list[Event]) -> None:
    with Store.open(path, write=True) as store, store.deed("tag"), store.adding("articles"), store.adding("events"):
        for index, event in enumerate(events):
            store.add_event(event, store.add_article(Article.of(f"Page {index}"))[0])


@pytest.mark.slow
def test_ten_thousand_events_take_seconds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(tmp_path / "many.db", many(10_000))
    with Store.open(tmp_path / "many.db") as store:
        begun = time.perf_counter()
        found = workflow.duplicates(store)
        spent = time.perf_counter() - begun
    with capsys.disabled():
        print(f"\n10,000 events: {len(found)} pairs in {spent:.1f} s")
    assert spent < 30


def test_many_copies_of_a_report_are_as_many_pairs_as_join_them(tmp_path: Path) -> None:
    event = many(1)[0]
    filled(tmp_path / "copies.db", [replace(event, date="2019-05-02")] * 30)
    with Store.open(tmp_path / "copies.db") as store:
        assert len(workflow.duplicates(store)) == 29
