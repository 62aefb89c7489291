"""Cities told by the adjective in the name of a school or a theatre: "Московский университет" is in Москва."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from culturex.places import cities
from culturex.places.records import City
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention

LANGUAGES = frozenset({"ru", "uk"})
_ADJECTIVE = re.compile(
    r"([А-ЯІЇЄҐ][а-яіїєґё-]{2,20}?)(?:с|з|ц)(?:к(?:ий|ая|ое|ого|ой|ому|им|ом|ую)|ьк(?:ий|а|е|ого|ої|ому|ій|им|у|ою))"
)
# Beginnings of the nouns that such a name goes on to, and of how many words.
_BODIES = (
    *("университет", "институт", "академи", "консерватори", "школ", "гимнази", "лице", "колледж", "училищ", "театр"),
    *("музе", "библиотек", "филармони", "галере", "університет", "інститут", "академі", "консерваторі", "гімназі"),
    *("ліце", "коледж", "бібліотек", "філармоні"),
)
_WORDS, _REACH = 4, 70
# Adjectives whose stem is not that of the city, and those of persons.
_IRREGULAR = {
    "москов": "Москва", "нижегород": "Нижний Новгород", "вологод": "Вологда", "уфим": "Уфа", "туль": "Тула",
    "душанбин": "Душанбе", "бакин": "Баку", "алматин": "Алматы", "оде": "Одеса",
}  # fmt: skip
_PERSONS = frozenset("киров пушкин ломоносов калинин куйбышев дзержин фрунзен ленин горьков гоголев".split())
# Smaller towns are too often persons or common words.
_LEAST = 150_000
_CONFIDENCE = 0.8


def find(document: Document) -> Iterator[Mention]:
    """Yield the cities of schools, theatres and museums that are named by an adjective, in the nominative."""
    if document.language not in LANGUAGES:
        return
    body = document.body
    for match in _ADJECTIVE.finditer(body):
        words = body[match.end() : match.end() + _REACH].split("\n")[0].split()[:_WORDS]
        if not any(word.startswith(_BODIES) for word in words) or not body[match.end() : match.end() + 1].isspace():
            continue
        city = _city(match.group(1))
        if city is None:
            continue
        name, place = city
        value = {"name": name, "country": place.country, "lat": place.lat, "lon": place.lon}
        extra = {"form": "city", "id": place.id, "hint": "", "inside": False}
        yield Mention("place", match.group(), *match.span(), value, "places.adjective", _CONFIDENCE, extra)


@lru_cache(maxsize=512)
def _city(stem: str) -> tuple[str, City] | None:
    """Return the city that an adjective with this *stem* is derived from, with its name in Cyrillic."""
    folded = stem.casefold()
    if folded in _PERSONS:
        return None
    if folded in _IRREGULAR:
        names = [_IRREGULAR[folded]]
    else:
        names = [
            stem,
            stem + "ск",
            stem + "а",
            stem + "ь",
            stem + "и",
            stem + "ы",
            stem + "е",
            stem + "ськ",
            stem + "к",
        ]
        if folded.endswith("ин"):
            names += [stem[:-2] + vowel for vowel in ("а", "у", "ы", "е", "о")]
    found = [(name, place[0]) for name in names if (place := cities(name)) and place[0].population >= _LEAST]
    return max(found, key=lambda pair: (pair[1].population, len(pair[0])), default=None)
