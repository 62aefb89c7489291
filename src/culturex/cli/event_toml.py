"""An event as commented TOML, the text that ``culturex edit --editor`` opens.

The writer is our own, for what it writes is mostly comments, within arrays too, and TOML's strings are JSON's strings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from culturex.cli.grid import wrap
from culturex.cli.passages import bracketed, passages
from culturex.cli.wording import country_name, fields, label_of, meaning, origin, percent
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import CountryRole, Event, EventRecord, Evidence
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Choice, Country, Date, Decimal, Own, Prose
from culturex.model.parts import Many, Part
from culturex.text import harmless_json, one_line

# The key of the quotes, and what is written of each.
QUOTES = "quotes"
QUOTE_KEYS = ("field", "value", "quote")
_WIDTH = 100
_HEAD = (
    "Change the values, save, and leave the editor. What stands behind a # is a comment. A value that is empty, or"
    " whose line is taken away, is emptied in the event. To change nothing, leave without saving."
)
# What an empty cell of a part stands for, where that is not nothing.
_DEFAULTS = {("countries", "role"): f" Empty: {CountryRole('').role}."}
_QUOTES_HEAD = (
    'The quotes that the values rest on. field: a field of the event, or "event" for the event as a whole; value: the'
    " value that the quote supports; quote: a passage as it stands in the article. A line taken away drops its quote."
)


def write(record: EventRecord, articles: Mapping[int, Article], codebook: Codebook) -> str:
    """Return *record* as commented TOML; *articles* are those that report it, by number.

    Every field has its line, empty ones too, with its meaning and the codes of the codebook above it.
    """
    lines = [*_comment(f"Event {record.id}. {_HEAD}")]
    for number, article in articles.items():
        lines += ["#", *_comment(f"Article {number}: {one_line(article.title or 'no title')}")]
        lines += _comment(origin(article))
        evidence = [e for e in record.event.evidence if e.article in (number, None)]
        for passage in passages(article.text, evidence):
            named = ", ".join(label_of(f) for f in passage.fields)
            said = bracketed(article.text, passage.start, passage.end, passage.marks)
            lines += ["#", *_comment(f"{said} ({named})", indent=2)]
    for spec in fields():
        lines += ["", *_field(spec, record.event, codebook)]
    lines += ["", *_comment(_QUOTES_HEAD), *_quotes(record.event.evidence)]
    return "\n".join(lines) + "\n"


def string(text: str) -> str:
    r"""Return *text* as a TOML string on one line.

    >>> print(string('the "Days"\n'))
    "the \"Days\"\n"
    """
    # What JSON escapes TOML reads; a delete character, which TOML wants escaped too, harmless_json sees to.
    return harmless_json(json.dumps(text, ensure_ascii=False))


def _comment(text: str, *, indent: int = 0) -> list[str]:
    lead = "# " + " " * indent
    return [lead + line for line in wrap(one_line(text), _WIDTH - len(lead))]


def _field(spec: FieldSpec, event: Event, codebook: Codebook) -> Iterator[str]:
    """Yield the lines of one field, its comments first."""
    value = getattr(event, spec.name)
    if isinstance(spec.kind, Own):
        yield from _own(spec, value, codebook)
        return
    kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
    yield from _comment(f"{spec.label.capitalize()}, one a line:" if isinstance(kind, Part) else spec.help)
    for key in specs(kind.of) if isinstance(kind, Part) else ():
        default = _DEFAULTS.get((spec.name, key.name), "")
        yield from _comment(f"{key.name}: {key.help}{default}", indent=2)
    for vocabulary in _vocabularies(spec):
        yield from _comment(f"{vocabulary}: {_codes(vocabulary, codebook)}", indent=2)
    if isinstance(kind, Part):
        yield f"{spec.name} = ["
        for part in value:
            yield f"    {_table(_cells(part))},{_countries(part)}"
        yield f"    # {_table(dict.fromkeys((s.name for s in specs(kind.of) if not isinstance(s.kind, Decimal)), ''))},"
        yield "]"
    elif isinstance(spec.kind, Many):
        yield f"{spec.name} = [{', '.join(_scalar(v) for v in value)}]"
    elif isinstance(spec.kind, Prose) and value and "\n" in value:
        yield f'{spec.name} = """'
        yield from (_within(line) for line in value.split("\n"))
        yield '"""'
    else:
        words = meaning(value) if isinstance(spec.kind, Date) and value else ""
        yield f"{spec.name} = {_scalar(value)}{f'  # {words}' if words else ''}"


def _vocabularies(spec: FieldSpec) -> list[str]:
    """Return the vocabularies that the values of a field are of."""
    kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
    kinds = [s.kind for s in specs(kind.of)] if isinstance(kind, Part) else [kind]
    return [k.vocabulary for k in kinds if isinstance(k, Choice)]


def _codes(vocabulary: str, codebook: Codebook) -> str:
    """Return the codes of a vocabulary with their labels, where these say more than the codes."""
    entries = codebook.vocabularies[vocabulary].values()
    plain = [(e.code, one_line(e.label)) for e in entries]
    return ", ".join(
        code if label.casefold().replace(" ", "_") == code else f"{code} ({label})" for code, label in plain
    )


def _own(spec: FieldSpec, values: Mapping[str, str], codebook: Codebook) -> Iterator[str]:
    """Yield a line for each own field of the codebook, and for those that an older one had."""
    for name in dict.fromkeys((*codebook.fields, *values)):
        own = codebook.fields.get(name)
        if own:
            choices = f" {', '.join(own.choices)}." if own.choices else f" ({own.kind})"
            yield from _comment(f"{own.label}:{choices} {own.definition}")
        yield f"{spec.name}.{_key(name)} = {string(values.get(name, ''))}"
    if not codebook.fields and not values:
        yield "# Fields of your own: the codebook has none."


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else string(name)


def _cells(part: Any) -> dict[str, Any]:
    """Return the fields of a part; coordinates only where they are known."""
    cells = {s.name: getattr(part, s.name) for s in specs(part.__class__)}
    return {n: "" if v is None else v for n, v in cells.items() if v is not None or n not in ("lat", "lon")}


def _countries(part: Any) -> str:
    """Return a comment that says which countries the codes of a part mean."""
    codes = [getattr(part, s.name) for s in specs(part.__class__) if isinstance(s.kind, Country)]
    names = ", ".join(country_name(code) for code in codes if code)
    return f"  # {names}" if names else ""


def _table(cells: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name} = {_scalar(value)}" for name, value in cells.items()) + "}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, (int, float)) else string(value or "")


def _within(line: str) -> str:
    """Return one line of a text of several lines."""
    return string(line)[1:-1]


def _quotes(evidence: Sequence[Evidence]) -> Iterator[str]:
    yield f"{QUOTES} = ["
    for found in evidence:
        if found.quote:
            sure = " ".join(filter(None, (found.method, percent(found.confidence))))
            cells = {name: getattr(found, name) for name in QUOTE_KEYS}
            yield f"    {_table({n: v for n, v in cells.items() if v is not None})},  # {one_line(sure)}"
    yield f"    # {_table(dict.fromkeys(QUOTE_KEYS, ''))},"
    yield "]"
