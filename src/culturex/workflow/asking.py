"""Language models and the store: prompts for an article, and its events from the replies."""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from culturex.ask.asking import BUDGET, Answer, Prompt, build_prompts
from culturex.ask.examples import Example, of_coding
from culturex.ask.merging import merge
from culturex.ask.reply import Reply, read_reply
from culturex.ask.verifying import Verified, verify
from culturex.errors import CulturexError
from culturex.model.article import without_furniture
from culturex.model.completion import UNREAD, Completion
from culturex.model.event import Event
from culturex.model.support import unsupported
from culturex.store import coders, completions, learned
from culturex.store.history import now
from culturex.store.merging import told_by
from culturex.store.store import Store
from culturex.text import Span, clean, one_line

if TYPE_CHECKING:
    from culturex.ask.template import Template
    from culturex.model.article import Article, StoredArticle
    from culturex.suggest.mentions import Mention

# Coded articles that examples are chosen from: the last ones.
_CODED = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """One reply as it was kept, and the events that were read from it, each value held against the article."""

    completion: Completion
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the replies about an article.

    *events* are the numbers stored; *unsupported* counts their values that the text does not bear out. *repairs* and
    *refusals* are sentences about the replies; *failures* say why a part could not be used. *reviewed* tells that
    nothing was stored, because a person has reviewed events of this model in this article.
    """

    article: int
    events: tuple[int, ...] = ()
    unsupported: int = 0
    repairs: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    reviewed: bool = False


def coder_of(model: str) -> str:
    """Return the name that a model's events and evidence carry: ``model:NAME``."""
    return f"model:{model}"


def prompts_for(
    store: Store, number: int, template: Template, *, examples: int = 0, budget: int = BUDGET
) -> list[Prompt]:
    """Return the prompts for a stored article, with so many *examples* of the user's own accepted events."""
    stored = store.article(number)
    shown = examples_for(store, stored, examples) if examples else []
    return build_prompts(stored.article, store.codebook(), template, number=number, examples=shown, budget=budget)


def examples_for(store: Store, stored: StoredArticle, number: int) -> list[Example]:
    """Return up to so many articles that people coded, the nearest to an article in language and type of event.

    Only articles all of whose events are accepted serve, and never the article itself.
    """
    types = {e.type for e in _suggested(stored)}
    ranked = sorted(
        learned.coded(store.connection, stored.id, _CODED),
        key=lambda c: (c.language != stored.article.language, not types & c.types, -c.quotes, -c.article),
    )
    found: list[Example] = []
    for one in ranked:
        if len(found) == number:
            break
        events = [told_by(store, r, one.article) for r in store.events_of(one.article) if r.review == "accepted"]
        example = of_coding(store.article(one.article).article, events)
        found += [example] if example else []
    return found


def _suggested(stored: StoredArticle) -> Sequence[Event]:
    from culturex.suggest.events import suggest

    return suggest(stored.article).events


def kept_reply(store: Store, prompt: Prompt, model: str) -> Reading | None:
    """Return what *model* replied to *prompt* before: the same template, text and part; None if it must be asked.

    A reply that was kept and never read is read now.
    """
    found = completions.answered(
        store.connection,
        article_sha256=prompt.fingerprint,
        part=prompt.part,
        parts=prompt.parts,
        model=model,
        template_version=prompt.version,
    )
    if found is None or found.reply is None:
        return None
    return read_kept(store, prompt, found)


def take_reply(store: Store, answer: Answer, *, model: str) -> Reading:
    """Keep what came back for a prompt, also a failure, then read the events in it. The log alone is written to."""
    return read_kept(store, answer.prompt, keep_reply(store, answer, model=model))


def keep_reply(store: Store, answer: Answer, *, model: str) -> Completion:
    """Keep what came back for a prompt, also a failure, before anything is done with it.

    A reply that was in a file (it has no times) is kept once, however often it is taken.
    """
    prompt = answer.prompt
    text = None if answer.text is None else clean(answer.text)
    completion = Completion(
        article=prompt.number or 0,
        article_sha256=prompt.fingerprint,
        part=prompt.part,
        parts=prompt.parts,
        model=model,
        template=prompt.template,
        template_version=prompt.version,
        question=prompt.text or None,
        question_sha256=prompt.sha256 if prompt.text else "",
        reply=text,
        status="failed" if text is None else "unusable",
        reason=answer.error if text is None else UNREAD,
        asked=answer.asked,
        answered=answer.answered or now(),
        tokens_in=answer.tokens_in,
        tokens_out=answer.tokens_out,
    )
    kept = completions.same(store.connection, completion) if answer.answered is None else None
    return kept or completions.keep(store.connection, completion)


def read_kept(store: Store, prompt: Prompt, kept: Completion) -> Reading:
    """Read the events in a reply that was kept as the answer to *prompt*, and note in the log what became of it.

    A mistake in culturex itself costs the reading and not the reply: it stays unread, the reason of the Reading says
    so, and the other replies go on.
    """
    if kept.reply is None:
        return Reading(kept)
    try:
        reply = read_reply(kept.reply)
        verified = _verified(store, prompt, reply, kept.model)
    except (CulturexError, sqlite3.Error):
        raise
    except Exception as error:
        return Reading(replace(kept, status="unusable", reason=_own_mistake(error)))
    if kept.is_unread:
        status = "unusable" if reply.reason else "read"
        read = replace(kept, status=status, reason=reply.reason, repairs=reply.repairs, refusals=verified.refusals)
        kept = completions.settle(store.connection, read)
    return Reading(kept, tuple(_from(kept, event) for event in verified.events))


def _own_mistake(error: Exception) -> str:
    """Return the sentence about a reply at which culturex itself failed, with the place to be reported."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = one_line(f"{type(error).__name__}: {error}")[:200]
    return f"A mistake in culturex itself kept the reply from being read ({said}; {place.name}, line {place.lineno})."


def take_article(store: Store, number: int, readings: Sequence[Reading], *, model: str) -> Taken:
    """Store the events of an article from the replies to all its parts, as unreviewed, inside the deed that is open.

    Earlier unreviewed events of the same model in the article give way. Nothing is stored, and nothing gives way,
    where no reply could be used, or where a person has reviewed events of this model in the article.
    """
    coder = coder_of(model)
    logs = [r.completion for r in readings]
    taken = Taken(
        number,
        repairs=tuple(s for c in logs for s in c.repairs),
        refusals=tuple(s for c in logs for s in c.refusals),
        failures=tuple(c.reason or "The reply cannot be used." for c in logs if c.status != "read"),
    )
    if coders.has_reviewed(store.connection, number, coder):
        return replace(taken, reviewed=True)
    if not any(c.status == "read" for c in logs):
        return taken
    earlier = store.unreviewed_by(number, coder)
    if earlier and _rest_on(store, earlier) == {c.id for c in logs if c.status == "read"}:
        return replace(taken, events=tuple(earlier), unsupported=_doubted(store.event(n).event for n in earlier))
    events = merge([r.events for r in readings])
    for event in earlier:
        store.delete_event(event)
    stored = tuple(store.add_event(e, number, review="unreviewed", coder=coder) for e in events)
    if not stored and store.article(number).state == "new":
        # Not "no_event": that is for a person to say.
        store.set_article_state(number, "skipped")
    return replace(taken, events=stored, unsupported=_doubted(events))


def _rest_on(store: Store, events: Sequence[int]) -> set[int | None]:
    """Return the replies that stored events come from."""
    return {e.completion for n in events for e in store.event(n).event.evidence}


def _doubted(events: Iterable[Event]) -> int:
    return sum(len(unsupported(e)) for e in events)


def _verified(store: Store, prompt: Prompt, reply: Reply, model: str) -> Verified:
    if not reply.events or prompt.number is None:
        return Verified()
    article = store.article(prompt.number).article
    return verify(
        reply.events,
        article,
        store.codebook(),
        method=coder_of(model),
        mentions=mentions_in(article, prompt.span),
        span=prompt.span,
    )


def mentions_in(article: Article, span: Span) -> Sequence[Mention]:
    """Return what the finders of the suggester see in *article*, at least in the stretch *span* of it.

    They read the first thirty pages of a text; of a part that lies behind these they are given a copy.
    """
    from culturex.suggest.document import READ
    from culturex.suggest.events import read

    if span.end <= READ:
        return read(article).mentions
    part = without_furniture(article)[span.start : span.end]
    found = read(replace(article, text=part, furniture=(), language=article.language or "en")).mentions
    return [replace(m, start=m.start + span.start, end=m.end + span.start) for m in found]


def _from(completion: Completion, event: Event) -> Event:
    """Return *event* with the number of its reply in every piece of evidence."""
    return replace(event, evidence=tuple(replace(e, completion=completion.id) for e in event.evidence))
