"""What the articles of an event tell otherwise than it has it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.cli import output
from culturex.cli.wording import label_of
from culturex.model.event import EventRecord
from culturex.text import one_line

if TYPE_CHECKING:
    from culturex.likeness import Choice

# Characters of a value that are shown in a note.
_LONGEST = 80


def in_words(choice: Choice) -> str:
    """Return a value that an article tells otherwise: ``date 2018-04-10 (article 4: “this Tuesday”)``."""
    field = choice.field.removeprefix("values.") if choice.field.startswith("values.") else label_of(choice.field)
    quote = f": “{_short(choice.quote)}”" if choice.quote else ""
    return f"{field} {_short(choice.value)} (article {choice.article}{quote})"


def note_choices(record: EventRecord) -> None:
    """Say on standard error what the articles of an event tell otherwise, and how to take it."""
    from culturex.likeness import differing

    found = differing(record.event)
    for choice in found:
        output.note(f"  otherwise: {in_words(choice)}; here it is {_short(choice.current or 'empty')}")
    if found:
        first = found[0]
        output.note(f"culturex edit {record.id} --take {first.field}={first.article} takes the first of these.")


def _short(text: str) -> str:
    line = one_line(text)
    return f"{line[: _LONGEST - 1]}…" if len(line) > _LONGEST else line
