"""Articles put to a language model, several at once, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from culturex.ask.asking import BUDGET, Answer, Prompt
from culturex.ask.tokens import estimate
from culturex.errors import InputError
from culturex.llms.jobs import answers
from culturex.llms.patience import Patience, StoppedError
from culturex.llms.trouble import ModelError
from culturex.store.history import Deed, now
from culturex.store.store import Store
from culturex.workflow.asking import Reading, Taken, kept_reply, prompts_for, read_kept, take_article
from culturex.workflow.paid import keep_patiently
from culturex.workflow.tally import Tally, counted

if TYPE_CHECKING:
    from culturex.ask.template import Template
    from culturex.llms.client import LanguageModel, Said
    from culturex.model.completion import Completion

# So many questions without an answer, one after the other, and no more are asked: the server is not there.
PATIENT_WITH = 5
_CUT_OFF = "The answer ended at the most tokens allowed: --max-tokens and the model's own limit say how many."


@dataclass(frozen=True, slots=True)
class Wish:
    """How articles are put to a model.

    *template* makes the prompts, with so many *examples* of the user's own accepted events, each of at most *budget*
    tokens; *jobs* questions are on the way at once; *again* asks also what was answered before. *most_tokens* limits
    each reply, *spend* the tokens of all questions and replies together.
    """

    template: Template
    examples: int = 0
    budget: int = BUDGET
    jobs: int = 1
    again: bool = False
    most_tokens: int | None = None
    spend: int | None = None

    def prompts(self, store: Store, number: int) -> list[Prompt]:
        """Return the prompts for an article; raise InputError where the budget leaves no room for it."""
        return prompts_for(store, number, self.template, examples=self.examples, budget=self.budget)


class Finish(Protocol):
    """What is done with the replies about an article, once all are there."""

    def __call__(self, number: int, readings: Sequence[Reading]) -> Taken:
        """Return what became of them."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """What happened last. *message* is a sentence for the user, if there is one to say.

    *is_article* tells that an article is done with, and *taken* what became of it, where it was asked about.
    """

    article: int
    taken: Taken | None = None
    message: str | None = None
    is_article: bool = True


def tag_by_model(
    store: Store,
    articles: Sequence[int],
    model: LanguageModel,
    wish: Wish,
    *,
    finish: Finish | None = None,
    report: Callable[[Step, Tally], None] = lambda step, tally: None,
    stop: Callable[[], bool] = lambda: False,
) -> Tally:
    """Ask *model* about *articles* and store its events as unreviewed, or do what *finish* does with its replies.

    Every reply is kept before anything else is done with it; what was answered before, to the same template about the
    same text, is not asked again. A question without an answer is kept with its reason, and the others go on, unless
    none can be answered. The tally counts ``articles``, ``events``, ``unsupported`` and ``refused`` values; articles
    that ``failed``, were ``reviewed``, were ``known`` before, or whose replies were ``mended``; ``asked`` questions,
    those ``shortened`` by examples that had no room, and the ``tokens``.
    """
    run = _Run(store, model, wish, finish or _Store(store, model.name), report, stop)
    return run.run(articles)


@dataclass
class _Store:
    """Stores the events of each article in a transaction of its own; all are one deed."""

    store: Store
    model: str
    deed: Deed = field(init=False)
    events: int = 0
    articles: int = 0

    def __post_init__(self) -> None:
        self.deed = Deed("tag --model")

    def __call__(self, number: int, readings: Sequence[Reading]) -> Taken:
        connection = self.store.connection
        with suppress(_NothingChangedError), self.store.deed(self.deed):
            before = connection.total_changes
            taken = take_article(self.store, number, readings, model=self.model)
            if connection.total_changes == before:
                # What was answered before is stored already: no deed that could be taken back.
                raise _NothingChangedError
            events, articles = self.events + len(taken.events), self.articles + 1
            self.deed.summary = f"{self.model}: {counted(events, 'event')} in {counted(articles, 'article')}"
            self.events, self.articles = events, articles
        return taken


class _NothingChangedError(Exception):
    """Ends a deed that did nothing, so that the history has no entry for it."""


class _Run:
    """One run over many articles: which are on the way, and what was counted."""

    def __init__(
        self,
        store: Store,
        model: LanguageModel,
        wish: Wish,
        finish: Finish,
        report: Callable[[Step, Tally], None],
        stop: Callable[[], bool],
    ) -> None:
        self._store, self._model, self._wish, self._finish, self._report = store, model, wish, finish, report
        self._user_stops = stop
        self._patience = Patience(self._is_over)
        self._open: dict[int, dict[int, Reading | None]] = {}
        self._in_vain = 0
        self._ended = False
        self._hint: str | None = None
        self._has_explained = False
        self._error: Exception | None = None
        self.tally = Tally()

    def run(self, articles: Sequence[int]) -> Tally:
        jobs = self._wish.jobs if self._model.takes_many else 1
        for came in answers(self._questions(articles), self._ask, keep=self._keep, jobs=jobs, stop=self._is_over):
            if came is not None and self._error is None:
                with self._held_back():
                    self._take(*came)
        if self._error is not None:
            raise self._error
        self.tally.interrupted = self._user_stops()
        return self.tally

    def _is_over(self) -> bool:
        return self._ended or self._user_stops()

    @contextmanager
    def _held_back(self) -> Iterator[None]:
        """Hold an error back until the questions on the way are answered and kept, for they are paid for."""
        try:
            yield
        except Exception as error:
            self._error, self._ended = error, True

    # -- before

    def _questions(self, articles: Sequence[int]) -> Iterator[Prompt]:
        """Yield what is to be asked, article by article."""
        with self._held_back():
            for number in articles:
                for prompt in [] if self._is_over() else self._missing(number):
                    if self._is_over() or not self._can_afford(prompt):
                        return
                    self.tally.add("shortened", bool(prompt.left_out))
                    yield prompt

    def _missing(self, number: int) -> list[Prompt]:
        """Return the questions about an article that have no reply yet; one that has them all is finished at once."""
        try:
            prompts = self._wish.prompts(self._store, number)
        except InputError as error:
            self._fail(number, " ".join(filter(None, (error.message, error.hint))))
            return []
        there = self._open[number] = {p.part: self._known(p) for p in prompts}
        missing = [p for p in prompts if there[p.part] is None]
        if not missing:
            self.tally.add("known")
            self._close(number, hint=" --again asks anew.")
        return missing

    def _known(self, prompt: Prompt) -> Reading | None:
        return None if self._wish.again else kept_reply(self._store, prompt, self._model.name)

    def _can_afford(self, prompt: Prompt) -> bool:
        if self._wish.spend is None or self.tally["tokens"] + prompt.tokens <= self._wish.spend:
            return True
        self._ended = True
        self._say(prompt.number or 0, f"The next question would take more than {self._wish.spend:,} tokens in all.")
        return False

    # -- in a thread of its own

    def _ask(self, prompt: Prompt) -> Answer | None:
        """Return what came back for *prompt*; None where the user stopped before it was asked."""
        asked = now()
        sent: list[bool] = []

        def once() -> Said:
            try:
                return self._model.ask(
                    prompt.user, system=prompt.system, schema=prompt.schema, most_tokens=self._wish.most_tokens
                )
            except ModelError as error:
                sent.append(error.was_sent)
                raise

        try:
            said = self._patience.ask(once)
        except StoppedError:
            return None
        except ModelError as error:
            if error.is_final:
                self._ended, self._hint = True, error.hint
            return Answer(prompt, None, _sentence(error), asked if any(sent) else None, now())
        return Answer(prompt, said.text, None, asked, now(), said.tokens_in, said.tokens_out, said.cut_off)

    # -- afterwards

    def _keep(self, answer: Answer | None) -> tuple[Answer, Completion] | None:
        if answer is None:
            return None
        number = answer.prompt.number or 0
        kept = keep_patiently(
            self._store,
            answer,
            model=self._model.name,
            say=lambda sentence: self._say(number, sentence),
            stop=self._user_stops,
        )
        return answer, kept

    def _take(self, answer: Answer, kept: Completion) -> None:
        reading = read_kept(self._store, answer.prompt, kept)
        self.tally.add("asked")
        self.tally.add("tokens", _tokens(answer))
        number = answer.prompt.number or 0
        there = self._open[number]
        there[answer.prompt.part] = reading
        self._in_vain = self._in_vain + 1 if answer.text is None else 0
        if all(there.values()):
            self._close(number)
        if answer.cut_off and reading.completion.status == "unusable" and not self._has_explained:
            self._has_explained = True
            self._say(number, _CUT_OFF)
        if self._hint:
            self._say(number, self._hint)
            self._hint = None
        if self._in_vain >= PATIENT_WITH and not self._ended:
            self._ended = True
            self._say(number, f"{PATIENT_WITH} questions in a row had no answer; no more are asked.")

    def _close(self, number: int, hint: str = "") -> None:
        readings = [reading for _, reading in sorted(self._open.pop(number).items()) if reading is not None]
        taken = self._finish(number, readings)
        if taken.failures:
            self._fail(number, taken.failures[0] + hint, taken)
            return
        self.tally.add("articles")
        self.tally.add("reviewed", taken.reviewed)
        self._count(taken)
        self._report(Step(number, taken), self.tally)

    def _fail(self, number: int, why: str, taken: Taken | None = None) -> None:
        self.tally.add("failed")
        if taken:
            self._count(taken)
        self._report(Step(number, taken, f"Article {number}: {why}"), self.tally)

    def _count(self, taken: Taken) -> None:
        self.tally.add("events", len(taken.events))
        self.tally.add("unsupported", taken.unsupported)
        self.tally.add("refused", len(taken.refusals))
        self.tally.add("mended", bool(taken.repairs))

    def _say(self, number: int, message: str) -> None:
        self._report(Step(number, message=message, is_article=False), self.tally)


def _sentence(error: ModelError) -> str:
    return f"{error.message.rstrip('.')}."


def _tokens(answer: Answer) -> int:
    """Return the tokens of a question and its reply, as the server counts them, else by estimate."""
    if answer.text is None:
        return 0
    asked = answer.prompt.tokens if answer.tokens_in is None else answer.tokens_in
    return asked + (estimate(answer.text) if answer.tokens_out is None else answer.tokens_out)
