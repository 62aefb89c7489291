"""Make an Article ready: its facts and its furniture read from the page. Cheap, for import uses it, too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from culturex.model.article import Article
from culturex.text import clean

_FACTS = ("title", "outlet", "author", "published", "language")


def prepare(
    text: str | Article, source: str | None = None, published: str | None = None, **overrides: str | None
) -> Article:
    """Return the article of a *text* (or an Article as an importer made it) with what its page says of itself.

    *published* (EDTF) and *overrides* (``title``, ``outlet``, ``author``, ``url``, ``language``, ``format``) win over
    what the importer gave, and that over what is read from the page. Furniture that is already marked stays.
    """
    from culturex.suggest import page

    article = text if isinstance(text, Article) else Article(clean(text))
    given = {"source": source, "published": published, **overrides}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value}
    read = page.read(article.text, known={name: changes.get(name) or getattr(article, name) for name in _FACTS})
    changes |= {name: getattr(read.facts, name) for name in _FACTS}
    return replace(article, furniture=article.furniture or tuple(read.furniture), **changes)
