"""The lines of a page and what they look like: prose, menu, file name, or a short line that may say anything."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from culturex.text import Span, keeps_stop

# Prose is told by its length and its stops; ideographs say more on less room.
_PROSE, _SURE_PROSE, _PROSE_WIDE = 80, 160, 28
_BARS = 2
# So many characters tell the letters of a line; the first that is no Latin one.
_GLANCE, _BEHIND_LATIN = 80, "\u0250"
_SENTENCE_STOPS = (".", "!", "?", "…", ".”", '."', ".»", ".)", "。", "！", "？", "”", "。”", ":", ";", "؟", "।")
_WIDE_STOPS = ("。", "，", "、", "：")
_EDGES = (
    " \t\u00a0|•·*>»›→▶►▪■◆●✓★☆-–—_=~#.…,:;!?\"'“”‘’«»„()[]{}<【】〖〗「」『』《》〈〉（）：；。、！？"
    "+←↑↓©®™\\/&\ufe0f0123456789"
)
# What an item of a list begins with, and where two words are glued: "University of NidaNews".
BULLETS = " \t\u00a0•*·-–—►▪●"
_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-ÞА-ЯΑ-Ω])(?=[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω])")
_GAPS = re.compile(r"[|│¦•·→»›>\t]|//+|\s/\s|\s\s")
# A line with none of these and only single spaces has no gap; this look is three times as fast.
_GAP_MARKS = re.compile(r"[|│¦•·→»›>\t/]")
_FILE = re.compile(r"[^\n]{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|pdf|docx?|mp[34]|mov|avi)", re.IGNORECASE)
# A name that a camera or a content system gave: "2023-08-17-tang-sach- 2", "IMG_2034".
_FILE_STEM = re.compile(
    r"(?=.*\d)[a-z0-9]+(?:[-_][a-z0-9]+){3,9}[-_ ]{0,3}\d{0,4}|(?:img|dsc|dscn|image|photo|foto)[-_ ]?\d{2,12}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,30}", re.IGNORECASE)


class Line(NamedTuple):
    """A line that is not blank: its number among these, its trimmed stretch of the page, and its text."""

    number: int
    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def span(self) -> Span:
        """Where it stands in the page."""
        return Span(self.start, self.end)


def split(text: str) -> list[Line]:
    """Return the lines of *text* that are not blank, in order."""
    found: list[Line] = []
    at = 0
    after_blank = True
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at if raw[0] == words[0] else at + raw.index(words[0])
            found.append(Line(len(found), start, start + len(words), words, after_blank))
        after_blank = not words
        at += len(raw) + 1
    return found


def is_prose(text: str) -> bool:
    """Tell whether a trimmed line reads as running text: long, with the stops of sentences."""
    size = len(text)
    if size < _PROSE:
        return size >= _PROSE_WIDE and "。" in text and not text.isascii()
    if text.endswith(_SENTENCE_STOPS) and not ends_in_abbreviation(text):
        return True
    if size < _SURE_PROSE:
        # "Visas | U.S. Citizen Services | Business" is a menu.
        return ". " in text and text[-1] not in "|>»" and text.count(" | ") < _BARS and has_stop(text)
    head = text[:1000]
    return ". " in head or ", " in head or any(stop in head for stop in _WIDE_STOPS)


def has_stop(text: str) -> bool:
    """Tell whether a sentence ends inside *text*, and not only a word cut short: "U.S. ", "Mr. ", "J. ".

    >>> has_stop("Scholars of Timor meet at the U.S. Embassy"), has_stop("The fair is open. All are welcome")
    (False, True)
    """
    return any(head and not keeps_stop(head.split()[-1]) for head in map(str.strip, text.split(". ")[:-1]))


def ends_in_abbreviation(text: str) -> bool:
    """Tell whether the last word is written with stops inside it ("... in the Midwest U.S."): no sentence need end."""
    last = text.rpartition(" ")[2]
    return last.endswith(".") and "." in last[:-1] and last.replace(".", "").isalpha()


@lru_cache(maxsize=128)  # each short line of a page is looked up in several tables
def key(text: str) -> str:
    """Return *text* as the tables write it: lower case, single spaces, no marks and digits at its ends.

    >>> key("• 2 Min  Read »")
    'min read'
    """
    return " ".join(text.casefold().strip(_EDGES).split())


def parts(text: str) -> list[str]:
    """Return what stands between the bars, arrows and wide gaps of a line; empty parts are left out."""
    if text and not _GAP_MARKS.search(text) and " ".join(text.split()) == text:
        return [text]
    return [part for p in _GAPS.split(without_quotes(text)) if (part := p.strip())]


def unglued(text: str) -> list[str]:
    """Return the parts of a line that lost the gaps between them: a capital stands inside a word.

    >>> unglued("University of NidaLocal News")
    ['University of Nida', 'Local News']
    """
    return [part for p in _GLUED.split(text) if (part := p.strip())]


def without_quotes(text: str) -> str:
    """Return *text* with "»" as another mark where it is a quotation mark and no arrow; the length stays."""
    return text.replace("»", "”") if "«" in text else text


def is_file_name(text: str) -> bool:
    """Tell whether a line is the name of a file and nothing else."""
    if len(text) > 120:
        return False
    if text[-1].isdigit() and _FILE_STEM.fullmatch(text):
        return True
    return text[-5:].count(".") == 1 and bool(_FILE.fullmatch(text))


def file_name_end(text: str) -> int:
    """Return where a file name ends that was pasted before the first word of a line; 0 where none was."""
    dot = text.find(".", 1, 101)
    if dot < 0 or text.find(" ", 0, dot) >= 0:  # most lines; the pattern would read each first word letter by letter
        return 0
    name = _FILE_HEAD.match(text)
    return name.end() if name else 0


# "c_330_images(2).jpgTEHRAN": the name has no spaces and the next word begins at once with a capital.
_FILE_HEAD = re.compile(r"\S{1,100}?\.(?:jpe?g|JPE?G|png|PNG|gif|webp)(?=[^\W\d_])")


def is_address(text: str) -> bool:
    """Tell whether a line is a web or mail address and nothing else."""
    return len(text) < 300 and " " not in text and bool(_ADDRESS.fullmatch(text))


def is_latin(text: str) -> bool:
    """Tell whether most letters of a line are Latin ones."""
    letters = [c for c in text[:_GLANCE] if c.isalpha()]
    return 2 * sum(c < _BEHIND_LATIN for c in letters) >= len(letters)


def word_count(text: str) -> int:
    """Return about how many words *text* has; two ideographs count as one."""
    if text.isascii():
        return text.count(" ") + 1
    wide = sum(1 for c in text[:200] if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af")
    return max(len(text.split()), wide // 2)
