"""Two events side by side, field by field, with what differs set off: by a sign, and where there is colour by colour.

``=`` stands where both have the same, ``≈`` where they have it in other words, ``≠`` where they differ, ``+`` where
only one of them has a value; in a list ``+`` stands before each value that only one of them has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from culturex.cli.blocks import Items, label_cell
from culturex.cli.wording import Shown, fields, percent, shown_values
from culturex.likeness import Likeness, match
from culturex.model.codebook import Codebook
from culturex.model.event import Event
from culturex.model.fields import FieldSpec
from culturex.model.parts import CountryRoles, Many

SAME, ALIKE, DIFFERENT, ONE_SIDED = "=", "≈", "≠", "+"
# Columns of a terminal below which the two events stand under one another.
_NARROW = 76
_STYLES = {SAME: "dim", ALIKE: "", DIFFERENT: "bold", ONE_SIDED: "bold"}
_COLOURS = {SAME: "dim", ALIKE: "", DIFFERENT: "bold red", ONE_SIDED: "bold green"}
# Fields whose values stand on a line each.
_LINES = frozenset({"organizations", "people"})


@dataclass(frozen=True, slots=True)
class Row:
    """One field of two events: its *sign*, and the values of each with whether the other has them too."""

    spec: FieldSpec
    sign: str
    first: tuple[tuple[Shown, bool], ...]
    second: tuple[tuple[Shown, bool], ...]


def side_by_side(
    first: Event,
    second: Event,
    codebook: Codebook,
    names: tuple[str, str],
    *,
    colour: bool,
    differing_only: bool = False,
) -> RenderableType:
    """Return two events side by side under their *names*; under one another where the screen is narrow.

    With *differing_only*, the fields in which they agree are left out.
    """
    rows = compared(first, second, codebook)
    shown = [row for row in rows if row.sign != SAME] if differing_only else rows
    return _SideBySide(shown, names, colour=colour)


def likeness_line(like: Likeness, head: str = "") -> RenderableType:
    """Return how likely two events are the same, behind *head*, and what speaks for it and against it."""
    reasons = [Text(f"+ {reason.words}") for reason in like.agreements]
    reasons += [Text(f"- {reason.words}", style="dim") for reason in like.doubts]
    return Items(Text(head).append(f"{percent(like.score)} the same", style="bold"), reasons)


def compared(first: Event, second: Event, codebook: Codebook) -> list[Row]:
    """Return the fields that one of two events has, in order, compared."""
    rows = []
    for spec in fields():
        one, other = shown_values(first, spec, codebook), shown_values(second, spec, codebook)
        if (one or other) and spec.name != "main":
            rows.append(_row(spec, first, second, one, other))
    return rows


def _row(spec: FieldSpec, first: Event, second: Event, one: list[Shown], other: list[Shown]) -> Row:
    if isinstance(spec.kind, Many):
        pairs = match(getattr(first, spec.name), getattr(second, spec.name))
        if isinstance(spec.kind, CountryRoles):
            # A country in another role is the same country, but no agreement.
            pairs = {i: j for i, j in pairs.items() if one[i].more == other[j].more}
    else:
        pairs = {i: j for i, value in enumerate(one) for j, o in enumerate(other) if value.text == o.text}
    ours = tuple((value, i in pairs) for i, value in enumerate(one))
    theirs = tuple((value, j in pairs.values()) for j, value in enumerate(other))
    return Row(spec, _sign_of(ours, theirs), ours, theirs)


def _sign_of(ours: Sequence[tuple[Shown, bool]], theirs: Sequence[tuple[Shown, bool]]) -> str:
    if not ours or not theirs:
        return ONE_SIDED
    if not all(is_shared for _, is_shared in (*ours, *theirs)):
        return DIFFERENT
    return SAME if {str(v) for v, _ in ours} == {str(v) for v, _ in theirs} else ALIKE


class _SideBySide:
    """The comparison, laid out for the width that it gets."""

    def __init__(self, rows: Sequence[Row], names: tuple[str, str], *, colour: bool) -> None:
        self._rows = rows
        self._names = names
        self._colour = colour
        self._styles = _COLOURS if colour else _STYLES

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._stacked() if options.max_width < _NARROW else self._abreast()

    def _abreast(self) -> RenderableType:
        table = Table.grid(padding=(0, 1), expand=True)
        table.add_column(width=1)
        table.add_column(no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row("", "", *(Text(name, style="bold") for name in self._names))
        for row in self._rows:
            second = Text(SAME, style="dim") if row.sign == SAME else self._cell(row, row.second)
            table.add_row(
                self._sign(row), label_cell(row.spec, colour=self._colour), self._cell(row, row.first), second
            )
        return table

    def _stacked(self) -> RenderableType:
        blocks: list[RenderableType] = []
        for row in self._rows:
            head = Text.assemble(self._sign(row), " ", label_cell(row.spec, colour=self._colour))
            if row.sign == SAME:
                blocks.append(_indented(head.append(" "), self._cell(row, row.first)))
                continue
            blocks.append(head)
            for name, values in zip(self._names, (row.first, row.second), strict=True):
                if values:
                    blocks.append(_indented(Text(f"    {name}: ", style="dim"), self._cell(row, values)))
        return Group(*blocks)

    def _sign(self, row: Row) -> Text:
        return Text(row.sign, style=self._styles[row.sign])

    def _cell(self, row: Row, values: Sequence[tuple[Shown, bool]]) -> Text:
        cell, between = Text(), "\n" if row.spec.name in _LINES else ", "
        for number, (value, is_shared) in enumerate(values):
            style = self._styles[row.sign if row.sign == ALIKE or not is_shared else SAME]
            mark = f"{ONE_SIDED} " if row.spec.many and not is_shared and row.sign == DIFFERENT else ""
            cell.append(between if number else "").append(f"{mark}{value}", style=style)
        return cell


def _indented(head: Text, cell: Text) -> RenderableType:
    table = Table.grid()
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(head, cell)
    return table
