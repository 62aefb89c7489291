"""Events for tests of likeness: by hand, and drawn from few names, so that two often have some in common."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place

PEOPLE = ("Ada Marlow", "Юрий Яковлев", "Yuri Yakovlev", "Nkosi Bhengu", "Lin Zhao", "Анна Петросян")
BODIES = (
    "National Library",
    "National Library of Belarus",
    "Ministry of Culture",
    "Хор имени Пятницкого",
    "Open Stage",
)
PLACES = (
    Place("Minsk", "BY"),
    Place("Минск", "BY"),
    Place("Yerevan", "AM"),
    Place("Tallinn", "EE"),
    Place("Zibo", "CN"),
)
DATES = (
    None,
    "2019-05-02",
    "2019-05-02/2019-05-05",
    "2019-05",
    "2019",
    "2019-06-30",
    "2014/2016",
    "2020/..",
    "2019-05~",
)
TITLES = ("Days of Belarusian cinema", "Дни белорусского кино", "Cinema days", "Choirs of three seas", "A reading")


def event(countries: str = "AM:host KZ", **values: Any) -> Event:
    """Return an event: countries as ``CODE:role``, people and organizations by name, places as ``NAME; CODE``."""
    roles = (code.partition(":") for code in countries.split())
    makers = {"people": Person, "organizations": Organization, "places": lambda text: Place(*text.split("; "))}
    made = {name: tuple(map(make, values.pop(name, ()))) for name, make in makers.items()}
    return Event(countries=tuple(CountryRole(code, role or "partner") for code, _, role in roles), **made, **values)


def told(values: Event, article: int | None = None) -> Event:
    """Return an event in which one quote supports the date, of *article*."""
    from dataclasses import replace

    quote = Evidence("date", values.date, "on 2 May", 0, 8, "hand", None, article)
    return replace(values, evidence=(quote,)) if values.date else values


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Draw an event with a type and a title."""
    names = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3))
    bodies = draw(st.lists(st.sampled_from(BODIES), unique=True, max_size=3))
    codes = draw(st.lists(st.sampled_from(["AM", "BY", "CN", "EE"]), unique=True, max_size=3))
    return told(
        Event(
            main=draw(st.booleans()),
            title=draw(st.sampled_from(TITLES)),
            type=draw(st.sampled_from(["festival", "performance", "agreement", "visit"])),
            status=draw(st.sampled_from([None, "held", "planned"])),
            date=draw(st.sampled_from(DATES)),
            mode=draw(st.sampled_from([None, "in_person", "online"])),
            countries=tuple(CountryRole(c, draw(st.sampled_from(["host", "partner"]))) for c in codes),
            regions=tuple(draw(st.lists(st.sampled_from(["BRICS", "ASEAN"]), unique=True, max_size=1))),
            places=tuple(draw(st.lists(st.sampled_from(PLACES), unique_by=lambda p: p.country, max_size=2))),
            themes=tuple(draw(st.lists(st.sampled_from(["music", "film", "arts"]), unique=True, max_size=2))),
            people=tuple(Person(n, draw(st.sampled_from([None, "Director"]))) for n in names),
            organizations=tuple(Organization(n) for n in bodies),
            participants=draw(st.sampled_from([None, 0, 12, 300])),
            summary=draw(st.sampled_from([None, "One line.", "Two\nlines."])),
        )
    )
