"""People of more languages and shapes, and what is parted from their titles."""

from __future__ import annotations

import pytest

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions import finders
from culturex.suggest.mentions.people.tidy import tidy


def people(text: str, language: str) -> dict[str, tuple[str | None, str | None]]:
    """Return the people found in *text* with title and body."""
    document = Document(Article.of(text, language=language))
    for find in finders():
        document.mentions.extend(find(document))
    found = [m.value for m in document.of_kind("person") if m.confidence >= 0.5]
    return {value["name"]: (value["title"], value["affiliation"]) for value in found}


@pytest.mark.parametrize(
    ("language", "text", "name", "title"),
    [
        ("en", "Sister Tigist Alemayehu agreed at once.", "Tigist Alemayehu", None),
        ("en", "The university lecturer Durita í Garði is the teacher.", "Durita í Garði", "university lecturer"),
        ("en", "Spanish guitarist Ana Ruiz and oud player Anass Belkadi met.", "Anass Belkadi", "oud player"),
        ("en", "Village headman Kapembwa Simbao thanked the guests.", "Kapembwa Simbao", "Village headman"),
        ("en", '"I am nervous," admitted Litia Vakaloloma, 19, who leads.', "Litia Vakaloloma", None),
        ("en", "On stage were khaen player Som Boon and others.", "Som Boon", "khaen player"),
        ("en", "Freshman Karin Holm, whose guest it was, agreed.", "Karin Holm", "Freshman"),
        ("en", "The duo features nyckelharpa virtuoso Karin Holm.", "Karin Holm", "nyckelharpa virtuoso"),
        ("en", "She said player Ana Ruiz had left.", "Ana Ruiz", "player"),
        (
            "en",
            "It was led by the Adviser to the Prime Minister for Heritage, Amir Holm.",
            "Amir Holm",
            "Adviser to the Prime Minister for Heritage",
        ),
        ("en", "The head of the library, Karin Holm, came.", "Karin Holm", "head of the library"),
        ("en", "The leader of the expedition, Karin Holm, came.", "Karin Holm", "leader of the expedition"),
        ("en", "The director of the museum, Karin Holm, came.", "Karin Holm", "director"),
        (
            "en",
            "Consul to the Outer Isles, Her Excellency Karin Holm, came.",
            "Karin Holm",
            "Consul to the Outer Isles",
        ),
        ("en", "It was led by Karin Holm, two of whose sons came.", "Karin Holm", None),
        ("en", "It was restored by Karin Holm and Ana Ruiz, two potters of Delft.", "Karin Holm", "potter of Delft"),
        ("en", "Next sang akyn Nurlan Asanov.", "Nurlan Asanov", "akyn"),
        ("en", "Charge d` Affaires to Oman Ana Ruiz came.", "Ana Ruiz", "Charge d` Affaires to Oman"),
        ("en", "Ana Ruiz, who kept it in her charge, left.", "Ana Ruiz", None),
        ("en", "Then Ana Ruiz, a 17-year-old pianist, played.", "Ana Ruiz", "pianist"),
        ("en", "Then Ana Ruiz, a second-year student of law, won.", "Ana Ruiz", "second-year student of law"),
        ("en", "Ana Ruiz, responsible for digs at the Ministry, came.", "Ana Ruiz", "responsible for digs"),
        ("en", "Ana Ruiz, who is in charge of the archives, came.", "Ana Ruiz", "in charge of the archives"),
        ("en", "Ana Ruiz, in Paris for the show, spoke.", "Ana Ruiz", None),
        ("en", "Secretary Culture Humaira Ahmed came.", "Humaira Ahmed", "Secretary Culture"),
        ("en", "Director Visual Arts Ana Ruiz came.", "Ana Ruiz", "Director Visual Arts"),
        ("en", "Director Rose Berg came.", "Rose Berg", "Director"),
        ("en", "Ven. Ananda Silva blessed it.", "Ananda Silva", "Ven."),
        ("en", "Prior to the show Ana Ruiz spoke.", "Ana Ruiz", None),
        ("es", "Lo dirigió el maestro organero Luis Vega.", "Luis Vega", "maestro organero"),
        ("es", "Tocó el maestro Luis Vega.", "Luis Vega", "maestro"),
        ("fr", "Le maître verrier Luc Petit a parlé.", "Luc Petit", "maître verrier"),
        ("it", "Ha parlato il maestro vetraio Aldo Neri.", "Aldo Neri", "maestro vetraio"),
        ("pt", "O mestre oleiro João Silva falou.", "João Silva", "mestre oleiro"),
        ("de", "Chorleiter Jörg Matthes dankte den Gästen.", "Jörg Matthes", "Chorleiter"),
        ("fr", "Le docteur Awa Diouf a remercié les donateurs.", "Awa Diouf", "docteur"),
        ("es", "Llegó el restaurador Park Min-ho con su equipo.", "Park Min-ho", "restaurador"),
        ("tr", "Sanatçı Ayşe Demirel'in sergisi açıldı.", "Ayşe Demirel", "Sanatçı"),
        ("ru", "«Да», — смеётся восьмиклассница Арина Петрова.", "Арина Петрова", "восьмиклассница"),
        ("uk", "Міський голова Богдан Андріїв привітав гостей.", "Богдан Андріїв", "Міський голова"),
        ("mk", "Амбасадорот Јарослав Лудва ја отвори изложбата.", "Јарослав Лудва", "Амбасадор"),
    ],
)
def test_people_with_their_titles(language: str, text: str, name: str, title: str | None) -> None:
    assert people(text, language).get(name, ("none",))[0] == title


def test_a_counterpart_shares_the_office_named_before() -> None:
    text = "Lithuania's Deputy Minister of Culture, Ana Petrova, and her Georgian counterpart Levan Tsiklauri came."
    assert people(text, "en")["Levan Tsiklauri"][0] == "Deputy Minister of Culture"


@pytest.mark.parametrize(
    ("title", "language", "told"),
    [
        ("editor at Tartu Daily", "en", ("editor", "Tartu Daily")),
        ("translator from Trabzon", "en", ("translator", None)),
        ("director of the museum", "en", ("director", None)),
        ("head of the library", "en", ("head of the library", None)),
        ("head of the jury", "en", ("head of the jury", None)),
        ("Minister of Culture", "en", ("Minister of Culture", None)),
        ("maire d'Épinal", "fr", ("maire", "Épinal")),
        ("ministre de la Culture", "fr", ("ministre de la Culture", None)),
        ("österreichische Botschafter", "de", ("Botschafter", None)),
    ],
)
def test_a_title_is_parted_from_what_stands_behind_it(title: str, language: str, told: tuple[str, str | None]) -> None:
    assert tidy(title, language) == told


def test_the_acronym_between_office_and_name_is_the_body() -> None:
    text = "The Pakistan Council of the Crafts (PCC) came. Director General PCC Ayub Jamali led it."
    assert people(text, "en")["Ayub Jamali"] == ("Director General", "Pakistan Council of the Crafts")


def test_storms_are_nobody() -> None:
    assert people("Help had come after Cyclone Winston and Hurricane Maria.", "en") == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Heyet, Yeni Zelanda'da bir dizi görüşme yaptı ve kültür alanındaki çalışmaları anlattı."),
        ("en", "Qasr al-Hamra, as the stone house on the hill is known in Arabic, was built for a king."),
    ],
)
def test_a_country_with_its_ending_and_a_house_are_nobody(language: str, text: str) -> None:
    assert people(text, language) == {}


def test_a_title_in_single_quotation_marks_is_a_topic() -> None:
    document = Document(
        Article.of("The guests watched 'Karin Holm', a film that said Ana Ruiz was right.", language="en")
    )
    for find in finders():
        document.mentions.extend(find(document))
    assert [m.text for m in document.of_kind("person") if not (m.extra or {}).get("topic")] == ["Ana Ruiz"]


def test_the_pronoun_and_a_turkish_copula_end_no_name() -> None:
    assert set(people("With Canon Ann Berg and the Revd Rosa Lind I shall have a team.", "en")) == {
        "Ann Berg",
        "Rosa Lind",
    }
    found = people("Görüştüğü kişi Şili Büyükelçisi Carlos Alberto Moreno'ydu.", "tr")
    assert set(found) == {"Carlos Alberto Moreno"}


def test_a_programme_and_a_house_are_nobody() -> None:
    assert people("They were matched under Discovering Neighbours through Songs, a programme for schools.", "en") == {}
    assert people("The concert is at Aristea Mansion of the University of Malta.", "en") == {}


def test_a_later_mention_may_spell_out_the_initial() -> None:
    text = "Victor M. Manalo, the chairman, came. Victor Mapa Manalo spoke of crafts. Ana Manalo sang."
    assert people(text, "en") == {"Victor Mapa Manalo": ("chairman", None), "Ana Manalo": (None, None)}


@pytest.mark.parametrize("street", ["Warner Parrott Rd", "N. Remington St", "Robert Burns Ave", "Martin Luther Blvd"])
def test_streets_are_no_people_where_their_word_is_short(street: str) -> None:
    assert people(f"Karin Holm opened the office at 695 {street}.", "en") == {"Karin Holm": (None, None)}


def test_a_saint_within_a_name_is_no_street() -> None:
    assert set(people("The novelist Emily St. John and the actor Kwame Boateng came.", "en")) == {
        "Emily St. John",
        "Kwame Boateng",
    }
