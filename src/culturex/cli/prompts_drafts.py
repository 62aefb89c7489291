"""What a person has changed on a card and not yet decided about: kept with every field, and shown again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from culturex.cli.prompts_screen import Screen
from culturex.cli.wording import label_of
from culturex.errors import StoreError
from culturex.model.event import Event
from culturex.store.store import Store
from culturex.workflow import Card, begun, forget_draft, keep_begun, keep_draft


@dataclass
class Drafts:
    """The drafts of a session: *card* is the number of that of the card on show, *new* of the new event being written;
    None where there is none.
    """

    screen: Screen
    store: Store
    card: int | None = None
    new: int | None = None

    def keep(self, card: Card, event: Event) -> None:
        """Keep what the person has changed of the event of *card*."""
        with self._unless_in_use():
            self.card = keep_draft(self.store, card, event, self.card)

    def keep_new(self, card: Card, event: Event) -> None:
        """Keep a new event of the article of *card*, as far as it is written."""
        with self._unless_in_use():
            self.new = keep_begun(self.store, card.article.id, event, self.new)

    def forget(self, *, is_new: bool = False) -> None:
        """Drop the edits of the card, or the new event."""
        draft = self.new if is_new else self.card
        if draft is not None:
            with self._unless_in_use():
                forget_draft(self.store, draft)
        if is_new:
            self.new = None
        else:
            self.card = None

    def begun(self, card: Card) -> Event | None:
        """Return the new event of the article of *card* that was begun and neither stored nor forgotten."""
        self.new, event = begun(self.store, card.article.id, but=card.draft) or (None, None)
        return event

    def said(self, card: Card) -> list[str]:
        """Return in sentences what was changed when *card* was shown before, and what was begun of its article."""
        return [*self.said_of(card.kept), *self.said_of_new(card)]

    def said_of(self, kept: Sequence[str]) -> list[str]:
        """Return in a sentence which fields were changed before; nothing where none was."""
        labels = [label_of(name) for name in kept]
        named = " and ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))
        return [f"Your edits of {named} are kept here."] if named else []

    def said_of_new(self, card: Card) -> list[str]:
        """Return in a sentence that a new event was begun of the article of *card*; nothing where none was."""
        return ["A new event that you had begun is kept: n goes on with it."] if self.begun(card) else []

    @contextmanager
    def _unless_in_use(self) -> Iterator[None]:
        """Say it where the store cannot be written to; what was edited is on the card all the same."""
        try:
            yield
        except StoreError as error:
            self.screen.say(f"{error.message} Your edits stand on this card alone until you decide.", style="bold")
