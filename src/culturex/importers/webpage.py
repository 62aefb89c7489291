"""Web pages: the article without the page around it, by trafilatura; every visible line where that finds none.

Nothing is ever fetched. The text has a line for each paragraph, and the headline first.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from culturex.importers import facts
from culturex.importers.decode import decode
from culturex.importers.page import Page
from culturex.importers.source import Failure, Source
from culturex.model.article import Article

# Above this many characters a page is an archive or an attack: its visible text is taken as it is.
_LONGEST = 5_000_000
# Below this many characters trafilatura takes the menu for the article; its own minimum.
_SHORTEST = 250
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read(source: Source) -> Iterator[Article | Failure]:
    """Yield the one article of a web page."""
    markup = _UNPARSABLE.sub("\ufffd", decode(source, source.read(), markup=True))
    page = Page(markup)
    found = _extract(markup) if len(markup) <= _LONGEST else None
    visible = page.text
    text = visible if len(visible) < _SHORTEST else (found.text if found else None) or visible
    record = _record(page, found)
    if not text.strip():
        yield Failure(source.name, f"{source.label} shows no text.", "Save the page again once it has loaded fully.")
        return
    yield facts.article(_headed(text, page, record.get("title")), record, source.name, "html")


def _extract(markup: str) -> Any:
    """Return trafilatura's document of a page, or None where it finds no article."""
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # else warnings about pages reach the terminal
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # whatever a strange page makes of it, the page still has its text
        return None


def _record(page: Page, found: Any) -> dict[str, Any]:
    """Return what is stated of the article: by the page itself, then what trafilatura concludes."""
    stated = page.facts
    concluded = {
        "title": getattr(found, "title", None),
        "outlet": getattr(found, "sitename", None),
        "author": getattr(found, "author", None),
        "url": getattr(found, "url", None),
        "published": getattr(found, "date", None),
    }
    record: dict[str, Any] = {**{k: v for k, v in concluded.items() if v}, **stated}
    if concluded["title"]:
        record["title"] = concluded["title"]  # without the name of the site behind it
    if not facts.day(record.get("published")):
        record["published"] = concluded["published"]
    if _ADDRESS.search(str(record.get("author", ""))):
        record.pop("author")
    return record


def _headed(text: str, page: Page, title: str | None) -> str:
    """Return *text* with the headline as its first line, where it has none among its first lines."""
    heading = page.heading or title or ""
    beginning = " ".join(text[: len(heading) + 400].split()).casefold()
    return text if not heading or heading.casefold() in beginning else f"{heading}\n{text}"
