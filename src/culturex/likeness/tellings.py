"""One event told by several articles: two tellings put together, one taken out again, one chosen for a field.

Each value's evidence says which article tells it. So that this holds of every value, also of those that want no quote
(a title, a theme), putting together records what each telling says as evidence without a quote, by the method MERGE.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from culturex.errors import InputError
from culturex.likeness.compare import same_body, same_name, same_spot
from culturex.likeness.names import sounds
from culturex.likeness.profile import Named, spot
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Number
from culturex.model.parts import Many

MERGE = "merge"
"""The method of evidence that says only what an article's telling of an event was."""

# An event cannot be without these: they stay when the article that told them goes.
_STAY = frozenset({"title", "type"})
_OWN = "values"
# Comparisons of names, one with another, up to which variants are looked for: beyond, the event is a list of names.
_PATIENCE = 100_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that another article tells for a *field* of an event, as text: *quote* is "" where none supports it."""

    field: str
    current: str | None
    value: str
    article: int | None
    quote: str


def united(ours: Event, theirs: Event, our_article: int | None, their_article: int | None) -> Event:
    """Return two tellings of one event as one event.

    Lists are united, what is the same under two names kept once, as *ours* has it; of single values *ours* counts
    unless it has none. The evidence of both is kept, and says what else *theirs* tells. Evidence that names no article
    is of *our_article* and *their_article*.
    """
    values: dict[str, Any] = {"main": ours.main or theirs.main, _OWN: {**theirs.values, **ours.values}}
    for spec in _single():
        one, other = getattr(ours, spec.name), getattr(theirs, spec.name)
        values[spec.name] = other if one is None else one
    values["date_basis"] = ours.date_basis if ours.date else theirs.date_basis
    for spec in _several():
        values[spec.name] = _joined(getattr(ours, spec.name), getattr(theirs, spec.name))
    evidence = dict.fromkeys((*recorded(ours, our_article), *recorded(theirs, their_article)))
    return Event(**values, evidence=tuple(evidence))


def recorded(event: Event, article: int | None) -> tuple[Evidence, ...]:
    """Return the evidence of *event*, of *article* where it names none, with something said of every value."""
    own = [e if e.article is not None else replace(e, article=article) for e in event.evidence]
    single = {name: texts[0] for name, texts in _texts(event).items() if len(texts) == 1}
    # A quote for a field as a whole is one for its only value, and must say so once there are two.
    own = [replace(e, value=single[e.field]) if e.value is None and e.field in single else e for e in own]
    said = {(e.field, _bare(e.field, e.value)) for e in own if e.value is not None}
    for field, texts in _texts(event).items():
        for text in texts:
            if (field, _bare(field, text)) not in said:
                own.append(Evidence(field, text, method=MERGE, article=article))
    return tuple(own)


def as_told(event: Event, article: int, *, main: bool = False) -> Event:
    """Return *event* as *article* alone tells it: its own values and evidence.

    Values that no article in particular tells belong to every one; a single value that it does not tell is the
    event's. Names are as the article has them.
    """
    own = tuple(e for e in event.evidence if e.article == article)
    values: dict[str, Any] = {"main": main, "evidence": own}
    for spec in _single():
        told = [v for e in own if e.field == spec.name and (v := _read(spec, e.value)) is not None]
        values[spec.name] = told[0] if told else getattr(event, spec.name)
    for spec in _several():
        parts = getattr(event, spec.name)
        backing = _backing(event.evidence, spec.name, parts)
        values[spec.name] = tuple(
            _renamed(part, by[article]) if article in by else part
            for part, by in zip(parts, backing, strict=True)
            if article in by or not by
        )
    told_own = {e.field.partition(".")[2]: e.value for e in own if e.field.startswith(f"{_OWN}.") and e.value}
    values[_OWN] = {k: told_own.get(k, v) for k, v in event.values.items() if k in told_own or not _told(event, k)}
    return Event(**values)


def without(event: Event, article: int) -> Event:
    """Return *event* without what only *article* tells; another article's value takes the place of a single one."""
    rest = tuple(e for e in event.evidence if e.article != article)
    values: dict[str, Any] = {"evidence": rest}
    for spec in _single():
        values[spec.name] = _left(spec, event, article, rest)
    for spec in _several():
        parts = getattr(event, spec.name)
        backing = _backing(event.evidence, spec.name, parts)
        values[spec.name] = tuple(p for p, by in zip(parts, backing, strict=True) if set(by) != {article})
    own = {}
    for name, value in event.values.items():
        others = [e.value for e in rest if e.field == f"{_OWN}.{name}" and e.value]
        if others or not _told(event, name):
            own[name] = value if value in others or not others else others[0]
    return replace(event, **values, values=own)


def differing(event: Event) -> tuple[Choice, ...]:
    """Return what the articles of *event* tell otherwise than it has it, for its single values and own fields."""
    fields = {spec.name: spec for spec in _single()}
    found: dict[tuple[str, str, int | None], Choice] = {}
    for e in event.evidence:
        own = e.field.partition(".")[2] if e.field.startswith(f"{_OWN}.") else None
        if not e.value or (own is None and (e.field not in fields or e.field == "date_basis")):
            continue
        current = event.values.get(own) if own is not None else fields[e.field].kind.format(getattr(event, e.field))
        key = (e.field, e.value, e.article)
        if e.value != current and (key not in found or not found[key].quote):
            found[key] = Choice(e.field, current or None, e.value, e.article, e.quote)
    return tuple(found.values())


def chosen(event: Event, field: str, article: int) -> Event:
    """Return *event* with *field* as *article* tells it; raise InputError where the article says nothing of it.

    *field* is a field of Event, or ``values.NAME`` for an own field. The other tellings stay recorded.
    """
    if not any(e.article == article and e.field == field and e.value for e in event.evidence):
        raise InputError(
            f"Article {article} says nothing of its own about {field}.",
            "culturex show EVENT --json has what each article tells, under evidence.",
        )
    told = as_told(event, article)
    return taken(event, replace(told, date_basis=_basis(event, article)), field)


def taken(event: Event, other: Event, field: str) -> Event:
    """Return *event* with *field* as *other*, which was united with it, has it; raise InputError where it has none."""
    own = field.partition(".")[2] if field.startswith(f"{_OWN}.") else None
    value = getattr(other, field) if own is None else other.values.get(own)
    if not value and value != 0:
        raise InputError(f"The other event says nothing of {field}.", "Leave it out: the first one's value counts.")
    changes: dict[str, Any] = {field: value} if own is None else {_OWN: {**event.values, own: value}}
    if field == "date":
        changes["date_basis"] = other.date_basis
    return replace(event, **changes)


def match(ours: Sequence[Any], theirs: Sequence[Any]) -> dict[int, int]:
    """Return which of *theirs* each of *ours* is, by position: those written alike first, then those that are alike."""
    written = {_key(part): j for j, part in reversed(list(enumerate(theirs)))}
    found: dict[int, int] = {}
    for i, part in enumerate(ours):
        j = written.pop(_key(part), None)
        if j is not None:
            found[i] = j
    paired = set(found.values())
    left = [j for j in range(len(theirs)) if j not in paired]
    rest = [(i, part) for i, part in enumerate(ours) if i not in found]
    if len(rest) * len(left) > _PATIENCE:
        return found
    for i, part in rest:
        j = next((j for j in left if _is_alike(part, theirs[j])), None)
        if j is not None:
            found[i] = j
            left.remove(j)
    return found


def _single() -> list[FieldSpec]:
    return [s for s in specs(Event) if not isinstance(s.kind, Many) and s.name not in ("main", _OWN)]


def _several() -> list[FieldSpec]:
    return [s for s in specs(Event) if isinstance(s.kind, Many) and s.name != "evidence"]


def _texts(event: Event) -> dict[str, list[str]]:
    """Return the values of *event* as evidence writes them, by field (``values.NAME`` for own ones)."""
    found: dict[str, list[str]] = {}
    for spec in _single():
        if (value := getattr(event, spec.name)) is not None:
            found[spec.name] = [spec.kind.format(value)]
    for spec in _several():
        found[spec.name] = [_text(part) for part in getattr(event, spec.name)]
    return found | {f"{_OWN}.{name}": [value] for name, value in event.values.items() if value}


def _text(part: Any) -> str:
    if isinstance(part, CountryRole):
        return f"{part.code}:{part.role}"
    return str(getattr(part, "name", part))


def _bare(field: str, text: str | None) -> str:
    """Return the text of a value without the role of a country: the words that name it support it whatever its role."""
    return (text or "").partition(":")[0].strip() if field == "countries" else text or ""


def _read(spec: FieldSpec, text: str | None) -> Any:
    """Return the single value that evidence writes, None where it is none."""
    if isinstance(spec.kind, Number):
        return int(text) if text and text.isascii() and text.isdigit() else None
    return text or None


def _joined(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    pairs = match(ours, theirs)
    kept = [_filled(part, theirs[pairs[i]]) if i in pairs else part for i, part in enumerate(ours)]
    return (*kept, *(p for j, p in enumerate(theirs) if j not in pairs.values()))


def _filled(part: Any, other: Any) -> Any:
    """Return *part* with what *other*, the same under another name, knows more of it."""
    if not isinstance(part, (Place, Organization, Person)):
        return part
    kind: type = type(part)
    more = {s.name: getattr(other, s.name) for s in specs(kind) if getattr(part, s.name) is None}
    return replace(part, **more)


def _key(part: Any) -> str:
    """Return what a value is written as, a country without its role."""
    return part.code if isinstance(part, CountryRole) else _text(part)


def _is_alike(one: Any, other: Any) -> bool:
    if isinstance(one, Place):
        return same_spot(spot(one), spot(other))
    if isinstance(one, Person):
        return same_name(_named(one.name), _named(other.name))
    return isinstance(one, Organization) and same_body(_named(one.name), _named(other.name))


def _named(name: str) -> Named:
    return Named(name, sounds(name))


def _backing(evidence: Sequence[Evidence], field: str, parts: Sequence[Any]) -> list[dict[int | None, str]]:
    """Return for each of *parts* the articles that tell it, each with the text it has for it."""
    backing: list[dict[int | None, str]] = [{} for _ in parts]
    written = {_bare(field, _text(part)): i for i, part in reversed(list(enumerate(parts)))}
    for e in evidence:
        if e.field != field or not e.value:
            continue
        at = written.get(_bare(field, e.value))
        if at is None:
            at = next((i for i, part in enumerate(parts) if _is_variant(part, e.value)), None)
        if at is not None:
            backing[at].setdefault(e.article, e.value)
    return backing


def _is_variant(part: Any, text: str) -> bool:
    return isinstance(part, (Place, Organization, Person)) and _is_alike(part, _renamed(part, text))


def _renamed(part: Any, text: str) -> Any:
    """Return *part* as *text* has it: another name, or another role of a country."""
    if isinstance(part, CountryRole):
        role = text.partition(":")[2].strip()
        return replace(part, role=role) if role else part
    if isinstance(part, Place):
        return part if part.name == text else Place(text, part.country, part.lat, part.lon)
    return replace(part, name=text) if isinstance(part, (Organization, Person)) else part


def _told(event: Event, name: str) -> bool:
    """Tell whether some article tells the own field *name*."""
    return any(e.field == f"{_OWN}.{name}" and e.value for e in event.evidence)


def _left(spec: FieldSpec, event: Event, article: int, rest: Sequence[Evidence]) -> Any:
    """Return what a single value is when *article* is gone."""
    value = getattr(event, spec.name)
    said = [_read(spec, e.value) for e in event.evidence if e.field == spec.name and e.article == article]
    others = [v for e in rest if e.field == spec.name and (v := _read(spec, e.value)) is not None]
    if value is None or value not in said or value in others:
        return value
    return others[0] if others else value if spec.name in _STAY else None


def _basis(event: Event, article: int) -> str | None:
    said = [e.value for e in event.evidence if e.field == "date_basis" and e.article == article]
    return said[0] if said else None
