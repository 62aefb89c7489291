"""What "in Chile" belongs to: the event, or only a body, a sister city, an office or what somebody says."""

from __future__ import annotations

from culturex.suggest.lexicon import words_of
from culturex.suggest.located import is_located_body
from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene

# What is left of "in Chile" behind the name of a body that no word locates, and of a school, which sends people.
_BODY, _SCHOOL = 0.6, 0.3
# What is left of it behind a sister city, and in direct speech.
_TWIN, _SPOKEN = 0.0, 0.5
# What is left of it in the title of an office ("the Minister of Culture in Chile"); where an envoy is, things happen.
_OFFICE = 0.2
# How far behind a body or a sister city it may stand (characters).
_NEAR, _TWINNED = 10, 26
_STOPS = frozenset(",.;:")


def share(scene: Scene, mention: Mention, sentence: int) -> float:
    """Return how much of what a located country or town says for its being the host remains (0 to 1).

    "Lessons began in Chile" tells where that was; "Lima High School in Peru sent", "their sister city in Peru" do not.
    """
    start = mention.start
    for cue in scene.group(sentence, "cue"):
        if cue.code == "twinning" and 0 <= start - cue.end <= _TWINNED:
            return _TWIN
    if scene.is_spoken(start):
        return _SPOKEN
    if _is_of_office(scene, mention, sentence):
        return _OFFICE
    locative = words_of(scene.document.language, "cue", "locative")
    for body in scene.of_kind(sentence, "organization"):
        if not 0 < start - body.end <= _NEAR or not _STOPS.isdisjoint(scene.text((body.end, start))):
            continue
        if locative.isdisjoint(scene.document.lowers_in((body.end, start))[:1]):
            continue  # "the choir was in Chile"
        if not is_located_body(scene, body):
            return _SCHOOL if (body.extra or {}).get("kind") == "school" else _BODY
    return 1.0


def _is_of_office(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a country stands in the title of somebody, who is no envoy to it."""
    for person in scene.of_kind(sentence, "person"):
        title = person.value.get("title") or ""
        if abs(person.start - mention.start) <= len(title) + _NEAR and mention.text in title:
            return not any(
                0 <= mention.start - c.end <= len(title) for c in scene.group(sentence, "cue") if c.code == "envoy"
            )
    return False
