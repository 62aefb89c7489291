"""``culturex edit`` with the event as a text: in the editor, or from a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from culturex.cli.editor import Draft, tell, until_right
from culturex.cli.event_toml import write
from culturex.cli.event_toml_read import read
from culturex.cli.remarks import Problem
from culturex.errors import InputError
from culturex.model.event import Event, EventRecord
from culturex.store.store import Store

STANDARD_INPUT = "-"


def written(store: Store, record: EventRecord) -> str:
    """Return an event as commented TOML."""
    return write(record, {a.id: store.article(a.id).article for a in record.articles}, store.codebook())


def edit_as_text(store: Store, before: EventRecord, source: str = "") -> EventRecord:
    """Let the person edit an event in their editor, beginning with the text in file *source* where it is given.

    Return the event as it is then. Raise InputError where the text was left wrong; it is kept in a file that is named.
    """
    from culturex.workflow import replace_edited

    own = written(store, before)
    again = f"culturex edit {before.id} --editor --from {{}} goes on with it"
    meant = _reader(store, before)

    def changed(text: str) -> tuple[Event, list[Problem]]:
        return (before.event, []) if text == own else meant(text)

    with Draft(f"event-{before.id}.toml", _text(source) if source else own, again) as draft:
        event = until_right(draft, changed)
        if event is None or event == before.event:
            return before
        return replace_edited(store, before, event)


def take_from(store: Store, before: EventRecord, source: str) -> EventRecord:
    """Change an event to what the text in file *source* says; return it as it is then.

    Raise InputError, after every mistake in the text was named with its line.
    """
    from culturex.workflow import replace_edited

    text = _text(source)
    event, problems = _reader(store, before)(text)
    where = "standard input" if source == STANDARD_INPUT else source
    if problems:
        tell(problems, where)
    if event == before.event or text == written(store, before):
        return before
    return replace_edited(store, before, event)


def _reader(store: Store, before: EventRecord) -> Callable[[str], tuple[Event, list[Problem]]]:
    articles = {a.id: store.article(a.id).article for a in before.articles}
    return lambda text: read(text, before, articles, store.codebook())


def _text(source: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if source == STANDARD_INPUT else Path(source).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{source} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise InputError(f"{source} is no UTF-8 text.", "Save it as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
