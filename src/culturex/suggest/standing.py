"""What speaks for each status of an event: words of its list by where they stand, tense, how dates lie, its type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import product

from culturex.suggest.dating.dated import DAY, GOING_ON, LASTING
from culturex.suggest.dating.periods import bounds
from culturex.suggest.languages import table
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates import tense
from culturex.suggest.mentions.dates.words import expand
from culturex.suggest.scene import PARTS, Scene
from culturex.suggest.signals import Signal
from culturex.suggest.weights import times

STATUSES = ("held", "ongoing", "planned", "proposed", "postponed", "cancelled")
# A cue stands beside a signal from this many characters before to as many after, within the sentence.
REACH = 90
_CUES = frozenset({"closes", "present"})
# The lists of words that tell how something begins, ends and goes on.
_SPANS = {"begins": "first_day", "ends": "last_day", "lasts": "lasts"}
# The names of the signs of the words of a status in a part of the page.
_NAMES = {(code, part): f"{code}.{part}" for code, part in product(STATUSES, PARTS)}
_PARTS = ("anchor", "headline", "lead")
# The names of the signs of verbs by part of the page, for what goes on (True) and for what is done at once.
_VERBS = {
    (part, goes_on): {name: f"tense.{name}.{part}" for name in ("past", "present", "future")}
    | {name: f"{'on' if goes_on else 'once'}.{name}.{part}" for name in _SPANS}
    for part in _PARTS
    for goes_on in (True, False)
}
# The signs of what is told in the plain present.
_PRESENT = frozenset({"cue.present.anchor", "cue.present.lead"})
# How much it counts that a word of any list stands there: there are many lists, and each says little.
_ANY_WORD = 0.5
# How many sentences tell an event, and how many lead into the page.
_OWN, _LEAD = 4, 3
# So many days before or after the page are a few days, and some weeks.
_DAYS, _WEEKS, _MONTH = 4, 40, 40


def signs(
    scene: Scene, signals: Sequence[Signal], value: str | None, type_: str, *, main: bool, earlier: bool = False
) -> Mapping[str, float]:
    """Return the signs of an event of a *type_* that *signals* tell and that happens on the EDTF date *value*.

    Each comes with how much it counts: what tells it a second time adds less than the first. All events have the signs
    of the sentences of their signals and of how the dates of the page lie; the *main* one also those of the headline
    and of the first sentences. Words of any list count there, not only those of a status. *earlier* tells that another
    event lies years before the main one of an article without a date.
    """
    sentence = signals[0].sentence
    others = {*scene.headlines, *scene.body[:_LEAD]} - {sentence} if main else set()
    is_over = type_ in LASTING and _is_over(scene, (sentence, *others))
    goes_on = type_ in GOING_ON and not is_over
    counted: dict[str, int] = defaultdict(int)
    _count_own(scene, signals, goes_on, counted)
    if main:
        _count_main(scene, others, goes_on, counted)
    told = dict(zip(counted, map(times, counted.values()), strict=True))
    told |= {f"page.{lies}": times(number) for lies, number in scene.dates_lie.items()}
    words = scene.words_told({sentence, *scene.lead} if main else (sentence,))
    told |= {f"word.{name}": times(number) * _ANY_WORD for name, number in words.items()}
    codes = {cue.code for cue in scene.cues((sentence, *others), "status")}
    if counted.keys() & _PRESENT:  # which tells something, too
        codes.add("present")
    document = scene.document
    told |= dict.fromkeys(_any_and_only(codes), 1.0)
    told |= dict.fromkeys(("always", f"type.{type_}"), 1.0)
    told |= {f"time.{name}": 1.0 for name in _time(document.published, document.published_until, value)}
    if not main:
        told["other"] = 1.0
    elif type_ in LASTING:
        told["lasts.over" if is_over else "lasts.on"] = 1.0
    if earlier:
        told["earlier"] = 1.0
    return told


def _count_own(scene: Scene, signals: Sequence[Signal], goes_on: bool, counted: dict[str, int]) -> None:
    """Count the signs of the sentence of the first of the *signals*, and the words of a status in those of the next."""
    anchor = signals[0]
    sentence = anchor.sentence
    for cue in scene.group(sentence, "status"):
        counted[f"{cue.code}.beside" if gap(cue, anchor) <= REACH else f"{cue.code}.aside"] += 1
    for own in {s.sentence for s in signals[1:_OWN] if s.sentence != sentence}:
        for cue in scene.group(own, "status"):
            counted[f"{cue.code}.told"] += 1
    _count_cues(scene, (sentence,), "anchor", counted)
    _count_verbs(scene, (sentence,), _VERBS["anchor", goes_on], counted)
    _count_dates(scene, (sentence,), "anchor", counted)


def _count_main(scene: Scene, others: Iterable[int], goes_on: bool, counted: dict[str, int]) -> None:
    """Count the signs of the headline and of what the page begins with; *others* are those sentences but the anchor."""
    parts = scene.parts
    for cue in scene.all("status"):
        if part := parts.get(cue.sentence):
            counted[_NAMES[cue.code, part]] += 1
    _count_cues(scene, others, "lead", counted)
    _count_verbs(scene, scene.headlines, _VERBS["headline", goes_on], counted)
    _count_verbs(scene, scene.body[:_LEAD], _VERBS["lead", goes_on], counted)
    _count_dates(scene, others, "lead", counted)


def _any_and_only(codes: Collection[str]) -> Iterator[str]:
    """Yield the signs of the *codes* that are told at all, and of the one that is told alone."""
    yield from (f"{code}.any" for code in codes)
    if not codes:
        yield "none.any"
    elif len(codes) == 1:
        yield f"{next(iter(codes))}.only"


def gap(cue: Cue, signal: Signal) -> int:
    """Return how many characters lie between a cue and a signal."""
    if cue.start >= signal.end:
        return cue.start - signal.end
    return signal.start - cue.end if signal.start > cue.end else 0


def _count_cues(scene: Scene, sentences: Iterable[int], part: str, counted: dict[str, int]) -> None:
    """Count words that tell how long something goes on and what is told in the plain present."""
    for sentence in sentences:
        for cue in scene.group(sentence, "cue"):
            if cue.code in _CUES:
                counted[f"cue.{cue.code}.{part}"] += 1


def _is_over(scene: Scene, sentences: Iterable[int]) -> bool:
    """Tell whether one of the *sentences* tells that something is over."""
    over, text = words_of(scene.document.language, "cue", "over"), scene.document.text
    return any(c.code == "held" and text[c.start : c.end].casefold() in over for c in scene.cues(sentences, "status"))


@cache
def _verbs(language: str) -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """Return the verbs whose tense is known, those that begin, end or last, and what each of them tells."""
    words = tense.cues(language)
    lists = {"past": words.past | words.soft_past, "present": words.present, "future": words.future}
    lists |= {name: words_of(language, "cue", code) for name, code in _SPANS.items()}
    known = frozenset().union(*lists.values())
    return known, {word: tuple(name for name, told in lists.items() if word in told) for word in known}


def _count_verbs(scene: Scene, sentences: Iterable[int], names: Mapping[str, str], counted: dict[str, int]) -> None:
    """Count the verbs that the tables know under the *names* of the signs of what they tell."""
    document = scene.document
    known, telling = _verbs(document.language)
    for sentence in sentences:
        for word in known.intersection(document.lowers_in(document.sentences[sentence])):
            for name in telling[word]:
                counted[names[name]] += 1


def _count_dates(scene: Scene, sentences: Iterable[int], part: str, counted: dict[str, int]) -> None:
    """Count the dates by how they lie to the page's own, and by the word before them ("until")."""
    for mention in scene.mentions(sentences, "date"):
        if direction := (mention.extra or {}).get("direction"):
            counted[f"date.{direction}.{part}"] += 1
        if mention.value is None:
            if step := _step(scene, mention):
                counted[f"day.{step}.{part}"] += 1
        elif lies := scene.lies(mention):
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
        for raw in forms
        for form in expand(raw)
    }


def _time(page: date | None, until: date | None, value: str | None) -> tuple[str, ...]:
    """Return how the EDTF *value* lies to the day of the *page*, roughly and closely.

    Of a page that tells but its month, *until* is the last day: what happens within it may lie ahead or be over.
    """
    span = bounds(value)
    if span is None or value is None:
        return ("undated",) if page else ("undated", "unpaged")
    if page is None or until is None:
        return ("unpaged",)
    first, last = span
    if page < until and page <= last and first <= until:
        return ("unpaged",)
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
