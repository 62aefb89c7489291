"""How many tokens a text is, by rule of thumb: models cut texts up each in their own way, and none is at hand here."""

from __future__ import annotations

import re

# Characters per token, by script, as the lowest of several tokenizers have it, so that a budget is rather kept than
# overrun. Scripts not named cost a token per character.
_SCRIPTS: tuple[tuple[str, float], ...] = (
    (r"[\x00-\x7f]", 3.6),
    (r"[\u0080-\u024f\u1e00-\u1eff]", 1.5),
    (r"[\u0370-\u03ff]", 1.6),
    (r"[\u0400-\u052f]", 2.2),
)
_COUNTED = [(re.compile(f"{script}+"), rate) for script, rate in _SCRIPTS]


def estimate(text: str) -> int:
    """Return about how many tokens *text* is, rather too many than too few.

    >>> estimate("An exhibition of Kazakh jewellery")
    10
    """
    left, tokens = len(text), 0.0
    for script, rate in _COUNTED:
        number = sum(m.end() - m.start() for m in script.finditer(text))
        tokens += number / rate
        left -= number
    return int(tokens + left + 0.999)
