"""What of an event is compared with others, made ready once for many comparisons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from culturex import edtf
from culturex.errors import InputError
from culturex.likeness.names import plain, sounds
from culturex.model.event import Event, Place

# Characters of a quote below which two articles may share it by chance.
_QUOTE = 40
# Coordinates are compared in hundredths of a degree, some kilometre.
_HUNDREDTH = 100
# Names of one sort that are compared: an event with more is a list of names, and the first tell it as well.
MOST = 60
# Words that say little in a title. Longer words are rare enough to mean something in any language.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date may mean, as ordinals, None for an open end; *is_rough* where the date itself has doubts."""

    first: int | None
    last: int | None
    is_rough: bool

    @property
    def days(self) -> int | None:
        """How many days there are; None where an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it is printed, and its words by ``sounds``."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its name by ``sounds``, and where it lies in hundredths of a degree (None where nobody knows)."""

    name: str
    words: tuple[str, ...]
    where: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Profile:
    """An event made ready: *parties* are country codes and names of groups, *title* the telling words of its title."""

    type: str | None
    span: Span | None
    parties: frozenset[str]
    places: tuple[Spot, ...]
    people: tuple[Named, ...]
    organizations: tuple[Named, ...]
    themes: frozenset[str]
    participants: int | None
    title: frozenset[str]
    is_latin: bool
    quotes: frozenset[str]


def profile(event: Event) -> Profile:
    """Return what of *event* is compared."""
    return Profile(
        type=event.type,
        span=span_of(event.date, event.date_basis),
        parties=frozenset((*(c.code for c in event.countries), *event.regions)),
        places=tuple(spot(p) for p in event.places[:MOST]),
        people=tuple(Named(p.name, sounds(p.name)) for p in event.people[:MOST]),
        organizations=tuple(Named(o.name, sounds(o.name)) for o in event.organizations[:MOST]),
        themes=frozenset(event.themes),
        participants=event.participants,
        title=title_words(event.title),
        is_latin=(event.title or "").isascii() or _is_latin(event.title or ""),
        quotes=frozenset(plain(e.quote) for e in event.evidence if len(e.quote) >= _QUOTE),
    )


def title_words(title: str | None) -> frozenset[str]:
    """Return the telling words of a title, by ``sounds``."""
    return frozenset(w for w in sounds(title or "") if len(w) > _SHORT)


def span_of(date: str | None, basis: str | None = None) -> Span | None:
    """Return the days that an EDTF date may mean; None where there is no date, or what is none."""
    if not date:
        return None
    try:
        value = edtf.parse(date)
    except InputError:
        return None
    first, last = value.earliest, value.latest
    is_rough = basis == "inferred" or any(mark in date for mark in "~?%X")
    return Span(first.toordinal() if first else None, last.toordinal() if last else None, is_rough)


def spot(place: Place) -> Spot:
    """Return a place made ready; the gazetteer is asked where it lies if the coding does not say."""
    if place.lat is not None and place.lon is not None:
        where: tuple[int, int] | None = (round(place.lat * _HUNDREDTH), round(place.lon * _HUNDREDTH))
    else:
        where = _looked_up(place.name, place.country)
    return Spot(place.name, sounds(place.name), where)


@lru_cache(maxsize=8192)
def _looked_up(name: str, country: str | None) -> tuple[int, int] | None:
    """Return where the gazetteer puts a place: so that Ереван and Yerevan are one."""
    from culturex import places

    found = places.cities(name, country)
    return (round(found[0].lat * _HUNDREDTH), round(found[0].lon * _HUNDREDTH)) if found else None


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" for c in letters) * 2 >= len(letters)
