"""Events that a sentence of an article tells beside its main event, and what it only mentions."""

from __future__ import annotations

import pytest

from culturex.suggest import prepare, suggest

PAGE = """Delegation of Armenia visits Tallinn

Published: 12 June 2018

A delegation led by Lilit Manukyan, Minister of Culture of Armenia, paid a visit to Tallinn, Estonia, on 5 June 2018.

The guests were received by the Estonian Minister of Culture, Mart Tamm.

{}

The talks were held in a friendly atmosphere.
"""
TOLD = [
    (
        "course",
        "2018-09",
        "In September, three restorers from Yerevan will be trained at the Estonian Academy of Arts.",
    ),
    ("course", "2017-11", "Last November twelve Armenian librarians learned in Tallinn how to digitise newspapers."),
    ("exhibition", "2018-10", "In October the Matenadaran will show forty illuminated manuscripts in Tartu."),
    ("exhibition", "2018-08-01", "From 1 August, works by six Estonian painters go on display in Gyumri."),
    ("performance", "2017-12", "In December 2017 the Estonian National Ballet danced Giselle in Yerevan."),
    (
        "performance",
        "2018-06-15",
        "The pianist Karine Sargsyan will perform works by Komitas at the Estonia Concert Hall on 15 June.",
    ),
    ("festival", "2015", "Armenia was the guest of honour at the Tallinn literary festival HeadRead in 2015."),
    ("agreement", "2012", "The cooperation rests on an agreement of 2012 between the two ministries."),
    ("agreement", "2018", "A new programme of cooperation is to be signed before the end of 2018."),
    ("agreement", "2005", "A treaty on the recognition of diplomas entered into force in 2005."),
    ("exchange", "2018-07", "In July twenty schoolchildren from Gyumri will go to a summer camp in Pärnu."),
    ("exchange", "2017", "In 2017 the Estonian government awarded scholarships to eight Armenian doctoral students."),
    ("donation", "2016", "Estonia gave 50,000 euros for the school in Gyumri in 2016."),
    ("research", "2013/..", "Since 2013 archaeologists from Tartu and Yerevan have dug together at Metsamor."),
    (
        "research",
        "2015",
        "In 2015 the Estonian Centre of Conservation restored two icons of the museum in Etchmiadzin.",
    ),
    ("conference", "2018-10-04", "A round table on e-government is planned for 4 October in Yerevan."),
    (
        "opening",
        "2018-06-07",
        "On 7 June a bench with the name of Sayat-Nova was unveiled in Kadriorg Park in Tallinn.",
    ),
    ("opening", "2018-06-06", "The honorary consulate of Armenia in Tartu opened its doors on 6 June."),
    ("media", "2019", "A documentary on the Armenians of Tallinn is being shot and will be shown in 2019."),
    (
        "award",
        "2018-06-05",
        "Conductor Tigran Hekekyan was decorated with the Order of the Cross of Terra Mariana on 5 June.",
    ),
    (
        "competition",
        "2018-05-19",
        "At the chess tournament in Tallinn on 19 May the Armenian juniors took first place.",
    ),
    ("visit", "2017-09", "In September 2017 the Estonian minister of culture travelled to Yerevan."),
    ("visit", "2018-05-22", "On 22 May a group of Armenian museum directors toured Estonian museums."),
    ("meeting", "2018-04-17", "On 17 April the joint commission on culture met in Yerevan."),
    ("exchange", "2018", "This year five Armenian doctors completed an internship at the Tartu University Hospital."),
    ("exhibition", "2017-05", "The graphic art of Eduard Wiiralt was shown in Yerevan in May 2017."),
    ("performance", "2018-06-22", "The Estonian Philharmonic Chamber Choir appears in Gyumri on 22 June."),
    (
        "performance",
        "2016-09",
        "In September 2016 actors of the Yerevan State Puppet Theatre came to Tartu with a play for children.",
    ),
    (
        "festival",
        "2018-08-19",
        "The Armenian community of Estonia celebrates the feast of grapes in Tallinn on 19 August.",
    ),
    (
        "agreement",
        "2018-06-05",
        "On the same day a protocol on cinema was signed by the film institutes of the two countries.",
    ),
    (
        "agreement",
        "2007-06",
        "The legal basis is the Agreement on Cooperation in Culture signed in Tallinn in June 2007.",
    ),
    ("agreement", "2016", "Tartu joined the alliance of wine cities founded by Areni in 2016."),
    (
        "donation",
        "2018-03",
        "In March the Estonian Refugee Council sent blankets and heaters worth 30,000 euros to Syunik.",
    ),
    ("research", "2018-05", "In May, geologists of the two academies of sciences set out to map the caves of Areni."),
    ("research", "2017/2019", "Between 2017 and 2019 restorers from Tartu are cleaning the frescoes of Kobayr."),
    ("conference", "2018-11", "Armenian and Estonian experts in tourism will meet in November to compare notes."),
    ("course", "2018-06-04", "An Estonian chef gave a cooking class in Yerevan on 4 June."),
    ("course", "2018-02", "In February lecturers of Tallinn University trained forty teachers of computing in Ijevan."),
    ("opening", "2018-09", "An Armenian corner will be opened in the Tartu City Library in September."),
    ("opening", "2018-06-06", "On Wednesday the minister cut the ribbon of the Estonian Centre in Gyumri."),
    ("media", "2018", "Both posts will issue a joint stamp later in 2018."),
    ("award", "2014", "In 2014 Yerevan State University made the linguist an honorary doctor."),
    (
        "competition",
        "2018-08",
        "Wrestlers of both countries will compete for the Kristjan Palusalu Cup in Tallinn in August.",
    ),
    ("visit", "2018-06-14", "The deputy mayor of Gyumri arrives in Pärnu on 14 June."),
    ("meeting", "2018-10", "The next session of the joint committee is due in October in Tallinn."),
]
MENTIONED = [
    "Diplomatic relations between the two countries were established in 1991.",
    "The minister was born in Gyumri in 1971 and studied at Yerevan State University.",
    "The National Museum of Estonia, opened in 2016, was designed by three architects from Paris.",
    "The guests laid flowers at the monument to the fallen and had lunch with the mayor.",
    "Minister Tamm said that cultural ties should be strengthened and that more concerts were welcome.",
    "Trade between Estonia and Armenia grew by 12 percent in 2017.",
    "The song festival of 1869 was the first of its kind in Estonia.",
    "He expressed hope that more students would come to Tartu in the future.",
    "The delegation was shown around the Old Town and the Seaplane Harbour.",
    "About 2,000 Armenians live in Estonia today.",
    "The talks began at 10 a.m. on Tuesday and ended with a reception.",
    "Estonia introduced e-residency in 2014.",
    "The two sides discussed exhibitions, translations and student exchange.",
    "Photos of the meeting were published on the ministry's page on 6 June.",
    "The orchestra, founded in 1926, has forty members.",
    "During the Soviet years theatres from Yerevan often toured the Baltic republics.",
]


def beside(sentence: str) -> list[tuple[str | None, str | None]]:
    """Return type and date of the events that *sentence* adds to a page about a visit."""
    events = suggest(prepare(PAGE.format(sentence), source="page.txt")).events
    return [(event.type, event.date) for event in events if not event.main]


@pytest.mark.parametrize(("type_", "date", "sentence"), TOLD)
def test_an_event_beside_the_main_one_is_told(type_: str, date: str, sentence: str) -> None:
    assert (type_, date) in beside(sentence)


@pytest.mark.parametrize("sentence", MENTIONED)
def test_what_is_only_mentioned_is_no_event(sentence: str) -> None:
    assert beside(sentence) == []
