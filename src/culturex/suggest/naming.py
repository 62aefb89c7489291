"""Whether a word of the tables names an event where it stands, and how strongly it tells one."""

from __future__ import annotations

from bisect import bisect_left

from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.scene import Scene

_COMMAS = frozenset({",", "،", "、", "，"})
# How strongly the name of an event tells one, and how a weak word does.
NOUN, WEAK = 1.0, 0.45
# "an agreement from June 2012": what an instrument is dated by stands so near behind it.
_DATED = 8
# What something rests on is named so near behind the words that say so; the date of an instrument so near behind it.
_BASIS, _CLAUSE = 12, 40
# A locative stands so near before what it locates.
_LOCATED = 14
# "Minister of", "Secretary of State for": what an office is for stands so near behind it.
_OFFICE = 5
# What the words for those who meet and travel may tell ("the Minister met").
_MET = frozenset({"meeting", "visit"})


def is_event(scene: Scene, cue: Cue) -> bool:
    """Tell whether a cue names an event, and is no word of a name, of a house or of a length of time."""
    body = scene.document.body
    if body[cue.end : cue.end + 1] == " " and _is_of_house(scene, cue):
        return False
    if body[cue.start].isupper() and _is_of_office(scene, cue):
        return False
    return not (is_inside_name(scene, cue) or (cue.code == "festival" and _tells_time(scene, cue)))


def strength(scene: Scene, cue: Cue) -> float:
    """Return how strongly the name of an event tells one: weakly in speech, as a span of time, as means or basis."""
    if cue.group != "noun":
        return NOUN if cue.code == "agreement" and _is_of_year(scene, cue) else WEAK
    if scene.is_spoken(cue.start):
        return WEAK
    for is_no_event in _DOUBTS.get(cue.code, ()):
        if is_no_event(scene, cue):
            return WEAK
    return WEAK if _is_listed(scene, cue) else NOUN


def _is_listed(scene: Scene, cue: Cue) -> bool:
    """Tell whether a cue stands between two commas of a sentence without a date: a kind of events among others."""
    body = scene.document.body
    if body[cue.end : cue.end + 1] not in _COMMAS or body[cue.start - 2 : cue.start].strip() not in _COMMAS:
        return False
    return not scene.of_kind(cue.sentence, "date")


def is_where(scene: Scene, start: int) -> bool:
    """Tell whether a locative stands right before a word at *start*: something happens there ("in the workshop")."""
    language = scene.document.language
    before = scene.document.lowers_in((max(0, start - _LOCATED), start))[-2:]
    where, little = words_of(language, "cue", "locative"), words_of(language, "cue", "little")
    return bool(before) and (before[-1] in where or (before[-1] in little and before[0] in where))


def _is_of_office(scene: Scene, cue: Cue) -> bool:
    """Tell whether a cue in capitals only says what somebody is in charge of ("Minister of Vocational Training")."""
    near = [c for c in scene.group(cue.sentence, "thing") if 0 < cue.start - c.end <= _OFFICE]
    return bool(near) and any(c.code in _MET and scene.document.body[c.start].isupper() for c in near)


def _is_of_house(scene: Scene, cue: Cue) -> bool:
    """Tell whether the word behind a cue says what house or place it is for ("vocational training center")."""
    starts = scene.document.word_starts
    at = bisect_left(starts, cue.end + 1)
    if at == len(starts) or starts[at] != cue.end + 1:
        return False
    return scene.document.lowers[at] in words_of(scene.document.language, "cue", "house")


def _is_means(scene: Scene, cue: Cue) -> bool:
    """Tell whether a cue only says by what means people met, or on what ("on documentary film")."""
    before = scene.document.lowers_in((max(0, cue.start - 12), cue.start))
    return bool(before) and before[-1] in words_of(scene.document.language, "cue", "by")


def _tells_time(scene: Scene, cue: Cue) -> bool:
    """Tell whether the cue only counts time before a date ("the week of 5 May", "ten days of August")."""
    dates = scene.of_kind(cue.sentence, "date")
    if not dates:
        return False
    _, parted, last = scene.document.body[cue.start : cue.end].rpartition(" ")
    if not parted or last.casefold() not in words_of(scene.document.language, "cue", "little"):
        return False
    return any(cue.start < m.start <= cue.end + 1 for m in dates)


def _is_span(scene: Scene, cue: Cue) -> bool:
    """Tell whether "year of", "days of" counts time and names no festival: no name follows ("a year of free entry")."""
    if not scene.document.body[cue.start].islower():
        return False
    last = scene.document.body[cue.start : cue.end].rpartition(" ")[2]
    if last not in words_of(scene.document.language, "cue", "little"):
        return False
    following = scene.document.words_in((cue.end, cue.end + 20))[:1]
    return bool(following) and following[0].text[0].islower()


def _is_of_year(scene: Scene, cue: Cue) -> bool:
    """Tell whether an instrument is told by its date ("rests on an agreement of 2012")."""
    dates = (m for m in scene.of_kind(cue.sentence, "date") if 0 < m.start - cue.end <= _DATED)
    return any(scene.text((cue.end, m.start)).replace(" ", "").isalpha() for m in dates)


def _is_year_of_it(scene: Scene, cue: Cue) -> bool:
    """Tell whether a year of something is only when something else happened ("In the Year of the Teacher, ...")."""
    if not scene.document.body[cue.start : cue.end].casefold().startswith("year"):
        return False
    before = scene.document.lowers_in((max(0, cue.start - 12), cue.start))[-2:]
    return before in (["in", "the"], ["during", "the"])


def _is_day_named(scene: Scene, cue: Cue) -> bool:
    """Tell whether brackets behind a date only say which day that is ("closed on Monday 20 June (Flag Day)")."""
    body = scene.document.body
    if body[cue.end : cue.end + 1] != ")":
        return False
    return any(
        m.end < cue.start and body[m.end : cue.start].startswith(" (") and ")" not in body[m.end : cue.start]
        for m in scene.of_kind(cue.sentence, "date")
    )


def _is_basis(scene: Scene, cue: Cue) -> bool:
    """Tell whether an instrument is only what something else rests on ("according to the memorandum, 30 nurses ...").

    Where the sentence says that it was signed, or of what day it is, it tells the instrument, too.
    """
    if not scene.has(cue.sentence, "cue", "basis"):
        return False
    if scene.has(cue.sentence, "act", cue.code) or _is_dated_by(scene, cue):
        return False
    return any(c.code == "basis" and 0 <= cue.start - c.end <= _BASIS for c in scene.group(cue.sentence, "cue"))


def _is_dated_by(scene: Scene, cue: Cue) -> bool:
    """Tell whether a date stands behind an instrument in the same clause ("the agreement on education of 1996")."""
    dates = (m for m in scene.of_kind(cue.sentence, "date") if 0 <= m.start - cue.end <= _CLAUSE)
    return any("," not in scene.text((cue.end, m.start)) for m in dates)


def is_inside_name(scene: Scene, cue: Cue) -> bool:
    """Tell whether the cue is only a word in the name of a body or a person ("Friendship Exchange Council")."""
    start = cue.start
    for mention in scene.mentions_at.get(cue.sentence, ()):
        if mention.start > start:  # they stand in order
            break
        if cue.end <= mention.end and mention.kind in _NAMED:
            return mention.end - mention.start > cue.end - start
    return False


# The kinds of mentions that are names of bodies and people.
_NAMED = frozenset({"organization", "person"})
# What makes the name of an event of a type a weak word.
_DOUBTS = {
    "agreement": (_is_basis,),
    "conference": (_is_means,),
    "festival": (_is_span, _is_year_of_it, _is_day_named),
    "media": (_is_means,),
}
