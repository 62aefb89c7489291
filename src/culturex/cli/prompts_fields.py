"""Asking for the fields of an event, one line each: what is there can be edited, and what is wrong is said and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from prompt_toolkit.completion import Completer

from culturex.cli.prompts_completion import Known, QuoteCompleter, ValueCompleter, piece
from culturex.cli.prompts_numbers import Numbered, expand, number_line, numbered
from culturex.cli.prompts_screen import Back, Help, Screen
from culturex.cli.prompts_values import editable, find_quote, inner, read_value
from culturex.cli.wording import fields, shown_values
from culturex.errors import InputError
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
from culturex.model.fields import FieldSpec
from culturex.model.kinds import Choice, Date, Number, Own, YesNo
from culturex.model.parts import Many
from culturex.text import one_line

# The questions of a new event, in order; ``quote`` is the passage that shows it.
NEW_EVENT = (
    "type",
    "title",
    "date",
    "status",
    "mode",
    "countries",
    "regions",
    "places",
    "themes",
    "organizations",
    "people",
    "participants",
    "main",
    "quote",
)
# What is said above a line where the declaration of the field says it for flags.
_HELP = {
    "countries": "Names, adjectives or codes in any language, :host or :partner behind (none: partner): Armenia:host.",
    "date": "14 oct 2016, oct 2016, 2014-16, since 2020, next may; or EDTF: 2016-10-14, 2014/2016, 2020/.., 2016~",
    "main": "Is it the event that the article was written to report? yes or no.",
    "regions": "Groups of countries that take part as such: BRICS, Central Asia.",
    "places": "NAME; COUNTRY - city, district or province.",
    "organizations": "NAME; ROLE; COUNTRY - only the name is needed.",
    "people": "NAME; TITLE; BODY; COUNTRY; ROLE - only the name is needed.",
}
_QUOTE_HELP = (
    "The passage that shows the event, or its first and last words: Days of ... in May. FIELD=passage for one field."
)


_NO_NUMBERS = Numbered()


@dataclass
class Editor:
    """Asks for the fields of one article's events."""

    screen: Screen
    known: Known

    @property
    def codebook(self) -> Codebook:
        """The vocabulary in use."""
        return self.known.codebook

    def field(self, event: Event, spec: FieldSpec) -> Event:
        """Ask for one field and return *event* with it; raise Back where the person leaves it as it is."""
        numbers = numbered(spec, getattr(event, spec.name), self.known)
        typed, value = self._ask(
            spec.label,
            editable(spec, getattr(event, spec.name)),
            lambda text: read_value(
                spec, text, self.codebook, self.known.article, lambda pieces: expand(pieces, spec, numbers)
            ),
            numbers=numbers,
            help_line=self._help(spec),
            replace_text=isinstance(inner(spec), Choice | Date | Number | YesNo) and not spec.many,
            completer=ValueCompleter(spec, replace(self.known, event=event)),
            explain=(lambda text: self._explain(spec, text)) if isinstance(inner(spec), Choice) else None,
        )
        changed = replace(event, **{spec.name: value})
        self._echo(typed, changed, spec)
        return changed

    def quote(self, event: Event) -> Event:
        """Ask for the passage that shows the event and return *event* with it."""
        text = self.known.article.text
        there = next((e.quote for e in event.evidence if e.field == "event" and e.quote), "")
        _, evidence = self._ask(
            "quote",
            one_line(there),
            lambda typed: self._read_quote(typed, event),
            help_line=_QUOTE_HELP,
            replace_text=True,
            completer=QuoteCompleter(self.known.article),
        )
        kept = [e for e in event.evidence if evidence is None or not _same_support(e, evidence)]
        if evidence is None:
            return replace(event, evidence=tuple(e for e in kept if e.field != "event"))
        self.screen.say(f"“{one_line(text[evidence.start : evidence.end])}”", style="dim", indent=2)
        return replace(event, evidence=(evidence, *kept))

    def new(self, keep: Callable[[Event], None]) -> Event | None:
        """Ask for every field of a new event in order; return it, or None where the person gave up at the type.

        Escape at a later question leaves the rest empty. *keep* is given the event after each question.
        """
        by_name = {s.name: s for s in fields()}
        event = Event()
        self.screen.say("A new event. Enter leaves a field empty, Escape ends the questions.", style="dim")
        for name in NEW_EVENT:
            try:
                event = self.quote(event) if name == "quote" else self.field(event, by_name[name])
                while name == "type" and not event.type:
                    self.screen.say("An event needs a type.", style="bold")
                    event = self.field(event, by_name[name])
            except Back:
                return event if event.type else None
            keep(event)
        return event

    def _ask(
        self,
        label: str,
        text: str,
        read: Callable[[str], Any],
        *,
        help_line: str,
        numbers: Numbered = _NO_NUMBERS,
        replace_text: bool = False,
        completer: Completer | None = None,
        explain: Callable[[str], None] | None = None,
    ) -> tuple[str, Any]:
        """Ask until *read* takes what was typed, and return both.

        A refusal is shown, and what was typed is there to be corrected.
        """
        self.screen.say(help_line, style="dim italic")
        if numbers:
            self.screen.show(number_line(numbers))
        while True:
            try:
                typed = self.screen.line(
                    label,
                    text,
                    replace=replace_text,
                    completer=completer,
                    topic=label,
                    explains=explain is not None,
                )
                return typed, read(typed)
            except Help as asked:
                if asked.text:
                    text, replace_text = asked.text, False
                if explain:
                    explain(asked.text)
            except InputError as error:
                text, replace_text = typed, False
                self.screen.say(error.message, style="bold red" if self.screen.colour else "bold")
                if error.hint:
                    self.screen.say(error.hint)

    def _help(self, spec: FieldSpec) -> str:
        kind = inner(spec)
        if isinstance(kind, Choice):
            codes = " · ".join(self.codebook.codes(kind.vocabulary))
            several = " - several with spaces between, -CODE takes one out" if isinstance(spec.kind, Many) else ""
            return f"{codes}{several} (? explains)"
        if isinstance(kind, Own):
            return f"FIELD=VALUE; FIELD=VALUE - fields: {', '.join(self.codebook.fields) or 'none in the codebook'}"
        several = (
            f" Several: {spec.kind.separator} between; -WORD or -NUMBER takes one out, NUMBER brings one in."
            if isinstance(spec.kind, Many)
            else ""
        )
        return _HELP.get(spec.name, spec.help) + several

    def _explain(self, spec: FieldSpec, text: str) -> None:
        """Print the definitions of the codes that begin like what was typed; of all where none does."""
        kind = inner(spec)
        if not isinstance(kind, Choice):
            return
        entries = self.codebook.vocabularies[kind.vocabulary]
        typed = piece(text, spec).casefold()
        meant = [e for c, e in entries.items() if typed and c.startswith(typed)]
        for entry in meant or entries.values():
            self.screen.say(f"{entry.code}: {entry.definition}")
            if meant:
                for word, more in (("Also", entry.include), ("Not", entry.exclude)):
                    if more:
                        self.screen.say(f"{word}: {more}", style="dim", indent=2)

    def _read_quote(self, typed: str, event: Event) -> Evidence | None:
        if not typed.strip():
            return None
        text = self.known.article.text
        head, equals, tail = typed.partition("=")
        spec = next((s for s in fields() if equals and head.strip() in (s.name, s.flag, s.label)), None)
        span = find_quote(tail if spec else typed, text)
        return Evidence(
            field=spec.name if spec else "event",
            value=_only_value(spec, event) if spec else None,
            quote=text[span.start : span.end],
            start=span.start,
            end=span.end,
            method="prompt",
        )

    def _echo(self, typed: str, event: Event, spec: FieldSpec) -> None:
        """Print how a value was understood, where that is not what was typed."""
        values = shown_values(replace(event, evidence=()), spec, self.codebook)
        said = "; ".join(str(v) for v in values)
        if typed.strip() not in ({"", "no"} if spec.name == "main" and not said else {said}):
            self.screen.say(f"{spec.label}: {said or 'empty'}", style="dim", indent=2)


def _only_value(spec: FieldSpec, event: Event) -> str | None:
    """Return the value that a quote for a field of one value supports, as text."""
    return None if spec.many else spec.kind.format(getattr(event, spec.name)) or None


def _same_support(old: Evidence, new: Evidence) -> bool:
    """Tell whether a new quote takes the place of an old one: of the event, or of the same value of a field."""
    return old.field == new.field and (new.field == "event" or (new.value is not None and old.value == new.value))
