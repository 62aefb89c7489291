"""Asking for the fields of an event, one line each: what is there can be edited, and what is wrong is said and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from prompt_toolkit.completion import Completer

from culturex.cli.prompts_completion import Known, QuoteCompleter, ValueCompleter, piece
from culturex.cli.prompts_screen import Back, Help, Screen
from culturex.cli.typed_dates import read_date
from culturex.cli.wording import country_name, fields, shown_values
from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence, FieldSpec
from culturex.model.kinds import Choice, CountryRoles, Date, Many, Number, Own, Part, YesNo
from culturex.text import Span, locate, one_line

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
    "countries": "Names, adjectives or codes in any language, :host or :partner behind (partner if none): Armenia:host",
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
# What a person may write between two values besides the separator itself, where no value contains it.
_LOOSE = {"countries": ",;", "regions": ",|", "themes": ",|"}
# Marks for words left out of a quote.
_GAPS = ("...", "…")


# -- a value as text, and text as a value


def editable(spec: FieldSpec, value: Any) -> str:
    """Return a value as the line that a person edits; a list ends with its separator, ready for one more."""
    if isinstance(spec.kind, Own):
        return spec.kind.format(value)
    if not isinstance(spec.kind, Many):
        return spec.kind.format(value)
    if isinstance(spec.kind, CountryRoles):
        written = [f"{country_name(part.code)}:{part.role}" for part in value]
    else:
        written = [spec.kind.format((part,)) for part in value]
    between = f" {spec.kind.separator} " if isinstance(spec.kind.kind, Part) else f"{spec.kind.separator} "
    return between.join([*written, ""]) if written else ""


def read_value(spec: FieldSpec, text: str, codebook: Codebook, article: Article | None = None) -> Any:
    """Return the value that a person typed for a field; raise InputError saying what is allowed."""
    if isinstance(spec.kind, Date):
        return read_date(text, article)
    if isinstance(spec.kind, YesNo):
        return bool(spec.kind.parse(text, codebook))
    if isinstance(spec.kind, Choice):
        return _choose(spec.kind, text, codebook)
    if isinstance(spec.kind, Own):
        pairs = [spec.kind.parse(pair, codebook) for pair in text.split(";") if pair.strip()]
        return {name: value for pair in pairs for name, value in pair.items()}
    if isinstance(spec.kind, Many):
        return _read_many(spec, spec.kind, text, codebook)
    return spec.kind.parse(text, codebook)


def _read_many(spec: FieldSpec, kind: Many, text: str, codebook: Codebook) -> tuple[Any, ...]:
    if isinstance(kind.kind, Choice):
        for mark in _LOOSE.get(spec.name, ""):
            text = text.replace(mark, kind.separator)
        chosen = (_choose(kind.kind, code, codebook) for code in text.split(kind.separator))
        return tuple(dict.fromkeys(code for code in chosen if code))
    try:
        return kind.parse(text, codebook)
    except InputError:
        loose = text.translate({ord(mark): kind.separator for mark in _LOOSE.get(spec.name, "")})
        if loose == text:
            raise
        return kind.parse(loose, codebook)


def _choose(kind: Choice, text: str, codebook: Codebook) -> str | None:
    """Return the code that is meant; where several begin like it, say which."""
    begun = [c for c in codebook.codes(kind.vocabulary) if text.strip() and c.startswith(text.strip().casefold())]
    if len(begun) > 1 and text.strip().casefold() not in begun:
        raise InputError(f"{text.strip()!r} may be {' or '.join(begun)}.", "Type one letter more.")
    return kind.parse(text, codebook)


def find_quote(typed: str, text: str) -> Span:
    """Return where the passage stands in *text* that a person typed, whole or by its first and last words.

    Raise InputError where it does not stand there.

    >>> find_quote("The Days ... May", "Then: The Days of Armenia open on 3 May in Almaty.")
    Span(start=6, end=39)
    """
    if (whole := locate(typed, text)) is not None:
        return whole
    for gap in _GAPS:
        first, found, last = typed.partition(gap)
        if not found:
            continue
        begin = locate(first, text)
        end = locate(last, text, after=begin.end) if begin else None
        if begin and end and end.start >= begin.end:
            return Span(begin.start, end.end)
        missing = last if begin else first
        raise InputError(
            f"{one_line(missing)[:60]!r} does not stand in the article" + (" after the first words." if begin else "."),
            "Copy the words from the text; Escape and then t shows it.",
        )
    raise InputError(
        f"{one_line(typed)[:60]!r} does not stand in the article.",
        "Copy a passage from its text, or type its first words, three dots and its last words.",
    )


# -- asking


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
        typed, value = self._ask(
            spec.label,
            editable(spec, getattr(event, spec.name)),
            lambda text: read_value(spec, text, self.codebook, self.known.article),
            help_line=self._help(spec),
            replace_text=isinstance(_inner(spec), Choice | Date | Number | YesNo) and not spec.many,
            completer=ValueCompleter(spec, replace(self.known, event=event)),
            explain=(lambda text: self._explain(spec, text)) if isinstance(_inner(spec), Choice) else None,
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
            completer=QuoteCompleter(self.known.article),
        )
        kept = [e for e in event.evidence if evidence is None or not _same_support(e, evidence)]
        if evidence is None:
            return replace(event, evidence=tuple(e for e in kept if e.field != "event"))
        self.screen.say(f"“{one_line(text[evidence.start : evidence.end])}”", style="dim", indent=2)
        return replace(event, evidence=(evidence, *kept))

    def new(self) -> Event | None:
        """Ask for every field of a new event in order; return it, or None where the person gave up at the type.

        Escape at a later question leaves the rest empty.
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
        return event

    def _ask(
        self,
        label: str,
        text: str,
        read: Callable[[str], Any],
        *,
        help_line: str,
        replace_text: bool = False,
        completer: Completer | None = None,
        explain: Callable[[str], None] | None = None,
    ) -> tuple[str, Any]:
        """Ask until *read* takes what was typed, and return both.

        A refusal is shown, and what was typed is there to be corrected.
        """
        self.screen.say(help_line, style="dim italic")
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
        kind = _inner(spec)
        if isinstance(kind, Choice):
            codes = " · ".join(self.codebook.codes(kind.vocabulary))
            several = f" - several with {spec.kind.separator} between" if isinstance(spec.kind, Many) else ""
            return f"{codes}{several} (? explains)"
        if isinstance(kind, Own):
            return f"FIELD=VALUE; FIELD=VALUE - fields: {', '.join(self.codebook.fields) or 'none in the codebook'}"
        several = f" Several: {spec.kind.separator} between." if isinstance(spec.kind, Many) else ""
        return _HELP.get(spec.name, spec.help) + several

    def _explain(self, spec: FieldSpec, text: str) -> None:
        """Print the definitions of the codes that begin like what was typed; of all where none does."""
        kind = _inner(spec)
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


def _inner(spec: FieldSpec) -> Any:
    return spec.kind.kind if isinstance(spec.kind, Many) else spec.kind


def _only_value(spec: FieldSpec, event: Event) -> str | None:
    """Return the value that a quote for a field of one value supports, as text."""
    return None if spec.many else spec.kind.format(getattr(event, spec.name)) or None


def _same_support(old: Evidence, new: Evidence) -> bool:
    """Tell whether a new quote takes the place of an old one: of the event, or of the same value of a field."""
    return old.field == new.field and (new.field == "event" or (new.value is not None and old.value == new.value))
