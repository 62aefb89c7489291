"""Markdown: one file, one article. Front matter gives facts and is no part of the text; marks stay as they are.

Front matter is a block of ``key: value`` lines between two lines ``---`` (YAML) or of TOML between two lines ``+++``
at the very beginning. Of YAML only this is read: plain, quoted and bracketed values, and lists of ``- item`` lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from culturex.errors import InputError
from culturex.importers import facts
from culturex.importers.decode import decode
from culturex.importers.source import Failure, Source
from culturex.model.article import Article

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"([^\W\d][\w -]{0,60}):(?:[ \t]+(.*))?")


def read(source: Source) -> Iterator[Article | Failure]:
    """Yield the one article of a Markdown file."""
    record, text = split(decode(source, source.read(), markup=False))
    if not text.strip():
        raise InputError(f"{source.label} has front matter but no text.", "Write the article below the second mark.")
    yield facts.article(text, facts.pick({k: v for k, v in record.items() if k != "text"}), source.name, "md")


def split(text: str) -> tuple[dict[str, Any], str]:
    r"""Return what the front matter of *text* says and the text after it; nothing and all of it where there is none.

    >>> split("---\ntitle: A choir\n---\n\nIt sang.")
    ({'title': 'A choir'}, 'It sang.')
    """
    opening = _FRONT.match(text)
    if not opening:
        return {}, text
    mark = opening[1]
    closing = re.compile(rf"^{re.escape(mark)}[ \t]*\r?$\n?", re.MULTILINE).search(text, opening.end())
    if not closing:
        return {}, text
    block = text[opening.end() : closing.start()]
    record = _toml(block) if mark == "+++" else _yaml(block)
    if not record:
        return {}, text  # two rules across the page, not front matter
    return record, text[closing.end() :].lstrip("\r\n")


def _toml(block: str) -> dict[str, Any]:
    import tomllib

    try:
        return {k: v if isinstance(v, (str, list, dict)) else str(v) for k, v in tomllib.loads(block).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _yaml(block: str) -> dict[str, Any]:
    record: dict[str, Any] = {}
    key = ""
    for line in block.splitlines():
        found = _KEY.fullmatch(line.rstrip())
        if found:
            key = found[1].strip()
            record[key] = _value((found[2] or "").strip())
        elif key and (item := line.strip()) and not item.startswith("#"):
            before = record[key] if isinstance(record[key], list) else [record[key]] if record[key] else []
            record[key] = [*before, _value(item.removeprefix("- "))]
    return record


def _value(text: str) -> Any:
    """Return a value without its quotes or its comment; a list for ``[a, b]``."""
    if len(text) >= 2 and text[0] == "[" and text[-1] == "]":
        return [_value(item.strip()) for item in text[1:-1].split(",")]
    if len(text) >= 2 and text[0] in "\"'" and text[-1] == text[0]:
        quote = text[0]
        return text[1:-1].replace(quote * 2 if quote == "'" else '\\"', quote)
    return re.split(r"\s#", text, maxsplit=1)[0].rstrip() if text not in (">", "|", ">-", "|-") else ""
