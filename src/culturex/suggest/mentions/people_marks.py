"""Tell authors of the page and people who are only a topic from those who take part."""

from __future__ import annotations

from culturex.suggest.mentions.people_names import MOST_HONORIFICS, Names, Run

# What parts the people of a list.
LIST_GAPS = (", ", " and ", " & ", ", and ", " y ", " et ", " und ", " e ")


def mark(names: Names, run: Run, before_it: Run | None) -> None:
    """Mark authors of the page and people who are a topic."""
    scan, words = names.scan, names.scan.words
    first = run.first
    while first > max(0, run.first - MOST_HONORIFICS) and names.is_honorific(first - 1):
        first -= 1
    before = words[first - 1].lower if first else ""
    gap = scan.gap(first - 1) if first else "\n"
    label = names.people.has("bylines", before) and "\n" not in gap
    if (
        (gap == "/" and words[first - 1].text.isupper())
        or (label and (":" in gap or "/" in gap or _is_signature(names, first)))
        or (
            before_it is not None
            and before_it.byline
            and scan.text[words[before_it.end - 1].end : words[run.first].start] in LIST_GAPS
        )
    ):
        run.byline = True
    if run.byline:
        run.add(0.4, "byline")
    if _is_topic(names, first):
        run.topic = True
    if (
        words[run.end - 1].text.endswith(("'s", "’s"))
        and run.end < scan.count
        and names.people.has("topics", words[run.end].lower)
        and run.title is None
    ):
        run.topic = True


def _is_signature(names: Names, first: int) -> bool:
    """Tell whether "By" before word *first* begins a line or a parenthesis, or follows "Photo", "Text"."""
    scan, words = names.scan, names.scan.words
    if words[first - 1].lower not in ("by", "par", "von", "por"):
        return False
    if first > 1 and scan.joined(first - 2) and names.people.has("bylines", words[first - 2].lower):
        return True
    opened = first < 2 or any(c in scan.gap(first - 2) for c in "\n(|[")
    return words[first - 1].is_capital and opened


def _is_topic(names: Names, first: int) -> bool:
    """Tell whether "the works of", "a bust of", "dedicated to", "named after" leads up to word *first*."""
    scan, words = names.scan, names.scan.words
    if first < 2 or not scan.joined(first - 1):
        return False
    link, cue = words[first - 1].lower, words[first - 2].lower
    if link in ("of", "de", "to", "after", "von", "des", "by", "for", "di", "on") and scan.joined(first - 2):
        if link == "to":
            return cue in ("dedicated", "devoted", "tribute", "homage", "monument")
        if link == "after":
            return cue == "named"
        if link == "by":
            return cue in (
                "works",
                "music",
                "poems",
                "paintings",
                "songs",
                "plays",
                "novels",
                "pieces",
                "compositions",
                "work",
            )
        if link in ("for", "on"):
            return False
        return names.people.has("topics", cue)
    return link in ("poet", "composer") and False
