"""Countries and groups named in a text, with the names that mean something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places import countries


def find(text: str, language: str = "en") -> list[Mention]:
    return countries.find(Document(Article(text=text, language=language)))


def named(text: str, language: str = "en") -> list[tuple[str, object]]:
    return [(m.text, m.value) for m in find(text, language) if m.kind == "country"]


def codes(text: str, language: str = "en") -> list[object]:
    return [m.value for m in find(text, language) if m.kind == "country"]


def regions(text: str, language: str = "en") -> list[object]:
    return [m.value for m in find(text, language) if m.kind == "region"]


# Names that hold that of another country, and what a country only gives its name to.
MISLEADING = [
    ("fr", "Il vit au Nouveau-Mexique, aux États-Unis.", ["US"]),
    ("fr", "L'Université américaine d'Arménie a reçu le prix.", ["AM"]),
    ("fr", "L'Université américaine de Beyrouth a reçu le prix.", []),
    ("fr", "La Guinée équatoriale et la Guinée-Bissau ont signé.", ["GQ", "GW"]),
    ("fr", "La Papouasie-Nouvelle-Guinée a signé.", ["PG"]),
    ("fr", "L'Irlande du Nord a joué.", ["GB"]),
    ("fr", "La République démocratique du Congo et le Congo ont signé.", ["CD", "CG"]),
    ("fr", "Le fleuve Congo et le lac Tchad sont grands.", []),
    ("fr", "Le fleuve Niger traverse le Mali.", ["ML"]),
    ("fr", "Nouvelle-Galles du Sud, en Australie", ["AU"]),
    ("fr", "le China Daily a écrit", []),
    ("es", "Vive en Nuevo México, Estados Unidos.", ["US"]),
    ("es", "La Universidad Americana de Armenia recibió el premio.", ["AM"]),
    ("es", "Guinea Ecuatorial y Guinea-Bisáu firmaron.", ["GQ", "GW"]),
    ("es", "El río Congo y el lago Chad.", []),
    ("es", "Irlanda del Norte jugó.", ["GB"]),
    ("es", "Corea del Sur y Corea del Norte firmaron.", ["KP", "KR"]),
    ("es", "Michael Jordan llegó a Jordania.", ["JO"]),
    ("de", "Er lebt in New Mexico in den USA.", ["US"]),
    ("de", "Die Amerikanische Universität in Armenien feiert.", ["AM"]),
    ("de", "Äquatorialguinea und Guinea-Bissau unterzeichneten.", ["GQ", "GW"]),
    ("de", "Der Fluss Niger und der Tschadsee.", []),
    ("de", "Nordirland spielte gegen Irland.", ["GB", "IE"]),
    ("de", "Die Demokratische Republik Kongo und die Republik Kongo.", ["CD", "CG"]),
    ("ru", "Он живёт в Нью-Мексико, США.", ["US"]),
    ("ru", "Американский университет Армении получил премию.", ["AM"]),
    ("ru", "Экваториальная Гвинея и Гвинея-Бисау подписали.", ["GQ", "GW"]),
    ("ru", "Папуа — Новая Гвинея подписала.", ["PG"]),
    ("ru", "Северная Ирландия играла с Ирландией.", ["GB", "IE"]),
    ("ru", "Республика Грузия и штат Джорджия.", ["GE"]),
    ("ru", "Американский университет в Бейруте", []),
    ("ru", "Майкл Джордан прилетел в Иорданию.", ["JO"]),
    ("ru", "Демократическая Республика Конго и Республика Конго", ["CD", "CG"]),
    ("it", "Vive nel Nuovo Messico, Stati Uniti.", ["US"]),
    ("it", "L'Università americana d'Armenia.", ["AM"]),
    ("it", "Guinea Equatoriale e Guinea-Bissau", ["GQ", "GW"]),
    ("it", "Irlanda del Nord", ["GB"]),
    ("pt", "Vive no Novo México, Estados Unidos.", ["US"]),
    ("pt", "A Guiné Equatorial e a Guiné-Bissau assinaram.", ["GQ", "GW"]),
    ("pt", "A Universidade Americana da Arménia", ["AM"]),
    ("tr", "New Mexico'da yaşıyor.", []),
    ("tr", "Ermenistan Amerikan Üniversitesi ödül aldı.", ["AM"]),
    ("tr", "Ekvator Ginesi ile Gine-Bissau imzaladı.", ["GQ", "GW"]),
    ("tr", "Kuzey İrlanda", ["GB"]),
    ("tr", "Hindi yedik.", []),
    ("tr", "Ürdün Kralı", ["JO"]),
    ("zh", "他住在美国新墨西哥州。", ["US"]),
    ("zh", "赤道几内亚和几内亚比绍签署协议。", ["GQ", "GW"]),
    ("zh", "巴布亚新几内亚", ["PG"]),
    ("zh", "北爱尔兰", ["GB"]),
    ("zh", "格鲁吉亚和佐治亚州", ["GE"]),
    ("uk", "Американський університет Вірменії отримав премію.", ["AM"]),
    ("uk", "Він живе в Нью-Мексико, США.", ["US"]),
    ("uk", "Екваторіальна Гвінея та Гвінея-Бісау", ["GQ", "GW"]),
    ("uk", "Північна Ірландія", ["GB"]),
    ("ar", "الجامعة الأمريكية في أرمينيا", ["AM"]),
    ("ar", "غينيا الاستوائية وغينيا بيساو", ["GQ", "GW"]),
    ("ar", "أيرلندا الشمالية", ["GB"]),
    ("ar", "الجامعة الأمريكية في بيروت", []),
    ("mk", "Американскиот универзитет на Ерменија", ["AM"]),
    ("mk", "Северна Ирска", ["GB"]),
    ("en", "The American University of Armenia, the American University in Cairo and Georgia Tech.", ["AM"]),
    ("en", "Equatorial Guinea, Guinea-Bissau and Papua New Guinea signed with Guinea.", ["GN", "GQ", "GW", "PG"]),
    ("en", "He lives in Georgia, USA.", ["US"]),
    ("en", "She is from the U.S. state of Georgia.", ["US"]),
    ("en", "Mr. Chad Jordan of Georgia, U.S., ate turkey and French fries.", ["US"]),
    ("en", "Armenia, Georgia, USA and Iran took part.", ["AM", "GE", "IR", "US"]),
    ("en", "The State of Qatar and the state of Luxembourg signed.", ["LU", "QA"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), MISLEADING)
def test_names_that_mislead_are_read_as_what_they_are(language: str, text: str, expected: list[str]) -> None:
    assert sorted(set(codes(text, language))) == expected


WATERS = [
    ("fr", "Les îles de l'océan Indien, le golfe du Mexique, la mer d'Irlande et la mer de la Chine."),
    ("es", "El golfo de México, el mar del Japón y el mar Argentino."),
    ("it", "Le isole dell'oceano Indiano, il mar Cinese e il golfo di Guinea."),
    ("pt", "O golfo do México e o mar da China."),
    ("de", "Die Inseln im Indischen Ozean, der Golf von Mexiko und die Irische See."),
    ("ru", "Острова в Индийском океане, Мексиканский залив и Японское море."),
    ("uk", "Острови в Індійському океані та Перська затока."),
    ("tr", "Hint Okyanusu adaları, Meksika Körfezi ve Japon Denizi'nde."),
    ("mk", "Во Јапонското Море."),
    ("pl", "Morze Japońskie i Zatoka Meksykańska."),
    ("nl", "De Golf van Mexico."),
    ("zh", "印度洋的岛屿，墨西哥湾，日本海。"),
    ("ar", "المحيط الهندي و خليج المكسيك و بحر اليابان"),
]


@pytest.mark.parametrize(("language", "text"), WATERS)
def test_waters_are_no_countries_in_any_language(language: str, text: str) -> None:
    assert named(text, language) == []


BESIDE_WATERS = [
    ("fr", "La mer est belle. En Chine, on joue au golf, comme en Irlande.", ["CN", "IE"]),
    ("de", "Er spielt Golf in Irland und ist am Meer in Indien.", ["IE", "IN"]),
    ("ru", "В Чёрном море Турция и Россия провели встречу.", ["TR", "RU"]),
    ("zh", "日本海军来访。中国海南省。", ["JP", "CN"]),
    ("ar", "سفير عمان زار الصين", ["OM", "CN"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), BESIDE_WATERS)
def test_countries_beside_a_water_stay(language: str, text: str, expected: list[str]) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agency plans to spend US$5.8 million, or 31 million US dollars."),
        ("en", "It cost forty million Swiss francs and two million Canadian dollars."),
        ("es", "El aporte es de dos millones de dólares estadounidenses."),
        ("fr", "Un don de 40 000 dollars canadiens."),
        ("ru", "На ремонт выделено 20 тысяч долларов США."),
    ],
)
def test_money_names_no_country(language: str, text: str) -> None:
    assert [m.value for m in find(text, language) if m.kind == "country"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia and Kazakhstan signed.", ["AM", "KZ"]),
        ("Kazakh artists met Armenian poets and two Frenchmen.", ["KZ", "AM", "FR"]),
        ("The U.S. and the UK, the USA and the UAE.", ["US", "GB", "US", "AE"]),
        ("the Republic of Korea and the DPRK", ["KR", "KP"]),
        ("People's Republic of China", ["CN"]),
        ("Guinea-Bissau, Equatorial Guinea, Guinea and Papua New Guinea", ["GW", "GQ", "GN", "PG"]),
        ("South Sudan and Sudan", ["SS", "SD"]),
        ("Burma, Swaziland and the Ivory Coast", ["MM", "SZ", "CI"]),
        ("Bosnia & Herzegovina", ["BA"]),
        ("Trinidad and Tobago", ["TT"]),
        ("Hong Kong and Macao", ["HK", "MO"]),
        ("let us go with them", []),
        ("a turkey in the oven, a jersey, fine china, and a japan box", []),
    ],
)
def test_names_adjectives_and_abbreviations(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pt", "entre o Governo da República Portuguesa e o Governo da República Helénica", ["PT", "GR"]),
        ("es", "entre el Gobierno de la República Portuguesa y el Gobierno de Angola", ["PT", "AO"]),
        ("fr", "entre la République hellénique et la République tunisienne", ["GR", "TN"]),
        ("de", "zwischen der Hellenischen Republik und der Portugiesischen Republik", ["GR", "PT"]),
        ("mk", "Министерот за култура на Македонија ја посети Ангола.", ["MK", "AO"]),
        ("ru", "Министр культуры Македонии посетил Анголу.", ["MK", "AO"]),
        ("sr", "Министар културе Македоније посетио је Анголу.", ["MK", "AO"]),
        ("bg", "Министърът на културата на Македония посети Ангола.", ["MK", "AO"]),
    ],
)
def test_names_that_treaties_and_older_pages_print(language: str, text: str, expected: list[str]) -> None:
    assert [m.value for m in find(text, language) if m.kind == "country"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sino-Russian ties", ["CN", "RU"]),
        ("Franco-German friendship", ["FR", "DE"]),
        ("an Indo-Pakistani dialogue", ["IN", "PK"]),
        ("Anglo-Irish, Italo-Turkish and Luso-Brazilian", ["GB", "IE", "IT", "TR", "PT", "BR"]),
        ("U.S.-China talks", ["US", "CN"]),
        ("Romano wrote a book", []),
        ("Franco came to power", []),
    ],
)
def test_compounds(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Michael Jordan visited Amman in Jordan.", ["JO"]),
        ("Chad Smith plays the drums. He was born in Chad.", ["TD"]),
        ("He sailed the Indian Ocean.", []),
        ("the Irish Sea, the South China Sea and the Sea of Japan", []),
        ("the Gulf of Mexico and the Gulf of Guinea", []),
        ("an artist from New Mexico", []),
        ("a tribe in New Guinea", []),
        ("a trip down the Niger River through Niger", ["NE"]),
        ("fish from Lake Chad", []),
        ("China Daily reported it.", []),
        ("The Jordan Times wrote about Jordan.", ["JO"]),
        ("French fries, a French horn, Turkish delight and Irish coffee", []),
        ("Turkey dinner with guinea pigs", []),
        ("roast Turkey", []),
        ("the American University of Armenia", ["AM"]),
        ("the American University in Cairo, Egypt", ["EG"]),
        ("the French University of Armenia hosted the French ambassador", ["AM", "FR"]),
        ("Russian University of Transport", ["RU"]),
        ("Northern Ireland and Ireland", ["GB", "IE"]),
        ("New Jersey, Jersey City and a cotton jersey", []),
        ("Native Americans and American Indians", ["US"]),
        ("The West Indian team", []),
    ],
)
def test_names_that_mean_something_else(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia hosted the forum in Tbilisi. Georgian wine was served.", ["GE", "GE"]),
        ("Armenia, Azerbaijan and Georgia", ["AM", "AZ", "GE"]),
        ("Georgia", ["GE"]),
        ("Voters in Georgia went to the polls. Atlanta and Savannah saw long lines; the governor spoke.", []),
        ("Congo said rebels near Goma were beaten by the Congolese army.", ["CD", "CD"]),
        ("Congo and its capital Brazzaville", ["CG"]),
        ("DR Congo", ["CD"]),
        ("The Korean singers flew home to Seoul.", ["KR"]),
        (
            "Pyongyang: the Korean leader Kim Jong Un met North Korean officers of the North Korean army, the DPRK.",
            ["KP", "KP", "KP", "KP"],
        ),
        ("A Dominican singer from Santo Domingo", ["DO"]),
        ("Roseau is the capital; the Dominican flag has a parrot. Dominica is small.", ["DM", "DM"]),
    ],
)
def test_names_of_several_countries(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul said on Monday that it would send experts.", ["KR"]),
        ("Talks between Moscow and Ankara resumed.", ["RU", "TR"]),
        ("Relations with Tehran soured.", ["IR"]),
        ("Tehran's nuclear programme", ["IR"]),
        ("The Kremlin declined to comment.", ["RU"]),
        ("The concert in Seoul drew thousands.", []),
        ("People in Paris said they were happy.", []),
        ("the mayor of Moscow said", []),
        ("A train from Moscow to Ankara", []),
    ],
)
def test_capitals_that_stand_for_governments(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_capital_for_a_government_says_so_and_is_less_sure() -> None:
    mention = next(m for m in find("Seoul said no.") if m.kind == "country")
    assert mention.rule == "countries.capital"
    assert mention.confidence < 0.6


def test_the_name_of_a_language_is_less_sure_than_a_country() -> None:
    mentions = find("Russian language courses for Russian teachers; in Spanish.")
    assert {m.rule for m in mentions} == {"countries.language"}
    assert all(m.confidence < 0.5 for m in mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Department of Serbian and Croatian Language"),
        ("en", "Czech, Slovak and Polish languages"),
        ("de", "das Institut für serbische und kroatische Sprache"),
        ("ru", "кафедра сербского и хорватского языков"),
        ("fr", "le département de langues serbe et croate"),
        ("es", "el departamento de lenguas serbia y croata"),
    ],
)
def test_adjectives_in_a_row_beside_the_word_for_a_language_are_languages(language: str, text: str) -> None:
    assert {m.rule for m in find(text, language)} == {"countries.language"}


def test_a_word_is_no_acronym_of_a_group_without_its_accents() -> None:
    assert regions("Söz alan konuk teşekkür etti.", "tr") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Central Asia and the South Caucasus", ["Central Asia", "South Caucasus"]),
        ("Southeast Asian leaders at the ASEAN summit", ["Southeast Asia", "ASEAN"]),
        ("BRICS, SADC, the EU and the African Union", ["BRICS", "SADC", "European Union", "African Union"]),
        ("the Shanghai Cooperation Organization (SCO)", ["Shanghai Cooperation Organisation"] * 2),
        ("Latin American writers", ["Latin America"]),
        ("the Central African Republic", []),
        ("CIS countries", ["Commonwealth of Independent States"]),
    ],
)
def test_groups(text: str, expected: list[str]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Дни культуры Армении в Казахстане", [("Армении", "AM"), ("Казахстане", "KZ")]),
        ("ru", "российско-китайские отношения", [("российско", "RU"), ("китайские", "CN")]),
        ("ru", "посол США в Киргизии", [("США", "US"), ("Киргизии", "KG")]),
        ("ru", "казахстанского и армянскими", [("казахстанского", "KZ"), ("армянскими", "AM")]),
        (
            "uk",
            "посольство України у Франції, польський театр",
            [("України", "UA"), ("Франції", "FR"), ("польський", "PL")],
        ),
        (
            "fr",
            "le ministre arménien, les artistes françaises en Arménie",
            [("arménien", "AM"), ("françaises", "FR"), ("Arménie", "AM")],
        ),
        ("fr", "l'ambassadeur de Côte d'Ivoire aux États-Unis", [("Côte d'Ivoire", "CI"), ("États-Unis", "US")]),
        ("es", "la embajadora mexicana y los artistas cubanos", [("mexicana", "MX"), ("cubanos", "CU")]),
        (
            "de",
            "deutsch-französische Tage in Kasachstan",
            [("deutsch", "DE"), ("französische", "FR"), ("Kasachstan", "KZ")],
        ),
        ("tr", "Ermenistan'ın Kazakistan'daki büyükelçisi", [("Ermenistan", "AM"), ("Kazakistan", "KZ")]),
        ("zh", "哈萨克斯坦总统访问法国", [("哈萨克斯坦", "KZ"), ("法国", "FR")]),
        ("zh", "中俄教育合作", [("中", "CN"), ("俄", "RU")]),
        ("zh", "其中法国代表团最大", [("法国", "FR")]),
        ("mk", "македонската амбасада во Турција", [("македонската", "MK"), ("Турција", "TR")]),
        ("pl", "polskiego teatru w Armenii", [("polskiego", "PL"), ("Armenii", "AM")]),
        ("ka", "საქართველოს ელჩი", [("საქართველოს", "GE")]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, language) == expected


def test_names_of_another_language_are_left_alone() -> None:
    assert codes("Anh and Nga went to see Mali.") == ["ML"]


def test_furniture_is_not_read() -> None:
    text = "Menu Cyprus\nArmenia signed."
    document = Document(Article(text=text, language="en", furniture=((0, 11),)))
    assert [m.value for m in countries.find(document)] == ["AM"]


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "zh", "tr", "xx"]))
def test_any_text_is_read_and_offsets_are_true(text: str, language: str) -> None:
    for mention in find(text, language):
        assert text[mention.start : mention.end] == mention.text
