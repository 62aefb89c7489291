"""The offices told on a page: where each stands, whose it is, and how it is given to who holds it.

In: a page with its titles. Out: titles by their first and last words, and runs of names with their offices.
"""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions.people.evidence import Run
from culturex.suggest.mentions.people.names import MOST_HONORIFICS, Names
from culturex.suggest.mentions.people.title_words import Title
from culturex.suggest.mentions.people.titles import Titles
from culturex.suggest.mentions.scan import squeezed
from culturex.suggest.mentions.words.people import fold

# The longest office that is written short: "Gov.", "Supt.".
_LONGEST_RANK = 5
# An office stands so many words behind the beginning of its owner at most, less one.
_MOST_OWNING = 6
# A counterpart is told within so many characters.
_NEAR = 120


class Offices:
    """The titles of one page: ``by_first`` and ``by_end`` find them, ``inside`` are the words that they are of.

    *runs* are the names found so far, to which the finder adds.
    """

    def __init__(self, names: Names, titles: Titles, runs: list[Run]) -> None:
        self.names = names
        self.scan = names.scan
        self.people = names.people
        self.titles = titles
        self.runs = runs
        self.by_end: dict[int, Title] = {}
        self.by_first: dict[int, Title] = {}
        self.inside: set[int] = set()
        for title in titles.all():
            self.by_end[title.end] = title
            self.by_first[title.first] = title
            self.inside.update(range(title.first, title.end))

    def give(self, run: Run, title: Title) -> None:
        """Give the one named in *run* the *title*, with the body and the country that it tells."""
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

    def give_with_tail(self, run: Run, title: Title) -> None:
        """Give the one named in *run* the *title* that stands behind the name, with what goes on behind it."""
        title = self.titles.tail(title)
        self.inside.update(range(title.first, title.end))
        self.give(run, title)

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
        """Return the *text* of a title of several as that of one: "ministers" is "minister"."""
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

    def past_owner(self, begin: int) -> Title | None:
        """Find the title behind the body that owns it: ", The Washington Post's food critic"."""
        scan, owner = self.scan, self.scan.cover[begin]
        is_body = owner is not None and owner.kind == "organization"
        for at in range(begin + 1, min(begin + _MOST_OWNING, scan.count)):
            owned = scan.lowers[at - 1].endswith(("'s", "’s")) or (is_body and scan.cover[at - 1] is owner)
            if owned and at in self.by_first:
                return self.by_first[at]
            if not scan.joined[at - 1]:
                return None
        return None

    def past_nouns(self, begin: int) -> Title | None:
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
        """Tell whether the word (in small letters) may say which office it is."""
        return lower not in self.people.small and lower not in self.people.titles and lower.replace("-", "").isalpha()

    def is_of_next_name(self, title: Title, *, apart: bool) -> bool:
        """Tell whether the title belongs to the name that follows it at once.

        *apart* says that an article parts it from the name before: then a single word behind it is no name.
        """
        end = self._past_kind(title.end)
        scan = self.scan
        if scan.gaps[end - 1] == ". " and not self.is_abbreviated(end - 1):
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

    def is_abbreviated(self, i: int) -> bool:
        """Tell whether the stop behind word *i* is that of a short office ("Lt. Gov.") and ends no sentence."""
        scan = self.scan
        return len(scan.texts[i]) <= _LONGEST_RANK and scan.lowers[i] in self.people.titles

    def _past_kind(self, end: int) -> int:
        """Step over what says which: "général de brigade Didier"."""
        scan = self.scan
        led = self.titles.romance and end + 1 < scan.count and scan.joined[end - 1] and scan.lowers[end] in ("de", "d")
        small = led and scan.joined[end] and not scan.is_capital[end + 1] and scan.joined[end + 1]
        return end + 2 if small else end
