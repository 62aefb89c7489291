"""The words of one name: where it begins and ends, and the head that says what kind of body it names."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.suggest.mentions.words.bodies import Head

# What heads the name of a body that no word of the tables heads: an acronym, a firm, whatever is told to act.
COMPANY = Head("company", "group", "before", "en")


@dataclass(slots=True)
class Extent:
    """The words of one name from word *first* up to, not including, word *end*, with its *head* (a word index).

    *spec* is what the tables tell of the head.
    """

    first: int
    end: int
    head: int
    spec: Head
