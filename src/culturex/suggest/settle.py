"""Settle which mentions stand where finders see different things in the same words."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from culturex.places.keys import fold
from culturex.suggest import universities
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.memory import Memory
from culturex.suggest.mentions.places.tables import tables
from culturex.suggest.mentions.words.people import tables_for

# Words of names without case and accents, kept from page to page.
_folded = Memory(fold)
_WHERE = frozenset({"place", "country"})
# What stands between an institute and the school that it is at.
_AT = frozenset({"at", "at the", "of", "of the"})
_LONGEST_AT = 8
# A second word is part of a name that is printed so often, whatever its ending.
_TWICE, _STEM = 2, 5
_OPENED, _CLOSED = frozenset('“"«„‘'), frozenset('”"»“’,')


def settle(document: Document) -> None:
    """Take out the places that are only part of a person's name, mark those that are part of a body's name, name towns
    in full, and tell the countries of institutes abroad and of universities.
    """
    mentions = document.mentions
    often = Memory(document.body.count).ask()
    for k, mention in enumerate(mentions):
        if mention.kind == "organization" and not mention.value.get("country"):
            mentions[k] = _of_country(mention)
        elif mention.kind == "place":
            mentions[k] = _in_full(document, mention, often)
    _at_schools(document)
    where = [m for m in mentions if m.kind in _WHERE]
    works = {id(m) for m in where if m.kind == "place" and _is_work(document.text, m)}
    if works:
        mentions[:] = [m for m in mentions if id(m) not in works]
        where = [m for m in where if id(m) not in works]
    if not where:
        return
    _part_from_bodies(document, [m for m in where if m.kind == "place"])
    persons = [m for m in mentions if m.kind == "person"]
    if not persons:
        return
    people = sorted([(m.start, m.end) for m in persons])
    parts = {id(m) for m in where if _is_inside((m.start, m.end), people)}
    if unheard := [m for m in where if m.rule == "places.unknown"]:
        names = {word for m in persons for word in str(m.value["name"]).split()}
        parts |= {id(m) for m in unheard if m.text in names}
    if parts:
        mentions[:] = [m for m in mentions if id(m) not in parts]


def _at_schools(document: Document) -> None:
    """Name institutes abroad with the school that they are at, "Confucius Institute at the University of Bergen".

    The school stays a body of its own; where there is one such institute only, it is meant wherever its name stands.
    """
    mentions = document.mentions
    bodies = [(k, m) for k, m in enumerate(mentions) if m.kind == "organization"]
    fuller: dict[str, dict[str, Mention]] = {}
    for (k, body), (_, school) in pairwise(bodies):
        gap = document.text[body.end : school.start] if school.start - body.end <= _LONGEST_AT else ""
        if gap.strip() not in _AT or (school.extra or {}).get("kind") != "school" or not _sender.ask()(body.text):
            continue
        text = document.text[body.start : school.end]
        name = " ".join([str(body.value["name"]), *gap.split(), str(school.value["name"])])
        mentions[k] = replace(body, text=text, end=school.end, value={**body.value, "name": name})
        fuller.setdefault(str(body.value["name"]), {})[name] = mentions[k]
    for k, body in bodies if fuller else ():
        names = fuller.get(str(body.value["name"]), {})
        if len(names) == 1 and mentions[k] is body:
            mentions[k] = replace(body, value={**body.value, "name": next(iter(names))})


def _in_full(document: Document, mention: Mention, often: Callable[[str], int]) -> Mention:
    """Return a town with the second word of its name where the text always has one: "Porto Amboim" for "Porto".

    *often* tells how often the text has some words.
    """
    if not document.body[mention.end + 1 : mention.end + 2].isupper() or document.body[mention.end] != " ":
        return mention
    at = bisect_left(document.word_starts, mention.end)
    if at == len(document.texts) or not document.is_capital[at] or document.word_starts[at] != mention.end + 1:
        return mention
    stem, end = mention.text + " " + document.texts[at][:_STEM], document.word_ends[at]
    whole = document.body[mention.start : end]
    if often(whole) < _TWICE or often(stem) != often(mention.text):
        return mention
    if any(m.start < end and mention.end < m.end for m in document.mentions):
        return mention
    if document.lowers[at] in tables_for(document.language).plain:
        return mention  # "Tashkent Park"
    return replace(mention, text=whole, end=end, value={**mention.value, "name": whole})


def _is_work(text: str, mention: Mention) -> bool:
    """Tell whether a town's name alone stands in quotation marks: it is that of a play or a book ("Medea")."""
    return text[max(0, mention.start - 1) : mention.start] in _OPENED and text[mention.end : mention.end + 1] in _CLOSED


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
        name = set(_folded.of(mention.text.split()))
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


def _of_country(mention: Mention) -> Mention:
    """Return the mention of a body with its country, if it is a well-known institute abroad or university."""
    name = mention.value["name"]
    code = _sender.ask()(name)
    if not code and (mention.extra or {}).get("kind") == "school":
        code = _taught_in.ask()(name)
    return replace(mention, value={**mention.value, "country": code}) if code else mention


def _sends(name: str) -> str | None:
    """Return the country whose institute abroad a body of this *name* is."""
    bare = name.casefold().removeprefix("the ").strip('«"“')
    return next((code for begin, code in _institutes().get(bare[:1], ()) if bare.startswith(begin)), None)


_sender = Memory(_sends)
_taught_in = Memory(universities.country_of)


def _is_inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    at = bisect_right(others, (span[0], 1 << 60)) - 1
    return at >= 0 and span[1] <= others[at][1]
