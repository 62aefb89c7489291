"""Merging at the prompt: which known event it is, and whose values count where the two differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType

from culturex.cli.prompts_screen import Back, Choice, Screen
from culturex.cli.side_by_side import likeness_line, side_by_side
from culturex.cli.wording import fields, label_of
from culturex.errors import CulturexError, InputError
from culturex.likeness import Choice as Difference
from culturex.likeness import Likeness, differing, united
from culturex.model.article import StoredArticle
from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord
from culturex.store.store import Store
from culturex.text import one_line

Known = Sequence[tuple[EventRecord, Likeness]]
# Columns of a value that are shown where one of two is chosen.
_LONGEST = 60


def known_block(event: Event, known: Known, codebook: Codebook, *, colour: bool) -> RenderableType:
    """Return the known events that could be *event*: the likeliest side by side with it, the others in a line each."""
    blocks: list[RenderableType] = []
    for number, (record, like) in enumerate(known, 1):
        blocks.append(likeness_line(like, f"{f'{number} ' if len(known) > 1 else ''}{_named(record)}: "))
        if number == 1:
            names = ("here", f"event {record.id}")
            blocks.append(side_by_side(event, record.event, codebook, names, colour=colour, differing_only=True))
    return Group(*blocks)


def _named(record: EventRecord) -> str:
    told = ", ".join(f"article {a.id}" for a in record.articles[:3]) or "no article"
    return f"Known: event {record.id} ({told})"


@dataclass(frozen=True)
class Merger:
    """Asks what is needed to merge what one article tells into an event that is stored."""

    screen: Screen
    store: Store
    article: StoredArticle

    def ask(self, event: Event, known: Known) -> tuple[int, tuple[str, ...]] | None:
        """Return the number of the known event and the fields to take from *event*; None where the person goes back."""
        try:
            record = known[0][0] if len(known) == 1 else self._one_of(known) if known else self._numbered()
            return record.id, self._fields(event, record)
        except Back:
            return None

    def _one_of(self, known: Known) -> EventRecord:
        choices = [Choice(f"[{i}] event {record.id}") for i, (record, _) in enumerate(known, 1)]
        key = self.screen.key(choices, "1", lead="Merge with", escape="\x1b")
        if key == "\x1b":
            raise Back
        return known[int(key) - 1][0]

    def _numbered(self) -> EventRecord:
        """Ask for the number of an event where none is proposed."""
        self.screen.say("No known event is like this one. Enter leaves it; culturex search finds numbers.", style="dim")
        while True:
            typed = self.screen.line("number of the event", topic="merge").strip()
            if not typed:
                raise Back
            try:
                return self._event(typed)
            except CulturexError as error:
                self.screen.say(f"{error.message} {error.hint or ''}")

    def _event(self, typed: str) -> EventRecord:
        if not (typed.isascii() and typed.isdigit()):
            raise InputError(f"{one_line(typed)!r} is no number of an event.")
        record = self.store.event(int(typed))
        if record.review == "rejected":
            raise InputError(f"Event {record.id} was rejected, and cannot be merged.")
        if self.article.id in {a.id for a in record.articles}:
            raise InputError(f"Event {record.id} is told by this article already.")
        return record

    def _fields(self, event: Event, record: EventRecord) -> tuple[str, ...]:
        """Ask about each single value that the two tell otherwise; lists are united."""
        first = record.articles[0].id if record.articles else None
        whole = united(record.event, event, first, self.article.id)
        taken = []
        order = [spec.name for spec in fields()]
        for difference in sorted(
            differing(whole), key=lambda d: order.index(d.field) if d.field in order else len(order)
        ):
            if difference.article == self.article.id and difference.current and self._takes(difference, record.id):
                taken.append(difference.field)
        return tuple(taken)

    def _takes(self, difference: Difference, number: int) -> bool:
        label = label_of(difference.field).removeprefix("values.")
        self.screen.say(f"{label} differs:")
        values = ((difference.current or "", f" (event {number})"), (difference.value, " (this article)"))
        choices = [Choice(f"[{i}] {self._short(value, said)}{said}") for i, (value, said) in enumerate(values, 1)]
        key = self.screen.key(choices, "1", escape="\x1b")
        if key == "\x1b":
            raise Back
        kept = difference.current if key == "1" else difference.value
        self.screen.say(kept or "", style="dim", indent=2)
        return key == "2"

    def _short(self, text: str, said: str) -> str:
        """Return a value as far as a choice has room for it beside its key and what is *said* of it."""
        # A bracket would be taken for that of the key.
        line = one_line(text).replace("[", "(").replace("]", ")")
        room = min(_LONGEST, self.screen.output.get_size().columns - len(f"[1] {said}") - 1)
        return line if cell_len(line) <= room else f"{set_cell_size(line, max(room - 1, 1)).rstrip()}…"
