"""Tell authors of the page and people who are only a topic from those who take part."""

from __future__ import annotations

from culturex.suggest.mentions.people.evidence import Run
from culturex.suggest.mentions.people.names import MOST_HONORIFICS, Names
from culturex.suggest.mentions.people.title_words import JOINERS
from culturex.suggest.mentions.scan import Scan

# What parts the people of a list.
_LIKENESSES = frozenset(
    "bust busts statue statues portrait portraits monument poems poetry works music plays life".split()
)
# What leads up to whom something is for, by or about, and before it what that is.
_LINKS = frozenset(("of", "de", "to", "after", "von", "des", "by", "for", "di", "on", "about"))
_BOOKS = frozenset("book books film documentary monograph biography exhibition lecture lectures novel play".split())
_CUES = {
    "to": frozenset(("dedicated", "devoted", "tribute", "homage", "monument")),
    "after": frozenset(("named",)),
    "by": frozenset(
        """
        works music poems paintings songs plays novels pieces compositions work films movies play film movie novel
        drama comedy tragedy opera ballet documentary musical symphony concerto screenplay adaptation
        """.split()
    ),
    "for": frozenset[str](),
    "on": _BOOKS,
    "about": _BOOKS,
}
# What closes the title of a work: "La Ville (The Town) by Ana Berg".
_CLOSING = (") ", '" ', "” ", "» ")
_BEING = frozenset(("is", "was", "are", "were", "being"))
# What journalists write.
_PIECES = frozenset(("notebook", "column", "diary", "report", "dispatch", "interview"))
# So many words stand between "a bust of" and the name at most.
_APPOSED = 8
# So many words the list of those whose works are played has at most.
_LISTED = 16
# From so much on a run is a name by itself; marks that open and close a title.
_SURE_ENOUGH = 0.5
_OPENS, _CLOSES = frozenset("\"“«„'‘"), frozenset("\"”»“'’")
LIST_GAPS = (", ", " and ", " & ", ", and ", " y ", " et ", " und ", " e ")


def mark(names: Names, run: Run, before_it: Run | None) -> None:
    """Mark authors of the page and people who are a topic."""
    scan = names.scan
    first = run.first
    while first > max(0, run.first - MOST_HONORIFICS) and names.is_honorific(first - 1):
        first -= 1
    before = scan.lowers[first - 1] if first else ""
    gap = scan.gaps[first - 1] if first else "\n"
    label = before in names.people.words["bylines"] and "\n" not in gap
    listed = before_it is not None and scan.text[scan.ends[before_it.end - 1] : scan.starts[run.first]] in LIST_GAPS
    if (
        (gap == "/" and scan.texts[first - 1].isupper())
        or (label and (":" in gap or "/" in gap or _is_signature(names, first)))
        or (listed and before_it is not None and before_it.byline)
    ):
        run.byline = True
    if run.byline:
        run.add(0.4, "byline")
    titled = run.title is not None and run.title.end == first
    bare = run.title is None and not run.honorific and run.score >= _SURE_ENOUGH
    made = bare and _is_of_work(scan, run.first, run.end)
    if made or _is_topic(names, first) or (titled and run.title and _is_topic(names, run.title.first)):
        run.topic = True
    elif listed and before_it is not None and before_it.topic and run.title is None:
        run.topic = True  # "by the directors Ana Berg and Jan Lund"
    elif run.title is None and not run.honorific:
        head = _first_of_list(scan, first)
        if head < first and _is_topic(names, head):
            run.topic = True
    if (
        scan.texts[run.end - 1].endswith(("'s", "’s"))
        and run.end < scan.count
        and scan.lowers[run.end] in names.people.words["topics"]
        and run.title is None
    ):
        run.topic = True


def _is_of_work(scan: Scan, first: int, end: int) -> bool:
    """Tell whether words *first* to *end* are the title of a work, or who made the one whose title stands beside them.

    '"Martin Eden"', '"Lazzaro" (Ana Berg)', 'Ana Berg is represented by "Lazzaro"'.
    """
    before, after = scan.gaps[first - 1] if first else "", scan.gaps[end - 1]
    if before and after and before[-1] in _OPENS and after[0] in _CLOSES:
        return True
    if before[-2:] == " (" and before[0] in _CLOSES and after[:1] == ")":
        return True
    at = end + 2 if scan.lowers[end] == "is" and scan.lowers[end + 1] == "represented" else end
    return after == " " and scan.lowers[at] == "by" and scan.gaps[at][-1:] in ('"', "“", "«", "„")


def _is_signature(names: Names, first: int) -> bool:
    """Tell whether "By" before word *first*, or "Photo", "Text" before it, begins a line or a parenthesis.

    "thirty photographs by Ana Berg" are part of what the page tells.
    """
    scan = names.scan
    if scan.lowers[first - 1] not in ("by", "par", "von", "por"):
        return False
    labelled = first > 1 and scan.joined[first - 2] and scan.lowers[first - 2] in names.people.words["bylines"]
    label = first - 2 if labelled else first - 1
    if labelled and scan.joined[label - 1] and scan.is_capital[label - 1] and scan.lowers[label] in _PIECES:
        label -= 1  # "Diplomatic notebook by Ana Berg"
    opened = not label or any(c in scan.gaps[label - 1] for c in "\n(|[")
    return opened and (labelled or scan.is_capital[label])


def _first_of_list(scan: Scan, first: int) -> int:
    """Return where a list of names begins whose last one begins at word *first*: "works by Komitas and Ana Berg"."""
    at, floor = first, max(0, first - _LISTED)
    while at > floor:
        before = at - 1
        if scan.joined[before] and scan.lowers[before] in JOINERS:
            before -= 1
            if before < floor or not scan.joined[before]:
                break
        elif scan.gaps[before] != ", ":
            break
        if not scan.is_capital[before]:
            break
        while before > floor and scan.joined[before - 1] and scan.is_capital[before - 1]:
            before -= 1
        at = before
    return at


def _is_topic(names: Names, first: int) -> bool:
    """Tell whether "the works of", "a bust of", "dedicated to", "named after" leads up to word *first*."""
    scan = names.scan
    if first < 2 or not scan.joined[first - 1]:
        return False
    if scan.lowers[first - 1] == "the" and scan.lowers[first - 2] == "by":
        first -= 1  # "by the director"
    link, cue = scan.lowers[first - 1], scan.lowers[first - 2]
    if link == "by" and scan.gaps[first - 2] in _CLOSING:
        return not names.is_honorific(first)  # '"How to read a mantle" by Dr. Berg' is what she speaks of
    if link not in _LINKS or not scan.joined[first - 2]:
        return _is_likeness(names, first)
    if link in _CUES:
        return cue in _CUES[link]
    if cue == "words" or (cue == "work" and scan.lowers[first - 4] in _BEING):
        return False  # "in the words of the director", "the bust is the work of"
    return cue in names.people.words["topics"]


def _is_likeness(names: Names, first: int) -> bool:
    """Tell whether "a statue of the famous Russian poet" leads up to word *first*."""
    scan = names.scan
    for at in range(first - 1, max(1, first - _APPOSED), -1):
        if not scan.joined[at] or (scan.is_capital[at] and scan.kinds[at] != "country"):
            return False
        if scan.lowers[at] == "of":
            return scan.joined[at - 1] and scan.lowers[at - 1] in _LIKENESSES
    return False
