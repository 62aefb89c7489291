"""Read what stands in quotation marks behind a word: 'the ensemble "Berezka"'."""

from __future__ import annotations

from culturex.suggest.mentions.scan import Scan

# Gaps that open no quotation.
_PLAIN_GAPS = frozenset({" ", ", ", ". ", "\n"})
_OPENING = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’", "'": "'"}
_MOST_QUOTED = 7


def end_of_quotation(scan: Scan, begin: int) -> int | None:
    """Return the end of a short quotation that opens right before word *begin*; None where there is none."""
    gap = scan.gaps[begin - 1]
    if gap in _PLAIN_GAPS:  # as nearly everywhere
        return None
    mark = gap.strip()
    if len(mark) != 1 or mark not in _OPENING or not gap.startswith((" ", "\u00a0")) or "\n" in gap:
        return None
    closing = _OPENING[mark]
    for at in range(begin, min(begin + _MOST_QUOTED, scan.count)):
        after = scan.gaps[at] if at + 1 < scan.count else scan.text[scan.ends[at] : scan.ends[at] + 2]
        if closing in after or ('"' in after and mark in "“„"):
            return at + 1
        if "\n" in after:
            return None
    return None
