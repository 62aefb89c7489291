"""What the language tables say about pages, made ready for quick look-up.

``page.toml`` of English and of the page's own language are read together, for pages in any language print "Share".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from culturex.suggest import languages

# Kinds of labels before a value on a line of page facts.
LABELS = ("published", "updated", "dated", "source", "author", "title", "event")
# Those that a site may print in its own language beside an article in another.
_ABROAD = ("published", "updated", "source", "author")


@dataclass(frozen=True, slots=True, eq=False)  # there is one for each language: two are equal if they are the same
class PageTable:
    """The tables of a language and of English in one.

    *starts* and *notes* are keyed by their first character; *labels* gives the kind of a label ("source",
    "published" ...); *contains_bracketed* are the phrases of ``contains`` that begin with a bracket; those of *reports*
    end with a space. All phrases are case-folded.
    """

    languages: tuple[str, ...]
    whole: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    notes: dict[str, tuple[str, ...]]
    contains: tuple[str, ...]
    contains_bracketed: tuple[str, ...]
    related: frozenset[str]
    comments: frozenset[str]
    credits: frozenset[str]
    labels: dict[str, str]
    clock: tuple[str, ...]
    bare: frozenset[str]
    bare_starts: tuple[str, ...]
    media: frozenset[str]
    bodies: frozenset[str]
    small: frozenset[str]
    sections: frozenset[str]
    home: frozenset[str]
    staff: frozenset[str]
    reports: tuple[str, ...]
    about: tuple[str, ...]
    agencies: frozenset[str]


@cache
def tables(language: str | None) -> PageTable:
    """Return the tables for a page in *language* (ISO 639-1, None where unknown)."""
    codes = tuple(dict.fromkeys((language or "en", "en")))
    read = [languages.table(code, "page") for code in codes]

    def phrases(group: str, name: str) -> list[str]:
        return [p.casefold() for table in read for p in table.get(group, {}).get(name, ())]

    return PageTable(
        languages=codes,
        whole=_buttons_of_all().union(phrases("furniture", "whole")),
        starts=_by_first(phrases("furniture", "starts")),
        notes=_by_first(phrases("furniture", "notes")),
        contains=tuple(p for p in phrases("furniture", "contains") if p[0] not in "(["),
        contains_bracketed=tuple(p for p in phrases("furniture", "contains") if p[0] in "(["),
        related=frozenset(phrases("blocks", "related")),
        comments=frozenset(phrases("blocks", "comments")),
        credits=frozenset(phrases("credits", "words")),
        labels={p: kind for kind in reversed(LABELS) for p in phrases("labels", kind)},
        clock=tuple(phrases("labels", "clock")),
        bare=frozenset(phrases("labels", "bare")),
        bare_starts=tuple(sorted({p.split()[0] + " " for p in phrases("labels", "bare")})),
        media=frozenset(phrases("names", "media")),
        bodies=frozenset(phrases("names", "bodies")),
        small=frozenset(phrases("names", "small")),
        sections=frozenset(phrases("names", "sections")),
        home=frozenset(phrases("names", "home")),
        staff=frozenset(phrases("names", "staff")),
        reports=tuple(f"{phrase} " for phrase in phrases("names", "reports")),
        about=tuple(phrases("names", "about")),
        agencies=frozenset(phrases("names", "agencies")),
    )


@cache
def labels_of_all() -> dict[str, str]:
    """Return the kind of each label in any language that has a table: sites print theirs above articles in English."""
    read = [languages.table(code, "page").get("labels", {}) for code in languages.known()]
    return {p.casefold(): kind for kind in reversed(_ABROAD) for table in read for p in table.get(kind, ())}


@cache
def _buttons_of_all() -> frozenset[str]:
    """Return what sites print in their own language around an article in any other.

    Those are buttons of several words, or of letters that English has not: "share" and "menu" are words elsewhere.
    """
    read = [languages.table(code, "page").get("furniture", {}) for code in languages.known()]
    return frozenset(p.casefold() for table in read for p in table.get("whole", ()) if " " in p or not p.isascii())


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        groups.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in groups.items()}
