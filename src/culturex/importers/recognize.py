"""Which format bytes without a file name are in."""

from __future__ import annotations

import json
import re

from culturex.errors import InputError
from culturex.importers import markdown
from culturex.importers.decode import decode
from culturex.importers.source import Source

_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\{\s*"|\]))')
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 1 << 16


def recognize(data: bytes) -> str:
    """Return the format that *data* is in: json, jsonl, html, md (by its front matter), else txt."""
    try:
        text = decode(Source("", data=data), data, markup=True)
    except InputError:
        return "txt"  # reading it will say what is wrong
    if _JSON.match(text, 0, _HEAD):
        return "jsonl" if _has_lines_of_json(text) else "json"
    if _HTML.match(text, 0, _HEAD):
        return "html"
    return "md" if markdown.split(text)[0] else "txt"


def _has_lines_of_json(text: str) -> bool:
    """Tell whether the first of several lines is a JSON object by itself."""
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("{") or not rest.strip():
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return rest.lstrip().startswith("{") and first.rstrip().endswith("}")
