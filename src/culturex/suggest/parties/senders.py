"""Countries whose people take part in what countries come together for: "Ana Berg from Peru won", "teams of Peru"."""

from __future__ import annotations

from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.tables import LINKS
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene

# What people of several countries meet for; talks and gifts have their two sides.
_GATHERING = frozenset({"competition", "festival", "exhibition", "performance", "course", "exchange", "award"})
# "from" stands so near behind the name of a person, and a country begins so near behind what tells it (characters).
_BEHIND_PERSON, _NEAR = 22, 5
# "from" or "from the".
_TWO = 2


def is_sender(scene: Scene, occurrence: Occurrence, mention: Mention, sentence: int) -> bool:
    """Tell whether a country is told as that of people who take part in an *occurrence*."""
    if mention.rule != "countries.name" or occurrence.type not in _GATHERING:
        return False
    row = _row(scene, mention, sentence)
    return _is_told(scene, row, sentence) or _is_of_person(scene, row[0], sentence)


def _row(scene: Scene, mention: Mention, sentence: int) -> tuple[int, int]:
    """Return where the row of countries begins and ends in which a *mention* stands."""
    begin = end = -1
    for other in scene.of_kind(sentence, "country"):
        if end < 0 or scene.document.text[end : other.start] not in LINKS:
            if end > mention.start:
                break
            begin = other.start
        end = other.end
    return begin, end


def _is_told(scene: Scene, row: tuple[int, int], sentence: int) -> bool:
    """Tell whether words such as "teams of" stand before a *row* of countries, or "are represented" behind it."""
    told = (c for c in scene.group(sentence, "cue") if c.code == "sends")
    return any(0 <= row[0] - c.end <= _NEAR or 0 <= c.start - row[1] <= 1 for c in told)


def _is_of_person(scene: Scene, start: int, sentence: int) -> bool:
    """Tell whether somebody comes from the country that begins at *start*: "Ana Berg, who came from Peru"."""
    people = [p for p in scene.of_kind(sentence, "person") if 0 < start - p.end <= _BEHIND_PERSON]
    if not people:
        return False
    hails = words_of(scene.document.language, "cue", "hails")
    return not hails.isdisjoint(scene.document.lowers_in((people[-1].end, start))[-_TWO:])
