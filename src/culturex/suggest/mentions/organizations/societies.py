"""Societies of one country that share a name with those of others: "Norwegian Red Cross", "Cruz Roja Ecuatoriana"."""

from __future__ import annotations

from culturex.suggest.mentions.scan import Scan

_CROSSES = frozenset(
    """
    cross crescent crystal croix-rouge croissant-rouge roja rossa vermelha vermelho rouge kreuz halbmond крест креста
    кресту крестом полумесяц полумесяца хрест хреста крст kızılay kızılayı kızılhaç
    """.split()
)
_LINKS = frozenset("of de du da do di del des della van von".split())
_ARTICLES = frozenset("the la le el los les der".split())
# "Turkish Red Crescent Society" is read by its last word.
_HEADS = frozenset(("society", "societies", "committee", "movement"))
_FORMS = frozenset(("adjective", "demonym", "people"))


def extent(scan: Scan, first: int, end: int) -> tuple[int, int] | None:
    """Return the words of a society whose shared name stands in words *first* to *end*; None where no country tells."""
    if scan.lowers[end - 1] not in _CROSSES or (scan.joined[end - 1] and scan.lowers[end] in _HEADS):
        return None
    begin, stop = first, end
    if first and scan.joined[first - 1] and scan.is_capital[first - 1] and _is_of_country(scan, first - 1):
        begin -= 1
    elif end < scan.count and scan.joined[end - 1]:
        stop = _behind(scan, end)
    return (begin, stop) if (begin, stop) != (first, end) else None


def _behind(scan: Scan, end: int) -> int:
    """Return the end of a country behind the name: "Cruz Roja Ecuatoriana", "Красный Крест Киргизии"."""
    at = end
    if _is_of_country(scan, end):
        return end + 1
    while at < end + 2 and scan.lowers[at] in (_ARTICLES if at > end else _LINKS) and scan.joined[at]:
        at += 1
    mention = scan.cover[at]
    if mention is None or mention.kind != "country" or mention.start != scan.starts[at]:
        return end
    slavic = scan.texts[end][0] > "\u0400"
    return scan.end_of(mention) if slavic or at > end else end


def _is_of_country(scan: Scan, i: int) -> bool:
    mention = scan.cover[i]
    return mention is not None and mention.kind == "country" and (mention.extra or {}).get("form") in _FORMS
