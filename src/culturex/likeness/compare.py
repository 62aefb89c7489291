"""How likely two events are the same real event: points for and against, field by field, made a score.

The points are log-odds, as in record linkage: each says how much likelier an agreement (or a disagreement) is between
two tellings of one event than between two events. Their sum, from START, is made a score with the logistic function.
What neither says counts for nothing, so that a short notice can be the same as a long report.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from culturex.likeness.names import same_organization_by_sound, same_person_by_sound, same_word, share
from culturex.likeness.profile import Named, Profile, Span, Spot

_T = TypeVar("_T", Named, Spot)

START = -6.0
TYPE, NEAR_TYPE, OTHER_TYPE = 1.5, -0.3, -3.0
# Instruments are signed several at a time: that both are one says less.
INSTRUMENT, INSTRUMENTS = 0.7, frozenset({"agreement"})
PARTIES, MOST_PARTIES, ONE_PARTY, SOME_PARTIES, OTHER_PARTIES = 1.5, 0.7, 0.5, -0.7, -4.0
# Longest of the two dates in days -> points where they overlap; an open or longer one has the last.
DATES = ((4, 3.0), (14, 2.5), (31, 1.5), (92, 1.0), (366, 0.5))
LONG_DATES = 0.2
# Days between two dates -> points; further apart has the last.
GAPS = ((1, -1.0), (3, -2.5), (14, -4.0))
FAR_DATES = -6.0
# Share of the points that an overlap of two rough dates has, and a gap of so many days at most to a rough one.
ROUGH_OVERLAP, ROUGH_GAP, ROUGH_DAYS = 0.7, 0.5, 45
PLACE, OTHER_PLACE = 1.2, -1.5
# Hundredths of a degree by which one city may lie at two places: gazetteers choose another corner of it.
NEARBY = 3
PERSON, MORE_PEOPLE, OTHER_PEOPLE = 1.5, 0.7, -0.7
ORGANIZATION, MORE_ORGANIZATIONS, OTHER_ORGANIZATIONS = 1.2, 0.6, -0.4
MOST_NAMES = 3.0
TITLE, OTHER_TITLE = 3.0, -0.7
# Share of the words of two titles from which on they are alike, and up to which they are different.
_ALIKE, _UNLIKE = 0.3, 0.1
PARTICIPANTS, CROWD = 1.0, 10
QUOTE = 2.0
THEMES, OTHER_THEMES = 0.4, -0.4

# Sums in another order differ in their last digits.
_ROUNDING = 1e-9

# Types that two coders give one event. Pairs, in alphabetical order.
NEAR = frozenset({
    ("anniversary", "festival"), ("anniversary", "performance"), ("award", "competition"), ("competition", "festival"),
    ("conference", "course"), ("conference", "festival"), ("conference", "meeting"), ("course", "exchange"),
    ("donation", "opening"), ("exhibition", "festival"), ("exhibition", "opening"), ("festival", "performance"),
    ("meeting", "visit"), ("anniversary", "opening"), ("exchange", "visit"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for two events being the same (*weight* above 0) or against it, by *field*, in words."""

    field: str
    weight: float
    text: str

    @property
    def words(self) -> str:
        """The reason as a person reads it by itself."""
        return f"{self.field}: {self.text}"


def score_of(weight: float) -> float:
    """Return points as a score from 0 to 1.

    >>> score_of(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-weight))


def weigh(a: Profile, b: Profile) -> list[Reason]:
    """Return what speaks for and against two events being the same."""
    told = (test(a, b) for test in (*_QUICK, *(test for test, _ in _SLOW)))
    return [reason for reason in told if reason is not None]


def reaches(a: Profile, b: Profile, least: float) -> bool:
    """Tell whether the score of two events is *least* or more; most pairs need not be weighed to the end for that."""
    if not 0.0 < least < 1.0:
        return least <= 0.0
    wanted = math.log(least / (1.0 - least)) - START
    points = sum(reason.weight for test in _QUICK if (reason := test(a, b)))
    left = sum(most for _, most in _SLOW)
    for test, most in _SLOW:
        if points + left < wanted - _ROUNDING:
            return False
        left -= most
        reason = test(a, b)
        points += reason.weight if reason else 0.0
    return points >= wanted - _ROUNDING


def _type(a: Profile, b: Profile) -> Reason | None:
    if not a.type or not b.type:
        return None
    if a.type == b.type:
        return Reason("type", INSTRUMENT if a.type in INSTRUMENTS else TYPE, f"both {a.type}")
    pair = tuple(sorted((a.type, b.type)))
    return Reason("type", NEAR_TYPE if pair in NEAR else OTHER_TYPE, f"{pair[0]} and {pair[1]}")


def _date(a: Profile, b: Profile) -> Reason | None:
    if a.span is None or b.span is None:
        return None
    gap = days_between(a.span, b.span)
    if gap == 0:
        return Reason("date", date_points(a.span, b.span), "dates overlap")
    return Reason("date", date_points(a.span, b.span), f"{gap} days apart" if gap > 1 else "a day apart")


def days_between(a: Span, b: Span) -> int:
    """Return the days from the end of one span to the beginning of the other; 0 where they overlap."""
    after = 0 if a.last is None or b.first is None else b.first - a.last
    before = 0 if b.last is None or a.first is None else a.first - b.last
    return max(0, after, before)


def date_points(a: Span, b: Span) -> float:
    """Return the points for two dates: the more exact both are, the more an overlap says."""
    gap = days_between(a, b)
    if gap:
        points = next((p for most, p in GAPS if gap <= most), FAR_DATES)
        return points * ROUGH_GAP if (a.is_rough or b.is_rough) and gap <= ROUGH_DAYS else points
    longest = max(s.days or math.inf for s in (a, b))
    points = next((points for most, points in DATES if longest <= most), LONG_DATES)
    return points * ROUGH_OVERLAP if a.is_rough and b.is_rough else points


def _parties(a: Profile, b: Profile) -> Reason | None:
    points = party_points(a.parties, b.parties)
    if points is None:
        return None
    shared = ", ".join(sorted(a.parties & b.parties))
    return Reason("countries", points, f"{shared} in both" if shared else "no country in both")


def party_points(a: frozenset[str], b: frozenset[str]) -> float | None:
    """Return the points for the countries and groups of two events; None where one has none."""
    if not a or not b:
        return None
    if not a & b:
        return OTHER_PARTIES
    common = share(a, b)
    if common == 1.0:
        return PARTIES if len(a) > 1 else ONE_PARTY
    return MOST_PARTIES if common >= 0.5 else SOME_PARTIES


def _place(a: Profile, b: Profile) -> Reason | None:
    if not a.places or not b.places:
        return None
    shared = _shared(a.places, b.places, same_spot)
    if shared:
        return Reason("places", PLACE, _listed(shared))
    return Reason("places", OTHER_PLACE, "no place in both")


def same_spot(a: Spot, b: Spot) -> bool:
    """Tell whether two places are the same: by name, or by where they lie (some 3 km)."""
    if a.words and a.words == b.words:
        return True
    if a.where is None or b.where is None:
        return False
    return abs(a.where[0] - b.where[0]) <= NEARBY and abs(a.where[1] - b.where[1]) <= NEARBY


def _people(a: Profile, b: Profile) -> Reason | None:
    if not a.people or not b.people:
        return None
    shared = _shared(a.people, b.people, same_name)
    if shared:
        return Reason("people", min(MOST_NAMES, PERSON + MORE_PEOPLE * (len(shared) - 1)), _listed(shared))
    return Reason("people", OTHER_PEOPLE, "no person in both")


def _organizations(a: Profile, b: Profile) -> Reason | None:
    if not a.organizations or not b.organizations:
        return None
    shared = _shared(a.organizations, b.organizations, same_body)
    if shared:
        points = min(MOST_NAMES, ORGANIZATION + MORE_ORGANIZATIONS * (len(shared) - 1))
        return Reason("organizations", points, _listed(shared))
    return Reason("organizations", OTHER_ORGANIZATIONS, "no organization in both")


def same_name(a: Named, b: Named) -> bool:
    """Tell whether two names can be the same person's, in any alphabet."""
    return bool(a.words and a.words == b.words) or same_person_by_sound(a.words, b.words)


def same_body(a: Named, b: Named) -> bool:
    """Tell whether two names of bodies are the same, in any alphabet."""
    return same_organization_by_sound(a.words, b.words)


def _shared(a: Sequence[_T], b: Sequence[_T], same: Callable[[_T, _T], bool]) -> list[str]:
    """Return the names that are in both, as the side has them that has fewer of them."""
    ours = [x.name for x in a if any(same(x, y) for y in b)]
    theirs = [y.name for y in b if any(same(x, y) for x in a)]
    return min(ours, theirs, key=lambda names: (len(names), names))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown


def _themes(a: Profile, b: Profile) -> Reason | None:
    if not a.themes or not b.themes:
        return None
    shared = a.themes & b.themes
    if shared:
        return Reason("themes", THEMES, ", ".join(sorted(shared)))
    return Reason("themes", OTHER_THEMES, "no theme in both")


def _participants(a: Profile, b: Profile) -> Reason | None:
    if a.participants is None or a.participants != b.participants or a.participants < CROWD:
        return None
    return Reason("participants", PARTICIPANTS, f"both {a.participants}")


def _title(a: Profile, b: Profile) -> Reason | None:
    if not a.title or not b.title:
        return None
    common = title_share(a.title, b.title)
    if common > _ALIKE:
        return Reason("title", TITLE * (common - _ALIKE) / (1 - _ALIKE), "alike")
    # A title in another alphabet is in another language, and says nothing against.
    if common <= _UNLIKE and a.is_latin == b.is_latin:
        return Reason("title", OTHER_TITLE, "nothing in common")
    return None


def title_share(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much two titles have in common, from 0 to 1 (Dice), spellings of one word taken for the same."""
    same = a & b
    rest, others = a - same, b - same
    near = min(_spelt_like(rest, others), _spelt_like(others, rest))
    return 2 * (len(same) + near) / (len(a) + len(b))


def _spelt_like(words: frozenset[str], others: frozenset[str]) -> int:
    """Return how many of *words* are another spelling of one of *others*; those begin with the same letter."""
    initials = {o[0] for o in others}
    return sum(any(same_word(w, o) for o in others if o[0] == w[0]) for w in words if w[0] in initials)


def _quote(a: Profile, b: Profile) -> Reason | None:
    return Reason("quote", QUOTE, "the same words") if a.quotes & b.quotes else None


_Test = Callable[[Profile, Profile], Reason | None]
_QUICK: tuple[_Test, ...] = (_type, _date, _parties, _place, _themes, _participants, _quote)
# What takes time, with the most that it can say for two events.
_SLOW: tuple[tuple[_Test, float], ...] = ((_title, TITLE), (_people, MOST_NAMES), (_organizations, MOST_NAMES))
