"""Adjectives of countries in the languages of which events are read, in a case or gender of theirs."""

from __future__ import annotations

import pytest

from culturex.model.article import Article
from culturex.suggest.document import Document
from culturex.suggest.mentions.places import countries

ADJECTIVES = {
    "uk": ("за участі американської, британських, французького та індійських труп", ["US", "GB", "FR", "IN"]),
    "mk": ("со американската, британскиот и косовските гости", ["US", "GB", "XK"]),
    "bg": ("с американския, британската и германските гости", ["US", "GB", "DE"]),
    "sr": ("са америчким, британске и аустријских гостију", ["US", "GB", "AT"]),
    "pl": ("z amerykańskim, brytyjskiej i austriackich gości", ["US", "GB", "AT"]),
    "it": ("le angolane, i boliviani, la guatemalteca e gli ugandesi", ["AO", "BO", "GT", "UG"]),
    "pt": ("as angolanas, os guatemaltecos e a camaronesa", ["AO", "GT", "CM"]),
    "es": ("las gambianas y los butaneses", ["GM", "BT"]),
    "fr": ("les finlandaises et les fidjiens", ["FI", "FJ"]),
    "de": ("die bhutanischen und honduranischen Gäste", ["BT", "HN"]),
    "ru": ("фиджийской и андоррского", ["FJ", "AD"]),
    "tr": ("Kosta Rika'dan Kostarikalı ve Filipinli öğrenciler", ["CR", "CR", "PH"]),
}


@pytest.mark.parametrize("language", ADJECTIVES)
def test_adjectives_name_their_country(language: str) -> None:
    text, expected = ADJECTIVES[language]
    found = countries.find(Document(Article.of(text, language=language)))
    assert [m.value for m in found if m.kind == "country"] == expected


SHORT_AND_MARKED = {
    "uz": ("Mehmonlar: Amerika Qo‘shma Shtatlari", ["US"]),
    "he": ("אורחים: צ׳ילה, צ׳כיה", ["CL", "CZ"]),
    "zh": ("他们来自刚果（金）和刚果（布）。", ["CD", "CG"]),
    "ru": ("Президент Того прибыл. Того не было. Кроме того, дождь.", ["TG"]),
    "mk": ("Претседателот на Того пристигна.", ["TG"]),
}


@pytest.mark.parametrize("language", SHORT_AND_MARKED)
def test_names_with_signs_inside_and_names_that_are_words(language: str) -> None:
    text, expected = SHORT_AND_MARKED[language]
    found = countries.find(Document(Article.of(text, language=language)))
    assert [m.value for m in found if m.kind == "country"] == expected
