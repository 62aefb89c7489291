"""Records of treaties: which day is that of signature, where it was, and between whom.

A record ("Agreement between the Government of X and the Government of Y on cultural co-operation. Signed at Sofia on 12
March 1963. Entered into force on 4 June 1963.") is no prose: what its parts are is told by their order and by the words
before them (``treaties.toml``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from culturex.places import cities
from culturex.suggest.build import Slots
from culturex.suggest.dating import Dated
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrence import Occurrence
from culturex.suggest.page import records
from culturex.suggest.parties import Parties
from culturex.suggest.party import Party
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, Signal
from culturex.suggest.status import Status
from culturex.text import Span

_DAY = 10
# A word holds for the day that follows within so many characters, a city stands beside its day within so many.
_HOLDS, _BESIDE = 90, 24
# The word "signed" is so near before its city.
_NEAR = 45
_MOST = 40
# What may stand between a city and its day: punctuation and a little word or two ("on", "le", "den").
_LITTLE = re.compile(r"[\s,.;:()|/–—-]*(?:[^\W\d_]{1,8}[\s,.:]+){0,2}[\s,.;:(|]*")
_TWO = 2
_LONGEST_WORD = 20
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ '’-][^\W\d_a-z][^\W\d_]+){0,2}")
_GOES_ON = (" ", " do ", " del ", " of ")


@dataclass(frozen=True)
class Treaty:
    """What a record tells: the occurrence of the signature, its city, and the mentions of both parties."""

    occurrence: Occurrence
    city: Mention | None
    parties: tuple[Mention, ...]


def read(scene: Scene) -> list[Treaty]:
    """Return the treaties of a page that is a record of one or a list of such records; none on other pages."""
    document = scene.document
    text = document.body
    first = bisect_right(document.word_starts, records.READ - _LONGEST_WORD)
    if records.tells_news(document.lowers[:first]) or not records.is_record(text):
        return []
    blocks = records.lines(text)[:_MOST] or [(0, len(text))]
    return [t for block in blocks if (t := _treaty(scene, Span(*block), alone=len(blocks) == 1))]


def amended(slots: Slots, treaty: Treaty) -> Slots:
    """Return the *slots* of a treaty with what its record says in place of what prose would tell."""
    where = treaty.city.value.get("country") if treaty.city else None
    all_ = tuple(
        Party(str(m.value), 3.0, float(m.value == where), [m], True, "countries.treaty") for m in treaty.parties
    )
    hosts = frozenset(p.code for p in all_ if p.code == where)
    ordered = tuple(sorted(all_, key=lambda p: p.code not in hosts))
    return replace(
        slots,
        parties=Parties(ordered, hosts),
        places=[treaty.city] if treaty.city else [],
        status=Status("held", None, "status.treaty"),
        regions=[],
    )


def _treaty(scene: Scene, block: Span, *, alone: bool) -> Treaty | None:
    document, words = scene.document, records.words()
    low = document.body[block.start : block.end].lower()
    instrument = words.instruments.search(low)
    if instrument is None or len(low) != block.end - block.start:
        return None
    within = [m for m in document.mentions if block.start <= m.start and m.end <= block.end]
    within.sort(key=lambda m: (m.start, m.end))
    cues = [(m.start() + block.start, True) for m in words.signed.finditer(low)]
    cues += [(m.start() + block.start, False) for known in (words.in_force, words.other) for m in known.finditer(low)]
    cues.sort()
    places = [m for m in within if m.kind == "place"]
    day = _day(document.body, [m for m in within if m.kind == "date" and m.value], places, cues)
    labels = [m.start() + block.start for m in words.place.finditer(low)]
    city = _city(document.body, day, places, cues, labels)
    ends = [at for at, is_signed in cues if not is_signed and at > instrument.end() + block.start]
    parties = _parties(
        document.body, block, [m for m in within if m.kind == "country"], city, min(ends, default=block.end)
    )
    city = city or _by_name(document.body, day, [at for at, is_signed in cues if is_signed] + labels, parties)
    start, end = block.start + instrument.start(), block.start + instrument.end()
    sentence = document.sentence_index(start)
    signal = Signal("agreement", start, end, sentence, NOUN, "treaty", Span(start, end))
    last = document.sentence_index(max(block.start, block.end - 1))
    dated = Dated(str(day.value), str((day.extra or {}).get("basis") or "stated"), day, day.rule, 1.0) if day else None
    scope = list(range(document.sentence_index(block.start), last + 1))
    return Treaty(Occurrence("agreement", [signal], alone, dated, None, scope), city, parties)


def _day(text: str, dates: list[Mention], places: list[Mention], cues: list[tuple[int, bool]]) -> Mention | None:
    """Return the day of signature: the one that a word says to be it, or that stands beside a city, or the first."""

    def rank(mention: Mention) -> tuple[bool, int, int]:
        told = _told(mention.start, cues)
        beside = any(_is_beside(text, mention, place) for place in places)
        order = 0 if told else (1 if told is None and beside else 2 if told is None else 3)
        return len(str(mention.value)) != _DAY or "/" in str(mention.value), order, mention.start

    best = min(dates, key=rank, default=None)
    return best if best is not None and rank(best)[1] < 3 and "/" not in str(best.value) else None


def _told(at: int, cues: list[tuple[int, bool]]) -> bool | None:
    """Tell whether the last word before character *at* speaks of the signature; None where none does of anything."""
    before = [is_signed for start, is_signed in cues if 0 < at - start <= _HOLDS]
    return before[-1] if before else None


def _is_beside(text: str, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    gap = text[first.end : second.start]
    return first.end <= second.start and len(gap) <= _BESIDE and _LITTLE.fullmatch(gap) is not None


def _city(
    text: str, day: Mention | None, places: list[Mention], cues: list[tuple[int, bool]], labels: list[int]
) -> Mention | None:
    """Return the city of signature: the one with a label, or beside the day, or with the word "signed" before it."""
    labelled = next((p for p in places if any(0 < p.start - at <= _NEAR for at in labels)), None)
    if labelled:
        return labelled
    beside = [p for p in places if day is not None and _is_beside(text, day, p)]
    if beside:
        return min(beside, key=lambda p: p.start > day.start if day else False)
    signed = [at for at, is_signed in cues if is_signed]
    return next((p for p in places if any(0 < p.start - at <= _NEAR for at in signed)), None)


def _by_name(text: str, day: Mention | None, told: list[int], parties: tuple[Mention, ...]) -> Mention | None:
    """Return the city of a party that is named where only a city stands, common as the word may be ("Male")."""
    spots = [(day.start - _NEAR, day.start), (day.end, day.end + _NEAR)] if day else []
    spots += [(at, at + _NEAR) for at in told]
    for begin, end in spots:
        for name in _NAME.finditer(text, max(0, begin), min(end, len(text))):
            for country in (str(m.value) for m in parties):
                for city in cities(name[0], country)[:1]:
                    value = {"name": name[0], "country": country, "lat": city.lat, "lon": city.lon}
                    return Mention("place", name[0], *name.span(), value, "places.treaty", 0.7)
    return None


def _parties(text: str, block: Span, named: list[Mention], city: Mention | None, end: int) -> tuple[Mention, ...]:
    """Return the two countries that the title names, with the country of the city where it names but one."""
    between = records.words().between.search(text[block.start : block.end].lower())
    gaps = [text[m.end : after.start] for m, after in pairwise(named)] + [""] * bool(named)
    whole = [m for m, gap in zip(named, gaps, strict=True) if gap not in _GOES_ON]  # "Estados Unidos" Mexicanos
    after = [m for m in whole if between and between.end() + block.start <= m.start]
    chosen: dict[str, Mention] = {}
    host = (
        [replace(city, kind="country", value=city.value.get("country"))] if city and city.value.get("country") else []
    )
    for group in (after, [m for m in whole if m.start < end], host, whole):
        for mention in group:
            if len(chosen) < _TWO:
                chosen.setdefault(str(mention.value), mention)
    return tuple(chosen.values())
