"""Texts of articles at hand, to hold the quotes of their events against them."""

from __future__ import annotations

# Characters kept: more than a batch of the suggester has, whose articles are read first and their events stored then.
MOST = 2_000_000


class Texts:
    """The texts of the articles read last, by number; a text never changes once it is stored."""

    def __init__(self) -> None:
        self._kept: dict[int, str] = {}
        self._size = 0

    def get(self, article: int) -> str | None:
        """Return the text of an article, or None where it is not at hand."""
        return self._kept.get(article)

    def keep(self, article: int, text: str) -> None:
        """Keep the *text* of an article; all others go first where they are too long together."""
        if self._size > MOST:
            self.forget()
        self._kept[article] = text
        self._size += len(text)

    def forget(self) -> None:
        """Let go of all texts: the number of an article that was taken back may be given again."""
        self._kept.clear()
        self._size = 0
