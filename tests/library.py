"""A small store with known events, for tests of filters, tables and exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.store import Store

ARTICLES = [
    ("Days of Armenia open in Almaty", "Steppe Herald", "2019-05-03", "en"),
    ("Вечер грузинского кино в Ереване", "Вестник", "2020-02-11", "ru"),
    ("Le Bénin et la France restituent", "La Feuille", "2021-11-10", "fr"),
    ("Summer school put off", None, "2022-07-01", "en"),
    ("Choirs of three seas", "Harbour News", "2023-08-20", "en"),
    ("A page about nothing", None, None, "en"),
]


def _event(article: int, title: str, kind: str, date: str | None, countries: str, **more: Any) -> tuple[int, Event]:
    parts = [c.partition(":") for c in countries.split()]
    roles = tuple(CountryRole(code, {"h": "host", "": "partner"}[role]) for code, _, role in parts)
    values: dict[str, Any] = {"status": "held", "mode": "in_person", "themes": ("culture",), **more}
    return article, Event(title=title, type=kind, date=date, countries=roles, **values)


def text_of(title: str) -> str:
    """Return an invented text under *title* that names the days "2 to 5 May"."""
    return f"{title}\n\nIt begins on 2 to 5 May. Guests came from far away, and sang."


_AT = text_of(ARTICLES[0][0]).index("2 to 5 May")
_DATE = Evidence("date", "2019-05-02/2019-05-05", "2 to 5 May", _AT, _AT + len("2 to 5 May"))

EVENTS = [
    _event(1, "Days of Armenia in Kazakhstan", "festival", "2019-05-02/2019-05-05", "KZ:h AM", main=True,
           themes=("music", "crafts"), places=(Place("Almaty", "KZ", 43.25, 76.95),), participants=120,
           people=(Person("Anna Petrosyan", "Minister of Culture", None, "AM"),),
           organizations=(Organization("Abay Opera House", None, "KZ"),),
           evidence=(_DATE,)),
    _event(1, "Agreement on cultural cooperation", "agreement", "2010-04", "KZ AM", mode=None),
    _event(1, "Days of Kazakhstan in Armenia", "festival", "2020", "AM:h KZ", status="proposed"),
    _event(2, "Evening of Georgian film", "performance", "2020-02-10", "AM:h GE", main=True, themes=("film",),
           places=(Place("Ереван", "AM"),)),
    _event(2, "Georgian film archive course", "course", "2020-02~", "GE:h AM", themes=("film", "education")),
    _event(3, "Return of royal objects to Benin", "donation", "2021-11-09", "BJ:h FR", main=True, mode=None,
           themes=("heritage",), organizations=(Organization("Musée du quai Branly", None, "FR"),)),
    _event(4, "Baltic summer school", "course", "2022-08", "LT:h LV EE", main=True, status="postponed",
           themes=("education", "youth"), regions=("Baltic states",)),
    _event(5, "Choirs of three seas", "festival", "2023-08-18/2023-08-20", "EE:h FI SE", main=True, themes=("music",),
           places=(Place("Tallinn", "EE"),), participants=900),
    _event(5, "Twinning of Tallinn and Turku", "agreement", "1955/..", "EE FI", mode=None, themes=("society",)),
    _event(5, "Talks on a song archive", "meeting", None, "EE:h SE", status="planned", mode="online"),
    _event(5, "Reading of Sami poets", "performance", "2024-02-06", "FI:h NO", status="planned",
           themes=("literature",)),
    _event(4, "Rejected guess", "visit", "2022", "LT:h PL"),
]  # fmt: skip


def fill(path: Path) -> None:
    """Make the store at *path*; event 12 is rejected, event 11 unreviewed, the others accepted."""
    with Store.open(path, write=True, coder="tester") as store:
        with store.deed("import", "six articles"):
            for title, outlet, published, language in ARTICLES:
                article = Article.of(text_of(title), title=title, outlet=outlet, published=published, language=language)
                store.add_article(article)
        with store.deed("tag", "twelve events"):
            for number, (article, event) in enumerate(EVENTS, 1):
                review = {11: "unreviewed", 12: "rejected"}.get(number, "accepted")
                store.add_event(event, article, review=review)
