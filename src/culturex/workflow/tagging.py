"""Events put before a Decider, one after the other; every decision is stored before the next card is shown."""

from __future__ import annotations

from collections.abc import Sequence

from culturex.store.store import Store
from culturex.workflow.deciding import Decider, Finish, Report, Wait, give_up, is_over
from culturex.workflow.session import Session
from culturex.workflow.tally import Tally


def tag_with(
    store: Store,
    articles: Sequence[int],
    decider: Decider,
    *,
    again: bool = False,
    unaided: bool = False,
    report: Report = lambda card, decision, event: None,
    wait: Wait = give_up,
    finish: Finish = is_over,
) -> Tally:
    """Put the suggested events of *articles* before *decider*, one after the other; every decision is one deed.

    With *again*, also those that were decided about before; *unaided* puts the articles alone, without what the
    suggester sees. An article that another program deals with meanwhile is passed over. *report* is told of each
    decision when it is stored, *wait* of a store that another program holds longer than SQLite waits by itself.
    *finish* is asked at the end of the queue, where something was decided, whether to take the last decision back.
    """
    return Session(store, decider, report=report, wait=wait, finish=finish, again=again, unaided=unaided).tag(articles)


def review_with(
    store: Store,
    events: Sequence[int],
    decider: Decider,
    *,
    report: Report = lambda card, decision, event: None,
    wait: Wait = give_up,
    finish: Finish = is_over,
) -> Tally:
    """Put stored events before *decider*, one after the other; every decision is one deed.

    An event that another program decides about or deletes meanwhile is passed over. *report*, *wait* and *finish* are
    as for ``tag_with``.
    """
    return Session(store, decider, report=report, wait=wait, finish=finish).review(events)
