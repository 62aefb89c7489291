"""A language model beside the suggester: their events held against each other, or put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from culturex.ask.comparing import compare, fill
from culturex.ask.merging import merge
from culturex.model.support import unsupported
from culturex.store.coders import has_reviewed
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.workflow.asking import Reading, Taken, coder_of
from culturex.workflow.suggesting import SUGGESTER, known_from, suggest_for
from culturex.workflow.tally import counted

if TYPE_CHECKING:
    from culturex.ask.comparing import Pair
    from culturex.suggest import Known


def filled_coder(model: str) -> str:
    """Return the name that the suggester's events carry once a model has filled them."""
    return f"{SUGGESTER}+{coder_of(model)}"


@dataclass
class Comparing:
    """What to do with the replies about each article: hold their events against the suggester's, and store neither.

    *found* are the pairs by the number of the article.
    """

    store: Store
    found: dict[int, list[Pair]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = known_from(self.store)

    def __call__(self, number: int, readings: Sequence[Reading]) -> Taken:
        """Compare the events of one article."""
        taken = _taken(number, readings)
        if _are_of_use(readings):
            suggested = suggest_for(self.store.article(number), self._known).events
            self.found[number] = compare(suggested, merge([r.events for r in readings]))
        return taken


@dataclass
class Filling:
    """What to do with the replies about each article: fill the suggester's events from them, and store these.

    They replace the unreviewed ones of the suggester; what a person reviewed stays. All are one deed.
    """

    store: Store
    model: str

    def __post_init__(self) -> None:
        self._known: Known = known_from(self.store)
        self._deed = Deed("tag --model --fill")
        self._events = self._articles = 0

    def __call__(self, number: int, readings: Sequence[Reading]) -> Taken:
        """Fill and store the events of one article."""
        taken = _taken(number, readings)
        coders = (SUGGESTER, filled_coder(self.model))
        if not _are_of_use(readings):
            return taken
        if any(has_reviewed(self.store.connection, number, coder) for coder in coders):
            return _taken(number, readings, reviewed=True)
        suggested = suggest_for(self.store.article(number), self._known).events
        events = fill(suggested, merge([r.events for r in readings]))
        with self.store.deed(self._deed):
            for coder in coders:
                for earlier in self.store.unreviewed_by(number, coder):
                    self.store.delete_event(earlier)
            stored = [self.store.add_event(e, number, review="unreviewed", coder=coders[1]) for e in events]
            if not stored:
                self.store.set_article_state(number, "skipped")
            told, articles = self._events + len(stored), self._articles + 1
            self._deed.summary = f"{self.model}: filled {counted(told, 'event')} in {counted(articles, 'article')}"
        self._events, self._articles = told, articles
        return _taken(number, readings, events=tuple(stored), doubted=sum(len(unsupported(e)) for e in events))


def _are_of_use(readings: Sequence[Reading]) -> bool:
    return any(r.completion.status == "read" for r in readings)


def _taken(
    number: int,
    readings: Sequence[Reading],
    *,
    events: tuple[int, ...] = (),
    doubted: int = 0,
    reviewed: bool = False,
) -> Taken:
    logs = [r.completion for r in readings]
    return Taken(
        number,
        events,
        doubted,
        repairs=tuple(s for c in logs for s in c.repairs),
        refusals=tuple(s for c in logs for s in c.refusals),
        failures=tuple(c.reason or "The reply cannot be used." for c in logs if c.status != "read"),
        reviewed=reviewed,
    )
