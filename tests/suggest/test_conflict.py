"""Sentences about violence and force report no event; what answers violence does."""

from __future__ import annotations

import pytest

from culturex.suggest import Suggestion, prepare, suggest


def told(sentence: str) -> Suggestion:
    """Return what is suggested for one *sentence*."""
    return suggest(prepare(sentence, source="test"))


SILENT = [
    "Nationalists threatened to storm a recital by a Turkish pianist in Athens on Friday.",
    "Police in Almaty broke up a festival of Uighur music on 12 May 2009 and detained two Germans.",
    "Masked men pelted the Russian dancers with eggs during a performance in Lviv.",
    "Two gunmen attacked the opening of a Danish exhibition in Tunis on 3 June 2015.",
    "The army of Oman said that it had struck a training camp near Salalah in answer to a rocket from Yemen.",
    "Rockets landed beside the open-air theatre where a Greek choir was giving a concert in Beirut.",
    "Estonia barred a Belarusian rapper from appearing at a festival in Narva on 8 July 2023.",
    "Four nurses of the Swiss Red Cross who had brought aid to Chad were kidnapped on 2 March 2010.",
    "Activists disrupted a concert of the Israeli orchestra in London on 1 September 2011.",
    "A grenade wounded three Italian actors on the stage of the national theatre in Pristina during a play.",
    "A crowd lynched a Ghanaian student in Kyiv, and Ghana brought twenty students home.",
    "Bandits fired on a bus of Polish dancers near Agadez, and the troupe fled its stage.",
    "Security men shut down a Kurdish book fair in Qamishli and seized the novels of two Swedish writers.",
    "Hardliners forced the cancellation of a concert by a Danish singer in Surabaya.",
    "Exiles fought each other at a Somali music festival in Oslo.",
    "The prosecutor opened a criminal case in Vilnius over the toppled Soviet monument, and Moscow protested.",
    "Des hommes armés ont attaqué le festival de musique malienne à Gao, blessant un touriste belge.",
    "Bewaffnete griffen ein türkisches Konzert in Nikosia an.",
    "Hombres armados asaltaron una exposición de arte colombiano en Quito el 3 de mayo de 2011.",
    "Боевики напали на концерт армянского ансамбля в Тбилиси 3 мая 1994 года.",
]
STANDING = [
    ("Czech and Slovak choirs gave a concert in Prague on 3 May 2022 for the victims of the attack on Mariupol.",
     "performance"),
    ("Norway donated tents to Haiti on 14 August 2021 after gangs had looted the stores of two hospitals.", "donation"),
    ("Despite the bombing of the airport, the Irish film festival in Kabul opened on 9 May 2012.", "festival"),
    ("In memory of the artists killed in Paris, Belgian singers performed a concert in Dakar, Senegal, on 2 May 2016.",
     "performance"),
    ("A Spanish exhibition about those who were kidnapped under the dictatorship opened in Montevideo, Uruguay, on "
     "8 March 2014.", "exhibition"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", SILENT)
def test_violence_is_no_event(sentence: str) -> None:
    assert told(sentence).events == ()


def test_the_reason_is_told() -> None:
    assert told(SILENT[0]).reasons == ("the sentence tells of violence",)


@pytest.mark.parametrize(("sentence", "kind"), STANDING)
def test_what_answers_violence_stands(sentence: str, kind: str) -> None:
    assert [event.type for event in told(sentence).events] == [kind]
