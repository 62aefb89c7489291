"""Towns that no gazetteer knows, told by one that it knows in a row with them: "in Chisinau and Vadulesti"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.gazetteer import Scan
from culturex.suggest.mentions.places.tables import NO_NAMES, SHORTEST
from culturex.suggest.mentions.words.people import listed

_AND = frozenset({"and", "und", "et", "y", "e", "ve", "и", "та", "і", "i", "a"})
# How a place must be told to vouch for another, and how sure it must be.
_TOLD, _SURE = frozenset({"in", "list"}), 0.7
_NO_NAMES = NO_NAMES | {"city.words"}
_INSIDE = frozenset({" ", "-", "’", "'"})


def beside(found: Scan, mentions: Iterable[Mention], taken: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Yield the word numbers of such names, each with the country (ISO code) of the place that vouches for it.

    The name ends a row of places of which the one before is told as a place and is sure; it stands in no longer name,
    and its word is written small nowhere.
    """
    for mention in mentions:
        if mention.confidence < _SURE or (mention.extra or {}).get("hint") not in _TOLD:
            continue
        at = bisect_right(found.starts, mention.end - 1) + 1
        if at >= found.count or found.gap(at - 2) != " " or found.gap(at - 1) != " ":
            continue
        if found.word(at - 1) in _AND and found.starts[at] not in taken and _is_name(found, at):
            yield at, str(mention.value["country"])


def _is_name(found: Scan, at: int) -> bool:
    """Tell whether a word can be the name of a town that nobody knows, and all of it."""
    word = found.token(at)
    if len(word.text) < SHORTEST or not word.text.istitle() or found.is_held(at):
        return False
    if not _NO_NAMES.isdisjoint(word.lists) or word.folded in listed("en", "common_words"):
        return False
    if found.times[word.text.lower()]:
        return False
    if found.gap(at) not in _INSIDE:
        return True
    following = found.token(at + 1)
    if following.is_capital or "locatives" in following.lists:  # "Sakata and Domtar in Delaware"
        return False
    return not (len(following.text) < SHORTEST and found.token(at + 2).is_capital)
