"""Cities, provinces and other places named in a text, with the country that fits."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places import countries
from culturex.suggest.mentions.places import finder as places


def find(text: str, language: str = "en") -> list[Mention]:
    document = Document(Article(text=text, language=language))
    document.mentions.extend(countries.find(document))
    return places.find(document)


def named(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(m.value["name"], m.value["country"]) for m in find(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The forum took place in Yerevan and Almaty.", [("Yerevan", "AM"), ("Almaty", "KZ")]),
        ("HAVANA, April 4 (Xinhua) -- The ballet opened.", [("Havana", "CU")]),
        ("Luanda — The minister arrived.", [("Luanda", "AO")]),
        ("New York and New Delhi", [("New York", "US"), ("New Delhi", "IN")]),
        ("Moscow State University welcomed them.", [("Moscow", "RU")]),
        ("in Washington, D.C.", [("Washington, D.C", "US")]),
        ("St. Petersburg hosted the choir.", [("St. Petersburg", "RU")]),
        ("Tetova and Skopje", [("Tetova", "MK"), ("Skopje", "MK")]),
        ("Singapore hosted the fair in Singapore.", [("Singapore", "SG"), ("Singapore", "SG")]),
        ("Mexico City and Kuwait City", [("Mexico City", "MX"), ("Kuwait City", "KW")]),
        ("The choir sang at Machu Picchu and in Chan Chan.", [("Machu Picchu", "PE"), ("Chan Chan", "PE")]),
        ("They spoke of Stonehenge and of Angkor Wat.", []),
        ("She wrote of Delphi Berg and the Stonehenge Trust.", []),
    ],
)
def test_cities(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shandong Province and Rajasthan", [("Shandong", "CN"), ("Rajasthan", "IN")]),
        ("in KwaZulu-Natal", [("KwaZulu-Natal", "ZA")]),
        ("in Kwazulu Natal province", [("Kwazulu Natal", "ZA")]),
        ("Cuando Cubango", [("Cuando Cubango", "AO")]),
        ("Queensland, Bavaria, New Mexico", [("Queensland", "AU"), ("Bavaria", "DE"), ("New Mexico", "US")]),
        ("the province of Zabul", [("Zabul", "AF")]),
        ("Helmand province", [("Helmand", "AF")]),
        ("in Xinjiang", [("Xinjiang", "CN")]),
        ("Crimea and Chechnya", [("Crimea", "UA"), ("Chechnya", "RU")]),
        ("Voters in Georgia went to the polls. Atlanta saw long lines.", [("Georgia", "US"), ("Atlanta", "US")]),
    ],
)
def test_provinces_and_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Paris, Texas", "US"),
        ("Paris, France", "FR"),
        ("Cambridge, Massachusetts", "US"),
        ("Cambridge, England", "GB"),
        ("San Jose, Costa Rica", "CR"),
        ("San Jose, California", "US"),
        ("Tripoli (Lebanon)", "LB"),
        ("Tripoli in northern Lebanon", "LB"),
        ("Tripoli, Libya", "LY"),
        ("Syria's Tripoli", "LY"),
        ("Lebanon's Tripoli", "LB"),
        ("the Lebanese city of Tripoli", "LB"),
        ("Valencia, Venezuela", "VE"),
        ("Córdoba, Argentina", "AR"),
        ("Hyderabad, Pakistan", "PK"),
        ("Hyderabad, India", "IN"),
        ("Alexandria, Virginia", "US"),
        ("Alexandria, Egypt", "EG"),
        ("Springfield, Illinois", "US"),
        ("Hamilton, Ont., got a museum", "CA"),
        ("Cambridge, Mass., hosted it", "US"),
        ("Durham, N.C.", "US"),
        ("Athens, GA", "US"),
        ("Athens, in spring", "GR"),
    ],
)
def test_what_stands_beside_a_name_tells_its_country(text: str, country: str) -> None:
    assert find(text)[0].value["country"] == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MOSCOW, Idaho — The fair is in Moscow.", [("Moscow", "US"), ("Idaho", "US"), ("Moscow", "US")]),
        ("Ann Hill of Xyzzyton, Okla., won.", [("Xyzzyton", "US")]),
        ("The sheriff spoke in Moline, Ill., and Decatur.", [("Moline", "US"), ("Decatur", "US")]),
        ("Riders from Lebanon, Pa., and Poland, Ohio", [("Lebanon", "US"), ("Poland", "US"), ("Ohio", "US")]),
        ("Acapulco in Guerrero", [("Acapulco", "MX"), ("Guerrero", "MX")]),
        ("Tatarstan's Nizhnekamsk", [("Tatarstan", "RU"), ("Nizhnekamsk", "RU")]),
    ],
)
def test_a_state_tells_the_country_of_a_town(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


LOCAL = {
    "US": "County commissioners in Illinois met on Monday. The sheriff and two state troopers came from {} and Peoria.",
    "GB": "Cllr Jones said the NHS had no beds in Wigan or Truro. The constable lives in {} and drives a lorry.",
    "CA": "RCMP in Saskatchewan and Alberta said the man, seen in Moose Jaw, came from {} and Saskatoon.",
    "AU": "The shire in Queensland had bushfires near Toowoomba and Rockhampton; crews came from {} and Mackay.",
}


@pytest.mark.parametrize(
    ("home", "town"), [("US", "Warwick"), ("GB", "Boston"), ("CA", "Kingston"), ("AU", "Perth"), ("US", "Birmingham")]
)
def test_local_news_is_at_home_somewhere(home: str, town: str) -> None:
    assert dict(named(LOCAL[home].format(town)))[town] == home


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Philadelphia Eagles beat the Chicago Bears.", "Philadelphia"),
        ("the University of Manchester in England", "Manchester"),
        ("Boston Scientific Corp. rose.", "Boston"),
        ("MAN HELD OVER FIRE AT MOBILE HOME PARK", "Mobile"),
        ("In Dubuque, Iowa, Johnson was born.", "Johnson"),
        ("the Gulf state of Qatar", "Gulf"),
        ("They met on Oxford Street.", "Oxford"),
        ("the Strait of Malacca", "Malacca"),
        ("the Minsk agreements of 2015", "Minsk"),
        ("Austin, 34, was charged in Ohio.", "Austin"),
        ("Lindsay Hill, 41, of Same Fork, said most of it.", "Same"),
    ],
)
def test_a_part_of_a_longer_name_is_no_town(text: str, name: str) -> None:
    assert name not in [m.value["name"] for m in find(text) if not m.is_part]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("St. John's, N.L.", "CA"),
        ("the Kerala High Court", "IN"),
        ("Ontario's premier spoke.", "CA"),
        ("Paraná is a state.", "BR"),
        ("He came from Goa.", "IN"),
    ],
)
def test_provinces_are_known_beside_lesser_namesakes(text: str, expected: str) -> None:
    assert next(m.value["country"] for m in find(text) if not m.is_part) == expected


def test_a_town_that_nobody_knows_lies_where_the_article_is_at_home() -> None:
    text = "The sheriff and two state troopers of Illinois met in Xyzzyton, as Republicans and Democrats had asked."
    assert ("Xyzzyton", "US") in named(text)


def test_words_of_a_text_all_in_capitals_are_no_towns() -> None:
    text = "IN MOST CASES THE MAN OF READING IN MOBILE HOMES SAID THAT POLICE NEAR HOUSTON HAD NICE WEATHER"
    assert named(text) == [("Houston", "US")]


def test_a_county_goes_by_its_whole_name() -> None:
    text = "The sheriff of Illinois' Macon County and two state troopers arrested him in Peoria."
    assert ("Macon County", "US") in named(text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Venezuela's president spoke. Crowds filled Valencia.", "Valencia", "VE"),
        ("Spain's king spoke. Crowds filled Valencia.", "Valencia", "ES"),
        ("Pakistan mourned. The blast shook Hyderabad.", "Hyderabad", "PK"),
        ("Canada's premier visited. The museum is in Hamilton.", "Hamilton", "CA"),
        ("Bermuda's premier visited. The museum is in Hamilton.", "Hamilton", "BM"),
        ("A Russian envoy flew to the United States and back to Moscow.", "Moscow", "RU"),
        ("The United States said so. He left Moscow.", "Moscow", "RU"),
        ("Britain and the United States talked in Washington.", "Washington", "US"),
        ("A party from the United Kingdom came. They have a school in Hull.", "Hull", "GB"),
        ("The mayor of Salt received the guests. He spoke of Jordan.", "Salt", "JO"),
        ("The Austrian team dug in Aramus in Armenia.", "Aramus", "AM"),
        ("The dolls came into the possession of the City of Rochester.", "Rochester", "US"),
    ],
)
def test_the_countries_of_the_article_tell_which_place_is_meant(text: str, name: str, country: str) -> None:
    assert (name, country) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Union of the University of Asia on a Date in March.",
        "Reading is fun. Nice to meet you. Most of the Police came.",
        "Jack London and Paris Hilton met Florence Nightingale.",
        "Mr. Sydney Pollack, Dr. Austin and Mrs. Lincoln",
        "Elena sang. Victoria danced. Sofia Karlsson spoke.",
        "The Washington Post and the Boston Globe reported.",
        "the Paris Agreement and the Geneva Conventions, the Kyoto Protocol",
        "Deputy Director Ou Shuo and Sun Yebao",
        "He is a Man of the People, Van Damme said.",
        "Armenia, France and Kazakhstan",
    ],
)
def test_words_and_persons_are_no_places(text: str) -> None:
    assert [m for m in named(text) if m[0] not in {"Geneva"}] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The library in Reading opened.", "Reading"),
        ("the city of Bath", "Bath"),
        ("Split, Croatia", "Split"),
        ("Nice, France", "Nice"),
    ],
)
def test_a_doubtful_name_counts_with_a_hint(text: str, name: str) -> None:
    assert name in [n for n, _ in named(text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Выставка открылась в Ереване и Москве.", [("Ереван", "AM"), ("Москва", "RU")]),
        ("ru", "Хор из Санкт-Петербурга выступил в Минске.", [("Санкт-Петербург", "RU"), ("Минск", "BY")]),
        ("fr", "Le festival à Pékin et à Londres", [("Pékin", "CN"), ("Londres", "GB")]),
        ("es", "El concierto en La Habana y Ciudad de México", [("La Habana", "CU"), ("Ciudad de México", "MX")]),
        ("de", "Die Ausstellung in Moskau und Eriwan", [("Moskau", "RU"), ("Eriwan", "AM")]),
        ("tr", "Ankara'da ve Bakü'de düzenlendi", [("Ankara", "TR"), ("Bakü", "AZ")]),
        ("zh", "论坛在北京和莫斯科举行", [("北京", "CN"), ("莫斯科", "RU")]),
        ("zh", "江苏苏州", [("江苏", "CN"), ("苏州", "CN")]),
        ("ru", "Автобус из Ельца и Химок в Тульской области", [("Елец", "RU"), ("Химки", "RU"), ("Тульская", "RU")]),
        ("uk", "Пожежа у Білій Церкві на Полтавщині", [("Біла Церква", "UA"), ("Полтавщина", "UA")]),
        ("pl", "Strażacy z Łowicza i Sochaczewa", [("Łowicz", "PL"), ("Sochaczew", "PL")]),
        ("tr", "Van'da ve Batman'da", [("Van", "TR"), ("Batman", "TR")]),
    ],
)
def test_other_languages_give_the_base_form(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A camp was held in Xyzzyville, Japan.", [("Xyzzyville", "JP")]),
        ("near Upper Quuxford, Queensland", [("Upper Quuxford", "AU"), ("Queensland", "AU")]),
        ("Yesterday Xyzzyson, Japan's envoy, came.", []),
    ],
)
def test_an_unknown_place_is_told_by_its_country(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Fundación y la República firmaron."),
        ("es", "Para aprender vinieron del Norte."),
        ("es", "El taller fue en la calle de Utrera."),
        ("es", "Se abrió en el convento de Santa Inés."),
        ("pt", "Actuaram a 18 e 19 de Março."),
        ("pt", "A feira fica na rua de Viana."),
        ("fr", "Trente élèves sont venus."),
        ("fr", "On marche dans la rue de Tournai."),
        ("it", "Il concerto si tiene in via Tortona."),
        ("de", "Auch die Namen wurden verlesen."),
        ("tr", "Para ve Bilgi verildi."),
    ],
)
def test_common_words_streets_and_churches_are_no_towns(language: str, text: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "L'Italia ospita la mostra nella città di Marche.", "Marche"),
        ("fr", "L'Italie et la France se sont vues à Trente.", "Trente"),
        ("es", "El coro cantó en la catedral de San Salvador.", "San Salvador"),
        ("pt", "Foi na igreja de São Paulo.", "São Paulo"),
    ],
)
def test_a_common_word_is_a_town_where_more_says_so(language: str, text: str, name: str) -> None:
    assert name in [found for found, _ in named(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Le città di Assisi e Betlemme rinnovano il patto.", ("Assisi", "IT")),
        ("fr", "Le Sénégal remercie: le maire de Ndiaganiao a reçu les clés.", ("Ndiaganiao", "SN")),
        ("es", "Bolivia y el municipio de Totoracancha firmaron.", ("Totoracancha", "BO")),
        ("en", "In Kvamme they met Norway's pupils. The buses left Kvamme on Monday.", ("Kvamme", "NO")),
    ],
)
def test_a_town_that_nobody_knows_is_told_by_what_it_is_called(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    assert expected in named(text, language)


def test_a_small_town_that_is_named_again_and_again_is_one() -> None:
    text = "Quimperlé a fêté ses amis. Du 18 au 21 mai, Quimperlé a célébré les trente ans du jumelage."
    assert named(text, "fr") == [("Quimperlé", "FR"), ("Quimperlé", "FR")]


def test_a_known_town_that_may_stand_for_its_country_is_a_place() -> None:
    assert ("Zanzibar", "TZ") in named("The minister concluded a visit to Zanzibar, Tanzania.")
    assert named("The minister visited Mexico and Guatemala.") == []


def test_a_place_has_coordinates() -> None:
    value = find("in Yerevan")[0].value
    assert value["lat"] == pytest.approx(40.18, abs=0.1)
    assert value["lon"] == pytest.approx(44.51, abs=0.1)


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "zh", "xx"]))
def test_any_text_is_read_and_offsets_are_true(text: str, language: str) -> None:
    for mention in find(text, language):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("word", ["Paris ", "republic of ", "San ", "中", "U.S. ", "a", ". ", "Georgia Jordan ", "\n"])
def test_time_grows_no_faster_than_the_text(word: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find(word * times)
        return time.process_time() - start

    seconds(100)
    assert seconds(12_000) < 12 * max(seconds(3_000), 0.05)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nigerian police said gunmen raided Kirtawa village in Katsina.", ("Kirtawa", "NG")),
        ("Pakistan: a convoy was stopped in the Langrala village near Abbottabad.", ("Langrala", "PK")),
        ("Zambia handed over a school in Chisamboka District.", ("Chisamboka District", "ZM")),
        ("KHANKENDI, Azerbaijan, July 4. The summit of Kazakhstan ended in Khankendi.", ("Khankendi", "AZ")),
    ],
)
def test_unknown_villages_and_districts_are_told_by_the_word_behind_them(text: str, expected: tuple[str, str]) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The sound in the South Atlantic came from no submarine, the United States said.",
        "Jewish settlements are on the agenda in Russia.",
        "THIES, Senegal, Jan 18 (KUNA) -- The charity opened a centre.",
        "It ran near Martin's Creek in Arkansas.",
        "Mzuzu University (Mzuni) and Nord University of Norway have signed.",
    ],
)
def test_seas_peoples_agencies_and_creeks_are_no_towns(text: str) -> None:
    assert not {"Atlantic", "Jewish", "KUNA", "Martin"} & {name for name, _ in named(text)}


STATES = [
    ("ru", "Делегация из Грузии прибыла в штат Джорджия и в Нью-Мексико.", ["Джорджия", "Нью-Мексико"]),
    ("zh", "代表团访问了佐治亚州和新墨西哥州，然后回到格鲁吉亚。", ["佐治亚", "新墨西哥"]),
    ("fr", "Elle a vécu au Nouveau-Mexique et en Californie.", ["Nouveau-Mexique", "Californie"]),
    ("es", "Vivió en Nuevo México y en Carolina del Norte.", ["Nuevo México", "Carolina del Norte"]),
]


@pytest.mark.parametrize(("language", "text", "names"), STATES)
def test_the_states_of_america_are_known_in_other_languages(language: str, text: str, names: list[str]) -> None:
    assert [(name, country) for name, country in named(text, language)] == [(name, "US") for name in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Выставка открылась в Самаре.", "Самара"),
        ("Вечера прошли в Софии.", "София"),
        ("Приехали гости из Милана.", "Милан"),
        ("Приехали гости из Алматы.", "Алматы"),
        ("Вечера прошли в Осло.", "Осло"),
    ],
)
def test_a_town_in_a_case_is_called_by_its_name(text: str, name: str) -> None:
    assert [found for found, _ in named(f"{text} Это был хороший день для всех.", "ru")] == [name]
