"""What is an item of the main event's programme, and what is only part of it or long past."""

from __future__ import annotations

from culturex.suggest.dating import of_signal
from culturex.suggest.dating.periods import bounds, compatible
from culturex.suggest.occurrences.occurrence import LONG_AGO, Occurrence
from culturex.suggest.party import code_of
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR

# What opens, greets or gives within a programme is no item of it.
NO_ITEMS = frozenset({"opening", "meeting", "donation", "visit"})
OFFICIAL = frozenset({"visit", "meeting"})
_SHOWN = frozenset({"exhibition", "performance", "award", "course", "media"})
# What people come to.
_ATTENDED = frozenset({"course", "competition", "conference", "festival", "performance", "exhibition"})
# Where people stay for days, so that what is opened meanwhile is no opening of it.
_STAYS = frozenset({"exchange", "visit", "research"})
_BOTH = 2
# How long a date to the day is.
_DAY = 10


def is_founding(scene: Scene, new: Occurrence, main: Occurrence) -> bool:
    """Tell whether an opening lies long before the main event, or is only that since which something goes on.

    A sentence that names both countries tells of an opening abroad, and not of an actor at home.
    """
    if new.dated is None or (new.dated.mention.extra or {}).get("direction") == "since":
        return True
    named = {code_of(m) for m in scene.mentions((new.anchor.sentence,), "country", "place")} - {None}
    if len(named) >= _BOTH:
        return False
    then, now = bounds(new.dated.value), bounds(main.dated.value if main.dated else None)
    return then is not None and now is not None and (now[0] - then[1]).days > LONG_AGO


def is_of_those_who_came(new: Occurrence, main: Occurrence) -> bool:
    """Tell whether *new* says only who came to what the *main* event is ("students of both schools learned there")."""
    if new.type != "exchange" or new.anchor.rule != "pair" or main.type not in _ATTENDED:
        return False
    if new.dated is None or main.dated is None:
        return new.dated is None
    return compatible(new.dated.value, main.dated.value)


def is_wider(new: Occurrence, main: Occurrence) -> bool:
    """Tell whether people stayed for days around the day of the *main* event: the visit is more than part of it.

    The main event may have its days from the sentence that tells the visit alone.
    """
    if new.dated is None or main.dated is None or "/" not in new.dated.value:
        return False
    if new.anchor.strength < PAIR:
        return False
    lent = new.dated.mention.start == main.dated.mention.start
    apart = all(s.sentence != new.anchor.sentence for s in main.signals)
    return len(main.dated.value) == _DAY or (lent and apart)


def is_item(scene: Scene, new: Occurrence, main: Occurrence) -> bool:
    """Tell whether *new* is an item of a longer programme with a day of its own: the concert of a week of culture.

    What is shown, taught or awarded while officials meet, or between the days of a tour, is an item if it has a date of
    its own.
    """
    if new.type in _SHOWN and new.dated and main.dated and (main.type in OFFICIAL or main.dated.rule == "dates.tour"):
        return new.dated.mention.start != main.dated.mention.start
    if new.type == main.type or not (new.dated and main.dated) or not _is_entry(new, main):
        return False
    if main.type == "research" and new.type in _SHOWN:
        return all(s.sentence != new.anchor.sentence for s in main.signals)  # the concert on the restored organ
    begin, whole = new.dated.value.partition("/")[0], main.dated.value
    if len(begin) != _DAY or "/" not in whole:
        return False
    own = of_signal.whole(scene, new.type, new.dated).value
    return whole.partition("/")[0] != begin or ("/" in own and own != whole)


def _is_entry(new: Occurrence, main: Occurrence) -> bool:
    """Tell whether a signal may name an item of a programme: by a noun, or by who plays or what is shown.

    What opens, greets or gives is none; but a memorial unveiled while young people camp beside it is.
    """
    if new.type == "opening":
        return main.type in _STAYS
    if new.type in NO_ITEMS:
        return False
    return new.anchor.strength >= (PAIR if new.type in _SHOWN else NOUN)
