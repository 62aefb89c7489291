"""The base form of German names of bodies: "des Deutschen Akademischen Austauschdienstes" is the Deutscher ... ."""

from __future__ import annotations

from collections.abc import Sequence

from culturex.suggest.mentions.words.bodies import Head, Tables

# How adjectives end that stand before heads, without the ending of the case.
_ADJECTIVES = (
    "isch",
    "deutsch",
    "lich",
    "ig",
    "ional",
    "al",
    "sozial",
    "frei",
    "neu",
    "alt",
    "hoh",
    "zentral",
    "staatlich",
)
_CASES = ("en", "em", "er", "es", "e")
# Of a town's groups there is one of each: "die Jugendfeuerwehr".
_GROUPS = ("verein", "feuerwehr", "komitee", "orchester", "musikschule")
_ARTICLES = frozenset(("der", "die", "das", "des", "dem"))
_OF = {"neuter": "es", "masculine": "er"}


def base_form(words: Sequence[str], at: int, head: Head, tables: Tables) -> str | None:
    """Return the words of a name in the nominative without article; None where they stand in it.

    *at* is the place of the *head* among *words*.

    >>> from culturex.suggest.mentions.words.bodies import tables_for
    >>> heads = tables_for("de")
    >>> base_form(["Auswärtigen", "Amtes"], 1, heads.heads["amtes"], heads)
    'Auswärtiges Amt'
    """
    ending = _OF.get(tables.genders.get(head.base, ""), "e")
    nominative = [adjective(word, ending) for word in words[:at]]
    noun = words[at]
    for case in ("es", "s"):
        if noun.casefold().endswith(head.base + case):
            noun = noun[: -len(case)]
            break
    base = [*nominative, noun, *words[at + 1 :]]
    return " ".join(base) if base != list(words) else None


def adjective(word: str, ending: str) -> str:
    """Return *word* with this *ending* if it is an adjective, as it is if not.

    >>> adjective("Afrikanischen", "e"), adjective("Berliner", "e"), adjective("Deutsch-Polnischen", "es")
    ('Afrikanische', 'Berliner', 'Deutsch-Polnisches')
    """
    for case in _CASES:
        stem = word.removesuffix(case)
        if stem != word and stem.casefold().endswith(_ADJECTIVES):
            return stem + ending
    return word


def is_group(article: str, word: str) -> bool:
    """Tell whether *word* behind an *article* (both in small letters) is a group by a compound of a town's own.

    >>> is_group("die", "jugendfeuerwehr"), is_group("die", "feuerwehr"), is_group("eine", "musikschule")
    (True, False, False)
    """
    return article in _ARTICLES and word.endswith(_GROUPS) and (word not in _GROUPS or word == "musikschule")
