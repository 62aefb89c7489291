"""People who are only recalled take part in nothing: the dead, those of long ago, those who tell what a place is."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = """Peru shows pictures in Fiji

An exhibition of 40 pictures from Peru was opened in Suva, Fiji, on 3 May 2024 by Mayor Lusia Talei. {}

Published: 10 May 2024
"""


def taking_part(text: str) -> set[str]:
    """Return the people of the events of a page with this text behind its lead."""
    events = suggest(prepare(PAGE.format(text))).events
    return {person.name for event in events for person in event.people}


RECALLED = {
    "She also paid tribute to the late president Anselmo Rojas, who loved the islands.": "Anselmo Rojas",
    "She spoke of the birth centenary of the poet Anselmo Rojas, which both will celebrate.": "Anselmo Rojas",
    "The pots were found in 1922 by Anselmo Rojas, the Peruvian archaeologist.": "Anselmo Rojas",
    "The guests saw the prison in which Anselmo Rojas was held for nine years.": "Anselmo Rojas",
    "The guests saw the house where Anselmo Rojas was born.": "Anselmo Rojas",
}


@pytest.mark.parametrize("text", RECALLED)
def test_who_is_only_recalled_takes_no_part(text: str) -> None:
    assert taking_part(text) == {"Lusia Talei"}


THERE = [
    "Director Anselmo Rojas said that the pots were found in 1922 by a farmer.",
    "Director Anselmo Rojas recalled what came over the sea in the 19th century.",
    "In late May Director Anselmo Rojas spoke to the guests.",
    "Late on Friday Director Anselmo Rojas spoke to the guests.",
    "She recalled the late Ana Solis, and Director Anselmo Rojas spoke to the guests.",
    "Late in the evening Director Anselmo Rojas spoke to the guests.",
    "The guests saw the house where Director Anselmo Rojas works.",
    "Director Anselmo Rojas spoke. The guests saw the house where Anselmo Rojas was born.",
    "In late April Director Anselmo Rojas chose the pictures.",
]


@pytest.mark.parametrize("text", THERE)
def test_who_speaks_of_the_past_is_there(text: str) -> None:
    assert "Anselmo Rojas" in taking_part(text)
