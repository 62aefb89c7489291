"""Where a page is at home: it names its own towns and bodies, and only other countries by name."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from culturex.suggest.languages import table
from culturex.suggest.party import SURE, code_of
from culturex.suggest.scene import Scene

# The towns of the home country are named so many times as often as those of any other that is not named itself.
_CLEARLY = 2
# Sentences that are looked at: more than a page written by a person has.
_MOST = 200


def home_of(scene: Scene) -> str | None:
    """Return the country in which the page is at home (ISO code), where its text shows it.

    Local news and pages of towns and schools name "Kotka" and "the Kotka Lyceum", and no Finland; their guests are
    "from Ghana". Where no town tells, the page's language does if most of its readers live in one country
    (``native`` in ``places.toml``). None where the page names every country that it tells of.
    """
    if not scene.home_kept:
        scene.home_kept.append(_home_of(scene))
    return scene.home_kept[0]


def _home_of(scene: Scene) -> str | None:
    countries, places = (scene.kinds_at.get(kind, {}) for kind in ("country", "place"))
    named = {m.value for here in islice(countries.values(), _MOST) for m in here}
    sure = (m for here in islice(places.values(), _MOST) for m in here if m.confidence >= SURE) if named else ()
    told = [code_of(m) for m in sure]
    if towns := [code for code in told if code and code not in named]:
        (best, most), *rest = Counter(towns).most_common(2)
        if not rest or most >= _CLEARLY * rest[0][1]:
            return best
    spoken = table(scene.document.language, "places").get("native")
    return None if spoken in named else spoken
