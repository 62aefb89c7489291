"""The places of an event: which of the towns of a page, and by which name."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = "Local news\n\n{}\n\nPublished: 10 May 2024\n"


def where(text: str, page: str = PAGE) -> set[str]:
    """Return the names of the places of all events of a page."""
    events = suggest(prepare(page.format(text))).events
    return {place.name for event in events for place in event.places}


IN_FULL = {
    "A joint team of Italian and Omani archaeologists opened an excavation in Dhofar Governorate on 3 May 2024.": (
        "Dhofar Governorate"
    ),
    "Students from Peru and Japan held a festival of folk dance in Okayama Prefecture on 3 May 2024.": (
        "Okayama Prefecture"
    ),
    "The Kenyan and Norwegian ministers of culture opened a library in Kisumu District on 3 May 2024.": (
        "Kisumu District"
    ),
}


@pytest.mark.parametrize("text", IN_FULL)
def test_a_province_or_district_is_named_in_full(text: str) -> None:
    assert IN_FULL[text] in where(text)


SHORT = {
    "Chinese and Kenyan writers met at a literature festival in Hunan province on 3 May 2024.": "Hunan",
    "Chinese and Kenyan writers met at a literature festival in Kisumu City on 3 May 2024.": "Kisumu",
    "Chinese and Kenyan painters opened a show at the Hunan Province Museum in Changsha on 3 May 2024.": "Changsha",
}


@pytest.mark.parametrize("text", SHORT)
def test_what_is_no_part_of_the_name_stays_out(text: str) -> None:
    found = where(text)
    assert SHORT[text] in {name.removesuffix(" City") for name in found}
    assert not any(name.endswith(("province", "Province")) for name in found)
