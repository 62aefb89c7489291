"""``culturex import``: take articles into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.cli.stop import Stop
from culturex.cli.streams import readable, silence
from culturex.errors import UsageError

if TYPE_CHECKING:
    from culturex.importers import Failure
    from culturex.model.article import Article
    from culturex.workflow import Outcome, Tally

_Fact = Optional[str]  # noqa: UP045 - typer reads the annotation at run time


def import_(
    context: Context,
    paths: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[PATH]...", help="Files, folders, or - for standard input.", show_default=False),
    ] = None,
    title: Annotated[
        _Fact, typer.Option("--title", metavar="TEXT", help="Headline, in place of the page's.", show_default=False)
    ] = None,
    outlet: Annotated[
        _Fact, typer.Option("--outlet", metavar="NAME", help="Site or body that published it.", show_default=False)
    ] = None,
    author: Annotated[_Fact, typer.Option("--author", metavar="NAME", help="Author.", show_default=False)] = None,
    url: Annotated[
        _Fact, typer.Option("--url", metavar="ADDRESS", help="Address of the page.", show_default=False)
    ] = None,
    published: Annotated[
        _Fact, typer.Option("--published", metavar="DATE", help="Date of the page, EDTF.", show_default=False)
    ] = None,
    language: Annotated[
        _Fact, typer.Option("--language", metavar="CODE", help="Language, ISO 639-1.", show_default=False)
    ] = None,
    format: Annotated[  # noqa: A002 - the word on the command line
        _Fact,
        typer.Option(
            "--format", metavar="FORMAT", help="Read as txt, md, html, json, jsonl or csv.", show_default=False
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be imported; store nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per article.")] = False,
) -> int:
    """Take articles into the store: text, Markdown, HTML, JSON, JSON Lines and CSV files, folders of these, or - for
    standard input.

    Without a PATH in a terminal, paste a text and end it with Ctrl-D. A text that is there already is not stored
    twice. What the page says of itself (headline, outlet, author, date, language) is read from it; flags override.
    """
    from culturex.workflow import import_articles

    facts = _checked(
        {
            "title": title,
            "outlet": outlet,
            "author": author,
            "url": url,
            "published": published,
            "language": language,
        }
    )
    found = _found(paths or [], format)
    with context.reading() if dry_run else context.writing() as store:
        reporter = _Reporter(as_json, dry_run)
        with reporter.progress(), Stop() as stop:
            tally = import_articles(store, found, facts, report=reporter, dry_run=dry_run, stop=stop)
    _summary(tally, dry_run)
    if tally.interrupted:
        return 130
    return 1 if tally["failed"] else 0


def _checked(facts: dict[str, str | None]) -> dict[str, str | None]:
    from culturex import edtf
    from culturex.errors import InputError

    facts = {name: readable(value) if value else None for name, value in facts.items()}
    if facts["published"]:
        edtf.parse(facts["published"])
    code = facts["language"]
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise InputError(f"--language: {code!r} is no ISO 639-1 code.", "Write two letters: en, ru, fr.")
    return {**facts, "language": code.lower() if code else None}


def _found(paths: list[str], format: str | None) -> Iterator[Article | Failure]:  # noqa: A002
    from culturex.importers import find_files, read_bytes, read_file

    if not paths:
        if not output.is_terminal(sys.stdin):
            raise UsageError("Nothing to import.", "Name files or folders, or - to read standard input.")
        output.note("Paste the article, then press Ctrl-D on a line of its own.")
        paths = ["-"]
    if "" in paths:
        raise UsageError("The name of a file is empty.", "Name files or folders; . is the current folder.")
    address = next((path for path in paths if "://" in path), None)
    if address:
        raise UsageError(
            "culturex fetches no pages: it uses no network.",
            f"Save the page, then: culturex import FILE --url {address}",
        )
    # Read before the work begins, so that Ctrl-C while pasting ends the command at once.
    pasted = sys.stdin.buffer.read() if "-" in paths else b""
    files = find_files([Path(p) for p in paths if p != "-"])
    read = (read_file(f, format=format) if isinstance(f, Path) else iter([f]) for f in files)
    typed = [read_bytes(pasted, name="standard input", format=format)] if "-" in paths else []
    return chain(*typed, chain.from_iterable(read))


class _Reporter:
    """Tell what becomes of each article: failures at once, the rest as JSON or as a progress line when it lasts."""

    def __init__(self, as_json: bool, dry_run: bool) -> None:
        self.as_json = as_json
        self.dry_run = dry_run
        self.bar: Any = None

    def progress(self) -> Any:
        from culturex.cli.progress import Progress

        self.bar = Progress("articles")
        return self.bar

    def __call__(self, outcome: Outcome) -> None:
        self.bar.step()
        if self.as_json:
            try:
                output.emit_json([_as_dict(outcome)], lines=True)
            except BrokenPipeError:
                # Nobody reads on (``| head -1``): what was announced is stored all the same, and the rest as well.
                silence()
        if outcome.status == "failed":
            self.bar.say(" ".join(filter(None, (outcome.reason, outcome.hint))))
        elif outcome.status == "known" and not self.as_json:
            number = f"article {outcome.id}" if outcome.id else "an article before it"
            self.bar.say(f"{outcome.source}: already there as {number}.")
        elif self.dry_run and outcome.article and not self.as_json:
            self.bar.say(f"{outcome.source}: would be imported: {outcome.article.title or 'no headline found'}")


def _as_dict(outcome: Outcome) -> dict[str, Any]:
    from culturex.model.schema import article_to_dict

    shown: dict[str, Any] = {"id": outcome.id, "status": outcome.status}
    if outcome.article:
        shown |= article_to_dict(outcome.article) | {"source": outcome.source}
        shown |= {"text": outcome.article.text, "furniture": [list(s) for s in outcome.article.furniture]}
    else:
        shown |= {"source": outcome.source, "reason": outcome.reason, "hint": outcome.hint}
    return shown


def _summary(tally: Tally, dry_run: bool) -> None:
    verb = "Would import" if dry_run else "Imported"
    parts = [f"{verb} {output.count(tally['new'], 'article')}"]
    if tally["known"]:
        parts.append(f"{tally['known']:,} already there")
    if tally["failed"]:
        parts.append(f"{tally['failed']:,} could not be read")
    stopped = "Interrupted. " if tally.interrupted else ""
    output.note(f"{stopped}{'; '.join(parts)}.")
