"""What a finder returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


# Not frozen, though nobody changes one: making a frozen one takes five times as long, and an article has fifty.
@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A stretch of the article that names something.

    *kind* is ``date``, ``country``, ``region``, ``place``, ``person``, ``organization`` or ``number``; *text* equals
    ``article.text[start:end]``. *value* is an EDTF string for a date (None where it cannot be resolved), an alpha-2
    code for a country, the group's canonical name for a region, ``{"name", "country", "lat", "lon"}`` for a place,
    ``{"name", "title", "affiliation", "country", "role"}`` for a person, ``{"name", "role", "country"}`` for an
    organization, an int for a number. *rule* names the rule that made it (``dates.weekday``); *confidence* is 0..1.
    *extra* carries what only the engine needs (``basis`` of a date: stated, resolved or inferred; the form of a
    country: name, adjective, capital ...).
    """

    kind: str
    text: str
    start: int
    end: int
    value: Any
    rule: str
    confidence: float = 0.8
    extra: dict[str, Any] | None = None

    def weighed(self, likely: float) -> Mention:
        """Return this mention with a *likely* share (0..1) for its confidence, as ``replace`` would, in less time."""
        return Mention(self.kind, self.text, self.start, self.end, self.value, self.rule, round(likely, 2), self.extra)

    @property
    def is_part(self) -> bool:
        """Tell whether it is only a part of a longer name and names nothing itself ("Boston" in "Boston College")."""
        return bool(self.extra and self.extra.get("inside"))
