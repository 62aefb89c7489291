"""``culturex tag --model``: events from a language model, each value held against the text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from culturex.cli import output, settings
from culturex.cli.asking_flags import DEFAULT, Asking
from culturex.cli.context import Context
from culturex.errors import InputError, UsageError
from culturex.store.store import Store, only

if TYPE_CHECKING:
    from culturex.llms.client import LanguageModel
    from culturex.workflow.by_model import Finish, Step, Wish
    from culturex.workflow.tally import Tally

# More articles than this are asked about only after the user has seen what that takes.
MANY = 20
_WAITING = "Waiting for the questions on the way; Ctrl-C again leaves at once."


def ask_model(
    context: Context,
    asking: Asking,
    numbers: list[int],
    *,
    jobs: int,
    again: bool,
    limit: int | None,
    as_json: bool,
) -> int:
    """Put articles to a language model; return the exit code."""
    from culturex.ask.asking import BUDGET
    from culturex.cli.templates import template
    from culturex.workflow.by_model import Wish

    if asking.compare and asking.fill:
        raise UsageError("--compare and --fill exclude each other.", "Give one of them.")
    model, asked = _model(asking.model), template(context, asking.template or "")
    wish = Wish(
        asked,
        examples=asking.examples or 0,
        budget=asking.budget or BUDGET,
        jobs=jobs,
        again=again,
        most_tokens=asking.max_tokens,
        spend=asking.spend,
    )
    with context.writing() as store:
        states = () if again else ("new", "skipped")
        queue = only(numbers, store.article_ids(), "article") if numbers else store.article_ids(*states)
        queue = queue[:limit]
        if not queue:
            output.note(
                "No new articles. culturex import takes some in; culturex tag --model NAME ARTICLE goes back to one."
            )
        elif not _agreed(store, queue, model, wish, asking.yes):
            output.note("Nothing was sent.")
            return 1
        if asking.compare:
            return _compare(store, queue, model, wish, as_json)
        return _tag(store, queue, model, wish, asking.fill, as_json)


def _model(name: str | None) -> LanguageModel:
    """Return the model called *name*, or that of the settings, which is then named."""
    from culturex.llms.client import SECONDS, open_model

    origin = None
    if name in (None, DEFAULT):
        name, origin = settings.lookup("model")
    if not name:
        raise UsageError(
            "No language model is named.",
            'Give --model NAME (culturex models shows them), or write model = "NAME" in the settings file.',
        )
    model = open_model(name, seconds=_seconds(SECONDS))
    if origin:
        output.note(f"Asking {model.name}, the default model ({origin}).")
    return model


def _seconds(otherwise: float) -> float:
    text = settings.value("model_seconds")
    if text is None:
        return otherwise
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1_000_000:
        raise InputError(f"The setting model_seconds is {text!r}.", 'Write a number of seconds: "120".')
    return seconds


# -- before anything is sent


def _agreed(store: Store, queue: list[int], model: LanguageModel, wish: Wish, yes: bool) -> bool:
    """Say where a model's questions go when it is first asked, and what many of them take; tell whether to go on."""
    from culturex.store import completions

    told = [] if completions.was_asked(store.connection, model.name) else _where(model, wish)
    must_agree = False
    if len(queue) > MANY:
        many = _how_much(store, queue, model, wish)
        told += many
        must_agree = bool(many)
    for sentence in told:
        output.note(sentence)
    if yes or not told:
        return True
    if output.has_keyboard():
        return _confirmed()
    if must_agree:
        raise UsageError(f"That is more than {MANY} articles.", "--yes asks without a question.")
    return True


def _where(model: LanguageModel, wish: Wish) -> list[str]:
    from culturex.llms.address import LOCAL, REMOTE

    if model.where == LOCAL:
        return []
    examples = (
        f", and {output.count(wish.examples, 'accepted event')} of yours with their quotes" if wish.examples else ""
    )
    sent = f"each article's text, headline, outlet and date, and the codebook{examples}"
    if model.where == REMOTE:
        to = model.host or f"its provider (key {model.wants_key})"
        return [f"{model.name} is not on this computer. Sent to {to}: {sent}."]
    return [f"{model.name} does not tell where it runs, here or elsewhere. It is given {sent}."]


def _how_much(store: Store, queue: list[int], model: LanguageModel, wish: Wish) -> list[str]:
    from culturex.cli.model_costs import price_of
    from culturex.workflow.estimating import estimate_run

    found = estimate_run(store, queue, model, wish)
    if found.articles <= MANY:
        return []
    price = price_of(model.name)
    cost = f", about {price.of(found.question_tokens, found.reply_tokens)}" if price else ""
    known = f" {output.count(found.known, 'article')} answered before cost nothing." if found.known else ""
    return [
        f"{output.count(found.articles, 'article')} in {output.count(found.questions, 'question')}: about"
        f" {found.question_tokens:,} tokens of questions and {found.reply_tokens:,} of replies{cost}.{known}"
    ]


def _confirmed() -> bool:
    sys.stderr.write("Go on? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


# -- the run


def _tag(store: Store, queue: list[int], model: LanguageModel, wish: Wish, fill: bool, as_json: bool) -> int:
    from culturex.workflow.beside import Filling

    tally = _run(store, queue, model, wish, Filling(store, model.name) if fill else None)
    if as_json:
        output.emit_json({"model": model.name, **{name: tally[name] for name in _COUNTED}})
    if queue:
        output.note(_summary(model, tally))
    return _code(tally)


def _compare(store: Store, queue: list[int], model: LanguageModel, wish: Wish, as_json: bool) -> int:
    from culturex.cli.comparison import comparison_to_dict, print_comparisons, summary
    from culturex.workflow.beside import Comparing

    comparing = Comparing(store)
    tally = _run(store, queue, model, wish, comparing)
    found = dict(sorted(comparing.found.items()))
    if as_json:
        output.emit_json(
            [{"article": n, "model": model.name, "pairs": comparison_to_dict(p)} for n, p in found.items()]
        )
    else:
        print_comparisons(found)
    if queue:
        told = summary([pair for pairs in found.values() for pair in pairs])
        stopped = "Interrupted. " if tally.interrupted else ""
        articles = output.count(len(found), "article")
        output.note(f"{stopped}{articles}: {told} {tally['tokens']:,} tokens; only the replies were stored.")
    return _code(tally)


def _code(tally: Tally) -> int:
    return 130 if tally.interrupted else 1 if tally["failed"] else 0


def _run(store: Store, queue: list[int], model: LanguageModel, wish: Wish, finish: Finish | None) -> Tally:
    from culturex.cli.progress import Progress
    from culturex.cli.reply_report import remarks_on
    from culturex.cli.stop import Stop
    from culturex.workflow.by_model import tag_by_model

    with Progress("articles", len(queue)) as progress, Stop(_WAITING) as stop:

        def report(step: Step, tally: Tally) -> None:
            remarks = remarks_on(step.taken) if step.taken and len(queue) <= MANY else []
            for sentence in [*remarks, *([step.message] if step.message else [])]:
                progress.say(sentence)
            if step.is_article:
                progress.step()
            progress.tell(f"{tally['failed']:,} failed, {tally['tokens']:,} tokens")

        if queue:
            progress.tell(f"{model.name} is asked")
        tally = tag_by_model(store, queue, model, wish, finish=finish, report=report, stop=stop)
    tally.add("left", len(queue) - tally["articles"] - tally["failed"])
    return tally


_COUNTED = ("articles", "events", "unsupported", "failed", "reviewed", "known", "asked", "shortened", "mended",
            "refused", "left", "tokens")  # fmt: skip


_ALSO = (
    ("mended", "mended"), ("known", "answered before"), ("reviewed", "left as reviewed"), ("failed", "failed"),
    ("left", "not asked about"),
)  # fmt: skip


def _summary(model: LanguageModel, tally: Tally) -> str:
    """Return what came of it, in one sentence or two."""
    events, articles = tally["events"], output.count(tally["articles"], "article")
    stopped = "Interrupted. " if tally.interrupted else ""
    parts = [f"{stopped}{model.name}: {output.count(events, 'event')} in {articles}"]
    if tally["unsupported"]:
        parts.append(f"{output.count(tally['unsupported'], 'value')} without support in the text")
    if tally["refused"]:
        parts.append(f"{output.count(tally['refused'], 'event or value', 'events or values')} refused")
    for name, words in _ALSO:
        if tally[name]:
            parts.append(f"{tally[name]:,} {words}")
    if tally["shortened"]:
        parts.append(f"{output.count(tally['shortened'], 'question')} without room for all examples (--budget)")
    parts.append(f"{tally['tokens']:,} tokens")
    them = "it" if events == 1 else "them"
    return f"{'; '.join(parts)}." + (f" culturex review goes through {them}." if events else "")
