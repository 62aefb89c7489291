"""What a line offers while it is typed: codes of the codebook, countries, and the names known to the store or found in
the article.

A line of several values is completed value by value, and a value of several parts (``NAME; TITLE; BODY``) part by part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from culturex import places
from culturex.cli.prompts_values import split_parts, write_part, written
from culturex.cli.wording import country_name, meaning
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Organization, Person, Place
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Choice, Country, Date, Kind, Region, YesNo
from culturex.model.parts import Many, Part
from culturex.store.store import Store
from culturex.suggest.mentions import Mention
from culturex.text import one_line, sentences

# Offers shown at once.
MOST = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be meant: the text to write, what is said of it, and whether the article speaks of it."""

    text: str
    about: str = ""
    near: bool = False


@dataclass(frozen=True)
class Known:
    """Where offers come from: the codebook, the store, the article and what the suggester saw in it."""

    codebook: Codebook
    store: Store | None
    article: Article
    mentions: Sequence[Mention] = ()
    event: Event = field(default_factory=Event)

    def names(self, table: str) -> list[str]:
        """Return the names in ``people``, ``organizations`` or ``places`` of the store, the most used first."""
        return self.store.names(table) if self.store else []

    def mentioned(self, *kinds: str) -> list[Mention]:
        """Return what the suggester saw of these kinds, in order of the text."""
        return sorted((m for m in self.mentions if m.kind in kinds), key=lambda m: m.start)


# -- matching


def rank(typed: str, offers: Iterable[Offer]) -> list[Offer]:
    """Return the *offers* that fit what was typed, best first: begun by it, a word of them begun, its letters in order.

    >>> [o.text for o in rank("arm", [Offer("Harm"), Offer("South Armenia"), Offer("Armenia"), Offer("Peru")])]
    ['Armenia', 'South Armenia', 'Harm']
    """
    wanted = places.key(typed)
    graded: list[tuple[int, int, Offer]] = []
    for place, offer in enumerate(dict.fromkeys(offers)):
        grade = _grade(wanted, places.key(offer.text))
        if grade is not None:
            graded.append((grade, place, offer))
    graded.sort(key=lambda g: g[:2])
    best: dict[str, Offer] = {}
    for _, _, offer in graded:
        best.setdefault(offer.text, offer)
    return list(best.values())


def _grade(wanted: str, text: str) -> int | None:
    if not wanted or text.startswith(wanted):
        return 0
    if f" {wanted}" in text:
        return 1
    if wanted in text:
        return 2
    letters = iter(text)
    return 3 if len(wanted) > 2 and all(c in letters for c in wanted.replace(" ", "")) else None


# -- offers by sort of value


def offers_for(spec: FieldSpec, known: Known) -> Callable[[str, int], Iterable[Offer]]:
    """Return the function that gives the offers for a field: (what was typed, which part of the value) -> offers."""
    kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
    if isinstance(kind, Part):
        fields = specs(kind.of)
        return lambda typed, part: _part_offers(fields[min(part, len(fields) - 1)], part, kind, typed, known)
    return lambda typed, part: _plain_offers(kind, typed, known)


def near_offers(spec: FieldSpec, known: Known) -> list[Offer]:
    """Return the offers for a field that the article speaks of, in order of the text; countries by how often."""
    return [offer for offer in offers_for(spec, known)("", 0) if offer.near]


def _plain_offers(kind: Kind, typed: str, known: Known) -> Iterator[Offer]:
    if isinstance(kind, Choice):
        entries = known.codebook.vocabularies[kind.vocabulary].values()
        yield from (Offer(e.code, one_line(e.label if e.definition == "" else e.definition)) for e in entries)
    elif isinstance(kind, Country):
        yield from _countries(typed, known)
    elif isinstance(kind, Region):
        yield from (Offer(str(m.value), "in the article", near=True) for m in known.mentioned("region"))
        yield from (Offer(g.name, ", ".join(g.members[:8])) for g in places.groups())
    elif isinstance(kind, Date):
        dates = [m for m in known.mentioned("date") if m.value]
        yield from (Offer(str(m.value), f"{one_line(m.text)}: {meaning(m.value) or m.value}", near=True) for m in dates)
    elif isinstance(kind, YesNo):
        yield from (Offer("yes"), Offer("no"))


def _countries(typed: str, known: Known) -> Iterator[Offer]:
    """Yield the country that the text names in whatever language, those of the article, then all the others."""
    if meant := places.country(typed) if typed.strip() else None:
        yield Offer(meant.name, meant.code)
    counted: dict[str, int] = {}
    for mention in known.mentioned("country"):
        for code in str(mention.value).split("|"):
            counted[code] = counted.get(code, 0) + 1
    for code in sorted(counted, key=lambda c: -counted[c]):
        yield Offer(country_name(code), f"{code}, in the article", near=True)
    yield from (Offer(c.name, c.code) for c in places.countries())


_TABLES: dict[type, str] = {Place: "places", Organization: "organizations", Person: "people"}
_MENTIONED: dict[type, str] = {Place: "place", Organization: "organization", Person: "person"}


def _part_offers(spec: FieldSpec, part: int, kind: Part, typed: str, known: Known) -> Iterator[Offer]:
    if part == 0 and kind.of in _TABLES:
        yield from _named(kind, known)
        return
    if spec.name == "affiliation":
        yield from (Offer(written(o.name), near=True) for o in known.event.organizations)
        yield from (Offer(written(name)) for name in _bodies(known))
        return
    yield from _plain_offers(spec.kind, typed, known)


def _bodies(known: Known) -> list[str]:
    found = [str(m.value["name"]) for m in known.mentioned("organization") if isinstance(m.value, dict)]
    return [*found, *known.names("organizations")]


def _named(kind: Part, known: Known) -> Iterator[Offer]:
    """Yield what the article names, whole, and then the names that the store knows."""
    for mention in known.mentioned(_MENTIONED[kind.of]):
        if isinstance(mention.value, dict) and mention.value.get("name"):
            part = kind.of(**{s.name: mention.value.get(s.name) for s in specs(kind.of) if s.name in mention.value})
            yield Offer(write_part(kind, part), "in the article", near=True)
    for name in known.names(_TABLES[kind.of]):
        yield Offer(written(name), "in the store")


# -- completers


class ValueCompleter(Completer):
    """Completes the value that the cursor is in, of one field."""

    def __init__(self, spec: FieldSpec, known: Known) -> None:
        self._offers = offers_for(spec, known)
        many = isinstance(spec.kind, Many)
        kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
        self._between = (spec.kind.separator if isinstance(spec.kind, Many) else "") if many else ""
        self._inside = kind.separator if isinstance(kind, Part) else ""

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Yield what may be meant by the words before the cursor."""
        before = document.text_before_cursor
        if document.selection:
            # The whole line is about to be replaced.
            yield from self._near(document.text, "", 0, -len(before))
            return
        if self._between:
            before = before.rpartition(self._between)[2]
        inside = before.count(self._inside) if self._inside else 0
        if self._inside:
            before = before.rpartition(self._inside)[2]
        typed = before.lstrip()
        if typed.startswith("-"):
            yield from self._there(document.text, typed)
            return
        if not typed:
            yield from self._near(document.text, typed, inside, 0)
            return
        for offer in rank(typed, self._offers(typed, inside))[:MOST]:
            if offer.text != typed:
                yield Completion(offer.text, -len(typed), display_meta=offer.about)

    def _there(self, line: str, typed: str) -> Iterator[Completion]:
        """Yield what the line holds and ``-WORD`` may take out."""
        held = [p for p in split_parts(line, self._between, self._inside) if p and not p.startswith("-")]
        for offer in rank(typed[1:], (Offer(f"-{p.split(self._inside or None)[0].strip()}") for p in held))[:MOST]:
            yield Completion(offer.text, -len(typed))

    def _near(self, line: str, typed: str, inside: int, start: int) -> Iterator[Completion]:
        """Yield what the article speaks of and the line does not hold yet: offers before a letter is typed."""
        near = [o for o in rank(typed, self._offers(typed, inside)) if o.near and o.text not in line]
        for offer in near[:MOST]:
            yield Completion(offer.text, start, display_meta=offer.about)


class QuoteCompleter(Completer):
    """Completes a passage: offers the sentences of the article that hold the words typed."""

    def __init__(self, article: Article) -> None:
        self._text = article.text

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Yield whole sentences."""
        typed = places.key(document.text_before_cursor)
        if len(typed) < 3 and not complete_event.completion_requested:
            return
        found = 0
        for start, end in sentences(self._text, 0, min(len(self._text), 100_000)):
            sentence = one_line(self._text[start:end])
            if typed in places.key(sentence) and sentence != document.text:
                yield Completion(sentence, -len(document.text_before_cursor), display=sentence[:120])
                found += 1
            if found == MOST:
                return


def piece(text: str, spec: FieldSpec) -> str:
    """Return the value at the end of *text*, the one being typed."""
    return text.rpartition(spec.kind.separator)[2].strip() if isinstance(spec.kind, Many) else text.strip()
