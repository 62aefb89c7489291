"""Hold what a model said against the article: each value needs a quote that stands there and says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from culturex.model.event import Event

if TYPE_CHECKING:
    from culturex.model.article import Article
    from culturex.model.codebook import Codebook


class Named(Protocol):
    """What is named in a text, as the finders of the suggester see it (``suggest.mentions.Mention``)."""

    kind: str
    start: int
    end: int
    value: Any
    extra: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Verified:
    """The *events* with their evidence, and *refusals*: a sentence for each value that was turned away, and why."""

    events: tuple[Event, ...] = ()
    refusals: tuple[str, ...] = ()


def verify(
    raw: Sequence[Mapping[str, Any]],
    article: Article,
    codebook: Codebook,
    *,
    method: str,
    mentions: Sequence[Named] = (),
    completion: int | None = None,
) -> Verified:
    """Return the events of a reply, every value with its evidence: how its quote was found, and whether it says so.

    *method* is ``model:NAME``; *mentions* are what the finders see in the article, for dates, places and numbers.
    """
    return Verified()
