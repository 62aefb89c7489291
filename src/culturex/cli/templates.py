"""Where the user's prompt templates lie: beside the store, for a project; beside the settings, for all of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from culturex.ask.template import DEFAULT, Template, available, load
from culturex.cli import settings
from culturex.errors import InputError

if TYPE_CHECKING:
    from culturex.cli.context import Context

# The folder of templates beside a store and beside the settings file.
BESIDE_STORE, BESIDE_SETTINGS = "culturex-prompts", "prompts"


def folders(context: Context) -> tuple[Path, Path]:
    """Return the two folders of templates, whether they exist or not; of one name the first one's counts."""
    return context.path.absolute().parent / BESIDE_STORE, settings.file().absolute().parent / BESIDE_SETTINGS


def template(context: Context, name: str = "") -> Template:
    """Return the template called *name* (or in the file *name*), the default one for no name.

    Raise InputError where there is none, or it cannot be used.
    """
    return load(name or DEFAULT, folders(context))


def templates(context: Context) -> list[Template]:
    """Return all templates, the user's first."""
    return available(folders(context))


def owner(context: Context, one: Template) -> str:
    """Return whose a template is: ``store`` (beside it), ``yours``, or ``shipped``."""
    beside, _ = folders(context)
    return "shipped" if one.path is None else "store" if one.path.parent == beside else "yours"


def own_path(context: Context, name: str, *, here: bool) -> Path:
    """Return the file of a new template called *name*; raise InputError where that is no name for one."""
    if not name or any(c in name for c in "/\\:\0") or name.startswith((".", "-")) or os.path.basename(name) != name:  # noqa: PTH119
        raise InputError(f"{name!r} is no name for a template.", "Use letters, digits and hyphens: mine.")
    return folders(context)[0 if here else 1] / f"{name.removesuffix('.md')}.md"
