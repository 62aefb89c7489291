"""An article as the event rules see it: mentions and cues by sentence, how early each sentence stands, the dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, repeat
from operator import attrgetter
from typing import Any

from culturex.suggest import layout
from culturex.suggest.dating.periods import bounds
from culturex.suggest.document import Document
from culturex.suggest.lexicon import Cue, Cues, lexicon
from culturex.suggest.mentions import Mention
from culturex.suggest.once import once
from culturex.suggest.page import dateline as datelines
from culturex.suggest.page.tables import tables
from culturex.suggest.party import WEIGHTS, code_of
from culturex.text import Span

# "Luanda — The reinforcement": a dateline without agency or day.
_OPENING = re.compile(r"[^.!?\n]{2,50}?(?:\s?[—–]\s?|\s-{1,2}\s)")
# What parts a dateline from the text.
_AFTER = re.compile(r"\s{0,2}(?:[-–—:(/]|\.\s)")
# What is looked at in one sentence: far more than a sentence has, so that a text on one line costs no more.
_MOST_MENTIONS = 120
# How much a cue weighs by where it stands: the headline, then the sentences of the body in order.
HEADLINE_WEIGHT = 3.0
_LEAD_WEIGHTS = (2.4, 1.7, 1.4, 1.2, 1.0)
_LATER_WEIGHT = 0.7
# The parts of a page behind the headline: first sentence, second, third and fourth, up to the eighth, the rest.
_PARTS = ("first", "second", "early", "early", "later", "later", "later", "later")
REST = "rest"
PARTS = ("headline", *dict.fromkeys(_PARTS), REST)

# An EDTF value to the month or the day has at least so many characters.
_MONTHLY = 7

# A place that is sure stays although a word of the tables is the same ("Park", "Centre" are towns, too).
_SURE = 0.8

_NO_CUES: dict[str, list[Cue]] = {}
# Lists of words that only join others.
_JOINING = tuple(
    [f"cue.{code}" for code in ("agent", "and", "and_again", "by", "it", "little", "locative", "these", "up_to")]
)

_by_place = attrgetter("start", "end")
_start, _end, _code = attrgetter("start"), attrgetter("end"), attrgetter("code")


@dataclass
class Scene:
    """A Document with its cues and mentions filed by sentence (the index in ``document.sentences``).

    ``headlines`` are all sentences of the headline (it may have several); ``body`` those that tell something, headline
    apart, in order, ``told`` these and short lines that are no mere labels ("WHEN: ..."). ``ranks`` tells how early a
    sentence of the body stands (0 for the first), ``parts`` in which of the ``PARTS`` each sentence stands that tells
    something (short lines stand in none). ``lead`` is the headline and the first three sentences of the body; ``early``
    these and the fourth: what they tell, the article reports. ``speeches`` are where people speak, in quotation marks.
    ``implied`` are the mentions that name or imply a country, each with its code, by sentence. ``dateline`` is where
    place, day and agency stand before the first sentence, or None; ``stamped`` are the short lines between headline and
    text that are nothing but a town: where it is told from.
    """

    document: Document
    cues_at: Cues
    mentions_at: dict[int, list[Mention]] = field(default_factory=dict)
    kinds_at: dict[str, dict[int, list[Mention]]] = field(default_factory=lambda: defaultdict(dict))
    # Answers asked for more than once: the dates of a sentence, whether a day is that of a report, whether a place is
    # located, date and name of a signal, the date of the main event, where the page is at home.
    dates_kept: dict[tuple[int, str], list[Mention]] = field(default_factory=dict)
    reported_kept: dict[int, bool] = field(default_factory=dict)
    located_kept: dict[int, bool] = field(default_factory=dict)
    near_kept: dict[object, Any] = field(default_factory=dict)
    names_kept: dict[object, Any] = field(default_factory=dict)
    main_kept: dict[object, Any] = field(default_factory=dict)
    home_kept: list[str | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Asked at every step: plain attributes, as those of a document.
        document = self.document
        self.headlines = layout.headlines(document)
        sizes = [end - start for start, end in document.sentences]
        self.body = layout.body(document, sizes, self.headlines)
        self.told = layout.told(document, sizes, self.headlines, set(self.body))
        self.ranks = {sentence: rank for rank, sentence in enumerate(self.body)}
        named = zip(self.body, chain(_PARTS, repeat(REST)), strict=False)
        self.parts: dict[int, str] = dict.fromkeys(self.headlines, "headline") | dict(named)
        self.lead = (*sorted(self.headlines), *self.body[:3])
        self.early = self.headlines.union(self.body[:4])
        self.speeches = layout.speeches(document.body)
        self._speech_starts = [speech.start for speech in self.speeches]
        self._by_group: dict[str, list[Cue]] = {}
        self.implied: dict[int, list[tuple[str, Mention]]] = {}
        self._file_mentions()
        self.stamped, self.dateline = self._stamped_lines(), self._dateline()
        # Where everything behind is no part of a dateline: most mentions stand there.
        begin = document.sentences[self.body[0]].start if self.stamped else 0
        self._dateline_reach = max(begin, self.dateline.end if self.dateline else 0)

    @classmethod
    def of(cls, document: Document) -> Scene:
        """Return the scene of a document whose mentions are all found."""
        return cls(document, lexicon(document.language).cues(document))

    def _file_mentions(self) -> None:
        mentions = sorted(self._without_common_words(), key=_by_place)
        starts = self.document.sentence_starts
        behind = map(bisect_right, repeat(starts), map(_start, mentions), repeat(1)) if starts else repeat(1)
        filed: list[Mention] = []
        last = -1
        for number, mention in zip(behind, mentions, strict=False):
            sentence = number - 1
            if sentence != last:
                last, filed = sentence, self.mentions_at.setdefault(sentence, [])
            if len(filed) < _MOST_MENTIONS:
                filed.append(mention)
                here = self.kinds_at[mention.kind]
                if sentence in here:  # quicker than to set a default
                    here[sentence].append(mention)
                else:
                    here[sentence] = [mention]
                if mention.kind in WEIGHTS and (code := code_of(mention)):
                    self.implied.setdefault(sentence, []).append((code, mention))

    def _without_common_words(self) -> list[Mention]:
        """Return the mentions without unsure places that are the head word of a body ("Universidad de La Habana")."""
        mentions = self.document.mentions
        unsure = [m for m in mentions if m.kind == "place" and m.confidence < _SURE]
        if not unsure:
            return mentions
        common = [*self.all("thing"), *(c for c in self.all("mode") if c.code == "in_person")]
        heads = {*map(_start, common), *map(_end, common)}
        left_out = {id(m) for m in unsure if m.start in heads or m.end in heads}
        return [m for m in mentions if id(m) not in left_out] if left_out else mentions

    def mentions(self, sentences: Iterable[int], *kinds: str) -> list[Mention]:
        """Return the mentions of *kinds* in these *sentences*, in order."""
        if len(kinds) == 1:
            at = self.kinds_at.get(kinds[0])
            return [m for s in sentences if s in at for m in at[s]] if at else []
        return [m for s in sentences for m in self.mentions_at.get(s, ()) if m.kind in kinds]

    def of_kind(self, sentence: int, kind: str) -> Sequence[Mention]:
        """Return the mentions of one *kind* in one *sentence*, in order."""
        return self.kinds_at[kind].get(sentence, ())

    def has(self, sentence: int, group: str, *codes: str) -> bool:
        """Tell whether the *sentence* has a cue of this *group* and one of these *codes*."""
        here = self.cues_at.get(sentence)
        for cue in here.get(group, ()) if here else ():  # noqa: SIM110 - a generator inside any() takes twice as long
            if cue.code in codes:
                return True
        return False

    def group(self, sentence: int, group: str) -> Sequence[Cue]:
        """Return the cues of one *group* in a *sentence*, in order."""
        here = self.cues_at.get(sentence)
        return here.get(group, ()) if here else ()

    def cues(self, sentences: Iterable[int], group: str) -> list[Cue]:
        """Return the cues of one *group* in these *sentences*, in order."""
        at = self.cues_at
        return [c for s in sentences if s in at and group in at[s] for c in at[s][group]]

    def all(self, group: str) -> Sequence[Cue]:
        """Return the cues of one *group* in the whole article, in order."""
        found = self._by_group.get(group)
        if found is None:
            at = self.cues_at
            found = self._by_group[group] = [c for here in at.values() if group in here for c in here[group]]
        return found

    def words_told(self, sentences: Iterable[int]) -> dict[str, int]:
        """Return how often the words of each list of the tables stand in these *sentences*, by "GROUP.CODE".

        Words that only join others are left out.
        """
        at, told = self.cues_at, dict[str, int]()
        for sentence in sentences:
            for group, cues in at.get(sentence, _NO_CUES).items():
                for cue in cues:
                    name = f"{group}.{cue.code}"
                    told[name] = told.get(name, 0) + 1
        for name in _JOINING:
            told.pop(name, None)
        return told

    def codes(self, group: str) -> list[str]:
        """Return the codes of the cues of one *group* in the whole article, in order."""
        return list(map(_code, self.all(group)))

    def countries_in(self, sentence: int) -> set[str]:
        """Return the codes of the countries that a *sentence* names or implies."""
        return {code for code, _ in self.implied.get(sentence, ())}

    def text(self, span: Span | tuple[int, int]) -> str:
        """Return the article's text at *span*."""
        return self.document.text[span[0] : span[1]]

    def weight(self, sentence: int) -> float:
        """Return how much a cue in *sentence* weighs."""
        if sentence in self.headlines:
            return HEADLINE_WEIGHT
        rank = self.ranks.get(sentence)
        if rank is None:
            return _LATER_WEIGHT
        return _LEAD_WEIGHTS[rank] if rank < len(_LEAD_WEIGHTS) else _LATER_WEIGHT

    @once
    def now(self) -> date | None:
        """The day of the page, or where it prints none the latest that it names of those that have been."""
        if self.document.published:
            return self.document.published
        told = (bounds(str(m.value)) for here in self.kinds_at["date"].values() for m in here if m.value)
        today = date.today()
        return max((span[0] for span in told if span and span[0] <= today), default=None)

    def lies(self, mention: Mention) -> str | None:
        """Return how a date to the day or month lies to the day of the page: "over", "now" or "ahead"."""
        page, last, value = self.document.published, self.document.published_until, mention.value
        if page is None or last is None or value is None or len(value) < _MONTHLY or self.in_dateline(mention):
            return None
        span = bounds(value)
        if span is None:
            return None
        if page < last and page <= span[1] and span[0] <= last:  # within the month that the page is of
            return None
        return "ahead" if span[0] > page else "over" if span[1] < page else "now"

    @once
    def dates_lie(self) -> Counter[str]:
        """How many dates of the page lie how to its day; one is "none" where none does."""
        lying = map(self.lies, chain.from_iterable(self.kinds_at["date"].values()))
        told = Counter([lies for lies in lying if lies])
        return told if told or self.document.published is None else Counter(["none"])

    def _dateline(self) -> Span | None:
        table = tables(self.document.language)
        for sentence in self.body[:3]:
            start, end = self.document.sentences[sentence]
            stamped = self._stamped(sentence, start)
            if stamped:
                return stamped
            read = datelines.read(self.document.body[start : end + 60], start, table)
            if read:
                return read.span
            places = self.of_kind(sentence, "place")
            if places and places[0].start == start:
                opening = _OPENING.match(self.document.body, start, min(end, start + 80))
                if opening:
                    return Span(*opening.span())
        return None

    def _stamped(self, sentence: int, start: int) -> Span | None:
        """Return the span of a place and a day that a sentence begins with ("LUSAKA, Sept. 6, 2019 - "), or None."""
        days = self.of_kind(sentence, "date")
        if not days:
            return None
        text = self.document.text
        for place in self.mentions((sentence,), "place", "country"):
            if place.start != start:
                break  # they stand in order
            for day in days:
                gap = text[place.end : day.start] if day.start > place.end else ""
                if len(gap) <= 30 and "," in gap[:12] and _AFTER.match(text, day.end):
                    return Span(start, day.end)
        return None

    def is_spoken(self, offset: int) -> bool:
        """Tell whether an *offset* lies in direct speech."""
        if not self.speeches:  # as in many articles
            return False
        at = bisect_right(self._speech_starts, offset) - 1
        return at >= 0 and offset < self.speeches[at].end

    def _stamped_lines(self) -> frozenset[int]:
        first = self.body[0] if self.body else 0
        spans = self.document.sentences
        return frozenset(
            sentence
            for sentence in range(first)
            if sentence not in self.headlines
            for mention in self.of_kind(sentence, "place")[:1]
            if mention.end - mention.start >= spans[sentence].end - spans[sentence].start - 1
        )

    def in_dateline(self, mention: Mention) -> bool:
        """Tell whether a mention belongs to the dateline."""
        if mention.start >= self._dateline_reach:
            return mention.rule.endswith(".dateline")
        if mention.rule.endswith(".dateline"):
            return True
        if self.stamped and mention.start < self.document.sentences[self.body[0]].start:
            return self.document.sentence_index(mention.start) in self.stamped
        span = self.dateline
        return span is not None and span.start <= mention.start and mention.end <= span.end

    def in_body(self, mention: Mention, sentence: int) -> bool:
        """Tell whether a mention is part of the name of an organization in its *sentence*."""
        bodies = self.of_kind(sentence, "organization")
        return bool(bodies) and any(m.start <= mention.start and mention.end <= m.end for m in bodies)

    def is_in_body(self, offset: int, sentence: int) -> bool:
        """Tell whether an *offset* of a *sentence* lies in the name of an organization."""
        bodies = self.of_kind(sentence, "organization")
        return bool(bodies) and any(m.start <= offset < m.end for m in bodies)
