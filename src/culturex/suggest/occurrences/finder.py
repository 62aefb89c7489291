"""Occurrences: which of the signals tell one and the same event, and which event the article was written to report."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.dating import main_date, of_signal
from culturex.suggest.dating.candidates import usable
from culturex.suggest.dating.dated import Dated
from culturex.suggest.dating.periods import bounds, compatible
from culturex.suggest.lexicon import words_of
from culturex.suggest.names import SURE, Name, name_of
from culturex.suggest.occurrences import editions, folding, generic
from culturex.suggest.occurrences.choice import Choice, agreed, choose
from culturex.suggest.occurrences.occurrence import MOST_COMPARED, Dropped, Occurrence
from culturex.suggest.occurrences.programme import (
    NO_ITEMS,
    OFFICIAL,
    is_founding,
    is_item,
    is_of_those_who_came,
    is_wider,
)
from culturex.suggest.occurrences.retold import is_replaced, is_same
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR, Signal, Signals
from culturex.suggest.status import clause_status
from culturex.suggest.status import of as status_of

# What is folded into another event of the same time: talks and openings on a programme.
_FOLDED = frozenset(
    {"opening", "meeting", "performance", "anniversary", "award", "course", "media", "donation", "exhibition"}
)
# Types that need no time of their own to stand beside the main event: an instrument that was signed.
_INSTRUMENTS = frozenset({"agreement"})
_AHEAD = ("planned", "proposed")
_MOST_OTHERS = 14
_MOST_SCOPE = 400
_BOTH = 2
# A second date of a sentence stands so near behind what it dates.
_NEAR = 40
# How long a date to the day is.
_DAY = 10
# Types that the same words may tell: people who receive, visit, meet and hand over.
_ACTS = frozenset({"meeting", "visit", "exchange", "donation", "award"})
# An overview tells so many other events, and none of the last days.
_SURVEY, _RECENT = 4, 60
# So many events without a main one are an overview.
_OVERVIEW = 3
# Times that only the page's own date would resolve.
_UNTOLD = frozenset({"dates.season", "dates.month_alone", "dates.missing_year", "dates.relative"})
# What opens, meets, visits or is kept is part of what is told beside it.
_NEVER_UNTOLD = frozenset({"opening", "meeting", "visit", "anniversary"})


def find(scene: Scene, signals: Signals) -> tuple[list[Occurrence], list[Dropped]]:
    """Return the occurrences of the article, the main one first, and the signals dropped on the way."""
    dropped: list[Dropped] = []
    main = _main(scene, signals, choose(scene, signals))
    others: list[Occurrence] = []
    if main is None:
        others = _others(scene, signals, None, dropped)
        if len(others) < _OVERVIEW and (main := _main(scene, signals, agreed(scene, signals))):
            dropped = []
    if main:
        where = [s.sentence for s in main.signals]
        everything = sorted({*scene.headlines, *scene.told[:_MOST_SCOPE]})
        if not scene.headlines & set(where):  # an overview, perhaps: each event has its own sentence
            everything = sorted({*scene.lead, *_goes_on(scene, main), *where[:3]})
        main.dated = main_date.of(scene, main.signals, everything)
        if _is_stay(signals, main):
            main.type = "visit"
        others = _others(scene, signals, main, dropped)
        told = {id(s) for o in others for s in o.signals}
        main.signals = [s for s in main.signals if id(s) not in told] or main.signals
    if main is None and len(others) == 1 and others[0].anchor.sentence in scene.lead:
        main = others.pop()
        main.main = True
    found = ([main] if main else []) + others
    _share_sentences(scene, found)
    if main:
        main.reported = not _is_survey(scene, main, others)
    for occurrence in found:
        if occurrence.main:
            if occurrence.reported:
                occurrence.dated = main_date.of(scene, occurrence.signals, occurrence.scope)
            else:
                occurrence.dated = _own_date(scene, signals, occurrence)
        if occurrence.dated and folding.is_still_ahead(scene, occurrence.anchor, occurrence.dated):
            occurrence.dated = of_signal.preceding(scene, occurrence.anchor)
        elif (
            main
            and not occurrence.main
            and occurrence.dated is None
            and main.dated
            and _during(scene, occurrence, main)
        ):
            occurrence.dated = replace(main.dated, basis="inferred", rule="dates.main_event", rivals=())
        elif occurrence.dated and not occurrence.main:
            occurrence.dated = of_signal.whole(scene, occurrence.type, occurrence.dated)
    return found, dropped


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
    return span is not None and len(main.dated.value) > _DAY and span[0] < span[1]


def _own_date(scene: Scene, signals: Signals, occurrence: Occurrence) -> Dated | None:
    """Return the date beside the first signal that has one: in an overview each sentence has dates of its own."""
    own = [s for s in occurrence.signals[:MOST_COMPARED] if s.strength >= PAIR]
    dated = (of_signal.near(scene, s, signals.at[s.sentence]) for s in own)
    return next((d for d in dated if d), None)


def _during(scene: Scene, occurrence: Occurrence, main: Occurrence) -> bool:
    """Tell whether an event without a date of its own is told as part of the *main* one: both held or both ahead."""
    if (
        occurrence.untold
        or occurrence.anchor.rule == editions.AGAIN
        or usable(scene, occurrence.anchor.sentence, occurrence.type)
    ):
        return False
    own, whole = clause_status(scene, occurrence.anchor), _stand(scene, main)
    ahead = ("planned", "ongoing")
    return own == whole or (own in ahead and whole in ahead) or is_replaced(scene, occurrence, main)


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


def _others(scene: Scene, signals: Signals, main: Occurrence | None, dropped: list[Dropped]) -> list[Occurrence]:
    made: list[Occurrence] = []
    again = editions.of(scene, signals, main)
    anchor = main.anchor if main else None
    for sentence in sorted({*signals.at, *again}):
        here = [again[sentence]] if sentence in again else signals.at[sentence]
        for signal, dated in _to_consider(scene, here, anchor, dropped):
            if signal is anchor or (main and _is_named_otherwise(main, signal)):
                continue
            made_one = _consider(scene, signal, dated, main, made, dropped)
            if made_one:
                made.append(made_one)
            if len(made) >= _MOST_OTHERS:
                return made
    return made


def _is_named_otherwise(main: Occurrence, signal: Signal) -> bool:
    """Tell whether the sentence of *signal* tells the *main* event by what it is part of ("play at the festival")."""
    return main.anchor.type != main.type == signal.type and signal.sentence == main.anchor.sentence


def _to_consider(
    scene: Scene, here: list[Signal], anchor: Signal | None, dropped: list[Dropped]
) -> list[tuple[Signal, Dated | None]]:
    """Return the best signal of each type in a sentence with its date, and others that have a date of their own.

    "The pact was signed in 1998 and renewed in 2008" tells two. What can be no event beside the main one, shown by its
    *anchor*, is noted in *dropped*.
    """
    told: list[tuple[Signal, Dated | None]] = []
    for signal in _best_of_each_type(here) if len(here) > 1 else here:
        if signal is not anchor and (why := _why_at_once(scene, signal)):
            dropped.append(Dropped(signal, why))
        else:
            told.append((signal, of_signal.near(scene, signal, here)))
    if len(here) == 1 or len(scene.of_kind(here[0].sentence, "date")) < _BOTH:
        return told
    for first, dated in told[:]:
        own = (s for s in here if s.type == first.type and s.strength == NOUN and s.start > first.end)
        more = ((s, _behind(scene, s, dated)) for s in own) if dated else ()
        told += [(s, behind) for s, behind in more if behind]
    return told


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


def _consider(
    scene: Scene,
    signal: Signal,
    dated: Dated | None,
    main: Occurrence | None,
    made: list[Occurrence],
    dropped: list[Dropped],
) -> Occurrence | None:
    """Return the occurrence that *signal* adds to those *made*, or None with the reason noted in *dropped*."""
    new = Occurrence(
        signal.type,
        [signal],
        False,
        dated or _told_before(scene, signal),
        None,
        between=_is_between(scene, signal),
        untold=_untold(scene, signal) if dated is None else "",
    )
    told = [*made, main] if main else made
    why = _why_not(scene, new, main) or _why_in_passing(scene, new, told)
    new.name = None if why else name_of(scene, signal)
    twin = None if why else next((o for o in told if o.type == new.type and is_same(scene, o, new)), None)
    if twin is not None:
        why = f"told already as {twin.type}"
        if not twin.main:
            twin.signals.append(signal)
            twin.dated = twin.dated or new.dated
    if not why and any(o.type != new.type and _is_one_act(o, new) for o in made):
        why = "the same words tell another event"
    during = main is not None and generic.is_signed_during(scene, signal, main.type)
    if signal.rule in (editions.AGAIN, editions.STANDING):
        during = bool(scene.mentions((signal.sentence,), "place", "country"))
    if why or (not during and generic.is_generic(scene, signal, new.dated, new.name)):
        dropped.append(Dropped(signal, why or "said in general: no date, place or name"))
        return None
    return new


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


def _told_before(scene: Scene, signal: Signal) -> Dated | None:
    """Return the day that the sentence before tells, where the sentence of *signal* has no date at all."""
    return None if scene.of_kind(signal.sentence, "date") else of_signal.preceding(scene, signal)


def _why_in_passing(scene: Scene, new: Occurrence, told: list[Occurrence]) -> str:
    """Return why *new* is only told in passing, with another event or as its setting; an empty string if it is not."""
    signal = new.anchor
    if new.type == "anniversary" and folding.is_occasion(scene, signal):
        return "only the occasion of something else"
    if new.type in OFFICIAL and new.dated is None and folding.is_setting(scene, signal):
        return "only the setting of something else"
    if folding.is_doubted(scene, signal):
        return "told as a question"
    sentence = signal.sentence
    for one in told:
        for old in one.signals[:MOST_COMPARED]:
            if old.sentence == sentence and folding.is_one_deed(scene, old, one.dated, signal, new.dated):
                return "told with another event of the same time"
    return ""


def _is_one_act(old: Occurrence, new: Occurrence) -> bool:
    """Tell whether pairs of two types share their words: "received the rector" is a meeting or a visit, not both."""
    one, other = old.anchor, new.anchor
    if one.sentence != other.sentence or "pair" not in (one.rule, other.rule):
        return False
    return {old.type, new.type} <= _ACTS and one.start < other.end and other.start < one.end


def _why_at_once(scene: Scene, signal: Signal) -> str:
    """Return why a *signal* makes no event beside the main one, whatever its date; an empty string where it may."""
    if signal.strength < PAIR:
        return "" if signal.rule == "weak" and folding.is_placed(scene, signal) else "a weak word alone"
    return "the headline tells the main event" if signal.sentence in scene.headlines else ""


def _why_not(scene: Scene, new: Occurrence, main: Occurrence | None) -> str:
    """Return why *new* cannot be an event beside the *main* one; an empty string where it can."""
    signal = new.anchor
    if signal.strength < PAIR and not new.dated:
        return "a weak word alone"
    if signal.sentence in scene.headlines:
        return "the headline tells the main event"
    if main is None:
        return ""
    if new.type == "opening" and new.dated and is_founding(scene, new, main):
        return "the founding of a body, told in passing"
    if new.type in OFFICIAL and new.type != main.type and main.type not in _INSTRUMENTS:
        same_time = new.dated is not None and main.dated is not None and len(new.dated.value) >= 10
        if same_time and compatible(new.dated.value, main.dated.value) and not is_wider(new, main):  # type: ignore[union-attr]
            return "part of the main event: the same time"
    came = new.type in OFFICIAL and new.dated is None and main.type not in _INSTRUMENTS
    if came and (signal.rule == "pair" or clause_status(scene, signal) == "held"):
        return "part of the main event: people who come and meet"
    if is_of_those_who_came(new, main):
        return "part of the main event: those who take part"
    shown = new.dated is None and folding.is_shown_with(scene, main.type, main.signals, signal)
    if shown and not name_of(scene, signal):
        return "shown together with the main event"
    if new.type not in _FOLDED or is_replaced(scene, new, main):
        return ""
    if (
        new.dated is None
        and not new.untold
        and not _is_ahead_of(scene, new, main)
        and not folding.is_visited(scene, main.type, signal)
    ):
        return "part of the main event: no date of its own"
    if new.dated and main.dated and compatible(new.dated.value, main.dated.value):
        return "" if is_item(scene, new, main) else "part of the main event: the same time"
    return ""


def _is_ahead_of(scene: Scene, new: Occurrence, main: Occurrence) -> bool:
    """Tell whether *new* is still to come, and no mere act on the programme of a *main* event that is so, too."""
    if clause_status(scene, new.anchor) not in _AHEAD:
        return False
    item = new.anchor.strength >= NOUN and new.type not in NO_ITEMS
    return item or _stand(scene, main) not in _AHEAD


def _stand(scene: Scene, main: Occurrence) -> str:
    """Return the status of the *main* event as its words and its date tell it."""
    return status_of(scene, main).code


def _is_between(scene: Scene, signal: Signal) -> bool:
    """Tell whether an instrument is told with the two bodies that signed it."""
    if signal.type not in _INSTRUMENTS or signal.rule == "weak":
        return False
    if not scene.has(signal.sentence, "act", signal.type):
        return False
    return len({str(m.value["name"]) for m in scene.of_kind(signal.sentence, "organization")}) >= 2


def _share_sentences(scene: Scene, found: list[Occurrence]) -> None:
    """Give each occurrence the sentences that speak of it; the main one takes what no other holds."""
    taken: set[int] = set()
    for occurrence in found:
        if occurrence.main:
            continue
        own = {s.sentence for s in occurrence.signals}
        occurrence.scope = sorted(own)
        taken |= own
    main = next((o for o in found if o.main), None)
    if main:
        keep = set(scene.lead) | {s.sentence for s in main.signals}
        main.scope = [i for i in (*sorted(scene.headlines), *scene.told[:_MOST_SCOPE]) if i not in taken or i in keep]
