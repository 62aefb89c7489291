"""A session of decisions: the queue, what becomes of each answer, and the way back.

A session is not alone: another program may decide about the same article at the same time. What it has done is passed
over, or put before the Decider as things stand now.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from culturex.errors import BusyError, CulturexError, InputError, NotFoundError
from culturex.model.article import StoredArticle
from culturex.model.event import Event, EventRecord
from culturex.store import connect, queues, taking_back
from culturex.store.store import Store
from culturex.workflow.deciding import Card, Decider, Decision, Finish, Report, Wait, is_over
from culturex.workflow.drafting import begun, decided_by, kept_again, kept_of
from culturex.workflow.joining import likeliest
from culturex.workflow.keeping import Clash, close, keep, told
from culturex.workflow.stepping_back import step_back
from culturex.workflow.tally import Tally
from culturex.workflow.turns import Turn, origin_of, turns_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the queue that was not looked at yet; *state* is where it stood when the queue was made, None for
    one that is gone through whatever became of it.
    """

    article: int
    position: int
    state: str | None


class Session:
    """One run through a queue of articles or of stored events, before one Decider."""

    def __init__(
        self,
        store: Store,
        decider: Decider,
        *,
        report: Report,
        wait: Wait,
        finish: Finish = is_over,
        again: bool = False,
        unaided: bool = False,
    ) -> None:
        self.store = store
        self.decider = decider
        self.report = report
        self.wait = wait
        self.finish = finish
        self.again = again
        self.unaided = unaided
        self.tally = Tally()
        self._todo: deque[Entry | Turn] = deque()
        self._total = 0
        # Where the articles (in a review, the events) stand in the queue.
        self._positions: dict[int, int] = {}
        self._is_review = False
        # Articles with an event that was left for later: they stay to do.
        self._left: set[int] = set()
        self._notes: list[str] = []
        self._refused: Decision | None = None
        # The deeds of this session and what each did: only they, and those before it, can be stepped back through.
        self._own: dict[int, str] = {}
        self._until = taking_back.newest(store.connection)

    def tag(self, articles: Sequence[int]) -> Tally:
        """Go through *articles*; return how many decisions of each action stand."""
        states = queues.article_states(self.store.connection)
        return self._run([Entry(n, i, states.get(n)) for i, n in enumerate(dict.fromkeys(articles), 1)])

    def review(self, events: Sequence[int]) -> Tally:
        """Go through stored *events*; return how many decisions of each action stand."""
        self._is_review = True
        stand = queues.reviews(self.store.connection)
        first = queues.first_articles(self.store.connection)
        found = [n for n in dict.fromkeys(events) if n in first]
        return self._run([Turn(first[n], i, number=n, review=stand[n]) for i, n in enumerate(found, 1)])

    # -- the queue

    def _run(self, queue: Sequence[Entry | Turn]) -> Tally:
        self._todo.extend(queue)
        self._total = len(queue)
        self._positions = {_key(item): item.position for item in queue}
        while self._go_through() and self._own and self.finish(self._notes):
            self._patiently(self._step_back)
        self.tally.notes = self._notes
        return self.tally

    def _go_through(self) -> bool:
        """Go through what is still to do; return False where the Decider has stopped."""
        while self._todo:
            item = self._todo.popleft()
            if isinstance(item, Entry):
                self._todo.extendleft(reversed(self._patiently(partial(self._look_at, item))))
                continue
            card = self._patiently(partial(self._card, item))
            if card is not None and self._take(item, card) == "quit":
                return False
        return True

    def _look_at(self, entry: Entry) -> list[Turn]:
        """Return the turns of an article; none where another program has dealt with it since the queue was made."""
        try:
            stored = self.store.article(entry.article)
        except NotFoundError:
            self._notes.append(f"Meanwhile another program deleted article {entry.article}.")
            return []
        if entry.state is not None and stored.state != entry.state:
            self._notes.append(f"Meanwhile another program dealt with article {entry.article}.")
            return []
        return turns_of(self.store, stored, entry.position, again=self.again, unaided=self.unaided)

    def _card(self, turn: Turn) -> Card | None:
        """Return the card of a turn as things stand now; None where there is nothing left to decide."""
        record: EventRecord | None = None
        try:
            stored = self.store.article(turn.article)
            record = self.store.event(turn.number) if turn.number is not None else None
        except NotFoundError:
            # Deleted since the queue was made: by the answer "no event", or by another program.
            return None
        if record and turn.review not in (None, record.review):
            self._notes.append(told(self.store, record.id))
            return None
        event, draft, kept = self._draft(turn, stored, record)
        note, self._notes = " ".join(self._notes) or None, []
        coded = tuple(self.store.events_of(turn.article))
        known = likeliest(self.store, event, turn.article, number=turn.number) if event else ()
        return Card(
            stored,
            event,
            record,
            turn.position,
            self._total,
            turn.reason,
            note,
            coded,
            turn.nth,
            turn.of,
            known,
            turn.event,
            draft,
            kept,
        )

    def _draft(
        self, turn: Turn, stored: StoredArticle, record: EventRecord | None
    ) -> tuple[Event | None, int | None, tuple[str, ...]]:
        """Return the event of a card as the person has it, the number of its draft, and the fields changed before."""
        origin = record.event if record else turn.event
        if turn.draft is not None:
            return *kept_again(self.store, stored, origin, turn.number, turn.draft), ()
        kept = kept_of(self.store, stored, origin, turn.number) if origin else None
        return (kept.event, kept.draft, kept.fields) if kept else (origin, None, ())

    def _take(self, turn: Turn, card: Card) -> str:
        """Ask about one card, do what is wanted, and return the action."""
        decision = self.decider.decide(card)
        if decision.action == "undo":
            self._todo.appendleft(turn)
            self._patiently(self._step_back)
            return decision.action
        event = None
        if decision.action not in ("skip", "done", "quit"):
            outcome = self._patiently(partial(self._keep, card, decision))
            if isinstance(outcome, Clash):
                self._yield(turn, card, decision, outcome)
                return "clash"
            event = outcome
        self.tally.add(decision.action)
        if decision.action == "new":
            self._todo.appendleft(turn)
        elif decision.action == "skip":
            self._left.add(turn.article)
        elif decision.action in ("done", "no_event"):
            self._drop(turn.article)
        if decision.action == "done" and not self._is_review:
            self._remember(self._patiently(partial(close, self.store, card, decision)), decision)
        self.report(card, decision, event)
        return decision.action

    def _keep(self, card: Card, decision: Decision) -> int | Clash | None:
        try:
            outcome = keep(self.store, card, decision, state=self._state_after(card, decision))
        except InputError as error:
            # What cannot be stored is asked about again, but not of a Decider that has no other answer.
            if decision == self._refused:
                raise
            self._refused = decision
            return Clash(" ".join(filter(None, (error.message, error.hint))))
        if isinstance(outcome, Clash):
            return outcome
        self._remember(outcome.deed, decision)
        return outcome.event

    def _state_after(self, card: Card, decision: Decision) -> str | None:
        """Return the state of an article that is to be tagged after a decision, None where it stays as it is.

        It is new until its last event is decided about, also one that a person has begun to write, so that whoever
        stops before finds it again.
        """
        number = card.article.id
        if card.article.state not in ("new", "skipped"):
            return None
        if self._is_review:
            return card.article.state
        waits = number in self._left or (decision.action == "new" and card.event is not None)
        waits = waits or any(t.article == number and (isinstance(t, Entry) or t.is_open) for t in self._todo)
        waits = waits or begun(self.store, number, but=decision.draft) is not None
        return "new" if waits else "tagged"

    def _drop(self, article: int) -> None:
        """Take out of the queue what else is to be decided about an article."""
        self._left.discard(article)
        self._todo = deque(t for t in self._todo if not isinstance(t, Turn) or t.article != article)

    def _remember(self, deed: int | None, decision: Decision) -> None:
        if deed is not None:
            self._own[deed] = decision.action

    # -- not alone

    def _patiently(self, act: Callable[[], T]) -> T:
        """Do something in the store, and again as long as another program holds it."""
        while True:
            try:
                with connect.sentences(self.store.path or "in memory"):
                    return act()
            except BusyError as error:
                self.wait(error)

    def _yield(self, turn: Turn, card: Card, decision: Decision, clash: Clash) -> None:
        """Say that another program was first, and put the card again unless nothing is left to ask.

        What the person had changed is on the new card.
        """
        self._notes.append(clash.told)
        if clash.is_settled:
            return
        if decision.action == "new":
            self._todo.extendleft((turn, Turn(turn.article, turn.position, draft=decision.event)))
            return
        draft = decision.event if decision.event != card.event else turn.draft
        again = replace(turn, draft=draft, review=None)
        if clash.number is not None:
            again = replace(again, number=clash.number, event=None)
        elif clash.is_gone:
            again = replace(again, number=None)
        self._todo.appendleft(again)

    # -- the way back

    def _step_back(self) -> None:
        """Take back the last decision; it is asked about next."""
        try:
            back = step_back(self.store, until=self._until, own=self._own)
        except BusyError:
            raise
        except CulturexError as error:
            self._notes.append(" ".join(filter(None, (error.message, error.hint))))
            return
        self._notes.append(f"Took back: {back.deed.summary or back.deed.command}.")
        if made := self._own.pop(back.deed.id, None):
            self.tally.add(made, -1)
        if back.number is None and back.event is None:
            again = self._turns_again(back.article)
            self._todo.extendleft(reversed(again))
            return
        place = back.number if self._is_review else back.article
        turn = Turn(back.article, self._positions.get(place or 0, 0), number=back.number, draft=back.event)
        if not self._is_review:
            origin, is_open = origin_of(self.store, self.store.article(back.article), turn)
            turn = replace(turn, event=origin)
            if back.deed.command == "merge" and back.number is None:
                # The event that it was merged into tells it in the words of both.
                turn = replace(turn, draft=decided_by(self.store, back.deed.id, origin) or back.event)
            if is_open:
                self._left.add(back.article)
        self._todo.appendleft(turn)

    def _turns_again(self, article: int) -> list[Turn]:
        """Return what there is to decide about an article that counted as done, beside what waits in the queue."""
        if not self._is_review:
            self._drop(article)
            return self._look_at(Entry(article, self._positions.get(article, 0), None))
        waiting = {turn.number for turn in self._todo if isinstance(turn, Turn)}
        there = [r.id for r in self.store.events_of(article) if r.review == "unreviewed" and r.id not in waiting]
        return [Turn(article, self._positions.get(n, 0), number=n) for n in there]


def _key(item: Entry | Turn) -> int:
    return item.article if isinstance(item, Entry) or item.number is None else item.number
