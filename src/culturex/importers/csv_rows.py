"""CSV: a header, then one article in each row. Columns are named as ``facts.KEYS`` says; one of text must be there.

The delimiter is the one of comma, semicolon, tab and ``|`` that gives the header a column of text. Rows are read
one by one; a row that is broken or empty is a failure of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from culturex.errors import InputError
from culturex.importers import facts
from culturex.importers.decode import open_text
from culturex.importers.source import Failure, Source
from culturex.model.article import Article
from culturex.text import one_line

_DELIMITERS = ",;\t|"
# The csv module takes a cell of more than 131,072 characters for a mistake; a long article is none. The largest
# number that fits a C long everywhere.
_LONGEST_CELL = 2**31 - 1
_NO_DELIMITER = "\x1f"  # where the header is one column, a comma is part of its text
_HINT = f"Name the column of the articles' texts one of: {', '.join(facts.KEYS['text'][:3])}."


def read(source: Source) -> Iterator[Article | Failure]:
    """Yield the articles of a CSV file; each has the number of its first line behind the source."""
    csv.field_size_limit(_LONGEST_CELL)
    with open_text(source, newline="") as stream:
        header, delimiter, skipped = _header(stream)
        fields = _fields(header)
        if "text" not in fields.values():
            columns = ", ".join(one_line(c) or "(no name)" for c in header[:20])
            raise InputError(f"{source.label} has no column of text; its columns are: {columns}.", _HINT)
        yield from _rows(source, stream, delimiter, fields, len(header), skipped)


def _header(stream: TextIO) -> tuple[list[str], str, int]:
    """Return the column names, the delimiter, and how many lines were read for them."""
    line, read_ = stream.readline(), 1
    # Excel's way to name the delimiter, and empty lines, may stand before the header.
    while line and (not line.strip("\ufeff\r\n \t,;") or line.lower().startswith("sep=")):
        line, read_ = stream.readline(), read_ + 1
    tried = [(next(csv.reader([line], delimiter=d)), d) for d in _DELIMITERS if d in line]
    if not tried:
        return [line.strip().strip('"')], _NO_DELIMITER, read_
    header, delimiter = max(tried, key=lambda t: ("text" in _fields(t[0]).values(), len(t[0])))
    return header, delimiter, read_


def _fields(header: list[str]) -> dict[int, str]:
    """Return which field of an article each column is, by its number."""
    by_key = {key: (field, rank) for field, keys in facts.KEYS.items() for rank, key in enumerate(keys)}
    best: dict[str, tuple[int, int]] = {}
    for column, name in enumerate(header):
        field, rank = by_key.get(facts.normal_key(name), ("", 0))
        if field and (field not in best or rank < best[field][0]):
            best[field] = (rank, column)
    return {column: field for field, (_, column) in best.items()}


def _rows(
    source: Source, stream: TextIO, delimiter: str, fields: dict[int, str], width: int, skipped: int
) -> Iterator[Article | Failure]:
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    found = False
    while True:
        where = f"{source.name}:{skipped + rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            found = True
            yield Failure(where, f"{one_line(where)} is no valid CSV row: {error}.", 'Write " inside quotes as "".')
            continue
        if not any(cell and not cell.isspace() for cell in row):
            continue
        found = True
        if any(row[width:]):
            reason = f"{one_line(where)} has {len(row)} cells in its row but the header has {width}."
            yield Failure(where, reason, 'Put cells with the delimiter inside in double quotes: "a, b".')
        else:
            yield _article(row, fields, where)
    if not found:
        raise InputError(f"{source.label} has a header but no rows.", "There is no article in it to import.")


def _article(row: list[str], fields: dict[int, str], where: str) -> Article | Failure:
    record = {field: row[column] for column, field in fields.items() if column < len(row)}
    text = record.get("text", "")
    if not text.strip():
        return Failure(where, f"{one_line(where)} has no text in its row.", None)
    return facts.article(text, record, where, "csv")
