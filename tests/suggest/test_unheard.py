"""Towns that no gazetteer knows, told by prepositions and by being named again."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

TOWNS = {
    "Le car venu d'Allemagne s'est arrêté à Trévargol mercredi. Les élèves ont été reçus à la mairie.": "Trévargol",
    "L'école de Trévargol accueille dix élèves du Bénin. Les familles de Trévargol les logent.": "Trévargol",
    "Los alumnos llegaron a casa. La escuela funciona en Ostwiller, una localidad alemana.": "Ostwiller",
    "I musicisti di Cracovia arrivano a Borgofranto sabato per il concerto.": "Borgofranto",
    "O festival de dança começa em Vilarmedo no sábado, com grupos da Polónia.": "Vilarmedo",
    "Übernachtet haben alle in Krummeshütte, wo die Jugendlichen aus Polen kochten.": "Krummeshütte",
    "Der Chor aus Wolbrenz sang mit den Gästen. Man fuhr nach Wolbrenz und feierte.": "Wolbrenz",
    "Besuch aus Frankreich: Die Gäste kamen nach Gessel. Die Gesseler freuten sich.": "Gessel",
    "A photograph from Okemura hangs there. Grand Forks, North Dakota, once gave a statue to Okemura.": "Okemura",
    "The dancers from Peru showed their masks in Banjul and Kutembari.": "Kutembari",
    "Koro z Peru śpiewał w Krakowie i Drawolinie.": "Drawolinie",
    "Washing hangs on lines around Llanfaes, the Welsh village. Now it is Llanfaes that cooks.": "Llanfaes",
}
NO_TOWNS = {
    "Die Gruppe aus Polen baut Stühle aus Stahl. In Zusammenarbeit mit der Schule entstand Kunst aus Stahl.": "Stahl",
    "Ein Chor von Frauen aus Polen sang. Der Chor von Frauen kam nach Köln.": "Frauen",
    "The firm from Japan has a house in Sakata and Domtrel in Delaware.": "Domtrel",
    "The guests from Peru danced in Banjul and Kutemba Sowe sang.": "Kutemba",
    "Mayor Mike Brosnahan met the guests of Japan. A clock went from Brosnahan to the guests.": "Brosnahan",
    "El programa en Estudios de Asia empieza en mayo con alumnos de China.": "Estudios",
    "The university in Tashkent, Uzbekistan, met guests in Samarkand and Bukhara. Follow us in Telegram.": "Telegram",
    "Pupils in Aarhus and Odense, Denmark, met guests in Copenhagen. In Geography, they compared rivers.": "Geography",
    "Singers in Tashkent, Uzbekistan, received guests in Samarkand and Bukhara. They sang in Quechua.": "Quechua",
    "Students came from Mzuzu University (Mzuni) in Malawi. They travelled back to Mzuni by bus.": "Mzuni",
    "Le prix vient de Chikoye, le maire. Paul Chikoye a remercié les pompiers venus de Chikoye.": "Chikoye",
}


def places(text: str) -> set[str]:
    return {m.value["name"] for m in suggest(prepare(f"{text}\n")).mentions if m.kind == "place"}


@pytest.mark.parametrize("text", TOWNS)
def test_an_unknown_town_is_told_by_what_stands_before_it(text: str) -> None:
    assert TOWNS[text] in places(text)


@pytest.mark.parametrize("text", NO_TOWNS)
def test_nouns_persons_and_short_forms_are_no_towns(text: str) -> None:
    assert NO_TOWNS[text] not in places(text)


def test_a_town_lies_in_the_country_in_brackets_behind_it() -> None:
    found = suggest(prepare("Los alumnos y sus docentes hicieron escala en San Pablo (Brasil) el lunes.\n")).mentions
    assert [m.value["country"] for m in found if m.kind == "place"] == ["BR"]


KNOWN = {
    "Two years ago Astrakhan received a statue from the government of Iran.": "Astrakhan",
    "Students of the university will fly to Bodø in Norway in August.": "Bodø",
    "The city of Muscat and the port of Sheffield were shown in the film.": "Muscat",
    "博物馆曾携唐三彩俑赴阿拉木图展出，吸引了不少观众。": "阿拉木图",
    "孔子学院在开普敦举行了活动，师生参加了演出。": "开普敦",
    "O governo dos Açores assinou um acordo com a universidade.": "Açores",
}


@pytest.mark.parametrize("text", KNOWN)
def test_cities_with_common_names_and_in_simplified_chinese_are_known(text: str) -> None:
    assert KNOWN[text] in places(text)


ADJECTIVES = {
    "Праздник прошёл в зале Казанского федерального университета, где учатся студенты из Монголии.": "Казань",
    "Гости посетили Ереванский государственный театр и встретились с актёрами из Ирана.": "Ереван",
    "Выставку открыли в Бакинской музыкальной академии при участии художников из Турции.": "Баку",
    "Делегація з Польщі відвідала Львівську національну бібліотеку та зустрілася з учнями.": "Львів",
}
NO_CITIES = {
    "Русский музей открыл выставку, посвящённую искусству Монголии, и пригласил студентов.",
    "Пушкинский институт принял гостей из Ирана, которые изучают язык и литературу.",
    "Гости из Монголии попробовали московский хлеб и посмотрели томские сосны у реки.",
}


@pytest.mark.parametrize("text", ADJECTIVES)
def test_a_city_is_told_by_the_adjective_in_the_name_of_a_school(text: str) -> None:
    assert ADJECTIVES[text] in places(text)


@pytest.mark.parametrize("text", sorted(NO_CITIES))
def test_other_adjectives_tell_no_city(text: str) -> None:
    assert not places(text)


OWNERS = {
    "Ms. Gatica teaches art at Trewin's School in Chile. Two groups from Trewin's School came to us.": "Trewin",
    "Bob Rudd of our Rotary District flew to South Africa on Monday with the wheelchairs.": "Rotary District",
    "The dig was led by Kokuyama University, Japan, on Monday in the hills.": "Kokuyama University",
}


@pytest.mark.parametrize("text", OWNERS)
def test_bearers_of_schools_and_districts_of_clubs_are_no_places(text: str) -> None:
    assert OWNERS[text] not in places(text)


CALLED = {
    "Der Chor war zu Gast. Die Stadt Krummes und die Gäste aus Polen feierten im Saal.": "Krummes",
    "Die Partnergemeinde Wolbrenz schickte zwanzig Sänger nach Polen.": "Wolbrenz",
    "Ein Fest der Freundschaft: Nidda und Keszthely feiern. Die Gäste kamen in Keszthely an.": "Nidda",
}


@pytest.mark.parametrize("text", CALLED)
def test_german_towns_are_called_so_or_stand_beside_one(text: str) -> None:
    assert CALLED[text] in places(text)
