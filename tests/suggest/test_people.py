"""People: which names are found, with which title, body and country; what is none; how later mentions are joined."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention, finders
from culturex.suggest.mentions.words.cases import given_forms, surname


def read(text: str, language: str = "en") -> Document:
    """Return the document of *text* with all its mentions."""
    document = Document(Article.of(text, language=language))
    for find in finders():
        document.mentions.extend(find(document))
    return document


def people(text: str, language: str = "en") -> list[Mention]:
    """Return the mentions of people that are sure enough to be used."""
    return [
        m
        for m in read(text, language).of_kind("person")
        if m.confidence >= 0.5 and not (m.extra or {}).get("byline") and not (m.extra or {}).get("topic")
    ]


def names(text: str, language: str = "en") -> list[str]:
    """Return the names of the people found, each once, in order."""
    return list(dict.fromkeys(m.value["name"] for m in people(text, language)))


def the(name: str, text: str, language: str = "en") -> dict[str, Any]:
    """Return the value of the person called *name*."""
    found = {m.value["name"]: m.value for m in people(text, language)}
    assert name in found, f"{name} not in {list(found)}"
    return found[name]


# text, the names that it holds (in order)
NAMED = [
    # titles before the name
    ("Deputy Director Lin Qing welcomed the guests.", ["Lin Qing"]),
    ("Japanese Ambassador to Ghana Mochizuki Hisanobu cut the ribbon.", ["Mochizuki Hisanobu"]),
    ("Consul General Petra Novak hosted the evening.", ["Petra Novak"]),
    ("Foreign Minister Tuvshin Bold and Minister of Education Lena Brandt signed it.", ["Tuvshin Bold", "Lena Brandt"]),
    ("The meeting was opened by President Salome Kvirikashvili.", ["Salome Kvirikashvili"]),
    ("Minister of Culture of the Republic of Cyprus V.Kassianidou met the guests.", ["V.Kassianidou"]),
    ("Minister of Foreign Affairs of Iceland Thordis Gunnarsdottir paid a visit.", ["Thordis Gunnarsdottir"]),
    ("Special Envoy of the President of Ghana Kwesi Boateng arrived.", ["Kwesi Boateng"]),
    ("Mayor Tomasz Zielinski and Vice Mayor Ewa Lis received the choir.", ["Tomasz Zielinski", "Ewa Lis"]),
    ("Welsh conductor Rhys Llewellyn led the orchestra.", ["Rhys Llewellyn"]),
    ("On the stage was the pianist Aruzhan Seitkali.", ["Aruzhan Seitkali"]),
    ("Saudi Culture Minister Prince Nawaf bin Turki attended.", ["Nawaf bin Turki"]),
    ("External Affairs Minister S Raghavan is in Doha.", ["S Raghavan"]),
    ("His Excellency Ambassador Jorge Lima Barreto thanked the hosts.", ["Jorge Lima Barreto"]),
    ("The country's culture minister, Adaeze Okoro, promised support.", ["Adaeze Okoro"]),
    ("His Chilean colleague, Camila Rojas Soto, agreed.", ["Camila Rojas Soto"]),
    ("It was proposed by the governor of that region, Paulo Tembe.", ["Paulo Tembe"]),
    # forms of address
    ("The books were handed over by Ms. Sibel Aydin.", ["Sibel Aydin"]),
    ("Prof. Dr. Arben Hoxha and Assoc. Prof. Dr. Mira Kola came.", ["Arben Hoxha", "Mira Kola"]),
    ("H.E. Omar Al-Busaidi spoke first.", ["Omar Al-Busaidi"]),
    ("HE Mrs Graça Sambo invited her counterpart.", ["Graça Sambo"]),
    ("Shri R.K. Menon and Smt. Latha Pillai lit the lamp.", ["R.K. Menon", "Latha Pillai"]),
    ("Dr Noor Aisyah and Mr Wong Kah Wai gave talks.", ["Noor Aisyah", "Wong Kah Wai"]),
    # appositions after the name
    ("Marta Kovács, Rector of the Danube Institute, opened the session.", ["Marta Kovács"]),
    ("Zhao Lihua, deputy head of the Foreign Affairs Office of Hunan, said so.", ["Zhao Lihua"]),
    (
        "It was attended by Ilze Ozola, Director of the City Library, Chen Bo, Principal of No. 3 Middle School, "
        "and Dmitry Belov, Head of the Culture Department.",
        ["Ilze Ozola", "Chen Bo", "Dmitry Belov"],
    ),
    ("Sofia Lindqvist – Acting Director of the archive – thanked the donors.", ["Sofia Lindqvist"]),
    ("Among the guests was Hamad Al Thani, a former culture minister.", ["Hamad Al Thani"]),
    ("Kenta Mori, who teaches at a conservatory, came along.", ["Kenta Mori"]),
    ("Figures like Yuri Anisimov (Director of Programmes, Danube Institute) took part.", ["Yuri Anisimov"]),
    ("Bulat Nurgaliev, from the national museum, spoke on carpets.", ["Bulat Nurgaliev"]),
    # verbs of speech
    ("“We are glad,” said Ingrid Solheim.", ["Ingrid Solheim"]),
    ("Farrukh Rahimov stressed that more is to come.", ["Farrukh Rahimov"]),
    ("Nguyen Thi Lan emphasized friendship.", ["Nguyen Thi Lan"]),
    ("According to Antonio Ferrari, the tour will go on.", ["Antonio Ferrari"]),
    # lists
    ("Crs Helen Marsh, Peter Ngata and Sione Tuala will travel.", ["Helen Marsh", "Peter Ngata", "Sione Tuala"]),
    ("The actors Li Na, Omar Sharif Jr and Ana Brito were cheered.", ["Li Na", "Omar Sharif Jr", "Ana Brito"]),
    ("Dancers Yerlan Abenov and Dana Sultan performed.", ["Yerlan Abenov", "Dana Sultan"]),
    ("So did Bill Hurst and Mary Tane of the Friendship Committee.", ["Bill Hurst", "Mary Tane"]),
    # particles, hyphens, marks
    ("Director Mijke van den Berg and curator Ana de la Cruz spoke.", ["Mijke van den Berg", "Ana de la Cruz"]),
    ("Poet Seán Ó Riordáin-Walsh and singer Zoë D'Angelo performed.", ["Seán Ó Riordáin-Walsh", "Zoë D'Angelo"]),
    (
        "Minister Abdulla bin Rashid Al Mannai and Khalid ibn Walid Saleh met.",
        ["Abdulla bin Rashid Al Mannai", "Khalid ibn Walid Saleh"],
    ),
    ("Violinist Tran Quoc Bao was joined by Park Ji-hoon.", ["Tran Quoc Bao", "Park Ji-hoon"]),
    ("Composer Gholam-Hossein Tabrizi played first.", ["Gholam-Hossein Tabrizi"]),
    # family name first
    ("Horváth Eszter, Principal of the school, gave a speech.", ["Horváth Eszter"]),
    ("Liu Yang and Wang Xiaoming, students of the school, sang.", ["Liu Yang", "Wang Xiaoming"]),
    # bullets
    (
        "The jury:\n  • Rosa Bianchi, who writes on food\n  • Dr. Tom Ashford, co-founder of Harvest Week",
        ["Rosa Bianchi", "Tom Ashford"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[t[:45] for t, _ in NAMED])
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


# language, text, names
FOREIGN = [
    ("ru", "Посол Индии в Армении Раджеш Кумар открыл выставку.", ["Раджеш Кумар"]),
    (
        "ru",
        "Министр культуры Татарстана Ирада Аюпова и ректор консерватории Вадим Дулат подписали договор.",
        ["Ирада Аюпова", "Вадим Дулат"],
    ),
    ("ru", "Встреча с Ольгой Петровой прошла в музее.", ["Ольга Петрова"]),
    ("ru", "Приз вручили Ивану Сергеевичу Белову.", ["Иван Сергеевич Белов"]),
    ("ru", "За дирижёрским пультом – Андрей Медведский.", ["Андрей Медведский"]),
    ("ru", "Концерт открыла Гульнара Алиева, заместитель директора филармонии.", ["Гульнара Алиева"]),
    ("ru", "С.Каримов поблагодарил гостей.", ["С.Каримов"]),
    ("uk", "Міністр культури Олександр Гончар відкрив виставку.", ["Олександр Гончар"]),
    ("mk", "Ректорот Бујар Османи и амбасадорот Томас Герберт потпишаа меморандум.", ["Бујар Османи", "Томас Герберт"]),
    (
        "es",
        "El rector Ernesto Lamas y la ministra de Cultura, Lucía Paredes Gil, firmaron.",
        ["Ernesto Lamas", "Lucía Paredes Gil"],
    ),
    ("es", "Los coordinadores Raúl del Río (Música) y Elena Sanz (Danza) viajaron.", ["Raúl del Río", "Elena Sanz"]),
    ("es", "Llegaron también la embajadora de Chile en Perú, Marta Iribarren Soto.", ["Marta Iribarren Soto"]),
    ("fr", "Le maire de Nantes, Paul Rivière, et M. Karim Benali ont signé.", ["Paul Rivière", "Karim Benali"]),
    ("fr", "L'ambassadrice du Canada, Sophie Tremblay, a ouvert l'exposition.", ["Sophie Tremblay"]),
    ("de", "Empfangen hat sie Bürgermeisterin Karin Vogt.", ["Karin Vogt"]),
    ("de", "Jürgen Falk, Vorsitzender des Vereins, dankte Dr. Monika Stein.", ["Jürgen Falk", "Monika Stein"]),
    ("tr", "Rektör Prof. Dr. Selim Arslan ve Büyükelçi Deniz Kaya katıldı.", ["Selim Arslan", "Deniz Kaya"]),
    ("zh", "校长王建国出席并致辞,张伟主任主持会议。", ["王建国", "张伟"]),
    ("zh", "中国驻挪威大使李明华表示祝贺。", ["李明华"]),
    ("zh", "两校孔院中外方院长来我校访问。", []),
    ("zh", "外方院长Dr. Andres Aluja说，从创办那天起，大家都很用心。", ["Andres Aluja"]),
    ("zh", "奥斯陆大学校长安娜·汉森女士致辞。", ["安娜·汉森"]),
    ("pt", "O embaixador do Brasil em Angola, Paulo Mendes, falou.", ["Paulo Mendes"]),
    ("it", "Il sindaco Marco Bianchi ha accolto Giulia Conti.", ["Marco Bianchi", "Giulia Conti"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOREIGN, ids=[f"{la}: {t[:40]}" for la, t, _ in FOREIGN])
def test_names_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


# text, name, title, affiliation, country
OFFICES: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("Marta Kovács, Rector of the Danube Institute, opened it.", "Marta Kovács", "Rector", "Danube Institute", None),
    ("Rector Marta Kovács opened it.", "Marta Kovács", "Rector", None, None),
    (
        "Chen Bo, president of Nankai University, listed the projects.",
        "Chen Bo",
        "president",
        "Nankai University",
        None,
    ),
    ("According to Nankai University president Chen Bo, ties grew.", "Chen Bo", "president", "Nankai University", None),
    ("Rector Luis Arce of University of Cuyo came.", "Luis Arce", "Rector", "University of Cuyo", None),
    ("President of Nankai University Chen Bo came.", "Chen Bo", "President", "Nankai University", None),
    ("Greek Ambassador to Peru Nikos Pappas came.", "Nikos Pappas", "Greek Ambassador to Peru", None, "GR"),
    (
        "Minister of Culture of the Republic of Cyprus Eleni Toumazi came.",
        "Eleni Toumazi",
        "Minister of Culture of the Republic of Cyprus",
        None,
        "CY",
    ),
    (
        "The Minister of State for External Affairs and Culture Kavita Rao said so.",
        "Kavita Rao",
        "Minister of State for External Affairs and Culture",
        None,
        None,
    ),
    (
        "The stay of the Minister of Sport and Youth, Peter Banda, begins today.",
        "Peter Banda",
        "Minister of Sport and Youth",
        None,
        None,
    ),
    (
        "Mr. Le Van Nam – Acting Director of the City Library thanked them.",
        "Le Van Nam",
        "Acting Director",
        "City Library",
        None,
    ),
    (
        "Yuri Anisimov (Director of Programmes, Danube Institute) spoke.",
        "Yuri Anisimov",
        "Director of Programmes",
        "Danube Institute",
        None,
    ),
    (
        "Prof. Dr. Arben Hoxha, Vice-Rector for International Relations, came.",
        "Arben Hoxha",
        "Vice-Rector for International Relations",
        None,
        None,
    ),
    (
        "Asst. Prof. Mira Kola, who leads the Office for Projects, came.",
        "Mira Kola",
        "leads the Office for Projects",
        None,
        None,
    ),
    ("Mr Khalid Nasser, who founded Desert Films, came.", "Khalid Nasser", "founder", "Desert Films", None),
    ("Artist and jeweler Dana Ospan was there.", "Dana Ospan", "Artist and jeweler", None, None),
    ("The Finnish director Aki Virtanen was there.", "Aki Virtanen", "director", None, "FI"),
    ("Dr. Ravi Menon and Dr. Leela Das, both well-known Sinologists, came.", "Ravi Menon", "Sinologist", None, None),
    ("Your emcee is Carla Diaz.", "Carla Diaz", "emcee", None, None),
    ("US Secretary of State John Miller called.", "John Miller", "US Secretary of State", None, "US"),
    ("Mr. John Miller, US Secretary of State, called.", "John Miller", "US Secretary of State", None, "US"),
    (
        "Erik Dahl, Deputy Foreign Minister of Norway, called.",
        "Erik Dahl",
        "Deputy Foreign Minister of Norway",
        None,
        "NO",
    ),
    (
        "The two ambassadors, Ivan Hristov of Bulgaria and Dan Popa of Romania, met.",
        "Dan Popa",
        "ambassador of Romania",
        None,
        "RO",
    ),
    ("Crs Helen Marsh, Peter Ngata and Sione Tuala will travel.", "Peter Ngata", "Cr", None, None),
    ("Sara Lund, chargé d'affaires of Denmark, spoke.", "Sara Lund", "chargé d'affaires of Denmark", None, "DK"),
    (
        "Tariq Aziz, chief executive of Harbour Studios, spoke.",
        "Tariq Aziz",
        "chief executive",
        "Harbour Studios",
        None,
    ),
    ("Professor Ida Berg of Lund University spoke.", "Ida Berg", "Professor", "Lund University", "SE"),
]


@pytest.mark.parametrize("case", OFFICES, ids=[c[0][:45] for c in OFFICES])
def test_offices(case: tuple[str, str, str | None, str | None, str | None]) -> None:
    text, name, title, affiliation, country = case
    value = the(name, text)
    assert (value["title"], value["affiliation"], value["country"]) == (title, affiliation, country)


OFFICES_ABROAD = [
    ("ru", "Посол Индии в Армении Раджеш Кумар открыл выставку.", "Раджеш Кумар", "Посол Индии в Армении"),
    ("ru", "Встреча с министром культуры Ольгой Петровой прошла вчера.", "Ольга Петрова", "министр культуры"),
    (
        "ru",
        "Подписала Анна Белова, которая занимает пост первого заместителя министра.",
        "Анна Белова",
        "первый заместитель министра",
    ),
    (
        "es",
        "Los coordinadores Raúl del Río (Música) y Elena Sanz (Danza) viajaron.",
        "Elena Sanz",
        "coordinador de Danza",
    ),
    ("es", "Estuvo el embajador de Chile en Perú, Marco Soto Díaz.", "Marco Soto Díaz", "embajador de Chile en Perú"),
    ("es", "La secretaria de Asuntos Académicos, Rita Mora, asistió.", "Rita Mora", "secretaria de Asuntos Académicos"),
    ("de", "Empfangen hat sie Bürgermeisterin Karin Vogt.", "Karin Vogt", "Bürgermeisterin"),
    ("fr", "La ministre de la Culture, Alice Morel, a parlé.", "Alice Morel", "ministre de la Culture"),
    ("tr", "Kültür ve Turizm Bakanı Ali Demir konuştu.", "Ali Demir", "Kültür ve Turizm Bakanı"),
    ("zh", "中国驻挪威大使李明华表示祝贺。", "李明华", "中国驻挪威大使"),
]


@pytest.mark.parametrize("case", OFFICES_ABROAD, ids=[f"{c[0]}: {c[2]}" for c in OFFICES_ABROAD])
def test_titles_in_other_languages(case: tuple[str, str, str, str]) -> None:
    language, text, name, title = case
    assert (the(name, text, language)["title"] or "").lower().endswith(title.lower())


# What looks like a name and is none.
NOBODY = [
    "The Battle of Plassey and the Human Dimension were discussed in the Middle East.",
    "They walked from Victor Hugo Street to Saint Michael Square.",
    "The Geschwister-Scholl-Schule and the Nelson Mandela Legacy Sites take part.",
    "The Days of Culture open in New York on Friday, May 5.",
    "City Leaders Off To Sister Town",
    "Video Conference Ushers In New Chapter Of Cooperation",
    "Cultural Days Bring Folk Music To Old Town",
    "The Golden Eagle Award and the Silver Pine Prize were given.",
    "The Belt and Road Initiative and the Silk Road Week were named.",
    "The Heydar Aliyev Foundation and Al-Farabi University are partners.",
    "The Almaty Jewelry Week took place in Central Asia.",
    "Happy New Year from South Africa!",
    "Share This Article\nLeave a Reply\nRead More",
    "The United Nations General Assembly met in September.",
    "Saint Petersburg and San Diego are sister cities.",
    "The Ministry of Foreign Affairs and the Presidential Office agreed.",
    "Premier League results: Norwich v Leeds.",
    "The Blue Danube and the Lake Victoria region are excluded.",
]


@pytest.mark.parametrize("text", NOBODY, ids=[t[:45] for t in NOBODY])
def test_nobody(text: str) -> None:
    assert names(text) == []


# People who are a topic or wrote the page: told apart, not used.
TOPICS = [
    ("They discussed the creative path of Abai Kunanbayev.", "topic"),
    ("A bust of Taras Shevchenko stands there.", "topic"),
    ("The evening was dedicated to Robert Burns.", "topic"),
    ("A school named after Maria Curie joined.", "topic"),
    ("The works of Johann Sebastian Bach were played.", "topic"),
    ("Works by Grieg, Clara Schumann and Lili Boulanger were played.", "topic"),
    ("It grew out of Thirst, a play by Eugene Barlow of the United States.", "topic"),
    ("The mountain (the film) by the directors Michel Dumas and Jean Valette was screened.", "topic"),
    ("“My Mother” by Nanni Rossetti is in the programme.", "topic"),
    ("He was given books on President Ho Chi Minh.", "topic"),
    ("News: Pham Thu Ha; Photos: Le Minh", "byline"),
    ("(By Zhang Wei, Li Qiang, Daily News)", "byline"),
    ("Photo: Anna Berg", "byline"),
]


@pytest.mark.parametrize(("text", "mark"), TOPICS)
def test_topics_and_authors_are_marked(text: str, mark: str) -> None:
    found = read(text).of_kind("person")
    assert [bool((m.extra or {}).get(mark)) for m in found] == [True] * max(1, len(found))


@pytest.mark.parametrize(
    "headline",
    [
        "Champion Goes Home With Two Medals",
        "Coach Flies Home With Cup",
        "Pianist Plays Chopin in Hanoi",
        "Professor Gives Lecture on Armenian Art",
    ],
)
def test_a_verb_behind_an_office_in_a_headline_names_nobody(headline: str) -> None:
    assert (
        people(f"{headline}\n\nThe people of the town met again on 5 May 2020 and spoke of what they had done.") == []
    )


# What reads like one of these and is none.
TAKING_PART = [
    "An exhibition of thirty photographs by Ana Berg opened.",
    "In the words of Salwa Ben Amor, the town is glad.",
    "The bust is the work of sculptor Emil Iliev.",
]


@pytest.mark.parametrize("text", TAKING_PART)
def test_who_takes_part_is_neither_topic_nor_author(text: str) -> None:
    (found,) = read(text).of_kind("person")
    assert not {"topic", "byline"} & set(found.extra or {})


JOINED = [
    ("Alma Koldasova opened it. Koldasova added that more is to come.", "Alma Koldasova", 2),
    ("Sun Wei gave a speech. Sun said the ties are old.", "Sun Wei", 2),
    ("Salman Rahimi was there. Mr. Rahimi spoke.", "Salman Rahimi", 2),
    ("Rector Arben Hoxha came. Rectors Hoxha and Kola signed.", "Arben Hoxha", 2),
    ("Ali Haddad-Nouri came. Mr. Haddad-Nouri hailed it.", "Ali Haddad-Nouri", 2),
    ("Elena Van Houten shared it. Van Houten stressed it.", "Elena Van Houten", 2),
    ("Minister of Culture B. Dorjsuren came. Minister B.Dorjsuren spoke.", "B. Dorjsuren", 2),
    ("Naoko Fujita's voice pleased all, and Fujita thanked them.", "Naoko Fujita", 2),
]


@pytest.mark.parametrize(("text", "name", "count"), JOINED, ids=[n for _, n, _ in JOINED])
def test_later_mentions_are_joined(text: str, name: str, count: int) -> None:
    assert [m.value["name"] for m in people(text)].count(name) == count


def test_a_later_mention_says_that_it_is_not_the_first() -> None:
    first, later = people("Alma Koldasova opened it. Koldasova added that more is to come.")
    assert ((first.extra or {})["first"], (later.extra or {})["first"]) == (True, False)


def test_a_surname_of_two_people_joins_to_neither() -> None:
    found = people("Anna Berg and Erik Berg came. Berg said so.")
    assert [m.text for m in found] == ["Anna Berg", "Erik Berg"]


def test_a_russian_surname_is_joined_in_any_case() -> None:
    found = people("Выставку открыла Ирина Лукина. Для Лукиной это первая поездка.", "ru")
    assert [m.value["name"] for m in found] == ["Ирина Лукина"] * 2


def test_a_title_told_later_fills_the_first_mention() -> None:
    value = the("Meena Kapoor", "Meena Kapoor arrived. Minister Meena Kapoor opened the fair.")
    assert value["title"] == "Minister"


@pytest.mark.parametrize(
    ("word", "gender", "case", "base"),
    [
        ("Петровой", "f", "i", "Петрова"),
        ("Белову", "m", "d", "Белов"),
        ("Пушкиным", "m", "i", "Пушкин"),
        ("Чайковского", "m", "g", "Чайковский"),
        ("Чайковской", "f", "g", "Чайковская"),
        ("Коваленко", "m", "d", "Коваленко"),
        ("Лукину", "f", "a", "Лукина"),
        ("Долгов", "m", "n", "Долгов"),
    ],
)
def test_family_names_go_back_to_the_nominative(word: str, gender: str, case: str, base: str) -> None:
    assert surname(word, gender, case) == base


def test_given_names_know_their_cases() -> None:
    assert given_forms("ru")["ольгой"] == ("ольга", "f", "i")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["en", "ru", "zh", "fr", "xx", "tr"]))
def test_any_text_is_read_and_quoted_truly(text: str, language: str) -> None:
    document = read(text, language)
    assert all(m.text == document.text[m.start : m.end] for m in document.of_kind("person", "organization"))


CUES = [
    *(
        "Minister",
        "of",
        "Culture",
        ",",
        ".",
        "(",
        ")",
        '"',
        "“",
        "”",
        "«",
        "»",
        "Anna",
        "Li",
        "van",
        "de",
        "the",
        "and",
    ),
    *(
        "University",
        "Dr.",
        "Mr's",
        "d'Or",
        "&",
        "-",
        "–",
        ":",
        "\n",
        "5",
        "No.",
        "министр",
        "Анна",
        "Петрова",
        "校长",
        "张伟",
    ),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CUES), max_size=60), st.sampled_from(["en", "ru", "zh", "fr", "de"]))
def test_any_sequence_of_cues_is_read(words: list[str], language: str) -> None:
    document = read(" ".join(words), language)
    assert all(m.start < m.end for m in document.mentions)
