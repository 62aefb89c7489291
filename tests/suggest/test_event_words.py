"""The words of events are no months, no countries and no small words, and jubilees are no instruments."""

from __future__ import annotations

import pytest
from babel import Locale

from culturex.suggest import prepare, suggest
from culturex.suggest.languages import table

LANGUAGES = ["de", "en", "es", "fr", "it", "mk", "pt", "ru", "tr", "uk"]


def matched(entry: str, words: set[str]) -> set[str]:
    """Return which of *words* an entry of the tables stands for."""
    if not entry.endswith("*") or entry.startswith("*"):
        return {entry} & words
    return {word for word in words if word.startswith(entry[:-1])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_an_event_is_a_month_a_weekday_or_a_country(language: str) -> None:
    locale = Locale(language)
    names = {name.casefold() for code, name in locale.territories.items() if code != "RE"}
    names |= {name.casefold() for form in locale.months.values() for name in form["wide"].values()}
    names |= {name.casefold() for name in locale.days["format"]["wide"].values()}
    lists = table(language, "events")["type"].values()
    entries = {str(e).casefold() for of in lists for words in of.values() for e in words if " " not in e}
    assert {e: matched(e, names) for e in entries if matched(e, names)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_act_and_no_thing_is_a_small_word(language: str) -> None:
    tables = table(language, "events")
    small = {str(word) for word in tables["cue"].get("little", ())} | {str(w) for w in tables["cue"].get("by", ())}
    entries = {str(e) for of in tables["type"].values() for key in ("acts", "things") for e in of.get(key, ())}
    assert {e for e in entries if " " not in e and matched(e, small)} == set()


SILENT = [
    "La bibliothèque de Lyon, en France, est fermée le jour de Noël dans le quartier du Sénégal, a dit le maire mardi.",
    "El museo de Quito, Ecuador, cierra en abril de 2019, donde trabajan dos guardias de Chile, dijo su vocera.",
    "Il museo di Torino, in Italia, resta chiuso il 3 aprile 2019, dicono i custodi che vengono dalla Tunisia.",
    "Министр сказал 3 апреля 2019 года, что Грузия и Армения довольны ценами на книги.",
    "Bakan, 3 Nisan 2019'da Romanya ve Türkiye arasındaki ticaretin arttığını söyledi; kitaplar da pahalı, dedi.",
]


@pytest.mark.parametrize("text", SILENT)
def test_words_that_only_begin_alike_tell_no_event(text: str) -> None:
    assert suggest(prepare(f"{text}\n")).events == ()


JUBILEES = {
    "Clonmel in Ireland and Zell in Germany celebrated forty years of their twinning on 7 September 2019 with a "
    "dinner and a tree.": "anniversary",
    "Du 18 au 21 mai 2019, Quimper, en France, a célébré avec ses invités les trente ans de son jumelage avec "
    "Limerick, en Irlande.": "anniversary",
    "Sucre, Bolivia, y Cádiz, España, celebraron el 7 de septiembre de 2019 los treinta años de su hermanamiento con "
    "un acto en el museo.": "anniversary",
    "Ferrara, in Italia, e Zell, in Germania, hanno festeggiato il 7 settembre 2019 i trent'anni del loro "
    "gemellaggio.": "anniversary",
    "Salem in the United States and Zell in Germany celebrated their 20-year twinning on 7 September 2019 with music "
    "and speeches.": "anniversary",
    "Clonmel in Ireland and Zell in Germany signed their twinning charter on 7 September 2019 and celebrated with a "
    "dinner.": "agreement",
}


@pytest.mark.parametrize("lead", JUBILEES)
def test_a_jubilee_is_told_and_not_what_it_is_of(lead: str) -> None:
    assert [e.type for e in suggest(prepare(f"{lead}\n")).events[:1]] == [JUBILEES[lead]]
