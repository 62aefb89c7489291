"""How much each sign speaks for an event beside the main one: its words and its time, its sentence, what else is told.

A candidate is right if, filled as the suggester fills it, it is told rightly and is a coded event other than the main
one. Of several that tell the same coded event, the most alike is right, and those that are taken for the same as it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from culturex.evaluate.coding import Told
from culturex.evaluate.coding import read as read_coding
from culturex.evaluate.matching import LEAST, is_right, likeness
from culturex.model.schema import coding_to_dict
from culturex.suggest import events, filling, gate, signals
from culturex.suggest.occurrences import candidates, choice, finder, others
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.treaties import finder as treaties
from weights.examples import Example, Page, yes_or_no

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 6.0


def examples(page: Page) -> Iterator[Example]:
    """Yield an example for each candidate that passes the gate: whether it is a coded event beside the main one."""
    for signs, is_event in candidates_of(page):
        yield yes_or_no(signs, is_event)


def candidates_of(page: Page) -> Iterator[tuple[Mapping[str, float], bool]]:
    """Yield the signs of each candidate that passes the gate, and whether it is a coded event beside the main one."""
    scene = page.scene
    if gate.page_kind(scene) or treaties.read(scene):
        return
    told = signals.find(scene)
    main = finder.main_event(scene, told, choice.choose(scene, told) or choice.agreed(scene, told))
    possible = candidates.of(scene, told, main, [])
    filed = others.filed(possible)
    known = [others.signs(scene, main, o, filed) for o in possible]
    filled = _filled(scene, main, possible)
    beside = filled[1:] if main else filled
    right = _right(_coded(page, filled[0] if main else None), beside)
    for one, signs, event, coded in zip(possible, known, beside, right, strict=True):
        if event:
            yield signs, coded is not None and candidates.is_same(scene, possible[coded], one)


def _filled(scene: Scene, main: Occurrence | None, possible: Sequence[Occurrence]) -> list[Told | None]:
    """Return the events as codings tell them, the *main* one first; None for what the gate turns away."""
    for one in possible:
        one.scope = [one.anchor.sentence]
        one.dated = finder.own_time(scene, one, main)
    if main:
        main.scope = [*sorted(scene.headlines), *scene.told]
    judged = events.judge(scene, filling.fill(scene, [*([main] if main else []), *possible]), None)
    made = iter(read_coding(coding_to_dict(scene.document.article, [c.event for c in judged if c.event])).events)
    return [next(made) if c.event else None for c in judged]


def _coded(page: Page, main: Told | None) -> list[Told]:
    """Return the coded events without the one that is told by *main*."""
    coded = list(read_coding(page.coding).events) if page.coding else []
    nearest = max(coded, key=lambda e: likeness(e, main), default=None) if main else None
    return [e for e in coded if e is not nearest or not (main and _is_told(e, main))]


def _is_told(coded: Told, event: Told) -> bool:
    return likeness(coded, event) >= LEAST and is_right(coded, event)


def _right(coded: Sequence[Told], possible: Sequence[Told | None]) -> list[int | None]:
    """Return for each candidate the number of the one that tells the same coded event best; None if it tells none."""
    right: list[int | None] = [None] * len(possible)
    for one in coded:
        told = [n for n, event in enumerate(possible) if event and _is_told(one, event)]
        best = max(told, key=lambda n: likeness(one, possible[n]), default=None)  # type: ignore[arg-type]
        for number in told:
            right[number] = best if right[number] is None or number == best else right[number]
    return right
