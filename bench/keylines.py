"""The fewest keys that write one line of an event: a text, a date, a code, a quote, a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from culturex.cli.prompts_completion import Known, ValueCompleter
from culturex.cli.prompts_numbers import Numbered, expand, numbered
from culturex.cli.prompts_values import editable, find_quote, inner, read_value, write_part, written
from culturex.errors import InputError
from culturex.model.event import Event
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Choice, Date, Number, YesNo
from culturex.model.parts import CountryRoles, Many, Part
from culturex.store import Store
from culturex.suggest.mentions import Mention

ENTER, TAB, CTRL_U, CTRL_W, BACKSPACE, END = "\r", "\t", "\x15", "\x17", "\x7f", "\x1b[F"
Keys = list[str]
# The cells of a part that reference codings have.
_CELLS = {"places": ("name", "country"), "organizations": ("name",), "people": ("name", "title", "affiliation")}
# Offers of a completion that are worth stepping through.
_TABS = 4


@dataclass(frozen=True)
class Desk:
    """What the person sees of one article: its text, the store, and what is offered."""

    known: Known

    @classmethod
    def of(cls, store: Store, number: int, mentions: Sequence[Mention]) -> Desk:
        """Return the desk for an article of *store*."""
        return cls(Known(store.codebook(), store, store.article(number).article, tuple(mentions)))


def field_keys(desk: Desk, event: Event, spec: FieldSpec, value: Any) -> Keys:
    """Return the keys that make *value* of what stands in the line of a field, without the Enter."""
    old = getattr(event, spec.name)
    kind = inner(spec)
    if isinstance(spec.kind, Many):
        return list_keys(desk, event, spec, old, value)
    if isinstance(kind, YesNo):
        return [] if bool(old) == bool(value) else ["y" if value else "n"]
    if old == value:
        return []
    if value is None:
        return [BACKSPACE]
    if isinstance(kind, Choice):
        return shortest_code(kind, value, desk)
    if isinstance(kind, Date):
        return date_keys(desk, event, spec, old, value)
    if isinstance(kind, Number):
        return list(str(value))
    return text_keys(editable(spec, old), str(value))


def shortest_code(kind: Choice, value: str, desk: Desk) -> Keys:
    """Return the first letters that tell a code from the others."""
    codes = desk.known.codebook.codes(kind.vocabulary)
    for length in range(1, len(value)):
        if [c for c in codes if c.startswith(value[:length])] == [value]:
            return list(value[:length])
    return list(value)


def date_keys(desk: Desk, event: Event, spec: FieldSpec, old: str | None, value: str) -> Keys:
    """Return the shortest way of writing a date: its number, EDTF, or a change at the end of the old one."""
    values = numbered(spec, old, replace(desk.known, event=event))
    ways: list[Keys] = [list(value)]
    for number in range(1, len(values.near) + 1):
        if read(desk, spec, str(number), values) == value:
            ways.append(list(str(number)))
    for form in date_forms(value):
        if read(desk, spec, form, values) == value:
            ways.append(list(form))
    if old:
        ways.append([END, *text_keys(old, value)])
    return min(ways, key=len)


MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def date_forms(value: str) -> Iterator[str]:
    """Yield ways in which people write an EDTF date."""
    first, slash, last = value.partition("/")
    days = [part.split("-") for part in (first, last) if part.strip(".")]
    if any(not all(p.isdigit() for p in d) for d in days) or not days:
        return
    if slash and len(days) == 2 and all(len(d) == 3 for d in days):
        (y, m, d), (y2, m2, d2) = days
        if (y, m) == (y2, m2):
            yield f"{int(d)}-{int(d2)} {MONTHS[int(m) - 1]} {y}"
        elif y == y2:
            yield f"{int(d)} {MONTHS[int(m) - 1]}-{int(d2)} {MONTHS[int(m2) - 1]} {y}"
    elif slash and len(days) == 2 and all(len(d) == 1 for d in days):
        yield f"{first}-{last[2:]}"
    elif not slash and len(days[0]) == 2:
        yield f"{MONTHS[int(days[0][1]) - 1]} {days[0][0]}"


def text_keys(old: str, new_text: str) -> Keys:
    """Return the keys that make one text of another, the cursor standing at its end."""
    common = 0
    while common < min(len(old), len(new_text)) and old[common] == new_text[common]:
        common += 1
    ways = [[BACKSPACE] * (len(old) - common) + list(new_text[common:])]
    ways.append(([CTRL_U] if old else []) + list(new_text))
    left, words = old, 0
    while left:
        left = left.rstrip()
        left = left[: left.rfind(" ") + 1]
        words += 1
        if new_text.startswith(left):
            ways.append([CTRL_W] * words + list(new_text[len(left) :]))
            break
    return min(ways, key=len)


def quote_keys(desk: Desk, event: Event, wanted: str | None) -> Keys:
    """Return the keys of a quote: its first letters, three dots and its last, as few as find it."""
    text = desk.known.article.text
    if not wanted:
        return [BACKSPACE] if event.quote else []
    if wanted == event.quote:
        return []
    best = list(wanted)
    span = find_quote(wanted, text)
    for first in range(1, len(wanted)):
        if text.find(wanted[:first].strip()) != span.start:
            continue
        for last in range(1, len(wanted) - first):
            typed = f"{wanted[:first].strip()}...{wanted[-last:].strip()}"
            if len(typed) >= len(best):
                break
            try:
                found = find_quote(typed, text)
            except InputError:
                continue
            if text[found.start : found.end] == wanted:
                best = list(typed)
                break
    return best


def read(desk: Desk, spec: FieldSpec, text: str, values: Numbered) -> Any:
    """Return what the program makes of a line, None where it refuses it."""
    try:
        return read_value(
            spec, text, desk.known.codebook, desk.known.article, lambda pieces: expand(pieces, spec, values)
        )
    except InputError:
        return None


# -- lists


def list_keys(desk: Desk, event: Event, spec: FieldSpec, old: tuple[Any, ...], value: tuple[Any, ...]) -> Keys:
    """Return the keys that make *value* of a list: changes behind what is there, or all of it anew."""
    if not old and not value:
        return []
    if not value:
        return [CTRL_U]
    values = numbered(spec, old, replace(desk.known, event=event))
    writer = Writer(desk, event, spec, values)
    line = editable(spec, old)
    ways = []
    for keys in (writer.changes(old, value), ([CTRL_U] if old else []) + writer.anew(value)):
        if keys is None:
            continue
        typed = played(line, keys)
        if typed is None or matches(spec, read(desk, spec, typed, values), value):
            ways.append(keys)
    assert ways, (spec.name, value)
    return min(ways, key=len)


def matches(spec: FieldSpec, found: Any, value: tuple[Any, ...]) -> bool:
    """Tell whether a list is the one that is wanted, in the cells that a reference coding has."""
    if found is None or len(found) != len(value):
        return False
    names = _CELLS.get(spec.name)
    if names is None:
        return bool(found == value)
    return all(getattr(a, n) == getattr(b, n) for a, b in zip(found, value, strict=True) for n in names)


def played(line: str, keys: Keys) -> str | None:
    """Return the line after *keys*; None where Tab makes it depend on what is offered."""
    for key in keys:
        if key == TAB:
            return None
        line = "" if key == CTRL_U else line + key
    return line


@dataclass(frozen=True)
class Writer:
    """Writes the values of one list in the fewest keys."""

    desk: Desk
    event: Event
    spec: FieldSpec
    values: Numbered

    def anew(self, value: tuple[Any, ...]) -> Keys:
        """Return the keys that write a list into an empty line."""
        return self._joined([self._reference(one, held=True) or self._typed(one, i) for i, one in enumerate(value)])

    def changes(self, old: tuple[Any, ...], value: tuple[Any, ...]) -> Keys | None:
        """Return the keys that change the list behind what stands there; None where the order forbids it."""
        if not old:
            return None
        kept = [(self._same_name(one, value), place) for place, one in enumerate(old, 1)]
        pieces: list[Keys] = [list(f"-{place}") for where, place in kept if where is None]
        for where, place in kept:
            if where is not None and not matches(self.spec, (old[place - 1],), (value[where],)):
                pieces.append(self._changed(place, value[where]))
        there = {where for where, _ in kept}
        added = [one for where, one in enumerate(value) if where not in there]
        pieces += [self._reference(one, held=False) or self._typed(one, 1) for one in added]
        return self._joined(pieces)

    def _same_name(self, one: Any, value: tuple[Any, ...]) -> int | None:
        name = self._name(one)
        return next((i for i, other in enumerate(value) if self._name(other) == name), None)

    def _name(self, one: Any) -> Any:
        return getattr(one, "code", None) or getattr(one, "name", None) or one

    def _changed(self, place: int, wanted: Any) -> Keys:
        if isinstance(self.spec.kind, CountryRoles):
            return list(f"{place}{wanted.role[0]}")
        return list(f"{place};" + self._cells(self.values.held[place - 1], wanted))

    def _cells(self, text: str, wanted: Any) -> str:
        """Return the cells behind a name that differ, as they are typed behind its number."""
        kind = inner(self.spec)
        assert isinstance(kind, Part)
        held = kind.parse(text, self.desk.known.codebook)
        cells = []
        for spec in specs(kind.of)[1:]:
            if spec.name not in ("title", "affiliation", "country") or (
                spec.name == "country" and kind.of.__name__ != "Place"
            ):
                continue
            now, then = getattr(held, spec.name), getattr(wanted, spec.name)
            cells.append("" if now == then else "-" if then is None else written(spec.kind.format(then)))
        while cells and not cells[-1]:
            cells.pop()
        return ";".join(cells)

    def _reference(self, wanted: Any, *, held: bool) -> Keys | None:
        """Return the number that stands for a value, with what has to be changed; None where there is none."""
        kind = inner(self.spec)
        for number, text in enumerate(self.values.held + self.values.near, 1):
            if number <= len(self.values.held) and not held:
                continue
            if isinstance(self.spec.kind, CountryRoles):
                part = kind.parse(text, self.desk.known.codebook)
                if part.code == wanted.code:
                    return list(f"{number}" if part.role == wanted.role else f"{number}{wanted.role[0]}")
            elif isinstance(kind, Part):
                part = kind.parse(text, self.desk.known.codebook)
                if part.name == wanted.name:
                    cells = self._cells(text, wanted)
                    return list(f"{number};{cells}" if cells else f"{number}")
            elif text == wanted:
                return list(f"{number}")
        return None

    def _typed(self, wanted: Any, place: int) -> Keys:
        kind = inner(self.spec)
        if isinstance(self.spec.kind, CountryRoles):
            return list(wanted.code.lower() + (":h" if wanted.role == "host" else ""))
        if isinstance(kind, Choice):
            return shortest_code(kind, wanted, self.desk)
        if not isinstance(kind, Part):
            return self._completed("", str(wanted))
        text = write_part(kind, wanted).replace("; ", ";")
        cells = text.split(";") if '"' not in text else [text]
        keys: Keys = []
        for number, cell in enumerate(cells):
            keys += ([";"] if number else []) + self._completed("".join(";" for _ in range(number)), cell)
        return keys

    def _completed(self, before: str, wanted: str) -> Keys:
        """Return the first letters of a text and as many Tabs as bring it, or the whole text."""
        best = list(wanted)
        if len(wanted) < 4:
            return best
        completer = completer_of(self.spec, replace(self.desk.known, event=self.event))
        for length in range(1, len(wanted) - 1):
            if length + 1 >= len(best):
                break
            typed = before + wanted[:length]
            offers = completer.get_completions(Document(typed, len(typed)), CompleteEvent(completion_requested=True))
            for tabs, offer in enumerate(offers, 1):
                if tabs > _TABS:
                    break
                if offer.text == wanted and length + tabs < len(best):
                    return [*wanted[:length], *[TAB] * tabs]
        return best

    def _joined(self, pieces: list[Keys]) -> Keys:
        """Return the pieces behind one another: numbers with the least between them, other pieces with a separator."""
        assert isinstance(self.spec.kind, Many)
        is_code = isinstance(inner(self.spec), Choice)
        out: Keys = []
        before = ""
        for piece in pieces:
            text = "".join(piece)
            if before:
                close = text.startswith("-") and _is_number(before)
                spaced = is_code or (_is_number(before) and _is_number(text))
                out += [] if close else [" "] if spaced else [self.spec.kind.separator]
            out += piece
            before = text
        return out


def _is_number(text: str) -> bool:
    return ";" not in text and text.lstrip("-")[:1].isdigit()


def completer_of(spec: FieldSpec, known: Known) -> ValueCompleter:
    """Return the completer of a field."""
    return ValueCompleter(spec, known)
