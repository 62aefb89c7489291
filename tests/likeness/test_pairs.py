"""Whole collections of articles: what is proposed as the same event, and nothing else.

The pairs are those that a person coded, and those that the suggester finds in the same articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from culturex import workflow
from culturex.importers import Failure
from culturex.importers.references import find_articles, read_articles
from culturex.model.article import Article
from culturex.model.schema import event_from_dict
from culturex.store import Store
from culturex.suggest import prepare, suggest

ROOT = Path(__file__).resolve().parents[2]
SUGGEST = ROOT / "tests" / "suggest"
FOLDERS = {"samples": ROOT / "samples" / "codings", "web": SUGGEST / "web", "cases": SUGGEST / "cases"}
Pairs = set[frozenset[str]]
# The pages of each folder that report one and the same event.
TOLD_TWICE: dict[str, Pairs] = {
    "web": {
        frozenset({"129-batik-masi-suva", "130-antara-batik-fiji"}),
        frozenset({"152-bahrain-french-cinema", "203-francofilm-manama"}),
        frozenset({"197-delaware-sakata-resolution", "295-sakata-delaware"}),
        frozenset({"265-chile", "307-chile-una"}),
        frozenset({"345-exmouth-postponed", "586-exmouth-twinning-postponed"}),
        frozenset({"432-kyrgyz-embassy-ankara", "538-kyrgyz-embassy-turkiye"}),
        frozenset({"495-amman-ankara", "504-jordan-turkey"}),
        frozenset({"585-zambia-japan-books", "600-zambia-japan-books"}),
    }
}


def texts(codings: Path, articles: Path | None) -> Iterator[tuple[str, Article]]:
    """Yield the article of each coding with its name, its source being that name."""
    names = sorted(file.stem for file in codings.glob("*.json"))
    found = [one for one in read_articles(names, find_articles(codings, articles)) if not isinstance(one, Failure)]
    assert len(found) == len(names)
    for name, article in found:
        yield name, prepare(replace(article, source=name))


def proposed(store: Store) -> Pairs:
    """Return the pairs that are proposed, by the names of their articles."""
    return {frozenset(str(r.articles[0].source) for r in (p.first, p.second)) for p in workflow.duplicates(store)}


def coded(codings: Path, articles: Path | None = None) -> Pairs:
    with Store.open(None) as store, store.deed("tag"):
        for name, article in texts(codings, articles):
            number = store.add_article(article)[0]
            for event in json.loads((codings / f"{name}.json").read_text("utf-8"))["events"]:
                store.add_event(event_from_dict(event, store.codebook()), number)
        return proposed(store)


def suggested(codings: Path, articles: Path | None = None) -> Pairs:
    with Store.open(None) as store, store.deed("tag"):
        for _, article in texts(codings, articles):
            number = store.add_article(article)[0]
            for event in suggest(article).events:
                store.add_event(event, number)
        return proposed(store)


@pytest.mark.parametrize("way", [coded, suggested])
@pytest.mark.parametrize("name", FOLDERS)
def test_articles_that_report_one_event_are_proposed_and_no_others(name: str, way: object) -> None:
    assert callable(way)
    assert way(FOLDERS[name]) == TOLD_TWICE.get(name, set())


@pytest.mark.parametrize("way", [coded, suggested])
def test_the_references_that_report_one_event_are_proposed_and_no_others(reference: Path, way: object) -> None:
    assert callable(way)
    found = way(reference / "gold", reference / "articles")
    assert found == {frozenset({"04", "05"}), frozenset({"17", "18"})}
