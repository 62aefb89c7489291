"""Quotes in their sentences: the same sentence once, with all the quotes that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from culturex.model.event import Evidence
from culturex.text import harmless, sentences

if TYPE_CHECKING:
    from rich.text import Text

# The look of a quote by the field it supports: colours of the terminal's own palette that are read on a light and on a
# dark ground, told apart by weight as well.
STYLES = {
    "event": "underline",
    "type": "bold red",
    "status": "red",
    "date": "bold cyan",
    "mode": "cyan",
    "countries": "bold green",
    "regions": "bold green",
    "places": "green",
    "organizations": "magenta",
    "people": "bold magenta",
    "participants": "bold blue",
    "themes": "blue",
}
# Characters of context kept on either side of a quote where its sentence is longer than anybody reads.
_CONTEXT = 160
# Characters around a quote in which its sentence is looked for.
_REACH = 2000


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote inside a text: where it stands, and the field it supports."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text, one sentence or more, with the quotes in it, in order."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the quotes support, each once."""
        return tuple(dict.fromkeys(m.field for m in self.marks))


def passages(text: str, evidence: Iterable[Evidence]) -> list[Passage]:
    """Return the sentences of *text* that the quotes of *evidence* stand in, in order, none twice.

    A quote of another article, which does not stand where it says in this one, is passed over.
    """
    placed = (e for e in evidence if e.start is not None and e.quote and text[e.start : e.end] == e.quote)
    marks = sorted({Mark(e.start or 0, e.end or 0, e.field) for e in placed}, key=_order)
    found: list[Passage] = []
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            continue
        start, end = _sentence(text, mark)
        if found and start < found[-1].end:
            before = found.pop()
            found.append(Passage(before.start, max(before.end, end), (*before.marks, mark)))
        else:
            found.append(Passage(start, end, (mark,)))
    return found


def unplaced(text: str, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence whose quote has no place in *text*."""
    return [e for e in evidence if e.quote and (e.start is None or not text)]


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.field


def _sentence(text: str, mark: Mark) -> tuple[int, int]:
    """Return the sentence or sentences around a quote, cut short where they are very long."""
    low, high = max(0, mark.start - _REACH), min(len(text), mark.end + _REACH)
    touched = [s for s in sentences(text, low, high) if s.start < mark.end and mark.start < s.end]
    start = min([mark.start, *(s.start for s in touched)])
    end = max([mark.end, *(s.end for s in touched)])
    if end - start > 4 * _CONTEXT:
        start = max(start, _word_edge(text, mark.start - _CONTEXT, mark.start))
        end = min(end, _word_edge(text, mark.end + _CONTEXT, mark.end))
    return start, end


def _word_edge(text: str, at: int, towards: int) -> int:
    """Return the place of white space nearest to *at* on the way *towards* another place, at most 40 away."""
    step = 1 if at < towards else -1
    for place in range(at, towards, step)[:40]:
        if 0 <= place < len(text) and text[place].isspace():
            return place
    return max(0, min(at, len(text)))


def flat(text: str) -> str:
    """Return *text* on one line and harmless, its length unchanged, so that offsets stay true."""
    return "".join(" " if c.isspace() else c for c in harmless(text))


def ends(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a stretch of *text*: dots where it was cut out of a line."""
    before = "" if start == 0 or text[start - 1].isspace() or not text[start].isalnum() else "…"
    return before, "" if end >= len(text) or text[end].isspace() or not text[end - 1].isalnum() else "…"


def bracketed(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """Return ``text[start:end]`` with every quote in square brackets, for a place without colour.

    Quotes that cover the same stretch share one pair; of overlapping ones the brackets stand as they fall.
    """
    spans = {(max(m.start, start), min(m.end, end)) for m in marks}
    opens = sorted(a for a, b in spans if a < b)
    closes = sorted(b for a, b in spans if a < b)
    out: list[str] = []
    at = start
    for place in sorted({*opens, *closes}):
        out += [flat(text[at:place]), "]" * closes.count(place), "[" * opens.count(place)]
        at = place
    return "".join(out) + flat(text[at:end])


def coloured(text: str, start: int, end: int, marks: Sequence[Mark]) -> Text:
    """Return ``text[start:end]`` with every quote in the style of its field."""
    from rich.text import Text

    shown = Text(flat(text[start:end]))
    for mark in marks:
        begin, stop = max(0, mark.start - start), min(mark.end, end) - start
        if begin < stop:
            shown.stylize(STYLES.get(mark.field, "bold"), begin, stop)
    return shown


def quoted(text: str, passage: Passage, *, colour: bool) -> Text:
    """Return a passage as one paragraph with its quotes marked, in colour or in brackets."""
    from rich.text import Text

    before, after = ends(text, passage.start, passage.end)
    if colour:
        middle = coloured(text, passage.start, passage.end, passage.marks)
    else:
        middle = Text(bracketed(text, passage.start, passage.end, passage.marks))
    return Text(before).append_text(middle).append(after)
