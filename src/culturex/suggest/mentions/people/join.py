"""Make mentions of names: one value for each person, later mentions by surname joined to the first."""

from __future__ import annotations

from typing import Any

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.people.evidence import Run
from culturex.suggest.mentions.people.tidy import tidy
from culturex.suggest.mentions.people.values import named
from culturex.suggest.mentions.scan import GEO, Scan, squeezed
from culturex.suggest.mentions.words.forms import without_possessive
from culturex.suggest.mentions.words.looks import Look
from culturex.suggest.mentions.words.people import PeopleTables, fold

_MOST_NAMESAKES = 20


class Joiner:
    """Makes the mentions of one document."""

    def __init__(self, scan: Scan, people: PeopleTables, looks: list[Look], runs: list[Run]) -> None:
        self.scan = scan
        self.people = people
        self.looks = looks
        self.runs = runs
        self.values: dict[str, dict[str, Any]] = {}
        self.surnames: dict[str, str | None] = {}
        # Names by each of their words, so that a long text with many names is read in linear time.
        self.by_word: dict[str, list[str]] = {}

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        taken: set[int] = set()
        single: list[Run] = []
        for run in self.runs:
            if run.end - run.first == 1 and "." not in self.scan.texts[run.first]:
                single.append(run)
                continue
            name = self._name(run)
            known = self._known(name)
            found.append(self._mention(run, known or name, first=known is None))
            taken.update(range(run.first, run.end))
        for run in single:
            name = self._name(run)
            key = fold(name)
            owner = self.surnames.get(key) or self._by_given(run, key)
            found.append(self._mention(run, owner or name, first=owner is None and name not in self.values))
            taken.add(run.first)
            if owner is None:
                self.surnames.setdefault(key, name)
        found += self._later(taken)
        return found

    def _name(self, run: Run) -> str:
        text = squeezed(self.scan.span_text(run.first, run.end))
        if self.scan.texts[run.end - 1].isalpha():
            return text
        bare, mark, ending = text.replace("’", "'").rpartition("'")
        if mark and ending in self.people.words["suffixes"]:
            return bare
        return without_possessive(text)

    def _known(self, name: str) -> str | None:
        """Return the earlier name that *name* repeats: the same words, or its last ones."""
        if name in self.values:
            return name
        if not self.by_word:
            return None
        tokens = [fold(t) for t in name.split()]
        last = tokens[-1].rpartition(".")[2] or tokens[-1]
        for earlier in self.by_word.get(last, ()):
            whole = [fold(t) for t in earlier.split()]
            if sorted(whole) == sorted(tokens) or (len(tokens) >= 2 and set(tokens) <= set(whole)):
                return earlier
            if len(tokens) < len(whole) and whole[-len(tokens) :] == tokens:
                return earlier
            pair = len(whole) == 2 < len(tokens) and whole[0] not in self.people.given
            if pair and tokens[-2:] == whole:
                return self._fuller(earlier, name)
            if "." in name and whole[-1] == last and whole[0][:1] == tokens[0][:1]:
                return earlier
            if "." in earlier and _spells_out(whole, tokens):
                return self._fuller(earlier, name)
        return None

    def _fuller(self, earlier: str, name: str) -> str:
        """Give whom an *earlier* mention called by two family names the whole *name*: "Jens Moller Berg"."""
        value = self.values[name] = self.values[earlier]
        value["name"] = name
        for token in map(fold, name.split()):
            if len(owners := self.by_word.setdefault(token, [])) < _MOST_NAMESAKES:
                owners.append(name)
        return name

    def _by_given(self, run: Run, key: str) -> str | None:
        """Return the one earlier person whose given name stands behind a title: "Sheikh Salem", "King Charles"."""
        owners = [name for name in self.by_word.get(key, ()) if fold(name.split()[0]).partition("-")[0] == key]
        return owners[0] if len(owners) == 1 and (run.honorific or run.title) else None

    def _mention(self, run: Run, name: str, *, first: bool) -> Mention:
        value = self.values.get(name)
        if value is None:
            value = self.values[name] = named(name)
            self._note_surname(name)
        body = None
        if run.title_text and (value["title"] is None or (first and not run.title)):
            value["title"], body = tidy(run.title_text, self.scan.document.language)
        value["affiliation"] = value["affiliation"] or run.affiliation or body
        value["country"] = value["country"] or run.country
        scan = self.scan
        start, end = scan.starts[run.first], scan.ends[run.end - 1]
        text = self.scan.text[start:end]
        if text.endswith(("'s", "’s")):
            end -= 2
            text = text[:-2]
        extra: dict[str, Any] = {"first": first, "why": run.reasons}
        confidence = 0.95 if run.score > 0.95 else max(0.05, run.score)
        if run.byline:
            extra["byline"] = True
            confidence = min(confidence, 0.4)
        if run.topic:
            extra["topic"] = True
            confidence = min(confidence, 0.3)
        return Mention("person", text, start, end, value, run.rule, round(confidence, 2), extra)

    def _note_surname(self, name: str) -> None:
        tokens = [fold(t.rpartition(".")[2] or t) for t in name.split()]
        for token in (*tokens, *tokens[0].split("-")[:-1]):
            owners = self.by_word.setdefault(token, [])
            if len(owners) < _MOST_NAMESAKES:
                owners.append(name)
        keys = {tokens[-1]}
        if tokens[0] in self.people.words["pinyin"] or tokens[0] in self.people.words["korean"]:
            keys.add(tokens[0])
        if len(tokens) >= 3:
            keys.add(tokens[-2])
            keys.add(" ".join(tokens[-2:]))
        for key in keys:
            # Two people with one surname: a bare surname tells neither.
            if len(key) > 1 and self.surnames.setdefault(key, name) != name:
                self.surnames[key] = None

    def _later(self, taken: set[int]) -> list[Mention]:
        """Find surnames alone: "Koldunova added", "Sun said"."""
        found: list[Mention] = []
        scan, looks, surnames = self.scan, self.looks, self.surnames
        if not surnames:
            return found
        for i in [i for i in scan.capitals if looks[i].key in surnames and i not in taken]:
            key = looks[i].key
            owner = surnames[key]
            if owner is None or scan.kinds[i] in ("organization", "date") or not self._alone(i, key):
                continue
            start = scan.starts[i]
            end = start + len(without_possessive(scan.texts[i]))
            value = self.values[owner]
            found.append(
                Mention("person", scan.text[start:end], start, end, value, "people.surname", 0.7, {"first": False})
            )
        return found

    def _alone(self, i: int, key: str) -> bool:
        """Tell whether a surname at *i* stands for the person, not inside another name."""
        scan = self.scan
        if (
            scan.joined[i]
            and i + 1 < scan.count
            and scan.is_capital[i + 1]
            and scan.lowers[i + 1] not in self.people.titles
        ):
            return False
        if (
            i
            and scan.joined[i - 1]
            and scan.is_capital[i - 1]
            and not (
                scan.lowers[i - 1] in self.people.words["honorifics"]
                or scan.lowers[i - 1] in self.people.titles
                or scan.lowers[i - 1] in self.people.words["openers"]
            )
        ):
            return False
        ordinary = (
            key in self.people.words["common"]
            or key in self.people.words["pinyin"]
            or key in self.people.words["blockers"]
            or scan.kinds[i] in GEO
        )
        if not ordinary:
            return True
        after = scan.lowers[i + 1] if i + 1 < scan.count and scan.joined[i] else ""
        before = scan.lowers[i - 1] if i and scan.gaps[i - 1] in (" ", ". ") else ""
        return (
            after in self.people.words["speech"]
            or after in self.people.words["doing"]
            or before in self.people.words["honorifics"]
            or before in self.people.titles
        )


def _spells_out(short: list[str], full: list[str]) -> bool:
    """Tell whether *full* has the words of *short* and what its initials stand for: "Ana Maria Ruiz", "Ana M. Ruiz".

    Both are folded. The first word is spelled in both: an "A. Ruiz" may be anybody's brother.
    """
    if len(short) != len(full) or short[-1] != full[-1] or short[0] != full[0]:
        return False
    return all(whole.startswith(part.rstrip(".")) for part, whole in zip(short, full, strict=True))
