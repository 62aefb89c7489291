"""Whether words or endings say that something happens in a place: "in Riyadh", "Ankara'da", "in the city of Ganja"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.tables import LINKS
from culturex.suggest.names import QUOTED
from culturex.suggest.scene import Scene

# A word that locates stands within this many characters before what it locates.
_LOCATED = 30
# "To" stands within this many characters before those who are given something, with no comma between.
_GIVEN, _PARTED = 48, re.compile(r"[,;:.()\n]")
# An office and the town where it is are told within so many characters.
_TITLED = 45
# A word that locates a body begins so near before it (characters), and at most one other word stands between.
_BEFORE_BODY = 14
# A title begins so near before a place (characters).
_TITLE = 110
_OPENS = re.compile('[“«„‘"]')
# Bodies that have an address.
_HOUSES, _WHERE = frozenset({"house", "school"}), ", where"
_APOSTROPHES = frozenset("'’")
# How many words "in the city of" may have.
_MOST_BEFORE = 5


@dataclass(frozen=True, slots=True)
class Locating:
    """What tells in a language that something happens in a place.

    *words* locate ("in"); *little* words and kinds of *settlements* may stand *between* them and the place ("the city
    of"); *endings* locate, too, and *joined* are the words that are written without a space.
    """

    words: frozenset[str]
    little: frozenset[str]
    settlements: frozenset[str]
    between: frozenset[str]
    endings: tuple[str, ...]
    joined: tuple[str, ...]
    venues: frozenset[str]
    venue_is: frozenset[str]


def is_located(scene: Scene, mention: Mention) -> bool:
    """Tell whether a word or an ending says that it happens there ("in Riyadh", "Ankara'da")."""
    kept = scene.located_kept.get(mention.start)
    if kept is None:
        kept = _is_located(scene, mention) and not (_is_of_another(scene, mention) or is_in_title(scene, mention))
        scene.located_kept[mention.start] = kept
    return kept


def _is_located(scene: Scene, mention: Mention) -> bool:
    document, start = scene.document, mention.start
    locating = _locating(document.language)
    starts, lowers = document.word_starts, document.lowers
    at = bisect_left(starts, start)
    if at and starts[at - 1] >= start - _LOCATED:
        before = lowers[at - 1]
        if before in locating.words:
            return True
        if before in locating.venue_is and at > 1 and lowers[at - 2] in locating.venues:
            return True
        if before in locating.little and at > 1 and starts[at - 2] >= start - _LOCATED:
            second = lowers[at - 2]
            if second in locating.words or (second in locating.between and _in_settlement(lowers, at, locating)):
                return True
        if before in locating.settlements and _in_settlement(lowers, at, locating):
            return True
    if locating.endings:
        tail = document.text[mention.end : mention.end + 6].casefold()
        if mention.text.casefold().endswith(locating.endings):
            return True
        ending = next(filter(tail.startswith, locating.endings), None)
        goes_on = ending is not None and ending[0] in _APOSTROPHES and tail[len(ending) : len(ending) + 1].isalpha()
        if ending and not goes_on:  # "Ankara'dan" is "from Ankara"
            return True
    return document.text[max(0, start - 2) : start].endswith(locating.joined)


def is_in_row(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a place goes on a row of its country that begins in a place: "in Gori, Telavi and Rustavi"."""
    text, is_row, before = scene.document.text, False, None
    for other in scene.of_kind(sentence, "place"):
        if other.start > mention.start:
            break
        goes_on = before is not None and text[before.end : other.start] in LINKS
        is_kin = goes_on and before is not None and before.value.get("country") == other.value.get("country")
        is_row = (is_row and is_kin) or is_located(scene, other)
        if other.start == mention.start:
            return is_row
        before = other
    return False


def is_at_school(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a place is named in that of a school at which it happens ("at the University of Zaragoza").

    Houses and societies are named for places elsewhere, too.
    """
    bodies = scene.of_kind(sentence, "organization")
    body = next((b for b in bodies if b.start < mention.start and mention.end <= b.end), None) if bodies else None
    return body is not None and (body.extra or {}).get("kind") == "school" and _is_where(scene, body)


def _is_where(scene: Scene, body: Mention) -> bool:
    """Tell whether a word says that something happens at a *body*: "at the University"."""
    locating = _locating(scene.document.language)
    words = scene.document.lowers_in((max(0, body.start - _LOCATED), body.start))[-2:]
    return bool(words) and (
        words[-1] in locating.words or (words[-1] in locating.little and words[0] in locating.words)
    )


def is_located_body(scene: Scene, body: Mention) -> bool:
    """Tell whether a word that locates stands before a *body*: "at the Foreign Ministry"."""
    before = scene.document.lowers_in((max(0, body.start - _BEFORE_BODY), body.start))[-2:]
    return not _locating(scene.document.language).words.isdisjoint(before)


def is_given(scene: Scene, mention: Mention) -> bool:
    """Tell whether something is given to those whom a country or a town is told with ("to the firefighters of Ica")."""
    document = scene.document
    receiving, passed = _receiving(document.language)
    starts, lowers = document.word_starts, document.lowers
    behind = bisect_left(starts, mention.start)
    low = bisect_left(starts, mention.start - _GIVEN, max(0, behind - _MOST_BEFORE), behind)
    for at in range(behind - 1, low - 1, -1):
        if lowers[at] in receiving:
            follows = at + 1  # no "to help Ica"
            is_whom = follows == behind or document.is_capital[follows] or lowers[follows] in passed
            return is_whom and not _PARTED.search(document.text, document.word_ends[at], mention.start)
    return False


def _is_of_another(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place further down is the first word in the name of an event ("at the Cannes Film Festival")."""
    if mention.kind != "place":
        return False
    sentence = scene.document.sentence_index(mention.start)
    if sentence in scene.lead:
        return False
    return any(
        c.start - mention.end == 1 and scene.document.text[c.start].isupper() for c in scene.group(sentence, "noun")
    )


def is_in_title(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place stands in the title of a work or a show: "“With the Mosaic, Contemporaneity in Ravenna”"."""
    text, start, end = scene.document.text, mention.start, mention.end
    if not _OPENS.search(text, max(0, start - _TITLE), start):
        return False
    sentence = scene.document.sentences[scene.document.sentence_index(start)]
    titles = (m.span(1) for m in QUOTED.finditer(text, *sentence))
    return any(first < start and end <= last and text[first].isupper() for first, last in titles)


def is_address(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a town right behind a house or school says where it happens: "at the Patan Museum, Patan"."""
    text = scene.document.text
    if text[mention.start - 2 : mention.start] != ", ":
        return False
    bodies = scene.of_kind(sentence, "organization")
    body = next((b for b in bodies if b.end == mention.start - 2 and (b.extra or {}).get("kind") in _HOUSES), None)
    return body is not None and (_is_where(scene, body) or text.startswith(_WHERE, mention.end))


def is_residence(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a town only says where an envoy lives: "the Consul General of Ghana in Toronto".

    What is printed small may be the house where it happens: "at the embassy in Toronto".
    """
    text, locating = scene.document.text, _locating(scene.document.language)
    for cue in scene.group(sentence, "cue"):
        if cue.code != "envoy" or not 0 < mention.start - cue.end <= _TITLED or not text[cue.start].isupper():
            continue
        if scene.is_in_body(cue.start, sentence):
            continue
        words = scene.document.words_in((cue.end, mention.start))
        little = locating.little | locating.words
        if words and words[0].lower in little and all(w.is_capital or w.lower in little for w in words):
            return _PARTED.search(text, cue.end, mention.start) is None
    return False


def _in_settlement(lowers: Sequence[str], at: int, locating: Locating) -> bool:
    """Tell whether the words before word *at* are "in the city of": a locative, a kind of settlement, little words."""
    settled = False
    for word in reversed(lowers[max(0, at - _MOST_BEFORE) : at]):
        if settled and word in locating.words:
            return True
        if word not in locating.between:
            return False
        settled = settled or word in locating.settlements
    return False


@cache
def _receiving(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words before those who are given something, and the little words that may follow them."""
    receiving, little = words_of(language, "cue", "given_to"), words_of(language, "cue", "little")
    return receiving, little - receiving - words_of(language, "cue", "locative")


@cache
def _locating(language: str) -> Locating:
    words, little = words_of(language, "cue", "locative"), words_of(language, "cue", "little")
    settlements = words_of(language, "cue", "settlement")
    return Locating(
        words,
        little,
        settlements,
        little | settlements,
        endings=tuple(words_of(language, "cue", "locative_endings")),
        joined=tuple(w for w in words if not w.isascii()),
        venues=words_of(language, "cue", "venues"),
        venue_is=words_of(language, "cue", "venue_is"),
    )
