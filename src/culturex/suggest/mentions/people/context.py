"""Read what stands behind a name: appositions, parentheses, relative clauses, 'of' and a body."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.document import Document
from culturex.suggest.mentions.people.evidence import Judge, Run, is_age
from culturex.suggest.mentions.people.names import MOST_HONORIFICS, Names
from culturex.suggest.mentions.people.tails import BEING
from culturex.suggest.mentions.people.title_words import JOINERS, Title, body_name
from culturex.suggest.mentions.people.titles import Titles
from culturex.suggest.mentions.scan import Scan, squeezed
from culturex.suggest.mentions.words.bodies import tables_for as bodies_for
from culturex.suggest.mentions.words.people import PeopleTables, fold, tables_for

_GEO = ("country", "region", "place")
_PAUSES = (", ", " (", " – ", " - ", " — ", ": ", "-", " [", "–", "—", ", ‘", " -", "- ")
_LINKS_AFTER = frozenset(("of", "from", "de", "von", "du", "representing", "with", "aus", "vom"))


# Verbs that say what someone is.
_MAKERS = {"writes": "writer of", "teaches": "teacher of", "plays": "player of", "composes": "composer of"}


# Whom the next sentence is about.
_PRONOUNS = frozenset(("she", "he"))
# An office stands within so many words behind "who", or behind "who at the museum is".
_NEARBY, _FAR = 7, 13
# Verbs that tell an office with what they are over: "chairs the conference".
_LEADS = frozenset(("leads", "heads", "runs", "chairs", "directs", "coordinates"))
# What somebody is said to do, by its first word; where it ends, and after so many words at most.
_DUTIES = {"responsible": ("responsible", "for"), "in": ("in", "charge", "of")}
_WHERE = frozenset("at in with from within who which and since".split())
_MOST_DUTY = 6
# The longest letters of a party behind a name.
_LONGEST_PARTY = 5
# The longest office that is written short: "Gov.", "Supt.".
_LONGEST_RANK = 5
# A counterpart is told within so many characters.
_NEAR = 120


class Context:
    """Reads the surroundings of the names of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document, bodies=True)
        self.people: PeopleTables = tables_for(document.language)
        self.names = Names(self.scan, self.people)
        self.judge = Judge(self.names).judge
        self.titles = Titles(self.scan, self.people, bodies_for(document.language), self.names.looks)
        self.by_end: dict[int, Title] = {}
        self.by_first: dict[int, Title] = {}
        self.runs: list[Run] = []
        self.in_titles: set[int] = set()

    def _take(self, run: Run, title: Title) -> None:
        run.title = title
        text = title.text
        if title.plural:
            text = self._singular(text, title)
        head = self.scan.lowers[title.head]
        empty = head in self.people.words["empty_titles"] and (
            title.end - title.first <= 2 or head.startswith("counterpart")
        )
        run.title_text = self._of_counterpart(title) if empty else text
        run.affiliation = title.affiliation
        run.country = title.country

    def _of_counterpart(self, title: Title) -> str | None:
        """Return the office that "her Georgian counterpart" shares with the person named before."""
        if not self.scan.lowers[title.head].startswith("counterpart"):
            return None
        before = next((r for r in reversed(self.runs) if r.title_text and r.title), None)
        if before is None or before.title is None or before.title.plural or title.plural:
            return None
        near = self.scan.starts[title.head] - self.scan.ends[before.end - 1] < _NEAR
        return before.title_text if near else None

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

    def _after(self, run: Run, has_title: bool) -> None:
        scan = self.scan
        at = run.end
        if at >= scan.count or scan.texts[at - 1].endswith(("'s", "’s")):
            return
        if scan.joined[at - 1] and scan.lowers[at] in _LINKS_AFTER and not run.affiliation:
            at = run.stop = self._of(run, at)
        if at >= scan.count:
            return
        gap = scan.gaps[at - 1]
        if (
            gap == " ("
            and scan.gaps[at] == "), "
            and scan.texts[at].isupper()
            and len(scan.texts[at]) <= _LONGEST_PARTY
        ):
            at, gap = at + 1, ", "  # "Annika Berg (S), chairperson"
        if gap in _PAUSES:
            self._apposition(run, at, has_title, parenthesis="(" in gap)
        elif gap == " " and not run.title_text:
            self._said_of(run, at)
        elif gap == ". " and scan.lowers[at] in _PRONOUNS and scan.joined[at] and not run.title_text:
            self._said_of(run, at + 1)  # "by Ana Berg. She is the chairperson of"

    def _said_of(self, run: Run, at: int) -> None:
        """Read "X was the director", "X the artist and", "X said, who is a curator" from word *at* behind a name."""
        scan, lower = self.scan, self.scan.lowers[at]
        if lower == "the":
            title = self.by_first.get(at + 1)
            alone = title is not None and title.end - title.first == 1 and not scan.is_capital[at + 1]
            if title is None or not alone or (scan.joined[at + 1] and scan.lowers[at + 2] not in JOINERS):
                return
        elif lower in BEING and scan.joined[at]:
            begin = at + 1
            while scan.lowers[begin] in self.people.words["between"] and scan.joined[begin]:
                begin += 1
            title = self.by_first.get(begin) or self._title_past_nouns(begin)
            if title is None or title.weak or title.plural or self._names_after(title, apart=True):
                return
        else:
            if scan.gaps[at] == ", " and scan.lowers[at + 1] == "who" and lower in self.people.words["speech"]:
                self._relative(run, at + 1)
            return
        title = self.titles.tail(title)
        self.in_titles.update(range(title.first, title.end))
        run.add(0.4, "said of the name")
        run.rule = "people.said_of"
        self._take(run, title)

    def _apposition(self, run: Run, at: int, has_title: bool, *, parenthesis: bool) -> None:
        scan = self.scan
        mention = scan.cover[at]
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
        if scan.lowers[at] == "who" and scan.lowers[at + 1] in _LEADS:
            self._relative(run, at)
            return
        if is_age(scan.texts[at]) and scan.gaps[at] == ", ":
            at += 1  # "Ana Berg, 22, a third-year student"
        begin = at
        while (
            begin < min(at + 5, scan.count)
            and scan.lowers[begin] in self.people.words["between"]
            and scan.joined[begin]
            and begin not in self.by_first
        ):
            begin += 1
        if scan.lowers[begin] in _DUTIES and run.title_text is None and self._duty(run, begin):
            return
        title = self.by_first.get(begin) or self._title_past_owner(begin) or self._title_past_nouns(begin)
        if title is None and scan.lowers[at] in ("who", "quien", "qui"):
            self._relative(run, at)
            return
        if title is None or self._names_after(title, apart=begin > at):
            if scan.lowers[at] == "representing" and at + 1 < scan.count:
                run.stop = self._of(run, at)
            return
        if has_title and run.title_text:
            return
        title = self.titles.tail(title)
        self.in_titles.update(range(title.first, title.end))
        run.add(0.5, "apposition")
        run.rule = "people.apposition" if not parenthesis else "people.parenthesis"
        self._take(run, title)

    def _duty(self, run: Run, begin: int) -> bool:
        """Read "responsible for excavations at the Ministry", "in charge of the archives" behind a name."""
        scan, cue = self.scan, _DUTIES[self.scan.lowers[begin]]
        end = begin + len(cue)
        if tuple(scan.lowers[begin:end]) != cue or not scan.joined[end - 1]:
            return False
        limit = min(end + _MOST_DUTY, scan.count)
        while end < limit and scan.joined[end - 1] and scan.lowers[end] not in _WHERE:
            end += 1
        run.title_text = squeezed(scan.span_text(begin, end))
        body = scan.cover[end + 1] or scan.cover[end + 2] if scan.joined[end - 1] and end + 2 < scan.count else None
        if body is not None and body.kind == "organization":
            run.affiliation = run.affiliation or body_name(body)
        return True

    def _title_past_owner(self, begin: int) -> Title | None:
        """Find the title behind the body that owns it: ", The Washington Post's food critic"."""
        scan = self.scan
        for at in range(begin + 1, min(begin + 6, scan.count)):
            if at in self.by_first and scan.lowers[at - 1].endswith(("'s", "’s")):
                return self.by_first[at]
            mention = scan.cover[begin]
            if (
                at in self.by_first
                and mention is not None
                and scan.cover[at - 1] is mention
                and mention.kind == "organization"
            ):
                return self.by_first[at]
            if not scan.joined[at - 1]:
                return None
        return None

    def _title_past_nouns(self, begin: int) -> Title | None:
        """Find the title behind plain nouns that say which: ", course director at", ", tabla player"."""
        scan = self.scan
        if scan.lowers[begin].endswith("-old") and scan.joined[begin]:
            begin += 1  # "a 17-year-old pianist"
            if begin in self.by_first:
                return self.by_first[begin]
        for at in range(begin, min(begin + 3, scan.count)):
            lower = scan.lowers[at]
            if at in self.by_first and at > begin:
                title = self.by_first[at]
                text = f"{scan.span_text(begin, at)} {title.text}"
                return replace(title, first=begin, text=squeezed(text), weak=False)
            if not scan.joined[at] or not self._is_plain_noun(lower):
                return None
            if scan.is_capital[at] and (fold(scan.texts[at]) in self.people.given or scan.kinds[at] is not None):
                return None
        return None

    def _is_plain_noun(self, lower: str) -> bool:
        return lower not in self.people.small and lower not in self.people.titles and lower.replace("-", "").isalpha()

    def _names_after(self, title: Title, *, apart: bool) -> bool:
        """Tell whether the title belongs to the name that follows it at once.

        *apart* says that an article parts it from the name before: then a single word behind it is no name.
        """
        end = self._past_kind(title.end)
        scan = self.scan
        if scan.gaps[end - 1] == ". " and not self._is_abbreviated(end - 1):
            return False  # "the Deputy Mayor of Split. Mr. Berg"
        while (
            end < min(scan.count, title.end + MOST_HONORIFICS)
            and self.names.is_honorific(end)
            and scan.gaps[end - 1] in (" ", ". ")
        ):
            end += 1
        if end >= scan.count or scan.gaps[end - 1] not in (" ", ". ", "\u00a0"):
            return False
        if not scan.is_capital[end]:
            return False
        stop = self.names.end_of(end, titled=True)
        return stop is not None and not (apart and stop - end == 1)

    def _is_abbreviated(self, i: int) -> bool:
        """Tell whether the stop behind word *i* is that of a short office ("Lt. Gov.") and ends no sentence."""
        scan = self.scan
        return len(scan.texts[i]) <= _LONGEST_RANK and scan.lowers[i] in self.people.titles

    def _past_kind(self, end: int) -> int:
        """Step over what says which: "général de brigade Didier"."""
        scan = self.scan
        led = self.titles.romance and end + 1 < scan.count and scan.joined[end - 1] and scan.lowers[end] in ("de", "d")
        small = led and scan.joined[end] and not scan.is_capital[end + 1] and scan.joined[end + 1]
        return end + 2 if small else end

    def _relative(self, run: Run, who: int) -> None:
        """Read ", who teaches as a professor at X", ", who leads the Office ...", ", who founded X"."""
        scan = self.scan
        verb = who + 1
        if verb >= scan.count:
            return
        lower = scan.lowers[verb]
        if lower in ("founded", "established", "co-founded"):
            run.title_text = run.title_text or ("co-founder" if lower.startswith("co") else "founder")
            mention = next(
                (scan.cover[k] for k in range(verb + 1, min(verb + 4, scan.count)) if scan.kinds[k] == "organization"),
                None,
            )
            if mention is not None:
                run.affiliation = run.affiliation or body_name(mention)
            return
        far = _FAR if lower == "at" else _NEARBY
        for at in range(verb, min(verb + far, scan.count)):
            if not scan.joined[at - 1] or (lower in _LEADS and not self._is_of_body(verb)):
                break
            if at in self.by_first:
                if run.title_text is None or (run.title is not None and run.title.weak):
                    title = self.titles.tail(self.by_first[at])
                    self.in_titles.update(range(title.first, title.end))
                    self._take(run, title)
                    if title.plural:
                        run.rule = "people.apposition"
                return
        made = _MAKERS.get(lower)
        if made and run.title_text is None:
            end = self._phrase_end(verb + 1)
            begin = verb + 2 if scan.lowers[verb + 1] == "both" else verb + 1
            if end > begin:
                run.title_text = f"{made} {squeezed(scan.span_text(begin, end))}"
            return
        if (
            (lower in _LEADS or lower in ("gives", "teaches", "writes"))
            and run.title_text is None
            and (run.honorific or "").lower() not in self.people.titles
        ):
            end = self._phrase_end(verb + 1)
            run.title_text = squeezed(scan.span_text(verb, end)) if end > verb + 1 else None

    def _is_of_body(self, verb: int) -> bool:
        """Tell whether somebody "chairs" a body: then the office is told without it."""
        scan = self.scan
        begin = verb + 1 + (scan.lowers[verb + 1] == "the")
        return scan.lowers[verb] in self.people.titles and scan.kinds[begin] == "organization"

    def _phrase_end(self, at: int) -> int:
        scan = self.scan
        end = at
        while (
            end < min(at + 11, scan.count)
            and scan.joined[end - 1]
            and scan.lowers[end] not in ("after", "who", "which")
        ):
            end += 1
        return end

    def _field(self, run: Run, at: int) -> None:
        """Read the field in parentheses behind one of several: "los coordinadores A (Planeación) y B (...)"."""
        text = self.scan.text[self.scan.starts[at] :]
        inside, closing, _ = text[:120].partition(")")
        if closing and inside[:1].isupper() and run.title_text:
            link = "de" if self.document.language in ("es", "pt", "fr", "it") else "for"
            run.title_text = f"{run.title_text} {link} {squeezed(inside)}"

    def _of(self, run: Run, at: int) -> int:
        """Read the body or country after the name ("Rector X of University Y", "X of Cyprus"); return where it ends."""
        scan = self.scan
        begin = at + 1
        while begin < scan.count and scan.joined[begin - 1] and scan.lowers[begin] in ("the", "la", "el", "der", "le"):
            begin += 1
        if begin >= scan.count:
            return run.end
        mention = scan.cover[begin]
        if mention is not None and mention.kind == "organization":
            run.affiliation = body_name(mention)
            run.country = run.country or mention.value.get("country")
            run.add(0.3, "body after")
            return scan.at(mention.end - 1) + 1
        if mention is not None and mention.kind in _GEO:
            if scan.lowers[at] not in ("of", "from", "aus"):
                return run.end
            run.country = run.country or self.titles.code(begin)
            run.add(0.1, "country after")
            stop = scan.at(mention.end - 1) + 1
            if run.title is not None and run.title.plural and run.title_text and scan.lowers[at] == "of":
                run.title_text = f"{run.title_text} {squeezed(scan.span_text(at, stop))}"
            return stop
        stop = self._unknown_body(begin)
        if stop > begin and scan.lowers[at] in ("of", "representing"):
            run.affiliation = squeezed(scan.span_text(begin, stop))
            return stop
        return run.end

    def _unknown_body(self, begin: int) -> int:
        """Return the end of a capitalised name after "of": "X of Unconventional Diner and l'Ardente"."""
        scan = self.scan
        stop = begin
        while stop < scan.count and (stop == begin or scan.joined[stop - 1] or scan.gaps[stop - 1] == "."):
            if scan.is_capital[stop] or (
                stop > begin
                and (scan.lowers[stop] in ("and", "com", "org") or "'" in scan.texts[stop].replace("’", "'"))
            ):
                stop += 1
                continue
            break
        while stop > begin and scan.lowers[stop - 1] == "and":
            stop -= 1
        return stop
