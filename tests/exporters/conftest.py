"""Events to export: one with everything, one with nothing, and one that tries to do harm."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from culturex.model import codebook
from culturex.model.codebook import Codebook, OwnField
from culturex.model.event import ArticleRef, CountryRole, Event, EventRecord, Evidence, Organization, Person, Place

GOLDEN = Path(__file__).parent / "golden"

FULL = EventRecord(
    id=7,
    uid="3f1d2c9e",
    review="accepted",
    coder="ada",
    codebook="culturex 1",
    created="2024-06-01T10:00:00Z",
    updated="2024-06-02T11:30:00Z",
    articles=(
        ArticleRef(
            3, "Choir from Gyumri sings in Lyon", "City of Lyon", "https://lyon.example/a", "a.html", "2023-04-05"
        ),
        ArticleRef(4, "Хор из Гюмри в Лионе", None, None, "b.txt", None),
    ),
    event=Event(
        main=True,
        title="Concert of a choir from Gyumri",
        type="performance",
        status="held",
        date="2023-04-03/2023-04-07",
        date_basis="stated",
        mode="in_person",
        countries=(CountryRole("FR", "host"), CountryRole("AM", "partner")),
        regions=("European Union",),
        places=(Place("Lyon", "FR", 45.764, 4.8357), Place("Ville d’à côté")),
        themes=("music", "youth"),
        organizations=(Organization("Town hall", "venue", "FR"), Organization("里昂市; 友好城市办公室")),
        people=(Person("Anna Petrosyan", "conductor", None, "AM", "performer"),),
        participants=300,
        summary="A concert.\nAnd workshops.",
        values={"sponsor": "Rotary"},
        evidence=(
            Evidence("participants", "300", "About 300 people came", 10, 31, "rule:number", 0.9, 3),
            Evidence("event", None, "gave a concert\nin the town hall", 40, 71, "hand", None, 4),
        ),
    ),
)
EMPTY = EventRecord(8, Event(), "77aa01bc", "unreviewed", None, None, "2024-06-01T10:00:00Z", "2024-06-01T10:00:00Z")
HARMFUL = EventRecord(
    id=9,
    uid="0c0ffee0",
    review="unreviewed",
    coder="=cmd|' /C calc'!A0",
    codebook="culturex 1",
    created="2024-06-01T10:00:00Z",
    updated="2024-06-01T10:00:00Z",
    articles=(ArticleRef(5, " \t+1", "＝1+1", "@SUM(A1)", "-1", "2024"),),
    event=Event(
        title='=HYPERLINK("http://bad.example","click")',
        summary='two\r\nlines, a "quote", NUL \x00 and \x1b[31m',
        notes="right-to-left \u202eevil\u202c",
        places=(Place("Punta Arenas", "CL", -53.1638, -70.9171),),
        people=(Person("Bo"), Person("=1+1"), Person("<b>bold</b> [red]")),
        values={"sponsor": "-12.3"},
        evidence=(Evidence("event", None, "@quote \ud800", method="model:x"),),
    ),
)
RECORDS = (FULL, EMPTY, HARMFUL)


@pytest.fixture
def book() -> Codebook:
    """The default codebook with an own field."""
    return replace(codebook.default(), fields={"sponsor": OwnField("sponsor", "Sponsor", definition="Who paid.")})


def golden(name: str, produced: bytes) -> bytes:
    """Return the stored file *name*; with CULTUREX_UPDATE=1 it is rewritten as *produced* first."""
    path = GOLDEN / name
    if os.environ.get("CULTUREX_UPDATE"):
        path.write_bytes(produced)
    return path.read_bytes()
