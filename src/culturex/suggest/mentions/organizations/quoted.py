"""Find bodies by quotation marks: 'the ensemble "X"', '"X" project', 'the groups "X", "Y" and "Z"'.

In: the word index of a head that a quoted name may stand beside. Out: whether a name was found and kept.
"""

from __future__ import annotations

import re

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.organizations.quotations import end_of_quotation
from culturex.suggest.mentions.words.bodies import Head

_LIKELY = 0.7
_RULE = "organizations.quoted"
# What opens a quotation that single marks close.
_OPENING = {"'": "'‘", "’": "‘"}
# What stands between a body and the name in quotes that it is called by.
_CALLING = frozenset("which that is was called named known as bears bearing has by under with the name of".split())
_MOST_CALLING = 7
_NAMING = frozenset(("called", "named", "known", "name"))
# A name in quotes in a list of such.
_QUOTED_ITEM = re.compile(r"(?:,? and|,)? [\"“«„‘']([^\"“”«»„‘’'\n]{2,60})[\"”»“’']")
_LEAST_ITEMS, _MOST_ITEMS = 2, 20
_MOST_BEFORE = 6


class Quoted:
    """Finds quoted names on one page."""

    def __init__(self, page: Page, names: Names) -> None:
        self.names = names
        self.scan = page.scan
        self.heads = page.tables.words["quoted"]

    def find(self, i: int) -> bool:
        """Find 'the ensemble "X"' and '"X" project' beside word *i*."""
        scan, lower = self.scan, self.scan.lowers[i]
        if lower not in self.heads:
            return False
        if lower.endswith("s"):
            return self._list(i)
        begin = self._called(i) if scan.lowers[i + 1] in _CALLING and not scan.is_capital[i] else i + 1
        end = end_of_quotation(scan, begin)
        if not end or not scan.is_capital[begin]:
            return self.before(i)
        if begin > i + 1:
            self.names.keep(Extent(begin, end, begin, _spec(lower)), _RULE, _LIKELY)
        else:
            # A plain word says what the body is and is no part of its name.
            inside = None if scan.is_capital[i] else scan.span_text(begin, end)
            self.names.keep(Extent(i, end, i, _spec(lower)), _RULE, _LIKELY, inside)
        return True

    def before(self, i: int, most: int = 2) -> bool:
        """Find '"Modern Russian" project': a quoted name before a head, with at *most* so many plain words between."""
        scan = self.scan
        if i == 0:
            return False
        last = i - 1
        while last > i - 1 - most and last > 0 and scan.joined[last] and not scan.is_capital[last]:
            last -= 1
        gap = scan.gaps[last]
        if len(gap) != 2 or gap[0] not in "\"”»“’'" or gap[1] not in " \u00a0":
            return False
        marks = _OPENING.get(gap[0], '"“«„')
        for first in range(last, max(last - _MOST_BEFORE, self.names.done - 1, -1), -1):
            opening = scan.text[max(0, scan.starts[first] - 1) : scan.starts[first]]
            if opening and opening in marks:
                if scan.is_capital[first]:
                    self.names.keep(Extent(first, i + 1, i, _spec(scan.lowers[i])), _RULE, _LIKELY, back=1)
                return scan.is_capital[first]
        return False

    def _list(self, i: int) -> bool:
        """Find 'the groups "X", "Y" and "Z"', each by its own name; the head is word *i*."""
        scan, at = self.scan, self.scan.ends[i]
        found: list[range] = []
        while (item := _QUOTED_ITEM.match(scan.text, at)) is not None and len(found) < _MOST_ITEMS:
            words = scan.indices(*item.span(1))
            if not words or not scan.is_capital[words.start]:
                break
            found.append(words)
            at = item.end()
        if len(found) < _LEAST_ITEMS:
            return False
        for words in found:
            self.names.keep(Extent(words.start, words.stop, words.start, _spec(scan.lowers[i])), _RULE, _LIKELY)
        return True

    def _called(self, i: int) -> int:
        """Return the word behind "called" and the like: 'the organization, which bears the name "X"'."""
        scan, at = self.scan, i + 1
        while at < i + _MOST_CALLING and scan.lowers[at] in _CALLING:
            if not (scan.joined[at - 1] or scan.gaps[at - 1] == ", "):
                break
            at += 1
        return i + 1 if _NAMING.isdisjoint(scan.lowers[i + 1 : at]) else at


def _spec(lower: str) -> Head:
    """Return what is told of a body by the word beside its quoted name."""
    return Head(lower, "group", "before", "en", weak=True)
