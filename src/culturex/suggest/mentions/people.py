"""Find people with their titles, bodies and countries; join later mentions by surname to the first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations_tables import tables_for as bodies_for
from culturex.suggest.mentions.people_names import Names, Run
from culturex.suggest.mentions.people_tables import PeopleTables, fold, tables_for
from culturex.suggest.mentions.people_titles import ROYAL, Title, Titles, body_name
from culturex.suggest.mentions.scan import Scan

_SPACE = re.compile(r"\s+")
_ENOUGH = 0.5
# A list of people does not save what speaks so much against a name.
_HOPELESS = -0.2
_GEO = ("country", "region", "place")
_PAUSES = (", ", " (", " – ", " - ", " — ", ": ", "-", " [", "–", "—", ", ‘", " -", "- ")
_BEFORE = (" ", "\u00a0", ", ", ": ", " – ", " - ", ". ", ".", " — ")
_SMALL = frozenset("the a an who is was now his her its their then currently as both also one of our a el la le der die das quien qui es est ist".split())
_LINKS_AFTER = frozenset(("of", "from", "de", "von", "du", "representing", "with", "aus"))
_LIST_GAPS = (", ", " and ", " & ", ", and ", " y ", " et ", " und ", " e ")


# Verbs that say what someone is.
_MAKERS = {"writes": "writer of", "teaches": "teacher of", "plays": "player of", "composes": "composer of"}


def find(document: Document) -> list[Mention]:
    """Return the people named in *document*, in order. Each mention of one person carries the same value."""
    from culturex.suggest.mentions import people_han, people_slavic

    found = people_han.find(document)
    if document.words:
        if people_slavic.reads(document):
            found += people_slavic.find(document)
        else:
            found += _Finder(document).run()
    found.sort(key=lambda m: (m.start, -m.end))
    return found


class _Finder:
    """The state of one run over one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document, "organization", "date", *_GEO)
        self.people: PeopleTables = tables_for(document.language)
        self.names = Names(self.scan, self.people)
        self.titles = Titles(self.scan, self.people, bodies_for(document.language).words["topics"])
        self.by_end: dict[int, Title] = {}
        self.by_first: dict[int, Title] = {}
        self.runs: list[Run] = []
        self.in_titles: set[int] = set()

    def run(self) -> list[Mention]:
        for title in self.titles.all():
            self.by_end[title.end] = title
            self.by_first[title.first] = title
            self.in_titles.update(range(title.first, title.end))
        self._collect()
        self._coordinate()
        kept = [r for r in self.runs if r.score >= _ENOUGH or r.topic]
        return _Joiner(self, kept).mentions()

    # --- collect -----------------------------------------------------------------------------------------------

    def _collect(self) -> None:
        done = 0
        for i in self.scan.capitals:
            if i < done or i in self.in_titles or self.scan.kind(i) in ("organization", "date"):
                continue
            before, title, honorific = self._before(i)
            end = self.names.end_of(i, titled=bool(title or honorific))
            if end is None:
                continue
            run = Run(i, end, honorific=honorific)
            self._weigh(run, title, before)
            self.runs.append(run)
            done = end

    def _before(self, i: int) -> tuple[int, Title | None, str | None]:
        """Return the word index after which the title ended, the title before a name at *i*, and the honorific."""
        scan = self.scan
        at = i
        honorific = None
        while at > 0 and self.names.is_honorific(at - 1) and scan.gap(at - 1) in (" ", ". ", ".", "\u00a0"):
            at -= 1
            honorific = scan.words[at].text
        while at > 0 and scan.joined(at - 1) and scan.words[at - 1].lower in ROYAL and (at - 1) in self.by_end:
            at -= 1
        title = self.by_end.get(at)
        if title is not None and scan.gap(at - 1) not in _BEFORE:
            title = None
        if title is None and at >= 2 and scan.joined(at - 1) and scan.words[at - 1].lower in ("is", "are", "was", "were", "named", "like", "es", "ist", "est"):
            copular = self.by_end.get(at - 1)
            title = copular if copular is not None and scan.joined(at - 2) else None
        return at, title, honorific

    def _weigh(self, run: Run, title: Title | None, before: int) -> None:
        self.names.judge(run)
        if run.honorific:
            run.add(0.6, "honorific")
        joined = title is not None and before > 0 and self.scan.gap(before - 1) in (" ", "\u00a0", ". ", ".")
        if title is not None and not joined and self._has_bearer(title):
            title = None
        if title is not None:
            run.add(0.25 if title.weak else (self._by_title(run) if joined else 0.4), "title before")
            run.rule = "people.title_before"
            self._take(run, title)
        self._after(run, title is not None and not (title.weak or title.plural))
        self._marks(run)

    def _by_title(self, run: Run) -> float:
        """Return how much an office right before the name counts: all, where the name begins with no plain word."""
        words = self.scan.words
        plain = self.people.has("common", words[run.first].lower) or self.scan.is_title_case(run.first)
        return 0.5 if plain else 0.85

    def _has_bearer(self, title: Title) -> bool:
        """Tell whether the title is an apposition to the name before it."""
        return any(r.title is title for r in self.runs[-3:])

    def _take(self, run: Run, title: Title) -> None:
        run.title = title
        text = title.text
        if title.plural:
            text = self._singular(text, title)
        run.title_text = text
        run.affiliation = title.affiliation
        run.country = title.country

    def _singular(self, text: str, title: Title) -> str:
        word = self.scan.words[title.head]
        lower = word.lower
        if lower == "crs":
            single = word.text[:-1]
        elif lower.endswith("es") and lower[:-2] in self.people.titles and lower[:-1] not in self.people.titles:
            single = word.text[:-2]
        elif lower.endswith("s") and lower[:-1] in self.people.titles:
            single = word.text[:-1]
        else:
            return text
        return text.replace(word.text, single, 1)

    # --- after the name ----------------------------------------------------------------------------------------

    def _after(self, run: Run, has_title: bool) -> None:
        scan = self.scan
        at = run.end
        if at >= scan.count or scan.words[at - 1].text.endswith(("'s", "’s")):
            return
        if scan.joined(at - 1) and scan.words[at].lower in _LINKS_AFTER and not run.affiliation:
            at = run.stop = self._of(run, at)
        if at >= scan.count:
            return
        gap = scan.gap(at - 1)
        if gap in _PAUSES:
            self._apposition(run, at, has_title, parenthesis="(" in gap)

    def _apposition(self, run: Run, at: int, has_title: bool, *, parenthesis: bool) -> None:
        scan, words = self.scan, self.scan.words
        mention = scan.cover.get(at)
        if parenthesis and mention is not None and mention.kind == "organization":
            run.affiliation = run.affiliation or body_name(mention)
            run.country = run.country or mention.value.get("country")
            run.add(0.3, "body in parentheses")
            return
        if parenthesis and mention is not None and mention.kind in _GEO:
            run.country = run.country or self.titles.code(at)
        if parenthesis and run.title is not None and run.title.plural and run.rule == "people.title_before":
            self._field(run, at)
            return
        begin = at
        while begin < min(at + 5, scan.count) and words[begin].lower in _SMALL and scan.joined(begin) and begin not in self.by_first:
            begin += 1
        title = self.by_first.get(begin) or self._title_past_owner(begin)
        if title is None and words[at].lower in ("who", "quien", "qui"):
            self._relative(run, at)
            return
        if title is None or self._names_after(title):
            if words[at].lower == "representing" and at + 1 < scan.count:
                run.stop = self._of(run, at)
            return
        if has_title and run.title_text:
            return
        title = self.titles.tail(title)
        self.in_titles.update(range(title.first, title.end))
        run.add(0.5, "apposition")
        run.rule = "people.apposition" if not parenthesis else "people.parenthesis"
        self._take(run, title)

    def _title_past_owner(self, begin: int) -> Title | None:
        """Find the title behind the body that owns it: ", The Washington Post's food critic"."""
        scan = self.scan
        for at in range(begin + 1, min(begin + 6, scan.count)):
            if at in self.by_first and scan.words[at - 1].lower.endswith(("'s", "’s")):
                return self.by_first[at]
            mention = scan.cover.get(begin)
            if at in self.by_first and mention is not None and scan.cover.get(at - 1) is mention and mention.kind == "organization":
                return self.by_first[at]
            if not scan.joined(at - 1):
                return None
        return None

    def _names_after(self, title: Title) -> bool:
        """Tell whether the title belongs to the name that follows it at once."""
        end = title.end
        scan = self.scan
        while end < scan.count and self.names.is_honorific(end) and scan.gap(end - 1) in (" ", ". "):
            end += 1
        if end >= scan.count or scan.gap(end - 1) not in (" ", ". ", "\u00a0"):
            return False
        return scan.words[end].is_capital and self.names.end_of(end, titled=True) is not None

    def _relative(self, run: Run, who: int) -> None:
        """Read ", who teaches as a professor at X", ", who leads the Office ...", ", who founded X"."""
        scan, words = self.scan, self.scan.words
        verb = who + 1
        if verb >= scan.count:
            return
        lower = words[verb].lower
        if lower in ("founded", "established", "co-founded"):
            run.title_text = run.title_text or ("co-founder" if lower.startswith("co") else "founder")
            mention = next((scan.cover[k] for k in range(verb + 1, min(verb + 4, scan.count)) if scan.kind(k) == "organization"), None)
            if mention is not None:
                run.affiliation = run.affiliation or body_name(mention)
            return
        for at in range(verb, min(verb + 7, scan.count)):
            if not scan.joined(at - 1):
                break
            if at in self.by_first:
                if run.title_text is None or (run.title is not None and run.title.weak):
                    title = self.titles.tail(self.by_first[at])
                    self.in_titles.update(range(title.first, title.end))
                    self._take(run, title)
                return
        made = _MAKERS.get(lower)
        if made and run.title_text is None:
            end = self._phrase_end(verb + 1)
            begin = verb + 2 if words[verb + 1].lower == "both" else verb + 1
            if end > begin:
                run.title_text = f"{made} {_SPACE.sub(' ', scan.span_text(begin, end))}"
            return
        if lower in ("leads", "heads", "runs", "chairs", "directs", "coordinates", "gives", "teaches", "writes") and run.title_text is None:
            end = self._phrase_end(verb + 1)
            run.title_text = _SPACE.sub(" ", scan.span_text(verb, end))

    def _phrase_end(self, at: int) -> int:
        scan, words = self.scan, self.scan.words
        end = at
        while end < min(at + 11, scan.count) and scan.joined(end - 1) and words[end].lower not in ("after", "who", "which"):
            end += 1
        return end

    def _field(self, run: Run, at: int) -> None:
        """Read the field in parentheses behind one of several: "los coordinadores A (Planeación) y B (...)"."""
        text = self.scan.text[self.scan.words[at].start :]
        inside, closing, _ = text[:120].partition(")")
        if closing and inside[:1].isupper() and run.title_text:
            link = "de" if self.document.language in ("es", "pt", "fr", "it") else "for"
            run.title_text = f"{run.title_text} {link} {_SPACE.sub(' ', inside)}"

    def _of(self, run: Run, at: int) -> int:
        """Read the body or country after the name ("Rector X of University Y", "X of Cyprus"); return where it ends."""
        scan, words = self.scan, self.scan.words
        begin = at + 1
        while begin < scan.count and scan.joined(begin - 1) and words[begin].lower in ("the", "la", "el", "der", "le"):
            begin += 1
        if begin >= scan.count:
            return run.end
        mention = scan.cover.get(begin)
        if mention is not None and mention.kind == "organization":
            run.affiliation = body_name(mention)
            run.country = run.country or mention.value.get("country")
            run.add(0.3, "body after")
            return scan.at(mention.end - 1) + 1
        if mention is not None and mention.kind in _GEO:
            if words[at].lower not in ("of", "from", "aus"):
                return run.end
            run.country = run.country or self.titles.code(begin)
            run.add(0.1, "country after")
            stop = scan.at(mention.end - 1) + 1
            if run.title is not None and run.title.plural and run.title_text and words[at].lower == "of":
                run.title_text = f"{run.title_text} {_SPACE.sub(' ', scan.span_text(at, stop))}"
            return stop
        stop = self._unknown_body(begin)
        if stop > begin and words[at].lower in ("of", "representing"):
            run.affiliation = _SPACE.sub(" ", scan.span_text(begin, stop))
            return stop
        return run.end

    def _unknown_body(self, begin: int) -> int:
        """Return the end of a capitalised name after "of": "X of Unconventional Diner and l'Ardente"."""
        scan, words = self.scan, self.scan.words
        stop = begin
        while stop < scan.count and (stop == begin or scan.joined(stop - 1) or scan.gap(stop - 1) == "."):
            if words[stop].is_capital or (stop > begin and (words[stop].lower in ("and", "com", "org") or "'" in words[stop].text.replace("’", "'"))):
                stop += 1
                continue
            break
        while stop > begin and words[stop - 1].lower == "and":
            stop -= 1
        return stop

    def _marks(self, run: Run) -> None:
        """Mark authors of the page and people who are a topic."""
        scan, words = self.scan, self.scan.words
        first = run.first
        while first > 0 and self.names.is_honorific(first - 1):
            first -= 1
        before = words[first - 1].lower if first else ""
        gap = scan.gap(first - 1) if first else "\n"
        label = self.people.has("bylines", before) and "\n" not in gap
        if label and (":" in gap or "/" in gap or self._is_signature(first)):
            run.byline = True
        elif self.runs and self.runs[-1].byline and scan.text[words[self.runs[-1].end - 1].end : words[run.first].start] in _LIST_GAPS:
            run.byline = True
        if run.byline:
            run.add(0.4, "byline")
        if self._is_topic(first):
            run.topic = True
        if words[run.end - 1].text.endswith(("'s", "’s")) and run.end < scan.count and self.people.has("topics", words[run.end].lower) and run.title is None:
            run.topic = True

    def _is_signature(self, first: int) -> bool:
        """Tell whether "By" before word *first* begins a line or a parenthesis, or follows "Photo", "Text"."""
        scan, words = self.scan, self.scan.words
        if words[first - 1].lower not in ("by", "par", "von", "por"):
            return False
        if first > 1 and scan.joined(first - 2) and self.people.has("bylines", words[first - 2].lower):
            return True
        opened = first < 2 or any(c in scan.gap(first - 2) for c in "\n(|[")
        return words[first - 1].is_capital and opened

    def _is_topic(self, first: int) -> bool:
        """Tell whether "the works of", "a bust of", "dedicated to", "named after" leads up to word *first*."""
        scan, words = self.scan, self.scan.words
        if first < 2 or not scan.joined(first - 1):
            return False
        link, cue = words[first - 1].lower, words[first - 2].lower
        if link in ("of", "de", "to", "after", "von", "des", "by", "for", "di", "on") and scan.joined(first - 2):
            if link == "to":
                return cue in ("dedicated", "devoted", "tribute", "homage", "monument")
            if link == "after":
                return cue == "named"
            if link == "by":
                return cue in ("works", "music", "poems", "paintings", "songs", "plays", "novels", "pieces", "compositions", "work")
            if link in ("for", "on"):
                return False
            return self.people.has("topics", cue)
        return link in ("poet", "composer") and False

    # --- lists -------------------------------------------------------------------------------------------------

    def _coordinate(self) -> None:
        """Carry evidence and shared titles along lists: "Crs A B, C D and E F"."""
        for k in range(1, len(self.runs)):
            one, two = self.runs[k - 1], self.runs[k]
            if not self._listed(one, two):
                continue
            if one.score >= _ENOUGH and _HOPELESS < two.score < _ENOUGH:
                two.add(0.35, "in a list of people")
            title = one.title
            if title is not None and title.plural and two.title is None and one.rule == "people.title_before":
                self._take(two, title)
                two.rule = "people.title_before"
                two.add(0.4, "shares a title")
                self._after(two, False)
        for k in range(len(self.runs) - 2, -1, -1):
            one, two = self.runs[k], self.runs[k + 1]
            if self._listed(one, two):
                if two.score >= _ENOUGH > one.score > _HOPELESS:
                    one.add(0.35, "in a list of people")
                if two.title is not None and two.title.plural and two.rule == "people.apposition" and (one.title is None or one.title.plural):
                    self._take(one, two.title)
                if two.affiliation and not one.affiliation and two.title is None and one.title is None:
                    one.affiliation = two.affiliation

    def _listed(self, one: Run, two: Run) -> bool:
        text = self.scan.text
        between = text[self.scan.words[max(one.end, one.stop) - 1].end : self.scan.words[two.first].start]
        if len(between) > 60 or "\n" in between:
            return False
        plain = re.sub(r"\([^)]{0,50}\)", "", between)
        for honorific in ("Prof.", "Dr.", "Mr.", "Mrs.", "Ms.", "Mr", "Ms", "Dr"):
            plain = plain.replace(honorific + " ", "")
        return plain.replace("  ", " ").replace(" ,", ",") in _LIST_GAPS


class _Joiner:
    """Makes mentions of runs: one value for each person, later mentions by surname among them."""

    def __init__(self, finder: _Finder, runs: list[Run]) -> None:
        self.finder = finder
        self.scan = finder.scan
        self.people = finder.people
        self.runs = runs
        self.values: dict[str, dict[str, Any]] = {}
        self.surnames: dict[str, str | None] = {}

    def mentions(self) -> list[Mention]:
        full = [r for r in self.runs if r.end - r.first > 1 or "." in self.scan.words[r.first].text]
        single = [r for r in self.runs if r.end - r.first == 1 and "." not in self.scan.words[r.first].text]
        found: list[Mention] = []
        taken: set[int] = set()
        for run in full:
            name = self._name(run)
            known = self._known(name, run)
            found.append(self._mention(run, known or name, first=known is None))
            taken.update(range(run.first, run.end))
        for run in single:
            name = self._name(run)
            owner = self.surnames.get(fold(name))
            found.append(self._mention(run, owner or name, first=owner is None and name not in self.values))
            taken.update(range(run.first, run.end))
            if owner is None:
                self.surnames.setdefault(fold(name), name)
        found += self._later(taken)
        found = [replace(m, value=self.values[m.value]) for m in found]
        return found

    def _name(self, run: Run) -> str:
        text = _SPACE.sub(" ", self.scan.span_text(run.first, run.end))
        return text.removesuffix("'s").removesuffix("’s")

    def _known(self, name: str, run: Run) -> str | None:
        """Return the earlier name that *name* repeats: the same words, or its last ones."""
        if name in self.values:
            return name
        tokens = [fold(t) for t in name.split()]
        for earlier in self.values:
            whole = [fold(t) for t in earlier.split()]
            if sorted(whole) == sorted(tokens) or (len(tokens) < len(whole) and whole[-len(tokens) :] == tokens):
                return earlier
            if len(tokens) >= 2 and len(whole) > len(tokens) and set(tokens) <= set(whole):
                return earlier
            if "." in name and whole[-1] == tokens[-1].rpartition(".")[2] and whole[0][:1] == tokens[0][:1]:
                return earlier
        return None

    def _mention(self, run: Run, name: str, *, first: bool) -> Mention:
        value = self.values.get(name)
        if value is None:
            value = self.values[name] = {"name": name, "title": None, "affiliation": None, "country": None, "role": None}
            self._note_surname(name)
        if run.title_text and (value["title"] is None or (first and not run.title)):
            value["title"] = run.title_text
        value["affiliation"] = value["affiliation"] or run.affiliation
        value["country"] = value["country"] or run.country
        words = self.scan.words
        start, end = words[run.first].start, words[run.end - 1].end
        text = self.scan.text[start:end]
        if text.endswith(("'s", "’s")):
            end -= 2
            text = text[:-2]
        extra: dict[str, Any] = {"first": first, "why": list(run.reasons)}
        confidence = max(0.05, min(0.95, run.score))
        if run.byline:
            extra["byline"] = True
            confidence = min(confidence, 0.4)
        if run.topic:
            extra["topic"] = True
            confidence = min(confidence, 0.3)
        return Mention("person", text, start, end, name, run.rule, round(confidence, 2), extra)

    def _note_surname(self, name: str) -> None:
        tokens = [fold(t.rpartition(".")[2] or t) for t in name.split()]
        keys = {tokens[-1]}
        if self.people.has("pinyin", tokens[0]) or self.people.has("korean", tokens[0]):
            keys.add(tokens[0])
        if len(tokens) >= 3:
            keys.add(tokens[-2])
            keys.add(" ".join(tokens[-2:]))
        for key in keys:
            if len(key) > 1:
                # Two people with one surname: a bare surname tells neither.
                self.surnames[key] = name if key not in self.surnames or self.surnames[key] == name else None

    def _later(self, taken: set[int]) -> list[Mention]:
        """Find surnames alone: "Koldunova added", "Sun said"."""
        found: list[Mention] = []
        scan, words = self.scan, self.scan.words
        if not self.surnames:
            return found
        for i in scan.capitals:
            if i in taken:
                continue
            word = words[i]
            text = word.text if word.text.isalnum() else word.text.removesuffix("'s").removesuffix("’s")
            key = fold(text)
            owner = self.surnames.get(key)
            if owner is None or scan.kind(i) in ("organization", "date"):
                continue
            if owner is None or key not in self.surnames or not self._alone(i, key):
                continue
            first = i
            start, end = words[first].start, word.start + len(text)
            found.append(Mention("person", scan.text[start:end], start, end, owner, "people.surname", 0.7, {"first": False}))
        return found

    def _alone(self, i: int, key: str) -> bool:
        """Tell whether a surname at *i* stands for the person, not inside another name."""
        scan, words = self.scan, self.scan.words
        if scan.joined(i) and i + 1 < scan.count and words[i + 1].is_capital and not words[i + 1].lower in self.people.titles:
            return False
        if i and scan.joined(i - 1) and words[i - 1].is_capital and not (
            self.people.has("honorifics", words[i - 1].lower) or words[i - 1].lower in self.people.titles or self.people.has("openers", words[i - 1].lower)
        ):
            return False
        ordinary = self.people.has("common", key) or self.people.has("pinyin", key) or self.people.has("blockers", key) or scan.kind(i) in _GEO
        if not ordinary:
            return True
        after = words[i + 1].lower if i + 1 < scan.count and scan.joined(i) else ""
        before = words[i - 1].lower if i and scan.gap(i - 1) in (" ", ". ") else ""
        return self.people.has("speech", after) or self.people.has("doing", after) or self.people.has("honorifics", before) or before in self.people.titles
