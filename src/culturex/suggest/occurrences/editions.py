"""Other editions of an event, told without its name: "It was the third of its kind; the first took place in 2017"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from culturex.suggest.dating.periods import apart, bounds
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal, Signals
from culturex.text import Span

# What is held again.
_REPEATED = frozenset(
    {"festival", "conference", "course", "competition", "exhibition", "exchange", "research", "performance", "meeting"}
)
# What is done again, and the acts that tell it: the same people travel the other way, play elsewhere, dig on.
AGAIN, STANDING = "again", "standing"
_ACTS = {
    "visit": frozenset({"visit"}),
    "exchange": frozenset({"visit", "exchange"}),
    "performance": frozenset({"performance", "visit"}),
    "research": frozenset({"research", "visit"}),
    "donation": frozenset({"donation"}),
}
# Another time lies so far away, or is told by a month or a season whose year the page does not tell.
_YEAR = 4
_MONTH, _VAGUE = timedelta(days=31), ("dates.season", "dates.month_alone")
# Where an edition is told: with a date and one of these.
_WHERE = ("place", "country")
# What an edition is of is named in one of so many sentences before, else it is the main event.
_BEFORE = 2


def of(scene: Scene, signals: Signals, main: Occurrence | None) -> dict[int, Signal]:
    """Return a signal for each sentence that tells another edition of what was named before, by sentence.

    It has the type of what the sentences before name, else that of the *main* event. Such a sentence names no event by
    itself, has a date, and says where or that it takes place, or is to.
    """
    found = _again(scene, signals, main) if main else {}
    found = _standing(scene, signals) | found
    for cue in scene.all("cue"):
        if cue.code != "edition":
            continue
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


def _again(scene: Scene, signals: Signals, main: Occurrence) -> dict[int, Signal]:
    """Return a signal for each sentence that tells the same of another time ("in 2003 they sang here", "next fall").

    It has an act of the *main* event's type, or one of travel where people travel, and names a place or says "again".
    """
    found: dict[int, Signal] = {}
    acts = _ACTS.get(main.type)
    if acts is None:
        return found
    for sentence, dates in scene.kinds_at.get("date", {}).items():
        if sentence in scene.headlines or sentence in scene.body[:1]:
            continue
        here = signals.at.get(sentence, [])
        if not any(_is_another_time(scene, m, main) for m in dates):
            continue
        if main.type == "exchange" and _is_stay(scene, here):
            found[sentence] = replace(here[0], type=main.type, strength=PAIR, rule=AGAIN)
            continue
        if any(s.strength >= PAIR or s.type != main.type for s in here):
            vague = sentence not in scene.lead and all(m.rule in _VAGUE and m.value is None for m in dates)
            same = {main.type, "visit"} if main.type == "exchange" else {main.type}
            if vague and {s.type for s in here} <= same:
                found[sentence] = replace(here[0], type=main.type, strength=PAIR, rule=AGAIN)
            continue
        done = next((c for c in scene.group(sentence, "act") if c.code in acts and not scene.is_spoken(c.start)), None)
        if done and (scene.mentions((sentence,), *_WHERE) or scene.has(sentence, "cue", "again")):
            span = Span(done.start, done.end)
            found[sentence] = Signal(main.type, *span, sentence, PAIR, AGAIN, span)
    return found


def _standing(scene: Scene, signals: Signals) -> dict[int, Signal]:
    """Return a signal for each sentence that tells whom a standing exchange takes ("121 students since 2012")."""
    found: dict[int, Signal] = {}
    taken = {c.sentence: c for c in reversed(scene.all("thing")) if c.code == "exchange"}  # the first of each sentence
    for sentence, who in taken.items():
        if sentence in scene.headlines or sentence in scene.body[:1] or not scene.mentions((sentence,), *_WHERE):
            continue
        if any(s.strength >= PAIR for s in signals.at.get(sentence, ())) or scene.is_spoken(who.start):
            continue
        since = any((m.extra or {}).get("direction") == "since" for m in scene.of_kind(sentence, "date"))
        counted = any(n.start <= who.start < n.end for n in scene.of_kind(sentence, "number"))
        if since or (counted and sentence not in scene.lead and scene.has(sentence, "cue", "standing")):
            span = Span(who.start, who.end)
            found[sentence] = Signal("exchange", *span, sentence, PAIR, STANDING, span)
    return found


def _is_stay(scene: Scene, here: Sequence[Signal]) -> bool:
    """Tell whether the signals of a sentence tell a visit, and it is one of pupils or of the next group of them."""
    if not here or any(s.type != "visit" for s in here):
        return False
    sentence = here[0].sentence
    return scene.has(sentence, "cue", "pupils", "again") or scene.has(sentence, "thing", "exchange")


def _is_another_time(scene: Scene, mention: Mention, main: Occurrence) -> bool:
    """Tell whether a date lies a month or more from the *main* event; a month or season without a year may."""
    extra = mention.extra or {}
    if scene.in_dateline(mention) or "direction" in extra or mention.rule == "dates.span" or extra.get("in_name"):
        return False
    if mention.value is None:
        return mention.rule in _VAGUE
    own, whole = bounds(str(mention.value)), bounds(main.dated.value if main.dated else None)
    if own is None or "/" in str(mention.value):
        return False
    if whole is None:  # a day may be the main event's own
        return len(str(mention.value)) == _YEAR
    return apart(own, whole) >= _MONTH


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
