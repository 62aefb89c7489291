"""The Decider at the terminal: one event after the other as a card, then one line of keys.

Questions and cards go to standard error. A session is a row of Decisions, each stored before the next card is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from culturex.cli import output, prompts_keys
from culturex.errors import StoreError, UsageError
from culturex.store.store import Store

if TYPE_CHECKING:
    from culturex.cli.hangup import Hangup
    from culturex.cli.prompts_fields import Editor
    from culturex.cli.prompts_merge import Known
    from culturex.cli.prompts_screen import Screen
    from culturex.model.article import StoredArticle
    from culturex.model.event import Event
    from culturex.suggest.mentions import Mention
    from culturex.workflow import Card, Decision, Tally


_NO_TYPE = "An event needs a type: e, then y."


def require_terminal(instead: str) -> None:
    """Raise UsageError where nobody can be asked; *instead* says which flags do without questions."""
    if not output.has_keyboard():
        raise UsageError(
            "There is no terminal to ask questions at.",
            f"Without one: {instead}.",
        )


class Terminal:
    """A person at the keyboard, as a Decider. Use it in a ``with`` block, which keeps keys typed ahead."""

    def __init__(
        self, store: Store, screen: Screen | None = None, *, is_review: bool = False, unaided: bool = False
    ) -> None:
        from culturex.cli.prompts_drafts import Drafts
        from culturex.cli.prompts_screen import Screen

        self._is_review = is_review
        self._unaided = unaided

        self.store = store
        self.screen = screen or Screen.of_terminal()
        self.codebook = store.codebook()
        self._article: int | None = None
        self._mentions: tuple[int, tuple[Mention, ...]] | None = None
        self._hangup: Hangup | None = None
        self._drafts = Drafts(self.screen, store)

    def __enter__(self) -> Self:
        from culturex.cli.hangup import Hangup

        self._block = ExitStack()
        number = None
        with suppress(OSError, ValueError, NotImplementedError):
            number = self.screen.input.fileno()
        self._hangup = self._block.enter_context(Hangup(number))
        self._block.enter_context(self.screen.quiet())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._block.__exit__(kind, error, trace)

    # -- the Decider

    def decide(self, card: Card) -> Decision:
        """Put *card* before the person and return what they want; Ctrl-D or a closed input is quit."""
        try:
            return self._decide(card)
        except EOFError:
            if self._hangup and self._hangup.is_gone:
                raise
            return self._decision("q")

    def _decide(self, card: Card) -> Decision:
        from culturex.cli.prompts_screen import Choice

        self._drafts.card = card.draft
        self._head(card)
        event = card.event
        self._show(card, event)
        self._say([card.note, *self._drafts.said(card)])
        default = "a" if event else "d" if self._coded(card) else "s"
        while True:
            choices = [Choice(label) for label in self._labels(card, event)]
            key = self.screen.key(choices, default, more=prompts_keys.TEXT)
            if key == "n":
                if (decision := self._new(card)) is not None:
                    return decision
                self._show(card, event)
                self._say(self._drafts.said_of_new(card))
            elif key == "m" and event:
                if (decision := self._merge(card, event, "merge")) is not None:
                    return decision
                self._show(card, event)
            elif key == "e" and event:
                event, accepted = self._edit(card.article, event, partial(self._drafts.keep, card))
                if accepted:
                    return self._decision("a", event)
                self._show(card, event)
            elif key == "f":
                event = card.origin
                self._drafts.forget()
                self._show(card, event)
            elif key in ("t", "?"):
                self._tell(key, card.article, event)
            elif key == "a" and event and not event.type:
                self.screen.say(_NO_TYPE, style="bold")
            elif key == "v" and (coded := self._coded(card)):
                self.screen.say(f"This article has events already: {coded}. Delete them first, or d goes on.")
            else:
                return self._decision(key, event if key == "a" else None)

    def _labels(self, card: Card, event: Event | None) -> tuple[str, ...]:
        if event:
            is_edited = card.origin is not None and event != card.origin
            return prompts_keys.WITH_EDITS if is_edited else prompts_keys.WITH_EVENT
        return prompts_keys.AFTER_NEW if self._coded(card) else prompts_keys.WITHOUT_EVENT

    # -- what became of it

    def stored(self, card: Card, decision: Decision, event: int | None) -> None:
        """Say that a decision is stored."""
        self.screen.say(f"→ {prompts_keys.SAID[decision.action].format(event=event)}", style="bold")

    def wait(self, error: StoreError) -> None:
        """Say that another program holds the store, and that its turn is waited for."""
        self.screen.say(f"{error.message} Waiting for it; Ctrl-C gives up, without this decision.", style="bold")

    def finish(self, notes: list[str]) -> bool:
        """Say that everything is decided about, and offer to take the last decision back; tell whether that is wanted.

        Where nothing was asked there is nothing to say.
        """
        from culturex.cli.prompts_screen import Choice

        if self._article is None:
            return False
        self.screen.show()
        while notes:
            self.screen.say(f"→ {notes.pop(0)}", style="bold")
        choices = [Choice(label) for label in prompts_keys.AT_END]
        try:
            return self.screen.key(choices, "q", lead="That was the last one.", escape="q") == "u"
        except EOFError:
            return False

    def summary(self, tally: Tally) -> str:
        """Return what was decided in the session, in one line."""
        counted = [f"{tally[action]} {word}" for action, word in prompts_keys.COUNTED.items() if tally[action]]
        went = ", ".join(counted) or "Nothing decided"
        after = (
            "The same command goes on here."
            if tally["quit"]
            else "culturex list shows the events; culturex undo takes the last decision back."
        )
        return " ".join([*tally.notes, f"{went}. {after}"])

    # -- what is shown

    def _head(self, card: Card) -> None:
        """Show where the queue stands and, where it is another one, the article."""
        from culturex.cli.blocks import article_head
        from culturex.cli.prompts_view import where

        self.screen.show()
        self.screen.show(where(card, is_review=self._is_review))
        if card.article.id != self._article:
            self._article = card.article.id
            self.screen.show(article_head(card.article.article, card.article.id))
            if card.record is None and (coded := self._coded(card)):
                self.screen.say(f"Coded already: {coded}.", style="dim")

    def _say(self, notes: Sequence[str | None]) -> None:
        """Say what happened before, and what was edited or begun and not decided about: below the card, where it is
        seen on a small screen too.
        """
        said = [note for note in notes if note]
        for note in said:
            self.screen.say(f"→ {note}", style="bold")
        if said:
            self.screen.show()

    def _coded(self, card: Card) -> str:
        """Return the events of the article that a person accepted, in words."""
        there = [r for r in card.coded if r.review == "accepted"]
        named = [f"event {r.id} ({', '.join(filter(None, (r.event.type, r.event.date)))})" for r in there]
        return "; ".join(named)

    def _show(self, card: Card, event: Event | None) -> None:
        from culturex.cli.prompts_view import CardView

        self.screen.show()
        known = self._known(card, event) if event else ()
        self.screen.show(CardView(card.article, event, self.codebook, self.screen.colour, known))
        if event is None:
            self.screen.show()
            self.screen.say(f"No event is suggested: {card.reason}." if card.reason else "No event is suggested.")
        self.screen.show()

    def _tell(self, key: str, article: StoredArticle, event: Event | None) -> None:
        """Show the text of the article, or what the keys do."""
        from rich.text import Text

        from culturex.cli.article_view import TextView
        from culturex.cli.blocks import grid
        from culturex.cli.prompts_view import evidence_in

        if key == "?":
            rows = [("", Text(k, style="bold"), Text(what)) for k, what in prompts_keys.EXPLAINED]
            self.screen.show(grid(rows))
        else:
            self.screen.show(TextView(article.article, evidence_in(article, event), self.screen.colour))
        self.screen.show()

    def _decision(self, key: str, event: Event | None = None) -> Decision:
        from culturex.workflow import Decision

        return Decision("new" if key == "n" else prompts_keys.ACTIONS[key], event, draft=self._draft(key))

    def _draft(self, key: str) -> int | None:
        """Return the number of the draft that a decision is about."""
        return self._drafts.new if key == "n" else self._drafts.card

    # -- changing an event

    def _editor(self, article: StoredArticle) -> Editor:
        from culturex.cli.prompts_completion import Known
        from culturex.cli.prompts_fields import Editor

        return Editor(self.screen, Known(self.codebook, self.store, article.article, self._seen(article)))

    def _seen(self, article: StoredArticle) -> tuple[Mention, ...]:
        """Return what the suggester sees in the article; asked for at the first edit, and once."""
        from culturex.workflow import suggest_for

        if self._unaided:
            return ()
        if self._mentions is None or self._mentions[0] != article.id:
            self._mentions = (article.id, tuple(suggest_for(article).mentions))
        return self._mentions[1]

    def _edit(self, article: StoredArticle, event: Event, keep: Callable[[Event], None]) -> tuple[Event, bool]:
        """Let the person edit fields by their letters; return the event and whether it is accepted as it is now.

        *keep* is given the event after each field.
        """
        from culturex.cli.prompts_screen import Back, Choice
        from culturex.cli.wording import QUOTE_KEY, fields

        editor = self._editor(article)
        by_key = {s.key: s for s in fields() if s.name != "values" or self.codebook.fields}
        by_name = {s.name: s for s in fields()}
        choices = [Choice(label) for label in prompts_keys.EDITING]
        while True:
            letters, back = "".join(by_key) + QUOTE_KEY, choices[-1].key
            key = self.screen.key(choices, back, lead="Letter of a field,", more=letters, escape=back)
            if key == by_name["main"].key:
                event = replace(event, main=not event.main)
                self.screen.say(f"{by_name['main'].label}: {'yes' if event.main else 'no'}", style="dim", indent=2)
                keep(event)
                continue
            if key not in by_key and key != QUOTE_KEY:
                if key == "a" and not event.type:
                    self.screen.say("An event needs a type: y.", style="bold")
                    continue
                return event, key == "a"
            with suppress(Back):
                event = editor.quote(event) if key == QUOTE_KEY else editor.field(event, by_key[key])
                keep(event)

    def _new(self, card: Card) -> Decision | None:
        """Ask for a new event and let the person accept it; None where they go back to the card.

        An event that was begun before is there again.
        """
        from culturex.cli.prompts_screen import Choice

        keep = partial(self._drafts.keep_new, card)
        event = self._drafts.begun(card) or self._editor(card.article).new(keep)
        if event is None:
            return None
        choices = [Choice(label) for label in prompts_keys.OF_NEW]
        while True:
            self._show(card, event)
            key = self.screen.key(choices, "a", more=prompts_keys.TEXT)
            if key == "a" and event.type:
                return self._decision("n", event)
            if key == "f":
                self._drafts.forget(is_new=True)
            if key in ("b", "f"):
                return None
            if key == "a":
                self.screen.say(_NO_TYPE, style="bold")
            elif key == "m":
                if (decision := self._merge(card, event, "new")) is not None:
                    return decision
            elif key == "t":
                self._tell("t", card.article, event)
            else:
                event, accepted = self._edit(card.article, event, keep)
                if accepted:
                    return self._decision("n", event)

    # -- known events

    def _known(self, card: Card, event: Event) -> Known:
        """Return the known events that could be *event*; they are looked for again where it is not as suggested."""
        if event is card.event:
            return card.known
        from culturex.workflow import likeliest

        return likeliest(self.store, event, card.article.id, number=card.record.id if card.record else None)

    def _merge(self, card: Card, event: Event, action: str) -> Decision | None:
        """Ask which known event it is and whose values count; None where the person goes back."""
        from culturex.cli.prompts_merge import Merger
        from culturex.workflow import Decision

        asked = Merger(self.screen, self.store, card.article).ask(event, self._known(card, event))
        return Decision(action, event, *asked, draft=self._draft(action[0])) if asked else None
