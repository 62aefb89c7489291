"""Whether the words around a date speak of the past or of what lies ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from culturex.suggest.languages import table

# Words, and the marks that part clauses.
_WORD = re.compile(r"[^\W\d_]+|[,;:()\"“”—–]")
# How many words to either side are looked at, and how far before a participle its auxiliary may stand.
_REACH_LEFT, _REACH_RIGHT, _AUXILIARY, _CLOSE = 26, 18, 5, 4
# A participle so many words before its date is beside it; a word of deferring ("put off until") may stand farther off.
_BESIDE, _DEFERRED = 2, 5
# So many words stand at most behind a date up to the verb of the clause that it opens.
_SUBJECT = 5
_CLAUSE_END = re.compile(r"[，。；！？,;!?\n]")
_FIRST = re.compile(r"[^\W\d_]+")
_SETS = {
    "future": "future",
    "present": "present",
    "past": "past",
    "soft_past": "soft_past",
    "markers": "infinitive_markers",
    "infinitives": "infinitives",
    "intended": "intended",
    "intending": "intending",
    "being": "being",
    "factual": "factual",
    "deferring": "deferring",
    "asked": "asked",
    "toward": "toward",
    "leading": "leading",
    "base_forms": "base_forms",
    "clause": "clause",
    "joining": "joining",
    "particles": "particles",
    "perfect": "perfect",
    "conditional": "conditional",
    "published": "published",
    "determiners": "determiners",
}
# The lists of words that tell a direction before a date.
_TELLING = ("deferring", "leading", "future", "past", "soft_past", "markers", "present", "base_forms")
PAST, OPEN, FUTURE = -1, 0, 1
# What a direction is multiplied with where a verb close before the date tells it.
SURE = 2


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of a language: table ``tense`` of its ``dates.toml``.

    After one of *no_deed* a participle tells no deed: "if needed", "its estimated cost"; before one of *particles* a
    word that looks ahead tells one: "set off". Before a date, *telling* words and those with *endings* may tell its
    direction, no other word does.
    """

    future: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    soft_past: frozenset[str]
    markers: frozenset[str]
    infinitives: frozenset[str]
    intended: frozenset[str]
    intending: frozenset[str]
    being: frozenset[str]
    factual: frozenset[str]
    deferring: frozenset[str]
    asked: frozenset[str]
    toward: frozenset[str]
    leading: frozenset[str]
    base_forms: frozenset[str]
    clause: frozenset[str]
    joining: frozenset[str]
    particles: frozenset[str]
    perfect: frozenset[str]
    conditional: frozenset[str]
    published: frozenset[str]
    determiners: frozenset[str]
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    contractions: tuple[tuple[str, str], ...] = ()
    no_deed: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    is_run_on: bool = False

    def of(self, word: str) -> int:
        """Return PAST or FUTURE where *word* alone tells, else OPEN."""
        if word in self.future or (self.future_endings and len(word) > 5 and word.endswith(self.future_endings)):
            return FUTURE
        return PAST if word in self.past else OPEN

    def is_participle(self, word: str) -> bool:
        """Tell whether *word* may be a past tense or a participle ("held", "opened")."""
        return word in self.soft_past or (len(word) > 4 and word.endswith(self.past_endings))


@cache
def cues(language: str) -> Cues:
    """Return the cue words of *language* (ISO 639-1)."""
    data = table(language, "dates").get("tense", {})
    words = {name: frozenset(data.get(section, ())) for name, section in _SETS.items()}
    past_endings, future_endings = tuple(data.get("past_endings", ())), tuple(data.get("future_endings", ()))
    return Cues(
        **words,
        no_deed=words["conditional"] | words["determiners"],
        telling=frozenset().union(*(words[name] for name in _TELLING)),
        endings=past_endings + future_endings,
        past_endings=past_endings,
        future_endings=future_endings,
        contractions=tuple(data.get("contractions", {}).items()),
        is_run_on=bool(table(language, "dates").get("spaceless")),
    )


def direction(left: str, right: str, words: Cues) -> int:
    """Return FUTURE, PAST or OPEN for a date with *left* and *right* of it in the same sentence, lower case.

    The nearest verb before the date decides (SURE times so much if it is close); without one, the nearest after it. A
    participle counts as past unless an auxiliary before it says otherwise ("will be held").
    """
    if words.is_run_on:
        return _of_signs(left, right, words)
    before = _WORD.findall(_plain(left, words))[-_REACH_LEFT:]
    if _opens_clause(before, words) and (told := _after_at_once(right, words)) != OPEN:
        return told
    found, at, is_weak = _before(before, words)
    if found == OPEN:
        return _after(_WORD.findall(_plain(right, words))[:_REACH_RIGHT], words, bool(set(before) & words.present))
    if found == FUTURE and "," in before[at:] and _is_done(right, words):
        return PAST
    # "Suspended on Friday" and "a plan announced at the congress on Friday" tell of Friday, whatever comes after.
    if is_weak and len(before) - at > _BESIDE and before[at] not in words.published:
        beyond = _FIRST.search(_plain(right, words))
        found = FUTURE if beyond and beyond[0] in words.future else found
    return found * SURE if len(before) - at <= _CLOSE else found


def _of_signs(left: str, right: str, words: Cues) -> int:
    """Return the direction where no spaces part the words: the sign nearest before a date in its clause, or behind."""
    clause = _CLAUSE_END.split(left)[-1][-_REACH_LEFT:]
    for sign in reversed(clause):
        if told := words.of(sign):
            return told
    return next(filter(None, map(words.of, _CLAUSE_END.split(right)[0][:_REACH_RIGHT])), OPEN)


def _opens_clause(before: list[str], words: Cues) -> bool:
    """Tell whether a comma, a word such as "and", and no more than a preposition stand before a date: ", and on"."""
    last = len(before) - 1
    return any(before[at] in words.joining and not before[at - 1].isalpha() for at in range(max(1, last - 1), last + 1))


def _after_at_once(right: str, words: Cues) -> int:
    """Return what the clause tells that goes on right behind a date ("... , and on Sunday it goes home")."""
    after = _WORD.findall(_plain(right, words))[:_SUBJECT]
    marks = [at for at, word in enumerate(after) if not word.isalpha()]
    return _after(after[: marks[0]] if marks else after, words, present=False)


def _is_done(right: str, words: Cues) -> bool:
    """Tell whether a past verb stands right behind a date, whatever an earlier clause tells: "on Friday signed"."""
    beyond = _FIRST.match(right.lstrip())
    return beyond is not None and (beyond[0] in words.past or words.is_participle(beyond[0]))


def _plain(text: str, words: Cues) -> str:
    """Return *text* without contractions: "won't" would be taken for "won"."""
    if "'" in text or "’" in text:
        text = text.replace("’", "'")
        for short, full in words.contractions:
            text = text.replace(short, full)
    return text


def _before(before: list[str], words: Cues) -> tuple[int, int, bool]:
    """Return the direction that the nearest verb tells, where it is, and whether that is a bare participle."""
    last = len(before) - 1
    for at in range(last, -1, -1):
        word = before[at]
        if word not in words.telling and not word.endswith(words.endings):  # as nearly all
            continue
        if word in words.deferring and last - at <= _DEFERRED and words.toward.intersection(before[at + 1 :]):
            return FUTURE, at, False
        if word in words.leading and last - at < _BESIDE:
            return FUTURE, at, False
        if word in words.perfect and at < last and words.toward.issuperset(before[at + 1 :]):
            return FUTURE, at, False  # "visitors have until Friday"
        told = words.of(word)
        if told > OPEN and before[at + 1 : at + 2] and before[at + 1] in words.particles:  # "had set off"
            return _auxiliary(before[max(0, at - _AUXILIARY) : at], words) or PAST, at, False
        if told != OPEN and word not in words.soft_past:
            is_ahead = word in words.perfect and at and before[at - 1] in words.future
            return (FUTURE if is_ahead else told), at, False
        if word in words.markers and at and before[at - 1] in words.factual:
            return PAST, at, False
        if word in words.markers and _is_intent(before, at, words):
            return FUTURE, at, False
        if word in words.present:
            return FUTURE, at, False
        if word in words.base_forms and last - at < _DEFERRED and not _tells_past(before[max(0, at - 2) : at], words):
            if at and before[at - 1] in words.determiners:  # "a welcome home"
                continue
            return FUTURE, at, False
        if words.is_participle(word) and not (at and before[at - 1] in words.no_deed):
            clause = before[max(0, at - _AUXILIARY) : at]
            told = FUTURE if word in words.asked and words.present.intersection(clause) else _auxiliary(clause, words)
            is_deed = at > 0 and before[at - 1] in words.clause  # "which opened on Monday, will last until Friday"
            return told or PAST, at, told == OPEN and not is_deed
    return OPEN, 0, False


def _tells_past(beside: list[str], words: Cues) -> bool:
    return any(word in words.past or words.is_participle(word) for word in beside)


def _is_intent(words: list[str], at: int, cues: Cues) -> bool:
    """Tell whether the "to" at *at* begins what is meant to be done: "to hold", "plans to head back"."""
    follows = words[at + 1] if at + 1 < len(words) else ""
    if follows in cues.infinitives:
        return True
    had = at > 1 and words[at - 2] in cues.past and cues.is_participle(words[at - 1])  # "had hoped to"
    return at > 0 and bool(follows) and words[at - 1] in cues.intending and not had


def _auxiliary(before: list[str], words: Cues) -> int:
    """Return what the words before a participle, in its clause, make of it."""
    for at in range(len(before) - 1, -1, -1):
        if not before[at].isalpha():
            return OPEN
        if before[at] in words.future or (before[at] in words.markers and before[at + 1 : at + 2] == ["be"]):
            return FUTURE
        if before[at] in words.past:
            return FUTURE if at and before[at - 1] in words.markers else PAST  # "was to have been given"
    return OPEN


def _after(after: list[str], words: Cues, present: bool) -> int:
    for at, word in enumerate(after):
        if word in words.clause:
            break
        told = words.of(word)
        if told == PAST and any(w in words.intended for w in after[at + 1 : at + 4]):
            return FUTURE
        if word in words.being and words.markers.intersection(after[at + 1 : at + 2]):
            return FUTURE
        if at == 0 and words.is_participle(word):
            return PAST  # "the Iraqis on Thursday invited him back"
        if told != OPEN:
            return told
        if word in words.markers and _is_intent(after, at, words):
            return FUTURE
        if word in words.present or word in words.base_forms:
            return FUTURE
        if words.is_participle(word):
            return PAST
    return FUTURE if present else OPEN
