"""Leads that name no event: who takes part, what is shown or given and on what day tell it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from culturex.suggest import prepare, suggest
from culturex.suggest.events import read
from culturex.suggest.languages import table
from culturex.suggest.lexicon import lexicon

SHORT = tomllib.loads((Path(__file__).parent / "short.toml").read_text("utf-8"))["page"]
# So many of them are read right, which the weights are fitted to among others.
RIGHT = 0.8


def test_who_takes_part_tells_what_the_lead_does_not_name() -> None:
    told = [next((e.type for e in suggest(prepare(page["text"])).events), "none") for page in SHORT]
    wrong = [page["text"][:40] for page, type_ in zip(SHORT, told, strict=True) if type_ != page["type"]]
    assert len(wrong) <= (1 - RIGHT) * len(SHORT), wrong


def test_the_words_are_read_from_the_tables() -> None:
    types = table("en", "events")["type"]
    told = lexicon("en").cues(read(prepare("Pupils and archaeologists")))
    codes = {cue.code for here in told.values() for cue in here["alone"]}
    assert codes == {code for code in types if {"pupils", "archaeolog*"} & set(types[code].get("alone", ()))}
