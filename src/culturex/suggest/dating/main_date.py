"""When the main event happens: the best among the dates of its sentences, and the interval that several make."""

from __future__ import annotations

from datetime import date
from operator import itemgetter

from culturex.suggest.dating import duration
from culturex.suggest.dating.candidates import INSTRUMENTS, is_of_report, usable
from culturex.suggest.dating.dated import DAY, LASTING, REACH, TOURING, Dated, basis_of, distance
from culturex.suggest.dating.periods import LONGEST, bounds, refines, spans
from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene
from culturex.suggest.signals import Signal

# Types of what is done on one day, be it during a visit or a festival.
_AT_ONCE = frozenset({"agreement", "donation", "award", "opening", "performance", "media"})
# Types of those who come, stay and leave.
_STAYING = frozenset({"visit", "exchange", "course", "research", "competition"})
# Types of what pupils and students do in a school year.
_STUDIED = frozenset({"exchange", "course"})
# What a date must count to be that of the main event.
_LEAST = 0.5
# What it counts that a date stands right beside a signal of the main event.
_NEAR = 1.3
# What it counts that a date is told to the day or the month: by how long it is.
_PRECISE = {10: 0.4, 7: 0.1}
# What it counts that the event has gone on since a day.
_UNDER_WAY = 0.6
# What it counts for a span of days or months that it is told as the time that something lasts.
_LASTS = 1.0
# What it counts against a day that something was only said on it.
_REPORTED = 1.2
# What it counts against a day of the past where the headline looks ahead.
_OVER = 1.2
# What it counts against a day told from the page's own that nothing beside it tells the event ("miss nothing today").
_FAR_OFF = 0.6
# A date belongs to what is named so near before it.
_NAMED = 20
# What is said of a day or a weekday whose year the page does not tell.
_DAYS = frozenset({"day", "weekday"})
_score_and_place = itemgetter(0, 1)


def of(scene: Scene, signals: list[Signal], scope: list[int]) -> Dated | None:
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
    if wider is None:
        finer = [m for m in others if refines(str(m.value), str(chosen.value), told)]
        told_days = [m for m in finer if "/" in str(m.value)] if type_ in LASTING else []
        wider = next(iter(told_days or finer), None)
    if wider is not None:
        chosen, rivals = wider, (chosen,)
    elif type_ in LASTING and (days := duration.days(scene, chosen)):
        return Dated(days, "inferred", chosen, "dates.duration", score, rivals)
    if type_ in LASTING and (chosen.extra or {}).get("direction") == "until" and len(str(chosen.value)) == DAY:
        return Dated(f"../{chosen.value}", basis_of(chosen), chosen, "dates.until", score, rivals)
    return Dated(str(chosen.value), basis_of(chosen), chosen, chosen.rule, score, rivals)


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
        return pair, basis_of(chosen), "dates.two_days"
    if type_ in LASTING and (span := duration.joined(scene, chosen, rest)):
        return span, basis_of(chosen), "dates.until"
    if type_ in LASTING and (counted := duration.counted(scene, [chosen, *rest])):
        return counted, basis_of(chosen), "dates.counted"
    if (type_ in _STAYING or type_ == "donation") and (stay := duration.around(scene, chosen, rest)):
        return stay, basis_of(chosen), "dates.until"
    if type_ in TOURING and (tour := duration.tour(scene, chosen, rest)):
        return tour, basis_of(chosen), "dates.tour"
    if type_ == "donation":  # who brings help stays with it
        rest = [m for m in rest if not _is_after_another(scene, scene.document.sentence_index(m.start))]
    elif type_ not in LASTING:
        return None
    last = duration.last_day(scene, chosen, rest, duration.LONGEST_OF.get(type_, LONGEST))
    better = [m for m in rest[: rest.index(last)] if not (m.extra or {}).get("relative")] if last else []
    if last and not any(m in others and spans(str(m.value), str(chosen.value)) for m in better):
        return f"{chosen.value}/{last.value}", basis_of(last), "dates.until"
    if first := duration.first_day(scene, chosen, others):
        return f"{first.value}/{chosen.value}", basis_of(first), "dates.until"
    return None


def _is_of_another_day(scene: Scene, chosen: Mention, scope: list[int]) -> bool:
    """Tell whether the lead tells its day without a year, and *chosen* is a date of other things further down."""
    own = scene.document.sentence_index(chosen.start)
    if own in scene.lead and len(str(chosen.value)) >= DAY:
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


def _looks_ahead(scene: Scene) -> bool:
    """Tell whether the headline asks something ("Could your family be host parents?") or tells a plan."""
    text = scene.document.text
    for headline in scene.headlines:
        if text[: scene.document.sentences[headline].end].rstrip().endswith("?"):
            return True
        if any(c.code == "planned" for c in scene.group(headline, "status")):
            return True
    return False


def _main_score(scene: Scene, mention: Mention, sentence: int, signals: list[Signal], type_: str) -> float:
    score = scene.weight(sentence) * 0.6
    away = min([distance(s, mention) for s in signals], default=float(REACH))
    apart = not signals or (away > _NAMED and (sentence not in scene.lead or scene.has(sentence, "cue", "setting")))
    if (apart and _is_of_noun(scene, mention, sentence, type_)) or _is_of_another(scene, sentence, signals):
        score -= 0.7
    elif signals:
        score += _NEAR * max(0.2, 1 - away / REACH)
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
    if not signals and (mention.extra or {}).get("relative") and sentence not in scene.early:
        score -= _FAR_OFF
    if type_ in LASTING and (mention.extra or {}).get("direction") == "since":
        score += _UNDER_WAY
    value, published = str(mention.value), scene.document.published
    if type_ in LASTING and "/" in value and duration.is_length(scene, mention):
        score += _LASTS
    meant = bounds(value)
    if published and meant and meant[1] != date.max:
        age = (published - meant[1]).days
        if age > 0 and _looks_ahead(scene):
            score -= _OVER
        if age > 400:
            score -= 1.2
        elif age > 60:
            score -= 0.5
    length = len(value.partition("/")[0])
    if "/" in value:
        if (mention.extra or {}).get("relative"):
            score -= 1.0
        if length == 4 and not (type_ in _STUDIED and duration.is_school_year(scene, mention)):
            score -= 1.0  # a span of years is what something is valid for
    return score + _PRECISE.get(length, -0.4)
