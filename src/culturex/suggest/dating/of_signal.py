"""Which date is a signal's own: in its sentence, in the one before or behind, in the line beside a heading."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.dating import duration
from culturex.suggest.dating.candidates import is_since_long, usable
from culturex.suggest.dating.dated import DAY, LASTING, REACH, TOURING, Dated, basis_of, distance
from culturex.suggest.lexicon import words_of
from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal

_BESIDE = 60
# A date is another's if it stands at this share of the distance from that.
_NEARER = 0.6
# What is kept up for years.
_STANDING = frozenset({"exchange", "research"})
# What a sentence begins with stands within this many characters.
_SOON = 25
# "On Tuesday", "Next Friday, 17 February": what a sentence begins with.
_OPENS = 15
# The heading of an item has so many characters, what stands before the date of one so many.
OF_ITEM = "dates.item"
_HEADING, _LABEL, _STOPS = 70, 6, frozenset(".!?;,")


def near(scene: Scene, signal: Signal, others: list[Signal]) -> Dated | None:
    """Return the date in the sentence of *signal* that belongs to it rather than to one of the *others* there."""
    kept = scene.near_kept
    if signal not in kept:  # the votes ask, and each occurrence asks again
        kept[signal] = _near(scene, signal, others)
    found: Dated | None = kept[signal]
    return found


def _near(scene: Scene, signal: Signal, others: list[Signal]) -> Dated | None:
    own, dated = signal.sentence, scene.kinds_at.get("date", ())
    dates = usable(scene, own, signal.type) if own in dated else ()
    if not dates:
        if own in dated and (since := _standing(scene, signal)):
            return since
        if own + 1 in dated and (then := following(scene, signal)):
            return then
        return _of_item(scene, signal) if own + 1 in dated or own - 1 in dated else None
    if len(dates) == 1:
        return _only(scene, signal, others, dates[0])
    for away, _, index in sorted([(distance(signal, m), m.start, i) for i, m in enumerate(dates)]):
        mention = dates[index]
        if away > REACH:
            break
        if _is_apart(scene, signal, mention) or _is_of_rival(scene, signal, others, mention, away):
            continue
        rest = tuple([d for d in dates if d is not mention])
        return Dated(str(mention.value), basis_of(mention), mention, mention.rule, 1 / (1 + away), rest)
    return None


def _only(scene: Scene, signal: Signal, others: list[Signal], mention: Mention) -> Dated | None:
    """Return the only date of a sentence if it is a signal's; one that the sentence begins with holds for all of it."""
    away = distance(signal, mention)
    is_first = mention.start - scene.document.sentences[signal.sentence].start <= _OPENS
    is_beside = away <= _BESIDE or (away <= REACH and not _is_of_rival(scene, signal, others, mention, away))
    if not (is_first or is_beside):
        return None
    return Dated(str(mention.value), basis_of(mention), mention, mention.rule, 1 / (1 + away))


def _is_of_rival(scene: Scene, signal: Signal, others: list[Signal], mention: Mention, away: float) -> bool:
    """Tell whether a date stands much nearer to one of the *others* than to a *signal*, which is so far *away*."""
    rivals = [o for o in others if o.type != signal.type and o.strength >= PAIR]
    return any(distance(o, mention) < away * _NEARER and not _is_apart(scene, o, mention) for o in rivals)


def _is_apart(scene: Scene, signal: Signal, mention: Mention) -> bool:
    """Tell whether a semicolon parts a signal from a date: what is told behind it is another thing."""
    low, high = (signal.end, mention.start) if signal.end <= mention.start else (mention.end, signal.start)
    return ";" in scene.document.text[low:high]


def _standing(scene: Scene, signal: Signal) -> Dated | None:
    """Return the open interval of what has gone on since a year ("excavating together since 2016")."""
    if signal.type not in _STANDING:
        return None
    since = [m for m in scene.mentions((signal.sentence,), "date") if m.value and is_since_long(m)]
    if not since or "/" in str(since[0].value):
        return None
    return Dated(f"{since[0].value}/..", basis_of(since[0]), since[0], "dates.since", 0.02)


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
    lasts = signal.type in LASTING and scene.has(after, "cue", "closes") and _begins_with_it(scene, begin)
    told = usable(scene, after, signal.type)
    goes_on = len(told) == 1 and not scene.group(after, "noun") and _goes_on(scene, signal, after)
    for mention in told if says or lasts or goes_on else ():
        if goes_on or mention.start - begin <= (_SOON + 15 if says else _BESIDE):
            return Dated(str(mention.value), basis_of(mention), mention, "dates.next_sentence", 0.02)
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
            return Dated(str(first[0].value), basis_of(first[0]), first[0], OF_ITEM, 0.02)
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
    if type_ not in LASTING or dated.value != chosen.value:
        return dated
    others = [m for m in usable(scene, own, type_) if m is not chosen]
    if scene.has(own + 1, "cue", "closes") and not scene.group(own + 1, "noun"):  # which tells of nothing else
        others += usable(scene, own + 1, type_)
    if not others:
        return dated
    if type_ in TOURING and (tour := duration.tour(scene, chosen, others)):
        return replace(dated, value=tour, rule="dates.tour")
    if last := duration.last_day(scene, chosen, others):
        return replace(dated, value=f"{chosen.value}/{last.value}", basis=basis_of(last), rule="dates.until")
    if first := duration.first_day(scene, chosen, others):
        return replace(dated, value=f"{first.value}/{chosen.value}", basis=basis_of(first), rule="dates.until")
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
        if mention.start - begin <= _SOON and len(str(mention.value)) >= DAY:
            return Dated(str(mention.value), basis_of(mention), mention, "dates.sentence_before", 0.02)
    return None
