"""Which dates of a sentence may be those of an event: no dateline, no term of validity, no year of a founding."""

from __future__ import annotations

from functools import cache

from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene

# Instruments name the years that they are for ("programme for 2014-2016"): that is not when they were signed.
INSTRUMENTS = frozenset({"agreement"})
# What tells when a body began may be what is told of it: "The office was opened in 2004."
_BEGINNINGS = frozenset({"opening"})
_POSSESSIVES = frozenset({"'s", "’s"})
# The words that tell an event stand so near behind "Saturday's".
_ATTRIBUTED = 30
_TELLING = ("noun", "weak", "act", "thing")
# What people apply for or buy stands within this many characters of the day until which they can.
_ASKED = 70
# Before this year nothing happened that news report.
_MODERN = "1900"
# From this year on nobody plans an event.
_FAR = "2070"
# Who said something stands within this many characters of the day.
_SAID = 60
_STOPS = frozenset(",:;.()")
# What is said ends with one of these before who said it is named, with no more than a short word between.
_ENDS_SPEECH = (",", "”", '"', "»", "“", "–", "—")
_AUXILIARY = 3


def usable(scene: Scene, sentence: int, type_: str) -> list[Mention]:
    """Return the dates of a *sentence* that may be an event's: resolved, not in the dateline, no term of validity."""
    if sentence not in scene.kinds_at.get("date", ()):  # as with most sentences
        return []
    kind = type_ if type_ in INSTRUMENTS or type_ in _BEGINNINGS else ""
    kept = scene.dates_kept.get((sentence, kind))
    if kept is None:
        kept = scene.dates_kept[sentence, kind] = _usable(scene, sentence, kind)
    return kept


def _usable(scene: Scene, sentence: int, kind: str) -> list[Mention]:
    text = scene.document.text
    kept = [
        m
        for m in scene.of_kind(sentence, "date")
        if m.value
        and _MODERN <= m.value[:4] < _FAR
        and "X" not in m.value  # a century or a decade is what a thing is from
        and m.rule != "dates.span"  # "the past two years"
        and not scene.in_dateline(m)
        and not (_is_term(scene, m) if kind in INSTRUMENTS else is_since_long(m))
        and (kind in INSTRUMENTS or not _is_origin(scene, m, told=kind in _BEGINNINGS))
        and not (text[m.end : m.end + 2] in _POSSESSIVES and _is_attribute(scene, m, sentence))
    ]
    if kept and scene.has(sentence, "cue", "disaster"):
        kept = [m for m in kept if not _is_of_disaster(scene, m)]
    if kept and scene.has(sentence, "cue", "deadline"):
        kept = [m for m in kept if not _is_deadline(scene, m, sentence)]
    exact = [m for m in kept if "~" not in m.value]  # a day of the lunar calendar is about
    return exact or kept


def _is_attribute(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a day with "'s" only says which of another thing is meant ("after Saturday's earthquake")."""
    near = (c for group in _TELLING for c in scene.group(sentence, group))
    return not any(0 <= c.start - mention.end <= _ATTRIBUTED for c in near)


def _is_of_disaster(scene: Scene, mention: Mention) -> bool:
    """Tell whether a date is that of a disaster or a war named right before it ("damaged by the quake in 2015")."""
    disasters = words_of(scene.document.language, "cue", "disaster")
    little = words_of(scene.document.language, "cue", "little")
    words = scene.document.words_in((max(0, mention.start - 30), mention.start))[-3:]
    last = next((w for w in reversed(words) if w.lower not in little), None)
    after = scene.document.lowers_in((mention.end, mention.end + 20))[:1]
    if last and last.lower in disasters:
        return not set(scene.document.text[last.end : mention.start]) & _STOPS
    return not disasters.isdisjoint(after)


def _is_deadline(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a day is that until which people apply or buy tickets ("entries can be sent in until 1 June")."""
    if (mention.extra or {}).get("direction") not in ("until", "by") and not scene.has(sentence, "cue", "closes"):
        return False
    asked = (c for c in scene.group(sentence, "cue") if c.code == "deadline")
    return any(abs(c.start - mention.start) <= _ASKED for c in asked)


def is_of_report(scene: Scene, mention: Mention) -> bool:
    """Tell whether a day is that on which something was said ("the theatre said here on 4 March", "in Riga on ...")."""
    told = scene.reported_kept.get(mention.start)
    if told is None:
        told = scene.reported_kept[mention.start] = _is_of_report(scene, mention)
    return told


def _is_of_report(scene: Scene, mention: Mention) -> bool:
    language, sentence = scene.document.language, scene.document.sentence_index(mention.start)
    said = words_of(language, "cue", "said")
    before = (max(scene.document.sentences[sentence].start, mention.start - _SAID), mention.start)
    lowers = scene.document.lowers_in(before)
    if _is_of_statement(lowers, scene.document.text[slice(*before)], language):
        return True
    if said.isdisjoint(lowers):  # as nearly everywhere
        return False
    words = scene.document.words_in(before)
    at = next(i for i in range(len(words) - 1, -1, -1) if words[i].lower in said)
    if _is_inverted(scene, words[at].start, mention.start):
        return True
    skipped = [words_of(language, "cue", name) for name in ("little", "here", "told_in")]
    places = scene.of_kind(sentence, "place")
    return all(
        any(w.lower in s for s in skipped) or any(p.start <= w.start < p.end for p in places) for w in words[at + 1 :]
    )


def _is_of_statement(words: list[str], text: str, language: str) -> bool:
    """Tell whether a paper that tells the news came out that day: "in a press release that the fund sent out on"."""
    papers = words_of(language, "cue", "statement")
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n] in papers), None)
    if at is None or words_of(language, "cue", "issued").isdisjoint(words[at + 1 :]):
        return False
    return not set(text[text.lower().rindex(words[at]) :]) & _STOPS


def _is_inverted(scene: Scene, said: int, day: int) -> bool:
    """Tell whether a clause that only says who spoke holds a day: "..., informó el ministerio este lunes"."""
    text = scene.document.text
    before = text[max(0, said - 12) : said].rstrip()
    head, _, last = before.rpartition(" ")
    if len(last) <= _AUXILIARY and last.isalpha():  # ", a annoncé le ministère lundi"
        before = head
    if not before.endswith(_ENDS_SPEECH) or set(text[said:day]) & _STOPS:
        return False
    sentence = scene.document.sentence_index(day)
    if any(said < m.start < day for m in scene.of_kind(sentence, "date")):
        return False
    return not any(said < c.start < day for group in ("noun", "act", "status") for c in scene.group(sentence, group))


def _is_term(scene: Scene, mention: Mention) -> bool:
    """Tell whether a date is a span of years, or years after "for": what an instrument is valid for."""
    value = str(mention.value)
    if "/" in value and len(value.partition("/")[0]) == 4 and not value.endswith(".."):
        return True
    if len(value) != 4:
        return False
    if (mention.extra or {}).get("direction") == "until":
        return True
    before = scene.document.lowers_in((max(0, mention.start - 24), mention.start))[-1:]
    return not words_of(scene.document.language, "cue", "term").isdisjoint(before)


def is_since_long(mention: Mention) -> bool:
    """Tell whether a date is the year since which something has gone on: when a pact was made, not when one meets."""
    return (mention.extra or {}).get("direction") == "since" and len(str(mention.value)) < 10


def _is_origin(scene: Scene, mention: Mention, *, told: bool) -> bool:
    """Tell whether the date is when a body or person began ("which dates from 1977").

    Where its beginning may be what is *told*, only as said by the way: "the museum, opened in 2016, ...".
    """
    head = scene.document.body[max(0, mention.start - 30) : mention.start].casefold().rstrip()
    origins = _origins(scene.document.language)
    if not head.endswith(origins):
        return False
    return not told or any(head.endswith(f"{mark}{origin}") for origin in origins for mark in (", ", "("))


@cache
def _origins(language: str) -> tuple[str, ...]:
    return tuple(words_of(language, "cue", "origin"))
