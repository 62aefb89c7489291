"""Read offices in Cyrillic text: adjectives before the head, its genitives, the body or country behind it."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.suggest.mentions.scan import GEO, Scan, squeezed
from culturex.suggest.mentions.words.bodies import tables_for as bodies_for
from culturex.suggest.mentions.words.cases import adjective, office_cases
from culturex.suggest.mentions.words.people import PeopleTables

# The shortest office with an article has so many letters (поетот).
_LONG_OFFICE = 5
_MOST_TAIL = 12
# What leads on to the body: "Директор на Народниот музеј".
_LINKS = frozenset("на во за од при в у".split())
_ENDS = frozenset("с со от из із від з який яка который которая".split())


@dataclass(slots=True)
class Office:
    """A title: its words, half open, and its text with the head in the nominative."""

    first: int
    end: int
    text: str
    affiliation: str | None
    country: str | None
    case: str = "n"


class Offices:
    """Reads the offices of one document in *language*; *given* are the forms of given names."""

    def __init__(self, scan: Scan, people: PeopleTables, language: str, given: dict[str, tuple[str, str, str]]) -> None:
        self.scan = scan
        self.people = people
        self.language = language
        self.given = given
        self.bodies = bodies_for(language).heads
        self.cases = office_cases(language)

    def all(self) -> list[Office]:
        found: list[Office] = []
        done = 0
        for i, word in enumerate(self.scan.words):
            if i < done or word.lower not in self.people.titles or self.scan.kinds[i] == "organization":
                continue
            if i and self.scan.lowers[i - 1] in ("во", "на") and word.lower.startswith("глав"):
                continue  # "во главе с ректором"
            office = self._office(i, done)
            found.append(office)
            done = office.end
        return found

    def _office(self, i: int, floor: int) -> Office:
        scan, words = self.scan, self.scan.words
        first = i
        while (
            first - 1 >= floor
            and scan.joined[first - 1]
            and scan.lowers[first - 1] in self.people.words["modifiers"]
            and scan.lowers[first - 1] != "и"
        ):
            first -= 1
            if first - 2 >= floor and scan.lowers[first - 1] in ("и", "і") and scan.joined[first - 1]:
                first -= 2 if scan.lowers[first - 2] in self.people.words["modifiers"] else 0
        end = text_end = i + 1
        affiliation = country = None
        while end < scan.count and scan.joined[end - 1] and end - i < _MOST_TAIL:
            mention = scan.cover[end]
            if mention is not None and mention.kind == "organization":
                affiliation = str(mention.value["name"])
                country = mention.value.get("country")
                end = scan.end_of(mention)
                break
            if mention is not None and mention.kind in GEO and scan.lowers[end] not in self.given:
                country = country or (mention.value if mention.kind == "country" else None)
                end = text_end = scan.end_of(mention)
                continue
            word = words[end]
            if word.is_capital and scan.lowers[end - 1] in ("в", "во", "у") and end > i + 1:
                end = text_end = end + 1  # "в Иркутске"
                continue
            if word.lower in _ENDS:
                break
            if (word.is_capital and not _is_acronym(word.text)) or word.lower in self.people.words["speech"]:
                break
            end = text_end = end + 1
        while text_end > i + 1 and scan.lowers[text_end - 1] in _LINKS:
            text_end -= 1
        base = self.people.titles[scan.lowers[i]]
        if self.scan.document.language == "mk":
            base = _without_article(base)
        head = base.capitalize() if scan.is_capital[i] else base
        before = "".join(adjective(w.text, base, self.scan.document.language) + " " for w in words[first:i])
        tail = scan.text[scan.ends[i] : scan.ends[text_end - 1]] if text_end > i + 1 else ""
        if text_end == i + 2 and scan.lowers[i + 1] in self.bodies and not scan.is_capital[i + 1]:
            # "директор музея": of which museum is said elsewhere.
            tail = ""
        text = squeezed(before + head + tail)
        return Office(first, end, text, affiliation, country, self.cases.get(scan.lowers[i], "n"))


def _is_acronym(text: str) -> bool:
    """Tell whether a word is short for a body and no initials: "ректор МГУ", but "ректор А.В. Егоров"."""
    return text.isupper() and len(text) > 1 and "." not in text


def _without_article(office: str) -> str:
    """Return a Macedonian office without its article: амбасадорот, директорката."""
    if office.endswith("та"):
        return office[:-2]
    return office[:-2] if office.endswith("от") and len(office) > _LONG_OFFICE else office
