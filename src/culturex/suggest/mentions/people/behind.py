"""Read what stands behind a name: appositions, parentheses, sentences on the same, 'of' and a body.

In: a run of a name. Out: the run with its office, body and country, and what they count for it.
"""

from __future__ import annotations

from culturex.suggest.mentions.people.evidence import Run, is_age
from culturex.suggest.mentions.people.offices import Offices
from culturex.suggest.mentions.people.relatives import LEADS, Relatives
from culturex.suggest.mentions.people.tails import BEING
from culturex.suggest.mentions.people.title_words import JOINERS, body_name
from culturex.suggest.mentions.people.titles import Titles
from culturex.suggest.mentions.scan import GEO, squeezed

_PAUSES = (", ", " (", " – ", " - ", " — ", ": ", "-", " [", "–", "—", ", ‘", " -", "- ")
_LINKS_AFTER = frozenset(("of", "from", "de", "von", "du", "representing", "with", "aus", "vom"))
_ARTICLES = ("the", "la", "el", "der", "le")
# Whom the next sentence, or a relative clause, is about.
_PRONOUNS, _WHO = frozenset(("she", "he")), ("who", "quien", "qui")
# What somebody is said to do, by its first word; where it ends, and after so many words at most.
_DUTIES = {"responsible": ("responsible", "for"), "in": ("in", "charge", "of")}
_WHERE = frozenset("at in with from within who which and since".split())
_MOST_DUTY = 6
# Small words inside the names of bodies, and how addresses on the web end.
_INSIDE_BODIES = frozenset(("and", "com", "org"))
# So many small words stand before an office.
_MOST_SMALL = 5
# The longest letters of a party behind a name, and the longest field in parentheses.
_LONGEST_PARTY, _LONGEST_FIELD = 5, 120


class Behind:
    """Reads what stands behind the names of one page."""

    def __init__(self, titles: Titles, offices: Offices) -> None:
        self.titles = titles
        self.offices = offices
        self.relatives = Relatives(offices)
        self.scan = offices.scan
        self.people = offices.people

    def read(self, run: Run, *, titled: bool) -> None:
        """Read what stands behind the name in *run*; *titled* says that an office before it tells enough."""
        scan = self.scan
        at = run.end
        if at >= scan.count or scan.texts[at - 1].endswith(("'s", "’s")):
            return
        if scan.joined[at - 1] and scan.lowers[at] in _LINKS_AFTER and not run.affiliation:
            at = run.stop = self._of(run, at)
        if at >= scan.count:
            return
        gap = scan.gaps[at - 1]
        if gap == " (" and scan.gaps[at] == "), " and self._is_party(scan.texts[at]):
            at, gap = at + 1, ", "  # "Annika Berg (S), chairperson"
        if gap in _PAUSES:
            self._apposition(run, at, titled=titled, parenthesis="(" in gap)
        elif gap == " " and not run.title_text:
            self._said_of(run, at)
        elif gap == ". " and scan.lowers[at] in _PRONOUNS and scan.joined[at] and not run.title_text:
            self._said_of(run, at + 1)  # "by Ana Berg. She is the chairperson of"

    def _is_party(self, text: str) -> bool:
        return text.isupper() and len(text) <= _LONGEST_PARTY

    def _said_of(self, run: Run, at: int) -> None:
        """Read "X was the director", "X the artist and", "X said, who is a curator" from word *at* behind a name."""
        scan, lower = self.scan, self.scan.lowers[at]
        if lower == "the":
            title = self.offices.by_first.get(at + 1)
            alone = title is not None and title.end - title.first == 1 and not scan.is_capital[at + 1]
            if title is None or not alone or (scan.joined[at + 1] and scan.lowers[at + 2] not in JOINERS):
                return
        elif lower in BEING and scan.joined[at]:
            begin = at + 1
            while scan.lowers[begin] in self.people.words["between"] and scan.joined[begin]:
                begin += 1
            title = self.offices.by_first.get(begin) or self.offices.past_nouns(begin)
            if title is None or title.weak or title.plural or self.offices.is_of_next_name(title, apart=True):
                return
        else:
            if scan.gaps[at] == ", " and scan.lowers[at + 1] == "who" and lower in self.people.words["speech"]:
                self.relatives.read(run, at + 1)
            return
        run.add(0.4, "said of the name")
        run.rule = "people.said_of"
        self.offices.give_with_tail(run, title)

    def _apposition(self, run: Run, at: int, *, titled: bool, parenthesis: bool) -> None:
        """Read ", the director of the museum", "(Museum of Glass)", ", who ..." from word *at* behind a name."""
        scan, offices = self.scan, self.offices
        if parenthesis and self._in_parentheses(run, at):
            return
        if scan.lowers[at] == "who" and scan.lowers[at + 1] in LEADS:
            self.relatives.read(run, at)
            return
        if is_age(scan.texts[at]) and scan.gaps[at] == ", ":
            at += 1  # "Ana Berg, 22, a third-year student"
        begin = self._past_small_words(at)
        if scan.lowers[begin] in _DUTIES and run.title_text is None and self._duty(run, begin):
            return
        title = offices.by_first.get(begin) or offices.past_owner(begin) or offices.past_nouns(begin)
        if title is None and scan.lowers[at] in _WHO:
            self.relatives.read(run, at)
        elif title is None or offices.is_of_next_name(title, apart=begin > at):
            if scan.lowers[at] == "representing" and at + 1 < scan.count:
                run.stop = self._of(run, at)
        elif not titled or not run.title_text:
            run.add(0.5, "apposition")
            run.rule = "people.parenthesis" if parenthesis else "people.apposition"
            offices.give_with_tail(run, title)

    def _in_parentheses(self, run: Run, at: int) -> bool:
        """Read a body, or the field of one of several, in parentheses from word *at* on; a country goes on."""
        mention = self.scan.cover[at]
        if mention is not None and mention.kind == "organization":
            run.affiliation = run.affiliation or body_name(mention)
            run.country = run.country or mention.value.get("country")
            run.add(0.3, "body in parentheses")
            return True
        if mention is not None and mention.kind in GEO:
            run.country = run.country or self.titles.code(at)
        shares = run.title is not None and run.title.plural and run.rule == "people.title_before"
        if shares:
            self._field(run, at)
        return shares

    def _past_small_words(self, at: int) -> int:
        """Return the first word from *at* on that an office may begin with: behind "the", "former" and the like."""
        scan, begin, between = self.scan, at, self.people.words["between"]
        limit = min(at + _MOST_SMALL, scan.count)
        while begin < limit and scan.lowers[begin] in between and scan.joined[begin]:
            if begin in self.offices.by_first:
                break
            begin += 1
        return begin

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

    def _field(self, run: Run, at: int) -> None:
        """Read the field in parentheses behind one of several: "los coordinadores A (Planeación) y B (...)"."""
        start = self.scan.starts[at]
        inside, closing, _ = self.scan.text[start : start + _LONGEST_FIELD].partition(")")
        if closing and inside[:1].isupper() and run.title_text:
            link = "de" if self.titles.romance else "for"
            run.title_text = f"{run.title_text} {link} {squeezed(inside)}"

    def _of(self, run: Run, at: int) -> int:
        """Read the body or country after the name ("Rector X of University Y", "X of Cyprus"); return where it ends."""
        scan = self.scan
        begin = at + 1
        while begin < scan.count and scan.joined[begin - 1] and scan.lowers[begin] in _ARTICLES:
            begin += 1
        if begin >= scan.count:
            return run.end
        mention = scan.cover[begin]
        if mention is not None and mention.kind == "organization":
            run.affiliation = body_name(mention)
            run.country = run.country or mention.value.get("country")
            run.add(0.3, "body after")
            return scan.end_of(mention)
        if mention is not None and mention.kind in GEO:
            if scan.lowers[at] not in ("of", "from", "aus"):
                return run.end
            run.country = run.country or self.titles.code(begin)
            run.add(0.1, "country after")
            stop = scan.end_of(mention)
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
            if not (scan.is_capital[stop] or (stop > begin and self._is_inside_body(stop))):
                break
            stop += 1
        while stop > begin and scan.lowers[stop - 1] == "and":
            stop -= 1
        return stop

    def _is_inside_body(self, i: int) -> bool:
        """Tell whether word *i*, written small, may stand inside the name of a body: "and", "l'Ardente", ".org"."""
        text = self.scan.texts[i]
        return self.scan.lowers[i] in _INSIDE_BODIES or "'" in text or "’" in text
