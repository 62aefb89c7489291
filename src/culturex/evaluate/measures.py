"""The measures, one function for each: what a coding of one article is asked, and whether it answers rightly.

Every function takes a Case and yields Marks. The table ``MEASURES`` names them and says how the marks of all articles
become one figure: the share that is right, or F1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from culturex.evaluate import matching
from culturex.evaluate.alike import pair_up, same, same_date, squash
from culturex.evaluate.coding import Coding, Told
from culturex.likeness.names import plain, same_organization, same_person, same_place

SHARE, F1 = "share", "F1"
# Fields of an event whose values want evidence.
EVIDENCED = ("type", "date", "countries", "places", "people", "organizations", "participants")


class Mark(NamedTuple):
    """One answer: what the *reference* has, what the *coding* has, and the *quote* it rests on where there is one.

    For F1, a reference of None is one too many, a coding of None one missing; a wrong pair is both.
    """

    right: bool
    reference: Any
    coding: Any
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One article as the reference and as the coding tell it; *text* (squashed) is None where it is not at hand."""

    reference: Coding
    coding: Coding
    text: str | None = None


class Measure(NamedTuple):
    """A measure: how its marks become a figure (SHARE or F1), the function that gives them, and what it means."""

    kind: str
    judge: Callable[[Case], Iterable[Mark]]
    meaning: str
    headline: bool = True


# -- articles


def gate(case: Case) -> Iterator[Mark]:
    """Ask whether the article reports any event; the mark holds how many."""
    wanted, given = len(case.reference.events), len(case.coding.events)
    event = next(iter((*case.coding.events, *case.reference.events)), None)
    yield Mark(bool(wanted) == bool(given), wanted, given, event.quote if event else None)


def fact(name: str, case: Case) -> Iterator[Mark]:
    """Ask for a fact of the page, without regard to case, diacritics and punctuation."""
    wanted, given = case.reference.facts.get(name), case.coding.facts.get(name)
    yield Mark(plain(wanted) == plain(given), wanted, given)


# -- the main event


def main_value(field: str, case: Case) -> Iterator[Mark]:
    """Ask for a value of the main event, letter by letter; nothing where the reference has no main event."""
    yield from _main(case, field, lambda wanted, given: (wanted or None) == (given or None))


def main_date(case: Case) -> Iterator[Mark]:
    """Ask when the main event is: the same first and last day."""
    yield from _main(case, "date", same_date)


def _main(case: Case, field: str, agree: Callable[[Any, Any], bool]) -> Iterator[Mark]:
    main = case.reference.main
    if main:
        told = case.coding.first or Told()
        wanted, given = getattr(main, field), getattr(told, field)
        yield Mark(agree(wanted, given), wanted, given, _quote(told, field) or main.quote)


def main_parties(case: Case) -> Iterator[Mark]:
    """Ask for the countries of the main event with their roles, all of them."""
    main = case.reference.main
    if main:
        told = case.coding.first or Told()
        wanted, given = _parties(main), _parties(told)
        yield Mark(set(main.countries) == set(told.countries), wanted, given, main.quote)


def _parties(event: Told) -> list[str]:
    return sorted({f"{code}:{role}" if role else code for code, role in event.countries})


def participants(case: Case) -> Iterator[Mark]:
    """Ask how many take part in the main event, where the reference or the coding gives a number."""
    for mark in _main(case, "participants", lambda wanted, given: bool(wanted == given)):
        if mark.reference is not None or mark.coding is not None:
            yield mark


# -- names, over all events of an article


def named(field: str, alike: Callable[[str, str], bool], case: Case) -> Iterator[Mark]:
    """Ask for the names in a field of all events together, paired one to one."""
    wanted, given = (_names(coding, field) for coding in (case.reference, case.coding))
    yield from _paired(case, field, wanted, given, alike)


def coded(field: str, case: Case) -> Iterator[Mark]:
    """Ask for the codes in a field of all events together."""
    attribute = "codes" if field == "countries" else field
    wanted, given = (
        sorted({code for event in coding.events for code in getattr(event, attribute)})
        for coding in (case.reference, case.coding)
    )
    yield from _paired(case, field, wanted, given, same)


def _paired(
    case: Case, field: str, wanted: list[str], given: list[str], alike: Callable[[str, str], bool]
) -> Iterator[Mark]:
    found = pair_up(wanted, given, alike)
    yield from (Mark(True, *pair) for pair in found.pairs)
    yield from (Mark(False, name, None, _where(case.reference, field, name)) for name in found.missing)
    yield from (Mark(False, None, name, _where(case.coding, field, name)) for name in found.extra)


def _names(coding: Coding, field: str) -> list[str]:
    """Return the names in a field of all events in order, each once."""
    attribute = "names_of_people" if field == "people" else field
    first: dict[str, str] = {}
    for event in coding.events:
        for name in getattr(event, attribute):
            first.setdefault(plain(name), name)
    return [name for key, name in first.items() if key]


def person_titles(case: Case) -> Iterator[Mark]:
    """Ask for the title of each person to whom the reference gives one."""
    wanted = {plain(name): (name, title) for event in case.reference.events for name, title in event.people}
    given = [person for event in case.coding.events for person in event.people]
    for name, title in wanted.values():
        if title:
            told = next((t for other, t in given if same_person(other, name)), None)
            quote = _where(case.coding, "people", name) or _where(case.reference, "people", name)
            yield Mark(same_organization(told, title), f"{name}: {title}", told and f"{name}: {told}", quote)


# -- events


def events(case: Case) -> Iterator[Mark]:
    """Ask for every event: matched one to one (``matching.match``) and told rightly (``matching.is_right``)."""
    wanted, given = case.reference.events, case.coding.events
    pairs = matching.match(wanted, given)
    for i, event in enumerate(wanted):
        told = given[pairs[i]] if i in pairs else None
        right = told is not None and matching.is_right(event, told)
        yield Mark(right, _label(event), told and _label(told), event.quote)
    for j in sorted(set(range(len(given))) - set(pairs.values())):
        yield Mark(False, None, _label(given[j]), given[j].quote)


def _label(event: Told) -> str:
    countries = ", ".join(sorted(event.codes))
    return " | ".join(part or "-" for part in (event.type, event.date, countries, event.title))


# -- evidence


def quotes_found(case: Case) -> Iterator[Mark]:
    """Ask whether each quote of the coding stands in the article, white space aside."""
    if case.text is not None:
        for event in case.coding.events:
            for quote in event.evidence:
                if quote.text:
                    yield Mark(squash(quote.text) in case.text, None, quote.field, quote.text)


def with_evidence(case: Case) -> Iterator[Mark]:
    """Ask whether each field that wants evidence (EVIDENCED) and has a value has some."""
    for event in case.coding.events if case.text is not None else ():
        have = {quote.field for quote in event.evidence}
        for field in EVIDENCED:
            value = getattr(event, field)
            if value:
                yield Mark(field in have, None, f"{field} of {_label(event)}", event.quote)


def _quote(event: Told, field: str, value: str | None = None) -> str | None:
    """Return the quote of *event* that supports *field*, or a value of it."""
    for quote in event.evidence:
        if quote.field == field and quote.text and (value is None or _holds(quote.value, value)):
            return quote.text
    return None


def _holds(written: str | None, value: str) -> bool:
    """Tell whether the value that evidence is for is *value*; a country is written with its role (``AM:host``)."""
    return written is not None and (plain(written) == plain(value) or written.partition(":")[0] == value)


def _where(coding: Coding, field: str, value: str) -> str | None:
    """Return the quote for a value in *coding*, or the quote of the first event that has it."""
    exact = next(filter(None, (_quote(event, field, value) for event in coding.events)), None)
    attribute = {"people": "names_of_people", "countries": "codes"}.get(field, field)
    return exact or next((e.quote for e in coding.events if value in getattr(e, attribute)), None)


def _main_field(field: str, meaning: str) -> Measure:
    return Measure(SHARE, partial(main_value, field), meaning)


def _fact(name: str, meaning: str) -> Measure:
    return Measure(SHARE, partial(fact, name), meaning, headline=False)


MEASURES: dict[str, Measure] = {
    "gate": Measure(SHARE, gate, "Articles of which both or neither report an event."),
    "main type": _main_field("type", "Main events with the same type."),
    "main date": Measure(SHARE, main_date, "Main events on the same days (`2016` and `2016-01-01/2016-12-31` agree)."),
    "main status": _main_field("status", "Main events with the same status."),
    "main mode": _main_field("mode", "Main events with the same mode."),
    "countries": Measure(F1, partial(coded, "countries"), "Countries of all events of an article."),
    "places": Measure(F1, partial(named, "places", same_place), "Places of all events; “City” at the end is no part."),
    "themes": Measure(F1, partial(coded, "themes"), "Themes of all events."),
    "organizations": Measure(
        F1,
        partial(named, "organizations", same_organization),
        "Organizations of all events; names agree that share most of their words or letters.",
    ),
    "people": Measure(
        F1,
        partial(named, "people", same_person),
        "People of all events; the order of names is free, one may lack a name that the other has.",
    ),
    "events": Measure(
        F1,
        events,
        "Events that match one of the reference, with its type, a date that may be the same, half of the countries.",
    ),
    "title": _fact("title", "Headlines."),
    "outlet": _fact("outlet", "Outlets."),
    "published": _fact("published", "Dates of the pages."),
    "language": _fact("language", "Languages."),
    "main countries with roles": Measure(
        SHARE, main_parties, "Main events with exactly the same hosts and partners.", headline=False
    ),
    "participants": Measure(
        SHARE, participants, "Main events with the same number of people, where one is given.", headline=False
    ),
    "person titles": Measure(
        SHARE, person_titles, "People of the reference with a title who have an agreeing one.", headline=False
    ),
    "quotes found": Measure(
        SHARE, quotes_found, "Quotes of the coding that stand in the article's text.", headline=False
    ),
    "suggestions with evidence": Measure(
        SHARE, with_evidence, "Values of the coding that have evidence.", headline=False
    ),
}
"""Every measure by its name: the main ones first, whose mean is OVERALL."""
