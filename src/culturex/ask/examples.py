"""Articles with the right answers, shown to a model before it is asked: the shipped ones, or the user's own coding."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from culturex.ask.cutting import shown
from culturex.ask.schema import BARE, asked, inner, part_fields
from culturex.ask.tokens import estimate
from culturex.model.event import CountryRole, Event
from culturex.model.fields import FieldSpec
from culturex.model.kinds import Choice
from culturex.model.parts import Part
from culturex.text import Span

if TYPE_CHECKING:
    from culturex.model.article import Article
    from culturex.model.codebook import Codebook

# Characters of an article that are shown; of a longer one the paragraphs with quotes.
_SHOWN = 2500


@dataclass(frozen=True, slots=True)
class Example:
    """A *text* and the events in it, in the shape that a model answers with."""

    text: str
    events: tuple[dict[str, Any], ...] = ()

    def render(self) -> str:
        """Return the example as it stands in a prompt."""
        answer = json.dumps({"events": list(self.events)}, ensure_ascii=False)
        return f"Article:\n{self.text.strip()}\n\nAnswer:\n{answer}"


def render(examples: Sequence[Example]) -> str:
    """Return *examples* one after the other."""
    return "\n\n".join(e.render() for e in examples)


def tokens(examples: Sequence[Example]) -> int:
    """Return about how many tokens *examples* take in a prompt."""
    return estimate(render(examples))


def fitting(examples: Sequence[Example], room: int) -> tuple[Example, ...]:
    """Return those of *examples* that fit into so many tokens together, the first before the last."""
    kept: tuple[Example, ...] = ()
    for one in examples:
        if tokens((*kept, one)) <= room:
            kept = (*kept, one)
    return kept


def shipped(codebook: Codebook) -> tuple[Example, ...]:
    """Return the examples that culturex ships; those with a code that *codebook* does not have are left out."""
    return tuple(e for e in _shipped() if all(_is_known(event, codebook) for event in e.events))


@cache
def _shipped() -> tuple[Example, ...]:
    from importlib.resources import files

    data = json.loads((files("culturex.ask") / "templates" / "examples.json").read_text("utf-8"))
    return tuple(Example("\n".join(one["text"]), tuple(one["events"])) for one in data)


def _is_known(event: Mapping[str, Any], codebook: Codebook) -> bool:
    for spec in asked():
        kind = inner(spec)
        values = event.get(spec.name) or []
        for value in values if isinstance(values, list) else [values]:
            code = value.get("value") if isinstance(value, Mapping) else value
            if isinstance(kind, Choice) and code not in codebook.vocabularies[kind.vocabulary]:
                return False
    roles = codebook.vocabularies["roles"]
    return all(c["role"] in roles for c in event["countries"])


def of_coding(article: Article, events: Sequence[Event]) -> Example | None:
    """Return a coded *article* as an example; None where no event of it has quotes.

    Values without a quote, and those whose quote is not shown, are left out: an example is to show that every value
    has its words.
    """
    text = _excerpt(article, events)
    answers = tuple(a for e in events if (a := _answer(e, text)) is not None)
    return Example(text, answers) if answers else None


def _excerpt(article: Article, events: Sequence[Event]) -> str:
    """Return headline, date and text of an article, or of a long one the paragraphs with quotes."""
    whole = shown(article, Span(0, len(article.text)))
    if len(whole) > _SHOWN:
        starts = sorted({e.start for event in events for e in event.evidence if e.start is not None})
        whole = _paragraphs(article.text, starts)
    facts = {"headline": article.title, "published": article.published}
    return "\n".join([*(f"{name}: {value}" for name, value in facts.items() if value), "", whole])


def _paragraphs(text: str, starts: Sequence[int]) -> str:
    kept: list[str] = []
    end = size = 0
    for start in starts:
        if start < end:
            continue
        begin = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        size += end - begin
        if size > _SHOWN:
            break
        kept.append(text[begin:end].strip())
    return "\n\n".join(kept)


def _answer(event: Event, text: str) -> dict[str, Any] | None:
    """Return an event in the shape that a model answers with; None where no quote of it stands in *text*."""
    quotes: dict[tuple[str, str], str] = {}
    for e in event.evidence:
        if e.quote and e.quote in text:
            quotes.setdefault((e.field, _close(e.value)), e.quote)
    whole = quotes.get(("event", "")) or next(iter(quotes.values()), None)
    if whole is None:
        return None
    answer: dict[str, Any] = {"quote": whole}
    for spec in asked():
        if spec.name != "values":
            answer[spec.name] = _told(event, spec, quotes)
        elif event.values:
            answer["values"] = {
                name: {"quote": quotes[f"values.{name}", _close(value)], "value": value}
                for name, value in event.values.items()
                if (f"values.{name}", _close(value)) in quotes
            }
    return answer


def _told(event: Event, spec: FieldSpec, quotes: Mapping[tuple[str, str], str]) -> Any:
    value = getattr(event, spec.name)
    if spec.name in BARE:
        return list(value) if spec.many else value
    kind = inner(spec)
    found = []
    for part in value if spec.many else [value]:
        quote = next((q for t in _written(part) if (q := quotes.get((spec.name, _close(t))))), None)
        if part is None or quote is None:
            continue
        if isinstance(kind, Part):
            found.append({"quote": quote, **{s.name: getattr(part, s.name) for s in part_fields(kind.of)}})
        else:
            found.append({"quote": quote, "value": part})
    return found if spec.many else next(iter(found), None)


def _written(part: Any) -> Iterator[str]:
    """Yield the ways in which evidence may write a value."""
    if isinstance(part, CountryRole):
        yield f"{part.code}:{part.role}"
        yield part.code
    else:
        yield str(getattr(part, "name", part))


def _close(value: str | None) -> str:
    return "".join((value or "").split())
