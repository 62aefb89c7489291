"""What a session shows for one card: where the queue stands, the text of the article, and the event."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from culturex.cli.article_view import TextView
from culturex.cli.blocks import decision_card, grid, label_cell, quotes_block, values_cell
from culturex.cli.prompts_merge import Known, known_block
from culturex.cli.wording import shown_values
from culturex.model.article import StoredArticle
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
from culturex.model.fields import FieldSpec
from culturex.text import one_line
from culturex.workflow import Card

# Columns from which on text and event stand side by side, and how many of them the event takes.
_WIDE, _EVENT_WIDTH = 150, 76
# Rows of a screen that hold neither text nor event: the heads above, the keys below.
_OTHER_ROWS = 9


def where(card: Card, *, is_review: bool) -> Rule:
    """Return the line over a card: ``article 7 of 120, its event 2 of 3``."""
    what = "event" if is_review else "article"
    place = f"{what} {card.position} of {card.total}" if card.position else f"outside the queue of {card.total}"
    place += f", its event {card.nth} of {card.of}" if card.of > 1 else ""
    place += f", event {card.record.id} of the store" if card.record else ""
    return Rule(Text(f"{place} "), align="left", style="dim")


def evidence_in(article: StoredArticle, event: Event | None) -> tuple[Evidence, ...]:
    """Return the evidence of an event that stands in *article*."""
    return tuple(e for e in event.evidence if e.article in (None, article.id)) if event else ()


@dataclass(frozen=True)
class CardView:
    """A renderable: the text of an article with the quotes of an event, and the event with its letters.

    The text takes the rows that the screen has left; on a wide screen it stands beside the event.
    """

    article: StoredArticle
    event: Event | None
    codebook: Codebook
    colour: bool
    known: Known = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        rows = console.size.height - _OTHER_ROWS
        if self.event is None:
            yield self._text(rows)
            return
        card: RenderableType = decision_card(self.event, self.codebook, colour=self.colour)
        if self.known:
            card = Group(card, Text(), known_block(self.event, self.known, self.codebook, colour=self.colour))
        if options.max_width >= _WIDE:
            table = Table.grid(padding=(0, 3), expand=True)
            table.add_column(ratio=1, overflow="fold")
            table.add_column(width=_EVENT_WIDTH, overflow="fold")
            table.add_row(self._text(rows), card)
            yield table
            return
        high = len(console.render_lines(card, options, pad=False))
        yield self._text(rows - high)
        yield Text()
        yield card

    def _text(self, rows: int) -> TextView:
        return TextView(self.article.article, evidence_in(self.article, self.event), self.colour, rows)


@dataclass(frozen=True)
class FieldsView:
    """A renderable: a few fields of an event with their letters, and the sentences with the quotes they rest on.

    A line over them says which event it is. Where the fields have no quote, that of the event as a whole is shown.
    """

    article: StoredArticle
    event: Event
    specs: tuple[FieldSpec, ...]
    codebook: Codebook
    colour: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text(self._named(), style="bold")
        rows = [
            (s.key, label_cell(s, colour=self.colour), values_cell(s, shown_values(self.event, s, self.codebook)))
            for s in self.specs
        ]
        yield grid(
            [(key, label, values if values.plain else Text("empty", style="dim")) for key, label, values in rows]
        )
        names = {s.name for s in self.specs}
        there = evidence_in(self.article, self.event)
        quotes = [e for e in there if e.field in names and e.quote] or [e for e in there if e.field == "event"]
        if quotes:
            yield quotes_block(self.article.article.text, quotes, colour=self.colour)

    def _values(self, spec: FieldSpec) -> Text:
        values = shown_values(self.event, spec, self.codebook)
        return values_cell(spec, values) if values else Text("empty", style="dim")

    def _named(self) -> str:
        facts = (self.event.type, self.event.date, self.event.title)
        return one_line(" · ".join(f for f in facts if f)) or "(no title)"
