"""Which events are taken for the same, and which are not."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.likeness import DEFAULT_SCORE, Difference, likeness
from culturex.likeness.compare import reaches
from culturex.likeness.names import same_organization_by_sound, same_person_by_sound, sounds
from culturex.likeness.profile import profile
from culturex.model.event import Event, Evidence, Organization, Person, Place
from likeness.events import event, events

FESTIVAL = event(
    "AM:host KZ",
    title="Days of Kazakhstan in Armenia",
    type="festival",
    date="2019-05-02/2019-05-05",
    places=["Yerevan; AM"],
    themes=("music",),
    people=["Anna Petrosyan"],
)
SAME = {
    "announced and reported": (
        event("BY:host LT", title="Book fair to open in Minsk", type="exhibition", date="2018-02-01/2018-02-04",
              places=["Minsk; BY"], status="planned"),
        event("BY:host LT", title="Lithuanian books in Minsk", type="exhibition", date="2018-02-01/2018-02-04",
              places=["Minsk; BY"], status="held", themes=("literature",)),
    ),
    "one in Russian, one in English": (
        event("AM:host KZ", title="Дни Казахстана в Армении", type="festival", date="2019-05-02",
              places=["Ереван; AM"], themes=("music",)),
        event("AM:host KZ", title="Days of Kazakhstan open in Yerevan", type="festival", date="2019-05-02/2019-05-05",
              places=["Yerevan; AM"], themes=("music",)),
    ),
    "names in two alphabets, no place": (
        event("GE:host RU", title="Вечер поэзии", type="performance", date="2021-10-09", people=["Юрий Яковлев"]),
        event("GE:host RU", title="Poetry evening", type="performance", date="2021-10-09", people=["Yuri Yakovlev"]),
    ),
    "one in French, one in English": (
        event("BJ:host FR", title="Retour des trésors royaux", type="donation", date="2021-11-09",
              places=["Cotonou; BJ"], people=["Élise Moreau"]),
        event("BJ:host FR", title="Royal treasures come home", type="donation", date="2021-11-09/2021-11-10",
              places=["Cotonou; BJ"], people=["Elise Moreau"]),
    ),
    "a visit that another calls a meeting": (
        event("PE:host JP", title="Delegation of Mashiko in Arequipa", type="visit", date="2019-06-12",
              places=["Arequipa; PE"], people=["Hideki Mori", "Rosario Quispe"]),
        event("PE:host JP", title="Mayor receives potters of Mashiko", type="meeting", date="2019-06-12",
              places=["Arequipa; PE"], people=["Rosario Quispe Tejada", "H. Mori"]),
    ),
    "without a date, with the same people": (
        event("EE:host SE", title="Talks on a song archive", type="meeting", people=["Maie Kask", "Olle Berg"],
              organizations=["Tallinn Song Society"], places=["Tallinn; EE"]),
        event("EE:host SE", title="Archive of songs discussed", type="meeting", date="2023-08-18",
              people=["Maie Kask", "Olle Berg"], organizations=["Tallinn Song Society"], places=["Tallinn; EE"]),
    ),
    "the first day told with a wrong neighbour": (
        replace(FESTIVAL, date="2019-05-06~", title="Days of Kazakhstan"),
        FESTIVAL,
    ),
}  # fmt: skip
OTHER = {
    "the festival of the next year": (FESTIVAL, replace(FESTIVAL, date="2020-05-02/2020-05-05")),
    "the return festival": (FESTIVAL, event("KZ:host AM", title="Days of Armenia in Kazakhstan", type="festival",
                                            date="2019-09-10", places=["Almaty; KZ"], themes=("music",))),
    "a concert on the same day elsewhere": (
        event("AM:host RU", title="Evening of romances", type="performance", date="2019-05-02", places=["Yerevan; AM"]),
        event("AM:host RU", title="Jazz in the park", type="performance", date="2019-05-02", places=["Gyumri; AM"]),
    ),
    "two instruments signed on one day": (
        event("UZ:host TR", title="Memorandum of the two national libraries", type="agreement", date="2022-03-29",
              places=["Tashkent; UZ"], themes=("literature",)),
        event("UZ:host TR", title="Protocol on youth camps", type="agreement", date="2022-03-29",
              places=["Tashkent; UZ"], themes=("youth",)),
    ),
    "an agreement signed during a visit": (
        event("AO:host ZA", title="Visit of the minister", type="visit", date="2018-04-10", people=["Carla Nunes"],
              places=["Luanda; AO"]),
        event("AO:host ZA", title="Programme signed", type="agreement", date="2018-04-10", people=["Carla Nunes"],
              places=["Luanda; AO"]),
    ),
    "the same day and type between other countries": (
        event("CN:host RU", title="Language contest", type="competition", date="2020-10-10", places=["Beijing; CN"]),
        event("CN:host FR", title="Language contest", type="competition", date="2020-10-10", places=["Shanghai; CN"]),
    ),
    "two of which little is known": (
        event("DE IN", title="Exchange of students", type="exchange"),
        event("DE IN", title="Exchange of students", type="exchange"),
    ),
    "exhibitions of one month": (
        event("KG:host CN", title="Photographs of the steppe", type="exhibition", date="2017-03",
              places=["Bishkek; KG"]),
        event("KG:host CN", title="Porcelain of Jingdezhen", type="exhibition", date="2017-03",
              places=["Bishkek; KG"]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_two_tellings_of_one_event_are_the_same(name: str) -> None:
    found = likeness(*SAME[name])
    assert found.score >= DEFAULT_SCORE, found.reasons


@pytest.mark.parametrize("name", OTHER)
def test_two_events_are_not_the_same(name: str) -> None:
    found = likeness(*OTHER[name])
    assert found.score < DEFAULT_SCORE, found.reasons


@given(a=events(), b=events())
def test_the_order_of_two_events_does_not_matter(a: Event, b: Event) -> None:
    assert likeness(a, b).score == likeness(b, a).score


@given(a=events(), b=events())
def test_a_score_lies_between_nothing_and_one(a: Event, b: Event) -> None:
    assert 0.0 <= likeness(a, b).score <= 1.0


@given(a=events(), b=events(), least=st.sampled_from([0.0, 0.2, 0.5, 0.7, 0.95, 1.0]))
def test_a_short_look_comes_to_the_same_verdict(a: Event, b: Event, least: float) -> None:
    assert reaches(profile(a), profile(b), least) == (likeness(a, b).score >= least)


@given(a=events())
def test_an_event_differs_in_nothing_from_itself(a: Event) -> None:
    assert likeness(a, a).differences == ()


@settings(deadline=None)
@given(text=st.text(max_size=40))
def test_any_text_can_be_compared(text: str) -> None:
    odd = Event(
        title=text, date=text, people=(Person(text),), organizations=(Organization(text),), places=(Place(text),)
    )
    assert likeness(odd, replace(odd, title="Another")).score <= 1.0


def test_a_lone_surrogate_can_be_compared() -> None:
    assert sounds("a\ud800b") is not None


def test_a_crowd_of_names_is_compared_in_no_time() -> None:
    crowd = replace(FESTIVAL, people=tuple(Person(f"Ada{i} Marlow{i * 7}") for i in range(2000)))
    begun = time.perf_counter()
    likeness(crowd, replace(crowd, people=tuple(Person(f"Ida{i} Norton{i * 7}") for i in range(2000))))
    assert time.perf_counter() - begun < 2


def test_reasons_come_with_the_heaviest_first() -> None:
    weights = [abs(r.weight) for r in likeness(*SAME["announced and reported"]).reasons]
    assert weights == sorted(weights, reverse=True)


def test_a_shared_quote_is_a_reason() -> None:
    quote = Evidence(quote="Forty choirs of three seas met on the song ground of Tallinn.")
    a, b = replace(FESTIVAL, evidence=(quote,)), replace(FESTIVAL, evidence=(replace(quote, start=5, end=9),))
    assert "quote" in {r.field for r in likeness(a, b).agreements}


def test_differences_name_both_values() -> None:
    other = replace(FESTIVAL, date="2019-05-02", people=(Person("Анна Петросян"), Person("Lin Zhao")))
    assert likeness(FESTIVAL, other).differences == (
        Difference("date", "2019-05-02/2019-05-05", "2019-05-02"),
        Difference("people", None, "Lin Zhao"),
    )


def test_another_role_of_a_country_is_a_difference() -> None:
    found = likeness(FESTIVAL, event("AM KZ:host", **{f: getattr(FESTIVAL, f) for f in ("title", "type", "date")}))
    assert Difference("countries", "AM: host| KZ: partner", "AM: partner| KZ: host") in found.differences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("П. Чайковский", "Pyotr Tchaikovsky"),
        ("Sergey Dzhaparov", "Сергей Джапаров"),
        ("Nkosinathi Emmanuel Bhengu", "Nathi Bhengu"),
        ("V. Medvedev", "Vladimir Medvedev"),
        ("Գրիգոր Արամյան", "Grigor Aramyan"),
    ],
)
def test_spellings_of_one_name_are_the_same_person(one: str, other: str) -> None:
    assert same_person_by_sound(sounds(one), sounds(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna Petrosyan", "Armen Petrosyan"), ("Lin Zhao", "Lin Wei"), ("Petrov", "Petrov"), ("A. B", "A. C")],
)
def test_names_that_share_a_part_are_not(one: str, other: str) -> None:
    assert not same_person_by_sound(sounds(one), sounds(other))


def test_an_acronym_is_one_body_in_two_alphabets() -> None:
    assert same_organization_by_sound(sounds("ЮНЕСКО"), sounds("UNESCO"))
