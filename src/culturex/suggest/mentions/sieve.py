"""Words put to a test once and remembered: the finders visit only those words of a page that can tell them something.

News repeats its words, so that after some pages nearly every word has its answer; a page is then sifted by one look-up
a word, without a call of Python's own for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress

# Characters of words kept: some hundred thousand words, or a few thousand scraps of pages of nonsense.
_MOST = 1_000_000


class Answers(dict[str, bool]):
    """What a *test* says of each word asked so far; a missing word is tested when it is looked up."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        super().__init__()
        self._test = test
        self.size = 0

    def __missing__(self, word: str) -> bool:
        answer = self[word] = bool(self._test(word))
        self.size += len(word)
        return answer


class Sieve:
    """Finds the words that pass a *test*, which must depend on the word alone."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test
        self._answers = Answers(test)

    def places(self, words: Sequence[str]) -> list[int]:
        """Return where in *words* those stand that pass the test."""
        if self._answers.size > _MOST:
            self._answers = Answers(self._test)
        return list(compress(range(len(words)), map(self._answers.__getitem__, words)))
