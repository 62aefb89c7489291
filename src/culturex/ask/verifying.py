"""Hold what a model said against the article: each value needs a quote that stands there and says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from culturex import places
from culturex.ask.locating import Haystack, Located
from culturex.ask.reading import Telling, Told, is_double, read_event
from culturex.ask.saying import MOST, Forms, Named, Said
from culturex.ask.schema import asked
from culturex.model.article import without_furniture
from culturex.model.event import Event, Evidence, Organization, Person, Place
from culturex.model.support import is_telling
from culturex.text import Span, one_line

if TYPE_CHECKING:
    from culturex.model.article import Article
    from culturex.model.codebook import Codebook

# How sure a value is, by how its quote was found, if the quote says it; and if not. Set by hand, to order what a
# person looks at first; no measurement stands behind the figures.
_SURE = {"exact": 0.8, "normalised": 0.75, "aligned": 0.6}
_UNSURE, _NOT_FOUND = 0.2, 0.1
# Events of one reply that are read.
_EVENTS = 60
# So many characters before the quote of the event the quotes of its values are looked for first.
_BEFORE = 600
# The two ends of an interval may be named so many characters apart, and one of them outside the quote.
_APART = 200
# A quote that is not found is kept in this many characters.
_KEPT = 500


@dataclass(frozen=True, slots=True)
class Verified:
    """The *events* with their evidence, and *refusals*: a sentence for each value that was turned away, and why."""

    events: tuple[Event, ...] = ()
    refusals: tuple[str, ...] = ()


def verify(
    raw: Sequence[Mapping[str, Any]],
    article: Article,
    codebook: Codebook,
    *,
    method: str,
    mentions: Sequence[Named] = (),
    span: Span | None = None,
) -> Verified:
    """Return the events of a reply, every value with its evidence: how its quote was found, and whether it says so.

    *method* is ``model:NAME``; *mentions* are what the finders see in the article; *span* is the stretch that was
    asked about. A value that is not of the codebook or of no sort is refused; a value without a quote that says it
    stays, marked as unsupported; an event none of whose quotes stands in the article is refused whole, and so is one
    that repeats an earlier one in everything.
    """
    case = _Case(article, codebook, method, mentions, span.start if span else 0)
    events: list[Event] = []
    told: list[Event] = []
    refusals: list[str] = []
    for number, one in enumerate(raw[:_EVENTS], 1):
        telling = read_event(one, number, codebook, article.language)
        event = _event(case, telling)
        refusals += telling.refusals
        if event is None:
            continue
        if replace(event, main=False) in told:  # small models say the same over and over
            refusals.append(f"{telling.name}, all of it: the same event was told before.")
            continue
        told.append(replace(event, main=False))
        if event.main and any(e.main for e in events):
            refusals.append(f"{telling.name}, main: an article has at most one main event.")
            event = replace(event, main=False)
        events.append(event)
    if len(raw) > _EVENTS:
        refusals.append(f"Only the first {_EVENTS} of {len(raw):,} events were read.")
    return Verified(tuple(events), tuple(refusals))


@dataclass(frozen=True)
class _Case:
    """An article that values are held against."""

    article: Article
    codebook: Codebook
    method: str
    mentions: Sequence[Named]
    begin: int

    @cached_property
    def haystack(self) -> Haystack:
        return Haystack(without_furniture(self.article))

    @cached_property
    def forms(self) -> Forms:
        """All words of the article, to ask whether a name stands in it anywhere."""
        return Forms.of(f"{self.haystack.text}\n{self.article.title or ''}")

    @cached_property
    def named(self) -> dict[str, frozenset[str]]:
        """The countries that the article names anywhere, itself or by a place, each with the words that name it."""
        found: dict[str, set[str]] = {}
        for m in self.mentions:
            code = m.value.get("country") if m.kind == "place" and isinstance(m.value, dict) else m.value
            if m.kind in ("country", "place") and isinstance(code, str):
                found.setdefault(code, set()).add(self.article.text[m.start : m.end])
        return {code: frozenset(words) for code, words in found.items()}

    def stands(self, words: str) -> bool:
        """Tell whether all words stand in the article, single letters left out."""
        return all(self.forms.stands(w) for w in places.words(words) if len(w) > 1)


def _event(case: _Case, telling: Telling) -> Event | None:
    """Return the event of a telling; None where nothing of it stands in the article."""
    whole = case.haystack.find(telling.quote, after=case.begin)
    values: dict[str, Any] = {k: v for k, v in telling.values.items() if v is not None}
    several = {s.name for s in asked() if s.many}
    evidence: list[Evidence] = []
    for told in telling.told:
        name = told.field.partition(".")[0]
        if name in several and is_double(told.value, values.get(name, ())):
            continue
        value, proof, basis = _checked(case, telling, told, whole)
        if name in several:
            values[name] = (*values.get(name, ()), value)
        elif name == "values":
            values[name] = {**values.get(name, {}), told.field.partition(".")[2]: value}
        else:
            values[name] = value
        if basis:
            values["date_basis"] = basis
        evidence.append(proof)
    if whole.span is None and not any(e.start is not None for e in evidence):
        telling.refuse("all of it", "none of its quotes stands in the article.")
        return None
    proof = _shown(case, telling, whole, evidence)
    if not any(_tells(e) for e in (proof, *evidence)):
        telling.refuse("all of it", "its quotes are too short to show anything.")
        return None
    return Event(**values, evidence=(proof, *evidence))


def _tells(proof: Evidence) -> bool:
    return proof.supported is True or (proof.start is not None and is_telling(proof.quote or ""))


def _shown(case: _Case, telling: Telling, whole: Located, evidence: Sequence[Evidence]) -> Evidence:
    """Return the evidence of the event as a whole: the surer, the more of its values are borne out."""
    says = whole.span is not None and is_telling(case.article.text[whole.span.start : whole.span.end])
    proof = _evidence(case, "event", None, telling.quote, whole, says=says)
    share = sum(e.supported is True for e in evidence) / len(evidence) if evidence else 1.0
    return replace(proof, confidence=round((proof.confidence or 0) * share, 2))


def _checked(case: _Case, telling: Telling, told: Told, whole: Located) -> tuple[Any, Evidence, str | None]:
    """Return a value with its evidence, and for a date what it rests on (stated, resolved or inferred)."""
    near = max(case.begin, whole.span.start - _BEFORE) if whole.span else case.begin
    located = case.haystack.find(told.quote, after=near) if told.quote else whole
    value = _pruned(case, telling, told)
    if located.span is None:
        quote = told.quote or telling.quote
        return value, _evidence(case, told.field, told.text, quote, located, says=False), None
    said = Said.of(case.article.text, located.span, case.mentions, case.article.language)
    if told.field == "date":
        return value, *_dated(case, told, located, said)
    says = _says(case, told, said)
    return value, _evidence(case, told.field, told.text, told.quote, located, says=says), None


def _dated(case: _Case, told: Told, located: Located, said: Said) -> tuple[Evidence, str | None]:
    """Return the evidence of a date, its quote made as long as the words of the date are, and what it rests on."""
    around = Span(max(0, said.span.start - _APART), said.span.end + _APART)
    mentions = said.dates(told.text) or Said.of(said.text, around, case.mentions).both_ends(told.text)
    if not any(m.start < said.span.end and said.span.start < m.end for m in mentions):
        stated = said.digits(told.text)
        proof = _evidence(case, told.field, told.text, told.quote, located, says=stated)
        return proof, "stated" if stated else None
    span = Span(min(said.span.start, *(m.start for m in mentions)), max(said.span.end, *(m.end for m in mentions)))
    basis = (mentions[0].extra or {}).get("basis") or "stated"
    return _evidence(case, told.field, told.text, told.quote, located._replace(span=span), says=True), basis


def _says(case: _Case, told: Told, said: Said) -> bool:
    """Tell whether the words of a quote say a value; for a judgement (type, status, mode) they need only be telling."""
    if told.field.startswith("values."):
        return _says_own(case, told, said)
    match told.field:
        case "countries":
            # What names a country in one place of the article does so in another, where a finder had less to go by.
            elsewhere = case.named.get(told.value.code, ())
            return said.country(told.value.code) or any(said.holds(words) for words in elsewhere)
        case "regions":
            return said.region(told.value)
        case "places":
            return said.place(told.value.name)
        case "people":
            return said.person(told.value.name) and case.stands(told.value.name)
        case "organizations":
            return said.organization(told.value.name)
        case "participants":
            return said.number(told.value)
    return is_telling(said.words)


def _says_own(case: _Case, told: Told, said: Said) -> bool:
    """Tell whether the words of a quote say the value of an own field: numbers, dates and texts stand in them.

    What is chosen from a list, or is yes or no, is a judgement.
    """
    match case.codebook.fields[told.field.partition(".")[2]].kind:
        case "number":
            return said.number(int(told.text)) if told.text.isdecimal() else said.digits(told.text)
        case "date":
            return bool(said.dates(told.text)) or said.digits(told.text)
        case "text":
            return said.holds(told.text, MOST)
    return said.holds(told.text) or is_telling(said.words)


def _pruned(case: _Case, telling: Telling, told: Told) -> Any:
    """Return a part without what the article does not say of it (an office, a body, a country), each refused."""
    value = told.value
    if not isinstance(value, (Place, Organization, Person)):
        return value
    for name in ("title", "affiliation"):
        words = getattr(value, name, None)
        if words and not case.stands(words):
            telling.refuse(f"{name} of {value.name}", f"{one_line(words)!r} does not stand in the article.")
            value = replace(value, **{name: None})  # type: ignore[arg-type]
    if value.country and value.country not in case.named and not _lies_in(value, value.country):
        telling.refuse(f"country of {value.name}", f"the article does not name {value.country}.")
        value = replace(value, country=None)
    return _on_the_map(value) if isinstance(value, Place) else value


def _lies_in(value: Place | Organization | Person, code: str) -> bool:
    """Tell whether the gazetteer has a place of this name in the country."""
    return isinstance(value, Place) and bool(places.cities(value.name, code) or places.subdivisions(value.name, code))


def _on_the_map(place: Place) -> Place:
    """Return *place* with the coordinates that the gazetteer has for it, where its country is known."""
    found = places.cities(place.name, place.country)[:1] if place.country else []
    return replace(place, lat=found[0].lat, lon=found[0].lon) if found else place


def _evidence(case: _Case, field: str, value: str | None, quote: str, located: Located, *, says: bool) -> Evidence:
    span = located.span
    sure = _SURE[located.match] if says and span else _UNSURE if span else _NOT_FOUND
    return Evidence(
        field=field,
        value=value,
        quote=case.article.text[span.start : span.end] if span else one_line(quote[:_KEPT]),
        start=span.start if span else None,
        end=span.end if span else None,
        method=case.method,
        confidence=sure,
        match=located.match,
        supported=says and span is not None,
    )
