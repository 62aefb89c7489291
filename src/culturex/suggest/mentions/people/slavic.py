"""Find people in Cyrillic text (Russian, Ukrainian, Macedonian): names in their nominative, with title and body."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.people.slavic_offices import Office, Offices
from culturex.suggest.mentions.people.values import named
from culturex.suggest.mentions.scan import GEO, Scan, squeezed
from culturex.suggest.mentions.words.cases import (
    given_forms,
    is_patronymic,
    patronymic,
    stranger,
    surname,
)
from culturex.suggest.mentions.words.people import PeopleTables, entries, tables_for

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
_LITTLE = 0.3
_ARABIC = tuple("аль- эль- ас- ар- ад- ан- аш- ат- ал- бин ибн".split())
# Words before names in the genitive, and verbs' fellows before names in the nominative.
_OF_WHOM = frozenset(
    "управлением руководством имени участием помощью памяти словам мнению инициативе приглашению".split()
)
_JOINING = frozenset("и а но или та і й чи где когда что как".split())
_LONG_INITIALS = frozenset(("Дж", "Дз", "Ст", "Св"))
_BEFORE = (" ", "\u00a0", ", ", " – ", " — ", ": ")
# Behind the quoted name of a body: "председатель Фонда «Мост» Анна Берг".
_CLOSED = ("» ", "” ", "“ ", '" ')
_PAUSES = (", ", " (", " – ", " — ", " - ")


def reads(document: Document) -> bool:
    """Tell whether the page is in a language of Cyrillic letters."""
    return document.language in ("ru", "uk", "mk", "be", "bg", "sr", "kk", "ky", "tg", "mn")


def find(document: Document) -> list[Mention]:
    """Return the people named in *document*; later mentions by surname carry the first one's value."""
    return _Finder(document).run()


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document, bodies=True)
        language = document.language if entries(document.language) else "ru"
        self.language = language
        self.people: PeopleTables = tables_for(language)
        self.given = given_forms(language)
        self.found: list[Mention] = []
        self.values: dict[str, dict[str, Any]] = {}
        self.stems: dict[str, str] = {}
        self.whole: dict[str, str] = {}
        self.initialled: dict[tuple[str, str], str] = {}

    def run(self) -> list[Mention]:
        offices = Offices(self.scan, self.people, self.language, self.given).all()
        by_end = {o.end: o for o in offices}
        by_first = {o.first: o for o in offices}
        inside = {i for o in offices for i in range(o.first, o.end)}
        i, count = 0, self.scan.count
        while i < count:
            if i in inside:
                i += 1
                continue
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
        scan = self.scan
        if not self._fits(i) or (scan.lowers[i] in self.people.words["openers"] and scan.begins_sentence(i)):
            return None
        end = i + 1
        while (
            end < scan.count
            and end - i < 5
            and (scan.joined[end - 1] or (scan.gaps[end - 1] in (". ", ".") and self._is_initial(end - 1)))
        ):
            if not (self._fits(end) or scan.texts[end].startswith(_ARABIC)):
                break
            end += 1
        if end - i == 1 and "." not in scan.texts[i].rstrip("."):
            return None
        return end

    def _is_initial(self, i: int) -> bool:
        text = self.scan.texts[i]
        return len(text) == 1 or text in _LONG_INITIALS

    def _fits(self, i: int) -> bool:
        word = self.scan.words[i]
        if (
            not word.is_capital
            or not ("Ѐ" <= word.text[0] <= "ӿ")
            or self.scan.kinds[i] in ("organization", "date", "region")
        ):
            return False
        lower = word.lower
        if (
            lower in self.people.titles
            or lower in self.people.words["speech"]
            or lower in self.people.words["blockers"]
            or lower in self.people.words["honorifics"]
        ):
            return False
        if self.scan.kinds[i] in GEO:
            return lower in self.given
        return not (word.text.isupper() and len(word.text) > 1 and "." not in word.text and len(word.text) < 6)

    def _behind_body(self, first: int, end: int, by_end: dict[int, Office]) -> int:
        """Return where the name begins behind a capitalised body: "директор Эрмитажа Михаил ..."."""
        scan = self.scan
        if end - first < 3 or scan.lowers[first] in self.given or first not in by_end:
            return first
        if is_patronymic(scan.lowers[end - 1]):
            return first
        at = next((k for k in range(first + 1, end - 1) if scan.lowers[k] in self.given), first)
        # "Министр культуры Татарстана Ирада Аюпова": the genitive behind an office is its body.
        return first + 1 if at == first and scan.lowers[first].endswith(("а", "я", "ии")) else at

    def _weigh(self, first: int, end: int, by_end: dict[int, Office], by_first: dict[int, Office]) -> None:
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
        if "." in scan.texts[first] or len(scan.texts[first]) == 1:
            score += 0.35
        before = self._office_before(first, by_end)
        if before is not None:
            score += 0.5
        office = before
        honorific = first > 0 and scan.lowers[first - 1] in self.people.words["honorifics"]
        score += 0.4 if honorific else 0.0
        after = scan.lowers[end] if end < scan.count and scan.joined[end - 1] else ""
        if after in self.people.words["speech"] or (first and scan.lowers[first - 1] in self.people.words["speech"]):
            score += 0.3
        if self.found and self.found[-1].end < scan.starts[first]:
            between = scan.text[self.found[-1].end : scan.starts[first]]
            score += 0.3 if between in (", ", " и ", " та ", " і ") else 0.0
        unknown = end - first > 1 and not scan.begins_sentence(first)
        if unknown and score <= _LITTLE and all(scan.kinds[k] is None for k in range(first, end)):
            score += 0.3
        if self._is_quoted(first, end):
            score -= 0.5
        if office is None:
            office = self._office_after(end, by_first)
            score += 0.5 if office is not None else 0.0
        if score >= _ENOUGH:
            self._add(
                first, end, office, min(0.95, score), before.case if before is not None else self._governed(first)
            )

    def _is_quoted(self, first: int, end: int) -> bool:
        """Tell whether the words are a title in quotation marks: «Старый Лев»."""
        before = self.scan.gaps[first - 1] if first else ""
        return before[-1:] in ("«", "„", "“", '"') and self.scan.gaps[end - 1][:1] in ("»", "“", "”", '"')

    def _governed(self, first: int) -> str:
        """Return the case letter that the word before a name from word *first* tells, ``n`` where it tells none."""
        scan = self.scan
        if not first or not scan.joined[first - 1] or scan.is_capital[first - 1]:
            return "n"
        before = scan.lowers[first - 1]
        if before in _OF_WHOM:
            return "g"
        ends = scan.texts[first].count(".") and before not in _JOINING and before not in self.people.words["speech"]
        return "g" if ends and len(before) > 1 else "n"

    def _office_before(self, first: int, by_end: dict[int, Office]) -> Office | None:
        office = by_end.get(first)
        if office is None:
            return None
        gap = self.scan.gaps[first - 1]
        if gap in _BEFORE or (office.affiliation is not None and gap in _CLOSED):
            return office
        return None

    def _office_after(self, end: int, by_first: dict[int, Office]) -> Office | None:
        scan = self.scan
        if end >= scan.count or scan.gaps[end - 1] not in _PAUSES:
            return None
        office = by_first.get(end)
        if office is not None:
            follows = office.end < scan.count and scan.joined[office.end - 1] and self._end(office.end) is not None
            return None if follows else office
        if scan.lowers[end].startswith("котор"):
            for at in range(end + 1, min(end + 9, scan.count)):
                if not scan.joined[at - 1]:
                    return None
                if at in by_first:
                    return by_first[at]
        return None

    # --- mentions ----------------------------------------------------------------------------------------------

    def _add(self, first: int, end: int, office: Office | None, score: float, governed: str) -> None:
        scan = self.scan
        name = self._nominative(first, end, governed)
        known = self._known(name)
        value = self.values.get(known or name)
        if value is None:
            value = self.values[name] = named(name)
            tokens = name.replace(".", ". ").split()
            self.whole.setdefault(_stem(name), name)
            self.initialled.setdefault((_stem(tokens[-1]), tokens[0][:1]), name)
            self.stems.setdefault(_stem(name.split()[-1].rpartition(".")[2]), name)
        if office is not None:
            value["title"] = value["title"] or office.text
            value["affiliation"] = value["affiliation"] or office.affiliation
            value["country"] = value["country"] or office.country
        extra: dict[str, Any] = {"first": known is None}
        before = scan.lowers[first - 1] if first else ""
        if before in self.people.words["bylines"] and ":" in scan.gaps[first - 1]:
            extra["byline"] = True
            score = min(score, 0.4)
        elif first and before in self.people.words["topics"] and (scan.joined[first - 1] != (before == "им")):
            extra["topic"] = True
            score = min(score, 0.3)
        start, stop = scan.starts[first], scan.ends[end - 1]
        mention = Mention(
            "person", scan.text[start:stop], start, stop, known or name, "people.slavic", round(score, 2), extra
        )
        self.found.append(mention)

    def _nominative(self, first: int, end: int, governed: str) -> str:
        """Return the name in words *first* to *end* in the nominative; *governed* is the case of the office before."""
        texts = [w.text for w in self.scan.words[first:end]]
        shape = next((self.given[t.lower()] for t in texts if t.lower() in self.given), None)
        masculine = self.given.get(texts[0].lower()[:-1]) if governed == "g" else None
        if masculine is not None and masculine[1:] == ("m", "n") and texts[0].endswith("а"):
            shape = (masculine[0], "m", "g")  # "под управлением Александра"
        if self.document.language in ("mk", "bg", "sr"):
            return squeezed(self.scan.span_text(first, end))
        if shape is None:
            text = squeezed(self.scan.span_text(first, end))
            front, last = text[: text.rfind(texts[-1])], texts[-1]
            if "." in last:  # "А.В.Рогожкина" is one word
                front, last = front + last[: last.rfind(".") + 1], last[last.rfind(".") + 1 :]
            return front + stranger(last, governed) if governed != "n" or last.endswith("ой") else text
        _, gender, case = shape
        if case == "n" and governed != "n" and not is_patronymic(texts[-1].lower()):
            # "с проректором Ким Чжон Хуном": the last word alone is declined.
            return " ".join([*texts[:-1], stranger(texts[-1], governed) if gender == "m" else texts[-1]])
        out = []
        for text in texts:
            lower = text.lower()
            if lower in self.given:
                base = self.given[lower][0] if self.given[lower][1] == gender else shape[0]
                out.append(base.title() if case != "n" else text)
            elif is_patronymic(lower):
                out.append((patronymic(lower) or lower).capitalize())
            else:
                out.append("-".join(surname(part, gender, case) for part in text.split("-")))
        return " ".join(out)

    def _known(self, name: str) -> str | None:
        if name in self.values:
            return name
        whole = self.whole.get(_stem(name))
        if whole is not None:
            return whole
        tokens = name.replace(".", ". ").split()
        return self.initialled.get((_stem(tokens[-1]), tokens[0][:1])) if tokens and "." in name else None

    def _later(self, i: int) -> None:
        """Find a surname alone in any case: "Для Дриги"."""
        word = self.scan.words[i]
        if not word.is_capital or self.scan.kinds[i] in ("organization", "date") or len(word.text) < 4:
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
