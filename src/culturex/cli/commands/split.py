"""``culturex split``: make an event of its own of what one article tells."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context


def split(
    context: Context,
    number: Annotated[
        int, typer.Argument(metavar="EVENT", help="An event that several articles tell.", show_default=False)
    ],
    article: Annotated[
        int, typer.Argument(metavar="ARTICLE", help="The article that means another.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the new event, as JSON.")] = False,
) -> None:
    """Make an event of its own of what ARTICLE tells of EVENT: the reverse of merge, for one article.

    The new event has the values and quotes of that article; EVENT loses the article and what only it tells.
    """
    from culturex.model.schema import record_to_dict
    from culturex.workflow import split as run

    with context.writing() as store:
        record = run(store, number, article)
    if as_json:
        output.emit_json(record_to_dict(record))
    output.note(
        f"Article {article} tells event {record.id} now, and event {number} no longer. culturex undo takes it back."
    )
