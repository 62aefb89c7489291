"""Keys come out of texts before anybody sees them."""

from __future__ import annotations

import time

import pytest

from culturex.llms.scrub import scrub, scrub_error


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Incorrect API key provided: sk-proj-a1b2***z9.", "Incorrect API key provided: [key]"),
        ("Authorization: Bearer abcdef123456, refused", "Authorization: [key], refused"),
        ("https://models.example.org/v1?key=AIzaSy000000&alt=sse", "https://models.example.org/v1?[key]&alt=sse"),
        ("https://ana:secret@models.example.org/v1", "https://[key]@models.example.org/v1"),
        ("The task-list was too long", "The task-list was too long"),
        ("the bearer of news", "the bearer of news"),
    ],
    ids=["openai", "bearer", "google", "password", "no key", "no bearer"],
)
def test_what_looks_like_a_key_is_hidden_in_errors(text: str, hidden: str) -> None:
    assert scrub_error(text, []) == hidden


def test_a_longer_key_goes_before_one_that_begins_it() -> None:
    assert scrub("abcdef123", ["abcdef", "abcdef123"]) == "[key]"


def test_words_are_not_taken_apart_by_a_key_that_is_none() -> None:
    assert scrub("a choir", ["", "choir"]) == "a choir"


@pytest.mark.parametrize("unit", ["a:", "//a:", "bearer ", "key=", "sk-", "bearer" + " " * 50])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = "//" + unit * (length // len(unit))
        begun = time.perf_counter()
        scrub_error(text, [])
        return time.perf_counter() - begun

    assert seconds(400_000) < 16 * seconds(50_000) + 0.5
