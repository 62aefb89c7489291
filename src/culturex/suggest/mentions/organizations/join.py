"""Join acronyms and short forms of bodies to their full names."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from itertools import pairwise

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.scan import Scan

_LIKELY = 0.7
# Beginnings of the heads of those who come and are no post.
_COMERS = ("deleg", "deput")
# Mentions by these rules abbreviate nothing.
_UNJOINED = frozenset(("organizations.bare", "organizations.phrase", "organizations.acronym"))
_MOST_ALIKE = 40
_SHORTEST_NAME = 2
# Bodies of two words with these first are those of a country or a town that is told with the full name.
_BARE = frozenset("national cultural central royal municipal state city public regional university".split())
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 8
# Initials abbreviate names of so many words.
_LEAST_ABBREVIATED = 3


def acronyms(scan: Scan, found: list[Mention], heads: Container[str]) -> None:
    """Join "ICCR" to "Indian Council for Cultural Relations (ICCR)", and "BSO" to what it abbreviates.

    *heads* are the words that head the names of bodies.
    """
    told = _told(scan, found, heads)
    known = _spelled(found) | told
    if not known:
        return
    for k, mention in enumerate(found):
        full = known.get(mention.value["name"])
        if full is not None and mention.rule == "organizations.name":
            extra = {**(mention.extra or {}), "acronym": mention.text, "first": False}
            found[k] = replace(mention, value=dict(full.value), extra=extra)
    printed = {acronym + ending: acronym for acronym in known for ending in ("", "'s", "’s")}
    texts = scan.texts
    for i in [i for i in scan.capitals if texts[i] in printed]:
        text = printed[texts[i]]
        if scan.kinds[i] == "organization" or (scan.kinds[i] == "region" and text not in told):
            continue
        full = known[text]
        start = scan.starts[i]
        extra = {"head": (full.extra or {}).get("head"), "acronym": text, "first": False}
        mention = Mention(
            "organization", text, start, start + len(text), dict(full.value), "organizations.acronym", 0.75, extra
        )
        found.append(mention)
        scan.cover_with(mention)


def _told(scan: Scan, found: list[Mention], heads: Container[str]) -> dict[str, Mention]:
    """Return the bodies behind which an acronym stands, by it, and note it with them: "... Relations (ICCR)"."""
    told: dict[str, Mention] = {}
    for mention in found:
        acronym = _acronym_after(scan, mention.end)
        if acronym:
            assert mention.extra is not None
            mention.extra["acronym"] = acronym
            name = _abbreviated(str(mention.value["name"]), acronym, heads)
            told.setdefault(acronym, replace(mention, value={**mention.value, "name": name}))
    return told


def _spelled(found: list[Mention]) -> dict[str, Mention]:
    """Return the surely named bodies of several words by their initials."""
    spelled: dict[str, Mention] = {}
    for mention in found:
        words = mention.value["name"].replace("-", " ").split() if mention.confidence >= _LIKELY else ()
        if len(words) >= _LEAST_ABBREVIATED:
            initials = "".join([w[0] for w in words if w[0].isupper()])
            if _LEAST_ABBREVIATED <= len(initials) <= _LONGEST_ACRONYM:
                spelled.setdefault(initials, mention)
    return spelled


def _abbreviated(name: str, acronym: str, heads: Container[str]) -> str:
    """Return the end of a *name* that an *acronym* behind it stands for, all of it where no part fits.

    >>> _abbreviated("Council of Ministers of the Organization of Turkic States", "OTS", {"organization"})
    'Organization of Turkic States'
    >>> _abbreviated("Bureau of Educational and Cultural Affairs", "ECA", {"bureau"})
    'Bureau of Educational and Cultural Affairs'
    """
    words = name.split()
    for k in range(len(words)):
        if k and not words[k - 1].islower():
            continue  # "Deutsche Gesellschaft ... (GIZ)" is one name
        if words[k][0].isupper() and "".join([w[0] for w in words[k:] if w[0].isupper()]) == acronym:
            return " ".join(words[k:]) if any(word.lower() in heads for word in words[k:]) else name
    return name


def _acronym_after(scan: Scan, end: int) -> str | None:
    if scan.text[end : end + 2] not in (" (", " ["):
        return None
    inside, closing, _ = scan.text[end + 2 : end + _LONGEST_ACRONYM + 4].partition(")")
    inside = inside.strip("\"'“”")
    letters = [c for c in inside if c.isalpha()]
    if not closing or (not inside.isascii() and not inside.isalpha()):
        return None
    short = _SHORTEST_ACRONYM <= len(inside) <= _LONGEST_ACRONYM and inside[:1].isupper() and " " not in inside
    return inside if short and sum(c.isupper() for c in letters) * 2 > len(letters) else None


def bare_embassy(scan: Scan, found: list[Mention], bare: list[int]) -> None:
    """Name "the Embassy" where the text never gives its full name."""
    if not bare or any((m.extra or {}).get("kind") == "post" for m in found):
        return
    for i in bare:
        word = scan.words[i]
        if word.lower.startswith("deleg"):
            continue
        before = scan.lowers[i - 1] if i and scan.joined[i - 1] else ""
        if (
            before in ("the", "our", "la", "el", "l", "die", "der", "das")
            and scan.kinds[i] is None
            and not scan.is_title_case(i)
        ):
            value = {"name": word.text, "role": None, "country": None}
            extra = {"head": word.lower, "kind": "post", "bare": True}
            found.append(
                Mention("organization", word.text, word.start, word.end, value, "organizations.bare", 0.5, extra)
            )


def join(scan: Scan, found: list[Mention]) -> None:
    """Give short forms, and other forms of the names of posts, the fullest name that the text has."""
    _join_short(found)
    _join_posts(scan, found)


def _join_posts(scan: Scan, found: list[Mention]) -> None:
    """Give the posts of one country in another the fullest of their names: "Embassy of Mexico" in Belize.

    Not where the text names two of them: "the Indian embassies in Nepal and Bhutan".
    """
    posts: dict[tuple[str, str], list[int]] = {}
    for k, mention in enumerate(found):
        extra, home = mention.extra or {}, mention.value["country"]
        if home and extra.get("kind") == "post" and not str(extra["head"]).startswith(_COMERS):
            posts.setdefault((extra["head"], home), []).append(k)
    for (_, home), at in posts.items():
        names = dict.fromkeys([found[k].value["name"] for k in at])
        seats = {_seat(scan, found[k], home) for k in at} - {None} if len(names) > 1 else ()
        if len(seats) != 1:
            continue
        full = max(names, key=len)
        for k in at:
            found[k] = replace(found[k], value={**found[k].value, "name": full})


def _seat(scan: Scan, post: Mention, home: str) -> str | None:
    """Return the country that the last word of a *post* tells, unless it is *home*."""
    place = scan.cover[scan.at(post.end - 1)]
    if place is None or place.kind not in ("country", "place"):
        return None
    country = place.value if place.kind == "country" else place.value.get("country")
    return country if isinstance(country, str) and country != home else None


def _join_short(found: list[Mention]) -> None:
    """Give short forms the name of the fullest one with the same head: "Pushkin Institute", "Indian Embassy"."""
    names = {m.value["name"]: m for m in found if m.rule not in _UNJOINED}
    if len(names) < 2:
        return
    # A short form shares its first word, or its last ones, with the full one.
    by_first: dict[str, list[Mention]] = {}
    by_last: dict[str, list[Mention]] = {}
    content = {name: _content(name) or [""] for name in names}
    firsts, lasts = {words[0] for words in content.values()}, {words[-1] for words in content.values()}
    if len(firsts) == len(lasts) == len(content) and firsts.isdisjoint(_BARE):  # no two begin or end alike
        return
    for name, words in content.items():
        for filed, word in ((by_first, words[0]), (by_last, words[-1])):
            alike = filed.setdefault(word, [])
            if len(alike) < _MOST_ALIKE:
                alike.append(names[name])
    full: dict[str, Mention] = {}
    for name, words in content.items():
        first, last = by_first[words[0]], by_last[words[-1]]
        longer = _fuller(names[name], first, content) if len(first) > 1 else None
        if longer is None and len(last) > 1:
            longer = _ending_so(names[name], last, content)
        if longer is None and words[0] in _BARE:
            longer = _holding(names[name], names.values(), content)
        if longer is not None:
            full[name] = longer
    if not full:
        return
    for k, mention in enumerate(found):
        better = full.get(mention.value["name"])
        if better is not None:
            value = {
                **mention.value,
                "name": better.value["name"],
                "country": better.value["country"] or mention.value["country"],
            }
            found[k] = replace(mention, value=value, extra={**(mention.extra or {}), "short": mention.value["name"]})


def _fuller(short: Mention, others: list[Mention], content: dict[str, list[str]]) -> Mention | None:
    """Return the only longer name that *short* abbreviates, or None; *content* has the words of each name.

    The *others*, and *short* among them, begin with the same word.
    """
    tokens = content[short.value["name"]]
    head = (short.extra or {}).get("head")
    if len(tokens) < _SHORTEST_NAME and "-" not in tokens[0]:  # "Goethe-Institut"
        return None
    fits = []
    for other in others:
        longer = content[other.value["name"]]
        if len(longer) <= len(tokens):
            continue
        same_head = (other.extra or {}).get("head") == head
        prefix = longer[: len(tokens)] == tokens
        # "Pushkin Institute" of "Pushkin State Language Institute"; longer short forms may be bodies of their own.
        inner = len(tokens) == _SHORTEST_NAME and tokens[-1] == longer[-1]
        one_more = prefix and not same_head and len(longer) - len(tokens) == 1
        if (same_head and (prefix or inner)) or one_more:
            fits.append(other)
    if not fits:
        return None
    # Of several it is the one that holds the words of all: "of the Republic of Kazakhstan" those of "of Kazakhstan".
    longest = max(fits, key=lambda m: len(content[m.value["name"]]))
    held = set(content[longest.value["name"]])
    return longest if all(held.issuperset(content[m.value["name"]]) for m in fits) else None


def _ending_so(short: Mention, others: list[Mention], content: dict[str, list[str]]) -> Mention | None:
    """Return the only longer name that ends as *short* does: "Scholl School" of "Geschwister Scholl School"."""
    tokens = content[short.value["name"]]
    if len(tokens) < _SHORTEST_NAME or (short.extra or {}).get("kind") not in ("school", "house", "group"):
        return None
    head = (short.extra or {}).get("head")
    same = [m for m in others if (m.extra or {}).get("head") == head]
    fits = {m.value["name"]: m for m in same if _ends_with(content[m.value["name"]], tokens)}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _holding(short: Mention, others: Iterable[Mention], content: dict[str, list[str]]) -> Mention | None:
    """Return the only longer name that holds *short*: "National Gallery" of "Malta National Gallery of Glass"."""
    tokens, head = content[short.value["name"]], (short.extra or {}).get("head")
    if len(tokens) != _SHORTEST_NAME:
        return None
    fits = [
        m
        for m in others
        if (m.extra or {}).get("head") == head
        and len(content[m.value["name"]]) > len(tokens)
        and tokens in map(list, pairwise(content[m.value["name"]]))
    ]
    return fits[0] if len(fits) == 1 else None


def _ends_with(longer: list[str], tokens: list[str]) -> bool:
    return len(longer) > len(tokens) and longer[-len(tokens) :] == tokens


def _content(name: str) -> list[str]:
    return [w for w in name.lower().replace("’", "'").split() if w not in ("the", "of", "-", "–")]
