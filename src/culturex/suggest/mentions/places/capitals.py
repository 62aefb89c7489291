"""Capitals that stand for their governments: "Seoul said", "talks between Moscow and Ankara", "Tehran's policy"."""

from __future__ import annotations

from culturex.suggest.mentions.places.gazetteer import Hit, Scan

_AUXILIARIES = frozenset({"has", "had", "will", "would", "also", "have", "should", "must", "did", "does"})
_OPENING = frozenset({"and", "that", "but", "while", "as", "if", "because", "what"})
_LAST_LINKS = frozenset({"with", "and", "to"})
_APOSTROPHES, _HYPHENS = frozenset({"'", "’"}), frozenset({"-", "–"})
# So many words before a capital may say that it has relations, and so many after it.
_RELATED_BEFORE, _RELATED_AFTER, _RELATED_BEHIND_HYPHEN = 6, 5, 3


def is_government(found: Scan, hit: Hit) -> bool:
    """Tell whether the capital of a hit means the government in it."""
    before = hit.before
    if before and ("locatives" in before.lists or "city.sorts_before" in before.lists):
        return False
    return _speaks(found, hit) or _owns(found, hit) or _is_tied(found, hit)


def _speaks(found: Scan, hit: Hit) -> bool:
    """Tell whether the capital is said to act: "Seoul said", "Beijing has rejected"."""
    after = hit.after
    if after is None or hit.gap_after != " ":
        return False
    if "capital.strong_verbs" in after.lists:
        return _begins_clause(hit)
    if after.folded not in _AUXILIARIES:
        return False
    second = found.token(hit.last + 1)
    acts = "capital.verbs" in second.lists and second.folded not in {"is", "was"}
    return acts and _begins_clause(hit)


def _begins_clause(hit: Hit) -> bool:
    """Tell whether no small preposition before makes the capital an object ("people in Paris said")."""
    if hit.first == 0 or hit.previous.folded in _OPENING:
        return True
    return any(c in '.!?,;:\n"“”—' for c in hit.gap_before)


def _owns(found: Scan, hit: Hit) -> bool:
    """Tell whether something of a government is the capital's: "Tehran's nuclear programme"."""
    if hit.following.folded != "s" or hit.gap_after not in _APOSTROPHES:
        return False
    return "capital.possessed" in found.token(hit.last + 1).lists


def _is_tied(found: Scan, hit: Hit) -> bool:
    """Tell whether the capital has relations: "relations between Moscow and Ankara", "Moscow-Ankara talks"."""
    first = max(0, hit.first - _RELATED_BEFORE)
    if _relates(found, first, hit.first):
        window = [found.word(at) for at in range(first, hit.first)]
        if "between" in window or (hit.previous.folded in _LAST_LINKS and "with" in window):
            return True
    if hit.following.folded == "and" and "between" in (hit.previous.folded, found.word(hit.first - 2)):
        return _relates(found, hit.last, hit.last + _RELATED_AFTER)
    hyphen = hit.gap_after in _HYPHENS or (hit.first > 0 and hit.gap_before in _HYPHENS)
    return hyphen and _relates(found, hit.last, hit.last + _RELATED_BEHIND_HYPHEN)


def _relates(found: Scan, first: int, last: int) -> bool:
    """Tell whether one of these words speaks of relations."""
    return any("capital.relations" in found.token(at).lists for at in range(first, last))
