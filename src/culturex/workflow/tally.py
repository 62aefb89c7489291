"""How many of what, for the sentence at the end of a long piece of work."""

from __future__ import annotations

from dataclasses import dataclass, field

# Articles in one transaction, and the seconds after which it ends with fewer: another program never waits long.
BATCH, BATCH_SECONDS = 500, 0.5


@dataclass(slots=True)
class Tally:
    """How many articles became what. *interrupted* tells that the user stopped the work; *notes* is left to be said."""

    counts: dict[str, int] = field(default_factory=dict)
    interrupted: bool = False
    notes: list[str] = field(default_factory=list)

    def add(self, status: str, number: int = 1) -> None:
        """Count *number* more."""
        self.counts[status] = self.counts.get(status, 0) + number

    def __getitem__(self, status: str) -> int:
        return self.counts.get(status, 0)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, for the history.

    >>> counted(1, "article"), counted(1200, "event")
    ('1 article', '1200 events')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
