"""Keep the mentions of bodies of one page: the text as printed, the base form of the name, its country.

In: the words of a name, how sure it is and by which rule. Out: `found`, the mentions in the order in which they were
kept, and `done`, the word behind all of them: what is still to be found begins there.
"""

from __future__ import annotations

from typing import Any

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations.extent import Extent
from culturex.suggest.mentions.organizations.german import base_form
from culturex.suggest.mentions.organizations.page import POSSESSIVE, Page, has_apostrophe
from culturex.suggest.mentions.scan import GEO, squeezed
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.once import once

# From this confidence on a place in the name of a body tells its country, whether the article names that or not.
_SURE = 0.65
_CLOSING = frozenset('"”»“')
_ARTICLES = frozenset(("the", "a", "an"))


class Names:
    """Makes and keeps the mentions of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.scan = page.scan
        self.found: list[Mention] = []
        self.done = 0

    def keep(self, extent: Extent, rule: str, confidence: float, name: str | None = None, *, back: int = 0) -> None:
        """Keep the name in the words of *extent*; *name* where its base form is not what is printed.

        The mention begins *back* characters before its first word.
        """
        if self.page.elides and not back:
            # The article is no part of "l'Institut".
            back = len(self.page.bare(extent.first)) - len(self.scan.texts[extent.first])
        text, start, stop = self._printed(extent.first, extent.end, back)
        if text != self.page.document.text[start:stop] or not text.strip():
            return
        base = self._without_article(name or squeezed(text), extent.first)
        extra: dict[str, Any] = {"head": extent.spec.base, "kind": extent.spec.kind}
        value = {"name": base, "role": None, "country": self._country(extent)}
        mention = Mention("organization", text, start, stop, value, rule, confidence, extra)
        self.found.append(mention)
        self.scan.cover_with(mention)
        self.done = max(self.done, extent.end)

    def keep_plain(self, first: int, end: int, name: str, rule: str) -> None:
        """Keep a *name* that the tables know as a whole, or an acronym, in words *first* to *end*."""
        reports = name in self.page.tables.media
        spec = Head(name.lower(), "media" if reports else "unit", "before", "en")
        self.keep(Extent(first, end, first, spec), rule, 0.5 if reports else 0.75, name)

    def base(self, extent: Extent) -> str | None:
        """Return the name in the nominative and without elided article; None where it is printed so."""
        scan, language = self.scan, extent.spec.language
        if language == "tr" and (name := self._turkish_base(extent)) is not None:
            return name
        if language == "de":
            texts = scan.texts[extent.first : extent.end]
            if scan.span_text(extent.first, extent.end) == " ".join(texts):
                return base_form(texts, extent.head - extent.first, extent.spec, self.page.tables)
        if extent.first == extent.head and has_apostrophe(scan.texts[extent.head]):
            text = self._printed(extent.first, extent.end)[0]
            return squeezed(text.replace("’", "'").partition("'")[2])
        return None

    def _turkish_base(self, extent: Extent) -> str | None:
        """Return the name without the ending of its last word: "Üniversitesi'nin", "Üniversitesinin"."""
        scan, spec, last = self.scan, extent.spec, extent.end - 1
        if has_apostrophe(scan.texts[last]):
            return squeezed(scan.span_text(extent.first, extent.end).replace("’", "'").rpartition("'")[0])
        if spec.inflected and extent.head == last:
            before = scan.text[scan.starts[extent.first] : scan.starts[last]]
            return squeezed(before + scan.texts[last][: len(spec.base)])
        return None

    def _printed(self, first: int, end: int, back: int = 0) -> tuple[str, int, int]:
        """Return text and offsets of some words, with the closing mark of a quotation that opened inside."""
        whole = self.scan.text
        start = self.scan.starts[first] - back
        stop = self.scan.ends[end - 1]
        if whole[stop : stop + 1] in _CLOSING:
            inside = whole[start:stop]
            if sum(map(inside.count, '"“«„')) % 2 == 1 and "”" not in inside:
                stop += 1
        if whole[stop - 2 : stop] in POSSESSIVE:
            stop -= 2
        return whole[start:stop], start, stop

    def _without_article(self, name: str, first: int) -> str:
        """Return *name* without the article before it, unless a capital inside the sentence makes it part of it."""
        front, _, rest = name.partition(" ")
        if not rest or front.lower() not in _ARTICLES:
            return name
        scan = self.scan
        dashed = first > 0 and scan.gaps[first - 1].rstrip().endswith(("-", "–", "—"))
        inside = first > 0 and not dashed and not scan.begins_sentence(first)
        if front == "The" and inside and rest.partition(" ")[0].lower() not in self.page.tables.heads:
            return name
        return rest

    @once
    def _countries(self) -> frozenset[object]:
        """The countries that the article names."""
        return frozenset([m.value for m in self.page.document.mentions if m.kind == "country"])

    def _country(self, extent: Extent) -> str | None:
        """Return the country that the name's own words tell, that of a language only where nothing else tells one.

        "Department of Czech and Slovak Language of the University of Vienna"
        """
        languages: set[str] = set()
        for mention in self.scan.cover[extent.first : extent.end]:
            if mention is None or mention.kind not in GEO:
                continue
            if mention.rule == "countries.language":
                languages.add(str(mention.value))
                continue
            if mention.kind == "country" and isinstance(mention.value, str):
                return mention.value
            if mention.kind == "place" and isinstance(mention.value, dict) and mention.value.get("country"):
                country = str(mention.value["country"])
                # "Nord University" is no university of the Nord in Burkina Faso.
                return country if mention.confidence >= _SURE or country in self._countries else None
            if mention.kind == "region" and extent.spec.kind == "post":
                return None
        return languages.pop() if len(languages) == 1 else None
