"""An occurrence: an event in the making, with the signals that tell it; and the signals that made none."""

from __future__ import annotations

from dataclasses import dataclass, field

from culturex.suggest.dating.dated import DAY, Dated
from culturex.suggest.dating.periods import bounds, compatible
from culturex.suggest.names import Name
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal

# Signals of an event that are held against a new one.
MOST_COMPARED = 12
# So many signals of an event, the best ones, say which sentences tell it.
_BEST = 4
# What lies so many days before the main event has a story of its own: an opening is the founding of a body.
LONG_AGO = 400


@dataclass(slots=True)
class Occurrence:
    """One event in the making: its type, the signals that tell it, its date, and the sentences that speak of it.

    *untold* are the words of a time that only the page's own date would resolve, where the page shows none. *anchor* is
    the signal that shows the event best: its strongest, the earliest of these.
    """

    type: str
    signals: list[Signal]
    main: bool
    dated: Dated | None
    name: Name | None
    scope: list[int] = field(default_factory=list)
    score: float = 0.0
    rivals: tuple[str, ...] = ()
    between: bool = False
    untold: str = ""
    reported: bool = True
    anchor: Signal = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.anchor = self.signals[0]  # a plain attribute: asked a hundred times for each page

    def keep(self, signals: list[Signal]) -> None:
        """Let none but *signals* tell it."""
        self.signals, self.anchor = signals, signals[0]

    @property
    def is_news(self) -> bool:
        """Whether it is the main event, and the page no survey of many."""
        return self.main and self.reported


# Not frozen, though nobody changes one, as dates are not.
@dataclass(slots=True, unsafe_hash=True)
class Dropped:
    """A signal that made no event of its own, and why."""

    signal: Signal
    why: str


def signal_sentences(occurrence: Occurrence) -> list[int]:
    """Return the sentences that tell an occurrence, each once."""
    return list(dict.fromkeys(s.sentence for s in occurrence.signals[:MOST_COMPARED]))


def core_sentences(scene: Scene, occurrence: Occurrence) -> set[int]:
    """Return the sentences that tell an event best: those of its best signals; of the main event the lead, too."""
    own = {s.sentence for s in occurrence.signals[:_BEST]}
    return own.union(scene.lead) if occurrence.main else own


def is_during(occurrence: Occurrence, main: Occurrence) -> bool:
    """Tell whether an event is dated by the *main* one or lies within its days."""
    if occurrence.main or not main.main or occurrence.dated is None or main.dated is None:
        return False
    if occurrence.dated.rule == "dates.main_event":
        return True
    own, whole = occurrence.dated.value, main.dated.value
    return min(len(own), len(whole)) >= DAY and compatible(own, whole)


def is_years_before(occurrence: Occurrence, main: Occurrence) -> bool:
    """Tell whether an event lies more than a year before the *main* one."""
    own, whole = (bounds(o.dated.value if o.dated else None) for o in (occurrence, main))
    return own is not None and whole is not None and (whole[0] - own[1]).days > LONG_AGO
