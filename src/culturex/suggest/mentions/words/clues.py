"""What a printed word alone tells of bodies: whether it may head, begin or be a name."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.suggest.mentions.words.bodies import Head, Tables, compound
from culturex.suggest.mentions.words.forms import without_possessive

# Languages that join an article or a preposition to the head: "l'institut", "dell'università".
ELIDING = ("fr", "it")
# Languages that have behind a noun what says which: "museo nacional".
ROMANCE = ("es", "fr", "pt", "it")
# Links and articles that are joined to what a body is of: "d'Allemagne", "dell'Arte".
ELIDED_LINKS = frozenset(("d", "l", "dell", "all", "nell"))
_LONGEST_ACRONYM = 8
# Two letters that stand for a university before its town: "TU Delft", "KU Leuven", "UC Berkeley".
SCHOOLS = frozenset(("TU", "KU", "UC"))
_ELIDED = ELIDED_LINKS | {"sull", "dall", "coll", "un"}


@dataclass(slots=True)  # not frozen and no tuple: the fields of such a class are the quickest to read
class Clue:
    """What a word tells: the phrases that it may begin, by their second word, the head that it is or holds, and more.

    *known* says that it is a name by itself, *agency* that it is one with a country behind it, *quoted* that a quoted
    name may stand beside it, *form* that it is the legal form of a firm, *acronym* that it may be short for a body that
    nothing else tells, *leader* that a body may stand before it that is known by its leader alone.
    """

    phrases: dict[str, list[list[str]]] | None
    head: Head | None
    known: bool
    quoted: bool
    form: bool
    acronym: bool
    leader: bool
    agency: bool


def clue(text: str, tables: Tables, language: str) -> Clue | None:
    """Return what a word tells on pages in *language*; None if it tells nothing."""
    lower, words = text.casefold(), tables.words
    capital = text[0].isupper()
    head = tables.heads.get(lower)
    elides = language in ELIDING and not text.isalnum()
    leader = language == "en" and (lower in words["leaders"] or lower in words["presided"])
    if not (head or capital or elides or leader or lower in words["quoted"]):
        return None
    known = head is None and (bare_of(text) if elides else without_possessive(text)) in tables.names
    plain = not capital and "-" not in lower and "'" not in lower.replace("’", "'")
    quoted = head is None and plain and lower in words["quoted"]
    if head is None and not plain:
        head = _hidden_head(text, tables, language)
    form = (text.isupper() and lower in words["legal_before"]) or (capital and lower in words["legal_after"])
    phrases = _by_second(tables.phrases.get(bare_of(text) if elides else text))
    acronym = language == "en" and capital and not (head or known or form or leader) and _is_acronym(text, tables)
    agency = language == "en" and capital and head is None and lower in words["agencies"]
    told = phrases or head or known or quoted or form or acronym or leader or agency
    return Clue(phrases, head, known, quoted, form, acronym, leader, agency) if told else None


def _by_second(phrases: list[list[str]] | None) -> dict[str, list[list[str]]] | None:
    """File phrases by their second word, empty for those of one."""
    filed: dict[str, list[list[str]]] = {}
    for phrase in phrases or ():
        filed.setdefault(phrase[1] if len(phrase) > 1 else "", []).append(phrase)
    return filed or None


def bare_of(text: str) -> str:
    """Return *text* without an elided article or preposition: "l'Alliance", "dall'Istituto"."""
    front, mark, rest = text.replace("’", "'").partition("'")
    return rest if mark and front.casefold() in _ELIDED and rest else text


def _is_acronym(text: str, tables: Tables) -> bool:
    """Tell whether *text* is in capitals, no word that shouts and short for nothing else ("MoU", "TV")."""
    bare = without_possessive(text)
    lower = bare.casefold()
    if bare in SCHOOLS:
        return True
    if not 3 <= len(bare) <= _LONGEST_ACRONYM or not bare.isalpha() or not bare.isupper():
        return False
    return not (lower in tables.words["no_bodies"] or lower in tables.heads or lower in tables.words["topics"])


def _hidden_head(text: str, tables: Tables, language: str) -> Head | None:
    """Return the head inside a longer word: Goethe-Institut, l'Institut, Üniversitesi'nin, Heimatverein."""
    lower = text.casefold().replace("’", "'")
    heads = tables.heads
    if lower[0] > "\u0400":
        return compound(lower, tables)
    if "-" in lower:
        head = heads.get(lower.rpartition("-")[2])
        return head if head and text.rpartition("-")[2][:1].isupper() else None
    if "'" in lower:
        front, _, back = lower.partition("'")
        if front in _ELIDED:
            return heads.get(back)
        head = heads.get(front)
        return head if head and (head.language == "tr" or back == "s") else None
    if language == "de":
        for suffix, head in tables.suffixes:
            if lower.endswith(suffix) and len(lower) > len(suffix) + 2:
                return head
    return None
