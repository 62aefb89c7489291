"""Parts of a screen, made with rich: an event as a card, its quotes, the head and the text of its article."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from culturex.cli import output
from culturex.cli.passages import STYLES, Passage, passages, quoted, unplaced
from culturex.cli.wording import Shown, fields, headline, label_of, origin, percent, shown_values
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
from culturex.model.fields import FieldSpec
from culturex.model.parts import Many, Part
from culturex.text import one_line

# The letter that edits the quote of an event as a whole: it is evidence, and no field of its own.
QUOTE_KEY = "q"
# Percentages below these are shown as doubtful, and as very doubtful.
_SURE, _DOUBTFUL = 0.8, 0.5
# Characters of one line of an article that are shown: some pages come as a single line of megabytes.
_LONGEST_LINE = 5000


def quotes_block(text: str, evidence: Sequence[Evidence], *, colour: bool, most: int | None = None) -> RenderableType:
    """Return the sentences with their quotes, at most so many; without colour each names the fields it supports."""
    found = passages(text, evidence)
    shown = found if most is None else _telling(found, most)
    blocks: list[RenderableType] = [
        Padding(_paragraph(text, passage, colour=colour), (0, 0, 0, 2), expand=False) for passage in shown
    ]
    if len(found) > len(shown):
        rest = output.count(len(found) - len(shown), "more sentence") + " with quotes"
        blocks.append(Text(f"  … {rest}", style="dim"))
    for lost in unplaced(text, evidence):
        said = f"  “{one_line(lost.quote)}” ({label_of(lost.field)}; not found in the text)"
        blocks.append(Text(said, style="dim"))
    return Group(*blocks)


def _telling(found: list[Passage], most: int) -> list[Passage]:
    """Return the passages that support most, in order of the text; those of the event as a whole come first."""
    best = sorted(found, key=lambda p: ("event" not in p.fields, "date" not in p.fields, -len(p.marks)))[:most]
    return sorted(best, key=lambda p: p.start)


def _paragraph(text: str, passage: Passage, *, colour: bool) -> Text:
    shown = quoted(text, passage, colour=colour)
    shown.append_text(Text("  "))
    for number, field in enumerate(passage.fields):
        shown.append(", " if number else "", style="dim")
        shown.append(label_of(field), style="dim " + STYLES.get(field, "") if colour else "dim")
    return shown


def event_card(
    event: Event, article: Article, codebook: Codebook, *, colour: bool, keys: bool = True, most: int | None = 8
) -> RenderableType:
    """Return an event as it is put before a person: letter, label and value of each field, then its quotes.

    With *keys* the letters that edit the fields are shown, and the empty fields are named. At most *most* sentences
    are shown, those that tell most.
    """
    rows: list[tuple[str, Text, Text]] = []
    empty: list[tuple[str, str]] = []
    for spec in fields():
        values = shown_values(event, spec, codebook)
        if values:
            label = label_cell(spec, colour=colour)
            rows.append((spec.key if keys else "", label, values_cell(spec, values)))
        elif spec.name != "values" or codebook.fields:
            empty.append((spec.key, spec.label))
    quoted_at_all = any(e.quote for e in event.evidence)
    if not quoted_at_all:
        empty.append((QUOTE_KEY, "quote"))
    blocks: list[RenderableType] = [grid(rows)]
    if keys and empty:
        blocks.append(_Empty(empty))
    if quoted_at_all:
        head = Text(QUOTE_KEY if keys else "", style="bold").append(" quotes" if keys else "quotes", style="dim")
        blocks += [Text(), head, quotes_block(article.text, event.evidence, colour=colour, most=most)]
    return Group(*blocks)


def article_head(article: Article, number: int | None = None) -> RenderableType:
    """Return headline and origin of an article."""
    place = f"article {number} · " if number is not None else ""
    return Group(Text(headline(article), style="bold"), Text(place + origin(article), style="dim"))


def article_text(article: Article, evidence: Sequence[Evidence] = (), *, colour: bool, most: int = 0) -> RenderableType:
    """Return the text of an article with its quotes marked and its furniture dim, or its first *most* lines."""
    marks = [m for p in passages(article.text, evidence) for m in p.marks]
    lines: list[RenderableType] = []
    at = 0
    for line in article.text.split("\n"):
        end = at + len(line)
        is_furniture = any(s.start <= at and end <= s.end for s in article.furniture)
        if line.strip() and not (most and is_furniture):
            inside = [m for m in marks if m.start < end and at < m.end]
            shown = quoted(article.text, Passage(at, min(end, at + _LONGEST_LINE), tuple(inside)), colour=colour)
            shown.stylize("dim" if is_furniture else "")
            lines.append(shown)
            if most and len(lines) == most:
                break
        at = end + 1
    return Group(*lines) if lines else Text("(no text)", style="dim")


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
    return cell


def _doubt(confidence: float) -> str:
    return "dim" if confidence >= _SURE else "" if confidence >= _DOUBTFUL else "bold red"


class _Empty:
    """The empty fields with their letters, as many on a line as fit."""

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        self._fields = fields

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = Text("  empty:", style="dim")
        for key, label in self._fields:
            item = Text.assemble("  ", (key, "bold"), " ", (label, "dim"))
            if line.cell_len + item.cell_len > options.max_width:
                yield line
                line = Text("        ")
            line.append_text(item)
        yield line
