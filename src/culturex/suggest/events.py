"""From an article to its events: find the occurrences, fill their slots, rank what stands.

``suggest_all`` shows the whole way on one screen; each step has a module of its own: ``signals`` and ``occurrences``
find, ``filling`` fills the slots, ``gate`` judges, ``build`` makes events.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from culturex.model.article import Article
from culturex.model.event import Event
from culturex.suggest import gate, members, signals
from culturex.suggest.build import Slots, build
from culturex.suggest.document import Document
from culturex.suggest.filling import Found, fill_all
from culturex.suggest.intake import prepare
from culturex.suggest.known import Known, merged
from culturex.suggest.lexicon import lexicon
from culturex.suggest.mentions import Mention, finders
from culturex.suggest.occurrences import finder as occurrences
from culturex.suggest.occurrences.occurrence import Dropped, Occurrence
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
    scenes = _scenes(read_all(articles, known))
    told = _told(scenes)
    filled = fill_all([Found(scene, page.found, bool(page.treaties)) for scene, page in zip(scenes, told, strict=True)])
    filled = list(map(_amended, filled, told))
    verdicts = list(map(_verdicts, scenes, filled))
    return [_suggestion(*page, known) for page in zip(scenes, told, filled, verdicts, strict=True)]


class _Told(NamedTuple):
    """What a page tells: its kind where it is none that reports events, occurrences, signals dropped, treaties."""

    kind: str | None
    found: list[Occurrence]
    dropped: list[Dropped]
    treaties: list[treaties.Treaty]


def _scenes(documents: list[Document]) -> list[Scene]:
    """Return the scenes of *documents*, as ``Scene.of`` makes them; the cues of all are found first."""
    cues = [lexicon(document.language).cues(document) for document in documents]
    return list(map(Scene, documents, cues))


def _told(scenes: list[Scene]) -> list[_Told]:
    no_prose = list(map(_as_no_prose, scenes))
    prose = [scene for scene, page in zip(scenes, no_prose, strict=True) if page is None]
    found = iter(occurrences.find_all([(scene, signals.find(scene)) for scene in prose]))
    return [page or _Told(None, *next(found), []) for page in no_prose]


def _as_no_prose(scene: Scene) -> _Told | None:
    """Return what a page tells that reports no events, or records treaties; None of all other pages."""
    if kind := gate.page_kind(scene):
        return _Told(kind, [], [], [])
    records = treaties.read(scene)
    return _Told(None, [t.occurrence for t in records], [], records) if records else None


def _amended(filled: list[Slots], told: _Told) -> list[Slots]:
    """Return the slots of a page, those of treaties with what their records tell."""
    return [treaties.amended(*pair) for pair in zip(filled, told.treaties, strict=True)] if told.treaties else filled


def _suggestion(
    scene: Scene, told: _Told, filled: list[Slots], verdicts: list[gate.Verdict], known: Known | None
) -> Suggestion:
    document, dropped = scene.document, told.dropped
    if told.kind:
        return Suggestion(
            document.article, (), tuple(document.mentions), (f"the page reads as {told.kind}",), document=document
        )
    considered = rank(_considered(scene, filled, verdicts, known))
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


def judge(scene: Scene, filled: list[Slots], known: Known | None) -> list[Considered]:
    """Return each occurrence with its event, or with the reason why it makes none."""
    return _considered(scene, filled, _verdicts(scene, filled), known)


def _verdicts(scene: Scene, filled: list[Slots]) -> list[gate.Verdict]:
    """Return for each occurrence whether it stands; who takes part in those that do is settled with it."""
    verdicts = [gate.judge(scene, slots) for slots in filled]
    members.assign(scene, [(slots, verdict.stands) for slots, verdict in zip(filled, verdicts, strict=True)])
    return verdicts


def _considered(
    scene: Scene, filled: list[Slots], verdicts: list[gate.Verdict], known: Known | None
) -> list[Considered]:
    judged: list[Considered] = []
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
