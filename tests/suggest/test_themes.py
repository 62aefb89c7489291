"""What events are about: by their words, by the main event, and not by words that only look like it."""

from __future__ import annotations

import pytest

from culturex.model.event import Event
from culturex.suggest import prepare, suggest


def events(text: str) -> tuple[Event, ...]:
    return suggest(prepare(text)).events


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Relations enter a new stage: the ballet of Cuba danced in Hanoi, Vietnam, on 3 May 2024.", "environment"),
        ("The two museums of Peru and Chile felt joy when the show opened in Lima on 3 May 2024.", "crafts"),
        ("An exhibition space for Greek paintings was opened in Sofia, Bulgaria, on 3 May 2024.", "science"),
        ("The Polish museum told a press conference in Kyiv, Ukraine, on 3 May 2024 of the exhibition.", "media"),
        (
            "В Минске, Беларусь, 3 мая 2024 года открылась выставка картин художников Китая, поэтому сказал директор.",
            "literature",
        ),
        ("В Баку, Азербайджан, 3 мая 2024 года прошёл концерт пианистов Италии по графику ЮНЕСКО.", "youth"),
        (
            "Bakan Yardımcısı, 3 Mayıs 2024 tarihlerinde Bakü'de, Azerbaycan'da açılan Türk resim sergisine katıldı.",
            "humanitarian",
        ),
        (
            "Le 3 mai 2024 s'est ouvert à Tunis, en Tunisie, le concert de l'Italie dans un contexte de fête.",
            "literature",
        ),
    ],
)
def test_words_that_only_begin_alike_tell_no_theme(text: str, theme: str) -> None:
    assert theme not in [found for event in events(text) for found in event.themes]


def test_what_happens_beside_the_main_event_is_about_the_same_where_its_words_are_faint() -> None:
    text = (
        "Museum of Oman opens exhibition of Kenyan manuscripts\n\n"
        "An exhibition of ancient manuscripts of Kenya was opened at the museum in Muscat, Oman, on 3 May 2024.\n\n"
        "An agreement was signed by the archives of Kenya and Oman in the laboratory of Nairobi in 2019.\n"
    )
    assert all("heritage" in event.themes for event in events(text))


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("A Bolivian charango quartet gave a recital in Oslo, Norway, on 3 May 2024.", "music"),
        ("Etchings and lithographs of Chilean muralists were exhibited in Rabat, Morocco, on 3 May 2024.", "arts"),
        ("A workshop on filigree and bobbin lace from Malta was held in Split, Croatia, on 3 May 2024.", "crafts"),
        ("A festival of Georgian winemakers and sommeliers was held in Osaka, Japan, on 3 May 2024.", "gastronomy"),
        ("Cuba and Mexico held a badminton and judo tournament in Havana on 3 May 2024.", "sport"),
        ("A haiku anthology of Peru was presented at the book club in Kyoto, Japan, on 3 May 2024.", "literature"),
        ("Cardiologists and paediatricians of Italy held a workshop in Tirana, Albania, on 3 May 2024.", "health"),
        ("An exhibition of Neolithic figurines from Malta was opened in Rome, Italy, on 3 May 2024.", "heritage"),
        ("Lutheran bishops and congregations of Namibia visited Turku, Finland, on 3 May 2024.", "religion"),
        ("A workshop of telescope astronomers from Chile was held in Riga, Latvia, on 3 May 2024.", "science"),
        ("Kids of the youth orchestras of Wales and Malta gave a concert in Cardiff, Wales, on 3 May 2024.", "youth"),
        ("Korbflechter und Klöppler aus Polen zeigten am 3. Mai 2024 in Wien, Österreich, ihre Ausstellung.", "crafts"),
        ("Ein Konzert mit Akkordeonspielern aus Kroatien fand am 3. Mai 2024 in Graz, Österreich, statt.", "music"),
        ("El 3 de mayo de 2024 un cuarteto de bandoneonistas de Uruguay dio un concierto en Quito, Ecuador.", "music"),
        ("Le 3 mai 2024, un atelier de vannerie et de tissage du Bénin a eu lieu à Tunis, en Tunisie.", "crafts"),
    ],
)
def test_instruments_trades_dishes_and_games_tell_a_theme(text: str, theme: str) -> None:
    assert theme in {found for event in events(text) for found in event.themes}


def test_a_word_may_speak_for_two_themes() -> None:
    text = "Twenty pupils and students from Slovenia took part in an exchange in Tampere, Finland, on 3 May 2024."
    assert {"education", "youth"} <= set(events(text)[0].themes)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("A Cuban painter showed portraits in Forest Hills, United States, on 3 May 2024.", "environment"),
        ("The Peruvian pianist Ana Baker gave a concert in Riga, Latvia, on 3 May 2024.", "gastronomy"),
        ("The concert in Lima, Peru, put off by the pandemic, was given by a Greek choir on 3 May 2024.", "health"),
        ("In harmony, a delegation composed of Greek chemists held a seminar in Lima, Peru, on 3 May 2024.", "music"),
        (
            "The Islamic Republic of Iran opened an exhibition of carpets in Baku, Azerbaijan, on 3 May 2024.",
            "religion",
        ),
    ],
)
def test_names_and_words_of_other_meaning_tell_no_theme(text: str, theme: str) -> None:
    assert theme not in {found for event in events(text) for found in event.themes}
