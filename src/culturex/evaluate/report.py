"""From marks to figures: what an evaluation comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from culturex.errors import InputError
from culturex.evaluate.alike import squash
from culturex.evaluate.coding import NOTHING, Coding, read, strange
from culturex.evaluate.measures import F1, MEASURES, Case, Mark

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Figure:
    """What one measure comes to over all articles.

    *right* answers, *extra* ones (given, not in the reference) and *missed* ones (in the reference, not given). For a
    share, *missed* are all that are not right, and *extra* is 0.
    """

    name: str
    kind: str
    headline: bool
    right: int
    extra: int
    missed: int

    @property
    def value(self) -> float | None:
        """The share that is right, or F1, from 0 to 1; None where nothing was asked."""
        asked = self.right * (1 + (self.kind == F1)) + self.extra + self.missed
        return self.right * (1 + (self.kind == F1)) / asked if asked else None

    @property
    def precision(self) -> float | None:
        """The share of what was given that is right, for F1; 0 where nothing was given."""
        return self._part(self.extra)

    @property
    def recall(self) -> float | None:
        """The share of the reference that was given, for F1; 0 where the reference has nothing."""
        return self._part(self.missed)

    def _part(self, wrong: int) -> float | None:
        if self.kind != F1 or self.value is None:
            return None
        return self.right / (self.right + wrong) if self.right + wrong else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One answer that is not right: the article, the measure, what either has, and the quote it rests on.

    *reference* is None where the coding has one too many, *coding* where it lacks one.
    """

    article: str
    field: str
    reference: Any
    coding: Any
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: the names of the *articles*, those *missing* a coding, a Figure for each measure, and the misses."""

    articles: tuple[str, ...]
    missing: tuple[str, ...]
    figures: tuple[Figure, ...]
    misses: tuple[Miss, ...]

    @property
    def overall(self) -> float:
        """The mean of the main figures that have a value, from 0 to 1."""
        values = [f.value for f in self.figures if f.headline and f.value is not None]
        return sum(values) / len(values) if values else 0.0

    def to_dict(self, *, details: bool = False) -> dict[str, Any]:
        """Return JSON values: each figure under the name of its measure, four digits; with *details* the misses."""
        values = {f.name: None if f.value is None else round(f.value, 4) for f in self.figures}
        counts = {f.name: {"right": f.right, "extra": f.extra, "missed": f.missed} for f in self.figures}
        head = {"articles": len(self.articles), "missing": list(self.missing), "overall": round(self.overall, 4)}
        misses = [{name: getattr(miss, name) for name in Miss.__slots__} for miss in self.misses]
        return {**head, **values, "counts": counts, **({"misses": misses} if details else {})}


def check(data: Any, codebook: Codebook) -> list[str]:
    """Return what is odd in a coding (JSON values), a sentence for each value that can agree with nothing.

    Raise InputError, naming the key, where *data* is no coding that can be compared.
    """
    return strange(read(data), codebook)


def score(references: Mapping[str, Any], codings: Mapping[str, Any], texts: Mapping[str, str] | None = None) -> Report:
    """Compare *codings* with *references*: JSON values of the one shape, by the name of the article.

    A reference without a coding counts as coded with nothing; a coding without a reference is not looked at. *texts*
    are those of the articles; where one is not given, nothing is asked about evidence. Raise InputError,
    naming article and key, for a coding that is none.
    """
    marks: dict[str, list[Mark]] = {name: [] for name in MEASURES}
    misses: list[Miss] = []
    for article in references:
        case = _case(article, references, codings, texts or {})
        for name, measure in MEASURES.items():
            given = list(measure.judge(case))
            marks[name] += given
            misses += [Miss(article, name, *mark[1:]) for mark in given if not mark.right]
    figures = tuple(_figure(name, given) for name, given in marks.items())
    missing = tuple(sorted(set(references) - set(codings)))
    return Report(tuple(references), missing, figures, tuple(misses))


def _case(article: str, references: Mapping[str, Any], codings: Mapping[str, Any], texts: Mapping[str, str]) -> Case:
    coding = _read(codings[article], article, "coding") if article in codings else NOTHING
    text = squash(texts[article]) if article in texts else None
    return Case(_read(references[article], article, "reference"), coding, text)


def _read(data: Any, article: str, what: str) -> Coding:
    try:
        return read(data)
    except InputError as error:
        raise InputError(f"The {what} of {article} cannot be used: {error.message}", error.hint) from None


def _figure(name: str, marks: list[Mark]) -> Figure:
    measure = MEASURES[name]
    right = sum(mark.right for mark in marks)
    wrong = [mark for mark in marks if not mark.right]
    if measure.kind != F1:
        return Figure(name, measure.kind, measure.headline, right, 0, len(wrong))
    extra, missed = (sum(m[at] is not None for m in wrong) for at in (2, 1))
    return Figure(name, measure.kind, measure.headline, right, extra, missed)
