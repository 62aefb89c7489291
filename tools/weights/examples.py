"""Coded pages, and the examples that are made of them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from culturex.importers import Failure
from culturex.importers.references import find_articles, read_articles
from culturex.model.article import Article
from culturex.suggest import prepare
from culturex.suggest.events import read as document_of
from culturex.suggest.scene import Scene

Signs = Mapping[str, float]
# What a sentence or a short page counts beside a whole one.
SHORT = 0.3
# How much the examples of a folder count: several persons agreed on the references, every new user sees the samples.
_AGREED = {"gold": 3.0, "codings": 3.0}


class Example(NamedTuple):
    """The signs of each answer to one question, and which of them is right; a yes-or-no question has one *no* of {}."""

    answers: list[Signs]
    right: int
    weight: float = 1.0


@dataclass(frozen=True)
class Page:
    """A page with its reference coding: the JSON that ``culturex evaluate`` reads; and how much its examples count."""

    name: str
    article: Article | str
    coding: dict[str, Any]
    weight: float = 1.0

    @cached_property
    def scene(self) -> Scene:
        """The page as the event rules see it."""
        return Scene.of(document_of(prepare(self.article)))

    @property
    def events(self) -> list[dict[str, Any]]:
        """The coded events."""
        return list(self.coding.get("events", []))

    @property
    def main(self) -> dict[str, Any] | None:
        """The coded main event, if there is one."""
        return next((e for e in self.events if e.get("main")), None)


def read(folder: Path) -> Iterator[Page]:
    """Yield the pages of a *folder* (of codings, or of codings and texts) that have both text and coding.

    A text file has a sentence in each line that reports no event, a TOML file short pages with the type of
    their main event (or "none"), and often its status.
    """
    if folder.suffix == ".toml":
        for page in tomllib.loads(folder.read_text("utf-8"))["page"]:
            told = {name: page[name] for name in ("type", "status") if name in page}
            events = [{"main": True, "quote": "", **told}] if page["type"] != "none" else []
            yield Page(page["text"][:40], page["text"], {"events": events}, SHORT)
        return
    if folder.is_file():
        for line in folder.read_text("utf-8").splitlines():
            yield Page(line[:40], line, {}, SHORT)
        return
    codings = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))}
    for read_one in read_articles(codings, find_articles(folder)):
        if not isinstance(read_one, Failure):
            name, article = read_one
            yield Page(name, article, codings[name], _AGREED.get(folder.name, 1.0))


def yes_or_no(signs: Signs, yes: bool, weight: float = 1.0) -> Example:
    """Return the example of a question that is answered by yes or no."""
    return Example([signs, {}], 0 if yes else 1, weight)


def of_answers(signs: Mapping[str, Signs], right: str, weight: float = 1.0) -> Example:
    """Return the example of a question with several answers, which the same signs tell: the table's "ANSWER: SIGN"."""
    answers = [{f"{code}: {name}": value for name, value in told.items()} for code, told in signs.items()]
    return Example(answers, list(signs).index(right), weight)
