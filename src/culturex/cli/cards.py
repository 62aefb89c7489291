"""Events as cards: for ``culturex show`` and for ``culturex suggest``.

In a terminal with colour, in a pipe as plain lines. Text from articles is made harmless and never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from culturex.cli import output
from culturex.cli.passages import bracketed, flat, passages, unplaced
from culturex.cli.tellings import in_words
from culturex.cli.wording import Shown, fields, headline, label_of, origin, percent, shown_values
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import ArticleRef, Event, EventRecord, Evidence
from culturex.model.fields import FieldSpec
from culturex.model.support import unsupported
from culturex.text import one_line

if TYPE_CHECKING:
    from culturex.likeness import Choice
    from culturex.suggest import Suggestion


def print_record(record: EventRecord, texts: Mapping[int, Article], codebook: Codebook) -> None:
    """Print an event with its articles (*texts* by number) and its quotes, each inside its sentence."""
    if not output.is_terminal():
        for line in _record_lines(record, texts, codebook):
            output.emit_text(line)
        return
    from rich.text import Text

    from culturex.cli.blocks import grid, label_cell, quotes_block, values_cell
    from culturex.cli.tables import console

    screen, colour = console(), output.wants_colour()
    screen.print(Text(f"Event {record.id}", style="bold"))
    rows = [
        ("", label_cell(spec, colour=colour), values_cell(spec, values))
        for _, spec, values in _rows(record.event, codebook)
    ]
    rows += [("", Text(label, style="dim"), Text(text, style="dim")) for label, text in _bookkeeping(record)]
    rows += [("", Text("otherwise"), Text(in_words(choice))) for choice in _told_otherwise(record)]
    screen.print(grid(rows))
    for reference in record.articles:
        screen.print()
        screen.print(Text(f"Article {reference.id}: {one_line(reference.title or 'no title')}", style="bold"))
        screen.print(Text(_citation(reference), style="dim"))
        evidence = [e for e in record.event.evidence if e.article in (reference.id, None)]
        text = texts[reference.id].text if reference.id in texts else ""
        screen.print(quotes_block(text, evidence, colour=colour))
    if not record.articles and record.event.evidence:
        screen.print(quotes_block("", record.event.evidence, colour=colour))


def _record_lines(record: EventRecord, texts: Mapping[int, Article], codebook: Codebook) -> Iterator[str]:
    """Yield an event as plain lines, ``label: value`` each."""
    yield f"event: {record.id}"
    yield from _event_lines(record.event, codebook)
    for label, text in _bookkeeping(record):
        yield f"{label}: {text}"
    for choice in _told_otherwise(record):
        yield f"otherwise: {in_words(choice)}"
    for reference in record.articles:
        yield f"article: {reference.id}; {one_line(reference.title or 'no title')}; {_citation(reference, '; ')}"
        evidence = [e for e in record.event.evidence if e.article in (reference.id, None)]
        yield from _quote_lines(texts[reference.id].text if reference.id in texts else "", evidence)
    if not record.articles:
        yield from _quote_lines("", record.event.evidence)


def _event_lines(event: Event, codebook: Codebook, *, sure: bool = False) -> Iterator[str]:
    for label, _, values in _rows(event, codebook):
        yield f"{label}: {'; '.join(_with_percent(v) if sure else str(v) for v in values)}"


def _with_percent(value: Shown) -> str:
    return " ".join(filter(None, (str(value), percent(value.confidence))))


def _quote_lines(text: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    for passage in passages(text, evidence):
        named = ", ".join(label_of(f) for f in passage.fields)
        yield f"quote ({named}): {bracketed(text, passage.start, passage.end, passage.marks)}"
    for lost in unplaced(text, evidence):
        yield f"quote ({label_of(lost.field)}, not found in the text): {one_line(lost.quote)}"


def _rows(event: Event, codebook: Codebook) -> Iterator[tuple[str, FieldSpec, list[Shown]]]:
    for spec in fields():
        if values := shown_values(event, spec, codebook) or (_no_main() if spec.name == "main" else []):
            yield spec.label, spec, values


def _no_main() -> list[Shown]:
    return [Shown("no")]


def _bookkeeping(record: EventRecord) -> list[tuple[str, str]]:
    made = record.created if record.created == record.updated else f"{record.updated} (created {record.created})"
    lacking = len(unsupported(record.event))
    support = f"{output.count(lacking, 'value')} without support in the text" if lacking else ""
    facts = [("review", record.review), ("support", support), ("coder", record.coder), ("updated", made)]
    return [(label, one_line(value)) for label, value in facts if value]


def _told_otherwise(record: EventRecord) -> Sequence[Choice]:
    """Return what an article of an event tells otherwise; only one that several articles tell has such."""
    if len(record.articles) < 2:
        return ()
    from culturex.likeness import differing

    return differing(record.event)


def _citation(article: ArticleRef, separator: str = " · ") -> str:
    facts = (article.outlet, article.published, article.url, article.source)
    return separator.join(one_line(f) for f in facts if f)


def print_suggestion(suggestion: Suggestion, *, mentions: bool = False, explain: bool = False) -> None:
    """Print the events that the suggester sees in one article, with *mentions* everything that is named in it,
    with *explain* why each value is there and why nothing.
    """
    from culturex.model import codebook as codebooks

    book = codebooks.default()
    if output.is_terminal():
        _print_suggestion_cards(suggestion, book)
    else:
        for line in _suggestion_lines(suggestion, book):
            output.emit_text(line)
    if explain:
        _print_explanation(suggestion)
    if mentions:
        _print_mentions(suggestion)
    output.emit_text("")


def _suggestion_lines(suggestion: Suggestion, codebook: Codebook) -> Iterator[str]:
    article = suggestion.article
    yield f"article: {headline(article)}; {origin(article).replace(' · ', '; ')}"
    for reason in suggestion.reasons:
        yield f"no event: {one_line(reason)}"
    for number, event in enumerate(suggestion.events, 1):
        yield f"event: {number} of {len(suggestion.events)}"
        yield from _event_lines(event, codebook, sure=True)
        yield from _quote_lines(article.text, event.evidence)


def _print_suggestion_cards(suggestion: Suggestion, codebook: Codebook) -> None:
    from rich.text import Text

    from culturex.cli.blocks import article_head, event_card
    from culturex.cli.tables import console

    screen, colour = console(), output.wants_colour()
    screen.print(article_head(suggestion.article))
    for reason in suggestion.reasons:
        screen.print(Text(f"No event: {one_line(reason)}."))
    for number, event in enumerate(suggestion.events, 1):
        screen.print()
        screen.print(Text(f"Event {number} of {len(suggestion.events)}", style="bold"))
        screen.print(event_card(event, suggestion.article, codebook, colour=colour))


def _print_mentions(suggestion: Suggestion) -> None:
    """Print what is named in the article, one row each; the offsets are left out where a person reads."""
    from culturex.suggest.shape import named

    headers = ("kind", "text", "value", "rule", "confidence")
    rows = [
        (m.kind, flat(m.text), _mentioned(m.value), m.rule, percent(m.confidence), m.start, m.end)
        for m in named(suggestion)
    ]
    if output.is_terminal():
        output.emit_text("")
        output.emit_rows(headers, [row[: len(headers)] for row in rows], flexible=("text", "value"))
    else:
        output.emit_rows((*headers, "start", "end"), rows)


def _mentioned(value: Any) -> str:
    """Return the value of a mention in a few words, the coordinates of a place left out."""
    if isinstance(value, Mapping):
        return ", ".join(str(v) for k, v in value.items() if v is not None and k not in ("lat", "lon"))
    return "" if value is None else str(value)


# Headings of the parts of an explanation, by what their remarks are about.
_PARTS = {"none": "Why there is no event", "sentence": "What each sentence names", "dropped": "Words passed over"}


def _print_explanation(suggestion: Suggestion) -> None:
    """Print why each value is there and why nothing, part by part."""
    from culturex.suggest import explain

    part = ""
    for remark in explain(suggestion):
        heading = _PARTS.get(remark.about, f"Why event {remark.event} is what it is")
        if heading != part:
            output.emit_text(f"\n{heading}")
            part = heading
        output.emit_text(f"  {remark.value if remark.about == 'sentence' else remark}")
