"""The Decider at the terminal: one event after the other as a card, then one line of keys.

Questions and cards go to standard error. A session is a row of Decisions, each stored before the next card is shown.
"""

from __future__ import annotations

from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from culturex.cli import output
from culturex.errors import UsageError
from culturex.store.store import Store

if TYPE_CHECKING:
    from contextlib import ExitStack

    from culturex.cli.prompts_fields import Editor
    from culturex.cli.prompts_screen import Screen
    from culturex.model.article import StoredArticle
    from culturex.model.event import Event
    from culturex.suggest.mentions import Mention
    from culturex.workflow import Card, Decision, Tally

# What the keys do, in the order shown; the letter in brackets is the key.
_WITH_EVENT = (
    "[A]ccept",
    "[E]dit",
    "[R]eject",
    "[N]ew event",
    "[D]one with article",
    "[S]kip",
    "no e[V]ent",
    "[T]ext",
    "[?]",
    "[Q]uit",
)
_WITHOUT_EVENT = ("[N]ew event", "no e[V]ent", "[S]kip", "[T]ext", "[?]", "[Q]uit")
_OF_NEW = ("[A]ccept", "[E]dit", "[B]ack", "[T]ext")
_AFTER_NEW = ("[N]ew event", "[D]one with article", "[T]ext", "[?]", "[Q]uit")
_EDITING = ("[A]ccept as it is now", "[↵] back to the card")
# Keys that are decisions at once: the action of the Decision, and what is said.
_ACTIONS = {
    "a": ("accept", "accepted"),
    "r": ("reject", "rejected"),
    "d": ("done", "done with this article"),
    "s": ("skip", "skipped"),
    "v": ("no_event", "no event in this article"),
    "q": ("quit", "quit"),
}
_EXPLAINED = (
    ("a, Enter", "accept the event as the card shows it"),
    ("e", "edit: then the letter of a field, as the card shows it"),
    ("r", "reject: it is kept as rejected and not suggested again"),
    ("n", "new: write another event of this article, then come back to this card"),
    ("d", "done with this article: leave what else was suggested and go to the next one"),
    ("s", "skip: leave it for later"),
    ("v", "no event: the article reports none"),
    ("t", "text: show the whole article with its quotes"),
    ("q, Ctrl-D", "quit: what was decided is stored, and the next session goes on here"),
    ("Ctrl-C", "stop at once; what was decided is stored"),
    ("Escape", "leave a question without an answer"),
)
# Lines of an article that are shown where the suggester saw no event, and sentences with quotes on a card.
_FIRST_LINES = 12
_SENTENCES = 8


def require_terminal(instead: str) -> None:
    """Raise UsageError where nobody can be asked; *instead* says which flags do without questions."""
    if not output.has_keyboard():
        raise UsageError(
            "There is no terminal to ask questions at.",
            f"Without one: {instead}.",
        )


class Terminal:
    """A person at the keyboard, as a Decider. Use it in a ``with`` block, which keeps keys typed ahead."""

    def __init__(self, store: Store, screen: Screen | None = None) -> None:
        from culturex.cli.prompts_screen import Screen

        self.store = store
        self.screen = screen or Screen.of_terminal()
        self.codebook = store.codebook()
        self._article: int | None = None
        self._event: Event | None = None
        self._nth = 0
        self._mentions: tuple[int, tuple[Mention, ...]] | None = None
        self._quiet: ExitStack | None = None

    def __enter__(self) -> Self:
        self._quiet = self.screen.quiet()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._quiet:
            self._quiet.close()

    # -- the Decider

    def decide(self, card: Card) -> Decision:
        """Put *card* before the person and return what they want; Ctrl-D or a closed input is quit."""
        try:
            return self._decide(card)
        except EOFError:
            return self._decision("q")

    def _decide(self, card: Card) -> Decision:
        from culturex.cli.prompts_screen import Choice

        self._head(card)
        event = card.event
        self._show(card, event)
        labels: tuple[str, ...] = _WITH_EVENT if event else _AFTER_NEW if self._coded(card) else _WITHOUT_EVENT
        default = "a" if event else "d" if labels is _AFTER_NEW else "s"
        choices = [Choice(label) for label in labels]
        while True:
            key = self.screen.key(choices, default)
            if key == "n":
                if (new := self._new(card)) is not None:
                    return self._decision("n", new)
                self._show(card, event)
            elif key == "e" and event:
                event, accepted = self._edit(card.article, event)
                if accepted:
                    return self._decision("a", event)
                self._show(card, event)
            elif key in ("t", "?"):
                self._tell(key, card.article, event)
            elif key == "a" and event and not event.type:
                self.screen.say("An event needs a type: e, then y.", style="bold")
            elif key == "v" and (coded := self._coded(card)):
                self.screen.say(f"This article has events already: {coded}. Delete them first, or d goes on.")
            else:
                return self._decision(key, event if key == "a" else None)

    def summary(self, tally: Tally) -> str:
        """Return what was decided in the session, in one line."""
        words = {
            "accept": "accepted",
            "new": "new",
            "reject": "rejected",
            "skip": "skipped",
            "done": "done",
            "no_event": "without event",
        }
        counted = [f"{tally[action]} {word}" for action, word in words.items() if tally[action]]
        went = ", ".join(counted) or "Nothing decided"
        after = "The same command goes on here." if tally["quit"] else "culturex list shows the events."
        return f"{went}. {after}"

    # -- what is shown

    def _head(self, card: Card) -> None:
        """Show where the queue stands and, where it is another one than before, the article."""
        from rich.rule import Rule
        from rich.text import Text

        from culturex.cli.blocks import article_head

        another = card.article.id != self._article
        if another or card.event is not self._event:
            self._event, self._nth = card.event, 1 if another else self._nth + 1
        where = f"{'event' if card.record else 'article'} {card.position} of {card.total}"
        which = f", number {card.record.id}" if card.record else f", event {self._nth}" if self._nth > 1 else ""
        self.screen.show()
        self.screen.show(Rule(Text(f"{where}{which} "), align="left", style="dim"))
        if another:
            self._article = card.article.id
            self.screen.show(article_head(card.article.article, card.article.id))
            if card.record is None and (coded := self._coded(card)):
                self.screen.say(f"Coded already: {coded}.", style="dim")

    def _coded(self, card: Card) -> str:
        """Return the events of the article that a person accepted, in words."""
        there = [r for r in self.store.events_of(card.article.id) if r.review == "accepted"]
        named = [f"event {r.id} ({', '.join(filter(None, (r.event.type, r.event.date)))})" for r in there]
        return "; ".join(named)

    def _show(self, card: Card, event: Event | None) -> None:
        from culturex.cli.blocks import article_text, event_card

        article = card.article.article
        self.screen.show()
        if event is None:
            self.screen.show(article_text(article, colour=self.screen.colour, most=_FIRST_LINES))
            self.screen.show()
            self.screen.say(f"No event is suggested: {card.reason}." if card.reason else "No event is suggested.")
        else:
            self.screen.show(event_card(event, article, self.codebook, colour=self.screen.colour, most=_SENTENCES))
        self.screen.show()

    def _tell(self, key: str, article: StoredArticle, event: Event | None) -> None:
        """Show the text of the article, or what the keys do."""
        from rich.text import Text

        from culturex.cli.blocks import article_text, grid

        if key == "?":
            self.screen.show(grid([("", Text(k, style="bold"), Text(what)) for k, what in _EXPLAINED]))
        else:
            evidence = event.evidence if event else ()
            self.screen.show(article_text(article.article, evidence, colour=self.screen.colour))
        self.screen.show()

    def _decision(self, key: str, event: Event | None = None) -> Decision:
        from culturex.workflow import Decision

        if key == "n":
            action, said = "new", "stored as a new event"
        else:
            action, said = _ACTIONS[key]
        self.screen.say(f"→ {said}", style="bold")
        return Decision(action, event)

    # -- changing an event

    def _editor(self, article: StoredArticle) -> Editor:
        from culturex.cli.prompts_completion import Known
        from culturex.cli.prompts_fields import Editor

        return Editor(self.screen, Known(self.codebook, self.store, article.article, self._seen(article)))

    def _seen(self, article: StoredArticle) -> tuple[Mention, ...]:
        """Return what the suggester sees in the article; asked for at the first edit, and once."""
        from culturex.workflow import suggest_for

        if self._mentions is None or self._mentions[0] != article.id:
            self._mentions = (article.id, tuple(suggest_for(article).mentions))
        return self._mentions[1]

    def _edit(self, article: StoredArticle, event: Event) -> tuple[Event, bool]:
        """Let the person edit fields by their letters; return the event and whether it is accepted as it is now."""
        from culturex.cli.blocks import QUOTE_KEY
        from culturex.cli.prompts_screen import Back, Choice
        from culturex.cli.wording import fields

        editor = self._editor(article)
        by_key = {s.key: s for s in fields() if s.name != "values" or self.codebook.fields}
        choices = [Choice(label) for label in _EDITING]
        while True:
            letters, back = "".join(by_key) + QUOTE_KEY, choices[-1].key
            key = self.screen.key(choices, back, lead="Letter of a field,", more=letters, escape=back)
            if key not in by_key and key != QUOTE_KEY:
                if key == "a" and not event.type:
                    self.screen.say("An event needs a type: y.", style="bold")
                    continue
                return event, key == "a"
            with suppress(Back):
                event = editor.quote(event) if key == QUOTE_KEY else editor.field(event, by_key[key])

    def _new(self, card: Card) -> Event | None:
        """Ask for a new event and let the person accept it; None where it is dropped."""
        from culturex.cli.prompts_screen import Choice

        event = self._editor(card.article).new()
        if event is None:
            return None
        choices = [Choice(label) for label in _OF_NEW]
        while True:
            self._show(card, event)
            key = self.screen.key(choices, "a")
            if key == "a":
                return event
            if key == "b":
                return None
            if key == "t":
                self._tell("t", card.article, event)
                continue
            event, accepted = self._edit(card.article, event)
            if accepted:
                return event
