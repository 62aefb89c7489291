"""When an event happens: which of the dates in its sentences is its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from culturex.suggest import duration
from culturex.suggest.candidates import INSTRUMENTS, is_of_report, is_since_long, usable
from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.periods import LONGEST, bounds, compatible, refines, spans
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal

# A date is held for an event's own up to this many characters from its signal.
_REACH = 170
# Types that go on for days or months.
_LASTING = frozenset(
    {
        *("exhibition", "festival", "exchange", "course", "research", "competition", "visit", "conference"),
        *("performance", "media"),  # tours and the shooting of films
    }
)
# Types of what is done on one day, be it during a visit or a festival.
_AT_ONCE = frozenset({"agreement", "donation", "award", "opening", "performance", "media"})
# Types of those who come, stay and leave, and of what goes from town to town.
_STAYING = frozenset({"visit", "exchange", "course", "research", "competition"})
_TOURING = frozenset({"performance", "exhibition", "festival"})
_BESIDE = 60
# What it counts that the event has gone on since a day.
_UNDER_WAY = 0.6
# What a date must count to be that of the main event.
_LEAST = 0.5
# What it counts against a day that something was only said on it.
_REPORTED = 1.2
# What is said of a day or a weekday whose year the page does not tell.
_DAYS = frozenset({"day", "weekday"})
_DAY = 10
_score_and_place = itemgetter(0, 1)
# What is kept up for years.
_STANDING = frozenset({"exchange", "research"})
# What it counts that a date is told to the day or the month: by how long it is.
_PRECISE = {10: 0.4, 7: 0.1}
# What it counts that a date stands right beside a signal of the main event.
_NEAR = 1.3
# A date belongs to what is named so near before it.
_NAMED = 20
# What a sentence begins with stands within this many characters.
_SOON = 25
# "On Tuesday", "Next Friday, 17 February": what a sentence begins with.
_OPENS = 15
# The heading of an item has so many characters, what stands before the date of one so many.
OF_ITEM = "dates.item"
_HEADING, _LABEL, _STOPS = 70, 6, frozenset(".!?;,")
# A date before its signal counts as if this much farther away: "in 2014 a program was signed; the visit in May".
_BEFORE = 1.25


__all__ = [
    "LONGEST",
    "OF_ITEM",
    "Dated",
    "bounds",
    "compatible",
    "following",
    "is_heading",
    "near",
    "of_main",
    "preceding",
    "usable",
    "whole",
]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date chosen for an event: its EDTF value and basis, the mention it rests on, those it beat, and the rule."""

    value: str
    basis: str
    mention: Mention
    rule: str
    score: float
    rivals: tuple[Mention, ...] = ()


def near(scene: Scene, signal: Signal, others: list[Signal]) -> Dated | None:
    """Return the date in the sentence of *signal* that belongs to it rather than to one of the *others* there."""
    if signal not in scene.near_kept:  # the votes ask, and each occurrence asks again
        scene.near_kept[signal] = _near(scene, signal, others)
    kept: Dated | None = scene.near_kept[signal]
    return kept


def _near(scene: Scene, signal: Signal, others: list[Signal]) -> Dated | None:
    dates = usable(scene, signal.sentence, signal.type)
    if not dates:
        return _standing(scene, signal) or following(scene, signal) or _of_item(scene, signal)
    ranked = sorted((_distance(signal, m), m.start, i) for i, m in enumerate(dates))
    rivals = [o for o in others if o.type != signal.type and o.strength >= PAIR]
    for distance, _, index in ranked:
        mention = dates[index]
        for_all = _is_for_all(scene, mention, dates)
        if distance > _REACH and not for_all:
            break
        if len(dates) > 1 and _is_apart(scene, signal, mention):
            continue
        rival = min([_distance(o, mention) for o in rivals if not _is_apart(scene, o, mention)], default=distance)
        if rival < distance * 0.6 and (len(dates) > 1 or distance > 60) and not for_all:
            continue
        rest = tuple(d for d in dates if d is not mention)
        return Dated(str(mention.value), _basis(mention), mention, mention.rule, 1 / (1 + distance), rest)
    return None


def _is_apart(scene: Scene, signal: Signal, mention: Mention) -> bool:
    """Tell whether a semicolon parts a signal from a date: what is told behind it is another thing."""
    low, high = (signal.end, mention.start) if signal.end <= mention.start else (mention.end, signal.start)
    return ";" in scene.document.text[low:high]


def _is_for_all(scene: Scene, mention: Mention, dates: list[Mention]) -> bool:
    """Tell whether a sentence begins with its only date, which then holds for all of it."""
    return len(dates) == 1 and mention.start - scene.document.sentence_at(mention.start).start <= _OPENS


def _standing(scene: Scene, signal: Signal) -> Dated | None:
    """Return the open interval of what has gone on since a year ("excavating together since 2016")."""
    if signal.type not in _STANDING:
        return None
    since = [m for m in scene.mentions((signal.sentence,), "date") if m.value and is_since_long(m)]
    if not since or "/" in str(since[0].value):
        return None
    return Dated(f"{since[0].value}/..", _basis(since[0]), since[0], "dates.since", 0.02)


def following(scene: Scene, signal: Signal) -> Dated | None:
    """Return the date of the next sentence where that begins by saying when it was ("It took place on 26 June")."""
    sentences = scene.document.sentences
    after = signal.sentence + 1
    if not scene.of_kind(after, "date"):
        return None
    if "\n" in scene.document.text[sentences[after - 1].end : sentences[after].start]:
        return None
    begin = sentences[after].start
    says = any(c.start - begin <= _SOON for c in scene.group(after, "cue") if c.code in ("occur", "anaphora"))
    lasts = signal.type in _LASTING and scene.has(after, "cue", "closes") and _begins_with_it(scene, begin)
    told = usable(scene, after, signal.type)
    goes_on = len(told) == 1 and not scene.group(after, "noun") and _goes_on(scene, signal, after)
    for mention in told if says or lasts or goes_on else ():
        if goes_on or mention.start - begin <= (_SOON + 15 if says else _BESIDE):
            return Dated(str(mention.value), _basis(mention), mention, "dates.next_sentence", 0.02)
    return None


def is_heading(scene: Scene, sentence: int) -> bool:
    """Tell whether a *sentence* looks like a heading: short, without a stop, on a line of its own."""
    begin, end = scene.document.sentences[sentence]
    text = scene.document.text
    return end - begin <= _HEADING and text[end - 1] not in _STOPS and text[end : end + 1] in ("", "\n", "\r", " ")


def _of_item(scene: Scene, signal: Signal) -> Dated | None:
    """Return the date of the line above or below a heading: what programmes print ("8 November, 6.30 pm / CONCERT")."""
    if not is_heading(scene, signal.sentence):
        return None
    sentences, text = scene.document.sentences, scene.document.text
    own = sentences[signal.sentence]
    for beside in (signal.sentence - 1, signal.sentence + 1):
        if not scene.of_kind(beside, "date"):
            continue
        begin, end = sentences[beside]
        gap = text[end : own.start] if beside < signal.sentence else text[own.end : begin]
        first = usable(scene, beside, signal.type)[:1]
        if gap.strip(" ") == "\n" and first and first[0].start - begin <= _LABEL:
            return Dated(str(first[0].value), _basis(first[0]), first[0], OF_ITEM, 0.02)
    return None


def _goes_on(scene: Scene, signal: Signal, after: int) -> bool:
    """Tell whether the sentence *after* a signal's still tells of it: "It will be conducted in Hammamet ...".

    An exchange is told by its people, too: "In the academic year 2019/2020, seven students ...".
    """
    begin = scene.document.sentences[after].start
    if signal.type in _STANDING and scene.of_kind(after, "date")[0].start - begin <= _SOON:
        return bool(scene.of_kind(after, "number")) or scene.has(after, "cue", "pupils")
    return _begins_with_it(scene, begin) and scene.has(after, "cue", "occur")


def whole(scene: Scene, type_: str, dated: Dated) -> Dated:
    """Return the date of an event with the other end, which the same sentence or the next one tells apart.

    "Opens on 19 July. It can be seen until 15 August."
    """
    chosen, own = dated.mention, scene.document.sentence_index(dated.mention.start)
    if type_ not in _LASTING or dated.value != chosen.value:
        return dated
    others = [m for m in usable(scene, own, type_) if m is not chosen]
    if scene.has(own + 1, "cue", "closes") and not scene.group(own + 1, "noun"):  # which tells of nothing else
        others += usable(scene, own + 1, type_)
    if not others:
        return dated
    if type_ in _TOURING and (tour := duration.tour(scene, chosen, others)):
        return replace(dated, value=tour, rule="dates.tour")
    if last := duration.last_day(scene, chosen, others):
        return replace(dated, value=f"{chosen.value}/{last.value}", basis=_basis(last), rule="dates.until")
    if first := duration.first_day(scene, chosen, others):
        return replace(dated, value=f"{first.value}/{chosen.value}", basis=_basis(first), rule="dates.until")
    return dated


def _begins_with_it(scene: Scene, begin: int) -> bool:
    """Tell whether the sentence at *begin* speaks on of what the one before named ("They can be seen until ...")."""
    first = scene.document.lowers_in((begin, begin + _SOON))[:1]
    return bool(first) and first[0] in words_of(scene.document.language, "cue", "it")


def preceding(scene: Scene, signal: Signal) -> Dated | None:
    """Return the day that the sentence before begins with where that names no event ("19 November is for poets.")."""
    before = signal.sentence - 1
    if before < 0 or not scene.of_kind(before, "date") or scene.group(before, "noun"):
        return None
    things = {c.code for c in scene.group(before, "thing")}
    if any(c.code in things for c in scene.group(before, "act")):
        return None
    begin, end = scene.document.sentences[before]
    if "\n" in scene.document.text[end : scene.document.sentences[signal.sentence].start]:
        return None
    for mention in usable(scene, before, signal.type):
        if mention.start - begin <= _SOON and len(str(mention.value)) >= _DAY:
            return Dated(str(mention.value), _basis(mention), mention, "dates.sentence_before", 0.02)
    return None


def _distance(signal: Signal, mention: Mention) -> float:
    if mention.start >= signal.end:
        return float(mention.start - signal.end)
    if mention.end <= signal.start:
        return (signal.start - mention.end) * _BEFORE
    return 0.0


def _basis(mention: Mention) -> str:
    return str((mention.extra or {}).get("basis") or "stated")


def of_main(scene: Scene, signals: list[Signal], scope: list[int]) -> Dated | None:
    """Return the date of the main event: the best among the dates of its *scope*.

    A date beside one of its signals beats one farther off, an early one a late one, a day a year; then an interval
    that holds the chosen day takes its place ("the festival (17-18 March)" after "opened on 17 March").
    """
    dates = scene.kinds_at.get("date", {})
    dated = [s for s in scope if s in dates]
    if not dated:
        return None
    asked = (signals[0].type, tuple(dated), tuple([s for s in signals if s.sentence in dates]))
    if asked not in scene.main_kept:  # asked again when the other events are known, which mostly changes nothing
        scene.main_kept[asked] = _of_main(scene, signals, dated)
    kept: Dated | None = scene.main_kept[asked]
    return kept


def _of_main(scene: Scene, signals: list[Signal], scope: list[int]) -> Dated | None:
    scored: list[tuple[float, int, Mention]] = []
    type_ = signals[0].type
    for sentence in scope:
        if dates := usable(scene, sentence, type_):
            beside = [s for s in signals if s.sentence == sentence]
            scored += [(_main_score(scene, m, sentence, beside, type_), -m.start, m) for m in dates]
    if not scored:
        return None
    scored.sort(key=_score_and_place, reverse=True)
    if len(scored) > 1 and is_of_report(scene, scored[0][2]):  # whatever else is told
        scored.sort(key=lambda s: (s[0] < _LEAST or is_of_report(scene, s[2]), -s[0], -s[1]))
    score, _, chosen = scored[0]
    if score < _LEAST or _is_of_another_day(scene, chosen, scope):
        return None
    rivals = tuple(m for _, _, m in scored[1:6] if m.value != chosen.value)
    told_apart = [(s, m) for s, _, m in scored[1:] if not is_of_report(scene, m)]
    rest, others = [m for _, m in told_apart], [m for s, m in told_apart if s >= 0.3]
    if drawn := _drawn(scene, type_, chosen, rest, others):
        value, basis, rule = drawn
        return Dated(value, basis, chosen, rule, score, rivals)
    printed = [m for m in others if not (m.extra or {}).get("relative")]
    wider = next((m for m in printed if spans(str(m.value), str(chosen.value)) and _may_hold(scene, type_, m)), None)
    told = bool((chosen.extra or {}).get("relative"))
    wider = wider or next((m for m in others if refines(str(m.value), str(chosen.value), told)), None)
    if wider is not None:
        chosen, rivals = wider, (chosen,)
    elif type_ in _LASTING and (days := duration.days(scene, chosen)):
        return Dated(days, "inferred", chosen, "dates.duration", score, rivals)
    if type_ in _LASTING and (chosen.extra or {}).get("direction") == "until" and len(str(chosen.value)) == _DAY:
        return Dated(f"../{chosen.value}", _basis(chosen), chosen, "dates.until", score, rivals)
    return Dated(str(chosen.value), _basis(chosen), chosen, chosen.rule, score, rivals)


def _may_hold(scene: Scene, type_: str, mention: Mention) -> bool:
    """Tell whether an interval may be that of an event of *type_*, and not of a visit on which something is given."""
    if type_ not in _AT_ONCE:
        return True
    sentence = scene.document.sentence_index(mention.start)
    return not any(c.code != type_ for group in ("noun", "weak") for c in scene.group(sentence, group))


def _drawn(
    scene: Scene, type_: str, chosen: Mention, rest: list[Mention], others: list[Mention]
) -> tuple[str, str, str] | None:
    """Return the interval that several dates make together, with its basis and rule; None where they make none.

    *rest* are all dates beside the *chosen* one, best first, *others* those of them that speak of the event.
    """
    if pair := duration.next_day(scene, chosen, rest):
        return pair, _basis(chosen), "dates.two_days"
    if (type_ in _STAYING or type_ == "donation") and (stay := duration.around(scene, chosen, rest)):
        return stay, _basis(chosen), "dates.until"
    if type_ in _TOURING and (tour := duration.tour(scene, chosen, rest)):
        return tour, _basis(chosen), "dates.tour"
    if type_ == "donation":  # who brings help stays with it
        rest = [m for m in rest if not _is_after_another(scene, scene.document.sentence_index(m.start))]
    elif type_ not in _LASTING:
        return None
    last = duration.last_day(scene, chosen, rest, duration.LONGEST_OF.get(type_, LONGEST))
    better = [m for m in rest[: rest.index(last)] if not (m.extra or {}).get("relative")] if last else []
    if last and not any(m in others and spans(str(m.value), str(chosen.value)) for m in better):
        return f"{chosen.value}/{last.value}", _basis(last), "dates.until"
    if first := duration.first_day(scene, chosen, others):
        return f"{first.value}/{chosen.value}", _basis(first), "dates.until"
    return None


def _is_of_another_day(scene: Scene, chosen: Mention, scope: list[int]) -> bool:
    """Tell whether the lead tells its day without a year, and *chosen* is a date of other things further down."""
    own = scene.document.sentence_index(chosen.start)
    if own in scene.lead and len(str(chosen.value)) >= _DAY:
        return False
    before = [s for s in scene.lead if s in scope and s < own]
    return any(m.value is None and (m.extra or {}).keys() & _DAYS for m in scene.mentions(before, "date"))


def _is_of_noun(scene: Scene, mention: Mention, sentence: int, type_: str) -> bool:
    """Tell whether right before a date an event of another type is named ("the president's visit in January 2016")."""
    nouns = (c for c in scene.group(sentence, "noun") if c.code != type_)
    return any(0 <= mention.start - c.end <= _NAMED for c in nouns)


def _tells_another(scene: Scene, sentence: int) -> bool:
    """Tell whether an act and a thing of one type other than an instrument's stand in a *sentence*."""
    acts = {c.code for c in scene.group(sentence, "act")} - INSTRUMENTS
    return bool(acts) and any(c.code in acts for c in scene.group(sentence, "thing"))


def _is_after_another(scene: Scene, sentence: int) -> bool:
    """Tell whether a *sentence*, or the one before it, tells another event than the lead does."""
    return any(_tells_another(scene, s) for s in (sentence, sentence - 1) if s not in scene.lead)


def _is_of_another(scene: Scene, sentence: int, signals: list[Signal]) -> bool:
    """Tell whether a *sentence* tells of another event of the kind, not the one with which the page begins."""
    return bool(signals) and sentence != scene.lead[0] and all(_is_another(scene, s) for s in signals)


def _is_another(scene: Scene, signal: Signal) -> bool:
    """Tell whether a signal names another event of the kind ("the next seminar", "a second concert")."""
    before = scene.document.lowers_in((max(0, signal.start - _NAMED), signal.start))[-2:]
    others = words_of(scene.document.language, "cue", "another")
    return bool(before) and (before[-1] in others or " ".join(before) in others)


def _main_score(scene: Scene, mention: Mention, sentence: int, signals: list[Signal], type_: str) -> float:
    score = scene.weight(sentence) * 0.6
    distance = min([_distance(s, mention) for s in signals], default=float(_REACH))
    apart = not signals or (distance > _NAMED and sentence not in scene.lead)
    if (apart and _is_of_noun(scene, mention, sentence, type_)) or _is_of_another(scene, sentence, signals):
        score -= 0.7
    elif signals:
        score += _NEAR * max(0.2, 1 - distance / _REACH)
    elif type_ in INSTRUMENTS and (sentence not in scene.lead or _tells_another(scene, sentence)):
        score -= 0.7  # what was agreed on, and what followed
    elif scene.has(sentence, "cue", "occur"):
        score += 0.7
    elif scene.has(sentence, "cue", "anaphora"):
        score += 0.5
    if scene.has(sentence, "cue", "background"):
        score -= 0.9
    if is_of_report(scene, mention):
        score -= _REPORTED
    if type_ in _LASTING and (mention.extra or {}).get("direction") == "since":
        score += _UNDER_WAY
    value, published = str(mention.value), scene.document.published
    meant = bounds(value)
    if published and meant and meant[1] != date.max:
        age = (published - meant[1]).days
        if age > 400:
            score -= 1.2
        elif age > 60:
            score -= 0.5
    length = len(value.partition("/")[0])
    if "/" in value:
        if (mention.extra or {}).get("relative"):
            score -= 1.0
        if length == 4:
            score -= 1.0  # a span of years is what something is valid for
    return score + _PRECISE.get(length, -0.4)
