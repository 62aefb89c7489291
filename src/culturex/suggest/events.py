"""From an article to its events: find the occurrences, fill their slots, rank what stands.

``suggest`` shows the whole way on one screen; each step has a module of its own: ``signals`` and ``occurrences`` find,
``dating``, ``status``, ``parties``, ``venues``, ``sites``, ``themes``, ``bodies``, ``people``, ``participants``
and ``titles`` fill, ``gate`` judges.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from culturex.model.article import Article
from culturex.model.event import Event
from culturex.suggest import (
    bodies,
    gate,
    members,
    participants,
    people,
    signals,
    sites,
    status,
    themes,
    titles,
    venues,
)
from culturex.suggest.build import Slots, build
from culturex.suggest.document import Document
from culturex.suggest.intake import prepare
from culturex.suggest.known import Known, merged
from culturex.suggest.mentions import Mention, finders
from culturex.suggest.occurrences import finder as occurrences
from culturex.suggest.occurrences.occurrence import Dropped, Occurrence, is_during, is_years_before
from culturex.suggest.parties import finder as parties
from culturex.suggest.parties.finder import Parties
from culturex.suggest.scene import Scene
from culturex.suggest.settle import settle
from culturex.suggest.treaties import finder as treaties


@dataclass(frozen=True)
class Considered:
    """An occurrence that was looked at: its slots, and why it made no event (empty where it made one)."""

    slots: Slots
    why: str
    event: Event | None = None


@dataclass(frozen=True)
class Suggestion:
    """What the suggester sees in an article.

    *article* has its facts filled; *events* come best first, each value with its evidence; *mentions* are all that the
    finders saw, used or not. *considered* are the occurrences looked at, *dropped* the signals that made none, and
    *reasons* say why there are no events (empty where there are some).
    """

    article: Article
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reasons: tuple[str, ...] = ()
    considered: tuple[Considered, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    document: Document | None = field(default=None, repr=False, compare=False)


def suggest(article: Article, *, known: Known | None = None) -> Suggestion:
    """Return the events that *article* reports, with the evidence for each value, and why others were left out.

    Facts that the article lacks are read from its page first; names that are *known* from the user's store are
    recognised, and suggestions rejected there are not made again.
    """
    return suggest_all((article,), known=known)[0]


def suggest_all(articles: Iterable[Article], *, known: Known | None = None) -> list[Suggestion]:
    """Return the suggestions for *articles*, in order, as ``suggest`` makes them, in less time.

    Each step is taken for all of them before the next: its tables and its code are then at hand.
    """
    scenes = list(map(Scene.of, read_all(articles, known)))
    told = list(map(_told, scenes))
    filled = list(map(_filled, scenes, told))
    return [_suggestion(*page, known) for page in zip(scenes, told, filled, strict=True)]


class _Told(NamedTuple):
    """What a page tells: its kind where it is none that reports events, occurrences, signals dropped, treaties."""

    kind: str | None
    found: list[Occurrence]
    dropped: list[Dropped]
    treaties: list[treaties.Treaty]


def _told(scene: Scene) -> _Told:
    if kind := gate.page_kind(scene):
        return _Told(kind, [], [], [])
    if records := treaties.read(scene):  # which are no prose
        return _Told(None, [t.occurrence for t in records], [], records)
    return _Told(None, *find(scene), [])


def _filled(scene: Scene, told: _Told) -> list[Slots]:
    if told.treaties:
        filled = fill(scene, told.found, whole=True)
        return [treaties.amended(*pair) for pair in zip(filled, told.treaties, strict=True)]
    return fill(scene, told.found)


def _suggestion(scene: Scene, told: _Told, filled: list[Slots], known: Known | None) -> Suggestion:
    document, dropped = scene.document, told.dropped
    if told.kind:
        return Suggestion(
            document.article, (), tuple(document.mentions), (f"the page reads as {told.kind}",), document=document
        )
    considered = rank(judge(scene, filled, known))
    events = tuple(c.event for c in considered if c.event)
    reasons = () if events else _reasons(considered, dropped)
    return Suggestion(
        document.article,
        events,
        tuple(document.mentions),
        reasons,
        tuple(considered),
        tuple(dropped),
        document,
    )


def read(article: Article, known: Known | None = None) -> Document:
    """Return the document of *article* with all its mentions, reading the page's facts where they are missing."""
    return read_all((article,), known)[0]


def read_all(articles: Iterable[Article], known: Known | None = None) -> list[Document]:
    """Return the documents of *articles*, in order, as ``read`` makes them; each finder goes through all in turn."""
    prepared = [prepare(article) if article.language is None else article for article in articles]
    documents = list(map(Document, prepared))
    for find_mentions in finders():
        for document in documents:
            document.mentions.extend(find_mentions(document))
    for document in documents:
        if known:
            document.mentions[:] = merged(document.mentions, known.find(document))
        settle(document)
    return documents


def find(scene: Scene) -> tuple[list[Occurrence], list[Dropped]]:
    """Return the occurrences that the article tells, the main one first, and the signals dropped."""
    return occurrences.find(scene, signals.find(scene))


def fill(scene: Scene, found: list[Occurrence], *, whole: bool = False) -> list[Slots]:
    """Return the slots of each occurrence; the others lean on the main one for the countries they do not name.

    Unless they are asked for as a *whole*, one alone that no country is named for has none but its title.
    """
    filled: list[Slots] = []
    main: Parties | None = None
    words: themes.Reading | None = None
    about = list[themes.Theme]()
    for occurrence in found:
        who, regions = parties.of(scene, occurrence, main), parties.regions(scene, occurrence)
        if len(found) == 1 and not whole and not gate.is_placed(who, regions):
            return [Slots(occurrence, titles.of(scene, occurrence), parties=who)]
        during = False
        if main and not occurrence.main:
            during = is_during(occurrence, found[0])
            who = parties.housed(scene, occurrence, who, main, during=during)
        main = who if occurrence.main or main is None else main
        words = words or themes.read(scene)
        topics = themes.of(words, occurrence, about)
        about = about or topics
        earlier = scene.document.published is None and is_years_before(occurrence, found[0])
        stand = status.of(scene, occurrence, earlier=earlier)
        how = venues.mode(scene, occurrence, who, status=stand.code)
        where = sites.of(scene, occurrence, who, how.code)
        if during and not where and filled and who.hosts == filled[0].parties.hosts:
            where = filled[0].places
        filled.append(
            Slots(
                occurrence=occurrence,
                title=titles.of(scene, occurrence),
                status=stand,
                mode=how,
                parties=who,
                regions=regions,
                places=where,
                themes=topics,
                organizations=bodies.of(scene, occurrence, who),
                people=people.of(scene, occurrence),
                participants=participants.of(scene, occurrence),
            )
        )
    return filled


def judge(scene: Scene, filled: list[Slots], known: Known | None) -> list[Considered]:
    """Return each occurrence with its event, or with the reason why it makes none."""
    judged: list[Considered] = []
    verdicts = [gate.judge(scene, slots) for slots in filled]
    members.take_over(scene, [(slots, verdict.stands) for slots, verdict in zip(filled, verdicts, strict=True)])
    for slots, verdict in zip(filled, verdicts, strict=True):
        event = build(scene, slots) if verdict.stands else None
        if event and known and (event.type or "", event.quote or "") in known.rejected:
            judged.append(Considered(slots, "rejected in the store before"))
        else:
            judged.append(Considered(slots, verdict.why, event))
    return judged


def rank(judged: list[Considered]) -> list[Considered]:
    """Return the main event first, then the others in order of the text."""
    return sorted(judged, key=lambda c: (not c.slots.occurrence.main, c.slots.occurrence.anchor.start))


def _reasons(considered: list[Considered], dropped: list[Dropped]) -> tuple[str, ...]:
    """Return why there are no events, the most telling reason first."""
    failed = tuple(dict.fromkeys(c.why for c in considered if c.why))
    if failed:
        return failed
    return (f"only words in passing: {dropped[0].why}",) if dropped else ("no word that tells an event",)
