"""Bodies on the pages of ministries and embassies: where their names begin and end, and what only looks like one."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

CASES = [
    # what lies behind "and Other" is part of the mission's name
    (
        "The Permanent Mission of Kenya to the United Nations and Other International Organizations hosted them.",
        ["Permanent Mission of Kenya to the United Nations and Other International Organizations"],
    ),
    # kinds of bodies
    ("Envoys to the United Nations and International Organizations met.", ["United Nations"]),
    ("Staff of the Ministries of Foreign Affairs of the Gulf region came.", []),
    ("They signed a Treaty on the Foundations of Relations.", []),
    ("The foreign ministries of Peru and Chile agreed.", ["Foreign Ministry of Peru", "Foreign Ministry of Chile"]),
    ("The ministries of Peru and Chile agreed.", []),
    # a list that stands apart from its head
    (
        "Twelve embassies are partners, those of Peru, Chile and Armenia among them.",
        ["Embassy of Peru", "Embassy of Chile", "Embassy of Armenia"],
    ),
    ("The ministries are small, and those of Peru and Chile are far away.", []),
    ("The customs of the embassies differ. Those of Peru and Chile gave books.", []),
    # where a headline in capitals goes on
    ("Embassy of Nepal Gives Food to People Hit by Floods", ["Embassy of Nepal"]),
    ("The University of Tartu Viljandi Culture Academy sang.", ["University of Tartu Viljandi Culture Academy"]),
    # those of one calling
    ("Chittagong Photo Journalist Association has put the show together.", ["Chittagong Photo Journalist Association"]),
    # what follows a house written small
    ("They met in the Roman theatre or on the square in Amman.", ["Roman theatre"]),
    # what is counted is an event
    ("2nd Nepal-Qatar Foreign Office Consultations", []),
    ("Consulate Marks 40th Institute Day of the Cervantes", []),
    # topics written small behind a nationality
    ("She heads the Center for Polish language and Polish culture.", ["Center for Polish language and Polish culture"]),
    ("The Museum of Indian art reopened.", ["Museum of Indian art"]),
    ("The Institute of Turkish language and literature helped.", ["Institute of Turkish language and literature"]),
    # titles in the names of houses
    ("He spoke at Shri Gopal Krishna University in Pune.", ["Shri Gopal Krishna University"]),
    ("The Sheikh Rashid Museum lent a sword.", ["Sheikh Rashid Museum"]),
    ("The Swami Ramdas Cultural Centre celebrated.", ["Swami Ramdas Cultural Centre"]),
    # a comma is missing
    ("Mr. Lee, Director, Public Relations Ministry of Foreign Affairs, spoke.", ["Ministry of Foreign Affairs"]),
    ("The Norwegian Ministry of Foreign Affairs paid.", ["Norwegian Ministry of Foreign Affairs"]),
    # in a headline, behind an article
    (
        "Opening of the International Criminal Tribunal for Lebanon",
        ["International Criminal Tribunal for Lebanon"],
    ),
    # an acronym is no place where an embassy stands
    ("The Embassy of Oman in KL moved to a new house.", ["Embassy of Oman"]),
    # clubs of states
    ("Ministers of the G7 and the G20 agreed, and a G20 Summit follows.", ["G7", "G20"]),
    # possessives
    ("It is in line with the Ministry of Culture's plan.", ["Ministry of Culture"]),
    ("She leads the Department of Foreign Affairs and Trade's work.", ["Department of Foreign Affairs and Trade"]),
    (
        "They met at Rice Lake University's Hart School of Law in May.",
        ["Rice Lake University", "Hart School of Law"],
    ),
    # those who hold an office form a body; what takes place there is none of it
    ("The Association of Library Education Administrators met.", ["Association of Library Education Administrators"]),
    ("She spoke at the Institute of Public Health Gala Dinner in May.", ["Institute of Public Health"]),
    # what an acronym stands for has a head
    (
        "She heads the Bureau of Civic and Cultural Affairs (CCA) and spoke.",
        ["Bureau of Civic and Cultural Affairs"],
    ),
    # odd fields of a department
    (
        "The Department of Arts, Heritage and the Gaeltacht funds it.",
        ["Department of Arts, Heritage and the Gaeltacht"],
    ),
    (
        "The Department of Tourism, Arts, Gaeltacht, Sport and Media pays.",
        ["Department of Tourism, Arts, Gaeltacht, Sport and Media"],
    ),
    ("They came from the Ministry of Culture, Anna Berg said.", ["Ministry of Culture"]),
    # whose office it is
    (
        "He met staff of the Office of the United States Trade Representative in May.",
        ["Office of the United States Trade Representative"],
    ),
    ("She leads the United Nations Office to the African Union.", ["United Nations Office to the African Union"]),
    ("The Executive Board of the Library Association met.", ["Executive Board of the Library Association"]),
    # articles, "All"
    ("On 16 May, The University of the West Indies hosts it.", ["University of the West Indies"]),
    ("He leads the All Nepal Music Association.", ["All Nepal Music Association"]),
    # firms
    ("The guests of Osaka Precision Works Co., Ltd. arrived.", ["Osaka Precision Works Co., Ltd"]),
    # broadcasters
    ("Secretary Amy Stone talks to Paul Lane of CNN State of the Union", ["CNN"]),
]  # fmt: skip


def names(text: str) -> list[str]:
    """Return the names of the bodies found in *text*, each once, in order."""
    mentions = suggest(prepare(text, source="test")).mentions
    return list(dict.fromkeys(m.value["name"] for m in mentions if m.kind == "organization"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t[:50] for t, _ in CASES])
def test_bodies_on_pages_of_ministries(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La signature a eu lieu à l'Université des finances et des douanes de Lviv.",
         ["Université des finances et des douanes de Lviv"]),
        ("Firmó el rector de la Universidad de economía y derecho de Praga.",
         ["Universidad de economía y derecho de Praga"]),
        ("他盼望孔子学院成为一座桥，马耳他大学也参加了活动。", ["马耳他大学"]),
        ("各方都同意早日签一份院级合作协议，中国作协表示祝贺。", ["中国作协"]),
        ("Об этом сообщает БЕЛТА со ссылкой на РИА Новости.", ["БЕЛТА", "РИА Новости"]),
    ],
)  # fmt: skip
def test_bodies_in_other_languages(text: str, expected: list[str]) -> None:
    assert names(text) == expected
