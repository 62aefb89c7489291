"""Read what a model replied: the events in it, and what had to be mended to read them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from culturex.ask import lenient
from culturex.ask.schema import asked

# Where an answer is looked for inside others: {"result": {"events": [...]}}.
_DEEP = 3
_FENCE = re.compile(r"```[\w-]*[ \t]*\n?")
_WRAPPER = re.compile(r"\{\s*+[\"'“]?events\b", re.IGNORECASE)
_THOUGHT = re.compile(r"</(?:think|thinking|reasoning|thought)>", re.IGNORECASE)

THOUGHTS = "What the model thought aloud before its answer was left out."
AROUND = "Text around the answer was left out."
ONE = "A single event was given in place of a list."
SEVERAL = "There are several answers; the last one counts."
LIST = "The events were not wrapped in an object."
NO_OBJECTS = "What is no object among the events was left out."


@dataclass(frozen=True, slots=True)
class Reply:
    """What a reply holds: *events* as they stand there, and *repairs*, a sentence for each thing that was mended.

    *reason* says in a sentence why the reply cannot be used, and is None where it can (it may hold no events).
    """

    events: tuple[dict[str, Any], ...] = ()
    repairs: tuple[str, ...] = ()
    reason: str | None = None


def read_reply(text: str) -> Reply:
    """Return what a model's reply *text* holds. Never raises; time grows with the length of the text alone."""
    if not text.strip():
        return Reply(reason="The reply is empty.")
    repairs: dict[str, None] = {}
    strict = _strict(text)
    if isinstance(strict, str):  # an answer written as a text inside JSON
        strict, text = _strict(strict), strict
    if strict is not None:
        events = _events(strict, repairs)
        return _reply(events, repairs) if events is not None else Reply(reason=_NO_EVENTS)
    is_json = False
    for candidate in _candidates(text):
        mended: dict[str, None] = {}
        found = lenient.values(candidate, mended)
        is_json = is_json or any(f.value and not f.is_cut for f in found)
        answers = [(f, events) for f in found if (events := _events(f.value, {})) is not None]
        if answers:
            return _last(text, candidate, answers, mended)
    return Reply(reason=_NO_EVENTS if is_json else "The reply holds no JSON.")


_NO_EVENTS = 'The reply holds JSON, but no {"events": [...]}.'


def _strict(text: str) -> Any:
    """Return the value of *text* as JSON; None where it is none."""
    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _candidates(text: str) -> Iterator[str]:
    """Yield the stretches of a reply in which the answer may stand, the likeliest first; a handful at most."""
    thoughts = list(_THOUGHT.finditer(text))
    if thoughts:
        yield from _within(text[thoughts[-1].end() :])
    yield from _within(text)


def _within(text: str) -> Iterator[str]:
    fences = [m.end() for m in _FENCE.finditer(text)]
    if fences:
        longest = max(_fenced(text), key=len, default="")
        yield longest
    if wrapper := _WRAPPER.search(text):
        yield text[wrapper.start() :]
    yield text


def _fenced(text: str) -> Iterator[str]:
    """Yield what stands between fences, in order; what stands behind the last one, too, if it was never closed."""
    pieces = _FENCE.split(text)
    yield from pieces[1::2]


def _last(text: str, candidate: str, answers: list[tuple[lenient.Found, list[Any]]], repairs: dict[str, None]) -> Reply:
    """Return the reply of the last answer; events that stand one after the other are one answer."""
    loose = [a for a in answers if _is_event(a[0].value)]
    if loose and len(loose) == len(answers):
        events = [e for _, found in answers for e in found]
        _events(events if len(events) > 1 else events[0], repairs)
        cut = False
    else:
        found, _ = next((a for a in reversed(answers) if a[1]), answers[-1])
        events = _events(found.value, repairs) or []
        cut = found.is_cut
        if len(answers) > 1:
            repairs[SEVERAL] = None
    if cut and not events:
        return Reply(reason="The answer breaks off before its first event is whole.")
    if _THOUGHT.search(text) and _THOUGHT.search(candidate) is None:
        repairs[THOUGHTS] = None
    elif _is_surrounded(text, cut=cut):
        repairs[AROUND] = None
    return _reply(events, repairs)


def _is_surrounded(text: str, *, cut: bool) -> bool:
    """Tell whether there are words before the answer, or after it where it was not *cut* off."""
    bare = _FENCE.sub("", text).strip()
    return bool(bare) and (bare[0] not in "{[" or (bare[-1] not in "}]" and not cut))


def _events(value: Any, repairs: dict[str, None], depth: int = 0) -> list[Any] | None:
    """Return the events that *value* holds, None where it is no answer; what is unusual is added to *repairs*."""
    if isinstance(value, list):
        if value and not any(_events(v, {}, _DEEP) is not None for v in value if isinstance(v, dict)):
            return None
        repairs[LIST] = None
        return [e for v in value for e in (_events(v, {}, depth) or [v])]
    if not isinstance(value, dict):
        return None
    inside = next((v for k, v in value.items() if k.strip().casefold() in ("events", "event")), _MISSING)
    if isinstance(inside, list) or inside is None:
        return list(inside or ())
    if isinstance(inside, dict):
        repairs[ONE] = None
        return [inside]
    if depth == 0 and _is_event(value):
        repairs[ONE] = None
        return [value]
    if _is_event(value):
        return [value]
    if depth < _DEEP:
        return next((f for v in value.values() if (f := _events(v, repairs, depth + 1)) is not None), None)
    return None


_MISSING = object()


def _is_event(value: Any) -> bool:
    """Tell whether *value* looks like one event: two keys of an event or more."""
    keys = {"quote", *(s.name for s in asked())}
    return isinstance(value, dict) and len(keys & value.keys()) >= 2


def _reply(events: list[Any], repairs: dict[str, None]) -> Reply:
    objects = tuple(e for e in events if isinstance(e, dict))
    if len(objects) < len(events):
        repairs[NO_OBJECTS] = None
    return Reply(objects, tuple(repairs))
