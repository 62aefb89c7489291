"""Settle which mentions stand where finders see different things in the same words."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from importlib.resources import files
from operator import attrgetter

from culturex.places.keys import fold
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places_tables import tables

_WHERE = frozenset({"place", "country"})
_start, _end = attrgetter("start"), attrgetter("end")


def settle(document: Document) -> None:
    """Take out the places that are only part of a person's name, mark those that are part of a body's name, and tell
    the countries of institutes abroad.
    """
    mentions = document.mentions
    for k, mention in enumerate(mentions):
        if mention.kind == "organization" and not mention.value.get("country"):
            mentions[k] = _of_institute(mention)
    where = [m for m in mentions if m.kind in _WHERE]
    if not where:
        return
    _part_from_bodies(document, [m for m in where if m.kind == "place"])
    people = sorted((m.start, m.end) for m in mentions if m.kind == "person")
    parts = {id(m) for m in where if _is_inside((m.start, m.end), people)}
    if parts:
        mentions[:] = [m for m in mentions if id(m) not in parts]


def _part_from_bodies(document: Document, places: list[Mention]) -> None:
    """Mark the places that are only words of a body's name: a university or a bank, not the council of a town."""
    words = tables(document.language)
    owns, keeps = words.lists.get("body.owns"), words.lists.get("body.keeps", frozenset())
    if not owns or not places:
        return
    starts = sorted(m.start for m in places)
    bodies = []
    for mention in document.mentions:
        if mention.kind != "organization" or bisect_left(starts, mention.start) == bisect_left(starts, mention.end):
            continue
        name = set(map(fold, mention.text.split()))
        if not owns.isdisjoint(name) and keeps.isdisjoint(name):
            bodies.append((mention.start, mention.end))
    bodies.sort()
    for mention in places:
        if _is_inside((mention.start, mention.end), bodies):
            mention.extra = {**(mention.extra or {}), "inside": True}


@cache
def _institutes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the beginnings of institutes' names with their countries, by first letter."""
    rows = tomllib.loads((files(__package__) / "institutes.toml").read_text("utf-8"))["countries"]
    filed: dict[str, tuple[tuple[str, str], ...]] = {}
    for code, names in rows.items():
        for name in names:
            filed[name[0]] = (*filed.get(name[0], ()), (name, code))
    return filed


def _of_institute(mention: Mention) -> Mention:
    """Return the mention of a body with the country that it stands for, if it is a well-known institute abroad."""
    name = str(mention.value["name"]).casefold().removeprefix("the ").strip('«"“')
    for begin, code in _institutes().get(name[:1], ()):
        if name.startswith(begin):
            return replace(mention, value={**mention.value, "country": code})
    return mention


def _is_inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    at = bisect_right(others, (span[0], 1 << 60)) - 1
    return at >= 0 and span[1] <= others[at][1]
