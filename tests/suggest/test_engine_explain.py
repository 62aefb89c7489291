"""What the suggester says about itself."""

from __future__ import annotations

from culturex.suggest import explain, prepare, suggest

TEXT = (
    "Choir from Bergen sings in Rabat\n\n"
    "A choir from Bergen, Norway, gave a concert in Rabat, Morocco, on Friday.\n"
    "An exhibition may follow."
)


def remarks(text: str = TEXT, **facts: str):  # type: ignore[no-untyped-def]
    return explain(suggest(prepare(text, **facts)))


def test_mentions_are_marked_in_their_sentences() -> None:
    assert any("[c:Morocco]" in r.value for r in remarks() if r.about == "sentence")


def test_a_value_names_its_rule() -> None:
    assert any(r.field == "type" and r.rule.startswith("rule:type.") for r in remarks())


def test_a_value_stands_with_its_quote() -> None:
    assert all(TEXT[r.start : r.end] == r.quote for r in remarks() if r.about == "value")


def test_an_empty_date_says_that_the_page_has_none() -> None:
    why = [r.why for r in remarks() if r.about == "empty" and r.field == "date"]
    assert why == ["“on Friday” cannot be resolved without the page's own date"] or "Friday" in why[0]


def test_a_page_without_events_says_why() -> None:
    told = remarks("The town band of Oslo plays in the park in Oslo, Norway, on Sunday. The concert is free.")
    assert [r.why for r in told if r.about == "none"] == ["only words in passing: too little tells of an event there"]


def test_words_passed_over_are_told() -> None:
    assert any(r.about == "dropped" and r.why for r in remarks())


def test_a_remark_reads_as_one_line() -> None:
    assert all("\n" not in str(r) for r in remarks())
