"""``culturex models``: the language models that can be asked, and what each can do."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from culturex.cli import output, settings
from culturex.cli.context import Context

if TYPE_CHECKING:
    from culturex.llms.catalogue import Facts

_HEADERS = ("model", "aliases", "where", "host", "schema", "streaming", "key", "plugin")
_OPTIONAL = ("plugin", "streaming", "aliases", "host")


def models(context: Context, as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False) -> None:
    """Show the language models that culturex tag --model can ask, those that lack nothing first.

    They are those of the llm library and its plugins; docs/models.md tells how to add one. Nothing is asked or sent.
    """
    from culturex.llms.catalogue import catalogue

    found = catalogue()
    default = settings.value("model")
    if as_json:
        output.emit_json([{**asdict(one), "default": default in (one.name, *one.aliases)} for one in found])
        return
    output.emit_rows(_HEADERS, [_row(one) for one in found], flexible=("model", "aliases", "host"), optional=_OPTIONAL)
    if not any(one.is_ready for one in found):
        output.note("None of them is ready: each wants a key. docs/models.md tells how to set up one of your own.")
    if default:
        output.note(f"The default one is {default} (setting model).")


def _row(one: Facts) -> tuple[str, ...]:
    key = "" if one.key is None else one.key if one.has_key else f"{one.key}: missing"
    yes = {True: "yes", False: "no"}
    aliases = ", ".join(one.aliases)
    return one.name, aliases, one.where, one.host or "", yes[one.schema], yes[one.streaming], key, one.plugin
