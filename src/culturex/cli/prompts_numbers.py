"""Numbers that stand for values in a line: those that the event has, and those that the article names.

``-2 5`` takes the second value out and the fifth in, ``2h`` makes the second country the host, ``2; Director`` changes
the title of the second person. A line that was emptied may be written anew with numbers alone: ``3 1 5``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from culturex.cli.prompts_completion import Known, near_offers
from culturex.cli.prompts_values import split_parts, written_values
from culturex.errors import InputError
from culturex.model.fields import FieldSpec
from culturex.model.kinds import Date
from culturex.model.parts import CountryRoles, Many, Part
from culturex.text import harmless, one_line

if TYPE_CHECKING:
    from rich.text import Text

# Values of the article that get a number: more would push the line off a small screen.
MOST = 15
_TOKEN = r"(-?)(\d{1,2})(?!\d)(?::?([a-z]+))?"
_TOKENS = re.compile(rf"{_TOKEN}(?:(?:\s+|(?=-)){_TOKEN})*")
# An empty cell keeps what is there, this empties it.
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbers stand for, counted from 1: first the values *held*, then those *near*, each as it is written."""

    held: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.held or self.near)

    def value(self, number: int) -> str:
        """Return what *number* stands for; raise InputError where it stands for nothing."""
        values = self.held + self.near
        if not 1 <= number <= len(values):
            raise InputError(
                f"There is no {number} in the list.",
                f'Numbers go to {len(values)}; a name stands in quotes: "{number}".',
            )
        return values[number - 1]


def numbered(spec: FieldSpec, value: object, known: Known) -> Numbered:
    """Return what numbers stand for in the line of a field that has *value*; nothing where numbers are values."""
    if not isinstance(spec.kind, (Many, Date)):
        return Numbered()
    held = tuple(written_values(spec, value)) if isinstance(spec.kind, Many) else ()
    names = {_name(spec, text) for text in held}
    near = dict.fromkeys(offer.text for offer in near_offers(spec, known) if _name(spec, offer.text) not in names)
    return Numbered(held, tuple(near)[:MOST])


def _name(spec: FieldSpec, text: str) -> str:
    """Return what tells a value from another: the name of a part, the country without its role."""
    if not (isinstance(spec.kind, Many) and isinstance(spec.kind.kind, Part)):
        return text
    return split_parts(text, spec.kind.kind.separator, "")[0]


def expand(pieces: Sequence[str], spec: FieldSpec, values: Numbered) -> list[str]:
    """Return the pieces of a line with the numbers in them written out.

    A number whose value stands in the line already changes or keeps it there; any other brings its value in.
    """
    inside = spec.kind.kind.separator if isinstance(spec.kind, Many) and isinstance(spec.kind.kind, Part) else ""
    plain = {piece for piece in pieces if piece and not _is_reference(piece, inside)}
    changes: dict[str, str | None] = {}
    out: list[str] = []
    for piece in filter(None, pieces):
        if piece in plain:
            out.append(piece)
            continue
        for text, wanted in _read(piece, inside, spec, values):
            if text in plain or wanted is None:
                changes[text] = wanted
            else:
                out.append(wanted)
    for text, wanted in changes.items():
        if wanted is None and text not in out:
            raise InputError(f"{one_line(text)!r} is not in the list.", "It was taken out or changed before.")
    changed = (changes.get(text, text) for text in out)
    return [text for text in changed if text is not None]


def _is_reference(piece: str, inside: str) -> bool:
    if inside == ";" and ";" in piece:
        return re.fullmatch(r"\d{1,2}\s*", piece.partition(";")[0]) is not None
    return _TOKENS.fullmatch(piece) is not None


def _read(piece: str, inside: str, spec: FieldSpec, values: Numbered) -> Iterator[tuple[str, str | None]]:
    """Yield each value that a piece names by its number, and what it becomes: None where it is taken out."""
    if inside == ";" and ";" in piece:
        number, *cells = split_parts(piece, ";", ";")
        text = values.value(int(number))
        yield text, _with_cells(text, cells)
        return
    for minus, number, role in re.findall(_TOKEN, piece):
        text = values.value(int(number))
        if role and not isinstance(spec.kind, CountryRoles):
            raise InputError(f"Only countries have a role, not {one_line(text)!r}.", "Write the number alone.")
        yield text, None if minus else f"{text.partition(':')[0]}:{role}" if role else text


def _with_cells(text: str, cells: Sequence[str]) -> str:
    """Return a value with *cells* written over those behind its name."""
    old = split_parts(text, ";", ";")
    old += [""] * (len(cells) + 1 - len(old))
    for place, cell in enumerate(cells, 1):
        old[place] = "" if cell == _NOTHING else cell or old[place]
    while old and not old[-1]:
        old.pop()
    return "; ".join(old)


def number_line(values: Numbered) -> Text:
    """Return the values with their numbers, those of the event first."""
    from rich.text import Text

    line = Text()
    for number, text in enumerate(values.held + values.near, 1):
        if number == len(values.held) + 1:
            line.append("\n" if values.held else "").append("in the article: ", style="dim")
        line.append(f"{number} ", style="bold").append(harmless(one_line(text))).append("  ")
    return line
