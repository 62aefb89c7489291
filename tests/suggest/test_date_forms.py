"""Forms of dates as web pages print them, in several languages, on a page of Tuesday, 10 April 2018."""

from __future__ import annotations

import pytest

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions.dates import finder

FORMS = {
    "en": {
        # a number apart from its ending, signs without spaces
        "The show of the 3 rd of April 2018 was full.": "2018-04-03",
        "The fair runs from the 20 th to the 25 th of April 2018.": "2018-04-20/2018-04-25",
        "The show opened on Sept 9,2017 in Rome.": "2017-09-09",
        "The show opened on April 3/2017 in Rome.": "2017-04-03",
        "The show opened on Tuesday,April 3,2018 in Rome.": "2018-04-03",
        # what is done on the day itself outweighs what an earlier clause means to do
        "As part of its effort to make friends, the choir on Friday signed a pact.": "2018-04-06",
        "To make friends abroad, the choir on Friday sang in Rome.": "2018-04-06",
        # a weekday beside its day
        "The concert took place on Thursday (April 5) in Rome.": "2018-04-05",
        "The concert took place on Thursday (5 April 2018).": "2018-04-05",
        "The concert took place on April 5 (Thursday) in Rome.": "2018-04-05",
        "The concert took place on April 5th, Thursday, in Rome.": "2018-04-05",
        "The fair takes place on Friday and Saturday, April 20 and 21.": "2018-04-20/2018-04-21",
        "The fair takes place on Friday and Saturday, 20 and 21 April 2018.": "2018-04-20/2018-04-21",
        "The fair takes place Friday-Sunday, April 20-22.": "2018-04-20/2018-04-22",
        # the first Sunday of May
        "The first Sunday of May will be a free day.": "2018-05-06",
        "The last Friday of April will be a free day.": "2018-04-27",
        "The choir sang on the first Sunday in April.": "2018-04-01",
        "The choir sang on the second Saturday of June 2017.": "2017-06-10",
        # this August 13
        "The festival will be held this August 13.": "2018-08-13",
        "The festival will be held this August 13-15.": "2018-08-13/2018-08-15",
        "The festival will be held this August.": "2018-08",
        # days of a month told from the page's
        "The fair takes place from the 20th to the 22nd of this month.": "2018-04-20/2018-04-22",
        "The fair was held from the 20th to the 22nd of last month.": "2018-03-20/2018-03-22",
        "The fair takes place on the 20th and 21st of this month.": "2018-04-20/2018-04-21",
        "From the 25th to the 28th, the troupe will tour.": "2018-04-25/2018-04-28",
        # lengths before their first day
        "The fair will last for five days from May 7.": "2018-05-07/2018-05-11",
        "The fair will last for a week starting 7 May 2018.": "2018-05-07/2018-05-13",
        "The fair will last for three days from Friday.": "2018-04-13/2018-04-15",
        "The show will last for two months from May 7.": "2018-05-07",  # about so long
        "The choir sang for three days last week.": "2018-04-02/2018-04-08",
        # a part of the day, or of the month
        "The choir will sing on Saturday evening, May 5.": "2018-05-05",
        "The choir sang on 7 April, a Saturday.": "2018-04-07",
        "The choir sang in the last week of March.": "2018-03",
        "The choir sang in the first days of April.": "2018-04",
        "The fair runs from early May until late June.": "2018-05/2018-06",
        "The fair will be held in April and May.": "2018-04/2018-05",
        "The fair opened on 12 Feb. last year.": "2017-02-12",
        "The fair opens in April and may go on.": "2018-04",
        "They came from the last days of May up to the middle of June 2017.": "2017-05/2017-06",
        "The hall was closed from mid-2016 to early 2018.": "2016/2018",
        # both ends with strokes
        "The fair takes place 20/04 - 03/05/2018.": "2018-04-20/2018-05-03",
        "The fair takes place 1.7.–15.8.2018 in Bonn.": "2018-07-01/2018-08-15",
        "The fair takes place on April 20, 21, 22, 2018.": "2018-04-20/2018-04-22",
    },
    "ar": {
        "يقام المعرض يومي 5 و6 مايو.": "2018-05-05/2018-05-06",
        "يقام المعرض بين 20 و25 أبريل.": "2018-04-20/2018-04-25",
        "افتتح المعرض يوم الخميس الموافق 5 أبريل 2018 في القاهرة.": "2018-04-05",
        "بدأ المعرض في نوفمبر من العام الماضي.": "2017-11",
        "افتتح المعرض في الخامس من أبريل 2018.": "2018-04-05",
        "افتتح المعرض في الخامس من الشهر الجاري.": "2018-04-05",
    },
    "bs": {"Izložba je otvorena 5. aprila 2018. godine.": "2018-04-05"},
    "de": {
        "Die Messe läuft vom 20.4. bis 3.5.2018.": "2018-04-20/2018-05-03",
        "Am 13. dieses Monats sang er.": "2018-04-13",
        "Die Messe wurde 1993 gegründet.": "1993",
    },
    "es": {
        "El concierto fue el 1 º de abril en Lima.": "2018-04-01",
        "El festival se celebra del 20 al 25 del presente mes.": "2018-04-20/2018-04-25",
        "El festival empezó el 14 del mes pasado.": "2018-03-14",
    },
    "fr": {
        "Le chœur chantera samedi soir, 5 mai, à Paris.": "2018-05-05",
        "Le chœur a chanté dans les derniers jours de mars.": "2018-03",
        "Le concert a eu lieu le 1 er février 2018 à Paris.": "2018-02-01",
        "L'exposition se tient du 1 er au 25 février 2018.": "2018-02-01/2018-02-25",
        "L'exposition dure du 05/04 au 02/05/2018.": "2018-04-05/2018-05-02",
        "L'exposition a ouvert le 14 du mois dernier.": "2018-03-14",
        "La loi n° 2017-86 du 27 janvier 2017 est signée.": "2017-01-27",
        "L'exposition a lieu de vendredi à dimanche 15 avril.": "2018-04-13/2018-04-15",
    },
    "it": {
        "La fiera va da lunedì 16 a venerdì 20 aprile.": "2018-04-16/2018-04-20",
        "Da aprile a giugno 2018": "2018-04/2018-06",
        "Il concerto si è tenuto il primo aprile a Roma.": "2018-04-01",
        "La fiera è cominciata l'altro ieri.": "2018-04-08",
    },
    "mk": {
        "Концертот се одржа на 5-ти април во Скопје.": "2018-04-05",
        "Изложбата се отвори во ноември минатата година.": "2017-11",
    },
    "pl": {
        "Wystawa zaczęła się przedwczoraj.": "2018-04-08",
        "Wystawa zaczęła się dwa dni temu.": "2018-04-08",
        "Wystawa zaczęła się jesienią 2017 roku.": "2017-23",
    },
    "pt": {
        "O concerto foi no dia 1.º de abril.": "2018-04-01",
        "A feira começou há dois dias.": "2018-04-08",
    },
    "ru": {
        "Первого апреля прошёл концерт.": "2018-04-01",
        "Выставка открылась 14 числа прошлого месяца.": "2018-03-14",
        "Дом работал с 2005 года по 2010 год.": "2005/2010",
    },
    "sl": {"Razstava je bila odprta 5. aprila 2018.": "2018-04-05"},
    "sr": {
        "Концерт је одржан 5. априла 2018. године у Београду.": "2018-04-05",
        "Сајам ће бити одржан од 16. до 20. априла.": "2018-04-16/2018-04-20",
        "Изложба траје до 15. маја.": "2018-05-15",
        "Изложба је отворена крајем марта.": "2018-03",
        "Дом постоји од 2005. године.": "2005",
    },
    "sv": {"Mässan hålls 1.7. till 15.8.2018 i Lund.": "2018-07-01/2018-08-15"},
    "tr": {
        "Sergi geçen yıl kasım ayında açıldı.": "2017-11",
        "Sergi cuma günü açıldı, 9 Haziran'a kadar sürecek.": "2018-04-06 2018-06-09",
    },
    "uk": {
        "Виставка відкрилася у листопаді минулого року.": "2017-11",
        "Виставка відкрилася восени 2017 року.": "2017-23",
    },
    "zh": {
        "展览在2005年至2010年举行。": "2005/2010",
        "展览于2018年夏天举行。": "2018-22",
    },
}

# What looks like one of these forms and is none.
NONE = {
    "en": [
        "Vision 2030 was launched.",
        "Room 2018 is on the second floor.",
        "Resolution 2018 was read out.",
        "All computers of the library run version 3.10.12 of it.",
        "The order No. 12-05-19 was read out to all of them.",
        "What to do is told in section 2.1.98 of the book.",
        "Whoever wants to come may call tel. 12-05-19-44 now.",
        "The fair is held on the first Sunday of each month.",
        "They won by 20.4. The rest is told below.",
        "The hall is 12 m by 20 m and 3.5 m high.",
    ],
    "de": ["Mehr als 2018 Besucher kamen.", "Im Saal 2018 sang er."],
    "ru": ["Выставка откроется в 20-х числах."],
    "uk": ["Виставка відкриється у 20-х числах."],
}


def _values(text: str, language: str) -> str:
    found = finder.find(Document(Article.of(text, published="2018-04-10", language=language)))
    return " ".join(str(m.value) for m in found)


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, forms in FORMS.items() for text in forms])
def test_a_form_is_read(language: str, text: str) -> None:
    assert _values(text, language) == FORMS[language][text]


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in NONE.items() for text in texts])
def test_what_looks_like_one_is_none(language: str, text: str) -> None:
    assert _values(text, language) == ""


def test_what_is_told_until_a_day_behind_it_is_its_end() -> None:
    text = "Sergi 9 Haziran tarihine kadar sürecek."
    (mention,) = finder.find(Document(Article.of(text, published="2018-04-10", language="tr")))
    assert (mention.value, (mention.extra or {}).get("direction")) == ("2018-06-09", "until")


def test_a_span_from_a_weekday_begins_on_the_next_one() -> None:
    text = "Le festival se tient à partir de vendredi et jusqu'au 9 juin."
    assert _values(text, "fr") == "2018-04-13/2018-06-09"
