"""Short pages that name no event: all the words of headline and lead tell it, who takes part, what is shown."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.events import read
from culturex.suggest.languages import table
from culturex.suggest.lexicon import lexicon

SHORT = tomllib.loads((Path(__file__).parent / "short.toml").read_text("utf-8"))["page"]
LEADS = tomllib.loads((Path(__file__).parent / "leads.toml").read_text("utf-8"))["page"]
# So many of them are read right, which the weights are fitted to among others.
RIGHT = 0.8


def test_who_takes_part_tells_what_the_lead_does_not_name() -> None:
    told = [next((e.type for e in suggest(prepare(page["text"])).events), "none") for page in SHORT]
    wrong = [page["text"][:40] for page, type_ in zip(SHORT, told, strict=True) if type_ != page["type"]]
    assert len(wrong) <= (1 - RIGHT) * len(SHORT), wrong


@pytest.mark.parametrize(("field", "share"), [("type", 0.83), ("status", 0.81), ("date", 0.76)])
def test_headline_and_first_sentences_tell_what_and_when(field: str, share: float) -> None:
    pages = [page for page in LEADS if page["type"] != "none" and field in page]
    told = [next((getattr(e, field) for e in suggest(prepare(page["text"])).events), None) for page in pages]
    wrong = [page["text"][:40] for page, value in zip(pages, told, strict=True) if (value or "") != page[field]]
    assert len(wrong) <= (1 - share) * len(pages), wrong


def test_the_words_are_read_from_the_tables() -> None:
    types = table("en", "events")["type"]
    told = lexicon("en").cues(read(prepare("Pupils and archaeologists")))
    codes = {cue.code for here in told.values() for cue in here["alone"]}
    assert codes == {code for code in types if {"pupils", "archaeolog*"} & set(types[code].get("alone", ()))}


SILENT = [
    (
        "Teachers ask for higher wages\n\nTeachers and pupils stood before the ministry of Peru on a cold morning. The "
        "school year has begun, and classes are larger than ever."
    ),
    (
        "A singer looks back\n\nThe tenor lives alone by the lake. He sang on every stage of his country, and the "
        "musicians of the old orchestra still come to him for tea."
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_such_words_tell_nothing_where_no_second_country_is_named(text: str) -> None:
    assert suggest(prepare(text)).events == ()


def test_they_outweigh_a_pair_far_apart() -> None:
    text = (
        "Room wanted for young people from Kazakhstan\n\n4 May 2015\n\nFamilies in Turku in Finland who would open "
        "their house to two pupils from a school in Kazakhstan can still write to the club. The students will be in "
        "town from 3 to 14 June 2015, live with host families and sit in classes."
    )
    assert suggest(prepare(text)).events[0].type == "exchange"
