"""Parts of a screen, made with rich: an event as a card, its quotes, the head of its article."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from culturex.cli.passages import STYLES, Passage, passages, quoted, unplaced
from culturex.cli.wording import (
    QUOTE_KEY,
    Shown,
    bracketed_doubt,
    fields,
    headline,
    label_of,
    origin,
    percent,
    shown_values,
)
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
from culturex.model.fields import FieldSpec
from culturex.model.parts import Many, Part
from culturex.text import one_line

# Characters at either end of a long quote that are shown on a card.
_WORDS = 70
# Percentages below these are shown as doubtful, and as very doubtful.
_SURE, _DOUBTFUL = 0.8, 0.5


def quotes_block(text: str, evidence: Sequence[Evidence], *, colour: bool) -> RenderableType:
    """Return the sentences with their quotes, each with the fields it supports; then the quotes without a place."""
    blocks: list[RenderableType] = [
        Padding(_paragraph(text, passage, colour=colour), (0, 0, 0, 2), expand=False)
        for passage in passages(text, evidence)
    ]
    for lost in unplaced(text, evidence):
        said = f"  “{one_line(lost.quote)}” ({label_of(lost.field)}; not found in the text)"
        blocks.append(Text(said, style="dim"))
    return Group(*blocks)


def _paragraph(text: str, passage: Passage, *, colour: bool) -> Text:
    shown = quoted(text, passage, colour=colour)
    shown.append_text(Text("  "))
    for number, field in enumerate(passage.fields):
        shown.append(", " if number else "", style="dim")
        shown.append(label_of(field), style="dim " + STYLES.get(field, "") if colour else "dim")
    return shown


def event_card(event: Event, article: Article, codebook: Codebook, *, colour: bool) -> RenderableType:
    """Return an event as the suggester sees it: label and value of each field, then the sentences with its quotes."""
    rows = [
        ("", label_cell(spec, colour=colour), values_cell(spec, values))
        for spec in fields()
        if (values := shown_values(event, spec, codebook))
    ]
    blocks: list[RenderableType] = [grid(rows)]
    if any(e.quote for e in event.evidence):
        blocks += [Text(), Text("quotes", style="dim"), quotes_block(article.text, event.evidence, colour=colour)]
    return Group(*blocks)


def decision_card(event: Event, codebook: Codebook, *, colour: bool) -> RenderableType:
    """Return an event as it is put before a person: letter, label and value of each field, and what is empty."""
    rows: list[tuple[str, Text, Text]] = []
    empty: list[tuple[str, str]] = []
    for spec in fields():
        values = shown_values(event, spec, codebook)
        if values:
            rows.append((spec.key, label_cell(spec, colour=colour), values_cell(spec, values)))
        elif spec.name != "values" or codebook.fields:
            empty.append((spec.key, spec.label))
    whole = next((e for e in event.evidence if e.field == "event" and e.quote), None)
    if whole:
        label = Text("quote", style=STYLES["event"] if colour else "")
        rows.append((QUOTE_KEY, label, values_cell(None, [quote_shown(whole)])))
    else:
        empty.append((QUOTE_KEY, "quote"))
    return Group(grid(rows), _empty(empty)) if empty else grid(rows)


def quote_shown(evidence: Evidence) -> Shown:
    """Return the passage that shows an event, a long one by its first and last words."""
    quote = one_line(evidence.quote)
    if len(quote) > 2 * _WORDS:
        quote = f"{quote[:_WORDS].rpartition(' ')[0] or quote[:_WORDS]} … {quote[-_WORDS:].partition(' ')[2]}"
    lost = "" if evidence.start is not None else "not found in the text"
    return Shown(f"“{quote}”", lost, evidence.confidence)


def article_head(article: Article, number: int | None = None) -> RenderableType:
    """Return headline and origin of an article."""
    place = f"article {number} · " if number is not None else ""
    return Group(Text(headline(article), style="bold"), Text(place + origin(article), style="dim"))


def label_cell(spec: FieldSpec, *, colour: bool) -> Text:
    """Return the label of a field in the style that its quotes have, so that labels are the legend."""
    return Text(spec.label, style=STYLES.get(spec.name, "") if colour else "")


def grid(rows: Sequence[tuple[str, Text, Text]]) -> RenderableType:
    """Return rows of letter (column left out where no row has one), label and values."""
    table = Table.grid(padding=(0, 1))
    if has_keys := any(key for key, _, _ in rows):
        table.add_column(width=1, no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for key, label, values in rows:
        table.add_row(*([Text(key, style="bold")] if has_keys else []), label, values)
    return table


def values_cell(spec: FieldSpec | None, values: Sequence[Shown]) -> Text:
    """Return values in one cell: people and organizations on a line each, the others behind one another."""
    wide = spec is not None and isinstance(spec.kind, Many) and isinstance(spec.kind.kind, Part)
    lines = wide and spec is not None and spec.name in ("organizations", "people")
    cell = Text()
    for number, value in enumerate(values):
        cell.append(("\n" if lines else ", " if wide else "; ") if number else "")
        cell.append(value.text)
        if value.more:
            cell.append(f" ({value.more})", style="dim")
        if value.confidence is not None:
            cell.append(f" {percent(value.confidence)}", style=_doubt(value.confidence))
        if value.doubt:
            cell.append(f" {bracketed_doubt(value.doubt)}", style="bold red")
    return cell


def _doubt(confidence: float) -> str:
    return "dim" if confidence >= _SURE else "" if confidence >= _DOUBTFUL else "bold red"


class Items:
    """Items behind a *head*, as many on a line as fit, none broken; later lines begin with *indent*."""

    def __init__(self, head: Text, items: Sequence[Text], indent: str = "") -> None:
        self._head = head
        self._items = items
        self._indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = self._head.copy()
        for item in self._items:
            if line.cell_len + 2 + item.cell_len > options.max_width:
                yield line
                line = Text(self._indent)
            line.append("  ").append_text(item)
        yield line


def _empty(fields: Sequence[tuple[str, str]]) -> Items:
    """Return the empty fields with their letters."""
    items = [Text.assemble((key, "bold"), " ", (label, "dim")) for key, label in fields]
    return Items(Text("  empty:", style="dim"), items, " " * 8)
