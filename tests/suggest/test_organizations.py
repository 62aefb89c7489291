"""Bodies: which names are found, how far they reach, what is none, acronyms, coordinations, countries."""

from __future__ import annotations

import pytest

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention, finders


def bodies(text: str, language: str = "en") -> list[Mention]:
    """Return the mentions of bodies in *text* that are sure enough to be used."""
    document = Document(Article.of(text, language=language))
    for find in finders():
        document.mentions.extend(find(document))
    return [m for m in document.of_kind("organization") if m.confidence >= 0.5]


def names(text: str, language: str = "en") -> list[str]:
    """Return the names of the bodies found, each once, in order."""
    return list(dict.fromkeys(m.value["name"] for m in bodies(text, language)))


# text, the names that it holds
NAMED = [
    # modifiers before the head
    ("Students of Vilnius State University came.", ["Vilnius State University"]),
    ("It was led by Suzhou Municipal Foreign Affairs Office.", ["Suzhou Municipal Foreign Affairs Office"]),
    ("The Oslo Philharmonic Orchestra will play.", ["Oslo Philharmonic Orchestra"]),
    ("The Slovak Embassy gave 80 books.", ["Slovak Embassy"]),
    ("Peru's National Institute of Culture agreed.", ["National Institute of Culture"]),
    ("The Lao People's Revolutionary Youth Union joined.", ["Lao People's Revolutionary Youth Union"]),
    ("The China-Laos (Yunnan) Education Alliance was founded.", ["China-Laos (Yunnan) Education Alliance"]),
    ("The St. Petersburg State Academy of Arts sent works.", ["St. Petersburg State Academy of Arts"]),
    ("Ningbo No. 4 Middle School is a partner.", ["Ningbo No. 4 Middle School"]),
    ("The Dayton-Sagae Sister City Committee met.", ["Dayton-Sagae Sister City Committee"]),
    # tails
    ("The Ministry of Culture of the Republic of Moldova signed.", ["Ministry of Culture of the Republic of Moldova"]),
    ("The Ministry of Culture, Government of Nepal was the organiser.", ["Ministry of Culture, Government of Nepal"]),
    ("The Ministry of Information and Culture helped.", ["Ministry of Information and Culture"]),
    (
        "The National Council for Heritage, Arts and Letters helped.",
        ["National Council for Heritage, Arts and Letters"],
    ),
    (
        "The Ministry of Education, Science and Sport of Slovenia pays.",
        ["Ministry of Education, Science and Sport of Slovenia"],
    ),
    (
        "The Foreign Affairs Office of the Hunan provincial government asked.",
        ["Foreign Affairs Office of the Hunan provincial government"],
    ),
    (
        "The Asian Affairs Division of Suzhou Municipal Foreign Affairs Office came.",
        ["Asian Affairs Division of Suzhou Municipal Foreign Affairs Office"],
    ),
    ("The University of the Republic of Nauru opened.", ["University of the Republic of Nauru"]),
    (
        "The Children's Library of the State Cultural Centre of Tajikistan is new.",
        ["Children's Library of the State Cultural Centre of Tajikistan"],
    ),
    (
        "The Exchange and Cooperation Division of Hefei Education Bureau took part.",
        ["Exchange and Cooperation Division of Hefei Education Bureau"],
    ),
    ("The Embassy of Bhutan, Dhaka was the host.", ["Embassy of Bhutan, Dhaka"]),
    ("The Delegation of the European Union in Amman is behind it.", ["Delegation of the European Union in Amman"]),
    ("The Croatian Embassy in Viet Nam gave books.", ["Croatian Embassy in Viet Nam"]),
    ("The Confucius Institute in Malta was opened.", ["Confucius Institute"]),
    ("The School of Slavonic and East European Studies hosted.", ["School of Slavonic and East European Studies"]),
    # one body ends where the next begins
    ("Nankai University and Kyiv State University met.", ["Nankai University", "Kyiv State University"]),
    (
        "The University of Tartu and Aalto University Foundation signed.",
        ["University of Tartu", "Aalto University Foundation"],
    ),
    (
        "The Turkish Ministry of Foreign Affairs and the Presidential Office run it.",
        ["Turkish Ministry of Foreign Affairs", "Presidential Office"],
    ),
    (
        "The Youth Diplomacy Program of the Ministry of Culture pays.",
        ["Youth Diplomacy Program", "Ministry of Culture"],
    ),
    ("President of Nankai University Chen Bo came.", ["Nankai University"]),
    ("Ministry of Culture Spokesperson Anna Berg said so.", ["Ministry of Culture"]),
    # coordinations
    (
        "The Ministries of Culture of Chile and Peru signed.",
        ["Ministry of Culture of Chile", "Ministry of Culture of Peru"],
    ),
    (
        "Numbers come from the Embassies of Kenya, The Bahamas and Oman.",
        ["Embassy of Kenya", "Embassy of The Bahamas", "Embassy of Oman"],
    ),
    (
        "The Chilean and Peruvian Ministries of Culture signed.",
        ["Chilean Ministry of Culture", "Peruvian Ministry of Culture"],
    ),
    ("Fudan and Waseda Universities agreed.", ["Fudan University", "Waseda University"]),
    ("The embassies of France and Italy hosted it.", ["Embassy of France", "Embassy of Italy"]),
    # small words and names inside
    ("He teaches at the University of Dar es Salaam.", ["University of Dar es Salaam"]),
    ("It hangs in the Vincent van Gogh Museum.", ["Vincent van Gogh Museum"]),
    ("It came from the Rio de Janeiro Museum.", ["Rio de Janeiro Museum"]),
    ("The Miguel de Cervantes Library lent it.", ["Miguel de Cervantes Library"]),
    ("The President of the University of Lyon Claire Duval came.", ["University of Lyon"]),
    ("Students of the University of Washington Tacoma came.", ["University of Washington Tacoma"]),
    # told by who leads them, wherever else they stand
    ("Norsk Vevring director Lise Holm spoke. She left Norsk Vevring.", ["Norsk Vevring"]),
    ("They met Cycling Wallonie director Luc Petit.", ["Cycling Wallonie"]),
    ("It is staged with Nodi Jhorna, says Nodi Jhorna chief Rafiq Ali.", ["Nodi Jhorna"]),
    ("It was shown at Alliance Ethio-Française near Piassa.", ["Alliance Ethio-Française"]),
    ("The publisher is Tumaini Books of this city.", ["Tumaini Books"]),
    ("She was invited by the Nida Art Colony.", ["Nida Art Colony"]),
    ("Everybody listens to the Klapa Sfinga.", ["Klapa Sfinga"]),
    # told by the initials behind
    ("The Seismic Survey of Iceland (SSI) came. SSI will stay.", ["Seismic Survey of Iceland"]),
    ("It was Rádio e Difusão de Timor-Leste (RDTL) that sent it.", ["Rádio e Difusão de Timor-Leste"]),
    # acronyms
    ("The Nordic Council for Cultural Ties (NCCT) met. NCCT will pay.", ["Nordic Council for Cultural Ties"]),
    ("The Lisbon Symphony Orchestra came. The LSO will play.", ["Lisbon Symphony Orchestra"]),
    ("The National Library of Laos (NLL) thanked them; the NLL is glad.", ["National Library of Laos"]),
    # short forms
    ("The Gogol State Language Institute hosted. The Gogol Institute is glad.", ["Gogol State Language Institute"]),
    # companies and ensembles
    ("MK & Company staged it.", ["MK & Company"]),
    ("Rafiq Ali and Group sang.", ["Rafiq Ali and Group"]),
    (
        "They are (i) the Sabri Brothers and (ii) The Leela Rao Collective.",
        ["Sabri Brothers", "The Leela Rao Collective"],
    ),
    ("ANO Pro.Dialog and its partners came.", ["ANO Pro.Dialog"]),
    ("Blue Harbour Technologies Ltd. paid.", ["Blue Harbour Technologies Ltd"]),
    ("Silk Films and Lotus Cinemas helped.", ["Lotus Cinemas"]),
    ('The "New Voices" project shared its work.', ['"New Voices" project']),
    ('The folk ensemble "Rozmarija" danced.', ["Rozmarija"]),
    # known names
    ("UNESCO and the OSCE welcomed it.", ["UNESCO", "OSCE"]),
    ("The Goethe-Institut Hanoi and the British Council paid.", ["Goethe-Institut Hanoi", "British Council"]),
    (
        "The Instituto Cervantes and the Alliance Française de Lagos paid.",
        ["Instituto Cervantes", "Alliance Française de Lagos"],
    ),
    ("The Council of Europe's office in Tirana opened.", ["Council of Europe"]),
    # lower-case heads
    ("The Russian embassy in Lima confirmed it.", ["Russian embassy"]),
    ("The Yunnan education department helped.", ["Yunnan education department"]),
    ("A bare name is allowed. The Embassy supports this.", ["Embassy"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[t[:50] for t, _ in NAMED])
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


FOREIGN = [
    (
        "ru",
        "Министерство культуры Армении и посольство Индии в Ереване помогли.",
        ["Министерство культуры Армении", "посольство Индии в Ереване"],
    ),
    ("ru", "Встреча прошла в Ереванском государственном университете.", ["Ереванский государственный университет"]),
    (
        "ru",
        "Выступили ансамбль «Зоря» и Национальный оркестр Сербии.",
        ["Зоря", "Национальный оркестр Сербии"],
    ),
    ("ru", "В Минкультуры и Росфилармонии сообщили.", ["Минкультуры", "Росфилармония"]),
    (
        "ru",
        "Ректор Казахского национального университета имени Абая приехал.",
        ["Казахский национальный университет имени Абая"],
    ),
    ("uk", "Міністерство культури України допомогло.", ["Міністерство культури України"]),
    ("mk", "Министерството за култура на Албанија помогна.", ["Министерство за култура на Албанија"]),
    (
        "es",
        "La Universidad de Buenos Aires y el Instituto Cervantes firmaron.",
        ["Universidad de Buenos Aires", "Instituto Cervantes"],
    ),
    ("es", "El Ministerio de Cultura y las Artes lo apoya.", ["Ministerio de Cultura y las Artes"]),
    ("es", "La Real Academia Gallega acogió el acto.", ["Real Academia Gallega"]),
    ("es", "El Centro de Estudios Chilenos abrió.", ["Centro de Estudios Chilenos"]),
    (
        "fr",
        "L'Institut français de Tunis et l'ambassade d'Allemagne l'ont soutenu.",
        ["Institut français de Tunis", "ambassade d'Allemagne"],
    ),
    (
        "fr",
        "Le ministère de la Culture et de la Communication a payé.",
        ["ministère de la Culture et de la Communication"],
    ),
    ("fr", "L'Orchestre philharmonique de Nice a joué.", ["Orchestre philharmonique de Nice"]),
    (
        "de",
        "Die Universität Graz und das Goethe-Institut Riga laden ein.",
        ["Universität Graz", "Goethe-Institut Riga"],
    ),
    (
        "de",
        "In der Erich - Kästner - Schule und im Heimatmuseum wurde gefeiert.",
        ["Erich - Kästner - Schule", "Heimatmuseum"],
    ),
    ("de", "Das Ministerium für Kultur und Tourismus zahlt.", ["Ministerium für Kultur und Tourismus"]),
    ("tr", "Ege Üniversitesi'nin rektörü geldi.", ["Ege Üniversitesi"]),
    ("tr", "Kültür ve Turizm Bakanlığı destek verdi.", ["Kültür ve Turizm Bakanlığı"]),
    ("tr", "Azerbaycan Devlet Üniversitesini ziyaret etti.", ["Azerbaycan Devlet Üniversitesi"]),
    ("zh", "南开大学和莫斯科大学签署协议,中国驻秘鲁大使馆祝贺。", ["南开大学", "莫斯科大学", "中国驻秘鲁大使馆"]),
    (
        "pt",
        "A Universidade de Coimbra e o Instituto Camões assinaram.",
        ["Universidade de Coimbra", "Instituto Camões"],
    ),
    (
        "it",
        "L'Istituto Italiano di Cultura e il Museo del Cinema aprono.",
        ["Istituto Italiano di Cultura", "Museo del Cinema"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOREIGN, ids=[f"{la}: {t[:40]}" for la, t, _ in FOREIGN])
def test_names_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


# What is no body, or none that is named.
NOTHING = [
    "The two universities and a museum will cooperate.",
    "The Ministry will help, and so will the University.",
    "Armenian universities and well-known museums take part.",
    "The Russian Federation and the Kingdom of Spain signed.",
    "The embassies of two countries gave films.",
    "More than 30 embassies are in.",
    "The University Games and the Museum Night were fun.",
    "The City Library Award went to Oslo.",
    "The Executive Programme of Cooperation was signed.",
    "They agreed on a Programme of Cultural Exchanges.",
    "They plan the building of a Confucius Institute.",
    "The Human Rights Forum and the Youth Festival were held.",
    "It happened in Central Park and at Sunset Palace.",
    "A group of artists and a band of musicians came.",
    "An office was opened in the house.",
    "WHO: Look for tables from Oman.",
    "The play of the Red Gum was seen by Bundesliga chief Ana Holm.",
    "Secretary Culture Punjab came, and children asked for School Books.",
    "They signed a Host Country Agreement (HCA) and a Joint Action Plan (JAP).",
    "It lies in Papua New Guinea (PNG), not in the Central African Republic (CAR).",
]


@pytest.mark.parametrize("text", NOTHING, ids=[t[:45] for t in NOTHING])
def test_no_bodies(text: str) -> None:
    assert names(text) == []


UNIONS = [
    ("The European Union and the African Union are regions.", ["European Union", "African Union"]),
    ("The Embassies of EU countries gave films.", ["EU"]),
    ("The Gulf Cooperation Council (GCC) met, and the GCC agreed.", ["Gulf Cooperation Council"]),
    ("Central Asia and the Caucasus are near the Schengen Area.", []),
    ("The EU Office in Kosovo helped.", ["EU Office in Kosovo"]),
]


@pytest.mark.parametrize(("text", "expected"), UNIONS)
def test_unions_of_states_are_bodies_by_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


# text, the names that it holds
INTERNATIONAL = [
    ("UNESCO's office and the UNDP came; UN Women and the World Food Programme did, too.",
     ["UNESCO", "UNDP", "UN Women", "World Food Programme"]),
    ("WHO SAYS NO TO IT", []),
    ("The United Nations and the United Nations Human Rights Council met.",
     ["United Nations", "United Nations Human Rights Council"]),
    ("Dr. Petronas Shell spoke.", []),
    ("Reuters and Xinhua reported.", ["Reuters", "Xinhua"]),
    ("It was told by Médecins Sans Frontières.", ["Médecins Sans Frontières"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INTERNATIONAL)
def test_international_bodies_are_known(text: str, expected: list[str]) -> None:
    assert names(text) == expected


COUNTRIES = [
    ("The Department of Serbian and Croatian Language of the University of Vienna sent students.", "AT"),
    ("The Slovak Embassy gave books.", "SK"),
    ("The Ministry of Culture of Chile signed.", "CL"),
    ("Nairobi University signed.", "KE"),
    ("The Croatian Embassy in Viet Nam gave books.", "HR"),
    ("The Embassy of Bhutan, Dhaka was the host.", "BT"),
    ("The Delegation of the European Union in Amman is behind it.", None),
    ("The Institute of Fine Arts signed.", None),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_the_country_comes_from_the_name(text: str, country: str | None) -> None:
    assert [m.value["country"] for m in bodies(text)] == [country]


def test_an_agency_that_reports_is_doubtful() -> None:
    document = Document(Article.of("The Baltic News Agency reported it.", language="en"))
    for find in finders():
        document.mentions.extend(find(document))
    assert [m.confidence < 0.5 for m in document.of_kind("organization")] == [True]


def test_a_coordination_quotes_each_part() -> None:
    assert [m.text for m in bodies("The Ministries of Culture of Chile and Peru signed.")] == [
        "Ministries of Culture of Chile",
        "Peru",
    ]


def test_a_school_keeps_the_name_it_honours() -> None:
    text = "Konya University Ali Rıza Efe and Baku College agreed. The Konya University Ali Rıza Efe is glad."
    assert names(text) == ["Konya University Ali Rıza Efe", "Baku College"]


def test_an_acronym_says_what_it_stands_for() -> None:
    first, _, later = bodies("The National Library of Laos (NLL) is glad; NLL thanked them.")
    assert (first.extra or {})["acronym"] == (later.extra or {})["acronym"] == "NLL"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members of the Slovak Writers' Association met in Nitra.", ["Slovak Writers' Association"]),
        ("Nurses of Saint Brendan's Hospital took part.", ["Saint Brendan's Hospital"]),
        ("The concert was organised by the Municipality of Gyumri.", ["Municipality of Gyumri"]),
        ("The lecture was held at Gyumri City Hall.", ["Gyumri City Hall"]),
        ("VILNIUS – The Gyumri Chamber Choir sang on Sunday.", ["Gyumri Chamber Choir"]),
        ("The Prince Claus Fund helped.", ["Prince Claus Fund"]),
        ("He left the Institute of History and Ethnology of Fiji.", ["Institute of History and Ethnology of Fiji"]),
        ("The Association Deux Rives runs the festival.", ["Association Deux Rives"]),
        ("The Lions Club Vaasa gave money.", ["Lions Club Vaasa"]),
        ("The choir Ekwaluko sang.", ["Ekwaluko"]),
        ("It appears at the publishing house Vatnsberg.", ["Vatnsberg"]),
        ("Dancers of the Sukhishvili ensemble came.", ["Sukhishvili ensemble"]),
        ("The travel is paid by Norec, the Norwegian agency for exchanges.", ["Norec"]),
        ("The goods were moved by Maritime Freight & Storage.", ["Maritime Freight & Storage"]),
        ("The choir director Anna Berg sang.", []),
        ("In the museum Anna Berg sang.", []),
    ],
)
def test_names_of_more_shapes(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le comité de jumelage de Quimper a reçu les élèves.", "comité de jumelage de Quimper"),
        (
            "es",
            "La Universidad Nacional Mayor de San Marcos abrió el curso.",
            "Universidad Nacional Mayor de San Marcos",
        ),
        ("pt", "A Câmara Municipal de Óbidos apoia a Associação dos Escultores.", "Associação dos Escultores"),
        ("it", "La Soprintendenza del Mare lavora con il Comune di Trapani.", "Soprintendenza del Mare"),
        ("de", "Das Literaturhaus Solothurn lädt ein.", "Literaturhaus Solothurn"),
        ("tr", "Lüleburgaz Belediyesi ile Yambol Belediyesi protokol imzaladı.", "Lüleburgaz Belediyesi"),
        ("ru", "Конкурс прошёл в гимназии № 4 вчера.", "гимназия № 4"),
        ("ru", "Помог Фонд «Русский мир» из Москвы.", "Фонд «Русский мир»"),
        ("uk", "Чернівецька міська рада підтримала проєкт.", "Чернівецька міська рада"),
        ("mk", "Филолошкиот факултет „Блаже Конески“ потпиша.", "Филолошки факултет „Блаже Конески“"),
        ("zh", "陕西省文物局和日本奈良文化财研究所开展合作。", "陕西省文物局"),
    ],
)
def test_names_of_more_languages(language: str, text: str, name: str) -> None:
    assert name in names(text, language)


def test_time_grows_with_the_length_of_a_chinese_text_only() -> None:
    import time

    from culturex.suggest import prepare, suggest

    def seconds(times: int) -> float:
        start = time.process_time()
        suggest(prepare("中国文化部与法国签署协议，" * times))
        return time.process_time() - start

    seconds(100)
    assert seconds(6_000) < 9 * max(seconds(1_500), 0.05)


TOGETHER = [
    (
        "Los Museos Nacionales de la República Islámica de Irán y de la República de Chile firmaron un acuerdo.",
        "es",
        ["Museo Nacional de Irán", "Museo Nacional de Chile"],
    ),
    (
        "Las Embajadas de la República de Chile y de la República de Corea organizaron la muestra.",
        "es",
        ["Embajada de la República de Chile", "Embajada de la República de Corea"],
    ),
    (
        "Ziyaret edilen temsilcilikler Peru, Şili ve Kosta Rika büyükelçilikleri oldu.",
        "tr",
        ["Peru Büyükelçiliği", "Şili Büyükelçiliği", "Kosta Rika Büyükelçiliği"],
    ),
    (
        "They saw the Coral Centre of the Malta Science and Technology Agency (MSTA).",
        "en",
        ["Coral Centre", "Malta Science and Technology Agency"],
    ),
    (
        "He sang at the Orenburg State Theatre of Opera and Ballet.",
        "en",
        ["Orenburg State Theatre of Opera and Ballet"],
    ),
    ("5,000 USD From U.S. Embassy for Second Phase of Repair at Alder Abbey", "en", ["U.S. Embassy"]),
    ("The pieces of the Metropolitan Museum of Art go home.", "en", ["Metropolitan Museum of Art"]),
    ("Two boats were given to the Mariental municipality by a club.", "en", ["Mariental municipality"]),
    ("It happened in the Mariental municipality.", "en", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), TOGETHER)
def test_bodies_told_together_and_in_small_letters(text: str, language: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She came from the University of St. Andrews in May.", "University of St. Andrews"),
        ("The Choir of St. Martin sang twice.", "Choir of St. Martin"),
        ("Mt. Kenya University opened a library.", "Mt. Kenya University"),
        ("The Ft. Worth Symphony Orchestra toured.", "Ft. Worth Symphony Orchestra"),
        ("The University of Sault Ste. Marie was closed.", "University of Sault Ste. Marie"),
    ],
)
def test_the_stop_of_a_shortened_word_ends_no_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Ministry of Health Receives Vital Medical Supplies", "Ministry of Health"),
        ("University of Bern Marks Ten Years of Friendship With Peru", "University of Bern"),
        ("Ministry of Culture Hands Over Books to Library in Peru", "Ministry of Culture"),
        ("Lovisa Inaugurates Confucius Institute on Campus", "Confucius Institute"),
    ],
)
def test_a_headline_in_title_case_goes_on_behind_a_name(headline: str, told: str) -> None:
    assert told in names(f"{headline}\n\nIt was a day for all who had come.")


def test_bodies_for_several_things_are_one() -> None:
    text = "The Centers for Disease Control and Prevention came with the Ministries of Culture of Peru and Chile."
    assert names(text) == [
        "Centers for Disease Control and Prevention", "Ministry of Culture of Peru", "Ministry of Culture of Chile",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The America for Bulgaria Foundation gave it.", ["America for Bulgaria Foundation"]),
        ("It came from the Minister for Culture Foundation.", ["Culture Foundation"]),
        ("Guests of TU Delft and KU Leuven were at UC Berkeley.", ["TU Delft", "KU Leuven", "UC Berkeley"]),
        ("Pupils of Beijing 101 Middle School sang.", ["Beijing 101 Middle School"]),
        ("In 2016 Lima High School opened.", ["Lima High School"]),
        (
            "It is part of Britain's £119m International Science Partnerships Fund.",
            ["International Science Partnerships Fund"],
        ),
    ],
)
def test_what_belongs_to_a_name_before_its_head(text: str, told: list[str]) -> None:
    assert names(text) == told
