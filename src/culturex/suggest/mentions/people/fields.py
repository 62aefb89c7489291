"""Read what an office is over: fields in small letters, provinces, parts of the world, seats, affairs."""

from __future__ import annotations

from culturex.suggest.mentions.people.title_words import JOINERS, TitleWords
from culturex.suggest.mentions.scan import GEO

PROVINCES = frozenset("prefecture province region state city county district oblast".split())
# What stands before "Arts".
_ARTS = frozenset(("performing", "visual", "fine", "liberal"))
# Words of a part of the world: "the Eastern Caribbean States".
_MOST_SENT = 4


class Fields(TitleWords):
    """Reads the fields of offices in one document."""

    def _said_in_general(self, i: int) -> int:
        """Return the end of one small noun right before a name: "head of the jury Dr. Berg"."""
        scan = self.scan
        if scan.is_capital[i] or not scan.joined[i] or not scan.is_capital[i + 1] or scan.kinds[i] is not None:
            return i
        following = self.looks[i + 1]
        return i + 1 if following.honorific or (following.given and scan.is_capital[i + 2]) else i

    def _is_small_word(self, i: int) -> bool:
        """Tell whether word *i* goes on with the phrase and is a small noun."""
        scan = self.scan
        lower = scan.lowers[i]
        return scan.joined[i - 1] and not scan.is_capital[i] and lower.isalpha() and lower not in self.people.small

    def _small_fields(self, begin: int) -> int:
        """Return the end of a small field, "of education and sport", "of Khatlon province"; *begin* for none."""
        scan = self.scan
        if scan.is_capital[begin]:
            part = scan.joined[begin] and scan.lowers[begin + 1] in PROVINCES and scan.kinds[begin] is None
            return begin + 2 if part and not scan.is_capital[begin + 1] else begin
        at = begin
        while at < begin + _MOST_SENT and scan.kinds[at] is None and scan.lowers[at] in self.topics:
            at += 1
            joins = scan.joined[at - 1] and scan.lowers[at] in JOINERS and scan.joined[at]
            if joins and scan.lowers[at + 1] in self.topics:
                at += 1
            elif not scan.joined[at - 1]:
                break
        goes_on = at > begin and scan.joined[at - 1] and self._is_small_word(at)
        return begin if goes_on else at

    def _is_seat(self, i: int) -> bool:
        """Tell whether word *i* is a seat that no table knows, before a pause: "Bishop of Lund, Ana Berg"."""
        scan = self.scan
        if scan.gaps[i] != ", " or not scan.is_capital[i] or not scan.is_capital[i + 1] or scan.kinds[i] is not None:
            return False
        lower = scan.lowers[i]
        return not (lower in self.topics or lower in self.heads or lower in self.people.plain or self.looks[i].barred)

    def _affairs(self, begin: int) -> int:
        """Return the end of "d'Affaires", however it is printed: "d` Affaires", "D'affaires", "d’ Affaires"."""
        scan = self.scan
        if scan.joined[begin - 1] and scan.lowers[begin].replace("’", "'").startswith("d'affaire"):
            return begin + 1
        parted = scan.lowers[begin] in ("d", "de") and scan.lowers[begin + 1].startswith("affaire")
        return begin + 2 if parted and scan.joined[begin - 1] else begin

    def _fields_of_bodies(self, begin: int) -> int:
        """Return the end of a field that only an acronym or a name parts: "Director Visual Arts PNCA Ana Berg".

        *begin* where there is none.
        """
        scan, at = self.scan, begin
        while at < begin + _MOST_SENT and scan.joined[at - 1] and scan.is_capital[at] and self._is_field(at):
            at += 1
        told = at > begin and scan.lowers[at - 1] in self.topics and scan.joined[at - 1] and scan.is_capital[at]
        return at if told and scan.joined[at] and scan.is_capital[at + 1] else begin

    def _is_field(self, i: int) -> bool:
        lower = self.scan.lowers[i]
        if self.scan.kinds[i] is not None or lower in self.people.titles:
            return False
        return lower in self.topics or lower in self.modifiers or lower in _ARTS

    def _sent_to(self, begin: int) -> int:
        """Return the end of a part of the world that no table knows: "Ambassador to the Eastern Pacific, Ana Berg"."""
        scan, end = self.scan, begin
        while end < begin + _MOST_SENT and scan.is_capital[end] and scan.kinds[end] in (None, *GEO):
            end += 1
            if scan.gaps[end - 1] == ", ":
                return end
            if not scan.joined[end - 1]:
                break
        return begin

    def _interim(self, at: int) -> int:
        """Return the end of "a.i." or "ad interim" from word *at*, which is no part of the title; *at* for none."""
        scan = self.scan
        if not scan.joined[at - 1]:
            return at
        if scan.lowers[at] == "a.i.":
            return at + 1
        said = scan.lowers[at] == "ad" and scan.joined[at] and scan.lowers[at + 1] == "interim"
        return at + 2 if said else at
