"""Occurrences: the event that the article was written to report, those that stand beside it, and when they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from culturex.suggest.dating import main_date, of_signal
from culturex.suggest.dating.candidates import usable
from culturex.suggest.dating.dated import DAY, Dated
from culturex.suggest.dating.periods import bounds, compatible
from culturex.suggest.located import is_located
from culturex.suggest.names import SURE, Name, name_of
from culturex.suggest.occurrences import candidates, editions, others
from culturex.suggest.occurrences.choice import Choice, agreed, choose
from culturex.suggest.occurrences.occurrence import MOST_COMPARED, Dropped, Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal, Signals
from culturex.suggest.status import clause_status
from culturex.suggest.status import of as status_of

_MOST_SCOPE = 400
# An overview tells so many other events, and none of the last days.
_SURVEY, _RECENT = 4, 60
# So many events without a main one are an overview.
_OVERVIEW = 3
# One programme has several on one day, and one ceremony several signatures.
_SEVERAL = frozenset({"performance", "agreement"})
_YEAR = 4
# "proposed to sign a", "have promised a": a plan is told so near before what is planned.
_PLANNED = 15
# What is held, under way or still to come may be part of what is under way itself.
_TOGETHER = (frozenset({"planned", "ongoing"}), frozenset({"held", "ongoing"}))
# Where a journey leads is named so near behind it ("toured Paraguay").
_TOWARDS = 25


def find(scene: Scene, signals: Signals) -> tuple[list[Occurrence], list[Dropped]]:
    """Return the occurrences of the article, the main one first, and the signals dropped on the way."""
    return find_all([(scene, signals)])[0]


def find_all(pages: Sequence[tuple[Scene, Signals]]) -> list[tuple[list[Occurrence], list[Dropped]]]:
    """Return what ``find`` does for each page; each step is taken for all of them before the next."""
    chosen = [choose(*page) for page in pages]
    mains = [main_event(*page, choice) for page, choice in zip(pages, chosen, strict=True)]
    beside = [_beside(*page, main) for page, main in zip(pages, mains, strict=True)]
    return [(_settled(*page, told), told.dropped) for page, told in zip(pages, beside, strict=True)]


class _Told(NamedTuple):
    """What a page tells: the main event, those beside it, signals dropped."""

    main: Occurrence | None
    beside: list[Occurrence]
    dropped: list[Dropped]


def _beside(scene: Scene, signals: Signals, main: Occurrence | None) -> _Told:
    """Return the *main* event and those beside it; where it is none and they are few, that on which words agree."""
    dropped: list[Dropped] = []
    beside = others.find(scene, signals, main, dropped)
    if main is None and len(beside) < _OVERVIEW and (main := main_event(scene, signals, agreed(scene, signals))):
        dropped = []
        beside = others.find(scene, signals, main, dropped)
    return _Told(main, beside, dropped)


def _settled(scene: Scene, signals: Signals, told: _Told) -> list[Occurrence]:
    """Return the events of a page, the main one first, with their sentences and dates, now that all are known."""
    main, beside, _ = told
    if main:
        others_own = {id(s) for o in beside for s in o.signals}
        main.keep([s for s in main.signals if id(s) not in others_own] or main.signals)
    elif len(beside) <= 1 and (main := _only_one(scene, signals, beside)):
        beside = []
    found = ([main] if main else []) + beside
    _share_sentences(scene, found)
    if main:
        main.reported = not _is_survey(scene, main, beside)
        if main.reported:
            main.dated = main_date.of(scene, main.signals, main.scope)
        else:
            main.dated = _own_date(scene, signals, main)
        if main.dated and _is_still_ahead(scene, main.anchor, main.dated):
            main.dated = of_signal.preceding(scene, main.anchor)
        told_again = [o for o in beside if _is_itself(main, o)]
        main.scope = sorted({*main.scope, *(sentence for o in told_again for sentence in o.scope)})
        found = [o for o in found if not any(o is again for again in told_again)]
    for occurrence in beside:
        occurrence.dated = own_time(scene, occurrence, main)
    return found


def main_event(scene: Scene, signals: Signals, choice: Choice | None) -> Occurrence | None:
    """Return the main event of the type that was chosen, with its name and its date; None where none was."""
    main = _main(scene, signals, choice)
    if main is None:
        return None
    where = [s.sentence for s in main.signals]
    everything = sorted({*scene.headlines, *scene.told[:_MOST_SCOPE]})
    if not scene.headlines & set(where):  # an overview, perhaps: each event has its own sentence
        everything = sorted({*scene.lead, *_goes_on(scene, main), *where[:3]})
    main.dated = main_date.of(scene, main.signals, everything)
    if _is_stay(signals, main):
        main.type = "visit"
    return main


def _is_itself(main: Occurrence, beside: Occurrence) -> bool:
    """Tell whether what was taken for another time of the *main* event is of its time, now that this is known.

    So is what other words of its type tell in its own sentence, with the very same date and no name of its own; and
    what they tell elsewhere of the same days, of the first or last of them, or of the year in which they lie.
    """
    if main.dated is None or beside.dated is None or beside.type != main.type:
        return False
    if beside.anchor.start == main.anchor.start:
        return compatible(beside.dated.value, main.dated.value)
    same = beside.anchor.sentence == main.anchor.sentence and beside.dated.mention.start == main.dated.mention.start
    if same and beside.name is None:
        return True
    if beside.name and main.name:
        if beside.name.key != main.name.key:
            return False
        if beside.dated.value == main.dated.value:
            return True
    return beside.type not in _SEVERAL and _is_its_time(main.dated, beside.dated)


def _is_its_time(whole: Dated, own: Dated) -> bool:
    """Tell whether one date is the *whole* time of an event, a day or a stop of it, or the year in which it lies."""
    days, told = bounds(whole.value), bounds(own.value)
    if days is None or told is None:
        return False
    if len(own.value) == _YEAR:
        return told[0] <= days[0] and days[1] <= told[1] and len(whole.value) > _YEAR
    if whole.rule == "dates.tour":
        return days[0] <= told[0] and told[1] <= days[1]
    return "/" in whole.value and (told == days or (told[0] == told[1] and told[0] in days))


def _only_one(scene: Scene, signals: Signals, found: list[Occurrence]) -> Occurrence | None:
    """Return the event of a page that tells one in its lead, with a date, a name or two countries: a short text.

    It is the one *found* beside no main event, where there is one.
    """
    told = found or [o for o in candidates.of(scene, signals, None, []) if _is_tied(scene, o)]
    if not told or told[0].anchor.sentence not in scene.lead:
        return None
    if len({o.anchor.sentence for o in told}) > 1 and len({o.type for o in told}) > 1:
        return None
    told[0].main = True
    return told[0]


def _is_tied(scene: Scene, occurrence: Occurrence) -> bool:
    """Tell whether an occurrence has a date or a name, or its sentence two countries; a weak word must say where."""
    signal = occurrence.anchor
    if signal.strength < PAIR:
        return _is_placed(scene, signal)
    if occurrence.dated or occurrence.name:
        return True
    return len(scene.countries_in(signal.sentence)) > 1


def _is_placed(scene: Scene, signal: Signal) -> bool:
    """Tell whether the sentence of a signal says where: in a house, at a place, or where a journey led."""
    if any((m.extra or {}).get("kind") == "house" for m in scene.of_kind(signal.sentence, "organization")):
        return True
    origins = {c.end for c in scene.group(signal.sentence, "cue") if c.code == "comes_from"}
    where = scene.mentions((signal.sentence,), "place", "country")
    return any(
        is_located(scene, m) or (0 <= m.start - signal.end <= _TOWARDS and m.start - 1 not in origins) for m in where
    )


def own_time(scene: Scene, occurrence: Occurrence, main: Occurrence | None) -> Dated | None:
    """Return when an event beside the *main* one is: its own date to the last day, or that of what it is part of."""
    dated = occurrence.dated
    if dated is None:
        if main is None or main.dated is None or not _is_during(scene, occurrence, main):
            return None
        return replace(main.dated, basis="inferred", rule="dates.main_event", rivals=())
    if _is_still_ahead(scene, occurrence.anchor, dated):
        return of_signal.preceding(scene, occurrence.anchor)
    return of_signal.whole(scene, occurrence.type, dated)


def _is_still_ahead(scene: Scene, signal: Signal, dated: Dated) -> bool:
    """Tell whether right before a signal it is called a plan or a wish, and the date found is past: not its own."""
    published, span = scene.document.published, bounds(dated.value)
    if published is None or span is None or span[1] >= published:
        return False
    near = [c for c in scene.group(signal.sentence, "status") if 0 <= signal.start - c.end <= _PLANNED]
    return bool(near) and max(near, key=lambda c: c.end).code in ("planned", "proposed")


def _is_during(scene: Scene, occurrence: Occurrence, main: Occurrence) -> bool:
    """Tell whether an event without a date of its own is told as part of the *main* one: both held or both ahead."""
    if (
        occurrence.untold
        or occurrence.anchor.rule == editions.AGAIN
        or usable(scene, occurrence.anchor.sentence, occurrence.type)
    ):
        return False
    own = clause_status(scene, occurrence.anchor)
    whole = status_of(scene, main).code
    return own == whole or any({own, whole} <= together for together in _TOGETHER)


def _goes_on(scene: Scene, main: Occurrence) -> list[int]:
    """Return the sentence behind a lead without a date if it tells how long the *main* event lasted."""
    if any(usable(scene, s, main.type) for s in scene.lead):
        return []
    return [s for s in scene.body[3:4] if scene.has(s, "cue", "closes")]


def _is_stay(signals: Signals, main: Occurrence) -> bool:
    """Tell whether a meeting that lasts for days is a visit: "from 6 to 9 May the town received a delegation"."""
    if main.type != "meeting" or main.dated is None or "visit" not in signals.strong:
        return False
    span = bounds(main.dated.value)
    return span is not None and len(main.dated.value) > DAY and span[0] < span[1]


def _own_date(scene: Scene, signals: Signals, occurrence: Occurrence) -> Dated | None:
    """Return the date beside the first signal that has one: in an overview each sentence has dates of its own."""
    own = [s for s in occurrence.signals[:MOST_COMPARED] if s.strength >= PAIR]
    dated = (of_signal.near(scene, s, signals.at[s.sentence]) for s in own)
    return next((d for d in dated if d), None)


def _main(scene: Scene, signals: Signals, choice: Choice | None) -> Occurrence | None:
    if choice is None:
        return None
    anchor = choice.signals[0]
    return Occurrence(
        choice.type, choice.signals, True, of_signal.near(scene, anchor, signals.at.get(anchor.sentence, [])),
        _best_name(scene, choice.signals), score=choice.likelihood, rivals=choice.rivals,
    )  # fmt: skip


def _is_survey(scene: Scene, main: Occurrence, others: list[Occurrence]) -> bool:
    """Tell whether the article reports no event above the others: an overview of the years."""
    if len(others) < _SURVEY or any(s.sentence in scene.headlines for s in main.signals):
        return False
    when, published = bounds(main.dated.value if main.dated else None), scene.document.published
    return when is None or published is None or abs((published - when[1]).days) > _RECENT


def _best_name(scene: Scene, own: list[Signal]) -> Name | None:
    best: Name | None = None
    for signal in own[:8]:
        name = name_of(scene, signal)
        if name and (best is None or name.quality > best.quality):
            best = name
            if name.quality == SURE:
                break
    return best


def _share_sentences(scene: Scene, found: list[Occurrence]) -> None:
    """Give each occurrence the sentences that speak of it; the main one takes what no other holds."""
    taken: set[int] = set()
    main = next((o for o in found if o.main), None)
    for occurrence in found:
        if occurrence.main:
            continue
        own = {s.sentence for s in occurrence.signals}
        occurrence.scope = sorted(own)
        if not (main and candidates.is_same(scene, main, occurrence)):  # which may as well speak of that
            taken |= own
    if main:
        keep = set(scene.lead) | {s.sentence for s in main.signals}
        main.scope = [i for i in (*sorted(scene.headlines), *scene.told[:_MOST_SCOPE]) if i not in taken or i in keep]
