"""People who are only recalled: they are dead, or what they did is told with a day long ago."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from culturex.suggest.dating.periods import bounds
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.words.people import tables_for
from culturex.suggest.scene import Scene

# So many years after what somebody did he takes part in nothing.
_LONG_AGO = 75
# Between "late" and a name stand so many words at most.
_MOST_BETWEEN = 8
# A word such as "was born" stands right behind the name, a space or a comma between.
_BEHIND = 2
# Who speaks is alive; days of the longest span of years that tells when somebody did something.
_SAYS, _FEW_YEARS = "verb of speech", 3_700


def is_recalled(scene: Scene, mentions: Sequence[Mention]) -> bool:
    """Tell whether the person of these *mentions* is told as one of the past."""
    if any(_is_late(scene, m) for m in mentions):
        return True
    return all(_is_of_place(scene, m) or _is_long_ago(scene, m) for m in mentions)


def _is_late(scene: Scene, mention: Mention) -> bool:
    """Tell whether words before a name say that its bearer is dead: "the late leader Ann Berg"."""
    sentence = scene.document.sentence_index(mention.start)
    return any(_leads_to(scene, c, mention) for c in scene.group(sentence, "cue") if c.code == "late")


def _leads_to(scene: Scene, cue: Cue, mention: Mention) -> bool:
    """Tell whether nothing but offices, capitals and small words stand between a *cue* and a name.

    Neither a date ("in late May Ann Berg", "late on Friday") nor somebody else ("the late Ann Berg and Maret Lill").
    """
    if cue.end > mention.start:
        return False
    between = (m for kind in ("date", "person") for m in scene.of_kind(cue.sentence, kind))
    if any(cue.start < m.end and m.start < mention.start for m in between):
        return False
    document, language = scene.document, scene.document.language
    first, last = bisect_left(document.word_starts, cue.end), bisect_left(document.word_starts, mention.start)
    if last - first > _MOST_BETWEEN or any(gap != " " for gap in document.gaps[max(0, first - 1) : last]):
        return False
    passed = tables_for(language).titles.keys() | words_of(language, "cue", "little")
    return all(document.is_capital[k] or document.lowers[k] in passed for k in range(first, last))


def _is_of_place(scene: Scene, mention: Mention) -> bool:
    """Tell whether somebody only tells what a place is: "the prison in which Ann Berg was held"."""
    document = scene.document
    relative = words_of(document.language, "cue", "where")
    first = bisect_left(document.word_starts, mention.start)
    if not first or document.lowers[first - 1] not in relative or document.gaps[first - 1] != " ":
        return False
    sentence = document.sentence_index(mention.start)
    cues = scene.group(sentence, "cue")
    return any(c.code == "once_there" and 0 < c.start - mention.end <= _BEHIND for c in cues)


def _is_long_ago(scene: Scene, mention: Mention) -> bool:
    """Tell whether all days of its sentence lie long before the page: "found in 1922 by Ann Berg".

    Who is named beside a century, or speaks of a year, may be of today: an expert on the 19th century.
    """
    now = scene.now
    if now is None or _SAYS in (mention.extra or {}).get("why", ()):
        return False
    days = scene.of_kind(scene.document.sentence_index(mention.start), "date")
    told = [span for d in days if (span := bounds(d.value))]
    return bool(told) and all(span[1].year < now.year - _LONG_AGO for span in told) and _tells_years(told)


def _tells_years(told: Sequence[tuple[date, date]]) -> bool:
    """Tell whether one of the spans *told* is no longer than a few years: no century."""
    return any((last - first).days < _FEW_YEARS for first, last in told)
