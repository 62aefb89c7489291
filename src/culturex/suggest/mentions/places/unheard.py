"""Towns that no gazetteer knows, told by prepositions and by being named again: "à Trévargol", "to Okemura".

Villages, their schools and their twin towns are seldom in a gazetteer, and the page says their names often.
"""

from __future__ import annotations

from collections.abc import Iterator

from culturex.places.keys import fold
from culturex.suggest.mentions.places.gazetteer import Scan
from culturex.suggest.mentions.places.tables import NO_NAMES, SHORTEST, PlaceTables
from culturex.suggest.mentions.words.people import listed

_INSIDE = frozenset({" ", "-", "’", "'"})
_AND = frozenset({"and", "y", "e", "et"})
_AGAIN = 2
_COMING = frozenset({"came", "come", "comes", "coming", "ran", "run", "stumbled"})
# More such names than a page of one event has.
_MOST = 8
# What such a name may be no word of; a common word is a town only where more than a preposition says so.
_NO_NAMES = NO_NAMES | {"city.words"}
# A name that ends as towns do has so many letters.
_LONG = 7
_GERMAN = "de"


def unheard(found: Scan, words: PlaceTables) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of names that are places and that the gazetteer lacks, wherever they stand.

    A capitalised word that is no other name is one behind a preposition that stands before places only (``surely``), or
    behind any preposition of place (``around``) if it is named again. German writes every noun so: there it must be
    named again without an article, have the ending of a town, people called after it ("Gesseler") or "Stadt" before it.
    """
    heads: dict[str, bool] = {}
    for at in found.cued.get("around", ()):
        name = found.printed[at + 1] if at + 1 < found.count else ""
        if len(name) < SHORTEST or not name.istitle() or found.gap(at) not in {" ", "\u00a0"}:
            continue
        if _is_name(found, at + 1) and not _is_met(found, at):
            heads[name] = heads.get(name, False) or words.has("city.surely", found.word(at))
    called = {at + 1 for at in found.cued.get("titled", ()) if _is_called(found, at)}
    if not heads and not called:
        return
    if found.language == _GERMAN:
        heads = {name: _is_german(found, name, words) for name in heads}
    heads.update((found.printed[at], True) for at in called)
    names = [name for name, is_sure in heads.items() if is_sure or found.times[name] >= _AGAIN][:_MOST]
    if found.language == _GERMAN:
        names = [name for name in names if heads[name]]
    at_name = {name: [at for at, word in enumerate(found.printed) if word == name] for name in names}
    for positions in at_name.values():
        if any(_is_other(found, at) or _is_owner(found, at) for at in positions):
            continue
        yield from ((at, at) for at in positions if not _goes_on(found, at))


def _is_called(found: Scan, at: int) -> bool:
    """Tell whether the name of a town follows word *at*: "Stadt Krummesbach", "Partnergemeinde Wolbrenz"."""
    name = found.token(at + 1).text
    return len(name) >= SHORTEST and name.istitle() and found.gap(at) == " " and _is_name(found, at + 1)


def _is_name(found: Scan, at: int) -> bool:
    """Tell whether a word can be a name of a place that nobody knows: no common word, and no part of a known name."""
    word = found.token(at)
    if word.folded in listed("en", "common_words") or found.is_held(at) or not _NO_NAMES.isdisjoint(word.lists):
        return False
    return not found.times[word.text.lower()] and not _goes_on(found, at)


def _is_met(found: Scan, at: int) -> bool:
    """Tell whether "across" tells whom somebody met by chance: "the doctors came across Shanti"."""
    return found.word(at) == "across" and found.word(at - 1) in _COMING


def _goes_on(found: Scan, at: int) -> bool:
    """Tell whether this word is the first of a longer name, of which a small one may be part ("Estudios de Asia")."""
    if found.gap(at) not in _INSIDE:
        return False
    after = found.token(at + 1)
    if after.is_capital:
        return True
    second = found.token(at + 2)
    if after.folded in _AND:  # "en Humanidades y Ciencias"
        return second.is_capital and not found.is_held(at + 2)
    return "of" in after.lists and found.language != _GERMAN and second.is_capital


def _is_other(found: Scan, at: int) -> bool:
    """Tell whether the name is somebody's ("Mike Brown", "Mayor Brown") or a short form in brackets."""
    if found.text[found.starts[at] - 1 : found.starts[at]] == "(" and found.gap(at).startswith(")"):
        return True
    before = found.token(at - 1)
    if found.gap(at - 1) not in {" ", ". "} or not before.is_capital:
        return False
    if found.gap(at - 1) == ". ":
        return len(before.text) <= _AGAIN + 1
    if found.language == _GERMAN:
        return not {"given_names", "titles"}.isdisjoint(before.lists)
    return {"openers", "city.sorts_before", "city.sorts", "beside"}.isdisjoint(before.lists)


def _is_owner(found: Scan, at: int) -> bool:
    """Tell whether a school or a shop is called after the bearer of the name ("Trevor's School")."""
    return found.word(at + 1) == "s" and found.gap(at) in {"'", "’"} and found.token(at + 2).is_capital


def _is_german(found: Scan, name: str, words: PlaceTables) -> bool:
    """Tell whether a noun is a town's name: by its ending, by people called after it, or as no article stands before it
    where it is named again behind prepositions.
    """
    folded = fold(name)
    if (folded.endswith(words.endings) and len(name) >= _LONG) or found.times[f"{name}er"]:
        return True
    if found.times[name] < _AGAIN or folded.endswith(words.noun_endings):
        return False
    before = [found.token(at - 1) for at, word in enumerate(found.printed) if word == name and at]
    placed = sum(["city.around" in word.lists for word in before])
    return placed >= _AGAIN and not any("city.articles" in word.lists for word in before)
