"""Say why a suggestion is what it is: the mentions of each sentence, the rule behind each value, what it competed with,
and for every empty field and every page without events the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from culturex.model.event import Evidence
from culturex.suggest.build import Slots
from culturex.suggest.document import Document
from culturex.suggest.events import Considered, Suggestion
from culturex.suggest.mentions import Mention
from culturex.text import one_line

# Fields that the suggester fills; the others are the coder's own.
_FIELDS = (
    "type", "status", "date", "mode", "countries", "regions", "places", "themes", "organizations", "people",
    "participants",
)  # fmt: skip
_EMPTY = {
    "regions": "no group of countries is named as a party",
    "places": "no city or district is named where it happens",
    "themes": "no word of the theme tables stands in its sentences",
    "organizations": "no body is named in its sentences",
    "people": "nobody is named in its sentences",
    "participants": "no number of people is stated",
    "countries": "no country is named in its sentences",
}
_MARKS = {"date": "d", "country": "c", "region": "r", "place": "l", "person": "p", "organization": "o", "number": "n"}
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a suggestion.

    *about* is ``none`` (why there is no event), ``sentence`` (*text* with its mentions marked ``[o:...]``), ``event``,
    ``value``, ``empty`` (a field without a value) or ``dropped`` (words that made no event). *event* counts from 1.
    *quote*, *start* and *end* say where in the article; *rule* and *confidence* how it was found; *rivals* what else
    was there to choose; *why* gives the reason in words.
    """

    about: str
    event: int | None = None
    field: str = ""
    value: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    rule: str = ""
    confidence: float | None = None
    rivals: tuple[str, ...] = ()
    why: str = ""

    def __str__(self) -> str:
        """Return the remark on one line."""
        head = {"none": "no event", "dropped": "passed over", "empty": f"{self.field} is empty"}.get(
            self.about, self.field
        )
        sure = f"{self.rule} {self.confidence:.0%}" if self.confidence is not None else self.rule
        parts = [f"{head or self.about}: {self.value}" if self.value else head or self.about]
        if self.quote:
            parts.append(f"“{one_line(self.quote)[:_LONGEST]}”")
        parts += [p for p in (sure, self.why) if p]
        if self.rivals:
            parts.append(f"rather than {', '.join(self.rivals)}")
        return one_line("; ".join(parts))


def explain(suggestion: Suggestion) -> list[Remark]:
    """Return what there is to say about *suggestion*: reasons, sentences, events value by value, words passed over."""
    remarks = [Remark("none", why=reason) for reason in suggestion.reasons]
    if suggestion.document:
        remarks += _sentences(suggestion.document)
    number = 0
    for one in suggestion.considered:
        if one.event is None:
            remarks.append(_failed(one))
            continue
        number += 1
        remarks += _event(one, number, suggestion.document)
    return remarks + [
        Remark(
            "dropped", value=d.signal.type, quote=suggestion.article.text[d.signal.start : d.signal.end],
            start=d.signal.start, end=d.signal.end, rule=d.signal.rule, confidence=d.signal.strength, why=d.why,
        )
        for d in suggestion.dropped
    ]  # fmt: skip


def _sentences(document: Document) -> Iterator[Remark]:
    by_sentence: dict[int, list[Mention]] = {}
    for mention in sorted(document.mentions, key=lambda m: (m.start, -m.end)):
        by_sentence.setdefault(document.sentence_index(mention.start), []).append(mention)
    for index, mentions in sorted(by_sentence.items()):
        start, end = document.sentences[index]
        yield Remark(
            "sentence", field="sentence", value=_marked(document.text, start, end, mentions), start=start, end=end
        )


def _marked(text: str, start: int, end: int, mentions: list[Mention]) -> str:
    """Return the sentence with each outer mention in brackets: ``[p:Ou Shuo]``."""
    parts: list[str] = []
    at = start
    for mention in mentions:
        if mention.start < at:
            continue
        parts.append(text[at : mention.start])
        parts.append(f"[{_MARKS.get(mention.kind, mention.kind)}:{text[mention.start : mention.end]}]")
        at = mention.end
    parts.append(text[at:end])
    return "".join(parts)


def _event(one: Considered, number: int, document: Document | None) -> Iterator[Remark]:
    event, slots = one.event, one.slots
    assert event is not None
    whole = next(e for e in event.evidence if e.field == "event")
    yield _of_evidence(whole, number, value=event.title or "")
    for evidence in event.evidence:
        if evidence.field != "event":
            yield _of_evidence(evidence, number, rivals=_rivals(slots, evidence))
    for field in _FIELDS:
        if not getattr(event, field):
            yield Remark("empty", number, field, why=_why_empty(slots, field, document))


def _of_evidence(evidence: Evidence, number: int, *, value: str = "", rivals: tuple[str, ...] = ()) -> Remark:
    about = "event" if evidence.field == "event" else "value"
    return Remark(
        about, number, evidence.field, value or evidence.value or "", evidence.quote, evidence.start, evidence.end,
        evidence.method, evidence.confidence, rivals,
    )  # fmt: skip


def _rivals(slots: Slots, evidence: Evidence) -> tuple[str, ...]:
    """Return what a value competed with."""
    occurrence = slots.occurrence
    if evidence.field == "type":
        return occurrence.rivals
    if evidence.field == "date" and occurrence.dated:
        return tuple(dict.fromkeys(str(m.value) for m in occurrence.dated.rivals))
    if evidence.field == "countries" and (evidence.value or "").endswith(":host"):
        others = sorted((p for p in slots.parties.all if p.code not in slots.parties.hosts), key=lambda p: -p.host)
        return tuple(p.code for p in others[:2] if p.host > 0)
    return ()


def _why_empty(slots: Slots, field: str, document: Document | None) -> str:
    if field == "date":
        if document and (unresolved := _unresolved(document, slots.occurrence.scope)):
            return f"“{one_line(unresolved.text)}” cannot be resolved without the page's own date"
        return "no date stands near the words that tell it"
    if field == "mode":
        return slots.mode.rule
    if field == "countries" and slots.parties.left_out:
        return "only named in passing: " + ", ".join(p.code for p in slots.parties.left_out)
    return _EMPTY.get(field, "nothing tells it")


def _unresolved(document: Document, sentences: Collection[int]) -> Mention | None:
    """Return the first date in *sentences* that the page gives too little to resolve, or None."""
    dates = (m for m in document.of_kind("date") if m.value is None)
    return next((m for m in dates if document.sentence_index(m.start) in sentences), None)


def _failed(one: Considered) -> Remark:
    anchor = one.slots.occurrence.anchor
    return Remark(
        "dropped", value=anchor.type, quote=one.slots.title, start=anchor.start, end=anchor.end, rule=anchor.rule,
        confidence=anchor.strength, why=one.why,
    )  # fmt: skip
