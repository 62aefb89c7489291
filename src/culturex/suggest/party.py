"""A party to an event: a country with what speaks for it, and which country a mention names or implies."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from culturex.suggest.mentions import Mention

# How much a mention says that its country is a party, by the kind of the mention.
WEIGHTS = {"country": 1.0, "place": 0.8, "organization": 0.8, "person": 0.6}
# A place speaks for its country from this confidence on; one in the name of a body ("Yarmouk Cultural Centre") later,
# though not so late where it happens at that body.
SURE, SURE_IN_BODY, SURE_IN_NAME = 0.55, 0.75, 0.82
# Adjectives may name a language.
ADJECTIVES = frozenset({"countries.adjective", "countries.language"})

_start = attrgetter("start")


@dataclass(slots=True)
class Party:
    """A country with what speaks for it.

    *host* adds up what speaks for its being the host; *given* tells that something is given to people there,
    *placed* that a town of it is named.
    """

    code: str
    weight: float = 0.0
    host: float = 0.0
    mentions: list[Mention] = field(default_factory=list)
    core: bool = False
    rule: str = "countries.named"
    given: bool = False
    placed: bool = False

    @property
    def mention(self) -> Mention:
        """The mention to quote: a country's own name before a city or a body that only implies it."""
        if len(self.mentions) == 1:
            return self.mentions[0]
        named = [m for m in self.mentions if m.kind == "country"] or self.mentions
        return named[0] if len(named) == 1 else min(named, key=_start)


def code_of(mention: Mention) -> str | None:
    """Return the country that a mention names or implies."""
    value = mention.value
    code = value if mention.kind == "country" else value.get("country") if isinstance(value, dict) else None
    return str(code) if code else None


def is_guessed(mention: Mention) -> bool:
    """Tell whether nothing but the home of the page has told in which country a place lies."""
    extra = mention.extra
    return extra is not None and extra.get("hint") == "home"
