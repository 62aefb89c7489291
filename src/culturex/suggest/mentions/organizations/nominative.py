"""The base form of Slavic names of bodies: head and leading adjectives in the nominative, no Macedonian article.

In: the words of a name. Out: its base form, or None where it is printed so.
"""

from __future__ import annotations

from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.scan import Scan
from culturex.suggest.mentions.words.cases import adjective

# Macedonian articles, and what is left of the word.
_ARTICLES = (("ската", "ска"), ("ната", "на"), ("ата", "а"), ("иот", "и"), ("ото", "о"), ("ето", "е"), ("от", ""))
_SHORTEST_BARE = 4
_QUOTES = ("«", '"', "“", "„")


def nominative(scan: Scan, extent: Extent) -> str | None:
    """Return the name with head and leading adjectives in the nominative."""
    quoted = _quoted_name(scan, extent)
    if quoted is not None:
        return quoted
    if extent.spec.language == "mk":
        return _without_article(scan, extent)
    head = scan.words[extent.head]
    base = extent.spec.base
    if head.lower == base:
        return None
    shouts = head.text.isupper() and len(head.text) > 1
    noun = base.upper() if shouts else base.capitalize() if head.is_capital else base
    before = [adjective(scan.texts[k], base, extent.spec.language) for k in range(extent.first, extent.head)]
    return " ".join([*before, noun]) + _tail(scan, extent)


def _quoted_name(scan: Scan, extent: Extent) -> str | None:
    """Return the name in quotes behind a plain word that only says what the body is: ансамбль «Терем»."""
    at = extent.head + 1
    if extent.first != extent.head or scan.is_capital[extent.head] or at >= extent.end:
        return None
    closing = scan.ends[extent.end - 1]
    opens = scan.gaps[extent.head].strip() in _QUOTES
    whole = opens and scan.text[closing : closing + 1] in ("»", '"', "”", "“")
    return scan.span_text(at, extent.end) if whole else None


def _tail(scan: Scan, extent: Extent) -> str:
    """Return what stands behind the head, with the mark that closes a quotation in it."""
    start, stop = scan.ends[extent.head], scan.ends[extent.end - 1]
    tail = scan.text[start:stop]
    if tail and scan.text[stop : stop + 1] in '»"”' and sum(tail.count(c) for c in '«"“„') % 2:
        tail += scan.text[stop]
    return tail


def _without_article(scan: Scan, extent: Extent) -> str | None:
    """Return a Macedonian name without the article that its first words carry: Филолошкиот факултет."""
    first = scan.words[extent.first]
    bare = next((first.text[: -len(end)] + keep for end, keep in _ARTICLES if first.lower.endswith(end)), None)
    if bare is None or len(bare) < _SHORTEST_BARE:
        return None
    stop = scan.ends[extent.end - 1]
    if extent.end - 1 > extent.first and scan.text[stop : stop + 1] in '»"”“':
        stop += scan.text[first.end : stop].count("„") + scan.text[first.end : stop].count("«")
    return bare + scan.text[first.end : stop]
