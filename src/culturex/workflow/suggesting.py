"""Events from the suggester, stored as unreviewed."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from culturex.errors import NotFoundError
from culturex.model.article import Article, StoredArticle
from culturex.model.event import Event
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.workflow.tally import BATCH, BATCH_SECONDS, Tally, counted

if TYPE_CHECKING:
    from concurrent.futures import Future

    from culturex.suggest import Known, Suggestion

SUGGESTER = "suggester"
# Articles that a worker process is given at once, and how many such lots wait for each: enough to keep it busy, few
# enough to keep memory flat.
LOT = 16
AHEAD = 3
# Characters after which a lot is full, so that Ctrl-C is heard soon: some are read in a quarter of a second.
LOT_CHARACTERS = 100_000
# New objects after which Python looks for garbage: more than the articles at hand have, none of which is any yet.
_YOUNG = 100_000


def known_from(store: Store) -> Known:
    """Return what the user's own decisions teach the suggester: names accepted, suggestions rejected."""
    from culturex.store import learned
    from culturex.suggest import Known

    return Known(learned.names(store.connection), learned.rejected(store.connection))


def suggest_for(stored: StoredArticle, known: Known | None = None) -> Suggestion:
    """Return what the suggester sees in a stored article, with what is *known* from the store."""
    from culturex.suggest import suggest

    return suggest(stored.article, known=known)


def least_certain_first(store: Store, articles: Sequence[int]) -> list[int]:
    """Return *articles* in the order of how sure the suggester is of their least certain event.

    Articles in which it sees nothing come last.
    """
    known = known_from(store)
    sure = {n: _certainty(suggest_for(store.article(n), known).events) for n in articles}
    return sorted(articles, key=lambda n: (sure[n], n))


def articles_in_order(store: Store, articles: Sequence[int], order: str) -> list[int]:
    """Return *articles* by ``number``, ``date`` of publication, ``outlet``, or ``uncertain``: the least sure first."""
    if order == "uncertain":
        return least_certain_first(store, articles)
    from culturex.store import queues

    return queues.articles_in_order(store.connection, articles, order)


def _certainty(events: Sequence[Event]) -> float:
    found = [
        e.confidence for event in events for e in event.evidence if e.field == "event" and e.confidence is not None
    ]
    return min(found, default=2.0)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Let Python look for garbage in cycles once in a while only: articles leave none, and looking takes time."""
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@_collecting_rarely()
def tag_auto(
    store: Store,
    articles: Sequence[int],
    *,
    jobs: int = 1,
    deed: Deed | None = None,
    report: Callable[[int, int], None] = lambda article, events: None,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Store the suggester's events of *articles* as unreviewed, in place of its earlier unreviewed ones.

    What a person coded or reviewed stays, also what is decided while this goes on. One deed (*deed* where it goes on
    with something else), in batches of one transaction each; *stop* is asked before each article, and what was done
    before it said True is kept. With *jobs* more than one, so many processes read the articles; the result is the
    same, in the same order.
    """
    from culturex.store import coders, queues

    tally = Tally()
    deed = deed or Deed("tag --auto")
    articles = list(dict.fromkeys(articles))
    coded = coders.coded_by_others(store.connection, articles, SUGGESTER)
    left = [n for n in articles if n not in coded]
    tally.add("articles", len(articles) - len(left))
    states = queues.article_states(store.connection)
    suggested = _suggestions(store, left, jobs)
    waiting = deque(left)
    while waiting and not tally.interrupted:
        # Read first and stored then: another program finds the store free for most of the time.
        read: list[tuple[int, tuple[Event, ...]]] = []
        latest = time.monotonic() + BATCH_SECONDS
        while waiting and len(read) < BATCH and (not read or time.monotonic() <= latest):
            if stop():
                tally.interrupted = True
                break
            read.append((waiting.popleft(), next(suggested)))
        with store.deed(deed), store.adding("events"):
            free = _as_they_were(store, [number for number, _ in read], states)
            for number, events in read:
                if number in free:
                    _keep(store, number, events)
                stored = len(events) if number in free else 0
                tally.add("articles")
                tally.add("events", stored)
                report(number, stored)
            deed.summary = f"suggested {counted(tally['events'], 'event')} in {counted(tally['articles'], 'article')}"
    suggested.close()
    return tally


def _as_they_were(store: Store, articles: Sequence[int], states: Mapping[int, str]) -> set[int]:
    """Return those of *articles* that are still in the *states* of when reading began, and nobody has coded since."""
    from culturex.store import coders, queues

    present = queues.article_states(store.connection, articles)
    same = [number for number in articles if present.get(number) == states.get(number)]
    return set(same) - coders.coded_by_others(store.connection, same, SUGGESTER)


def _keep(store: Store, number: int, events: Sequence[Event]) -> None:
    """Store the suggester's *events* of an article in place of those it suggested before."""
    for earlier in store.unreviewed_by(number, SUGGESTER):
        store.delete_event(earlier)
    for event in events:
        store.add_event(event, number, review="unreviewed", coder=SUGGESTER)
    if not events:
        # Not "no_event": that is for a person to say.
        store.set_article_state(number, "skipped")


def _suggestions(store: Store, articles: Sequence[int], jobs: int) -> Generator[tuple[Event, ...], None, None]:
    """Yield the suggested events of each article, in order."""
    known = known_from(store)
    texts = (_text_of(store, n) for n in articles)
    if jobs <= 1 or len(articles) <= LOT:
        yield from _in_lots(texts, known)
        return
    yield from _in_processes(texts, known, jobs)


def _text_of(store: Store, number: int) -> Article:
    """Return an article; an empty one where another program has deleted it since: nothing is then stored for it."""
    try:
        return store.article(number).article
    except NotFoundError:
        return Article.of("")


def _in_lots(articles: Iterable[Article], known: Known) -> Iterator[tuple[Event, ...]]:
    """Yield the events of each article, lot by lot: a processor likes to do one thing at a time."""
    articles = iter(articles)
    yield from _lot(list(islice(articles, 1)), known)
    # By now the tables of words are loaded: a great many objects that live to the end. Looking through them for garbage
    # again and again would take a twelfth of the time.
    gc.freeze()
    while lot := _next_lot(articles):
        yield from _lot(lot, known)


def _next_lot(articles: Iterator[Article]) -> list[Article]:
    lot: list[Article] = []
    size = 0
    while len(lot) < LOT and size < LOT_CHARACTERS and (article := next(articles, None)):
        lot.append(article)
        size += len(article.text)
    return lot


def _lot(articles: list[Article], known: Known) -> list[tuple[Event, ...]]:
    from culturex.suggest import suggest_all

    return [suggestion.events for suggestion in suggest_all(articles, known=known)]


def _in_processes(articles: Iterable[Article], known: Known, jobs: int) -> Iterator[tuple[Event, ...]]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    articles = iter(articles)
    # Spawned and not forked: an open SQLite connection must not be carried into a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_work) as pool:
        waiting: deque[Future[list[tuple[Event, ...]]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (lot := _next_lot(articles)):
                    waiting.append(pool.submit(_lot, lot, known))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _begin_work() -> None:
    """Leave Ctrl-C to the parent, which ends after the article at hand; look for garbage as rarely as it does."""
    import signal

    gc.set_threshold(_YOUNG)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
