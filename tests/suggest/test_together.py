"""Articles read together, as ``tag --auto`` reads them, are suggested as each is by itself."""

from __future__ import annotations

from pathlib import Path

from culturex.model.article import Article
from culturex.suggest import prepare, suggest, suggest_all, to_dict

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "articles").glob("*.txt"))
ARTICLES = [prepare(path.read_text("utf-8"), source=path.name) for path in SAMPLES]


def test_articles_read_together_have_the_events_and_mentions_of_each() -> None:
    together = [to_dict(suggestion, mentions=True) for suggestion in suggest_all(ARTICLES)]
    assert together == [to_dict(suggest(article), mentions=True) for article in ARTICLES]


def test_an_article_without_language_is_prepared_among_others() -> None:
    text = "Los días de cine de Quito\n\nEl festival de cine de los dos países se inaugura el lunes en la ciudad."
    prepared, bare = suggest_all([ARTICLES[0], Article.of(text)])
    assert (prepared.article, bare.article.language) == (ARTICLES[0], "es")


def test_no_articles_have_no_suggestions() -> None:
    assert suggest_all([]) == []
