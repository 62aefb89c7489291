"""The flags of tag and review that say how far to ask, and where decisions are written down or come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Optional

import typer

from culturex.cli import settings
from culturex.cli.streams import readable
from culturex.errors import InputError, UsageError
from culturex.text import one_line

# The path that stands for standard input or output.
STANDARD = "-"


@dataclass(frozen=True, slots=True)
class Manner:
    """How far to decide without asking, what to write down meanwhile, or the file that decides.

    *least* is the confidence from which on nothing is asked, None where all is. *log*, *record* and *apply* are paths,
    empty for none.
    """

    quiet: bool = False
    least: float | None = None
    log: str = ""
    record: str = ""
    apply: str = ""
    dry_run: bool = False

    @staticmethod
    def flags() -> dict[str, Any]:
        """Return how the flags are written, by name."""
        return MANNER

    @staticmethod
    def of(values: dict[str, Any]) -> Manner:
        """Return the Manner of the values of the flags; raise UsageError where they exclude each other."""
        return manner_of(values)


def _switch(name: str, help: str) -> Any:  # noqa: A002
    return Annotated[bool, typer.Option(name, help=help)]


def _path(name: str, help: str) -> Any:  # noqa: A002
    option = typer.Option(name, metavar="FILE", help=help, show_default=False)
    return Annotated[Optional[str], option]  # noqa: UP045


_CONFIDENCE = typer.Option(
    "--confidence",
    min=0.0,
    max=1.0,
    metavar="X",
    help="Accept without asking what is as certain as this, 0 to 1 (with --quiet: 0.65).",
    show_default=False,
)
# Name of the flag -> how it is written.
MANNER: dict[str, Any] = {
    "quiet": _switch("--quiet", "Ask nothing: accept what is certain enough, leave the rest unreviewed."),
    "confidence": Annotated[Optional[float], _CONFIDENCE],  # noqa: UP045
    "timid": _switch("--timid", "Ask about everything, whatever the setting confidence says."),
    "log": _path("--log", "Add what was skipped or left to this file, with the reason; - for standard output."),
    "record": _path("--record", "Add each decision to this file as a line of JSON; - for standard output."),
    "apply": _path("--apply", "Make the decisions of such a file, without asking; - for standard input."),
    "dry_run": _switch("--dry-run", "With --apply: try it and say what fails; store nothing."),
}
SWITCHES = ("quiet", "timid", "dry_run")


def manner_of(values: dict[str, Any]) -> Manner:
    """Return the Manner of the flags that were given; raise UsageError where they exclude each other."""
    quiet, timid, dry_run = (bool(values[name]) for name in SWITCHES)
    log, record, apply = (readable(values[name] or "") for name in ("log", "record", "apply"))
    if timid and (quiet or values["confidence"] is not None):
        raise UsageError("--timid asks about everything.", "Leave out --quiet and --confidence, or --timid.")
    if apply and (quiet or timid or values["confidence"] is not None or log or record):
        raise UsageError("--apply makes the decisions of its file, and nothing else.", "Leave out the other flags.")
    if dry_run and not apply:
        raise UsageError("--dry-run is for --apply.", "Give --apply FILE, too.")
    if log == record == STANDARD:
        raise UsageError("--record and --log cannot both go to standard output.", "Name a file for one of them.")
    return Manner(quiet, None if timid or apply else _least(values["confidence"], quiet), log, record, apply, dry_run)


def _least(given: float | None, quiet: bool) -> float | None:
    """Return the confidence of the flag, or of the setting; with *quiet*, the default where neither is there."""
    if given is not None:
        return given
    text, origin = settings.lookup("confidence")
    if text is None:
        if not quiet:
            return None
        from culturex.workflow import CERTAIN

        return CERTAIN
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise InputError(f"The setting confidence ({origin}) is {one_line(text)!r}.", "Write a number from 0 to 1.")
    return found
