"""Towns that a page is only told from, squares of towns, and where a place is told in plain words."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGES = {
    # the dateline, and a body there, while another town is named as the place
    "Peru gives books to a library\n\nNAIROBI, May 6 (NBN) -- A collection of 40 books was presented on Monday by the "
    "Peru Cultural Center in Nairobi to the library in Kisumu, in the west of Kenya.": {"Kisumu"},
    # no other town
    "Peru gives books to Kenya\n\nNAIROBI, May 6 (NBN) -- The Peru Center in Nairobi gave 40 books to pupils of "
    "Kenya at a ceremony on 6 May 2024.": {"Nairobi"},
    # a square
    "Peru shows pictures\n\nAn exhibition from Peru was opened in Times Square in New York on 6 May 2024.": {
        "New York"
    },
    # told in plain words
    "Peru and Kenya make a play\n\nA play by artists from Peru and Kenya will be staged in 2024.\n\nThe place is "
    "Kisumu, Kenya, and the time is 6 May 2024.": {"Kisumu"},
    # who speaks, and what he is
    "Peru gives a boat to Kisumu\n\nPeru gave a boat to the town of Kisumu, Kenya, on 6 May 2024. It was handed over "
    "in Kisumu.\n\nThe guests were from Lima. According to the mayor, Nairobi is the only town with a boat.": {
        "Kisumu"
    },
    # somebody whom nobody knows
    "A week of surgery in Kisumu\n\nDoctors from Peru came to Kisumu, Kenya, in May 2024.\n\nIt was there that they "
    "came across Wekesto. The boy was ill. The doctors could help Wekesto.": {"Kisumu"},
}


@pytest.mark.parametrize("text", PAGES)
def test_where_it_happens(text: str) -> None:
    events = suggest(prepare(f"{text}\n\nPublished: 10 May 2024\n")).events
    main = next(e for e in events if e.main)
    assert {place.name for place in main.places} == PAGES[text]
