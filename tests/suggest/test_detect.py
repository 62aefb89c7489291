"""The language of a text, told by script, words and letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.suggest.detect import language

# One or two plain sentences each, as a paper would print them.
SENTENCES = {
    "en": "The mayor received the delegation of the twin town and showed it the new library.",
    "ru": "Мэр принял делегацию города-побратима и показал ей новую библиотеку.",
    "fr": "Le maire a reçu la délégation de la ville jumelle et lui a montré la nouvelle bibliothèque.",
    "es": "El alcalde recibió a la delegación de la ciudad hermana y le mostró la nueva biblioteca.",
    "de": "Der Bürgermeister empfing die Delegation der Partnerstadt und zeigte ihr die neue Bibliothek.",
    "tr": "Belediye başkanı kardeş şehrin heyetini kabul etti ve yeni kütüphaneyi gezdirdi.",
    "zh": "市长会见了友好城市代表团，并陪同参观了新图书馆。",
    "mk": "Градоначалникот ја прими делегацијата од збратимениот град и ѝ ја покажа новата библиотека.",
    "uk": "Міський голова прийняв делегацію міста-побратима і показав їй нову бібліотеку.",
    "bg": "Кметът прие делегацията на побратимения град и ѝ показа новата библиотека.",
    "sr": "Градоначелник је примио делегацију братског града и показао јој нову библиотеку.",
    "pl": "Burmistrz przyjął delegację z miasta partnerskiego i pokazał jej nową bibliotekę.",
    "pt": "O presidente da câmara recebeu a delegação da cidade irmã e mostrou-lhe a nova biblioteca.",
    "it": "Il sindaco ha ricevuto la delegazione della città gemellata e le ha mostrato la nuova biblioteca.",
    "nl": "De burgemeester ontving de delegatie van de zusterstad en liet haar de nieuwe bibliotheek zien.",
    "ar": "استقبل رئيس البلدية وفد المدينة التوأم وأطلعه على المكتبة الجديدة في وسط المدينة.",
    "fa": "شهردار هیئت شهر خواهرخوانده را پذیرفت و کتابخانه تازه را به آن نشان داد.",
    "he": "ראש העיר קיבל את משלחת העיר התאומה והראה לה את הספרייה החדשה.",
    "hi": "महापौर ने जुड़वाँ शहर के प्रतिनिधिमंडल का स्वागत किया और उसे नया पुस्तकालय दिखाया।",
    "ja": "市長は姉妹都市の代表団を迎え、新しい図書館を案内した。",
    "ko": "시장은 자매도시 대표단을 맞아 새 도서관을 안내했다.",
    "vi": "Thị trưởng đã tiếp đoàn đại biểu của thành phố kết nghĩa và giới thiệu thư viện mới.",
    "id": "Wali kota menerima delegasi dari kota kembar dan memperlihatkan perpustakaan yang baru.",
    "kk": "Қала әкімі бауырлас қаланың делегациясын қабылдап, жаңа кітапхананы көрсетті.",
    "ky": "Шаар мэри бир тууган шаардын делегациясын кабыл алып, жаңы китепкананы көрсөттү.",
    "uz": "Shahar hokimi birodar shahar delegatsiyasini qabul qildi va yangi kutubxonani ko‘rsatdi.",
    "az": "Şəhər meri qardaşlaşmış şəhərin nümayəndə heyətini qəbul etdi və yeni kitabxananı göstərdi.",
    "hy": "Քաղաքապետն ընդունեց քույր քաղաքի պատվիրակությանը և ցույց տվեց նոր գրադարանը։",
    "ka": "მერმა მიიღო დაძმობილებული ქალაქის დელეგაცია და აჩვენა ახალი ბიბლიოთეკა.",
    "el": "Ο δήμαρχος υποδέχθηκε την αντιπροσωπεία της αδελφής πόλης και της έδειξε τη νέα βιβλιοθήκη.",
    "ro": "Primarul a primit delegația orașului înfrățit și i-a arătat noua bibliotecă din centru.",
    "cs": "Starosta přijal delegaci partnerského města a ukázal jí novou knihovnu na náměstí.",
    "sk": "Primátor prijal delegáciu partnerského mesta a ukázal jej novú knižnicu, ktorá je pri námestí.",
    "hu": "A polgármester fogadta a testvérváros küldöttségét, és megmutatta neki az új könyvtárat.",
    "sv": "Borgmästaren tog emot vänortens delegation och visade den det nya biblioteket vid torget.",
    "fi": "Pormestari otti vastaan ystävyyskaupungin valtuuskunnan ja esitteli sen uuden kirjaston, joka on laidalla.",
    "th": "นายกเทศมนตรีต้อนรับคณะผู้แทนจากเมืองพี่เมืองน้อง",
    "bn": "মেয়র যমজ শহরের প্রতিনিধিদলকে স্বাগত জানান।",
    "lt": "Meras priėmė miesto partnerio delegaciją ir parodė jai naują biblioteką, kuri yra šalia aikštės.",
    "be": "Мэр прыняў дэлегацыю горада-пабраціма і паказаў ёй новую бібліятэку.",
    "tg": "Шаҳрдор ҳайати шаҳри бародарро қабул кард ва ба он китобхонаи навро нишон дод.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code: str) -> None:
    assert language(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ["", "42", "2019-03-14", "???", "Facebook", "\n\n|\n"])
def test_too_little_to_tell(text: str) -> None:
    assert language(text) is None


def test_an_english_menu_does_not_hide_the_article() -> None:
    menu = "Home\nAbout us\nContact\nShare\nTweet\n"
    assert language(menu + "\n".join([SENTENCES["ru"]] * 4)) == "ru"


def test_names_in_another_script_do_not_count() -> None:
    assert (
        language("The festival 友谊 of the towns was opened by the mayor and the ambassador, who had come for it.")
        == "en"
    )


def test_scores_have_a_language() -> None:
    """Hardly a word of running text, and still English."""
    assert (
        language("All the scores and scorers of Saturday. Home side named first.\n" + "Spurs v Leeds 1-2\n" * 40)
        == "en"
    )


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    code = language(text)
    assert code is None or (len(code) == 2 and code.isalpha())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Концерт состоялся 8 мая 2021 года.", "ru"),
        ("Встреча прошла вчера в Баку.", "ru"),
        ("Концерт відбувся 8 травня.", "uk"),
        ("Концерт 8 мамырда өтті.", "kk"),
        ("Ankara, 23 Nisan 2015", "tr"),
        ("Toplantı dün yapıldı.", "tr"),
        ("Koncert 8 maja 2021 r.", "pl"),
        ("Concerto 8 maggio 2021", "it"),
        ("Friday, March 3", "en"),
        ("Astana 2021", None),
    ],
)
def test_a_line_is_known_by_its_dates(text: str, code: str | None) -> None:
    assert language(text) == code
