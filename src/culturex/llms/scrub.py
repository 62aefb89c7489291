"""Keys taken out of texts before anybody sees or stores them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

HIDDEN = "[key]"
# Shorter ones would take words apart; no provider gives such keys.
_SHORTEST = 6
# What looks like a key in an error text, whoever's it is: "Bearer ...", "sk-..." (OpenAI, Anthropic), "AIza..."
# (Google), "?key=..." and "//name:password@" in an address. Providers echo keys partly masked with stars.
_LOOKS_LIKE_A_KEY = re.compile(
    r"(?i:\bbearer\s++)[^\s\"',;]{6,}|\bsk-[\w*.-]{6,}|\bAIza[\w*-]{10,}|(?i:\b(?:api[_-]?)?key=)[^\s&\"',;]{6,}"
    r"|(?<=//)[^\s/@:]++:[^\s/@]++(?=@)"
)


def keys_of(model: Any, llm: Any) -> list[str]:
    """Return every key that could come up when *model* is asked: llm's stored ones, the model's own, its headers'."""
    found: list[Any] = [getattr(model, "key", None), os.environ.get(getattr(model, "key_env_var", None) or "")]
    # A broken file of keys is llm's to complain about, when it looks for one.
    with suppress(OSError, ValueError, AttributeError):
        found += llm.load_keys().values()
    headers = getattr(model, "headers", None)
    if isinstance(headers, dict):
        for value in headers.values():
            found += [value, str(value).rpartition(" ")[2]]  # "Bearer KEY" and KEY
    return [key for key in found if isinstance(key, str)]


def scrub(text: str, keys: Iterable[str]) -> str:
    """Return *text* with each of *keys* replaced.

    >>> scrub("The key abcdef123 is wrong", ["abcdef123"])
    'The key [key] is wrong'
    """
    for key in sorted({k for k in keys if len(k) >= _SHORTEST}, key=len, reverse=True):
        text = text.replace(key, HIDDEN)
    return text


def scrub_error(text: str, keys: Iterable[str]) -> str:
    """Return the text of an error with *keys*, and all that looks like a key, replaced.

    >>> scrub_error("Incorrect API key provided: sk-abc***xyz.", [])
    'Incorrect API key provided: [key]'
    """
    return _LOOKS_LIKE_A_KEY.sub(HIDDEN, scrub(text, keys))
