"""Capitals that stand for their governments: "Seoul said", "talks between Moscow and Ankara", "Tehran's policy"."""

from __future__ import annotations

from culturex.suggest.mentions.gazetteer import Hit, Scan
from culturex.suggest.mentions.places_tables import PlaceTables

_SUBJECT = frozenset({"and", ","})


def is_government(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether the capital of a hit means the government in it."""
    before = found.before(hit)
    if before and (words.has("locatives", before.folded) or words.has("city.sorts_before", before.folded)):
        return False
    return _speaks(found, hit, words) or _owns(found, hit, words) or _is_tied(found, hit, words)


def _speaks(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether the capital is said to act: "Seoul said", "Beijing has rejected"."""
    after = found.after(hit)
    if after is None or found.gap(hit.last - 1) != " ":
        return False
    if words.has("capital.strong_verbs", after.folded):
        return _begins_clause(found, hit)
    second = found.word(hit.last + 1)
    auxiliary = after.folded in {"has", "had", "will", "would", "also", "have", "should", "must", "did", "does"}
    return (
        auxiliary and words.has("capital.verbs", second) and second not in {"is", "was"} and _begins_clause(found, hit)
    )


def _begins_clause(found: Scan, hit: Hit) -> bool:
    """Tell whether no small preposition before makes the capital an object ("people in Paris said")."""
    if hit.first == 0:
        return True
    gap = found.gap(hit.first - 1)
    previous = found.token(hit.first - 1)
    return any(c in '.!?,;:\n"“”—' for c in gap) or previous.folded in {
        "and",
        "that",
        "but",
        "while",
        "as",
        "if",
        "because",
        "what",
    }


def _owns(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether something of a government is the capital's: "Tehran's nuclear programme"."""
    if found.word(hit.last) != "s" or found.gap(hit.last - 1) not in {"'", "’"}:
        return False
    return words.has("capital.possessed", found.word(hit.last + 1))


def _is_tied(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether the capital has relations: "relations between Moscow and Ankara", "Moscow-Ankara talks"."""
    window = found.folded[max(0, hit.first - 6) : hit.first]
    related = any(words.has("capital.relations", w) for w in window)
    if related and ("between" in window or (window and window[-1] in {"with", "and", "to"} and "with" in window)):
        return True
    if found.word(hit.last) == "and" and "between" in window[-2:]:
        return any(words.has("capital.relations", found.word(i)) for i in range(hit.last, hit.last + 5))
    hyphen = found.gap(hit.last - 1) in {"-", "–"} or (hit.first > 0 and found.gap(hit.first - 1) in {"-", "–"})
    return hyphen and any(words.has("capital.relations", found.word(i)) for i in range(hit.last, hit.last + 3))
