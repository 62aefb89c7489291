"""Part a title from what stands behind it: the body it is held at, the town, "of the museum" said in general."""

from __future__ import annotations

import re

from culturex.suggest.mentions.words.bodies import tables_for as bodies_for

# "editor at Tartu Daily", "translator from Trabzon", "lector an der Universität Leipzig".
_AT = re.compile(r"\s(?P<link>at|from|bei)\s(?:the\s)?(?P<body>[^\W\d_a-zà-ÿ][^\n]{1,80})$")
_IN_GENERAL = re.compile(
    r"\s(?:of the|of our|at the|der|des|du|de la|de l'|del|de la|della|dell'|dello|do|da)\s?(?P<noun>[^\W\d_]{3,20})$"
)
# The town of a mayor is the body that he heads.
_SEAT = re.compile(
    r"\s(?:de|di|du|do|da|d'|von|de la|of)\s?(?P<town>[^\W\d_a-zà-ÿ][^\s]{1,40}(?:[ -][^\s]{1,30}){0,3})$"
)
# Offices that say nothing without what they are over: "head of the library".
EMPTY_ALONE = frozenset(("head", "leader", "chief", "in charge"))
_SEATS = frozenset("maire adjoint alcalde alcaldesa sindaco sindaca intendente intendenta prefeito prefeita".split())
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
        text = _NATIONAL.sub("", text)
    general = _IN_GENERAL.search(text)
    if general and general.start() and general.group("noun") in bodies_for(language).heads:
        office = text[: general.start()]
        return (title if office.casefold() in EMPTY_ALONE else office), None
    at = _AT.search(text)
    if at and at.start():
        return text[: at.start()], at.group("body") if at.group("link") != "from" else None
    seat = _SEAT.search(text)
    if seat and text[: seat.start()].casefold() in _SEATS:
        return text[: seat.start()], seat.group("town")
    return (text, None) if text != title.replace("’", "'") else (title, None)
