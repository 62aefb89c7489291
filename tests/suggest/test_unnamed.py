"""Leads that name no event: who takes part, what is shown or given and on what day tell it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.events import read
from culturex.suggest.languages import table
from culturex.suggest.lexicon import lexicon

SHORT = tomllib.loads((Path(__file__).parent / "short.toml").read_text("utf-8"))["page"]
# So many of them are read right, which the weights are fitted to among others.
RIGHT = 0.8
SILENT = [
    "Rain keeps councillors at home\n\n21 October 2017\n\nThe councillors of Hull met few visitors from Denmark or the "
    "Netherlands on Friday, and the café was shut.",
    "Prices rise in two countries\n\n3 May 2019\n\nBread costs more in Peru and in Chile since 1 May 2019, said a "
    "spokesman of the mills, and rice will follow.",
]


def test_who_takes_part_tells_what_the_lead_does_not_name() -> None:
    told = [suggest(prepare(page["text"])).events for page in SHORT]
    wrong = [p["text"][:40] for p, events in zip(SHORT, told, strict=True) if not events or events[0].type != p["type"]]
    assert len(wrong) <= (1 - RIGHT) * len(SHORT), wrong


@pytest.mark.parametrize("text", SILENT)
def test_one_such_word_is_not_enough(text: str) -> None:
    assert suggest(prepare(text)).events == ()


def test_the_words_are_read_from_the_tables() -> None:
    types = table("en", "events")["type"]
    told = lexicon("en").cues(read(prepare("Pupils and archaeologists")))
    codes = {cue.code for here in told.values() for cue in here["alone"]}
    assert codes == {code for code in types if {"pupils", "archaeolog*"} & set(types[code].get("alone", ()))}
