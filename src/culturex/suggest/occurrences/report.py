"""Whether a page reports an event: how strongly its words tell one, whom and what it names, and what else it tells.

The signs are weighed by the table ``weights/report.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable

from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signals
from culturex.suggest.weights import likelihood, speaks, times

# The parts of a page whose strongest signal counts.
_EARLY = ("headline", "first", "second", "early")
# What tells for or against a report of cultural relations: the lists of cues of which words count.
_CUES = frozenset(
    {
        *("assault", "assaulted", "audience", "background", "business", "comes_from", "conflict", "disaster"),
        *("domestic", "envoy", "explainer", "goes_to", "host", "hosted_by", "no_event", "occur", "product_page"),
        *("pupils", "sports_page", "told_in", "twinning"),
    }
)
_SEVERAL = 3


def likely(scene: Scene, signals: Signals, spoken: Iterable[float]) -> float:
    """Return the probability that headline and lead report an event, given what is *spoken* for each type of event."""
    return likelihood(speaks("report", signs(scene, signals, spoken)))


def signs(scene: Scene, signals: Signals, spoken: Iterable[float]) -> dict[str, float]:
    """Return what tells a page that reports an event from an overview, and from a page without any."""
    first, second = sorted(spoken, reverse=True)[:2]
    early, everything = scene.early, scene.told
    countries = {str(m.value) for m in scene.mentions(early, "country")}
    told = {
        "page": 1.0,
        "type.spoken": first / 10,
        "type.apart": (first - second) / 10,
        "no headline": float(not scene.headlines),
        "two countries in a sentence": float(any(len(scene.countries_in(s)) > 1 for s in early)),
        f"countries.{min(len(countries), _SEVERAL)}": 1.0,
        "countries": times(len({str(m.value) for m in scene.mentions(everything, "country")})),
        "dates.early": times(len(scene.mentions(early, "date"))),
        "dates": times(len(scene.mentions(everything, "date"))),
        "bodies.early": times(len(scene.mentions(early, "organization"))),
        "people.early": times(len(scene.mentions(early, "person"))),
        "themes.early": times(len(scene.cues(early, "theme"))),
        "themes": times(len(scene.all("theme"))),
    }
    strongest = dict.fromkeys(_EARLY, 0.0)
    parts, later = scene.parts, 0
    for signal in signals.all:
        part = parts.get(signal.sentence)
        if part in strongest:
            strongest[part] = max(strongest[part], signal.strength)
        else:
            later += part is not None
    told["signals.later"] = times(later)
    told |= {f"strongest.{part}": strength for part, strength in strongest.items()}
    counted: dict[str, int] = {}
    for cue in scene.all("cue"):
        if cue.code in _CUES:
            counted[cue.code] = counted.get(cue.code, 0) + 1
    return told | {f"cue.{code}": times(number) for code, number in counted.items()}
