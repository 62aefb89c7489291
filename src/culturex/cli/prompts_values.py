"""A value as the line that a person edits, and what a person typed as a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from culturex import places
from culturex.cli.typed_dates import read_date
from culturex.cli.wording import country_name
from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Choice, Date, Kind, Own, YesNo
from culturex.model.parts import CountryRoles, Many, Part
from culturex.text import Span, locate, one_line

# What a person may write between two values besides the separator itself, where no value contains it.
_LOOSE = {"countries": ",;", "regions": ",|", "themes": ",|"}
# Marks for words left out of a quote.
_GAPS = ("...", "…")


def editable(spec: FieldSpec, value: Any) -> str:
    """Return a value as the line that a person edits; a list ends with its separator, ready for one more."""
    if not isinstance(spec.kind, Many):
        return spec.kind.format(value)
    values = written_values(spec, value)
    between = f" {spec.kind.separator} " if isinstance(spec.kind.kind, Part) else f"{spec.kind.separator} "
    return between.join([*values, ""]) if values else ""


def written_values(spec: FieldSpec, value: Any) -> list[str]:
    """Return each of several values as a person writes it."""
    assert isinstance(spec.kind, Many)
    if isinstance(spec.kind, CountryRoles):
        return [f"{country_name(part.code)}:{part.role}" for part in value]
    if isinstance(spec.kind.kind, Part):
        return [write_part(spec.kind.kind, part) for part in value]
    return [spec.kind.format((part,)) for part in value]


def inner(spec: FieldSpec) -> Kind:
    """Return the kind of one value of a field."""
    return spec.kind.kind if isinstance(spec.kind, Many) else spec.kind


def write_part(kind: Part, part: Any) -> str:
    """Return a part as a person writes it, ``NAME; TITLE``, its cells in quotes where they hold a separator."""
    cells = [s.kind.format(getattr(part, s.name)) for s in specs(part.__class__)]
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return f"{kind.separator} ".join(written(cell) for cell in cells)


def written(cell: str) -> str:
    """Return a cell in double quotes where it holds a separator.

    >>> written("Arts; Letters"), written("Letters")
    ('"Arts; Letters"', 'Letters')
    """
    plain = one_line(cell)
    quotes = any(mark in plain for mark in ";|") or plain.startswith('"')
    return '"' + plain.replace('"', '""') + '"' if quotes else plain


def split_parts(text: str, between: str, inside: str) -> list[str]:
    """Split *text* at *between*, but not within double quotes that open at the beginning of a cell.

    >>> split_parts('"A|B"; host | C', "|", ";")
    ['"A|B"; host', 'C']
    """
    pieces: list[str] = [""]
    is_quoted, is_fresh, has_closed = False, True, False
    for char in text:
        if char == between and not is_quoted:
            pieces.append("")
            is_fresh, has_closed = True, False
            continue
        if char == '"' and (is_quoted or is_fresh or has_closed):
            is_quoted, has_closed = not is_quoted, is_quoted
        else:
            has_closed = False
        is_fresh = not is_quoted and (char == inside or (is_fresh and char.isspace()))
        pieces[-1] += char
    return [piece.strip() for piece in pieces]


def read_value(
    spec: FieldSpec,
    text: str,
    codebook: Codebook,
    article: Article | None = None,
    expand: Callable[[list[str]], list[str]] = list,
) -> Any:
    """Return the value that a person typed for a field; raise InputError saying what is allowed.

    *expand* writes out what stands for other values among the pieces of a line.
    """
    if isinstance(spec.kind, Date):
        return read_date("".join(expand([text.strip()])), article)
    if isinstance(spec.kind, YesNo):
        return bool(spec.kind.parse(text, codebook))
    if isinstance(spec.kind, Choice):
        return _choose(spec.kind, text, codebook)
    if isinstance(spec.kind, Own):
        pairs = [spec.kind.parse(pair, codebook) for pair in text.split(";") if pair.strip()]
        return {name: value for pair in pairs for name, value in pair.items()}
    if isinstance(spec.kind, Many):
        return _read_many(spec, spec.kind, text, codebook, expand)
    return spec.kind.parse(text, codebook)


def _read_many(
    spec: FieldSpec, kind: Many, text: str, codebook: Codebook, expand: Callable[[list[str]], list[str]]
) -> tuple[Any, ...]:
    def parse(pieces: list[str]) -> tuple[Any, ...]:
        return _parse_pieces(kind, _without(expand(pieces)), codebook)

    loose = text.translate({ord(mark): kind.separator for mark in _LOOSE.get(spec.name, "")})
    between, inside = kind.separator, kind.kind.separator if isinstance(kind.kind, Part) else ""
    if isinstance(kind.kind, Choice):
        # Codes have no spaces in them, so that spaces between them do as well.
        pieces = [p.strip() for p in loose.split(between)]
        return parse([word for p in pieces for word in ([p] if _is_code(kind.kind, p, codebook) else p.split())])
    try:
        return parse(split_parts(text, between, inside))
    except InputError:
        if loose == text:
            raise
        return parse(split_parts(loose, between, inside))


def _is_code(kind: Choice, text: str, codebook: Codebook) -> bool:
    try:
        return _choose(kind, text, codebook) is not None
    except InputError:
        return False


def _without(pieces: list[str]) -> list[str]:
    """Return the pieces of a list without those that a piece like ``-beridze`` takes out.

    >>> _without(["Nino Beridze; Director", "Ann Lee", "-beri"])
    ['Ann Lee']
    """
    kept = [p.strip() for p in pieces if p.strip() and not p.strip().startswith("-")]
    for taken in (p.strip()[1:].strip() for p in pieces if p.strip().startswith("-")):
        wanted = places.key(taken)
        meant = next((p for p in kept if wanted and f" {wanted}" in f" {_names(p)}"), None)
        if meant is None:
            raise InputError(f"{one_line(taken)!r} is not in the list.", "Write -WORD to take out what has this word.")
        kept.remove(meant)
    return kept


def _names(piece: str) -> str:
    """Return the words of a piece, folded, and its alpha-2 code where it begins with a country."""
    country = places.country(piece.partition(":")[0]) if ":" in piece else None
    return f"{places.key(piece)} {country.code.casefold() if country else ''}"


def _parse_pieces(kind: Many, pieces: list[str], codebook: Codebook) -> tuple[Any, ...]:
    if isinstance(kind.kind, Choice):
        codes = (_choose(kind.kind, piece, codebook) for piece in pieces)
        return tuple(dict.fromkeys(code for code in codes if code))
    values = kind.parse_all(pieces, codebook)
    if not isinstance(kind, CountryRoles):
        return values
    # A country that is written twice has changed its role: the later one counts, in the place of the earlier.
    return tuple({country.code: country for country in values}.values())


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
