"""The door to the ``llm`` library: not installed, badly configured, or ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from culturex.errors import InputError

if TYPE_CHECKING:
    from types import ModuleType

INSTALL = "pip install 'culturex[llm]'"


def library() -> ModuleType:
    """Return the module ``llm``; raise InputError saying how to install it where it is not there."""
    try:
        import llm
        import tenacity  # noqa: F401 - comes with the same extra
    except ImportError:
        raise InputError(f"Language models need a library that is not installed: {INSTALL}.") from None
    return llm


def registered() -> list[Any]:
    """Return the models that llm and its plugins know, each with its aliases.

    Raise InputError where a plugin or a file of llm's configuration breaks: any plugin can raise anything.
    """
    llm = library()
    try:
        return [found for found in llm.get_models_with_aliases() if found.model]
    except Exception as error:
        # yaml, json and the plugins have errors of their own; the text of one may hold a key out of the file.
        folder = llm.user_dir()
        raise InputError(
            f"The models of llm cannot be read ({type(error).__name__}): a plugin or a file in {folder} is broken.",
            "llm models says more; llm plugins lists the plugins.",
        ) from None


def options_of(name: str) -> dict[str, Any]:
    """Return the options that the user gave the model *name* with ``llm models options set``.

    Read from llm's file: its own function for it lies in its command line, which takes half a second to load.
    """
    import json

    try:
        options = json.loads((library().user_dir() / "model_options.json").read_text("utf-8")).get(name, {})
    except (OSError, ValueError, AttributeError):
        return {}
    return options if isinstance(options, dict) else {}
