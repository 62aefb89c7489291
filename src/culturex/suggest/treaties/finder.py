"""Records of treaties: which instrument it is, and between whom; ``signing`` tells when and where it was signed.

A record ("Agreement between the Government of X and the Government of Y on cultural co-operation. Signed at Sofia on 12
March 1963. Entered into force on 4 June 1963.") is no prose: what its parts are is told by their order and by the words
before them (``treaties.toml``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from culturex.suggest.build import Slots
from culturex.suggest.dating.dated import Dated
from culturex.suggest.lexicon import Cue
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates.rows import lowered
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.page import records
from culturex.suggest.parties.finder import Parties
from culturex.suggest.party import Party
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, Signal
from culturex.suggest.status import Status
from culturex.suggest.themes import Theme
from culturex.suggest.treaties import signing
from culturex.text import Span

_MOST, _TWO = 40, 2
_LONGEST_WORD = 20
_GOES_ON = (" ", " do ", " del ", " of ")
_marks = Memory(records.marks_with)


@dataclass(frozen=True)
class Treaty:
    """What a record tells: the occurrence of the signature, its city, the mentions of both parties, its themes."""

    occurrence: Occurrence
    city: Mention | None
    parties: tuple[Mention, ...]
    themes: tuple[Theme, ...]


def read(scene: Scene) -> list[Treaty]:
    """Return the treaties of a page that is a record of one or a list of such records; none on other pages."""
    document = scene.document
    text = document.body
    first = bisect_right(document.word_starts, records.READ - _LONGEST_WORD)
    if records.tells_news(document.lowers[:first]) or not records.names_instrument(text):
        return []
    told = set(filter(None, _marks.of(document.lowers[: first + _LONGEST_WORD])))
    low = text[: records.READ].lower() if told else ""
    if not records.is_record(text, marked=any(mark in low for marks in told for mark in marks)):
        return []
    blocks = [Span(*line) for line in records.lines(text)[:_MOST]] or [Span(0, len(text))]
    heading = [m for m in document.mentions if m.kind == "country" and m.end <= blocks[0].start]
    owner = heading if len({m.value for m in heading}) == 1 else []
    return [t for block in blocks if (t := _treaty(scene, block, owner, alone=len(blocks) == 1))]


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
        status=Status("held", None, "status.treaty", 0.95),
        themes=slots.themes or list(treaty.themes),
        regions=[],
    )


def _treaty(scene: Scene, block: Span, owner: list[Mention], *, alone: bool) -> Treaty | None:
    document = scene.document
    low = lowered(document.body[block.start : block.end])
    instrument = records.words().instruments.search(low)
    if instrument is None:
        return None
    within = [m for m in document.mentions if block.start <= m.start and m.end <= block.end]
    within.sort(key=lambda m: (m.start, m.end))
    signed = signing.find(document.body, block, within)
    day, start, end = signed.day, block.start + instrument.start(), block.start + instrument.end()
    title_ends = min((cue.start for cue in signed.cues if not cue.is_signed and cue.start > end), default=block.end)
    countries = [m for m in within if m.kind == "country"]
    parties = _parties(document.body, block, countries, signed.city, title_ends, owner)
    city = signed.city or signing.named(document.body, signed, parties)
    sentence = document.sentence_index(start)
    signal = Signal("agreement", start, end, sentence, NOUN, "treaty", Span(start, end))
    last = document.sentence_index(max(block.start, block.end - 1))
    dated = Dated(str(day.value), str((day.extra or {}).get("basis") or "stated"), day, day.rule, 1.0) if day else None
    scope = list(range(document.sentence_index(block.start), last + 1))
    occurrence = Occurrence("agreement", [signal], alone, dated, None, scope)
    return Treaty(occurrence, city, parties, _themes(low, block.start, sentence))


def _parties(
    text: str, block: Span, named: list[Mention], city: Mention | None, end: int, owner: list[Mention]
) -> tuple[Mention, ...]:
    """Return the two countries that the title names (up to *end*).

    Where it names but one, that of the city is the other, or the *owner* of the list, or of the series.
    """
    between = records.words().between.search(lowered(text[block.start : block.end]))
    gaps = [text[m.end : after.start] for m, after in pairwise(named)] + [""] * bool(named)
    whole = [m for m, gap in zip(named, gaps, strict=True) if gap not in _GOES_ON]  # "Estados Unidos" Mexicanos
    after = [m for m in whole if between and between.end() + block.start <= m.start]
    chosen: dict[str, Mention] = {}
    host = (
        [replace(city, kind="country", value=city.value.get("country"))] if city and city.value.get("country") else []
    )
    for group in (after, [m for m in whole if m.start < end], host, owner, whole, _printers(text, block)):
        for mention in group:
            if len(chosen) < _TWO:
                chosen.setdefault(str(mention.value), mention)
    return tuple(chosen.values())


def _printers(text: str, block: Span) -> Sequence[Mention]:
    """Return the states in whose series or gazettes the record is printed."""
    low = lowered(text[block.start : block.end])
    found = ((code, name, low.find(name)) for code, names in records.printers().items() for name in names)
    spots = [(code, block.start + at, block.start + at + len(name)) for code, name, at in found if at >= 0]
    return [Mention("country", text[a:b], a, b, code, "countries.treaty", 0.6) for code, a, b in spots]


def _themes(low: str, start: int, sentence: int) -> tuple[Theme, ...]:
    """Return what the record says that it is about, in whatever language."""
    words = records.words()
    forms = {"culture": words.culture, "education": words.education, "science": words.science}
    found = [(code, m) for code, form in forms.items() if (m := form.search(low))]
    return tuple(Theme(c, 0.5, Cue("theme", c, start + m.start(), start + m.end(), sentence)) for c, m in found)
