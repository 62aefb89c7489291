"""``culturex prompts``: the templates that make prompts for language models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import InputError, UsageError

if TYPE_CHECKING:
    from culturex.ask.template import Template
    from culturex.model.article import Article

_HEADERS = ("name", "version", "whose", "tokens", "file")
Name = Annotated[str, typer.Argument(metavar="[NAME]", help="Name of a template.", show_default=False)]
TemplateName = Annotated[
    str,
    typer.Option("--template", "-t", metavar="NAME", help="Template: a name or a file (events).", show_default=False),
]
Examples = Annotated[
    int,
    typer.Option(
        "--examples",
        min=0,
        max=20,
        metavar="N",
        help="So many of your own accepted articles as examples; 0: the shipped.",
    ),
]
Budget = Annotated[int, typer.Option("--budget", min=500, metavar="N", help="Tokens of one prompt at most.")]


def list_(context: Context, as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False) -> None:
    """List the templates: your own, those beside the store, and the shipped ones that they do not replace.

    The version changes with every change of the text. The tokens are those of the prompt without an article.
    """
    from culturex.cli.templates import owner, templates

    found = templates(context)
    sizes = [_size(context, one) for one in found]
    rows = [
        (t.name, t.version, owner(context, t), size, str(t.path or "")) for t, size in zip(found, sizes, strict=True)
    ]
    if as_json:
        output.emit_json([dict(zip(_HEADERS, (*row[:4], row[4] or None), strict=True)) for row in rows])
        return
    output.emit_rows(_HEADERS, rows, flexible=("file",), optional=("file", "whose"))


def _size(context: Context, one: Template) -> int | None:
    """Return about how many tokens a template takes; None where it cannot be used."""
    from culturex.ask import build_prompts
    from culturex.model.article import Article

    try:
        return build_prompts(Article(""), context.codebooks()[0], _checked(one), budget=1_000_000)[0].tokens
    except InputError:
        return None


def _checked(one: Template) -> Template:
    from culturex.ask.template import checked

    return checked(one)


def show(
    context: Context, name: Name = "", as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False
) -> None:
    """Print the text of a template, variables and all; that of events for no name."""
    from culturex.ask.template import VARIABLES
    from culturex.cli.templates import owner, template

    one = template(context, name)
    if as_json:
        used = {v: VARIABLES[v] for v in VARIABLES if v in one.variables}
        facts = {"name": one.name, "version": one.version, "whose": owner(context, one)}
        output.emit_json({**facts, "file": str(one.path) if one.path else None, "variables": used, "text": one.text})
        return
    output.emit_text(one.text.rstrip("\n"))


def new(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of your template.", show_default=False)],
    like: Annotated[str, typer.Option("--from", metavar="NAME", help="The template to copy.")] = "events",
    here: Annotated[bool, typer.Option("--here", help="Keep it beside the store, not beside the settings.")] = False,
) -> None:
    """Begin a template of your own with a copy of another one, the shipped one for most uses.

    One with the name of a shipped template takes its place.
    """
    from culturex.cli.templates import own_path, template
    from culturex.exporters import atomic_write

    text = template(context, like).text
    path = own_path(context, name, here=here)
    if path.exists():
        raise InputError(f"There is a template {path.stem} already: {path}.", f"culturex prompts edit {path.stem}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as stream:
        stream.write(text.encode())
    output.note(
        f"Wrote {path}. culturex prompts edit {path.stem} changes it, culturex prompts test shows what it makes."
    )


def edit(context: Context, name: Name = "") -> None:
    """Change a template of your own in your editor (VISUAL, EDITOR); what was there stays if the new text is wrong."""
    from culturex.ask.template import DEFAULT, Template, checked
    from culturex.cli.editor import Draft
    from culturex.cli.templates import templates
    from culturex.exporters import atomic_write

    wanted = name or DEFAULT
    one = next((t for t in templates(context) if t.name == wanted), None)
    if one is None:
        raise InputError(f"There is no template {wanted!r}.", f"culturex prompts new {wanted} begins one.")
    if one.path is None:
        raise InputError(f"The template {wanted} is shipped.", f"culturex prompts new {wanted} makes a copy to change.")
    with Draft(one.path.name, one.text, f"put it in the place of {one.path} when it is right") as draft:
        written = draft.edit(one.text)
        changed = checked(Template(one.name, written, one.path))
        if written == one.text:
            output.note("Nothing was changed.")
            return
        with atomic_write(one.path) as stream:
            stream.write(written.encode())
    output.note(f"Template {one.name} is now version {changed.version}.")


def diff(
    context: Context,
    name: Name = "",
    other: Annotated[
        str, typer.Option("--with", metavar="NAME", help="The template to compare with; else the shipped one.")
    ] = "",
) -> None:
    """Show which lines of a template differ from the shipped one of that name (events for a name of your own)."""
    from difflib import unified_diff

    from culturex.ask.template import DEFAULT, shipped
    from culturex.cli.templates import template

    one = template(context, name)
    by_name = {t.name: t for t in shipped()}
    against = template(context, other) if other else by_name.get(one.name, by_name[DEFAULT])
    labels = [f"{t.name} {t.version} ({t.path or 'shipped'})" for t in (against, one)]
    before, after = against.text.splitlines(), one.text.splitlines()
    lines = list(unified_diff(before, after, fromfile=labels[0], tofile=labels[1], lineterm=""))
    for line in lines:
        output.emit_text(line)
    if not lines:
        output.note("They are the same.")


def try_(
    context: Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE|FILE", help="Number of an article, or a file.")],
    template_name: TemplateName = "",
    examples: Examples = 0,
    budget: Budget = 12_000,
    as_json: Annotated[bool, typer.Option("--json", help="JSON: every part with its texts and the schema.")] = False,
) -> None:
    """Print the prompt that a template makes for an article, whole as a model gets it. Nothing is sent or stored."""
    from culturex.ask import build_prompts
    from culturex.cli.templates import template
    from culturex.workflow.asking import prompts_for

    one = template(context, template_name)
    if article.isdecimal() and not Path(article).exists():
        with context.reading() as store:
            prompts = prompts_for(store, int(article), one, examples=examples, budget=budget)
    else:
        if examples:
            raise UsageError("--examples are for an article of the store.", "Import the file first.")
        prompts = build_prompts(_read(article), context.codebooks()[0], one, budget=budget)
    if as_json:
        keys = ("id", "part", "parts", "tokens", "system", "user", "schema")
        output.emit_json([{key: getattr(p, key) for key in keys} for p in prompts])
        return
    for prompt in prompts:
        output.emit_text(prompt.text)
        if prompt.part < prompt.parts:
            output.emit_text("\n" + "-" * 40 + "\n")
    tokens = sum(p.tokens for p in prompts)
    parts = f" in {len(prompts)} parts" if len(prompts) > 1 else ""
    output.note(f"About {output.count(tokens, 'token')}{parts}, template {one.name} {one.version}.")
    if left_out := prompts[0].left_out:
        output.note(f"{output.count(left_out, 'example')} had no room beside the article; --budget allows more.")


def _read(name: str) -> Article:
    """Return the first article of a file; raise InputError where there is none."""
    from culturex.importers import Failure, find_files, read_file
    from culturex.suggest import prepare

    for path in find_files([Path(name)]):
        for found in [path] if isinstance(path, Failure) else read_file(path):
            if isinstance(found, Failure):
                raise InputError(found.reason, found.hint)
            return prepare(found)
    raise InputError(f"There is no article in {name}.")
