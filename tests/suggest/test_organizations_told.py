"""Bodies: names told by small words, quotation marks and neighbours, and which of those named take part."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest
from culturex.suggest.events import read

# sentence, the bodies that it names
TOLD = [
    # a purpose written small
    ("The Center for the study of lakes and rivers sent two boats.", ["Center for the study of lakes"]),
    (
        "He leads the Lori Institute for the protection of monuments, in Armenia.",
        ["Lori Institute for the protection of monuments"],
    ),
    ("The Society for the promotion of Basque music invited them.", ["Society for the promotion of Basque"]),
    # fields that no list knows
    (
        "Guests of the University of Forestry, Carpentry and Surveying came.",
        ["University of Forestry, Carpentry and Surveying"],
    ),
    ("The Directorate of Sport & Leisure paid for it.", ["Directorate of Sport & Leisure"]),
    # quotation marks
    ('Money came from the "Belveder" Institute in the evening.', ['"Belveder" Institute']),
    ("On the list stands the 'Orfeo' Choir with the others.", ["'Orfeo' Choir"]),
    ('They sang with "Lipka", the folk band of the town.', ["Lipka"]),
    ("They danced with “Skorusha”, theatre of old customs.", ["Skorusha"]),
    ('The groups "Zephyr", "Belisan" and "Nova-Lira" danced.', ["Zephyr", "Belisan", "Nova-Lira"]),
    ('The groups "went away" and "came back" at will.', []),
    ("There are toys in the 'Lumira' kindergarten now.", ["'Lumira' kindergarten"]),
    # who leads them, what they are said to be
    ("The president of Avanta Lugano RD opened the evening.", ["Avanta Lugano RD"]),
    ("She is secretary of the Sanovi Talim Marup in Imphal.", ["Sanovi Talim Marup"]),
    ("The president of Vasteria opened the evening.", []),
    ("They came with Zonka Mas, which is the orchestra of the island.", ["Zonka Mas"]),
    # acronyms
    ("It was paid by the Ministry of Women, EVKLAST and the Red Cross.", ["Ministry of Women", "EVKLAST", "Red Cross"]),
    ("He teaches at ISI Surakarta all the year.", ["ISI Surakarta"]),
    ("They walked from there, QUITE SLOWLY, to the lake.", []),
    # saints, counties, presidents, offices at ministries
    ("The guests saw Ss. Cosmas and Damian University.", ["Ss. Cosmas and Damian University"]),
    ("It belongs to the County Government of Homa Bay.", ["County Government of Homa Bay"]),
    (
        "They saw the Museum of the First President of the Republic of Kazakhstan.",
        ["Museum of the First President of the Republic of Kazakhstan"],
    ),
    ("He is Chief of Office at the Ministry of Culture of Laos.", ["Ministry of Culture of Laos"]),
    # fields written small, heads written small, many of a kind
    ("The Ministry of education and science of Georgia paid.", ["Ministry of education and science of Georgia"]),
    ("On that day the faculty of Social Sciences had guests.", ["faculty of Social Sciences"]),
    ("The faculty of the school had guests.", []),
    (
        "The Dioceses of Leicester and Mount Kilimanjaro are linked.",
        ["Diocese of Leicester", "Diocese of Mount Kilimanjaro"],
    ),
    ("They were paid by the Erasmus+ programme.", ["Erasmus+ programme"]),
    # embassies by several names
    (
        "The Mexican Embassy in Belize paid. The Embassy of Mexico was glad.",
        ["Mexican Embassy in Belize"],
    ),
    (
        "The Embassy of India sent books. The Embassy of India in Nepal and the Embassy of India in Peru paid.",
        ["Embassy of India", "Embassy of India in Nepal", "Embassy of India in Peru"],
    ),
    # institutes at schools
    (
        "The Confucius Institute at the University of Bergen opened its doors.",
        ["Confucius Institute at the University of Bergen", "University of Bergen"],
    ),
    # clubs, schools and embassies written small
    ("The money was raised by RC Lugano Lago and friends.", ["RC Lugano Lago"]),
    ("They slept at the Brookfielder school near the river.", ["Brookfielder school"]),
    ("Teachers of the Nautilus diving center went along.", ["Nautilus diving center"]),
    ("Peru's embassy in Japan sent the invitations.", ["Peru's embassy in Japan"]),
    ("She teaches at the Tver state pedagogical university now.", ["Tver state pedagogical university"]),
    ("Books came from the Sayed Darwish National library of Egypt.", ["Sayed Darwish National library of Egypt"]),
    ("Then the Caspian tambourine group had its turn.", ["Caspian tambourine group"]),
    (
        "The municipalities of Kotor and Budva gave the halls.",
        ["Municipality of Kotor", "Municipality of Budva"],
    ),
    ("They played in Kotor and Budva municipalities.", []),
    ("The Ministry of Culture and Spiritual Guidance paid.", ["Ministry of Culture and Spiritual Guidance"]),
    ("The Ministry of Culture and Elena Ramos paid.", ["Ministry of Culture"]),
    ("The guests were received by the twinning committee at noon.", ["twinning committee"]),
    ("They got the books from the charity Zaphira in Leeds.", ["Zaphira"]),
    ("They saw the play at the Tallow House on Monday.", []),
    ("They heard it from Tallow House director Ann Berg.", ["Tallow House"]),
    ("Three universities of Laos and Nepal signed it.", []),
    # who people are, many of a kind, halls
    ("A contest for Private College Students was held.", []),
    ("Several Rotary Clubs gave the money.", []),
    ("They met at the Riverside Convention Centre at noon.", []),
    ("They praised the Society's 'old' ways.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[s[:50] for s, _ in TOLD])
def test_names_told_by_their_words(sentence: str, expected: list[str]) -> None:
    document = read(
        prepare(f"A headline for all of them\n\nOn Monday guests came to town. {sentence} All went well.\n")
    )
    found = [m.value["name"] for m in document.of_kind("organization") if m.confidence >= 0.5]
    assert list(dict.fromkeys(found)) == expected


def test_halls_are_no_bodies_in_spanish() -> None:
    text = "Gira de la banda\n\nLa banda tocó en el Auditorio Pedro Linares y en el Centro de Convenciones de Mérida.\n"
    mentions = read(prepare(text)).mentions
    assert [m for m in mentions if m.kind == "person" or (m.kind == "organization" and m.confidence >= 0.5)] == []


def test_a_bare_short_form_is_the_gallery_told_in_full() -> None:
    text = (
        "Glass at the National Gallery\n\nThe Malta National Gallery of Glass opened an exhibition on 4 May 2019. "
        "The National Gallery keeps it open until June.\n"
    )
    assert {m.value["name"] for m in read(prepare(text)).of_kind("organization")} == {"Malta National Gallery of Glass"}


PAGE = """Estonian choir sings in Porto

PORTO, 4 May 2019 - The Estonian choir Laulik gave a concert at the Museum of Porto on Saturday. {lead}

The choir was welcomed by the mayor and by the Embassy of Estonia in Portugal. Forty singers took part.
They had practised the programme since the winter. The audience stood up at the end.
{late}
The singers fly home on Monday.

{below}
"""


def members(lead: str = "", late: str = "", below: str = "") -> set[str]:
    """Return the bodies of the events of a page with sentences at these places."""
    events = suggest(prepare(PAGE.format(lead=lead, late=late, below=below))).events
    return {o.name for e in events for o in e.organizations}


def test_a_name_of_one_word_further_down_is_only_mentioned() -> None:
    assert "UNESCO" not in members(late="Their songs stand on a list of UNESCO.")


def test_an_acronym_that_nobody_spells_out_takes_no_part() -> None:
    assert "EVKL" not in members(lead="The evening was arranged by the EVKL for all its friends in the town.")


def test_a_body_told_only_by_its_founding_takes_no_part() -> None:
    late = "Their teacher is at home near Lugano, where the Sonora Academy was founded by his uncle."
    assert "Sonora Academy" not in members(late=late)


def test_a_full_name_further_down_takes_part() -> None:
    assert "Porto Tourism Association" in members(late="The travel was paid by the Porto Tourism Association.")


def test_a_body_alone_on_a_line_below_the_text_takes_no_part() -> None:
    assert "Chemistry Library" not in members(below="Call center\n\nScience Library\n\nSite map")
