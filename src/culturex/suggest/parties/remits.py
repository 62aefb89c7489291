"""Countries that only tell what an office is for, or which other competition is meant: they are no parties by that.

"Ambassador to Norway, Iceland and Malta" lives in one of them at most; "the director for Iran and Iraq" speaks of
neither; and who trains for "the World Cup Oman 2030" does not meet anybody in Oman yet.
"""

from __future__ import annotations

from bisect import bisect_left

from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene

# A row of countries behind an office has so many words at most, and so many stand between the office and the row.
_ROW, _BETWEEN = 16, 6
_ROWS = frozenset({" ", ", "})
_TWO = 2
# A year behind the name of a country: "World Cup Oman 2030".
_YEAR = 4


def is_named_only(scene: Scene, occurrence: Occurrence, mention: Mention, sentence: int) -> bool:
    """Tell whether a country stands in the remit of an office, or in the name of another event than this one."""
    if mention.rule != "countries.name":
        return False
    return _is_of_other(scene, occurrence, mention, sentence) or mention.start in _remits(scene, sentence)


def _is_of_other(scene: Scene, occurrence: Occurrence, mention: Mention, sentence: int) -> bool:
    """Tell whether a country ends the name of another event: "the World Cup Oman 2030"."""
    document, end = scene.document, mention.end
    year = document.text[end + 1 : end + 1 + _YEAR]
    if not (year.isdigit() and document.text[end] == " ") or sentence in scene.headlines or sentence in scene.body[:1]:
        return False
    own = {(s.start, s.end) for s in occurrence.signals if s.sentence == sentence}
    names = (c for group in ("noun", "weak") for c in scene.group(sentence, group))
    return any(
        c.end + 1 == mention.start and document.text[c.start].isupper() and (c.start, c.end) not in own for c in names
    )


def _remits(scene: Scene, sentence: int) -> frozenset[int]:
    """Return where the countries begin that stand in the remit of an office in a *sentence*."""
    kept: dict[int, frozenset[int]] = scene.document.kept.setdefault("remits", {})
    if sentence not in kept:
        offices = [c for c in scene.group(sentence, "cue") if c.code == "remit"]
        named = [m for m in scene.of_kind(sentence, "country") if m.rule == "countries.name"] if offices else []
        rows = (_row(scene, office.end, named) for office in offices) if len(named) >= _TWO else ()
        kept[sentence] = frozenset(start for row in rows for start in row)
    return kept[sentence]


def _row(scene: Scene, begin: int, named: list[Mention]) -> list[int]:
    """Return where the countries of the row begin that an office is for, whose name ends at *begin*; no single one."""
    document = scene.document
    at = _leading(scene, begin)
    if at is None:
        return []
    joiners = words_of(document.language, "cue", "remit_on")
    end = at + 1
    while end < min(at + _ROW, len(document.lowers)) and document.gaps[end - 1] in _ROWS:
        if not document.is_capital[end] and document.lowers[end] not in joiners:
            break
        end += 1
    reach = document.word_ends[end - 1]
    row = [m.start for m in named if document.word_starts[at] < m.start and m.end <= reach and not _owns(scene, m)]
    return row if len(row) >= _TWO else []


def _leading(scene: Scene, begin: int) -> int | None:
    """Return the word that leads from an office, whose name ends at *begin*, to its countries ("to", "for"), if any.

    Only capitals and small words stand between, and no comma: "Ambassador Extraordinary and Plenipotentiary to".
    """
    document, language = scene.document, scene.document.language
    leading, little = words_of(language, "cue", "remit_for"), words_of(language, "cue", "little")
    first = bisect_left(document.word_starts, begin)
    for at in range(first, min(first + _BETWEEN + 1, len(document.lowers))):
        if document.lowers[at] in leading:
            return None if "," in document.text[begin : document.word_starts[at]] else at
        if not document.is_capital[at] and document.lowers[at] not in little:
            return None
    return None


def _owns(scene: Scene, mention: Mention) -> bool:
    """Tell whether something of a country follows: "the ambassador to Peru and Chile's minister"."""
    return scene.document.text[mention.end : mention.end + 1] in ("'", "’")
