"""What a session asks and is answered: a Card, a Decision, and who decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from culturex.model.article import StoredArticle
from culturex.model.event import Event, EventRecord

if TYPE_CHECKING:
    from culturex.errors import StoreError
    from culturex.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Card:
    """One event put before a Decider: the article, the event, and where in the queue it stands.

    *event* is as stored (*record*) or as *suggested*, or what a person made of it before: it was taken back, or could
    not be stored. *record* is None for what is not stored, *suggested* for a stored event and for a person's own.
    *event* is None where the suggester saw nothing and *reason* says why. *coded* are the events that the store has of
    the article. *position* counts articles (or, in a review, events) from 1; it is 0 for a card outside the queue: one
    that an undo brought back. The event is the *nth* *of* those that came into the queue with the article (0 where they
    were not counted). *note* says what happened just before, in a sentence: a decision was taken back, or another
    program decided meanwhile. *known* are the stored events that could be the same, as other articles tell them, the
    likeliest first. *draft* is the number of the draft with what the person has changed of *origin* and not yet decided
    about, None where there is none; *kept* are the names of the fields that were changed when the card came before.
    """

    article: StoredArticle
    event: Event | None
    record: EventRecord | None
    position: int
    total: int
    reason: str | None = None
    note: str | None = None
    coded: tuple[EventRecord, ...] = ()
    nth: int = 0
    of: int = 0
    known: tuple[tuple[EventRecord, Likeness], ...] = ()
    suggested: Event | None = None
    draft: int | None = None
    kept: tuple[str, ...] = ()

    @property
    def origin(self) -> Event | None:
        """The event before a person changed it: as stored or as suggested, None for a person's own."""
        return self.record.event if self.record else self.suggested


@dataclass(frozen=True, slots=True)
class Decision:
    """What a Decider wants. *action* is accept, reject, check, new, merge, skip, done, no_event, undo or quit.

    *event* is the event to store for accept (as suggested or edited), check, new and merge. *known* is the stored event
    that it is merged into (with merge; with new, where the new event is one that is known), which counts where the two
    differ, but for the fields in *take*. *draft* is the number of the draft that the decision is about, if any.
    """

    action: str
    event: Event | None = None
    known: int | None = None
    take: tuple[str, ...] = ()
    draft: int | None = None


class Decider(Protocol):
    """Who decides about events: the terminal, a script of flags, a test. The core cannot tell them apart.

    ``decide`` is given one Card after the other and answers with a Decision. ``accept`` stores the event as accepted,
    ``reject`` keeps it as rejected, ``check`` stores one that is stored already and leaves its review where it is,
    ``new`` stores another event of the same article and asks about the same card again, ``merge`` records that the
    article tells an event which is stored, ``skip`` leaves the card for later, ``done`` goes to the next article,
    ``no_event`` records that the article reports none, ``undo`` takes the last decision back and asks about it again,
    ``quit`` stops; each decision is stored before the next card is shown. Nothing needs to be inherited.
    """

    def decide(self, card: Card) -> Decision:
        """Answer one card."""
        ...


# Who watches is told of every decision once it is stored, with the number of the event it was about (None for none).
Report = Callable[[Card, Decision, "int | None"], None]
# Who watches is told that another program holds the store; the session then tries again. Raising ends it.
Wait = Callable[["StoreError"], None]
# Who decides is asked at the end of the queue: is the last decision to be taken back? What is left to say is given
# along; what is said of it is to be taken out.
Finish = Callable[["list[str]"], bool]


def is_over(notes: list[str]) -> bool:
    """Let the session end with its queue."""
    return False


def give_up(error: StoreError) -> None:
    """Do not wait for another program: raise *error*."""
    raise error
