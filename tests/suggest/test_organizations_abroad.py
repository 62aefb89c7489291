"""Bodies: names in other languages inside a text, programmes, territories, clubs and the page's own body."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare
from culturex.suggest.events import read

# sentence, the bodies that it names
TOLD = [
    # heads of other languages
    ("The guests were shown around at the Museum voor Oude Kunst in Leuven.", ["Museum voor Oude Kunst"]),
    ("Two teachers of Universiti Selatan Melaka wrote the book.", ["Universiti Selatan Melaka"]),
    ("Students from UIN Salatiga and IAIN Kudus will come.", ["UIN Salatiga", "IAIN Kudus"]),
    ("The paper was given by Stichting Vrije Tonelen.", ["Stichting Vrije Tonelen"]),
    ("He sang with Zespół Wielka Dolina in Gdynia.", ["Zespół Wielka Dolina"]),
    ("The prints came from Narodni Muzej on Friday.", ["Narodni Muzej"]),
    ("They call this a sekolah or school.", []),
    ("The word Universitas is Latin.", []),
    ("A kumpulan played all night.", []),
    # programmes and scholarships
    ("It is paid from the Alder Hill programme.", ["Alder Hill programme"]),
    ("Two girls were chosen for the Lori Bright Minds Scholarship.", ["Lori Bright Minds Scholarship"]),
    ("She came within the Young Sailors program of the ministry.", ["Young Sailors program"]),
    ("The costs are met by the Marco Polo fund for Lifelong Sailing.", ["Marco Polo fund for Lifelong Sailing"]),
    ("He studies under the Nile Delta Scholarship Scheme.", ["Nile Delta Scholarship Scheme"]),
    ("They signed the Cultural Exchange programme.", []),
    ("She read Berg's programme aloud.", []),
    ("He was given two Korean scholarships.", []),
    # who governs a town or a state
    ("The letter came from the mayor, and the Town of Nida had paid.", ["Town of Nida"]),
    ("They were given a reception by the City of Grand Lake.", ["City of Grand Lake"]),
    ("The Government of the Republic of Malta signed it.", ["Government of the Republic of Malta"]),
    ("It is signed by the Government of the Perm Oblast.", ["Government of the Perm Oblast"]),
    ("She sang in the Congress of the Republic of Ecuador.", ["Congress of the Republic of Ecuador"]),
    ("The lambs were shown by Lori Municipal District.", ["Lori Municipal District"]),
    ("They walked in the City of Nida.", []),
    ("They thanked the government of the day.", []),
    ("He was born in the Town of Nida.", []),
    # clubs, firms, aid, gardens
    ("Last year Silver Lake FC went to Vertou.", ["Silver Lake FC"]),
    ('The stamp is by "Nairpost" OJSC of Yerevan.', ['"Nairpost" OJSC']),
    ("The tents were sent by Danish Church Aid.", ["Danish Church Aid"]),
    ("The plants came from the Botanical Gardens of Lae.", ["Botanical Gardens of Lae"]),
    ("They helped to paint the Mahinda Sunanda Vihara.", ["Mahinda Sunanda Vihara"]),
    ("Nurses taught First Aid there.", []),
    ("The FC was founded long ago.", []),
    ("They met in botanical gardens.", []),
    # names in quotes, halves of words, several of a kind
    ("They belong to the society that is called “Nine Rivers”.", ["Nine Rivers"]),
    ('The troupe known as "Golden Reed" danced.', ["Golden Reed"]),
    ("She works at the Institute of Pre- and Early History.", ["Institute of Pre- and Early History"]),
    ("The neo-folk group Arvana and the Irish-Cuban band Novara Son played.", ["Arvana", "Novara Son"]),
    (
        "He thanked the national libraries of Malta and Latvia.",
        ["National Library of Malta", "National Library of Latvia"],
    ),
    (
        "He thanked the Embassies of Malta and of Latvia.",
        ["Embassy of Malta", "Embassy of Latvia"],
    ),
    ("The beds were given by Ferra Care, a charity here in Leeds.", ["Ferra Care"]),
    ("It was paid for by Nordlys Work, an agency for young people.", ["Nordlys Work"]),
    ("The boat came from Ostra Life, the foundation which looks after it.", ["Ostra Life"]),
    ("They sang with Verba Light, a choir from Turku.", ["Verba Light"]),
    ("He thanked Brenta Hand, a company based in Lucca.", ["Brenta Hand"]),
    ("They came on Work, a charity from Leeds said.", []),
    ("In the Light, a choir from Turku sang.", []),
    ("She met Anna Light, the company which sells boats was hers.", []),
    ('A book called "Nine Rivers" came out.', []),
    ("It is the centre of “Back to Berg”, a show.", []),
    ("The national libraries of both countries agreed.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_names_in_other_languages(sentence: str, expected: list[str]) -> None:
    assert _names(sentence) == expected


# sentence in its language, the bodies that it names
WRITTEN_SMALL = [
    (
        "L'Agence malienne pour le rayonnement culturel a payé le voyage des élèves de la ville.",
        ["Agence malienne pour le rayonnement culturel"],
    ),
    ("Ils ont joué à la Maison des musiciens, qui est dans la ville haute.", ["Maison des musiciens"]),
    (
        "Le voyage a été payé par le Fonds pour la promotion des langues et des arts.",
        ["Fonds pour la promotion des langues et des arts"],
    ),
    (
        "El viaje de los alumnos lo pagó la Asociación Peruana de músicos y poetas de la ciudad.",
        ["Asociación Peruana de músicos y poetas"],
    ),
    (
        "O concerto foi pago pela Associação Moçambicana de fotógrafos, que tem sede na cidade.",
        ["Associação Moçambicana de fotógrafos"],
    ),
    (
        "Am Abend hat das Blasorchester gespielt, und mit der Jugendfeuerwehr gab es ein Fest.",
        ["Blasorchester", "Jugendfeuerwehr"],
    ),
    ("Danach hat die Musikschule den Abend für die Gäste aus der Stadt gestaltet.", ["Musikschule"]),
    ("Der Dank ging an das Partnerschaftskomitee, das die Reise geplant hat.", ["Partnerschaftskomitee"]),
    ("Die Gäste haben sich beim Vorsitzenden und der Stadtfeuerwehr bedankt.", ["Stadtfeuerwehr"]),
    ("In der Stadt gibt es eine Musikschule und ein Blasorchester, sagt der Bürgermeister.", []),
    ("Dann kam die Feuerwehr, und das Orchester hat nicht mehr gespielt.", []),
    ("Die Musikschulen und Vereine der Stadt haben die Gäste begrüßt.", []),
    ("Les musiciens de la maison ont joué dans la ville haute pour les élèves.", []),
    ("Elle parle de la promotion des langues avec les enseignants de la ville.", []),
    ("Los poetas de la ciudad leyeron sus versos en la casa de los alumnos.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), WRITTEN_SMALL)
def test_names_that_go_on_in_small_letters(sentence: str, expected: list[str]) -> None:
    assert _names(sentence) == expected


def _names(text: str) -> list[str]:
    return [str(m.value["name"]) for m in read(prepare(text)).mentions if m.kind == "organization"]
