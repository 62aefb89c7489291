"""Two events side by side: what differs is set off at any width, with colour and without."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from culturex.cli.grid import cells
from culturex.cli.side_by_side import compared, likeness_line, side_by_side
from culturex.likeness import likeness
from culturex.model import codebook
from culturex.model.event import CountryRole, Event, Organization, Person, Place

BOOK = codebook.default()
FIRST = Event(
    title="Дни культуры Китая в Ереване: выставка, концерт и встреча с писателями, которой ждали два года",
    type="festival", status="planned", date="2019-05-02",
    countries=(CountryRole("AM", "host"), CountryRole("CN")), places=(Place("Ереван", "AM"),), themes=("music", "arts"),
    people=(Person("Анна Петросян", "Minister"), Person("林昭")), organizations=(Organization("المكتبة الوطنية"),),
)  # fmt: skip
SECOND = replace(
    FIRST, status="held", date="2019-05-02/2019-05-05", participants=120, places=(Place("Yerevan", "AM"),),
    people=(Person("Anna Petrosyan"), Person("Zoë Ångström")), themes=("music",),
)  # fmt: skip


def screen(width: int, first: Event = FIRST, second: Event = SECOND, *, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        width=width, file=out, markup=False, emoji=False, highlight=False,
        color_system="standard" if colour else None, force_terminal=colour,
    )  # fmt: skip
    console.print(likeness_line(likeness(first, second), "Known: "))
    console.print(side_by_side(first, second, BOOK, ("event 3", "article 18"), colour=colour))
    return out.getvalue()


def signs(first: Event = FIRST, second: Event = SECOND) -> dict[str, str]:
    return {row.spec.name: row.sign for row in compared(first, second, BOOK)}


def test_each_field_has_its_sign() -> None:
    assert signs() == {
        "title": "=", "type": "=", "status": "≠", "date": "≠", "countries": "=", "places": "≈", "themes": "≠",
        "organizations": "=", "people": "≠", "participants": "+",
    }  # fmt: skip


def test_a_country_in_another_role_differs() -> None:
    other = replace(FIRST, countries=(CountryRole("AM"), CountryRole("CN", "host")))
    assert signs(FIRST, other)["countries"] == "≠"


def test_an_event_is_the_same_as_itself() -> None:
    assert set(signs(FIRST, FIRST).values()) == {"="}


@pytest.mark.parametrize("width", [40, 60, 75, 76, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(cells(line.rstrip()) for line in screen(width).splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_both_dates_are_shown(width: int) -> None:
    text = " ".join(screen(width).split())
    assert "2019-05-02 (2" in text
    assert "2019-05-02/2019-05-05" in text


@pytest.mark.parametrize("width", [60, 120])
def test_only_what_one_of_them_has_is_set_off(width: int) -> None:
    lines = [line.split() for line in screen(width).splitlines()]
    assert any("+" in line and "林昭" in line for line in lines)
    assert not any("+" in line and "Петросян" in line for line in lines)


def test_without_colour_there_is_no_code() -> None:
    assert "\x1b" not in screen(100)


def test_with_colour_what_differs_is_bold() -> None:
    assert "\x1b[1;31m≠" in screen(100, colour=True)


def test_wide_screens_have_the_events_abreast() -> None:
    line = next(line for line in screen(100).splitlines() if "status" in line)
    assert "planned" in line
    assert "held" in line


def test_narrow_screens_have_them_under_one_another() -> None:
    lines = screen(60).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("≠ status"))
    assert [line.strip() for line in lines[at + 1 : at + 3]] == ["event 3: planned", "article 18: held"]


def test_the_line_above_says_how_likely_and_why() -> None:
    words = screen(200)
    assert words.startswith("Known: 100% the same  + ")
    assert "places: Yerevan" in words


def test_no_reason_ends_its_line_with_a_sign() -> None:
    assert not [line for line in screen(60).splitlines() if line.rstrip().endswith((" +", " -"))]
