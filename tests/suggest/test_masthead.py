"""Who a page says it comes from, and its day, where neither a label nor a dateline says so."""

from __future__ import annotations

import pytest

from culturex.suggest.page import facts

_PROSE = (
    "\n\nA choir from Tartu sang in the town hall of Nida on Friday, and the mayor thanked all singers for their way."
    "\n\nThe second concert follows in the church of Preila, where the choir sang for the first time ten years ago.\n\n"
)
_HEADLINE = "Choir from Tartu sings in the town hall"


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        ("", "© 2018 Town of Nida. All rights reserved.", "Town of Nida"),
        ("", "Copyright (C) 2014 Embassy of Estonia in Vilnius", "Embassy of Estonia in Vilnius"),
        ("", "Advertise with us | About us | Copyright © Nida Morning", "Nida Morning"),
        ("Nida Choral Circle\n- Home\n- Who We Are\n- Concerts\n\n", "", "Nida Choral Circle"),
        ("Nida Morning\nNews   Sport   Culture   Opinion\n\n", "", "Nida Morning"),
        ("NIDA MORNING\n#Arts   #Nation   #Sport\n\n", "© Nida Morning", "Nida Morning"),
        ("", "", None),
        ("Curonian   Politics  Economy  Society\n\n", "", "Curonian"),
        ("ON AIR   Politics  Economy  Society\n\n", "", None),
        ("Nida Times 2\n\n", "", "Nida Times"),
        (
            "Embassy of the Kingdom of Sweden to the Republic of Estonia\n\n",
            "",
            "Embassy of the Kingdom of Sweden to the Republic of Estonia",
        ),
        ("", "Like curonian on Facebook and get the news of the coast.", "curonian"),
        ("Curonian24 on Play Store\n\n", "", "Curonian24"),
        (
            "",
            "Do you value this story? Then please think about supporting The Nida Journal. Thank you.",
            "The Nida Journal",
        ),
        ("", "We thank all who came for supporting The Children of Nida.", None),
        ("", "First published in the Nida Pioneer, by Ruta Berg.", "Nida Pioneer"),
        ("", "The poem was first published in Paris.", None),
        ("", "The poem was first published in the United States.", None),
        ("", "The poem first appeared in Spanish, and then in Greek.", None),
        ("", "Follow updates on Instagram.", None),
        ("", "Follow along on YouTube.", None),
        ("", "Curonian Post. All rights reserved.", "Curonian Post"),
        ("", "Maret Lill, photos by Ruta Berg, ELTA", "ELTA"),
        ("", "Maret Lill, photos by Ruta Berg, Tartu", None),
    ],
)
def test_the_outlet_is_told_by_the_head_of_the_page_its_sections_and_what_it_says_of_itself(
    head: str, tail: str, outlet: str | None
) -> None:
    assert facts(head + _HEADLINE + _PROSE + tail).outlet == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Written by Press Office of the Town of Nida", "Press Office of the Town of Nida"),
        ("Published 27 November 2020 by the Nida School of Music", "Nida School of Music"),
        ("By Nida Morning staff - Nov 3, 2021", "Nida Morning"),
        ("Nida, 28 April 2015 (ELTA)", "ELTA"),
        ("Municipality of Nida, press office | 09.06.2016", "Municipality of Nida"),
    ],
)
def test_the_outlet_stands_under_the_headline(line: str, outlet: str) -> None:
    assert facts(f"{_HEADLINE}\n\n{line}{_PROSE}").outlet == outlet


def test_an_acronym_is_spelt_out_by_the_first_line() -> None:
    lead = "NIDA (NW) - A choir from Tartu sang in the town hall on Friday."
    page = f"Nemunas Wire\n#Arts #Nation\n\n{_HEADLINE}\n\n{lead}{_PROSE}"
    assert facts(page).outlet == "Nemunas Wire"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wednesday, May, 15,2024", "2024-05-15"),
        ("14 mar 2019", "2019-03-14"),
        ("14-Mar-2019", "2019-03-14"),
        ("2019. 5. 14.", "2019-05-14"),
        ("Mar. 3rd, 2020", "2020-03-03"),
    ],
)
def test_the_day_of_the_page_in_the_forms_of_the_web(line: str, day: str) -> None:
    assert facts(f"{_HEADLINE}\n\n{line}{_PROSE}").published == day


def test_a_day_without_a_year_takes_the_only_year_of_the_page() -> None:
    assert facts(f"{_HEADLINE}\n\nThursday, 24 February{_PROSE}First published in 2022. © Nida School").published == (
        "2022-02-24"
    )


@pytest.mark.parametrize("page", ["«" * 50, "©", "From ", "| |\n© ©\n(c)", "14 mar 2019\n" * 3, "May, 99,2024"])
def test_pages_of_marks_raise_nothing(page: str) -> None:
    assert facts(page).outlet is None


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (f"In English since 2004\n\nEducation\n\n{_HEADLINE}\n\n14 March 2019{_PROSE}", _HEADLINE),
        (f"Kantele\n\nFrom the Open Handbook of Instruments\n{_PROSE}", "Kantele"),
    ],
)
def test_the_headline_stands_below_menus_and_may_be_one_word(page: str, title: str) -> None:
    assert facts(page).title == title


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("“We sang louder than ever,” the mayor told Curonian.", "Curonian"),
        ("“We will come again,” Ruta Berg explained to Spit that evening.", "Spit"),
        ("“We will come again,” Ruta Berg tells Xinhua.", "Xinhua"),
        ("“We will come again,” Ruta Berg told Curonian Herald on Friday.", "Curonian Herald"),
        ("“We will come again,” Ruta Berg told Tom. Tom Lane is the organist.", None),
        ("“We will come again,” Ruta Berg told Parliament.", None),
        ("“We will come again,” Ruta Berg told Aster Hill residents.", None),
        ("“We will come again,” Ruta Berg told the audience.", None),
    ],
)
def test_a_medium_that_somebody_told_something_is_the_outlet(sentence: str, outlet: str | None) -> None:
    assert (
        facts(f"{_HEADLINE}{_PROSE}{sentence} The choir of Tartu has sung in the town since it was founded.").outlet
        == outlet
    )


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        ("CURONIAN WEEKLY GUIDE\nTown > Music\n\n", "", "CURONIAN WEEKLY GUIDE"),
        (
            "Nida Business Post\nYour window on the lagoon\nFront page | Ports | Jobs | Opinion\n\n",
            "",
            "Nida Business Post",
        ),
        ("City of Nida\nOfficial website\n\n", "", "City of Nida"),
        ("Curonian Radio © 2021 All rights reserved\n\n", "", "Curonian Radio"),
        ("", "Press service of Nida Choral School\nPhoto: R. Berg", "Press service of Nida Choral School"),
        ("", "© The City of Nida", "City of Nida"),
    ],
)
def test_the_site_is_named_over_its_path_before_the_sign_and_by_its_press_service(
    head: str, tail: str, outlet: str
) -> None:
    assert facts(head + _HEADLINE + _PROSE + tail).outlet == outlet


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("(MENAFN- CuronianNews)\n\n", "CuronianNews"),
        ("Vilnius, October 17, ELTA\n\n", "ELTA"),
        ("Vilnius, Feb. 19, ELTA - ", "ELTA"),
        ("ELTA - ", "ELTA"),
        ("Curonian Herald - ", "Curonian Herald"),
        ("Choral Summer - ", None),
        ("NIDA, (Curonian / Coast News / ELTA - 06th Oct, 2021) ", "ELTA"),
    ],
)
def test_the_text_opens_with_its_agency(opening: str, outlet: str | None) -> None:
    assert facts(f"{_HEADLINE}\n\n{opening}{_PROSE.strip()}").outlet == outlet


@pytest.mark.parametrize(
    "label",
    [
        "Yazıcı-dostu sürüm",
        "Versión para imprimir",
        "Version imprimable",
        "Druckerfreundliche Version",
        "Nyomtatóbarát változat",
    ],
)
def test_a_button_to_print_is_no_headline_in_any_language(label: str) -> None:
    headline = "Tartu Institute Gains One More Partner University"
    assert facts(f"{headline}\n\n{label}{_PROSE}").title == headline


def test_the_days_of_an_event_behind_a_bar_belong_to_the_headline() -> None:
    days = "Week of song in Nida, Lithuania | January 29 – February 4th, 2017"
    assert facts(days + _PROSE).title == days
    assert facts(f"{_HEADLINE} | Nida Morning{_PROSE}").title == _HEADLINE


def test_a_headline_of_two_sentences_stands_above_the_day() -> None:
    line = '"SONGS FOR ALL": How a choir brings towns together. Youth choirs of Tartu and Nida to meet in the spring'
    assert facts(f"NEWS\n{line}\n20 December 2018{_PROSE}").title == line
    assert facts(f"NEWS\n{line}.\n20 December 2018{_PROSE}").title != line + "."


@pytest.mark.parametrize("menu", ["Home News Culture Sport", "Home About Contact"])
def test_a_menu_is_no_headline(menu: str) -> None:
    assert facts(f"{menu}\n{_HEADLINE}\n17 November 2020{_PROSE}").title == _HEADLINE


def test_a_first_line_whose_first_part_is_but_marks_names_no_site() -> None:
    assert facts("] | News | Culture | Sport\n\n" + _HEADLINE + _PROSE).outlet is None
