"""``culturex merge``: make one event of two."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import UsageError


def merge(
    context: Context,
    keep: Annotated[int, typer.Argument(metavar="A", help="The event that stays.", show_default=False)],
    gone: Annotated[int, typer.Argument(metavar="B", help="The event that goes into it.", show_default=False)],
    take: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(
            "--take",
            metavar="FIELD=EVENT",
            help="Take this field from event B and not from A; again for more.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the event as it is now, as JSON.")] = False,
) -> None:
    """Make one event of two that are the same: A keeps its number, and gets the articles and quotes of B.

    Lists are united. Where the two differ A counts; what B has stays recorded with its quote, and culturex edit A
    --take FIELD=ARTICLE chooses it later. culturex undo takes the merge back.
    """
    from culturex.cli.tellings import note_choices
    from culturex.model.schema import record_to_dict
    from culturex.workflow import merge as run

    with context.writing() as store:
        record = run(store, keep, gone, _fields(take or [], keep, gone))
    if as_json:
        output.emit_json(record_to_dict(record))
    number = len(record.articles)
    told = f"{output.count(number, 'article')} {'tells' if number == 1 else 'tell'}"
    output.note(f"Merged event {gone} into event {keep}, which {told} now. culturex undo takes it back.")
    note_choices(record)


def _fields(texts: list[str], keep: int, gone: int) -> list[str]:
    """Return the fields to take from event *gone*; those of *keep* are as they are."""
    fields = []
    for text in texts:
        field, equals, event = text.partition("=")
        if not equals or event.strip() not in (str(keep), str(gone)):
            raise UsageError(
                f"--take {text}: write FIELD=EVENT, with one of the two events.",
                f"culturex merge {keep} {gone} --take date={gone}",
            )
        if event.strip() == str(gone):
            fields.append(field.strip())
    return fields
