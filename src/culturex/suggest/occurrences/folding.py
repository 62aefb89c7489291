"""What is told in passing: two signals of one deed, the setting of another event, a time that is only asked about."""

from __future__ import annotations

from culturex.suggest.dating.dated import Dated
from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import words_of
from culturex.suggest.located import is_located
from culturex.suggest.naming import is_where
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, Signal
from culturex.suggest.status import clause_status

# An instrument that is signed at an event stands beside it.
_APART = frozenset({"agreement"})
_AGREED = frozenset({"opening", "exchange", "research", "course"})
_COVERED = _AGREED | {"media", "conference"}
# Where something else may happen.
_HOUSES = frozenset({"festival", "course", "conference", "exhibition", "competition"})
# Two words for one thing stand so near one another.
_BESIDE = 20
# What is shown in a week of culture goes by several names.
_SHOWN = frozenset({"festival", "exhibition", "performance"})
_OFFICIAL, _VENUED = frozenset({"visit", "meeting"}), frozenset({"exhibition", "performance"})
_DAY = 10
# What sets a scene ends within this many characters before the signal ("during his meeting").
_BEFORE = 12
# An occasion is named so near behind the words that make it one ("on the occasion of the thirtieth anniversary").
_OCCASION = 40
# An instrument of so many days ago is no news.
_LONG_AGO = 400
# "proposed to sign a", "have promised a": a plan is told so near before what is planned.
_PLANNED = 15
# Where a journey or a course leads is named so near behind it ("toured Paraguay", "a course in restoration in Tartu").
_TOWARDS = 25


def is_one_deed(scene: Scene, old: Signal, old_date: Dated | None, new: Signal, new_date: Dated | None) -> bool:
    """Tell whether two signals of one sentence and one date tell the same: "they meet for a workshop from 15 June".

    Two names of events may share a year or a month ("in 2017 an exhibition and a concert"), but not a day.
    """
    if old.sentence != new.sentence or old.type == new.type:
        return False
    if _is_house(scene, old, new) and (new_date is None or old_date is None or _share(old_date, new_date)):
        return True
    if {old.type, new.type} & _APART:
        dated = old_date is not None and new_date is not None and old_date.mention.start == new_date.mention.start
        if _is_agreed(old, new) or (dated and (_is_object(scene, old, new) or _is_for_gift(old, new))):
            return True
        return _is_content(scene, old, new) and (dated or new_date is None)
    if old_date is None or new_date is None or old_date.mention.start != new_date.mention.start:
        return False
    return len(new_date.value.partition("/")[0]) >= _DAY or old.strength < NOUN or new.strength < NOUN


def _is_agreed(old: Signal, new: Signal) -> bool:
    """Tell whether *new* is only what an instrument is for: "signed an agreement to establish an institute"."""
    return old.type in _APART and new.rule == "pair" and new.type in _AGREED and old.end <= new.start


def _share(one: Dated, other: Dated) -> bool:
    return one.mention.start == other.mention.start


def _is_house(scene: Scene, old: Signal, new: Signal) -> bool:
    """Tell whether *new* is named behind *old* as where that happens: "an internship in the workshop of a master"."""
    if old.type in _APART or new.type not in _HOUSES or new.rule == "pair" or new.start < old.end:
        return False
    return is_where(scene, new.start)


def _is_for_gift(old: Signal, new: Signal) -> bool:
    """Tell whether what is given is the sum that a contract is on ("signed a grant contract amounting to ...")."""
    return old.type in _APART and new.type == "donation" and new.rule == "pair" and old.start < new.end


def _is_content(scene: Scene, old: Signal, new: Signal) -> bool:
    """Tell whether *new* is named behind an instrument that was signed, and nothing says that it took place: what the
    instrument covers ("signed a memorandum that provides for student exchange and training").
    """
    if old.type not in _APART or new.rule == "pair" or new.type not in _COVERED or new.start < old.end:
        return False
    if not scene.has(old.sentence, "act", old.type):
        return False
    return not any(c.code == "occur" and old.end < c.start < new.start for c in scene.group(old.sentence, "cue"))


def is_visited(scene: Scene, main: str, signal: Signal) -> bool:
    """Tell whether officials on a visit went to what is shown or played in a house of its own."""
    if main not in _OFFICIAL or signal.type not in _VENUED or signal.strength < NOUN:
        return False
    if clause_status(scene, signal) != "held" or scene.has(signal.sentence, "act", "agreement"):
        return False
    return any((m.extra or {}).get("kind") == "house" for m in scene.of_kind(signal.sentence, "organization"))


def is_placed(scene: Scene, signal: Signal) -> bool:
    """Tell whether the sentence of a signal says where: what has a place and a date of its own needs no strong word."""
    if scene.is_spoken(signal.start) or scene.has(signal.sentence, "cue", "background", "intention"):
        return False
    for body in scene.of_kind(signal.sentence, "organization"):
        if body.extra and body.extra.get("kind") == "house":
            return True
    where = scene.mentions((signal.sentence,), "place", "country")
    if not where:
        return False
    origins = {c.end for c in scene.group(signal.sentence, "cue") if c.code == "comes_from"}
    return any(
        is_located(scene, m)
        or (0 <= m.start - signal.end <= _TOWARDS and m.start - 1 not in origins)
        or (m.kind == "place" and 0 <= signal.start - m.end <= 1)
        for m in where
    )


def is_standing(dated: Dated | None) -> bool:
    """Tell whether a date is that since which something is kept up: no visit within it is the same event."""
    return dated is not None and dated.rule == "dates.since"


def _is_object(scene: Scene, old: Signal, new: Signal) -> bool:
    """Tell whether *new* is what an instrument of the same date is on: "a memorandum on the training of guides"."""
    if old.type not in _APART or old.end > new.start:
        return False
    on = words_of(scene.document.language, "cue", "on_what")
    return any(w.lower in on for w in scene.document.words_in((max(old.end, new.start - _BEFORE), new.start)))


def is_shown_with(scene: Scene, main: str, told: list[Signal], signal: Signal) -> bool:
    """Tell whether a signal is another word for what the *main* type shows: "film week and photo exhibition"."""
    if not {main, signal.type} <= _SHOWN or main == signal.type:
        return False
    beside = any(s.sentence == signal.sentence and _gap(s, signal) <= _BESIDE for s in told)
    return beside or any(scene.has(h, "noun", signal.type) for h in scene.headlines)


def _gap(one: Signal, other: Signal) -> int:
    return max(one.start - other.end, other.start - one.end)


def are_told(scene: Scene, sentences: list[int], sentence: int) -> bool:
    """Tell whether *sentences* name all the bodies that a *sentence* names: it speaks of the same instrument."""
    told = {str(m.value["name"]) for m in scene.mentions(sentences, "organization")}
    return {str(m.value["name"]) for m in scene.of_kind(sentence, "organization")} <= told


def is_setting(scene: Scene, signal: Signal) -> bool:
    """Tell whether a signal only says at what something else was said or done ("during his meeting with")."""
    return any(
        c.code == "setting" and 0 <= signal.start - c.end <= _BEFORE for c in scene.group(signal.sentence, "cue")
    )


def is_signed_anew(scene: Scene, signal: Signal, other: Dated | None) -> bool:
    """Tell whether a *signal* without a date tells the signing of an instrument, and that of the *other* date is old.

    "An agreement was signed" is news, the one of five years ago its background; "the agreement" may be either.
    """
    published, span = scene.document.published, bounds(other.value if other else None)
    if published is None or span is None or (published - span[1]).days <= _LONG_AGO:
        return False
    if not scene.has(signal.sentence, "act", signal.type) or scene.has(signal.sentence, "cue", "background"):
        return False
    articles = words_of(scene.document.language, "cue", "indefinite")
    return not articles.isdisjoint(scene.document.lowers_in((signal.start - _BEFORE, signal.start))[-2:])


def is_occasion(scene: Scene, signal: Signal) -> bool:
    """Tell whether an anniversary is only the occasion of what is told: "opened to mark 45 years of ties"."""
    return any(
        c.code == "occasion" and c.start <= signal.start and signal.start - c.end <= _OCCASION
        for c in scene.group(signal.sentence, "cue")
    )


def is_doubted(scene: Scene, signal: Signal) -> bool:
    """Tell whether the clause of a signal is a question ("whether the festival comes back in 2022")."""
    doubts = words_of(scene.document.language, "cue", "doubt")
    if not doubts:
        return False
    return not doubts.isdisjoint(scene.document.lowers_in((max(0, signal.start - 24), signal.start))[-3:])


def is_still_ahead(scene: Scene, signal: Signal, dated: Dated) -> bool:
    """Tell whether right before a signal it is called a plan or a wish, and the date found is past: not its own."""
    if dated.rule == "dates.main_event":
        return False
    published, span = scene.document.published, bounds(dated.value)
    if published is None or span is None or span[1] >= published:
        return False
    near = [c for c in scene.group(signal.sentence, "status") if 0 <= signal.start - c.end <= _PLANNED]
    return bool(near) and max(near, key=lambda c: c.end).code in ("planned", "proposed")
