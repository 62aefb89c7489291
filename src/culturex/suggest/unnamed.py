"""Events without a name: who takes part and on what day tell them where headline and lead have no word for it.

"Since Saturday visitors can see eighty ponchos from Bolivia" names no exhibition, and "On 17 and 18 October forty
historians read papers at the University of Sofia" no conference. The words of the tables that tell a type
alone (``alone``: who takes part, what is shown or given) decide there, if a sentence of the lead has a date of its own.
"""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter

from culturex.suggest.dating import candidates
from culturex.suggest.lexicon import Cue
from culturex.suggest.naming import is_inside_name
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, WEAK, Signal, Signals
from culturex.text import Span

# The sentences of the body that must name no event.
_LEAD = 3
# So many different words, or one in headline and lead, must tell the type: a teacher may be anybody's.
_LEAST = 2
_by_place = attrgetter("start", "end")


def added(scene: Scene, named: Signals) -> Signals:
    """Return the signals that *named* events, with those of words that tell alone where headline and lead name none."""
    first = scene.body[:_LEAD]
    dates = scene.kinds_at.get("date")
    if dates is None or dates.keys().isdisjoint(first):
        return named
    lead = {*scene.headlines, *first}
    if any(s.strength >= PAIR for s in named.all if s.sentence in lead):
        return named
    told = [c for s in sorted(lead) for c in scene.alone.get(s, ()) if _tells(scene, c)]
    dated = [c for c in told if c.sentence not in scene.headlines and candidates.usable(scene, c.sentence, c.code)]
    if not dated:
        return named
    votes: dict[str, float] = defaultdict(float)
    for cue in told:
        votes[cue.code] += scene.weight(cue.sentence)
    type_ = max(dict.fromkeys(c.code for c in dated), key=lambda t: votes[t])
    own = [c for c in told if c.code == type_]
    if len({(scene.text((c.start, c.end)).casefold(), c.sentence in scene.headlines) for c in own}) < _LEAST:
        return named
    days = {c.sentence for c in dated}
    telling = [_signal(c, PAIR if c.sentence in days else WEAK) for c in own]
    return Signals(scene, sorted([*named.all, *telling], key=_by_place))


def _signal(cue: Cue, strength: float) -> Signal:
    span = Span(cue.start, cue.end)
    return Signal(cue.code, *span, cue.sentence, strength, "alone", span)


def _tells(scene: Scene, cue: Cue) -> bool:
    return not scene.is_spoken(cue.start) and not is_inside_name(scene, cue)
