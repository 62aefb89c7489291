"""The flags of asking a language model."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated, Any, Optional, Self

import typer

from culturex.cli.streams import readable

# What --model takes for the model of the settings.
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Asking:
    """What the flags of asking a language model were given."""

    model: str | None = None
    template: str | None = None
    examples: int | None = None
    compare: bool = False
    fill: bool = False
    max_tokens: int | None = None
    budget: int | None = None
    spend: int | None = None
    yes: bool = False

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) not in (None, False) for f in fields(self) if f.name != "yes")

    @staticmethod
    def flags() -> dict[str, Any]:
        """Return how the flags are written, by name."""
        return _FLAGS

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """Return the Asking of the values of the flags."""
        read: dict[str, Any] = {name: readable(v) if isinstance(v, str) else v for name, v in values.items()}
        return cls(**read)


def _text(*names: str, metavar: str, help: str) -> Any:  # noqa: A002
    return Annotated[Optional[str], typer.Option(*names, metavar=metavar, help=help, show_default=False)]  # noqa: UP045


def _number(name: str, help: str, least: int = 1) -> Any:  # noqa: A002
    option = typer.Option(name, metavar="N", min=least, help=help, show_default=False)
    return Annotated[Optional[int], option]  # noqa: UP045


def _switch(*names: str, help: str) -> Any:  # noqa: A002
    return Annotated[bool, typer.Option(*names, help=help)]


# Name in Asking -> how its flag is written.
_FLAGS: dict[str, Any] = {
    "model": _text("--model", metavar="NAME", help="Ask this language model; default is the one of the settings."),
    "template": _text("--template", metavar="NAME", help="With --model: the prompt to use, in place of the default."),
    "examples": _number("--examples", "With --model: show it so many of your own accepted events.", least=0),
    "compare": _switch("--compare", help="With --model: show its events beside the suggester's; store none."),
    "fill": _switch("--fill", help="With --model: let it fill only what the suggester left empty or unsure."),
    "max_tokens": _number("--max-tokens", "With --model: at most so many tokens in each answer."),
    "budget": _number("--budget", "With --model: at most so many tokens in each prompt.", least=500),
    "spend": _number("--spend", "With --model: stop before the run takes more than so many tokens."),
    "yes": _switch("--yes", "-y", help="With --model: go on without a question."),
}
