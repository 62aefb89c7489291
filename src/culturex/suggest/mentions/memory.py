"""What is known of a word, found out once and kept from page to page.

News repeats its words, so that after some pages nearly every word has its answer. All words of a page are then looked
up in one go, without a call of Python's own for each, and a finder visits only those that can tell it something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from typing import Generic, TypeVar

T = TypeVar("T")

# Characters of words kept: some hundred thousand words, or the scraps of a few pages that are no words at all.
MOST_KEPT = 1_000_000


class _Answers(dict[str, T]):
    """The answers of *function*; that for a missing word is found when it is looked up."""

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function
        self.size = 0

    def __missing__(self, word: str) -> T:
        answer = self[word] = self._function(word)
        self.size += len(word)
        return answer


class Memory(Generic[T]):
    """The answers of a *function* of one word, which must depend on the word alone."""

    def __init__(self, function: Callable[[str], T]) -> None:
        self._function = function
        self._answers = _Answers(function)

    def ask(self) -> Callable[[str], T]:
        """Return the function that answers, to be asked for the words of one page."""
        if self._answers.size > MOST_KEPT:  # begin anew; another thread goes on with the answers that it has in hand
            self._answers = _Answers(self._function)
        return self._answers.__getitem__

    def of(self, words: Sequence[str]) -> Iterator[T]:
        """Yield the answer for each of *words*."""
        return map(self.ask(), words)


class Sieve(Memory[bool]):
    """Finds the words that pass a test."""

    def places(self, words: Sequence[str]) -> list[int]:
        """Return where in *words* those stand that pass."""
        return list(compress(range(len(words)), self.of(words)))
