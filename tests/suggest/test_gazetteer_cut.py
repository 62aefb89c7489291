"""The words that the gazetteer is asked for: those of the document, cut as its names are cut."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from culturex.model.article import Article
from culturex.places import cut
from culturex.suggest.document import Document
from culturex.suggest.mentions.places.gazetteer_cut import Columns, columns
from culturex.suggest.mentions.places.gazetteer_words import vocabulary

# Letters, digits, marks, stops and signs of several scripts, as they stand in and between words.
_TEXTS = st.text("abS É1_.,-'’‑& \n中国कां́ठ한я", max_size=40)


def words(text: str, language: str = "en") -> Columns:
    return columns(Document(Article(text=text, language=language)), vocabulary(language))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Guinea-Bissau and the U.S. of today", ["Guinea", "Bissau", "and", "the", "U", "S", "of", "today"]),
        ("John S. Smith went by on foot", ["John", "S", "Smith", "went", "by", "on", "foot"]),
        ("Arts & Crafts are shown here today", ["Arts", "&", "Crafts", "are", "shown", "here", "today"]),
        ("中国和法国", ["中", "国", "和", "法", "国"]),
        ("A.b2 is no word that we know of", ["A", "b2", "is", "no", "word", "that", "we", "know", "of"]),
        ("", []),
    ],
)
def test_words_are_cut_as_the_names_of_the_gazetteer_are(text: str, printed: list[str]) -> None:
    assert words(text).printed == printed


@given(_TEXTS)
@example("& b a a a a")
@example("a b c d S.")
@example("a\u0301b c d e")
@example("1S中")
def test_words_gaps_and_places_are_those_of_the_whole_text_cut_at_once(text: str) -> None:
    parts, found = cut(text), words(text)
    ends = list(accumulate(map(len, parts)))
    assert (found.printed, found.starts, found.ends, found.gaps) == (parts[1::2], ends[0:-1:2], ends[1::2], parts[2::2])


@given(_TEXTS)
def test_what_tells_something_is_found_wherever_the_words_were_cut(text: str) -> None:
    found = words(text)
    assert found.telling == [at for at, told in enumerate(vocabulary("en").starts(found.printed)) if told]
