"""Bodies that states make together: NATO, the European Union. As parties they are regions, as names they are bodies."""

from __future__ import annotations

import re
from functools import cache

from culturex.places import group
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.german import adjective
from culturex.suggest.mentions.scan import squeezed

# Groups that the gazetteer has among the bodies, and which have no seat.
_NO_BODY = frozenset(
    {"Eurozone", "Schengen Area", "Small Island Developing States", "Greater Mekong", "Ibero-America", "DACH"}
)
# Groups without a seat that act as bodies do, but for their meetings ("G20 Summit").
_CLUBS = frozenset({"G7", "G8", "G20", "G77"})
_NAMED_ON = re.compile(r"(?:['’]s?)?\s+(?:[A-Z]|\w*\s?(?:summit|presidency|meeting|countries|states|nations|members))")
_CONFIDENCE = 0.7
_MEMBERS = re.compile(r"\s(?:member )?(?:countries|states|nations|members)$")


def find(document: Document, bodies: list[Mention]) -> list[Mention]:
    """Return the unions of states named in *document* outside the names of *bodies*, each by its fullest name."""
    named = [m for m in document.mentions if m.kind == "region" and (m.extra or {}).get("form") == "name"]
    if not named:
        return []
    named = [m for m in named if is_body(m) or (m.value in _CLUBS and not _NAMED_ON.match(document.text, m.end))]
    if named:
        taken = {i for m in bodies for i in range(m.start, m.end)}
        named = [m for m in named if m.start not in taken]
    fullest: dict[str, str] = {}
    for mention in named:
        name = _MEMBERS.sub("", mention.text)
        if len(name) > len(fullest.get(mention.value, "")):
            fullest[mention.value] = squeezed(name)
    found = []
    if document.language == "de":
        fullest = {value: " ".join(adjective(word, "e") for word in name.split()) for value, name in fullest.items()}
    for mention in named:
        value = {"name": fullest[mention.value], "role": None, "country": None}
        extra = {"head": "union", "kind": "states"}
        text = _MEMBERS.sub("", mention.text)
        end = mention.start + len(text)
        found.append(
            Mention("organization", text, mention.start, end, value, "organizations.states", _CONFIDENCE, extra)
        )
    return found


def is_body(mention: Mention) -> bool:
    """Tell whether the region that *mention* names is a body with a seat, and its name is no word for a region."""
    # "Francophonie", "the Commonwealth": a movement, a word.
    named = " " in mention.text or sum(map(str.isupper, mention.text)) > 1 or not mention.text.isascii()
    return named and _has_seat(mention.value)


@cache
def _has_seat(name: str) -> bool:
    """Tell whether the group of this canonical name is a body with a seat."""
    union = group(name)
    return union is not None and union.kind == "organization" and union.name not in _NO_BODY
