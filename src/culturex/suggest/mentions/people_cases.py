"""Bring names in Cyrillic back to the nominative as far as endings tell: "Аллой Маниловой" -> "Алла Манилова"."""

from __future__ import annotations

from functools import cache

from culturex.suggest.mentions.people_tables import listed

_IRREGULAR = {"павел": "павл", "лев": "льв", "петр": "петр", "александр": "александр"}
# Endings of the cases (genitive, dative, instrumental, prepositional, accusative) by the ending of the nominative.
_HARD = (("а", "g"), ("у", "d"), ("ом", "i"), ("е", "p"))
_SHORT = (("я", "g"), ("ю", "d"), ("ем", "i"), ("е", "p"), ("и", "p"))
_A = (("ы", "g"), ("и", "g"), ("е", "d"), ("у", "a"), ("ой", "i"), ("ей", "i"))
_JA = (("и", "g"), ("е", "d"), ("ю", "a"), ("ей", "i"))


@cache
def given_forms(language: str) -> dict[str, tuple[str, str, str]]:
    """Return form -> (nominative, gender ``m``/``f``, case letter) of the given names of *language*."""
    names = set(listed(language, "given_names")) | (set(listed("ru", "given_names")) if language != "ru" else set())
    found: dict[str, tuple[str, str, str]] = {}
    for name in sorted(names):
        gender = "f" if name.endswith(("а", "я")) and name not in listed("ru", "men") else "m"
        found[name] = (name, gender, "n")
    for name in sorted(names):
        gender = found[name][1]
        for ending, case in _endings(name):
            stem = _IRREGULAR.get(name) or (name[:-1] if name[-1] in "аяйь" else name)
            found.setdefault(stem + ending, (name, gender, case))
    return found


def _endings(name: str) -> tuple[tuple[str, str], ...]:
    last = name[-1]
    if last == "а":
        return _A
    if last == "я":
        return _JA
    if last in "йь":
        return _SHORT
    return _HARD if last not in "оеиуыэю" else ()


def is_patronymic(lower: str) -> bool:
    """Tell whether a word (lower case) is a patronymic in any case."""
    return patronymic(lower) is not None


def patronymic(lower: str) -> str | None:
    """Return the nominative of a patronymic, or None where *lower* is none.

    >>> patronymic("ивановича"), patronymic("петровной"), patronymic("москва")
    ('иванович', 'петровна', None)
    """
    for ending in ("", "а", "у", "ем", "е"):
        stem = lower.removesuffix(ending) if lower.endswith(ending) else ""
        if stem.endswith(("ович", "евич", "ьич")) and len(stem) > 5:
            return stem
    for ending in ("а", "ы", "е", "у", "ой"):
        stem = lower.removesuffix(ending) if lower.endswith(ending) else ""
        if stem.endswith(("овн", "евн", "ичн", "иничн")) and len(stem) > 5:
            return stem + "а"
    return None


def surname(word: str, gender: str, case: str) -> str:
    """Return a family name in the nominative, given the *gender* and *case* that the given name shows.

    >>> surname("Маниловой", "f", "i"), surname("Долгова", "m", "g"), surname("Шевченко", "m", "g")
    ('Манилова', 'Долгов', 'Шевченко')
    """
    fixed = word.endswith(("о", "их", "ых", "дзе", "швили", "и")) and not word.endswith(
        ("ого", "его", "ски", "ги", "ки")
    )
    if case == "n" or fixed:
        return word
    return _woman(word, case) if gender == "f" else _man(word, case)


def _woman(word: str, case: str) -> str:
    for ending, base in (
        ("ской", "ская"),
        ("цкой", "цкая"),
        ("скую", "ская"),
        ("цкую", "цкая"),
        ("ую", "ая"),
        ("ой", "а"),
        ("ей", "я"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + base
    if case == "a" and word.endswith("у"):
        return word[:-1] + "а"
    if case == "g" and word.endswith(("ы", "и")):
        return word[:-1] + "а"
    if case == "d" and word.endswith("е"):
        return word[:-1] + "а"
    return word


_MAN = {
    "g": (("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"), ("ы", "а"), ("а", ""), ("я", "ь"),
          ("и", "а")),
    "d": (("скому", "ский"), ("цкому", "цкий"), ("ому", "ый"), ("ему", "ий"), ("у", ""), ("ю", "ь"), ("е", "а")),
    "i": (("ским", "ский"), ("цким", "цкий"), ("ым", ""), ("ом", ""), ("ем", ""), ("ой", "а"), ("им", "ий")),
    "p": (("ском", "ский"), ("цком", "цкий"), ("ом", "ый"), ("е", "")),
    "a": (("у", "а"),),
}  # fmt: skip


def _man(word: str, case: str) -> str:
    for ending, base in _MAN.get(case, ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if ending == "я" and stem.endswith(("е", "а", "о", "и")):
                return stem + "й"
            return stem + base
    return word


def adjective(word: str, noun: str) -> str:
    """Return an adjective in the nominative that agrees with *noun* (in the nominative).

    >>> adjective("Московского", "университет"), adjective("Национальной", "библиотека")
    ('Московский', 'Национальная')
    """
    for ending in ("ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "юю"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            soft = stem.endswith(("к", "г", "х", "ш", "щ", "ж", "ч"))
            if noun.endswith(("а", "я")):
                return stem + "ая"
            if noun.endswith(("о", "е")):
                return stem + "ое"
            return stem + ("ий" if soft else "ый")
    return word
