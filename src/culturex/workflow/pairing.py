"""The likely pairs of a whole store: candidates by index, compared in lots, in memory that does not grow with pairs."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from culturex.likeness.compare import reaches, weigh
from culturex.likeness.likeness import score
from culturex.likeness.profile import Profile, profile
from culturex.store import candidates
from culturex.store.query import Query
from culturex.store.store import Store

# Pairs that are compared at once, and profiles that are kept meanwhile.
LOT, KEPT = 500, 10_000
# The score from which on two events are as good as one: what is like the one is like the other.
CERTAIN = 0.98


def likely_pairs(store: Store, wanted: Collection[int] | None, least: float) -> list[tuple[float, int, int]]:
    """Return score and numbers of the pairs with a score of *least* or more, the lower number first; the best first.

    At least one event of each is among *wanted*, if that is not None. Of events that are certainly the same, only as
    many pairs are returned as join them, and one pair where two such groups are alike: fifty copies of one report are
    49 pairs, not 1,225.
    """
    found: dict[tuple[int, int], float] = {}
    profiles, groups = _Profiles(store), _Groups()
    near = (p for p in candidates.pairs(store.connection) if wanted is None or p[0] in wanted or p[1] in wanted)
    while lot := list(islice(near, LOT)):
        known = profiles.of({number for pair in lot for number in pair})
        for first, second in lot:
            if groups.are_told(first, second) or not reaches(known[first], known[second], least):
                continue
            like = found[first, second] = score(weigh(known[first], known[second]))
            if like >= CERTAIN:
                groups.join(first, second)
            else:
                groups.tell(first, second)
    return sorted(((like, *pair) for pair, like in found.items()), key=lambda f: (-f[0], f[1:]))


class _Groups:
    """Events that are certainly the same, and which groups of them have a pair already."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}
        self._told: set[tuple[int, int]] = set()

    def _head(self, number: int) -> int:
        while (above := self._above.get(number, number)) != number:
            # Every other step is left out the next time, so that the way stays short.
            self._above[number] = self._above.get(above, above)
            number = above
        return number

    def _heads(self, first: int, second: int) -> tuple[int, int]:
        one, other = self._head(first), self._head(second)
        return min(one, other), max(one, other)

    def are_told(self, first: int, second: int) -> bool:
        """Tell whether two events are of one group, or of two that have a pair."""
        heads = self._heads(first, second)
        return heads[0] == heads[1] or heads in self._told

    def join(self, first: int, second: int) -> None:
        """Make one group of those of two events."""
        low, high = self._heads(first, second)
        self._above[high] = low

    def tell(self, first: int, second: int) -> None:
        """Note that the groups of two events have a pair."""
        self._told.add(self._heads(first, second))


class _Profiles:
    """The profiles of stored events, the last few thousand kept: pairs come in the order of time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[int, Profile] = {}

    def of(self, numbers: set[int]) -> dict[int, Profile]:
        """Return the profiles of the events *numbers*, read where they are not kept."""
        missing = sorted(numbers - self._kept.keys())
        if len(self._kept) > KEPT:
            self._kept = {n: p for n, p in self._kept.items() if n in numbers}
        for begin in range(0, len(missing), LOT):
            for record in self._store.events(Query(ids=tuple(missing[begin : begin + LOT]), sort="id")):
                self._kept[record.id] = profile(record.event)
        return self._kept
