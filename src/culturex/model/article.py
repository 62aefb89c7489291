"""An article: a text that never changes once stored, and what is known about where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from culturex.text import Span, clean, fingerprint


@dataclass(frozen=True, slots=True)
class Article:
    r"""The text of one article as imported.

    *text* is the cleaned text (NFC, ``\n``); all offsets count its characters. *source* is the path or address it
    was read from. *published* is an EDTF date, *language* an ISO 639-1 code; both None where unknown. *furniture*
    are spans of page clutter (menus, share buttons, comment forms): they stay in the text but feed nothing.
    """

    text: str
    source: str | None = None
    format: str = "txt"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    furniture: tuple[Span, ...] = ()
    sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", fingerprint(self.text))

    @classmethod
    def of(cls, raw: str, **facts: str | None) -> Article:
        """Return the article of a *raw* text, cleaned, with what is known of it."""
        return cls(text=clean(raw), **facts)  # type: ignore[arg-type]


def without_furniture(article: Article) -> str:
    """Return the text of *article* with its furniture blanked to spaces: the same length, newlines stay."""
    if not article.furniture:
        return article.text
    text, at = article.text, 0
    parts: list[str] = []
    for start, end in sorted(article.furniture):
        if end <= at:
            continue
        begin = max(start, at)
        parts.append(text[at:begin])
        parts.append("\n".join([" " * len(line) for line in text[begin:end].split("\n")]))
        at = end
    parts.append(text[at:])
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its number and where its tagging stands (new, tagged, no_event, skipped)."""

    id: int
    article: Article
    state: str
    imported: str
    events: int = 0
    unreviewed: int = 0
