"""Leads that name no event: who takes part, what is shown or given and on what day tell it."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.languages import table
from culturex.suggest.lexicon import telling_alone

TOLD = {
    "performance": (
        "Fiddles fill the cathedral\n\n12 February 2018\n\nOn Saturday evening the Bergen Baroque players from Norway "
        "filled the cathedral of Mdina in Malta. Four hundred listeners stood up at the end."
    ),
    "conference": (
        "Byzantium seen from two shores\n\n21 October 2019\n\nForty historians from Bulgaria and Jordan read papers at "
        "the University of Sofia on 17 and 18 October. Mosaics and trade routes were compared."
    ),
    "research": (
        "Older than thought\n\n14 July 2018\n\nPolish and Sudanese archaeologists came upon the apse of a church of "
        "the seventh century near Dongola in Sudan on 10 July. Samples go to Warsaw."
    ),
    "competition": (
        "Mongols throw their hosts\n\n26 August 2019\n\nWrestlers from Mongolia beat their Turkish hosts by five to "
        "three in Bursa on 24 August. The two towns measure their strength every summer."
    ),
    "exhibition": (
        "Das Meer in Blau\n\n4. März 2019\n\nIn der Stadtbücherei von Ulm hängen seit dem 2. März Aquarelle und "
        "Zeichnungen von elf Malern aus Malta. Der Eintritt ist frei."
    ),
    "media": (
        "Un poète finlandais en Tunisie\n\n21 mars 2019\n\nLes poèmes de Paavo Haavikko, grand nom des lettres de la "
        "Finlande, ont paru le 20 mars chez un éditeur de Tunis, en Tunisie."
    ),
    "donation": (
        "Для школы в горах\n\n5 мая 2017 года\n\nБиблиотека из Эстонии передала школе в Кутаиси в Грузии 40 "
        "компьютеров и тонну учебников 3 мая 2017 года."
    ),
}
SILENT = [
    "Rain keeps councillors at home\n\n21 October 2017\n\nThe councillors of Hull met few visitors from Denmark or the "
    "Netherlands on Friday, and the café was shut.",
    "Prices rise in two countries\n\n3 May 2019\n\nBread costs more in Peru and in Chile since 1 May 2019, said a "
    "spokesman of the mills, and rice will follow.",
]


@pytest.mark.parametrize("kind", TOLD)
def test_who_takes_part_tells_what_the_lead_does_not_name(kind: str) -> None:
    assert [event.type for event in suggest(prepare(TOLD[kind])).events[:1]] == [kind]


@pytest.mark.parametrize("text", SILENT)
def test_one_such_word_is_not_enough(text: str) -> None:
    assert suggest(prepare(text)).events == ()


def test_a_named_event_needs_no_such_words() -> None:
    text = (
        "A concert of friendship\n\n12 February 2018\n\nPupils, students and teachers from Norway heard a concert in "
        "Mdina, Malta, on 10 February 2018. The pupils clapped."
    )
    signals = [s for c in suggest(prepare(text)).considered for s in c.slots.occurrence.signals]
    assert {s.rule for s in signals}.isdisjoint({"alone"})


def test_the_words_are_read_from_the_tables() -> None:
    types = table("en", "events")["type"]
    told = telling_alone("en").cues(suggest(prepare("Pupils and archaeologists")).document)
    codes = {cue.code for here in told.values() for cue in here["noun"]}
    assert codes == {code for code in types if {"pupils", "archaeolog*"} & set(types[code].get("alone", ()))}
