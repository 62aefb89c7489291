"""Countries that only an office or another competition names are no parties; those that people come from are."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = "{}\n\nPublished: 10 May 2024\n"
# What stands between lead and text, as on a page.
BETWEEN = (
    "The mayor cut a ribbon and thanked everybody for coming. Many of the townspeople walked through the halls in the "
    "evening. There was music by a brass band in the courtyard.\n\n"
)
LEAD = "Peru and Fiji open a photo show\n\n" + (
    "Peru opened a photo exhibition in Lima, together with Fiji, on 3 May 2024. "
)


def codes(text: str) -> set[str]:
    """Return the countries of the main event."""
    event = next(e for e in suggest(prepare(PAGE.format(text))).events if e.main)
    return {country.code for country in event.countries}


REMITS = [
    "It was opened by Ann Berg, the ambassador to Norway, Iceland, Malta and Latvia.",
    "It was opened by the Regional Director for Norway, Iceland, Malta and Latvia at the Coral Agency, Ann Berg. "
    "The Director for Norway and Malta thanked the guests.",
    "It was opened by Ann Berg, the ambassador of Fiji to Norway and to Malta. The ambassador to Norway and Malta "
    "thanked the painters. Ann Berg is ambassador to Norway and Malta.",
]


@pytest.mark.parametrize("text", REMITS)
def test_what_an_office_is_for_is_no_party(text: str) -> None:
    assert codes(LEAD + text) == {"PE", "FJ"}


def test_whose_minister_stands_behind_an_ambassador_is_a_party() -> None:
    text = "Guests were the ambassador to Peru and Kenya's minister Ann Berg. Kenya's minister sent twelve pictures."
    assert "KE" in codes(LEAD + text)


def test_another_competition_is_held_elsewhere() -> None:
    text = (
        "Chile and Japan hold a handball tournament in Arica, Chile, from 3 to 5 May 2024. The mayor opens it. The "
        "teams train for the Handball World Cup Oman 2026. Whoever wins goes to the World Cup Oman 2026. All of them "
        "hope for the World Cup Oman 2026."
    )
    assert codes(text) == {"CL", "JP"}


SENT = {
    "Of these, 22 are from Fiji, while Kenya and Malta are represented by five painters each.": {"KE", "MT"},
    "Ann Berg from Malta showed twelve pictures.": {"MT"},
    "Juma Otieno, who came from Kenya, showed twelve pictures.": {"KE"},
    "Dancers from the coast, and artists from Kenya and Malta, were there.": {"KE", "MT"},
}


@pytest.mark.parametrize("text", SENT)
def test_those_who_take_part_come_from_parties(text: str) -> None:
    assert codes(LEAD + BETWEEN + text) == {"PE", "FJ"} | SENT[text]


def test_where_one_who_takes_part_was_born_is_no_party() -> None:
    assert codes(LEAD + BETWEEN + "Ann Berg was born in Kenya.") == {"PE", "FJ"}


def test_a_language_told_in_passing_is_no_party() -> None:
    text = "The Greek world is old. The talks are in Spanish. They are interpreted into Greek. Songs are in Greek."
    assert codes(LEAD + BETWEEN + text) == {"PE", "FJ"}


def test_a_world_champion_is_of_a_country() -> None:
    text = "The Kenyan world champion Juma Otieno showed twelve pictures. The Kenyan world champion danced."
    assert codes(LEAD + text) == {"PE", "FJ", "KE"}


def test_a_college_of_a_saint_is_in_no_town_of_his_name() -> None:
    text = "Ann Berg once taught at St Paul's College, and he at St Paul's School. She went to St Paul's College."
    assert codes(LEAD + text) == {"PE", "FJ"}


OTHER_TWINS = [
    "Savusavu and Porvoo are twins\n\nA twinning agreement with Savusavu in Fiji was signed by the mayor of Porvoo on "
    "3 May 2024. " + BETWEEN + "The town's other twin towns, Luqa in Malta and Xiamen in China, sent their greetings "
    "to the ceremony.",
    "Gäste aus Fidschi in Porvoo\n\nDie Gäste aus Savusavu in Fidschi und der Rat von Porvoo haben am 3. Mai 2024 "
    "einen Partnerschaftsvertrag unterzeichnet. Der Bürgermeister dankte allen.\n\nWeitere Partnerstädte sind Luqa in "
    "Malta und Xiamen in China.",
]


@pytest.mark.parametrize("text", OTHER_TWINS)
def test_the_other_twins_of_a_town_take_no_part(text: str) -> None:
    assert codes(text) == {"FI", "FJ"}
