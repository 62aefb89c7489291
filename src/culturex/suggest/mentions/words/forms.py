"""Case forms of nouns and names by the patterns that a language's people.toml lists, and the English possessive."""

from __future__ import annotations

from functools import cache

from culturex.suggest.languages import table

_PLURAL_FROM = 5


@cache
def _patterns(language: str) -> dict[str, tuple[str, ...]]:
    """Return the patterns of a language: name -> endings, nominative singular first, ``_`` for no ending.

    Where a case has several, a slash parts them.
    """
    data = table(language, "people").get("patterns", {}) or table("ru", "people").get("patterns", {})
    return {name: tuple("" if e == "_" else e for e in str(endings).split()) for name, endings in data.items()}


def without_possessive(text: str) -> str:
    """Return *text* without the English ending of an owner.

    >>> without_possessive("Norec's"), without_possessive("Norec’s"), without_possessive("Norec")
    ('Norec', 'Norec', 'Norec')
    """
    return text.removesuffix("'s").removesuffix("’s")


def forms(base: str, pattern: str, language: str) -> list[tuple[str, str]]:
    """Return the forms of *base* with their number, ``singular`` or ``plural``; only the base for unknown patterns.

    >>> forms("hall", "fixed", "en")
    [('hall', 'singular')]
    """
    endings = _patterns(language).get(pattern)
    if not endings or not base.endswith(endings[0]):
        return [(base, "singular")]
    stem = base.removesuffix(endings[0])
    found: dict[str, str] = {}
    for i, case in enumerate(endings):
        for ending in case.split("/"):
            found.setdefault(stem + ending.strip("_"), "plural" if i >= _PLURAL_FROM else "singular")
    return list(found.items())
