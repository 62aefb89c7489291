"""Answers for a name that somebody typed: which country, group, city or subdivision it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from culturex.places.gazetteer import Index, index
from culturex.places.keys import key
from culturex.places.records import City, Country, Entry, Group, Subdivision

# Best first. A name before an adjective, an adjective before a demonym.
_COUNTRY_KINDS = {"country": 0, "adjective": 1, "demonym": 2, "asked": 3}
_TEXT_KINDS = {kind: rank for kind, rank in _COUNTRY_KINDS.items() if kind != "asked"}
_GROUP_KINDS = {"group": 0, "group_adjective": 1, "asked_group": 2}
# Words before the name of a state that say only that it is one. Compiled when a name is not found as typed.
_STATE = (
    r"^(?:la |le |el |los |les |l )?(?:republique|republica|repubblica|republik|royaume|reino|regno) "
    r"(?:de la |de l |de |d |du |del |di |do |da )?"
    r"|^(?:республики |республика |республике |республику |республикои |королевство |королевства )"
    r"|^(?:of )?(?:the )?"
    r"(?:(?:islamic |people s |democratic |socialist |federal |arab |federative |co operative )*"
    r"(?:republic|kingdom|state|states|principality|sultanate|emirate|commonwealth|union|grand duchy|government|"
    r"territory|nation) of )?(?:the )?"
)
# "Armenia's", "Ermenistan'ın": what follows the apostrophe is an ending.
_AFTER_APOSTROPHE = r"(?<=\w{3})['’ʼ]\w{0,6}\s*$"


def country(text: str, language: str | None = None) -> Country | None:
    """Return the country that *text* names, or None.

    Understood are names in the languages of CLDR, former and short names, adjectives and demonyms, alpha-2 and alpha-3
    codes, inflected forms, and "the Republic of X". Case and accents do not count. Ambiguous names have one answer:
    Georgia GE, Congo CG, Korea KR, Guinea GN, Niger NE, Dominican DO, Samoa WS, Micronesia FM.

    What a user types is taken in good part. Words that stand in a text of a *language* (ISO 639-1) name a country only
    where such a text may use them so: names of other languages and their endings, and doubtful names, are left out.

    >>> country("Kazakh").code, country("Arménie").code, country("KAZ").code, country("Армении").code
    ('KZ', 'AM', 'KZ', 'AM')
    >>> country("ru").code, country("uk").code
    ('RU', 'GB')
    >>> country("Island").code, country("Island", "de").code, country("Island", "en")
    ('IS', 'IS', None)
    """
    data = index()
    stripped = text.strip()
    # Two letters are a code however they are written (RU is no Royaume-Uni, MY no pronoun), three only as capitals.
    if stripped.isascii() and (len(stripped) == 2 or (len(stripped) == 3 and stripped.isupper())):
        found = _by_code(data, stripped.upper())
        if found:
            return found
    entry = _best(data, stripped, _COUNTRY_KINDS if language is None else _TEXT_KINDS, language)
    return data.country(str(entry.ref)) if entry else None


def country_by_code(code: str) -> Country | None:
    """Return the country of an alpha-2 or alpha-3 code (any case), or None."""
    return _by_code(index(), code.strip().upper())


def _by_code(data: Index, code: str) -> Country | None:
    if len(code) == 2:
        return data.country(code)
    rows = data.rows("select code from country where alpha3 = ?", (code,)) if len(code) == 3 else []
    return data.country(rows[0][0]) if rows else None


def countries() -> list[Country]:
    """Return all countries and territories, by name."""
    return index().countries()


def group(text: str, language: str | None = None) -> Group | None:
    """Return the group of countries that *text* names ("Central Asian", "СНГ", "EU"), or None.

    With a *language* as ``country`` takes it.
    """
    data = index()
    entry = _best(data, text, _GROUP_KINDS, language)
    return data.group(str(entry.ref)) if entry else None


def groups() -> list[Group]:
    """Return all groups of countries, by name."""
    return index().groups()


def resolve(text: str) -> Country | Group | None:
    """Return the country or, failing that, the group that *text* names, or None."""
    return country(text) or group(text)


def lookup(keys: Iterable[str]) -> dict[str, list[Entry]]:
    """Return key = what it means, best first, for those of *keys* (made by ``key``) that the gazetteer knows."""
    asked = {k: k.split() for k in keys}
    firsts = index().by_first(parts[0] for parts in asked.values() if parts)
    found: dict[str, list[Entry]] = {}
    for folded, parts in asked.items():
        if parts and parts[0] in firsts:
            rest = tuple(parts[1:])
            if entries := firsts[parts[0]].with_rest(rest):
                found[folded] = entries
    return found


def first_words(candidates: Iterable[str]) -> set[str]:
    """Return those folded words that begin some name, so that only plausible stretches are asked for."""
    return set(index().by_first(candidates))


def cities(name: str, country: str | None = None) -> list[City]:
    """Return the cities called *name* (in *country*, an alpha-2 code), the likeliest first."""
    folded = key(name)
    entries = [e for e in lookup([folded]).get(folded, ()) if e.kind == "city"]
    found = index().cities(int(e.ref) for e in entries)
    if country:
        found = [city for city in found if city.country == country.upper()]
    exact = {city.id for city in found if key(city.name) == folded}
    return sorted(found, key=lambda city: city.population * (2 if city.id in exact else 1), reverse=True)


def subdivisions(name: str, country: str | None = None) -> list[Subdivision]:
    """Return the provinces, states, regions called *name*, the likeliest first."""
    folded = key(name)
    entries = [e for e in lookup([folded]).get(folded, ()) if e.kind == "subdivision"]
    weights = {e.ref: e.weight for e in entries}
    found = index().subdivisions(int(e.ref) for e in entries)
    if country:
        found = [place for place in found if place.country == country.upper()]
    return sorted(found, key=lambda place: (weights[place.id], place.population), reverse=True)


def capital(code: str) -> City | None:
    """Return the capital of a country (alpha-2), or None where it has none."""
    data = index()
    found = data.country(code.upper())
    if found is None or found.capital_id is None:
        return None
    return next(iter(data.cities([found.capital_id])), None)


def complete(prefix: str, n: int = 10) -> list[str]:
    """Return up to *n* English names of countries and groups, one of whose words begins with *prefix*."""
    folded = key(prefix)
    if not folded:
        return []
    names = [c.name for c in countries()] + [g.name for g in groups()]
    folds = [(key(name), name) for name in names]
    whole = [name for k, name in folds if k.startswith(folded)]
    inside = [name for k, name in folds if f" {folded}" in k and not k.startswith(folded)]
    return (whole + inside)[:n]


def suggestions(text: str, n: int = 5) -> list[str]:
    """Return up to *n* names of countries and groups that look like *text*, the nearest first."""
    import difflib

    shown: dict[str, str] = {}
    for found in groups():
        shown[key(found.name)] = found.name
    for land in countries():
        shown.update({key(word): land.name for word in (land.name, land.adjective, land.demonym) if word})
    shown.update({key(land.name): land.name for land in countries()})
    near = difflib.get_close_matches(key(text), shown, n=2 * n, cutoff=0.6)
    return list(dict.fromkeys(shown[k] for k in near))[:n]


def _best(data: Index, text: str, kinds: dict[str, int], language: str | None = None) -> Entry | None:
    """Return the entry that fits best: as typed, without the words for a state, then in a base form."""
    folded = key(text)
    if found := _ranked(lookup([folded]).get(folded, ()), kinds, language):
        return found
    bare = key(re.sub(_AFTER_APOSTROPHE, "", text))
    for candidate in (bare, re.sub(_STATE, "", bare, count=1)):
        if candidate and (found := _ranked(lookup([candidate]).get(candidate, ()), kinds, language)):
            return found
        if found := _inflected(data, candidate.split(), kinds, language):
            return found
    return None


def _ranked(entries: Iterable[Entry], kinds: dict[str, int], language: str | None) -> Entry | None:
    fitting = [e for e in entries if e.kind in kinds and (language is None or e.is_read_in(language))]
    return min(fitting, key=lambda e: (kinds[e.kind], bool(e.languages), -e.weight, str(e.ref)), default=None)


def _inflected(data: Index, asked: list[str], kinds: dict[str, int], only: str | None) -> Entry | None:
    """Try the endings of every language of the same script on each word, or those of one *only*.

    A word in the letters of another script is no word of that one language: it may be of any.
    """
    if not asked or len(asked) > 6 or len(asked[0]) < 4:
        return None
    latin = _is_latin(asked[0])
    own = data.endings().get(only or "")
    is_foreign = only is not None and latin != (own is None or _is_latin(max(own)))
    found: list[tuple[int, Entry]] = []
    for language, table in data.endings().items():
        if _is_latin(max(table)) != latin and language != "sr":
            continue
        if only not in (None, language) and not is_foreign:
            continue
        forms = [{word, *data.bases(word, language)} for word in asked]
        for first, names in data.by_first(f for f in forms[0] if len(f) >= 3).items():
            seconds = forms[1] if len(forms) > 1 else ()
            entries = names.alone if len(forms) == 1 else [e for s in seconds for e in names.longer.get(s, ())]
            for entry in entries:
                if len(entry.rest) != len(asked) - 1 or entry.kind not in kinds or not entry.is_read_in(language):
                    continue
                if all(word in form for word, form in zip(entry.rest, forms[1:], strict=True)):
                    found.append((len(first), entry))
    return max(found, key=lambda f: (f[0], f[1].weight, -kinds[f[1].kind], str(f[1].ref)), default=(0, None))[1]


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"
