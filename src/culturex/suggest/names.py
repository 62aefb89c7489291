"""The name of an event as the article prints it: in quotation marks or in capitals around the signal."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from culturex.suggest.document import Document
from culturex.suggest.lexicon import words_of
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal
from culturex.text import Span

# An apostrophe within a name ("O'Brien") opens no quotation. The pattern begins with one set of characters, so that
# ``re`` leaps from one to the next.
QUOTED = re.compile(r"[“\"«„‘'「《](?<!\w[‘'])([^“”\"«»„‘'「」《》\n]{4,110})[”\"»“’'」》]")
# The quality of a name in quotation marks; no name is surer.
SURE = 2.0
# A name reaches no farther than this many characters from its head word.
_AROUND = 220
_MOST_WORDS = 14
# A number behind a little word belongs to a name only if it is as long as a year ("... in 2018", not "at 3").
_YEAR = 4
# What has no name in capitals of its own: the capitals beside it are those of people and bodies.
_WITHOUT_NAMES = frozenset({"visit", "meeting", "research"})
# What is given has no name at all: quotation marks beside it hold that of who receives it.
_GIVEN = frozenset({"donation"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the article: where it stands; *quality* 2 for one in quotation marks, 1 for one in capitals, else 0."""

    text: str
    start: int
    end: int
    quality: float

    @property
    def key(self) -> str:
        """The name folded, to tell two mentions of one event."""
        return _key(self.text)


@lru_cache(maxsize=256)  # each event is held against the names of those told before
def _key(name: str) -> str:
    return " ".join(sorted(set(re.findall(r"\w+", name.casefold()))))


def name_of(scene: Scene, signal: Signal) -> Name | None:
    """Return the name that the event of *signal* goes by, or None."""
    if signal not in scene.names_kept:
        scene.names_kept[signal] = _name_of(scene, signal)
    kept: Name | None = scene.names_kept[signal]
    return kept


def _name_of(scene: Scene, signal: Signal) -> Name | None:
    if signal.type in _GIVEN:
        return None
    quoted = _quoted(scene, signal)
    if quoted or signal.type in _WITHOUT_NAMES:
        return quoted
    name = _capitals(scene, signal)
    if name and (_is_person(scene, signal, name) or _is_performer(scene, signal, name)):
        return None
    return name


def _is_performer(scene: Scene, signal: Signal, name: Name) -> bool:
    """Tell whether a name is that of the orchestra or the company that plays."""
    if signal.type != "performance":
        return False
    bodies = scene.of_kind(signal.sentence, "organization")
    return any(m.start <= name.end and name.start <= m.start and m.end >= name.end for m in bodies)


def _is_person(scene: Scene, signal: Signal, name: Name) -> bool:
    people = scene.mentions((signal.sentence,), "person")
    return any(m.start < name.end and name.start < m.end for m in people)


def _quoted(scene: Scene, signal: Signal) -> Name | None:
    sentence = scene.document.sentences[signal.sentence]
    begin, end = max(sentence.start, signal.start - 120), min(sentence.end, signal.end + 150)
    for match in QUOTED.finditer(scene.document.body, begin, end):
        inside = match.start(1) <= signal.start and signal.end <= match.end(1)
        gap = scene.document.body[signal.end : match.start()]
        behind = (0 <= match.start() - signal.end <= 22 and "," not in gap) or 0 <= signal.start - match.end() <= 1
        if not (inside or behind) or scene.is_spoken(match.start()):
            continue
        if not match.group(1)[0].islower() and match.group(1)[-1:] != ",":
            return Name(match.group(1).strip(" ,."), *match.span(1), SURE)
        if not match.group(1)[0].islower():
            text = match.group(1).rstrip(" ,.")
            return Name(text, match.start(1), match.start(1) + len(text), SURE)
    return None


def _capitals(scene: Scene, signal: Signal) -> Name | None:
    """Grow the signal over capitalised neighbours joined by little words ("Days of Armenia in Kazakhstan")."""
    if signal.sentence in scene.headlines:
        return None
    document, head = scene.document, signal.head
    at, after = bisect_left(document.word_starts, head.start), bisect_left(document.word_starts, head.end)
    if at == after or not document.is_capital[at]:
        return None  # as with most signals
    sentence = document.sentences[signal.sentence]
    low = bisect_left(document.word_starts, max(sentence.start, head.start - _AROUND))
    high = bisect_left(document.word_starts, min(sentence.end, head.end + _AROUND))
    begin, end = at, after - 1
    little = words_of(document.language, "cue", "little")
    first = _grow(document, begin, range(begin - 1, max(low, begin - _MOST_WORDS) - 1, -1), little)
    last = _grow(document, end, range(end + 1, min(high, end + _MOST_WORDS + 1)), little)
    starts, lowers = document.word_starts, document.lowers
    while first < begin and (lowers[first] in little or _is_act(scene, signal.sentence, starts[first])):
        first += 1
    if (first, last) == (begin, end) and end > begin:
        return None  # "Memorandum of Understanding": what any such thing is called
    if sum(document.is_capital[first : last + 1]) < 2 or last - first >= _MOST_WORDS + 6:
        return None
    span = Span(starts[first], document.word_ends[last])
    if any((cue.start, cue.end) == span for cue in scene.group(signal.sentence, "noun")):
        return None  # so, too, where its first word alone is the head ("signed a Memorandum of Understanding")
    return Name(scene.text(span), span.start, span.end, 1.0)


def _is_act(scene: Scene, sentence: int, start: int) -> bool:
    """Tell whether a verb stands at *start*, in a capital because a sentence begins there ("Opened Days of Malta")."""
    if start != scene.document.sentences[sentence].start:
        return False
    return any(c.start == start for group in ("act", "status") for c in scene.group(sentence, group))


def _grow(document: Document, at: int, beside: range, little: frozenset[str]) -> int:
    """Return the last of a run of capitalised words from word *at* on; *beside* are its neighbours, nearest first."""
    texts, lowers, gaps, is_capital = document.texts, document.lowers, document.gaps, document.is_capital
    reached, behind = at, beside.step > 0
    for index in beside:
        gap = gaps[index - 1] if behind else gaps[index]
        if gap != " " and gap.strip(" –-&/’'“”\"") and gap.strip() != ":":
            break
        text = texts[index]
        if is_capital[index] or (behind and text[0].isdigit() and (reached == index - 1 or len(text) == _YEAR)):
            reached = index
        elif lowers[index] not in little:
            break
    return reached
