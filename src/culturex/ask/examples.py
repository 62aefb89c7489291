"""Articles with the right answers, shown to a model before it is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A *text* and the events in it, in the shape that a model answers with."""

    text: str
    events: tuple[dict[str, Any], ...] = ()

    def render(self) -> str:
        """Return the example as it stands in a prompt."""
        answer = json.dumps({"events": list(self.events)}, ensure_ascii=False)
        return f"Text:\n{self.text.strip()}\n\nAnswer:\n{answer}"


def render(examples: Sequence[Example]) -> str:
    """Return *examples* one after the other."""
    return "\n\n".join(e.render() for e in examples)
