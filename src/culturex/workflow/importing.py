"""Files to stored articles."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from culturex.model.article import Article
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.workflow.tally import BATCH, BATCH_SECONDS, Tally, counted

if TYPE_CHECKING:
    from culturex.importers import Failure

# Articles that are read, then prepared, then stored, and the seconds after which there are fewer. Step by step for
# many is a fifth faster than all steps for each: the processor's cache holds the code of one step, not of all three.
LOT, LOT_SECONDS = 50, 0.1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: ``new``, ``known`` (the text is there already, as *id*) or ``failed``."""

    status: str
    source: str | None
    id: int | None = None
    article: Article | None = None
    reason: str | None = None
    hint: str | None = None


def import_articles(
    store: Store,
    found: Iterable[Article | Failure],
    facts: Mapping[str, str | None] | None = None,
    *,
    report: Callable[[Outcome], None] = lambda _: None,
    dry_run: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Store the articles *found*, their page facts read; *facts* override what the page says.

    A text that is there already is not stored again. One deed, in batches of one transaction each. *stop* is asked
    before each article: once it says True, the work ends, and what was done is kept.
    """
    tally = Tally()
    deed = Deed("import")
    items = iter(found)
    overrides = {k: v for k, v in (facts or {}).items() if v}
    seen: dict[str, int | None] = {}
    go_on = True
    while go_on and not tally.interrupted:
        if dry_run:
            go_on = _import_batch(store, items, overrides, report, tally, stop, seen)
            continue
        with store.deed(deed), store.adding("articles"):
            go_on = _import_batch(store, items, overrides, report, tally, stop, None)
            deed.summary = f"imported {counted(tally['new'], 'article')}"
    return tally


def _import_batch(
    store: Store,
    items: Iterator[Article | Failure],
    overrides: Mapping[str, str],
    report: Callable[[Outcome], None],
    tally: Tally,
    stop: Callable[[], bool],
    seen: dict[str, int | None] | None,
) -> bool:
    """Take up to BATCH items for up to BATCH_SECONDS; return False when there are no more."""
    latest = time.monotonic() + BATCH_SECONDS
    for _ in range(BATCH // LOT):
        lot, more = _lot(items, stop, tally)
        for ready in [_prepared(store, item, overrides, seen) for item in lot]:
            outcome = ready if isinstance(ready, Outcome) else _stored(store, ready)
            tally.add(outcome.status)
            report(outcome)
        if not more:
            return False
        if tally.interrupted or time.monotonic() > latest:
            break
    return True


def _lot(
    items: Iterator[Article | Failure], stop: Callable[[], bool], tally: Tally
) -> tuple[list[Article | Failure], bool]:
    """Return up to LOT items, read for up to LOT_SECONDS, and whether there are more."""
    lot: list[Article | Failure] = []
    latest = time.monotonic() + LOT_SECONDS
    while len(lot) < LOT and time.monotonic() <= latest:
        if stop():
            tally.interrupted = True
            break
        item = next(items, None)
        if item is None:
            return lot, False
        lot.append(item)
    return lot, True


def _prepared(
    store: Store, item: Article | Failure, overrides: Mapping[str, str], seen: dict[str, int | None] | None
) -> Article | Outcome:
    """Return the article to store with its page facts; where there is nothing to store, what became of it."""
    from culturex.suggest import prepare

    if not isinstance(item, Article):
        return Outcome("failed", item.source, reason=item.reason, hint=item.hint)
    there = store.find_text(item.sha256)
    if there is not None or (seen is not None and item.sha256 in seen):
        return Outcome("known", item.source, there, store.article(there).article if there else item)
    article = prepare(item, **overrides)
    if seen is not None:
        seen[item.sha256] = None
        return Outcome("new", item.source, None, article)
    return article


def _stored(store: Store, article: Article) -> Outcome:
    number, is_new = store.add_article(article)
    if is_new:
        return Outcome("new", article.source, number, article)
    return Outcome("known", article.source, number, store.article(number).article)
