"""``culturex prompts write`` and ``read``: models without a connection to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.commands.articles import STATES
from culturex.cli.commands.prompts import Budget, Examples, TemplateName
from culturex.cli.context import Context
from culturex.errors import InputError, UsageError
from culturex.store.store import Store, only

if TYPE_CHECKING:
    from culturex.workflow.asking import Taken


def write(
    context: Context,
    numbers: Annotated[
        Optional[list[int]],  # noqa: UP045
        typer.Argument(metavar="[ARTICLE]...", help="Numbers of articles; all new ones otherwise.", show_default=False),
    ] = None,
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FOLDER", help="Write into this folder.", show_default=False)
    ] = "",
    format: Annotated[  # noqa: A002 - the word on the command line
        str, typer.Option("--format", metavar="FORMAT", help="files, openai or anthropic.")
    ] = "files",
    model: Annotated[
        str, typer.Option("--model", metavar="NAME", help="The model that will be asked; a batch needs it.")
    ] = "",
    template_name: TemplateName = "",
    examples: Examples = 0,
    budget: Budget = 12_000,
    most_tokens: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--max-tokens", min=1, metavar="N", help="Tokens of one answer at most, in a batch."),
    ] = None,
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help=f"Articles that are {', '.join(STATES)}.")
    ] = "",
    text: Annotated[str, typer.Option("--text", metavar="WORDS", help="Articles with these words.")] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many; 0 for all.")] = 0,
) -> None:
    """Write the prompts for articles into a folder: a file for each, or one batch file for OpenAI or Anthropic.

    Nothing is sent. Save each reply beside its prompt (NAME.reply.txt), or the results of the batch as .jsonl, and take
    them back with culturex prompts read FOLDER.
    """
    from culturex.ask.batches import FORMATS
    from culturex.cli.progress import Progress
    from culturex.cli.templates import template
    from culturex.workflow.prompt_files import write_prompts

    if not out:
        raise UsageError("Nothing says where to write.", "Name a folder with --out FOLDER.")
    if format not in FORMATS:
        raise InputError(f"There is no format {format!r} of prompts.", f"Allowed: {', '.join(FORMATS)}.")
    if format != "files" and not model:
        raise UsageError("A batch names the model that is asked.", "Give --model NAME.")
    if state and state not in STATES:
        raise InputError(f"{state!r} is no state of an article.", f"Allowed: {', '.join(STATES)}.")
    one = template(context, template_name)
    with context.reading() as store:
        queue = _queue(store, numbers or [], state, text)[: limit or None]
        if not queue:
            output.note("There are no such articles. culturex articles shows which there are.")
            return
        with Progress("articles", len(queue)) as progress:
            written = write_prompts(
                store,
                queue,
                one,
                Path(out),
                format=format,
                model=model,
                examples=examples,
                budget=budget,
                most_tokens=most_tokens,
                step=progress.step,
            )
    prompts, articles = output.count(written.prompts, "prompt"), output.count(written.articles, "article")
    output.note(
        f"Wrote {prompts} for {articles} to {out}, about {output.count(written.tokens, 'token')},"
        f" template {one.name} {one.version}. culturex prompts read {out} takes the replies back."
    )
    if written.shortened:
        few = output.count(written.shortened, "prompt")
        output.note(f"In {few} not all examples had room beside the article; --budget allows more.")


def _queue(store: Store, numbers: list[int], state: str, text: str) -> list[int]:
    """Return the articles named; else those in a state and with words, the new ones where neither is given."""
    if numbers:
        return only(list(dict.fromkeys(numbers)), store.article_ids(), "article")
    found = store.article_ids(*([state] if state else [] if text else ["new"]))
    if not text:
        return found
    from culturex.store.search import articles_with

    there = articles_with(store.connection, text)
    return [n for n in found if n in there]


def read(
    context: Context,
    paths: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="FOLDER|FILE...", help="Folders, reply files, results of a batch.", show_default=False),
    ] = None,
    model: Annotated[
        str,
        typer.Option("--model", metavar="NAME", help="Who answered, where the files do not say.", show_default=False),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object per article.")] = False,
) -> int:
    """Take replies back: match them to their articles, hold each value against the text, store the events unreviewed.

    A reply is a file whose name holds that of its prompt, or a line in the results of a batch. Replies that cannot be
    used are kept too (culturex prompts replies), and the others go on.
    """
    from dataclasses import asdict

    from culturex.cli.reply_report import remarks_on
    from culturex.cli.templates import templates
    from culturex.workflow.prompt_files import read_replies

    if not paths:
        raise UsageError("Nothing to read.", "Name a folder or a file: culturex prompts read FOLDER.")
    unsupported = 0

    def report(taken: Taken) -> None:
        nonlocal unsupported
        unsupported += taken.unsupported
        if as_json:
            output.emit_json([asdict(taken)], lines=True)
        for sentence in remarks_on(taken):
            output.note(sentence)

    known = templates(context)
    with context.writing() as store:
        tally = read_replies(
            store, [Path(p) for p in paths], model=model, templates=known, report=report, fail=output.note
        )
    if not tally["replies"] and not tally["failures"]:
        output.note("There are no replies. A reply is a file whose name holds that of its prompt, or a batch's .jsonl.")
        return 0
    if not tally["replies"]:
        return 1
    events, replies = output.count(tally["events"], "event"), output.count(tally["replies"], "reply", "replies")
    doubted = f", {output.count(unsupported, 'value')} in them without support in the text" if unsupported else ""
    output.note(f"Took {replies} about {output.count(tally['articles'], 'article')}: {events}{doubted}.")
    return 1 if tally["failures"] else 0
