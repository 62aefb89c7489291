"""Find people in Cyrillic text (Russian, Ukrainian, Macedonian): names in their nominative, with title and body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations_tables import tables_for as bodies_for
from culturex.suggest.mentions.people_cases import adjective, given_forms, is_patronymic, patronymic, surname
from culturex.suggest.mentions.people_tables import PeopleTables, entries, tables_for
from culturex.suggest.mentions.scan import Scan

# The shortest office with an article has so many letters (поетот).
_LONG_OFFICE = 5
_SPACE = re.compile(r"\s+")
_GEO = ("country", "region", "place")
_ENDINGS = (
    "ов",
    "ова",
    "ову",
    "овым",
    "овой",
    "ев",
    "ева",
    "евой",
    "евым",
    "ин",
    "ина",
    "иной",
    "ский",
    "ская",
    "ской",
    "ским",
    "ского",
    "енко",
    "чук",
    "ян",
    "яна",
    "дзе",
    "швили",
    "ич",
    "оглы",
    "заде",
    "ски",
    "ска",
    "вић",
    "бек",
    "улы",
)
_ENOUGH = 0.5
_MOST_TAIL = 12
_PAUSES = (", ", " (", " – ", " — ", " - ")


def reads(document: Document) -> bool:
    """Tell whether the page is in a language of Cyrillic letters."""
    return document.language in ("ru", "uk", "mk", "be", "bg", "sr", "kk", "ky", "tg", "mn")


def find(document: Document) -> list[Mention]:
    """Return the people named in *document*; later mentions by surname carry the first one's value."""
    return _Finder(document).run()


@dataclass(slots=True)
class _Office:
    """A title: its words, half open, and its text with the head in the nominative."""

    first: int
    end: int
    text: str
    affiliation: str | None
    country: str | None


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document, "organization", "date", *_GEO)
        language = document.language if entries(document.language) else "ru"
        self.people: PeopleTables = tables_for(language)
        self.bodies = bodies_for(language).heads
        self.given = given_forms(language)
        self.found: list[Mention] = []
        self.values: dict[str, dict[str, Any]] = {}
        self.stems: dict[str, str] = {}
        self.initialled: dict[tuple[str, str], str] = {}

    def run(self) -> list[Mention]:
        offices = self._offices()
        by_end = {o.end: o for o in offices}
        by_first = {o.first: o for o in offices}
        i, count = 0, self.scan.count
        while i < count:
            end = self._end(i)
            if end is None:
                self._later(i)
                i += 1
                continue
            begin = self._behind_body(i, end, by_end)
            if begin > i and i in by_end:
                office = by_end[i]
                office.affiliation = office.affiliation or self.scan.span_text(i, begin)
                by_end[begin] = office
            self._weigh(begin, end, by_end, by_first)
            i = end
        return [replace(m, value=self.values[m.value]) for m in self.found]

    # --- names -------------------------------------------------------------------------------------------------

    def _end(self, i: int) -> int | None:
        """Return the end of the capitalised run that may be a name from word *i*."""
        scan, words = self.scan, self.scan.words
        if not self._fits(i) or (self.people.has("openers", words[i].lower) and scan.begins_sentence(i)):
            return None
        end = i + 1
        while (
            end < scan.count
            and end - i < 5
            and (scan.joined(end - 1) or (scan.gap(end - 1) in (". ", ".") and len(words[end - 1].text) <= 2))
        ):
            if not self._fits(end):
                break
            end += 1
        if end - i == 1 and "." not in words[i].text.rstrip("."):
            return None
        return end

    def _fits(self, i: int) -> bool:
        word = self.scan.words[i]
        if (
            not word.is_capital
            or not ("Ѐ" <= word.text[0] <= "ӿ")
            or self.scan.kind(i) in ("organization", "date", "region")
        ):
            return False
        lower = word.lower
        if (
            lower in self.people.titles
            or self.people.has("speech", lower)
            or self.people.has("blockers", lower)
            or self.people.has("honorifics", lower)
        ):
            return False
        if self.scan.kind(i) in _GEO:
            return lower in self.given
        return not (word.text.isupper() and len(word.text) > 1 and "." not in word.text and len(word.text) < 6)

    def _behind_body(self, first: int, end: int, by_end: dict[int, _Office]) -> int:
        """Return where the name begins behind a capitalised body: "директор Эрмитажа Михаил ..."."""
        words = self.scan.words
        if end - first < 3 or words[first].lower in self.given or first not in by_end:
            return first
        if is_patronymic(words[end - 1].lower):
            return first
        at = next((k for k in range(first + 1, end - 1) if words[k].lower in self.given), first)
        # "Министр культуры Татарстана Ирада Аюпова": the genitive behind an office is its body.
        return first + 1 if at == first and words[first].lower.endswith(("а", "я", "ии")) else at

    def _weigh(self, first: int, end: int, by_end: dict[int, _Office], by_first: dict[int, _Office]) -> None:
        scan, words = self.scan, self.scan.words
        lowers = [w.lower for w in words[first:end]]
        score = 0.0
        if lowers[0] in self.given:
            score += 0.6
        elif any(low in self.given for low in lowers[1:]):
            score += 0.4
        if any(is_patronymic(low) for low in lowers):
            score += 0.4
        if lowers[-1].endswith(_ENDINGS) or lowers[0].endswith(_ENDINGS):
            score += 0.2
        if "." in words[first].text or len(words[first].text) == 1:
            score += 0.35
        before = self._office_before(first, by_end)
        if before is not None:
            score += 0.5
        office = before
        honorific = first > 0 and self.people.has("honorifics", words[first - 1].lower)
        score += 0.4 if honorific else 0.0
        after = words[end].lower if end < scan.count and scan.joined(end - 1) else ""
        if self.people.has("speech", after) or (first and self.people.has("speech", words[first - 1].lower)):
            score += 0.3
        if office is None:
            office = self._office_after(end, by_first)
            score += 0.5 if office is not None else 0.0
        if score >= _ENOUGH:
            self._add(first, end, office, min(0.95, score))

    def _office_before(self, first: int, by_end: dict[int, _Office]) -> _Office | None:
        office = by_end.get(first)
        if office is not None and self.scan.gap(first - 1) in (" ", "\u00a0", ", ", " – ", " — ", ": "):
            return office
        return None

    def _office_after(self, end: int, by_first: dict[int, _Office]) -> _Office | None:
        scan, words = self.scan, self.scan.words
        if end >= scan.count or scan.gap(end - 1) not in _PAUSES:
            return None
        office = by_first.get(end)
        if office is not None:
            follows = office.end < scan.count and scan.joined(office.end - 1) and self._end(office.end) is not None
            return None if follows else office
        if words[end].lower.startswith("котор"):
            for at in range(end + 1, min(end + 9, scan.count)):
                if not scan.joined(at - 1):
                    return None
                if at in by_first:
                    return by_first[at]
        return None

    # --- titles ------------------------------------------------------------------------------------------------

    def _offices(self) -> list[_Office]:
        found: list[_Office] = []
        done = 0
        for i, word in enumerate(self.scan.words):
            if i < done or word.lower not in self.people.titles or self.scan.kind(i) == "organization":
                continue
            office = self._office(i, done)
            found.append(office)
            done = office.end
        return found

    def _office(self, i: int, floor: int) -> _Office:
        scan, words = self.scan, self.scan.words
        first = i
        while (
            first - 1 >= floor
            and scan.joined(first - 1)
            and self.people.has("modifiers", words[first - 1].lower)
            and words[first - 1].lower != "и"
        ):
            first -= 1
        end = text_end = i + 1
        affiliation = country = None
        while end < scan.count and scan.joined(end - 1) and end - i < _MOST_TAIL:
            mention = scan.cover.get(end)
            if mention is not None and mention.kind == "organization":
                affiliation = str(mention.value["name"])
                country = mention.value.get("country")
                end = scan.at(mention.end - 1) + 1
                break
            if mention is not None and mention.kind in _GEO and words[end].lower not in self.given:
                country = country or (mention.value if mention.kind == "country" else None)
                end = text_end = scan.at(mention.end - 1) + 1
                continue
            word = words[end]
            if (word.is_capital and not (word.text.isupper() and len(word.text) > 1)) or self.people.has(
                "speech", word.lower
            ):
                break
            end = text_end = end + 1
        base = self.people.titles[words[i].lower]
        if self.document.language == "mk":
            base = _without_article(base)
        head = base.capitalize() if words[i].is_capital else base
        before = "".join(adjective(w.text, base) + " " for w in words[first:i])
        tail = scan.text[words[i].end : words[text_end - 1].end] if text_end > i + 1 else ""
        if text_end == i + 2 and words[i + 1].lower in self.bodies and not words[i + 1].is_capital:
            # "директор музея": of which museum is said elsewhere.
            tail = ""
        text = _SPACE.sub(" ", before + head + tail)
        return _Office(first, end, text, affiliation, country)

    # --- mentions ----------------------------------------------------------------------------------------------

    def _add(self, first: int, end: int, office: _Office | None, score: float) -> None:
        scan, words = self.scan, self.scan.words
        name = self._nominative(first, end)
        known = self._known(name)
        value = self.values.get(known or name)
        if value is None:
            value = self.values[name] = {
                "name": name,
                "title": None,
                "affiliation": None,
                "country": None,
                "role": None,
            }
            tokens = name.replace(".", ". ").split()
            self.initialled.setdefault((tokens[-1], tokens[0][:1]), name)
            self.stems.setdefault(_stem(name.split()[-1].rpartition(".")[2]), name)
        if office is not None:
            value["title"] = value["title"] or office.text
            value["affiliation"] = value["affiliation"] or office.affiliation
            value["country"] = value["country"] or office.country
        extra: dict[str, Any] = {"first": known is None}
        before = words[first - 1].lower if first else ""
        if self.people.has("bylines", before) and ":" in scan.gap(first - 1):
            extra["byline"] = True
            score = min(score, 0.4)
        elif first and scan.joined(first - 1) and self.people.has("topics", before):
            extra["topic"] = True
            score = min(score, 0.3)
        start, stop = words[first].start, words[end - 1].end
        mention = Mention(
            "person", scan.text[start:stop], start, stop, known or name, "people.slavic", round(score, 2), extra
        )
        self.found.append(mention)

    def _nominative(self, first: int, end: int) -> str:
        texts = [w.text for w in self.scan.words[first:end]]
        shape = next((self.given[t.lower()] for t in texts if t.lower() in self.given), None)
        if shape is None or self.document.language in ("mk", "bg", "sr"):
            return _SPACE.sub(" ", self.scan.span_text(first, end))
        _, gender, case = shape
        out = []
        for text in texts:
            lower = text.lower()
            if lower in self.given:
                out.append(self.given[lower][0].title() if case != "n" else text)
            elif is_patronymic(lower):
                out.append((patronymic(lower) or lower).capitalize())
            else:
                out.append(surname(text, gender, case))
        return " ".join(out)

    def _known(self, name: str) -> str | None:
        if name in self.values:
            return name
        tokens = name.replace(".", ". ").split()
        return self.initialled.get((tokens[-1], tokens[0][:1])) if tokens else None

    def _later(self, i: int) -> None:
        """Find a surname alone in any case: "Для Дриги"."""
        word = self.scan.words[i]
        if not word.is_capital or self.scan.kind(i) in ("organization", "date") or len(word.text) < 4:
            return
        for cut in (0, 1, 2, 3):
            stem = word.lower[: len(word.lower) - cut] if cut else word.lower
            owner = self.stems.get(stem)
            if owner is not None and len(stem) > 2:
                self.found.append(
                    Mention("person", word.text, word.start, word.end, owner, "people.surname", 0.7, {"first": False})
                )
                return


def _stem(name: str) -> str:
    lower = name.lower()
    return lower[:-1] if lower[-1:] in "аяйьо" and len(lower) > 3 else lower


def _without_article(office: str) -> str:
    """Return a Macedonian office without its article: амбасадорот, директорката."""
    if office.endswith("та"):
        return office[:-2]
    return office[:-2] if office.endswith("от") and len(office) > _LONG_OFFICE else office
