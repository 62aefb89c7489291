"""Who is the host where no "in" or "visit to" says so: where the page is at home, to whom a gift goes, both sides."""

from __future__ import annotations

import pytest

from culturex.suggest import Suggestion, prepare, suggest

PAGE = "Local news\n\n{}\n\nPublished: 10 May 2024\n"


def roles(found: Suggestion, type_: str) -> dict[str, str | None]:
    """Return the countries of the first event of a type with their roles."""
    event = next(e for e in found.events if e.type == type_)
    return {country.code: country.role for country in event.countries}


def read(text: str) -> Suggestion:
    return suggest(prepare(PAGE.format(text)))


AT_HOME = {
    "A twinning agreement with guests from Georgia was signed on 3 May 2024 by the town council of Porvoo. The mayor "
    "of Porvoo thanked the schools of Loviisa and Kotka.": "FI",
    "Das Rathaus von Emden und die Stadt Galle aus Sri Lanka haben am 3. Mai 2024 einen Partnerschaftsvertrag "
    "unterzeichnet. Auch Leer und Aurich schickten Gäste.": "DE",
}


@pytest.mark.parametrize("text", AT_HOME)
def test_a_page_at_home_names_only_other_countries(text: str) -> None:
    assert roles(read(text), "agreement")[AT_HOME[text]] == "host"


def test_where_it_happens_tells_more_than_where_the_page_is_at_home() -> None:
    text = (
        "The town council of Porvoo opened an exhibition of Finnish glass in Kazbegi, Georgia, on 3 May 2024. The "
        "mayor of Porvoo thanked the schools of Loviisa and Kotka."
    )
    assert roles(read(text), "exhibition") == {"GE": "host", "FI": "partner"}


GIFTS = {
    "The fire brigade of Tampere, Finland, gave an ambulance to the hospital of Kisumu, Kenya, on 3 May 2024.": "KE",
    "Malta sent 40 tents and two water filters to Fiji on 3 May 2024.": "FJ",
    "Le comité de Rennes, en France, a offert une ambulance aux pompiers de Ségou, au Mali, le 3 mai 2024.": "ML",
}


@pytest.mark.parametrize("text", GIFTS)
def test_a_gift_goes_to_the_host(text: str) -> None:
    assert roles(read(text), "donation")[GIFTS[text]] == "host"


def test_what_is_handed_over_in_a_town_has_its_host_there() -> None:
    text = "The Oslo Museum returned three bronzes to Benin at a ceremony in Oslo, Norway, on 3 May 2024."
    assert roles(read(text), "donation") == {"NO": "host", "BJ": "partner"}


def test_who_sends_pupils_to_one_another_are_both_hosts() -> None:
    text = "The Porvoo Lyceum in Finland and the Kazbegi School in Georgia have sent pupils to one another since 2009."
    assert roles(read(text), "exchange") == {"FI": "host", "GE": "host"}


def test_countries_of_a_tour_are_all_hosts() -> None:
    text = (
        "The Tampere Brass from Finland gave concerts in Chile and Peru: in Lima on 1 May, in Cusco on 3 May and in "
        "Arica on 5 May."
    )
    assert roles(read(text), "performance") == {"PE": "host", "CL": "host", "FI": "partner"}


def test_guests_come_from_the_place_next_to_the_word_only() -> None:
    text = "Forty students from Fiji studied at Polish universities on scholarships of the Polish government in 2023."
    assert roles(read(text), "exchange") == {"PL": "host", "FJ": "partner"}


def test_an_event_beside_the_main_one_is_where_the_page_is_at_home() -> None:
    text = (
        "The fourth Lapland Drum Days take place in Kemi, Finland, on 3 and 4 June 2024, with players from Ghana.\n"
        "On 12 August 2024 the drummer Kofi Addo will give a workshop at the Music School."
    )
    assert roles(read(text), "course") == {"FI": "host", "GH": "partner"}


def test_a_town_in_chinese_is_located_by_the_word_before_it() -> None:
    text = "2024年3月19日，成都市与意大利那不勒斯市在成都签署友好城市协议，双方将加强文化和教育交流。"
    assert roles(suggest(prepare(text)), "agreement") == {"CN": "host", "IT": "partner"}


WORDS = {
    "Eight dancers from Fiji are guests of the Kazan Conservatory of Russia after a concert on 3 May 2024.": "RU",
    "The Tartu Puppet Theatre of Estonia toured Ecuador with a performance of fairy tales in April 2024.": "EC",
    "Eine Delegation von Bibliothekaren aus Estland besuchte auf Einladung der Regierung Ghana im April 2024.": "GH",
    "Una delegación de bibliotecarios de Estonia viajará a Ecuador el 3 de junio de 2024 para un foro.": "EC",
    "Une délégation de bibliothécaires d'Estonie se rendra au Sénégal le 3 juin 2024 pour un forum du livre.": "SN",
    "Делегация библиотекарей из Эстонии прилетела в Эквадор 3 мая 2024 года на книжный форум.": "EC",
}


@pytest.mark.parametrize("text", WORDS)
def test_words_of_hosts_and_journeys_tell_the_host(text: str) -> None:
    (first, *_) = suggest(prepare(text)).events
    assert [c.code for c in first.countries if c.role == "host"] == [WORDS[text]]


RETURNED = {
    "Ten pupils of the Welsh school are back from Lesotho, where they stayed for an exchange on 3 May 2024.": "LS",
    "Dix élèves belges sont rentrés de Hongrie après un échange scolaire du 3 au 9 mai 2024.": "HU",
    "Diez alumnos chilenos volvieron de Alemania tras un intercambio escolar el 3 de mayo de 2024.": "DE",
    "Dieci alunni italiani sono tornati dalla Finlandia dopo uno scambio scolastico il 3 maggio 2024.": "FI",
    "Zehn Schüler aus Polen sind seit dem 3. Mai 2024 von einem Schüleraustausch zurück aus Portugal.": "PT",
}


@pytest.mark.parametrize("text", RETURNED)
def test_who_is_back_from_a_country_was_its_guest(text: str) -> None:
    assert roles(read(text), "exchange")[RETURNED[text]] == "host"


def test_who_comes_from_a_country_is_a_guest() -> None:
    text = "Ten pupils from Lesotho came to Wales for a school exchange from 3 to 9 May 2024."
    assert roles(read(text), "exchange") == {"GB": "host", "LS": "partner"}


def test_the_country_that_is_ahead_is_the_host_of_the_main_event() -> None:
    text = "Omani archaeologists and scholars from Austria began an excavation on 3 May 2024."
    assert roles(read(text), "research") == {"OM": "host", "AT": "partner"}


LANGUAGES = {
    "El docente de Español, Inglés y Alemán llegó a Chile con alumnos de Perú el 3 de mayo de 2024.": {"CL", "PE"},
    "A show of photographs from Peru opened in Oslo, Norway, on 3 May 2024. Captions are in Spanish and in Danish.": {
        "NO",
        "PE",
    },
    "Le 3 mai 2024, des élèves du Togo ont suivi un atelier de théâtre à Hué, au Vietnam, en allemand et en anglais.": {
        "TG",
        "VN",
    },
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_languages_are_no_parties(text: str) -> None:
    events = read(text).events
    assert {country.code for event in events for country in event.countries} <= LANGUAGES[text]


def test_what_a_body_has_its_seat_in_is_no_host() -> None:
    text = "The Irish choir, which has its seat in Cork, sang at a festival in Loja, Ecuador, on 3 May 2024."
    assert roles(read(text), "performance") == {"EC": "host", "IE": "partner"}


def test_a_festival_in_a_row_of_countries_has_them_all_as_hosts() -> None:
    text = "The Chilean film festival is held in Quito, Lima and Bogotá, in Ecuador, Peru and Colombia, in June 2024."
    found = roles(read(text), "festival")
    assert {code for code, role in found.items() if role == "host"} == {"EC", "PE", "CO"}


def test_talks_of_two_capitals_are_not_in_both() -> None:
    text = "A delegation from Peru visited the rector in Turku, Finland, on 3 May 2024 for talks on a course in Lima."
    assert roles(read(text), "visit") == {"FI": "host", "PE": "partner"}


def test_a_country_in_passing_is_no_host_without_a_word_for_it() -> None:
    text = (
        "Japanese archaeologists from Waseda and Kyrgyz archaeologists began the excavation on 3 May 2024. An American "
        "expert came along. The Kyrgyz museum keeps the finds, and Kyrgyz students helped."
    )
    assert roles(read(text), "research").get("US") != "host"


def test_a_town_in_the_title_of_a_show_is_not_where_it_hangs() -> None:
    text = (
        "AMMAN — Italians and Jordanians filled the Jordan National Gallery on 3 May 2024 when it opened the show "
        "“With the Mosaic, Life in Ravenna”. The ambassador of Italy spoke."
    )
    found = read(text)
    assert roles(found, "exhibition") == {"JO": "host", "IT": "partner"}
    assert [p.name for p in found.events[0].places] == ["Amman"]


def test_what_is_held_at_a_university_happens_in_its_town() -> None:
    text = (
        "The Chinese Bridge contest took place on 3 May 2024 at the University of Lagos. Students from all of Nigeria "
        "sang and danced for the judges from China."
    )
    assert [p.name for p in read(text).events[0].places] == ["Lagos"]


def test_a_museum_with_its_town_is_an_address() -> None:
    text = (
        "To see Bangladesh one need go no further than Patan Museum, Patan, where the photo exhibition “My Soil” "
        "of Bangladeshi photographers opened on 3 May 2024. Nepal has seen few like it."
    )
    assert roles(read(text), "exhibition")["NP"] == "host"


NO_VENUE = {
    "The sister city which Loviisa has in Georgia sent a delegation of pupils on 3 May 2024. For a week they were in "
    "Loviisa, Finland, for a school exchange.": "FI",
    "The Kazbegi Middle School in Georgia sent 20 pupils for a school exchange on 3 May 2024. They sat in lessons in "
    "Loviisa, Finland.": "FI",
    "The Minister of Culture in the Republic of Georgia, Nino Beridze, was received on a visit on 3 May 2024 by the "
    "mayor of Porvoo in Finland.": "FI",
}


@pytest.mark.parametrize("text", NO_VENUE)
def test_where_a_sister_city_a_school_or_an_office_is_tells_no_host(text: str) -> None:
    (first, *_) = read(text).events
    assert [c.code for c in first.countries if c.role == "host"] == [NO_VENUE[text]]


OURS = {
    "OSLO, 3 May 2024 (NTB) - A delegation of teachers, some of them born in Chile and all at work there, arrived in "
    "this country for an official visit. The minister of culture of Norway received the guests.": "NO",
    "Üniversitemize 3 Mayıs 2024 günü Macaristan'dan bir heyet geldi. Ziyarette Türkiye ile Macaristan arasındaki "
    "öğrenci değişimi konuşuldu.": "TR",
    "由秘鲁教育界人士组成的代表团2024年5月3日访问我校,校长会见了客人。双方就中国与秘鲁的学生交流交换了意见。": "CN",
}


@pytest.mark.parametrize("text", OURS)
def test_who_comes_to_what_a_page_calls_its_own_is_at_its_home(text: str) -> None:
    (first, *_) = suggest(prepare(text)).events
    assert [c.code for c in first.countries if c.role == "host"] == [OURS[text]]
