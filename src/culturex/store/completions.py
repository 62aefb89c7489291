"""The log of what language models were asked and replied.

Nothing in it is ever deleted, and nothing changed but once: a reply is kept as it comes, and what it holds is added
when it was read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from culturex.model.completion import UNREAD, Completion

_COLUMNS = tuple(f.name for f in fields(Completion) if f.name != "id")
_LISTS = ("repairs", "refusals")
LISTED = (
    "id", "article", "part", "parts", "model", "template", "template_version", "status", "tokens_in", "tokens_out",
    "answered", "reason",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)}, id FROM completions"


def keep(connection: sqlite3.Connection, completion: Completion) -> Completion:
    """Add *completion* to the log; return it with its number."""
    values = [getattr(completion, c) for c in _COLUMNS]
    rows = [json.dumps(v, ensure_ascii=False) if c in _LISTS else v for c, v in zip(_COLUMNS, values, strict=True)]
    marks = ", ".join("?" * len(_COLUMNS))
    added = connection.execute(f"INSERT INTO completions ({', '.join(_COLUMNS)}) VALUES ({marks})", rows)
    return replace(completion, id=added.lastrowid)


def settle(connection: sqlite3.Connection, completion: Completion) -> Completion:
    """Add what became of a reply that was kept unread; return it as it is now."""
    repairs, refusals = (json.dumps(v, ensure_ascii=False) for v in (completion.repairs, completion.refusals))
    connection.execute(
        "UPDATE completions SET status = ?, reason = ?, repairs = ?, refusals = ? WHERE id = ? AND reason = ?",
        (completion.status, completion.reason, repairs, refusals, completion.id, UNREAD),
    )
    return completion


def was_asked(connection: sqlite3.Connection, model: str) -> bool:
    """Tell whether a question about an article of this store ever left for *model*: replies in files do not count."""
    sql = "SELECT 1 FROM completions WHERE model = ? AND asked IS NOT NULL LIMIT 1"
    return bool(connection.execute(sql, (model,)).fetchone())


def mean_reply(connection: sqlite3.Connection, model: str) -> int | None:
    """Return the mean tokens of a reply of *model*, as its server counted them; None where it never did."""
    mean = connection.execute("SELECT avg(tokens_out) FROM completions WHERE model = ?", (model,)).fetchone()[0]
    return None if mean is None else round(mean)


def articles_of(connection: sqlite3.Connection, model: str) -> set[int]:
    """Return the numbers of the articles about which a reply of *model* could be read."""
    found = connection.execute("SELECT DISTINCT article FROM completions WHERE model = ? AND status = 'read'", (model,))
    return {row[0] for row in found}


def answered(
    connection: sqlite3.Connection, *, article_sha256: str, part: int, parts: int, model: str, template_version: str
) -> Completion | None:
    """Return the last reply of a *model* to the same question: template, text and part.

    One that was read, or is still to be read, goes before one that could not be used. Return None where it never
    replied.
    """
    found = connection.execute(
        f"{_SELECT} WHERE article_sha256 = ? AND part = ? AND parts = ? AND model = ? AND template_version = ?"
        " AND status != 'failed' ORDER BY (status = 'read' OR reason = ?) DESC, id DESC LIMIT 1",
        (article_sha256, part, parts, model, template_version, UNREAD),
    ).fetchone()
    return _completion(found) if found else None


def of_article(connection: sqlite3.Connection, article: int) -> list[Completion]:
    """Return what was asked about an article, oldest first."""
    return [_completion(row) for row in connection.execute(f"{_SELECT} WHERE article = ? ORDER BY id", (article,))]


def listing(connection: sqlite3.Connection, article: int | None = None) -> list[tuple[Any, ...]]:
    """Return LISTED of the completions (about an *article*), oldest first, without their texts."""
    where, values = ("", ()) if article is None else (" WHERE article = ?", (article,))
    return [tuple(row) for row in connection.execute(f"SELECT {', '.join(LISTED)} FROM completions{where}", values)]


def by_number(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Completion]:
    """Return the completions of *numbers*; those that are not there are left out."""
    found = connection.execute(f"{_SELECT} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),))
    return {row["id"]: _completion(row) for row in found}


def article_with(connection: sqlite3.Connection, fingerprint: str) -> int | None:
    """Return the article whose text has a sha256 that begins with *fingerprint*, or None."""
    found = connection.execute(
        "SELECT id FROM articles WHERE sha256 >= ? AND sha256 < ? LIMIT 1", (fingerprint, f"{fingerprint}g")
    ).fetchone()
    return int(found[0]) if found else None


def same(connection: sqlite3.Connection, completion: Completion) -> Completion | None:
    """Return the same reply (or failure) to the same question of the same model, if it is in the log already."""
    found = connection.execute(
        f"{_SELECT} WHERE article_sha256 = ? AND part = ? AND parts = ? AND model = ? AND template_version = ?"
        " AND reply IS ? AND (reply IS NOT NULL OR reason IS ?) ORDER BY id DESC LIMIT 1",
        (
            completion.article_sha256,
            completion.part,
            completion.parts,
            completion.model,
            completion.template_version,
            completion.reply,
            completion.reason,
        ),
    ).fetchone()
    return _completion(found) if found else None


def _completion(row: sqlite3.Row) -> Completion:
    values: dict[str, Any] = {c: tuple(json.loads(row[c])) if c in _LISTS else row[c] for c in (*_COLUMNS, "id")}
    return Completion(**values)
