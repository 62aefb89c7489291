"""A short title for an event in the article's own terms."""

from __future__ import annotations

import re

from culturex.suggest.occurrences import Occurrence
from culturex.suggest.scene import Scene
from culturex.text import one_line

_CLAUSE_END = re.compile(r"[,;:.!?(\n。，；]|\s[-–—]\s")
_LONGEST = 110


def of(scene: Scene, occurrence: Occurrence) -> str:
    """Return the event's name, else the headline if it is the main one, else the clause from the signal on."""
    if occurrence.name and occurrence.name.quality >= 1:
        return one_line(occurrence.name.text)
    title = scene.document.article.title
    if occurrence.main and title:
        return one_line(title)
    return _clause(scene, occurrence)


def _clause(scene: Scene, occurrence: Occurrence) -> str:
    anchor = occurrence.anchor
    sentence = scene.document.sentences[anchor.sentence]
    match = _CLAUSE_END.search(scene.document.body, anchor.end, min(sentence.end, anchor.end + 2 * _LONGEST))
    end = match.start() if match else sentence.end
    words = one_line(scene.text((anchor.start, min(end, anchor.start + _LONGEST))))
    if end > anchor.start + _LONGEST:
        words = words.rpartition(" ")[0] or words
    return words[:1].upper() + words[1:]
