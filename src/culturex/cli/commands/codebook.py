"""``culturex codebook``: the vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import InputError, UsageError
from culturex.model.codebook import VOCABULARIES, Codebook, read


def codebook(
    context: Context,
    vocabulary: Annotated[
        str,
        typer.Argument(metavar="[VOCABULARY]", help=f"One of {', '.join(VOCABULARIES)}.", show_default=False),
    ] = "",
    write: Annotated[
        str, typer.Option("--write", metavar="FILE", help="Write it to FILE as TOML.", show_default=False)
    ] = "",
    use: Annotated[
        str,
        typer.Option("--use", metavar="FILE", help="Use the codebook in FILE from now on.", show_default=False),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Show the vocabulary that events are coded with; write it to a file; or use another from now on."""
    if write and use:
        raise UsageError("--write and --use exclude each other.", "Give one of them.")
    if use:
        _use(context, Path(use))
        return
    with context.reading() as store:
        book = store.codebook()
    if write:
        from culturex.exporters import atomic_write

        with atomic_write(Path(write)) as stream:
            stream.write(book.text.encode())
        output.note(f"Wrote codebook {book.name} {book.version} to {write}.")
        return
    _show(book, vocabulary, as_json)


def _use(context: Context, path: Path) -> None:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8 text'}."
        ) from None
    book = read(text, str(path))
    with context.writing() as store, store.deed("codebook") as deed:
        changed = store.use_codebook(book)
        deed.summary = f"codebook {book.name} {book.version}"
    output.note(f"Using codebook {book.name} {book.version}." if changed else "That codebook is in use already.")


def _show(book: Codebook, vocabulary: str, as_json: bool) -> None:
    allowed = (*VOCABULARIES, "fields")
    if vocabulary and vocabulary not in allowed:
        raise InputError(f"The codebook has no vocabulary {vocabulary!r}.", f"Allowed: {', '.join(allowed)}.")
    names = [name for name in VOCABULARIES if vocabulary in ("", name)]
    entries = [(name, entry) for name in names for entry in book.vocabularies[name].values()]
    if as_json:
        keys = ("code", "label", "definition", "include", "exclude", "schema_org", "plover", "iptc")
        shown = {n: [{k: getattr(e, k) for k in keys} for e in book.vocabularies[n].values()] for n in names}
        own = [
            {k: getattr(f, k) for k in ("name", "label", "kind", "definition", "choices")} for f in book.fields.values()
        ]
        output.emit_json({"name": book.name, "version": book.version, **shown, "fields": own})
        return
    rows = [(name, e.code, e.label, e.definition) for name, e in entries]
    if vocabulary in ("", "fields"):
        rows += [("fields", f.name, f.label, f.definition or f.kind) for f in book.fields.values()]
    output.emit_rows(
        ("vocabulary", "code", "label", "definition"), rows, flexible=("definition",), optional=("label", "vocabulary")
    )
