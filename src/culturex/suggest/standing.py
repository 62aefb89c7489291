"""What speaks for each status of an event: words of its list by where they stand, tense, how dates lie, its type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from culturex.suggest.dating.dated import DAY, LASTING
from culturex.suggest.dating.periods import bounds
from culturex.suggest.languages import table
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates import tense
from culturex.suggest.scene import REST, Scene
from culturex.suggest.signals import Signal
from culturex.suggest.weights import times

# A cue stands beside a signal from this many characters before to as many after, within the sentence.
REACH = 90
_CUES = frozenset({"closes", "present"})
# The names of the signs of tense, by part of the page.
_TENSES = {
    part: {name: f"tense.{name}.{part}" for name in ("past", "present", "future")}
    for part in ("anchor", "headline", "lead")
}
# How many sentences tell an event, and how many lead into the page.
_OWN, _LEAD = 4, 3
# So many days before or after the page are a few days, and some weeks.
_DAYS, _WEEKS, _MONTH = 4, 40, 40
# An EDTF value of a month or more has so many characters.
_MONTHLY = 7


def signs(
    scene: Scene, signals: Sequence[Signal], value: str | None, type_: str, *, main: bool, earlier: bool = False
) -> Mapping[str, float]:
    """Return the signs of an event of a *type_* that *signals* tell and that happens on the EDTF date *value*.

    Only the *main* event is told by the headline and by all of the first sentences. *earlier* tells that another event
    lies years before the main one of an article without a date.
    """
    anchor = signals[0]
    sentence = anchor.sentence
    counted: dict[str, int] = defaultdict(int)
    for cue in scene.group(sentence, "status"):
        counted[f"{cue.code}.beside" if gap(cue, anchor) <= REACH else f"{cue.code}.aside"] += 1
    for own in {s.sentence for s in signals[1:_OWN] if s.sentence != sentence}:
        for cue in scene.group(own, "status"):
            counted[f"{cue.code}.told"] += 1
    _count_cues(scene, (sentence,), "anchor", counted)
    _count_tense(scene, (sentence,), "anchor", counted)
    _count_dates(scene, (sentence,), "anchor", counted)
    if main:
        lead = scene.body[:_LEAD]
        for here, part in scene.parts.items():
            if part == REST:  # what follows tells other things
                break
            for cue in scene.group(here, "status"):
                counted[f"{cue.code}.{part}"] += 1
        others = {*scene.headlines, *lead} - {sentence}
        _count_cues(scene, others, "lead", counted)
        _count_tense(scene, scene.headlines, "headline", counted)
        _count_tense(scene, lead, "lead", counted)
        _count_dates(scene, others, "lead", counted)
    told = dict(zip(counted, map(times, counted.values()), strict=True))
    told["always"] = told[f"type.{type_}"] = 1.0
    for name in _time(scene.document.published, value):
        told[f"time.{name}"] = 1.0
    if not main:
        told["other"] = 1.0
    elif type_ in LASTING:
        told["lasts.over" if "over" in counted else "lasts.on"] = 1.0
    if earlier:
        told["earlier"] = 1.0
    return told


def gap(cue: Cue, signal: Signal) -> int:
    """Return how many characters lie between a cue and a signal."""
    if cue.start >= signal.end:
        return cue.start - signal.end
    return signal.start - cue.end if signal.start > cue.end else 0


def _count_cues(scene: Scene, sentences: Iterable[int], part: str, counted: dict[str, int]) -> None:
    """Count words that tell how long something goes on, what is told in the plain present, and that it is over."""
    over, text = words_of(scene.document.language, "cue", "over"), scene.document.text
    for sentence in sentences:
        for cue in scene.group(sentence, "status"):
            if cue.code == "held" and text[cue.start : cue.end].casefold() in over:
                counted["over"] += 1
        for cue in scene.group(sentence, "cue"):
            if cue.code in _CUES:
                counted[f"cue.{cue.code}.{part}"] += 1


@cache
def _tenses(language: str) -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """Return the verbs whose tense the tables of dates know, and the tenses of each."""
    words = tense.cues(language)
    lists = {"past": words.past | words.soft_past, "present": words.present, "future": words.future}
    known = frozenset().union(*lists.values())
    return known, {word: tuple(name for name, told in lists.items() if word in told) for word in known}


def _count_tense(scene: Scene, sentences: Iterable[int], part: str, counted: dict[str, int]) -> None:
    """Count the verbs that the tables of dates know by their tense."""
    document = scene.document
    known, tenses = _tenses(document.language)
    names = _TENSES[part]
    for sentence in sentences:
        for word in known.intersection(document.lowers_in(document.sentences[sentence])):
            for name in tenses[word]:
                counted[names[name]] += 1


def _count_dates(scene: Scene, sentences: Iterable[int], part: str, counted: dict[str, int]) -> None:
    """Count the dates by how they lie to the page's own, and by the word before them ("until")."""
    page = scene.document.published
    for mention in scene.mentions(sentences, "date"):
        if direction := (mention.extra or {}).get("direction"):
            counted[f"date.{direction}.{part}"] += 1
        if mention.value is None:
            if step := _step(scene, mention):
                counted[f"day.{step}.{part}"] += 1
        elif page and len(mention.value) >= _MONTHLY and not scene.in_dateline(mention):
            span = bounds(mention.value)
            if span:
                lies = "ahead" if span[0] > page else "over" if span[1] < page else "now"
                counted[f"date.{lies}.{part}"] += 1


def _step(scene: Scene, mention: Mention) -> str | None:
    """Return where a day told from that of a page without a date lies: "yesterday" is before it."""
    if mention.rule != "dates.relative":
        return None
    return _steps(scene.document.language).get(mention.text.casefold())


@cache
def _steps(language: str) -> Mapping[str, str]:
    told = table(language, "dates").get("relative", {})
    return {
        form.casefold(): "before" if "-" in key else "same" if key.endswith("+0") else "after"
        for key, forms in told.items()
        for form in forms
    }


def _time(page: date | None, value: str | None) -> tuple[str, ...]:
    """Return how the EDTF *value* lies to the day of the *page*, roughly and closely."""
    span = bounds(value)
    if span is None or value is None:
        return ("undated",) if page else ("undated", "unpaged")
    if page is None:
        return ("unpaged",)
    first, last = span
    if last < page:
        return "over", f"over.{_far((page - last).days)}"
    if first > page:
        return "ahead", f"ahead.{_far((first - page).days)}"
    if first == last:
        return "now", "now.today"
    if page in span:
        return "now", "now.last_day" if last == page else "now.first_day"
    if value.startswith("..") or value.endswith(".."):
        return "now", "now.open"
    if len(value.partition("/")[0]) >= DAY:
        return "now", "now.days"
    return "now", "now.month" if (last - first).days < _MONTH else "now.year"


def _far(days: int) -> str:
    return "days" if days <= _DAYS else "weeks" if days <= _WEEKS else "long"
