"""Whether what is told further on is an occurrence told before, or one of its own."""

from __future__ import annotations

from culturex.suggest.dating.candidates import is_since_long
from culturex.suggest.dating.dated import Dated
from culturex.suggest.dating.periods import LONGEST, bounds, compatible
from culturex.suggest.lexicon import words_of
from culturex.suggest.occurrences import folding
from culturex.suggest.occurrences.editions import AGAIN
from culturex.suggest.occurrences.occurrence import Occurrence, signal_sentences
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal
from culturex.suggest.status import clause_status, nearest

_INSTRUMENTS = frozenset({"agreement"})
_LASTING = frozenset({"festival", "exhibition", "course", "exchange", "research", "competition"})
# So long a visit or a programme lasts.
_DAYS = 10
# An article stands so near before its noun.
_ARTICLE = 8


def is_same(scene: Scene, old: Occurrence, new: Occurrence) -> bool:
    """Tell whether *new* speaks of the *old* occurrence."""
    if old.type != new.type:
        return False
    if new.anchor.rule == AGAIN:
        return old.dated is not None and new.dated is not None and compatible(old.dated.value, new.dated.value)
    if old.name and new.name and old.name.key == new.name.key:
        return True
    if old.main and is_replaced(scene, new, old):
        return False
    if folding.is_standing(old.dated) != folding.is_standing(new.dated):
        return False
    if new.type in _LASTING and scene.has(new.anchor.sentence, "cue", "closes") and _goes_on(old, new):
        return True
    if new.type in _INSTRUMENTS and (old.dated is None) != (new.dated is None):
        one, other = clause_status(scene, old.anchor), clause_status(scene, new.anchor)
        if (one != other and "held" in (one, other)) or folding.is_signed_anew(scene, *_undated_first(old, new)):
            return False
        undated, dated = (old, new) if old.dated is None else (new, old)
        if _is_twinned(scene, dated) and not _is_twinned(scene, undated):
            return False  # "signed the convention for 2018-2020; the towns are twinned since 2009"
        if is_since_long(dated.dated.mention) and scene.has(undated.anchor.sentence, "act", new.type):  # type: ignore[union-attr]
            return False  # "inked on April 8; there has been an agreement since 2018"
    if new.untold and new.untold != old.untold and (not old.main or scene.has(new.anchor.sentence, "cue", "again")):
        return False
    if new.dated is None:
        between = new.between and not folding.are_told(scene, signal_sentences(old), new.anchor.sentence)
        return not (new.type in _INSTRUMENTS and ((new.name and old.name) or between))
    if (new.anchor.strength < PAIR or (old.main and _is_definite(scene, new))) and _is_within_days(old, new):
        return (
            True  # "a delegation came on Monday; on Thursday it visited the library"; "on Friday the festival closed"
        )
    return old.dated is None or compatible(old.dated.value, new.dated.value) or _is_told_again(old, new)


def _is_definite(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether an event is spoken of as a known one ("the colloquium was also the occasion ...")."""
    if occurrence.name or occurrence.anchor.rule != "noun":
        return False
    known = words_of(scene.document.language, "cue", "definite")
    before = scene.document.lowers_in((max(0, occurrence.anchor.start - _ARTICLE), occurrence.anchor.start))[-1:]
    return not known.isdisjoint(before)


def _is_within_days(old: Occurrence, new: Occurrence) -> bool:
    """Tell whether two days lie no farther apart than a visit or a programme lasts."""
    one, other = bounds(old.dated and old.dated.value), bounds(new.dated and new.dated.value)
    if one is None or other is None:
        return False
    return abs((other[0] - one[0]).days) <= _DAYS and abs((other[1] - one[1]).days) <= _DAYS


def _is_twinned(scene: Scene, occurrence: Occurrence) -> bool:
    return scene.has(occurrence.anchor.sentence, "cue", "twinning")


def _undated_first(one: Occurrence, other: Occurrence) -> tuple[Signal, Dated | None]:
    """Return the signal of that occurrence which has no date, and the date of the other."""
    return (one.anchor, other.dated) if one.dated is None else (other.anchor, one.dated)


def _is_told_again(old: Occurrence, new: Occurrence) -> bool:
    """Tell whether one day apart is the same day, for the page tells it from the day when it was written ("today")."""
    one, other = bounds(old.dated.value if old.dated else None), bounds(new.dated and new.dated.value)
    if one is None or other is None or new.name:
        return False
    if not any(o.dated and o.dated.basis == "resolved" for o in (old, new)):
        return False
    return one[0] == one[1] and other[0] == other[1] and abs((one[0] - other[0]).days) == 1


def _goes_on(old: Occurrence, new: Occurrence) -> bool:
    """Tell whether the date of *new* is later than that of *old* by no more than such an event lasts."""
    begin = bounds(old.dated.value if old.dated else None)
    end = bounds(new.dated.value if new.dated else None)
    return begin is not None and end is not None and 0 <= (end[1] - begin[0]).days <= LONGEST


def is_replaced(scene: Scene, new: Occurrence, main: Occurrence) -> bool:
    """Tell whether *new* is planned in place of a *main* event that was called off."""
    if new.type != main.type or clause_status(scene, main.anchor) not in ("cancelled", "postponed"):
        return False
    return new.anchor.sentence != main.anchor.sentence and nearest(scene, new.anchor) == "planned"
