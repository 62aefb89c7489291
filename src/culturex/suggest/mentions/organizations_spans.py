"""How far the name of a body reaches from its head word, in languages with capitals and links ("of", "de", "für")."""

from __future__ import annotations

from dataclasses import dataclass, field

from culturex.suggest.mentions.organizations_left import Leftward
from culturex.suggest.mentions.organizations_tables import Head
from culturex.suggest.mentions.people_tables import fold

_MOST_RIGHT = 14
# "musée d'art moderne de la ville de Paris": so many words lead to the name, so many of them nouns in a row.
_MOST_NOUNS, _MOST_PLAIN = 8, 3
_ARTICLES = frozenset("the its la le les los las el der die das dem den il lo gli o os as".split())
_GUILD_LINKS = frozenset("dos das des los las dei degli delle".split())
_ROMANCE = ("fr", "es", "pt", "it")
_VERBS = frozenset(
    "a ont est sont et y e o u ou ha han es son foi são é è sono che que qui quien où con avec com".split()
)
_SHORT_ADJECTIVE = 5
_DASHES = frozenset({"-", " - ", " – ", "–", "‑"})
_GEO = ("country", "region", "place")
_OPENING = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’", "'": "'"}


@dataclass(slots=True)
class Extent:
    """The words of one name, half open, its head, and what was seen beside it.

    *items* are the parts of a coordination ("the Embassies of A and B"), each a span of words; *stem* is the end of
    the part that they share.
    """

    first: int
    end: int
    head: int
    spec: Head
    items: list[tuple[int, int]] = field(default_factory=list)
    stem: int = 0
    before: bool = False


class Reach(Leftward):
    """Finds the extent of names in one document."""

    def right(self, head: int, spec: Head) -> int:
        """Return the end of the name headed by word *head*: its own modifiers, links and what they bring."""
        scan, words = self.scan, self.scan.words
        end = head + 1
        limit = min(scan.count, head + _MOST_RIGHT)
        if (
            spec.kind == "post"
            and end < limit
            and scan.joined(head)
            and words[end].lower in ("general", "général", "generale", "geral")
        ):
            end += 1
        end = self._quoted_right(end, spec)
        if spec.order in ("after", "both") or spec.language != "en":
            end = self._adjacent(end, spec)
        linked = False
        while end < limit:
            step = self._step_right(end, spec, linked)
            if step is None:
                break
            end, linked = step, True
        end = self._numbered(end, spec)
        if (
            end < scan.count
            and scan.joined(end - 1)
            and self.tables.has("legal_after", words[end].lower)
            and words[end].is_capital
        ):
            end += 1
        if (
            end + 2 < scan.count
            and scan.joined(end - 1)
            and words[end].lower == "named"
            and words[end + 1].lower == "after"
        ):
            end = self.item(end + 2) or end
        return self._post_place(end, spec)

    def _numbered(self, end: int, spec: Head) -> int:
        """Take the number of a school: "School No. 5"."""
        scan, words = self.scan, self.scan.words
        if spec.kind != "school" or end + 1 >= scan.count or not scan.joined(end - 1):
            return end
        if words[end].text.isdigit() and len(words[end].text) <= 4:
            return end + 1
        if (
            words[end].lower in ("no", "nr", "n")
            and scan.gap(end) in (". ", " ", ".", "º ", "° ")
            and words[end + 1].text.isdigit()
        ):
            return end + 2
        return end

    def _adjacent(self, end: int, spec: Head) -> int:
        """Take what follows the head at once: "Instituto Cervantes", "Institut français", "Universität Leipzig"."""
        scan = self.scan
        if spec.language == "tr":
            return end
        while end < scan.count and (scan.joined(end - 1) or (scan.gap(end - 1) in _DASHES and spec.language == "de")):
            word = scan.words[end]
            named = word.is_capital and word.lower not in self.offices and word.lower not in self.tables.heads
            if spec.language == "de" and self._is_german_noun(end):
                break
            if named or self._is_adjective(word.lower, spec):
                end += 1
                continue
            break
        return end

    def _is_adjective(self, lower: str, spec: Head) -> bool:
        """Tell whether a lower-case word after the head is an adjective of its language: "philharmonique"."""
        if self.tables.has("adjectives", lower):
            return True
        endings = self.tables.endings.get(spec.language)
        return endings is not None and len(lower) > _SHORT_ADJECTIVE and lower.endswith(endings)

    def _is_german_noun(self, i: int) -> bool:
        word = self.scan.words[i]
        return self.scan.kind(i) not in _GEO and self.people.has("blockers", word.lower)

    def _step_right(self, end: int, spec: Head, linked: bool) -> int | None:
        scan, words = self.scan, self.scan.words
        gap, word = scan.gap(end - 1), words[end]
        if scan.joined(end - 1):
            if self._is_link(word.lower, spec) or (word.lower == "with" and linked):
                stop = self._item_after(end, spec)
                if stop is None and spec.language in _ROMANCE:
                    stop = self._through_nouns(end + 1, spec)
                # A programme is not part of the ministry that runs it.
                return None if stop and spec.base.startswith("program") and self.has_head(end + 1, stop) else stop
            if word.lower in self.tables.words["joiners"] and linked:
                return self._joined_item(end + 1, end)
            if word.lower in ("d", "l"):
                return None
            if spec.order == "after" and "'" in word.text.replace("’", "'") and self._is_elided(end):
                return self._elided_item(end)
            return None
        if gap == ", " and linked:
            return self._listed(end)
        if gap.strip() == "&" and word.is_capital and (linked or spec.kind == "group"):
            if spec.kind == "group" and not linked:
                return self.item(end)
            return self._joined_item(end, end - 1)
        return None

    def _through_nouns(self, begin: int, spec: Head) -> int | None:
        """Return the end of a name that plain nouns lead to: "comité de jumelage de Quimper"."""
        scan = self.scan
        if spec.weak and not scan.words[begin - 2].is_capital:
            return None
        plain = 0
        for at in range(begin, min(begin + _MOST_NOUNS, scan.count)):
            if not scan.joined(at - 1):
                return None
            word = scan.words[at]
            lower = word.lower.replace("’", "'")
            if word.is_capital:
                led = self._is_link(scan.words[at - 1].lower, spec) or self.is_article(at - 1)
                return self.item(at) if led and plain else None
            if "'" in lower and plain and self._is_elided(at):
                return self._elided_item(at)
            if self._is_link(lower, spec) or self.is_article(at):
                plain = min(plain, 1)
                continue
            plain += 1
            if plain > _MOST_PLAIN or lower in _VERBS or self.people.has("speech", lower):
                return None
        return None

    def _is_link(self, lower: str, spec: Head) -> bool:
        if spec.language == "en":
            return lower in ("of", "for", "on", "against") or (
                lower in ("de", "del", "du", "des", "di") and spec.order == "before"
            )
        if spec.language == "de":
            return lower in ("für", "der", "des", "von", "zu")
        return self.tables.has("links", lower) and lower not in (
            "on",
            "against",
            "in",
            "a",
            "à",
            "en",
            "em",
            "no",
            "na",
        )

    def _is_elided(self, i: int) -> bool:
        prefix, _, rest = self.scan.words[i].text.replace("’", "'").partition("'")
        return prefix.lower() in ("d", "l", "dell", "all", "nell") and rest[:1].isupper()

    def _elided_item(self, i: int) -> int:
        """Return the end of what begins in one word with its link: "d'Allemagne", "de l'Éducation nationale"."""
        mention = self.scan.cover.get(i)
        if mention is not None and mention.kind in _GEO:
            return self.scan.at(mention.end - 1) + 1
        more = self.item(i + 1) if i + 1 < self.scan.count and self.scan.joined(i) else None
        return more or i + 1

    def _item_after(self, link: int, spec: Head) -> int | None:
        """Return the end of the noun phrase after the link at *link*; None where no name follows."""
        scan, begin = self.scan, link + 1
        while begin < scan.count and scan.joined(begin - 1) and self.is_article(begin):
            begin += 1
        if begin >= scan.count or not scan.joined(begin - 1):
            return None
        end = self.item(begin)
        return end if end is not None and end > begin else None

    def is_article(self, i: int) -> bool:
        word = self.scan.words[i]
        return word.lower in _ARTICLES and not word.is_capital

    def item(self, begin: int) -> int | None:
        """Return the end of the capitalised phrase that begins at word *begin*."""
        scan, words = self.scan, self.scan.words
        other = self.tables.heads.get(words[begin].lower)
        if other is not None and other.language == "ar":
            return None
        end = begin
        while end < scan.count and (end == begin or scan.joined(end - 1) or scan.gap(end - 1) in ("-", "/", ".")):
            word = words[end]
            mention = scan.cover.get(end)
            if mention is not None and mention.kind in _GEO and word.start == mention.start:
                stop = scan.at(mention.end - 1) + 1
                end = max(stop, end + 1)
                if words[end - 1].lower.endswith(("'s", "’s")):
                    break
                continue
            if not word.is_capital or scan.kind(end) == "date":
                break
            if end > begin and (word.lower in self.offices or self._begins_person(end)):
                break
            if (
                end == begin
                and word.lower in self.offices
                and word.lower not in ("deputies",)
                and not self.is_topic(word.lower)
                and not self._is_guild(end)
            ):
                break
            end += 1
            if (
                word.lower.endswith(("'s", "’s"))
                and word.lower.replace("’", "'") not in self.tables.words["possessives"]
            ):
                end -= 1
                break
        if end == begin:
            return None
        return self._government(end)

    def _is_guild(self, i: int) -> bool:
        """Tell whether people of one calling follow a Romance article: "Associação dos Escultores"."""
        lower = self.scan.words[i].lower
        return i > 0 and self.scan.words[i - 1].lower in _GUILD_LINKS and lower.endswith(("s", "i", "x"))

    def _begins_person(self, i: int) -> bool:
        """Tell whether a name of a person begins at *i*, after topical words: "Ministry of Culture Anna Li"."""
        word = self.scan.words[i]
        if fold(word.text) not in self.people.given and not (len(word.text) <= 4 and "." in word.text):
            return False
        before = self.scan.words[i - 1].lower
        if self.scan.kind(i) in _GEO:
            return False
        follows = i + 1 < self.scan.count and self.scan.joined(i) and self.scan.words[i + 1].is_capital
        return follows and (self.is_topic(before) or self.scan.kind(i - 1) in _GEO or before in self.tables.heads)

    def _government(self, end: int) -> int:
        """Take "provincial government" after a capitalised name."""
        scan, at = self.scan, end
        while at < scan.count and scan.joined(at - 1) and self.tables.has("inner", scan.words[at].lower):
            at += 1
        if at < scan.count and scan.joined(at - 1) and at > end and self.tables.has("government", scan.words[at].lower):
            return at + 1
        if at < scan.count and scan.joined(at - 1) and at == end and scan.words[at].lower == "government":
            return at + 1
        return end

    def _joined_item(self, begin: int, joiner: int) -> int | None:
        """Return the end of a topic after "and": "of Information and Culture"; None before another body or party."""
        scan = self.scan
        if begin >= scan.count or (begin != joiner and not scan.joined(begin - 1)):
            return None
        word = scan.words[begin]
        if self.is_article(begin) and begin + 1 < scan.count and scan.joined(begin):
            begin += 1
            word = scan.words[begin]
            if not self.tables.has("topics", word.lower) and self.people.words.get("common") is not None:
                return None
        if word.lower in ("de", "des", "du", "del", "della", "da", "do") and begin + 1 < scan.count:
            return self._item_after(begin, Head("", "unit", "after", "fr"))
        if not word.is_capital or (word.lower in self.offices and not self.is_topic(word.lower)):
            return None
        if scan.kind(begin) in _GEO and not self._is_adjective_of_topic(begin):
            return None
        end = self.item(begin)
        if end is None or self.has_head(begin, end) or fold(word.text) in self.people.given:
            return None
        topical = self.is_topic(word.lower) or scan.kind(begin) in _GEO
        return end if topical or self.people.words.get("common") is None else None

    def _is_adjective_of_topic(self, i: int) -> bool:
        """Tell whether a nationality at *i* belongs to a topic: "Oriental and African Studies"."""
        if self.scan.kind(i) == "place":
            return False
        following = self.scan.words[i + 1] if i + 1 < self.scan.count and self.scan.joined(i) else None
        return following is not None and following.is_capital and self.is_topic(following.lower)

    def has_head(self, begin: int, end: int) -> bool:
        return any(
            w.lower in self.tables.heads and not self.tables.has("topics", w.lower) for w in self.scan.words[begin:end]
        )

    def _listed(self, end: int) -> int | None:
        """Go on over ", Arts and Letters" (topics only) and ", Government of India"."""
        scan, words = self.scan, self.scan.words
        if words[end].lower == "government" and words[end].is_capital:
            if end + 1 < scan.count and words[end + 1].lower == "of":
                return self._item_after(end + 1, Head("", "unit", "before", "en"))
            return None
        at = end
        for _ in range(6):
            if at >= scan.count or not words[at].is_capital or not self.is_topic(words[at].lower):
                return None
            stop = self.item(at)
            if stop is None or self.has_head(at, stop) or scan.kind(at) in _GEO:
                return None
            if stop >= scan.count:
                return None
            if scan.joined(stop - 1) and words[stop].lower in self.tables.words["joiners"]:
                return self._joined_item(stop + 1, stop)
            gap = scan.gap(stop - 1)
            if gap == ", " and words[stop].lower in self.tables.words["joiners"]:
                return self._joined_item(stop + 1, stop)
            if gap == ", ":
                at = stop
                continue
            return None
        return None

    def _post_place(self, end: int, spec: Head) -> int:
        """Take "in Riyadh", "to the United Nations" and ", Kuwait" after embassies and delegations."""
        scan = self.scan
        posted = spec.kind == "post" or (
            scan.words[end - 1].lower in ("institute", "house", "centre", "center") and False
        )
        if not posted or end >= scan.count:
            return end
        word = scan.words[end]
        if scan.joined(end - 1) and word.lower in ("in", "to", "en", "au", "à", "em", "in", "a"):
            begin = end + 1
            while begin < scan.count and scan.joined(begin - 1) and self.is_article(begin):
                begin += 1
            if begin < scan.count and scan.joined(begin - 1) and scan.words[begin].is_capital:
                stop = self.item(begin)
                return stop if stop else end
        if scan.gap(end - 1) == ", " and scan.kind(end) in _GEO and scan.kind(end - 1) in _GEO:
            stop = scan.at(scan.cover[end].end - 1) + 1
            after = scan.gap(stop - 1)
            nxt = scan.words[stop].lower if stop < scan.count else ""
            if not (after == ", " and stop < scan.count and scan.kind(stop) in _GEO) and not (
                scan.joined(stop - 1) and nxt in ("and", "y", "et", "und")
            ):
                return stop
        return end

    def _quoted_right(self, end: int, spec: Head) -> int:
        """Take a quoted name after the head: ensemble "Berezka"."""
        return self.quoted(end) or end

    def quoted(self, end: int) -> int | None:
        """Return the end of a short quotation that opens right after word ``end - 1``; None where there is none."""
        scan = self.scan
        gap = scan.gap(end - 1)
        mark = gap.strip()
        if len(mark) != 1 or mark not in _OPENING or not gap.startswith((" ", "\u00a0")) or "\n" in gap:
            return None
        closing = _OPENING[mark]
        for at in range(end, min(end + 7, scan.count)):
            after = scan.gap(at) if at + 1 < scan.count else scan.text[scan.words[at].end : scan.words[at].end + 2]
            if closing in after or ('"' in after and mark in "“„"):
                return at + 1
            if "\n" in after:
                return None
        return None
