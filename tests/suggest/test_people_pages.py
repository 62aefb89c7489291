"""People on the pages of ministries and embassies: headlines, ranks that are names, towns that are names, degrees."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest


def names(text: str) -> list[str]:
    """Return the names of the people found in *text*, each once, in order."""
    mentions = suggest(prepare(text, source="test")).mentions
    return list(dict.fromkeys(m.value["name"] for m in mentions if m.kind == "person"))


CASES = [
    # words that link names in headlines
    ("Secretary Anna K. Berg With Thomas Berger of the Evening Show", ["Anna K. Berg", "Thomas Berger"]),
    ("Minister Rosa Duarte From Lisbon", ["Rosa Duarte"]),
    # the whole name comes later
    (
        "Deputy Minister Hansen Friis met the press. With her was Ambassador Karen Hansen Friis.",
        ["Karen Hansen Friis"],
    ),
    (
        "He said that King Khalid bin Fahad Al Nur thanked Prince Yusuf bin Khalid bin Fahad Al Nur for it.",
        ["Khalid bin Fahad Al Nur", "Yusuf bin Khalid bin Fahad Al Nur"],
    ),
    # ranks and callings that are names
    ("Lina Mufti, Spokesperson of the Ministry of Culture of Chad, agreed.", ["Lina Mufti"]),
    ("Rachel Weaver, Director of the museum, came.", ["Rachel Weaver"]),
    # towns that are names of those who hold an office
    ("The delegation thanked Under Secretary Bristol for her work.", ["Bristol"]),
    ("They flew to the office of the Regional Director Lagos.", []),
    ("Under Secretary Bergen's Remarks at the Tenth Meeting of the Council", ["Bergen"]),
    # family names that share an office
    ("She thanked Senators Pearce and Himes for it.", ["Pearce", "Himes"]),
    ("They quoted Presidents Duarte, Kovacs and Lindqvist in full.", ["Duarte", "Kovacs", "Lindqvist"]),
    ("Then Ministers Duarte and Europe agreed.", ["Duarte"]),
    # degrees and titles of more countries
    ("The head of the team, dr. sc. Marija Horvat, opened the day.", ["Marija Horvat"]),
    ("Otunba Tunde Adeyemi and Dasho Karma Wangchuk signed.", ["Tunde Adeyemi", "Karma Wangchuk"]),
    # months and ranks that are given names behind a form of address
    ("Dr. June Kowalski and Ms. April Fisher spoke in June.", ["June Kowalski", "April Fisher"]),
    ("The guest was H.E. Mukhtar Ibraimov of the Academy.", ["Mukhtar Ibraimov"]),
    ("His Majesty Sultan Qaboos bin Said received the envoy.", ["Qaboos bin Said"]),
    # given names with a hyphen
    ("Ms. Anne-Marie Duval came first. Later Ms. Anne left.", ["Anne-Marie Duval"]),
    # offices to come
    ("They greeted Ambassador-designate Paul Koch and the President-elect of Chile.", ["Paul Koch"]),
    # feasts
    ("They marked Eid al-Adha and the Ganga Mahotsav in Doha.", []),
    # other languages
    ("Zum Amtsantritt von Sabine Keller gratulierte der Minister.", ["Sabine Keller"]),
    ("Sie dankte ihrem Vorgänger Karl-Heinz Brandt für seine Arbeit.", ["Karl-Heinz Brandt"]),
    ("El canciller habló de la próxima Cumbre de Jefes de Estado en Lima.", []),
    ("Переговоры провёл замгоссекретаря Роберт Коллинз.", ["Роберт Коллинз"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t[:45] for t, _ in CASES])
def test_people_on_pages_of_ministries(text: str, expected: list[str]) -> None:
    assert names(text) == expected
