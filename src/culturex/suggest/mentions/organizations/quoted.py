"""Find bodies by quotation marks: 'the ensemble "X"', '"X" project', 'the groups "X", "Y" and "Z"'."""

from __future__ import annotations

import re

from culturex.suggest.mentions.organizations.make import Maker
from culturex.suggest.mentions.organizations.spans import Extent
from culturex.suggest.mentions.words.bodies import Head

_LIKELY = 0.7
# What opens a quotation that single marks close.
_OPENING = {"'": "'‘", "’": "‘"}
# What stands between a body and the name in quotes that it is called by.
_CALLING = frozenset("which that is was called named known as bears bearing has by under with the name of".split())
_MOST_CALLING = 7
_NAMING = frozenset(("called", "named", "known", "name"))
# A name in quotes in a list of such.
_QUOTED_ITEM = re.compile(r"(?:,? and|,)? [\"“«„‘']([^\"“”«»„‘’'\n]{2,60})[\"”»“’']")
_LEAST_ITEMS, _MOST_ITEMS = 2, 20


class Quoted(Maker):
    """Finds quoted names in one document."""

    def _lower_quoted(self, i: int) -> bool:
        """Find 'the ensemble "X"' and '"X" project'."""
        lower = self.scan.lowers[i]
        if lower not in self.tables.words["quoted"]:
            return False
        if lower.endswith("s"):
            return self._quoted_list(i, lower)
        begin = self._called(i) if self.scan.lowers[i + 1] in _CALLING and not self.scan.is_capital[i] else i + 1
        quoted = self.reach.quoted(begin)
        if quoted and begin > i + 1 and self.scan.is_capital[begin]:
            spec = Head(lower, "group", "before", "en", True)
            self._add(Extent(begin, quoted, begin, spec), None, _LIKELY, "organizations.quoted")
            return True
        if quoted and self.scan.is_capital[i + 1]:
            # A plain word says what the body is and is no part of its name.
            inside = None if self.scan.is_capital[i] else self.scan.span_text(i + 1, quoted)
            self._add(
                Extent(i, quoted, i, Head(lower, "group", "before", "en", True)),
                inside,
                _LIKELY,
                "organizations.quoted",
            )
            return True
        return self._quoted_before(i)

    def _quoted_list(self, i: int, head: str) -> bool:
        """Find 'the groups "X", "Y" and "Z"', each by its own name; the *head* is word *i*."""
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
            spec = Head(head, "group", "before", "en", True)
            self._add(Extent(words.start, words.stop, words.start, spec), None, _LIKELY, "organizations.quoted")
        return True

    def _called(self, i: int) -> int:
        """Return the word behind "called" and the like: 'the organization, which bears the name "X"'."""
        scan, at = self.scan, i + 1
        while at < i + _MOST_CALLING and scan.lowers[at] in _CALLING:
            if not (scan.joined[at - 1] or scan.gaps[at - 1] == ", "):
                break
            at += 1
        return i + 1 if _NAMING.isdisjoint(scan.lowers[i + 1 : at]) else at

    def _quoted_before(self, i: int, most: int = 2) -> bool:
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
        for first in range(last, max(last - 6, self.done - 1, -1), -1):
            opening = scan.text[max(0, scan.starts[first] - 1) : scan.starts[first]]
            if opening and opening in _OPENING.get(gap[0], '"“«„'):
                capital = scan.is_capital[first]
                if capital:
                    extent = Extent(first, i + 1, i, Head(scan.lowers[i], "group", "before", "en", True))
                    self._add(extent, None, _LIKELY, "organizations.quoted", back=1)
                return capital
        return False
