"""Find named bodies by the words that head their names, with what specifies them; join acronyms and short forms."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention, organizations_han, organizations_slavic
from culturex.suggest.mentions.organizations_plural import coordination
from culturex.suggest.mentions.organizations_spans import Extent, Reach
from culturex.suggest.mentions.organizations_tables import Head, Tables, tables_for
from culturex.suggest.mentions.people_tables import listed, office_words
from culturex.suggest.mentions.people_tables import tables_for as people_tables_for
from culturex.suggest.mentions.scan import Scan

_SPACE = re.compile(r"\s+")
_GEO = ("country", "region", "place")
_SURE, _LIKELY, _WEAK = 0.85, 0.7, 0.55
_LOWER_TAIL = frozenset(("the", "of", "and", "foreign"))
_DEFINITE = frozenset(("im", "am", "beim", "vom", "zum", "zur"))
_DEFINITE_ENDINGS = ("büro", "verein", "amt", "ministerium", "archiv", "museum")
_INDEFINITE = frozenset(("a", "an", "any", "another", "un", "une", "una", "ein", "eine", "einem", "einer", "um", "uma"))
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 8


def find(document: Document) -> list[Mention]:
    """Return the bodies named in *document*, in order; each later mention carries the name of the fullest one."""
    found = organizations_han.find(document)
    if document.words:
        finder = _Finder(document)
        found += finder.run()
    found.sort(key=lambda m: (m.start, -m.end))
    return found


class _Finder:
    """The state of one run over one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document, "date", *_GEO)
        self.tables: Tables = tables_for(document.language)
        self.people = people_tables_for(document.language)
        openers = listed(document.language, "openers") | listed("en", "openers")
        self.offices = office_words(document.language)
        self.reach = Reach(self.scan, self.tables, self.people, self.offices, openers)
        self.found: list[Mention] = []
        self.bare: list[int] = []
        self.done = 0

    def run(self) -> list[Mention]:
        heads = self.tables.heads
        names, phrases = self.tables.names, self.tables.phrases
        quoted = self.tables.words["quoted"]
        words = self.scan.words
        for i in [k for k, w in enumerate(words) if w.lower in heads or w.text[0].isupper() or not w.text.isalnum() or w.lower in quoted]:
            if i < self.done:
                continue
            word = words[i]
            text = word.text
            if text in phrases and self._phrase(i, phrases[text]):
                continue
            head = heads.get(word.lower)
            if head is None:
                if text in names and self._stands_alone(i):
                    self._add_plain(i, i + 1, text, "organizations.name")
                    continue
                head = self._hidden_head(i)
                if head is None:
                    self._by_form(i)
                    continue
            if head is not None:
                self._headed(i, head)
        self._acronyms()
        self._bare_embassy()
        self._join_short()
        return self.found

    def _is_party(self, i: int) -> bool:
        """Tell whether word *i* is part of a country's or a group's name: Russian Federation, European Union."""
        mention = self.scan.cover.get(i)
        if mention is None or mention.kind not in _GEO:
            return False
        word = self.scan.words[i]
        # "Nordic Council for Cultural Ties" goes on where the group's name ends.
        goes_on = i + 1 < self.scan.count and self.scan.joined(i) and self.scan.words[i + 1].lower in ("for", "on")
        return not goes_on and (mention.start < word.start or mention.end > word.end)

    # --- one head ----------------------------------------------------------------------------------------------

    def _hidden_head(self, i: int) -> Head | None:
        """Return the head inside a longer word: Goethe-Institut, l'Institut, Üniversitesi'nin, Heimatverein."""
        word = self.scan.words[i]
        lower = word.lower.replace("’", "'")
        heads = self.tables.heads
        if not word.is_capital and "-" not in lower and "'" not in lower:
            self._lower_quoted(i)
            return None
        if lower[0] > "\u0400":
            return organizations_slavic.compound(lower, self.tables)
        if "-" in lower:
            head = heads.get(lower.rpartition("-")[2])
            return head if head and word.text.rpartition("-")[2][:1].isupper() else None
        if "'" in lower:
            front, _, back = lower.partition("'")
            if front in ("l", "d", "dell", "all", "nell", "sull"):
                return heads.get(back)
            head = heads.get(front)
            return head if head and (head.language == "tr" or back == "s") else None
        if self.document.language == "de":
            for suffix, head in self.tables.suffixes:
                if lower.endswith(suffix) and len(lower) > len(suffix) + 2:
                    return head
        return None

    def _headed(self, i: int, head: Head) -> None:
        word = self.scan.words[i]
        if self._is_party(i):
            return
        if head.order == "slavic":
            self._add_slavic(i, head)
            return
        printed = word.text.replace("’", "'")
        if not word.is_capital and not ("'" in printed and printed.partition("'")[2][:1].isupper()):
            self._lower_head(i, head)
            return
        if self._later_head(i, head):
            return
        parts = coordination(self.reach, i, head, self.done)
        if parts:
            for extent, name in parts:
                self._add(extent, name, _SURE, "organizations.coordination")
            self.done = max(e.end for e, _ in parts)
            return
        if head.plural and head.kind == "post":
            return
        first = self.reach.left(i, head, self.done) if head.order != "after" else self.reach.front(i, self.done)
        end = self.reach.right(i, head)
        end = self._honoured(i, end, head)
        extent = Extent(first, end, i, head)
        self._judge(extent)

    def _later_head(self, i: int, head: Head) -> bool:
        """Tell whether a later word of the same capital run heads the name: "Library Association"."""
        if head.order != "before":
            return False
        for at in range(i + 1, min(i + 4, self.scan.count)):
            word = self.scan.words[at]
            if not self.scan.joined(at - 1) or word.lower in self.offices:
                return False
            if not word.is_capital and word.lower not in self.tables.words["joiners"]:
                return False
            if word.lower in self.tables.words["joiners"] and head.weak and at == i + 1 and self._pairs_with_head(at):
                return True
            other = self.tables.heads.get(word.lower)
            if other is not None and other.order == "before":
                return not self.tables.has("topics", word.lower) or other.kind != "unit"
        return False

    def _pairs_with_head(self, joiner: int) -> bool:
        """Tell whether "and" leads through one topic to a head: "Opera and Ballet Theatre"."""
        scan = self.scan
        at = joiner + 2
        if at >= scan.count or not scan.joined(joiner) or not scan.joined(joiner + 1):
            return False
        return scan.words[joiner + 1].is_capital and scan.words[at].is_capital and scan.words[at].lower in self.tables.heads

    def _honoured(self, i: int, end: int, head: Head) -> int:
        """Take the name of a person after a school, where the text repeats the whole: "X University Name Name"."""
        scan = self.scan
        if head.kind != "school" or end != i + 1 or head.order != "before" or head.language == "tr":
            return end
        at = end
        while at < scan.count and at - end < 4 and scan.joined(at - 1) and scan.words[at].is_capital:
            if scan.words[at].lower in self.offices or scan.words[at].lower in self.tables.words["events"]:
                break
            at += 1
        if at - end < 2:
            return end
        whole = scan.span_text(i, at)
        return at if self.document.body.count(whole) > 1 else end

    def _judge(self, extent: Extent) -> None:
        """Keep the name if it says enough."""
        scan, spec = self.scan, extent.spec
        own = (extent.end - extent.first) - 1
        head_word = scan.words[extent.head]
        compound = "-" in head_word.text or (spec.language == "de" and head_word.lower != spec.base)
        elided = extent.first == extent.head and "'" in head_word.text.replace("’", "'")
        if own == 0 and not compound:
            if spec.kind == "post":
                self.bare.append(extent.head)
            return
        if self._is_event(extent):
            return
        if own == 0 and compound and not self._compound_alone(extent):
            return
        confidence = self._confidence(extent, own) if own else 0.5 if spec.weak else _LIKELY
        if confidence is None:
            return
        rule = "organizations.head" if not spec.weak else "organizations.weak_head"
        self._add(extent, self._name(extent, elided), confidence, rule)

    def _compound_alone(self, extent: Extent) -> bool:
        """Keep "Goethe-Institut", and a German compound behind a definite article: "im Seniorenbüro"."""
        i = extent.head
        if "-" in self.scan.words[i].lower:
            return True
        before = self.scan.words[i - 1].lower if i and self.scan.joined(i - 1) else ""
        return before in _DEFINITE and self.scan.words[i].lower.endswith(_DEFINITE_ENDINGS)

    def _is_event(self, extent: Extent) -> bool:
        """Tell whether capitals after the head make it something else: "Film Commission Award"."""
        scan = self.scan
        for at in range(extent.end, min(extent.end + 3, scan.count)):
            word = scan.words[at]
            if not scan.joined(at - 1) or not word.is_capital:
                return False
            if word.lower in self.offices:
                return False
            if self.tables.has("events", word.lower) and not scan.is_title_case(at):
                return True
        return False

    def _confidence(self, extent: Extent, own: int) -> float | None:
        scan, spec = self.scan, extent.spec
        words = scan.words[extent.first : extent.end]
        first = words[0].lower
        if any(self.tables.has("media", w.lower) for w in words) and spec.base in ("agency", "agence", "agencia", "service", "network", "group", "club"):
            return 0.4
        before = scan.words[extent.first - 1].lower if extent.first and scan.joined(extent.first - 1) else ""
        if before in _INDEFINITE and (before != "a" or self.document.language == "en") and not scan.words[extent.first - 1].is_capital:
            return 0.4
        if spec.base in ("program", "programme") and any(self.tables.has("instruments", w.lower) for w in words):
            return None
        if spec.weak and any(self.tables.has("idioms", f"{spec.base}:{w.lower}") for w in words):
            return None
        if spec.weak:
            plain = [w for k, w in enumerate(words, extent.first) if k != extent.head and not self._says_little(k)]
            if not plain and own < 2:
                return None
            if spec.order == "after" and extent.end - extent.head == 1:
                return None
            return _WEAK if own == 1 else _LIKELY
        if own == 1 and extent.first == extent.head - 1 and first in ("national", "international", "new", "local", "public", "private", "general"):
            return _WEAK
        return _SURE

    def _says_little(self, i: int) -> bool:
        word = self.scan.words[i]
        mention = self.scan.cover.get(i)
        adjective = mention is not None and mention.kind in ("country", "region")
        return adjective or word.lower in self.tables.words["links"] or word.lower in self.tables.words["articles"] or not word.is_capital

    # --- lower-case heads, forms and phrases -------------------------------------------------------------------

    def _lower_head(self, i: int, head: Head) -> None:
        """Find "the Russian embassy", "the Shandong education department", "ministère de la Culture"."""
        scan = self.scan
        if self._lower_quoted(i):
            return
        if head.order in ("after", "both"):
            self._lower_after(i, head)
            return
        parts = coordination(self.reach, i, head, self.done)
        if parts:
            for extent, name in parts:
                self._add(extent, name, _SURE, "organizations.coordination")
            self.done = max(e.end for e, _ in parts)
            return
        if not self.tables.has("lower", scan.words[i].lower):
            return
        at = i
        while at - 1 >= self.done and scan.joined(at - 1) and self.tables.has("lower_inner", scan.words[at - 1].lower):
            at -= 1
        first = at
        while first - 1 >= self.done and scan.joined(first - 1) and scan.words[first - 1].is_capital:
            if self.reach._is_opener(first - 1) or scan.words[first - 1].lower.endswith(("'s", "’s")):
                break
            if scan.words[first - 1].lower in self.offices or first - 1 < i - 5:
                break
            first -= 1
        if first == at:
            self._lower_with_tail(i, head)
            return
        covered = any(scan.kind(k) in _GEO for k in range(first, at))
        if covered and (at < i or head.kind == "post" or head.base in ("ministry", "parliament")):
            self._add(Extent(first, i + 1, i, head), None, 0.6, "organizations.lower_head")

    def _lower_quoted(self, i: int) -> bool:
        """Find 'the ensemble "X"' and '"X" project'."""
        word = self.scan.words[i]
        if not self.tables.has("quoted", word.lower):
            return False
        quoted = self.reach.quoted(i + 1)
        if quoted and self.scan.words[i + 1].is_capital:
            self._add(Extent(i, quoted, i, Head(word.lower, "group", "before", "en", True)), None, _LIKELY, "organizations.quoted")
            return True
        return self._quoted_before(i)

    def _stands_alone(self, i: int) -> bool:
        """Tell whether a name known by itself is not the beginning of a longer one or the label of a line."""
        scan = self.scan
        if scan.gap(i).startswith(":") and scan.begins_sentence(i):
            return False
        following = scan.words[i + 1] if i + 1 < scan.count and scan.joined(i) else None
        return following is None or not following.is_capital or following.lower in self.offices

    def _lower_with_tail(self, i: int, head: Head) -> None:
        """Find "the embassy of Japan", "the ministry of culture of Kazakhstan"."""
        scan = self.scan
        if head.base not in ("embassy", "consulate", "ministry") or head.plural or i + 1 >= scan.count:
            return
        if not scan.joined(i) or scan.words[i + 1].lower != "of":
            return
        end = i + 2
        while end < scan.count and scan.joined(end - 1) and scan.words[end].lower in _LOWER_TAIL | self.tables.words["topics"]:
            end += 1
        stop = self.reach._item(end) if end < scan.count and scan.joined(end - 1) else None
        if stop and any(scan.kind(k) in _GEO for k in range(end, stop)):
            self._add(Extent(i, stop, i, head), None, 0.6, "organizations.lower_head")

    def _lower_after(self, i: int, head: Head) -> None:
        """Find names with a lower-case head in languages that write it small: "ministère de la Culture"."""
        if head.plural or head.language != self.document.language or head.language == "de":
            return
        end = self.reach.right(i, head)
        capitals = [k for k in range(i + 1, end) if self.scan.words[k].is_capital or "'" in self.scan.words[k].text.replace("’", "'")]
        if not capitals:
            return
        extent = Extent(i, end, i, head)
        if head.weak and all(self._says_little(k) for k in capitals):
            return
        if not self._is_event(extent):
            self._add(extent, self._name(extent, "'" in self.scan.words[i].text.replace("’", "'")), 0.6 if head.weak else _LIKELY, "organizations.lower_head")

    def _quoted_before(self, i: int) -> bool:
        """Find '"Modern Russian" project': a quoted name before a head, with at most two plain words between."""
        scan = self.scan
        if i == 0:
            return False
        last = i - 1
        while last > i - 3 and last > 0 and scan.joined(last) and not scan.words[last].is_capital:
            last -= 1
        gap = scan.gap(last)
        if len(gap) != 2 or gap[0] not in "\"”»“" or gap[1] not in " \u00a0":
            return False
        for first in range(last, max(last - 6, self.done - 1, -1), -1):
            opening = scan.text[max(0, scan.words[first].start - 1) : scan.words[first].start]
            if opening and opening in "\"“«„":
                capital = scan.words[first].is_capital
                if capital:
                    extent = Extent(first, i + 1, i, Head(scan.words[i].lower, "group", "before", "en", True))
                    self._add(extent, None, _LIKELY, "organizations.quoted", back=1)
                return capital
        return False

    def _by_form(self, i: int) -> None:
        """Find bodies by a legal form: "ANO Pro.Asia", "Acme Ltd"."""
        scan, word = self.scan, self.scan.words[i]
        if word.text.isupper() and self.tables.has("legal_before", word.lower):
            end = self.reach.quoted(i + 1) or i + 1
            while end < scan.count and (scan.joined(end - 1) or scan.gap(end - 1) == ".") and scan.words[end].is_capital:
                if scan.words[end].lower in self.offices or end - i > 5:
                    break
                end += 1
            if end > i + 1:
                self._add(Extent(i, end, i, Head("company", "group", "before", "en")), None, _LIKELY, "organizations.legal_form")
        elif self.tables.has("legal_after", word.lower) and word.is_capital and i > self.done:
            spec = Head("company", "group", "before", "en")
            at = i if scan.joined(i - 1) else i
            if not scan.joined(i - 1) and scan.gap(i - 1) not in (", ", ". ,"):
                return
            first = self.reach.left(at, spec, self.done) if scan.joined(i - 1) else self.reach.left(i - 1, spec, self.done)
            if first < i:
                self._add(Extent(first, i + 1, i, spec), None, _LIKELY, "organizations.legal_form")

    def _phrase(self, i: int, phrases: list[list[str]]) -> bool:
        words = self.scan.words
        for phrase in phrases:
            end = i + len(phrase)
            if end <= self.scan.count and _is_phrase([w.text for w in words[i:end]], phrase):
                head = next((self.tables.heads[w.lower] for w in words[i:end] if w.lower in self.tables.heads), None)
                if head is not None and any(w.lower in self.tables.heads for w in words[i:end]):
                    at = next(k for k in range(i, end) if words[k].lower in self.tables.heads)
                    first = self.reach.left(i, head, self.done) if i > self.done else i
                    stop = max(end, self.reach.right(end - 1, replace(head, order="before")))
                    extent = Extent(first, stop, at, head)
                    if self._is_event(extent):
                        return False
                    self._add(extent, self._name(extent, False), _SURE, "organizations.phrase")
                else:
                    self._add_plain(i, end, " ".join(phrase), "organizations.phrase")
                return True
        return False

    # --- mentions ----------------------------------------------------------------------------------------------

    def _add_slavic(self, i: int, head: Head) -> None:
        result = organizations_slavic.extent(self.scan, self.tables, i, head, self.done)
        if result is not None:
            extent, name, confidence = result
            self._add(extent, name, confidence, "organizations.slavic")

    def _add_plain(self, first: int, end: int, name: str, rule: str) -> None:
        spec = Head(name.lower(), "unit", "before", "en")
        self._add(Extent(first, end, first, spec), name, 0.75, rule)

    def _name(self, extent: Extent, elided: bool) -> str | None:
        words = self.scan.words
        last = words[extent.end - 1]
        if extent.spec.language == "tr" and "'" in last.text.replace("’", "'"):
            text = self.scan.text[words[extent.first].start : last.end]
            return _SPACE.sub(" ", text.replace("’", "'").rpartition("'")[0])
        if extent.spec.language == "tr" and extent.spec.inflected and extent.head == extent.end - 1:
            before = self.scan.text[words[extent.first].start : last.start]
            return _SPACE.sub(" ", before + last.text[: len(extent.spec.base)])
        if elided:
            text = self._text(extent.first, extent.end)[0]
            return _SPACE.sub(" ", text.replace("’", "'").partition("'")[2])
        return None

    def _text(self, first: int, end: int, back: int = 0) -> tuple[str, int, int]:
        """Return text and offsets of some words, with the closing mark of a quotation that opened inside."""
        start = self.scan.words[first].start - back
        stop = self.scan.words[end - 1].end
        inside = self.scan.text[start:stop]
        after = self.scan.text[stop : stop + 1]
        if after and after in "\"”»“" and sum(inside.count(c) for c in "\"“«„") % 2 == 1 and "”" not in inside:
            stop += 1
        possessive = self.scan.text[stop - 2 : stop]
        if possessive in ("'s", "’s"):
            stop -= 2
        return self.scan.text[start:stop], start, stop

    def _add(self, extent: Extent, name: str | None, confidence: float, rule: str, *, back: int = 0) -> None:
        """Make the mention of *extent*; *name* where its base form is not what is printed."""
        text, start, stop = self._text(extent.first, extent.end, back)
        if text != self.document.text[start:stop] or not text.strip():
            return
        base = name or _SPACE.sub(" ", text)
        base = self._without_article(base, extent.first)
        extra: dict[str, Any] = {"head": extent.spec.base, "kind": extent.spec.kind}
        value = {"name": base, "role": None, "country": self._country(extent)}
        mention = Mention("organization", text, start, stop, value, rule, confidence, extra)
        self.found.append(mention)
        self.scan.cover_with(mention)
        self.done = max(self.done, extent.end)

    def _without_article(self, name: str, first: int) -> str:
        front, _, rest = name.partition(" ")
        if front == "The" and first > 0 and not self.scan.begins_sentence(first):
            return name
        return rest if rest and front.lower() in ("the", "a", "an") else name

    def _country(self, extent: Extent) -> str | None:
        """Return the country that the name's own words tell."""
        for k in range(extent.first, extent.end):
            mention = self.scan.cover.get(k)
            if mention is None or mention.kind not in _GEO:
                continue
            if mention.kind == "country" and isinstance(mention.value, str):
                return mention.value
            if mention.kind == "place" and isinstance(mention.value, dict) and mention.value.get("country"):
                return str(mention.value["country"])
            if mention.kind == "region" and extent.spec.kind == "post":
                return None
        return None

    # --- after the run -----------------------------------------------------------------------------------------

    def _acronyms(self) -> None:
        """Join "ICCR" to "Indian Council for Cultural Relations (ICCR)", and "BSO" to what it abbreviates."""
        known: dict[str, Mention] = {}
        for mention in self.found:
            acronym = self._acronym_after(mention.end)
            if acronym:
                assert mention.extra is not None
                mention.extra["acronym"] = acronym
                known.setdefault(acronym, mention)
        for mention in self.found:
            initials = "".join(w[0] for w in re.split(r"[\s-]+", mention.value["name"]) if w[:1].isupper())
            if 3 <= len(initials) <= _LONGEST_ACRONYM and mention.confidence >= _LIKELY:
                known.setdefault(initials, mention)
        if not known:
            return
        for k, mention in enumerate(self.found):
            full = known.get(mention.value["name"])
            if full is not None and mention.rule == "organizations.name":
                extra = {**(mention.extra or {}), "acronym": mention.text, "first": False}
                self.found[k] = replace(mention, value=dict(full.value), extra=extra)
        for i in self.scan.capitals:
            word = self.scan.words[i]
            text = word.text if word.text.isalnum() else word.text.removesuffix("'s").removesuffix("’s")
            full = known.get(text)
            if full is None or self.scan.kind(i) == "organization" or self.scan.kind(i) == "region":
                continue
            stop = word.start + len(text)
            extra = {"head": (full.extra or {}).get("head"), "acronym": text, "first": False}
            mention = Mention("organization", text, word.start, stop, dict(full.value), "organizations.acronym", 0.75, extra)
            self.found.append(mention)
            self.scan.cover_with(mention)

    def _acronym_after(self, end: int) -> str | None:
        text = self.scan.text[end : end + _LONGEST_ACRONYM + 4]
        if not text.startswith((" (", " [")):
            return None
        inside, closing, _ = text[2:].partition(")")
        inside = inside.strip("\"'“”")
        letters = [c for c in inside if c.isalpha()]
        if not closing or not inside.isascii() and not inside.isalpha():
            return None
        short = _SHORTEST_ACRONYM <= len(inside) <= _LONGEST_ACRONYM and inside[:1].isupper() and " " not in inside
        return inside if short and sum(c.isupper() for c in letters) * 2 > len(letters) else None

    def _bare_embassy(self) -> None:
        """Name "the Embassy" where the text never gives its full name."""
        if any((m.extra or {}).get("kind") == "post" for m in self.found):
            return
        for i in self.bare:
            word = self.scan.words[i]
            before = self.scan.words[i - 1].lower if i and self.scan.joined(i - 1) else ""
            if before in ("the", "our", "la", "el", "l", "die", "der", "das") and self.scan.kind(i) is None and not self.scan.is_title_case(i):
                value = {"name": word.text, "role": None, "country": None}
                extra = {"head": word.lower, "kind": "post", "bare": True}
                self.found.append(Mention("organization", word.text, word.start, word.end, value, "organizations.bare", 0.5, extra))

    def _join_short(self) -> None:
        """Give short forms the name of the fullest one with the same head: "Pushkin Institute", "Indian Embassy"."""
        names = {m.value["name"]: m for m in self.found if m.rule != "organizations.bare"}
        full = {name: _fuller(mention, names.values()) for name, mention in names.items()}
        for k, mention in enumerate(self.found):
            better = full.get(mention.value["name"])
            if better is not None:
                value = {**mention.value, "name": better.value["name"], "country": better.value["country"] or mention.value["country"]}
                self.found[k] = replace(mention, value=value, extra={**(mention.extra or {}), "short": mention.value["name"]})


def _is_phrase(texts: list[str], phrase: list[str]) -> bool:
    """Tell whether the words are the phrase, the last one perhaps in the possessive."""
    return texts[:-1] == phrase[:-1] and texts[-1] in (phrase[-1], phrase[-1] + "'s", phrase[-1] + "’s")


def _fuller(short: Mention, others: Any) -> Mention | None:
    """Return the only longer name that *short* abbreviates, or None."""
    tokens = _content(short.value["name"])
    head = (short.extra or {}).get("head")
    if len(tokens) < 2:
        return None
    fits = []
    for other in others:
        longer = _content(other.value["name"])
        if other is short or len(longer) <= len(tokens) or tokens[0] != longer[0]:
            continue
        same_head = (other.extra or {}).get("head") == head
        prefix = longer[: len(tokens)] == tokens
        if (same_head and _is_subsequence(tokens, longer) and (longer[-1] == tokens[-1] or prefix)) or (prefix and not same_head and len(tokens) >= 2 and longer[-1] not in tokens and len(longer) - len(tokens) == 1):
            fits.append(other)
    names = {m.value["name"] for m in fits}
    return fits[0] if len(names) == 1 else None


def _content(name: str) -> list[str]:
    return [w for w in name.lower().replace("’", "'").split() if w not in ("the", "of")]


def _is_subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)
