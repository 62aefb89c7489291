"""What a mention of a person says."""

from __future__ import annotations

from typing import Any


def named(name: str) -> dict[str, Any]:
    """Return the value of a person of whom the text has told the *name* only; the rest is filled in later."""
    return {"name": name, "title": None, "affiliation": None, "country": None, "role": None}
