"""Texts in the encodings that the web was written in come out as they were written."""

from __future__ import annotations

import pytest

from culturex.importers import Failure, read_bytes
from culturex.model.article import Article

RUSSIAN = "Дни культуры Армении в Казахстане пройдут в октябре 2017 года, сообщил министр."
UKRAINIAN = "Дні культури Вірменії в Україні відбудуться у жовтні. Її відкриє міністр, який приїде з Єревана."
FRENCH = "Les Journées de la culture arménienne ont été inaugurées à Paris, où la fête a lieu cet été."
POLISH = "Dni kultury Armenii w Łodzi otworzył minister. Wystawa potrwa do końca października, wstęp jest wolny."
CHINESE = "中国文化周在埃里温开幕。大使在仪式上发表讲话，介绍了两国教育合作的成果。"
JAPANESE = "日本の映画祭がエレバンで開かれ、大使が挨拶した。学生たちは書道を体験した。"
TEXTS = [
    (RUSSIAN, ["cp1251", "koi8_r", "cp866", "iso8859_5"]),
    (UKRAINIAN, ["cp1251", "koi8_u"]),
    ("Дните на българската култура в Ереван бяха открити от посланика.", ["cp1251"]),
    ("Дани српске културе у Јеревану почели су концертом. Ђачки хор је певао.", ["cp1251"]),
    ("Қазақстан мен Армения арасындағы мәдениет күндері өтті. Көрме ашылды, үлкен той.", ["kz1048"]),
    (FRENCH, ["iso8859_1", "cp1252", "iso8859_15"]),
    ("Die Städtepartnerschaft zwischen Jena und Lugoj wird fünfzig. Großes Fest.", ["iso8859_1", "cp1252"]),
    ("El Año de la Cultura de España en Perú comenzó en Lima.", ["cp1252"]),
    ("A exposição em São Paulo não será adiada.", ["cp1252"]),
    ("Körsångare från Göteborg åker till Åbo.", ["cp1252"]),
    ("It’s a twin-town visit – a “good” one.", ["cp1252"]),
    (POLISH, ["cp1250", "iso8859_2"]),
    ("Dny české kultury v Jerevanu zahájil velvyslanec. Příští rok přijede divadlo.", ["cp1250", "iso8859_2"]),
    ("A magyar kultúra napja: hangverseny és kiállítás nyílt, őszi műsor, fűszeres.", ["cp1250", "iso8859_2"]),
    ("Zilele culturii române au început, în prezenţa ambasadorului şi a miniştrilor.", ["cp1250"]),
    ("Ermenistan ile Türkiye arasında kültür günleri açıldı. Büyükelçi şiir okudu.", ["iso8859_9", "cp1254"]),
    ("Lietuvos kultūros dienos prasidėjo koncertu. Žmonės šoko, grįžo ąžuolai.", ["cp1257"]),
    ("Οι ημέρες πολιτισμού της Αρμενίας στην Αθήνα άρχισαν με συναυλία.", ["cp1253", "iso8859_7"]),
    ("ימי התרבות של ארמניה נפתחו בירושלים בקונצרט חגיגי.", ["cp1255"]),
    ("افتتحت أيام الثقافة الأرمنية في القاهرة بحفل موسيقي حضره الوزير.", ["cp1256"]),
    ("งานวัฒนธรรมไทยในกรุงเยเรวาน เปิดโดยเอกอัครราชทูต", ["cp874"]),
    (CHINESE, ["gb18030", "gbk", "big5"]),
    ("Zibo 淄博 and Barnaul 巴尔瑙尔 signed.", ["gb18030"]),
    (JAPANESE, ["shift_jis", "euc_jp", "iso2022_jp"]),
    ("한국 문화원은 예레반에서 영화제를 열었다. 대사가 축사를 했다.", ["euc_kr"]),
    (CHINESE + RUSSIAN + FRENCH, ["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    ("Plain words.", ["ascii", "utf-16-le", "utf-16-be"]),
]
CASES = [(text, codec) for text, codecs in TEXTS for codec in codecs]


def only(data: bytes, kind: str = "txt") -> Article:
    (found,) = read_bytes(data, name="in", format=kind)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(("text", "codec"), CASES, ids=lambda value: str(value)[:12])
def test_text_comes_out_as_it_was_written(text: str, codec: str) -> None:
    data = text.encode(codec, "ignore")
    assert only(data).text == data.decode(codec).removeprefix("\ufeff")


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r"])
def test_the_rest_of_a_long_text_is_told_by_its_few_letters(codec: str) -> None:
    text = "word " * 100_000 + RUSSIAN
    assert only(text.encode(codec)).text == text


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<meta charset = windows-1251 >",
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_a_page_is_read_as_it_declares(declaration: str) -> None:
    # Three letters are too few to guess from.
    assert "Щёж" in only(f"{declaration}<p>Щёж</p>".encode("cp1251"), "html").text


def test_a_page_in_utf8_is_read_so_whatever_it_declares() -> None:
    assert "Щёж" in only('<meta charset="windows-1251"><p>Щёж</p>'.encode(), "html").text


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "rot13", "zip", "no-such-thing", "utf-7"])
def test_a_page_that_declares_no_encoding_of_pages_is_guessed(name: str) -> None:
    assert RUSSIAN in only(f'<meta charset="{name}"><p>{RUSSIAN}</p>'.encode("cp1251"), "html").text


def test_a_few_broken_bytes_in_utf8_are_replaced() -> None:
    data = (RUSSIAN * 3).encode() + b"\xff\xfe" + RUSSIAN.encode()
    assert only(data).text == RUSSIAN * 3 + "\ufffd\ufffd" + RUSSIAN


def test_utf8_cut_off_inside_a_character_is_still_utf8() -> None:
    assert only("caf\u00e9 \u00e9".encode()[:-1]).text == "café \ufffd"


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv"])
def test_other_formats_are_decoded_likewise(kind: str) -> None:
    data = f'text\n"{RUSSIAN}"\n' if kind == "csv" else f'{{"text": "{RUSSIAN}"}}\n'
    assert only(data.encode("cp1251"), kind).text == RUSSIAN


def test_random_bytes_are_no_text() -> None:
    (found,) = read_bytes(bytes(range(256)) * 4, name="in")
    assert found == Failure(
        "in",
        "in is no text in any encoding that culturex knows.",
        "Import text: .txt, .md, .html, .json, .jsonl or .csv.",
    )
