"""Plain text: clean it once at import, cut it into sentences, find a quote in it.

All offsets count characters (code points) of the cleaned text, half open: ``text[start:end]``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Characters that may not enter a stored text: NUL ends C strings inside SQLite's functions, lone surrogates
# cannot be written as UTF-8. Both become U+FFFD, so that offsets of everything else stay true.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NEWLINES = re.compile("\r\n?|\u2028|\u2029")
# What a terminal or a log could take for a command: C0 and C1 controls but tab and newline, and bidi overrides.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]")
# The same, and lone surrogates, in the text of a JSON value: json.dumps escapes the C0 controls itself. All lie in the
# basic plane, and all can stand only inside a JSON string.
_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200e\u200f\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")

# Marks that people, editors and models write for one another when they repeat a passage.
_LOOKALIKES = {
    **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003", " "),
}
_LOOKALIKE_TABLE = str.maketrans(_LOOKALIKES)


class Span(NamedTuple):
    """A stretch of text, half open, in characters."""

    start: int
    end: int


def is_span(value: object, length: int) -> bool:
    """Tell whether *value* is a list of two numbers that are a stretch of a text of *length* characters."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        return False
    start, end = value
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length


def clean(raw: str) -> str:
    r"""Return *raw* as it will be stored: NFC, ``\n`` newlines, nothing that cannot be stored.

    >>> clean("Arme\u0301nie\r\n")
    'Arménie\n'
    """
    text = raw.removeprefix("\ufeff")
    if "\r" in text or "\u2028" in text or "\u2029" in text:  # looking first is ten times as fast
        text = _NEWLINES.sub("\n", text)
    if "\x00" in text or not _encodes(text):
        text = _UNSTORABLE.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _encodes(text: str) -> bool:
    """Tell whether *text* can be written as UTF-8: it holds no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def harmless(text: str) -> str:
    r"""Return *text* without the control characters that a terminal would obey (newline and tab stay).

    >>> harmless("a\x1b[31mb")
    'a\ufffd[31mb'
    """
    return _CONTROLS.sub("\ufffd", text)


def harmless_json(text: str) -> str:
    r"""Return JSON with what a terminal would obey, and what UTF-8 cannot write, as escapes: the same value.

    >>> harmless_json('"a\x9b"')
    '"a\\u009b"'
    """
    return _ESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str) -> str:
    r"""Return *text* on one line: white space folded to single spaces, controls made harmless.

    >>> one_line(" Days of\n Armenia\t")
    'Days of Armenia'
    """
    return harmless(" ".join(text.split()))


def fingerprint(text: str) -> str:
    """Return the sha256 (hex) that two copies of the same text share: white space and case do not count."""
    import hashlib

    return hashlib.sha256(" ".join(text.split()).casefold().encode("utf-8", "replace")).hexdigest()


def locate(quote: str, text: str, *, after: int = 0) -> Span | None:
    """Return where *quote* stands in *text*, or None where it does not.

    Tried in turn: letter by letter; with white space, quotation marks and dashes taken for one another; the
    same without regard to case. The first place from offset *after* on wins, then the first at all.

    >>> locate('the "Days"', "Then the  “Days” began")
    Span(start=5, end=16)
    """
    wanted = clean(quote).strip()
    if not wanted:
        return None
    at = text.find(wanted, after)
    if at < 0 and after:
        at = text.find(wanted)
    if at >= 0:
        return Span(at, at + len(wanted))
    return _locate_alike(wanted, text, after)


def _locate_alike(wanted: str, text: str, after: int) -> Span | None:
    needle = _SPACE.sub(" ", wanted.translate(_LOOKALIKE_TABLE))
    if not needle.strip():
        return None
    hay, origin = with_marks_alike(text)
    for prepare in (str, lower):
        target, source = prepare(needle), prepare(hay)
        at = next((p for p in _places(source, target) if origin[p] >= after), None)
        if at is None:
            at = source.find(target)
        if at >= 0:
            return Span(origin[at], origin[at + len(target) - 1] + 1)
    return None


def _places(source: str, target: str) -> list[int]:
    return [m.start() for m in re.finditer(re.escape(target), source)]


def lower(text: str) -> str:
    """Lower the case without changing the length (``İ``.lower() has two characters)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def with_marks_alike(text: str) -> tuple[str, list[int]]:
    """Return *text* with look-alike marks and white space taken for one another, and where each character came from.

    >>> with_marks_alike("a  “b”")
    ('a "b"', [0, 1, 3, 4, 5])
    """
    out: list[str] = []
    origin: list[int] = []
    gap = False
    for at, char in enumerate(text.translate(_LOOKALIKE_TABLE)):
        if char.isspace():
            if not gap:
                out.append(" ")
                origin.append(at)
            gap = True
            continue
        gap = False
        out.append(char)
        origin.append(at)
    return "".join(out), origin


# A full stop after one of these ends no sentence. Single letters and digits before a lower-case word are handled
# by the pattern itself.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st ste mt ft gen col lt sgt capt hon rev messrs sr jr vs no nos vol art fig approx dept est
    inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    sat sun e.g i.e u.s u.k u.n asst assoc cf al crs cr г гг им ул тыс млн млрд акад проф др м mme mlle
    dipl ing bzw ca nr str z.b u.a d.h av sra srta ud uds dña msc ph.d
    """.split()
)
# German writes its ordinals with a full stop and what follows with a capital: "am 12. August".
_AFTER_ORDINAL = frozenset(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember
    jahrhundert jahrhunderts
    """.split()
)
_WORD_AHEAD = re.compile(r"[^\W\d_]{1,14}")
# What may end a sentence; after a wide mark no white space is needed. Of a run of marks the first alone is tried, else
# a page of exclamation marks takes quadratic time.
_MARKS = ".!?…。！？"
_STOPS, _WIDE_STOPS = frozenset(".!?…"), frozenset("。！？")
_BEHIND_STOP = re.compile(r"[.!?…]*[\"'”’»)\]]*(?=\s)")
_BEHIND_WIDE_STOP = re.compile(r"[。！？]*[”’」』）]*")
# So many characters before a full stop are looked at for an abbreviation.
_ABBREVIATION_REACH = 12
_OPENING = "(\"'“‘«["
_SHORT_NUMBER = re.compile(r"[(\"'“‘«\[]*\d{1,2}")


# A line break inside a sentence: a word or a comma before it, a word behind it. ``re`` leaps from break to break.
_INSIDE = re.compile(r"\n(?:(?<=[^\W_]\n)|(?<=,\n))(?=[^\W_])")
# Mail and old pages break lines at this length; so many sentences that go on tell that a text is broken so.
_BROKEN, _GOING_ON = range(40, 100), 2


def unwrapped(text: str) -> str:
    r"""Return *text* with spaces for the line breaks that stand inside its sentences: the same length.

    Only where lines are broken at a fixed width: some long lines go on with a small letter.

    >>> text = "Guests who came from the sister city in the\nnorth were received at noon by the mayor and the\nrest."
    >>> "\n" in unwrapped(text)
    False
    """
    breaks = [m.start() for m in _INSIDE.finditer(text)]
    breaks = [at for at in breaks if at - text.rfind("\n", 0, at) - 1 in _BROKEN]
    if sum(text[at + 1].islower() for at in breaks) < _GOING_ON:
        return text
    cut = list(text)
    for at in breaks:
        cut[at] = " "
    return "".join(cut)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    r"""Return the sentences of ``text[start:end]``, trimmed, in order; a line break always ends one.

    >>> t = "Dr. Li came. He left on Nov. 5!\nA title"
    >>> [t[a:b] for a, b in sentences(t)]
    ['Dr. Li came.', 'He left on Nov. 5!', 'A title']
    """
    whole = text[start:end]
    places = _places_of_marks(text, start, start + len(whole))
    next_mark = next(places, -1)
    found: list[Span] = []
    for line in whole.split("\n"):
        trimmed = line.strip()
        if trimmed:
            begin = start + line.index(trimmed)
            last = begin + len(trimmed)
            while 0 <= next_mark < last - 1:
                stop = _stop(text, begin, next_mark, last)
                if stop:
                    found.append(Span(begin, stop))
                    begin = _behind_space(text, stop)
                next_mark = next(places, -1)
            found.append(Span(begin, last))
        start += len(line) + 1
    return found


def _places_of_marks(text: str, begin: int, last: int) -> Iterator[int]:
    """Return where marks that may end a sentence stand in ``text[begin:last]``, in order."""
    # One mark after the other: a pattern with a set of them takes ten times as long.
    places: list[int] = []
    for mark in _MARKS:
        at = text.find(mark, begin, last)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1, last)
    places.sort()
    return iter(places)


def _stop(text: str, begin: int, at: int, last: int) -> int:
    """Return where the mark at *at* ends the sentence that begins at *begin*; 0 where it does not.

    *last* is the end of the line, which ends the last sentence without any mark.
    """
    if at < begin:  # it goes with the mark before
        return 0
    mark, following = text[at], text[at + 1]
    if mark in _WIDE_STOPS:
        behind = _BEHIND_WIDE_STOP.match(text, at + 1, last)
        return behind.end() if behind and behind.end() < last else 0
    if following.isalnum() or (at and text[at - 1] in _STOPS):
        return 0
    stop = at + 1
    if following != " ":
        behind = _BEHIND_STOP.match(text, stop, last)
        stop = behind.end() if behind else 0
    return stop if stop and (mark != "." or _ends_sentence(text, begin, at, stop, last)) else 0


def _ends_sentence(text: str, begin: int, dot: int, stop: int, last: int) -> bool:
    ahead = _behind_space(text, stop)
    if text[ahead].islower():
        return False
    before = text[max(begin, dot - _ABBREVIATION_REACH) : dot].split()
    if not before or text[dot - 1].isspace():
        return True
    word = before[-1]
    if keeps_stop(word):
        return False
    if word[-1].isdecimal() and _SHORT_NUMBER.fullmatch(word):
        following = _WORD_AHEAD.match(text, ahead, last)
        return following is None or following.group().lower() not in _AFTER_ORDINAL
    return True


@lru_cache(maxsize=8192)
def keeps_stop(word: str) -> bool:
    """Tell whether a full stop behind *word* is its own: that of an abbreviation or an initial."""
    word = word.lstrip(_OPENING).lower()
    if len(word) == 1 or "." in word:  # "J. Brahms", "D.P. Srivastava"
        return word in _ABBREVIATIONS or all(len(part) == 1 and part.isalpha() for part in word.split("."))
    return word in _ABBREVIATIONS


def _behind_space(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
