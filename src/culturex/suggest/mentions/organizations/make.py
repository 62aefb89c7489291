"""Make mentions of bodies: the text as printed, the base form of the name, the country its words tell."""

from __future__ import annotations

from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.german import base_form
from culturex.suggest.mentions.organizations.named import Named
from culturex.suggest.mentions.organizations.spans import Extent, Reach
from culturex.suggest.mentions.scan import Scan, squeezed
from culturex.suggest.mentions.words.bodies import Head, Tables, tables_for
from culturex.suggest.mentions.words.clues import bare_of
from culturex.suggest.mentions.words.people import office_words, openers_of
from culturex.suggest.mentions.words.people import tables_for as people_tables_for
from culturex.suggest.once import once

# From this confidence on a place in the name of a body tells its country, whether the article names that or not.
_SURE = 0.65
_GEO = ("country", "region", "place")
_CLOSING = frozenset('"”»“')
_POSSESSIVE = frozenset(("'s", "’s"))


class Maker:
    """Makes the mentions of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document)
        self.elides = document.language in ("fr", "it")
        self.tables: Tables = tables_for(document.language)
        self.people = people_tables_for(document.language)
        openers = openers_of(document.language)
        self.offices = office_words(document.language)
        self.reach = Reach(self.scan, self.tables, self.people, self.offices, openers)
        self.named = Named(self.scan, self.tables, self.people, self.offices, openers)
        self.found: list[Mention] = []
        self.bare: list[int] = []
        self.shorts: list[int] = []
        self.done = 0

    def _name(self, extent: Extent, elided: bool) -> str | None:
        scan, spec = self.scan, extent.spec
        if spec.language == "tr":
            last = extent.end - 1
            if "'" in scan.texts[last].replace("’", "'"):
                return squeezed(scan.span_text(extent.first, extent.end).replace("’", "'").rpartition("'")[0])
            if spec.inflected and extent.head == last:
                before = scan.text[scan.starts[extent.first] : scan.starts[last]]
                return squeezed(before + scan.texts[last][: len(spec.base)])
        if spec.language == "de":
            texts = scan.texts[extent.first : extent.end]
            if scan.span_text(extent.first, extent.end) == " ".join(texts):
                return base_form(texts, extent.head - extent.first, spec, self.tables)
        if elided:
            text = self._text(extent.first, extent.end)[0]
            return squeezed(text.replace("’", "'").partition("'")[2])
        return None

    def _bare(self, i: int) -> str:
        """Return word *i* without the article that French and Italian join to it."""
        text = self.scan.texts[i]
        return bare_of(text) if self.elides else text

    def _text(self, first: int, end: int, back: int = 0) -> tuple[str, int, int]:
        """Return text and offsets of some words, with the closing mark of a quotation that opened inside."""
        whole = self.scan.text
        start = self.scan.starts[first] - back
        stop = self.scan.ends[end - 1]
        if whole[stop : stop + 1] in _CLOSING:
            inside = whole[start:stop]
            if sum(map(inside.count, '"“«„')) % 2 == 1 and "”" not in inside:
                stop += 1
        if whole[stop - 2 : stop] in _POSSESSIVE:
            stop -= 2
        return whole[start:stop], start, stop

    def _add(self, extent: Extent, name: str | None, confidence: float, rule: str, *, back: int = 0) -> None:
        """Make the mention of *extent*; *name* where its base form is not what is printed."""
        if self.elides and not back:
            # The article is no part of "l'Institut".
            back = len(self._bare(extent.first)) - len(self.scan.texts[extent.first])
        text, start, stop = self._text(extent.first, extent.end, back)
        if text != self.document.text[start:stop] or not text.strip():
            return
        base = name or squeezed(text)
        base = self._without_article(base, extent.first)
        extra: dict[str, Any] = {"head": extent.spec.base, "kind": extent.spec.kind}
        value = {"name": base, "role": None, "country": self._country(extent)}
        mention = Mention("organization", text, start, stop, value, rule, confidence, extra)
        self.found.append(mention)
        self.scan.cover_with(mention)
        self.done = max(self.done, extent.end)

    def _add_plain(self, first: int, end: int, name: str, rule: str) -> None:
        reports = name in self.tables.media
        spec = Head(name.lower(), "media" if reports else "unit", "before", "en")
        self._add(Extent(first, end, first, spec), name, 0.5 if reports else 0.75, rule)

    def _without_article(self, name: str, first: int) -> str:
        front, _, rest = name.partition(" ")
        if not rest or front.lower() not in ("the", "a", "an"):
            return name
        dashed = first > 0 and self.scan.gaps[first - 1].rstrip().endswith(("-", "–", "—"))
        inside = first > 0 and not dashed and not self.scan.begins_sentence(first)
        if front == "The" and inside and rest.partition(" ")[0].lower() not in self.tables.heads:
            return name
        return rest

    @once
    def _named(self) -> frozenset[object]:
        """The countries that the article names."""
        return frozenset([m.value for m in self.document.mentions if m.kind == "country"])

    def _country(self, extent: Extent) -> str | None:
        """Return the country that the name's own words tell."""
        for mention in self.scan.cover[extent.first : extent.end]:
            if mention is None or mention.kind not in _GEO:
                continue
            if mention.kind == "country" and isinstance(mention.value, str):
                return mention.value
            if mention.kind == "place" and isinstance(mention.value, dict) and mention.value.get("country"):
                country = str(mention.value["country"])
                # "Nord University" is no university of the Nord in Burkina Faso.
                return country if mention.confidence >= _SURE or country in self._named else None
            if mention.kind == "region" and extent.spec.kind == "post":
                return None
        return None
