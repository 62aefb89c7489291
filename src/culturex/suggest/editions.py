"""Other editions of an event, told without its name: "It was the third of its kind; the first took place in 2017"."""

from __future__ import annotations

from culturex.suggest.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal, Signals
from culturex.text import Span

# What is held again.
_REPEATED = frozenset(
    {"festival", "conference", "course", "competition", "exhibition", "exchange", "research", "performance", "meeting"}
)
# Where an edition is told: with a date and one of these.
_WHERE = ("place", "country")
# What an edition is of is named in one of so many sentences before, else it is the main event.
_BEFORE = 2


def of(scene: Scene, signals: Signals, main: Occurrence | None) -> dict[int, Signal]:
    """Return a signal for each sentence that tells another edition of what was named before, by sentence.

    It has the type of what the sentences before name, else that of the *main* event. Such a sentence names no event by
    itself, has a date, and says where or that it takes place, or is to.
    """
    found: dict[int, Signal] = {}
    for cue in [c for c in scene.all("cue") if c.code == "edition"]:
        sentence = cue.sentence
        if sentence in found or sentence in scene.headlines:
            continue
        if any(s.strength >= PAIR for s in signals.at.get(sentence, ())) or not scene.of_kind(sentence, "date"):
            continue
        told = scene.has(sentence, "cue", "occur") or scene.group(sentence, "status")
        type_ = _named(scene, signals, sentence) or (main.type if main else "")
        if type_ in _REPEATED and (told or scene.mentions((sentence,), *_WHERE)):
            span = Span(cue.start, cue.end)
            found[sentence] = Signal(type_, *span, sentence, PAIR, "edition", span)
    return found


def _named(scene: Scene, signals: Signals, sentence: int) -> str:
    """Return the type of what the paragraph names last before a *sentence*; an empty string where it names none."""
    sentences, text = scene.document.sentences, scene.document.text
    for before in range(sentence - 1, max(-1, sentence - 1 - _BEFORE), -1):
        if "\n" in text[sentences[before].end : sentences[before + 1].start]:
            break
        told = [s for s in signals.at.get(before, ()) if s.strength >= PAIR and s.type in _REPEATED]
        if told:
            return told[-1].type
    return ""
