"""Importing in lots: the order, twins and interruptions are as if each article were taken alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from culturex.importers import Failure
from culturex.model.article import Article
from culturex.store import Store
from culturex.workflow.importing import LOT, Outcome, import_articles
from culturex.workflow.tally import BATCH


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    with Store.open(write=True) as opened:
        yield opened


def _articles(number: int) -> list[Article]:
    return [Article.of(f"Choir {n} sang in Riga.", source=f"{n}.txt") for n in range(number)]


@pytest.mark.parametrize("number", [0, 1, LOT - 1, LOT, LOT + 1, BATCH, BATCH + 1])
def test_every_article_is_stored(store: Store, number: int) -> None:
    import_articles(store, _articles(number))
    assert len(store.article_ids()) == number


def test_outcomes_come_in_the_order_of_the_files(store: Store) -> None:
    first, second = _articles(2)
    told: list[Outcome] = []
    import_articles(store, [first, Failure("bad.txt", "bad.txt is empty.", None), second], report=told.append)
    assert [(o.source, o.status) for o in told] == [("0.txt", "new"), ("bad.txt", "failed"), ("1.txt", "new")]


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_twin_in_the_same_lot_is_known(store: Store, dry_run: bool) -> None:
    told: list[Outcome] = []
    import_articles(store, _articles(1) * 2, report=told.append, dry_run=dry_run)
    assert [o.status for o in told] == ["new", "known"]


def test_the_twin_has_the_number_of_the_first(store: Store) -> None:
    told: list[Outcome] = []
    import_articles(store, _articles(1) * 2, report=told.append)
    assert told[1].id == told[0].id


def test_what_was_read_before_a_stop_is_kept(store: Store) -> None:
    asked = iter([False, False, True])
    tally = import_articles(store, _articles(5), stop=lambda: next(asked))
    assert (tally.interrupted, len(store.article_ids())) == (True, 2)
