"""Prompts written as files, and replies taken back from files: language models without a connection to one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from culturex.ask import batches
from culturex.ask.asking import BUDGET, Answer, Prompt
from culturex.errors import InputError, NotFoundError
from culturex.store import completions
from culturex.store.history import Deed
from culturex.store.store import Store
from culturex.text import Span, clean, one_line
from culturex.workflow.asking import Reading, Taken, prompts_for, take_article, take_reply
from culturex.workflow.tally import Tally, counted

if TYPE_CHECKING:
    from culturex.ask.template import Template

# What the files are called: of a prompt, of a reply to it, of a batch, and of the notes on how the folder was made.
PROMPT, REPLY, BATCH, NOTES = ".prompt.txt", ".reply.txt", "batch.jsonl", "prompts.json"
_ENDINGS = frozenset({".txt", ".md", ".json", ".jsonl"})


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many files, prompts and articles, and about how many tokens the prompts are.

    *shortened* counts the prompts in which an example had no room.
    """

    files: int
    prompts: int
    articles: int
    tokens: int
    shortened: int = 0


def write_prompts(
    store: Store,
    articles: Sequence[int],
    template: Template,
    folder: Path,
    *,
    format: str = "files",  # noqa: A002 - the word on the command line
    model: str = "",
    examples: int = 0,
    budget: int = BUDGET,
    most_tokens: int | None = None,
    step: Callable[[], None] = lambda: None,
) -> Written:
    """Write the prompts for *articles* into *folder*, made where there is none: a file each, or one batch file.

    A batch needs the name of the *model* that is to be asked. Raise InputError where the folder cannot be written to.
    """
    from culturex.exporters import atomic_write

    folder = _made(folder)
    files = tokens = prompts = shortened = 0
    every = (p for number in articles for p in _stepped(store, number, template, examples, budget, step))
    if format == "files":
        for prompt in every:
            with atomic_write(folder / f"{prompt.id}{PROMPT}") as stream:
                stream.write(f"{prompt.text}\n".encode())
            files, prompts, tokens = files + 1, prompts + 1, tokens + prompt.tokens
            shortened += bool(prompt.left_out)
    else:
        with atomic_write(folder / BATCH) as stream:
            for prompt in every:
                line = batches.request(prompt, format, model=model, most_tokens=most_tokens)
                stream.write(f"{line}\n".encode())
                prompts, tokens = prompts + 1, tokens + prompt.tokens
                shortened += bool(prompt.left_out)
        files = 1
    notes = {"template": template.name, "version": template.version, "model": model or None, "format": format}
    with atomic_write(folder / NOTES) as stream:
        stream.write(f"{json.dumps(notes, ensure_ascii=False, indent=2)}\n".encode())
    return Written(files, prompts, len(articles), tokens, shortened)


def _stepped(
    store: Store, number: int, template: Template, examples: int, budget: int, step: Callable[[], None]
) -> Iterator[Prompt]:
    yield from prompts_for(store, number, template, examples=examples, budget=budget)
    step()


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "it is a file" if isinstance(error, FileExistsError) else error.strerror or "the system refuses"
        raise InputError(f"The folder {one_line(str(folder))} cannot be made: {why}.", "Name another one.") from None
    return folder


@dataclass(frozen=True, slots=True)
class _Found:
    """A reply in a file: the id of its prompt and what came back; *folder* is where it lies."""

    id: str
    line: batches.Line
    folder: Path


@dataclass
class _Folder:
    """What lies beside replies: the notes on how the prompts were made, and their text."""

    path: Path
    templates: dict[str, str]
    notes: dict[str, str] = field(default_factory=dict)
    _batch: dict[str, str] | None = None

    def __post_init__(self) -> None:
        with suppress(OSError, ValueError, RecursionError):
            data = json.loads((self.path / NOTES).read_text("utf-8"))
            self.notes = {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}

    def template(self, version: str) -> str:
        """Return the name of the template of this *version*; the version itself where nobody knows it."""
        noted = self.notes.get("template") if self.notes.get("version") == version else None
        return noted or self.templates.get(version) or version

    def question(self, name: str) -> str:
        """Return the text of the prompt with the id *name*, empty where it does not lie here."""
        with suppress(OSError, ValueError):
            return (self.path / f"{name}{PROMPT}").read_text("utf-8").strip()
        if self._batch is None:
            self._batch = {}
            with suppress(OSError, ValueError), (self.path / BATCH).open(encoding="utf-8") as lines:
                self._batch.update(asked for line in lines if (asked := batches.question_in(line)))
        return self._batch.get(name, "")


def read_replies(
    store: Store,
    paths: Iterable[Path],
    *,
    model: str = "",
    templates: Sequence[Template] = (),
    report: Callable[[Taken], None] = lambda taken: None,
    fail: Callable[[str], None] = lambda sentence: None,
) -> Tally:
    """Take the replies in *paths* (folders, reply files, results of batches) back; return how much of what there was.

    Each reply is matched to its article by the fingerprint of the text, for the numbers may be of another store; it is
    verified and its events are stored as unreviewed. *model* is who answered; where it is
    not given, the notes beside the prompts or the results of the batch say so. *templates* are those known by name.
    *report* is told of each article, *fail* of each reply that cannot be used. One deed, an article a transaction.
    """
    tally = Tally()
    deed = Deed("prompts read")
    folders: dict[Path, _Folder] = {}
    names = {t.version: t.name for t in templates}
    waiting: dict[tuple[int, str], dict[int, Answer]] = {}

    def refuse(sentence: str) -> None:
        tally.add("failures")
        fail(sentence)

    def take(number: int, asked: str, answers: dict[int, Answer]) -> None:
        readings, lacks = _readings(store, asked, answers)
        with store.deed(deed):
            taken = take_article(store, number, readings, model=asked)
            taken = replace(taken, failures=(*taken.failures, *lacks))
            tally.add("articles")
            tally.add("events", len(taken.events))
            deed.summary = (
                f"took {counted(tally['events'], 'event')} of models in {counted(tally['articles'], 'article')}"
            )
        for reason in taken.failures:
            refuse(f"Article {number}: {reason}")
        report(taken)

    for found in _replies(paths, refuse):
        beside = folders.setdefault(found.folder, _Folder(found.folder, names))
        asked = model or beside.notes.get("model") or found.line.model
        if not asked and found.line.text is not None:
            raise InputError("The replies do not say which model wrote them.", "Name it with --model NAME.")
        try:
            prompt = _prompt(store, found, beside)
        except (InputError, NotFoundError) as error:
            refuse(error.message)
            continue
        line = found.line
        if not asked:  # a service that gave no answer says nothing of the model either
            refuse(f"Article {prompt.number}: {line.error}")
            continue
        tally.add("replies")
        answer = Answer(prompt, line.text, line.error, tokens_in=line.tokens_in, tokens_out=line.tokens_out)
        parts = waiting.setdefault((prompt.number or 0, asked), {})
        parts[prompt.part] = answer
        if len(parts) == prompt.parts:
            take(prompt.number or 0, asked, waiting.pop((prompt.number or 0, asked)))
    for (number, asked), answers in waiting.items():
        take(number, asked, answers)
    return tally


def _readings(store: Store, model: str, answers: dict[int, Answer]) -> tuple[list[Reading], list[str]]:
    """Keep and read the replies to the parts of an article, with those that are there; say which parts have none."""
    first = next(iter(answers.values())).prompt
    readings: list[Reading] = []
    missing = 0
    for part in range(1, first.parts + 1):
        if part in answers:
            readings.append(take_reply(store, answers[part], model=model))
        elif earlier := _earlier(store, first, part, model):
            readings.append(earlier)
        else:
            missing += 1
    if not missing:
        return readings, []
    return readings, [f"{counted(missing, 'part')} of {first.parts} {'has' if missing == 1 else 'have'} no reply."]


def _earlier(store: Store, prompt: Prompt, part: int, model: str) -> Reading | None:
    from culturex.workflow.asking import kept_reply

    return kept_reply(store, replace(prompt, part=part, span=Span(0, 0)), model)


def _prompt(store: Store, found: _Found, beside: _Folder) -> Prompt:
    """Return the prompt that a reply answers, as far as it is known; raise where its article is not in the store."""
    named = batches.named_in(found.id)
    if named is None:
        raise InputError(f"{one_line(found.id)[:80]!r} names no prompt of culturex.")
    number = completions.article_with(store.connection, named.fingerprint)
    if number is None:
        raise NotFoundError(f"The store has no article with the text that {found.id} is about.")
    article = store.article(number).article
    return Prompt(
        system="",
        user=beside.question(found.id),
        schema={},
        number=number,
        fingerprint=article.sha256,
        span=named.span or Span(0, len(article.text)),
        part=named.part,
        parts=named.parts,
        template=beside.template(named.version),
        version=named.version,
    )


def _replies(paths: Iterable[Path], fail: Callable[[str], None]) -> Iterator[_Found]:
    """Yield the replies in files and folders; *fail* is told of what cannot be read."""
    from culturex.importers import Failure
    from culturex.importers.walk import walk

    given = [Path(p) for p in paths]
    for path in walk(given, _ENDINGS):
        if isinstance(path, Failure):
            fail(path.reason)
        elif path.name.endswith(PROMPT) or path.name in (NOTES, BATCH):
            continue
        elif path.suffix == ".jsonl":
            yield from _results(path, fail)
        elif batches.named_in(path.name):
            yield from _reply(path, fail)
        elif path in given:
            fail(f"{one_line(path.name)} does not say which prompt it answers: keep the prompt's name in the file's.")


def _results(path: Path, fail: Callable[[str], None]) -> Iterator[_Found]:
    from culturex.importers.decode import open_text
    from culturex.importers.source import Source

    name = one_line(path.name)
    try:
        with open_text(Source(str(path), path), newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                found = batches.result(line)
                if found:
                    yield _Found(found.id, found, path.parent)
                elif line.strip() and not batches.question_in(line):
                    fail(f"{name}, line {number}: this is no result of a batch.")
    except (OSError, InputError) as error:
        fail(f"{name} cannot be read: {_why(error)}")


def _reply(path: Path, fail: Callable[[str], None]) -> Iterator[_Found]:
    from culturex.importers.decode import decode
    from culturex.importers.source import Source

    try:
        source = Source(str(path), path)
        data = source.read()
        text = decode(source, data) if data.strip() else ""
    except (OSError, InputError) as error:
        fail(f"{one_line(path.name)} cannot be read: {_why(error)}")
        return
    name = path.name.split(".", 1)[0]
    yield _Found(name, batches.Line(name, clean(text)), path.parent)


def _why(error: OSError | InputError) -> str:
    return error.message if isinstance(error, InputError) else f"{error.strerror}."
