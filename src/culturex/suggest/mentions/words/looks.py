"""What a printed word alone tells of people and bodies: whether a name may begin with it. Kept from page to page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import compress
from operator import attrgetter

from culturex.suggest.document import Document
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.words.bodies import tables_for as bodies_for
from culturex.suggest.mentions.words.clues import ROMANCE, Clue, clue
from culturex.suggest.mentions.words.forms import without_possessive
from culturex.suggest.mentions.words.people import PeopleTables, fold, tables_for

_LONG_OPENER = 5
_SHORT_ACRONYM = 3
_ENDINGS = ("s", "es", "ed", "d", "ing")
# One or two syllables of Chinese in pinyin.
_PINYIN = re.compile(r"(?:[bpmfdtnlgkhjqxzcsrwy]?h?[aeiou]{1,3}(?:ng?|r)?){1,2}$")
_BEGINNINGS = ("al-", "el-", "mc", "mac", "o'")
_INITIAL = 2
_begins = attrgetter("begins")
# Two letters for one of another alphabet: "Ts. Davaasuren".
INITIALS = frozenset("Ts Kh Sh Ch Zh Yu Ya Dz Iu Ia Ye".split())


@dataclass(slots=True)  # not frozen and no tuple: the fields of such a class are the quickest to read
class Look:
    """What a word tells: *given* and *honorific* say what it is, *head* that it may head a title.

    *barred* says that no name begins with it, *closed* that none goes on with it. *opener* begins sentences, *blocked*
    begins what is no name unless it is a country, *plain* is a word of the language, *blocker* makes what it stands in
    a place or a body, *blocks_given* even behind a given name. *key* is a capital word as surnames are filed, *clue*
    what it tells of bodies, or None. *begins* says that a title or a body is read from it: it is a head or has a clue.
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
    key: str
    clue: Clue | None
    begins: bool


# All that a word tells, to compare it by.
_told = attrgetter(*Look.__slots__)


@dataclass(slots=True)
class Part:
    """What a word in a name says for or against it.

    *given* and *family* say that it is such a name, *eastern* that it is a family name that stands first (*pinyin*,
    *korean*: of these two), *syllables* that it may be a Chinese given name; *common* is a word of the language,
    *ending* and *beginning* are those of family names, *initial* and *long* the parts of "A. Berg", *particle* is a
    small word.
    """

    given: bool
    family: bool
    eastern: bool
    pinyin: bool
    korean: bool
    syllables: bool
    common: bool
    ending: bool
    beginning: bool
    initial: bool
    long: bool
    particle: bool


@cache
def parts(language: str) -> Memory[Part]:
    """Return what the words of names on pages in *language* tell, without a possessive ending."""
    people = tables_for(language)
    return Memory(lambda text: _part(text, people))


def _part(text: str, people: PeopleTables) -> Part:
    lower, folded = text.lower(), fold(text)
    return Part(
        given=folded in people.given and text[0].isupper(),
        family=folded in people.family,
        eastern=lower in people.eastern,
        pinyin=lower in people.words["pinyin"],
        korean=lower in people.words["korean"],
        syllables=_PINYIN.match(fold(lower)) is not None,
        common=lower in people.plain,
        ending=len(lower) > _LONG_OPENER and lower.endswith(people.family_endings),
        beginning=len(lower) > _LONG_OPENER - 1 and lower.startswith(_BEGINNINGS),
        initial="." in text or text in INITIALS,
        long=len(text) > _INITIAL,
        particle=lower in people.words["particles"],
    )


def looks(document: Document) -> list[Look]:
    """Return what each word of *document* tells, looked up once for bodies and people."""
    known: list[Look] | None = document.kept.get("looks")
    if known is None:
        known = document.kept["looks"] = list(_looks(document.language).of(document.texts))
    return known


def beginnings(document: Document) -> list[int]:
    """Return where the words of *document* stand from which a title or a body is read, looked for once for both."""
    known: list[int] | None = document.kept.get("beginnings")
    if known is None:
        told = looks(document)
        known = document.kept["beginnings"] = list(compress(range(len(told)), map(_begins, told)))
    return known


@cache
def _looks(language: str) -> Memory[Look]:
    """Return what the words of pages in *language* tell."""
    people, bodies = tables_for(language), bodies_for(language)
    shared: dict[tuple[object, ...], Look] = {}

    def tell(text: str) -> Look:
        told = clue(text, bodies, language)
        look = _look(text, people, told, romance=language in ROMANCE, turkish=language == "tr")
        if look.key or told is not None:
            return look
        # Other words tell one of few things: a page then leads to a handful of objects, which stay at hand.
        return shared.setdefault(_told(look), look)

    return Memory(tell)


def _look(text: str, people: PeopleTables, clue: Clue | None, *, romance: bool, turkish: bool) -> Look:
    lower, lists = text.casefold(), people.words
    if turkish:  # "Kültür Bakanı'nı"
        lower = lower.replace("’", "'").partition("'")[0]
    owner = without_possessive(lower)
    elided = lower[2:] if lower[1:2] in ("'", "’") else ""
    given = fold(text) in people.given
    family, own_family = lower in people.eastern, owner in people.eastern
    titled = not given and people.is_long_title(lower)
    honorific = lower in lists["honorifics"] and (lower != "he" or text == "HE")
    opener = lower in lists["openers"]
    too = owner in lists["surnames_too"]
    blockers = lists["blockers"]
    blocked = owner in blockers or (owner.endswith("s") and owner[:-1] in blockers)
    blocker = blocked and not own_family
    surname = (given and lower in lists["surnames_too"]) or family
    head = titled or lower in people.titles or (romance and elided in people.titles)
    acronym = _is_acronym(text)
    return Look(
        given=given,
        honorific=honorific,
        head=head,
        barred=not text[0].isupper()
        or titled
        or owner in people.titles
        or honorific
        or elided in people.titles
        or (opener and not given)
        or (acronym and "." not in text and not family),
        closed=titled
        or (owner in people.titles and not too and owner not in lists["ranks_too"])
        or (honorific and owner not in lists["address_too"])
        or (len(owner) >= _LONG_OPENER and owner in lists["openers"] and not given)
        or (acronym and text.isalpha() and not own_family),
        opener=opener,
        blocked=(lower in blockers and not surname) or (not given and _is_noun(lower, people)),
        plain=not given and is_plain(owner, text, people),
        blocker=blocker,
        blocks_given=blocker and not too,
        key=fold(without_possessive(text)) if text[0].isupper() else "",
        clue=clue,
        begins=head or clue is not None,
    )


def _is_noun(lower: str, people: PeopleTables) -> bool:
    """Tell whether *lower* ends as the nouns of a language do that writes them with capitals: "Leitung"."""
    return len(lower) > _LONG_OPENER and lower.endswith(tuple(people.words["noun_endings"]))


def is_plain(lower: str, text: str, people: PeopleTables) -> bool:
    """Tell whether *lower* is a word of the language, perhaps with an ending: "Visits"."""
    common = people.words["common"]
    if lower in common:
        return True
    if not lower.endswith(_ENDINGS):
        return False
    bases = [lower.removesuffix(e) for e in _ENDINGS if lower.endswith(e)]
    if lower.endswith("ing"):
        bases.append(f"{lower[:-3]}e")  # "Promoting"
    return not common.isdisjoint(bases) and fold(text) not in people.family


def _is_acronym(text: str) -> bool:
    return text.isupper() and 1 < len(text) <= _SHORT_ACRONYM
