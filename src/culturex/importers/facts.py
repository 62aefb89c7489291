"""What a record, a front matter or a page says about its article: key names and how their values are normalised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from culturex import edtf
from culturex.model.article import Article
from culturex.text import clean, one_line

# The article's field -> the keys it is read from, best first. Case, spaces and hyphens do not count. The second
# names are those of schema.org's NewsArticle and of common corpora.
KEYS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articlebody", "fulltext", "full_text"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source_name", "sitename", "site_name"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "published": ("published", "date", "datepublished", "date_published", "published_at", "publishedat", "pubdate"),
    "language": ("language", "lang", "inlanguage"),
}
FACTS = tuple(field for field in KEYS if field != "text")

_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[\sTZ,;])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?=$|T\d)")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_.@].*)?")


def normal_key(key: str) -> str:
    """Return *key* as it is looked up: lower case, ``_`` between words, no mark at the beginning of a file."""
    return re.sub(r"[\s_-]+", "_", key.strip("\ufeff \t")).casefold()


def pick(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of *record* by the fields of an article, where it has them."""
    known = {normal_key(str(key)): value for key, value in record.items() if not _absent(value)}
    found = {}
    for field, keys in KEYS.items():
        key = next((k for k in keys if k in known), None)
        if key:
            found[field] = known[key]
    return found


def article(raw: str, record: Mapping[str, Any], source: str, kind: str) -> Article:
    """Return the article of the *raw* text with the facts that *record* states; *kind* is the format's name."""
    return Article.of(raw, source=clean_name(source), format=kind, **facts(record))


def facts(record: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the facts in *record* (keys as in ``FACTS``), normalised: dates to EDTF, languages to two letters."""
    found = {key: one_line(clean(plain(record[key]))) or None for key in FACTS if not _absent(record.get(key))}
    if "published" in found:
        found["published"] = day(found["published"])
    if "language" in found:
        found["language"] = language(found["language"])
    return found


def plain(value: Any) -> str:
    """Return a JSON value as text: lists joined with ``, ``, objects by their ``name``."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(plain(v) for v in value if not _absent(v))
    if isinstance(value, Mapping):
        name = value.get("name")
        return name if isinstance(name, str) else ""
    return "" if value is None or isinstance(value, bool) else str(value)


def clean_name(source: str) -> str:
    """Return *source* without what cannot be stored."""
    return clean(source) if not source.isascii() else source.replace("\x00", "\ufffd")


def day(text: str | None) -> str | None:
    """Return the EDTF date that *text* certainly means, else None.

    EDTF as it is; ISO 8601 with or without a time, ``2024/5/8`` and ``8.5.2024`` as a day. ``5/8/2024`` is None: who
    knows which is the month.

    >>> day("2024-05-10T08:00:00+02:00"), day("3.03.2017, 00:00"), day("2017"), day("5/8/2024")
    ('2024-05-10', '2017-03-03', '2017', None)
    """
    written = (text or "").strip()[:40]
    if found := _YEAR_FIRST.match(written):
        return _valid(found[1], found[3], found[4])
    if found := _DAY_FIRST.match(written):
        return _valid(found[3], found[2], found[1])
    if found := _COMPACT.match(written):
        return _valid(*found.groups())
    return written if written and edtf.is_valid(written) else None


def _valid(year: str, month: str, day_: str) -> str | None:
    iso = f"{year}-{int(month):02}-{int(day_):02}"
    return iso if edtf.is_valid(iso) else None


def language(text: str | None) -> str | None:
    """Return the ISO 639-1 code of a language tag, else None.

    >>> language("en-US"), language("RU"), language("English")
    ('en', 'ru', None)
    """
    found = _LANGUAGE.fullmatch((text or "").strip())
    return found[1].lower() if found else None


def _absent(value: Any) -> bool:
    return value is None or value == "" or value == [] or (isinstance(value, str) and value.isspace())
