"""Words of the rules' own tables in any order: nothing raises, and every quote stands in the text."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest

from culturex.model.article import Article
from culturex.suggest import explain, prepare, suggest, to_dict
from culturex.suggest import languages as tables

LANGUAGES = ["en", "ru", "fr", "es", "de", "tr", "zh", "mk", "uk", "it", "pt", "ar"]
FOLDER = Path(tables.__file__).parent
JOINTS = [" ", " ", " ", " ", ", ", ". ", "\n\n", " (", ") ", ": ", " – ", "-", " “", "” ", "; ", " & ", "/", "\n• "]


@cache
def vocabulary(language: str) -> list[str]:
    """Return the words that stand in the tables of a language, in their own and in capital letters."""
    text = "\n".join(f.read_text("utf-8") for f in sorted((FOLDER / language).glob("*.toml")))
    words = sorted(set(re.findall(r"[^\W\d_][\w'’.-]*", text)))
    numbers = ["5", "12", "2016", "1,200", "3.03.2017", "10-13", "2014-2016", "24/11", "A.", "U.S."]
    return [*words, *(w.capitalize() for w in words), *(w.upper() for w in words[::7]), *numbers * 50]


def salad(language: str, seed: int, size: int = 160) -> str:
    rng = random.Random(f"{language}{seed}")
    words = vocabulary(language)
    return "".join(rng.choice(words) + rng.choice(JOINTS) for _ in range(size))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(8))
def test_nothing_raises_and_every_quote_stands(language: str, seed: int) -> None:
    article = prepare(Article.of(salad(language, seed)), language=language)
    suggestion = suggest(article)
    to_dict(suggestion, mentions=True)
    explain(suggestion)
    for mention in suggestion.mentions:
        assert article.text[mention.start : mention.end] == mention.text
    for event in suggestion.events:
        for evidence in event.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("text", ["RECTORS Kim", "Minister", "Dr.", "“", "The", "of", "12 May", "between and", "("])
def test_the_shortest_texts(text: str) -> None:
    assert suggest(prepare(Article.of(text))).events == ()
