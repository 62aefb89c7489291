"""Find the medium that a page names only in passing: "told Capital", "tells Xinhua", "сообщила «Сугд-Инфо»"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from culturex.suggest.page import names
from culturex.suggest.page.sheet import Fact, Sheet
from culturex.text import Span, keeps_stop

# Who is told is a name of one to three words that begin with capitals, with no other behind it.
_LARGE = "A-ZÀ-ÞĀ-ŽΑ-ЯÇĞİÖŞÜ"
_WORD = rf"[{_LARGE}][\w-]{{1,20}}"
_NAME = rf"(?:the )?[«“\"]?(?P<name>{_WORD}\w(?:[ -]{_WORD}| of the [A-Z]\w{{2,20}}){{0,2}})[»”\"]?"
_TOLD = re.compile(
    r"\b(?:told|tells|(?:explained|said|confirmed|spoke|speaking|talking|talked) to|in an interview with|"
    r"relat(?:ó|aron)(?: ayer| hoy)? a|(?:dijo|dijeron|contó|contaron|explicó|declaró)(?: ayer| hoy)? a|"
    r"(?:сообщил|сообщила|рассказал|рассказала|заявил|заявила)(?: корреспонденту)?|"
    r"sagte (?:der|dem)|a déclaré à|a confié à|ha detto a|disse (?:ao?|à)) "
    + _NAME
    + r"(?P<after>[^\w'’]|$)(?=(?P<next>.?))"
)
# Names of others who are told: houses of parliament, the like.
_NO_MEDIA = frozenset(
    "parliament congress council president minister senate members delegates guests students god".split()
)
# A signature of those who write for a body: "Press service of OshSU".
_PRESS = re.compile(
    r"(?:Press [Ss]ervice|Press [Oo]ffice|Пресс-служба|Прес-служба|Пресс-центр|Pressestelle|Oficina de [Pp]rensa|"
    r"Basın [Bb]ürosu)\s(?:of (?:the )?|de la |del |der |des )?[^\W\d_][^\n.:|/]{2,60}"
)
_MOST_TOLD = 6


def find(sheet: Sheet) -> Iterator[Fact]:
    """Give the media that somebody is said to have told something, in order."""
    for count, match in enumerate(_TOLD.finditer(sheet.text)):
        if count == _MOST_TOLD:
            return
        name = match.group("name").rstrip("-")
        first = name.partition(" ")[0].casefold()
        after, ahead = match.group("after"), match.group("next")
        if after == " " and ahead.isupper():
            continue  # "told Aster Hill Council"
        if after == "." and ahead == " " and keeps_stop(name):
            continue  # "told Prof. Aster"
        if " " not in name and sheet.text.startswith(" of ", match.end("name")):
            continue  # "talked to the Principal of Aster College"
        if first in _NO_MEDIA or not _is_medium(name, sheet):
            continue
        yield Fact(name, Span(match.start("name"), match.start("name") + len(name)), "outlet.told")


def signer(sheet: Sheet) -> Fact | None:
    """Return the press service that a line of its own names behind the text, or None."""
    for line in sheet.lines[max(0, sheet.last_prose) :]:
        if line.text[:1] in "PПOB" and _PRESS.fullmatch(line.text):
            return Fact(line.text, line.span, "outlet.press_service")
    return None


def _is_medium(name: str, sheet: Sheet) -> bool:
    """Tell whether who is told is a medium and not a person, who is named in full somewhere, or a body."""
    if names.is_agency(name, sheet.table) or names.is_medium(name, sheet.table):
        return True
    if " " in name:
        return name.isupper()
    fuller = re.compile(rf"[A-ZÀ-Þ][\w.’'-]{{0,30}} {re.escape(name)}\b|\b{re.escape(name)} [A-ZÀ-Þ]")
    return not fuller.search(sheet.text)
