"""HTML cut into tags and text, in linear time whatever it is.

The standard library's ``HTMLParser`` needs hours for a megabyte of ``<!--``; this follows the same rules of the HTML
standard for comments, quoted attributes and raw text, and gives up the rest of the page at what is never closed, as
browsers do. Standard: https://html.spec.whatwg.org/multipage/parsing.html
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a page: *tag* is ``p`` or ``/p`` with its attributes as written in *text*, or empty for plain text."""

    tag: str
    text: str


_TAG = re.compile(r"""</?([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?+""")
_RAW = frozenset(("script", "style", "textarea", "iframe", "noembed", "noframes", "xmp"))


def tokens(markup: str) -> Iterator[Token]:
    """Yield the tags and the text between them, in order, character references resolved; comments are left out."""
    at = 0
    while at < len(markup):
        opened = markup.find("<", at)
        if opened < 0:
            opened = len(markup)
        if opened > at:
            yield Token("", html.unescape(markup[at:opened]))
        at = opened
        following = markup[opened + 1 : opened + 4]
        if following == "!--":
            at = _after(markup, "-->", opened + 2)
        elif following[:1] in ("!", "?") and following:
            at = _after(markup, ">", opened)
        elif following[:1].isalpha() or (following[:1] == "/" and following[1:2].isalpha()):
            found = _TAG.match(markup, opened)
            if not found:
                return
            name = found[1].lower()
            at = found.end()
            yield Token(f"/{name}" if following[0] == "/" else name, found[2])
            if name in _RAW and following[0] != "/":
                closing = re.compile(f"</{name}", re.IGNORECASE).search(markup, at)
                at = closing.start() if closing else len(markup)
        elif opened < len(markup):
            yield Token("", "<")
            at = opened + 1


def _after(markup: str, mark: str, start: int) -> int:
    end = markup.find(mark, start)
    return len(markup) if end < 0 else end + len(mark)


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag by their lower-case names; the first of a name counts.

    >>> attributes('property="og:title" content="A &amp; B"')
    {'property': 'og:title', 'content': 'A & B'}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value).strip())
    return found
