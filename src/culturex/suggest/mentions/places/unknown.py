"""Places that the gazetteer does not know, told by what stands beside them: "in Nagatoro, Japan", "Lamar County"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from culturex.places import index
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.beside import beside
from culturex.suggest.mentions.places.gazetteer import Hit, Scan
from culturex.suggest.mentions.places.home import Home
from culturex.suggest.mentions.places.tables import NO_NAMES, SHORTEST, PlaceTables
from culturex.suggest.mentions.places.unheard import unheard
from culturex.suggest.mentions.words.people import listed

_CONFIDENCE = 0.55
_MOST_WORDS = 3
_INSIDE = frozenset({" ", "-", "'", "’", ". "})
_LEAST_REGION = 60
# Countries whose counties the gazetteer lacks.
_COUNTIES_OF = frozenset({"US", "CA"})
_REGIONS = (" County", " District", " Province", " Governorate", " Prefecture", " Oblast", " Voivodeship")
_VILLAGES = frozenset({"village", "township", "hamlet", "locality", "suburb", "local"})
# "Our Rotary District" is no district of a country.
_POSSESSIVES = frozenset({"our", "their", "its", "his", "her", "my", "your", "every", "each"})
_LOCAL, _GIVEN = "local government area", frozenset({"given_names"})
# A name in capitals before a country that is longer is no agency.
_SHOUTED = 4
_NO_ENDS = frozenset({"organization_words", "city.followers", "titles"})
_OFTEN = 2
_BETWEEN = frozenset({" ", "'", "’"})
_COMMA = frozenset({", ", " ("})
# What heads the names of bodies, of which a comma parts the town.
_HOUSES = frozenset(
    """
    university college school institute academy museum library hospital church cathedral hotel center centre foundation
    association society theatre theater club committee council ministry department company orchestra gallery
    """.split()
)
_BEFORE_NAME = frozenset({"of", "from", "to", "and"})


class Stray(NamedTuple):
    """A name that the gazetteer knows, but not in the country that is said to hold it."""

    start: int
    end: int
    country: str


def unknown(
    found: Scan,
    words: PlaceTables,
    home: Home,
    short: Sequence[tuple[int, str]],
    strays: Iterable[Stray],
    known: Sequence[Mention],
) -> list[Mention]:
    """Return the places that only what stands beside them tells; without coordinates.

    They are capitalised names before ", Country", ", Province" or a state's short form, those in a row with *known*
    ones, "the town of" a name and, in English, counties.
    """
    taken = frozenset([m.start for m in known])
    told = [*strays, *_before_holders(found, short)]
    told += _sites(found, words)
    told += [Stray(found.starts[at], found.ends[at], country) for at, country in beside(found, known, taken)]
    main = home.main()
    likely = main or words.native or home.best()
    if likely is None:
        return [_mention(found, stray) for stray in dict.fromkeys(told)]
    guessed: list[Stray] = []
    if found.language == "en":
        told += _districts(found, likely, taken)
        guessed += _settlements(found, likely)
        guessed += _at_home(found, words, likely, often=main is None)
    else:
        guessed += _called_towns(found, words, likely)
    guessed += [
        Stray(found.starts[first], found.ends[last], likely)
        for first, last in unheard(found, words)
        if found.starts[first] not in taken
    ]
    # "KHANKENDI, Azerbaijan" tells where Khankendi is further down.
    said = {found.text[t.start : t.end].casefold(): t.country for t in told}
    guessed = [g._replace(country=said.get(found.text[g.start : g.end].casefold(), g.country)) for g in guessed]
    return [
        *(_mention(found, t) for t in dict.fromkeys(told)),
        *(_mention(found, g, "home") for g in dict.fromkeys(guessed)),
    ]


def _mention(found: Scan, stray: Stray, hint: str = "apposition") -> Mention:
    start, end, country = stray
    name = text = found.text[start:end]
    if name.isupper() and len(name) > 4:
        name = name.title()
    value = {"name": name, "country": country, "lat": None, "lon": None}
    form = "region" if name.endswith(_REGIONS) else "unknown"
    extra = {"form": form, "hint": hint}
    return Mention("place", text, start, end, value, "places.unknown", _CONFIDENCE, extra)


def _before_holders(found: Scan, short: Iterable[tuple[int, str]]) -> Iterator[Stray]:
    behind_commas = [hit for hit in found.hits if hit.first and found.gap(hit.first - 1) in _COMMA]
    if not behind_commas and not short:
        return
    for hit in behind_commas:
        opens = (hit.first == 1 or "\n" in found.gap(hit.first - 2)) and len(found.printed[hit.first - 1]) > _SHOUTED
        first = _begin(found, hit.first - 1, shouted=opens)
        if first is not None and (opens or _is_placed(found, first)) and (country := _country(hit)):
            yield Stray(found.starts[first], found.ends[hit.first - 1], country)
    for at, code in short:
        if (first := _begin(found, at - 1, shouted=True)) is not None:
            yield Stray(found.starts[first], found.ends[at - 1], code[:2])


def _is_placed(found: Scan, first: int) -> bool:
    """Tell whether the words before a name are those before a place."""
    before = found.token(first - 1)
    return "locatives" in before.lists or (before.folded in _BEFORE_NAME and found.language == "en")


def _sites(found: Scan, words: PlaceTables) -> list[Stray]:
    """Return old towns, temples and tombs behind the words that stand before a place, with no capital behind them.

    A paragraph with sites of several countries compares them, and tells no place.
    """
    told = [stray for at in found.cued.get("site", ()) if (stray := _site(found, words, at))]
    paragraphs = [found.text.count("\n", 0, stray.start) for stray in told]
    countries: dict[int, set[str]] = {}
    for paragraph, stray in zip(paragraphs, told, strict=True):
        countries.setdefault(paragraph, set()).add(stray.country)
    return [stray for paragraph, stray in zip(paragraphs, told, strict=True) if len(countries[paragraph]) == 1]


def _site(found: Scan, words: PlaceTables, at: int) -> Stray | None:
    """Return the site that word *at* begins, the longest name first; None where it begins none."""
    if found.is_held(at) or not _is_placed(found, at):
        return None
    for size in range(min(_MOST_WORDS, found.count - at), 0, -1):
        country = words.sites.get(found.words(at, at + size))
        if not country or not _INSIDE.issuperset(found.gap(k) for k in range(at, at + size - 1)):
            continue
        goes_on = found.gap(at + size - 1) == " " and found.token(at + size).is_capital
        return None if goes_on else Stray(found.starts[at], found.ends[at + size - 1], country)
    return None


def _districts(found: Scan, country: str, taken: frozenset[int]) -> Iterator[Stray]:
    """Yield counties of America, and unknown names before "District", "village", "local government area"."""
    plain = listed("en", "common_words")
    for at in found.cued.get("county", ()):
        word = found.word(at)
        if not at or found.gap(at - 1) != " " or (word == "local" and found.words(at, at + 3) != _LOCAL):
            continue
        first = at
        while first and at - first < _MOST_WORDS - 1 and found.token(first - 1).is_capital:
            if found.gap(first - 1) not in {" ", ". "} or found.word(first - 1) in _OPENERS:
                break
            first -= 1
        if first == at or found.starts[first] in taken or found.word(first - 1) in _POSSESSIVES:
            continue
        if (word == "county" and country in _COUNTIES_OF) or _is_new(found, first, at, plain):
            last = at if found.token(at).is_capital and word not in _VILLAGES else at - 1
            yield Stray(found.starts[first], found.ends[last], country)


def _is_new(found: Scan, first: int, end: int, plain: frozenset[str]) -> bool:
    """Tell whether these words can be a name of a place that nobody knows; a given name alone is a person's."""
    for at in range(first, end):
        word = found.token(at)
        if not word.text.istitle() or word.folded in plain or found.is_held(at):
            return False
        if not NO_NAMES.isdisjoint(word.lists - (_GIVEN if end - first > 1 else frozenset())):
            return False
    return any(len(found.printed[at]) >= SHORTEST for at in range(first, end))


_OPENERS = frozenset("the in at on of and a north south east west former by from for near rural".split())


def _settlements(found: Scan, country: str) -> Iterator[Stray]:
    """Yield unknown names after "the town of", "the village of"."""
    for at in found.cued.get("settlement", ()):
        if found.word(at + 1) != "of":
            continue
        first = last = at + 2
        if found.is_held(first) or not found.token(first).is_capital:
            continue
        while last - first < _MOST_WORDS - 1 and found.gap(last) in {" ", "-"}:
            if not found.token(last + 1).is_capital or found.is_held(last + 1):
                break
            last += 1
        yield Stray(found.starts[first], found.ends[last], country)


def _called_towns(found: Scan, words: PlaceTables, country: str) -> Iterator[Stray]:
    """Yield unknown names that are said to be those of towns: "la ville de Quimperlé", "le città di Assisi"."""
    for at in found.cued.get("called", ()):
        first = at + 2
        if found.gap(at) != " " or not words.has("of", found.word(at + 1)) or found.gap(at + 1) not in _BETWEEN:
            continue
        last = first
        if found.is_held(first) or not found.token(first).text.istitle():
            continue
        while last - first < _MOST_WORDS - 1 and found.gap(last) in {" ", "-"} and found.token(last + 1).is_capital:
            last += 1
        yield Stray(found.starts[first], found.ends[last], country)


def _at_home(found: Scan, words: PlaceTables, country: str, *, often: bool) -> Iterator[Stray]:
    """Yield unknown names after a preposition of place, in an article that is at home somewhere.

    Where it hardly is, the name must be named *often*: more than once.
    """
    plain = listed("en", "common_words")
    for at in found.cued.get("before", ()):
        first = last = at + 1
        if found.gap(at) != " " or not _is_name(found, first, plain):
            continue
        while last - first < _MOST_WORDS - 1 and found.gap(last) == " " and _is_name(found, last + 1, plain):
            last += 1
        after = found.token(last + 1)
        goes_on = found.gap(last) in {" ", "-"} and (after.is_capital or words.has("city.particles", after.text))
        if not goes_on and not (often and found.times[found.printed[first]] < _OFTEN):
            yield Stray(found.starts[first], found.ends[last], country)


def _is_name(found: Scan, at: int, plain: frozenset[str]) -> bool:
    """Tell whether a word can be a name of a place that nobody knows: no common word, and no part of a known name."""
    word = found.token(at)
    if len(word.text) < SHORTEST or not word.text.istitle() or word.folded in plain or found.is_held(at):
        return False
    return NO_NAMES.isdisjoint(word.lists)


def _country(hit: Hit) -> str | None:
    """Return the country that the hit names, or that holds the province that it names."""
    for entry in hit.of("country"):
        if entry.weight >= _LEAST_REGION:
            return str(entry.ref)
    regions = [e for e in hit.of("subdivision") if e.weight >= _LEAST_REGION]
    places = index().subdivisions([int(regions[0].ref)]) if regions else []
    return places[0].country if places else None


def _begin(found: Scan, last: int, *, shouted: bool = False) -> int | None:
    """Return the first word of the capitalised run that ends with word *last*; None where a known name is in it.

    A run all in capitals counts only if *shouted* names may.
    """
    if found.token(last).folded in _HOUSES:
        return None  # "Kokushikan University, Tokyo"
    first = last + 1
    while first > 0 and last - first < _MOST_WORDS - 1:
        token = found.token(first - 1)
        if first > last and not _NO_ENDS.isdisjoint(token.lists):
            return None  # "Kyoto University, Japan", "on Thursday, Miss Baker"
        if not token.is_capital or (first <= last and found.gap(first - 1) not in _INSIDE):
            break
        if found.is_held(first - 1) or (token.text.isupper() and not shouted):
            return None
        if first <= last and token.folded in _OPENERS:
            break
        first -= 1
    if first > last:
        return None
    return first if first == 0 or shouted or found.gap(first - 1) == " " else None
