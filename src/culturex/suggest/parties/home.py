"""Where a page is at home: it names its own towns and bodies, and only other countries by name."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.languages import table
from culturex.suggest.mentions.places import countries
from culturex.suggest.mentions.places import finder as places
from culturex.suggest.party import SURE, code_of
from culturex.suggest.scene import Scene

# The towns of the home country are named so many times as often as those of any other that is not named itself.
_CLEARLY = 2
# Sentences that are looked at: more than a page written by a person has.
_MOST = 200


class Post(NamedTuple):
    """A body abroad: the country that it stands for and the one that it sits in (ISO codes)."""

    country: str
    seat: str


def home_of(scene: Scene) -> str | None:
    """Return the country in which the page is at home (ISO code), where its text shows it.

    Local news and pages of towns and schools name "Kotka" and "the Kotka Lyceum", and no Finland; their guests are
    "from Ghana". Where no town tells, the page's language does if most of its readers live in one country
    (``native`` in ``places.toml``). None where the page names every country that it tells of.
    """
    if not scene.home_kept:
        scene.home_kept.append(_home_of(scene))
    return scene.home_kept[0]


def post_of(scene: Scene) -> Post | None:
    """Return the body abroad whose page it is: the outlet names two countries ("Hungarian Institute Delhi")."""
    outlet = scene.document.article.outlet
    return _post(outlet, scene.document.language) if outlet else None


@lru_cache(maxsize=256)  # the pages of one body come together
def _post(outlet: str, language: str) -> Post | None:
    document = Document(Article(outlet, language=language))
    document.mentions = countries.find(document)
    document.mentions += places.find(document)
    codes = list(dict.fromkeys(c for m in sorted(document.mentions, key=lambda m: m.start) if (c := code_of(m))))
    return Post(*codes) if len(codes) == 2 else None


def _home_of(scene: Scene) -> str | None:
    if post := post_of(scene):
        return post.seat
    countries, places = (scene.kinds_at.get(kind, {}) for kind in ("country", "place"))
    named = {m.value for here in islice(countries.values(), _MOST) for m in here}
    sure = [m for here in islice(places.values(), _MOST) for m in here if m.confidence >= SURE] if named else ()
    if towns := [code for m in sure if (code := code_of(m)) and code not in named]:
        (best, most), *rest = Counter(towns).most_common(2)
        if not rest or most >= _CLEARLY * rest[0][1]:
            return best
    spoken = native(scene)
    return None if spoken in named else spoken


def native(scene: Scene) -> str | None:
    """Return the country where most readers of the page's language live (ISO code), where there is one."""
    spoken: str | None = table(scene.document.language, "places").get("native")
    return spoken


def dateline_country(scene: Scene) -> str | None:
    """Return the country of the dateline (ISO code), or None."""
    for sentence in (*sorted(scene.stamped), *scene.body[:1]):
        for code, mention in scene.implied.get(sentence, ()):
            if scene.in_dateline(mention):
                return code
    return None
