"""Single fields over many events: checked one card after the other (``--only``), or filled at speed (``--field``)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from culturex.cli.prompts import Terminal
from culturex.cli.prompts_screen import Back, Choice, Screen
from culturex.model.certainty import check_of, is_check
from culturex.model.event import Event
from culturex.model.fields import FieldSpec
from culturex.store.store import Store

if TYPE_CHECKING:
    from culturex.workflow import Card, Decision

# What can be done besides looking at the fields, in the order shown; each has the first of its letters as its key that
# no field has.
_COMMANDS = {"accept": "Accept", "reject": "Reject", "skip": "Skip", "undo": "Undo", "text": "Text", "quit": "Quit"}
_HELP = {
    "accept": "the fields are right as the card shows them; Enter does the same. The rest of the event stays open",
    "reject": "reject the whole event",
    "skip": "leave it for later",
    "undo": "take the last decision back and ask about it again",
    "text": "show the whole article with its quotes",
    "quit": "quit; the same command goes on here",
}


class FieldsTerminal(Terminal):
    """A person at the keyboard who looks at a few fields of stored events, as a Decider.

    A field that they let stand or change counts as checked; the review of the event stays where it is. With *fill*,
    the line of the field is asked for at once, and Escape leads to the keys.
    """

    def __init__(
        self, store: Store, specs: Sequence[FieldSpec], screen: Screen | None = None, *, fill: bool = False
    ) -> None:
        super().__init__(store, screen, is_review=True)
        self.specs = tuple(specs)
        self._fill = fill
        self._choices = _choices("".join(s.key for s in self.specs))

    def _decide(self, card: Card) -> Decision:
        assert card.event is not None
        self._drafts.card = card.draft
        self._head(card)
        event = card.event
        self._show(card, event)
        self._say([card.note, *self._drafts.said_of([s.name for s in self.specs if s.name in card.kept])])
        if self._fill:
            with suppress(Back):
                return self._checked(card, self._editor(card.article).field(event, self.specs[0]))
        by_key = {s.key: s for s in self.specs}
        shown = [choice for choice, _ in self._choices.values()]
        while True:
            default = self._key("skip" if self._fill else "accept")
            key = self.screen.key(shown, default, lead="Letter of a field,", more="".join(by_key) + "?")
            if key in by_key:
                with suppress(Back):
                    event = self._editor(card.article).field(event, by_key[key])
                    if len(by_key) == 1:
                        return self._checked(card, event)
                    self._drafts.keep(card, event)
                self._show(card, event)
            elif key == self._key("accept"):
                if event.type or not card.event.type:
                    return self._checked(card, event)
                self.screen.say("An event needs a type.", style="bold")
            elif key == self._key("text"):
                self._tell("t", card.article, event)
            elif key == "?":
                self._explain()
            else:
                action = next(name for name in self._choices if self._key(name) == key)
                return self._answer(action)

    def _answer(self, action: str) -> Decision:
        from culturex.workflow import Decision

        return Decision(action, draft=self._drafts.card)

    def _checked(self, card: Card, event: Event) -> Decision:
        """Return the decision that the fields are right as *event* has them.

        What was edited elsewhere of other fields is not decided about here.
        """
        from culturex.workflow import Decision

        before = card.origin or event
        values = {s.name: getattr(event, s.name) for s in self.specs}
        # A mark of before is about what was there before.
        kept = [e for e in before.evidence if not (is_check(e) and e.field in values)]
        checked = replace(before, **values, evidence=(*kept, *map(check_of, values)))
        return Decision("check", checked, draft=self._drafts.card)

    def _key(self, action: str) -> str:
        return self._choices[action][0].key

    # -- what is shown

    def _show(self, card: Card, event: Event | None) -> None:
        from culturex.cli.prompts_view import FieldsView

        assert event is not None
        self.screen.show(FieldsView(card.article, event, self.specs, self.codebook, self.screen.colour))
        self.screen.show()

    def _explain(self) -> None:
        """Say what the keys do."""
        from rich.text import Text

        from culturex.cli.blocks import grid

        rows = [("", Text(s.key, style="bold"), Text(f"change {s.label}")) for s in self.specs]
        rows += [("", Text(choice.key, style="bold"), Text(said)) for choice, said in self._choices.values()]
        self.screen.show(grid(rows))


def _choices(taken: str) -> dict[str, tuple[Choice, str]]:
    """Return the choice for each command, its key a letter that is not *taken*, and what it does."""
    used = set(taken)
    found = {}
    for action, word in _COMMANDS.items():
        letter = next((c for c in word.lower() if c not in used), None) or next(c for c in "zjvwgiyhf" if c not in used)
        used.add(letter)
        at = word.lower().find(letter)
        label = f"{word[:at].lower()}[{letter.upper()}]{word[at + 1 :]}" if at >= 0 else f"[{letter.upper()}] {word}"
        found[action] = (Choice(label), _HELP[action])
    return found
