"""What an HTML page says of itself in its head, and its visible text.

Facts come from ``<html lang>``, ``<title>``, the canonical link, the meta elements of Open Graph, schema.org, Dublin
Core and the like, and ``<time datetime>``. The text is what stands in the body outside menus and scripts, one line
for each block.
"""

from __future__ import annotations

from culturex.importers.markup import attributes, tokens

# The article's field -> the names and properties of meta elements that give it, best first.
META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "url": ("og:url",),
    "published": (
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "citation_publication_date",
        "publishdate",
        "pubdate",
        "parsely-pub-date",
        "og:published_time",
    ),
    "language": ("content-language", "og:locale", "dc.language", "language"),
}
_META_NAMES = frozenset(name for names in META.values() for name in names)
# Elements whose content is no text of the article, and those that begin a new line.
_HIDDEN = frozenset(
    "script style noscript template svg math iframe object nav footer aside button select option textarea head dialog"
    " audio video canvas map".split()
)
_BLOCKS = frozenset(
    "address article blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr li main ol p pre section summary table tbody td th tr ul".split()
)
_DEEPEST = 50  # hidden elements inside one another that are kept count of


class Page:
    """A page that was read: ``facts``, ``heading`` (its first h1) and ``text``."""

    def __init__(self, markup: str) -> None:
        self.meta: dict[str, str] = {}
        self.heading = ""
        self._title: list[str] = []
        self._lang = ""
        self._canonical = ""
        self._time = ""
        self._lines: list[list[str]] = [[]]
        self._hidden: list[str] = []
        self._h1: list[str] | None = None
        self._in_title = False
        for tag, text in tokens(markup):
            if not tag:
                self._text(text)
            elif tag[0] == "/":
                self._end(tag[1:])
            else:
                self._start(tag, text)

    @property
    def facts(self) -> dict[str, str]:
        """What the page states, by the fields of an article; keys only where it does."""
        found = {field: next((self.meta[n] for n in names if self.meta.get(n)), "") for field, names in META.items()}
        found["title"] = found["title"] or self.heading or " ".join("".join(self._title).split())
        found["url"] = self._canonical or found["url"]
        found["published"] = found["published"] or self._time
        found["language"] = self._lang or found["language"]
        return {field: value for field, value in found.items() if value}

    @property
    def text(self) -> str:
        """The visible text, a line for each block, white space folded as browsers do."""
        lines = (" ".join("".join(pieces).split()) for pieces in self._lines)
        return "\n".join(line for line in lines if line)

    def _start(self, tag: str, written: str) -> None:
        """Note what an element says, and begin a line where it is a block."""
        if tag in ("meta", "html", "link", "time"):
            self._note(tag, attributes(written))
        elif tag == "title":
            self._in_title = not self._title
        elif tag == "h1" and not self.heading:
            self._h1 = []
        if (tag == "body" or tag in _BLOCKS) and self._hidden == ["head"]:
            self._hidden.clear()  # it was never closed
        if tag in _HIDDEN and len(self._hidden) < _DEEPEST:
            self._hidden.append(tag)
        if tag in _BLOCKS:
            self._lines.append([])

    def _note(self, tag: str, said: dict[str, str]) -> None:
        if tag == "html":
            self._lang = self._lang or said.get("lang", "") or said.get("xml:lang", "")
        elif tag == "link" and said.get("rel", "").lower() == "canonical":
            self._canonical = self._canonical or said.get("href", "")
        elif tag == "time":
            self._time = self._time or said.get("datetime", "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = said.get(key, "").lower()
            if name in _META_NAMES and said.get("content"):
                self.meta.setdefault(name, said["content"])

    def _end(self, tag: str) -> None:
        """End what an element began."""
        if tag == "title":
            self._in_title = False
        elif tag == "h1" and self._h1 is not None:
            self.heading = " ".join("".join(self._h1).split())
            self._h1 = None
        if tag in _HIDDEN and tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._lines.append([])

    def _text(self, text: str) -> None:
        """Keep text that a reader of the page sees."""
        if self._in_title:
            self._title.append(text)
        elif not self._hidden:
            self._lines[-1].append(text)
            if self._h1 is not None:
                self._h1.append(text)
