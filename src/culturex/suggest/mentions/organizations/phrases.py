"""Find bodies by the phrases of the tables: "Red Cross", "Uppsala City Hall", "City of Nida", learned societies."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions.organizations import societies, told
from culturex.suggest.mentions.organizations.judging import Judging
from culturex.suggest.mentions.organizations.spans import Extent
from culturex.suggest.mentions.scan import squeezed
from culturex.suggest.mentions.words.bodies import Head

_SURE, _LIKELY = 0.85, 0.7
# Rooms that are bodies with these words before them: "City Hall", "American Corner".
_SEATS = frozenset(
    ("government", "hall", "corner", "space", "classroom", "room", "high", "village", "district", "garden", "gardens")
)
# Of these, those that are told by their town: "Uppsala City Hall", "Võru Town Government".
_OF_TOWNS = frozenset(("hall", "government"))
_GARDENS = frozenset(("garden", "gardens"))


class Phrases(Judging):
    """Finds phrases in one document."""

    def _links(self, i: int) -> bool:
        """Tell whether word *i* and the next one may belong to one phrase."""
        return self.scan.joined[i] or self.scan.gaps[i] in (", ", "-", " & ", "+ ", " + ")

    def _phrase(self, i: int, phrases: list[list[str]]) -> bool:
        scan = self.scan
        for phrase in phrases:
            end = i + len(phrase)
            if end > scan.count or not all(map(self._links, range(i, end - 1))):
                continue
            if _is_phrase([self._bare(i), *scan.texts[i + 1 : end]], phrase):
                at = next((k for k in range(i, end) if scan.lowers[k] in self.tables.heads), None)
                if at is not None:
                    head = self.tables.heads[scan.lowers[at]]
                    first = self.reach.left(i, head, self.done) if i > self.done else i
                    stop = max(end, self.reach.right(end - 1, replace(head, order="before", language="en")))
                    extent = Extent(first, stop, at, head)
                    if self._is_event(extent):
                        return False
                    self._add(extent, self._name(extent, False), _SURE, "organizations.phrase")
                elif scan.lowers[end - 1] in _SEATS:
                    spec = Head(scan.lowers[end - 1], "unit", "before", "en")
                    first = self.reach.left(i, spec, self.done) if i > self.done else i
                    bare = first == i and phrase[0] == scan.texts[i] and spec.base in _OF_TOWNS
                    stop = self._named_behind(first, end - 1, end, spec)
                    if bare or spec.base in _GARDENS:
                        stop = self.reach.right(end - 1, spec)
                    if bare and stop == end:
                        return False  # unlike "County Government of Homa Bay"
                    self._add(Extent(first, stop, end - 1, spec), None, _LIKELY, "organizations.phrase")
                elif " ".join(phrase).lower() in told.TERRITORIES:
                    last = told.territory(self.reach, i, end)
                    if last is None:
                        return False
                    spec = Head(phrase[0].lower(), "unit", "before", "en")
                    self._add(Extent(i, last, i, spec), None, 0.6, "organizations.territory")
                elif (society := societies.extent(scan, i, end)) is not None:
                    self._add_plain(*society, squeezed(scan.span_text(*society)), "organizations.society")
                elif self._stands_alone(i, end - 1):
                    self._add_plain(i, end, " ".join(phrase), "organizations.phrase")
                else:
                    return False
                return True
        return False


def _is_phrase(texts: list[str], phrase: list[str]) -> bool:
    """Tell whether the words are the phrase, the last one perhaps in the possessive."""
    return texts[:-1] == phrase[:-1] and texts[-1] in (phrase[-1], phrase[-1] + "'s", phrase[-1] + "’s")
