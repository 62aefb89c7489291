"""Days, weeks and evenings that are named for a country: "Thai Night", "the Day of Georgia", «День Монголии»."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest.document import Word
from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.party import ADJECTIVES
from culturex.suggest.scene import Scene
from culturex.text import Span

# "Day" and "Week" stand so near beside the country that they are named for.
_BESIDE = 14
_POSSESSIVES = ("'s", "’s", "s'", "s’")


def spans(scene: Scene) -> Iterator[tuple[int, Span]]:
    """Yield what is named for a country, with the sentence, in order of the text; both words begin with a capital."""
    document, body = scene.document, scene.document.body
    told = words_of(document.language, "cue", "country_day")
    if told.isdisjoint(map(document.lowers.__getitem__, document.capitals)):  # as on most pages
        return
    for sentence, countries in scene.kinds_at.get("country", {}).items():
        for country in countries:
            start, end = country.start, country.end
            if not body[start].isupper():
                continue
            word = _behind(scene, country, told) if body[end + 1 : end + 2].isupper() else None
            beside = body[max(0, start - _BESIDE) : start]
            if word is None and country.rule not in ADJECTIVES and beside != beside.lower():
                word = _before(scene, country, told)
            if word and word.text[0].isupper():
                yield sentence, Span(min(word.start, start), max(word.end, end))


def _behind(scene: Scene, country: Mention, told: frozenset[str]) -> Word | None:
    """Return the word for a day or a week right behind a *country*, or None."""
    word = next(iter(scene.document.words_in((country.end + 1, country.end + _BESIDE))), None)
    return word if word and word.start == country.end + 1 and word.lower in told else None


def _before(scene: Scene, country: Mention, told: frozenset[str]) -> Word | None:
    """Return the word for a day or a week that only a little word parts from the *country* behind it ("Day of")."""
    before = scene.document.words_in((max(0, country.start - _BESIDE), country.start))[-3:]
    little = words_of(scene.document.language, "cue", "little")
    for at in range(len(before) - 1, -1, -1):
        if before[at].lower in told:
            owner = scene.document.body[max(0, before[at].start - 3) : before[at].start].rstrip()
            return None if owner in _POSSESSIVES else before[at]
        if before[at].lower not in little:
            return None
    return None
