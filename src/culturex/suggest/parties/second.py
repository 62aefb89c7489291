"""The second country of an event whose sentences name one only: a page at home seldom says in which country that is."""

from __future__ import annotations

from collections.abc import Iterable

from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.parties.home import home_of, post_of
from culturex.suggest.party import ADJECTIVES, SURE, WEIGHTS, Party, code_of
from culturex.suggest.scene import Scene

# What a country that is only implied needs where nothing names a second one.
_IMPLIED = 0.42
# What a country needs that is only spoken of further down, where nothing names a second one.
_SPOKEN = 0.75
_NAMING = frozenset({"country", "organization"})
# A heading has so many characters at most, no stop at its end, and stands so many sentences before at most.
_HEADING, _STOPS, _SECTION = 50, frozenset(".!?:;,"), 12
# Sentences that are looked at for a second country.
_MOST = 120
# What a page tells of its own town without naming the country, where one other country is named.
_MUTUAL = frozenset({"visit", "exchange"})
# Themes of what towns, clubs and schools do.
_LOCAL = ("society", "education")
_AT_HOME, _GUESSED = "countries.at_home", 0.45


def likely(scene: Scene, occurrence: Occurrence, have: set[str]) -> list[Party]:
    """Return the surest country beside those that we *have*, of places and bodies in headline, lead or anchor."""
    found = _weighed(scene, dict.fromkeys((*scene.lead, occurrence.anchor.sentence)), have, "countries.implied")
    best = sorted(found.values(), key=lambda p: -p.weight)
    return [p for p in best[:1] if p.weight >= _IMPLIED]


def passing(gathered: dict[str, Party], chosen: list[Party]) -> list[Party]:
    """Return the country that the rest of the text speaks most of, if it names it or a body of it."""
    rest = [p for p in gathered.values() if p not in chosen and any(m.kind in _NAMING for m in p.mentions)]
    best = sorted(rest, key=lambda p: -p.weight)[:1]
    return [p for p in best if p.weight >= _SPOKEN]


def elsewhere(scene: Scene, occurrence: Occurrence, have: set[str]) -> list[Party]:
    """Return the country beside the one that we *have* that the sentences of other events name, or any town told.

    An instrument names its parties: two bodies of one country are no event, whoever else comes by.
    """
    if not occurrence.main or len(have) != 1 or occurrence.type == "agreement":
        return []
    found = _weighed(scene, scene.told[:_MOST], have, "countries.elsewhere")
    best = sorted(found.values(), key=lambda p: -p.weight)
    return best[:1]


def at_home(scene: Scene, occurrence: Occurrence, have: set[str]) -> list[Party]:
    """Return the country that the page is at home in, for guests and twin towns of the one that we *have*.

    A town hall writes for its own people, who know where they live.
    """
    if not occurrence.main or len(have) != 1:
        return []
    home = home_of(scene)
    if home is None or home in have:
        return []
    sentences = dict.fromkeys((*scene.lead, *(s.sentence for s in occurrence.signals)))
    local = occurrence.type in _MUTUAL and any(scene.has(s, "theme", *_LOCAL) for s in sentences)
    is_twin = local or any(scene.has(s, "cue", "twinning") for s in sentences)
    return [_guessed(scene, occurrence, home)] if is_twin else []


def of_post(scene: Scene, occurrence: Occurrence, have: set[str]) -> list[Party]:
    """Return the other country of the embassy or institute abroad whose page it is, beside the one that we *have*."""
    post = post_of(scene) if len(have) == 1 else None
    if post is None or have.isdisjoint(post):
        return []
    return [_guessed(scene, occurrence, code) for code in post if code not in have]


def _guessed(scene: Scene, occurrence: Occurrence, code: str) -> Party:
    """Return the party of a country that nothing in the event's sentences names; what tells the event is quoted."""
    anchor = occurrence.anchor
    quoted = scene.document.text[anchor.start : anchor.end]
    told = Mention("country", quoted, anchor.start, anchor.end, code, _AT_HOME, _GUESSED)
    return Party(code, _GUESSED, mentions=[told], rule=_AT_HOME)


def section(scene: Scene, occurrence: Occurrence, have: set[str]) -> list[Party]:
    """Return the countries of the heading under which the sentence stands that tells the event ("Ocotlán, Mexico").

    Overviews are ordered by country or town, and say them once.
    """
    sentences, text = scene.document.sentences, scene.document.text
    first = scene.body[0] if scene.body else 0
    for sentence in range(
        occurrence.anchor.sentence - 1, max(first - 3, occurrence.anchor.sentence - _SECTION, -1), -1
    ):
        begin, end = sentences[sentence]
        if end - begin > _HEADING or sentence in scene.headlines or text[end - 1] in _STOPS:
            continue
        if text[begin - 1 : begin] in ("", "\n") and text[end : end + 1] in ("", "\n"):
            return list(_weighed(scene, [sentence], have, "countries.section").values())
    return []


def _weighed(scene: Scene, sentences: Iterable[int], have: set[str], rule: str) -> dict[str, Party]:
    """Return the countries of all mentions in these *sentences* beside those that we *have*, by code."""
    found: dict[str, Party] = {}
    for mention in scene.mentions(sentences, *WEIGHTS):
        code = code_of(mention)
        if code and code not in have and _tells(scene, mention):
            party = found.setdefault(code, Party(code, rule=rule))
            party.weight += WEIGHTS[mention.kind] * mention.confidence
            party.mentions.append(mention)
    return found


def _tells(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention speaks for its country: a sure place, no language ("a greeting in Spanish")."""
    if mention.rule in ADJECTIVES:
        before = scene.document.lowers_in((max(0, mention.start - 6), mention.start))[-1:]
        return words_of(scene.document.language, "cue", "locative").isdisjoint(before)
    return mention.kind != "place" or mention.confidence >= SURE
