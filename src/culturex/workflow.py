"""The verbs: what a command, a script or a test asks for, from files to stored events.

The way of the data is one way: file -> Article -> suggested events -> a Decider -> Event -> Store. Nothing here prints
or asks; who wants to watch gives a *report* function, who decides is a Decider.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from culturex.errors import InputError, NotFoundError
from culturex.model.article import Article, StoredArticle
from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord, Evidence
from culturex.model.fields import specs
from culturex.model.kinds import Own
from culturex.model.parts import Many
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.text import locate

if TYPE_CHECKING:
    from pathlib import Path

    from culturex.evaluate import Report
    from culturex.importers import Failure
    from culturex.suggest import Suggestion

# Articles in one transaction: a batch takes well under a second, so that another program never waits long.
BATCH = 200
SUGGESTER = "suggester"


# -- import


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: ``new``, ``known`` (the text is there already, as *id*) or ``failed``."""

    status: str
    source: str | None
    id: int | None = None
    article: Article | None = None
    reason: str | None = None
    hint: str | None = None


@dataclass(slots=True)
class Tally:
    """How many articles became what; *interrupted* tells that the user stopped the work."""

    counts: dict[str, int] = field(default_factory=dict)
    interrupted: bool = False

    def add(self, status: str, number: int = 1) -> None:
        """Count *number* more."""
        self.counts[status] = self.counts.get(status, 0) + number

    def __getitem__(self, status: str) -> int:
        return self.counts.get(status, 0)


def import_articles(
    store: Store,
    found: Iterable[Article | Failure],
    facts: Mapping[str, str | None] | None = None,
    *,
    report: Callable[[Outcome], None] = lambda _: None,
    dry_run: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Store the articles *found*, their page facts read; *facts* override what the page says.

    A text that is there already is not stored again. One deed, in batches of one transaction each. *stop* is asked
    before each article: once it says True, the work ends, and what was done is kept.
    """
    tally = Tally()
    deed = Deed("import")
    items = iter(found)
    overrides = {k: v for k, v in (facts or {}).items() if v}
    seen: dict[str, int | None] = {}
    go_on = True
    while go_on and not tally.interrupted:
        if dry_run:
            go_on = _import_batch(store, items, overrides, report, tally, stop, seen)
            continue
        with store.deed(deed), store.adding_articles():
            go_on = _import_batch(store, items, overrides, report, tally, stop, None)
            deed.summary = f"imported {tally['new']} article{'' if tally['new'] == 1 else 's'}"
    return tally


def _import_batch(
    store: Store,
    items: Iterator[Article | Failure],
    overrides: Mapping[str, str],
    report: Callable[[Outcome], None],
    tally: Tally,
    stop: Callable[[], bool],
    seen: dict[str, int | None] | None,
) -> bool:
    """Take up to BATCH items; return False when there are no more."""
    for _ in range(BATCH):
        if stop():
            tally.interrupted = True
            break
        item = next(items, None)
        if item is None:
            return False
        outcome = _import_one(store, item, overrides, seen)
        tally.add(outcome.status)
        report(outcome)
    return True


def _import_one(
    store: Store, item: Article | Failure, overrides: Mapping[str, str], seen: dict[str, int | None] | None
) -> Outcome:
    from culturex.suggest import prepare

    if not isinstance(item, Article):
        return Outcome("failed", item.source, reason=item.reason, hint=item.hint)
    there = store.find_text(item.sha256)
    if there is not None or (seen is not None and item.sha256 in seen):
        return Outcome("known", item.source, there, item)
    article = prepare(item, **overrides)
    if seen is not None:
        seen[item.sha256] = None
        return Outcome("new", item.source, None, article)
    number, _ = store.add_article(article)
    return Outcome("new", item.source, number, article)


# -- events from flags


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
    return values


def quote_evidence(quotes: Sequence[str], article: Article, codebook: Codebook) -> list[Evidence]:
    """Return the evidence of *quotes*, each a passage of *article* or ``FIELD=passage``, with its offsets.

    Raise InputError for a passage that does not stand in the article.
    """
    fields = {s.name: s for s in specs(Event)} | {s.flag: s for s in specs(Event) if s.flag}
    found = []
    for text in quotes:
        head, equals, tail = text.partition("=")
        spec = fields.get(head.strip()) if equals else None
        passage = tail if spec else text
        span = locate(passage, article.text)
        if span is None:
            raise InputError(
                f"--quote: {passage.strip()[:60]!r} does not stand in the article.",
                "Copy the passage from the article's text.",
            )
        quote = article.text[span.start : span.end]
        found.append(Evidence(field=spec.name if spec else "event", quote=quote, start=span.start, end=span.end))
    return found


def with_evidence(event: Event, before: Event, article: Article, *, method: str) -> Event:
    """Return *event* with evidence for each value that differs from *before*.

    What supported a value that is gone is dropped; a name that stands in the article is its own quote. A value whose
    words are not found there has evidence without a quote: it says who coded it.
    """
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
            span = locate(text, article.text) if hasattr(part, "name") else None
            quote = article.text[span.start : span.end] if span else ""
            start, end = span or (None, None)
            kept.append(Evidence(spec.name, text, quote, start, end, method))
    return replace(event, evidence=tuple(kept))


def _is_stale(evidence: Evidence, event: Event, before: Event) -> bool:
    """Tell whether *evidence* supported a value of *before* that *event* has no longer."""
    now, then = getattr(event, evidence.field, None), getattr(before, evidence.field, None)
    if now == then:
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
    evidence = quote_evidence(quotes, text, codebook)
    values = read_fields(given, codebook)
    if not values.get("type"):
        raise InputError("An event needs a type.", f"Give --type: {', '.join(codebook.codes('types'))}.")
    event = with_evidence(Event(**values, evidence=tuple(evidence)), Event(), text, method=method)
    with store.deed("tag") as deed:
        number = store.add_event(event, article)
        deed.summary = f"tagged event {number} in article {article}"
    return number


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
    article = store.article(record.articles[0].id).article if record.articles else Article("")
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
    extra = tuple(quote_evidence(quotes, article, codebook))
    changed = replace(changed, evidence=(*record.event.evidence, *extra))
    event = with_evidence(changed, record.event, article, method=method)
    with store.deed("edit") as deed:
        store.replace_event(number, event)
        deed.summary = f"edited event {number}"
    return store.event(number)


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


# -- events from the suggester


def suggest_for(stored: StoredArticle) -> Suggestion:
    """Return what the suggester sees in a stored article."""
    from culturex.suggest import suggest

    return suggest(stored.article)


def tag_auto(
    store: Store,
    articles: Sequence[int],
    *,
    report: Callable[[int, int], None] = lambda article, events: None,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Store the suggester's events of *articles* as unreviewed, in place of its earlier unreviewed ones.

    What a person coded or reviewed stays. One deed, in batches of one transaction each; *stop* is asked before each
    article, and what was done before it said True is kept.
    """
    tally = Tally()
    deed = Deed("tag --auto")
    for begin in range(0, len(articles), BATCH):
        with store.deed(deed):
            for number in articles[begin : begin + BATCH]:
                if stop():
                    tally.interrupted = True
                    break
                events = _tag_one(store, number)
                tally.add("articles")
                tally.add("events", events)
                report(number, events)
            deed.summary = f"suggested {tally['events']} events in {tally['articles']} articles"
        if tally.interrupted:
            break
    return tally


def _tag_one(store: Store, number: int) -> int:
    stored = store.article(number)
    earlier = store.events_of(number)
    for record in earlier:
        if record.review == "unreviewed" and record.coder == SUGGESTER and len(record.articles) == 1:
            store.delete_event(record.id)
    if any(r.review != "unreviewed" or r.coder != SUGGESTER for r in earlier):
        store.set_article_state(number, "tagged")
        return 0
    events = suggest_for(stored).events
    for event in events:
        store.add_event(event, number, review="unreviewed", coder=SUGGESTER)
    if not events:
        # Not "no_event": that is for a person to say.
        store.set_article_state(number, "skipped")
    return len(events)


# -- decisions


@dataclass(frozen=True, slots=True)
class Card:
    """One event put before a Decider: the article, the event as suggested, and where in the queue it stands.

    *record* is the stored event for a review, None for a fresh suggestion; *event* is None where the suggester saw
    nothing and *reason* says why.
    """

    article: StoredArticle
    event: Event | None
    record: EventRecord | None
    position: int
    total: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a Decider wants. *action* is accept, reject, new, skip, done, no_event or quit.

    *event* is the event to store for accept (as suggested or edited) and new.
    """

    action: str
    event: Event | None = None


class Decider(Protocol):
    """Who decides about events: the terminal, a script of flags, a test. The core cannot tell them apart.

    ``decide`` is given one Card after the other and answers with a Decision. ``accept`` stores the event as accepted,
    ``reject`` keeps it as rejected, ``new`` stores another event of the same article and asks about the same card
    again, ``skip`` leaves the card for later, ``done`` goes to the next article, ``no_event`` records that the article
    reports none, ``quit`` stops; each decision is stored before the next card is shown. Nothing needs to be inherited.
    """

    def decide(self, card: Card) -> Decision:
        """Answer one card."""
        ...


def tag_with(store: Store, articles: Sequence[int], decider: Decider) -> Tally:
    """Put the suggested events of *articles* before *decider*, one after the other; every decision is one deed."""
    tally = Tally()
    for index, number in enumerate(articles, 1):
        stored = store.article(number)
        suggestion = suggest_for(stored)
        reason = "; ".join(suggestion.reasons[:1]) if not suggestion.events else None
        for event in suggestion.events or (None,):
            card = Card(stored, event, None, index, len(articles), reason)
            action = _ask(store, card, decider, tally)
            if action == "quit":
                return tally
            if action in ("done", "no_event"):
                break
    return tally


def review_with(store: Store, events: Sequence[int], decider: Decider) -> Tally:
    """Put stored events before *decider*, one after the other; every decision is one deed."""
    tally = Tally()
    done: set[int] = set()
    for index, number in enumerate(events, 1):
        try:
            record = store.event(number)
        except NotFoundError:
            # Deleted since the queue was made: by the answer "no event", or by another program.
            continue
        if not record.articles or record.articles[0].id in done:
            continue
        stored = store.article(record.articles[0].id)
        action = _ask(store, Card(stored, record.event, record, index, len(events)), decider, tally)
        if action == "quit":
            break
        if action in ("done", "no_event"):
            done.add(stored.id)
    return tally


def _ask(store: Store, card: Card, decider: Decider, tally: Tally) -> str:
    """Ask until the card is dealt with; return the action that did."""
    while True:
        decision = decider.decide(card)
        tally.add(decision.action)
        if decision.action in ("skip", "done", "quit"):
            return decision.action
        _store_decision(store, card, decision)
        if decision.action != "new":
            return decision.action


def _store_decision(store: Store, card: Card, decision: Decision) -> None:
    number = card.article.id
    command = "review" if card.record else "tag"
    with store.deed(command) as deed:
        if decision.action == "no_event":
            for record in store.events_of(number):
                if record.review == "unreviewed":
                    store.delete_event(record.id)
            store.set_article_state(number, "no_event")
            deed.summary = f"no event in article {number}"
            return
        event = decision.event or card.event
        if event is None:
            raise InputError("There is no event to store.", "Choose new to write one.")
        if card.event is not None and decision.action != "new":
            event = with_evidence(event, card.event, card.article.article, method="prompt")
        else:
            event = with_evidence(event, Event(), card.article.article, method="prompt")
        review = "rejected" if decision.action == "reject" else "accepted"
        if card.record is not None and decision.action != "new":
            store.replace_event(card.record.id, event)
            store.set_review(card.record.id, review)
            deed.summary = f"{review} event {card.record.id}"
        else:
            stored = store.add_event(event, number, review=review)
            deed.summary = f"{review} event {stored} in article {number}"


def delete(store: Store, events: Sequence[int], articles: Sequence[int]) -> None:
    """Delete *events* and *articles* (with the events that no other article reports). One deed."""
    with store.deed("delete") as deed:
        for number in events:
            store.delete_event(number)
        for number in articles:
            store.delete_article(number)
        names = [f"event {n}" for n in events] + [f"article {n}" for n in articles]
        deed.summary = f"deleted {', '.join(names[:5])}{' ...' if len(names) > 5 else ''}"


# -- evaluation


def references_in(folder: Path, *, report: Callable[[Failure], None]) -> dict[str, Any]:
    """Return the reference codings in *folder* by the name of their article; *report* is told of what is none."""
    from culturex.evaluate import check
    from culturex.importers import Failure
    from culturex.importers.references import read_references

    kept = {}
    for found in read_references(folder):
        if isinstance(found, Failure):
            report(found)
            continue
        try:
            check(found.data)
            kept[found.name] = found.data
        except InputError as error:
            report(Failure(found.name, f"{found.name}.json cannot be used: {error.message}", error.hint))
    if not kept:
        raise InputError("There is no reference coding that can be used.", "docs/evaluate.md shows one.")
    return kept


def evaluate_suggester(
    references: Mapping[str, Any], files: Mapping[str, Path], *, report: Callable[[Failure], None]
) -> Report:
    """Return how well the suggester agrees with *references* on the articles in *files*, both by name.

    *report* is told of every article that is missing or cannot be read; it counts as coded with nothing.
    """
    from culturex.evaluate import score
    from culturex.importers import Failure
    from culturex.importers.references import read_articles
    from culturex.suggest import prepare, suggest, to_dict

    codings, texts = {}, {}
    for found in read_articles(references, files):
        if isinstance(found, Failure):
            report(found)
            continue
        name, article = found
        codings[name], texts[name] = to_dict(suggest(prepare(article))), article.text
    if not codings:
        raise InputError("None of the articles can be read.", "Name their folder with --articles.")
    return score(references, codings, texts)


def evaluate_coder(store: Store, references: Mapping[str, Any], coder: str) -> Report:
    """Return how well the codings of *coder* in the store, as they stand now, agree with *references*.

    An article is found by its source (its file name without the ending). It counts as coded where *coder* has events
    in it that were not rejected, or where it was marked as without events.
    """
    from culturex.evaluate import score
    from culturex.store.coders import articles_named, coders

    codings, texts = {}, {}
    for name, numbers in articles_named(store.connection, references).items():
        if len(numbers) > 1:
            listed = " and ".join(map(str, numbers))
            raise InputError(f"Articles {listed} both go by the name {name}.", "Delete the one that is not meant.")
        stored = store.article(numbers[0])
        coding = _coding_by(store, stored, coder)
        if coding["events"] or stored.state == "no_event" or (coder == SUGGESTER and stored.state == "skipped"):
            codings[name], texts[name] = coding, stored.article.text
    if not codings:
        known = ", ".join(coders(store.connection)) or "nobody"
        raise InputError(f"None of the articles is coded by {coder!r} in the store.", f"Coders in it: {known}.")
    return score(references, codings, texts)


def _coding_by(store: Store, stored: StoredArticle, coder: str) -> dict[str, Any]:
    """Return the events that *coder* has in an article, with the quotes that stand in it, in the one JSON shape."""
    from culturex.model.schema import coding_to_dict

    events = [
        replace(r.event, evidence=tuple(e for e in r.event.evidence if e.article in (None, stored.id)))
        for r in store.events_of(stored.id)
        if r.coder == coder and r.review != "rejected"
    ]
    return coding_to_dict(stored.article, events)
