"""What the gazetteer answers to names that people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex import places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Armenia", "AM"),
        ("armenia", "AM"),
        ("Kazakh", "KZ"),
        ("Kazakhstani", "KZ"),
        ("Arménie", "AM"),
        ("ARMENIE", "AM"),
        ("KAZ", "KZ"),
        ("kaz", "KZ"),
        ("am", "AM"),
        ("XK", "XK"),
        ("哈萨克斯坦", "KZ"),
        ("亚美尼亚", "AM"),
        ("Армении", "AM"),
        ("Казахстане", "KZ"),
        ("армянскими", "AM"),
        ("казахстанского", "KZ"),
        ("Объединенных Арабских Эмиратов", "AE"),
        ("українського", "UA"),
        ("македонска", "MK"),
        ("polskiego", "PL"),
        ("französischen", "FR"),
        ("arménienne", "AM"),
        ("armenias", "AM"),
        ("Ermenistan'ın", "AM"),
        ("საქართველოს", "GE"),
        ("Հայաստանի", "AM"),
        ("أرمينيا", "AM"),
        ("한국", "KR"),
        ("日本", "JP"),
        ("Burma", "MM"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Viet Nam", "VN"),
        ("Turkiye", "TR"),
        ("Türkiye", "TR"),
        ("Holland", "NL"),
        ("UK", "GB"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("UAE", "AE"),
        ("DRC", "CD"),
        ("North Korea", "KP"),
        ("South Korea", "KR"),
        ("Swaziland", "SZ"),
        ("Macedonia", "MK"),
        ("FYROM", "MK"),
        ("Cape Verde", "CV"),
        ("East Timor", "TL"),
        ("Byelorussia", "BY"),
        ("Kosovo", "XK"),
        ("Scottish", "GB"),
        ("Welsh", "GB"),
        ("Azeri", "AZ"),
        ("Emirati", "AE"),
        ("Ivorian", "CI"),
        ("Burkinabe", "BF"),
        ("Lao", "LA"),
        ("Laotian", "LA"),
        ("Armenians", "AM"),
        ("Frenchmen", "FR"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("of the Republic of Armenia", "AM"),
        ("the Kingdom of Spain", "ES"),
        ("State of Israel", "IL"),
        ("República de Chile", "CL"),
        ("Республика Армения", "AM"),
    ],
)
def test_country_of_a_name_in_any_form(text: str, code: str) -> None:
    found = places.country(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia", "GE"),
        ("Congo", "CG"),
        ("Korea", "KR"),
        ("Guinea", "GN"),
        ("Niger", "NE"),
        ("Dominican", "DO"),
        ("Samoa", "WS"),
    ],
)
def test_ambiguous_names_have_one_documented_answer(text: str, code: str) -> None:
    found = places.country(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text", ["", "  ", "the", "Republic", "Atlantis", "Armnia", "BRICS", "!?", "Nairobi", "x" * 500]
)
def test_no_country_where_there_is_none(text: str) -> None:
    assert places.country(text) is None


def test_every_country_is_found_by_its_own_names() -> None:
    missed = [
        (land.code, name)
        for land in places.countries()
        for name in (land.code, land.alpha3, land.name, land.official, land.adjective, land.demonym)
        if name and places.country(name) != land
    ]
    assert missed == []


def test_all_of_iso_3166_is_there() -> None:
    codes = {land.code for land in places.countries()}
    assert len(codes) == 250
    assert {"AM", "KZ", "XK", "SS", "PS", "TW", "HK"} <= codes


def test_country_by_code_takes_both_codes() -> None:
    assert places.country_by_code("arm") == places.country_by_code("AM")
    assert places.country_by_code("ZZ") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Central Asia", "Central Asia"),
        ("Central Asian", "Central Asia"),
        ("Центральной Азии", "Central Asia"),
        ("Asie centrale", "Central Asia"),
        ("中亚", "Central Asia"),
        ("BRICS", "BRICS"),
        ("БРИКС", "BRICS"),
        ("ASEAN", "ASEAN"),
        ("SADC", "SADC"),
        ("EU", "European Union"),
        ("Европейского союза", "European Union"),
        ("AU", "African Union"),
        ("CIS", "Commonwealth of Independent States"),
        ("СНГ", "Commonwealth of Independent States"),
        ("Turkic states", "Organization of Turkic States"),
        ("GCC", "Gulf Cooperation Council"),
        ("Лиги арабских государств", "Arab League"),
        ("Asia", "Asia"),
    ],
)
def test_group_of_a_name_in_any_form(text: str, name: str) -> None:
    found = places.group(text)
    assert found is not None
    assert found.name == name


def test_groups_have_members_that_are_countries() -> None:
    codes = {land.code for land in places.countries()}
    groups = places.groups()
    assert len(groups) >= 60
    assert all(group.members and set(group.members) <= codes for group in groups)


@pytest.mark.parametrize(
    ("name", "code", "is_in"),
    [
        ("Central Asia", "KZ", True),
        ("South Caucasus", "AM", True),
        ("ASEAN", "TL", True),
        ("BRICS", "ID", True),
        ("European Union", "GB", False),
        ("Asia", "AM", True),
        ("Africa", "ZA", True),
        ("NATO", "SE", True),
    ],
)
def test_members_of_a_group(name: str, code: str, is_in: bool) -> None:
    found = places.group(name)
    assert found is not None
    assert (code in found.members) is is_in


def test_resolve_prefers_the_country() -> None:
    assert isinstance(places.resolve("Georgia"), places.Country)
    assert isinstance(places.resolve("Nordic countries"), places.Group)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Yerevan", "AM"),
        ("Ереван", "AM"),
        ("Moskau", "RU"),
        ("Moscou", "RU"),
        ("Москва", "RU"),
        ("莫斯科", "RU"),
        ("Pékin", "CN"),
        ("Havana", "CU"),
        ("La Habana", "CU"),
        ("Tetova", "MK"),
        ("Tetovo", "MK"),
        ("Nur-Sultan", "KZ"),
        ("Saigon", "VN"),
    ],
)
def test_the_likeliest_city_comes_first(name: str, country: str) -> None:
    assert places.cities(name)[0].country == country


def test_cities_of_one_country_only() -> None:
    assert {city.country for city in places.cities("Paris", "us")} == {"US"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Shandong", "CN"),
        ("Kwazulu Natal", "ZA"),
        ("Cuando Cubango", "AO"),
        ("Rajasthan", "IN"),
        ("Queensland", "AU"),
        ("Bavaria", "DE"),
        ("Bayern", "DE"),
        ("山东", "CN"),
    ],
)
def test_the_country_of_a_subdivision(name: str, country: str) -> None:
    assert places.subdivisions(name)[0].country == country


@pytest.mark.parametrize(
    ("code", "name"), [("AM", "Yerevan"), ("KZ", "Astana"), ("VA", "Vatican City"), ("LI", "Vaduz"), ("TV", "Funafuti")]
)
def test_capitals_are_there_whatever_their_size(code: str, name: str) -> None:
    found = places.capital(code)
    assert found is not None
    assert found.name == name


def test_every_sovereign_state_has_a_capital() -> None:
    without = {land.code for land in places.countries() if land.capital_id is None}
    assert without <= {"AQ", "BV", "HM", "UM", "TK", "PW"}


def test_a_slip_of_the_pen_gets_the_name_meant() -> None:
    assert places.suggestions("Armnia")[0] == "Armenia"
    assert places.suggestions("Khazakstan")[0] == "Kazakhstan"


def test_completion_begins_with_the_names_that_begin_so() -> None:
    assert places.complete("kaz") == ["Kazakhstan"]
    assert "South Korea" in places.complete("kor")
    assert places.complete("") == []


def test_lookup_answers_only_for_keys_it_knows() -> None:
    found = places.lookup([places.key("New Delhi"), places.key("No Such Place")])
    assert list(found) == ["new delhi"]
    assert found["new delhi"][0].kind == "city"


def test_first_words_filters_what_begins_no_name() -> None:
    assert places.first_words(["armenia", "zzzyzzy"]) == {"armenia"}


@pytest.mark.parametrize("word", ["university", "union", "asia", "march", "of"])
def test_common_words_are_no_cities(word: str) -> None:
    assert places.cities(word) == []


@pytest.mark.parametrize("word", ["reading", "bath", "nice", "mobile"])
def test_cities_with_the_name_of_a_common_word_weigh_little(word: str) -> None:
    entries = [e for e in places.lookup([word])[word] if e.kind == "city"]
    assert entries
    assert max(e.weight for e in entries) < 40


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    assert places.resolve(text) is None or places.key(text)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    assert places.key(places.key(text)) == places.key(text)
