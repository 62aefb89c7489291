"""The fewest keys that write a reference coding through the prompts: planned as somebody would who looks at the card.

A plan is a list of steps, one for each decision; a step is a list of keys, and every key counts as one: a letter,
Enter, Tab, Ctrl-U. Nothing is simulated but the planning: the keys are typed into the real prompts (keystrokes.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from keylines import ENTER, Desk, Keys, field_keys, quote_keys

from culturex.cli.prompts_fields import NEW_EVENT
from culturex.cli.prompts_values import inner
from culturex.cli.wording import fields
from culturex.model.event import Event
from culturex.model.fields import FieldSpec
from culturex.model.kinds import YesNo
from culturex.model.parts import Many, Part

Json = dict[str, Any]
_SPECS = {s.name: s for s in fields()}


# -- one event


def new(desk: Desk, wanted: Json) -> Keys:
    """Return the keys that write an event from nothing."""
    keys = ["n"]
    event = Event()
    for name in NEW_EVENT:
        if name == "quote":
            keys += [*quote_keys(desk, event, wanted["quote"]), ENTER]
            continue
        spec = _SPECS[name]
        value = value_of(spec, wanted[name])
        keys += [*field_keys(desk, event, spec, value), ENTER]
        event = replace(event, **{name: value})
    return [*keys, "a"]


def accept(desk: Desk, event: Event, wanted: Json) -> Keys:
    """Return the keys that make *wanted* of a suggested event and accept it: Enter alone where it is right."""
    keys: Keys = []
    for name in NEW_EVENT:
        if name == "quote":
            if wanted["quote"] != event.quote:
                keys += ["q", *quote_keys(desk, event, wanted["quote"]), ENTER]
            continue
        spec = _SPECS[name]
        value = value_of(spec, wanted[name])
        if same(spec, getattr(event, name), wanted[name]):
            continue
        if name == "main":
            keys.append(spec.key)
            continue
        keys += [spec.key, *field_keys(desk, event, spec, value), ENTER]
        event = replace(event, **{name: value})
    return ["e", *keys, "a"] if keys else [ENTER]


def value_of(spec: FieldSpec, wanted: Any) -> Any:
    """Return the value of a field that a reference coding writes as JSON."""
    kind = inner(spec)
    if not isinstance(spec.kind, Many):
        return bool(wanted) if isinstance(kind, YesNo) else wanted
    if not isinstance(kind, Part):
        return tuple(wanted)
    return tuple(kind.of(**one) for one in wanted)


def same(spec: FieldSpec, value: Any, wanted: Any) -> bool:
    """Tell whether a value is what a reference coding has, down to the keys that the coding names."""
    if not isinstance(spec.kind, Many) or not isinstance(inner(spec), Part):
        return bool((list(value) if isinstance(value, tuple) else value) == wanted or (not value and not wanted))
    if len(value) != len(wanted):
        return False
    return all(getattr(part, key) == told for part, one in zip(value, wanted, strict=True) for key, told in one.items())


# -- one article


def article_plan(desk: Desk, events: Sequence[Event | None], wanted: Sequence[Json]) -> list[Keys]:
    """Return the steps that code an article, the suggested *events* (None alone for none) being put one by one."""
    if list(events) == [None]:
        return [*(new(desk, one) for one in wanted), ["d"] if wanted else ["v"]]
    fresh = [new(desk, one) for one in wanted]
    ways = [[accept(desk, event, one) for one in wanted] for event in events if event is not None]
    chosen = assign(ways, fresh)
    steps: list[Keys] = [fresh[i] for i in range(len(wanted)) if i not in chosen.values()]
    last = max(chosen, default=-1)
    steps += [ways[place][chosen[place]] if place in chosen else ["r"] for place in range(last + 1)]
    rest = len(ways) - last - 1
    if rest:
        # Nothing is coded of an article where nothing is wanted: it is said to report none.
        steps.append(["d"] if wanted else ["v"])
    return steps


def assign(ways: Sequence[Sequence[Keys]], fresh: Sequence[Keys]) -> dict[int, int]:
    """Return which suggestion is made into which wanted event, so that all keys together are the fewest."""
    best: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {0: (0, ())}
    for place, row in enumerate(ways):
        found: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {}
        for mask, (cost, pairs) in best.items():
            options = [(mask, cost + 1, pairs)]
            options += [
                (mask | 1 << i, cost + len(keys) - len(fresh[i]), (*pairs, (place, i)))
                for i, keys in enumerate(row)
                if not mask >> i & 1
            ]
            for to, price, chain in options:
                if to not in found or price < found[to][0]:
                    found[to] = (price, chain)
        best = found
    return dict(min(best.values())[1])
