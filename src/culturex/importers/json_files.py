"""JSON and JSON Lines: objects with the keys of ``facts.KEYS``, of which ``text`` must be there.

A JSON file holds one article, a list of them, or ``{"articles": [...]}``. JSON Lines holds one on each line; a line
that is broken is a failure of its own, and the others are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from culturex.errors import InputError
from culturex.importers import facts
from culturex.importers.decode import decode, open_text
from culturex.importers.source import Failure, Source
from culturex.model.article import Article
from culturex.text import one_line

_KEYS_HINT = "Give the text under the key text (or body, content); docs/import.md lists the keys."


def read(source: Source) -> Iterator[Article | Failure]:
    """Yield the articles of a JSON file; those of a list have ``#1``, ``#2`` ... behind the source."""
    data = _parse(decode(source, source.read()), source.label)
    if isinstance(data, dict) and isinstance(data.get("articles"), list):
        data = data["articles"]
    if not isinstance(data, list):
        yield _article(data, source.name, "json")
        return
    if not data:
        raise InputError(f"{source.label} is an empty list.", "There is no article in it to import.")
    for number, record in enumerate(data, 1):
        yield _article(record, f"{source.name}#{number}", "json")


def read_lines(source: Source) -> Iterator[Article | Failure]:
    """Yield the articles of a JSON Lines file; each has its line number behind the source."""
    with open_text(source, newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            if not line or line.isspace():
                continue
            where = f"{source.name}:{number}"
            try:
                yield _article(_parse(line, one_line(where)), where, "jsonl")
            except InputError as error:
                yield Failure(where, error.message, error.hint)


def _parse(text: str, label: str) -> Any:
    """Return the JSON value of *text*; raise InputError naming *label*."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        why = error.msg.removesuffix(" at")
        raise InputError(f"{label} is no valid JSON: {why} at {where}.", "Correct it and import again.") from None
    except ValueError as error:
        why = str(error).partition(";")[0]
        raise InputError(f"{label} is no valid JSON: {why}.", "Correct it and import again.") from None
    except RecursionError:
        raise InputError(f"{label} is JSON nested too deeply to be articles.", _KEYS_HINT) from None


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not allowed")


def _article(record: Any, where: str, kind: str) -> Article | Failure:
    label = one_line(where)
    if not isinstance(record, dict):
        return Failure(where, f"{label} is no JSON object but {_sort(record)}.", _KEYS_HINT)
    picked = facts.pick(record)
    text = picked.get("text")
    if isinstance(text, list) and all(isinstance(paragraph, str) for paragraph in text):
        text = "\n".join(text)
    if "text" in picked and not isinstance(text, str):
        return Failure(where, f"The text of {label} is no string but {_sort(text)}.", _KEYS_HINT)
    if not isinstance(text, str) or not text.strip():
        has = f"it has {', '.join(one_line(k) for k in list(record)[:12])}" if record else "it has no keys"
        return Failure(where, f"{label} has no text: {has}.", _KEYS_HINT)
    return facts.article(text, picked, where, kind)


def _sort(value: Any) -> str:
    names = {list: "a list", dict: "an object", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
