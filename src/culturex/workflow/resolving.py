"""What a line of decisions names, in this store: the article, the event, and the quotes of its evidence."""

from __future__ import annotations

from dataclasses import replace

from culturex.errors import InputError, NotFoundError
from culturex.model.event import Event, Evidence
from culturex.store.store import Store
from culturex.text import locate, one_line
from culturex.workflow.coding import with_evidence
from culturex.workflow.decisions import Outcome, Recorded


def article_of(store: Store, recorded: Recorded) -> int | None:
    """Return the number in this store of the article that a line names, by its fingerprint or else by its number."""
    if recorded.sha256 is not None:
        found = store.find_text(recorded.sha256)
        if found is None:
            raise NotFoundError(
                f"The article with the fingerprint {one_line(recorded.sha256)[:12]}... is not in this store.",
                "Import it first.",
            )
        return found
    return None if recorded.article is None else store.article(recorded.article).id


def find_event(store: Store, outcome: Outcome) -> int | None:
    """Return the number in this store of the event that a line names, None where it names none that is there."""
    if outcome.uid is not None:
        return store.find_uid(outcome.uid)
    return None if outcome.event is None else store.event(outcome.event).id


def not_there(outcome: Outcome) -> InputError | NotFoundError:
    """Return the error that a line's event is not in this store."""
    if outcome.uid is None:
        return InputError("The event is missing.", "Give event or uid; or the action new, with decided.")
    return NotFoundError(
        f"There is no event with the uid {one_line(outcome.uid)[:32]}.", "culturex list --json shows uids."
    )


def event_of(store: Store, recorded: Recorded, outcome: Outcome, number: int | None, article: int | None) -> Event:
    """Return the event to be stored: as the line has it, its quotes held against the texts of this store."""
    before = store.event(number).event if number is not None else Event()
    if outcome.decided is None:
        if number is None:
            raise InputError("There is no event to store.", "Give it in decided.")
        return before
    event = outcome.decided
    if not outcome.has_evidence:
        event = replace(event, evidence=(*before.evidence, *event.evidence))
    here = _Here(store, recorded, article, before)
    event = replace(event, evidence=tuple(here.placed(e) for e in event.evidence))
    if outcome.has_evidence or article is None:
        return event
    return with_evidence(event, before, store.article(article).article, method="hand")


class _Here:
    """Evidence as it stands in this store."""

    def __init__(self, store: Store, recorded: Recorded, article: int | None, before: Event) -> None:
        self._store = store
        self._recorded = recorded
        self._article = article
        self._before = {_key(e): e for e in before.evidence}

    def placed(self, evidence: Evidence) -> Evidence:
        """Return *evidence* with the article's number in this store and the quote letter by letter.

        Raise InputError where the quote does not stand there.
        """
        number = number_of(self._store, self._recorded, evidence.article, self._article)
        if number is None:
            return evidence
        found = replace(evidence, article=number)
        if (same := self._before.get(_key(found))) is not None:
            return same
        text = self._store.article(number).article.text
        start, end = evidence.start, evidence.end
        # JSON tells a quote on one line.
        if start is not None and end is not None and one_line(text[start:end]) == one_line(evidence.quote):
            return replace(found, quote=text[start:end])
        if not evidence.quote or evidence.match == "none":
            return replace(found, start=None, end=None)
        span = locate(evidence.quote, text)
        if span is None:
            raise InputError(
                f"The quote {one_line(evidence.quote)[:60]!r} does not stand in article {number}.",
                "Copy the passage from the article's text.",
            )
        return replace(found, quote=text[span.start : span.end], start=span.start, end=span.end)


def number_of(store: Store, recorded: Recorded, article: int | None, own: int | None) -> int | None:
    """Return the number in this store of an *article* that a line numbers; *own* is that of the line's own article."""
    if article is None or article == recorded.article:
        return article if own is None else own
    sha256 = (recorded.cited or {}).get(article)
    return article if sha256 is None else article_of(store, Recorded("", sha256=sha256))


def _key(evidence: Evidence) -> tuple[object, ...]:
    """Return what tells evidence apart that JSON has told, quotes on one line."""
    told = replace(evidence, quote=one_line(evidence.quote), completion=None)
    return tuple(getattr(told, name) for name in Evidence.__dataclass_fields__)
