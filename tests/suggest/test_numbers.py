"""Numbers of persons: what is counted, how it is written, and what is no count of persons."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention, numbers


def found(text: str, language: str = "en") -> list[Mention]:
    return numbers.find(Document(Article.of(text, language=language)))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "About 200 Chinese people were there.", 200),
        ("en", "a group of twelve Central Asian designers", 12),
        ("en", "28 citizens of the republic are studying", 28),
        ("en", "more than 1,500 participants from 20 countries", 1500),
        ("en", "12 people came", 12),
        ("en", "twenty-two young artists", 22),
        ("en", "two hundred and fifty dancers", 250),
        ("en", "a dozen students", 12),
        ("en", "two dozen writers", 24),
        ("en", "2.5 thousand visitors", 2500),
        ("en", "3 million people", 3_000_000),
        ("en", "12 000 spectators", 12_000),
        ("en", "a 37-member delegation", 37),
        ("en", "a ten-person jury", 10),
        ("en", "2000 students", 2000),
        ("en", "10-15 students", 10),
        ("de", "37 Schüler samt Lehrern", 37),
        ("de", "rund 1.200 Besucher", 1200),
        ("ru", "3 тысячи участников", 3000),
        ("ru", "более 200 человек", 200),
        ("ru", "12 тыс. человек", 12_000),
        ("ru", "двадцать студентов", 20),
        ("fr", "quelque 1 500 visiteurs", 1500),
        ("es", "mil personas", 1000),
        ("es", "unos 300 participantes de 12 países", 300),
        ("tr", "yaklaşık 200 kişi", 200),
        ("ar", "نحو 200 مشارك", 200),
        ("zh", "来自20个国家的150名学生", 150),
        ("zh", "三十五名艺术家", 35),
        ("zh", "约1.5万人", 15_000),
        ("ja", "約200人が参加", 200),
        ("ko", "200여 명이", 200),
        ("mk", "околу 150 учесници", 150),
    ],
)
def test_persons_are_counted(language: str, text: str, value: int) -> None:
    assert [m.value for m in found(text, language)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 students came from Rome.",
        "$200 people",
        "20% people, 25 percent of students",
        "147 books and five universities",
        "Children aged 12 children",
        "hundreds of people",
        "one person",
        "the 12 students' works",
        "2000 from Kumagaya high schools",
        "the 75th anniversary, G20 leaders",
        "one in two visitors",
        "Spurs v Liverpool 1-2 (0-1)",
        "12 works by artists",
    ],
)
def test_what_counts_no_persons(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "text", "rough"),
    [
        ("en", "about 200 people", True),
        ("en", "200 people", False),
        ("zh", "200多人", True),
        ("de", "rund 30 Kinder", True),
    ],
)
def test_a_rough_number_is_marked(language: str, text: str, rough: bool) -> None:
    (mention,) = found(text, language)
    assert mention.extra
    assert mention.extra["approximate"] is rough


def test_the_mention_covers_number_and_noun() -> None:
    (mention,) = found("About 200 Chinese people were there.")
    assert (mention.text, mention.extra and mention.extra["noun"]) == ("200 Chinese people", "people")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "ru", "zh", "tr"]))
def test_any_text_gives_mentions_in_order(text: str, language: str) -> None:
    mentions = found(text, language)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


_WORDS = st.sampled_from(
    ["2", "12", "1,500", "2016", "two", "hundred", "and", "people", "students", "million", "-", "of"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS, max_size=15))
def test_any_row_of_number_words_is_read(words: list[str]) -> None:
    assert all(isinstance(m.value, int) and m.value > 1 for m in found(" ".join(words)))


@pytest.mark.parametrize("unit", ["7", "12 ", "two ", "two-", "hundred and ", "1,", "3 x "])
def test_time_grows_with_length_only(unit: str) -> None:
    import time

    def seconds(size: int) -> float:
        document = Document(Article.of(unit * (size // len(unit)), language="en"))
        _ = document.words
        begin = time.perf_counter()
        numbers.find(document)
        return time.perf_counter() - begin

    seconds(1000)
    # All of both is read; a tenth of the length would take a hundredth of the time if time grew with its square.
    long, short = (min(seconds(size) for _ in range(3)) for size in (90_000, 9_000))
    assert long < 40 * max(short, 0.001)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Monday a delegation of six from Nida arrived.", [6]),
        ("He leads a group of twenty-two, all of them young.", [22]),
        ("The Group of Twenty met in Rome.", []),
        ("A group of five schools took part.", []),
    ],
)
def test_a_group_of_so_many_counts_persons(text: str, values: list[int]) -> None:
    assert [m.value for m in found(text)] == values
