"""Where a session reads and writes: single keys that act at once, and lines to edit.

Questions go to standard error, so that standard output carries data only. The terminal is never asked where its cursor
stands: some do not answer, and the answer of others gets between the keys that a person types ahead.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.buffer import CompletionState
from prompt_toolkit.completion import CompleteEvent, Completer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import Output
from prompt_toolkit.selection import SelectionState
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth

from culturex.text import one_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# The keys of a Russian keyboard as the Latin letters that are printed on the same keys: somebody who reads Russian
# articles need not switch the layout to answer.
_LAYOUT = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбюі", "qwertyuiop[]asdfghjkl;'zxcvbnm,.s")

_STYLE = Style.from_dict(
    {
        "key": "bold",
        "default": "bold reverse",
        "help": "italic",
        "label": "bold",
        "selected": "reverse",
        "completion-menu": "noreverse bg:default fg:default",
        "completion-menu.completion": "bg:default fg:default",
        "completion-menu.completion.current": "reverse bg:default fg:default",
        "completion-menu.meta.completion": "bg:default fg:default italic",
        "completion-menu.meta.completion.current": "bg:default fg:default italic reverse",
        "scrollbar.background": "bg:default",
        "scrollbar.button": "reverse",
    }
)
# Seconds after which an escape key is taken to be one, and not the beginning of an arrow key.
_ESCAPE = 0.05
MENU_HEIGHT = 6


class Back(Exception):
    """The person wants to leave a question unanswered."""


class Help(Exception):
    """The person asks what the values mean; *text* is what was typed so far, empty where nothing was."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a key does: the word on the screen, with the key in brackets (``no e[V]ent``)."""

    label: str

    @property
    def key(self) -> str:
        """The letter, lower case."""
        return self.label[self.label.index("[") + 1].lower()


@dataclass
class Screen:
    """A keyboard, an output for questions and a console for what is shown."""

    input: Input
    output: Output
    console: Console
    colour: bool = True
    # One for each field: making one takes longer than asking, and each remembers what was typed into it.
    _lines: dict[str, PromptSession[str]] = field(default_factory=dict)

    @classmethod
    def of_terminal(cls) -> Self:
        """Return the screen of this process: standard input and standard error."""
        from prompt_toolkit.input import create_input
        from prompt_toolkit.output import create_output

        from culturex.cli.output import wants_colour
        from culturex.cli.tables import console

        screen = create_output(stdout=sys.stderr)
        if hasattr(screen, "enable_cpr"):
            screen.enable_cpr = False
        return cls(create_input(sys.stdin), screen, console(stderr=True), wants_colour(sys.stderr))

    def show(self, *what: RenderableType) -> None:
        """Print something above the next question."""
        self.console.print(*what)

    def say(self, message: str, style: str = "", *, indent: int = 0) -> None:
        """Print a paragraph of text, harmless, *indent* columns from the edge."""
        from rich.padding import Padding
        from rich.text import Text

        self.console.print(Padding(Text(one_line(message), style=style), (0, 0, 0, indent), expand=False))

    def key(
        self,
        choices: Sequence[Choice],
        default: str | None = None,
        *,
        lead: str = "",
        more: str = "",
        escape: str | None = None,
    ) -> str:
        """Wait for the key of one of *choices* and return it; Enter stands for *default*, Escape for *escape*.

        *lead* stands before the choices; *more* are keys that work without being shown. Raise KeyboardInterrupt for
        Ctrl-C, EOFError for Ctrl-D.
        """
        known = {c.key for c in choices} | set(more)

        def line() -> StyleAndTextTuples:
            return _choice_line(lead, choices, default, self.output.get_size().columns)

        return self._wait(line, lambda typed: typed if typed in known else None, default, escape)

    def _wait(
        self,
        line: Callable[[], StyleAndTextTuples],
        meant: Callable[[str], str | None],
        default: str | None,
        escape: str | None,
    ) -> str:
        bindings = KeyBindings()

        @bindings.add(Keys.Any)
        def typed(event: KeyPressEvent) -> None:
            answer = meant(event.data.lower().translate(_LAYOUT))
            if answer:
                event.app.exit(result=answer)

        @bindings.add("enter")
        @bindings.add("c-j")
        def entered(event: KeyPressEvent) -> None:
            if default:
                event.app.exit(result=default)

        @bindings.add("escape", eager=True)
        def escaped(event: KeyPressEvent) -> None:
            if escape:
                event.app.exit(result=escape)

        _bind_leaving(bindings)
        window = Window(FormattedTextControl(line, show_cursor=False), wrap_lines=False, dont_extend_height=True)
        application: Application[str] = Application(
            Layout(window),
            key_bindings=bindings,
            style=_STYLE,
            input=self.input,
            output=self.output,
            erase_when_done=True,
        )
        application.ttimeoutlen = _ESCAPE
        return application.run(pre_run=lambda: self._flush_soon(application))

    def line(
        self,
        label: str,
        text: str = "",
        *,
        replace: bool = False,
        completer: Completer | None = None,
        topic: str = "",
        explains: bool = False,
    ) -> str:
        """Ask for a line, *text* being there to edit; return what was typed.

        With *replace* the text is selected, so that the first letter typed takes its place. *topic* names the memory
        that the up arrow goes through. Raise Back for Escape or for Ctrl-D in an empty line, KeyboardInterrupt for
        Ctrl-C and, where it *explains*, Help for a question mark.
        """
        session = self._lines.get(topic or label)
        if session is None:
            session = self._lines[topic or label] = self._new_line()
        # Given to prompt(), None would mean the completer of the time before.
        session.completer = completer

        def prepare() -> None:
            self._flush_soon(session.app)
            if replace and text:
                buffer = session.default_buffer
                buffer.selection_state = SelectionState(0)
                buffer.selection_state.enter_shift_mode()
            if completer:
                session.default_buffer.start_completion(select_first=False)

        try:
            return session.prompt(
                [("class:label", f"{label}: ")],
                default=Document(text, len(text)),
                key_bindings=_line_bindings(completer, explains=explains),
                pre_run=prepare,
            )
        except EOFError:
            raise Back from None

    def _flush_soon(self, application: Application[str]) -> None:
        """See to an escape key that was typed ahead as the last one: nothing else tells it from an arrow key."""

        async def flush() -> None:
            await asyncio.sleep(_ESCAPE)
            application.key_processor.feed_multiple(self.input.flush_keys())
            application.key_processor.process_keys()

        application.create_background_task(flush())

    def _new_line(self) -> PromptSession[str]:
        session: PromptSession[str] = PromptSession(
            complete_while_typing=True,
            history=InMemoryHistory(),
            style=_STYLE,
            reserve_space_for_menu=MENU_HEIGHT,
            input=self.input,
            output=self.output,
        )
        session.app.ttimeoutlen = _ESCAPE
        return session

    def quiet(self) -> ExitStack:
        """Return a context in which keys typed ahead are neither shown nor lost between two questions."""
        stack = ExitStack()
        with suppress(ImportError, OSError, ValueError, NotImplementedError):
            import termios

            number = self.input.fileno()
            if os.isatty(number):
                before = termios.tcgetattr(number)
                silent: list[Any] = list(before)
                silent[3] &= ~(termios.ECHO | termios.ICANON)
                silent[6] = [*before[6]]
                silent[6][termios.VMIN] = 1
                termios.tcsetattr(number, termios.TCSANOW, silent)
                stack.callback(_put_back, number, before)
        return stack


def _put_back(number: int, before: list[Any]) -> None:
    import termios

    with suppress(termios.error, OSError):  # the terminal may be closed
        termios.tcsetattr(number, termios.TCSADRAIN, before)


def _bind_leaving(bindings: KeyBindings) -> None:
    @bindings.add("c-c")
    @bindings.add("<sigint>")
    def interrupted(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bindings.add("c-d")
    def ended(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())


def _line_bindings(completer: Completer | None, *, explains: bool) -> KeyBindings:
    """Return what keys do in a line beyond what they do in any line."""
    bindings = KeyBindings()

    @bindings.add("escape", eager=True)
    def escaped(event: KeyPressEvent) -> None:
        event.app.exit(exception=Back())

    @bindings.add(Keys.BracketedPaste)
    def pasted(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.selection_state:
            buffer.cut_selection()
        buffer.insert_text(event.data.replace("\r\n", "\n").replace("\r", "\n"))

    if completer:

        @bindings.add("tab")
        def completed(event: KeyPressEvent) -> None:
            # Offers are looked up at once, and not beside the keys that follow, so that Tab and Enter typed ahead mean
            # what they would mean to somebody who waits.
            buffer = event.current_buffer
            if not buffer.complete_state:
                asked = CompleteEvent(completion_requested=True)
                offers = list(completer.get_completions(buffer.document, asked))
                if not offers:
                    return
                buffer.complete_state = CompletionState(buffer.document, offers)
            buffer.complete_next()

    if explains:

        @bindings.add("?")
        def asked(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            event.app.exit(exception=Help("" if buffer.selection_state else buffer.text))

    return bindings


def _choice_line(lead: str, choices: Sequence[Choice], default: str | None, width: int) -> StyleAndTextTuples:
    """Return the choices on as many lines as the *width* asks for, no choice broken."""
    out: StyleAndTextTuples = [("class:help", lead)]
    column = get_cwidth(lead)
    for choice in choices:
        if column and column + 2 + get_cwidth(choice.label) > width - 1:
            out.append(("", "\n"))
            column = 0
        elif column:
            out.append(("", "  "))
            column += 2
        before, _, rest = choice.label.partition("[")
        style = "class:default" if choice.key == default else "class:key"
        plain = "class:default" if choice.key == default else ""
        out += [(plain, before), (style, f"[{rest[0]}]"), (plain, rest[2:])]
        column += get_cwidth(choice.label)
    return out
