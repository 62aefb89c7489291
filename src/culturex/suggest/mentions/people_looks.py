"""What a printed word alone tells of people: whether a name may begin with it or go on. Kept from page to page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.people_tables import PeopleTables, fold, tables_for

_LONG_OPENER = 5
_SHORT_ACRONYM = 3
_ENDINGS = ("s", "es", "ed", "d", "ing")
# Languages that join an article to a title: "l'ambassadeur".
_ROMANCE = ("es", "fr", "pt", "it")


@dataclass(slots=True)  # not frozen and no tuple: the fields of such a class are the quickest to read
class Look:
    """What a word tells: *given* and *honorific* say what it is, *head* that it may head a title.

    *barred* says that no name begins with it, *closed* that none goes on with it. *opener* begins sentences, *blocked*
    begins what is no name unless it is a country, *plain* is a word of the language, *blocker* makes what it stands in
    a place or a body, *blocks_given* even behind a given name.
    """

    given: bool
    honorific: bool
    head: bool
    barred: bool
    closed: bool
    opener: bool
    blocked: bool
    plain: bool
    blocker: bool
    blocks_given: bool


@cache
def looks(language: str) -> Memory[Look]:
    """Return what the words of pages in *language* tell."""
    people = tables_for(language)
    return Memory(lambda text: _look(text, people, romance=language in _ROMANCE, turkish=language == "tr"))


def is_family_name(people: PeopleTables, lower: str) -> bool:
    """Tell whether *lower* is a Chinese, Korean or Vietnamese family name."""
    return people.has("pinyin", lower) or people.has("korean", lower) or people.has("vietnamese", lower)


def _look(text: str, people: PeopleTables, *, romance: bool, turkish: bool) -> Look:
    lower = text.casefold()
    if turkish:  # "Kültür Bakanı'nı"
        lower = lower.replace("’", "'").partition("'")[0]
    owner = lower.removesuffix("'s").removesuffix("’s")
    elided = lower[2:] if lower[1:2] in ("'", "’") else ""
    given = fold(text) in people.given
    titled = not given and people.is_long_title(lower)
    honorific = people.has("honorifics", lower) and (lower != "he" or text == "HE")
    opener = people.has("openers", lower)
    too = people.has("surnames_too", owner)
    blocked = people.has("blockers", owner) or (owner.endswith("s") and people.has("blockers", owner[:-1]))
    blocker = blocked and not is_family_name(people, owner)
    surname = (given and people.has("surnames_too", lower)) or is_family_name(people, lower)
    return Look(
        given=given,
        honorific=honorific,
        head=titled or lower in people.titles or (romance and elided in people.titles),
        barred=not text[0].isupper()
        or titled
        or owner in people.titles
        or honorific
        or elided in people.titles
        or (opener and not given)
        or (_is_acronym(text) and "." not in text and not is_family_name(people, lower)),
        closed=titled
        or (owner in people.titles and not too and not people.has("ranks_too", owner))
        or (honorific and not people.has("address_too", owner))
        or (len(owner) >= _LONG_OPENER and people.has("openers", owner) and not given)
        or (_is_acronym(text) and text.isalpha() and not is_family_name(people, owner)),
        opener=opener,
        blocked=(people.has("blockers", lower) and not surname) or (not given and _is_noun(lower, people)),
        plain=not given and _is_plain(owner, text, people),
        blocker=blocker,
        blocks_given=blocker and not too,
    )


def _is_noun(lower: str, people: PeopleTables) -> bool:
    """Tell whether *lower* ends as the nouns of a language do that writes them with capitals: "Leitung"."""
    return len(lower) > _LONG_OPENER and lower.endswith(tuple(people.words["noun_endings"]))


def _is_plain(lower: str, text: str, people: PeopleTables) -> bool:
    """Tell whether *lower* is a word of the language, perhaps with an ending: "Visits"."""
    if people.has("common", lower):
        return True
    inflected = any(lower.endswith(e) and people.has("common", lower.removesuffix(e)) for e in _ENDINGS)
    return inflected and fold(text) not in people.family


def _is_acronym(text: str) -> bool:
    return text.isupper() and 1 < len(text) <= _SHORT_ACRONYM
