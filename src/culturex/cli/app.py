"""The door: the table of commands, loaded one at a time, and what becomes of errors."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError, UsageError
from typer.core import TyperCommand, TyperGroup

from culturex import __version__
from culturex.cli import streams
from culturex.cli.flags import PipeClosedError, expose
from culturex.errors import CulturexError

INTERNAL_ERROR = 70
INTERRUPTED = 130

# Name -> module in culturex.cli.commands, its function, and the line that --help shows for it (so that --help need
# not load the command). In the order of a day's work.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "init": ("init", "init", "Make a store in this folder."),
    "import": ("import_", "import_", "Take articles into the store: files, folders, standard input."),
    "articles": ("articles", "articles", "Show which articles are there and what is still to do."),
    "tag": ("tag", "tag", "Record events: with prompts, with flags, or with --auto."),
    "suggest": ("suggest", "suggest", "Show what the suggester sees in a text; stores nothing."),
    "review": ("review", "review", "Go through unreviewed events: accept, edit or reject them."),
    "list": ("list_", "list_", "List events."),
    "show": ("show", "show", "Show one event with its quotes."),
    "edit": ("edit", "edit", "Change an event."),
    "delete": ("delete", "delete", "Delete events or articles."),
    "duplicates": ("duplicates", "duplicates", "List events that could be the same."),
    "merge": ("merge", "merge", "Make one event of two."),
    "split": ("split", "split", "Make two events of one that two articles tell."),
    "search": ("search", "search", "Search the texts and the events."),
    "stats": ("stats", "stats", "Count events by country, type, year ..."),
    "export": ("export", "export", "Write events as csv, json or jsonl."),
    "undo": ("undo", "undo", "Take back the last deed."),
    "history": ("history", "history", "Show what was done to the store, or to one event."),
    "codebook": ("codebook", "codebook", "Show the vocabulary, write it to a file, or use another."),
    "models": ("models", "models", "Show the language models that can be asked."),
    "prompts": ("", "", "Prompts for language models: templates, files to write, replies to read."),
    "evaluate": ("evaluate", "evaluate", "Score the suggester or a coder against reference codings."),
    "doctor": ("doctor", "doctor", "Check the store and say what to do."),
    "config": ("config", "config", "Show the settings and where they come from."),
}
# The commands of each group, in a table like COMMANDS; below, what its --help says after the first line.
GROUPS: dict[str, dict[str, tuple[str, str, str]]] = {
    "prompts": {
        "list": ("prompts", "list_", "List the templates."),
        "show": ("prompts", "show", "Print a template."),
        "new": ("prompts", "new", "Begin a template of your own with a copy of another."),
        "edit": ("prompts", "edit", "Change a template of your own in your editor."),
        "diff": ("prompts", "diff", "Show what a template of yours changes."),
        "test": ("prompts", "try_", "Print the prompt for an article; nothing is sent."),
        "write": ("prompts_files", "write", "Write the prompts for articles as files, or as a batch."),
        "read": ("prompts_files", "read", "Take replies back from files, verify them and store their events."),
        "replies": ("prompts_replies", "replies", "Show the replies that are kept."),
        "compare": ("prompts_replies", "compare", "Put a model's events beside the suggester's."),
    },
}
_ABOUT = {
    "prompts": "A template is a plain file that makes the prompt for an article; some are shipped, others yours. With"
    " write and read you use a model that is a chat window, or takes batches.",
}


class LazyGroup(TyperGroup):
    """A group that imports a command's module when it is called, not before."""

    _listing = False
    table = COMMANDS

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that *args* begin with; name the nearest ones where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except ClickException as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.table)
            if near:
                error.message = f"{error.message} Did you mean {' or '.join(near)}?"
            raise

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command *cmd_name*, or a stub with its help line while ``--help`` is being written."""
        if cmd_name not in self.table:
            return None
        module, function, summary = self.table[cmd_name]
        if self._listing:
            return TyperCommand(cmd_name, help=summary)
        if cmd_name in GROUPS and not module:
            return _group(cmd_name, summary)
        loaded = importlib.import_module(f"culturex.cli.commands.{module}")
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(cmd_name, cls=Command, no_args_is_help=False)(expose(getattr(loaded, function)))
        return typer.main.get_command(one)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the group from the table alone."""
        self._listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._listing = False


class Command(TyperCommand):
    """A command that is named in every complaint about its own line."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the line; an option without its argument does not know by itself whose it is."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise


def _group(name: str, summary: str) -> LazyGroup:
    """Return a group of commands of its own (``culturex prompts ...``)."""
    group = LazyGroup(
        name=name,
        help=f"{summary}\n\n    {_ABOUT[name]}",
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings=_HELP,
    )
    group.table = GROUPS[name]
    return group


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP,
)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"culturex {__version__}")
        raise typer.Exit


@app.callback(no_args_is_help=True)
def main(
    context: typer.Context,
    db: str = typer.Option("", "--db", metavar="FILE", help="The store to use.", show_default=False),
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Show the version and leave."
    ),
) -> None:
    """Turn articles about cultural, educational and humanitarian cooperation into events.

    Start with: culturex import FOLDER, culturex tag --auto, culturex list --country Armenia
    """
    context.obj = db or None


def run(args: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Every known error leaves here as a sentence and a hint."""
    streams.prepare()
    command = typer.main.get_command(app)
    try:
        result = command.main(args=None if args is None else list(args), prog_name="culturex", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except CulturexError as error:
        _complain(error.message, error.hint)
        return error.exit_code
    except NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return error.exit_code
    except ClickException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "culturex"
        _complain(error.format_message(), f"{path} --help shows what is allowed.")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _complain("Interrupted; what was stored before stays.", None)
        return INTERRUPTED
    except (BrokenPipeError, PipeClosedError):
        # The reader of a pipe has enough (``culturex list | head -1``): nothing went wrong.
        streams.silence()
        return 0
    except OSError as error:
        known = streams.told(error)
        if known is None:
            return _own_mistake()
        _complain(*known)
        return CulturexError.exit_code
    except Exception:
        return _own_mistake()


def _own_mistake() -> int:
    import traceback

    traceback.print_exc()
    _complain("This is a mistake in culturex itself.", "Please report it with the lines above.")
    return INTERNAL_ERROR


def _complain(message: str, hint: str | None) -> None:
    from culturex.text import harmless

    lines = [f"Error: {message}", *([f"Hint: {hint}"] if hint else [])]
    try:
        sys.stdout.flush()
        print(harmless("\n".join(lines)), file=sys.stderr)
    except OSError:
        # A closed terminal hears nothing; the exit code still says what happened.
        streams.silence(sys.stdout, sys.stderr)
