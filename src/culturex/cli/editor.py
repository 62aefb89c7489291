"""A text in the person's own editor; what was written stays in a file until it is stored."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from culturex.cli import output
from culturex.cli.remarks import Problem, is_empty, marked, unmarked
from culturex.errors import InputError, UsageError

Value = TypeVar("Value")
# Editors that are looked for where no variable names one.
_USUAL = ("sensible-editor", "editor", "nano", "vim", "vi", "notepad")


def command() -> list[str]:
    """Return the editor as a command line: of VISUAL, of EDITOR, or a usual one.

    Raise UsageError where there is none.
    """
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if named:
        try:
            # On Windows a backslash is no escape.
            return (
                [word.strip('"') for word in shlex.split(named, posix=False)] if os.name == "nt" else shlex.split(named)
            )
        except ValueError as error:
            raise UsageError(f"The editor {named!r} is no command line: {error}.", "Set EDITOR to a program.") from None
    found = next((path for path in map(shutil.which, _USUAL) if path), None)
    if found is None:
        raise UsageError("No editor was found.", "Set EDITOR to one: export EDITOR=nano")
    return [found]


class Draft:
    """A text in a file that an editor opens. Use it in a ``with`` block.

    The file goes when the block ends well, or when nothing was written into it; after an error it stays and is named.
    *name* is the file's, *again* says how to go on with it, with ``{}`` for its path.
    """

    def __init__(self, name: str, text: str, again: str) -> None:
        self._editor = command()
        self.path = Path(tempfile.mkdtemp(prefix="culturex-")) / name
        self._again = again
        self.begun = text

    def __enter__(self) -> Self:
        self.save(self.begun)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._was_written():
            output.note(f"What you wrote is kept in {self.path}; {self._again.format(shlex.quote(str(self.path)))}.")
        else:
            shutil.rmtree(self.path.parent, ignore_errors=True)

    def save(self, text: str) -> None:
        """Write *text* to the file, in place of what is there."""
        self.path.write_bytes(text.encode())

    def edit(self, text: str) -> str:
        r"""Let the person edit *text* and return what they saved, its lines ended by ``\n``.

        Raise InputError where the editor cannot be started, ends with an error, or saves what is no UTF-8.
        """
        self.save(text)
        # Standard output carries data only: in a pipe, the editor draws on standard error.
        screen = None if output.is_terminal() else 2
        with _without_interrupts():
            try:
                ended = subprocess.run([*self._editor, str(self.path)], stdout=screen, check=False)
            except OSError as error:
                raise InputError(
                    f"The editor {self._editor[0]!r} cannot be started: {error.strerror}.", "Set EDITOR to a program."
                ) from None
        if ended.returncode:
            raise InputError(f"The editor ended with an error ({ended.returncode}); nothing was stored.")
        try:
            return self.path.read_text("utf-8-sig")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError:
            raise InputError("The editor saved what is no UTF-8; nothing was stored.", "Save it as UTF-8.") from None

    def _was_written(self) -> bool:
        with suppress(OSError):
            return self.path.read_bytes() != self.begun.encode()
        return False


def until_right(draft: Draft, read: Callable[[str], tuple[Value, list[Problem]]]) -> Value | None:
    """Let the person edit the draft until *read* finds nothing wrong with it; return what it means.

    What is wrong is told under the lines, and the editor opened again. None where the person emptied the text. Raise
    InputError where they leave it as it was and wrong, or where nobody is at a terminal to write again.
    """
    text, remarks = draft.begun, list[str]()
    wrong = ""
    while True:
        written = draft.edit(text)
        plain = unmarked(written, remarks)
        draft.save(plain)
        if is_empty(plain):
            return None
        value, problems = read(plain)
        if not problems:
            return value
        # A program in place of an editor writes the same again and again, whatever is told below its lines.
        if written == text or plain == wrong or not output.has_keyboard():
            tell(problems, "what was written")
        wrong = plain
        text, remarks = marked(plain, problems)


def tell(problems: Sequence[Problem], where: str) -> NoReturn:
    """Name every one of the *problems* with its line, and raise InputError."""
    for problem in problems:
        line = f", line {problem.line}" if problem.line else ""
        output.note(f"{where}{line}: {problem.message}")
    raise InputError(f"{output.count(len(problems), 'problem')} in {where}; nothing was changed.")


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the editor: for most of them it is a key like others."""
    # A handler of our own, and not SIG_IGN, which the editor would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
