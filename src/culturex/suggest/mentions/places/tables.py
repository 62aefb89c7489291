"""The words around names of countries and places, from languages/*/places.toml, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from culturex.places.keys import fold
from culturex.suggest.languages import table
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.words.people import listed

_NONE: frozenset[str] = frozenset()
# A name that the gazetteer lacks and little tells has so many letters, and none of its words is in these lists.
SHORTEST = 4
NO_NAMES = frozenset(
    {"given_names", "city.no_names", "organization_words", "openers", "titles", "city.sorts", "city.followers"}
    | {"media.words", "city.not_before"}
)
ANYTHING = "*"
# What may stand inside a name of several words.
INSIDE_NAME = frozenset({" ", "-", "\u00a0"})
# What stands between the names of a row.
LINKS = frozenset(
    {
        ", ",
        " and ",
        ", and ",
        " und ",
        " et ",
        " y ",
        " и ",
        " e ",
        " ve ",
        "、",
        "和",
        " or ",
        " to ",
        " та ",
        " і ",
        " i ",
        " a ",
        " и в ",
        " et à ",
        " und in ",
    }
)
# Words in a row of names, and the rest of a genitive ("Syria's Homs").
_ROW_WORDS = frozenset({"and", "or", "to", "s"})
# The one list whose words are written as printed: accents tell "Pará" from "Para".
_COMMON = "city.words"
# What makes a place of an unknown name before it, with a capital and without.
_SORTS = frozenset(
    "county district province governorate prefecture oblast voivodeship village township hamlet local".split()
)
_SMALL_SORTS = frozenset("district village township hamlet locality suburb province local".split())
# Prepositions that only stand before places and times; "at" stands before shops as well.
_SURELY_BEFORE = frozenset({"in", "near"})


@dataclass(frozen=True, slots=True)
class Contested:
    """A name that several countries bear: the default, and the words that speak for each reading."""

    default: str
    words: dict[str, frozenset[str]]
    margin: dict[str, int]


@dataclass(frozen=True, slots=True)
class PlaceTables:
    """One language's words; all folded to lower case. Lists have the names that they have in places.toml.

    *abbreviations* and *postal* map the short form of a state to its ISO 3166-2 code; *home* maps words of daily life
    to the country whose local news has them; *native* is the country where most people live who read this language;
    *beside* are all words beside which even a common word may be a place; *first_of_short* are the first words of all
    short forms of states, *first_of_long* of those of several words, *first_of_seats* and *first_of_sites* of the seats
    and the sites, which are mapped to their countries; *votes* are all words that speak for a country with a contested
    name; *telling* are all words that have ``cues``. *endings* are those of names of towns in a language that writes
    every noun with a capital, *noun_endings* those of nouns that stand without an article, too.
    """

    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    not_before: dict[str, frozenset[str]] = field(default_factory=dict)
    not_after: dict[str, frozenset[str]] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)
    contested: dict[str, Contested] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    postal: dict[str, str] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    native: str = ""
    first_of_short: frozenset[str] = _NONE
    first_of_long: frozenset[str] = _NONE
    first_of_seats: frozenset[str] = _NONE
    first_of_sites: frozenset[str] = _NONE
    votes: frozenset[str] = _NONE
    telling: frozenset[str] = _NONE
    beside: frozenset[str] = _NONE
    given_names: frozenset[str] = _NONE
    endings: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()

    def has(self, concern: str, word: str) -> bool:
        """Tell whether *word* is in the list *concern*."""
        return word in self.lists.get(concern, _NONE)

    def cues(self, printed: str, folded: str) -> tuple[str, ...]:
        """Return what a word may tell of places beside names, by what is looked for there.

        *home*, *seat*, *site* and *short* are the lists of that name, *before* stands surely before a place,
        *settlement* and *called* are "town", before "of", and *county* is a word behind the name of a district or a
        village in English. *around* are the prepositions of places, *titled* the nouns right before the name of a town.
        A *vote* speaks for a country with a contested name.
        """
        if folded not in self.telling:  # as nearly every word
            return ()
        is_capital = printed[0].isupper()
        told = {
            "home": folded in self.home,
            "seat": is_capital and folded in self.first_of_seats,
            "site": is_capital and folded in self.first_of_sites,
            # Only the initials of a state are ever small ("n.c.").
            "short": folded in self.first_of_short and (not printed.islower() or folded in self.first_of_long),
            "county": folded in _SORTS if is_capital else folded in _SMALL_SORTS,
            "settlement": self.has("city.settlements", folded),
            "called": self.has("city.called", folded),
            "before": folded in _SURELY_BEFORE,
            "around": self.has("city.around", folded),
            "titled": is_capital and self.has("city.titled", folded),
            "vote": folded in self.votes,
        }
        return tuple(cue for cue, is_told in told.items() if is_told)


@dataclass(slots=True)  # not frozen and no tuple: the fields of such a class are the quickest to read
class Token:
    """A word beside or in a name: as printed and folded, and the *lists* of places.toml that it stands in.

    ``given_names`` and ``beside`` are among the lists. A word that is not there has no text.
    """

    text: str
    folded: str
    is_capital: bool
    is_upper: bool
    lists: frozenset[str]


NO_TOKEN = Token("", "", False, False, _NONE)


@cache
def tokens(language: str) -> Memory[Token]:
    """Return what is known of the words of pages in *language*, by how they are printed."""
    words = tables(language)
    # Filed by word: most words stand in no list, which is then told by one look and not by one for each list.
    lists: dict[str, frozenset[str]] = {}
    for name, listed_words in (*words.lists.items(), ("beside", words.beside)):
        if name != _COMMON:
            for word in listed_words:
                lists[word] = lists.get(word, _NONE) | {name}
    return Memory(lambda text: _token(text, words, lists))


def _token(text: str, words: PlaceTables, lists: dict[str, frozenset[str]]) -> Token:
    folded = fold(text)
    held_by = lists.get(folded, _NONE)
    if folded in words.given_names:  # too many to be filed with the others
        held_by |= {"given_names"}
    if words.has(_COMMON, text.casefold()):
        held_by |= {_COMMON}
    return Token(text, folded, text[0].isupper(), text.isupper(), held_by)


@cache
def tables(language: str) -> PlaceTables:
    """Return the tables of a language; empty lists where it has none."""
    data = table(language, "places")
    lists = {name: _words(value) for name, value in data.items() if isinstance(value, str) and name != "native"}
    for section in ("media", "not_after_of", "language", "model", "capital", "city", "body"):
        for name, value in data.get(section, {}).items():
            lists[f"{section}.{name}"] = _words(value)
    lists[_COMMON] = frozenset(data.get("city", {}).get("words", "").split())
    # Newspapers are called as they are in English: "le China Daily".
    lists["media.words"] = lists.get("media.words", _NONE) | _words(table("en", "places")["media"]["words"])
    # What the titles of persons are is told by people.toml; "Boston Mayor ..." is about a town all the same.
    lists["city.followers"] = lists.get("city.followers", _NONE) | listed(language, "titles")
    contested = {name: _contested(row) for row in data.get("contested", {}).values() for name in row["names"].split()}
    short, postal = _short_forms(data.get("abbreviations", {})), _short_forms(data.get("postal", {}))
    home = {fold(word): country for country, words in data.get("home", {}).items() for word in words.split()}
    votes = frozenset(word for row in contested.values() for words in row.words.values() for word in words)
    first_of_short = frozenset(form.split()[0] for form in (*short, *postal))
    first_of_seats = frozenset(name.split()[0] for name in data.get("seats", {}))
    sites = {name: country for country, names in data.get("sites", {}).items() for name in names}
    first_of_sites = frozenset(name.split()[0] for name in sites)
    beside = (lists.get(name, _NONE) for name in ("locatives", "of", "city.sorts", "city.sorts_before"))
    return PlaceTables(
        lists=lists,
        not_before={word: _words(names) for word, names in data.get("not_before", {}).items()},
        not_after={word: _words(names) for word, names in data.get("not_after", {}).items()},
        seats=dict(data.get("seats", {})),
        sites=sites,
        contested=contested,
        votes=votes,
        telling=frozenset.union(
            *(lists.get(f"city.{name}", _NONE) for name in ("settlements", "called", "around", "titled")),
            *(_SORTS, _SMALL_SORTS, _SURELY_BEFORE, votes, home, first_of_short, first_of_seats, first_of_sites),
        ),
        abbreviations=short,
        postal=postal,
        beside=_ROW_WORDS.union(*beside),
        first_of_short=first_of_short,
        first_of_long=frozenset(form.split()[0] for form in short if " " in form),
        first_of_seats=first_of_seats,
        first_of_sites=first_of_sites,
        native=data.get("native", ""),
        home=home,
        given_names=listed("en", "given_names"),
        endings=tuple(sorted(lists.pop("city.endings", _NONE))),
        noun_endings=tuple(sorted(lists.pop("city.noun_endings", _NONE))),
    )


def _short_forms(table: dict[str, str]) -> dict[str, str]:
    return {form.replace("_", " "): code for code, forms in table.items() for form in forms.split()}


def _words(value: str) -> frozenset[str]:
    return frozenset(map(fold, value.split()))


def _contested(row: dict[str, Any]) -> Contested:
    return Contested(row["default"], {k: _words(v) for k, v in row["words"].items()}, dict(row.get("margin", {})))
