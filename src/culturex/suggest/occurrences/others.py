"""Which events stand beside the main one: what may be one is weighed by what is told with it, and where.

The signs are weighed by the table ``weights/others.toml``. Whatever is likely enough stands; of those that tell the
same, the likeliest does, and the others speak of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from culturex.suggest.dating.dated import DAY, Dated
from culturex.suggest.dating.of_signal import OF_ITEM
from culturex.suggest.dating.periods import bounds, compatible
from culturex.suggest.occurrences import candidates
from culturex.suggest.occurrences.candidates import is_same
from culturex.suggest.occurrences.occurrence import LONG_AGO, Dropped, Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal, Signals
from culturex.suggest.status import clause_status
from culturex.suggest.weights import likelihood, speaks, times

# How likely an event beside the main one must be to stand: where F1 of all events is best on pages left out in turn.
STANDS = 0.39
# Why the others do not stand.
_TOO_LITTLE = "too little tells of an event there"
_MOST = 14
_TWO = 2
# The lists of cues of which words in its sentence count.
_CUES = frozenset({"again", "background", "closes", "envoy", "host", "occur"})
_PRECISE = {DAY: "date.day", 7: "date.month", 4: "date.year"}


@dataclass(slots=True)
class Possible:
    """What may stand beside the main event: how many there are, and which in each sentence and of each type."""

    number: int
    at: dict[int, list[Occurrence]]
    of_type: dict[str, list[Occurrence]]


def filed(possible: Sequence[Occurrence]) -> Possible:
    """Return the events that are *possible* by sentence and by type, as ``signs`` asks for them."""
    told = Possible(len(possible), defaultdict(list), defaultdict(list))
    for one in possible:
        told.at[one.anchor.sentence].append(one)
        told.of_type[one.type].append(one)
    return told


def find(scene: Scene, signals: Signals, main: Occurrence | None, dropped: list[Dropped]) -> list[Occurrence]:
    """Return the events beside the *main* one, in order of the text; signals that make none are noted in *dropped*."""
    possible = candidates.of(scene, signals, main, dropped)
    others = filed(possible)
    for one in possible:
        one.score = likelihood(speaks("others", signs(scene, main, one, others)))
    made: list[Occurrence] = []
    for one in sorted(possible, key=_likeliest):
        told = next((o for o in made if is_same(scene, o, one)), None)
        if told and main and _speaks_of_main(scene, main, told, one):
            told = main
        elif told:
            told.signals += one.signals
            told.dated = told.dated or one.dated
        elif _stands(main, one) and len(made) < _MOST and not any(_share_words(o, one) for o in made):
            made.append(one)
            continue
        dropped.append(Dropped(one.anchor, f"told already as {told.type}" if told else _TOO_LITTLE))
    return sorted(made, key=_in_text)


def _speaks_of_main(scene: Scene, main: Occurrence, other: Occurrence, one: Occurrence) -> bool:
    """Tell whether *one* that would do for the *main* event, too, is told nearer to it, and before the *other*."""
    behind, ahead = one.anchor.sentence - main.anchor.sentence, other.anchor.sentence - one.anchor.sentence
    return one.dated is None and abs(behind) < ahead and is_same(scene, main, one)


def _likeliest(one: Occurrence) -> tuple[float, int]:
    return -one.score, one.anchor.start


def _in_text(one: Occurrence) -> int:
    return one.anchor.start


def _stands(main: Occurrence | None, one: Occurrence) -> bool:
    """Tell whether an event is likely enough; the dated items of a programme, which has no *main* one, are."""
    return one.score >= STANDS or (main is None and one.dated is not None and one.dated.rule == OF_ITEM)


def _share_words(one: Occurrence, other: Occurrence) -> bool:
    """Tell whether the same words tell both: "received the rector" is a meeting or a visit, not both."""
    first, second = one.anchor, other.anchor
    return one.type != other.type and first.start < second.end and second.start < first.end


def signs(scene: Scene, main: Occurrence | None, one: Occurrence, possible: Possible) -> dict[str, float]:
    """Return what speaks for and against *one* of those *possible* beside the *main* event."""
    beside = _beside_main(scene, main, one) if main else ("no main",)
    told = dict.fromkeys(
        [*_of_signal(scene, one), *_of_date(scene, one), *_of_sentence(scene, one.anchor), *beside], 1.0
    )
    told.update(_beside_others(scene, one, possible))
    return told


def _of_signal(scene: Scene, one: Occurrence) -> list[str]:
    signal = one.anchor
    return [
        "event",
        f"type.{one.type}",
        f"signal.{signal.rule}.{signal.level}",
        f"name.{int(one.name.quality) if one.name else 'none'}",
        f"status.{clause_status(scene, signal)}",
        f"part.{scene.parts.get(signal.sentence, 'aside')}",
    ]


def _of_date(scene: Scene, one: Occurrence) -> Iterator[str]:
    dated = one.dated
    if dated is None:
        yield "date.none"
        if one.untold:
            yield "date.untold"
        if scene.of_kind(one.anchor.sentence, "date"):
            yield "date.of another"
        return
    if (dated.mention.extra or {}).get("direction") == "since":
        yield "date.since"
    else:
        yield "date.span" if "/" in dated.value else _PRECISE.get(len(dated.value), "date.about")
    if dated.basis == "resolved":
        yield "date.resolved"
    if dated.rule.startswith("dates.sentence_") or dated.rule == "dates.next_sentence":
        yield "date.beside"
    span, published = bounds(dated.value), scene.document.published
    if span and published and (published - span[1]).days > LONG_AGO:
        yield "long ago"


def _of_sentence(scene: Scene, signal: Signal) -> Iterator[str]:
    sentence = signal.sentence
    yield f"countries.{min(_TWO, len(scene.countries_in(sentence)))}"
    if scene.of_kind(sentence, "place"):
        yield "place"
    if scene.has(sentence, "act", signal.type):
        yield "act"
    for cue in scene.group(sentence, "cue"):
        if cue.code in _CUES:
            yield f"cue.{cue.code}"


def _beside_main(scene: Scene, main: Occurrence, one: Occurrence) -> Iterator[str]:
    yield f"time.{_time(main.dated, one.dated)}"
    yield f"main.{main.type}"
    if one.type == main.type:
        yield "same type"
        if is_same(scene, main, one):
            yield "told as main"
    if one.anchor.sentence == main.anchor.sentence:
        yield "with main"


def _time(main: Dated | None, own: Dated | None) -> str:
    """Return how the date of an event lies to that of the *main* one."""
    if own is None:
        return "undated"
    if main is None:
        return "main undated"
    if own.mention.start == main.mention.start:
        return "same words"
    if compatible(own.value, main.value):
        return "same" if own.value == main.value else "touching"
    one, other = bounds(own.value), bounds(main.value)
    assert one
    assert other
    days = (other[0] - one[1]).days
    return "long before" if days > LONG_AGO else "before" if days > 0 else "after"


def _beside_others(scene: Scene, one: Occurrence, possible: Possible) -> dict[str, float]:
    signal, dated = one.anchor, one.dated
    beside = [o for o in possible.at[signal.sentence] if o is not one]
    alike = [o for o in possible.of_type[one.type] if o is not one]
    told = {
        "possible": times(possible.number),
        "possible.alike": times(len(alike) + 1),
        "possible.same": times(sum([is_same(scene, o, one) for o in alike])),
        "possible.beside": times(len(beside)),
    }
    if dated and beside and any(_is_stronger(o, signal, dated) for o in beside):
        told["date of a stronger"] = 1.0
    return told


def _is_stronger(other: Occurrence, signal: Signal, dated: Dated) -> bool:
    """Tell whether an *other* event is told by more than a *signal* with the same date."""
    same = other.dated is not None and other.dated.mention.start == dated.mention.start
    return same and _rank(other.anchor) > _rank(signal)


def _rank(signal: Signal) -> tuple[float, int]:
    return signal.strength, -signal.start
