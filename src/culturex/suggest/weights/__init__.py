"""How much each sign speaks for a value: one table for each question, fitted to coded pages.

A *sign* is a name that a person can read ("noun.headline": words of the list ``nouns`` in the headline) with a number
that says how often or how strongly it stands there. What speaks for a value is the sum of its signs, each times its
weight (a log-linear model); ``likelihood`` and ``shares`` turn such sums into probabilities. The tables
(``QUESTION.toml``) are written by ``tools/fit_weights.py`` and read by nobody else: a word is added to the lists of a
language, never here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp, log1p, tanh
from operator import mul

# How much a sign that stands so many times counts: the second time adds less than the first.
TIMES = tuple([log1p(n) for n in range(60)])
_NOTHING = repeat(0.0)
# Nothing that is weighed is certain, nor is what was taken for right impossible.
_LEAST, _MOST = 0.05, 0.97


class _Counted(dict[int, float]):
    """How much each number of times counts; more than all of them counts as the last."""

    def __missing__(self, number: int) -> float:
        return TIMES[-1]


# How much it counts that a sign stands a number of times: asked for each sign, and looked up without a call.
times: Callable[[int], float] = _Counted(enumerate(TIMES)).__getitem__


@cache
def weights(question: str) -> Mapping[str, float]:
    """Return the weight of each sign for a *question* ("type", "status" ...).

    Raises FileNotFoundError for a question that has no table.
    """
    table = files(__package__).joinpath(f"{question}.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(table)["signs"].items()}


def speaks(question: str, signs: Mapping[str, float]) -> float:
    """Return what *signs* add up to; signs that the table does not know count nothing. Above 0 speaks for it."""
    return added(weights(question), signs)


@cache
def under(question: str, beginning: str) -> Mapping[str, float]:
    """Return the weights of the signs whose names have this *beginning*, by what follows it."""
    return {n.removeprefix(beginning): weight for n, weight in weights(question).items() if n.startswith(beginning)}


def added(known: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """Return what *signs* add up to by the weights *known*; ``speaks`` where a part of a table is at hand."""
    spoken: float = sum(map(mul, map(known.get, signs, _NOTHING), signs.values()))
    return spoken


def often(known: Mapping[str, float], counted: Mapping[str, int]) -> float:
    """Return what signs that stand so many times add up to by the weights *known*."""
    spoken: float = sum(map(mul, map(known.get, counted, _NOTHING), map(times, counted.values())))
    return spoken


def each(question: str, answers: tuple[str, ...], signs: Mapping[str, float]) -> list[float]:
    """Return what the same *signs* add up to for each of several *answers*; the table names them "ANSWER: SIGN"."""
    rows, nothing = _rows(question, answers), (0.0,) * len(answers)
    if not signs:
        return list(nothing)
    told = [rows.get(sign, nothing) for sign in signs]
    return [sum(map(mul, column, signs.values())) for column in zip(*told, strict=True)]


@cache
def _rows(question: str, answers: tuple[str, ...]) -> Mapping[str, tuple[float, ...]]:
    """Return for each sign its weights for the *answers*, in their order."""
    tables = [under(question, f"{answer}: ") for answer in answers]
    return {sign: tuple([known.get(sign, 0.0) for known in tables]) for known in tables for sign in known}


def likelihood(spoken: float) -> float:
    """Return the probability (0 to 1) of a yes for what its signs add up to."""
    return 0.5 + 0.5 * tanh(0.5 * spoken)  # which, unlike exp, no number is too large for


def confidence(likely: float) -> float:
    """Return a probability as the confidence of what was taken for right: never quite certain, never none."""
    return _MOST if likely > _MOST else _LEAST if likely < _LEAST else likely


def shares(spoken: Sequence[float]) -> list[float]:
    """Return the probability of each of several answers, of which one is right, for what speaks for each."""
    most = max(spoken, default=0.0)
    raised = [exp(s - most) for s in spoken]
    whole = sum(raised)
    return [r / whole for r in raised]
