"""Part a title from what stands behind it: the body it is held at, the town, "of the museum" said in general."""

from __future__ import annotations

import re

from culturex.suggest.mentions.words.bodies import tables_for as bodies_for
from culturex.suggest.mentions.words.people import tables_for as people_for

# "editor at Tartu Daily", "translator from Trabzon", "lector an der Universität Leipzig".
_AT = re.compile(r"\s(?P<link>at|from|bei)\s(?:the\s)?(?P<body>[^\W\d_a-zà-ÿ][^\n]{1,80})$")
_IN_GENERAL = re.compile(
    r"\s(?:of the|of our|at the|der|des|du|de la|de l'|del|de la|della|dell'|dello|do|da)\s?"
    r"(?:municipal\s|local\s|regional\s)?(?P<noun>[^\W\d_]{3,20})$"
)
# What an office is held in, said without its name: "officer in our district".
_OURS = re.compile(r"\s(?:in|of|at)\s(?:our|its|their|his|her)\s[^\n]+$")
# A degree before an office: "Doctor of Historical Sciences and director".
_DEGREE = re.compile(r"^(?:Doctor|Candidate) (?:of|in) [^\n]{3,60} and (?=[a-z])")
# A house that no word heads behind an office of houses: "managing director of Sibelius Hall in Lahti".
_HOUSE = re.compile(
    r"^(?P<office>(?i:[^\n]*\b(?:director|director general|manager|officer|curator|founder|co-founder|owner|editor|"
    r"principal|headmaster|headmistress|headteacher|librarian|conductor|trustee|treasurer)))\s(?:of|in)\s(?:the\s)?"
    r"(?P<body>[A-Z][^\n]{2,80})$"
)
# The same in Romance languages: "rectora del Gutenberg", "organiste de la Cathédrale".
_DIRECTS = re.compile(
    r"^(?P<office>(?i:(?:rector|director|organist|conservador|diretor|reitor)a?|pastor|gerente|directeur|directrice|recteur|"
    r"rectrice|proviseur|organiste|conservateur|conservatrice|direttore|direttrice|rettore|rettrice|preside))\s"
    r"(?:del?|de la|du|de l'|dell'|della|dello|do|da)\s?(?P<body>[A-ZÁÉÍÓÚÀÈ][^\n]{2,80})$"
)
# The town of a mayor is the body that he heads.
_SEAT = re.compile(
    r"\s(?:de|di|du|do|da|d'|von|de la|of)\s?(?P<town>[^\W\d_a-zà-ÿ][^\s]{1,40}(?:[ -][^\s]{1,30}){0,3})$"
)
# Offices that say nothing without what they are over: "head of the library".
EMPTY_ALONE = frozenset(("head", "leader", "chief", "in charge"))
_SEATS = frozenset("maire adjoint alcalde alcaldesa sindaco sindaca intendente intendenta prefeito prefeita".split())
# Whose office it is: "Hamburgs Bürgermeister"; and of what kind of body: "Vorsitzende des Partnerschaftsvereins".
_WHOSE = re.compile(r"^[A-ZÄÖÜ][\wäöüß-]{3,30}s\s(?=[A-ZÄÖÜ])")
_OF_CLUBS = re.compile(
    r"\s(?:des|der)\s[A-ZÄÖÜ][\wäöüß-]{2,40}(?:vereins?|komitees?|kreises|kommission|chore?s|clubs?|rates|rats)$"
)
_LED = re.compile(r"^(?P<body>[A-ZÇĞİÖŞÜ]{3,12})\s(?=\w)")
_NATIONAL = re.compile(r"^[^\W\d_A-Z]{3,20}ische[rn]?\s(?=[A-ZÄÖÜ])")


def tidy(title: str, language: str) -> tuple[str, str | None]:
    """Return *title* without body, town or general noun behind it, and that body or town if it has a name.

    >>> tidy("editor at Tartu Daily", "en")
    ('editor', 'Tartu Daily')
    >>> tidy("director of the museum", "en")
    ('director', None)
    """
    if " " not in title:
        return title, None
    text = title.replace("’", "'")
    if language == "de":
        text = _OF_CLUBS.sub("", _WHOSE.sub("", _NATIONAL.sub("", text)))
    elif language == "tr" and (led := _LED.match(text)):
        return text[led.end() :], led.group("body")
    text = _OURS.sub("", _DEGREE.sub("", text))
    general = _IN_GENERAL.search(text)
    if general and general.start() and general.group("noun").casefold() in bodies_for(language).heads:
        office = text[: general.start()]
        return (title if office.casefold() in EMPTY_ALONE else office), None
    house = (_HOUSE if language == "en" else _DIRECTS).match(text)
    if house and not _is_field(house["body"], language):
        return house["office"], house["body"].partition(" in ")[0]
    at = _AT.search(text)
    if at and at.start():
        return text[: at.start()], at.group("body") if at.group("link") != "from" else None
    seat = _SEAT.search(text)
    if seat and text[: seat.start()].casefold() in _SEATS:
        return text[: seat.start()], seat.group("town")
    return (text, None) if text != title.replace("’", "'") else (title, None)


def _is_field(body: str, language: str) -> bool:
    """Tell whether what an office is of begins like a field or a country, and not like the name of a house."""
    word = body.partition(" ")[0].rstrip(",").casefold()
    known, people = bodies_for(language), people_for(language)
    return (
        word in known.words["topics"] or word in known.words["fields"] or word in people.plain or word in people.titles
    )
