"""Bring names in Cyrillic back to the nominative as far as endings tell: "Аллой Маниловой" -> "Алла Манилова"."""

from __future__ import annotations

from functools import cache

from culturex.suggest.mentions.words.forms import forms
from culturex.suggest.mentions.words.people import entries, listed

_IRREGULAR = {"павел": "павл", "лев": "льв", "петр": "петр", "александр": "александр"}
# Endings of the cases (genitive, dative, instrumental, prepositional, accusative) by the ending of the nominative.
_HARD = (("а", "g"), ("у", "d"), ("ові", "d"), ("ом", "i"), ("е", "p"))
_SHORT = (("я", "g"), ("ю", "d"), ("еві", "d"), ("єві", "d"), ("ем", "i"), ("єм", "i"), ("е", "p"), ("и", "p"))
_A = (("ы", "g"), ("и", "g"), ("е", "d"), ("і", "d"), ("у", "a"), ("ой", "i"), ("ою", "i"), ("ей", "i"))
_JA = (("и", "g"), ("і", "g"), ("ї", "g"), ("е", "d"), ("ю", "a"), ("ей", "i"), ("ею", "i"), ("єю", "i"))


@cache
def office_cases(language: str) -> dict[str, str]:
    """Return form -> case letter of the offices of *language* in the singular; the first case that it may be."""
    found: dict[str, str] = {}
    for entry in str(entries(language).get("titles", "")).split():
        base, _, pattern = entry.partition(":")
        singular = [form for form, number in forms(base, pattern, language) if number == "singular"]
        for form, case in zip(singular, "ngdip", strict=False):
            found.setdefault(form, case)
    return found


def stranger(word: str, case: str) -> str:
    """Return the last word of a name that no table knows in the nominative, given the *case* of the office before it.

    >>> stranger("Лвина", "g"), stranger("Хуном", "i"), stranger("Любаевой", "i"), stranger("Чжо", "g")
    ('Лвин', 'Хун', 'Любаева', 'Чжо')
    """
    if word.endswith(("овой", "евой", "ёвой", "иной")):
        return word[:-2] + "а"
    if word.endswith(("ской", "цкой")):
        return word[:-2] + "ая"
    return surname(word, "m", case)


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
        ("ської", "ська"),
        ("цької", "цька"),
        ("ською", "ська"),
        ("цькою", "цька"),
        ("ську", "ська"),
        ("ою", "а"),
        ("ої", "а"),
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
    "g": (("ського", "ський"), ("цького", "цький"), ("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"),
          ("ы", "а"), ("а", ""), ("я", "ь"), ("и", "а")),
    "d": (("ському", "ський"), ("цькому", "цький"), ("ові", ""), ("еві", ""), ("скому", "ский"), ("цкому", "цкий"),
          ("ому", "ый"), ("ему", "ий"), ("у", ""), ("ю", "ь"), ("е", "а")),
    "i": (("ським", "ський"), ("цьким", "цький"), ("ским", "ский"), ("цким", "цкий"), ("ым", ""), ("ом", ""),
          ("ем", ""), ("ой", "а"), ("им", "ий")),
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


def adjective(word: str, noun: str, language: str = "ru") -> str:
    """Return an adjective of *language* in the nominative that agrees with *noun* (in the nominative).

    >>> adjective("Московского", "университет"), adjective("Национальной", "библиотека")
    ('Московский', 'Национальная')
    """
    if language == "uk":
        return _ukrainian(word, noun)
    for ending in ("ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "юю"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            soft = stem.endswith(("к", "г", "х", "ш", "щ", "ж", "ч"))
            if noun.endswith(("а", "я")):
                return stem + "ая"
            if noun.endswith(("о", "е")):
                return stem + "ое"
            if word.endswith(("ьего", "ьему", "ьем", "ьим")):
                return stem[:-1] + "ий"  # "Третьего"
            return stem + ("ий" if soft else "ый")
    return word


def _ukrainian(word: str, noun: str) -> str:
    for ending in ("ього", "ьому", "ого", "ому", "ими", "ім", "им", "ій", "ої", "ою", "ьої", "ьою", "у"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if noun.endswith(("а", "я")) and not noun.endswith("ння"):
                return stem + "а"
            return stem + "е" if noun.endswith(("о", "е", "я")) else stem + "ий"
    return word
