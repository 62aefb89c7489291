"""What may stand beside the main event: each type that a sentence tells, with its date; and which tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from culturex.suggest.dating import of_signal
from culturex.suggest.dating.candidates import usable
from culturex.suggest.dating.dated import Dated
from culturex.suggest.dating.periods import apart, bounds, compatible
from culturex.suggest.lexicon import words_of
from culturex.suggest.names import name_of
from culturex.suggest.occurrences import editions
from culturex.suggest.occurrences.occurrence import Dropped, Occurrence, signal_sentences
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR, Signal, Signals

_INSTRUMENTS = frozenset({"agreement"})
# Candidates looked at in one article; longer articles are surveys whose later parts repeat.
_MOST = 60
_BOTH = 2
# Editions of a festival lie so far apart.
_EDITION = timedelta(days=250)
# A second date of a sentence stands so near behind what it dates.
_NEAR = 40
# Another time is joined to the first by so many characters; how long months and years are.
_JOINED, _MONTH_OR_YEAR = 16, (4, 7)
# Times that only the page's own date would resolve.
_UNTOLD = frozenset({"dates.season", "dates.month_alone", "dates.missing_year", "dates.relative"})
# What opens, meets, visits or is kept is part of what is told beside it.
_NEVER_UNTOLD = frozenset({"opening", "meeting", "visit", "anniversary"})


def of(scene: Scene, signals: Signals, main: Occurrence | None, dropped: list[Dropped]) -> list[Occurrence]:
    """Return what may stand beside the *main* event, in order of the text; weak words without a date are *dropped*."""
    again = editions.of(scene, signals, main)
    found: list[Occurrence] = []
    for sentence in sorted({*signals.at, *again}):
        here = [again[sentence]] if sentence in again else signals.at[sentence]
        for signal, near in _with_dates(scene, here):
            is_main = main is not None and signal is main.anchor
            if main and is_main and _is_its_time(main, near):
                continue
            dated = near or _told_before(scene, signal)
            if signal.strength < PAIR and dated is None:
                dropped.append(Dropped(signal, "a weak word alone"))
                continue
            untold = _untold(scene, signal) if dated is None else ""
            own = replace(signal) if is_main else signal  # the main event keeps its own
            found.append(Occurrence(signal.type, [own], False, dated, name_of(scene, signal), untold=untold))
            for other in _at_other_times(scene, signal, near) if near else ():
                found.append(Occurrence(signal.type, [replace(signal)], False, other, None))
        if len(found) >= _MOST:
            break
    return found


def is_same(scene: Scene, old: Occurrence, new: Occurrence) -> bool:
    """Tell whether *new* speaks of the *old* occurrence: of one type and name, or of one time.

    What is said to have been done again is the same only on the same day, and what is kept up since a year is not
    what was done within that time. Instruments of several names, or of several bodies, are several.
    """
    if old.type != new.type:
        return False
    if new.anchor.rule == editions.AGAIN:
        return old.dated is not None and new.dated is not None and compatible(old.dated.value, new.dated.value)
    if old.name and new.name and old.name.key == new.name.key:
        return not _is_another_edition(old, new)
    if _is_standing(old.dated) != _is_standing(new.dated):
        return False
    if old.dated and new.dated:
        return compatible(old.dated.value, new.dated.value)
    if new.type in _INSTRUMENTS:
        return not (new.name and old.name) and not (_is_between(scene, new.anchor) and _are_others(scene, old, new))
    return True


def _is_another_edition(old: Occurrence, new: Occurrence) -> bool:
    """Tell whether what has one name was held at another time: "the first Film Days were held in May 2011"."""
    one, other = (bounds(o.dated.value) if o.dated else None for o in (old, new))
    return one is not None and other is not None and apart(one, other) > _EDITION


def _is_standing(dated: Dated | None) -> bool:
    """Tell whether a date is that since which something is kept up."""
    return dated is not None and dated.rule == "dates.since"


def _is_between(scene: Scene, signal: Signal) -> bool:
    """Tell whether an instrument is told with the two bodies that signed it."""
    if signal.rule == "weak" or not scene.has(signal.sentence, "act", signal.type):
        return False
    return len({str(m.value["name"]) for m in scene.of_kind(signal.sentence, "organization")}) >= _BOTH


def _are_others(scene: Scene, old: Occurrence, new: Occurrence) -> bool:
    """Tell whether the sentence of *new* names bodies that those of *old* do not."""
    told = {str(m.value["name"]) for m in scene.mentions(signal_sentences(old), "organization")}
    return not {str(m.value["name"]) for m in scene.of_kind(new.anchor.sentence, "organization")} <= told


def _is_its_time(main: Occurrence, near: Dated | None) -> bool:
    """Tell whether words of the *main* event have no date but its own; with another they tell another time of it."""
    return near is None or (main.dated is not None and compatible(near.value, main.dated.value))


def _with_dates(scene: Scene, here: list[Signal]) -> list[tuple[Signal, Dated | None]]:
    """Return the best signal of each type in a sentence with its date, and others that have a date of their own.

    "The pact was signed in 1998 and renewed in 2008" tells two.
    """
    best = _best_of_each_type(here) if len(here) > 1 else here
    told = [(s, of_signal.near(scene, s, here)) for s in best]
    if len(here) == 1 or len(scene.of_kind(here[0].sentence, "date")) < _BOTH:
        return told
    for first, dated in told[:]:
        own = (s for s in here if s.type == first.type and s.strength == NOUN and s.start > first.end)
        more = ((s, _behind(scene, s, dated)) for s in own) if dated else ()
        told += [(s, behind) for s, behind in more if behind]
    return told


def _at_other_times(scene: Scene, signal: Signal, first: Dated) -> Iterator[Dated]:
    """Yield the months or years told right behind the *first* one of a signal ("in April 2014 and in March 2018")."""
    links, joins = (words_of(scene.document.language, "cue", code) for code in ("and_again", "and"))
    last = first.mention
    for mention in usable(scene, signal.sentence, signal.type):
        if mention.start <= last.start or len(str(mention.value)) not in _MONTH_OR_YEAR:
            continue
        between = scene.document.lowers_in((last.end, mention.start))
        if mention.start - last.end > _JOINED or joins.isdisjoint(between) or not links.issuperset(between):
            break
        yield replace(first, value=str(mention.value), mention=mention, rule=mention.rule, rivals=())
        last = mention


def _behind(scene: Scene, signal: Signal, first: Dated) -> Dated | None:
    """Return the date right behind a *signal*, if it is not the one that the *first* signal of its type has."""
    for mention in usable(scene, signal.sentence, signal.type):
        if 0 <= mention.start - signal.end <= _NEAR and mention.start > first.mention.start:
            return replace(first, value=str(mention.value), mention=mention, rule=mention.rule, rivals=())
    return None


def _best_of_each_type(here: list[Signal]) -> list[Signal]:
    """Return of the signals of a sentence the strongest of each type, the earliest of these; the strongest first."""
    best: dict[str, Signal] = {}
    for signal in sorted(here, key=_strongest):
        best.setdefault(signal.type, signal)
    return list(best.values())


def _strongest(signal: Signal) -> tuple[float, int]:
    return -signal.strength, signal.start


def _told_before(scene: Scene, signal: Signal) -> Dated | None:
    """Return the day that the sentence before tells, where the sentence of *signal* has no date at all."""
    return None if scene.of_kind(signal.sentence, "date") else of_signal.preceding(scene, signal)


def _untold(scene: Scene, signal: Signal) -> str:
    """Return the words of a month, a season or a day without its year beside a signal that the lead does not tell."""
    if signal.type in _NEVER_UNTOLD or signal.strength < PAIR:
        return ""
    these = words_of(scene.document.language, "cue", "these")
    for mention in scene.of_kind(signal.sentence, "date"):
        if mention.value is None and mention.rule in _UNTOLD and not scene.in_dateline(mention):
            if not these.isdisjoint(mention.text.casefold().split()):
                continue
            told = {m.text.casefold() for m in scene.mentions(scene.lead, "date") if m is not mention}
            return "" if mention.text.casefold() in told else mention.text.casefold()
    return ""
