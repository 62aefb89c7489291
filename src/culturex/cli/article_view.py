"""The text of an article as a session shows it: from its first quote on, as much as the screen has room for.

What does not fit is folded: of lines with quotes their sentences stay, runs of lines without any become one dim line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from culturex.cli import output
from culturex.cli.passages import Mark, Passage, ends, flat, passages, quoted
from culturex.cli.wording import QUOTE_KEY, fields
from culturex.model.article import Article
from culturex.model.event import Evidence

# Rows of text that are shown however small the screen is.
LEAST = 6
# Rows from which on a line with quotes is cut down to its sentences with quotes.
_TALL = 5
# Characters of one line that are shown: some pages come as a single line of megabytes.
_LONGEST_LINE = 5000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article that is not blank, with the quotes that stand in it."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    is_furniture: bool


def lines_of(article: Article, evidence: Sequence[Evidence] = ()) -> list[Line]:
    """Return the lines of an article that are not blank, in order."""
    marks = [m for p in passages(article.text, evidence) for m in p.marks]
    found = []
    at = 0
    for line in article.text.split("\n"):
        end = at + len(line)
        if line.strip():
            inside = tuple(m for m in marks if m.start < end and at < m.end)
            is_furniture = any(s.start <= at and end <= s.end for s in article.furniture)
            found.append(Line(at, end, inside, is_furniture))
        at = end + 1
    return found


@dataclass(frozen=True)
class TextView:
    """A renderable: the text of *article* with its quotes, all of it, or from its first quote on at most *rows* high.

    Quotes have the colours of their fields; without *colour* they stand in brackets that begin with the letter of the
    field: ``[d: on 3 May]``. Furniture is dim.
    """

    article: Article
    evidence: tuple[Evidence, ...]
    colour: bool
    rows: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        lines = lines_of(self.article, self.evidence)
        if self.rows is None:
            yield from [self._line(line) for line in lines] or [_dim("(no text)")]
            return
        first = _first(lines)
        if first and (above := sum(not line.is_furniture for line in lines[:first])):
            yield _dim(f"↑ {output.count(above, 'line')} above (t)")
        rows = max(self.rows - bool(first), LEAST)
        left, shown = rows, []
        for line in lines[first:]:
            shown.append(self._line(line))
            left -= _height(console, shown[-1], width)
            if left < 0:
                yield from self._folded(console, lines[first:], width, rows - 1)
                return
        yield from shown or [_dim("(no text)")]

    def _folded(self, console: Console, lines: list[Line], width: int, rows: int) -> Iterator[Text]:
        """Yield sentences with quotes, and the lines after the last of them while there is room."""
        passed = 0
        last = max((place for place, line in enumerate(lines) if line.marks), default=0)
        for place, line in enumerate(lines):
            if not line.marks and place < last:
                passed += 1
                continue
            between = [_dim(f"… {output.count(passed, 'line')}")] if passed else []
            text = self._line(line)
            if line.marks and _height(console, text, width) >= _TALL:
                text = self._sentences(line)
            height = len(between) + _height(console, text, width)
            if height > rows and (place or not line.marks):
                yield self._rest(lines[place:], passed)
                return
            yield from (*between, text)
            rows -= height
            passed = 0

    def _rest(self, lines: list[Line], passed: int) -> Text:
        quotes = sum(len({(m.start, m.end) for m in line.marks}) for line in lines)
        more = f", {output.count(quotes, 'quote')} in them" if quotes else ""
        return _dim(f"↓ {output.count(len(lines) + passed, 'line')} below{more} (t)")

    def _line(self, line: Line) -> Text:
        end = min(line.end, line.start + _LONGEST_LINE)
        text = self._quoted(Passage(line.start, end, line.marks))
        if line.is_furniture:
            text.stylize("dim")
        return text

    def _sentences(self, line: Line) -> Text:
        """Return the sentences of a line that hold quotes, with dots where others were left out."""
        inside = [e for e in self.evidence if e.start is not None and line.start <= e.start < line.end]
        found = passages(self.article.text, inside)
        text = Text("… " if found and found[0].start > line.start else "")
        for number, passage in enumerate(found):
            apart = number and self.article.text[found[number - 1].end : passage.start].strip()
            text.append(" … " if apart else " " if number else "")
            text.append_text(self._quoted(passage))
        return text.append(" …" if found and found[-1].end < line.end else "")

    def _quoted(self, passage: Passage) -> Text:
        if self.colour:
            return quoted(self.article.text, passage, colour=True)
        return Text(lettered(self.article.text, passage))


def _first(lines: Sequence[Line]) -> int:
    """Return the place of the first line with a quote; where there is none, of the first that is no furniture."""
    quoted_at = next((i for i, line in enumerate(lines) if line.marks), None)
    if quoted_at is not None:
        return quoted_at
    return next((i for i, line in enumerate(lines) if not line.is_furniture), 0)


def lettered(text: str, passage: Passage) -> str:
    """Return a passage with every quote in brackets that begin with the letter of its field: a legend without colour.

    Quotes of several fields that cover the same stretch share one pair: ``[c,l: Porto]``.
    """
    letters = {s.name: s.key for s in fields()}
    by_span: dict[tuple[int, int], list[str]] = {}
    for mark in passage.marks:
        span = max(mark.start, passage.start), min(mark.end, passage.end)
        letter = letters.get(mark.field.partition(".")[0], QUOTE_KEY)
        if span[0] < span[1] and letter not in by_span.setdefault(span, []):
            by_span[span].append(letter)
    before, after = ends(text, passage.start, passage.end)
    out, at = [before], passage.start
    for place in sorted({edge for span in by_span for edge in span}):
        out += [flat(text[at:place]), "]" * sum(end == place for _, end in by_span)]
        # The longest first, so that brackets that open at one place close inside one another.
        opening = sorted((span for span in by_span if span[0] == place), key=lambda span: -span[1])
        out += [f"[{','.join(by_span[span])}: " for span in opening]
        at = place
    return "".join([*out, flat(text[at : passage.end]), after])


def _height(console: Console, text: Text, width: int) -> int:
    return len(text.wrap(console, width))


def _dim(words: str) -> Text:
    return Text(words, style="dim")
