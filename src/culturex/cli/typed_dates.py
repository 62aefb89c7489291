"""Dates as people type them ("14 oct 2016", "2014-16", "since 2020", "next may"), read into EDTF."""

from __future__ import annotations

from dataclasses import replace

from culturex import edtf
from culturex.errors import InputError
from culturex.model.article import Article

# A day to count from, to tell what is counted from one.
_SOME_DAY = "2000-01-01"
# Words before a date that EDTF has a sign for: what stands before and after the date then.
_SIGNS = {
    "since": ("", "/.."),
    "from": ("", "/.."),
    "after": ("", "/.."),
    "until": ("../", ""),
    "till": ("../", ""),
    "before": ("../", ""),
    "about": ("", "~"),
    "around": ("", "~"),
    "circa": ("", "~"),
    "ca.": ("", "~"),
    "ca": ("", "~"),
    "c.": ("", "~"),
    "perhaps": ("", "?"),
    "maybe": ("", "?"),
    "probably": ("", "?"),
}


def read_date(text: str, article: Article | None = None) -> str | None:
    """Return the EDTF date that *text* means; None for empty text.

    EDTF itself comes first, then the written forms that the suggester knows, in English and in the language of
    *article*, whose published date resolves relative ones. Raise InputError where it is no date.
    """
    written = " ".join(text.split()).removeprefix("on ").removeprefix("in ")
    if not written:
        return None
    try:
        return edtf.parse(written).text
    except InputError as error:
        found = _found(written, article) or _signed(written, article)
        if found is None:
            raise _refused(written, article) from error
        return found


def _refused(written: str, article: Article | None) -> InputError:
    """Return what is said of what is no date, or is one only where it is known when the article appeared."""
    dated = replace(article or Article.of(""), published=_SOME_DAY)
    if not (_found(written, dated) or _signed(written, dated)):
        return InputError(
            f"{written!r} is no date that can be stored.",
            "Write 14 oct 2016, oct 2016, 2014-16, since 2020, or EDTF: 2016-10-14, 2014/2016, 2020/.., 2016~.",
        )
    known = f"of which only {article.published} is known" if article and article.published else "which has none"
    return InputError(
        f"{written!r} counts from the date of the article, {known}.",
        "Write it with its year: 14 oct 2016, oct 2016, 2016.",
    )


def _signed(written: str, article: Article | None) -> str | None:
    word, _, rest = written.partition(" ")
    if word.casefold() not in _SIGNS or not rest:
        return None
    before, after = _SIGNS[word.casefold()]
    inner = rest if edtf.is_valid(rest) else _found(rest, article)
    result = f"{before}{inner}{after}"
    return result if inner and edtf.is_valid(result) else None


def _found(written: str, article: Article | None) -> str | None:
    """Return the value of the one date expression that *written* is, from its first letter to its last."""
    languages = dict.fromkeys(("en", (article.language if article else None) or "en"))
    # Month names that are words too (may, march) are taken for dates only with a capital letter.
    for form in dict.fromkeys((written, _capitalised(written))):
        for language in languages:
            value = _mentioned(form, language, article.published if article else None)
            if value:
                return value
    return None


def _capitalised(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def _mentioned(text: str, language: str, published: str | None) -> str | None:
    from culturex.suggest.document import Document
    from culturex.suggest.mentions.dates import finder as dates

    # A sentence of its own around it: some forms are read only where a preposition makes them a date.
    for lead in ("", "in ", "on "):
        document = Document(Article.of(lead + text, language=language, published=published))
        for mention in dates.find(document):
            rest = document.text[len(lead) : mention.start] + document.text[mention.end :]
            if mention.value and not any(c.isalnum() for c in rest):
                return str(mention.value)
    return None
