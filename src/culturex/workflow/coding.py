"""Events from a person's hand: from texts by field to stored events with evidence; and back out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord, Evidence
from culturex.model.fields import specs
from culturex.model.kinds import Own
from culturex.model.parts import Many
from culturex.store import merging
from culturex.store.store import Store
from culturex.text import Span, locate

# The texts that an event is told in, by the number of their article; None for the one that is being coded.
Texts = Mapping[int | None, str]

# Letters from which on a name may have an ending of its own in the text, and places that are looked at for a name.
_INFLECTED = 4
_TRIES = 100
# Scripts from here on (Thai, Georgian, Chinese ...) write without spaces or join endings to names.
_UNSPACED = "\u0e00"


def read_fields(given: Mapping[str, Sequence[str]], codebook: Codebook) -> dict[str, Any]:
    """Return the values that the *given* texts write, by field of Event; raise InputError saying what is allowed."""
    values: dict[str, Any] = {}
    for spec in specs(Event):
        if spec.name not in given:
            continue
        texts = given[spec.name]
        try:
            if isinstance(spec.kind, Many):
                values[spec.name] = spec.kind.parse_all(texts, codebook)
            elif isinstance(spec.kind, Own):
                values[spec.name] = {k: v for t in texts for k, v in spec.kind.parse(t, codebook).items()}
            else:
                values[spec.name] = spec.kind.parse(texts[-1], codebook)
        except InputError as error:
            raise InputError(f"--{spec.flag}: {error.message}", error.hint) from None
    codes = [country.code for country in values.get("countries", ())]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise InputError(f"--country: {twice} is given in two roles.", "Give each country once: KZ:host.")
    return values


def quote_evidence(quotes: Sequence[str], texts: Texts) -> list[Evidence]:
    """Return the evidence of *quotes*, each a passage of one of *texts* or ``FIELD=passage``, with its offsets.

    Raise InputError for a passage that stands in none of them.
    """
    fields = {s.name: s for s in specs(Event)} | {s.flag: s for s in specs(Event) if s.flag}
    found = []
    for text in quotes:
        head, equals, tail = text.partition("=")
        spec = fields.get(head.strip()) if equals else None
        passage = tail if spec else text
        place = _placed(passage, texts, locate)
        if place is None:
            raise InputError(
                f"--quote: {passage.strip()[:60]!r} does not stand in the article.",
                "Copy the passage from the article's text.",
            )
        found.append(replace(place, field=spec.name if spec else "event"))
    return found


def _placed(words: str, texts: Texts, find: Callable[[str, str], Span | None]) -> Evidence | None:
    """Return the quote of *words* as the first of *texts* has them, None where none has."""
    for number, text in texts.items():
        if span := find(words, text):
            start, end = span
            return Evidence(quote=text[start:end], start=start, end=end, article=number)
    return None


def with_evidence(event: Event, before: Event, article: Article, *, method: str) -> Event:
    """Return *event* with evidence from *article* for each value that differs from *before*.

    What supported a value that is gone is dropped, unless several articles tell the event: then it is what one of them
    says. A name that stands in the article is its own quote. A value whose words are not found there has evidence
    without a quote: it says who coded it.
    """
    return supported(event, before, {None: article.text}, method=method)


def supported(event: Event, before: Event, texts: Texts, *, method: str) -> Event:
    """Return what ``with_evidence`` does, for an event that several articles tell: their *texts* by number."""
    kept = [e for e in event.evidence if e.field == "event" or not _is_stale(e, event, before)]
    for spec in specs(Event):
        value = getattr(event, spec.name)
        if not spec.evidenced or value == getattr(before, spec.name) or not value:
            continue
        parts = value if isinstance(value, tuple) else (value,)
        earlier = getattr(before, spec.name) if isinstance(value, tuple) else ()
        for part in parts:
            if part in earlier:
                continue
            kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
            text = getattr(part, "name", None) or kind.format(part)
            if any(e.field == spec.name and e.value in (None, text) and e.quote for e in kept):
                continue
            place = (_placed(text, texts, _named) if hasattr(part, "name") else None) or Evidence()
            said = replace(place, field=spec.name, value=text, method=method)
            # An event that was taken back has it already.
            if all(replace(e, article=said.article) != said for e in kept):
                kept.append(said)
    return replace(event, evidence=tuple(kept))


def _named(name: str, text: str) -> Span | None:
    """Return where *text* names *name*: at the beginning of a word, and a short name only as a whole word."""
    after = 0
    for _ in range(_TRIES):
        span = locate(name, text, after=after)
        if span is None or span.start < after:
            return None
        begins = not _is_one_word(text[max(0, span.start - 1) : span.start + 1])
        # A longer name may have the ending of a case: Краков in "в Кракове".
        ends = len(name) >= _INFLECTED or not _is_one_word(text[span.end - 1 : span.end + 1])
        if begins and ends:
            return span
        after = span.end
    return None


def _is_one_word(pair: str) -> bool:
    """Tell whether two characters belong to one word, in a script with spaces between its words."""
    return len(pair) == 2 and pair.isalnum() and max(pair) < _UNSPACED


def _is_stale(evidence: Evidence, event: Event, before: Event) -> bool:
    """Tell whether *evidence* supported a value of *before* that *event* has no longer."""
    now, then = getattr(event, evidence.field, None), getattr(before, evidence.field, None)
    if now == then or (evidence.value is not None and len({e.article for e in before.evidence}) > 1):
        return False
    if isinstance(now, tuple) and evidence.value is not None:
        # The words that name a country support it whatever its role: "AM:partner" is about AM.
        value = evidence.value.partition(":")[0].strip() if evidence.field == "countries" else evidence.value
        return value not in {_key(part) for part in now}
    return evidence in before.evidence


def _key(part: Any) -> str:
    return str(getattr(part, "name", None) or getattr(part, "code", None) or part)


def add_by_hand(
    store: Store,
    article: int,
    given: Mapping[str, Sequence[str]],
    quotes: Sequence[str],
    *,
    method: str = "hand",
) -> int:
    """Store one event of *article* from texts by field, accepted; return its number. One deed."""
    text = store.article(article).article
    codebook = store.codebook()
    evidence = quote_evidence(quotes, {None: text.text})
    values = read_fields(given, codebook)
    if not values.get("type"):
        raise no_type(codebook)
    if "values" in values:
        values["values"] = {k: v for k, v in values["values"].items() if v}
    event = with_evidence(Event(**values, evidence=tuple(evidence)), Event(), text, method=method)
    with store.deed("tag") as deed:
        number = store.add_event(event, article)
        deed.summary = f"tagged event {number} in article {article}"
    return number


def no_type(codebook: Codebook, events: Sequence[int] = ()) -> InputError:
    """Return what is said of *events* without a type, by their numbers, or of one that is not stored yet."""
    codes = ", ".join(codebook.codes("types"))
    if not events:
        return InputError("An event needs a type.", f"Give --type: {codes}.")
    named = ", ".join(map(str, events[:5])) + (" ..." if len(events) > 5 else "")
    lack = f"Event {named} has no type" if len(events) == 1 else f"{len(events)} events have no type ({named})"
    return InputError(
        f"{lack}; what is accepted needs one.", f"culturex edit {events[0]} --type TYPE gives it one: {codes}."
    )


def edit_event(
    store: Store,
    number: int,
    given: Mapping[str, Sequence[str]],
    quotes: Sequence[str],
    clear: Sequence[str] = (),
    *,
    method: str = "hand",
) -> EventRecord:
    """Change the fields *given* of event *number* and empty those in *clear*; return it as stored. One deed."""
    record = store.event(number)
    codebook = store.codebook()
    texts = _texts_of(store, record)
    known = {s.name: s for s in specs(Event) if s.flag} | {s.flag: s for s in specs(Event) if s.flag}
    emptied = {}
    for name in clear:
        if name not in known:
            raise InputError(
                f"--clear: an event has no field {name!r}.",
                f"Allowed: {', '.join(s.flag for s in specs(Event) if s.flag)}.",
            )
        emptied[known[name].name] = getattr(Event(), known[name].name)
    values = {**emptied, **read_fields(given, codebook)}
    if "values" in values and "values" not in emptied:
        values["values"] = {k: v for k, v in {**record.event.values, **values["values"]}.items() if v}
    changed = replace(record.event, **values)
    if record.event.type and not changed.type:
        raise no_type(codebook)
    extra = tuple(quote_evidence(quotes, texts))
    changed = replace(changed, evidence=(*record.event.evidence, *extra))
    event = supported(changed, record.event, texts, method=method)
    # A quote that was there already, and still counts, is not given twice.
    there = {(e.field, e.quote, e.start) for e in event.evidence if e in record.event.evidence}
    kept = tuple(e for e in event.evidence if e not in extra or (e.field, e.quote, e.start) not in there)
    return _replace(store, record, replace(event, evidence=kept))


def replace_edited(store: Store, before: EventRecord, event: Event, *, method: str = "hand") -> EventRecord:
    """Store *event*, edited as a whole, in the place of the one that was shown *before*; return it as stored. One deed.

    Raise InputError where the event has changed since it was read.
    """
    return _replace(store, before, supported(event, before.event, _texts_of(store, before), method=method))


def _texts_of(store: Store, record: EventRecord) -> Texts:
    return {a.id: store.article(a.id).article.text for a in record.articles}


def _replace(store: Store, before: EventRecord, event: Event) -> EventRecord:
    with store.deed("edit") as deed:
        if store.event(before.id) != before:
            raise InputError(
                f"Event {before.id} was changed by another program in the meantime.",
                f"culturex history {before.id} shows what was done.",
            )
        store.replace_event(before.id, event)
        deed.summary = f"edited event {before.id}"
    return store.event(before.id)


def no_event(store: Store, articles: Sequence[int]) -> None:
    """Record that *articles* report no event. One deed."""
    with store.deed("tag") as deed:
        for number in articles:
            found = store.article(number)
            if store.events_of(number):
                raise InputError(
                    f"Article {number} has events already.",
                    "Delete them first, or leave the article as it is.",
                )
            store.set_article_state(found.id, "no_event")
        deed.summary = f"no event in article {', '.join(map(str, articles))}"


def delete(store: Store, events: Sequence[int], articles: Sequence[int]) -> None:
    """Delete *events* and *articles* (with the events that no other article reports). One deed."""
    with store.deed("delete") as deed:
        for number in events:
            store.delete_event(number)
        for number in articles:
            merging.delete_article(store, number)
        names = [f"event {n}" for n in events] + [f"article {n}" for n in articles]
        deed.summary = f"deleted {', '.join(names[:5])}{' ...' if len(names) > 5 else ''}"
