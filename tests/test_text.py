"""Cleaning, sentences, and finding quotes in texts that differ in marks, space and case."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.text import clean, fingerprint, harmless, locate, one_line, sentences

SAID = "The minister said:  “We’ll open\nthe Days of Armenia—soon”, and l'Élysée agreed."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Days of Armenia", "Days of Armenia"),
        ("\"We'll open the Days", "“We’ll open\nthe Days"),
        ("Armenia-soon", "Armenia—soon"),
        ("the minister SAID", "The minister said"),
        ("l’Élysée", "l'Élysée"),
        (unicodedata.normalize("NFD", "l'Élysée"), "l'Élysée"),
        ("said: \u00a0“We", "said:  “We"),
        ("  agreed.  ", "agreed."),
    ],
)
def test_a_quote_is_found(quote: str, found: str) -> None:
    span = locate(quote, SAID)
    assert span is not None
    assert SAID[span.start : span.end] == found


@pytest.mark.parametrize("quote", ["", "  ", "Days of Georgia", "“”", "agreed. And"])
def test_a_quote_that_is_not_there_is_none(quote: str) -> None:
    assert locate(quote, SAID) is None or SAID[slice(*locate(quote, SAID) or (0, 0))] in "“”"


def test_the_next_place_after_an_offset_wins() -> None:
    assert locate("on May 8", "on May 8 and on May 8", after=1) == (13, 21)


@given(text=st.text(max_size=200), start=st.integers(0, 199), size=st.integers(1, 40))
def test_every_stretch_of_a_text_is_found_in_it(text: str, start: int, size: int) -> None:
    stored = clean(text)
    quote = stored[start : start + size].strip()
    span = locate(quote, stored)
    if quote:
        assert span is not None
        assert stored[span.start : span.end] == quote


@given(text=st.text())
def test_a_clean_text_can_be_stored_and_stays_the_same(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode("utf-8")


@given(text=st.text())
def test_nothing_harmful_is_left(text: str) -> None:
    assert not any(c in harmless(text) for c in "\x00\x07\x1b\x7f\x85\x9b\u202e\u2066")
    assert "\n" not in one_line(text)


def test_copies_that_differ_in_space_and_case_have_one_fingerprint() -> None:
    assert fingerprint("Days of\n\nArmenia ") == fingerprint("days  of armenia")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Li met Prof. Ito on Nov. 5. They left.", ["Dr. Li met Prof. Ito on Nov. 5.", "They left."]),
        ("He said “Come.” She came.", ["He said “Come.”", "She came."]),
        ("A.Muhamediuly spoke. Then A. Ito.", ["A.Muhamediuly spoke.", "Then A. Ito."]),
        ("Title\n\nText goes on\nhere", ["Title", "Text goes on", "here"]),
        ("会议在长春举行。代表参加。", ["会议在长春举行。", "代表参加。"]),
        ("It cost 3.5 million. Good", ["It cost 3.5 million.", "Good"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@given(text=st.text())
def test_sentences_are_in_order_and_trimmed(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
