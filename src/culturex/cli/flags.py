"""Flags that many commands share, made from their declarations: the filters, and one flag for each field of an event.

A command asks for them by the type of a parameter: ``context: Context`` brings ``--db``, ``query: Query`` the filters,
``fields: Fields`` the fields of an event. ``expose`` writes these parameters out for typer.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Optional, cast, get_args, get_type_hints

import typer

from culturex.cli.context import Context
from culturex.cli.streams import readable
from culturex.errors import InputError
from culturex.store.query import SORTS, Query
from culturex.store.queues import ORDERS

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook
    from culturex.model.fields import FieldSpec


class PipeClosedError(Exception):
    """The reader of a pipe has enough; typer would make a failure of the BrokenPipeError itself."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What the flags of an event's fields were given: texts by field name, only those that were given."""

    given: dict[str, list[str]] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.given or self.quotes)


def _many(flag: str, help: str, metavar: str) -> Any:  # noqa: A002
    return Annotated[Optional[list[str]], typer.Option(flag, help=help, metavar=metavar, show_default=False)]  # noqa: UP045


def _one(flag: str, help: str, metavar: str) -> Any:  # noqa: A002
    return Annotated[Optional[str], typer.Option(flag, help=help, metavar=metavar, show_default=False)]  # noqa: UP045


# The order of a queue that a person goes through.
Order = Annotated[
    str,
    typer.Option("--order", metavar="ORDER", help=f"With prompts, go by: {', '.join(ORDERS)}.", show_default=False),
]
# The filters: name in Query -> how its flag is written. Repeated flags of one value mean any of them, of several
# values (country, theme, city, person, organization) all of them.
FILTERS: dict[str, Any] = {
    "country": _many("--country", "Country or group: name, adjective or code; again for events between them.", "NAME"),
    "type": _many("--type", "Type of event.", "TYPE"),
    "theme": _many("--theme", "Theme.", "THEME"),
    "status": _many("--status", "Status: held, planned, proposed ...", "STATUS"),
    "mode": _many("--mode", "in_person, online or hybrid.", "MODE"),
    "city": _many("--city", "City, district or province.", "NAME"),
    "person": _many("--person", "Person, or part of the name.", "NAME"),
    "organization": _many("--organization", "Organization, or part of the name.", "NAME"),
    "since": _one("--since", "Not over before this day, month or year.", "DATE"),
    "until": _one("--until", "Begun by this day, month or year.", "DATE"),
    "text": _one("--text", "Words in the event or its articles.", "WORDS"),
    "unreviewed": Annotated[bool, typer.Option("--unreviewed", help="Only events that no person has reviewed.")],
    "review": _many("--review", "unreviewed, accepted or rejected (rejected ones are left out otherwise).", "STATE"),
    "sort": Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--sort", help=f"Order: {', '.join(SORTS)}.", metavar="ORDER", show_default=False),
    ],
    "limit": Annotated[
        Optional[int],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option("--limit", "-n", min=0, help="At most so many.", metavar="N", show_default=False),
    ],
}
# The states of review that are shown where none is asked for.
SHOWN = ("unreviewed", "accepted")
# Filters whose values are codes of the codebook, and the vocabulary they are of.
_VOCABULARY = {"type": "types", "theme": "themes", "status": "statuses", "mode": "modes", "review": "reviews"}


def in_order(order: str) -> None:
    """Raise InputError where *order* is none that a queue can have."""
    if order and order not in ORDERS:
        raise InputError(f"A queue cannot be ordered by {order!r}.", f"Allowed: {', '.join(ORDERS)}.")


def query_of(values: dict[str, Any], context: Context) -> Query:
    """Return the Query of the filter flags; raise InputError where a code is in no codebook of the store."""
    unreviewed = values.pop("unreviewed", False)
    given = {name: _readable(value) for name, value in values.items() if value is not None}
    codes = {name: _codes(name, given[name], context) for name in _VOCABULARY if given.get(name)}
    rest: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    review = ("unreviewed",) if unreviewed else codes.get("review") or SHOWN
    return Query(**{**rest, **codes, "review": review})


def _codes(name: str, texts: list[str], context: Context) -> tuple[str, ...]:
    books = context.codebooks()
    return tuple(_code(_VOCABULARY[name], text, books) for text in texts)


def _code(vocabulary: str, text: str, books: list[Codebook]) -> str:
    """Return the code that *text* means in the first of *books* that has it: events keep the codes of older ones."""
    refusals = []
    for book in books:
        try:
            return book.choose(vocabulary, text)
        except InputError as error:
            refusals.append(error)
    raise refusals[0]


def _readable(value: Any) -> Any:
    """Return what a flag was given with texts that can be stored."""
    if isinstance(value, list):
        return [_readable(one) for one in value]
    return readable(value) if isinstance(value, str) else value


def field_flag(declared: FieldSpec) -> Any:
    """Return the typer annotation of one field's flag; a field of several values may be repeated."""
    names = (f"--{declared.flag}", f"--not-{declared.flag}") if declared.name == "main" else (f"--{declared.flag}",)
    if declared.name == "main":
        return Annotated[
            Optional[bool],  # noqa: UP045
            typer.Option("/".join(names), help=declared.help, show_default=False),
        ]
    make = _many if declared.many or declared.name == "values" else _one
    return make(names[0], declared.help, "VALUE")


def _field_flags() -> dict[str, Any]:
    from culturex.model.event import Event
    from culturex.model.fields import specs

    flags = {s.name: field_flag(s) for s in specs(Event) if s.flag}
    flags["quotes"] = _many(
        "--quote", "Passage of the article that shows the event, or FIELD=PASSAGE for one field.", "TEXT"
    )
    return flags


def fields_of(values: dict[str, Any]) -> Fields:
    """Return the Fields of the flags that were given."""
    given: dict[str, list[str]] = {}
    for name, raw in values.items():
        if raw is None or name == "quotes":
            continue
        value = _readable(raw)
        given[name] = (
            ["yes" if value else "no"] if isinstance(value, bool) else [value] if isinstance(value, str) else value
        )
    return Fields(given, _readable(values.get("quotes") or []))


_DB = Annotated[str, typer.Option("--db", metavar="FILE", help="The store to use.", show_default=False)]
_KEYWORD = inspect.Parameter.KEYWORD_ONLY


def expose(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return *function* with its Context, Query and Fields parameters written out as flags for typer.

    So is every parameter whose type brings flags of its own (``flags()``) and is made of their values (``of(values)``).
    """
    hints = get_type_hints(function, include_extras=True)
    groups: dict[str, tuple[type, dict[str, Any]]] = {}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints.get(name)
        flags = _flags_of(hint)
        if flags is None:
            parameters.append(parameter.replace(annotation=hint))
            continue
        groups[name] = (cast(type, hint), flags)
        for flag, annotation in flags.items():
            default = "" if flag == "db" else False if get_args(annotation)[0] is bool else None
            parameters.append(inspect.Parameter(flag, _KEYWORD, default=default, annotation=annotation))
    parameters.sort(key=lambda p: p.kind)

    @functools.wraps(function)
    def command(**given: Any) -> Any:
        arguments = {p: v for p, v in given.items() if p in hints and p not in groups}
        context = _context(given.get("db"))
        for name, (hint, flags) in groups.items():
            values = {flag: given[flag] for flag in flags}
            arguments[name] = context if hint is Context else _gather(hint, values, context)
        try:
            return function(**arguments)
        except BrokenPipeError as error:
            raise PipeClosedError from error
        except KeyboardInterrupt as error:
            # typer would end without a word.
            raise typer.Abort from error

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    del command.__wrapped__
    return command


def _flags_of(hint: Any) -> dict[str, Any] | None:
    """Return the flags that a parameter of this type stands for, None where it is an argument or flag itself."""
    if hint is Fields:
        return _field_flags()
    if isinstance(hint, type) and (found := {Context: {"db": _DB}, Query: FILTERS}.get(hint)):
        return found
    return hint.flags() if hasattr(hint, "flags") else None


def _context(db: str | None) -> Context:
    from typer._click.globals import get_current_context

    above = get_current_context(silent=True)
    return Context(db or (above.find_root().obj if above else None))


def _gather(hint: type, values: dict[str, Any], context: Context) -> Any:
    if hint is Query:
        return query_of(values, context)
    return fields_of(values) if hint is Fields else hint.of(values)  # type: ignore[attr-defined]
