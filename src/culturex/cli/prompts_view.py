"""What a session shows for one card: where the queue stands, the text of the article, and the event."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from culturex.cli.article_view import TextView
from culturex.cli.blocks import decision_card
from culturex.cli.prompts_merge import Known, known_block
from culturex.model.article import StoredArticle
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
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
            table.add_column(ratio=1)
            table.add_column(width=_EVENT_WIDTH)
            table.add_row(self._text(rows), card)
            yield table
            return
        high = len(console.render_lines(card, options, pad=False))
        yield self._text(rows - high)
        yield Text()
        yield card

    def _text(self, rows: int) -> TextView:
        return TextView(self.article.article, evidence_in(self.article, self.event), self.colour, rows)
